"""``toegang melding toon · verhelder · voorbeeld``: the first contact, and what waits for it."""

import tomllib
from datetime import date

import pytest

from toegang.environment import Klok
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in

VANDAAG = date(2026, 11, 20)
CONTACT = {
    "op": "2026-10-13",
    "vraag": "Zij wil weer boven kunnen slapen.",
    "regimes": [{"regime": naam, "uitkomst": "NIET_AAN_DE_ORDE"} for naam in ("ZVW", "WLZ")],
    "clientondersteuning": {"aangeboden_op": "2026-10-13", "uitkomst": "NIET_GEWENST", "mantelzorger": "GEWEZEN"},
    "vervolg": {"op": "2026-10-13", "wijze": "TELEFOON", "wat": "Wij bellen u volgende week."},
}


@pytest.fixture
def beekdaelen(leeg, toegang, schrijf, aanmelding):
    """A fresh zaak in Beekdaelen, taken in by the administratie."""
    richt_in("beekdaelen", Register(leeg), Klok(VANDAAG)).sluit()
    inhoud = aanmelding(loket="administratie", gebied="kern-1")
    uitkomst = toegang("melding", "importeer", schrijf("m.json", inhoud), "-g", "beekdaelen", "--json")
    (zaak,) = uitkomst.json["zaken"]
    return zaak


@pytest.fixture
def verhelder(toegang, schrijf):
    def doe(zaak, *woorden, gemeente="beekdaelen", bekijk=True, **anders):
        if bekijk:
            assert toegang("melding", "toon", zaak, "-g", gemeente).code == 0
        inhoud = {sleutel: waarde for sleutel, waarde in (CONTACT | anders).items() if waarde is not None}
        return toegang("melding", "verhelder", zaak, schrijf("contact.json", inhoud), "-g", gemeente, *woorden)

    return doe


def versies(toegang, zaak, gemeente="beekdaelen"):
    return toegang("melding", "toon", zaak, "-g", gemeente, "--json").json["versies"]


def test_b6_zonder_vraagverheldering_verlaat_geen_zaak_de_intake(beekdaelen, toegang, verhelder):
    geweigerd = toegang("zaak", "team", beekdaelen, "-g", "beekdaelen")
    assert geweigerd.code == 4
    assert "B-6 (eigen regel van gemeente Beekdaelen" in geweigerd.fout
    assert "de vraagverheldering is nog niet vastgelegd" in geweigerd.fout
    assert f"toegang melding verhelder {beekdaelen} BESTAND" in geweigerd.fout
    assert toegang("zaak", "toon", beekdaelen, "-g", "beekdaelen", "--json").json["status"] == "INTAKE"
    klaar = verhelder(beekdaelen)
    assert klaar.code == 0, klaar.fout
    assert f"Volgende stap: toegang zaak team {beekdaelen} -g beekdaelen" in klaar.fout
    assert toegang("zaak", "team", beekdaelen, "-g", "beekdaelen").code == 0


def test_b11_wie_meldde_weet_hoe_het_verdergaat(beekdaelen, toegang, verhelder):
    assert verhelder(beekdaelen, vervolg=None).code == 0
    geweigerd = toegang("zaak", "team", beekdaelen, "-g", "beekdaelen")
    assert geweigerd.code == 4
    assert "B-11" in geweigerd.fout
    assert "maak de ontvangstbevestiging, of leg vast wat is verteld" in geweigerd.fout
    assert toegang("beschikking", "batch", "--ja", "-g", "beekdaelen", "--processen", 1).code == 0
    assert toegang("zaak", "team", beekdaelen, "-g", "beekdaelen").code == 0


def test_b57_clientondersteuning_is_aangeboden_en_zo_nodig_geregeld(beekdaelen, toegang, verhelder):
    geen = verhelder(beekdaelen, clientondersteuning=None)
    assert geen.code == 4
    assert "onafhankelijke cliëntondersteuning is niet aangeboden" in geen.fout
    wil = {"aangeboden_op": "2026-10-13", "uitkomst": "GEREGELD"}
    assert "bij welke organisatie en op welke dag" in verhelder(beekdaelen, clientondersteuning=wil).fout
    assert versies(toegang, beekdaelen) == 0
    geregeld = {**wil, "geregeld_bij": "Steunpunt", "geregeld_op": "2026-10-14"}
    assert verhelder(beekdaelen, clientondersteuning=geregeld).code == 0


def test_w19_eerst_kijken_wat_er_al_is(beekdaelen, toegang, verhelder):
    blind = verhelder(beekdaelen, bekijk=False)
    assert blind.code == 4
    assert "heeft de melding en de bestaande gegevens nog niet ingezien" in blind.fout
    # that somebody else looked does not count
    toegang("melding", "toon", beekdaelen, "-g", "beekdaelen", "--als", "M-002")
    assert verhelder(beekdaelen, bekijk=False).code == 4
    assert verhelder(beekdaelen, "--als", "M-002", bekijk=False).code == 0


@pytest.mark.regel("B-65")
def test_b65_wat_bekend_is_wordt_getoond_en_niet_opnieuw_gevraagd(beekdaelen, toegang, verhelder):
    assert "Al bekend, dus niet opnieuw vragen: naam, geboortedatum, adres, burgerservicenummer." in (
        toegang("melding", "toon", beekdaelen, "-g", "beekdaelen").uit
    )
    dubbel = verhelder(beekdaelen, opgevraagd=["adres", "zorgpolis"])
    assert dubbel.code == 4
    assert "B-65" in dubbel.fout
    assert "dit is al bekend en hoeft de inwoner niet te geven: adres" in dubbel.fout
    assert verhelder(beekdaelen, opgevraagd=["zorgpolis"]).code == 0


def test_w17_andere_regimes(beekdaelen, verhelder):
    geweigerd = verhelder(beekdaelen, regimes=[CONTACT["regimes"][0]])
    assert geweigerd.code == 4
    assert "er is niet gekeken naar WLZ" in geweigerd.fout


def test_b62_alleen_wat_er_in_de_kern_is(beekdaelen, toegang, verhelder):
    hier = toegang("melding", "toon", beekdaelen, "-g", "beekdaelen", "--json").json["voorzieningen_in_gebied"]
    assert [item["id"] for item in hier] == ["maatschappelijk-werk", "open-eettafel"]
    elders = verhelder(beekdaelen, algemene_voorzieningen=["inloop"])
    assert elders.code == 4
    assert "'inloop' is er niet in gebied 'kern-1'" in elders.fout
    onbekend = verhelder(beekdaelen, algemene_voorzieningen=["zwembad"])
    assert onbekend.code == 2
    assert "staan niet in de catalogus van gemeente beekdaelen." in onbekend.fout
    assert "Kies uit: inloop, maatschappelijk-werk, open-eettafel." in onbekend.fout
    assert verhelder(beekdaelen, algemene_voorzieningen=["open-eettafel"]).code == 0


def test_een_later_bestand_vult_aan_en_niets_gaat_verloren(beekdaelen, toegang, verhelder, schrijf):
    assert verhelder(beekdaelen).code == 0
    paspoort = schrijf("id.toml", 'op = 2026-10-20\n[[identiteit]]\ndocument = "PASPOORT"\nop = 2026-10-20\n')
    klaar = toegang("melding", "verhelder", beekdaelen, paspoort, "-g", "beekdaelen")
    assert "versie 2" in klaar.uit
    gezien = toegang("melding", "toon", beekdaelen, "-g", "beekdaelen", "--json").json
    assert gezien["verheldering"]["vraag"] == CONTACT["vraag"]
    assert gezien["verheldering"]["op"] == "2026-10-20"
    assert gezien["verheldering"]["identiteit"][0]["document"] == "PASPOORT"


def test_een_proef_bewaart_niets(beekdaelen, toegang, verhelder):
    proef = verhelder(beekdaelen, "--proef")
    assert proef.code == 0
    assert "Proef: er is niets opgeslagen." in proef.fout
    assert versies(toegang, beekdaelen) == 0


@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        ({"op": "2026-10-11"}, "Het eerste contact kan niet op 2026-10-11 zijn geweest."),
        ({"op": "2026-12-01"}, "Kies een dag van 2026-10-12 tot en met 2026-11-20."),
        ({"vraag": None}, "is niet volledig:\n  - vraag: ontbreekt"),
        ({"vraag": "VUL IN: de vraag"}, "dit staat er nog als voorbeeld, vul het in of haal het weg: vraag"),
        ({"door": "M-999"}, "Medewerker 'M-999' bestaat niet."),
        ({"opgevraagd": ["handlezing"]}, "1 gegeven(s) bestaan niet; kies uit adres"),
        ({"identiteit": [{"document": "BIBLIOTHEEKPAS", "op": "2026-10-13"}]}, "kies uit 'PASPOORT'"),
        ({"identiteit": [{"document": "PASPOORT", "op": "2026-10-13", "nummer": "X"}]}, "deze sleutel bestaat niet"),
        (
            {"identiteit": [{"document": "PASPOORT", "op": "2026-10-13", "inwoner": "I-1"}]},
            "over wie de melding niet gaat",
        ),
        ({"vervolg": {**CONTACT["vervolg"], "op": "2026-12-24"}}, "De uitleg over het vervolg kan niet op 2026-12-24"),
    ],
)
def test_invoer_die_niet_kan(beekdaelen, toegang, verhelder, anders, zegt):
    fout = verhelder(beekdaelen, **anders)
    assert fout.code == 2
    assert zegt in fout.fout
    assert versies(toegang, beekdaelen) == 0


def test_de_lijst_toont_wat_wacht(beekdaelen, toegang, verhelder):
    (rij,) = toegang("melding", "lijst", "-g", "beekdaelen", "--json").json["meldingen"]
    assert (rij["zaken"], rij["verhelderd"]) == ([beekdaelen], False)
    verhelder(beekdaelen)
    assert "geen meldingen die op een eerste contact wachten" in toegang("melding", "lijst", "-g", "beekdaelen").uit
    assert len(toegang("melding", "lijst", "-g", "beekdaelen", "--alles", "--json").json["meldingen"]) == 1


@pytest.mark.parametrize("kenmerk", ["Z2026-000099", "M-0123456789abcdef"])
def test_een_melding_die_er_niet_is(data, toegang, kenmerk):
    uitkomst = toegang("melding", "toon", kenmerk, "-g", "zwolle")
    assert uitkomst.code == 2
    assert f"{kenmerk} bestaat niet in gemeente zwolle." in uitkomst.fout


@pytest.mark.parametrize("gemeente", ["zwolle", "beekdaelen"])
def test_het_voorbeeld_wordt_pas_aangenomen_als_het_is_ingevuld(
    leeg, toegang, schrijf, aanmelding, gemeente, monkeypatch
):
    richt_in(gemeente, Register(leeg), Klok(VANDAAG)).sluit()
    bestand = schrijf("m.json", aanmelding(loket=None if gemeente == "zwolle" else "administratie", gebied=None))
    (zaak,) = toegang("melding", "importeer", bestand, "-g", gemeente, "--json").json["zaken"]
    toegang("melding", "toon", zaak, "-g", gemeente)
    tekst = toegang("melding", "voorbeeld", "verheldering", "-g", gemeente).uit.replace("2026-03-0", "2026-10-2")
    tekst = tekst.replace("2026-04-30", "2026-11-30")
    assert ("lichte_route" in tomllib.loads(tekst)) is (gemeente == "beekdaelen")
    leeg_gelaten = toegang("melding", "verhelder", zaak, schrijf("v.toml", tekst), "-g", gemeente)
    assert leeg_gelaten.code == 2
    assert "dit staat er nog als voorbeeld" in leeg_gelaten.fout
    ingevuld = tekst.replace("VUL IN", "Ingevuld")
    klaar = toegang("melding", "verhelder", zaak, schrijf("v.toml", ingevuld), "-g", gemeente)
    assert klaar.code == 0, klaar.fout


def test_het_voorbeeld_van_een_tabel_en_van_een_vertaling_werkt(data, toegang, schrijf):
    bestand = schrijf("a.csv", toegang("melding", "voorbeeld", "csv", "-g", "zwolle").uit)
    vertaling = schrijf("v.toml", toegang("melding", "voorbeeld", "vertaling", "-g", "zwolle").uit)
    uitkomst = toegang("melding", "importeer", bestand, "-g", "zwolle", "--vertaling", vertaling, "--json")
    assert (uitkomst.code, len(uitkomst.json["zaken"])) == (0, 1), uitkomst.alles
    onbekend = toegang("melding", "voorbeeld", "brief", "-g", "zwolle")
    assert onbekend.code == 2
    assert "Kies uit: verheldering, csv, vertaling." in onbekend.fout


# --- the research, and whose zaak it is (Zwolle) ----------------------------------------------------------


def test_l52_geen_onderzoek_voor_er_op_clientondersteuning_is_gewezen(zaak, stappen, toegang, verhelder):
    for stap in ("team", "regie", "eigenplan"):
        assert toegang(*stappen[stap]).code == 0
    geweigerd = toegang(*stappen["gesprek"])
    assert geweigerd.code == 4
    assert "L-52 (Wmo 2015 art. 2.3.2 lid 3 en 2.2.4)" in geweigerd.fout
    alleen_client = {"aangeboden_op": "2026-10-13", "uitkomst": "NIET_GEWENST"}
    assert verhelder(zaak, gemeente="zwolle", clientondersteuning=alleen_client).code == 0
    assert toegang(*stappen["gesprek"]).code == 4
    assert verhelder(zaak, gemeente="zwolle").code == 0
    assert toegang(*stappen["gesprek"]).code == 0


def test_l52_de_ontvangstbevestiging_zegt_het_ook(zaak, stappen, toegang, monkeypatch):
    with monkeypatch.context() as toen:
        toen.setenv("TOEGANG_VANDAAG", "2026-10-14")
        for woorden in (
            stappen["team"],
            stappen["regie"],
            ("beschikking", "batch", "--ja", "-g", "zwolle", "--processen", 1),
        ):
            assert toegang(*woorden).code == 0
    assert toegang(*stappen["eigenplan"]).code == 0
    assert toegang(*stappen["gesprek"]).code == 0


def test_l58_geen_besluit_over_wie_niet_vaststaat_wie_het_is(brenger, stappen, toegang, schrijf):
    zaak = brenger("besluit")
    onbekend = {sleutel: waarde for sleutel, waarde in CONTACT.items() if sleutel != "identiteit"}
    leeg = schrijf("weg.json", {**onbekend, "identiteit": []})
    assert toegang("melding", "verhelder", zaak, leeg, "-g", "zwolle").code == 0
    geweigerd = toegang(*stappen["besluit"])
    assert geweigerd.code == 4
    assert "L-58" in geweigerd.fout
    assert "de identiteit van de cliënt is nog niet vastgesteld" in geweigerd.fout
    paspoort = schrijf("id.json", {"op": "2026-10-22", "identiteit": [{"document": "PASPOORT", "op": "2026-10-22"}]})
    assert toegang("melding", "verhelder", zaak, paspoort, "-g", "zwolle").code == 0
    assert toegang(*stappen["besluit"]).code == 0


@pytest.mark.parametrize(
    ("kanaal", "vervolg", "code"),
    [
        ("WEBFORMULIER", {"vorm": "KOM"}, 4),
        ("WEBFORMULIER", {"vorm": "KOM", "eerder_reden": "Zij hoort slecht aan de telefoon."}, 0),
        ("WEBFORMULIER", {"vorm": "BEL"}, 0),
        ("BALIE", {"vorm": "KLIK"}, 0),
    ],
)
def test_z3_klik_bel_kom(data, toegang, schrijf, aanmelding, verhelder, kanaal, vervolg, code):
    bestand = schrijf("m.json", aanmelding(kanaal=kanaal, loket="contactcentrum"))
    (zaak,) = toegang("melding", "importeer", bestand, "-g", "zwolle", "--json").json["zaken"]
    uitkomst = verhelder(zaak, gemeente="zwolle", vervolgcontact=vervolg)
    assert uitkomst.code == code, uitkomst.fout
    assert ("de stap KOM komt na BEL; noem anders een reden" in uitkomst.fout) is (code == 4)
