"""Something that one worker puts before another: a bottleneck, a doubt, an escalation (B-45, W-14, W-22)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.overleg import Overleg
from toegang.domain.waarde import Waarde


class Signaleringsoort(StrEnum):
    """What it is."""

    SIGNALERING = "SIGNALERING"
    ESCALATIE = "ESCALATIE"
    KNELPUNT = "KNELPUNT"
    OVERLEG = "OVERLEG"
    INTERVISIE = "INTERVISIE"


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
        afgehandeld_door: medewerker id of who dealt with it.
        toelichting: words with the outcome.
        overleg: who spoke with whom; only for OVERLEG and INTERVISIE.
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
    afgehandeld_door: str = ""
    toelichting: str = ""
    overleg: Overleg | None = None
