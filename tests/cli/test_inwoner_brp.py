"""``inwoner bijwerken`` and ``inwoner brp-vraag``: record by record, kept as history, and no BSN anywhere."""

from __future__ import annotations

import csv
import json
import stat
from pathlib import Path

import pytest

from toegang.environment import open_gemeente

BSN = "999990019"
ONBEKEND = "999990020"
VERHUISD = {
    "burgerservicenummer": BSN,
    "straat": "Kerkweg",
    "huisnummer": "12",
    "postcode": "8000 ZZ",
    "woonplaats": "Zwolle",
    "gemeentecode": "0193",
}


def client(zaak):
    with open_gemeente("zwolle") as gemeente, gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.inwoners.haal(werk.zaken.haal(zaak).client_id)


@pytest.fixture
def bijwerken(toegang):
    def voer(bestand, *opties):
        uit = toegang("inwoner", "bijwerken", bestand, "-g", "zwolle", "--als", "M-012", *opties)
        assert BSN not in uit.alles
        assert ONBEKEND not in uit.alles
        assert "Kerkweg" not in uit.alles
        return uit

    return voer


@pytest.mark.lang
def test_twee_mutaties_van_een_persoon_bouwen_ook_op_proef_op_elkaar(zaak, bijwerken, schrijf):
    terug = {**VERHUISD, "straat": "Kerkweg", "huisnummer": "14"}
    bestand = schrijf("brp.json", [VERHUISD, terug, VERHUISD | {"huisnummer": "14"}])
    voor = client(zaak)
    proef = bijwerken(bestand, "--proef", "--json")
    assert proef.code == 0, proef.fout
    assert client(zaak) == voor
    echt = bijwerken(bestand, "--json")
    assert proef.json == echt.json
    assert (echt.json["bijgewerkt"], echt.json["ongewijzigd"]) == (2, 1)
    assert echt.json["inwoners"][1]["velden"] == ["huisnummer"]
    assert client(zaak).huisnummer == "14"


def test_een_verhuizing_wordt_overgenomen_en_het_oude_blijft_als_geschiedenis(zaak, bijwerken, schrijf):
    voor = client(zaak)
    bestand = schrijf("brp.json", [VERHUISD])
    assert bijwerken(bestand, "--proef").code == 0
    assert client(zaak) == voor
    uit = bijwerken(bestand, "--json")
    assert uit.code == 0, uit.fout
    assert (uit.json["bijgewerkt"], uit.json["ongewijzigd"], uit.json["geweigerd"]) == (1, 0, [])
    (regel,) = uit.json["inwoners"]
    assert {"straat", "huisnummer", "postcode"} <= set(regel["velden"])
    assert regel["gevolgen"] == ["verhuisd"]
    nu = client(zaak)
    assert (nu.straat, nu.postcode, str(nu.brp_peildatum)) == ("Kerkweg", "8000ZZ", "2026-11-20")
    (eerder,) = nu.eerder
    assert dict(eerder.oud)["straat"] == "Molenweg"
    assert (eerder.door, str(eerder.op)) == ("M-012", "2026-11-20")
    nog = bijwerken(bestand, "--json").json
    assert (nog["bijgewerkt"], nog["ongewijzigd"]) == (0, 1)
    assert client(zaak) == nu


def test_geweigerde_regels_komen_terug_en_zijn_na_verbetering_weer_invoer(zaak, bijwerken, schrijf):
    kop = "burgerservicenummer;geheimhouding;overlijdensdatum;curatele"
    rijen = [f"{BSN};9;;", f"{ONBEKEND};1;;", f"{BSN};;;ja", "123456789;1;;", "123;1"]
    uit = bijwerken(schrijf("brp.csv", "\r\n".join([kop, *rijen])))
    assert uit.code == 3
    assert "5 gelezen = 1 bijgewerkt + 0 ongewijzigd + 4 geweigerd" in uit.uit
    assert "in deze gemeente is niemand met dit nummer bekend" in " ".join(uit.uit.split())
    terug = schrijf("brp.csv", "").parent / "brp.csv.geweigerd.csv"
    assert stat.S_IMODE(terug.stat().st_mode) == 0o600
    gelezen = list(csv.DictReader(terug.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert [rij["burgerservicenummer"] for rij in gelezen] == [BSN, ONBEKEND, "123456789", "123"]
    assert gelezen[0]["_geweigerd"].startswith("geheimhouding: verwacht wordt een cijfer")
    beter = terug.read_text("utf-8-sig").replace(";9;", ";7;").splitlines()[:2]
    assert bijwerken(schrijf("beter.csv", "\n".join(beter))).code == 0
    nu = client(zaak)
    assert (nu.geheimhouding, nu.curatele, len(nu.eerder)) == (7, True, 2)


def test_een_bestand_dat_niet_klopt_wordt_in_zijn_geheel_geweigerd(zaak, bijwerken, schrijf):
    for inhoud, zegt in (
        ("", "is leeg"),
        ("naam;adres\nJansen;Kerkplein 1", "regel 1: de kop mist de kolom burgerservicenummer"),
        (f"burgerservicenummer;jansen\n{BSN};x", "regel 1: kolom 2 kennen wij niet"),
        ("burgerservicenummer;straat", "Onder de kop staat niets"),
    ):
        uit = bijwerken(schrijf("brp.csv", inhoud))
        assert uit.code != 0
        assert zegt in uit.fout
        assert "jansen" not in uit.alles.lower()


def test_een_veld_met_een_schrijffout_en_een_oude_of_toekomstige_peildatum(zaak, bijwerken, schrijf):
    records = [
        {"burgerservicenummer": BSN, "overlijdensdatm": "20261101"},
        {"burgerservicenummer": BSN, "brp_peildatum": "20200101", "geheimhouding": "1"},
        {"burgerservicenummer": BSN, "brp_peildatum": "2027-01-01", "geheimhouding": "1"},
        {"burgerservicenummer": BSN, "gezag": "999990020"},
    ]
    uit = bijwerken(schrijf("brp.json", records), "--json")
    assert uit.code == 1
    assert [(item["nummer"], item["veld"]) for item in uit.json["geweigerd"]] == [
        (1, "overlijdensdatm"),
        (2, "brp_peildatum"),
        (3, "brp_peildatum"),
        (4, "gezag"),
    ]
    assert not client(zaak).overleden
    assert json.loads(Path(uit.json["bestand"]).read_text())[0]["burgerservicenummer"] == BSN


@pytest.mark.lang
def test_gezag_uit_de_brp_bepaalt_naar_wie_de_brief_over_een_kind_gaat(data, toegang, schrijf, aanmelding, bijwerken):
    kind = {"voornamen": "Sam", "geslachtsnaam": "Kind", "geboortedatum": "20180102", "bsn": "999990032"}
    ouder = aanmelding()["leden"][0] | {"rol": "OUDER"}
    leden = [ouder, {"verwijzing": "kind", "rol": "KIND", "persoon": kind}]
    vraag = aanmelding(leden=leden)
    vraag["hulpvragen"][0] |= {"wet": "JEUGDWET", "voor": "kind", "product": "ambulante-jeugdhulp"}
    (zaak,) = toegang("melding", "importeer", schrijf("k.json", vraag), "-g", "zwolle", "--json").json["zaken"]
    uit = bijwerken(schrijf("g.json", [{"burgerservicenummer": "999990032", "gezag": [BSN]}]), "--json")
    assert uit.json["inwoners"][0]["gevolgen"] == ["gezag gewijzigd"]
    with open_gemeente("zwolle") as gemeente, gemeente.omgeving.werk(gemeente.actor()) as werk:
        sam = werk.inwoners.haal(werk.zaken.haal(zaak).client_id)
        leden = werk.dossiers.haal(sam.dossier_id).leden
        assert next(lid.gezag for lid in leden if lid.inwoner == sam.id) == (werk.inwoners.met_bsn(BSN).id,)
    weer = bijwerken(schrijf("g.csv", "burgerservicenummer,gezag\n999990032,onbekend"), "--json")
    assert weer.json["inwoners"][0]["velden"] == ["gezag"]


def test_de_lijst_voor_de_brp_gaat_alleen_naar_een_bestand(zaak, toegang, tmp_path, monkeypatch):
    naar = tmp_path / "vraag.csv"
    vraag = ("inwoner", "brp-vraag", "-g", "zwolle", "--als", "M-012", "--naar")
    niets = toegang(*vraag, naar, "--json")
    assert (niets.code, niets.json["te_vragen"], naar.exists()) == (0, 0, False)
    monkeypatch.setenv("TOEGANG_VANDAAG", "2027-02-01")
    proef = toegang(*vraag, naar, "--proef")
    assert (proef.code, naar.exists()) == (0, False)
    uit = toegang(*vraag, naar)
    assert "1 persoon met BRP-gegevens ouder dan 90 dagen." in uit.uit
    assert BSN not in uit.alles
    assert naar.read_text("utf-8-sig").split() == ["burgerservicenummer", BSN]
    assert stat.S_IMODE(naar.stat().st_mode) == 0o600
    assert "bestaat al" in toegang(*vraag, naar).fout
    assert "nieuw bestand" in toegang(*vraag, "-").fout
    weer = toegang("inwoner", "bijwerken", naar, "-g", "zwolle", "--als", "M-012")
    assert "0 bijgewerkt + 1 ongewijzigd" in weer.uit
    assert toegang(*vraag, tmp_path / "v2.csv", "--json").json["te_vragen"] == 0


@pytest.mark.lang
@pytest.mark.parametrize("velden", [{"overlijdensdatum": "20261119"}, VERHUISD])
def test_een_brief_in_een_lopende_batch_wordt_genoemd(brenger, toegang, bijwerken, schrijf, velden):
    zaak = brenger("sluit")
    with open_gemeente("zwolle") as gemeente, gemeente.omgeving.werk(gemeente.actor()) as werk:
        brief = werk.brieven.zoek(zaak_id=zaak)[0]
        werk.brieven.bewaar(brief.gewijzigd(id="B-00000000000000ff", versie=9, status="TE_MAKEN", verzonden_op=None))
        werk.commit()
    batch = toegang("beschikking", "batch", "bevries", "-g", "zwolle", "--json")
    assert batch.code == 0, batch.fout
    uit = bijwerken(schrijf("brp.json", [{"burgerservicenummer": BSN, **velden}]))
    assert f"heeft brief B-00000000000000ff (zaak {zaak}) in batch BA-" in " ".join(uit.uit.split())


@pytest.mark.lang
def test_rondes_en_gekozen_zaken_op_de_opdrachtregel(brenger, toegang, tmp_path):
    zaak = brenger("sluit")
    lijst = tmp_path / "zaken.csv"
    kies = ("zaak", "kies", "-g", "zwolle", "--naar", lijst)
    assert toegang(*kies, "--wet", "jeugdwet", "--json").json == {"gemeente": "zwolle", "zaken": [], "bestand": None}
    assert not lijst.exists()
    assert "1 zaak voldoet." in toegang(*kies, "--wet", "wmo", "--product", "traplift").uit
    assert zaak in lijst.read_text("utf-8-sig")
    assert toegang(*kies, "--wet", "wmo").code == 5
    assert "Dit team bestaat hier niet" in toegang(*kies, "--team", "x").fout
    ronde = ("besluit", "herzie-ronde", "tarief-2027", "-g", "zwolle", "--als", "M-012", "--loopt-op", "2026-12-02")
    assert "Noem een wet" in toegang(*ronde).fout
    proef = toegang(*ronde, "--zaken", lijst, "--proef")
    assert proef.code == 0, proef.fout
    assert "nog geen ronde" in toegang("besluit", "rondes", "-g", "zwolle").uit
    uit = toegang(*ronde, "--zaken", lijst, "--json")
    assert uit.code == 0, uit.fout
    assert uit.json["zaken"] == []  # a traplift is given once; no tariff of next year touches it
    her = toegang("herindicatie", "ronde", "-g", "zwolle", "--als", "M-012", "--binnen", "180")
    assert (her.code, "geen indicaties die aflopen" in her.uit) == (0, True), her.fout
