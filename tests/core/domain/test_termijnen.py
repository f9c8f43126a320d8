"""Art. 1, 2, 4 and 5 Algemene termijnenwet: L-40, L-41, L-44, L-45, L-46, L-26."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toegang.domain.feestdagen import gelijkgestelde_dagen, is_vrije_dag
from toegang.domain.termijnen import (
    BronSoort,
    Eenheid,
    Termijn,
    atw_geldt,
    bezwaartermijn,
    einde,
    termijnparameter,
    terugrekenen,
    verleng,
)
from toegang.errors import ToegangFout

DAG = timedelta(days=1)
DAGEN = st.dates(date(2014, 1, 1), date(2060, 12, 31))
KORTE_TERMIJNEN = st.one_of(
    st.builds(Termijn, st.integers(1, 90), st.just(Eenheid.DAGEN)),
    st.builds(Termijn, st.integers(1, 12), st.just(Eenheid.WEKEN)),
    st.builds(Termijn, st.integers(1, 3), st.just(Eenheid.MAANDEN)),
)


@pytest.mark.parametrize(
    ("bekendgemaakt", "laatste_dag"),
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
def test_vectoren_l46(bekendgemaakt: str, laatste_dag: str) -> None:
    assert bezwaartermijn(date.fromisoformat(bekendgemaakt)).einde == date.fromisoformat(laatste_dag)


# First Easter days from an almanac, so that nothing here leans on the module.
PASEN = (
    date(2019, 4, 21),
    date(2020, 4, 12),
    date(2021, 4, 4),
    date(2022, 4, 17),
    date(2023, 4, 9),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
    date(2027, 3, 28),
    date(2028, 4, 16),
    date(2029, 4, 1),
)


def vrije_dagen_los_van_de_module() -> set[date]:
    vrij = {dag.datum for dag in gelijkgestelde_dagen()}
    for pasen in PASEN:
        vrij |= {pasen + timedelta(days=dagen) for dagen in (-2, 1, 39, 50)}
        vrij |= {date(pasen.year, maand, dag) for maand, dag in ((1, 1), (5, 5), (12, 25), (12, 26))}
        koningsdag = date(pasen.year, 4, 27)
        vrij.add(koningsdag - DAG if koningsdag.isoweekday() == 7 else koningsdag)
    alle_dagen = (date(2019, 1, 1) + timedelta(days=dagen) for dagen in range(4018))
    return vrij | {dag for dag in alle_dagen if dag.isoweekday() >= 6}


def test_tien_jaar_dag_voor_dag_nageteld() -> None:
    vrij = vrije_dagen_los_van_de_module()
    bekendgemaakt, verschillen = date(2019, 1, 1), []
    while bekendgemaakt < date(2029, 1, 1):
        dag = bekendgemaakt
        for _ in range(42):
            dag += DAG
        while dag in vrij:
            dag += DAG
        if bezwaartermijn(bekendgemaakt).einde != dag:
            verschillen.append(bekendgemaakt)
        bekendgemaakt += DAG
    assert verschillen == []


def test_som_van_de_bezwaartermijn_is_na_te_lezen() -> None:
    som = bezwaartermijn(date(2026, 11, 20))
    assert [(stap.datum.isoformat(), stap.artikel) for stap in som.stappen] == [
        ("2026-11-21", "Awb art. 6:8 lid 1"),
        ("2027-01-01", "Awb art. 6:7"),
        ("2027-01-01", "Algemene termijnenwet art. 1 lid 1"),
        ("2027-01-02", "Algemene termijnenwet art. 3 lid 1"),
        ("2027-01-03", "Algemene termijnenwet art. 1 lid 1"),
        ("2027-01-04", "Algemene termijnenwet art. 1 lid 1"),
        ("2027-01-04", ""),
    ]
    assert "vrijdag 1 januari 2027: Nieuwjaarsdag" in som.stappen[3].omschrijving_nl
    assert som.stappen[4].omschrijving_nl == "De termijn eindigt niet op zaterdag 2 januari 2027."
    assert som.stappen[-1].omschrijving_nl == "De termijn eindigt op maandag 4 januari 2027."
    assert som.verlengd
    assert som.onverlengd == date(2027, 1, 1)
    assert som.waarschuwingen == ()


def test_dag_uit_ongetoetst_besluit_wordt_gemeld() -> None:
    som = bezwaartermijn(date(2026, 4, 3))
    teksten = [stap.omschrijving_nl for stap in som.stappen]
    assert any("15 mei 2026: gelijkgesteld met een feestdag (nog te toetsen)" in tekst for tekst in teksten)


def test_jaar_zonder_bekend_besluit_waarschuwt() -> None:
    som = bezwaartermijn(date(2029, 3, 1))
    assert len(som.waarschuwingen) == 1
    assert "2029" in som.waarschuwingen[0]
    assert bezwaartermijn(date(2028, 3, 1)).waarschuwingen == ()


@settings(deadline=None)
@given(DAGEN, KORTE_TERMIJNEN)
def test_einde_is_de_eerste_dag_die_mag(begin: date, termijn: Termijn) -> None:
    som = einde(begin, termijn)
    nodig = 2 if termijn.eenheid is not Eenheid.DAGEN or termijn.aantal >= 3 else 0
    dag = begin
    werkdagen = 0
    while dag < som.onverlengd or is_vrije_dag(dag) or werkdagen < nodig:
        dag += DAG
        werkdagen += not is_vrije_dag(dag)
    assert som.einde == dag
    assert som.verlengd == (dag != som.onverlengd)
    assert som.stappen[-1].datum == dag


@settings(deadline=None)
@given(DAGEN, KORTE_TERMIJNEN)
def test_verleng_komt_op_hetzelfde_uit_als_de_som(begin: date, termijn: Termijn) -> None:
    som = einde(begin, termijn)
    lang_genoeg = termijn.eenheid is not Eenheid.DAGEN or termijn.aantal >= 3
    assert verleng(som.onverlengd, begin=begin if lang_genoeg else None) == som.einde
    assert verleng(som.einde) == som.einde


@settings(deadline=None)
@given(DAGEN)
def test_later_bekendgemaakt_is_nooit_eerder_voorbij(dag: date) -> None:
    assert bezwaartermijn(dag).einde <= bezwaartermijn(dag + DAG).einde
    assert bezwaartermijn(dag).onverlengd == dag + timedelta(days=42)


@pytest.mark.parametrize(
    ("begin", "aantal", "verwacht"),
    [
        ("2026-04-02", 3, "2026-04-08"),  # Good Friday, weekend, Easter Monday: two working days follow
        ("2026-04-02", 2, "2026-04-07"),  # two days: art. 2 does not apply, art. 1 does
        ("2026-11-20", 3, "2026-11-24"),  # Friday: Saturday, Sunday, Monday hold one working day
        ("2026-11-23", 3, "2026-11-26"),
        ("2026-12-24", 7, "2026-12-31"),
    ],
)
def test_twee_werkdagen_l41(begin: str, aantal: int, verwacht: str) -> None:
    som = einde(date.fromisoformat(begin), Termijn(aantal, Eenheid.DAGEN))
    assert som.einde == date.fromisoformat(verwacht)


def test_artikel_2_staat_in_de_som() -> None:
    som = einde(date(2026, 4, 2), Termijn(3, Eenheid.DAGEN))
    assert "Algemene termijnenwet art. 2" in [stap.artikel for stap in som.stappen]


@pytest.mark.parametrize(
    ("aantal", "eenheid", "geldt"),
    [
        (90, Eenheid.DAGEN, True),
        (91, Eenheid.DAGEN, False),
        (12, Eenheid.WEKEN, True),
        (13, Eenheid.WEKEN, False),
        (3, Eenheid.MAANDEN, True),
        (4, Eenheid.MAANDEN, False),
        (1, Eenheid.JAREN, False),
        (48, Eenheid.UREN, False),
    ],
)
def test_grenzen_van_artikel_4(aantal: int, eenheid: Eenheid, geldt: bool) -> None:
    oordeel = atw_geldt(Termijn(aantal, eenheid))
    assert oordeel.geldt is geldt
    assert ("art. 4 onder a" in oordeel.artikel) is not geldt


def test_twaalf_weken_verschuift_en_dertien_niet() -> None:
    zaterdag = date(2026, 6, 6)
    assert einde(zaterdag, Termijn(12, Eenheid.WEKEN)).einde == date(2026, 8, 31)
    assert einde(zaterdag, Termijn(13, Eenheid.WEKEN)).einde == date(2026, 9, 5)


@pytest.mark.parametrize("aantal", [1, 2, 15, 20])
def test_jaren_verschuiven_niet_l44(aantal: int) -> None:
    begin = date(2026, 11, 21)
    som = einde(begin, Termijn(aantal, Eenheid.JAREN))
    assert som.einde == date(2026 + aantal, 11, 21)
    assert not som.verlengd


@pytest.mark.parametrize("soort", [BronSoort.VERORDENING, BronSoort.EIGEN])
def test_verordening_en_eigen_termijn_verschuiven_niet_vanzelf_l45(soort: BronSoort) -> None:
    vrijdag = date(2026, 11, 20)
    termijn = Termijn(1, Eenheid.DAGEN, soort)
    assert einde(vrijdag, termijn).einde == date(2026, 11, 21)
    van_toepassing = Termijn(1, Eenheid.DAGEN, soort, atw=True)
    assert einde(vrijdag, van_toepassing).einde == date(2026, 11, 23)


def test_amvb_verschuift_volgens_artikel_5() -> None:
    som = einde(date(2026, 11, 20), Termijn(1, Eenheid.DAGEN, BronSoort.AMVB))
    assert som.einde == date(2026, 11, 23)
    assert "Algemene termijnenwet art. 5" in [stap.artikel for stap in som.stappen]


def test_dwangsom_loopt_door_het_weekend() -> None:
    looptijd = termijnparameter("awb.dwangsom_looptijd", date(2026, 10, 10)).termijn()
    som = einde(date(2026, 10, 10), looptijd)
    assert som.einde == date(2026, 11, 21)
    assert not atw_geldt(looptijd).geldt


@pytest.mark.parametrize(
    ("begin", "aantal", "verwacht"),
    [("2026-11-19", 3, "2026-11-24"), ("2026-12-24", 3, "2026-12-30"), ("2026-11-21", 1, "2026-11-23")],
)
def test_werkdagen(begin: str, aantal: int, verwacht: str) -> None:
    som = einde(date.fromisoformat(begin), Termijn(aantal, Eenheid.WERKDAGEN))
    assert som.einde == date.fromisoformat(verwacht)
    assert not som.verlengd


def test_terugrekenen_verschuift_nooit() -> None:
    hoorzitting = date(2026, 11, 28)
    som = terugrekenen(hoorzitting, termijnparameter("awb.stukken_ter_inzage", hoorzitting).termijn())
    assert som.einde == date(2026, 11, 21)
    assert som.stappen[-1].artikel == "Algemene termijnenwet art. 1 lid 2"
    with pytest.raises(ValueError, match="werkdagen"):
        terugrekenen(hoorzitting, Termijn(3, Eenheid.WERKDAGEN))


def test_maanden_eindigen_op_de_laatste_dag_van_een_kortere_maand() -> None:
    termijn = Termijn(3, Eenheid.MAANDEN, BronSoort.EIGEN)
    assert einde(date(2026, 11, 30), termijn).einde == date(2027, 2, 28)
    assert einde(date(2027, 11, 30), termijn).einde == date(2028, 2, 29)


def test_uren_zijn_geen_dagen() -> None:
    with pytest.raises(ValueError, match="uren"):
        einde(date(2026, 11, 20), Termijn(48, Eenheid.UREN))


def test_voor_2014_is_er_geen_bezwaartermijn() -> None:
    with pytest.raises(ToegangFout, match=r"awb\.bezwaar"):
        bezwaartermijn(date(2013, 12, 31))


@pytest.mark.parametrize("aantal", [0, -1])
def test_termijn_is_positief(aantal: int) -> None:
    with pytest.raises(ValueError, match="minstens 1"):
        Termijn(aantal, Eenheid.WEKEN)
