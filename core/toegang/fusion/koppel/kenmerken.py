"""A person as it is compared: what every source writes differently, made alike; the record itself stays as it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from toegang.domain.datums import OnvolledigeDatum
from toegang.fusion.afbeelding.canoniek import Persoonsrecord
from toegang.fusion.afbeelding.namen import splits_voorvoegsel

_LOS = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "'": None, "’": None})


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What of a person is compared; empty = not known.

    Args:
        record: record id.
        gemeente: code of the old gemeente.
        clientnummer: its number there.
        bsn: nine digits that pass the elfproef; ``None`` = none.
        namen: parts of the surname, own and of the partner, each made alike.
        letters: initials, small letters.
        voornaam: first name, made alike.
        geslacht: M, V or O.
        geboren: birth date, of which parts may be unknown.
        adres: postcode, number, letter and addition.
        telefoon: the digits.
        rij: digest of the row, to see that a row is there twice.
    """

    record: str
    gemeente: str
    clientnummer: str
    bsn: str | None = field(repr=False)
    namen: tuple[str, ...] = field(repr=False)
    letters: str = field(repr=False)
    voornaam: str = field(repr=False)
    geslacht: str
    geboren: OnvolledigeDatum = field(repr=False)
    adres: str = field(repr=False)
    telefoon: str = field(repr=False)
    rij: str

    @property
    def letter(self) -> str:
        """The first initial."""
        return self.letters[:1]


def kenmerken_van(persoon: Persoonsrecord, rij: str = "") -> Kenmerken:
    """Return what of a person is compared.

    Args:
        persoon: the person.
        rij: digest of the row.
    """
    namen: list[str] = []
    for naam in (persoon.geslachtsnaam, persoon.partner_naam):
        for deel in naam.split("-"):
            schoon = maak_gelijk(splits_voorvoegsel(deel.strip())[1])
            if schoon and schoon not in namen:
                namen.append(schoon)
    letters = re.sub(r"[^a-z]", "", maak_gelijk(persoon.voorletters))
    voornaam = maak_gelijk(persoon.voornaam)
    adres = ""
    if persoon.postcode and persoon.huisnummer:
        toevoeging = maak_gelijk(persoon.huisletter + persoon.toevoeging)
        adres = f"{persoon.postcode} {persoon.huisnummer.strip()}{toevoeging}"
    return Kenmerken(
        record=persoon.record,
        gemeente=persoon.gemeente,
        clientnummer=persoon.clientnummer,
        bsn=persoon.bsn,
        namen=tuple(namen),
        letters=letters or voornaam[:1],
        voornaam=voornaam,
        geslacht=persoon.geslacht,
        geboren=persoon.geboortedatum,
        adres=adres,
        telefoon=re.sub(r"\D", "", persoon.telefoon)[-9:],
        rij=rij,
    )


@lru_cache(maxsize=65536)
def maak_gelijk(tekst: str) -> str:
    """Return a name without capitals, accents, spaces and signs: ``Bilgiç`` and ``BILGIC`` become the same."""
    los = unicodedata.normalize("NFKD", tekst.casefold().translate(_LOS))
    return "".join(teken for teken in los if teken.isalnum() and not unicodedata.combining(teken))


def zelfde_geboortedatum(een: OnvolledigeDatum, ander: OnvolledigeDatum) -> bool:
    """Tell whether two birth dates do not contradict each other; unknown parts are no difference."""
    paren = ((een.jaar, ander.jaar), (een.maand, ander.maand), (een.dag, ander.dag))
    return all(a is None or b is None or a == b for a, b in paren)


def passende_letters(een: Kenmerken, ander: Kenmerken) -> bool:
    """Tell whether first names or initials can be of one person; what is not known contradicts nothing."""
    if een.voornaam and een.voornaam == ander.voornaam:
        return True
    if not een.letters or not ander.letters:
        return True
    return een.letters.startswith(ander.letters) or ander.letters.startswith(een.letters)


def andere_voornaam(een: Kenmerken, ander: Kenmerken) -> bool:
    """Tell whether both first names are known and differ."""
    return bool(een.voornaam and ander.voornaam and gelijkenis(een.voornaam, ander.voornaam) < 0.9)


def zelfde_geslacht(een: Kenmerken, ander: Kenmerken) -> bool:
    """Tell whether the sexes do not contradict each other."""
    return "O" in (een.geslacht, ander.geslacht) or een.geslacht == ander.geslacht


def naamverwantschap(een: Kenmerken, ander: Kenmerken) -> float:
    """Return how much the surnames are alike: 1.0 = a part is the same, own or of the partner."""
    if not een.namen or not ander.namen:
        return 0.5
    if set(een.namen) & set(ander.namen):
        return 1.0
    return max(gelijkenis(a, b) for a in een.namen for b in ander.namen)


@lru_cache(maxsize=65536)
def gelijkenis(een: str, ander: str) -> float:
    """Return the Jaro-Winkler likeness of two words, 0.0 to 1.0 (Winkler 1990)."""
    if een == ander:
        return 1.0
    if not een or not ander:
        return 0.0
    gewoon = _jaro(een, ander)
    begin = 0
    for a, b in zip(een[:4], ander[:4], strict=False):
        if a != b:
            break
        begin += 1
    return gewoon + begin * 0.1 * (1 - gewoon)


def _jaro(een: str, ander: str) -> float:
    bereik = max(0, max(len(een), len(ander)) // 2 - 1)
    gebruikt = [False] * len(ander)
    raak: list[str] = []
    for plaats, teken in enumerate(een):
        for j in range(max(0, plaats - bereik), min(len(ander), plaats + bereik + 1)):
            if not gebruikt[j] and ander[j] == teken:
                gebruikt[j] = True
                raak.append(teken)
                break
    if not raak:
        return 0.0
    tegen = [teken for teken, ja in zip(ander, gebruikt, strict=True) if ja]
    verwisseld = sum(a != b for a, b in zip(raak, tegen, strict=True)) / 2
    m = len(raak)
    return (m / len(een) + m / len(ander) + (m - verwisseld) / m) / 3
