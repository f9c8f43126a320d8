"""The Algemene termijnenwet on one term: does it apply, and to which day does it move the end (L-40 to L-45)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from toegang.domain.datums import dag_voluit
from toegang.domain.feestdagen import VrijeDag, is_vrije_dag, reden_vrij
from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.termijnparameters import BronSoort, Eenheid, Termijn

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
    while _geen_einddag(dag) or (begin is not None and _te_weinig_werkdagen(begin, dag)):
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
    niet_van_zelf = _niet_van_zelf(termijn)
    if niet_van_zelf:
        return AtwOordeel(False, f"{niet_van_zelf}: de Algemene termijnenwet geldt niet.", f"{_ATW} art. 1 en 5")
    if _te_lang(termijn):
        grens = _GRENZEN.get(termijn.eenheid, 0)
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
        vrij = _geen_einddag(dag)
        if vrij is None and not (staat_stil and staat_stil(dag)):
            return dag
        waarom = _uitleg(vrij) if vrij else ": zij staat dan stil"
        tekst = f"De termijn eindigt niet op {dag_voluit(dag)}{waarom}."
        dag += _EEN_DAG
        stappen.append(Stap(tekst, dag, vrij.artikel if vrij else ""))


@ingebouwd(
    "L-40",
    "Een termijn die op een weekend of feestdag eindigt, loopt door tot de eerste gewone dag.",
    anders=lambda _dag: None,
)
def _geen_einddag(dag: date) -> VrijeDag | None:
    """Return why a term of law cannot end on a day, or ``None``."""
    return reden_vrij(dag)


@ingebouwd(
    "L-41",
    "Een termijn van drie dagen of meer telt ten minste twee gewone dagen.",
    anders=lambda _begin, _laatste: False,
)
def _te_weinig_werkdagen(begin: date, laatste: date) -> bool:
    """Tell whether a term holds less than two working days."""
    return _werkdagen(begin, laatste) < _MINIMUM_WERKDAGEN


@ingebouwd(
    "L-44",
    "Een termijn in uren of jaren, of langer dan twaalf weken, drie maanden of negentig dagen schuift niet op.",
    anders=lambda _termijn: False,
)
def _te_lang(termijn: Termijn) -> bool:
    """Tell whether a term is too long for the act, or in units that it does not know."""
    return termijn.aantal > _GRENZEN.get(termijn.eenheid, 0)


@ingebouwd(
    "L-45",
    "Een termijn uit een verordening of van de gemeente zelf valt niet vanzelf onder de Algemene termijnenwet.",
    anders=lambda _termijn: "",
)
def _niet_van_zelf(termijn: Termijn) -> str:
    """Return why the act does not apply to the source of a term; empty when it does."""
    return "" if termijn.atw else _NIET_VAN_ZELF.get(termijn.bron_soort, "")


def _werkdagen(begin: date, laatste: date) -> int:
    # Two weeks always hold two working days; looking further back changes no answer.
    dagen = min((laatste - begin).days, 14)
    return sum(not is_vrije_dag(laatste - timedelta(days=terug)) for terug in range(dagen))


def met_twee_werkdagen(begin: date, laatste: date, termijn: Termijn, stappen: list[Stap]) -> date:
    """Move an end until the term holds two working days (L-41); a term of less than three days stays as it is."""
    if termijn.eenheid in (Eenheid.DAGEN, Eenheid.WERKDAGEN) and termijn.aantal < _MINIMUM_DAGEN:
        return laatste
    dag = laatste
    while _te_weinig_werkdagen(begin, dag):
        dag += _EEN_DAG
    if dag != laatste:
        tekst = f"De termijn moet twee werkdagen hebben en loopt daarom door tot en met {dag_voluit(dag)}."
        stappen.append(Stap(tekst, dag, f"{_ATW} art. 2"))
    return dag


def _uitleg(vrij: VrijeDag) -> str:
    if vrij.is_weekend:
        return ""
    return f": {vrij.omschrijving}{'' if vrij.bewijs == 'V' else ' (nog te toetsen)'}"
