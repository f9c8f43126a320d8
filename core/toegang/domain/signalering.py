"""Something that one worker puts before another: a bottleneck, a doubt, an escalation (B-45, W-14, W-22)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Signaleringsoort(StrEnum):
    """What it is."""

    SIGNALERING = "SIGNALERING"
    ESCALATIE = "ESCALATIE"
    KNELPUNT = "KNELPUNT"


class Signalering(Waarde):
    """One signal, as stored.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak.
        soort: what it is.
        op: day.
        door: medewerker id of who raised it.
        aan: medewerker id or functie that is to deal with it.
        tekst: what it is about.
        afgehandeld_op: day on which it was dealt with; ``None`` while it is open.
        uitkomst: how.
    """

    id: str
    dossier_id: str
    zaak_id: str
    soort: Signaleringsoort
    op: date
    door: str
    aan: str
    tekst: str
    afgehandeld_op: date | None = None
    uitkomst: str = ""
