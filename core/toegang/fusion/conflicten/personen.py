"""Conflicts about persons: numbers, twins, secrecy, and what registrations say differently of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from toegang.fusion.afbeelding.canoniek import Persoonsrecord
from toegang.fusion.conflicten.soorten import Geval, maak_geval
from toegang.fusion.koppel.kenmerken import Kenmerken, zelfde_geboortedatum
from toegang.fusion.koppel.ladder import bepaal_bsnstand, op_bsn
from toegang.fusion.waarden import Plaats


def bsn_conflicten(kenmerken: Mapping[str, Kenmerken], plaatsen: Mapping[str, Plaats]) -> Iterator[Geval]:
    """Return a conflict per number under which records contradict each other, or are two persons.

    Args:
        kenmerken: the person records.
        plaatsen: who is one person.
    """
    groepen = op_bsn(kenmerken.values())
    stand = bepaal_bsnstand(groepen)
    for bsn, leden in sorted(groepen.items(), key=lambda item: min(lid.record for lid in item[1])):
        records = tuple(sorted(lid.record for lid in leden))
        meer_mensen = len({plaatsen[record].persoon for record in records}) > 1
        if bsn in stand.betwist or meer_mensen:
            yield maak_geval("CONFLICT_BSN", records, "bsn", _waarin(leden))
        elif bsn in stand.dubbel_in_bron:
            yield maak_geval("BSN_DUBBEL_IN_BRON", records, "clientnummer")


def _waarin(leden: list[Kenmerken]) -> str:
    delen = []
    if any(not zelfde_geboortedatum(leden[0].geboren, lid.geboren) for lid in leden):
        delen.append("geboortedatum")
    if len({lid.letter for lid in leden if lid.letter}) > 1:
        delen.append("voorletters")
    if len({lid.geslacht for lid in leden if lid.geslacht != "O"}) > 1:
        delen.append("geslacht")
    return f"verschilt in: {', '.join(delen)}" if delen else "twee mensen volgens de koppeling"


def ongeldig_bsn(persoon: Persoonsrecord) -> Iterator[Geval]:
    """Return a conflict when something is filled in that is no BSN."""
    if persoon.bsn_ongeldig:
        yield maak_geval("BSN_ONGELDIG", (persoon.record,), "bsn")


def tweelingen(kenmerken: Mapping[str, Kenmerken], plaatsen: Mapping[str, Plaats]) -> Iterator[Geval]:
    """Return a conflict per two persons with one birth date and one address (E.4 step 6)."""
    op_plek: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record, item in kenmerken.items():
        if item.geboren.datum is not None and item.adres:
            op_plek[item.geboren.lo3(), item.adres].add(plaatsen[record].persoon)
    leden: dict[str, list[str]] = defaultdict(list)
    for record, plaats in plaatsen.items():
        leden[plaats.persoon].append(record)
    gezien: set[frozenset[str]] = set()
    for personen in op_plek.values():
        groep = frozenset(personen)
        if 1 < len(groep) <= 6 and groep not in gezien:
            gezien.add(groep)
            yield maak_geval("TWEELING", tuple(sorted(record for persoon in groep for record in leden[persoon])))


class Persoonsverschillen:
    """Collects what registrations say of one person, to tell in what they differ; holds digests, not values."""

    _VELDEN = ("geslachtsnaam", "voorletters", "geslacht", "adres", "telefoon", "geboortedatum", "overleden")

    def __init__(self) -> None:
        self._gezien: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._geheim: dict[str, set[bool]] = defaultdict(set)
        self._records: dict[str, list[str]] = defaultdict(list)

    def zie(self, plaats: Plaats, persoon: Persoonsrecord, kenmerk: Kenmerken) -> None:
        """Take a record in."""
        self._records[plaats.persoon].append(persoon.record)
        if persoon.geheim is not None:
            self._geheim[plaats.persoon].add(persoon.geheim)
        waarden = {
            "geslachtsnaam": "-".join(sorted(kenmerk.namen)),
            "voorletters": kenmerk.letters,
            "geslacht": kenmerk.geslacht if kenmerk.geslacht != "O" else "",
            "adres": kenmerk.adres,
            "telefoon": kenmerk.telefoon,
            "geboortedatum": kenmerk.geboren.lo3(),
            "overleden": persoon.overleden.lo3() if persoon.overleden else "",
        }
        for veld, waarde in waarden.items():
            if waarde:
                self._gezien[plaats.persoon][veld].add(hash(waarde))

    def gevallen(self) -> Iterator[Geval]:
        """Return the conflicts."""
        for persoon, records in sorted(self._records.items()):
            if len(records) < 2:
                continue
            if len(self._geheim[persoon]) > 1:
                yield maak_geval("GEHEIM_VERSCHIL", tuple(sorted(records)), "geheim")
            anders = [veld for veld in self._VELDEN if len(self._gezien[persoon][veld]) > 1]
            if anders:
                yield maak_geval("GEGEVENS_VERSCHIL", tuple(sorted(records)), ", ".join(anders))


def overleden_personen(records: Iterable[tuple[Plaats, Persoonsrecord]]) -> frozenset[str]:
    """Return the persons who are known as deceased in any registration."""
    return frozenset(plaats.persoon for plaats, persoon in records if persoon.overleden is not None)
