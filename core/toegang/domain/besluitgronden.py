"""What a besluit must or may rest on, as dated data: refusal grounds, steps of the reasons, phases of an act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.gegevens import geldig_merk, lees_csv
from toegang.errors import Invoerfout

_JA_NEE = {"ja": True, "nee": False}


@dataclass(frozen=True, slots=True)
class Afwijzingsgrond:
    """Another act that goes before ours (L-75, L-83).

    Args:
        wet: our act.
        grond: key, e.g. ``WLZ``.
        citeertitel: citation title of our act, as printed.
        artikel: article that allows the refusal.
        bij_meer_oorzaken: it also holds when the need has more than one cause.
        uitleg: what it is, in Dutch.
    """

    wet: Wet
    grond: str
    citeertitel: str
    artikel: str
    bij_meer_oorzaken: bool
    uitleg: str


@dataclass(frozen=True, slots=True)
class Motiveringseis:
    """A step that the reasons of a decision must have (L-80, L-87).

    Args:
        regel: rule that asks it.
        wet: the act.
        sleutel: key under which the step is handed in.
        kop: heading in the letter; a step may be handed in under it too.
        soorten: kinds of decision that need it.
        alleen_pgb: only with a pgb.
    """

    regel: str
    wet: Wet
    sleutel: str
    kop: str
    soorten: frozenset[Besluitsoort]
    alleen_pgb: bool


def afwijzingsgrond(wet: Wet, grond: str) -> Afwijzingsgrond:
    """Return a refusal ground.

    Args:
        wet: act of the zaak.
        grond: key.

    Raises:
        Invoerfout: this act knows no such ground; names those that it knows.
    """
    bekend = [item for item in _afwijzingsgronden() if item.wet is wet]
    for item in bekend:
        if item.grond == grond:
            return item
    namen = ", ".join(item.grond for item in bekend)
    raise Invoerfout(
        f"Veld 'afwijzingsgrond': {wet} kent deze grond niet.",
        vervolg=f"Kies uit: {namen}." if namen else "Laat het veld weg en schrijf de reden in de motivering.",
    )


@cache
def motiveringseisen() -> tuple[Motiveringseis, ...]:
    """Return the steps that reasons must have.

    Raises:
        ToegangFout: the packaged table is unusable.
    """
    return lees_csv("motiveringsstappen.csv", _motiveringseis)


def motiveringskoppen() -> Mapping[str, str]:
    """Return the heading in the letter per key of a step."""
    return {item.sleutel: item.kop for item in motiveringseisen()}


def wetsfase(wet: Wet, op: date) -> str:
    """Return in which phase an act is on a day (L-108); empty for an act without phases.

    Args:
        wet: the act.
        op: day of the decision.
    """
    passend = [(van, fase) for welke, van, fase in _wetsfasen() if welke is wet and van <= op]
    return max(passend)[1] if passend else ""


@cache
def _afwijzingsgronden() -> tuple[Afwijzingsgrond, ...]:
    return lees_csv("afwijzingsgronden.csv", _afwijzingsgrond)


@cache
def _wetsfasen() -> tuple[tuple[Wet, date, str], ...]:
    return lees_csv("wetsfasen.csv", _fase)


def _fase(rij: Mapping[str, str]) -> tuple[Wet, date, str]:
    geldig_merk(rij["bewijs"])
    return Wet(rij["wet"]), date.fromisoformat(rij["geldig_van"]), rij["fase"]


def _afwijzingsgrond(rij: Mapping[str, str]) -> Afwijzingsgrond:
    return Afwijzingsgrond(
        Wet(rij["wet"]),
        rij["grond"],
        rij["citeertitel"],
        rij["artikel"],
        _JA_NEE[rij["bij_meer_oorzaken"]],
        rij["uitleg"],
    )


def _motiveringseis(rij: Mapping[str, str]) -> Motiveringseis:
    return Motiveringseis(
        rij["regel"],
        Wet(rij["wet"]),
        rij["sleutel"],
        rij["kop"],
        frozenset(Besluitsoort(soort) for soort in rij["soorten"].split("|")),
        _JA_NEE[rij["alleen_pgb"]],
    )
