"""``toegang melding importeer`` with submissions of Open Formulieren (generic_json)."""

import json

import pytest

BSN, NAAM = "999990019", "Kanariepiet"
BSN_KIND = "999990408"


def formulier(kenmerk="OF-AB12C", values=None, metadata=None):
    """Give a submission as Open Formulieren sends it: values and metadata, each with its schema."""
    waarden = {
        "auth_bsn": BSN,
        "firstName": "Tess",
        "lastName": NAAM,
        "dateOfBirth": "1950-01-02",
        "adres": {"postcode": "1234 ab", "houseNumber": "3", "houseLetter": "", "streetName": "Molenweg", "city": "Zo"},
        "wet": "Wmo",
        "product": "traplift",
        "hulpvraag": "De trap lukt niet meer.",
        "email": "tess@voorbeeld.example",
        **(values or {}),
    }
    gegevens = {
        "public_reference": kenmerk,
        "form_name": "Melding Wmo",
        "form_id": "b78d063c",
        "form_version": "v2",
        "registration_timestamp": "2026-10-12T22:30:00+00:00",
        "auth_type": "bsn",
        **(metadata or {}),
    }
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}
    return {"values": waarden, "values_schema": schema, "metadata": gegevens, "metadata_schema": schema}


def importeer(toegang, bestand, *meer):
    return toegang("melding", "importeer", bestand, "-g", "zwolle", "--gebied", "wijk-1", *meer)


def toon(toegang, zaak):
    return toegang("melding", "toon", zaak, "-g", "zwolle", "--json").json


def test_een_inzending_wordt_een_zaak(data, toegang, schrijf):
    uitkomst = importeer(toegang, schrijf("of.json", formulier()), "--json")
    assert uitkomst.code == 0, uitkomst.fout
    (zaak,) = uitkomst.json["zaken"]
    gezien = toon(toegang, zaak)
    # half past twelve at night in the Netherlands is the next day
    assert (gezien["ontvangen_op"], gezien["kanaal"]) == ("2026-10-13", "WEBFORMULIER")
    assert gezien["vragen"][0]["product"] == "traplift"
    assert gezien["vragen"][0]["woorden"] == "De trap lukt niet meer."
    (persoon,) = gezien["personen"]
    assert persoon["naam"] == f"Tess {NAAM}"
    assert persoon["adres"] == "Molenweg 3, 1234AB Zo"
    assert persoon["bsn_bekend"]


def test_het_moment_van_insturen_gaat_voor_dat_van_registreren(data, toegang, schrijf):
    laat = formulier(metadata={"completed_on": "2026-10-09T09:00:00+02:00"})
    (zaak,) = importeer(toegang, schrijf("of.json", laat), "--json").json["zaken"]
    assert toon(toegang, zaak)["ontvangen_op"] == "2026-10-09"


@pytest.mark.parametrize("vorm", ["lijst", "regels"])
def test_een_bestand_met_veel_inzendingen(data, toegang, schrijf, vorm):
    veel = [formulier(), formulier("OF-2", {"auth_bsn": BSN_KIND, "dateOfBirth": "1980-05-05"})]
    inhoud = veel if vorm == "lijst" else "\n".join(map(json.dumps, veel))
    uitkomst = importeer(toegang, schrijf("of.json", inhoud), "--json")
    assert uitkomst.code == 0, uitkomst.uit
    assert len(uitkomst.json["zaken"]) == 2


def test_onbekende_velden_worden_genoemd_en_bewaard(data, toegang, schrijf):
    extra = {
        "huisdier": "een kat",
        "hulpmiddelen": {"rollator": True, "stok": False, "scootmobiel": True},
        "bijlage": {"file_name": "brief.pdf", "content": "VGVrc3Q="},
        "leeg": "",
        "geen": None,
    }
    uitkomst = importeer(toegang, schrijf("of.json", formulier(values=extra)))
    assert uitkomst.code == 0
    assert "Zonder eigen veld, wel bewaard bij de melding: huisdier, hulpmiddelen, bijlage." in uitkomst.uit
    overig = toon(toegang, "Z2026-000001")["overig"]
    assert overig["huisdier"] == "een kat"
    assert overig["hulpmiddelen"] == "rollator, scootmobiel"
    assert json.loads(overig["bijlage"])["content"] == "VGVrc3Q="
    assert overig["metadata.form_name"] == "Melding Wmo"
    assert "leeg" not in overig


def test_dezelfde_inzending_maakt_ook_in_een_andere_vorm_geen_tweede_zaak(data, toegang, schrijf, aanmelding):
    assert len(importeer(toegang, schrijf("of.json", formulier("OF-7")), "--json").json["zaken"]) == 1
    tabel = (
        f"kenmerk;ontvangen_op;kanaal;bsn;geslachtsnaam;geboortedatum;wet\nOF-7;12-10-2026;BRIEF;{BSN};X;2-1-1950;WMO"
    )
    for bestand in (
        schrijf("a.json", aanmelding(" OF-7 ")),
        schrijf("a.csv", tabel),
        schrijf("b.json", formulier("OF-7")),
    ):
        uitkomst = importeer(toegang, bestand, "--json")
        assert (uitkomst.code, uitkomst.json["bekend"], uitkomst.json["zaken"]) == (0, 1, []), bestand.name
    assert len(toegang("zaak", "lijst", "-g", "zwolle", "--json").json["zaken"]) == 1


def test_de_vertaling_van_de_gemeente(data, toegang, schrijf):
    vertaling = """
[[formulier]]
naam = "Een ander formulier"
vast = { wet = "GPK" }

[[formulier]]
naam = "Melding Wmo"
vast = { wet = "WMO" }
velden = { watSpeeltEr = "woorden", akkoord = "negeer", soortHulp = "product" }

[formulier.waarden.product]
"Hulp in het huishouden" = "hulp-bij-het-huishouden"
"""
    velden = {"wet": None, "product": None, "hulpvraag": None, "watSpeeltEr": "Het huis wordt vies.", "akkoord": True}
    inzending = formulier(values={**velden, "soortHulp": "Hulp in het huishouden"})
    bestand = schrijf("of.json", inzending)
    zonder = importeer(toegang, bestand)
    assert zonder.code == 2
    assert "record 1, wet: ontbreekt: onder welke wet valt de vraag?" in zonder.uit
    met = importeer(toegang, bestand, "--vertaling", schrijf("v.toml", vertaling), "--json")
    assert (met.code, met.json["onbekende_velden"]) == (0, {})
    (vraag,) = toon(toegang, met.json["zaken"][0])["vragen"]
    assert (vraag["wet"], vraag["product"]) == ("WMO", "hulp-bij-het-huishouden")
    assert vraag["woorden"] == "Het huis wordt vies."


def test_een_formulier_over_een_kind(data, toegang, schrijf):
    kind = {"bsn": BSN_KIND, "affixes": "", "initials": "J.", "lastName": NAAM, "firstNames": "Jip"}
    gezin = {"children": [{**kind, "dateOfBirth": "2015-03-04"}], "wet": "JEUGDWET", "product": None}
    ouder = {**gezin, "dateOfBirth": "1985-01-02"}
    vertaling = schrijf("v.toml", '[[formulier]]\nvoor = "KIND"\nvelden = { initials = "negeer" }\n')
    uitkomst = importeer(toegang, schrijf("of.json", formulier(values=ouder)), "--vertaling", vertaling)
    assert uitkomst.code == 0, uitkomst.uit
    assert "van een kind is niet bekend wie het gezag heeft; brieven worden aangehouden." in uitkomst.uit
    personen = {item["naam"]: item for item in toon(toegang, "Z2026-000001")["personen"]}
    assert personen[f"Jip {NAAM}"]["client"]
    assert not personen[f"Tess {NAAM}"]["client"]
    geen = importeer(toegang, schrijf("b.json", formulier("OF-9", {"wet": "JEUGDWET"})), "--vertaling", vertaling)
    assert "record 1, kinderen: het formulier gaat over een kind, maar noemt er geen" in geen.uit


@pytest.mark.parametrize(
    ("anders", "regel"),
    [
        ({"values": {"spoed": "misschien"}}, "record 1, spoed: moet ja of nee zijn"),
        ({"values": {"auth_bsn": "123456789"}}, "record 1, bsn: "),
        ({"values": {"dateOfBirth": "1950-02-31"}}, "record 1, dateOfBirth: "),
        ({"values": {"wet": "HUURWET"}}, "record 1, wet: kies uit 'WMO'"),
        ({"metadata": {"public_reference": ""}}, "record 1, metadata.public_reference: ontbreekt"),
        ({"metadata": {"registration_timestamp": None}}, "record 1, metadata.registration_timestamp: ontbreekt"),
        ({"metadata": {"registration_timestamp": "2026-02-31"}}, "record 1, ontvangen_op: deze dag bestaat niet"),
        ({"metadata": {"registration_timestamp": "2027-01-01"}}, "De dag van ontvangst (2027-01-01) kan niet kloppen."),
    ],
)
def test_een_foute_inzending_komt_terug_zoals_zij_was(data, toegang, schrijf, anders, regel):
    fout = formulier(**anders)
    bestand = schrijf("of.json", [fout, formulier("OF-2", {"auth_bsn": BSN_KIND, "dateOfBirth": "1980-05-05"})])
    uitkomst = importeer(toegang, bestand)
    assert uitkomst.code == 3
    assert regel in uitkomst.uit
    assert BSN not in uitkomst.alles
    assert NAAM not in uitkomst.alles
    assert len(toegang("zaak", "lijst", "-g", "zwolle", "--json").json["zaken"]) == 1
    (terug,) = json.loads(bestand.with_name("of.json.geweigerd.json").read_text())
    reden = terug.pop("_geweigerd")
    assert reden["record"] == 1
    assert terug == fout


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        ("[[formulier]]\nvelden = { a = 'bestaatniet' }", "onbekend veld: bestaatniet; kies uit"),
        ("[[formulier]]\nvoor = 'BUUR'", "formulier.1.voor: heeft niet de juiste vorm"),
        ("niet goed", "regel 1: dit is geen geldige TOML"),
    ],
)
def test_een_vertaling_die_niet_klopt(data, toegang, schrijf, inhoud, zegt):
    uitkomst = importeer(toegang, schrijf("of.json", formulier()), "--vertaling", schrijf("v.toml", inhoud))
    assert uitkomst.code == 2
    assert zegt in uitkomst.fout
    assert toegang("zaak", "lijst", "-g", "zwolle", "--json").json["zaken"] == []
