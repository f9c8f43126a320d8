"""Whether a letter may go to a person, and which address may not be shown to another (L-133, L-134)."""

from __future__ import annotations

import re
from enum import StrEnum

from toegang.domain.huishouden import Persoonsgegevens
from toegang.domain.ingebouwd import ingebouwd

_BRIEFADRES = "B"
_TEKENS = re.compile(r"[^a-z0-9]+")


class Verzendbezwaar(StrEnum):
    """Why nothing goes to a person without the decision of a human."""

    OVERLEDEN = "OVERLEDEN"
    VERTROKKEN_OF_BRIEFADRES = "VERTROKKEN_OF_BRIEFADRES"

    @property
    def uitleg(self) -> str:
        """Say it in Dutch, without naming the person."""
        return {
            Verzendbezwaar.OVERLEDEN: "is overleden",
            Verzendbezwaar.VERTROKKEN_OF_BRIEFADRES: "is vertrokken of heeft geen vast adres",
        }[self]


@ingebouwd(
    "L-134",
    "Een brief aan wie is overleden of vertrokken, of een briefadres heeft, wacht op een mens.",
    anders=lambda _persoon: None,
)
def verzendbezwaar(persoon: Persoonsgegevens) -> Verzendbezwaar | None:
    """Return why a letter to a person waits for a human (L-134); ``None`` when it may go.

    Args:
        persoon: the person, as the BRP has him or her.
    """
    if persoon.overleden:
        return Verzendbezwaar.OVERLEDEN
    elders = persoon.opschorting or persoon.functieadres == _BRIEFADRES or persoon.verblijft_er_niet
    return Verzendbezwaar.VERTROKKEN_OF_BRIEFADRES if elders else None


def heeft_geheim_adres(persoon: Persoonsgegevens) -> bool:
    """Tell whether the address of a person may not be given to another (LO3 70.10; Wet BRP 2.59)."""
    return persoon.geheimhouding != 0


def noemt_adres(tekst: str, persoon: Persoonsgegevens) -> bool:
    """Tell whether a text gives away where a person lives: postcode, street with number, place or foreign address.

    Args:
        tekst: the words of a letter.
        persoon: the person with the address.
    """
    woorden = f" {_vlak(tekst)} "
    postcode = _vlak(persoon.postcode).replace(" ", "")
    delen = [f"{postcode[:4]} {postcode[4:]}", postcode] if postcode else []
    if persoon.straat and persoon.huisnummer:
        delen.append(_vlak(f"{persoon.straat} {persoon.huisnummer}"))
    delen += [_vlak(regel) for regel in (persoon.locatiebeschrijving, persoon.buitenland_1) if _vlak(regel)]
    return any(f" {deel} " in woorden for deel in delen)


def noemt_naam(tekst: str, persoon: Persoonsgegevens) -> bool:
    """Tell whether a text names a person by surname, as a word of its own.

    Args:
        tekst: the words of a letter.
        persoon: the person.
    """
    naam = _vlak(persoon.geslachtsnaam)
    return bool(naam) and f" {naam} " in f" {_vlak(tekst)} "


def zelfde_adres(een: Persoonsgegevens, ander: Persoonsgegevens) -> bool:
    """Tell whether two persons live at the same address."""
    if een.land or ander.land:
        velden: tuple[str, ...] = ("land", "buitenland_1", "buitenland_2", "buitenland_3")
        bekend = bool(een.buitenland_1)
    elif een.locatiebeschrijving or ander.locatiebeschrijving:
        velden, bekend = ("locatiebeschrijving", "woonplaats", "gemeentecode"), bool(een.locatiebeschrijving)
    else:
        velden, bekend = ("postcode", "huisnummer", "huisletter", "toevoeging", "aanduiding"), bool(een.postcode)
    return bekend and all(_vlak(getattr(een, veld)) == _vlak(getattr(ander, veld)) for veld in velden)


def _vlak(tekst: str) -> str:
    return _TEKENS.sub(" ", tekst.casefold()).strip()
