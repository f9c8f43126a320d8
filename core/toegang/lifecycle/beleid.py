"""Is the policy of a gemeente itself in order? The rules on policy, run over its data of a day."""

from __future__ import annotations

from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.guards.contexten_beleid import BeleidToets
from toegang.guards.register import Moment, toets
from toegang.lifecycle.omgeving import Omgeving


def toets_beleid(omgeving: Omgeving) -> tuple[Regeltoets, ...]:
    """Return what is wrong with the policy of a gemeente today; nothing when it is in order.

    Args:
        omgeving: the gemeente.
    """
    beeld = omgeving.beeld()
    regels = toets(Moment.BELEID, BeleidToets(beeld), beeld, omgeving.bevestigd)
    return tuple(item for item in regels if item.oordeel is not Oordeel.VOLDOET)
