"""Art. 3 Algemene termijnenwet: L-42, L-43, L-47."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from holidays import country_holidays

from toegang.domain.feestdagen import (
    eerste_paasdag,
    feestdagen,
    gelijkgestelde_dagen,
    gelijkstelling_bekend,
    is_vrije_dag,
    reden_vrij,
)
from toegang.errors import ToegangFout

# L-43, day by day as DOMAIN.md has them.
BESLUITDAGEN = {
    "2017-04-28 2017-05-26 2018-05-11 2018-12-24 2018-12-31 2019-05-31 2019-12-27": "V",
    "2022-05-27 2023-04-28 2023-05-19 2024-05-10 2024-12-27 2025-05-30 2026-01-02 2026-05-15 2027-05-07": "V2",
    "2028-04-28 2028-05-26": "V2",
}


def pasen_volgens_butcher(jaar: int) -> date:
    """An algorithm other than that of the module (Butcher, 1876)."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1)


def test_pasen_van_1600_tot_2500() -> None:
    assert [eerste_paasdag(jaar) for jaar in range(1600, 2500)] == [pasen_volgens_butcher(j) for j in range(1600, 2500)]


@pytest.mark.parametrize("jaar", range(2014, 2051))
def test_gelijk_aan_holidays_plus_besluitdagen(jaar: int) -> None:
    pasen = pasen_volgens_butcher(jaar)
    zondagen = {pasen, pasen + timedelta(days=49)}
    volgens_pakket = set(country_holidays("NL", years=jaar, categories=("public", "optional"))) - zondagen
    besluit = {dag.datum for dag in gelijkgestelde_dagen() if dag.datum.year == jaar}
    assert set(feestdagen(jaar)) == volgens_pakket | besluit


def test_besluitdagen_van_l43() -> None:
    verwacht = {date.fromisoformat(dag): merk for dagen, merk in BESLUITDAGEN.items() for dag in dagen.split()}
    assert {dag.datum: dag.bewijs for dag in gelijkgestelde_dagen()} == verwacht


def test_gelijk_aan_de_gedeelde_lijst(gedeeld: Callable[[str], Any]) -> None:
    lijst = gedeeld("atw-feestdagen/atw-feestdagen.json")
    assert {dag.datum.isoformat() for dag in gelijkgestelde_dagen()} == set(lijst["gelijkgesteld"])
    for jaar, dagen in lijst["jaren"].items():
        namen = {datum: naam.removesuffix(" (lid 2)") for datum, naam in dagen.items()}
        onze = {dag.isoformat(): naam for dag, naam in feestdagen(int(jaar)).items()}
        assert {datum: naam for datum, naam in onze.items() if datum not in lijst["gelijkgesteld"]} == namen


@pytest.mark.parametrize("jaar", [2016, 2018, 2023, 2026])
def test_vijf_mei_elk_jaar(jaar: int) -> None:
    assert "vijfde mei" in feestdagen(jaar)[date(jaar, 5, 5)]


def test_koningsdag_op_zondag_wordt_zaterdag() -> None:
    assert feestdagen(2025)[date(2025, 4, 26)] == "Koningsdag"
    assert date(2025, 4, 27) not in feestdagen(2025)


def test_twee_feestdagen_op_een_dag() -> None:
    assert feestdagen(2016)[date(2016, 5, 5)] == "vijfde mei en Hemelvaartsdag"


@pytest.mark.parametrize(
    ("dag", "omschrijving", "artikel"),
    [
        (date(2026, 11, 21), "zaterdag", "art. 1 lid 1"),
        (date(2026, 11, 22), "zondag", "art. 1 lid 1"),
        (date(2026, 4, 3), "Goede Vrijdag", "art. 3 lid 2"),
        (date(2026, 4, 6), "tweede Paasdag", "art. 3 lid 1"),
        (date(2026, 5, 15), "gelijkgesteld met een feestdag", "art. 3 lid 3"),
    ],
)
def test_reden(dag: date, omschrijving: str, artikel: str) -> None:
    reden = reden_vrij(dag)
    assert reden is not None
    assert reden.omschrijving == omschrijving
    assert artikel in reden.artikel
    assert is_vrije_dag(dag)


@pytest.mark.parametrize("dag", [date(2026, 2, 16), date(2026, 11, 23), date(2026, 12, 24), date(2026, 12, 31)])
def test_carnaval_en_gewone_dagen_tellen_niet(dag: date) -> None:
    assert not is_vrije_dag(dag)
    assert reden_vrij(dag) is None


def test_jaren_waarvan_de_besluiten_bekend_zijn() -> None:
    bekend = [jaar for jaar in range(2014, 2032) if gelijkstelling_bekend(jaar)]
    assert bekend == [2017, 2018, 2019, *range(2022, 2029)]


def test_voor_2014_wordt_niet_gerekend() -> None:
    with pytest.raises(ToegangFout, match="2013"):
        feestdagen(2013)
    with pytest.raises(ToegangFout, match="2013"):
        is_vrije_dag(date(2013, 6, 1))


def test_feestdagen_zijn_niet_te_wijzigen() -> None:
    with pytest.raises(TypeError):
        feestdagen(2026)[date(2026, 6, 1)] = "eigen dag"  # type: ignore[index]
