"""Step 5, plan: what was agreed on; it belongs to the dossier of the household."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.begrippen import Akkoord, Plansoort
from toegang.domain.levensloop import Stap, volgende_stap
from toegang.domain.plan import Afspraak, Plan, Planrecord
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag, nieuw_id, vereis_stap
from toegang.storage import Actor, Werkeenheid


class Planvoorstel(Waarde):
    """A plan as it is handed in; see :class:`toegang.domain.plan.Planrecord`.

    Args:
        soort: variant; ``None`` = the one of the gemeente.
    """

    soort: Plansoort | None = None
    op: date
    doelen: tuple[str, ...] = Field(min_length=1)
    afspraken: tuple[Afspraak, ...] = ()
    inbreng: str = ""
    akkoord: Akkoord = Akkoord.AANGEBODEN
    getekend_op: date | None = None
    geldt_als_aanvraag: bool = False


def stel_plan_vast(omgeving: Omgeving, actor: Actor, zaak_id: str, voorstel: Planvoorstel) -> Plan:
    """Record the plan; it belongs to the dossier, so a later zaak makes a next version of it (W-13).

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        voorstel: the plan.

    Raises:
        Conflict: the zaak is not at this step.
        Invoerfout: a day lies before the melding or in the future.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_stap(zaak, Stap.PLAN)
        controleer_dag("Het plan", voorstel.op, zaak.ontvangen_op, omgeving.vandaag())
        if voorstel.getekend_op is not None:
            controleer_dag("De handtekening", voorstel.getekend_op, voorstel.op, omgeving.vandaag())
        plan = Plan(
            id=nieuw_id("P"),
            dossier_id=zaak.dossier_id,
            soort=voorstel.soort or omgeving.organisatie.plansoort,
            versie=1 + len(werk.plannen.zoek(dossier_id=zaak.dossier_id)),
            vastgesteld_op=voorstel.op,
            akkoord=voorstel.akkoord,
            getekend_op=voorstel.getekend_op,
            geldt_als_aanvraag=voorstel.geldt_als_aanvraag,
        )
        record = Planrecord(plan=plan, doelen=voorstel.doelen, afspraken=voorstel.afspraken, inbreng=voorstel.inbreng)
        werk.plannen.bewaar(record)
        werk.zaken.bewaar(_na_plan(zaak, voorstel.op))
        werk.log("plan.vastgesteld", zaak=zaak.id, dossier=zaak.dossier_id, detail={"plan": plan.id})
        werk.commit()
    return plan


def _na_plan(zaak: Zaak, op: date) -> Zaak:
    """Return the zaak after its plan; an aanvraag that came before it counts from now on (L-56)."""
    klaar = zaak.na(Stap.PLAN, op)
    if zaak.aanvraag_op is not None and volgende_stap(zaak.wet, Stap.PLAN) is Stap.AANVRAAG:
        return klaar.na(Stap.AANVRAAG, zaak.aanvraag_op)
    return klaar


def plan_van(werk: Werkeenheid, dossier_id: str) -> Planrecord | None:
    """Return the last version of the plan of a dossier, or ``None``."""
    plannen = werk.plannen.zoek(dossier_id=dossier_id)
    return max(plannen, key=lambda record: record.plan.versie) if plannen else None
