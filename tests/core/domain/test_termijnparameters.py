"""Dated terms and amounts: DOMAIN.md B.8, L-44, L-45, L-112."""

from datetime import date
from pathlib import Path

import pytest

from toegang.domain.termijnparameters import (
    BronSoort,
    Eenheid,
    bedragparameter,
    eigen_termijnen,
    termijn_van_gemeente,
    termijnparameter,
    termijnparameters,
)
from toegang.errors import ToegangFout

VANDAAG = date(2026, 11, 22)

# The table of DOMAIN.md B.8.
TABEL_B8 = [
    ("wmo.onderzoek", "6 weken", "L-50"),
    ("wmo.persoonlijk_plan", "7 dagen", "L-51"),
    ("wmo.beslissing", "2 weken", "L-59"),
    ("jeugd.beslissing", "8 weken", "L-81"),
    ("pw.beslissing", "8 weken", "L-106"),
    ("pw.voorschot", "4 weken", "L-104"),
    ("pw.zoektermijn", "4 weken", "L-102"),
    ("wgs.gesprek", "4 weken", "L-110"),
    ("wgs.crisis", "3 werkdagen", "L-110"),
    ("wgs.besluit", "8 weken", "L-112"),
    ("gpk.beslissing", "8 weken", "L-120"),
    ("awb.bezwaar", "6 weken", "L-26"),
    ("awb.besluit_op_bezwaar", "6 weken", "L-30"),
    ("awb.besluit_op_bezwaar_commissie", "12 weken", "L-30"),
    ("awb.besluit_op_bezwaar_verdaging", "6 weken", "L-30"),
    ("awb.dwangsom", "2 weken", "L-31"),
    ("vernietiging_op_verzoek", "3 maanden", "L-72"),
]


@pytest.mark.parametrize(("sleutel", "termijn", "regel"), TABEL_B8)
def test_tabel_b8(sleutel: str, termijn: str, regel: str) -> None:
    parameter = termijnparameter(sleutel, VANDAAG)
    assert (str(parameter.termijn()), parameter.regel) == (termijn, regel)
    assert parameter.termijn().bron == parameter.bron


def test_dwangsom_is_ten_hoogste_1442_euro() -> None:
    schijven = [bedragparameter(f"awb.dwangsom_{nummer}", VANDAAG) for nummer in (1, 2, 3)]
    assert [schijf.centen for schijf in schijven] == [2300, 3500, 4500]
    assert sum(schijf.centen * (schijf.tot_dag - schijf.van_dag + 1) for schijf in schijven) == 144_200
    assert schijven[-1].tot_dag == termijnparameter("awb.dwangsom_looptijd", VANDAAG).waarde


def test_nog_niets_is_door_een_jurist_getoetst() -> None:
    assert not any(parameter.gecontroleerd for parameter in termijnparameters())


@pytest.mark.parametrize(
    ("aantal", "eenheid", "woorden"),
    [
        (1, Eenheid.WEKEN, "1 week"),
        (15, Eenheid.JAREN, "15 jaar"),
        (1, Eenheid.DAGEN, "1 dag"),
        (3, Eenheid.WERKDAGEN, "3 werkdagen"),
        (2, Eenheid.MAANDEN, "2 maanden"),
    ],
)
def test_termijn_in_woorden(aantal: int, eenheid: Eenheid, woorden: str) -> None:
    assert eenheid.met_aantal(aantal) == woorden


def test_onbekende_sleutel() -> None:
    with pytest.raises(ToegangFout, match=r"'awb\.bezwar' staat niet in termijnen\.toml"):
        termijnparameter("awb.bezwar", VANDAAG)


def test_geen_waarde_van_kracht() -> None:
    with pytest.raises(ToegangFout, match="op 31 december 2014 geen waarde van kracht"):
        termijnparameter("wmo.beslissing", date(2014, 12, 31))
    assert termijnparameter("wmo.beslissing", date(2015, 1, 1)).waarde == 2


def test_gemeente_stelt_zelf() -> None:
    with pytest.raises(ToegangFout, match=r"'llv\.beslissing' stelt de gemeente zelf"):
        termijnparameter("llv.beslissing", VANDAAG)
    termijn = termijn_van_gemeente("llv.beslissing", 8)
    assert (str(termijn), termijn.bron_soort, termijn.atw) == ("8 weken", BronSoort.VERORDENING, None)
    assert termijn_van_gemeente("llv.beslissing", 8, atw=True).atw is True


def test_maximum_van_de_wet() -> None:
    assert str(termijn_van_gemeente("wgs.besluit", 8)) == "8 weken"
    with pytest.raises(ToegangFout, match=r"staat op 9; .* ten hoogste 8"):
        termijn_van_gemeente("wgs.besluit", 9)
    with pytest.raises(ToegangFout, match="minstens 1"):
        termijn_van_gemeente("wmo.spoed", 0)


def test_wat_de_wet_stelt_stelt_de_gemeente_niet() -> None:
    with pytest.raises(ToegangFout, match=r"'awb\.bezwaar' stelt een gemeente niet zelf"):
        termijn_van_gemeente("awb.bezwaar", 4)
    assert "awb.bezwaar" not in {eigen.sleutel for eigen in eigen_termijnen()}


RIJ = """
[[termijn]]
sleutel = "toets.termijn"
omschrijving = "toets"
vanaf = "toets"
waarde = {waarde}
eenheid = "weken"
geldig_van = "{van}"
{tot}
bron = "toets"
bron_soort = "wet"
wet = "awb"
wetsversie = ""
regel = "L-1"
bewijs = "D"
gecontroleerd_op = "2026-11-01"
gecontroleerd_door = "jurist"
"""
OUD = RIJ.format(waarde=6, van="2014-01-01", tot='geldig_tot = "2026-12-31"')
NIEUW = RIJ.format(waarde=13, van="2027-01-01", tot="")


def test_wet_wijzigt_op_1_januari(eigen_gegevensmap: Path) -> None:
    (eigen_gegevensmap / "termijnen.toml").write_text(OUD + NIEUW, encoding="utf-8")
    assert termijnparameter("toets.termijn", date(2026, 12, 31)).waarde == 6
    assert termijnparameter("toets.termijn", date(2027, 1, 1)).waarde == 13
    assert termijnparameter("toets.termijn", date(2027, 1, 1)).gecontroleerd


@pytest.mark.parametrize(
    "rijen",
    [
        OUD + NIEUW.replace("2027-01-01", "2026-12-31"),
        OUD.replace('geldig_tot = "2026-12-31"', "") + NIEUW,
        NIEUW + OUD.replace('geldig_tot = "2026-12-31"', ""),
    ],
)
def test_twee_waarden_op_een_dag(eigen_gegevensmap: Path, rijen: str) -> None:
    (eigen_gegevensmap / "termijnen.toml").write_text(rijen, encoding="utf-8")
    with pytest.raises(ToegangFout, match="twee waarden"):
        termijnparameters()


@pytest.mark.parametrize(
    ("oud", "nieuw", "waarom"),
    [
        ('eenheid = "weken"', 'eenheid = "eeuwen"', "EEUWEN"),
        ('bron_soort = "wet"', 'bron_soort = "gewoonte"', "GEWOONTE"),
        ('bewijs = "D"', 'bewijs = "zeker"', "zeker"),
        ('geldig_van = "2014-01-01"', 'geldig_van = "1-1-2014"', "Invalid isoformat"),
        ('regel = "L-1"', "", "regel"),
        ('geldig_tot = "2026-12-31"', 'geldig_tot = "2013-12-31"', "eindigt"),
    ],
)
def test_foute_rij(eigen_gegevensmap: Path, oud: str, nieuw: str, waarom: str) -> None:
    assert oud in OUD
    (eigen_gegevensmap / "termijnen.toml").write_text(OUD.replace(oud, nieuw), encoding="utf-8")
    with pytest.raises(ToegangFout, match=waarom):
        termijnparameters()
