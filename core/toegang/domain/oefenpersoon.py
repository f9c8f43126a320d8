"""Made-up residents for test and training: names from a list, BSNs in the test range, addresses that do not exist."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import Any

from toegang.domain.bsn import is_geldig
from toegang.domain.gegevens import lees_csv
from toegang.domain.huishouden import Persoonsgegevens
from toegang.domain.vertegenwoordiger import Vertegenwoordigingsopgave

_REEKS = 999_900_000
"""The test range of the RvIG begins here: 9999xxxxx (L-132)."""
_OMVANG = 100_000
_PLAATS, _POSTCODE, _BUITENLAND = "Oefenstad", "9999XX", "5010"
Kies = Callable[[Sequence[Any]], Any]


@cache
def oefenwoorden(soort: str) -> tuple[str, ...]:
    """Return the made-up words of one kind: ``voornaam_m``, ``voornaam_v``, ``achternaam`` or ``straat``."""
    rijen = lees_csv("oefennamen.csv", lambda rij: (rij["soort"], rij["woord"]))
    return tuple(woord for naam, woord in rijen if naam == soort)


def testnummers(bezet: Collection[str], begin: int) -> Iterator[str]:
    """Give BSNs of the test range, each once, from somewhere in it; about nine thousand in all.

    Args:
        bezet: numbers that are not given.
        begin: where to begin, 0 to 99,999.
    """
    for stap in range(_OMVANG):
        nummer = str(_REEKS + (begin + stap) % _OMVANG)
        if is_geldig(nummer) and nummer not in bezet:
            yield nummer


class Oefenpersonen:
    """Replaces persons; the same name, number or address in one household stays the same.

    Args:
        bezet_bsn: numbers of real people, which nobody gets.
        bezet_namen: surnames of real people, which nobody gets.
        kies: picks one of a sequence.
    """

    def __init__(self, bezet_bsn: Collection[str], bezet_namen: Collection[str], kies: Kies) -> None:
        echte = {naam.casefold() for naam in bezet_namen}
        self._namen = [naam for naam in oefenwoorden("achternaam") if naam.casefold() not in echte]
        self._kies = kies
        self._nummers = testnummers(bezet_bsn, kies(range(_OMVANG)))
        self._bsn: dict[str, str | None] = {}
        self._naam: dict[tuple[str, str], str] = {}
        self._plek: dict[tuple[str, ...], tuple[str, str]] = {}

    @property
    def zonder_bsn(self) -> int:
        """How many persons got no BSN, because the test range was used up."""
        return sum(nummer is None for nummer in self._bsn.values())

    def bsn(self, echt: str | None) -> str | None:
        """Return the number that stands for a real one; ``None`` when there is none left."""
        if echt is None:
            return None
        if echt not in self._bsn:
            self._bsn[echt] = next(self._nummers, None)
        return self._bsn[echt]

    def achternaam(self, kring: str, echt: str) -> str:
        """Return the surname that stands for a real one within a household."""
        return self._naam.setdefault((kring, echt.casefold()), self._kies(self._namen)) if echt else ""

    def persoon(self, echt: Persoonsgegevens, kring: str) -> dict[str, Any]:
        """Return the fields of a person that are replaced; days are for the caller.

        Args:
            echt: the person.
            kring: id of the household.
        """
        man = echt.geslacht == "M" or (echt.geslacht == "O" and self._kies((True, False)))
        return {
            "bsn": self.bsn(echt.bsn),
            "voornamen": self._kies(oefenwoorden("voornaam_m" if man else "voornaam_v")),
            "voorvoegsel": "",
            "geslachtsnaam": self.achternaam(kring, echt.geslachtsnaam),
            "predicaat": "",
            "partner_voorvoegsel": "",
            "partner_geslachtsnaam": self.achternaam(kring, echt.partner_geslachtsnaam),
            "partner_predicaat": "",
            "locatiebeschrijving": f"Woonboot aan de {oefenwoorden('straat')[0]}" if echt.locatiebeschrijving else "",
            **self._adres(echt, kring),
        }

    def vertegenwoordiger(self, echt: Vertegenwoordigingsopgave, kring: str) -> dict[str, Any]:
        """Return the fields of a representative that are replaced."""
        return {
            "organisatie": "Oefenkantoor" if echt.organisatie else "",
            "voornamen": self._kies(oefenwoorden("voornaam_v")) if echt.voornamen else "",
            "voorvoegsel": "",
            "geslachtsnaam": self.achternaam(kring, echt.geslachtsnaam),
            "postbus": "1" if echt.postbus else "",
            **self._adres(echt, kring),
        }

    def _adres(self, echt: Persoonsgegevens | Vertegenwoordigingsopgave, kring: str) -> dict[str, str]:
        sleutel = (kring, echt.straat, echt.huisnummer, echt.huisletter, echt.toevoeging, echt.postcode)
        straat, nummer = self._plek.setdefault(
            sleutel, (self._kies(oefenwoorden("straat")), str(self._kies(range(1, 1000))))
        )
        return {
            "straat": straat if echt.straat else "",
            "huisnummer": nummer if echt.huisnummer else "",
            "huisletter": "",
            "toevoeging": "",
            "postcode": _POSTCODE if echt.postcode else "",
            "woonplaats": _PLAATS if echt.woonplaats else "",
            "land": _BUITENLAND if echt.land else "",
            "buitenland_1": "Oefenlaan 1" if echt.buitenland_1 else "",
            "buitenland_2": _PLAATS if echt.buitenland_2 else "",
            "buitenland_3": "",
        }
