"""The doctor names what is wrong and how to mend it; one broken gemeente does not hide the others."""

import shutil
import sys
from importlib import resources
from pathlib import Path

import pytest

from toegang_cli.uitvoering import doctor, machinecontrole
from toegang_cli.uitvoering.controle import Controle, Oordeel

GOED = '"""Een plugin."""\nfrom toegang import Gemeenteplugin\nplugin = Gemeenteplugin.uit_pakket(__name__)\n'


def van(uitkomst):
    return {item["onderwerp"]: item for item in uitkomst.json["controles"]}


def test_een_gezonde_machine(data, toegang):
    uitkomst = toegang("doctor", "--json")
    assert uitkomst.code == 0, uitkomst.uit
    assert uitkomst.json["goed"] is True
    controles = van(uitkomst)
    machine = {"systeem", "Python", "SQLite", "brieven", "libharfbuzz-subset", "gegevens"}
    gemeente = {f"zwolle: {wat}" for wat in ("plugin", "map", "sleutel", "database", "opslag", "logboek")}
    assert machine | gemeente <= set(controles)
    assert all(set(item) == {"onderwerp", "oordeel", "bevinding", "herstel"} for item in controles.values())


def test_een_lege_machine(leeg, toegang, monkeypatch):
    monkeypatch.setattr(doctor, "controleer_machine", list)
    assert van(toegang("doctor", "--json"))["gemeenten"]["bevinding"] == "er is nog geen gemeente aangesloten"


@pytest.mark.parametrize(
    ("maak_stuk", "onderwerp", "bevinding"),
    [
        (
            lambda data: (data / "sleutels" / "zwolle.sleutel").chmod(0o644),
            "zwolle: sleutel",
            "te ruime rechten (0644)",
        ),
        (lambda data: (data / "zwolle").chmod(0o755), "zwolle: map", "te ruime rechten (0755)"),
        (lambda data: (data / "sleutels" / "zwolle.sleutel").unlink(), "zwolle: sleutel", "is er niet"),
        (lambda data: (data / "sleutels" / "zwolle.kop").unlink(), "zwolle: logboek", "ontbreekt of is vervalst"),
        (lambda data: (data / "zwolle" / "toegang.sqlite3").write_bytes(b"kapot"), "zwolle: opslag", ""),
        (lambda data: (data / "zwolle" / "gemeente.toml").write_text("x ="), "zwolle", "niet te lezen"),
    ],
)
def test_wat_er_mis_is_met_een_gemeente(data, toegang, maak_stuk, onderwerp, bevinding):
    maak_stuk(data)
    uitkomst = toegang("doctor", "-g", "zwolle", "--json")
    assert uitkomst.code == 6
    item = van(uitkomst)[onderwerp]
    assert item["oordeel"] == "FOUT"
    assert bevinding in item["bevinding"]
    assert item["herstel"]
    tekst = toegang("doctor", "-g", "zwolle")
    assert tekst.code == 6
    assert "FOUT" in tekst.uit
    assert max(len(regel) for regel in tekst.uit.splitlines()) <= 80


def test_een_gemeente_die_er_niet_is(data, toegang):
    uitkomst = toegang("doctor", "-g", "schagen")
    assert uitkomst.code == 6
    assert "hier niet aangesloten" in uitkomst.uit


def test_een_half_aangesloten_gemeente(data, toegang, monkeypatch):
    monkeypatch.setattr(doctor, "controleer_machine", list)
    (data / "half").mkdir()
    (data / "half" / "aansluiten.toml").write_text("")
    item = van(toegang("doctor", "--json"))["half"]
    assert (item["oordeel"], item["herstel"]) == ("LET OP", "toegang gemeente aansluiten half")


@pytest.fixture
def kapot(data, tmp_path, toegang, monkeypatch):
    """A second gemeente, of which the plugin can be broken; the source that is returned is read by child processes."""
    site = tmp_path / "site"
    (site / "toegang_kapot").mkdir(parents=True)
    bron = site / "toegang_kapot" / "__init__.py"
    bron.write_text(GOED)
    shutil.copy(Path(str(resources.files("toegang_zwolle"))) / "organisatie.toml", bron.parent)
    info = site / "toegang_kapot-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toegang-kapot\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[toegang.gemeenten.v1]\nkapot = toegang_kapot:plugin\n")
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert toegang("gemeente", "aansluiten", "kapot").code == 0
    sys.modules.pop("toegang_kapot")
    monkeypatch.setattr(doctor, "controleer_machine", list)
    yield bron
    sys.modules.pop("toegang_kapot", None)


@pytest.mark.lang
@pytest.mark.parametrize(
    ("bron", "bevinding"),
    [
        ("import bestaat_niet\n", "kan niet worden geladen: ModuleNotFoundError"),
        ("plugin = (\n", "kan niet worden geladen: SyntaxError"),
        ("import os\nos._exit(3)\n", "de controle stopte voortijdig (code 3)"),
    ],
)
def test_een_kapotte_plugin_wordt_genoemd_en_de_rest_gaat_door(kapot, toegang, bron, bevinding):
    kapot.write_text(bron)
    uitkomst = toegang("doctor", "--json")
    assert uitkomst.code == 6
    assert any(bevinding in item["bevinding"] for item in uitkomst.json["controles"])
    assert van(uitkomst)["zwolle: logboek"]["oordeel"] == "GOED"


def test_met_een_kapotte_plugin_werkt_al_het_andere(kapot, toegang):
    kapot.write_text(GOED.replace("plugin =", "ander ="))
    for woorden in (("zaak", "lijst", "-g", "zwolle"), ("zaak", "lijst", "-g", "kapot"), ("plugin", "lijst")):
        assert toegang(*woorden).code == 0
    regels = {rij["gemeente"]: rij["staat_stil"] for rij in toegang("gemeente", "lijst", "--json").json["gemeenten"]}
    assert regels["zwolle"] is None
    assert "Plugin 'kapot' (toegang-kapot 1.0) kan niet worden geladen: AttributeError" in regels["kapot"]
    for woorden in (("gemeente", "controleer", "kapot"), ("zaak", "team", "Z2026-000001", "-g", "kapot")):
        stil = toegang(*woorden)
        assert stil.code == 1
        assert "toegang-kapot 1.0" in stil.fout


@pytest.mark.parametrize(
    ("wat", "waarde", "onderwerp"),
    [("MIN_PYTHON", (99, 0), "Python"), ("MIN_SQLITE", (99, 0), "SQLite"), ("MIN_VRIJ", 10**18, "schijfruimte")],
)
def test_te_oud_of_te_vol(data, monkeypatch, wat, waarde, onderwerp):
    monkeypatch.setattr(machinecontrole, wat, waarde)
    monkeypatch.setattr(machinecontrole, "_PROEFBRIEF", "")
    item = next(item for item in machinecontrole.controleer_machine() if item.onderwerp == onderwerp)
    assert item.oordeel is not Oordeel.GOED
    assert item.herstel


@pytest.mark.parametrize("code", ["import os; os.abort()", "import bestaat_niet"])
def test_pango_dat_de_interpreter_beeindigt(data, toegang, monkeypatch, code):
    monkeypatch.setattr(machinecontrole, "_PROEFBRIEF", code)
    uitkomst = toegang("doctor", "--json")
    assert uitkomst.code == 6
    assert "libpango" in van(uitkomst)["brieven"]["herstel"]
    assert van(uitkomst)["zwolle: logboek"]["oordeel"] == "GOED"


def test_zonder_libharfbuzz_subset_is_het_let_op(data, toegang, monkeypatch):
    monkeypatch.setattr(machinecontrole, "_ONTBREEKT", "print('libharfbuzz-subset.so.0')")
    uitkomst = toegang("doctor", "--json")
    assert van(uitkomst)["libharfbuzz-subset"]["oordeel"] == "LET OP"
    assert uitkomst.code == 0


def test_een_map_die_geen_map_is(tmp_path, toegang, monkeypatch):
    (tmp_path / "bestand").write_text("")
    monkeypatch.setenv("TOEGANG_DATA", str(tmp_path / "bestand" / "data"))
    uitkomst = toegang("doctor", "--json")
    assert uitkomst.code == 6
    assert "is geen map" in van(uitkomst)["gegevens"]["bevinding"]


def test_een_regel_overleeft_json():
    regel = Controle("sleutel", Oordeel.FOUT, "te ruim", "chmod 600")
    assert Controle.uit_json(regel.als_json()) == regel


def test_wat_voor_een_ontwikkelaar_aan_staat(leeg, toegang, monkeypatch):
    monkeypatch.setenv("TOEGANG_STRIKT", "1")
    (item,) = machinecontrole._ontwikkelstand()
    assert (item.oordeel, item.bevinding) == (Oordeel.LET_OP, "TOEGANG_STRIKT staat aan")
    monkeypatch.delenv("TOEGANG_STRIKT")
    assert list(machinecontrole._ontwikkelstand()) == []
