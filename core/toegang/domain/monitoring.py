"""How it goes with the help after the decision (D-22, W-22)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Monitoruitkomst(StrEnum):
    """What was found (D-22)."""

    ADEQUAAT = "ADEQUAAT"
    NIET_ADEQUAAT = "NIET_ADEQUAAT"
    VRAAG_KLEINER = "VRAAG_KLEINER"
    VRAAG_GROTER = "VRAAG_GROTER"
    ADDITIONELE_PROBLEMEN = "ADDITIONELE_PROBLEMEN"
    VRAAG_VERDWENEN = "VRAAG_VERDWENEN"


class Monitoring(Waarde):
    """One look at how it goes.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak.
        op: day.
        uitkomst: what was found.
    """

    id: str
    dossier_id: str
    zaak_id: str
    op: date
    uitkomst: Monitoruitkomst
