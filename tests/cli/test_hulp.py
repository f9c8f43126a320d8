"""Help is Dutch, has an example everywhere, and is fast: it loads nothing but typer."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from toegang.guards.register import Moment
from toegang.lifecycle.waarom import ASPECTEN
from toegang_cli.docs.commandos import alle_opdrachten
from toegang_cli.main import opdrachtboom
from toegang_cli.opdrachten.algemeen import Onderdeel
from toegang_cli.opdrachten.regels import Stap
from toegang_cli.uitvoer import toon_tabel

BOOM = opdrachtboom()
OPDRACHTEN = dict(alle_opdrachten(BOOM, ""))
GROEPEN = [naam for naam, deel in BOOM.commands.items() if hasattr(deel, "commands")]
ENGELS = ("Usage", "Options", "Arguments", "Commands", "Show this", "required", "default:", "Try '", "Error:", " the ")
ZWAAR = ("sqlalchemy", "alembic", "weasyprint", "pydantic", "jinja2", "rich", "toegang.domain", "toegang.storage")


def test_elke_groep_en_opdracht_is_er():
    assert {"demo", "doctor", "waarom"} <= {naam.split()[0] for naam in OPDRACHTEN}
    assert set(GROEPEN) == {
        *("gemeente", "plugin", "medewerker", "melding", "gesprek", "plan", "zaak", "team", "inwoner", "regie"),
        *("besluit", "mandaat", "termijn", "beschikking", "archief", "regels", "levering", "aanbieder"),
        *("monitoring", "herindicatie", "bezwaar", "rapport", "privacy", "fusie", "ondersteuning"),
    }


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_hulp_van_elke_opdracht(toegang, naam):
    uitkomst = toegang(*naam.split(), "--help")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert uitkomst.uit.startswith(f"Gebruik: toegang{naam} ")
    assert "Voorbeeld" in uitkomst.uit.splitlines()[-2] or "Voorbeelden:" in uitkomst.uit
    voorbeelden = uitkomst.uit.split("Voorbeeld", 1)[1].splitlines()[1:]
    assert voorbeelden
    assert all(regel.startswith(f"  toegang{naam}") for regel in voorbeelden)
    assert not [woord for woord in ENGELS if woord in uitkomst.uit]
    assert max(len(regel) for regel in uitkomst.uit.splitlines()) <= 100


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_voorbeelden_gebruiken_opties_die_bestaan(naam):
    opdracht = OPDRACHTEN[naam]
    bekend = {optie for parameter in opdracht.params for optie in (*parameter.opts, *parameter.secondary_opts)}
    for voorbeeld in opdracht.epilog.splitlines()[1:]:
        gebruikt = {woord for woord in voorbeeld.split() if woord.startswith("-") and woord != "-"}
        assert gebruikt <= bekend


@pytest.mark.parametrize("groep", ["", *GROEPEN])
def test_een_groep_zonder_opdracht_toont_haar_hulp(toegang, groep):
    uitkomst = toegang(*groep.split())
    assert uitkomst.code == 2
    assert uitkomst.uit == ""
    assert uitkomst.fout.startswith("Gebruik: toegang")
    assert toegang(*groep.split(), "--help").uit.strip() == uitkomst.fout.strip()


def test_elke_leesopdracht_heeft_json_en_elke_schrijfopdracht_een_proef():
    lezen = {"doctor", "waarom", "werkvoorraad", "proefdraai", "plugin lijst", "plugin haken", "regels lijst"}
    lezen |= {"gemeente lijst", "gemeente controleer", "inwoner zoek", "inwoner dossier", "inwoner toestemming toon"}
    lezen |= {"inwoner vertegenwoordiger toon"}
    lezen |= {"medewerker lijst", "medewerker toon", "medewerker controleer", "melding lijst", "melding toon"}
    lezen |= {"gesprek voorbeeld", "gesprek toon", "gesprek advies toon", "plan toon", "plan verloop"}
    lezen |= {"gesprek afspraken", "gemeente status", "gemeente isolatie", "gemeente rechten", "privacy logboek"}
    lezen |= {"zaak lijst", "zaak toon", "zaak inzien", "zaak signalen", "zaak keten"}
    lezen |= {"team voorstel", "team toon", "team verdeling", "mandaat lijst", "mandaat toets"}
    lezen |= {"regie toon", "regie overdrachten", "regie escalaties", "regie controleer"}
    lezen |= {"besluit lijst", "besluit toon", "besluit rondes", "termijn lijst", "termijn waarom"}
    lezen |= {"beschikking sjablonen", "beschikking controleer", "beschikking bezorging"}
    lezen |= {f"beschikking batch {naam}" for naam in ("keuzes", "status", "waarom", "rapport")}
    lezen |= {"levering lijst", "aanbieder lijst", "aanbieder toon", "monitoring lijst", "monitoring knelpunten"}
    lezen |= {"herindicatie lijst", "bezwaar lijst", "bezwaar toon", "bezwaar termijn"}
    lezen |= {naam.strip() for naam in OPDRACHTEN if naam.split()[0] == "rapport"} - {"rapport gepubliceerd"}
    lezen |= {"archief lijst", "archief controleer", "archief vernietiging toon"}
    lezen |= {"archief vernietiging verklaring", "archief vernietiging controleer"}
    lezen |= {"gemeente wisverklaring", "privacy datalek lijst"}
    lezen |= {f"fusie {naam}" for naam in ("lijst", "paren", "paar", "conflicten", "rapport", "herkomst")}
    lezen |= {"fusie afbeelding toon", "fusie afbeelding dekking"}
    lezen |= {"plugin toets"}  # it asks, and keeps nothing
    geen_van_beide = {"gemeente schema", "demo", "beschikking voorbeeld", "melding voorbeeld", "plan voorbeeld"}
    geen_van_beide |= {"fusie uitvoer", "fusie afbeelding ontwerp"}  # they write a file that the user names
    opties = {
        naam.strip(): {optie for parameter in deel.params for optie in parameter.opts}
        for naam, deel in OPDRACHTEN.items()
    }
    assert [naam for naam in lezen if "--json" not in opties[naam]] == []
    schrijven = set(opties) - lezen - geen_van_beide
    assert [naam for naam in schrijven if "--proef" not in opties[naam]] == []


def test_versie(toegang):
    uitkomst = toegang("--versie")
    assert (uitkomst.code, uitkomst.uit) == (0, "toegang 0.1.0\n")


@pytest.mark.parametrize("woorden", [(), ("--help",), ("zaak", "--help"), ("zaak", "toon", "--help"), ("zaak", "ton")])
def test_hulp_laadt_niets_zwaars(woorden):
    code = (
        "import sys; from toegang_cli.main import voer_uit; voer_uit(sys.argv[1:]); "
        f"print('GELADEN', [naam for naam in {ZWAAR!r} if naam in sys.modules])"
    )
    kind = subprocess.run([sys.executable, "-c", code, *woorden], capture_output=True, text=True, check=True)
    assert kind.stdout.splitlines()[-1] == "GELADEN []"


def test_de_woorden_van_de_keuzen_zijn_die_van_de_kern():
    assert [onderdeel.value for onderdeel in Onderdeel] == list(ASPECTEN)
    assert [stap.value.upper() for stap in Stap] == [moment.value for moment in Moment]


def test_het_geinstalleerde_programma():
    programma = Path(sys.executable).with_name("toegang")
    kind = subprocess.run([programma, "--version"], capture_output=True, text=True, check=False)
    assert (kind.returncode, kind.stdout, kind.stderr) == (0, "toegang 0.1.0\n", "")


def test_een_tabel_breekt_geen_woord_af_zolang_het_past(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    rij = (
        "Z2026-000007",
        "ontvangstbevestiging (melding)",
        "aangehouden, want het gezag is niet bekend",
        "administratie",
    )
    toon_tabel(("Zaak", "Brief", "Werk", "Wie"), [rij, ("Z2026-000008", "-", "-", "-")], leeg="")
    uit = capsys.readouterr().out
    assert {woord for cel in rij for woord in cel.split()} <= set(uit.split())
    assert max(len(regel) for regel in uit.splitlines()) <= 80
    te_lang = "x" * 90
    toon_tabel(("Zaak", "Brief"), [("Z2026-000007", te_lang)], leeg="")
    assert "".join(re.findall("x+", capsys.readouterr().out)) == te_lang
