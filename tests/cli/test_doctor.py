"""The doctor names what is wrong and how to mend it; one broken gemeente does not hide the others."""

import os
import shutil
import subprocess
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
    monkeypatch.setattr(doctor, "controleer_machine", lambda: [])
    assert van(toegang("doctor", "--json"))["gemeenten"]["bevinding"] == "er is nog geen gemeente aangesloten"


@pytest.mark.parametrize(
    ("maak_stuk", "onderwerp", "bevinding"),
    [
        (lambda data: (data / "sleutels" / "zwolle.sleutel").chmod(0o644), "zwolle: sleutel", "te ruime rechten (0644)"),
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
    monkeypatch.setattr(doctor, "controleer_machine", lambda: [])
    (data / "half").mkdir()
    (data / "half" / "aansluiten.toml").write_text("")
    item = van(toegang("doctor", "--json"))["half"]
    assert (item["oordeel"], item["herstel"]) == ("LET OP", "toegang gemeente aansluiten half")


@pytest.mark.parametrize(
    ("bron", "bevinding"),
    [
        ("import bestaat_niet\n", "kan niet worden geladen: ModuleNotFoundError"),
        ("plugin = (\n", "kan niet worden geladen: SyntaxError"),
        ("import os\nos._exit(3)\n", "de controle stopte voortijdig (code 3)"),
        (GOED.replace("plugin =", "ander ="), "kan niet worden geladen: AttributeError"),
    ],
)
def test_een_kapotte_plugin_wordt_genoemd_en_de_rest_gaat_door(data, tmp_path, bron, bevinding):
    pakket = tmp_path / "site" / "toegang_kapot"
    pakket.mkdir(parents=True)
    (pakket / "__init__.py").write_text(GOED)
    shutil.copy(Path(str(resources.files("toegang_zwolle"))) / "organisatie.toml", pakket)
    info = tmp_path / "site" / "toegang_kapot-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toegang-kapot\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[toegang.gemeenten.v1]\nkapot = toegang_kapot:plugin\n")

    def voer(*woorden):
        omgeving = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "PYTHONDONTWRITEBYTECODE": "1"}
        opdracht = [sys.executable, "-m", "toegang_cli", *woorden]
        return subprocess.run(opdracht, env=omgeving, capture_output=True, text=True, check=False)

    assert voer("gemeente", "aansluiten", "kapot").returncode == 0
    (pakket / "__init__.py").write_text(bron)
    gezond = voer("doctor")
    assert gezond.returncode == 6
    assert bevinding in " ".join(gezond.stdout.split())
    assert "zwolle: logboek" in gezond.stdout
    # everything else goes on working
    assert voer("zaak", "lijst", "-g", "zwolle").returncode == 0
    assert voer("zaak", "lijst", "-g", "kapot").returncode == 0
    assert voer("plugin", "lijst").returncode == 0
    if "_exit" not in bron:
        lijst = voer("gemeente", "lijst")
        assert lijst.returncode == 0
        assert "kan niet worden" in lijst.stdout
        stil = voer("gemeente", "controleer", "kapot")
        assert stil.returncode == 1
        assert "toegang-kapot 1.0" in stil.stderr


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
