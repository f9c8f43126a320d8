"""Counting terms by the Algemene termijnenwet, art. 1, 2, 4 and 5 (L-40 to L-46).

Every sum keeps its steps, so that a person can follow it years later. The day of the event does
not count: a term of weeks that runs from a Tuesday ends on a Tuesday.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from toegang.domain.datums import dag_voluit, plus_jaren, plus_maanden
from toegang.domain.feestdagen import VrijeDag, gelijkstelling_bekend, is_vrije_dag, reden_vrij
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
_MINIMUM_DAGEN = 3
_MINIMUM_WERKDAGEN = 2
_GRENZEN = {Eenheid.DAGEN: 90, Eenheid.WERKDAGEN: 90, Eenheid.WEKEN: 12, Eenheid.MAANDEN: 3}
_NIET_VAN_ZELF = {
    BronSoort.VERORDENING: "De termijn staat in een verordening",
    BronSoort.EIGEN: "De gemeente stelt deze termijn zelf",
}
_EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of a sum.

    Args:
        omschrijving_nl: what is done, in Dutch.
        datum: the day that comes out.
        artikel: the provision it rests on; empty for plain counting.
    """

    omschrijving_nl: str
    datum: date
    artikel: str = ""


@dataclass(frozen=True, slots=True)
class AtwOordeel:
    """Whether the Algemene termijnenwet applies to a term, and why.

    Args:
        geldt: it applies.
        waarom: one Dutch sentence.
        artikel: the provision.
    """

    geldt: bool
    waarom: str
    artikel: str


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
        laatste = _met_twee_werkdagen(begin, onverlengd, termijn, stappen)
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


def verleng(einddatum: date, *, begin: date | None = None) -> date:
    """Move the end of a term of law (L-40, L-41). The caller knows that the act applies.

    Args:
        einddatum: last day before extension.
        begin: day of the event, to see to it that the term holds two working days (art. 2);
            ``None`` for a term of less than three days.

    Returns:
        The last day.

    Raises:
        ToegangFout: the day lies before the first year of our holidays.
    """
    dag = einddatum
    while is_vrije_dag(dag) or (begin is not None and _werkdagen(begin, dag) < _MINIMUM_WERKDAGEN):
        dag += _EEN_DAG
    return dag


def atw_geldt(termijn: Termijn) -> AtwOordeel:
    """Judge whether the Algemene termijnenwet applies to a term (L-44, L-45).

    Args:
        termijn: the term.

    Returns:
        The judgement with its article.
    """
    if termijn.atw is False:
        return AtwOordeel(False, "De bepaling zelf sluit de Algemene termijnenwet uit.", termijn.bron)
    if termijn.bron_soort in _NIET_VAN_ZELF and not termijn.atw:
        waarom = f"{_NIET_VAN_ZELF[termijn.bron_soort]}: de Algemene termijnenwet geldt niet."
        return AtwOordeel(False, waarom, f"{_ATW} art. 1 en 5")
    grens = _GRENZEN.get(termijn.eenheid, 0)
    if termijn.aantal > grens:
        te_lang = f"langer dan {termijn.eenheid.met_aantal(grens)}" if grens else f"in {termijn.eenheid.value.lower()}"
        waarom = f"De termijn is {te_lang}: de Algemene termijnenwet geldt niet."
        return AtwOordeel(False, waarom, f"{_ATW} art. 4 onder a")
    artikel = f"{_ATW} {'art. 5' if termijn.bron_soort is BronSoort.AMVB else 'art. 1 lid 1'}"
    return AtwOordeel(True, "De Algemene termijnenwet geldt: de laatste dag moet een werkdag zijn.", artikel)


def tot_werkdag(laatste: date, stappen: list[Stap], staat_stil: Callable[[date], bool] | None = None) -> date:
    """Move an end to the first working day (L-40) that is not suspended either (L-9); passed days add steps.

    Raises:
        ToegangFout: the day lies before the first year of our holidays.
    """
    dag = laatste
    while True:
        vrij = reden_vrij(dag)
        if vrij is None and not (staat_stil and staat_stil(dag)):
            return dag
        waarom = _uitleg(vrij) if vrij else ": zij staat dan stil"
        tekst = f"De termijn eindigt niet op {dag_voluit(dag)}{waarom}."
        dag += _EEN_DAG
        stappen.append(Stap(tekst, dag, vrij.artikel if vrij else ""))


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


def _werkdagen(begin: date, laatste: date) -> int:
    # Two weeks always hold two working days; looking further back changes no answer.
    dagen = min((laatste - begin).days, 14)
    return sum(not is_vrije_dag(laatste - timedelta(days=terug)) for terug in range(dagen))


def _met_twee_werkdagen(begin: date, laatste: date, termijn: Termijn, stappen: list[Stap]) -> date:
    if termijn.eenheid in (Eenheid.DAGEN, Eenheid.WERKDAGEN) and termijn.aantal < _MINIMUM_DAGEN:
        return laatste
    dag = laatste
    while _werkdagen(begin, dag) < _MINIMUM_WERKDAGEN:
        dag += _EEN_DAG
    if dag != laatste:
        tekst = f"De termijn moet twee werkdagen hebben en loopt daarom door tot en met {dag_voluit(dag)}."
        stappen.append(Stap(tekst, dag, f"{_ATW} art. 2"))
    return dag


def _uitleg(vrij: VrijeDag) -> str:
    if vrij.is_weekend:
        return ""
    return f": {vrij.omschrijving}{'' if vrij.bewijs == 'V' else ' (nog te toetsen)'}"


def waarschuwingen(onverlengd: date, laatste: date) -> tuple[str, ...]:
    """Return what to check of an end: years of which the equated days (L-43) are not known."""
    jaren = sorted({onverlengd.year, laatste.year})
    return tuple(
        f"Welke dagen in {jaar} bij besluit met een feestdag zijn gelijkgesteld, is niet bekend; controleer het einde."
        for jaar in jaren
        if not gelijkstelling_bekend(jaar)
    )
