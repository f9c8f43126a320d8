"""What is installed, which hooks there are, and which rules hold."""

from toegang.guards.register import REGELS
from toegang.hookspecs import BESLISHAKEN


def test_plugin_lijst_laadt_geen_plugin(leeg, toegang):
    plugins = toegang("plugin", "lijst", "--json").json["plugins"]
    assert {"zwolle", "schagen", "beekdaelen", "doetinchem"} <= {item["naam"] for item in plugins}
    assert set(plugins[0]) == {"naam", "soort", "distributie", "versie", "doel", "haak_api"}
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
    assert max(len(regel) for regel in tabel.uit.splitlines()) <= 80


def test_een_stap_zonder_regels(leeg, toegang):
    leeg_moment = {moment.value for moment in {bij for _, bij in REGELS}} ^ {"BEKENDMAKING"}
    assert "BEKENDMAKING" in leeg_moment
    assert "zijn er geen regels" in toegang("regels", "lijst", "--stap", "bekendmaking").uit
