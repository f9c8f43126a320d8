"""The plan under a decision: what the gemeente wants to have recorded of it first."""

from __future__ import annotations

from toegang.domain.begrippen import Besluitsoort
from toegang.domain.levensloop import Stap
from toegang.domain.plan import Plan
from toegang.domain.spoor import Regeltoets
from toegang.domain.zaak import Zaak
from toegang.guards.contexten_plan import PlanbesluitToets
from toegang.guards.register import Moment
from toegang.lifecycle.leden import sprekers
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.plan import plan_van_zaak
from toegang.lifecycle.vastleggen import toets_antwoord
from toegang.storage import Werkeenheid


def toets_plan(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, soort: Besluitsoort) -> tuple[Regeltoets, ...]:
    """Check the plan that a decision rests on.

    Nothing here waits for a resident: what stays away is recorded as such, and then the decision is taken (S-18).

    Args:
        werk: the unit of work of the decision.
        omgeving: the gemeente.
        zaak: the zaak.
        soort: kind of decision.

    Returns:
        The rules that were checked.

    Raises:
        Regelovertreding: a signature (B-26) or the consent (Z-23) is not recorded, nor why it is not there.
    """
    met_plan = any(item.stap is Stap.PLAN and not item.nvt for item in zaak.stappen)
    plan = plan_van_zaak(werk, zaak) if met_plan else None
    leden = werk.dossiers.haal(zaak.dossier_id).leden
    context = PlanbesluitToets(zaak, soort, plan, omgeving.beeld(), sprekers(zaak.client_id, leden))
    return toets_antwoord(omgeving, Moment.PLANBESLUIT, context, f"Zaak {zaak.id}")


def planbeeld(werk: Werkeenheid, zaak: Zaak) -> Plan | None:
    """Return the plan as a hook sees it in this zaak: what its own client said and signed, and no free text."""
    record = plan_van_zaak(werk, zaak)
    if record is None:
        return None
    return record.voor(sprekers(zaak.client_id, werk.dossiers.haal(zaak.dossier_id).leden))
