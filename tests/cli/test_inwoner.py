"""*Mijn Regie*: what residents see of their own file, in layers, and the copy of everything."""

from __future__ import annotations

import html.parser
import io
import json
import re
import stat
import zipfile

import pytest

from toegang.domain import gespreksafspraak as domein
from toegang.environment import open_gemeente
from toegang_cli.opdrachten.gesprek_afspraak import Direct, Door, Plaats

BSN = "999990019"
GEZIN = [
    {
        "verwijzing": "ouder",
        "rol": "OUDER",
        "persoon": {
            "bsn": "999990020",
            "voornamen": "Tess",
            "geslachtsnaam": "Ouderling",
            "geboortedatum": "19800102",
            "straat": "Molenweg",
            "huisnummer": "3",
            "postcode": "1234AB",
            "woonplaats": "Voorbeeldstad",
        },
    },
    {
        "verwijzing": "kind",
        "rol": "KIND",
        "gezag": ["ouder"],
        "persoon": {"bsn": None, "voornamen": "Sam", "geslachtsnaam": "Kindermans", "geboortedatum": "20180102"},
    },
]
VRAGEN = [
    {"wet": "WMO", "voor": "ouder", "product": "traplift", "woorden": "Ik kan niet meer traplopen."},
    {"wet": "JEUGDWET", "voor": "kind", "product": "ambulante-jeugdhulp", "woorden": "Hij wil niet naar school."},
]


def open_werk():
    gemeente = open_gemeente("zwolle")
    return gemeente, gemeente.omgeving.werk(gemeente.actor())


@pytest.fixture
def inwoner(brenger):
    """A resident whose decision was sent."""
    zaak = brenger("sluit")
    gemeente, eenheid = open_werk()
    with gemeente, eenheid as werk:
        return werk.zaken.haal(zaak).client_id


@pytest.fixture
def gezin(data, toegang, schrijf, aanmelding):
    """A parent and a child of eight, each with a zaak, and the medewerker who sees both."""
    vraag = aanmelding(leden=[{**lid, "persoon": {k: v for k, v in lid["persoon"].items() if v}} for lid in GEZIN])
    vraag["hulpvragen"] = VRAGEN
    zaken = toegang("melding", "importeer", schrijf("gezin.json", vraag), "-g", "zwolle", "--json").json["zaken"]
    assert len(zaken) == 2
    gemeente, eenheid = open_werk()
    with gemeente, eenheid as werk:
        per_wet = {werk.zaken.haal(zaak).wet: werk.zaken.haal(zaak).client_id for zaak in zaken}
    return {"ouder": per_wet["WMO"], "kind": per_wet["JEUGDWET"]}


def dossier(toegang, inwoner, *woorden, als="M-012"):
    return toegang("inwoner", "dossier", inwoner, "-g", "zwolle", "--als", als, *woorden)


@pytest.mark.regel("S-17")
def test_s17_contact_afspraken_stand_termijnen_brieven_en_rechten(inwoner, toegang):
    beeld = dossier(toegang, inwoner, "--json").json
    assert beeld["vorm"] == "toegang.inwonerdossier/1"
    (zaak,) = beeld["zaken"]
    assert zaak["stand"] == "Het besluit is naar u verzonden."
    assert [(item["op"], item["wat"]) for item in beeld["momenten"]] == [
        ("2026-10-12", "Uw vraag kwam binnen via de telefoon."),
        ("2026-10-13", "Eerste contact over uw vraag."),
        ("2026-10-22", "Gesprek bij u thuis."),
    ]
    assert zaak["rechten"] == [
        {"besluit_van": "2026-11-20", "verzonden_op": "2026-11-20", "tot": "2027-01-04", "voorbij": False}
    ]
    assert {"wat": "bezwaar maken", "uiterlijk": "2027-01-04", "voor_inwoner": True} in zaak["termijnen"]
    assert any(werker["rol"] == "uw eerste aanspreekpunt" and werker["naam"] for werker in zaak["werkers"])
    assert sorted((brief["op"], brief["wat"]) for brief in beeld["brieven"]) == [
        ("2026-11-20", "Besluit: wat u krijgt"),
        ("2026-11-20", "Bevestiging dat uw melding binnen is"),
    ]
    tekst = dossier(toegang, inwoner).uit
    assert "Gesprek bij u thuis." in tekst
    assert max(len(regel) for regel in tekst.splitlines()) <= 80


@pytest.mark.regel("S-17")
def test_s17_een_afspraak_die_nog_komt_met_dag_en_tijd(brenger, toegang, schrijf):
    zaak = brenger("sluit")
    waar = schrijf("waar.txt", "Wij bellen beneden aan.")
    plan = ("gesprek", "plan", zaak, "--plaats", "thuis", "-g", "zwolle", "--als", "M-002")
    klaar = toegang(*plan, "--op", "2026-12-03", "--tijd", "09:30", "--toelichting", waar)
    assert (klaar.code, "Gepland: 3 december 2026, 09:30 uur, thuis, met M-002" in klaar.uit) == (0, True), klaar.fout
    weg = toegang(*plan, "--op", "2026-12-04", "--tijd", "14:00").uit
    kenmerk = re.search(r"AF-[0-9a-f]{16}", weg)[0]
    assert toegang("gesprek", "afzeggen", kenmerk, "--door", "inwoner", "-g", "zwolle", "--als", "M-002").code == 0
    gemeente, eenheid = open_werk()
    with gemeente, eenheid as werk:
        client = werk.zaken.haal(zaak).client_id
    momenten = dossier(toegang, client, "--json").json["momenten"]
    assert [(item["op"], item["tijd"], item["wat"], item["afspraak"]) for item in momenten[-2:]] == [
        ("2026-12-03", "09:30", "Gesprek bij u thuis. Wij bellen beneden aan.", True),
        ("2026-12-04", "14:00", "Gesprek bij u thuis. Afgezegd door u.", False),
    ]
    assert "3 december 2026, 09:30 uur" in dossier(toegang, client).uit
    (komt,) = toegang("gesprek", "afspraken", "-g", "zwolle", "--als", "M-002", "--json").json["afspraken"]
    assert (komt["op"], komt["tijd"], komt["plaats"]) == ("2026-12-03", "09:30", "THUIS")
    fout = toegang(*plan, "--op", "2026-12-03", "--tijd", "half tien")
    assert (fout.code, "De waarde van --tijd is geen tijdstip." in fout.fout) == (2, True)


def test_de_keuzen_van_een_afspraak_zijn_die_van_het_domein():
    for keuze, soort in ((Plaats, domein.Plaats), (Direct, domein.Directreden), (Door, domein.Afgezegd)):
        assert [item.value.replace("-", "_").upper() for item in keuze] == [item.value for item in soort]


@pytest.mark.regel("B-56")
def test_b56_zonder_controle_van_de_identiteit_alleen_het_overzicht(inwoner, toegang):
    zonder = dossier(toegang, inwoner, "--json")
    assert zonder.json["dossier"] is None
    assert zonder.json["lagen"] == ["OVERZICHT"]
    assert not [woord for woord in ("Kanariepiet", "De trap lukt", "Thuis blijven") if woord in zonder.alles]
    met = dossier(toegang, inwoner, "--bewijs", "paspoort", "--json").json
    assert met["dossier"]["naam"] == "Tess Kanariepiet"
    assert met["dossier"]["woorden"] == ["De trap lukt niet meer."]
    assert met["dossier"]["plan"]["doelen"] == ["Thuis blijven wonen."]
    assert met["dossier"]["besluiten"][0]["waarom"][-1] == "Dit is nodig."


def test_de_inzage_staat_in_het_logboek_zonder_naam(inwoner, toegang):
    dossier(toegang, inwoner, "--bewijs", "rijbewijs")
    gemeente, eenheid = open_werk()
    with gemeente, eenheid as werk:
        regel = werk.logboek.regels(actie="inwoner.ingezien")[-1]
    assert regel.medewerker == "M-012"
    assert regel.detail == {
        "inwoner": inwoner,
        "voor": "INWONER",
        "bewijs": "RIJBEWIJS",
        "lagen": "OVERZICHT DOSSIER",
    }


class Bladzijde(html.parser.HTMLParser):
    """Collects what an accessibility check looks at."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributen, self.koppen = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributen += [(tag, naam, waarde) for naam, waarde in attrs]
        if tag in ("h1", "h2", "h3"):
            self.koppen.append(int(tag[1]))


def test_de_bladzijde_is_toegankelijk_en_staat_op_zichzelf(inwoner, toegang, tmp_path):
    bestand = tmp_path / "dossier.html"
    assert dossier(toegang, inwoner, "--bewijs", "digid", "--html", bestand).code == 0
    assert stat.S_IMODE(bestand.stat().st_mode) == 0o600
    tekst = bestand.read_text()
    bladzijde = Bladzijde()
    bladzijde.feed(tekst)
    assert ("html", "lang", "nl") in bladzijde.attributen
    assert [bladzijde.tags.count(tag) for tag in ("h1", "main", "title")] == [1, 1, 1]
    assert bladzijde.tags.count("table") == bladzijde.tags.count("caption")
    cellen = [waarde for tag, naam, waarde in bladzijde.attributen if (tag, naam) == ("th", "scope")]
    assert len(cellen) == bladzijde.tags.count("th")
    assert all(volgende - vorige <= 1 for vorige, volgende in zip(bladzijde.koppen, bladzijde.koppen[1:], strict=False))
    assert not {"script", "img", "link", "iframe"} & set(bladzijde.tags)
    assert [waarde for _, naam, waarde in bladzijde.attributen if naam in ("href", "src")] == ["#inhoud"]
    assert "url(" not in tekst
    assert BSN not in tekst
    weer = dossier(toegang, inwoner, "--html", bestand)
    assert (weer.code, "bestaat al" in weer.fout) == (5, True)


def test_tekst_van_een_inwoner_wordt_geen_opmaak(inwoner, toegang, tmp_path):
    gemeente, eenheid = open_werk()
    with gemeente, eenheid as werk:
        record = werk.meldingen.zoek()[0]
        werk.meldingen.bewaar(record.gewijzigd(woorden=("<script>alert(1)</script> & zo",)))
        werk.commit()
    bestand = tmp_path / "x.html"
    dossier(toegang, inwoner, "--bewijs", "digid", "--html", bestand)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; zo" in bestand.read_text()


@pytest.mark.regel("L-70")
def test_l70_leeftijd_en_gezag(gezin, toegang):
    kind, ouder = gezin["kind"], gezin["ouder"]
    namens = ("--voor", "vertegenwoordiger", "--grond")
    zelf = dossier(toegang, kind)
    assert (zelf.code, zelf.uit) == (4, "")
    assert "L-70 (Wmo 2015 art. 5.3.2): de inwoner is jonger dan twaalf jaar" in zelf.fout
    assert dossier(toegang, kind, *namens, "gezag", "--wie", ouder).code == 0
    vreemd = dossier(toegang, kind, *namens, "gezag", "--wie", kind)
    assert (vreemd.code, "geen gezag" in vreemd.fout) == (4, True)
    assert dossier(toegang, kind, *namens, "voogdij").code == 0
    volwassen = dossier(toegang, ouder, *namens, "voogdij")
    assert (volwassen.code, "zestien jaar of ouder" in volwassen.fout) == (4, True)
    assert dossier(toegang, ouder, *namens, "mentorschap").code == 0
    gemeente, eenheid = open_werk()
    with gemeente, eenheid as werk:
        weigeringen = [regel.detail["regels"] for regel in werk.logboek.regels(actie="regel.geweigerd")]
    assert weigeringen == ["L-70"] * 3


@pytest.mark.regel("B-56")
def test_b56_niets_van_een_ander_lid_ook_niet_dat_er_iets_is(gezin, toegang):
    ouder = dossier(toegang, gezin["ouder"], "--bewijs", "digid", "--json")
    assert [zaak["onderwerp"] for zaak in ouder.json["zaken"]] == ["hulp en ondersteuning (Wmo)"]
    assert ouder.json["dossier"]["woorden"] == ["Ik kan niet meer traplopen."]
    assert not [woord for woord in ("jeugd", "school", "Kindermans") if woord in ouder.alles]
    altijd = {"wat": "Gegevens over andere leden van het huishouden"}
    assert altijd.items() <= ouder.json["niet_getoond"][0].items()
    assert len(ouder.json["niet_getoond"]) == 1


def test_iemand_alleen_krijgt_dezelfde_zin_over_anderen(inwoner, toegang):
    assert dossier(toegang, inwoner, "--json").json["niet_getoond"][0]["wat"].startswith("Gegevens over andere leden")


def test_wat_de_privacy_van_een_ander_schaadt_blijft_weg_met_de_reden(inwoner, toegang):
    gemeente, eenheid = open_werk()
    with gemeente, eenheid as werk:
        gesprek = werk.gesprekken.zoek()[0].id
    beeld = dossier(toegang, inwoner, "--bewijs", "digid", "--houd-achter", gesprek, "--json").json
    assert {moment["kenmerk"][:2] for moment in beeld["momenten"]} == {"M-"}
    assert beeld["dossier"]["verslagen"] == []
    assert {"wat": "gesprekken", "reden": "dit zou de privacy van een ander schaden"} in beeld["niet_getoond"]
    tikfout = dossier(toegang, inwoner, "--houd-achter", "G-bestaatniet")
    assert (tikfout.code, "staat 1 kenmerk niet in dit dossier" in tikfout.fout) == (2, True)


def test_een_afspraak_voor_een_ander_lid_alleen(inwoner):
    from toegang.privacy.eigendom import Eigendom

    eigendom = Eigendom(inwoner, inwoner, ())
    plan = {"doelen": ["samen", {"tekst": "geheim", "alleen_voor": ["I-9"]}, {"tekst": "mijn", "alleen_voor": inwoner}]}
    assert eigendom.zichtbaar(plan, "plan") == {"doelen": ["samen", {"tekst": "mijn", "alleen_voor": inwoner}]}
    assert [item.reden for item in eigendom.gemist] == [
        "dit is afgesproken voor een ander lid van het huishouden alleen"
    ]
    buiten = Eigendom(inwoner, None, ())
    assert buiten.zichtbaar(plan, "plan") == {"doelen": ["samen"]}


def afschrift(toegang, inwoner, bestand, *woorden):
    vast = ("-g", "zwolle", "--als", "M-012", "--bewijs", "paspoort", "--naar", bestand)
    return toegang("inwoner", "afschrift", inwoner, *vast, *woorden)


@pytest.mark.regel("L-137")
def test_l137_het_afschrift_heeft_alles_met_wie_keek(inwoner, toegang, tmp_path):
    bestand = tmp_path / "alles.zip"
    uitkomst = afschrift(toegang, inwoner, bestand)
    assert uitkomst.code == 0, uitkomst.fout
    assert stat.S_IMODE(bestand.stat().st_mode) == 0o600
    with zipfile.ZipFile(io.BytesIO(bestand.read_bytes())) as ingepakt:
        namen = ingepakt.namelist()
        inhoud = json.loads(ingepakt.read("gegevens.json"))
        assert all(ingepakt.read(naam).startswith(b"%PDF") for naam in namen if naam.endswith(".pdf"))
    assert {"gegevens.json", "overzicht.html"} <= set(namen)
    gegevens = inhoud["gegevens"]
    assert gegevens["inwoners"][0]["bsn"] == BSN
    assert gegevens["meldingen"][0]["woorden"] == ["De trap lukt niet meer."]
    # the report of the gesprek was handed over, so its letter was dropped and never made
    gemaakt = [brief for brief in gegevens["brieven"] if brief["status"] != "VERVALLEN"]
    assert len(gemaakt) == len(gegevens["briefbestanden"]) == sum(n.endswith(".pdf") for n in namen)
    gemeente, eenheid = open_werk()
    with gemeente, eenheid as werk:
        from toegang.storage.dossierinhoud import tel_per_tabel

        assert {s: len(r) for s, r in gegevens.items()} == tel_per_tabel(werk, gegevens["dossiers"][0]["id"])
    assert inhoud["informatie"]["besluiten_door_een_computer"].startswith("nee")
    keek = [regel for regel in inhoud["wie_keek"] if regel["wat"] == "het dossier is bekeken"]
    assert {regel["functie"] for regel in keek} == {"teamleider sociale wijkteams"}


@pytest.mark.regel("L-141")
def test_l141_geen_regel_noemt_een_medewerker(inwoner, toegang, tmp_path):
    bestand = tmp_path / "alles.zip"
    afschrift(toegang, inwoner, bestand)
    with zipfile.ZipFile(bestand) as ingepakt:
        tekst = ingepakt.read("gegevens.json").decode()
    # a medewerker is M-002; a melding is M- and sixteen digits and letters, which may begin with a nought
    assert not re.search(r'"M-\d{3}"', tekst)
    assert '"uid"' not in tekst


def test_l137_een_vergeten_tabel_wordt_gezien(inwoner, toegang, tmp_path, monkeypatch):
    """Something is stored that the copy does not know of: it says so, and a jurist may make it refuse."""
    from toegang.privacy import afschrift as module

    gewoon = module.lees_per_tabel
    monkeypatch.setattr(module, "lees_per_tabel", lambda *a: {n: r for n, r in gewoon(*a).items() if n != "gesprekken"})
    toegang("regels", "bevestig", "L-137", "-g", "zwolle")
    uitkomst = afschrift(toegang, inwoner, tmp_path / "half.zip")
    assert uitkomst.code == 4
    assert "in het afschrift ontbreekt: gesprekken" in uitkomst.fout
    assert not (tmp_path / "half.zip").exists()


def test_het_afschrift_van_een_lid_bevat_niets_van_een_ander(gezin, toegang, tmp_path):
    bestand = tmp_path / "ouder.zip"
    assert afschrift(toegang, gezin["ouder"], bestand).code == 0
    with zipfile.ZipFile(bestand) as ingepakt:
        tekst = "".join(ingepakt.read(naam).decode() for naam in ingepakt.namelist() if not naam.endswith(".pdf"))
    assert "Ik kan niet meer traplopen." in tekst
    assert not [deel for deel in ("Kindermans", "school", "JEUGDWET", gezin["kind"]) if deel in tekst]


def test_een_proef_schrijft_geen_bestand_en_geen_regel(inwoner, toegang, tmp_path):
    uitkomst = afschrift(toegang, inwoner, tmp_path / "a.zip", "--proef")
    assert uitkomst.code == 0
    assert not (tmp_path / "a.zip").exists()
    gemeente, eenheid = open_werk()
    with gemeente, eenheid as werk:
        assert werk.logboek.regels(actie="inwoner.afschrift") == ()


def test_z20_wie_niet_bij_de_zaak_hoort_toont_haar_niet(inwoner, toegang):
    buiten = dossier(toegang, inwoner, als="M-006")
    assert (buiten.code, "Z-20" in buiten.fout) == (4, True)
    assert dossier(toegang, inwoner, "--reden", "verzoek-inwoner", als="M-006").code == 0
    zonder = toegang("inwoner", "dossier", inwoner, "-g", "zwolle")
    assert (zonder.code, "medewerker" in zonder.fout) == (4, True)


def test_van_wie_is_overleden_is_er_geen_inzage(inwoner, toegang):
    gemeente, eenheid = open_werk()
    with gemeente, eenheid as werk:
        werk.inwoners.bewaar(werk.inwoners.haal(inwoner).gewijzigd(overlijdensdatum="20261101"))
        werk.commit()
    uitkomst = dossier(toegang, inwoner)
    assert (uitkomst.code, "is overleden" in uitkomst.fout) == (4, True)


@pytest.mark.parametrize(
    ("woorden", "zegt"),
    [
        (("--voor", "buurman"), "Kies uit: inwoner, vertegenwoordiger."),
        (("--voor", "vertegenwoordiger"), "Zeg met --grond"),
        (("--voor", "vertegenwoordiger", "--grond", "gezag"), "Zeg met --wie"),
        (("--grond", "gezag"), "horen bij --voor vertegenwoordiger"),
        (("--bewijs", "bibliotheekpas"), "Kies uit: paspoort"),
    ],
)
def test_slechte_invoer(inwoner, toegang, woorden, zegt):
    uitkomst = dossier(toegang, inwoner, *woorden)
    assert uitkomst.code == 2
    assert zegt in uitkomst.fout


def test_een_inwoner_die_er_niet_is(data, toegang):
    uitkomst = dossier(toegang, "I-0123456789abcdef")
    assert (uitkomst.code, "bestaat niet" in uitkomst.fout) == (2, True)
    assert "geen kenmerk van een inwoner" in dossier(toegang, "Jansen").fout


def test_zoeken_met_bsn_van_de_standaardinvoer(inwoner, toegang, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{BSN}\n"))
    gevonden = toegang("inwoner", "zoek", "-g", "zwolle", "--als", "M-002", "--json")
    assert gevonden.json["inwoner"] == inwoner
    assert BSN not in gevonden.alles
    assert "Kanariepiet" not in gevonden.alles
    monkeypatch.setattr("sys.stdin", io.StringIO("999990020\n"))
    weg = toegang("inwoner", "zoek", "-g", "zwolle", "--als", "M-002")
    assert (weg.code, "niemand met dit burgerservicenummer" in weg.fout) == (2, True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{BSN}\n"))
    assert toegang("inwoner", "zoek", "-g", "zwolle").code == 4
