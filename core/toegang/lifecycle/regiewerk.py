"""What waits for an answer in regie: offers of regie, and escalations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toegang.domain.medewerker import Medewerker
from toegang.domain.overdracht import Overdrachtstatus
from toegang.domain.signalering import Signaleringsoort
from toegang.lifecycle.mensenwerk import namens
from toegang.storage import Werkeenheid


@dataclass(frozen=True)
class Regiewerk:
    """One thing that waits.

    Args:
        kenmerk: id of the hand-over or the escalation.
        zaak: zaaknummer.
        wat: what is to be done, in Dutch.
        wie: medewerker id or functie.
    """

    kenmerk: str
    zaak: str
    wat: str
    wie: str


def regiewerk(werk: Werkeenheid, vandaag: date, ik: Medewerker | None = None) -> tuple[Regiewerk, ...]:
    """Return what waits, the oldest first.

    Args:
        werk: a unit of work.
        vandaag: today; who is away has a replacement.
        ik: only what is for this medewerker, functie or whom he or she replaces; ``None`` = all.
    """
    gevonden = []
    for item in werk.overdrachten.zoek(status=Overdrachtstatus.AANGEBODEN):
        wie = (item.aangeboden_door or item.van) if item.naar_inwoner else item.naar
        wat = "antwoord van het huishouden vastleggen" if item.naar_inwoner else f"{item.deel.lower()} aanvaarden"
        gevonden.append(Regiewerk(item.id, item.zaak_id, wat, wie))
    gevonden += [
        Regiewerk(record.id, record.zaak_id, "escalatie afhandelen", record.aan)
        for record in werk.signaleringen.zoek(soort=Signaleringsoort.ESCALATIE, afgehandeld_op=None)
    ]
    if ik is None:
        return tuple(gevonden)
    voor = namens(werk, ik.id, vandaag) | {ik.functie}
    return tuple(item for item in gevonden if item.wie in voor)
