"""Reports and advice that still ask for something: a copy for the resident, an answer of an adviser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toegang.domain.adviesaanvraag import Adviesstatus
from toegang.domain.datums import datum_voluit
from toegang.domain.gesprek import Gesprek
from toegang.domain.levensloop import LEVENSLOOP, Stap
from toegang.domain.zaak import Zaak
from toegang.lifecycle.gesprek import gesprek_gedaan
from toegang.storage import Werkeenheid


@dataclass(frozen=True)
class Gesprekswerk:
    """Something around a gesprek that somebody still has to do.

    Args:
        zaak: the zaak.
        wat: what, in Dutch.
        opdracht: the command, without the gemeente.
    """

    zaak: Zaak
    wat: str
    opdracht: str


def gesprekswerk(werk: Werkeenheid, zaken: Iterable[Zaak]) -> tuple[Gesprekswerk, ...]:
    """Return what is still to do around the gesprekken of open zaken that are not decided on yet.

    Args:
        werk: a unit of work.
        zaken: the zaken to look at.
    """
    te_doen = {zaak.id: zaak for zaak in zaken if _voor_het_besluit(zaak)}
    laatste: dict[str, Gesprek] = {}
    for item in werk.gesprekken.zoek(zaak_id=set(te_doen)):
        vorige = laatste.get(item.zaak_id)
        laatste[item.zaak_id] = item if vorige is None or item.versie > vorige.versie else vorige
    gevonden = [
        Gesprekswerk(te_doen[nummer], _verslag(item), f"toegang gesprek verstrek {nummer} --op DATUM --hoe post")
        for nummer, item in laatste.items()
        if gesprek_gedaan(te_doen[nummer]) and item.verstrekt_op is None
    ]
    for advies in werk.adviezen.zoek(zaak_id=set(te_doen), status=Adviesstatus.GEVRAAGD):
        wat = f"advies afwachten, gevraagd op {datum_voluit(advies.gevraagd_op)}"
        opdracht = f"toegang gesprek advies ontvang {advies.zaak_id} {advies.id} BESTAND"
        gevonden.append(Gesprekswerk(te_doen[advies.zaak_id], wat, opdracht))
    return tuple(sorted(gevonden, key=lambda item: item.zaak.id))


def _verslag(gesprek: Gesprek) -> str:
    versie = f" (versie {gesprek.versie})" if gesprek.versie > 1 else ""
    return f"het verslag{versie} aan de inwoner geven"


def _voor_het_besluit(zaak: Zaak) -> bool:
    stappen = LEVENSLOOP[zaak.wet]
    return Stap.GESPREK in stappen and zaak.open and stappen.index(zaak.status) < stappen.index(Stap.BESLUIT)
