"""Which letters go to a representative, and which of those the resident gets too (L-11; BW Boek 1; Awb 2:1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from toegang.domain.begrippen import Wet
from toegang.domain.bezorging import Berichtsoort
from toegang.domain.gegevens import geldig_merk, lees_csv
from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.vertegenwoordiger import Vertegenwoordiger, Vertegenwoordigersoort


@dataclass(frozen=True, slots=True)
class Briefaard:
    """What a letter is about, as far as that decides to whom it goes.

    Args:
        wetten: the acts that it is about.
        soort: a besluit or another message.
        geld: it decides on a pgb or an amount of money.
    """

    wetten: frozenset[Wet]
    soort: Berichtsoort
    geld: bool = False


class Zelf(StrEnum):
    """Whether the resident gets a copy beside the representative."""

    NEE = "NEE"
    OOK = "OOK"
    KEUZE = "KEUZE"


@dataclass(frozen=True, slots=True)
class Bevoegdheid:
    """What a kind of representative gets letters about.

    Args:
        soort: the kind.
        geldig_van: first day of this text of the law.
        wetten: acts; empty = all.
        geld: also of another act, when it is about a pgb or an amount.
        zelf: whether the resident gets a copy.
        artikel: where that stands.
        bewijs: evidence mark.
    """

    soort: Vertegenwoordigersoort
    geldig_van: date
    wetten: frozenset[Wet]
    geld: bool
    zelf: Zelf
    artikel: str
    bewijs: str

    def gaat_over(self, aard: Briefaard) -> bool:
        """Tell whether a letter is about what this kind of representative acts for."""
        return not self.wetten or bool(self.wetten & aard.wetten) or (self.geld and aard.geld)


def bevoegdheid(soort: Vertegenwoordigersoort, op: date) -> Bevoegdheid | None:
    """Return what a kind of representative acts for on a day; ``None`` before the law knew it.

    Args:
        soort: the kind.
        op: date of the letter.
    """
    passend = [item for item in _bevoegdheden() if item.soort is soort and item.geldig_van <= op]
    return max(passend, key=lambda item: item.geldig_van, default=None)


@ingebouwd(
    "L-11",
    "Een brief gaat naar wie voor de inwoner optreedt: curator, bewindvoerder (geld), mentor (zorg) of gemachtigde.",
    anders=lambda *_: (),
)
def treden_op(bekend: Sequence[Vertegenwoordiger], aard: Briefaard, op: date) -> tuple[Vertegenwoordiger, ...]:
    """Return who gets a letter instead of, or before, an adult resident.

    Args:
        bekend: who is recorded with the resident.
        aard: what the letter is about.
        op: date of the letter.
    """
    return tuple(item for item in bekend if item.geldt_op(op) and _gemachtigd(item, aard) and _bevoegd(item, aard, op))


@ingebouwd(
    "L-11",
    "Wie onder curatele staat, krijgt de brief niet zelf; bij bewind en mentorschap krijgt de inwoner een exemplaar.",
    anders=lambda *_: True,
)
def leest_ook_zelf(namens: Sequence[Vertegenwoordiger], aard: Briefaard, op: date) -> bool:
    """Tell whether the resident gets a copy beside who acts for him or her.

    Args:
        namens: who get the letter.
        aard: what the letter is about.
        op: date of the letter.
    """
    return all(_naast(item, aard, op) for item in namens)


def _naast(item: Vertegenwoordiger, aard: Briefaard, op: date) -> bool:
    regel = bevoegdheid(item.soort, op)
    if regel is None or regel.zelf is Zelf.OOK:
        return True
    besluit = aard.soort is Berichtsoort.BESLUIT
    return regel.zelf is Zelf.KEUZE and besluit and item.besluit_ook_aan_inwoner


def _gemachtigd(item: Vertegenwoordiger, aard: Briefaard) -> bool:
    wet = not item.wetten or bool(aard.wetten & set(item.wetten))
    return wet and (not item.berichten or aard.soort in item.berichten)


def _bevoegd(item: Vertegenwoordiger, aard: Briefaard, op: date) -> bool:
    regel = bevoegdheid(item.soort, op)
    return regel is not None and regel.gaat_over(aard)


@cache
def _bevoegdheden() -> tuple[Bevoegdheid, ...]:
    return lees_csv("vertegenwoordiging.csv", _bevoegdheid)


def _bevoegdheid(rij: Mapping[str, str]) -> Bevoegdheid:
    if rij["pgb"] not in ("ja", "nee"):
        raise ValueError("pgb is 'ja' of 'nee'")
    return Bevoegdheid(
        soort=Vertegenwoordigersoort(rij["soort"]),
        geldig_van=date.fromisoformat(rij["geldig_van"]),
        wetten=frozenset(Wet(wet) for wet in rij["wetten"].split()),
        geld=rij["pgb"] == "ja",
        zelf=Zelf(rij["zelf"]),
        artikel=rij["artikel"],
        bewijs=geldig_merk(rij["bewijs"]),
    )
