"""Policy by its days on the command line: a new answer from a day on, and what ``controleer`` says of policy."""

from __future__ import annotations

from datetime import date

import pytest

from toegang.environment import open_gemeente
from toegang.tenancy import Register


def test_b78_een_besluit_volgt_het_antwoord_van_zijn_eigen_dag(brenger, toegang, data, stappen, monkeypatch):
    """From 2027 another functie decides; a decision of 2026 is still for the teamleider, also in 2027."""
    zaak = brenger("besluit")
    nieuw = toegang("gemeente", "instel", "zwolle", "besluit.beslisser", "jurist", "--vanaf", "2027-01-01")
    assert nieuw.code == 0
    assert "is ingevuld vanaf 2027-01-01" in nieuw.uit
    # who signs stays the same: a signature needs a mandate on the day on which it is set (L-19)
    with open_gemeente("zwolle") as gemeente:
        omgeving = gemeente.omgeving
        assert omgeving.beleid(date(2026, 12, 31))[1]["besluit.beslisser"] == "teamleider"
        assert omgeving.beleid(date(2027, 1, 1))[1]["besluit.beslisser"] == "jurist"
        route = omgeving.beleid(date(2027, 1, 1))[0].besluitroutes[0]
        assert (route.besluit_rol, omgeving.organisatie.besluitroutes[0].besluit_rol) == ("jurist", "teamleider")
    assert toegang(*stappen["besluit"]).code == 0
    monkeypatch.setenv("TOEGANG_VANDAAG", "2027-01-04")
    with open_gemeente("zwolle") as gemeente:
        assert gemeente.omgeving.antwoorden["besluit.beslisser"] == "jurist"
    # the form of the decision of 2026 is judged by the policy of 2026
    opgesteld = toegang("beschikking", "opstellen", zaak, "-g", "zwolle")
    assert (opgesteld.code, opgesteld.fout.count("L-19")) == (0, 0)
    assert "teamleider" in opgesteld.uit


def test_een_antwoord_zonder_dag_vervangt_geen_later_antwoord(data, toegang, monkeypatch):
    toegang("gemeente", "instel", "zwolle", "caseload.plafond", "30", "--vanaf", "2026-11-01")
    uitkomst = toegang("gemeente", "instel", "zwolle", "caseload.plafond", "40")
    assert "Let op: Sinds 2026-11-01 geldt een later antwoord" in uitkomst.fout
    with open_gemeente("zwolle") as gemeente:
        assert gemeente.omgeving.antwoorden["caseload.plafond"] == "30"


def test_controleer_zegt_wat_er_straks_verandert(data, toegang):
    toegang("gemeente", "instel", "zwolle", "caseload.plafond", "30", "--vanaf", "1-1-2027")
    gezien = toegang("gemeente", "controleer", "zwolle", "--json").json
    assert gezien["antwoorden_per_datum"] == [{"sleutel": "caseload.plafond", "vanaf": "2027-01-01"}]
    assert (
        "Vanaf 2027-01-01 geldt een ander antwoord op caseload.plafond."
        in toegang("gemeente", "controleer", "zwolle").uit
    )
    sleutels = set(Register(data).lees_instellingen("zwolle"))
    assert {"caseload.plafond", "caseload.plafond@2027-01-01"} <= sleutels


def test_een_proef_en_een_dag_die_er_niet_is(data, toegang):
    voor = (data / "zwolle" / "instellingen.toml").read_bytes()
    proef = toegang("gemeente", "instel", "zwolle", "caseload.plafond", "30", "--vanaf", "2027-01-01", "--proef")
    assert proef.code == 0
    fout = toegang("gemeente", "instel", "zwolle", "caseload.plafond", "30", "--vanaf", "2027-02-30")
    assert (fout.code, "De waarde van --vanaf is geen dag." in fout.fout) == (2, True)
    assert (data / "zwolle" / "instellingen.toml").read_bytes() == voor


def test_een_dag_die_niet_bestaat_in_het_bestand(data, toegang):
    bestand = data / "zwolle" / "instellingen.toml"
    bestand.write_text(bestand.read_text().replace('["caseload.plafond"]', '["caseload.plafond@2027-02-30"]'))
    uitkomst = toegang("gemeente", "controleer", "zwolle")
    assert uitkomst.code == 1
    assert "bestaat de dag van 'caseload.plafond@2027-02-30' niet" in uitkomst.fout


@pytest.mark.parametrize("regel", ["B-78"])
def test_b78_controleer_en_openen_noemen_beleid_zonder_dagen(leeg, toegang, monkeypatch, regel):
    from toegang.plugins.gemeenteplugin import Gemeenteplugin

    toegang("gemeente", "aansluiten", "beekdaelen")
    gewoon = Gemeenteplugin.__init__

    def zonder_dag(self, map, ruw, hash):
        team = {naam: deel for naam, deel in ruw["team"][0].items() if naam != "geldig_van"}
        gewoon(self, map, {**ruw, "team": [team, *ruw["team"][1:]]}, hash)

    import toegang_beekdaelen

    ruw = toegang_beekdaelen.plugin.ruw
    monkeypatch.setattr(toegang_beekdaelen.plugin, "ruw", ruw)
    zonder_dag(toegang_beekdaelen.plugin, toegang_beekdaelen.plugin.map, ruw, toegang_beekdaelen.plugin.hash)
    uitkomst = toegang("gemeente", "controleer", "beekdaelen", "--json")
    bevinding = next(item for item in uitkomst.json["bevindingen"] if item.startswith(regel))
    assert "team 'consulenten' heeft geen geldig_van" in bevinding
    assert "het beleid klopt niet (B-78)" in toegang("gemeente", "open", "beekdaelen", "--proef").fout
