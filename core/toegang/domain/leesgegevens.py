"""The data of the readability check: limits, abbreviations and the list of hard words (``data/leesbaarheid.toml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from typing import Any

from toegang.domain.gegevens import lees_csv, lees_toml

_BESTAND = "leesbaarheid.toml"


@dataclass(frozen=True, slots=True)
class Grenzen:
    """Limits of readable text; see the comments in the packaged file.

    Args:
        flesch_douma: score that a text aims at; higher reads easier.
        zin_woorden: most words of a sentence within B1.
        lange_zin: number of words from which splitting is advised.
        lang_woord: number of syllables from which a word is long.
        lange_woorden: most long words of a sentence within B1.
        aandeel_b1: per cent of the sentences; more than this is within B1.
        moeilijk: most hard words without explanation.
    """

    flesch_douma: int
    zin_woorden: int
    lange_zin: int
    lang_woord: int
    lange_woorden: int
    aandeel_b1: int
    moeilijk: int

    def met(self, getallen: Mapping[str, int]) -> Grenzen:
        """Return these limits with those that a gemeente chose itself; other numbers are left alone."""
        return replace(self, **{naam: getal for naam, getal in getallen.items() if naam in grensnamen()})


def grensnamen() -> frozenset[str]:
    """Return the names of the limits that a gemeente can choose itself."""
    return frozenset(veld.name for veld in fields(Grenzen))


class Zwaarte(StrEnum):
    """How hard a word is."""

    MOEILIJK = "moeilijk"
    STIJF = "stijf"


@dataclass(frozen=True, slots=True)
class Jargon:
    """A word that many residents do not know.

    Args:
        woord: the word as in the list; a star stands for any ending.
        gewoon: ordinary words instead of it.
        zwaarte: hard (not without explanation) or stiff (better avoided).
    """

    woord: str
    gewoon: str
    zwaarte: Zwaarte


@cache
def grenzen() -> Grenzen:
    """Return the limits of the packaged file.

    Raises:
        ToegangFout: the file is unusable.
    """
    (rij,) = lees_toml(_BESTAND, "grenzen", lambda rij: Grenzen(**rij))
    return rij


@cache
def jargonlijst() -> tuple[Jargon, ...]:
    """Return the list of hard and stiff words.

    Raises:
        ToegangFout: the file is unusable.
    """
    return lees_csv("jargon.csv", _jargon)


@cache
def jargonpatroon() -> tuple[re.Pattern[str], Mapping[str, Jargon]]:
    """Return one pattern that finds every word of the list, and the words by the name of their group."""
    groepen = {f"j{nummer}": item for nummer, item in enumerate(jargonlijst())}
    # the longest first, so that "integrale hulp" is not found as a shorter word
    volgorde = sorted(groepen, key=lambda naam: -len(groepen[naam].woord))
    delen = (f"(?P<{naam}>{_patroon(groepen[naam].woord)})" for naam in volgorde)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(delen)})(?![\w-])", re.IGNORECASE), groepen


@cache
def woorden(tabel: str) -> frozenset[str]:
    """Return one of the word lists of the packaged file.

    Args:
        tabel: ``afkortingen`` or ``geen_deelwoord``.
    """
    (rij,) = lees_toml(_BESTAND, tabel, dict)
    return frozenset(rij["woorden"])


def _patroon(woord: str) -> str:
    return r"\s+".join(re.escape(deel).replace(r"\*", r"\w*") for deel in woord.split())


def _jargon(rij: Mapping[str, Any]) -> Jargon:
    if rij["woord"] != rij["woord"].lower() or not rij["gewoon"]:
        raise ValueError("het woord heeft hoofdletters of er staat geen gewoon woord bij")
    return Jargon(rij["woord"], rij["gewoon"], Zwaarte(rij["zwaarte"]))
