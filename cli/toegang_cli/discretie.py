"""The last line of defence: a burgerservicenummer in a message becomes stars, wherever it came from."""

from __future__ import annotations

import re

_NEGEN_CIJFERS = re.compile(r"(?<!\d)\d{9}(?!\d)")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
STERREN = "*********"


def mask(tekst: str) -> str:
    """Return a text with stars for every number that passes the elfproef (Wabb 1).

    Args:
        tekst: anything that is about to be shown.
    """
    return _NEGEN_CIJFERS.sub(lambda gevonden: STERREN if _elfproef(gevonden[0]) else gevonden[0], tekst)


def _elfproef(cijfers: str) -> bool:
    return sum(int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers, _GEWICHTEN, strict=True)) % 11 == 0
