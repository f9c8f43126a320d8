"""Counting terms by the Algemene termijnenwet, art. 1, 2, 4 and 5 (L-40 to L-46).

Every sum keeps its steps, so that a person can follow it years later. The day of the event does
not count: a term of weeks that runs from a Tuesday ends on a Tuesday.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from toegang.domain.atw import AtwOordeel, Stap, atw_geldt, met_twee_werkdagen, tot_werkdag, verleng
from toegang.domain.datums import dag_voluit, plus_jaren, plus_maanden
from toegang.domain.feestdagen import gelijkstelling_bekend, is_vrije_dag
from toegang.domain.termijnparameters import (
    BronSoort,
    Eenheid,
    Termijn,
    Termijnparameter,
    termijn_van_gemeente,
    termijnparameter,
)

__all__ = [
    "AtwOordeel",
    "BronSoort",
    "Eenheid",
    "Stap",
    "Termijn",
    "Termijnberekening",
    "Termijnparameter",
    "atw_geldt",
    "bezwaartermijn",
    "einde",
    "termijn_van_gemeente",
    "termijnparameter",
    "terugrekenen",
    "tot_werkdag",
    "verleng",
    "waarschuwingen",
]

_ATW = "Algemene termijnenwet"
_EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Termijnberekening:
    """A counted term with its whole sum.

    Args:
        begin: day of the event; the term runs from the day after.
        termijn: the term that was counted.
        onverlengd: last day before the Algemene termijnenwet.
        einde: last day.
        stappen: the sum, in order.
        waarschuwingen: what a person must check; empty when nothing.
    """

    begin: date
    termijn: Termijn
    onverlengd: date
    einde: date
    stappen: tuple[Stap, ...]
    waarschuwingen: tuple[str, ...] = ()

    @property
    def verlengd(self) -> bool:
        """Whether the Algemene termijnenwet made the term longer."""
        return self.einde != self.onverlengd


def bezwaartermijn(bekendgemaakt_op: date) -> Termijnberekening:
    """Count the term for bezwaar (L-26): six weeks from the day after bekendmaking.

    Args:
        bekendgemaakt_op: day on which the besluit was sent or handed over (Awb 3:41).

    Returns:
        The sum; ``einde`` is bekendmaking + 42 days, moved on when that is no working day.

    Raises:
        ToegangFout: no term is in force on that day.
    """
    termijn = termijnparameter("awb.bezwaar", bekendgemaakt_op).termijn()
    return einde(bekendgemaakt_op, termijn, begin_artikel="Awb art. 6:8 lid 1")


def einde(begin: date, termijn: Termijn, *, begin_artikel: str = "") -> Termijnberekening:
    """Count a term to its last day.

    Args:
        begin: day of the event (melding, ontvangst, bekendmaking); it does not count itself.
        termijn: the term.
        begin_artikel: the provision on the beginning, when there is one.

    Returns:
        The sum with every step.

    Raises:
        ValueError: the term is in hours; those cannot be counted in days.
        ToegangFout: the term lies before the first year of our holidays.
    """
    onverlengd = laatste = _tel(begin, termijn)
    eerste_dag = begin + _EEN_DAG
    oordeel = atw_geldt(termijn)
    stappen = [
        Stap(
            f"De termijn begint op {dag_voluit(eerste_dag)}, de dag na {dag_voluit(begin)}.", eerste_dag, begin_artikel
        ),
        Stap(f"Met {termijn} is {dag_voluit(onverlengd)} de laatste dag.", onverlengd, termijn.bron),
        Stap(oordeel.waarom, onverlengd, oordeel.artikel),
    ]
    if oordeel.geldt:
        laatste = met_twee_werkdagen(begin, onverlengd, termijn, stappen)
        laatste = tot_werkdag(laatste, stappen)
    stappen.append(Stap(f"De termijn eindigt op {dag_voluit(laatste)}.", laatste))
    let_op = waarschuwingen(onverlengd, laatste) if oordeel.geldt else ()
    return Termijnberekening(begin, termijn, onverlengd, laatste, tuple(stappen), let_op)


def terugrekenen(vanaf: date, termijn: Termijn) -> Termijnberekening:
    """Count a term back from an event. Such a term is never moved (Atw art. 1 lid 2).

    Args:
        vanaf: day of the event, e.g. the hearing.
        termijn: the term, e.g. one week (Awb 7:4 lid 2).

    Returns:
        The sum; ``einde`` is the last day on which the act is in time.

    Raises:
        ValueError: the term is in hours or working days.
    """
    if termijn.eenheid is Eenheid.WERKDAGEN:
        raise ValueError("werkdagen worden niet teruggeteld")
    dag = _tel(vanaf, termijn, richting=-1)
    stappen = (
        Stap(f"{termijn} voor {dag_voluit(vanaf)} is {dag_voluit(dag)}.", dag, termijn.bron),
        Stap("Een termijn die wordt teruggeteld, wordt niet verlengd.", dag, f"{_ATW} art. 1 lid 2"),
    )
    return Termijnberekening(vanaf, termijn, dag, dag, stappen)


def _tel(begin: date, termijn: Termijn, richting: int = 1) -> date:
    aantal = richting * termijn.aantal
    match termijn.eenheid:
        case Eenheid.DAGEN:
            return begin + timedelta(days=aantal)
        case Eenheid.WEKEN:
            return begin + timedelta(weeks=aantal)
        case Eenheid.MAANDEN:
            return plus_maanden(begin, aantal)
        case Eenheid.JAREN:
            return plus_jaren(begin, aantal)
        case Eenheid.WERKDAGEN:
            return _na_werkdagen(begin, termijn.aantal)
        case Eenheid.UREN:
            raise ValueError("een termijn in uren wordt niet in dagen geteld")


def _na_werkdagen(begin: date, aantal: int) -> date:
    dag = begin
    while aantal:
        dag += _EEN_DAG
        aantal -= not is_vrije_dag(dag)
    return dag


def waarschuwingen(onverlengd: date, laatste: date) -> tuple[str, ...]:
    """Return what to check of an end: years of which the equated days (L-43) are not known."""
    jaren = sorted({onverlengd.year, laatste.year})
    return tuple(
        f"Welke dagen in {jaar} bij besluit met een feestdag zijn gelijkgesteld, is niet bekend; controleer het einde."
        for jaar in jaren
        if not gelijkstelling_bekend(jaar)
    )
