"""A fifth gemeente, made with the kit alone: installed beside released wheels, at work, and gone again."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from omgeving import LEDEN, ROOT, Omgeving, bouw

pytestmark = pytest.mark.lang

# What the people of Hoorn decided and who works there; a real gemeente types it in.
DEMO = """
[antwoorden]
"besluit.verzender" = "medewerker-administratie"
"bezwaar.eigenaar" = "jurist"
"archief.actor" = "archivaris"
"caseload.plafond" = "80"
"termijn.jeugd_weken" = "8"
"contact.postadres" = "Voorbeeldplein 1, 0000 AA Voorbeeldstad"
"contact.telefoon" = "0000 00 00 00"
"contact.website" = "www.hoorn.example"
"contact.digitaal_bezwaar" = "https://www.hoorn.example/bezwaar"
"verordening.wmo" = "Voorbeeldverordening maatschappelijke ondersteuning Hoorn"
"verordening.jeugd" = "Voorbeeldverordening jeugdhulp Hoorn"
"verordening.pw" = "Voorbeeldverordening Participatiewet Hoorn"
"verordening.wgs" = "Voorbeeldverordening schuldhulp Hoorn"
"verordening.llv" = "Voorbeeldverordening leerlingenvervoer Hoorn"
"beroep.rechtbank" = "rechtbank Voorbeeldstad"
"beroep.postadres" = "Postbus 1, 0000 AA Voorbeeldstad"
"termijn.zienswijze_weken" = "2"
"dpia.kenmerk" = "Voorbeeld: geen echte DPIA"
"verwerkersovereenkomst.kenmerk" = "Voorbeeld: geen echte overeenkomst"
"""
MENS = """
[[medewerker]]
id = "M-00{nummer}"
naam = "{functie} {nummer}"
functie = "{functie}"
werkgever = "gemeente-hoorn"
werkgeversoort = "GEMEENTE"
teams = ["wijkteam-noord", "wijkteam-zuid"]
wetten = ["WMO", "JEUGDWET", "PARTICIPATIEWET", "WGS", "GPK", "LLV"]
gebieden = ["noord", "zuid"]
in_dienst_van = 2019-01-01
"""
FUNCTIES = (
    "medewerker-telefoonteam",
    "consulent",
    "consulent",
    "teamleider",
    "medewerker-administratie",
    "jurist",
    "archivaris",
)
AAN_HET_WERK = """
import json, sys
from pathlib import Path
sys.path.insert(0, {contract!r})
from test_contrast import ENKELVOUDIG, Gang

def test_een_zaak_van_begin_tot_brief(monkeypatch, capsys):
    map_ = Path({data!r})
    gang = Gang("hoorn", map_, monkeypatch, capsys)
    (zaak,) = gang.neem_in(ENKELVOUDIG)
    antwoorden = gang.werk_af(zaak, "hulp-bij-het-huishouden")
    drager = antwoorden["compose_team"]["leden"][0]["medewerker"]
    brief = ("--uit", str(map_.parent / "brief.pdf"), "--als", drager)
    gang.doe("beschikking", "voorbeeld", "wmo/toekenning", "--zaak", zaak, *brief)
    gang.doe("beschikking", "batch", "--ja", "--kies", "sjabloon=wmo/toekenning", "--map", str(map_.parent / "batch"))
    gang.doe("beschikking", "batch", "verzonden", "--op", "2026-11-20", "--aantal", "1")
    keten = json.loads(gang.doe("waarom", zaak, "--json"))
    door = {{stap["hook"]: stap["plugin"] for stap in keten["keten"]}}
    vorm = antwoorden["draft_beschikking"]["vorm"]
    Path({uit!r}).write_text(json.dumps({{"zaak": zaak, "door": door, "vorm": vorm}}))
"""


@pytest.fixture(scope="module")
def vijfde(tmp_path_factory):
    """Hoorn, made and installed in an environment of its own."""
    map_ = tmp_path_factory.mktemp("vijfde")
    omgeving = Omgeving(map_)
    for lid in LEDEN:
        bouw(ROOT / lid, map_ / "wheels")
    omgeving.installeer(*(f"toegang{naam}" for naam in ("", "-cli", "-beschikkingen", "-schagen", "-zwolle")))
    gemaakt = omgeving.toegang(
        *("plugin", "nieuw", "hoorn", "--naar", "schagen", "--wijken", "Noord,Zuid", "--beslisser", "teamleider"),
        *("--contact", "toegang@hoorn.example", "--uitvoer", "toegang-hoorn", "--ja"),
    )
    assert "gemeente Hoorn (0405), model telefoonfilter" in gemaakt
    plugin = map_ / "toegang-hoorn"
    bouw(plugin, map_ / "wheels")
    omgeving.installeer("toegang-hoorn")
    return omgeving, plugin


def test_de_nieuwe_plugin_is_meteen_goed(vijfde):
    omgeving, plugin = vijfde
    assert "26 van 26 toetsen goed, 0 fouten." in omgeving.toegang("plugin", "toets", "hoorn")
    assert "26 van 26 toetsen goed" in omgeving.toegang("plugin", "toets", str(plugin))
    klaar = omgeving.draai("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", cwd=plugin)
    assert "26 passed" in klaar.stdout, klaar.stdout
    lijst = json.loads(omgeving.toegang("plugin", "lijst", "--json"))["plugins"]
    assert {item["naam"] for item in lijst} == {"beschikkingen", "hoorn", "schagen", "zwolle"}


def test_hoorn_werkt_en_blijft_leesbaar_als_zij_weg_is(vijfde):
    omgeving, plugin = vijfde
    mensen = "".join(MENS.format(nummer=nummer, functie=functie) for nummer, functie in enumerate(FUNCTIES, start=1))
    (plugin / "toegang_hoorn" / "demo.toml").write_text(DEMO + mensen)
    (omgeving.map / "wheels" / "toegang_hoorn-0.1.0-py3-none-any.whl").unlink()
    bouw(plugin, omgeving.map / "wheels")
    omgeving.installeer("toegang-hoorn")
    uit = omgeving.map / "uit.json"
    velden = {"contract": str(ROOT / "tests" / "contract"), "data": str(omgeving.map / "data"), "uit": str(uit)}
    (omgeving.map / "test_werk.py").write_text(AAN_HET_WERK.format(**velden))
    klaar = omgeving.draai("-m", "pytest", "-q", "-p", "no:cacheprovider", "--import-mode=importlib", "test_werk.py")
    assert klaar.returncode == 0, klaar.stdout
    gedaan = json.loads(uit.read_text())
    assert (omgeving.map / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert list((omgeving.map / "batch").rglob("*.pdf"))
    assert gedaan["vorm"] == "BESCHIKKING"
    assert gedaan["door"]["route_intake"].startswith("toegang/telefoonfilter")

    omgeving.verwijder("toegang-hoorn")
    assert "hoorn" not in omgeving.toegang("plugin", "lijst")
    keten = omgeving.toegang("waarom", gedaan["zaak"], "-g", "hoorn")
    assert "toegang/telefoonfilter 0.1.0, laag model" in " ".join(keten.split())
    assert gedaan["zaak"] in omgeving.toegang("zaak", "toon", gedaan["zaak"], "-g", "hoorn")
    assert "Er is geen plugin" in " ".join(omgeving.toegang("gemeente", "lijst").split())
    # with another gemeente nothing is wrong, and strict mode hides nothing
    assert "zwolle" in omgeving.toegang("gemeente", "aansluiten", "zwolle")
    assert "geen plugin" in omgeving.toegang("gemeente", "lijst", code=1, TOEGANG_STRIKT="1")


def test_binnen_de_werkruimte(tmp_path):
    """As a member: the lists know her, the import contracts hold, and her contract test stands with the others."""
    wortel = tmp_path / "werkruimte"
    bestanden = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for naam in bestanden.splitlines():
        if (ROOT / naam).is_file():
            (wortel / naam).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / naam, wortel / naam)
    leden = [wortel / lid for lid in (*LEDEN, "plugins/beekdaelen", "plugins/doetinchem", "plugins/hoorn")]
    pad = ":".join(str(lid) for lid in (*leden, tmp_path / "los"))
    omgeving = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": pad}

    def draai(*woorden):
        klaar = subprocess.run(
            [sys.executable, *woorden], cwd=wortel, env=omgeving, capture_output=True, text=True, check=False
        )
        assert klaar.returncode == 0, klaar.stdout + klaar.stderr
        return klaar.stdout

    wie = ("--naar", "doetinchem", "--contact", "toegang@hoorn.example", "--uitvoer", "plugins/hoorn", "--ja")
    assert "pyproject.toml, Makefile, setup" in draai("-m", "toegang_cli", "plugin", "nieuw", "hoorn", *wie)
    shutil.unpack_archive(bouw(wortel / "plugins" / "hoorn", tmp_path / "wheels"), tmp_path / "los", "zip")
    draai("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/architecture/test_workspace.py")
    assert "26 passed" in draai("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/plugins/hoorn")
    contracten = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    klaar = subprocess.run(contracten, cwd=wortel, env=omgeving, capture_output=True, text=True, check=False)
    assert "0 broken" in klaar.stdout, klaar.stdout
