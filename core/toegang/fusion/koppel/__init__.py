"""Who is the same person: first by rule (DOMAIN.md E.4), then by chance; never without BSN unless a person decides."""
