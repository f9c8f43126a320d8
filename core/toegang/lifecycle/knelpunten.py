"""What is stuck: raised by people, and seen in the files (W-22)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from toegang.domain.levering import Levering, Leveringstatus
from toegang.domain.schakels import Partij
from toegang.domain.zaak import Zaak
from toegang.domain.zaaktermijn import Stand
from toegang.lifecycle.aanbieders import aanbieders
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.termijnen import beleid_van, termijnen_van_alle
from toegang.storage import Werkeenheid


@dataclass(frozen=True)
class Gezien:
    """A bottleneck.

    Args:
        zaak: zaaknummer.
        wat: what is stuck, in Dutch; the text of a person is not shown here.
        sinds: since when.
        aan: who is to solve it; empty when nobody in particular.
        signaal: id of the signal that a person raised; ``None`` = seen in the files.
    """

    zaak: str
    wat: str
    sinds: date
    aan: str
    signaal: str | None = None


def zie_knelpunten(werk: Werkeenheid, omgeving: Omgeving) -> tuple[Gezien, ...]:
    """Return all bottlenecks, the oldest first.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.

    Raises:
        ToegangFout: a setting of the gemeente is not a term.
    """
    zaken = {zaak.id: zaak for zaak in werk.zaken.zoek()}
    gevonden = [
        Gezien(item.zaak_id, f"{item.soort.lower()} gemeld", item.op, item.aan, item.id)
        for item in werk.signaleringen.zoek(afgehandeld_op=None)
    ]
    gevonden += _leveringen(werk, omgeving)
    gevonden += _monitoring(werk, omgeving, zaken)
    gevonden += _termijnen(werk, omgeving, zaken)
    return tuple(sorted(gevonden, key=lambda item: (item.sinds, item.zaak, item.wat)))


def _leveringen(werk: Werkeenheid, omgeving: Omgeving) -> Iterator[Gezien]:
    vandaag, rol = omgeving.vandaag(), omgeving.organisatie.nazorg.levering_rol or ""
    normen = {
        (id, contract.nummer): contract.start_binnen_dagen
        for id, item in aanbieders(werk).items()
        for contract in item.contracten
    }
    for levering in werk.leveringen.zoek():
        if not levering.loopt:
            continue
        wat = f"levering {levering.voorziening} ({levering.product})"
        laatste = _uiterste_start(levering, normen)
        if levering.gestart_op is None and laatste is not None and laatste < vandaag:
            yield Gezien(levering.zaak_id, f"{wat} is niet gestart", laatste, rol)
        elif levering.status is Leveringstatus.NIET_GELEVERD:
            gezien = levering.controles[-1].op if levering.controles else levering.ingangsdatum or vandaag
            yield Gezien(levering.zaak_id, f"{wat} wordt niet geleverd", gezien, rol)
        if levering.controle_op is not None and levering.controle_op < vandaag:
            yield Gezien(levering.zaak_id, f"{wat} is niet gecontroleerd", levering.controle_op, rol)
        if levering.heronderzoek_op is not None and levering.heronderzoek_op < vandaag:
            yield Gezien(levering.zaak_id, f"heronderzoek van {wat} is niet gedaan", levering.heronderzoek_op, "")


def _uiterste_start(levering: Levering, normen: dict[tuple[str, str], int | None]) -> date | None:
    """Return the day by which it should have begun: the first day granted, or what the contract says."""
    if levering.ingangsdatum is None:
        return None
    dagen = [norm for (aanbieder, _), norm in normen.items() if aanbieder == levering.aanbieder and norm is not None]
    afgesproken = levering.toegewezen_op + timedelta(days=max(dagen)) if levering.toegewezen_op and dagen else None
    return max(levering.ingangsdatum, afgesproken) if afgesproken else levering.ingangsdatum


def _monitoring(werk: Werkeenheid, omgeving: Omgeving, zaken: dict[str, Zaak]) -> Iterator[Gezien]:
    laatste = {item.zaak_id: item for item in werk.monitoringen.zoek()}
    for item in laatste.values():
        if item.volgende_op is not None and item.volgende_op < omgeving.vandaag() and zaken[item.zaak_id].open:
            yield Gezien(item.zaak_id, "niet opnieuw gekeken hoe het gaat", item.volgende_op, item.door)


def _termijnen(werk: Werkeenheid, omgeving: Omgeving, zaken: dict[str, Zaak]) -> Iterator[Gezien]:
    in_bezwaar = {item.zaak_id for item in werk.bezwaren.zoek() if item.loopt}
    lopend = [zaak for zaak in zaken.values() if zaak.open or zaak.id in in_bezwaar]
    for stand in termijnen_van_alle(werk, lopend, omgeving.vandaag(), beleid_van(omgeving)):
        for termijn in stand.termijnen:
            if termijn.partij is Partij.GEMEENTE and termijn.stand is Stand.VERSTREKEN and termijn.einde is not None:
                wat = f"te laat: {termijn.omschrijving} ({termijn.regel})"
                yield Gezien(stand.zaak.id, wat, termijn.einde, stand.zaak.team or "")
