"""What the rules say of a report: each report asks the one rule that is about it."""

from __future__ import annotations

from datetime import date

from toegang.domain.spoor import Regeltoets
from toegang.guards.contexten_nazorg import Intervisietelling, RapportToets
from toegang.guards.register import Moment, toets
from toegang.lifecycle.rapportage import ERVARING
from toegang.reports.rapport import Bron


def rapportregel(
    bron: Bron, regel: str, *, zonder_gesprek: tuple[str, ...] = (), intervisie: Intervisietelling | None = None
) -> tuple[Regeltoets, ...]:
    """Ask a rule about a report.

    Args:
        bron: the gemeente and the period.
        regel: id of the rule.
        zonder_gesprek: zaaknummers of schuldhulp with a result, but without a first conversation.
        intervisie: what was recorded of intervisie in the period.

    Returns:
        Its result; nothing when the rule is not on here.
    """
    beeld, jaar = bron.omgeving.beeld(), bron.op.year - 1
    gepubliceerd = bron.werk.kenmerken.get(f"{ERVARING}{jaar}")
    context = RapportToets(
        op=bron.op,
        onderzoek_over=jaar,
        onderzoek_voor=date(jaar + 1, 7, 1),
        gepubliceerd_op=date.fromisoformat(gepubliceerd) if gepubliceerd else None,
        beeld=beeld,
        zonder_gesprek=zonder_gesprek,
        intervisie=intervisie,
    )
    return toets(Moment.RAPPORT, context, beeld, bron.omgeving.bevestigd, frozenset({regel}))
