"""Finding a burgerservicenummer in running text, without ever showing it (L-131)."""

from __future__ import annotations

import re

from toegang.domain.bsn import is_geldig

# Nine digits that stand by themselves, also in groups (9999 90 019, 999.990.019). What follows Z2026- is a zaaknummer.
_NEGEN_CIJFERS = re.compile(r"(?<![\w.,/-])\d(?:[ .\u00a0-]?\d){8}(?![\w/-]|[.,\u00a0 ]\d)")
_SCHEIDING = re.compile(r"\D")


def telt_bsn(tekst: str) -> int:
    """Return how many numbers in a text can be a BSN: nine digits that pass the elfproef.

    Args:
        tekst: running text.
    """
    return sum(is_geldig(_SCHEIDING.sub("", treffer)) for treffer in _NEGEN_CIJFERS.findall(tekst))
