"""Names and addresses of old systems, taken apart; what was there is kept beside it."""

from __future__ import annotations

import re

from toegang.domain.waarde import Waarde

VOORVOEGSELS = frozenset(
    [
        "af",
        "aan",
        "al",
        "am",
        "auf",
        "aus",
        "ben",
        "bij",
        "bin",
        "da",
        "dal",
        "dalla",
        "das",
        "de",
        "degli",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "don",
        "dos",
        "du",
        "el",
        "en",
        "het",
        "'i",
        "i",
        "im",
        "in",
        "'t",
        "t",
        "la",
        "las",
        "le",
        "les",
        "l'",
        "lo",
        "los",
        "o'",
        "of",
        "onder",
        "op",
        "over",
        "'s",
        "s",
        "te",
        "ten",
        "ter",
        "tho",
        "thoe",
        "thor",
        "to",
        "toe",
        "tot",
        "uijt",
        "uit",
        "unter",
        "van",
        "ver",
        "vom",
        "von",
        "voor",
        "vor",
        "zu",
        "zum",
        "zur",
        "d'",
        "d",
        "à",
    ]
)
"""Words of the BRP table of voorvoegsels (LO3 table 36), the parts of which they are made (M, nog te toetsen)."""
_TITELS = frozenset(
    [
        "dhr",
        "mevr",
        "mw",
        "hr",
        "heer",
        "mevrouw",
        "drs",
        "dr",
        "ir",
        "ing",
        "mr",
        "prof",
        "jhr",
        "jkvr",
        "graaf",
        "gravin",
        "baron",
        "barones",
        "bsc",
        "msc",
        "ba",
        "ma",
    ]
)
_ADRES = re.compile(r"(?P<straat>.*?\D)\s*(?P<nummer>\d{1,5})(?:\s*-?\s*(?P<rest>[A-Za-z0-9][A-Za-z0-9 /-]*)?)?\s*")


class Naamdelen(Waarde):
    """A name, taken apart.

    Args:
        geslachtsnaam: the surname, or both with a hyphen.
        voorvoegsel: before it.
        voorletters: initials.
    """

    geslachtsnaam: str = ""
    voorvoegsel: str = ""
    voorletters: str = ""


class Adresdelen(Waarde):
    """An address, taken apart."""

    straat: str = ""
    huisnummer: str = ""
    huisletter: str = ""
    toevoeging: str = ""


def splits_komma(tekst: str) -> Naamdelen | None:
    """Take ``JANSEN-DE VRIES, A.B. VAN DER`` apart.

    Args:
        tekst: surname, comma, initials and voorvoegsel.

    Returns:
        The parts; ``None`` when there is no surname.
    """
    voor, _, achter = tekst.partition(",")
    naam = " ".join(voor.split())
    if not naam:
        return None
    letters: list[str] = []
    voorvoegsel: list[str] = []
    for woord in achter.split():
        kaal = woord.strip(".").casefold()
        if kaal in _TITELS:
            continue
        if kaal in VOORVOEGSELS and "." not in woord:
            voorvoegsel.append(woord.lower())
        else:
            letters.append(woord)
    los, rest = splits_voorvoegsel(naam)
    vooraan = " ".join(voorvoegsel) or los
    return Naamdelen(geslachtsnaam=rest, voorvoegsel=vooraan, voorletters=maak_voorletters(" ".join(letters)))


def splits_voorvoegsel(tekst: str) -> tuple[str, str]:
    """Return the voorvoegsel before a surname, and the surname.

    Args:
        tekst: for example ``van der Berg``.
    """
    woorden = tekst.split()
    while woorden and woorden[0].strip(".").casefold() in _TITELS and len(woorden) > 1:
        woorden.pop(0)
    voor: list[str] = []
    while len(woorden) > 1 and woorden[0].casefold() in VOORVOEGSELS:
        voor.append(woorden.pop(0).lower())
    return " ".join(voor), " ".join(woorden)


def maak_voorletters(tekst: str) -> str:
    """Return initials as ``A.B.``; out of names the first letters.

    Args:
        tekst: ``A.B.``, ``AB`` (capitals), or names.
    """
    delen: list[str] = []
    for woord in re.split(r"[\s.]+", tekst):
        if not woord:
            continue
        delen += list(woord) if woord.isupper() and len(woord) <= 4 and "." not in tekst else [woord[0]]
    return "".join(f"{letter.upper()}." for letter in delen)


def splits_adres(tekst: str) -> Adresdelen | None:
    """Take ``Kapelweg 53-bis`` or ``Beekdalweg 130 c`` apart.

    Returns:
        The parts; ``None`` when there is no number.
    """
    gevonden = _ADRES.fullmatch(" ".join(tekst.split()))
    if gevonden is None:
        return None
    rest = (gevonden["rest"] or "").strip(" -")
    letter, toevoeging = "", rest
    if re.fullmatch(r"[A-Za-z]", rest):
        letter, toevoeging = rest.upper(), ""
    return Adresdelen(
        straat=gevonden["straat"].strip(), huisnummer=gevonden["nummer"], huisletter=letter, toevoeging=toevoeging
    )
