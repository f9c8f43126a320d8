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

    @property
    def in_woorden(self) -> str:
        """Say it in Dutch."""
        return {
            Monitoruitkomst.ADEQUAAT: "de hulp past",
            Monitoruitkomst.NIET_ADEQUAAT: "de hulp past niet",
            Monitoruitkomst.VRAAG_KLEINER: "de vraag is kleiner geworden",
            Monitoruitkomst.VRAAG_GROTER: "de vraag is groter geworden",
            Monitoruitkomst.ADDITIONELE_PROBLEMEN: "er zijn problemen bijgekomen",
            Monitoruitkomst.VRAAG_VERDWENEN: "de vraag is verdwenen",
        }[self]

    @property
    def vraagt_triage(self) -> bool:
        """Tell whether somebody has to look at the question anew."""
        return self in (Monitoruitkomst.VRAAG_GROTER, Monitoruitkomst.ADDITIONELE_PROBLEMEN)


class Monitoring(Waarde):
    """One look at how it goes.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak.
        op: day.
        uitkomst: what was found.
        door: medewerker id.
        toelichting: free text.
        volgende_op: day on which somebody looks again.
        knelpunt: id of the signal that was raised with it.
    """

    id: str
    dossier_id: str
    zaak_id: str
    op: date
    uitkomst: Monitoruitkomst
    door: str = ""
    toelichting: str = ""
    volgende_op: date | None = None
    knelpunt: str | None = None
