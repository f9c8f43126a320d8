"""Generated test persons: fictitious, deterministic, with BSNs of the RvIG test range only (L-132)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from toegang.domain.bsn import Bsn, is_geldig
from toegang.domain.huishouden import Persoonsgegevens

_VOORNAMEN = {
    "V": ("Anna", "Fatima", "Johanna", "Kim", "Lotte", "Maria", "Noor", "Sanne", "Tess", "Willemien", "Yara", "Zoë"),
    "M": (
        "Ahmed",
        "Bram",
        "Cornelis",
        "Daan",
        "Emre",
        "Gerrit",
        "Hendrik",
        "Jan",
        "Klaas",
        "Lars",
        "Mohamed",
        "Sjoerd",
    ),
}
_ACHTERNAMEN = (
    ("", "Bakker"),
    ("de", "Boer"),
    ("van den", "Berg"),
    ("", "Dijkstra"),
    ("", "Jansen"),
    ("de", "Jong"),
    ("", "Meijer"),
    ("", "Mulder"),
    ("", "Öztürk"),
    ("van", "Dijk"),
    ("", "Visser"),
    ("de", "Vries"),
    ("van der", "Meer"),
    ("", "Yılmaz"),
    ("", "Smit"),
)
_STRATEN = ("Dorpsstraat", "Kerkstraat", "Molenweg", "Schoolstraat", "Julianalaan", "Lindelaan", "Stationsweg")


class Personen:
    """A source of fictitious persons for one gemeente.

    Args:
        zaad: word that fixes the sequence, e.g. the key of the gemeente.
        gemeentecode: code of the gemeente.
        woonplaats: place in the addresses.
        vandaag: the day on which ages are counted.
        blok: which part of the test range the numbers come from, so that gemeenten differ.
    """

    def __init__(self, zaad: str, gemeentecode: str, woonplaats: str, vandaag: date, blok: int) -> None:
        self._toeval = random.Random(f"toegang-{zaad}")  # noqa: S311  test data, no secret
        self._gemeentecode = gemeentecode
        self._woonplaats = woonplaats
        self._vandaag = vandaag
        self._nummers = _testnummers(blok)
        self._adres: dict[str, str] = {}
        self.verhuis()

    def verhuis(self) -> None:
        """Go on with a new household: another address and surname."""
        kies = self._toeval
        letters = "ABCDEFGHJKLMNPRSTVWXZ"
        self._adres = {
            "straat": kies.choice(_STRATEN),
            "huisnummer": str(kies.randint(1, 180)),
            "postcode": f"{kies.randint(1000, 9999)}{kies.choice(letters)}{kies.choice('ABCEGHJKLMN')}",
            "woonplaats": self._woonplaats,
            "gemeentecode": self._gemeentecode,
        }
        self._naam = kies.choice(_ACHTERNAMEN)

    def persoon(self, leeftijd: int) -> Persoonsgegevens:
        """Return a person of about that age, living with the former one.

        Args:
            leeftijd: age in whole years today.
        """
        kies = self._toeval
        geslacht = kies.choice("VM")
        geboren = date(self._vandaag.year - leeftijd - 1, kies.randint(1, 12), kies.randint(1, 28))
        if (geboren.month, geboren.day) <= (self._vandaag.month, self._vandaag.day):
            geboren = geboren.replace(year=geboren.year + 1)
        velden = {
            "bsn": next(self._nummers),
            "voornamen": kies.choice(_VOORNAMEN[geslacht]),
            "voorvoegsel": self._naam[0],
            "geslachtsnaam": self._naam[1],
            "geslacht": geslacht,
            "geboortedatum": geboren.strftime("%Y%m%d"),
        }
        return Persoonsgegevens.model_validate(velden | self._adres)


def _testnummers(blok: int) -> Iterator[str]:
    for volgnummer in range(blok * 20_000, (blok + 1) * 20_000):
        nummer = f"9999{volgnummer:05d}"
        if is_geldig(nummer):
            assert Bsn(nummer).is_testnummer
            yield nummer
