"""The people of a gemeente."""

from datetime import date

import pytest

from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register

VANDAAG = date(2026, 11, 20)
GOED = """
[[medewerker]]
id = "M-100"
naam = "Consulent wijkteam 1 nummer 100"
functie = "consulent-wijkteam"
werkgever = "gemeente-zwolle"
teams = ["wijkteam-1"]
wetten = ["WMO"]
gebieden = ["wijk-1"]
in_dienst_van = 2020-01-01
"""


def ids(toegang):
    return {mens["id"] for mens in toegang("medewerker", "lijst", "-g", "zwolle", "--json").json["medewerkers"]}


def test_lijst(data, toegang):
    mensen = toegang("medewerker", "lijst", "-g", "zwolle", "--json").json["medewerkers"]
    assert {"id", "naam", "functie", "werkgever", "werkgeversoort", "teams", "caseload"} <= set(mensen[0])
    tabel = toegang("medewerker", "lijst", "-g", "zwolle")
    assert all(mens["id"] in tabel.uit for mens in mensen)
    assert max(len(regel) for regel in tabel.uit.splitlines()) <= 80


def test_lijst_zonder_medewerkers_zegt_hoe_verder(leeg, toegang):
    toegang("gemeente", "aansluiten", "zwolle")
    assert "toegang medewerker importeer" in toegang("medewerker", "lijst", "-g", "zwolle").uit


def test_importeer_vult_de_soort_werkgever_zelf_in(data, toegang, schrijf):
    bestand = schrijf("mensen.toml", GOED)
    proef = toegang("medewerker", "importeer", bestand, "-g", "zwolle", "--proef")
    assert (proef.code, "M-100" in ids(toegang)) == (0, False)
    echt = toegang("medewerker", "importeer", bestand, "-g", "zwolle")
    assert echt.uit == proef.uit == "1 medewerker gelezen: 1 nieuw, 0 gewijzigd, 0 ongewijzigd.\n"
    assert "M-100" in ids(toegang)
    assert toegang("medewerker", "importeer", bestand, "-g", "zwolle").uit.endswith("0 gewijzigd, 1 ongewijzigd.\n")
    anders = schrijf("mensen.toml", GOED.replace("2020-01-01", "2021-01-01"))
    assert "0 nieuw, 1 gewijzigd" in toegang("medewerker", "importeer", anders, "-g", "zwolle").uit


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (GOED.replace('naam = "Consulent', "naam = Consulent"), "regel 4: dit is geen geldige TOML"),
        ("[antwoorden]\nx = 1\n", "staat geen enkele [[medewerker]]"),
        (GOED.replace("in_dienst_van", "in_dienst"), "medewerker 1, in_dienst_van: ontbreekt"),
        (GOED.replace("consulent-wijkteam", "tovenaar"), "medewerker 1, functie: bestaat niet in deze gemeente"),
        (GOED.replace("gemeente-zwolle", "niemand"), "medewerker 1, werkgeversoort: ontbreekt"),
        (GOED.replace('"wijkteam-1"', '"wijkteam-99"'), "medewerker 1, teams: een van de teams bestaat niet"),
        (GOED.replace('"wijk-1"', '"wijk-99"'), "medewerker 1, gebieden: een van de gebieden bestaat niet"),
        (GOED + 'werkgeversoort = "AANBIEDER"', "medewerker 1, werkgeversoort: deze werkgever is GEMEENTE"),
        (GOED + GOED, "medewerker 2, id: komt eerder in het bestand voor"),
    ],
)
def test_importeer_is_alles_of_niets(data, toegang, schrijf, inhoud, verwacht):
    voor = ids(toegang)
    goed = "" if "antwoorden" in inhoud else GOED.replace("M-100", "M-200")
    bestand = schrijf("mensen.toml", inhoud + goed)
    uitkomst = toegang("medewerker", "importeer", bestand, "-g", "zwolle")
    assert uitkomst.code == 2
    assert uitkomst.uit == ""
    assert str(bestand) in uitkomst.fout
    assert verwacht in uitkomst.fout
    assert ids(toegang) == voor


def test_importeer_staat_in_het_logboek(data, toegang, schrijf):
    toegang("medewerker", "importeer", schrijf("mensen.toml", GOED), "-g", "zwolle")
    with Register(data).opslag("zwolle", Klok(VANDAAG).nu) as opslag, opslag.werk(Actor(uid=1)) as werk:
        regels = werk.logboek.regels(actie="medewerkers.ingelezen")
    assert regels[-1].detail == {"aantal": "1"}
