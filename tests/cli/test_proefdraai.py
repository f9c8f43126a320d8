"""``toegang proefdraai``: another plugin, folder, wheel or data over past cases; nothing is written."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest

from toegang.plugins import proefproces
from toegang.plugins.ontdekking import inschrijvingen

BRON = Path(__file__).parents[2] / "plugins" / "zwolle"
EIGEN_TEAM = """
    @hookimpl
    def compose_team(self, zaak, huishouden, kandidaten, gemeente):
        {doet}
"""
ANDER = """basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)
        ander = next(item for item in kandidaten if item.functie == "consulent-wijkteam" and item.id != "M-002")
        lid = basis.leden[0].gewijzigd(medewerker=ander.id)
        return basis.gewijzigd(leden=(lid,), reden=Reden.van("ANDERS", "Wij kiezen een ander.", "Z-8"))"""
VERBODEN = """basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)
        lid = basis.leden[0].gewijzigd(beoordeelt=())
        return basis.gewijzigd(leden=(lid,))"""
ONBEKEND = """basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)
        return basis.gewijzigd(team="bestaat-niet")"""


def vingerafdruk(map_):
    return {
        pad.relative_to(map_): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in map_.rglob("*")
        if pad.is_file() and not pad.name.endswith(("-wal", "-shm"))
    }


@pytest.fixture
def plugin(tmp_path):
    """Copy the plugin of Zwolle as version 0.2.0, with another team hook."""

    def maak(doet: str = "", versie: str = "0.2.0") -> Path:
        map_ = tmp_path / "nieuw"
        shutil.copytree(BRON, map_, ignore=shutil.ignore_patterns("__pycache__"))
        project = (map_ / "pyproject.toml").read_text().replace('version = "0.1.0"', f'version = "{versie}"')
        (map_ / "pyproject.toml").write_text(project)
        if doet:
            bron = map_ / "toegang_zwolle" / "__init__.py"
            tekst = bron.read_text().replace("from toegang import ", "from toegang import Reden, bouwstenen, ", 1)
            eind = tekst.index("    @hookimpl\n    def beschikking_alineas(")
            bron.write_text(tekst[:eind] + EIGEN_TEAM.format(doet=doet) + "\n" + tekst[eind:])
        return map_

    return maak


def test_dezelfde_plugin_geeft_overal_dezelfde_uitkomst_en_schrijft_niets(brenger, toegang, data):
    zaak = brenger("batch")
    voor = vingerafdruk(data)
    uitkomst = toegang("proefdraai", "-g", "zwolle", "--plugin", "zwolle", "--json")
    assert uitkomst.code == 0, uitkomst.fout
    assert uitkomst.json["vorm"] == "toegang.proefdraai/1"
    assert uitkomst.json["totaal"] == {"GELIJK": 4}
    assert [item["haak"] for item in uitkomst.json["beslissingen"]] == [
        "route_intake",
        "compose_team",
        "assign_regie",
        "draft_beschikking",
    ]
    assert {item["zaak"] for item in uitkomst.json["beslissingen"]} == {zaak}
    assert vingerafdruk(data) == voor


def test_elk_verschil_staat_er_met_beide_redenen(brenger, toegang, data, plugin):
    zaak = brenger("regie")
    voor = vingerafdruk(data)
    uitkomst = toegang("proefdraai", "-g", "zwolle", "--plugin", plugin(ANDER), "--zaken", zaak)
    assert uitkomst.code == 6
    assert f"{zaak}, team, 2026-11-20: andere uitkomst" in uitkomst.uit
    assert "Wij kiezen een ander. (ANDERS, Z-8) [toegang-zwolle 0.2.0]" in " ".join(uitkomst.uit.split())
    assert "Reden toen" in uitkomst.uit
    assert "[toegang 0.1.0]" in " ".join(uitkomst.uit.split())
    assert "toen: M-002" in uitkomst.uit
    assert max(len(regel) for regel in uitkomst.uit.splitlines()) <= 80
    assert vingerafdruk(data) == voor
    # and nothing of the candidate is left behind in this process
    assert [item.versie for item in inschrijvingen("toegang.gemeenten.v1") if item.naam == "zwolle"] == ["0.1.0"]


def test_een_uitkomst_die_een_regel_zou_weigeren(brenger, toegang, plugin):
    brenger("regie")
    map_ = plugin(VERBODEN)
    uitkomst = toegang("proefdraai", "-g", "zwolle", "--plugin", map_, "--haak", "team", "--json")
    assert uitkomst.code == 6
    (beslissing,) = uitkomst.json["beslissingen"]
    assert beslissing["uitslag"] == "GEWEIGERD"
    assert {item["regel"] for item in beslissing["geweigerd_door"]} == {"W-2"}
    assert {item["oordeel"] for item in beslissing["geweigerd_door"]} == {"GEWEIGERD"}
    assert "Geweigerd door  W-2" in toegang("proefdraai", "-g", "zwolle", "--plugin", map_).uit


@pytest.mark.parametrize(
    ("doet", "uitslag", "zegt"),
    [
        (ONBEKEND, "ONBRUIKBAAR", "team 'bestaat-niet' bestaat niet"),
        ("raise ValueError('999990019 Kanariepiet')", "MISLUKT", "ValueError in toegang_zwolle/__init__.py regel"),
        ("return 'geen team'", "MISLUKT", "het antwoord is een str, geen Casusteam"),
        ("raise SystemExit(3)", "MISLUKT", "SystemExit"),
        ("import os; os._exit(7)", "MISLUKT", "beëindigde haar proces (code 7)"),
        ("print('999990019'); return bouwstenen.geen", "MISLUKT", "AttributeError"),
    ],
)
def test_een_kapotte_plugin_geeft_per_zaak_een_duidelijke_fout(brenger, toegang, data, plugin, doet, uitslag, zegt):
    brenger("gesprek")
    uitkomst = toegang("proefdraai", "-g", "zwolle", "--plugin", plugin(doet), "--json")
    assert uitkomst.code == 6
    per_haak = {item["haak"]: item for item in uitkomst.json["beslissingen"]}
    assert per_haak["compose_team"]["uitslag"] == uitslag
    assert zegt in per_haak["compose_team"]["toelichting"]
    assert per_haak["assign_regie"]["uitslag"] == "GELIJK"
    assert "999990019" not in uitkomst.alles
    assert "Kanariepiet" not in uitkomst.alles


def test_een_plugin_die_niet_antwoordt_houdt_de_rest_niet_op(brenger, toegang, plugin, monkeypatch):
    brenger("gesprek")
    monkeypatch.setattr(proefproces, "WACHTTIJD", 6.0)
    monkeypatch.setattr(proefproces.Proefproces.__init__, "__defaults__", (6.0,))
    uitkomst = toegang("proefdraai", "-g", "zwolle", "--plugin", plugin("import time; time.sleep(90)"), "--json")
    per_haak = {item["haak"]: item for item in uitkomst.json["beslissingen"]}
    assert "binnen 6 seconden geen antwoord" in per_haak["compose_team"]["toelichting"]
    assert per_haak["assign_regie"]["uitslag"] == "GELIJK"


def test_een_plugin_die_niet_te_laden_is(brenger, toegang, plugin):
    brenger("regie")
    map_ = plugin()
    (map_ / "toegang_zwolle" / "__init__.py").write_text("import bestaat_niet\n")
    uitkomst = toegang("proefdraai", "-g", "zwolle", "--plugin", map_)
    assert uitkomst.code == 1
    assert "kan niet worden geladen: ModuleNotFoundError" in uitkomst.fout
    assert "regel 1" in uitkomst.fout


def test_gewijzigde_organisatiegegevens_met_de_code_van_nu(brenger, toegang, tmp_path):
    brenger("gesprek")
    ruw = (BRON / "toegang_zwolle" / "organisatie.toml").read_text()
    bestand = tmp_path / "organisatie.toml"
    bestand.write_text(ruw)
    assert toegang("proefdraai", "-g", "zwolle", "--plugin", bestand).code == 0
    bestand.write_text(ruw.replace('standaard = "ONDERSTEUND"', 'standaard = "ZELF"'))
    anders = toegang("proefdraai", "-g", "zwolle", "--plugin", bestand)
    assert anders.code == 6
    assert "regie, 2026-11-20: andere uitkomst" in anders.uit
    assert "met andere organisatiegegevens" in anders.fout
    bestand.write_text("naam = ")
    kapot = toegang("proefdraai", "-g", "zwolle", "--plugin", bestand)
    assert (kapot.code, "geen geldige TOML" in kapot.fout) == (1, True)
    bestand.write_text('naam = "Zwolle"\n')
    half = toegang("proefdraai", "-g", "zwolle", "--plugin", bestand)
    assert (half.code, "is niet geldig" in half.fout) == (1, True)


def test_een_wheel(brenger, toegang, plugin, tmp_path):
    brenger("regie")
    map_ = plugin(ANDER)
    wheel = tmp_path / "toegang_zwolle-0.2.0-py3-none-any.whl"
    info = "toegang_zwolle-0.2.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as uit:
        for pad in (map_ / "toegang_zwolle").rglob("*"):
            uit.write(pad, pad.relative_to(map_))
        uit.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: toegang-zwolle\nVersion: 0.2.0\n")
        uit.writestr(f"{info}/entry_points.txt", "[toegang.gemeenten.v1]\nzwolle = toegang_zwolle:plugin\n")
    uitkomst = toegang("proefdraai", "-g", "zwolle", "--plugin", wheel, "--haak", "compose_team", "--json")
    assert uitkomst.code == 6
    assert uitkomst.json["plugin"] == {"distributie": "toegang-zwolle", "versie": "0.2.0", "andere_data": False}
    wheel.write_bytes(b"geen zip")
    kapot = toegang("proefdraai", "-g", "zwolle", "--plugin", wheel)
    assert (kapot.code, "is stuk" in kapot.fout) == (2, True)


@pytest.mark.parametrize(
    ("woorden", "code", "zegt"),
    [
        (("--plugin", "bestaat-niet"), 1, "geen plugin geïnstalleerd"),
        (("--plugin", "./nergens"), 2, "De map nergens is er niet"),
        (("--plugin", "x.whl"), 2, "De wheel x.whl is er niet"),
        (("--plugin", "x.toml"), 2, "Het bestand x.toml is er niet"),
        (("--plugin", "zwolle", "--haak", "koffie"), 2, "Kies uit: intake, team, regie, beschikking, archief."),
        (("--plugin", "zwolle", "--zaken", "Z2026-000099"), 2, "bestaat niet"),
        (("--plugin", "zwolle", "--zaken", "zaak 3"), 2, "geen zaaknummer"),
        (("--plugin", "zwolle", "--sinds", "gisteren"), 2, "is geen dag"),
        (("--plugin", "zwolle", "--sinds", "2030-01-01"), 1, "geen beslissing die opnieuw kan worden voorgelegd"),
    ],
)
def test_slechte_invoer(zaak, toegang, woorden, code, zegt):
    uitkomst = toegang("proefdraai", "-g", "zwolle", *woorden)
    assert uitkomst.code == code
    assert zegt in uitkomst.alles


def test_een_map_zonder_plugin(zaak, toegang, tmp_path):
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    assert "staat geen plugin" in toegang("proefdraai", "-g", "zwolle", "--plugin", leeg).fout
    (leeg / "pyproject.toml").write_text('[project]\nname = "x"\n')
    uitkomst = toegang("proefdraai", "-g", "zwolle", "--plugin", leeg)
    assert (uitkomst.code, "brengt geen plugin van een gemeente mee" in uitkomst.fout) == (2, True)


def test_het_kind_krijgt_geen_sleutels_en_geen_map(brenger, toegang, plugin, data):
    """The folder with data is not named to the process of the candidate."""
    brenger("regie")
    doet = "import os; raise ValueError if not any(n.startswith('TOEGANG_') for n in os.environ) else KeyError"
    uitkomst = toegang("proefdraai", "-g", "zwolle", "--plugin", plugin(doet), "--haak", "team", "--json")
    assert "ValueError" in uitkomst.json["beslissingen"][0]["toelichting"]
