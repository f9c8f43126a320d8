"""A besluit as stored: what the hook sees, and the reasons in words."""

from __future__ import annotations

from datetime import date

from toegang.domain.besluit import Beschikkingsconcept, Besluit, Motivering
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.plan import Planrecord
from toegang.domain.reden import Reden
from toegang.domain.spoor import Regeltoets
from toegang.domain.waarde import Waarde


class Bekendmaking(Waarde):
    """That a decision reached somebody (Awb 3:41).

    Args:
        aan: inwoner id.
        wijze: ``post``, ``uitgereikt`` or ``digitaal``.
        op: day.
    """

    aan: str
    wijze: str
    op: date


class Besluitrecord(Waarde):
    """A stored besluit.

    Args:
        dossier_id: the dossier.
        besluit: what the hook sees.
        motivering: the reasons (free text).
        concept: form and papers, once answered.
        ondertekenaar: medewerker id found in the mandate register.
        mandaat: id of the register entry that covers the signature.
        ondertekend_op: the day on which who signs was found in the register.
        tekenreden: why another functie signs than the form names; ``None`` when it is that one.
        plan: the plan as it was when the form was set.
        regels: the rules that were checked when the decision was taken.
        bekendgemaakt_op: day of dispatch or handing over.
        bezwaar_tot: last day of the objection term.
        wetsfase: phase of the act on the day of the decision (L-108); empty for an act without phases.
        beslismandaat: id of the register entry that covers the decision itself.
        opdracht: what was decided on, with the grounds that the law asks for.
        voorstel_id: the proposal it was taken on; ``None`` when one person could do it at once (W-6).
        bekendmakingen: to whom it was made known, how and when (L-11).
    """

    dossier_id: str
    besluit: Besluit
    motivering: Motivering
    concept: Beschikkingsconcept | None = None
    ondertekenaar: str | None = None
    mandaat: str | None = None
    ondertekend_op: date | None = None
    tekenreden: Reden | None = None
    plan: Planrecord | None = None
    regels: tuple[Regeltoets, ...] = ()
    bekendgemaakt_op: date | None = None
    bezwaar_tot: date | None = None
    wetsfase: str = ""
    beslismandaat: str | None = None
    opdracht: Besluitopdracht | None = None
    voorstel_id: str | None = None
    bekendmakingen: tuple[Bekendmaking, ...] = ()

    @property
    def id(self) -> str:
        """Id of the besluit."""
        return self.besluit.id

    @property
    def tekenfunctie(self) -> str | None:
        """The functie that signs: the one that was chosen instead, or else that of the form."""
        if self.tekenreden is not None:
            return dict(self.tekenreden.parameters)["naar"]
        return self.concept.ondertekenaarfunctie if self.concept else None

    @property
    def zaak_id(self) -> str:
        """The zaak."""
        return self.besluit.zaak_id
