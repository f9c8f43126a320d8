"""What must be done after the decision, per role: check, assign, look again, solve, decide on an objection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from toegang.domain.levering import Levering, Leveringstatus
from toegang.domain.medewerker import Medewerker
from toegang.domain.zaak import Zaak
from toegang.lifecycle.bezwaar import bezwaar_tot
from toegang.lifecycle.bezwaarbesluit import eigenaar
from toegang.lifecycle.bezwaarinbreng import inbreng_van, wacht_op_inbreng
from toegang.lifecycle.herindicatie import aflopend
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Werkeenheid

BINNEN = 60
"""Indications that end within so many days are work: a new research takes its time (L-50)."""


@dataclass(frozen=True)
class Taak:
    """Something to be done after the decision.

    Args:
        zaak: the zaak.
        wat: what, in Dutch.
        op: the day on which it was or is due.
        wie: functie or medewerker id; empty when nobody in particular.
        opdracht: the command that does it, without the gemeente.
    """

    zaak: Zaak
    wat: str
    op: date
    wie: str
    opdracht: str


def ziet_alles(omgeving: Omgeving, mens: Medewerker) -> bool:
    """Tell whether somebody guards the progress of all files (B-46)."""
    return mens.functie in omgeving.organisatie.nazorg.voortgang_rol


def nazorgwerk(werk: Werkeenheid, omgeving: Omgeving, medewerker: str | None = None) -> tuple[Taak, ...]:
    """Gather what must be done after the decision, the first due first.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        medewerker: only what belongs to this medewerker; who guards the progress sees all of it (B-46).

    Raises:
        NietGevonden: the medewerker does not exist.
    """
    ik = werk.medewerkers.haal(medewerker) if medewerker else None
    alles = ik is None or ziet_alles(omgeving, ik)
    zaken = {zaak.id: zaak for zaak in werk.zaken.zoek()}
    taken = [*_leveringen(werk, omgeving, zaken), *_afloop(werk, omgeving), *_signalen(werk, zaken)]
    taken += [*_bezwaren(werk, omgeving, zaken), *_monitoring(werk, omgeving, zaken)]

    def van_mij(taak: Taak) -> bool:
        if alles or ik is None:
            return True
        return taak.wie in (ik.id, ik.functie) or (not taak.wie and ik.id in taak.zaak.leden)

    return tuple(sorted((taak for taak in taken if van_mij(taak)), key=lambda taak: (taak.op, taak.zaak.id, taak.wat)))


def _leveringen(werk: Werkeenheid, omgeving: Omgeving, zaken: dict[str, Zaak]) -> Iterator[Taak]:
    vandaag, rol = omgeving.vandaag(), omgeving.organisatie.nazorg.levering_rol or ""
    for item in werk.leveringen.zoek():
        zaak = zaken[item.zaak_id]
        if item.status is Leveringstatus.TOE_TE_WIJZEN:
            dag = item.ingangsdatum or vandaag
            yield Taak(zaak, f"toewijzen: {item.naam}", dag, rol, f"toegang levering wijs-toe {_naam(item)}")
        if item.loopt and item.controle_op is not None and item.controle_op <= vandaag:
            wat = f"nagaan of de hulp er is: {item.naam}"
            yield Taak(zaak, wat, item.controle_op, rol, f"toegang levering controleer {_naam(item)}")
        if item.loopt and item.heronderzoek_op is not None and item.heronderzoek_op <= vandaag:
            yield Taak(zaak, f"heronderzoek: {item.naam}", item.heronderzoek_op, "", "toegang herindicatie lijst")


def _afloop(werk: Werkeenheid, omgeving: Omgeving) -> Iterator[Taak]:
    """Give the indications that end and of which the resident was not told; not to the consulent (B-51)."""
    ontvanger = omgeving.organisatie.nazorg.afloop_ontvanger
    for item in aflopend(werk, omgeving, BINNEN):
        gemeld = item.levering is not None and item.levering.aangekondigd_op is not None
        if ontvanger is not None and not gemeld and item.vervolg is None:
            wat = f"de inwoner laten weten: {item.voorziening.naam} loopt af"
            opdracht = f"toegang herindicatie brief {item.zaak.id}/{item.voorziening.id}"
            yield Taak(item.zaak, wat, item.einddatum, ontvanger, opdracht)


def _signalen(werk: Werkeenheid, zaken: dict[str, Zaak]) -> Iterator[Taak]:
    for item in werk.signaleringen.zoek(afgehandeld_op=None):
        wat = f"{item.soort.lower()} oplossen"
        yield Taak(zaken[item.zaak_id], wat, item.op, item.aan, f"toegang monitoring afhandelen {item.id}")


def _bezwaren(werk: Werkeenheid, omgeving: Omgeving, zaken: dict[str, Zaak]) -> Iterator[Taak]:
    for item in werk.bezwaren.zoek(afgedaan_op=None):
        zaak = zaken[item.zaak_id]
        wie = eigenaar(omgeving, zaak, omgeving.vandaag())
        if item.bevestigd_op is None:
            opdracht = f"toegang bezwaar bevestig {item.id}"
            yield Taak(zaak, "ontvangst van het bezwaar bevestigen", item.ontvangen_op, wie, opdracht)
        elif bezwaar_tot(werk, item) is not None:
            yield Taak(zaak, "bezwaar behandelen", item.ontvangen_op, wie, f"toegang bezwaar toon {item.id}")
        if wacht_op_inbreng(omgeving, item):
            opdracht = f"toegang bezwaar inbreng {item.id}"
            yield Taak(zaak, "inbreng leveren over het bezwaar", item.ontvangen_op, inbreng_van(werk, item), opdracht)


def _monitoring(werk: Werkeenheid, omgeving: Omgeving, zaken: dict[str, Zaak]) -> Iterator[Taak]:
    laatste = {item.zaak_id: item for item in werk.monitoringen.zoek()}
    for item in laatste.values():
        if item.volgende_op is not None and item.volgende_op <= omgeving.vandaag() and zaken[item.zaak_id].open:
            opdracht = f"toegang monitoring registreer {item.zaak_id}"
            yield Taak(zaken[item.zaak_id], "opnieuw kijken hoe het gaat", item.volgende_op, item.door, opdracht)


def _naam(item: Levering) -> str:
    return f"{item.zaak_id}/{item.voorziening}"
