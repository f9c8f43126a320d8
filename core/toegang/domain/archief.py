"""What stays and what goes: answer of ``decide_archivering``."""

from __future__ import annotations

from toegang.domain.reden import Reden
from toegang.domain.waarde import Waarde


class Archiefkeuze(Waarde):
    """A result of the selectielijst that fits, offered by core to the hook.

    Args:
        nummer: full number, e.g. ``8.1.1``.
        naam: name in the list.
        bewaartermijn: ISO 8601 duration, e.g. ``P15Y``.
        procestermijn: e.g. ``nihil`` or ``bestaansduur``.
    """

    nummer: str
    naam: str
    bewaartermijn: str
    procestermijn: str


class Archiefbesluit(Waarde):
    """Answer of ``decide_archivering``; core computes the date.

    Args:
        resultaat: number out of the offered ones.
        archiefactor: functie that looks after the archive.
        afwijking: the archivist's ground when another term is chosen than the computed one; empty = none.
        reden: why.
    """

    resultaat: str
    archiefactor: str
    afwijking: str = ""
    reden: Reden
