"""When care may start: after the decision was made known, or with the plan where that is the decision (L-10, Z-25)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from toegang.domain.begrippen import Drager
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.organisatie import Organisatie
from toegang.domain.spoor import Regeltoets
from toegang.errors import Invoerfout
from toegang.guards.contexten_besluit import ZorgstartToets
from toegang.guards.register import Moment
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import toets_antwoord


def zorgstart(organisatie: Organisatie, record: Besluitrecord) -> Mapping[str, date | None]:
    """Return from which day the decision lets each provision start; ``None`` while that is not known.

    The first day of the provision itself may be later, and it may lie in the past (L-10).

    Args:
        organisatie: the gemeente; ``zorg_start_met_plan`` says whether care waits for a separate paper (Z-25).
        record: the decision.
    """
    op_plan = (
        {deel.voorziening for deel in record.concept.dragers if deel.drager is Drager.PLAN} if record.concept else set()
    )
    uitgereikt = record.plan.plan.getekend_op if record.plan else None
    met_plan = max(uitgereikt, record.besluit.datum) if uitgereikt and organisatie.zorg_start_met_plan else None
    return {
        item.id: met_plan if met_plan is not None and item.id in op_plan else record.bekendgemaakt_op
        for item in record.besluit.voorzieningen_met_besluit
    }


def vereis_zorgstart(omgeving: Omgeving, record: Besluitrecord, voorziening: str, op: date) -> tuple[Regeltoets, ...]:
    """Check that care on a decision may start on a day.

    Args:
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
    dagen = zorgstart(omgeving.organisatie, record)
    if voorziening not in dagen:
        raise Invoerfout(
            f"Besluit {record.id} heeft geen voorziening {voorziening}.", vervolg=f"Kies uit: {', '.join(dagen)}."
        )
    context = ZorgstartToets(record, op, dagen[voorziening], omgeving.beeld(op))
    return toets_antwoord(omgeving, Moment.ZORGSTART, context, f"Zaak {record.zaak_id}")
