"""What is installed, which hooks there are, and which rules hold."""

import tomllib

import pytest

from toegang.environment import BEVESTIGD, open_gemeente
from toegang.guards.register import ALTIJD_HARD, REGELS
from toegang.hookspecs import BESLISHAKEN


def test_plugin_lijst_laadt_geen_plugin(leeg, toegang):
    plugins = toegang("plugin", "lijst", "--json").json["plugins"]
    assert {"zwolle", "schagen", "beekdaelen", "doetinchem"} <= {item["naam"] for item in plugins}
    assert set(plugins[0]) == {"naam", "soort", "distributie", "versie", "doel", "haak_api", "bruikbaar"}
    uitbreiding = next(item for item in plugins if item["naam"] == "beschikkingen")
    assert (uitbreiding["soort"], uitbreiding["haak_api"]) == ("uitbreiding", "v1")
    assert "toegang-zwolle" in toegang("plugin", "lijst").uit


def test_haken_staan_in_de_volgorde_van_de_levensloop(leeg, toegang):
    haken = toegang("plugin", "haken", "--json").json["haken"]
    assert tuple(item["naam"] for item in haken if item["soort"] == "beslist") == BESLISHAKEN
    assert haken[0]["argumenten"] == ["melding", "contacten", "gemeente"]
    assert "route_intake" in toegang("plugin", "haken").uit


def test_regels_lijst(leeg, toegang):
    regels = toegang("regels", "lijst", "--json").json["regels"]
    assert {(item["id"], item["moment"]) for item in regels} == {(id, moment.value) for id, moment in REGELS}
    assert set(regels[0]) == {"id", "soort", "moment", "titel", "grondslag", "bewijs", "waarschuwt_tot_bevestigd"}
    team = toegang("regels", "lijst", "--stap", "team", "--json").json["regels"]
    assert {item["moment"] for item in team} == {"TEAM"}
    tabel = toegang("regels", "lijst", "--stap", "team")
    assert "L-100" in tabel.uit
    assert "waarschuwt tot dan alleen" in tabel.uit
    assert "W-24" not in tabel.uit
    alles = toegang("regels", "lijst")
    assert "W-24" in alles.uit
    assert max(len(regel) for regel in alles.uit.splitlines()) <= 80
    assert max(len(regel) for regel in tabel.uit.splitlines()) <= 80


def test_een_stap_zonder_regels(leeg, toegang, monkeypatch):
    for sleutel in [sleutel for sleutel in REGELS if sleutel[1] == "BEKENDMAKING"]:
        monkeypatch.delitem(REGELS, sleutel)
    assert "zijn er geen regels" in toegang("regels", "lijst", "--stap", "bekendmaking").uit


def test_regels_van_een_gemeente_met_wat_haar_bron_zegt(data, toegang):
    zwolle = toegang("regels", "lijst", "-g", "zwolle", "--json").json
    assert {"Z-7", "L-36", "W-13"} <= {item["id"] for item in zwolle["regels"]}
    assert "S-11" not in {item["id"] for item in zwolle["regels"]}
    eigen = {item["id"]: item for item in zwolle["eigen_regels"]}
    assert (eigen["Z-5"]["sterkte"], eigen["Z-22"]["sterkte"]) == ("CTX", "PREF")
    tekst = toegang("regels", "lijst", "-g", "zwolle").uit
    assert "wijken" in tekst
    assert "(nog te" in tekst
    assert "toetsen)" in tekst
    assert max(len(regel) for regel in tekst.splitlines()) <= 80


def bevestigd(toegang):
    regels = toegang("regels", "lijst", "-g", "zwolle", "--json").json["regels"]
    stil = {item["id"] for item in regels if item["bewijs"] in ("M", "V2") and not item["waarschuwt_tot_bevestigd"]}
    return stil - ALTIJD_HARD


def test_een_regel_die_altijd_weigert_vraagt_geen_bevestiging(data, toegang):
    uitkomst = toegang("regels", "bevestig", "L-133", "-g", "zwolle")
    assert (uitkomst.code, "vraagt geen bevestiging" in uitkomst.alles) == (4, True)


def test_een_regel_die_nooit_weigert_kan_wel_worden_nagekeken(data, toegang):
    uitkomst = toegang("regels", "bevestig", "L-67", "-g", "zwolle")
    assert (uitkomst.code, uitkomst.uit) == (
        0,
        "Gemeente zwolle: regel L-67 is bevestigd; zij blijft een waarschuwing.\n",
    )


def test_ingebouwde_regels_staan_er_ook_bij(leeg, toegang):
    ingebouwd = toegang("regels", "lijst", "--json").json["ingebouwd"]
    assert {"L-40", "L-44", "L-86", "L-134", "L-145", "L-151"} <= {item["id"] for item in ingebouwd}
    assert {"id": "L-44", "plaats": "domain.atw:te_lang"}.items() <= next(
        item for item in ingebouwd if item["id"] == "L-44"
    ).items()
    tekst = toegang("regels", "lijst").uit
    assert "Ingebouwd in een berekening of een stap:" in tekst
    assert max(len(regel) for regel in tekst.splitlines()) <= 80
    assert "Ingebouwd" not in toegang("regels", "lijst", "--stap", "intake").uit


def test_bevestigen_en_intrekken(data, toegang):
    assert bevestigd(toegang) == set()
    uitkomst = toegang("regels", "bevestig", "l-36", "-g", "zwolle")
    assert (uitkomst.code, "weigert voortaan" in uitkomst.uit) == (0, True)
    assert toegang("regels", "bevestig", "L-147", "-g", "zwolle").code == 0
    assert bevestigd(toegang) == {"L-36", "L-147"}
    with open_gemeente("zwolle") as gemeente:
        assert gemeente.omgeving.bevestigd == {"L-36", "L-147"}
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            gelogd = werk.logboek.regels(actie="regel.bevestigd")
    assert [regel.detail["regel"] for regel in gelogd] == ["L-36", "L-147"]
    bewaard = tomllib.loads((data / "zwolle" / "instellingen.toml").read_text())[BEVESTIGD]
    assert (bewaard["waarde"], bewaard["herkomst"]) == ("L-147 L-36", "mens")
    assert bewaard["door"].isdigit()

    assert toegang("regels", "bevestig", "L-36", "-g", "zwolle", "--intrekken").code == 0
    assert toegang("regels", "bevestig", "L-147", "-g", "zwolle", "--intrekken").code == 0
    assert bevestigd(toegang) == set()
    assert toegang("regels", "bevestig", "L-36", "-g", "zwolle").code == 0
    assert bevestigd(toegang) == {"L-36"}


@pytest.mark.parametrize(
    ("woorden", "code", "zegt"),
    [
        (("L-26",), 4, "wordt door geen controle getoetst"),
        (("L-21",), 4, "vraagt geen bevestiging"),
        (("S-1",), 4, "vraagt geen bevestiging"),
        (("L-999",), 2, "bestaat niet"),
        (("L-36", "--intrekken"), 5, "nog niet bevestigd"),
    ],
)
def test_wat_niet_bevestigd_kan_worden(data, toegang, woorden, code, zegt):
    voor = (data / "zwolle" / "instellingen.toml").read_bytes()
    uitkomst = toegang("regels", "bevestig", *woorden, "-g", "zwolle")
    assert uitkomst.code == code
    assert zegt in uitkomst.alles
    assert (data / "zwolle" / "instellingen.toml").read_bytes() == voor


def test_twee_keer_bevestigen_is_een_conflict_en_een_proef_bewaart_niets(data, toegang):
    voor = (data / "zwolle" / "instellingen.toml").read_bytes()
    assert toegang("regels", "bevestig", "L-89", "-g", "zwolle", "--proef").code == 0
    assert (data / "zwolle" / "instellingen.toml").read_bytes() == voor
    assert toegang("regels", "bevestig", "L-89", "-g", "zwolle").code == 0
    tweede = toegang("regels", "bevestig", "L-89", "-g", "zwolle")
    assert (tweede.code, "al bevestigd" in tweede.fout) == (5, True)
