"""Suspension and adjournment: L-8, L-9, L-30, L-120; stacked, overlapping, taken back."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from toegang.domain.feestdagen import is_vrije_dag
from toegang.domain.opschorting import (
    Grond,
    Onderwerp,
    Opschorting,
    Verdaging,
    Wijze,
    opschortingsgrond,
    opschortingsgronden,
    tel_dagen,
    verdagingsregel,
    verdagingsregels,
)
from toegang.domain.termijnen import einde
from toegang.domain.termijnparameters import BronSoort, Eenheid, Termijn, termijnparameter
from toegang.domain.termijnsom import reken
from toegang.errors import ToegangFout

BEGIN = date(2026, 10, 1)
LATER = date(2030, 1, 1)
ACHT_WEKEN = Termijn(8, Eenheid.WEKEN, BronSoort.WET, "Awb art. 4:13 lid 2")
EEN_DAG = timedelta(days=1)


def aanvulling(van: date, tot: date | None = None, uiterlijk: date | None = None, **anders: object) -> Opschorting:
    velden = {"grond": "AANVULLING", "van": van, "tot": tot, "uiterlijk": uiterlijk or van + timedelta(days=400)}
    return Opschorting.model_validate(velden | anders)


def einddag(*gebeurd: Opschorting | Verdaging, op: date = LATER, termijn: Termijn = ACHT_WEKEN) -> date:
    return reken(
        BEGIN,
        termijn,
        op,
        opschortingen=[item for item in gebeurd if isinstance(item, Opschorting)],
        verdagingen=[item for item in gebeurd if isinstance(item, Verdaging)],
    ).einde


def tel_met_de_hand(begin: date, weken: int, stil: set[date]) -> date:
    """Walk over the calendar: each day that is not suspended uses up one day of the term."""
    dag, over = begin, 7 * weken
    while over:
        dag += EEN_DAG
        over -= dag not in stil
    while is_vrije_dag(dag) or dag in stil:
        dag += EEN_DAG
    return dag


# 8 weeks after Thursday 1 October 2026 is Thursday 26 November; ten days more is Sunday 6 December.
@pytest.mark.parametrize(
    ("opschortingen", "verwacht"),
    [
        ((), date(2026, 11, 26)),
        ((aanvulling(date(2026, 10, 10), date(2026, 10, 20)),), date(2026, 12, 7)),
        ((aanvulling(date(2026, 10, 10), uiterlijk=date(2026, 10, 19)),), date(2026, 12, 7)),
        # completed after the term that was set for it: the term ran again after that term
        ((aanvulling(date(2026, 10, 10), date(2026, 11, 5), date(2026, 10, 19)),), date(2026, 12, 7)),
        # the same days twice, and days that overlap in part
        ((aanvulling(date(2026, 10, 10), date(2026, 10, 20)),) * 2, date(2026, 12, 7)),
        (
            (
                aanvulling(date(2026, 10, 10), date(2026, 10, 16)),
                Opschorting(grond=Grond.OVERMACHT, van=date(2026, 10, 13), tot=date(2026, 10, 20)),
            ),
            date(2026, 12, 7),
        ),
        # on the day of the request itself: nothing
        ((aanvulling(date(2026, 10, 10), date(2026, 10, 10)),), date(2026, 11, 26)),
        # before the term and after it: nothing
        ((aanvulling(date(2026, 9, 1), date(2026, 10, 2)),), date(2026, 11, 26)),
        ((aanvulling(date(2026, 11, 27), date(2026, 12, 20)),), date(2026, 11, 26)),
        # over the year end: 35 days from 20 December would be past it, so only one that begins in time counts
        ((aanvulling(date(2026, 11, 26), date(2026, 12, 31)),), date(2026, 12, 31)),
        ((aanvulling(date(2026, 11, 26), date(2027, 1, 1)),), date(2027, 1, 4)),
    ],
)
def test_gestapeld(opschortingen: tuple[Opschorting, ...], verwacht: date) -> None:
    assert einddag(*opschortingen) == verwacht


def test_een_lopende_opschorting_schuift_elke_dag_mee() -> None:
    stil = aanvulling(date(2026, 10, 10), uiterlijk=date(2026, 10, 30))
    assert [einddag(stil, op=date(2026, 10, dag)) for dag in (9, 12, 13)] == [
        date(2026, 11, 26),
        date(2026, 11, 30),  # three days: Sunday 29 November
        date(2026, 11, 30),
    ]
    assert stil.loopt_op(date(2026, 10, 30))
    assert not stil.loopt_op(date(2026, 10, 31))
    assert not stil.is_open(date(2026, 10, 31))


def test_uitstel_met_instemming_telt_meteen_helemaal() -> None:
    uitstel = Opschorting(grond=Grond.INSTEMMING, van=date(2026, 11, 1), uiterlijk=date(2026, 11, 14))
    assert einddag(uitstel, op=date(2026, 10, 5)) == date(2026, 12, 10)


def test_een_termijn_eindigt_niet_op_een_dag_die_stilstaat() -> None:
    # two weeks after Saturday 2 January 2027 end on Saturday the 16th, so on Monday; that day is suspended
    termijn, begin = termijnparameter("wmo.beslissing", date(2027, 1, 2)).termijn(), date(2027, 1, 2)
    assert einde(begin, termijn).einde == date(2027, 1, 18)
    stil = aanvulling(date(2027, 1, 17), date(2027, 1, 19))
    som = reken(begin, termijn, LATER, opschortingen=[stil])
    assert som.einde == date(2027, 1, 19)
    assert any("zij staat dan stil" in stap.omschrijving_nl for stap in som.stappen)


def test_verdagen_met_en_zonder_gevolg() -> None:
    redelijk = Verdaging(wijze=Wijze.REDELIJKE_TERMIJN, weken=4, medegedeeld_op=date(2026, 11, 20))
    mededeling = Verdaging(wijze=Wijze.MEDEDELING, weken=4, medegedeeld_op=date(2026, 11, 20))
    # a day that the body names itself is not moved from Sunday 27 December (L-41); Thursday 24 December is no free day
    assert einddag(redelijk) == date(2026, 12, 24)
    assert einddag(mededeling) == date(2026, 11, 26)
    assert einddag(redelijk, aanvulling(date(2026, 10, 10), date(2026, 10, 13))) == date(2026, 12, 27)


def test_verdaging_van_het_bezwaar_valt_onder_de_termijnenwet() -> None:
    zes = termijnparameter("awb.besluit_op_bezwaar", date(2026, 10, 1)).termijn()
    verdaagd = Verdaging(wijze=Wijze.BEZWAAR, over=Onderwerp.BEZWAAR, weken=6, medegedeeld_op=date(2026, 11, 1))
    # Friday 2 October + 84 days is Friday 25 December; first working day after it is Monday the 28th
    assert reken(date(2026, 10, 2), zes, LATER, verdagingen=[verdaagd]).einde == date(2026, 12, 28)


@pytest.mark.parametrize("eenheid", [Eenheid.WERKDAGEN, Eenheid.MAANDEN])
def test_alleen_dagen_en_weken(eenheid: Eenheid) -> None:
    with pytest.raises(ValueError, match="dagen of weken"):
        einddag(aanvulling(date(2026, 10, 2), date(2026, 10, 4)), termijn=Termijn(3, eenheid))


dagen = st.dates(date(2026, 9, 1), date(2027, 3, 1))


@st.composite
def opschortingen(draw: st.DrawFn) -> Opschorting:
    van = draw(dagen)
    tot = van + timedelta(days=draw(st.integers(0, 40)))
    grond = draw(st.sampled_from([Grond.AANVULLING, Grond.AANVRAGER, Grond.OVERMACHT]))
    return Opschorting(grond=grond, van=van, tot=draw(st.sampled_from([tot, tot, None])), uiterlijk=tot)


stapels = st.lists(opschortingen(), max_size=5)
verdagingen = st.builds(
    Verdaging,
    wijze=st.sampled_from([Wijze.REDELIJKE_TERMIJN, Wijze.MEDEDELING, Wijze.VERLENGING]),
    weken=st.integers(1, 8),
    medegedeeld_op=st.dates(BEGIN, date(2026, 11, 26)),
)


@settings(max_examples=150, deadline=None)
@given(stapels, st.randoms())
def test_de_volgorde_maakt_niet_uit(stapel: list[Opschorting], toeval: object) -> None:
    geschud = list(stapel)
    toeval.shuffle(geschud)  # type: ignore[attr-defined]
    assert einddag(*geschud) == einddag(*stapel)


@settings(max_examples=150, deadline=None)
@given(stapels)
def test_gelijk_aan_dag_voor_dag_tellen(stapel: list[Opschorting]) -> None:
    stil = set()
    for item in stapel:
        dag, voor = item.van, item.eindigt_voor(LATER)
        while dag < voor:
            stil.add(dag)
            dag += EEN_DAG
    assert einddag(*stapel) == tel_met_de_hand(BEGIN, 8, stil)


@settings(max_examples=150, deadline=None)
@given(stapels, opschortingen(), st.lists(verdagingen, max_size=1), dagen)
def test_erbij_is_nooit_eerder_en_eraf_herstelt(
    stapel: list[Opschorting], extra: Opschorting, verdaagd: list[Verdaging], op: date
) -> None:
    voor = einddag(*stapel, *verdaagd, op=op)
    assert einddag(*stapel, *verdaagd, extra, op=op) >= voor
    assert einddag(*stapel, *verdaagd, extra.gewijzigd(ingetrokken_op=op), op=op) == voor
    assert einddag(*stapel, op=op) <= voor


@settings(max_examples=100, deadline=None)
@given(stapels)
def test_een_dag_telt_een_keer(stapel: list[Opschorting]) -> None:
    tellingen = tel_dagen(stapel, BEGIN, LATER)
    geteld = [telling.van + timedelta(days=nummer) for telling in tellingen for nummer in range(telling.dagen)]
    assert len(geteld) == len(set(geteld))
    assert all(dag > BEGIN for dag in geteld)


def test_gronden_en_regels_komen_uit_de_gegevens() -> None:
    aanvraag = {rij.grond for rij in opschortingsgronden() if rij.over is Onderwerp.AANVRAAG}
    assert aanvraag == {Grond.AANVULLING, Grond.INSTEMMING, Grond.AANVRAGER, Grond.OVERMACHT}
    assert {rij.regel for rij in opschortingsgronden()} == {"L-9"}
    assert {rij.soort: rij.regel for rij in verdagingsregels()} == {
        Wijze.MEDEDELING: "L-8",
        Wijze.REDELIJKE_TERMIJN: "L-8",
        Wijze.VERLENGING: "L-120",
        Wijze.BEZWAAR: "L-30",
    }
    assert all(rij.maal == 1 for rij in verdagingsregels())


def test_wat_niet_kan() -> None:
    with pytest.raises(ToegangFout, match="bestaat niet voor een bezwaar"):
        opschortingsgrond(Grond.AANVULLING, Onderwerp.BEZWAAR, BEGIN)
    with pytest.raises(ToegangFout, match="kon op 2013-12-31 niet"):
        verdagingsregel(Wijze.BEZWAAR, date(2013, 12, 31))
    for velden in ({"tot": date(2026, 10, 9)}, {"uiterlijk": date(2026, 10, 9)}):
        with pytest.raises(ValidationError):
            Opschorting.model_validate({"grond": "OVERMACHT", "van": date(2026, 10, 10), **velden})
    with pytest.raises(ValidationError):
        Verdaging(wijze=Wijze.MEDEDELING, weken=0, medegedeeld_op=BEGIN)
