"""Connecting, listing, checking, filling in and opening a gemeente."""

import os
import stat

import pytest

from toegang.tenancy import Register, Stand
from toegang_cli.uitvoering import gemeenten


def test_aansluiten_toont_eerst_het_plan_en_doet_het_dan(leeg, toegang):
    proef = toegang("gemeente", "aansluiten", "zwolle", "--proef")
    assert (proef.code, leeg.exists()) == (0, False)
    assert "1. mappen maken" in proef.uit
    assert "Proef: er is niets opgeslagen." in proef.fout

    echt = toegang("gemeente", "aansluiten", "zwolle")
    assert echt.code == 0
    assert "Gemeente zwolle is aangesloten, als proef." in echt.uit
    assert "Bewaar een kopie" in echt.uit
    assert "Volgende stap: toegang gemeente controleer zwolle" in echt.fout
    assert stat.S_IMODE((leeg / "sleutels" / "zwolle.sleutel").stat().st_mode) == 0o600

    weer = toegang("gemeente", "aansluiten", "zwolle")
    assert weer.code == 0
    assert "was niets te doen" in weer.uit


@pytest.mark.parametrize(
    ("naam", "code", "verwacht"),
    [
        ("atlantis", 1, "Er is geen plugin geïnstalleerd voor gemeente 'atlantis'."),
        ("999990019", 2, "kan geen naam van een gemeente zijn"),
        ("../zwolle", 2, "kan geen naam van een gemeente zijn"),
    ],
)
def test_aansluiten_van_wat_niet_kan(leeg, toegang, naam, code, verwacht):
    uitkomst = toegang("gemeente", "aansluiten", naam)
    assert (uitkomst.code, leeg.exists()) == (code, False)
    assert verwacht in uitkomst.fout


def test_aansluiten_over_andermans_bestanden(leeg, toegang):
    (leeg / "zwolle").mkdir(parents=True)
    (leeg / "zwolle" / "iets.txt").write_text("van een ander")
    uitkomst = toegang("gemeente", "aansluiten", "zwolle")
    assert uitkomst.code == 5
    assert "iets.txt" in uitkomst.fout
    assert (leeg / "zwolle" / "iets.txt").read_text() == "van een ander"


def test_lijst_zonder_gemeenten_zegt_hoe_te_beginnen(leeg, toegang):
    assert "Begin met: toegang gemeente aansluiten NAAM" in toegang("gemeente", "lijst").uit
    assert toegang("gemeente", "lijst", "--json").json == {"map": str(leeg), "gemeenten": []}


def test_lijst_noemt_wie_stilstaat_met_de_reden(data, toegang):
    toegang("gemeente", "aansluiten", "schagen")
    inschrijving = data / "schagen" / "gemeente.toml"
    inschrijving.write_text(inschrijving.read_text().replace('plugin = "schagen"', 'plugin = "weg"'))
    (data / "half").mkdir()
    (data / "half" / "aansluiten.toml").write_text("")
    regels = {rij["gemeente"]: rij for rij in toegang("gemeente", "lijst", "--json").json["gemeenten"]}
    assert regels["zwolle"]["staat_stil"] is None
    assert regels["zwolle"]["plugin"] == "toegang-zwolle 0.1.0"
    assert "geen plugin geïnstalleerd" in regels["schagen"]["staat_stil"]
    assert regels["half"]["stand"] == "ONVOLTOOID"
    tabel = toegang("gemeente", "lijst")
    assert tabel.code == 0
    assert max(len(regel) for regel in tabel.uit.splitlines()) <= 80


def test_controleer_en_open_noemen_de_open_sleutels_met_bron_en_regel(leeg, toegang):
    toegang("gemeente", "aansluiten", "zwolle")
    controle = toegang("gemeente", "controleer", "zwolle")
    assert controle.code == 6
    assert "besluit.beslisser (Z-21): Welke functie beslist" in controle.uit
    assert "De bron zegt: inzet van vijf sociale wijkteams" in controle.uit
    assert "Het mandaatregister is een voorbeeld." in controle.uit
    gegevens = toegang("gemeente", "controleer", "zwolle", "--json")
    assert gegevens.code == 6
    assert gegevens.json["gereed"] is False
    assert {"sleutel", "regel", "vraag", "frase"} <= set(gegevens.json["open_sleutels"][0])

    weigering = toegang("gemeente", "open", "zwolle")
    assert weigering.code == 4
    assert "besluit.beslisser (Z-21)" in weigering.uit
    assert "open sleutels zijn nog niet door een mens ingevuld" in weigering.fout
    assert Register(leeg).haal("zwolle").stand is Stand.PROEF


def test_l148_zonder_dpia_en_verwerkersovereenkomst_gaat_niemand_open(leeg, toegang):
    toegang("gemeente", "aansluiten", "zwolle")
    weigering = toegang("gemeente", "open", "zwolle")
    assert weigering.code == 4
    assert "dpia.kenmerk (L-148): Wat is het kenmerk van de DPIA" in weigering.uit
    assert "verwerkersovereenkomst.kenmerk (L-148)" in weigering.uit
    assert toegang("gemeente", "instel", "zwolle", "dpia.kenmerk", "DPIA-2026-3, 1 februari 2026").code == 0
    assert "dpia.kenmerk" not in toegang("gemeente", "open", "zwolle").uit


def test_wat_de_demo_invulde_telt_niet(data, toegang):
    controle = toegang("gemeente", "controleer", "zwolle", "--json")
    assert controle.code == 6
    assert {sleutel["alleen_door_demo"] for sleutel in controle.json["open_sleutels"]} == {True}
    assert "Alleen de demo vulde dit in; dat telt niet." in toegang("gemeente", "open", "zwolle").uit


def test_een_termijn_die_de_gemeente_mag_stellen_hoeft_niet_te_worden_ingevuld(data, toegang):
    def mogelijk():
        stand = toegang("gemeente", "controleer", "zwolle", "--json").json
        assert "termijn.herstel_weken" not in {item["sleutel"] for item in stand["open_sleutels"]}
        return {item["sleutel"]: item for item in stand["mogelijke_sleutels"]}

    assert mogelijk()["termijn.herstel_weken"]["vraag"] == (
        "Hoeveel weken zijn er voor 'een onvolledige aanvraag aanvullen', vanaf: verzoek om aanvulling?"
    )
    assert toegang("gemeente", "instel", "zwolle", "termijn.herstel_weken", "2").code == 0
    assert "termijn.herstel_weken" not in mogelijk()


def test_instel_bewaart_wie_het_invulde(data, toegang):
    proef = toegang("gemeente", "instel", "zwolle", "archief.actor", "archivaris", "--proef")
    assert (proef.code, proef.uit) == (0, "")
    voor = toegang("gemeente", "controleer", "zwolle", "--json").json["open_sleutels"]
    assert toegang("gemeente", "instel", "zwolle", "archief.actor", "archivaris").code == 0
    na = toegang("gemeente", "controleer", "zwolle", "--json").json["open_sleutels"]
    assert {item["sleutel"] for item in voor} - {item["sleutel"] for item in na} == {"archief.actor"}
    assert Register(data).lees_instellingen("zwolle")["archief.actor"].door == str(os.getuid())


@pytest.mark.parametrize(
    ("sleutel", "waarde", "verwacht"),
    [
        ("bestaat.niet", "ja", "geen open sleutel met die naam"),
        ("archief.actor", "999990019", "vraagt een functie die bestaat"),
        ("caseload.plafond", "veel", "vraagt een heel getal"),
        ("contact.postadres", "  ", "kan niet leeg zijn"),
        ("termijn.herstel_weken", "twee", "vraagt een heel getal"),
        ("termijn.herstel_weken", "0", "het moet minstens 1 zijn"),
        ("termijn.wgs_weken", "9", "minstens 1 zijn en ten hoogste 8"),
        ("termijn.llv_weken.atw", "soms", "vraagt ja of nee"),
    ],
)
def test_instel_weigert_een_antwoord_dat_niet_past(data, toegang, sleutel, waarde, verwacht):
    voor = Register(data).lees_instellingen("zwolle")
    uitkomst = toegang("gemeente", "instel", "zwolle", sleutel, waarde)
    assert uitkomst.code == 2
    assert verwacht in uitkomst.fout
    assert "999990019" not in uitkomst.fout
    assert Register(data).lees_instellingen("zwolle") == voor


@pytest.fixture
def gereed(data, monkeypatch):
    """A gemeente with nothing left open; the four real ones have an example of a mandate register."""
    monkeypatch.setattr(gemeenten.Gemeente, "vereis_gereed", lambda _gemeente: None)
    monkeypatch.setattr(gemeenten.Gemeente, "ontbrekende_sleutels", lambda _gemeente: ())
    return data


def test_de_eenpersoonsmodus_kan_niet_in_productie(gereed, toegang):
    uitkomst = toegang("gemeente", "open", "zwolle")
    assert uitkomst.code == 4
    assert "eenpersoonsmodus" in uitkomst.fout
    assert Register(gereed).haal("zwolle").stand is Stand.PROEF


def test_open_met_een_dienstaccount(gereed, toegang, monkeypatch):
    assert toegang("gemeente", "beheerder", "zwolle", "--erbij", 4711).code == 0
    monkeypatch.setenv("SUDO_UID", "4711")
    proef = toegang("gemeente", "open", "zwolle", "--proef")
    assert (proef.code, proef.uit) == (0, "Gemeente zwolle kan open.\n")
    assert Register(gereed).haal("zwolle").stand is Stand.PROEF

    assert toegang("gemeente", "open", "zwolle").uit == "Gemeente zwolle is in productie.\n"
    assert Register(gereed).haal("zwolle").stand is Stand.PRODUCTIE
    # from here on an invented day is refused
    for woorden in (("gemeente", "open", "zwolle"), ("zaak", "lijst", "-g", "zwolle")):
        verzonnen = toegang(*woorden)
        assert verzonnen.code == 4
        assert "TOEGANG_VANDAAG" in verzonnen.fout
    monkeypatch.delenv("TOEGANG_VANDAAG")
    weer = toegang("gemeente", "open", "zwolle")
    assert (weer.code, weer.fout) == (0, "")
    assert "al in productie" in weer.uit
    # and nobody plays anybody
    for woorden in (("zaak", "toon", "Z2026-000001"), ("zaak", "team", "Z2026-000001")):
        spelen = toegang(*woorden, "-g", "zwolle", "--als", "M-002")
        assert spelen.code == 4
        assert "is in productie" in spelen.fout
