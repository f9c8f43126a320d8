"""The road by which a letter reaches someone: digital only for who asked for that, else paper (S-19, L-24)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.toestemming import Toestemming, Toestemmingsoort


class Bezorgweg(StrEnum):
    """A road to the addressee."""

    POST = "POST"
    DIGITAAL = "DIGITAAL"


class Berichtsoort(StrEnum):
    """Kinds of message for which a resident says whether they may come digitally (Awb afd. 2.3)."""

    BESLUIT = "besluit"
    BERICHT = "bericht"


@dataclass(frozen=True, slots=True)
class Bezorging:
    """A road, and why.

    Args:
        weg: the road.
        reden: why, in Dutch; no personal data.
    """

    weg: Bezorgweg
    reden: str


def kies_bezorging(
    aangeboden: Iterable[Bezorgweg],
    soort: Berichtsoort,
    ontvangers: Iterable[str],
    toestemmingen: Iterable[Toestemming],
    op: date,
) -> Bezorging:
    """Choose the road for a letter.

    Args:
        aangeboden: roads that the gemeente offers.
        soort: kind of message.
        ontvangers: ids of the addressees; each of them must have agreed.
        toestemmingen: consents of the dossier.
        op: day of the letter.

    Returns:
        Digital when the gemeente offers it and everybody agreed; otherwise post.
    """
    if Bezorgweg.DIGITAAL not in aangeboden:
        return Bezorging(Bezorgweg.POST, "de gemeente biedt geen digitale bezorging aan")
    gegeven = tuple(toestemmingen)
    if all(wil_digitaal(gegeven, wie, soort, op) for wie in ontvangers):
        return Bezorging(Bezorgweg.DIGITAAL, f"ieder die hem krijgt, wil een {soort} digitaal")
    return Bezorging(Bezorgweg.POST, f"niet iedereen die hem krijgt, wil een {soort} digitaal")


@ingebouwd(
    "L-24",
    "Een brief gaat alleen digitaal als de ontvanger dat voor die soort bericht heeft laten weten.",
    anders=lambda *_: True,
)
def wil_digitaal(toestemmingen: tuple[Toestemming, ...], wie: str, soort: Berichtsoort, op: date) -> bool:
    """Tell whether somebody agreed to digital messages of a kind (L-24: expressly, per kind of message).

    Args:
        toestemmingen: consents of the dossier.
        wie: inwoner id.
        soort: kind of message.
        op: the day.
    """
    return any(
        item.soort is Toestemmingsoort.DIGITALE_BERICHTEN
        and item.inwoner_id == wie
        and item.reikwijdte.casefold() == soort
        and item.geldt_op(op)
        for item in toestemmingen
    )
