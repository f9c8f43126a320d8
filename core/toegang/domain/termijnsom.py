"""A term with everything that happened to it: suspended, adjourned, and then the Algemene termijnenwet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from toegang.domain.bewijs import met_merk
from toegang.domain.datums import dag_voluit
from toegang.domain.opschorting import Opschorting, Telling, Verdaging, tel_dagen
from toegang.domain.termijnen import Stap, Termijnberekening, atw_geldt, einde, tot_werkdag, waarschuwingen
from toegang.domain.termijnparameters import Eenheid, Termijn

_HELE_DAGEN = (Eenheid.DAGEN, Eenheid.WEKEN)


def reken(
    begin: date,
    termijn: Termijn,
    op: date,
    *,
    opschortingen: Iterable[Opschorting] = (),
    verdagingen: Iterable[Verdaging] = (),
    bevestigd: Collection[str] = (),
) -> Termijnberekening:
    """Count a term to its last day, as far as is known on a day.

    Every day of the term that is not suspended uses up one day of it; an adjournment adds days. So the
    order in which they were recorded makes no difference. The Algemene termijnenwet comes last, once.

    Args:
        begin: day of the event; it does not count itself.
        termijn: the term.
        op: the day on which is looked; an open suspension counts up to and including it.
        opschortingen: those of this term; taken back ones are left out.
        verdagingen: those of this term; notices that do not move the term are left out.
        bevestigd: rules that a jurist of the gemeente confirmed.

    Returns:
        The sum with every step.

    Raises:
        ValueError: a term in other units than days or weeks was suspended or adjourned.
        ToegangFout: the term lies before the first year of our holidays.
    """
    basis = einde(begin, termijn)
    later = [item for item in verdagingen if item.telt]
    tellingen = tel_dagen(opschortingen, begin, op)
    if not later and not tellingen:
        return basis
    if termijn.eenheid not in _HELE_DAGEN:
        raise ValueError("alleen een termijn in dagen of weken wordt opgeschort of verdaagd")
    stappen = list(basis.stappen[:2])
    laatste = _met_verdaging(basis.onverlengd, later, bevestigd, stappen)
    laatste = _met_opschorting(laatste, tellingen, bevestigd, stappen)
    onverlengd, bron = laatste, termijn if not later else _verdaagd(later[-1])
    oordeel = atw_geldt(bron)
    stappen.append(Stap(oordeel.waarom, laatste, oordeel.artikel))
    if oordeel.geldt:
        laatste = tot_werkdag(laatste, stappen, lambda dag: any(_valt_in(dag, item) for item in tellingen))
    stappen.append(Stap(f"De termijn eindigt op {dag_voluit(laatste)}.", laatste))
    let_op = waarschuwingen(onverlengd, laatste) if oordeel.geldt else ()
    return replace(basis, onverlengd=onverlengd, einde=laatste, stappen=tuple(stappen), waarschuwingen=let_op)


def _met_verdaging(dag: date, verdagingen: list[Verdaging], bevestigd: Collection[str], stappen: list[Stap]) -> date:
    for item in sorted(verdagingen, key=lambda een: (een.medegedeeld_op, een.weken)):
        dag += timedelta(weeks=item.weken)
        duur = Eenheid.WEKEN.met_aantal(item.weken)
        tekst = f"Met {duur} verdaagd (meegedeeld op {dag_voluit(item.medegedeeld_op)}): dan is het {dag_voluit(dag)}."
        regel = item.regel
        stappen.append(Stap(tekst, dag, met_merk(regel.bron, regel.bewijs, regel.regel, bevestigd)))
    return dag


def _met_opschorting(
    dag: date, tellingen: tuple[Telling, ...], bevestigd: Collection[str], stappen: list[Stap]
) -> date:
    for telling in tellingen:
        if telling.van > dag:
            # the term was over by then; what is left may only keep it from ending on such a day
            break
        dag += timedelta(days=telling.dagen)
        regel = telling.opschorting.regel
        periode = f"van {dag_voluit(telling.van)} tot en met {dag_voluit(telling.laatste)}"
        duur = Eenheid.DAGEN.met_aantal(telling.dagen)
        tekst = f"De termijn staat stil {periode} ({duur}): {regel.omschrijving}. Dan is het {dag_voluit(dag)}."
        stappen.append(Stap(tekst, dag, met_merk(regel.bron, regel.bewijs, regel.regel, bevestigd)))
    return dag


def _verdaagd(verdaging: Verdaging) -> Termijn:
    """Return the adjournment as a term: what the body sets itself is no term of law (L-41)."""
    regel = verdaging.regel
    return Termijn(verdaging.weken, Eenheid.WEKEN, regel.bron_soort, regel.bron)


def _valt_in(dag: date, telling: Telling) -> bool:
    return telling.van <= dag <= telling.laatste
