"""The besluitroute as recorded: the proposal of an assessor, and what became of it (W-1, L-147)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.besluit import Behandelaar
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.spoor import Regeltoets
from toegang.domain.waarde import Waarde


class Voorstelstatus(StrEnum):
    """Where a proposal is."""

    INGEDIEND = "INGEDIEND"
    GETOETST = "GETOETST"
    TERUGGEGEVEN = "TERUGGEGEVEN"
    BESLOTEN = "BESLOTEN"
    INGETROKKEN = "INGETROKKEN"

    @property
    def ligt_er(self) -> bool:
        """Tell whether somebody still has to check or decide."""
        return self in (Voorstelstatus.INGEDIEND, Voorstelstatus.GETOETST)


class Voorsteltoets(Waarde):
    """A check of a proposal: by whom, when, with what outcome."""

    door: Behandelaar
    op: date
    akkoord: bool
    reden: str = ""


class Hooruitzondering(StrEnum):
    """Why the resident need not be heard (Awb 4:11, 4:12)."""

    SPOED = "SPOED"
    AL_GEHOORD = "AL_GEHOORD"
    DOEL = "DOEL"
    FINANCIEEL = "FINANCIEEL"

    @property
    def artikel(self) -> str:
        """Return the article that the exception stands in."""
        return "Awb 4:12" if self is Hooruitzondering.FINANCIEEL else "Awb 4:11"


class Hoor(Waarde):
    """The hearing before a decision that is to the detriment of the resident (Awb 4:7-4:12; L-6).

    Args:
        gevraagd_op: day on which the view was asked; ``None`` when an exception is used, or while the letter that
            asks it was not sent.
        tot: last day of the term that was given.
        ontvangen_op: day on which the view came in, in whatever way.
        zienswijze: what the resident said, in short.
        uitzondering: why no view was asked.
        reden: why that exception holds in this case.
    """

    gevraagd_op: date | None = None
    tot: date | None = None
    ontvangen_op: date | None = None
    zienswijze: str = ""
    uitzondering: Hooruitzondering | None = None
    reden: str = ""

    def bezwaar(self, op: date) -> str:
        """Return, in Dutch, why the hearing is not done on a day; empty when it is."""
        if self.uitzondering is not None:
            return "" if self.reden.strip() else "de uitzondering op het horen heeft geen reden"
        if self.ontvangen_op is not None and self.ontvangen_op <= op:
            return ""
        if self.gevraagd_op is None or self.tot is None:
            return "de inwoner is niet om een zienswijze gevraagd"
        if op <= self.tot:
            return f"de inwoner kan nog tot en met {self.tot.isoformat()} een zienswijze geven"
        return ""


class Voorstel(Waarde):
    """A proposal for a besluit, as stored.

    Args:
        id: id of the proposal.
        dossier_id: the dossier.
        zaak_id: the zaak.
        status: where it is.
        op: day on which it was handed in.
        steller: who proposed.
        opdracht: what is proposed.
        toetsen: checks, the oldest first.
        hoor: the hearing before an adverse decision.
        besluit_id: the decision that was taken on it.
        versie: 1 for the first proposal in a zaak.
        regels: the rules that were checked last.
    """

    id: str
    dossier_id: str
    zaak_id: str
    status: Voorstelstatus = Voorstelstatus.INGEDIEND
    op: date
    steller: Behandelaar
    opdracht: Besluitopdracht
    toetsen: tuple[Voorsteltoets, ...] = ()
    hoor: Hoor | None = None
    besluit_id: str | None = None
    versie: int = 1
    regels: tuple[Regeltoets, ...] = ()

    @property
    def toetser(self) -> Behandelaar | None:
        """Return who agreed last, if that is the last check."""
        laatste = self.toetsen[-1] if self.toetsen else None
        return laatste.door if laatste is not None and laatste.akkoord else None
