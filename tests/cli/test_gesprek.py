"""The gesprek over the command line: the example, parts and versions, own plan, ZRM, advice, and clear errors."""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta

import pytest

from toegang.domain.begrippen import Wet
from toegang.domain.gesprek import Verstrekking
from toegang.domain.levensloop import LEVENSLOOP, Stap
from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.opdrachten.gesprek import Hoe

VOORBEELD = re.compile(r'"INVULLEN[^"]*"')
GEHEIM = "Ernstige artrose in beide knieën."
MEDISCH = {
    "op": "2026-10-20",
    "soort": "MEDISCH",
    "aan": "GGD",
    "vraag": "Kan de inwoner traplopen?",
    "toestemming_op": "2026-10-19",
}
LOKET = {"schagen": "telefoonteam", "beekdaelen": "administratie"}
PRODUCT = {
    "wmo": "traplift",
    "jeugdwet": "jeugd-ambulant",
    "participatiewet": "algemene-bijstand",
    "wgs": "schuldhulpverlening",
}


def eerste_contact(wet: str) -> dict[str, object]:
    """Give what was asked, told and offered when the question came in, as a worker at the door records it."""
    return {
        "op": "2026-10-13",
        "vraag": "Het lukt thuis niet meer.",
        "regimes": [{"regime": naam, "uitkomst": "NIET_AAN_DE_ORDE"} for naam in ("ZVW", "WLZ")],
        "clientondersteuning": {"aangeboden_op": "2026-10-13", "uitkomst": "NIET_GEWENST", "mantelzorger": "GEWEZEN"},
        "vertrouwenspersoon_genoemd": True if wet == "jeugdwet" else None,
        "vervolg": {"op": "2026-10-13", "wijze": "TELEFOON", "wat": "Wij bellen u voor een afspraak."},
    }


def vul_in(tekst: str, wie: str, dag: str) -> str:
    """Fill in an example as a person would: every INVULLEN gets what its words ask."""

    def antwoord(gevonden: re.Match[str]) -> str:
        vraag = gevonden[0]
        for woord, waarde in (("jjjj-mm-dd", dag), ("medewerker,", wie), ("true of false", "true")):
            if woord in vraag:
                return f'"{waarde}"' if waarde != "true" else waarde
        for keuze in ("THUIS", "GEMEENTE"):
            if keuze in vraag:
                return f'"{keuze}"'
        return '"Besproken."'

    return VOORBEELD.sub(antwoord, tekst.replace('aanwezig = ["INVULLEN"]', 'aanwezig = ["INWONER"]'))


@pytest.mark.parametrize("wet", ["wmo", "jeugdwet", "participatiewet", "wgs"])
@pytest.mark.parametrize("naam", ["schagen", "beekdaelen", "zwolle", "doetinchem"])
def test_het_voorbeeld_wordt_ingevuld_aanvaard(leeg, toegang, schrijf, aanmelding, naam, wet):
    klok = Klok.van_machine()
    with richt_in(naam, Register(leeg), klok) as gemeente:
        gebied = gemeente.omgeving.organisatie.gebieden
    vraag = {"wet": wet.upper(), "voor": "a", "product": PRODUCT[wet], "woorden": "Het lukt niet meer."}
    velden = {"gebied": gebied[0].id if gebied else None, "hulpvragen": [vraag]}
    velden |= {"loket": LOKET[naam]} if naam in LOKET else {}
    melding = schrijf("m.json", aanmelding(**velden))
    ingelezen = toegang("melding", "importeer", melding, "-g", naam, "--json")
    assert ingelezen.code == 0, ingelezen.fout
    (zaak,) = ingelezen.json["zaken"]
    if LEVENSLOOP[Wet(wet.upper())][1] is Stap.AANVRAAG:
        assert toegang("zaak", "aanvraag", zaak, "--op", "2026-10-12", "-g", naam).code == 0
    assert toegang("melding", "toon", zaak, "-g", naam).code == 0
    contact = toegang("melding", "verhelder", zaak, schrijf("contact.json", eerste_contact(wet)), "-g", naam)
    assert contact.code == 0, contact.fout
    assert toegang("zaak", "team", zaak, "-g", naam).code == 0
    assert toegang("regie", "beleg", zaak, "-g", naam).code == 0
    eigen = schrijf("ep.toml", 'op = 2026-10-14\nstap = "AFGEZIEN"\ntekst = "Liever samen."\n')
    assert toegang("gesprek", "eigen-plan", zaak, eigen, "-g", naam).code == 0
    wie = toegang("zaak", "toon", zaak, "-g", naam, "--json").json["leden"][0]

    voorbeeld = toegang("gesprek", "voorbeeld", "-g", naam, "--wet", wet)
    assert voorbeeld.code == 0
    leeg_voorbeeld = schrijf("leeg.toml", voorbeeld.uit)
    weigering = toegang("gesprek", "verslag", zaak, leeg_voorbeeld, "-g", naam)
    assert weigering.code == 2
    assert "op: hier staat nog INVULLEN" in weigering.fout

    ingevuld = vul_in(voorbeeld.uit, wie, (klok.vandaag() - timedelta(days=20)).isoformat())
    # nobody asked a medical adviser here
    ingevuld = ingevuld.replace("medisch_complex = true", "medisch_complex = false")
    assert "INVULLEN" not in ingevuld.split("\n", 3)[3]
    uitkomst = toegang("gesprek", "verslag", zaak, schrijf("verslag.toml", ingevuld), "-g", naam)
    assert uitkomst.code == 0, uitkomst.fout
    assert "is vastgelegd (versie 1" in uitkomst.uit
    assert toegang("zaak", "toon", zaak, "-g", naam, "--json").json["status"] == "GESPREK"


def test_het_voorbeeld_vraagt_wat_de_gemeente_en_de_wet_vragen(data, toegang):
    zwolle = toegang("gesprek", "voorbeeld", "-g", "zwolle").uit
    assert {"Z-10", "W-18", "L-53", "L-54"} <= set(re.findall(r"[SBZDWL]-\d+", zwolle))
    assert "levensdomeinen" not in zwolle
    assert set(tomllib.loads(zwolle)["onderzoek"]) == set("adfg")
    assert toegang("gesprek", "voorbeeld", "-g", "zwolle", "--json").json == tomllib.loads(zwolle)
    jeugd = toegang("gesprek", "voorbeeld", "-g", "zwolle", "--wet", "jeugdwet").uit
    assert "onderzoek" not in tomllib.loads(jeugd)
    fout = toegang("gesprek", "voorbeeld", "-g", "zwolle", "--wet", "gpk")
    assert (fout.code, "Kies uit: wmo, jeugdwet, participatiewet, wgs." in fout.fout) == (2, True)


def test_de_keuzes_van_de_opdracht_zijn_die_van_het_domein():
    assert [item.value.upper() for item in Hoe] == [item.value for item in Verstrekking]


@pytest.fixture
def bij_gesprek(brenger):
    return brenger("gesprek")


def eerder(stappen, schrijf, **anders):
    """Give the words of the report step with other fields; a value of ``None`` leaves one out."""
    import json

    woorden = list(stappen["gesprek"])
    verslag = json.loads(woorden[3].read_text()) | anders
    woorden[3] = schrijf("anders.json", {naam: waarde for naam, waarde in verslag.items() if waarde is not None})
    return woorden


def test_deel_1_en_dan_het_hele_verslag(toegang, bij_gesprek, stappen, schrijf):
    eerste = toegang(*eerder(stappen, schrijf, oplossing=None))
    assert eerste.code == 0
    assert "Deel 1 van het gesprek van 22 oktober 2026 is vastgelegd (versie 1" in eerste.uit
    assert "Het gesprek is nog niet afgerond." in eerste.fout
    assert "W-18" in eerste.fout
    assert "toegang gesprek verslag" in eerste.fout.splitlines()[-1]
    heel = toegang(*stappen["gesprek"])
    assert "(versie 2" in heel.uit
    assert f"toegang gesprek verstrek {bij_gesprek}" in heel.fout
    gezien = toegang("gesprek", "toon", bij_gesprek, "-g", "zwolle", "--json").json
    assert (gezien["versie"], gezien["versies"], gezien["afgerond"]) == (2, [1, 2], True)
    eerst = toegang("gesprek", "toon", bij_gesprek, "-g", "zwolle", "--versie", "1", "--json").json
    assert "oplossing" not in eerst["verslag"]
    geen = toegang("gesprek", "toon", bij_gesprek, "-g", "zwolle", "--versie", "7")
    assert (geen.code, "heeft geen versie 7" in geen.fout) == (2, True)


def test_wat_toon_geeft_is_weer_in_te_leveren(toegang, bij_gesprek, stappen, schrijf):
    assert toegang(*stappen["gesprek"]).code == 0
    ingeleverd = toegang("gesprek", "toon", bij_gesprek, "-g", "zwolle", "--json").json["verslag"]
    zelfde = toegang("gesprek", "verslag", bij_gesprek, schrijf("weer.json", ingeleverd), "-g", "zwolle")
    assert (zelfde.code, "staat al in zaak" in zelfde.fout) == (5, True)
    ingeleverd["resultaat"] = "Ook beneden veilig."
    anders = toegang("gesprek", "verslag", bij_gesprek, schrijf("weer.json", ingeleverd), "-g", "zwolle")
    assert "(versie 2" in anders.uit
    getoond = toegang("gesprek", "toon", bij_gesprek, "-g", "zwolle")
    assert "Ook beneden veilig." in getoond.uit
    assert "c. mantelzorg en netwerk" in getoond.uit
    assert max(len(regel) for regel in getoond.uit.splitlines()) <= 80


def test_inzien_van_verslag_staat_in_het_logboek(data, toegang, bij_gesprek, stappen):
    assert toegang(*stappen["gesprek"]).code == 0
    for woorden in (("gesprek", "toon"), ("gesprek", "eigen-plan"), ("gesprek", "zrm"), ("gesprek", "advies", "toon")):
        assert toegang(*woorden, bij_gesprek, "-g", "zwolle", "--als", "M-002").code == 0
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1)) as werk:
        regels = werk.logboek.regels(zaak=bij_gesprek, actie="zaak.ingezien")
    assert [regel.medewerker for regel in regels] == ["M-002"] * 4


@pytest.mark.parametrize(
    ("anders", "code", "teksten"),
    [
        ({"onderzoek": {"x": "y"}}, 2, ["onderzoek: kies uit a, b, c, d, e, f, g"]),
        ({"levensdomeinen": {"geld": "y"}}, 2, ["levensdomeinen: kies uit wonen, werken, financien"]),
        ({"zrm": {"geld": 2}}, 2, ["zrm: kies uit financien"]),
        ({"zrm": {"financien": 9}}, 2, ["zrm: een niveau is 1, 2, 3, 4 of 5"]),
        ({"plaats": None}, 2, ["plaats: ontbreekt"]),
        ({"aanwezig": ["Jan"]}, 2, ["aanwezig.1: kies uit 'INWONER'"]),
        ({"gevoerd_door": "Kanariepiet"}, 2, ["gevoerd_door: deze medewerker bestaat niet"]),
        ({"onderzoek": {"a": "y"}, "pgb": None}, 4, ["L-53 (Wmo 2015 art. 2.3.2 lid 4)", "d, f, g", "L-54"]),
        ({"inbreng": ""}, 4, ["Z-10 (eigen regel van gemeente Zwolle", "(inbreng)"]),
        ({"op": "2026-12-01"}, 2, ["Het gesprek kan niet op 2026-12-01 zijn geweest."]),
    ],
)
def test_een_verslag_dat_niet_kan(data, toegang, bij_gesprek, stappen, schrijf, anders, code, teksten):
    uitkomst = toegang(*eerder(stappen, schrijf, **anders))
    assert uitkomst.code == code, uitkomst.fout
    assert [tekst for tekst in teksten if tekst not in uitkomst.fout] == []
    assert "Kanariepiet" not in uitkomst.alles
    geen = toegang("gesprek", "toon", bij_gesprek, "-g", "zwolle")
    assert (geen.code, "heeft geen verslag" in geen.fout) == (2, True)


def test_verstrekken(toegang, brenger, stappen):
    zaak = brenger("verstrekt")
    woorden = stappen["verstrekt"]
    te_vroeg = [*woorden[:4], "2026-10-21", *woorden[5:]]
    assert "Kies een dag van 2026-10-22 tot en met 2026-11-20." in toegang(*te_vroeg).fout
    assert toegang(*woorden, "--proef").code == 0
    gegeven = toegang(*woorden)
    assert gegeven.uit == "De inwoner kreeg versie 1 van het verslag op 26 oktober 2026 (post).\n"
    weer = toegang(*woorden)
    assert (weer.code, "is al gegeven op 2026-10-26" in weer.fout) == (5, True)
    assert "26 oktober 2026 (POST)" in toegang("gesprek", "toon", zaak, "-g", "zwolle").uit


def test_zonder_verslag_voor_de_inwoner_geen_besluit_l55(toegang, brenger, stappen):
    brenger("verstrekt")
    for stap in ("plan", "aanvraag", "voorstel", "inzien"):
        assert toegang(*stappen[stap]).code == 0
    geweigerd = toegang(*stappen["besluit"])
    assert geweigerd.code == 4
    assert "L-55 (Wmo 2015 art. 2.3.2 lid 8)" in geweigerd.fout
    assert "(toegang gesprek verstrek)" in geweigerd.fout
    assert toegang(*stappen["verstrekt"]).code == 0
    assert toegang(*stappen["besluit"]).code == 0


class TestEigenPlan:
    def test_aanbieden_ontvangen_en_bekijken(self, toegang, brenger, schrijf):
        zaak = brenger("eigenplan")
        leeg = toegang("gesprek", "eigen-plan", zaak, "-g", "zwolle")
        assert "dat staat nergens" in leeg.uit
        assert "19 oktober 2026" in leeg.uit
        verteld = toegang("gesprek", "eigen-plan", zaak, "--aangeboden", "2026-10-13", "-g", "zwolle")
        assert "tot en met 19 oktober 2026" in verteld.fout
        laat = schrijf("ep.toml", 'op = 2026-10-25\ntekst = "Ik wil boven slapen."\n')
        proef = toegang("gesprek", "eigen-plan", zaak, laat, "-g", "zwolle", "--proef")
        assert "Proef: er is niets opgeslagen." in proef.fout
        ontvangen = toegang("gesprek", "eigen-plan", zaak, laat, "-g", "zwolle")
        assert "Gebruik het plan toch in het gesprek." in ontvangen.fout
        gezien = toegang("gesprek", "eigen-plan", zaak, "-g", "zwolle", "--json").json
        assert (gezien["verteld_op"], gezien["stappen"][-1]["tekst"]) == ("2026-10-13", "Ik wil boven slapen.")
        assert [item["stap"] for item in gezien["stappen"]] == ["AANGEBODEN", "ONTVANGEN"]

    @pytest.mark.parametrize(
        ("inhoud", "tekst"),
        [
            ('op = 2026-10-15\nstap = "AFGEZIEN"\n', "waarom de inwoner er geen maakt"),
            ("op = 2026-10-15\n", "schrijf daar het plan van de inwoner"),
            ('op = 2026-10-15\nstap = "WEG"\ntekst = "x"\n', "stap: kies uit 'AANGEBODEN', 'ONTVANGEN' of 'AFGEZIEN'"),
            ('op = 2026-10-01\ntekst = "x"\n', "Dit kan niet op 2026-10-01 zijn geweest."),
        ],
    )
    def test_wat_niet_kan(self, toegang, brenger, schrijf, inhoud, tekst):
        zaak = brenger("eigenplan")
        uitkomst = toegang("gesprek", "eigen-plan", zaak, schrijf("ep.toml", inhoud), "-g", "zwolle")
        assert (uitkomst.code, tekst in uitkomst.fout) == (2, True), uitkomst.fout

    def test_niet_allebei(self, toegang, zaak, schrijf):
        bestand = schrijf("ep.toml", 'op = 2026-10-15\ntekst = "x"\n')
        beide = toegang("gesprek", "eigen-plan", zaak, bestand, "--aangeboden", "2026-10-13", "-g", "zwolle")
        assert (beide.code, "niet allebei" in beide.fout) == (2, True)


def test_zrm_door_de_tijd_heen(toegang, brenger):
    zaak = brenger("gesprek")
    geen = toegang("gesprek", "zrm", zaak, "-g", "zwolle")
    assert "nog geen ZRM-scores" in geen.uit

    def scoor(domein, niveau, *rest):
        return toegang("gesprek", "zrm", zaak, "--domein", domein, "--niveau", niveau, *rest, "-g", "zwolle")

    assert scoor("financien", 2, "--op", "2026-10-20").code == 0
    assert "Vastgelegd op 20 november 2026: financiën, niveau 4." in scoor("financien", 4).uit
    assert scoor("huisvesting", 5).code == 0
    assert scoor("huisvesting", 3, "--proef").code == 0
    tabel = toegang("gesprek", "zrm", zaak, "-g", "zwolle")
    rijen = [regel.split() for regel in tabel.uit.splitlines()]
    assert ["Domein", "2026-10-20", "2026-11-20", "Verschil"] in rijen
    assert ["financiën", "2", "4", "+2"] in rijen
    assert ["huisvesting", "-", "5", "-"] in rijen
    assert [item["niveau"] for item in toegang("gesprek", "zrm", zaak, "-g", "zwolle", "--json").json["scores"]] == [
        2,
        4,
        5,
    ]
    dubbel = scoor("huisvesting", 5)
    assert (dubbel.code, "staat al in zaak" in dubbel.fout) == (5, True)
    half = toegang("gesprek", "zrm", zaak, "--domein", "financien", "-g", "zwolle")
    assert (half.code, "Geef --domein en --niveau allebei." in half.fout) == (2, True)


def test_advies_met_een_medisch_deel_in_een_eigen_laag(data, toegang, brenger, schrijf):
    zaak = brenger("gesprek")
    zonder = schrijf("v.json", {**MEDISCH, "toestemming_op": None})
    geweigerd = toegang("gesprek", "advies", "vraag", zaak, zonder, "-g", "zwolle", "--als", "M-003")
    assert (geweigerd.code, "toestemming van de inwoner" in geweigerd.fout) == (4, True)
    vraag = schrijf("v.json", MEDISCH)
    niemand = toegang("gesprek", "advies", "vraag", zaak, vraag, "-g", "zwolle")
    assert niemand.code == 4
    gevraagd = toegang("gesprek", "advies", "vraag", zaak, vraag, "-g", "zwolle", "--als", "M-003")
    advies = re.search(r"A-[0-9a-f]{16}", gevraagd.uit)[0]
    antwoord = {"op": "2026-10-25", "conclusie": "Traplopen lukt niet.", "medisch": GEHEIM}
    ontvangen = toegang("gesprek", "advies", "ontvang", zaak, advies, schrijf("a.json", antwoord), "-g", "zwolle")
    assert ontvangen.uit == f"Het medisch advies {advies} is ontvangen op 25 oktober 2026.\n"

    open_ = toegang("gesprek", "advies", "toon", zaak, "-g", "zwolle", "--als", "M-002")
    assert "Traplopen lukt niet." in open_.uit
    ander = toegang("gesprek", "advies", "toon", zaak, "-g", "zwolle", "--als", "M-002", "--medisch", advies)
    assert (ander.code, "mag u niet lezen" in ander.fout, ander.uit) == (4, True, "")
    dossier = toegang("zaak", "inzien", zaak, "-g", "zwolle", "--json")
    for gezien in (open_, ander, dossier, toegang("gesprek", "advies", "toon", zaak, "-g", "zwolle", "--json")):
        assert "artrose" not in gezien.alles
    eigen = toegang("gesprek", "advies", "toon", zaak, "-g", "zwolle", "--als", "M-003", "--medisch", advies)
    assert GEHEIM in eigen.uit
    nogmaals = toegang("gesprek", "advies", "trek-in", zaak, advies, "--op", "2026-10-26", "-g", "zwolle")
    assert (nogmaals.code, "is al ontvangen" in nogmaals.fout) == (5, True)
    for pad in data.rglob("*"):
        assert not pad.is_file() or b"artrose" not in pad.read_bytes()


def test_een_conclusie_die_het_medische_deel_herhaalt_valt_op(toegang, brenger, schrijf):
    zaak = brenger("gesprek")
    vraag = schrijf("v.json", MEDISCH)
    gevraagd = toegang("gesprek", "advies", "vraag", zaak, vraag, "-g", "zwolle", "--als", "M-003")
    advies = re.search(r"A-[0-9a-f]{16}", gevraagd.uit)[0]
    lang = "De inwoner heeft sinds een val last van een ernstige aandoening."
    bestand = schrijf("a.json", {"op": "2026-10-25", "conclusie": lang, "medisch": lang})
    ontvangen = toegang("gesprek", "advies", "ontvang", zaak, advies, bestand, "-g", "zwolle")
    assert "herhaalt een stuk van het medische deel" in ontvangen.fout


def test_een_adviesvraag_intrekken(toegang, brenger, schrijf):
    zaak = brenger("gesprek")
    assert "is geen advies gevraagd" in toegang("gesprek", "advies", "toon", zaak, "-g", "zwolle").uit
    vraag = schrijf("v.json", MEDISCH)
    gevraagd = toegang("gesprek", "advies", "vraag", zaak, vraag, "-g", "zwolle", "--als", "M-003")
    advies = re.search(r"A-[0-9a-f]{16}", gevraagd.uit)[0]
    for woorden, tekst in ((("--proef",), "Proef"), ((), "is ingetrokken op 22 oktober 2026")):
        uit = toegang("gesprek", "advies", "trek-in", zaak, advies, "--op", "22-10-2026", "-g", "zwolle", *woorden)
        assert uit.code == 0
        assert tekst in uit.alles


def test_werkvoorraad_noemt_wat_rond_een_gesprek_nog_moet(toegang, brenger, stappen, schrijf):
    zaak = brenger("gesprek")
    vraag = schrijf("v.json", MEDISCH)
    gevraagd = toegang("gesprek", "advies", "vraag", zaak, vraag, "-g", "zwolle", "--als", "M-003")
    advies = re.search(r"A-[0-9a-f]{16}", gevraagd.uit)[0]
    assert "advies afwachten, gevraagd op 20 oktober 2026" in toegang("werkvoorraad", "-g", "zwolle").uit
    assert toegang(*stappen["gesprek"]).code == 0
    voorraad = toegang("werkvoorraad", "-g", "zwolle", "--json").json["gesprekken"]
    assert {item["opdracht"] for item in voorraad} == {
        f"toegang gesprek advies ontvang {zaak} {advies} BESTAND -g zwolle",
        f"toegang gesprek verstrek {zaak} --op DATUM --hoe post -g zwolle",
    }
    anders = toegang("werkvoorraad", "-g", "zwolle", "--als", "M-001", "--json").json
    assert anders["gesprekken"] == []
    assert toegang("gesprek", "advies", "trek-in", zaak, advies, "--op", "2026-10-21", "-g", "zwolle").code == 0
    assert toegang(*stappen["verstrekt"]).code == 0
    assert toegang("werkvoorraad", "-g", "zwolle", "--json").json["gesprekken"] == []


def test_s18_wat_de_inwoner_van_het_verslag_vindt(toegang, brenger, schrijf, data):
    zaak = brenger("plan")
    woorden = ("gesprek", "akkoord", zaak, "-g", "zwolle")
    proef = toegang(*woorden, "geaccordeerd", "--kanaal", "email", "--op", "2026-11-02", "--tijd", "14:30", "--proef")
    assert (proef.code, "niets opgeslagen" in proef.fout) == (0, True)
    leeg = toegang(*woorden, "met-opmerkingen", "--kanaal", "brief")
    assert (leeg.code, "die staan er niet bij" in leeg.fout) == (2, True)
    brief = schrijf("brief.txt", "Ik kan wel zelf naar de winkel.")
    gedaan = toegang(*woorden, "met-opmerkingen", "--kanaal", "brief", "--op", "2026-11-02", "--opmerkingen", brief)
    assert gedaan.uit == "Vastgelegd bij versie 1 van het verslag: MET_OPMERKINGEN op 2 november 2026.\n"
    later = (*woorden, "geaccordeerd", "--kanaal", "webformulier", "--op", "2026-11-03")
    assert toegang(*later, "--tijd", "9:00").code == 2
    assert toegang(*later, "--tijd", "09:00").code == 0
    gezien = toegang("gesprek", "toon", zaak, "-g", "zwolle", "--json").json
    eerste, tweede = gezien["reacties"]
    assert (eerste["stand"], eerste["opmerkingen"]) == ("MET_OPMERKINGEN", "Ik kan wel zelf naar de winkel.")
    assert (tweede["stand"], tweede["kanaal"], tweede["tijd"]) == ("GEACCORDEERD", "WEBFORMULIER", "09:00")
    assert gezien["verslag"]["akkoord"] == "GEACCORDEERD"
    getoond = " ".join(toegang("gesprek", "toon", zaak, "-g", "zwolle").uit.split())
    assert "Reactie van 2 november 2026, brief: met opmerkingen. Ik kan wel zelf naar de winkel." in getoond


def test_s18_zonder_verslag_valt_er_niets_te_vinden(toegang, brenger):
    zaak = brenger("gesprek")
    geen = toegang("gesprek", "akkoord", zaak, "geaccordeerd", "-g", "zwolle")
    assert (geen.code, "nog geen verslag om iets van te vinden" in geen.fout) == (5, True)
