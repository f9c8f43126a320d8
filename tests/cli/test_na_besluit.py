"""After the decision, as people type it: deliveries, providers, monitoring, review, objections, reports."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from toegang.domain.aanbieder import Contactsoort, Kwaliteitsoordeel
from toegang.domain.dwangsom import Uitzondering
from toegang.domain.levering import Leverreden, Stopreden
from toegang.environment import Klok
from toegang.reports.soorten import RAPPORTEN
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.opdrachten import aanbieder, bezwaar, levering, rapport

sys.path.insert(0, str(Path(__file__).parents[1] / "core" / "hulp"))
import na_besluit

VANDAAG = date(2026, 11, 20)
KOP = "id;naam;agb_code;relatiebeheerder;contract;producten;geldig_van;geldig_tot;start_binnen_dagen\n"
THUISZORG = "thuiszorg;Thuiszorg Voorbeeld;12345678;M-003;C-1;hulp-bij-het-huishouden;2026-01-01;2027-12-31;10\n"
HULP, TRAPLIFT = "Z2026-000001", "Z2026-000002"


@pytest.fixture(scope="module")
def bekendgemaakt(tmp_path_factory):
    """A data folder with Beekdaelen, a grant and a refusal that were made known today."""
    map_ = tmp_path_factory.mktemp("bekend") / "data"
    with richt_in("beekdaelen", Register(map_), Klok(VANDAAG)) as gemeente:
        assert na_besluit.bekend(gemeente, "hulp")[0] == HULP
        assert na_besluit.bekend(gemeente, "traplift")[0] == TRAPLIFT
    return map_


@pytest.fixture
def beek(bekendgemaakt, leeg, toegang, monkeypatch):
    """Run a command in Beekdaelen, as somebody."""
    shutil.copytree(bekendgemaakt, leeg)

    def voer(*woorden, als=None, op=None):
        monkeypatch.setenv("TOEGANG_VANDAAG", op or VANDAAG.isoformat())
        return toegang(*woorden, "-g", "beekdaelen", *(("--als", als) if als else ()))

    return voer


@pytest.fixture
def toegewezen(beek, schrijf):
    bestand = schrijf("a.csv", KOP + THUISZORG)
    assert "1 aanbieder nieuw" in beek("aanbieder", "importeer", bestand, als="M-003").uit
    woorden = ("levering", "wijs-toe", HULP, "--aanbieder", "thuiszorg", "--op", "2026-11-20")
    uitkomst = beek(*woorden, "--bericht", "wmo301", "--berichtkenmerk", "T-1", als="M-003")
    assert uitkomst.code == 0, uitkomst.fout
    assert "B-42" in uitkomst.fout  # no contact named: a preference, so it warns
    return beek


@pytest.mark.parametrize(
    ("opties", "domein"),
    [
        (levering.Reden, Leverreden),
        (levering.Stopreden, Stopreden),
        (aanbieder.Oordeel, Kwaliteitsoordeel),
        (aanbieder.Contact, Contactsoort),
        (bezwaar.Uitzondering, Uitzondering),
    ],
)
def test_wat_te_kiezen_is_is_wat_er_bestaat(opties, domein):
    assert [item.value for item in opties] == [item.value.lower() for item in domein]


def test_elk_rapport_heeft_een_opdracht():
    assert list(rapport.RAPPORTEN) == list(RAPPORTEN)


def test_b44_de_levering_staat_op_de_lijst_en_in_de_werkvoorraad(beek):
    lijst = beek("levering", "lijst", "--json").json["leveringen"]
    assert [(item["zaak_id"], item["status"]) for item in lijst] == [(HULP, "TOE_TE_WIJZEN")]
    assert beek("levering", "lijst", "--te-controleren").uit.strip().endswith("er is niets te controleren.")
    later = beek("werkvoorraad", als="M-002", op="2027-01-04")
    assert "nagaan of de hulp er is" in " ".join(later.uit.split())
    assert max(len(regel) for regel in later.uit.splitlines()) <= 80


def test_b68_de_keten_van_melding_tot_factuur(toegewezen):
    start = toegewezen("levering", "start", HULP, "--op", "2026-12-01", als="M-002", op="2026-12-20")
    assert start.code == 0, start.fout
    woorden = ("levering", "factuur", HULP, "--nummer", "F-1", "--van", "2026-12-01", "--tot", "2026-12-15")
    factuur = toegewezen(*woorden, "--bedrag", "312,50", "--ontvangen", "2026-12-20", als="M-002", op="2026-12-20")
    assert factuur.code == 0, factuur.fout
    schakels = toegewezen("zaak", "keten", HULP, "--json").json["schakels"]
    soorten = [item["schakel"] for item in schakels]
    for soort in (
        "melding",
        "zaak",
        "gesprek",
        "aanvraag",
        "besluit",
        "bekendmaking",
        "levering",
        "bericht",
        "factuur",
    ):
        assert soort in soorten, soort
    bekend = {item["kenmerk"] for item in schakels}
    assert all(item["volgt_uit"] in bekend for item in schakels if item["volgt_uit"])
    assert max(len(regel) for regel in toegewezen("zaak", "keten", HULP).uit.splitlines()) <= 80


@pytest.mark.parametrize(
    ("woorden", "als", "code", "zegt"),
    [
        (("start", HULP, "--op", "2026-11-19"), "M-002", 2, "De start kan niet op 2026-11-19 zijn geweest."),
        (("start", HULP, "--op", "morgen"), "M-002", 2, "De waarde van --op is geen dag."),
        (("start", HULP, "--op", "2026-11-20"), None, 4, "Een start legt een medewerker vast"),
        (("start", HULP, "--op", "2026-11-20", "--bericht", "WMO305"), "M-002", 2, "horen bij elkaar"),
        (
            ("start", HULP, "--op", "2026-11-20", "--bericht", "WMO999", "--berichtkenmerk", "a b"),
            "M-002",
            2,
            "Dit klopt niet:",
        ),
        (("controleer", HULP, "--geleverd", "--op", "2026-11-20"), "M-003", 4, "B-44"),
        (("controleer", HULP, "--niet-geleverd", "--op", "2026-11-20"), "M-002", 2, "hoort daar een reden bij"),
        (("controleer", HULP, "--op", "2026-11-20"), "M-002", 2, "Kies --geleverd of --niet-geleverd."),
        (("start", "Z2026-999999", "--op", "2026-11-20"), "M-002", 2, "Deze levering bestaat niet."),
    ],
)
def test_wat_niet_kan(toegewezen, woorden, als, code, zegt):
    uitkomst = toegewezen("levering", *woorden, als=als)
    assert uitkomst.code == code, uitkomst.fout
    assert zegt in uitkomst.fout
    assert toegewezen("levering", "lijst", "--json").json["leveringen"][0]["status"] == "TOEGEWEZEN"


def test_b42_een_contact_is_een_kenmerk_en_nooit_een_naam(toegewezen):
    woorden = ("levering", "wijs-toe", HULP, "--aanbieder", "thuiszorg", "--op", "2026-11-20")
    goed = toegewezen(*woorden, "--contact", "P-12", als="M-003")
    assert (goed.code, "P-12" in goed.uit, "B-42" in goed.fout) == (0, True, False)
    mis = toegewezen(*woorden, "--contact", "Jansen", als="M-003")
    assert (mis.code, "geen kenmerk" in mis.fout, "Jansen" in mis.alles) == (2, True, False)
    assert toegewezen("levering", "lijst", "--json").json["leveringen"][0]["contact"] == "P-12"


def test_een_proef_bewaart_niets(toegewezen):
    proef = toegewezen("levering", "start", HULP, "--op", "2026-11-20", "--proef", als="M-002")
    assert "gestart" in proef.uit
    assert "er is niets opgeslagen" in proef.fout
    assert toegewezen("levering", "lijst", "--json").json["leveringen"][0]["status"] == "TOEGEWEZEN"


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        ("id;naam\n", "regel 1: de kolommen kloppen niet (ontbreekt: agb_code"),
        (KOP.replace("naam", "naam;vreemd"), "onbekend: 1 kolom"),
        (KOP + THUISZORG.replace("12345678", "123"), "regel 2: agb_code"),
        (KOP + THUISZORG.replace("2027-12-31", "2025-12-31"), "regel 2: "),
        (KOP + THUISZORG + THUISZORG.replace("Thuiszorg Voorbeeld", "Iets Anders"), "regel 3: dezelfde aanbieder"),
    ],
)
def test_b72_een_fout_bestand_met_aanbieders_wordt_niet_half_ingelezen(beek, schrijf, inhoud, zegt):
    uitkomst = beek("aanbieder", "importeer", schrijf("a.csv", inhoud), als="M-003")
    assert uitkomst.code == 2
    assert zegt in uitkomst.fout
    assert "Er is niets opgeslagen" in uitkomst.fout or "Gebruik deze kolommen" in uitkomst.fout
    assert beek("aanbieder", "lijst", "--json").json["aanbieders"] == []


def test_b72_contract_contact_en_kwaliteit_bij_een_aanbieder(toegewezen):
    gesprek = ("aanbieder", "contact", "thuiszorg", "contractgesprek", "--op", "2026-11-20", "--stuk", "V-1")
    assert toegewezen(*gesprek, als="M-003").code == 0
    oordeel = ("aanbieder", "kwaliteit", "thuiszorg", "--oordeel", "verbetering_nodig", "--op", "2026-11-20")
    assert toegewezen(*oordeel, als="M-003").code == 0
    geweigerd = toegewezen(*oordeel, als="M-002")
    assert (geweigerd.code, "B-51" in geweigerd.fout) == (4, True)
    gezien = toegewezen("aanbieder", "toon", "thuiszorg").uit
    for woord in ("C-1", "contractgesprek", "verbetering_nodig"):
        assert woord in gezien
    kpi = toegewezen("rapport", "aanbieders", "--json").json["tabellen"][0]["rijen"]
    assert kpi == [["thuiszorg", 1, None, None, 0]]


def test_d22_een_grotere_vraag_wordt_een_voorstel(beek, schrijf):
    bestand = schrijf("m.json", {"op": "2026-11-20", "uitkomst": "VRAAG_GROTER", "toelichting": "Er is meer nodig."})
    uitkomst = beek("monitoring", "registreer", HULP, bestand, als="M-003")
    assert uitkomst.code == 0, uitkomst.fout
    assert "de vraag is groter geworden" in uitkomst.uit
    assert "Voorstel: bekijk opnieuw wat nodig is" in uitkomst.fout
    assert "Er is meer nodig" not in beek("monitoring", "lijst", "--json").uit
    (knelpunt,) = [item for item in beek("monitoring", "knelpunten", "--json").json["knelpunten"] if item["signaal"]]
    uit = schrijf("u.json", {"uitkomst": "Nieuw gesprek gepland."})
    assert beek("monitoring", "afhandelen", knelpunt["signaal"], uit, "--op", "2026-11-20", als="M-003").code == 0


def test_d22_een_verdwenen_vraag_biedt_sluiten_aan(beek, schrijf):
    bestand = schrijf("m.json", {"op": "2026-11-20", "uitkomst": "VRAAG_VERDWENEN"})
    uitkomst = beek("monitoring", "registreer", HULP, bestand, als="M-003")
    assert f"toegang zaak sluit {HULP} -g beekdaelen" in uitkomst.fout


def test_w22_zonder_knelpunt_geweigerd(beek, schrijf):
    bestand = schrijf("m.json", {"op": "2026-11-20", "uitkomst": "NIET_ADEQUAAT"})
    uitkomst = beek("monitoring", "registreer", HULP, bestand, als="M-003")
    assert uitkomst.code == 4
    assert "de hulp past niet, en er is geen knelpunt bij gemeld" in uitkomst.fout


def test_b51_herindicatie_wie_hoort_het(beek):
    (item,) = beek("herindicatie", "lijst", "--binnen", "900", "--json").json["indicaties"]
    assert item["bericht_aan"] == ["de inwoner", "medewerker-administratie"]
    assert item["let_op"] == ["L-64"]
    gepland = beek("herindicatie", "plan", HULP, "--op", "2028-06-01", als="M-003")
    assert "Heronderzoek van hulp bij het huishouden" in gepland.uit
    assert beek("herindicatie", "brief", HULP, als="M-002").code == 0
    assert beek("herindicatie", "brief", HULP, als="M-002").code == 5
    assert beek("herindicatie", "aangekondigd", HULP, "--op", "2026-11-20", als="M-002").code == 0
    (item,) = beek("herindicatie", "lijst", "--binnen", "900", "--json").json["indicaties"]
    assert (item["aangekondigd_op"], item["heronderzoek_op"], item["let_op"]) == ("2026-11-20", "2028-06-01", [])


def test_een_bezwaar_van_begin_tot_eind(beek, schrijf):
    stuk = schrijf("b.json", {"ontvangen_op": "2026-11-25", "ontbreekt": ["ONDERTEKENING"], "gronden": "Te weinig."})
    boek = beek("bezwaar", "registreer", TRAPLIFT, stuk, als="M-014", op="2026-11-25")
    assert boek.code == 0, boek.fout
    assert "Het besluit blijft gelden" in boek.uit
    assert "Er ontbreekt: een handtekening" in boek.fout
    (regel,) = beek("bezwaar", "lijst", "--json", op="2026-11-25").json["bezwaren"]
    assert regel["te_doen"] == ["ontvangst bevestigen", "herstel vragen", "horen", "inbreng van M-003"]
    assert (regel["van"], regel["te_vroeg"], regel["te_laat"]) == ("cliënt", False, False)
    assert (regel["eigenaar"], regel["uiterlijk"]) == ("medewerker-ajz", "2027-02-15")
    vraag = ("bezwaar", "vraag-herstel", TRAPLIFT, "--op", "2026-11-25", "--tot", "2026-12-09")
    for woorden, dag in (
        (("bezwaar", "bevestig", TRAPLIFT, "--op", "2026-11-26"), "2026-11-26"),
        (vraag, "2026-11-26"),
        (("bezwaar", "hersteld", TRAPLIFT, "--op", "2026-12-01"), "2026-12-01"),
        (
            ("bezwaar", "hoor", TRAPLIFT, "--op", "2026-12-20", "--door", "M-014", "--stukken-vanaf", "2026-12-10"),
            "2026-12-20",
        ),
    ):
        gedaan = beek(*woorden, als="M-014", op=dag)
        assert gedaan.code == 0, (woorden, gedaan.fout)
    tekst = schrijf("i.txt", "De trap volgt uit het onderzoek.")
    assert beek("bezwaar", "inbreng", TRAPLIFT, tekst, als="M-003", op="2026-12-21").code == 0
    besluit = schrijf("u.json", {"op": "2027-01-20", "uitkomst": "GEGROND", "motivering": "De trap is niet veilig."})
    zelf = beek("bezwaar", "besluit", TRAPLIFT, besluit, als="M-013", op="2027-01-20")
    assert (zelf.code, "L-22 (Awb art. 10:3 lid 3 en 7:5)" in zelf.fout) == (4, True)
    klaar = beek("bezwaar", "besluit", TRAPLIFT, besluit, als="M-014", op="2027-01-20")
    assert klaar.code == 0, klaar.fout
    assert "Verandert het recht van de inwoner" in klaar.fout
    assert "geen lopende bezwaren" in beek("bezwaar", "lijst").uit
    assert "De trap is niet veilig" in beek("bezwaar", "toon", TRAPLIFT).uit


def test_te_laat_met_reden(beek, schrijf):
    stuk = schrijf("b.json", {"ontvangen_op": "2027-02-01", "reden_te_laat": "Ik lag in het ziekenhuis."})
    boek = beek("bezwaar", "registreer", TRAPLIFT, stuk, als="M-014", op="2027-02-01")
    assert "De termijn eindigde op 4 januari 2027" in boek.fout
    assert beek("bezwaar", "vertraging", TRAPLIFT, "--verschoonbaar", als="M-014", op="2027-02-01").code == 0
    termijn = beek("bezwaar", "termijn", TRAPLIFT, op="2027-02-01")
    assert "Beslissen op het bezwaar" in termijn.uit


def test_rapporten_als_tabel_pagina_en_pdf(beek, tmp_path):
    html, pdf = tmp_path / "r.html", tmp_path / "r.pdf"
    tabel = beek("rapport", "wachtlijst")
    assert tabel.code == 0
    assert "Stand van 20 november 2026." in tabel.uit
    assert max(len(regel) for regel in tabel.uit.splitlines()) <= 80
    geschreven = beek("rapport", "caseload", "--html", html, "--pdf", pdf)
    assert geschreven.code == 0, geschreven.fout
    with pikepdf.open(pdf) as gelezen:
        assert len(gelezen.pages) == 1
        assert str(gelezen.Root.Lang) == "nl"
        assert gelezen.docinfo.get("/Title") == "Caseload per medewerker en team, gemeente Beekdaelen"
    assert "minder dan 5" in html.read_text(encoding="utf-8")
    assert beek("rapport", "caseload", "--json").json["cijfers"][0]["waarde"] == 2
    assert [pad.name for pad in tmp_path.iterdir() if pad.name.startswith(".")] == []


def test_l73_l111_een_rapport_dat_een_plicht_mist_eindigt_met_6(beek):
    zonder = beek("rapport", "clientervaring")
    assert zonder.code == 6
    assert "Let op, L-73 (Wmo 2015 art. 2.5.1)" in zonder.fout
    assert beek("rapport", "gepubliceerd", "--jaar", "2025", "--op", "2026-06-12").code == 0
    assert beek("rapport", "clientervaring").code == 0
    assert beek("rapport", "schuldhulp").code == 0


@pytest.mark.parametrize(
    ("woorden", "zegt"),
    [
        (("caseload", "--van", "2026-12-01", "--tot", "2026-01-01"), "De periode eindigt voor zij begint."),
        (("caseload", "--pdf", "/bestaat/niet/x.pdf"), "Het bestand van --pdf is niet te schrijven."),
        (("gepubliceerd", "--jaar", "2026", "--op", "2026-06-12"), "Over dit jaar is er nog geen onderzoek."),
        (("gepubliceerd", "--jaar", "2025", "--op", "2027-06-12"), "Die dag kan niet."),
    ],
)
def test_een_rapport_dat_niet_kan(beek, woorden, zegt):
    uitkomst = beek("rapport", *woorden)
    assert uitkomst.code == 2
    assert zegt in uitkomst.fout


def test_welke_rapporten_er_zijn(toegang):
    assert [item["rapport"] for item in toegang("rapport", "lijst", "--json").json["rapporten"]] == list(RAPPORTEN)
    assert "De helft wacht korter" not in toegang("rapport", "lijst").uit
    assert "Midden: de helft wacht korter" in " ".join(toegang("rapport", "lijst").uit.split())
