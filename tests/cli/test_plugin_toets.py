"""``toegang plugin toets``: the report, its exit code, and a hook that can only be stopped from outside."""

import pytest

MOEILIJK = '''"""Hoorn."""
import os, signal
from toegang import Gemeenteplugin, hookimpl


class Hoorn(Gemeenteplugin):
    @hookimpl
    def route_intake(self, melding):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        while True:
            pass

    @hookimpl
    def decide_archivering(self, zaak):
        os._exit(3)


plugin = Hoorn.uit_pakket(__name__)
'''


@pytest.fixture
def map_(tmp_path, monkeypatch, toegang):
    monkeypatch.setenv("TOEGANG_VANDAAG", "2026-11-20")
    map_ = tmp_path / "toegang-hoorn"
    wie = ("--naar", "schagen", "--contact", "toegang@hoorn.example", "--ja", "--uitvoer", str(map_))
    assert toegang("plugin", "nieuw", "hoorn", *wie).code == 0
    return map_


def uitslagen(uitkomst):
    assert uitkomst.json["vorm"] == "toegang.plugintoets/1"
    return {item["toets"]: item for item in uitkomst.json["toetsen"]}


@pytest.mark.lang
def test_wat_door_een_eerdere_fout_niet_kan_heet_niet_goed(map_, toegang):
    bestand = map_ / "toegang_hoorn" / "organisatie.toml"
    bestand.write_text(bestand.read_text().replace("plansoort", "plansort"))
    uitkomst = toegang("plugin", "toets", map_)
    assert uitkomst.code == 6
    assert "bedoelde u 'plansoort'?" in " ".join(uitkomst.uit.split())
    assert "-      vijf_hooks: kan pas als de fout hierboven is hersteld." in uitkomst.uit
    assert "8 van 26 toetsen goed, 1 fout, 17 nog niet gedaan." in uitkomst.uit
    assert max(len(regel) for regel in uitkomst.uit.splitlines()) <= 100


@pytest.mark.lang
def test_een_hook_die_zich_niet_laat_stoppen_en_een_die_het_proces_stopt(map_, toegang):
    (map_ / "toegang_hoorn" / "__init__.py").write_text(MOEILIJK)
    uitkomst = toegang("plugin", "toets", map_, "--seconden", "0.5", "--json")
    assert uitkomst.code == 6
    gevonden = uitslagen(uitkomst)
    (tijd,) = gevonden["tijd"]["bevindingen"]
    assert (tijd["waar"], "is gestopt" in tijd["wat"]) == ("hook 'route_intake'", True)
    (einde,) = gevonden["uitzonderingen"]["bevindingen"]
    assert (einde["waar"], "code 3" in einde["wat"]) == ("hook 'decide_archivering'", True)
    assert len(gevonden) == 26
    assert all(item["gedaan"] for item in gevonden.values())


def test_wat_er_niet_is(toegang, tmp_path):
    assert toegang("plugin", "toets", "bestaatniet").code == 1
    assert toegang("plugin", "toets", tmp_path).code == 2
    assert toegang("plugin", "toets", "zwolle", "--seconden", "0").code == 2
