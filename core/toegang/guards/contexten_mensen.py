"""What the moments about people are judged on: medewerkers, overleg, escalation and opening a file."""

from __future__ import annotations

from dataclasses import dataclass

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.medewerker import Kandidaat, Medewerker
from toegang.domain.overleg import Overleg
from toegang.domain.regie import Regietoewijzing
from toegang.domain.zaak import Zaak


@dataclass(frozen=True)
class MedewerkerToets:
    """A medewerker as he or she is about to be stored."""

    medewerker: Medewerker
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class OverlegToets:
    """An overleg about a zaak that is about to be recorded."""

    zaak: Zaak
    overleg: Overleg
    kandidaten: dict[str, Kandidaat]
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class EscalatieToets:
    """An escalation that is about to be recorded.

    Args:
        regie: the running regie; ``None`` when it was not placed yet.
        door: medewerker id of who escalates.
        namens: medewerker ids for whom that person may act today: the own id, and whom he or she replaces.
        aan: medewerker id or functie that is to deal with it.
        aan_medewerkers: who that is, and at work today.
    """

    zaak: Zaak
    regie: Regietoewijzing | None
    door: str
    namens: frozenset[str]
    aan: str
    aan_medewerkers: tuple[str, ...]
    beeld: Gemeentebeeld
