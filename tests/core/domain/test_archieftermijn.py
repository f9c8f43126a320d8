"""Retention: L-150, L-151, L-152, L-155 and the table of DOMAIN.md B.7."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toegang.domain.archieftermijn import (
    Archieftermijn,
    Bewaarkeuze,
    Waardering,
    archiefactiedatum,
    resultaten,
    toegestane_resultaten,
)
from toegang.errors import Invoerfout, ToegangFout

WETTEN = ("WMO", "JEUGDWET", "PARTICIPATIEWET", "WGS", "GPK", "LLV")
UITKOMSTEN = ("VERSTREKT", "GEWEIGERD", "BEEINDIGD", "AFGEBROKEN", "BUITEN_BEHANDELING")
ONTVANGEN, GESLOTEN, EINDE = date(2026, 9, 1), date(2026, 11, 20), date(2029, 6, 30)


def bereken(nummer: str, wet: str = "WMO", einde_voorziening: date | None = EINDE, **rest: Any) -> Archieftermijn:
    velden = {"gesloten_op": GESLOTEN, "ontvangen_op": ONTVANGEN, **rest}
    return archiefactiedatum(resultaten()[nummer], einde_voorziening=einde_voorziening, wet=wet, **velden)


@pytest.mark.parametrize(
    ("nummer", "procestermijn", "bewaartermijn"),
    [
        ("8.1.1", "nihil", "P15Y"),
        ("8.1.2", "nihil", "P20Y"),
        ("8.1", "bestaansduur_procesobject", "P10Y"),
        ("8.1.9", "bestaansduur_procesobject", "P5Y"),
        ("8.1.10", "nihil", "P5Y"),
        ("8.1.14", "bestaansduur_procesobject", "P1Y"),
        ("8.2", "nihil", "P5Y"),
        ("8.3.1", "nihil", "P15Y"),
        ("8.3.2", "nihil", "P20Y"),
        ("8.3.5", "nihil", "P5Y"),
        ("8.3", "nihil", "P10Y"),
        ("8.4.1", "nihil", "P42D"),
        ("3.1.4", "nihil", "P20Y"),
        ("3.1.5", "nihil", "P15Y"),
        ("3.3.1", "nihil", "P42D"),
        ("12.1.1", "nihil", "P10Y"),
        ("12.1.2", "nihil", "P15Y"),
        ("12.1.12", "nihil", "P20Y"),
        ("12.2.6", "nihil", "P15Y"),
        ("12.2.9", "nihil", "P20Y"),
        ("12.2", "nihil", "P10Y"),
        ("13.1", "nihil", "P5Y"),
        ("13.1.4", "nihil", "P1Y"),
        ("21.1.3", "nihil", "P20Y"),
    ],
)
def test_tabel_b7(nummer: str, procestermijn: str, bewaartermijn: str) -> None:
    resultaat = resultaten()[nummer]
    assert (resultaat.procestermijn, resultaat.bewaartermijn) == (procestermijn, bewaartermijn)
    assert resultaat.waardering is Waardering.VERNIETIGEN


def test_mandaatregister_blijft() -> None:
    termijn = bereken("9.1.4", wet="GPK")
    assert termijn.resultaat.waardering is Waardering.BLIJVEND_BEWAREN
    assert termijn.archiefactiedatum is None
    assert not termijn.geblokkeerd


def test_gelijk_aan_de_gedeelde_selectielijst(gedeeld: Callable[[str], Any]) -> None:
    lijst = {rij["volledigNummer"]: rij for rij in gedeeld("vng-referentielijsten/resultaten.json")}
    for nummer, resultaat in resultaten().items():
        rij = lijst[nummer]
        assert resultaat.naam == rij["naam"].strip()
        assert resultaat.omschrijving == rij["omschrijving"].strip()
        assert resultaat.waardering == rij["waardering"].upper()
        assert resultaat.procestermijn == rij["procestermijn"]
        assert resultaat.bewaartermijn == rij.get("bewaartermijn", "")


@pytest.mark.parametrize("wet", WETTEN)
@pytest.mark.parametrize("uitkomst", UITKOMSTEN)
def test_elke_uitkomst_heeft_een_resultaat(wet: str, uitkomst: str) -> None:
    gevonden = toegestane_resultaten(wet, uitkomst)
    assert gevonden
    zonder_eigen_resultaat = uitkomst == "BUITEN_BEHANDELING" or (wet, uitkomst) in {
        ("LLV", "VERSTREKT"),
        ("LLV", "AFGEBROKEN"),
    }
    assert all(resultaat.voorstel is zonder_eigen_resultaat for resultaat in gevonden)
    assert len(gevonden) == 1 or zonder_eigen_resultaat


@pytest.mark.parametrize(
    ("wet", "uitkomst", "nummers"),
    [
        ("WMO", "VERSTREKT", ["8.1.1"]),
        ("JEUGDWET", "VERSTREKT", ["8.1.2"]),
        ("PARTICIPATIEWET", "VERSTREKT", ["8.1"]),
        ("WGS", "VERSTREKT", ["8.1.9"]),
        ("GPK", "VERSTREKT", ["8.1.14"]),
        ("LLV", "VERSTREKT", ["8.1"]),
        ("WMO", "GEWEIGERD", ["8.2"]),
        ("JEUGDWET", "BEEINDIGD", ["8.3.2"]),
        ("WGS", "BEEINDIGD", ["8.3.5"]),
        ("GPK", "BEEINDIGD", ["8.3"]),
        ("WMO", "AFGEBROKEN", ["8.4.1"]),
        ("WMO", "BUITEN_BEHANDELING", ["8.2", "8.4.1"]),
    ],
)
def test_toegestane_resultaten(wet: str, uitkomst: str, nummers: list[str]) -> None:
    assert [resultaat.volledig_nummer for resultaat in toegestane_resultaten(wet, uitkomst)] == nummers


def test_onbekende_uitkomst() -> None:
    with pytest.raises(Invoerfout, match="VERDWENEN"):
        toegestane_resultaten("WMO", "VERDWENEN")


def test_verstrekt_telt_vanaf_sluiten_of_vanaf_einde_voorziening() -> None:
    assert bereken("8.1.1").archiefactiedatum == date(2041, 11, 20)
    assert bereken("8.1", wet="PARTICIPATIEWET").archiefactiedatum == date(2039, 6, 30)
    assert bereken("8.1.14", wet="GPK").archiefactiedatum == date(2030, 6, 30)
    assert bereken("8.4.1", wet="WGS").archiefactiedatum == GESLOTEN + timedelta(days=42)


def test_jaren_zijn_kalenderjaren_en_schuiven_niet_naar_een_werkdag() -> None:
    zaterdag = date(2026, 11, 21)
    termijn = bereken("8.3", wet="GPK", gesloten_op=zaterdag)
    assert termijn.archiefactiedatum == date(2036, 11, 21)
    schrikkeldag = bereken("8.2", wet="GPK", gesloten_op=date(2028, 2, 29))
    assert schrikkeldag.archiefactiedatum == date(2033, 2, 28)


def test_lopende_voorziening_houdt_de_vernietiging_tegen() -> None:
    termijn = bereken("8.1", wet="PARTICIPATIEWET", einde_voorziening=None)
    assert termijn.archiefactiedatum is None
    assert termijn.geblokkeerd
    assert "einddatum" in termijn.reden_blokkade


def test_l151_beide_termijnen_en_de_latere_geldt() -> None:
    termijn = bereken("8.1.1", laatste_stuk_op=date(2026, 11, 1))
    assert [stap.datum for stap in termijn.stappen] == [
        GESLOTEN,
        date(2041, 11, 20),
        date(2041, 9, 1),
        date(2041, 11, 1),
        date(2041, 11, 20),
    ]
    assert termijn.archiefactiedatum == date(2041, 11, 20)
    assert termijn.verschil
    assert not termijn.geblokkeerd
    assert {stap.artikel for stap in termijn.stappen} >= {"Wmo 2015 art. 5.3.4 lid 1", "regel L-151"}


def test_l151_het_eerste_stuk_telt_mee_voor_het_verschil() -> None:
    assert bereken("8.1.1").verschil


def test_l151_zonder_verschil() -> None:
    termijn = bereken("8.1.1", ontvangen_op=GESLOTEN)
    assert not termijn.verschil
    assert termijn.archiefactiedatum == date(2041, 11, 20)


def test_jeugdwet_telt_twintig_jaar_na_de_laatste_wijziging() -> None:
    termijn = bereken("8.1.2", wet="JEUGDWET")
    assert termijn.archiefactiedatum == date(2046, 11, 20)
    assert "Jeugdwet art. 7.3.8 lid 3" in {stap.artikel for stap in termijn.stappen}


@pytest.mark.parametrize(
    ("nummer", "wet", "bewaren_tot"),
    [
        ("8.2", "WMO", date(2041, 11, 20)),
        ("8.4.1", "WMO", date(2041, 11, 20)),
        ("8.2", "JEUGDWET", date(2046, 11, 20)),
    ],
)
def test_l152_archivaris_moet_kiezen(nummer: str, wet: str, bewaren_tot: date) -> None:
    termijn = bereken(nummer, wet=wet)
    assert termijn.geblokkeerd
    assert "archivaris" in termijn.reden_blokkade
    assert termijn.archiefactiedatum == bewaren_tot
    assert termijn.verschil


def test_l152_na_de_keuze_is_de_weg_vrij() -> None:
    volgens_lijst = bereken("8.2", keuze=Bewaarkeuze.SELECTIELIJST)
    assert (volgens_lijst.archiefactiedatum, volgens_lijst.geblokkeerd) == (date(2031, 11, 20), False)
    volgens_wet = bereken("8.2", keuze=Bewaarkeuze.BIJZONDERE_WET)
    assert (volgens_wet.archiefactiedatum, volgens_wet.geblokkeerd) == (date(2041, 11, 20), False)
    assert "De archivaris koos de bijzondere wet" in volgens_wet.stappen[-1].omschrijving_nl


def test_keuze_verkort_niets_waar_niets_open_is() -> None:
    assert bereken("8.1.1", keuze=Bewaarkeuze.SELECTIELIJST) == bereken("8.1.1")


@pytest.mark.parametrize("wet", ["PARTICIPATIEWET", "WGS", "GPK", "LLV"])
def test_zonder_bijzondere_wet_geldt_de_lijst(wet: str) -> None:
    termijn = bereken("8.2", wet=wet)
    assert (termijn.archiefactiedatum, termijn.verschil, termijn.geblokkeerd) == (date(2031, 11, 20), False, False)


@pytest.mark.parametrize(
    "datums",
    [
        {"ontvangen_op": date(2026, 12, 1)},
        {"laatste_stuk_op": date(2026, 12, 1)},
        {"laatste_stuk_op": date(2026, 8, 1)},
    ],
)
def test_datums_op_volgorde(datums: dict[str, Any]) -> None:
    with pytest.raises(Invoerfout, match="volgorde"):
        bereken("8.1.1", **datums)


def test_onbekende_wet() -> None:
    with pytest.raises(Invoerfout, match="WVG"):
        bereken("8.2", wet="WVG")


def test_afleidingswijze_l155() -> None:
    assert resultaten()["8.1.1"].afleidingswijze == "afgehandeld"
    assert resultaten()["8.1"].afleidingswijze == "vervaldatum_besluit"
    assert resultaten()["9.1.4"].afleidingswijze == ""


@settings(deadline=None)
@given(
    st.sampled_from(sorted(set(resultaten()) - {"9.1.4"})),
    st.sampled_from(WETTEN),
    st.dates(date(2016, 1, 1), date(2040, 1, 1)),
    st.integers(0, 400),
)
def test_nooit_eerder_dan_de_lijst_of_de_wet(nummer: str, wet: str, gesloten: date, dagen: int) -> None:
    ontvangen = gesloten - timedelta(days=dagen)
    velden: dict[str, Any] = {"gesloten_op": gesloten, "ontvangen_op": ontvangen, "einde_voorziening": gesloten}
    datum = bereken(nummer, wet=wet, **velden).archiefactiedatum
    volgens_lijst = bereken(nummer, wet="GPK", **velden).archiefactiedatum
    assert datum is not None
    assert volgens_lijst is not None
    assert datum >= volgens_lijst > gesloten
    assert datum.year >= gesloten.year + {"WMO": 15, "JEUGDWET": 20}.get(wet, 0)


FOUTE_RIJEN = [
    ("8.9,P,N,O,vernietigen,nihil,P5W", "P5W"),
    ("8.9,P,N,O,vernietigen,nihil,", "bewaartermijn"),
    ("8.9,P,N,O,vernietigen,ooit,P5Y", "ooit"),
    ("8.9,P,N,O,verbranden,nihil,P5Y", "VERBRANDEN"),
]


@pytest.mark.parametrize(("rij", "waarom"), FOUTE_RIJEN)
def test_foute_rij_in_de_lijst(eigen_gegevensmap: Path, rij: str, waarom: str) -> None:
    kop = "volledig_nummer,procestype,naam,omschrijving,waardering,procestermijn,bewaartermijn"
    (eigen_gegevensmap / "selectielijst.csv").write_text(f"{kop}\n{rij}\n", encoding="utf-8")
    with pytest.raises(ToegangFout, match=waarom):
        resultaten()
