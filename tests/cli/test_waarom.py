"""``toegang waarom`` for every kind of decision, in text and JSON."""

from __future__ import annotations

import pytest

from toegang.lifecycle.waarom import ASPECTEN

SLEUTELS = ["onderdeel", "kop", "op", "kenmerk", "uitkomst", "reden", "tekst", "door", "regels", "stappen"]


def per_onderdeel(toegang, zaak):
    gezien = toegang("waarom", zaak, "-g", "zwolle", "--json").json
    assert gezien["vorm"] == "toegang.waarom/2"
    delen = {}
    for item in gezien["verklaringen"]:
        assert list(item) == SLEUTELS
        delen.setdefault(item["onderdeel"], []).append(item)
    return delen


def uitkomst_van(verklaring):
    return {deel["naam"]: deel["waarde"] for deel in verklaring["uitkomst"]}


def test_elk_onderdeel_van_een_afgeronde_zaak(brenger, toegang):
    zaak = brenger("archief")
    toegang("archief", "bepaal", zaak, "-g", "zwolle")
    delen = per_onderdeel(toegang, zaak)
    assert list(delen) == [naam for naam in ASPECTEN if naam != "weigeringen"]
    besluit = delen["besluit"][0]
    assert {"L-21", "L-147", "W-1"} <= {toets["regel"] for toets in besluit["regels"]}
    assert uitkomst_van(besluit)["beslisser"] == "M-012 (teamleider)"
    mandaat = delen["mandaat"][0]
    assert uitkomst_van(mandaat)["mandaat voor de handtekening"].startswith("zwo-")
    assert uitkomst_van(mandaat)["mandaat om te beslissen"] == "zwo-beslissen"
    over_mandaat = {toets["regel"] for toets in mandaat["regels"]}
    assert {"L-21", "L-19", "W-3", "W-9"} <= over_mandaat
    assert not over_mandaat & {"W-4", "Z-13"}
    getoond = " ".join(toegang("waarom", zaak, "besluit", "-g", "zwolle").uit.split("Voldoet aan")[1].split())
    assert len(set(getoond.split(", "))) == len(getoond.split(", ")) > 20
    archief = delen["archief"][-1]
    assert uitkomst_van(archief)["actiedatum"] == "2041-11-20"
    assert archief["stappen"][0]["tekst"].startswith("De bewaartermijn begint")
    assert any(stap["artikel"] for stap in archief["stappen"])
    beslissen = next(item for item in delen["termijn"] if item["kenmerk"] == "wmo.beslissing")
    assert "Wmo 2015 art. 2.3.5 lid 2" in {stap["artikel"] for stap in beslissen["stappen"]}
    assert {uitkomst_van(brief)["stand"] for brief in delen["brief"]} == {"VERZONDEN", "VERVALLEN"}


def test_wie_er_niet_in_het_team_kwam_en_waarom(brenger, toegang):
    zaak = brenger("regie")
    (team,) = per_onderdeel(toegang, zaak)["team"]
    lid = [deel["waarde"] for deel in team["uitkomst"] if deel["naam"] == "lid"]
    niet = [deel["waarde"] for deel in team["uitkomst"] if deel["naam"] == "niet gekozen"]
    assert lid[0].startswith("M-002, consulent-wijkteam")
    assert niet
    assert all(": " in waarde and waarde.endswith(".") for waarde in niet)
    assert "Niet gekozen" in toegang("waarom", zaak, "team", "-g", "zwolle").uit


def test_geen_naam_en_geen_woorden(brenger, toegang):
    zaak = brenger("sluit")
    for vorm in ((), ("--json",)):
        alles = toegang("waarom", zaak, "-g", "zwolle", *vorm).alles
        assert not [w for w in ("Kanariepiet", "De trap lukt", "Molenweg", "999990019", "Thuis blijven") if w in alles]


def test_een_weigering_staat_er_met_regel_en_wie(brenger, toegang, stappen):
    zaak = brenger("besluit")
    woorden = list(stappen["besluit"])
    woorden[woorden.index("--als") + 1] = "M-002"
    toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", "M-002")
    assert toegang(*woorden).code == 4
    (item,) = per_onderdeel(toegang, zaak)["weigeringen"]
    assert (item["kop"], item["door"]) == ("Geweigerd: besluit nemen", "M-002")
    assert "L-21" in {toets["regel"] for toets in item["regels"]}
    tekst = toegang("waarom", zaak, "weigeringen", "-g", "zwolle").uit
    assert "Geweigerd L-21" in tekst
    assert max(len(regel) for regel in tekst.splitlines()) <= 80


def test_zonder_weigeringen(brenger, toegang):
    zaak = brenger("regie")
    assert "nooit een stap geweigerd" in toegang("waarom", zaak, "weigeringen", "-g", "zwolle").uit


def test_waarom_een_brief_wacht(brenger, toegang, data):
    from toegang.domain.brief import Aanhoudreden, Briefstatus
    from toegang.environment import open_gemeente

    zaak = brenger("batch")
    with open_gemeente("zwolle") as gemeente, gemeente.omgeving.werk(gemeente.actor()) as werk:
        brief = werk.brieven.zoek(zaak_id=zaak)[0]
        werk.brieven.bewaar(brief.gewijzigd(status=Briefstatus.AANGEHOUDEN, aanhoudreden=Aanhoudreden.ADRES_ONVOLLEDIG))
        werk.commit()
    assert (
        "De brief is aangehouden: het adres is niet volledig." in toegang("waarom", zaak, "brief", "-g", "zwolle").uit
    )


@pytest.mark.parametrize("onderdeel", [naam for naam in ASPECTEN if naam not in ("intake", "termijn", "brief")])
def test_over_een_verse_zaak_is_nog_niets_te_zeggen(zaak, toegang, onderdeel):
    uitkomst = toegang("waarom", zaak, onderdeel, "-g", "zwolle")
    assert uitkomst.code == 0
    assert "nog niets beslist" in uitkomst.uit or "nooit een stap geweigerd" in uitkomst.uit
