"""The deterministic ladder of DOMAIN.md E.4: what can be said by rule alone, and what contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from toegang.fusion.koppel.kenmerken import (
    Kenmerken,
    andere_voornaam,
    naamverwantschap,
    passende_letters,
    zelfde_geboortedatum,
    zelfde_geslacht,
)
from toegang.fusion.koppel.paren import Paar, Zekerheid, maak_paar

_VERWANT = 0.85
_GEWICHT = {2: 30.0, 3: 12.0, 4: 14.0, 5: 8.0}
_MEESTE_MET_EEN_BSN = 40
"""More records under one BSN are no person but a filler; they are a conflict, and no pairs are made of them."""


@dataclass(frozen=True)
class Bsnstand:
    """What the BSN's of all sources say of each other.

    Args:
        betwist: numbers under which records contradict each other (step 3); they prove nothing any more.
        dubbel_in_bron: numbers under which one source has several clients.
    """

    betwist: frozenset[str]
    dubbel_in_bron: frozenset[str]


def tegenspraak(een: Kenmerken, ander: Kenmerken) -> tuple[str, ...]:
    """Return what contradicts that two records with one BSN are one person; empty = nothing (E.4 step 2).

    Args:
        een: a record.
        ander: another.
    """
    redenen = []
    if not zelfde_geboortedatum(een.geboren, ander.geboren):
        redenen.append("andere geboortedatum")
    if not passende_letters(een, ander):
        redenen.append("andere voornaam of voorletters")
    if not zelfde_geslacht(een, ander):
        redenen.append("ander geslacht")
    return tuple(redenen)


def bepaal_bsnstand(groepen: Mapping[str, list[Kenmerken]]) -> Bsnstand:
    """Return which numbers prove nothing.

    Args:
        groepen: BSN → records with it.
    """
    betwist, dubbel = set(), set()
    for bsn, leden in groepen.items():
        if len(leden) > _MEESTE_MET_EEN_BSN or any(tegenspraak(a, b) for a, b in combinations(leden, 2)):
            betwist.add(bsn)
        per_bron = {(lid.gemeente, lid.clientnummer) for lid in leden}
        if len({gemeente for gemeente, _ in per_bron}) < len(per_bron):
            dubbel.add(bsn)
    return Bsnstand(frozenset(betwist), frozenset(dubbel))


def op_bsn(personen: Iterable[Kenmerken]) -> dict[str, list[Kenmerken]]:
    """Return the records per valid BSN, where there is more than one."""
    groepen: dict[str, list[Kenmerken]] = defaultdict(list)
    for persoon in personen:
        if persoon.bsn is not None:
            groepen[persoon.bsn].append(persoon)
    return {bsn: leden for bsn, leden in groepen.items() if len(leden) > 1}


def paren_met_bsn(groepen: Mapping[str, list[Kenmerken]], stand: Bsnstand) -> Iterator[Paar]:
    """Return the pairs of steps 2 and 3.

    Args:
        groepen: BSN → records with it.
        stand: which numbers prove nothing.
    """
    for bsn, leden in groepen.items():
        if len(leden) > _MEESTE_MET_EEN_BSN:
            continue
        for een, ander in combinations(leden, 2):
            yield from _paar_met_bsn(bsn, een, ander, stand)


def _paar_met_bsn(bsn: str, een: Kenmerken, ander: Kenmerken, stand: Bsnstand) -> Iterator[Paar]:
    if een.rij and een.rij == ander.rij and een.gemeente == ander.gemeente:
        yield maak_paar(een.record, ander.record, 2, Zekerheid.ZEKER, 40.0, ("dezelfde rij staat er twee keer",))
        return
    tegen = tegenspraak(een, ander)
    if len(tegen) > 1 or (tegen and naamverwantschap(een, ander) < _VERWANT):
        return  # two persons under one number; the conflict says so
    if tegen:
        maar = ("hetzelfde geldige BSN", f"maar: {', '.join(tegen)}")
        yield maak_paar(een.record, ander.record, 3, Zekerheid.MOGELIJK, 4.0, maar)
        return
    redenen: tuple[str, ...] = (
        "hetzelfde geldige BSN",
        "dezelfde geboortedatum",
        "passende voornaam of voorletters",
    )
    eigen_nummers = een.gemeente == ander.gemeente and een.clientnummer != ander.clientnummer
    andere_naam = naamverwantschap(een, ander) < _VERWANT and not (
        een.geslacht == ander.geslacht and een.letters == ander.letters
    )
    if bsn in stand.betwist:
        redenen, stap = (*redenen, "maar dit BSN staat ook bij iemand anders"), 3
    elif eigen_nummers:
        redenen, stap = (*redenen, "maar één bron heeft twee cliëntnummers"), 3
    elif andere_naam or andere_voornaam(een, ander):
        redenen, stap = (*redenen, "maar de namen lijken niet op elkaar"), 3
    else:
        stap = 2
    zekerheid = Zekerheid.ZEKER if stap == 2 else Zekerheid.WAARSCHIJNLIJK
    yield maak_paar(een.record, ander.record, stap, zekerheid, _GEWICHT[stap], redenen)


def spreekt_bsn_tegen(een: Kenmerken, ander: Kenmerken, stand: Bsnstand) -> bool:
    """Tell whether two undisputed numbers say that they are two persons."""
    if een.bsn is None or ander.bsn is None or een.bsn == ander.bsn:
        return False
    return een.bsn not in stand.betwist and ander.bsn not in stand.betwist


def paren_zonder_bsn(personen: Iterable[Kenmerken], stand: Bsnstand) -> Iterator[Paar]:
    """Return the pairs of steps 4 and 5: records of one birth date, of which one has no BSN that proves something.

    Args:
        personen: all records.
        stand: which numbers prove nothing.
    """
    blokken: dict[str, list[Kenmerken]] = defaultdict(list)
    for persoon in personen:
        if persoon.geboren.datum is not None:
            blokken[persoon.geboren.lo3() + persoon.letter].append(persoon)
    for leden in blokken.values():
        for een, ander in combinations(leden, 2):
            if een.bsn == ander.bsn and een.bsn is not None:
                continue
            if spreekt_bsn_tegen(een, ander, stand) or not zelfde_geslacht(een, ander):
                continue
            paar = _stap_vier_of_vijf(een, ander)
            if paar is not None:
                yield paar


def _stap_vier_of_vijf(een: Kenmerken, ander: Kenmerken) -> Paar | None:
    if not passende_letters(een, ander) or andere_voornaam(een, ander):
        return None
    if not set(een.namen) & set(ander.namen):
        return None
    zelfde_letters = een.letters == ander.letters
    if een.namen == ander.namen and zelfde_letters and een.adres and een.adres == ander.adres:
        alles = ("zelfde geslachtsnaam, voorletters, geboortedatum, postcode en huisnummer (Wmo 5.2.9 lid 5)",)
        return maak_paar(een.record, ander.record, 4, Zekerheid.WAARSCHIJNLIJK, _GEWICHT[4], alles)
    redenen = ("zelfde geboortedatum en geslacht", "de naam past bij de eigen naam of die van de partner")
    if een.telefoon and een.telefoon == ander.telefoon:
        return maak_paar(
            een.record, ander.record, 5, Zekerheid.WAARSCHIJNLIJK, _GEWICHT[4], (*redenen, "zelfde telefoonnummer")
        )
    return maak_paar(een.record, ander.record, 5, Zekerheid.MOGELIJK, _GEWICHT[5], redenen)
