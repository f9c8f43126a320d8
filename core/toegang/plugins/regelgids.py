"""Which rules a generic answer may cite: the law always, an own rule only where the gemeente has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toegang.domain.organisatie import Organisatie
from toegang.domain.reden import Reden

_OVERAL = ("L-", "W-")
"""The law, and the ground rules of the platform (DOMAIN.md A.5)."""


def geldend(organisatie: Organisatie, *regels: str) -> tuple[str, ...]:
    """Return the rules that hold in this gemeente, each once, in the order given.

    Args:
        organisatie: the gemeente; its own rules hold because they stand under ``[regels]``.
        *regels: rule ids; the law (``L-…``) and the ground rules (``W-…``) hold everywhere.
    """
    gelden = (regel for regel in regels if regel.startswith(_OVERAL) or regel in organisatie.regels)
    return tuple(dict.fromkeys(gelden))


def reden(code: str, tekst: str, regels: Iterable[str], feiten: Mapping[str, object]) -> Reden:
    """Make a reason from facts in a table; the facts are sorted by name.

    Args:
        code: stable word in capitals.
        tekst: one Dutch sentence without personal data.
        regels: rule ids.
        feiten: what decided, by name; ids only.
    """
    paren = tuple(sorted((naam, str(waarde)) for naam, waarde in feiten.items()))
    return Reden(code=code, tekst=tekst, regels=tuple(regels), parameters=paren)
