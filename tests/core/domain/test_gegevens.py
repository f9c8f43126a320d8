"""Packaged data: a source in every file, and a faulty file refused with its line."""

import subprocess
import sys
from pathlib import Path

import pytest

from toegang.domain import feestdagen, gegevens, gemeenten, termijnparameters, wetgeving
from toegang.errors import ToegangFout

BESTANDEN = (
    "feestdagen.csv",
    "gemeenten.csv",
    "landen.csv",
    "selectielijst.csv",
    "selectielijst_gebruik.csv",
    "termijnen.toml",
    "wetten.toml",
)
REKENMODULES = (
    "aanschrijving",
    "adresregels",
    "adressering",
    "archieftermijn",
    "bsn",
    "datums",
    "feestdagen",
    "gemeenten",
    "termijnen",
    "wetgeving",
)


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_elk_bestand_noemt_zijn_bron(bestand: str) -> None:
    assert len(gegevens.bronvermelding(bestand)) > 10


def test_ontbrekend_bestand(eigen_gegevensmap: Path) -> None:
    with pytest.raises(ToegangFout, match=r"feestdagen\.csv"):
        feestdagen.gelijkgestelde_dagen()


def test_bestand_zonder_bron(eigen_gegevensmap: Path) -> None:
    (eigen_gegevensmap / "feestdagen.csv").write_text("datum\n", encoding="utf-8")
    with pytest.raises(ToegangFout, match="geen bron"):
        gegevens.bronvermelding("feestdagen.csv")


KOP = "# bron: toets\ndatum,jaren,besluit,bron,bewijs\n"


@pytest.mark.parametrize(
    ("rij", "waarom"),
    [
        ("2026-13-01,2026-2028,KB,Stcrt,V", "month"),
        ("2026-01-02,2027-2028,KB,Stcrt,V", "buiten de jaren"),
        ("2026-01-02,2026-2028,KB,Stcrt,V9", "bewijs"),
        ("2026-01-02,2026-2028,KB,,V", "bron ontbreekt"),
        ("2026-01-02,2026-2028,KB,Stcrt", "evenveel velden"),
        ("2026-01-02,2026-2028,KB,Stcrt,V,extra", "evenveel velden"),
    ],
)
def test_foute_regel_wordt_met_zijn_nummer_geweigerd(eigen_gegevensmap: Path, rij: str, waarom: str) -> None:
    goed = "2026-05-15,2026-2028,KB,Stcrt,V\n"
    (eigen_gegevensmap / "feestdagen.csv").write_text(f"{KOP}{goed}{rij}\n", encoding="utf-8")
    with pytest.raises(ToegangFout, match=rf"feestdagen\.csv, regel 4: .*{waarom}"):
        feestdagen.gelijkgestelde_dagen()


def test_ontbrekende_kolom_wordt_genoemd(eigen_gegevensmap: Path) -> None:
    (eigen_gegevensmap / "gemeenten.csv").write_text("# bron: toets\ncode,naam\n0193,Zwolle\n", encoding="utf-8")
    with pytest.raises(ToegangFout, match=r"gemeenten\.csv, regel 3: veld 'begindatum' ontbreekt"):
        gemeenten.gemeenten()


def test_toml_met_onbekend_veld(eigen_gegevensmap: Path) -> None:
    (eigen_gegevensmap / "wetten.toml").write_text('[[wet]]\nid = "awb"\nnaam = "Awb"\n', encoding="utf-8")
    with pytest.raises(ToegangFout, match=r"wetten\.toml, \[\[wet\]\] nummer 1"):
        wetgeving.wetteksten()


def test_wetten_horen_bij_de_termijnen() -> None:
    for parameter in (*termijnparameters.termijnparameters(), *termijnparameters.bedragparameters()):
        # a single article may have been read in a later text than the act as a whole
        assert wetgeving.wettekst(parameter.wet).versiedatum <= parameter.wetsversie, parameter.sleutel


def test_wet_bij_sleutel() -> None:
    assert wetgeving.wettekst("wmo").bwbr == "BWBR0035362"
    with pytest.raises(ToegangFout, match="onbekende_wet"):
        wetgeving.wettekst("onbekende_wet")


def test_geen_dubbele_wet() -> None:
    sleutels = [tekst.id for tekst in wetgeving.wetteksten()]
    assert len(sleutels) == len(set(sleutels))


def test_rekenmodules_laden_niets_zwaars() -> None:
    code = ";".join(f"import toegang.domain.{module}" for module in REKENMODULES)
    controle = "import sys; print(sorted({'sqlalchemy', 'weasyprint', 'babel', 'typer'} & set(sys.modules)))"
    uitvoer = subprocess.run([sys.executable, "-c", f"{code};{controle}"], capture_output=True, text=True, check=True)
    assert uitvoer.stdout.strip() == "[]"
