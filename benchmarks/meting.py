"""What all measurements share: one row of the outcome, clocks, and medians of taking turns."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Regel:
    """One row of the outcome.

    Args:
        wat: what was measured.
        ons: our figure, with its unit.
        ernaast: the figure it is compared with, measured in the same run; empty when there is none.
        verhouding: how many times one is the other, or a share.
        grens: the bar, when there is one.
    """

    wat: str
    ons: str
    ernaast: str = ""
    verhouding: str = ""
    grens: str = ""


def om_beurten(een: Callable[[], float], ander: Callable[[], float], rondes: int) -> tuple[float, float, float]:
    """Run two measurements in turns, so that a busy machine slows both.

    Args:
        een: gives a duration.
        ander: gives the duration that it is compared with.
        rondes: number of turns.

    Returns:
        The median of each, and the median of the ratios per round.
    """
    paren = [(een(), ander()) for _ in range(rondes)]
    return (
        median(paar[0] for paar in paren),
        median(paar[1] for paar in paren),
        median(paar[0] / paar[1] for paar in paren),
    )


def rekentijd(doe: Callable[[], object], keer: int = 1) -> float:
    """Return the CPU seconds per call of this process."""
    begin = time.process_time()
    for _ in range(keer):
        doe()
    return (time.process_time() - begin) / keer


def wandklok(doe: Callable[[], object]) -> float:
    """Return the seconds that pass."""
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def keer(getal: float) -> str:
    """Return a ratio as it is printed."""
    return f"{getal:.2f} x"


def als_tijd(seconden: float) -> str:
    """Return a duration in a unit that suits it."""
    for grens, eenheid, factor in ((1e-3, "µs", 1e6), (1.0, "ms", 1e3)):
        if seconden < grens:
            return f"{seconden * factor:.1f} {eenheid}"
    return f"{seconden:.2f} s"


def als_tabel(regels: Sequence[Regel]) -> str:
    """Return the rows as a Markdown table, which is a readable table in a terminal as well."""
    koppen = ("wat", "Toegang", "ernaast", "verhouding", "grens")
    rijen = [(regel.wat, regel.ons, regel.ernaast, regel.verhouding, regel.grens) for regel in regels]
    breedtes = [max(len(rij[kolom]) for rij in (koppen, *rijen)) for kolom in range(len(koppen))]
    lijnen = [koppen, tuple("-" * breedte for breedte in breedtes), *rijen]
    return "\n".join(
        "| " + " | ".join(cel.ljust(breedte) for cel, breedte in zip(lijn, breedtes, strict=True)) + " |"
        for lijn in lijnen
    )
