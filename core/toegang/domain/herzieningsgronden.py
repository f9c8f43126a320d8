"""Dated and sourced data of the acts that a decision letter prints: grounds of revision and refusal, the advance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from toegang.domain.begrippen import Leveringsvorm, Wet
from toegang.domain.besluitopdracht import Herzieningsgrond, Weigeringsgrond
from toegang.domain.gegevens import geldig_merk, lees_csv


@dataclass(frozen=True, slots=True)
class Grondregel:
    """A ground on which a running decision may be revised, withdrawn or ended (L-15, L-65).

    Args:
        wet: the act of the zaak.
        grond: which.
        vorm: only with this form of delivery; ``None`` = with all.
        citeertitel: regulation that holds it.
        artikel: article; empty = it stands in the verordening of the gemeente.
        bewijs: evidence mark.
        uitleg: the ground in plain Dutch, as printed.
    """

    wet: Wet
    grond: Herzieningsgrond
    vorm: Leveringsvorm | None
    citeertitel: str
    artikel: str
    bewijs: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Weigering:
    """A ground on which schuldhulp may be refused (Wgs 3, 7; L-113)."""

    grond: Weigeringsgrond
    artikel: str
    bewijs: str
    uitleg: str


def herzieningsgrond(wet: Wet, grond: Herzieningsgrond, vormen: frozenset[Leveringsvorm]) -> Grondregel | None:
    """Return the ground as an act has it, or ``None`` when it has no such ground.

    Args:
        wet: act of the zaak.
        grond: which.
        vormen: how what is changed is delivered; a ground for a pgb only counts when all of it is a pgb.
    """
    passend = [item for item in _herzieningsgronden() if item.wet is wet and item.grond is grond]
    eigen = [item for item in passend if item.vorm is not None and vormen == {item.vorm}]
    return next(iter((*eigen, *(item for item in passend if item.vorm is None))), None)


def gronden_van(wet: Wet) -> tuple[Herzieningsgrond, ...]:
    """Return the grounds that an act knows, in the order of the data."""
    return tuple(dict.fromkeys(item.grond for item in _herzieningsgronden() if item.wet is wet))


@cache
def weigeringen() -> Mapping[Weigeringsgrond, Weigering]:
    """Return the grounds to refuse schuldhulp.

    Raises:
        ToegangFout: the packaged table is unusable.
    """
    return {item.grond: item for item in lees_csv("weigeringsgronden.csv", _weigering)}


def voorschotdeel(wet: Wet, op: date) -> int | None:
    """Return which part of the bijstand an advance is at least, in percents; ``None`` where the act has none (L-104).

    Args:
        wet: act of the zaak.
        op: day of the decision.
    """
    passend = [(van, procent) for welke, van, procent in _voorschotten() if welke is wet and van <= op]
    return max(passend)[1] if passend else None


@cache
def terugvorderingen() -> Mapping[Wet, tuple[str, str]]:
    """Return, per act, the citation title and article on which what was received is claimed back (L-65)."""
    return dict(lees_csv("terugvordering.csv", _terugvordering))


@cache
def _herzieningsgronden() -> tuple[Grondregel, ...]:
    return lees_csv("herzieningsgronden.csv", _grondregel)


@cache
def _voorschotten() -> tuple[tuple[Wet, date, int], ...]:
    return lees_csv("voorschot.csv", _voorschot)


def _grondregel(rij: Mapping[str, str]) -> Grondregel:
    return Grondregel(
        wet=Wet(rij["wet"]),
        grond=Herzieningsgrond(rij["grond"]),
        vorm=Leveringsvorm(rij["vorm"]) if rij["vorm"] else None,
        citeertitel=rij["citeertitel"],
        artikel=rij["artikel"],
        bewijs=geldig_merk(rij["bewijs"]),
        uitleg=rij["uitleg"],
    )


def _weigering(rij: Mapping[str, str]) -> Weigering:
    return Weigering(Weigeringsgrond(rij["grond"]), rij["artikel"], geldig_merk(rij["bewijs"]), rij["uitleg"])


def _voorschot(rij: Mapping[str, str]) -> tuple[Wet, date, int]:
    geldig_merk(rij["bewijs"])
    return Wet(rij["wet"]), date.fromisoformat(rij["geldig_van"]), int(rij["procent"])


def _terugvordering(rij: Mapping[str, str]) -> tuple[Wet, tuple[str, str]]:
    geldig_merk(rij["bewijs"])
    return Wet(rij["wet"]), (rij["citeertitel"], rij["artikel"])
