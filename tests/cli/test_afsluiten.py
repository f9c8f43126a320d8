"""Taking a gemeente off this machine: export, waiting, wiping that survives kill -9, and a proof to check."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from toegang.tenancy import Register
from toegang.tenancy.afsluitjournaal import lees_afsluiting
from toegang.tenancy.wisstappen import STAPPEN

NA = "2026-12-20"


@pytest.fixture
def gevraagd(toegang, zaak, leeg, tmp_path):
    """Zwolle with one zaak, for which closing was asked; gives the export."""
    export = tmp_path / "elders.export"
    assert toegang("gemeente", "reservekopie", "zwolle").code == 0
    (leeg / "zwolle" / "brieven" / "brief.pdf").write_bytes(b"%PDF brief")
    (tmp_path / "zwolle.sleutel").write_bytes((leeg / "sleutels" / "zwolle.sleutel").read_bytes())
    (tmp_path / "zwolle.sleutel").chmod(0o600)
    uitkomst = toegang("gemeente", "afsluiten", "zwolle", "--export", export, "--ja", "--json")
    assert uitkomst.code == 0, uitkomst.fout
    assert uitkomst.json["wissen_vanaf"] == NA
    return export


def _niets_meer(map_: Path) -> None:
    over = [pad for pad in map_.rglob("*") if "zwolle" in str(pad.relative_to(map_)) and pad.is_file()]
    assert [pad.name for pad in over if not pad.name.startswith("verklaring-")] == []
    assert not (map_ / "zwolle").exists()
    assert len(over) == 1


def test_van_aanvraag_tot_verklaring(toegang, gevraagd, leeg, tmp_path, monkeypatch, zaak):
    for woorden in (("zaak", "lijst", "-g", "zwolle"), ("gemeente", "controleer", "zwolle")):
        dicht = toegang(*woorden)
        assert dicht.code == 5
        assert "wordt afgesloten" in dicht.fout
    te_vroeg = toegang("gemeente", "afsluiten", "zwolle", "--export", gevraagd, "--ja")
    assert te_vroeg.code == 5
    assert NA in te_vroeg.fout
    assert toegang("gemeente", "reservekopie", "zwolle").code == 0
    monkeypatch.setenv("TOEGANG_VANDAAG", NA)
    zonder = toegang("gemeente", "afsluiten", "zwolle", "--ja")
    assert zonder.code == 1
    assert "is niet de export" in zonder.fout
    assert toegang("gemeente", "afsluiten", "zwolle", "--export", gevraagd).code == 2, "it asks the name"
    assert toegang("gemeente", "afsluiten", "zwolle", "--export", gevraagd, "--proef").code == 0
    assert (leeg / "zwolle" / "toegang.sqlite3").exists()
    klaar = toegang("gemeente", "afsluiten", "zwolle", "--export", gevraagd, "--ja", "--json")
    assert klaar.code == 0, klaar.fout
    _niets_meer(leeg)
    bewijs = Path(klaar.json["verklaring"])
    inhoud = json.loads(bewijs.read_text())["inhoud"]
    assert [item["wat"] for item in inhoud["gewist"]] == [stap.omschrijving for stap in STAPPEN]
    assert all(item["bestanden"] for item in inhoud["gewist"])
    assert toegang("gemeente", "wisverklaring", bewijs).code == 0
    assert toegang("gemeente", "lijst", "--json").json["gemeenten"] == []
    assert "al gewist" in toegang("gemeente", "afsluiten", "zwolle").uit
    # the export and the kept key bring all back
    monkeypatch.setenv("TOEGANG_VANDAAG", "2026-11-20")
    terug = toegang("gemeente", "importeer", gevraagd, "--sleutel", tmp_path / "zwolle.sleutel")
    assert terug.code == 0, terug.fout
    assert toegang("zaak", "toon", zaak, "-g", "zwolle", "--json").json["zaak"] == zaak


@pytest.mark.lang
def test_een_verklaring_die_gewijzigd_is(toegang, gevraagd, leeg, schrijf, monkeypatch):
    monkeypatch.setenv("TOEGANG_VANDAAG", NA)
    klaar = toegang("gemeente", "afsluiten", "zwolle", "--export", gevraagd, "--ja", "--json")
    echt = json.loads(Path(klaar.json["verklaring"]).read_text())
    anders = [
        echt | {"inhoud": echt["inhoud"] | {"gewist_door": 4005}},
        echt | {"handtekening": "00" * 64},
        # signed well, by a key for which the gemeente never vouched
        echt | {"machtiging": echt["machtiging"] | {"handtekening": echt["handtekening"]}},
        {naam: deel for naam, deel in echt.items() if naam != "machtiging"},
    ]
    for nummer, verklaring in enumerate(anders):
        assert toegang("gemeente", "wisverklaring", schrijf(f"{nummer}.json", verklaring)).code == 6
    assert toegang("gemeente", "wisverklaring", schrijf("geen.json", {"vorm": "iets"})).code == 2


@pytest.mark.lang
def test_intrekken_en_weigeren(toegang, gevraagd, leeg, zaak, tmp_path):
    assert toegang("gemeente", "afsluiten", "zwolle", "--trek-in").code == 0
    assert toegang("zaak", "toon", zaak, "-g", "zwolle").code == 0
    assert lees_afsluiting(Register(leeg), "zwolle") is None
    assert toegang("gemeente", "afsluiten", "zwolle", "--trek-in").code == 2
    assert toegang("gemeente", "afsluiten", "zwolle").code == 2
    assert toegang("gemeente", "afsluiten", "zwolle", "--export", gevraagd).code == 5, "never over a file"
    for plek in (leeg / "zwolle" / "x.export", leeg / "reservekopie" / "zwolle" / "x.export"):
        assert "zelf gewist" in toegang("gemeente", "afsluiten", "zwolle", "--export", plek).fout
    assert toegang("gemeente", "afsluiten", "zwolle", "--export", tmp_path / "n.export", "--proef").code == 0
    assert not (tmp_path / "n.export").exists()


def test_wat_na_de_export_nog_geschreven_werd_gaat_niet_verloren(
    toegang, gevraagd, leeg, schrijf, aanmelding, monkeypatch
):
    journaal = leeg / "afgesloten" / "zwolle" / "afsluiten.json"
    weg = journaal.rename(journaal.with_suffix(".weg"))
    assert toegang("melding", "importeer", schrijf("m.json", aanmelding("k-2")), "-g", "zwolle").code == 0
    weg.rename(journaal)
    monkeypatch.setenv("TOEGANG_VANDAAG", NA)
    uitkomst = toegang("gemeente", "afsluiten", "zwolle", "--export", gevraagd, "--ja")
    assert uitkomst.code == 5
    assert "nog gewerkt" in uitkomst.fout
    assert (leeg / "zwolle" / "toegang.sqlite3").exists()


STERF = """
import os, signal, sys
from datetime import date
from pathlib import Path
from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register
from toegang.tenancy import afsluiten
map_, export, moment, nummer = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
teller = [0]
def tel_en_sterf():
    teller[0] += 1
    if teller[0] == nummer:
        os.kill(os.getpid(), signal.SIGKILL)
if moment == "schrijven":
    echt = os.fsync
    def fsync(bestand):
        tel_en_sterf()
        echt(bestand)
    os.fsync = fsync
dag = date(2026, 12, 20)
afsluiten.wis(
    Register(map_), "zwolle", export, Actor(uid=1), Klok(dag).nu, dag,
    na_stap=lambda _: tel_en_sterf() if moment == "stap" else None,
)
"""


def _sterf_en_hervat(toegang, leeg, gevraagd, moment, nummer, monkeypatch):
    opdracht = [sys.executable, "-c", STERF, str(leeg), str(gevraagd), moment, str(nummer)]
    code = subprocess.run(opdracht, capture_output=True, timeout=60, check=False).returncode
    assert code in (0, -signal.SIGKILL)
    monkeypatch.setenv("TOEGANG_VANDAAG", NA)
    if code and "WIST" in (leeg / "afgesloten" / "zwolle" / "afsluiten.json").read_text():
        assert toegang("gemeente", "afsluiten", "zwolle", "--trek-in").code == 5
    uitkomst = toegang("gemeente", "afsluiten", "zwolle", "--export", gevraagd, "--ja")
    assert uitkomst.code == 0, uitkomst.fout
    _niets_meer(leeg)
    (bewijs,) = (leeg / "afgesloten" / "zwolle").glob("verklaring-*.json")
    assert toegang("gemeente", "wisverklaring", bewijs).code == 0
    assert all(item["bestanden"] for item in json.loads(bewijs.read_text())["inhoud"]["gewist"])
    return code


@pytest.mark.lang
@pytest.mark.parametrize("nummer", range(1, len(STAPPEN) + 1))
def test_kill_9_na_elke_stap(toegang, leeg, gevraagd, nummer, monkeypatch):
    assert _sterf_en_hervat(toegang, leeg, gevraagd, "stap", nummer, monkeypatch) == -signal.SIGKILL


@pytest.mark.lang
@pytest.mark.parametrize("nummer", range(1, 40, 2))
def test_kill_9_bij_elke_keer_dat_er_gewist_wordt(toegang, leeg, gevraagd, nummer, monkeypatch):
    _sterf_en_hervat(toegang, leeg, gevraagd, "schrijven", nummer, monkeypatch)
