"""What can be found of a letter before it is made or sent: a closed list, each with what it does to the letter."""

from __future__ import annotations

from enum import StrEnum

from toegang.domain.brief import Aanhoudreden
from toegang.domain.waarde import Waarde


class Ernst(StrEnum):
    """What a finding does to the letter."""

    MISLUKT = "MISLUKT"
    """It cannot be made; somebody must mend data or template."""
    WACHT = "WACHT"
    """It waits until a person looked."""
    LET_OP = "LET_OP"
    """It is made; the one who approves must know."""


class Bevindingsoort(StrEnum):
    """Kinds of finding."""

    GEGEVENS = "GEGEVENS"
    REGEL = "REGEL"
    STOPTE = "STOPTE"
    OVERLEDEN = "OVERLEDEN"
    VERTROKKEN = "VERTROKKEN"
    ADRES = "ADRES"
    GEZAG = "GEZAG"
    MANDAAT = "MANDAAT"
    VERHUISD = "VERHUISD"
    CURATELE_OF_BEWIND = "CURATELE_OF_BEWIND"
    ZELFDE_BRIEF = "ZELFDE_BRIEF"
    ANDERE_BATCH = "ANDERE_BATCH"
    GEWIJZIGD = "GEWIJZIGD"
    GEHEIMHOUDING = "GEHEIMHOUDING"
    NIET_DIGITAAL = "NIET_DIGITAAL"
    LEESBAARHEID = "LEESBAARHEID"
    BRP_OUD = "BRP_OUD"
    WAARSCHUWING = "WAARSCHUWING"

    @property
    def titel(self) -> str:
        """Name it in Dutch, for a list."""
        return _TITELS[self]


_S = Bevindingsoort
_TITELS = {
    _S.GEGEVENS: "gegevens ontbreken of kloppen niet",
    _S.REGEL: "een regel weigert de brief",
    _S.STOPTE: "het maken stopte",
    _S.OVERLEDEN: "overleden",
    _S.VERTROKKEN: "vertrokken of zonder vast adres",
    _S.ADRES: "adres niet volledig",
    _S.GEZAG: "gezag onbekend of op een ander adres",
    _S.MANDAAT: "geen geldig mandaat om te ondertekenen",
    _S.VERHUISD: "verhuisd naar een andere gemeente",
    _S.CURATELE_OF_BEWIND: "onder curatele of bewind",
    _S.ZELFDE_BRIEF: "kreeg dezelfde brief kortgeleden",
    _S.ANDERE_BATCH: "staat in een andere batch",
    _S.GEWIJZIGD: "gewijzigd sinds de brief is gemaakt",
    _S.GEHEIMHOUDING: "geheimhouding van het adres",
    _S.NIET_DIGITAAL: "geen toestemming voor digitaal, dus per post",
    _S.LEESBAARHEID: "leest moeilijk",
    _S.BRP_OUD: "BRP-gegevens te oud",
    _S.WAARSCHUWING: "een regel waarschuwt",
}

DOOR_TE_LATEN = frozenset({_S.CURATELE_OF_BEWIND, _S.ZELFDE_BRIEF})
"""Findings that a person may let through after a look; no letter goes to the dead, or without a mandate."""

VAN_AANHOUDREDEN = {
    Aanhoudreden.OVERLEDEN: _S.OVERLEDEN,
    Aanhoudreden.GEZAG_ONBEKEND: _S.GEZAG,
    Aanhoudreden.GEZAG_OP_ANDER_ADRES: _S.GEZAG,
    Aanhoudreden.ADRES_ONVOLLEDIG: _S.ADRES,
    Aanhoudreden.BRIEFADRES_OF_VERTROKKEN: _S.VERTROKKEN,
    Aanhoudreden.GEEN_MANDAAT: _S.MANDAAT,
    Aanhoudreden.MANDAAT_VERLOPEN: _S.MANDAAT,
    Aanhoudreden.CURATELE_OF_BEWIND: _S.CURATELE_OF_BEWIND,
    Aanhoudreden.ZELFDE_BRIEF: _S.ZELFDE_BRIEF,
    Aanhoudreden.GEADRESSEERDE_GEWIJZIGD: _S.GEWIJZIGD,
}


class Bevinding(Waarde):
    """Something that was found of one letter.

    Args:
        soort: what kind.
        ernst: what it does to the letter.
        uitleg: what, and what to do, in Dutch; no personal data.
        reden: why it waits, from the closed list of letters.
    """

    soort: Bevindingsoort
    ernst: Ernst
    uitleg: str
    reden: Aanhoudreden | None = None

    @property
    def van_regel(self) -> bool:
        """Whether a rule of the register says it."""
        return self.soort in (Bevindingsoort.REGEL, Bevindingsoort.LEESBAARHEID, Bevindingsoort.WAARSCHUWING)

    @property
    def houdt_tegen(self) -> bool:
        """Whether the letter is not made because of it."""
        return self.ernst is not Ernst.LET_OP


def wacht(reden: Aanhoudreden, uitleg: str) -> Bevinding:
    """Return that a letter waits for a person."""
    return Bevinding(soort=VAN_AANHOUDREDEN[reden], ernst=Ernst.WACHT, uitleg=uitleg, reden=reden)
