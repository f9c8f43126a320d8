"""Dutch dates and amounts, and dates of which a part is unknown."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from babel.dates import format_date
from babel.numbers import format_currency
from hypothesis import given, settings
from hypothesis import strategies as st

from toegang.domain.datums import (
    OngeldigBedrag,
    OngeldigeDatum,
    OnvolledigeDatum,
    bedrag,
    dag_voluit,
    datum_voluit,
    plus_jaren,
    plus_maanden,
    rond_af,
)

PEILDATUM = date(2026, 11, 22)


def test_datum_voluit() -> None:
    assert datum_voluit(PEILDATUM) == "22 november 2026"
    assert dag_voluit(PEILDATUM) == "zondag 22 november 2026"
    assert datum_voluit(date(2027, 1, 1)) == "1 januari 2027"


def test_datums_zoals_babel_ze_schrijft() -> None:
    for nummer in range(366):
        dag = date(2028, 1, 1) + timedelta(days=nummer)
        assert datum_voluit(dag) == format_date(dag, "d MMMM y", locale="nl")
        assert dag_voluit(dag) == format_date(dag, "EEEE d MMMM y", locale="nl")


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (Decimal("1234.5"), "€\u00a01.234,50"),
        (123450, "€\u00a01.234,50"),
        (0, "€\u00a00,00"),
        (5, "€\u00a00,05"),
        (Decimal("-12.5"), "€\u00a0-12,50"),
        (Decimal(1234567), "€\u00a01.234.567,00"),
        (Decimal("0.010"), "€\u00a00,01"),
    ],
)
def test_bedrag(waarde: Decimal | int, tekst: str) -> None:
    assert bedrag(waarde) == tekst


@settings(deadline=None)
@given(st.integers(-(10**12), 10**12))
def test_bedrag_zoals_babel_het_schrijft(centen: int) -> None:
    euro = Decimal(centen) / 100
    assert bedrag(centen) == bedrag(euro) == format_currency(euro, "EUR", locale="nl")


@pytest.mark.parametrize(
    "waarde", [Decimal("1.005"), Decimal("0.001"), Decimal("NaN"), Decimal("Infinity"), 1.5, True, "1,50", None]
)
def test_bedrag_rondt_nooit_stil_af(waarde: Any) -> None:
    with pytest.raises(OngeldigBedrag):
        bedrag(waarde)


@pytest.mark.parametrize(
    ("berekend", "afgerond"),
    [("1.005", "1.01"), ("1.015", "1.02"), ("1.0049", "1.00"), ("-1.005", "-1.01"), ("2", "2.00")],
)
def test_halve_cent_gaat_omhoog(berekend: str, afgerond: str) -> None:
    assert str(rond_af(Decimal(berekend))) == afgerond


def test_oneindig_wordt_niet_afgerond() -> None:
    with pytest.raises(OngeldigBedrag):
        rond_af(Decimal("Infinity"))


@pytest.mark.parametrize(
    ("dag", "maanden", "verwacht"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-10", -13, "2024-12-10"),
    ],
)
def test_plus_maanden(dag: str, maanden: int, verwacht: str) -> None:
    assert plus_maanden(date.fromisoformat(dag), maanden).isoformat() == verwacht


def test_plus_jaren_van_schrikkeldag() -> None:
    assert plus_jaren(date(2028, 2, 29), 15) == date(2043, 2, 28)
    assert plus_jaren(date(2028, 2, 29), 20) == date(2048, 2, 29)


@pytest.mark.parametrize(
    ("tekst", "lo3", "voluit"),
    [
        ("19800505", "19800505", "5 mei 1980"),
        ("1980-05-05", "19800505", "5 mei 1980"),
        ("05-05-1980", "19800505", "5 mei 1980"),
        ("19800500", "19800500", "mei 1980"),
        ("00-05-1980", "19800500", "mei 1980"),
        ("1980-05", "19800500", "mei 1980"),
        ("19800000", "19800000", "1980"),
        (" 1980 ", "19800000", "1980"),
        ("00000000", "00000000", "onbekend"),
    ],
)
def test_onvolledige_datum(tekst: str, lo3: str, voluit: str) -> None:
    datum = OnvolledigeDatum.lees(tekst)
    assert datum.lo3() == lo3
    assert datum.voluit() == voluit
    assert datum == OnvolledigeDatum.lees(lo3)
    assert (datum.datum is None) == lo3.endswith("00")


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "19801301",
        "19800230",
        "19800015",
        "00000501",
        "00000012",
        "1980/05/05",
        "5-5-1980",
        "198O0505",
        "١٩٨٠٠٥٠٥",
        "80",
    ],
)
def test_geen_datum_en_de_melding_toont_hem_niet(tekst: str) -> None:
    with pytest.raises(OngeldigeDatum) as fout:
        OnvolledigeDatum.lees(tekst)
    if tekst:
        assert tekst not in str(fout.value)


def test_onvolledige_datum_toont_zich_niet() -> None:
    assert repr(OnvolledigeDatum.lees("19800505")) == str(OnvolledigeDatum.lees("19800505")) == "OnvolledigeDatum()"


@pytest.mark.parametrize(
    ("geboren", "jaren", "verwacht"),
    [
        ("20081122", 18, True),
        ("20081123", 18, False),
        ("20081100", 18, None),
        ("20081000", 18, True),
        ("20081200", 18, False),
        ("20080000", 18, None),
        ("20070000", 18, True),
        ("20090000", 18, False),
        ("00000000", 18, None),
        ("20200222", 0, True),
    ],
)
def test_leeftijd_minstens(geboren: str, jaren: int, verwacht: bool | None) -> None:
    assert OnvolledigeDatum.lees(geboren).leeftijd_minstens(jaren, PEILDATUM) is verwacht


def test_schrikkelkind_verjaart_op_1_maart() -> None:
    geboren = OnvolledigeDatum.lees("20080229")
    assert geboren.leeftijd_minstens(18, date(2026, 2, 28)) is False
    assert geboren.leeftijd_minstens(18, date(2026, 3, 1)) is True
    assert geboren.leeftijd_minstens(20, date(2028, 2, 29)) is True


@settings(deadline=None)
@given(
    st.dates(date(1900, 1, 1), date(2026, 12, 31)), st.integers(0, 110), st.dates(date(2010, 1, 1), date(2030, 1, 1))
)
def test_minder_weten_geeft_nooit_een_ander_antwoord(geboren: date, jaren: int, peildatum: date) -> None:
    volledig = OnvolledigeDatum(geboren.year, geboren.month, geboren.day).leeftijd_minstens(jaren, peildatum)
    assert volledig is not None
    for minder in (OnvolledigeDatum(geboren.year, geboren.month), OnvolledigeDatum(geboren.year), OnvolledigeDatum()):
        assert minder.leeftijd_minstens(jaren, peildatum) in (volledig, None)


def test_geboortedatums_van_de_personas(gedeeld: Callable[[str], Any]) -> None:
    gelezen, geweigerd = [], 0
    personas = gedeeld("brp-testpersonas/personas.json")
    for datum in (persoon["geboortedatum"] for persoon in personas if "geboortedatum" in persoon):
        try:
            gelezen.append(OnvolledigeDatum.lees(datum))
        except OngeldigeDatum:
            geweigerd += 1
    assert sum(datum.datum is None for datum in gelezen) == 9
    # One record has a day in an unknown month, which the BRP does not allow.
    assert geweigerd == 1
