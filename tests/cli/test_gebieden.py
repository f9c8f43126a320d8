"""A gemeente with a kern in two areas, or an area without a team, is named as such and cannot work."""

import pytest

from toegang.plugins.gemeenteplugin import Gemeenteplugin

GEVALLEN = {
    "wijk zonder team": (
        lambda ruw: ruw | {"gebied": [*ruw["gebied"], {"id": "wijk-6", "naam": "wijk 6"}]},
        "gebied 'wijk-6' valt onder geen enkel team",
    ),
    "wijk met twee teams": (
        lambda ruw: ruw | {"team": [{**team, "gebieden": ["wijk-1", *team["gebieden"][:1]]} for team in ruw["team"]]},
        "gebied 'wijk-1' valt onder twee teams tegelijk: wijkteam-1 en wijkteam-2",
    ),
    "kern in geen gebied": (lambda ruw: ruw | {"kernen": ["Voorst"]}, "kern 'Voorst' ligt in geen enkel gebied"),
    "kern in twee gebieden": (
        lambda ruw: (
            ruw | {"gebied": [{**gebied, "kernen": ["Voorst"]} for gebied in ruw["gebied"][:2]] + ruw["gebied"][2:]}
        ),
        "kern 'voorst' ligt in 2 gebieden: wijk-1, wijk-2",
    ),
}


def test_een_gebied_dat_niet_bestaat_wordt_niet_geraden(data, toegang, schrijf, aanmelding):
    """S-7, Z-1: a zaak belongs to the team of its area; a name that is none must not end with some team."""
    vooraf = {pad: pad.read_bytes() for pad in data.rglob("*.sqlite3")}
    fout = toegang("melding", "importeer", schrijf("a.json", aanmelding(gebied="wijk-99")), "-g", "zwolle")
    assert fout.code == 2
    assert "Veld 'gebied': gemeente Zwolle heeft geen gebied of kern met deze naam" in fout.alles
    assert "Kies uit: wijk-1, wijk-2, wijk-3, wijk-4, wijk-5" in fout.alles
    assert "wijk-99" not in fout.alles
    assert {pad: pad.read_bytes() for pad in data.rglob("*.sqlite3")} == vooraf


@pytest.fixture(params=GEVALLEN)
def kapot(request, data, monkeypatch):
    """Let Zwolle read other data than those of its package."""
    anders, zegt = GEVALLEN[request.param]
    echt = Gemeenteplugin.organisatie

    def organisatie(plugin, antwoorden):
        stuk = type(plugin)(plugin.map, anders(dict(plugin.ruw)), plugin.hash)
        return echt(stuk, antwoorden)

    monkeypatch.setattr(Gemeenteplugin, "organisatie", organisatie)
    return zegt


@pytest.mark.parametrize(
    "woorden",
    [
        ("gemeente", "controleer", "zwolle"),
        ("melding", "importeer", "BESTAND", "-g", "zwolle"),
        ("doctor", "-g", "zwolle"),
    ],
    ids=" ".join,
)
def test_een_indeling_die_niet_klopt(kapot, toegang, schrijf, aanmelding, data, woorden):
    vooraf = {pad: pad.read_bytes() for pad in data.rglob("*.sqlite3")}
    bestand = schrijf("a.json", aanmelding())
    uitkomst = toegang(*(bestand if woord == "BESTAND" else woord for woord in woorden))
    assert uitkomst.code != 0
    tekst = " ".join(uitkomst.alles.split())
    assert "toegang_zwolle/organisatie.toml is niet geldig" in tekst
    assert kapot in tekst
    assert {pad: pad.read_bytes() for pad in data.rglob("*.sqlite3")} == vooraf
