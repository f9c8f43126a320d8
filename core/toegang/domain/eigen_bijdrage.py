"""The highest contribution for Wmo help per month, on a day (L-66, ``data/eigen_bijdrage.csv``)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from toegang.domain.gegevens import geldig_merk, lees_csv


def hoogste_bijdrage(op: date) -> int | None:
    """Return the highest contribution per month in eurocents; ``None`` when it is not known for that day.

    Args:
        op: the day.

    Raises:
        ToegangFout: the packaged table is unusable.
    """
    return next((centen for van, tot, centen in _bedragen() if van <= op <= tot), None)


@cache
def _bedragen() -> tuple[tuple[date, date, int], ...]:
    return lees_csv("eigen_bijdrage.csv", _bedrag)


def _bedrag(rij: Mapping[str, str]) -> tuple[date, date, int]:
    geldig_merk(rij["bewijs"])
    return date.fromisoformat(rij["geldig_van"]), date.fromisoformat(rij["geldig_tot"]), int(rij["centen"])
