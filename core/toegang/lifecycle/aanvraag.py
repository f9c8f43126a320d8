"""Step 6, aanvraag: the formal request for a decision."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Wet
from toegang.domain.levensloop import Stap, volgende_stap
from toegang.domain.termijnen import einde
from toegang.domain.termijnparameters import termijnparameter
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.guards.contexten import AanvraagToets
from toegang.guards.register import Moment
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, toets_antwoord, vereis_stap
from toegang.storage import Actor


@meldt_weigering
def registreer_aanvraag(omgeving: Omgeving, actor: Actor, zaak_id: str, op: date) -> Zaak:
    """Register the aanvraag; the decision term runs from this day.

    When the research was not done in time, the aanvraag may come before it (L-56): then its day is kept,
    the research goes on where it was, and the step is done when the plan is there.

    Args:
        omgeving: the gemeente.
        actor: who registers it.
        zaak_id: zaaknummer.
        op: day of receipt of the aanvraag.

    Raises:
        Regelovertreding: for the Wmo it comes before the research is done and the six weeks are not over (L-56).
        Conflict: the zaak is not at this step.
        Invoerfout: the day lies before the melding or in the future.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        controleer_dag("De aanvraag", op, zaak.ontvangen_op, omgeving.vandaag())
        te_laat = zaak.wet is Wet.WMO and op > uiterste_dag_onderzoek(zaak)
        toets_antwoord(omgeving, Moment.AANVRAAG, AanvraagToets(zaak, op, te_laat), f"Zaak {zaak.id}")
        if zaak.aanvraag_op is not None:
            raise Conflict(f"In zaak {zaak.id} is de aanvraag al geregistreerd.", vervolg="Er is niets gewijzigd.")
        vereis_stap(zaak, Stap.AANVRAAG, onderzoek_te_laat=te_laat)
        aan_de_beurt = volgende_stap(zaak.wet, zaak.status) is Stap.AANVRAAG
        nieuw = zaak.na(Stap.AANVRAAG, op, aanvraag_op=op) if aan_de_beurt else zaak.gewijzigd(aanvraag_op=op)
        zaak = werk.zaken.bewaar(nieuw)
        werk.log("aanvraag.geregistreerd", zaak=zaak.id, dossier=zaak.dossier_id)
        werk.commit()
    return zaak


def uiterste_dag_onderzoek(zaak: Zaak) -> date:
    """Return the last day of the research after a Wmo melding (Wmo 2.3.2 lid 1, L-50)."""
    termijn = termijnparameter("wmo.onderzoek", zaak.ontvangen_op).termijn()
    return einde(zaak.ontvangen_op, termijn).einde
