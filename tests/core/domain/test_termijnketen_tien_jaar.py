"""Every deadline of every chain on every day of ten years, against a count that shares no code with ours.

The holidays here come from a table of Easter days and the plain text of the act, the steps from a calendar.
"""

from datetime import date, timedelta

import pytest

from toegang.domain.begrippen import Wet
from toegang.domain.feestdagen import gelijkgestelde_dagen
from toegang.domain.schakels import Mijlpaal
from toegang.domain.termijnbeleid import termijnbeleid
from toegang.domain.termijnen import bezwaartermijn
from toegang.domain.termijnketen import termijnketen
from toegang.domain.zaaktermijn import Feiten

M = Mijlpaal
PASEN = {
    2021: (4, 4), 2022: (4, 17), 2023: (4, 9), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5),
    2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21), 2031: (4, 13),
}  # fmt: skip
EERSTE, JAREN = date(2021, 1, 1), 10


def vrij(jaar: int) -> set[date]:
    pasen = date(jaar, *PASEN[jaar])
    koning = date(jaar, 4, 26) if date(jaar, 4, 27).isoweekday() == 7 else date(jaar, 4, 27)
    vast = {date(jaar, maand, dag) for maand, dag in ((1, 1), (5, 5), (12, 25), (12, 26))}
    return vast | {koning} | {pasen + timedelta(days=later) for later in (-2, 1, 39, 50)}


VRIJ = set().union(*(vrij(jaar) for jaar in PASEN)) | {rij.datum for rij in gelijkgestelde_dagen()}


def werkdag(dag: date) -> bool:
    return dag.isoweekday() < 6 and dag not in VRIJ


def tel(dag: date, aantal: int, *, werkdagen: bool = False, atw: bool = True) -> date:
    """Cross off days one by one, then go on to a working day."""
    while aantal:
        dag += timedelta(days=1)
        aantal -= werkdag(dag) if werkdagen else 1
    while atw and not werkdag(dag):
        dag += timedelta(days=1)
    return dag


# key -> how a person would count it from the day of the event
VERWACHT = {
    "wmo.persoonlijk_plan": lambda dag: tel(dag, 7),
    "wmo.onderzoek": lambda dag: tel(dag, 42),
    "wmo.beslissing": lambda dag: tel(dag, 14),
    "wmo.spoed": lambda dag: tel(dag, 3, werkdagen=True),
    "jeugd.beslissing": lambda dag: tel(dag, 56),
    "pw.zoektermijn": lambda dag: tel(dag, 28),
    "pw.voorschot": lambda dag: tel(dag, 28),
    "pw.beslissing": lambda dag: tel(dag, 56),
    "wgs.crisis": lambda dag: tel(dag, 3, werkdagen=True),
    "wgs.besluit": lambda dag: tel(dag, 56, atw=False),
    "gpk.beslissing": lambda dag: tel(dag, 56),
    "llv.beslissing": lambda dag: tel(dag, 42, atw=False),
    "awb.bezwaar": lambda dag: tel(dag, 42),
    "awb.besluit_op_bezwaar": lambda dag: tel(tel(dag, 42), 42),
}
BELEID = termijnbeleid({"termijn.spoed_werkdagen": "3", "termijn.llv_weken": "6"})


@pytest.mark.parametrize(
    "wet", [Wet.WMO, *(pytest.param(wet, marks=pytest.mark.lang) for wet in Wet if wet is not Wet.WMO)]
)
def test_tien_jaar_elke_dag(wet: Wet) -> None:
    dag, laatste = EERSTE, date(EERSTE.year + JAREN, 1, 1)
    gezien: set[str] = set()
    while dag < laatste:
        # everything happens on this one day, so every term of the chain runs from it
        feiten = Feiten(
            wet, dict.fromkeys((M.MELDING, M.AANVRAAG, M.GESPREK, M.BEKENDMAKING, M.BEZWAAR), dag), True, 20
        )
        keten = termijnketen(feiten, (), dag + timedelta(days=300), BELEID)
        einden = {item.sleutel: item.einde for item in keten}
        assert einden == {sleutel: VERWACHT[sleutel](dag) for sleutel in einden}, dag
        gezien |= set(einden)
        dag += timedelta(days=1)
    assert {"awb.bezwaar", "awb.besluit_op_bezwaar"} < gezien


# L-46
@pytest.mark.parametrize(
    ("bekend", "laatste"),
    [
        ("2026-03-24", "2026-05-06"),
        ("2026-03-25", "2026-05-06"),
        ("2026-04-03", "2026-05-18"),
        ("2026-11-13", "2026-12-28"),
        ("2026-11-20", "2027-01-04"),
        ("2027-03-26", "2027-05-10"),
        ("2018-12-31", "2019-02-11"),
    ],
)
def test_l46_door_de_keten(bekend: str, laatste: str) -> None:
    dag = date.fromisoformat(bekend)
    feiten = Feiten(Wet.GPK, {M.MELDING: dag, M.AANVRAAG: dag, M.BEKENDMAKING: dag})
    (bezwaar,) = [item for item in termijnketen(feiten, (), dag) if item.sleutel == "awb.bezwaar"]
    assert bezwaar.einde == date.fromisoformat(laatste) == bezwaartermijn(dag).einde


@pytest.mark.parametrize(
    ("sleutel", "wet", "begin", "laatste"),
    [
        # 31 December 2026 is a Thursday and no holiday; 1 January 2027 a Friday and one
        ("wmo.beslissing", Wet.WMO, date(2026, 12, 17), date(2026, 12, 31)),
        ("wmo.beslissing", Wet.WMO, date(2026, 12, 18), date(2027, 1, 4)),
        ("wmo.onderzoek", Wet.WMO, date(2026, 11, 19), date(2026, 12, 31)),
        ("wmo.onderzoek", Wet.WMO, date(2026, 11, 20), date(2027, 1, 4)),
        ("pw.beslissing", Wet.PARTICIPATIEWET, date(2026, 11, 6), date(2027, 1, 4)),
        ("wgs.crisis", Wet.WGS, date(2026, 12, 29), date(2027, 1, 4)),
        ("wgs.besluit", Wet.WGS, date(2026, 11, 6), date(2027, 1, 1)),
    ],
)
def test_rond_de_jaarwisseling(sleutel: str, wet: Wet, begin: date, laatste: date) -> None:
    dagen = dict.fromkeys((M.MELDING, M.AANVRAAG, M.GESPREK), begin)
    keten = {item.sleutel: item for item in termijnketen(Feiten(wet, dagen, spoed=wet is Wet.WGS), (), begin, BELEID)}
    assert keten[sleutel].einde == laatste
