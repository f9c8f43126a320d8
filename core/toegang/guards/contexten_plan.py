"""What the moments around a plan are judged on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Lid
from toegang.domain.plan import Planrecord
from toegang.domain.plandelen import Reactie
from toegang.domain.zaak import Zaak


@dataclass(frozen=True)
class PlanToets:
    """A version of a plan that is about to be recorded.

    Args:
        leden: members of the household.
        nieuw: the version.
        vorige: the version before it, or ``None``.
        gesprek_op: day of the last gesprek in this zaak, or ``None``.
        gedeeld: consents to share that hold on the day of the plan: whose data, and of which act.
        sprekers: the client, and who may speak for that client.
        coaches: medewerker ids in the casusteam that work as buurtcoach.
    """

    zaak: Zaak
    leden: tuple[Lid, ...]
    nieuw: Planrecord
    beeld: Gemeentebeeld
    vorige: Planrecord | None = None
    gesprek_op: date | None = None
    gedeeld: Collection[tuple[str, Wet]] = frozenset()
    sprekers: Collection[str] = field(default=frozenset())
    coaches: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanreactieToets:
    """What a resident said of a plan."""

    zaak: Zaak
    reactie: Reactie
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class PlanbesluitToets:
    """The plan under a decision that is about to be taken.

    Args:
        plan: the last version, or ``None`` where the line of the zaak has none.
        sprekers: the client, and who may speak for that client.
    """

    zaak: Zaak
    soort: Besluitsoort
    plan: Planrecord | None
    beeld: Gemeentebeeld
    sprekers: Collection[str] = frozenset()
