"""When care may start: once the decision is known, which is with the plan where that is the decision (L-10, Z-25)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from toegang.domain.begrippen import Drager
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.spoor import Regeltoets
from toegang.errors import Invoerfout
from toegang.guards.contexten_besluit import ZorgstartToets
from toegang.guards.register import Moment
from toegang.lifecycle.leden import sprekers
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import toets_antwoord
from toegang.storage import Werkeenheid


def zorgstart(werk: Werkeenheid, omgeving: Omgeving, record: Besluitrecord) -> Mapping[str, date | None]:
    """Return from which day the decision lets each provision start; ``None`` while that is not known.

    The first day of the provision itself may be later, and it may lie in the past (L-10). Handing over the plan that
    carries a decision makes it known (Awb 3:41); what stands in it need not wait for a separate beschikking (Z-25).

    Args:
        werk: a unit of work.
        omgeving: the gemeente; its ``zorg_start_met_plan`` says whether the plan alone is enough (Z-25).
        record: the decision.
    """
    dragers = record.concept.dragers if record.concept else ()
    op_plan = {deel.voorziening for deel in dragers if deel.drager is Drager.PLAN}
    met_plan = omgeving.beleid(record.besluit.datum)[0].zorg_start_met_plan
    uitgereikt = plan_uitgereikt(werk, record) if op_plan and met_plan else None
    bekend = [dag for dag in (record.bekendgemaakt_op, uitgereikt) if dag is not None]
    return {
        item.id: min(bekend, default=None) if item.id in op_plan else record.bekendgemaakt_op
        for item in record.besluit.voorzieningen_met_besluit
    }


def plan_uitgereikt(werk: Werkeenheid, record: Besluitrecord) -> date | None:
    """Return the day on which the resident, or who speaks for the resident, got the plan with the decision in it.

    A copy from before the decision does not count: it could not say what was decided.

    Args:
        werk: a unit of work.
        record: the decision.
    """
    if record.plan is None:
        return None
    client = werk.zaken.haal(record.zaak_id).client_id
    wie = sprekers(client, werk.dossiers.haal(record.dossier_id).leden)
    kopieen = werk.plannen.haal(record.plan.id).kopieen
    return min((item.op for item in kopieen if item.aan in wie and item.op >= record.besluit.datum), default=None)


def vereis_zorgstart(
    werk: Werkeenheid, omgeving: Omgeving, record: Besluitrecord, voorziening: str, op: date
) -> tuple[Regeltoets, ...]:
    """Check that care on a decision may start on a day.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        record: the decision.
        voorziening: id of the provision within it.
        op: first day of the care.

    Returns:
        The rules that were checked.

    Raises:
        Regelovertreding: the decision has no effect yet (L-10).
        Invoerfout: the decision has no such provision.
    """
    dagen = zorgstart(werk, omgeving, record)
    if voorziening not in dagen:
        raise Invoerfout(
            f"Besluit {record.id} heeft geen voorziening {voorziening}.", vervolg=f"Kies uit: {', '.join(dagen)}."
        )
    context = ZorgstartToets(record, op, dagen[voorziening], omgeving.beeld(op))
    return toets_antwoord(omgeving, Moment.ZORGSTART, context, f"Zaak {record.zaak_id}")
