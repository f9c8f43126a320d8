"""The commands as declared: names, options and help. Light; what they do is in ``uitvoering``."""
