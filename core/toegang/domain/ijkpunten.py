"""Fixed points for the sum that matters most: the last day of bezwaar (L-46, ``data/bezwaarijkpunten.csv``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from toegang.domain.datums import datum_voluit
from toegang.domain.gegevens import lees_csv
from toegang.domain.termijnen import bezwaartermijn

BESTAND = "bezwaarijkpunten.csv"


@dataclass(frozen=True, slots=True)
class Ijkpunt:
    """A day of bekendmaking, and the last day of bezwaar that belongs to it.

    Args:
        bekendgemaakt_op: day on which the besluit was made known.
        laatste_dag: last day to object.
        waarom: what makes it a good point to try.
    """

    bekendgemaakt_op: date
    laatste_dag: date
    waarom: str


@cache
def ijkpunten() -> tuple[Ijkpunt, ...]:
    """Return the fixed points.

    Raises:
        ToegangFout: the packaged table is unusable.
    """
    return lees_csv(BESTAND, _ijkpunt)


def afwijkingen() -> tuple[str, ...]:
    """Count every fixed point again.

    Returns:
        One Dutch sentence per point that comes out differently; empty when all is well.
    """
    return tuple(
        f"Bekendgemaakt op {datum_voluit(punt.bekendgemaakt_op)}: {datum_voluit(gerekend)} in plaats van "
        f"{datum_voluit(punt.laatste_dag)} ({punt.waarom})."
        for punt in ijkpunten()
        if (gerekend := bezwaartermijn(punt.bekendgemaakt_op).einde) != punt.laatste_dag
    )


def _ijkpunt(rij: Mapping[str, str]) -> Ijkpunt:
    return Ijkpunt(date.fromisoformat(rij["bekendgemaakt_op"]), date.fromisoformat(rij["laatste_dag"]), rij["waarom"])
