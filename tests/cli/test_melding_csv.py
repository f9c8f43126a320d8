"""``toegang melding importeer`` with a table."""

import csv
import io

import pytest

BSN, NAAM = "999990019", "Kanariepiet"
KOP = (
    "kenmerk;ontvangen_op;kanaal;bsn;voornamen;geslachtsnaam;geboortedatum;straat;huisnummer;postcode;woonplaats;"
    "wet;product;woorden"
)
RIJ = f"b-1;12-10-2026;brief;{BSN};Tess;{NAAM};2-1-1950;Molenweg;3;1234 ab;Zo;wmo;traplift;De trap lukt niet; meer."
GOED = RIJ.replace("niet; meer", "niet meer")


def importeer(toegang, bestand, *meer):
    return toegang("melding", "importeer", bestand, "-g", "zwolle", "--gebied", "wijk-1", *meer)


def zaken(toegang):
    return toegang("zaak", "lijst", "-g", "zwolle", "--json").json["zaken"]


def tabel(*rijen, kop=KOP):
    return "\r\n".join((kop, *rijen)) + "\r\n"


def test_een_rij_wordt_een_zaak(data, toegang, schrijf):
    uitkomst = importeer(toegang, schrijf("a.csv", tabel(GOED)), "--json")
    assert uitkomst.code == 0, uitkomst.alles
    (zaak,) = uitkomst.json["zaken"]
    gezien = toegang("melding", "toon", zaak, "-g", "zwolle", "--json").json
    assert (gezien["ontvangen_op"], gezien["kanaal"]) == ("2026-10-12", "BRIEF")
    assert gezien["personen"][0]["adres"] == "Molenweg 3, 1234AB Zo"
    assert gezien["vragen"][0]["woorden"] == "De trap lukt niet meer."


def test_rijen_met_hetzelfde_kenmerk_zijn_een_huishouden(data, toegang, schrijf):
    kop = "kenmerk;ontvangen_op;kanaal;lid;rol;gezag;bsn;geslachtsnaam;geboortedatum;wet;product"
    ouder = f"g-1;2026-10-12;BALIE;ouder;OUDER;;{BSN};{NAAM};15-06-1985;GPK;gpk-bestuurder"
    kind = f"g-1;;;kind;KIND;ouder;;{NAAM};01-02-2015;LLV;leerlingenvervoer"
    uitkomst = importeer(toegang, schrijf("a.csv", tabel(ouder, kind, kop=kop)), "--json")
    assert uitkomst.code == 0, uitkomst.alles
    assert (uitkomst.json["gelezen"], uitkomst.json["meldingen"], len(uitkomst.json["zaken"])) == (1, 1, 2)
    assert uitkomst.json["gezag_onbekend"] == []


@pytest.mark.parametrize(
    ("codering", "woorden"), [("windows-1252", ("--codering", "windows-1252")), ("utf-8", ()), ("utf-8-sig", ())]
)
def test_codering(data, toegang, tmp_path, codering, woorden):
    bestand = tmp_path / "a.csv"
    bestand.write_bytes(tabel(GOED.replace("Molenweg", "Één-weg")).encode(codering))
    assert importeer(toegang, bestand, *woorden).code == 0
    gezien = toegang("melding", "toon", "Z2026-000001", "-g", "zwolle", "--json").json
    assert gezien["personen"][0]["adres"].startswith("Één-weg 3")


def test_verkeerde_codering_noemt_regel_en_kolom(data, toegang, tmp_path):
    bestand = tmp_path / "a.csv"
    bestand.write_bytes(tabel(GOED, GOED.replace("Molenweg", "Één-weg")).encode("windows-1252"))
    uitkomst = importeer(toegang, bestand)
    assert uitkomst.code == 2
    assert "regel 3, kolom 8: dit is geen UTF-8." in uitkomst.fout
    assert "--codering windows-1252" in uitkomst.fout
    assert zaken(toegang) == []


@pytest.mark.parametrize(("teken", "woord"), [(",", ","), ("\t", "tab"), ("|", "|")])
def test_scheidingsteken(data, toegang, schrijf, teken, woord):
    bestand = schrijf("a.csv", tabel(GOED).replace(";", teken))
    if teken != "|":
        fout = importeer(toegang, bestand)
        assert fout.code == 2
        assert "regel 1: de kop mist kenmerk en ontvangen_op." in fout.fout
        assert f"--scheidingsteken '{woord}'" in fout.fout
    assert importeer(toegang, bestand, "--scheidingsteken", woord).code == 0


def test_een_kop_die_er_niet_is_wordt_niet_herhaald(data, toegang, schrijf):
    uitkomst = importeer(toegang, schrijf("a.csv", GOED))
    assert uitkomst.code == 2
    assert "regel 1: de kop mist kenmerk en ontvangen_op." in uitkomst.fout
    assert NAAM not in uitkomst.alles
    assert BSN not in uitkomst.alles


@pytest.mark.parametrize(
    ("rij", "zegt"),
    [
        (GOED.replace("12-10-2026", "31-02-2026"), "regel 3, kolom ontvangen_op: deze dag bestaat niet"),
        (GOED.replace("12-10-2026", "12-10-2027"), "De dag van ontvangst (2027-10-12) kan niet kloppen."),
        (GOED.replace("12-10-2026", ""), "regel 3, kolom ontvangen_op: ontbreekt"),
        (GOED.replace("2-1-1950", "31-2-1950"), "regel 3, kolom geboortedatum: "),
        (GOED.replace("2-1-1950", "2-1-2050"), "De geboortedatum van lid 'CLIENT' ligt in de toekomst."),
        (GOED.replace(BSN, BSN[:-1] + "8"), "regel 3, kolom bsn: "),
        (GOED.replace("brief", "duif"), "regel 3, kolom kanaal: kies uit 'WEBFORMULIER'"),
        (GOED.replace(";wmo;", ";;"), "regel 3, kolom wet: ontbreekt: onder welke wet valt de vraag?"),
        (GOED.replace("b-1", ""), "regel 3, kolom kenmerk: ontbreekt"),
        (RIJ, "regel 3, kolom (geheel): er zijn 15 cellen, en de kop heeft er 14"),
    ],
)
def test_een_foute_rij_houdt_de_andere_niet_tegen(data, toegang, schrijf, rij, zegt):
    andere = GOED.replace("b-1", "b-0").replace(BSN, "999990408")
    bestand = schrijf("a.csv", tabel(andere, rij))
    uitkomst = importeer(toegang, bestand)
    assert uitkomst.code == 3
    assert zegt in uitkomst.uit
    assert NAAM not in uitkomst.alles
    assert len(zaken(toegang)) == 1


def test_twee_rijen_die_elkaar_tegenspreken(data, toegang, schrijf):
    uitkomst = importeer(toegang, schrijf("a.csv", tabel(GOED, GOED.replace("Molenweg", "Kerkstraat"))))
    assert uitkomst.code == 2
    assert "regel 3, kolom straat: zegt iets anders dan een eerdere regel over lid 'client'" in uitkomst.uit
    assert zaken(toegang) == []


def test_geweigerde_rijen_komen_terug_als_tabel_en_kunnen_na_herstel_weer_in(data, toegang, schrijf):
    bestand = schrijf(
        "a.csv", tabel(GOED.replace("b-1", "b-0").replace(BSN, "999990408"), GOED.replace("brief", "duif"))
    )
    uitkomst = importeer(toegang, bestand)
    terug = bestand.with_name("a.csv.geweigerd.csv")
    assert str(terug) in uitkomst.fout
    (rij,) = csv.DictReader(io.StringIO(terug.read_text(encoding="utf-8")), delimiter=";")
    assert rij["kenmerk"] == "b-1"
    assert rij["_geweigerd"].startswith("kanaal: kies uit")
    terug.write_text(terug.read_text(encoding="utf-8").replace("duif", "brief"), encoding="utf-8")
    weer = importeer(toegang, terug, "--json")
    assert (weer.code, weer.json["meldingen"], weer.json["onbekende_velden"]) == (0, 1, {})


def test_onbekende_kolommen_worden_genoemd_en_bewaard(data, toegang, schrijf):
    uitkomst = importeer(toegang, schrijf("a.csv", tabel(f"{GOED};een kat;", kop=f"{KOP};Huisdier;Leeg")))
    assert "Zonder eigen veld, wel bewaard bij de melding: Huisdier." in uitkomst.uit
    overig = toegang("melding", "toon", "Z2026-000001", "-g", "zwolle", "--json").json["overig"]
    assert overig == {"Huisdier": "een kat"}


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        ("", "is leeg"),
        (KOP, "bevat geen aanmeldingen"),
        (tabel('b-1;"open'), "regel 2: de aanhalingstekens kloppen niet."),
        (tabel(GOED, kop=KOP.replace("voornamen", "achternaam")), "de kolommen 5 en 6 zijn allebei 'geslachtsnaam'."),
    ],
)
def test_een_tabel_die_niet_te_lezen_is(data, toegang, schrijf, inhoud, zegt):
    uitkomst = importeer(toegang, schrijf("a.csv", inhoud))
    assert uitkomst.code == 2
    assert zegt in uitkomst.fout
    assert zaken(toegang) == []


def test_z24_wie_bekend_is_hoeft_alleen_het_bsn_te_geven(data, toegang, schrijf):
    assert importeer(toegang, schrijf("a.csv", tabel(GOED))).code == 0
    kop = "kenmerk;ontvangen_op;kanaal;bsn;wet;product"
    weer = importeer(toegang, schrijf("b.csv", f"{kop}\nb-2;13-10-2026;TELEFOON;{BSN};GPK;gpk-bestuurder"))
    assert weer.code == 0, weer.alles
    assert "Z2026-000002: dit huishouden heeft al Z2026-000001. Bekijk ze samen." in weer.uit
    assert "Ook lopend" in toegang("zaak", "toon", "Z2026-000001", "-g", "zwolle").uit
    onbekend = importeer(toegang, schrijf("c.csv", f"{kop}\nb-3;13-10-2026;TELEFOON;999990408;GPK;gpk-bestuurder"))
    assert onbekend.code == 2
    assert "die persoon is nog niet bekend; geef ook naam, geboortedatum en adres" in onbekend.uit


def test_wat_anders_is_opgegeven_wordt_gemeld_en_niet_stil_vervangen(data, toegang, schrijf):
    importeer(toegang, schrijf("a.csv", tabel(GOED)))
    verhuisd = importeer(toegang, schrijf("b.csv", tabel(GOED.replace("b-1", "b-2").replace("Molenweg", "Kerkstraat"))))
    assert "Z2026-000002: anders opgegeven dan bekend: straat. Wat bekend was, is gebleven." in verhuisd.uit
    gezien = toegang("melding", "toon", "Z2026-000002", "-g", "zwolle", "--json").json
    assert gezien["anders_opgegeven"] == ["straat"]
    assert gezien["personen"][0]["adres"].startswith("Molenweg")


@pytest.mark.parametrize("woorden", [("--codering", "ebcdic"), ("--scheidingsteken", "#")])
def test_een_vorm_die_niet_bestaat(data, toegang, schrijf, woorden):
    uitkomst = importeer(toegang, schrijf("a.csv", tabel(GOED)), *woorden)
    assert uitkomst.code == 2
    assert "Kies uit: " in uitkomst.fout
