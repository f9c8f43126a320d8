"""Work that a plan leaves: copies that must still go to the resident (Z-11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from toegang.domain.begrippen import Drager
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.plan import Planrecord
from toegang.domain.zaak import Zaak
from toegang.guards.register import staat_uit
from toegang.lifecycle.leden import sprekers
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Werkeenheid

_KOPIE = "Z-11"
_PLANBRIEF = "plan/"


@dataclass(frozen=True)
class Kopiewerk:
    """A resident who did not get the plan yet.

    Args:
        zaak: the zaak for which the version was made.
        versie: number of the version.
        sinds: day of the plan; from then on the copy is due.
    """

    zaak: Zaak
    versie: int
    sinds: date


def open_kopieen(werk: Werkeenheid, omgeving: Omgeving, zaken: Mapping[str, Zaak]) -> tuple[Kopiewerk, ...]:
    """Return the copies that are due, in a gemeente that gives one afterwards (Z-11).

    The last version of each zaak counts. A plan that went out as letter or as annex of one is a copy too.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        zaken: the zaken by number.
    """
    if _KOPIE not in omgeving.organisatie.regels or staat_uit(_KOPIE):
        return ()
    laatste: dict[str, Planrecord] = {}
    for record in sorted(werk.plannen.zoek(), key=lambda record: record.plan.versie):
        if record.zaak_id is not None and record.zaak_id in zaken:
            laatste[record.zaak_id] = record
    return tuple(
        Kopiewerk(zaken[nummer], record.plan.versie, record.plan.vastgesteld_op)
        for nummer, record in sorted(laatste.items())
        if not _heeft_kopie(werk, zaken[nummer], record)
    )


def _heeft_kopie(werk: Werkeenheid, zaak: Zaak, record: Planrecord) -> bool:
    wie = sprekers(zaak.client_id, werk.dossiers.haal(zaak.dossier_id).leden)
    if any(kopie.aan in wie for kopie in record.kopieen):
        return True
    return any(_drukt_af(item, record) for item in werk.besluiten.zoek(zaak_id=zaak.id))


def _drukt_af(besluit: Besluitrecord, record: Planrecord) -> bool:
    """Tell whether a decision that was sent carries this version."""
    if besluit.bekendgemaakt_op is None or besluit.plan is None or besluit.concept is None:
        return False
    dragers: Iterable[Drager] = (item.drager for item in besluit.concept.dragers)
    op_papier = Drager.PLAN in dragers or any(item.startswith(_PLANBRIEF) for item in besluit.concept.bijlagen)
    return besluit.plan.id == record.id and op_papier
