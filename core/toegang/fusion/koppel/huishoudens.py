"""Households, rebuilt: what a source says belongs together, and who share address and name; no more than that."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

GROOTSTE = 12
"""More people at one address are an institution or a filler; then each is a household of his own."""


def bouw_huishoudens(
    persoon_van: Mapping[str, str],
    sleutels: Iterable[tuple[str, str, str, tuple[str, ...]]],
) -> dict[str, str]:
    """Return the household of each person.

    A file is shared by who is in it, so strangers at one address are not put together: besides the address they
    share a surname, own or of the partner.

    Args:
        persoon_van: record id → person, without what no people decided.
        sleutels: record id, household id of the source with its gemeente (or empty), address (or empty), names.

    Returns:
        Person → id of the household.
    """
    personen = sorted(set(persoon_van.values()))
    ouder = {persoon: persoon for persoon in personen}

    def wortel(persoon: str) -> str:
        while ouder[persoon] != persoon:
            ouder[persoon] = persoon = ouder[ouder[persoon]]
        return persoon

    for groep in _samen(persoon_van, sleutels):
        if 1 < len(groep) <= GROOTSTE:
            eerste, *rest = sorted(groep)
            for ander in rest:
                a, b = sorted((wortel(eerste), wortel(ander)))
                ouder[b] = a
    leden: dict[str, list[str]] = defaultdict(list)
    for persoon in personen:
        leden[wortel(persoon)].append(persoon)
    return {persoon: _id(groep) for groep in leden.values() for persoon in groep}


def _samen(
    persoon_van: Mapping[str, str], sleutels: Iterable[tuple[str, str, str, tuple[str, ...]]]
) -> Iterable[set[str]]:
    """Return the sets of persons that belong together for one reason."""
    samen: dict[str, set[str]] = defaultdict(set)
    for record, huishouden, adres, namen in sleutels:
        if huishouden:
            samen[f"h:{huishouden}"].add(persoon_van[record])
        for naam in namen if adres else ():
            samen[f"a:{adres}:{naam}"].add(persoon_van[record])
    return samen.values()


def _id(groep: list[str]) -> str:
    return "H-" + hashlib.sha256(min(groep).encode()).hexdigest()[:12]
