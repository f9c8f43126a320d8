"""Staff, team, regie and escalation over the command line."""

import os
import re
from datetime import date

import pytest

from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register, Stand
from toegang_cli.main import opdrachtboom
from toegang_cli.opdrachten.regie_overdragen import Deel, Reden, Uitkomst, Zelf

VANDAAG = date(2026, 11, 20)
G = ("-g", "zwolle")
NIEUW = """
id = "M-100"
naam = "Consulent wijkteam 1 nummer 100"
functie = "consulent-wijkteam"
werkgever = "gemeente-zwolle"
teams = ["wijkteam-1"]
disciplines = ["toegang"]
wetten = ["WMO"]
in_dienst_van = 2020-01-01
"""


@pytest.fixture
def met_regie(brenger):
    return brenger("gesprek")


@pytest.fixture
def tekst(schrijf):
    return schrijf("woorden.txt", "Het loopt vast tussen de partijen.")


def opslag(data):
    return Register(data).opslag("zwolle", Klok(VANDAAG).nu)


def log(data, actie):
    with opslag(data) as geopend, geopend.werk(Actor(uid=1)) as werk:
        return werk.logboek.regels(actie=actie)


def aantal_logregels(data):
    with opslag(data) as geopend, geopend.werk(Actor(uid=1)) as werk:
        return werk.logboek.kop().volgnr


def kenmerk(uitkomst):
    return re.search(r"(OV|SG)-[0-9a-f]{16}", uitkomst.uit)[0]


# --- medewerker --------------------------------------------------------------------------------------


def test_nieuw_en_toon(data, toegang, schrijf):
    bestand = schrijf("m.toml", NIEUW)
    proef = toegang("medewerker", "nieuw", bestand, *G, "--proef")
    assert (proef.code, proef.uit) == (0, "Medewerker M-100 is toegevoegd als consulent-wijkteam.\n")
    assert toegang("medewerker", "toon", "M-100", *G).code != 0
    assert toegang("medewerker", "nieuw", bestand, *G).uit == proef.uit
    velden = toegang("medewerker", "toon", "M-100", *G, "--json").json
    assert velden["medewerker"]["werkgeversoort"] == "GEMEENTE"
    assert velden["medewerker"]["vandaag_aanwezig"]
    assert toegang("medewerker", "nieuw", bestand, *G).code == 5
    met_account = schrijf("a.toml", NIEUW.replace("M-100", "M-101") + "account = { uid = 5 }\n")
    geweigerd = toegang("medewerker", "nieuw", met_account, *G)
    assert (geweigerd.code, "toegang medewerker account" in geweigerd.fout) == (2, True)


def test_importeer_geeft_en_neemt_geen_account(data, toegang, schrijf):
    assert toegang("medewerker", "account", "M-002", "--uid", 4242, *G).code == 0
    rij = toegang("medewerker", "toon", "M-002", *G, "--json").json["medewerker"]
    del rij["vandaag_aanwezig"], rij["account"]
    bestand = schrijf("m.json", {"medewerker": [{**rij, "naam": "Anders"}]})
    assert "1 gewijzigd" in toegang("medewerker", "importeer", bestand, *G).uit
    assert toegang("medewerker", "toon", "M-002", *G, "--json").json["medewerker"]["account"]["uid"] == 4242
    gestolen = schrijf("m.json", {"medewerker": [{**rij, "account": {"uid": 1, "sinds": "2026-01-01", "door": 1}}]})
    uitkomst = toegang("medewerker", "importeer", gestolen, *G)
    assert (uitkomst.code, "koppelt u met 'toegang medewerker account'" in uitkomst.fout) == (2, True)


def test_importeer_weigert_wie_een_regel_weigert(leeg, toegang, schrijf):
    toegang("gemeente", "aansluiten", "schagen")
    rij = NIEUW.replace("gemeente-zwolle", "zorginstelling")
    uitkomst = toegang("medewerker", "importeer", schrijf("m.toml", f"[[medewerker]]{rij}"), "-g", "schagen")
    assert uitkomst.code == 2
    assert "medewerker 1, S-11 (eigen regel van gemeente Schagen" in uitkomst.fout
    assert "medewerker 1, W-8 (" in uitkomst.fout


def test_twee_rollen_die_niet_samengaan_en_een_voorkeur_die_waarschuwt(leeg, toegang, schrijf):
    """W-5 refuses and keeps nothing; B-66 is a preference: it warns, and again at controleer."""
    assert toegang("gemeente", "aansluiten", "beekdaelen").code == 0
    vast = 'naam = "Testpersoon"\nin_dienst_van = 2019-01-01\n'
    botst = 'id = "M-50"\nfunctie = "consulent-wmo"\nwerkgever = "clientondersteuning"\n'
    mis = toegang("medewerker", "nieuw", schrijf("m.toml", vast + botst), "-g", "beekdaelen")
    assert (mis.code, "W-5" in mis.fout, "Er is niets opgeslagen" in mis.fout) == (4, True, True)
    assert "artikel" not in mis.fout
    allround = 'id = "M-51"\nfunctie = "medewerker-administratie"\nwerkgever = "gemeente-beekdaelen"\n'
    zacht = toegang("medewerker", "nieuw", schrijf("n.toml", vast + allround), "-g", "beekdaelen")
    assert (zacht.code, "Let op, B-66" in zacht.fout) == (0, True)
    lijst = toegang("medewerker", "lijst", "-g", "beekdaelen", "--json").json["medewerkers"]
    assert [rij["id"] for rij in lijst] == ["M-51"]
    rapport = toegang("rapport", "intervisie", "-g", "beekdaelen")
    assert (rapport.code, "B-81" in rapport.fout) == (0, True)


def test_rol(data, toegang):
    woorden = ("--functie", "teamleider", "--registratie", "skj:31-12-2031", "--discipline", "toegang:2026-01-01")
    assert toegang("medewerker", "rol", "M-003", *woorden, "--wet", "wmo", *G).code == 0
    mens = toegang("medewerker", "toon", "M-003", *G, "--json").json["medewerker"]
    assert mens["functie"] == "teamleider"
    assert mens["registraties"] == [{"soort": "SKJ", "geldig_tot": "2031-12-31"}]
    assert mens["discipline_perioden"] == [{"discipline": "toegang", "van": "2026-01-01", "tot": None}]
    assert mens["wetten"] == ["WMO"]
    assert toegang("medewerker", "rol", "M-003", "--registratie", "BIG:2032-01-01", *G).code == 0
    mens = toegang("medewerker", "toon", "M-003", *G, "--json").json["medewerker"]
    assert [item["soort"] for item in mens["registraties"]] == ["SKJ", "BIG"]


@pytest.mark.parametrize(
    ("woorden", "code", "zegt"),
    [
        (("rol", "M-003"), 2, "U noemt niets dat verandert"),
        (("rol", "M-003", "--functie", "consulent-wijkteam"), 2, "Er verandert niets aan M-003"),
        (("rol", "M-003", "--registratie", "SKJ"), 2, "heeft de vorm SOORT:DATUM"),
        (("rol", "M-003", "--registratie", "SKJ:ooit"), 2, "--registratie is geen dag"),
        (("rol", "M-003", "--wet", "tolwet"), 2, "Deze wet bestaat niet"),
        (("rol", "M-003", "--functie", "tovenaar"), 2, "functie: bestaat niet in deze gemeente"),
        (("rol", "M-999", "--functie", "teamleider"), 2, "Deze medewerker bestaat niet in deze gemeente"),
        (("afwezig", "M-003", "--tot", "2026-01-01"), 2, "De laatste dag ligt voor de eerste"),
        (("afwezig", "M-003", "--tot", "straks"), 2, "--tot is geen dag"),
        (("terug", "M-003"), 5, "is op 2026-11-20 niet afwezig"),
        (("uit-dienst", "M-003", "--op", "2018-01-01"), 2, "begon pas op 2019-01-01"),
        (("overdragen", "M-003"), 2, "Kies één van beide: --naar MEDEWERKER of --verdeel"),
        (("overdragen", "M-003", "--naar", "M-004", "--verdeel"), 2, "Kies één van beide"),
        (("overdragen", "M-003", "--verdeel"), 5, "heeft geen lopende zaken en geen regie"),
        (("account", "M-003"), 2, "Kies één van beide: --uid NUMMER of --ontkoppel"),
        (("account", "M-003", "--ontkoppel"), 5, "heeft geen account"),
    ],
)
def test_wat_niet_kan_wijzigt_niets(data, toegang, woorden, code, zegt):
    voor = aantal_logregels(data)
    uitkomst = toegang("medewerker", *woorden, *G)
    assert (uitkomst.code, uitkomst.uit) == (code, "")
    assert zegt in uitkomst.fout
    assert aantal_logregels(data) == voor


@pytest.mark.parametrize("woorden", [("medewerker", "toon", "M-002"), ("regie", "trek-in", "OV-1")], ids=" ".join)
def test_een_gemeente_die_er_niet_is_is_geen_medewerker_die_er_niet_is(data, toegang, woorden):
    uitkomst = toegang(*woorden, "-g", "nergens")
    assert uitkomst.code != 0
    assert "medewerker" not in uitkomst.fout.lower()
    assert "overdracht" not in uitkomst.fout.lower()


def test_afwezig_terug_uit_dienst(met_regie, data, toegang):
    weg = toegang("medewerker", "afwezig", "M-002", "--tot", "2026-11-30", *G)
    assert weg.uit == "M-002 is van 20 november 2026 tot en met 30 november 2026 afwezig.\n"
    assert "nog 1 lopende zaak en een rol in de regie over 1 huishouden" in weg.fout
    assert toegang("medewerker", "terug", "M-002", *G).uit == "M-002 is er weer.\n"
    met = toegang("medewerker", "afwezig", "M-002", "--tot", "2026-11-30", "--vervanger", "M-003", *G)
    assert "vervanger M-003" in met.uit
    nu = toegang("medewerker", "uit-dienst", "M-002", "--op", "2026-11-20", *G)
    assert (nu.code, "Draag die eerst over: toegang medewerker overdragen M-002" in nu.fout) == (5, True)
    assert toegang("medewerker", "uit-dienst", "M-002", "--op", "2026-12-31", *G).code == 0


def test_overdragen_met_verslag(met_regie, data, toegang):
    proef = toegang("medewerker", "overdragen", "M-002", "--naar", "M-003", *G, "--proef", "--json")
    assert [(item["wat"], item["naar"]) for item in proef.json["over"]] == [("zaak", "M-003"), ("regie", "M-003")]
    assert toegang("zaak", "toon", met_regie, *G, "--json").json["leden"] == ["M-002"]
    echt = toegang("medewerker", "overdragen", "M-002", "--verdeel", *G)
    assert (echt.code, "Overgedragen: 2 onderdelen." in echt.uit) == (0, True)
    assert toegang("zaak", "toon", met_regie, *G, "--json").json["leden"] == ["M-003"]
    waarom = toegang("waarom", met_regie, "team", *G)
    assert "CASELOAD_OVERGEDRAGEN" in waarom.uit
    assert "laag mens" in waarom.uit


def test_overdragen_dat_een_regel_weigert(met_regie, data, toegang):
    uitkomst = toegang("medewerker", "overdragen", "M-002", "--naar", "M-008", *G)
    assert "W-2: niemand in het team mag namens een bestuursorgaan" in " ".join(uitkomst.uit.split())
    assert uitkomst.code == 3
    assert max(len(regel) for regel in uitkomst.uit.splitlines()) <= 80
    assert toegang("zaak", "toon", met_regie, *G, "--json").json["leden"] == ["M-002"]


def test_account_en_wie_dan_handelt(zaak, data, toegang):
    ik = os.getuid()
    assert toegang("medewerker", "account", "M-012", "--uid", ik, *G).uit == f"Account {ik} is nu medewerker M-012.\n"
    toegang("zaak", "inzien", zaak, *G)
    assert log(data, "zaak.ingezien")[-1].medewerker == "M-012"
    toegang("zaak", "inzien", zaak, *G, "--als", "M-002")
    assert log(data, "zaak.ingezien")[-1].medewerker == "M-002"
    assert toegang("medewerker", "account", "M-012", "--ontkoppel", *G).code == 0
    # without an account there is no medewerker: the file stays shut (Z-20), and that too is logged on nobody
    dicht = toegang("zaak", "inzien", zaak, *G)
    assert (dicht.code, "Z-20" in dicht.fout) == (4, True)
    assert log(data, "zaak.ingezien")[-1].medewerker == "M-002"
    assert log(data, "regel.geweigerd")[-1].medewerker is None
    assert toegang("zaak", "toon", zaak, *G).code == 0
    assert log(data, "zaak.getoond")[-1].medewerker is None


def test_in_productie_beslist_wie_gekoppeld_is_en_niemand_speelt_een_ander(
    brenger, stappen, data, toegang, monkeypatch
):
    """The whole point of the accounts: a decision in production, by a person, under his own account."""
    brenger("inzien")
    toegang("medewerker", "account", "M-012", "--uid", os.getuid() + 1, *G)
    toegang("medewerker", "account", "M-002", "--uid", os.getuid() + 2, *G)
    Register(data).zet_stand("zwolle", Stand.PRODUCTIE)
    monkeypatch.delenv("TOEGANG_VANDAAG")
    for plek in ("toegang.environment", "toegang_cli.werkplek"):
        monkeypatch.setattr(f"{plek}.wie_handelt", lambda _map: os.getuid() + 1)
    monkeypatch.setattr("toegang.environment.Klok.van_machine", staticmethod(Klok))
    monkeypatch.setattr("toegang.environment.Klok.vandaag", lambda _self: VANDAAG)
    inzien, besluit = (tuple(woord for woord in stappen[naam]) for naam in ("inzien", "besluit"))
    gespeeld = toegang(*inzien)
    assert (gespeeld.code, "Laat --als weg" in gespeeld.fout) == (4, True)
    zelf = [woord for woord in inzien if woord not in ("--als", "M-012")]
    assert toegang(*zelf).code == 0
    genomen = toegang(*(woord for woord in besluit if woord not in ("--als", "M-012")))
    assert (genomen.code, "Beslisser" in genomen.uit) == (0, True), genomen.fout
    eigen = toegang("medewerker", "account", "M-013", "--uid", os.getuid() + 1, *G)
    assert (eigen.code, "niet: medewerker account. Dat mag wie een van deze rollen heeft: beheer" in eigen.fout) == (
        4,
        True,
    )


def test_controleer(data, toegang):
    uitkomst = toegang("medewerker", "controleer", *G)
    assert (uitkomst.code, "M-006" in uitkomst.uit, "30 juni 2025" in uitkomst.uit) == (6, True, True)
    assert toegang("medewerker", "controleer", *G, "--json").json["registraties"][0]["medewerker"] == "M-006"
    toegang("medewerker", "rol", "M-006", "--registratie", "SKJ:2031-01-01", *G)
    goed = toegang("medewerker", "controleer", *G)
    assert (goed.code, goed.uit.startswith("In orde: de komende 90 dagen")) == (0, True)


# --- team --------------------------------------------------------------------------------------------


def test_voorstel_schrijft_niets(zaak, data, toegang):
    voor = aantal_logregels(data)
    uitkomst = toegang("team", "voorstel", zaak, *G)
    assert uitkomst.code == 0
    assert all(woord in uitkomst.uit for woord in ("M-002", "Niet gekozen:", "Deze medewerker is er vandaag niet."))
    assert max(len(regel) for regel in uitkomst.uit.splitlines()) <= 80
    velden = toegang("team", "voorstel", zaak, *G, "--json").json
    assert (velden["geweigerd"], velden["huidig"], velden["plafond"]) == (False, None, 80)
    assert velden["caseload"]["M-002"] == 0
    assert aantal_logregels(data) == voor


def test_wijzig_toon_en_verdeling(met_regie, data, toegang, tekst):
    proef = toegang("team", "wijzig", met_regie, "--erbij", "M-008", "--toelichting", tekst, *G, "--proef")
    assert (proef.code, "M-008" in proef.uit) == (0, True)
    assert "M-008" not in toegang("team", "toon", met_regie, *G).uit
    assert toegang("team", "wijzig", met_regie, "--erbij", "M-008", "--toelichting", tekst, *G).code == 0
    velden = toegang("team", "toon", met_regie, *G, "--json").json["team"]
    assert [lid["medewerker"] for lid in velden["leden"]] == ["M-002", "M-008"]
    assert velden["leden"][1]["reden"]["toelichting"] == "Het loopt vast tussen de partijen."
    rijen = {rij["medewerker"]: rij for rij in toegang("team", "verdeling", *G, "--json").json["medewerkers"]}
    assert (rijen["M-008"]["zaken"], rijen["M-008"]["extern"], rijen["M-008"]["ruimte"]) == (1, True, 79)
    terug = toegang("team", "wijzig", met_regie, "--voorstel", *G)
    assert (terug.code, "M-008" in terug.uit) == (0, False)
    nogmaals = toegang("team", "wijzig", met_regie, "--voorstel", *G)
    assert (nogmaals.code, "is het team dat er al is" in nogmaals.fout) == (5, True)


@pytest.mark.parametrize(
    ("woorden", "code", "zegt"),
    [
        ((), 2, "Er verandert niets aan het team"),
        (("--erbij", "M-003", "--voorstel"), 2, "gaat niet samen"),
        (("--erbij", "M-003", "--adviseur", "--beoordeelt"), 2, "Een adviseur beoordeelt niet"),
        (("--eraf", "M-002"), 5, "zou niemand meer hebben"),
        (("--erbij", "M-010", "--beoordeelt"), 4, "W-8"),
    ],
)
def test_wijzig_wat_niet_kan(met_regie, data, toegang, woorden, code, zegt):
    uitkomst = toegang("team", "wijzig", met_regie, *woorden, *G)
    assert (uitkomst.code, uitkomst.uit) == (code, "")
    assert zegt in uitkomst.fout
    assert toegang("zaak", "toon", met_regie, *G, "--json").json["leden"] == ["M-002"]


def test_overleg_en_intervisie(met_regie, data, toegang, tekst, schrijf):
    erbij = ("--op", "2026-11-20", "--deelnemer", "M-002", "--deelnemer", "M-003")
    als = ("--als", "M-002", *G)
    proef = toegang("zaak", "intervisie", met_regie, tekst, *erbij, "--tweede-nodig", *als, "--proef")
    assert (proef.code, "is vastgelegd" in proef.uit) == (0, True)
    assert toegang("zaak", "intervisie", met_regie, tekst, *erbij, "--een-is-genoeg", *als).code == 0
    keus = toegang("zaak", "intervisie", met_regie, tekst, *erbij, *als)
    assert (keus.code, "--tweede-nodig of --een-is-genoeg" in keus.fout) == (2, True)
    assert toegang("team", "overleg", met_regie, tekst, *erbij, "--inwoner-erbij", *als).code == 0
    getoond = toegang("team", "toon", met_regie, *G)
    assert all(woord in getoond.uit for woord in ("INTERVISIE", "EEN_CONSULENT", "OVERLEG", "BESPROKEN"))
    assert "vast tussen de partijen" not in getoond.alles
    alleen = toegang("team", "overleg", met_regie, tekst, *erbij[:4], *als)
    assert (alleen.code, "ten minste twee deelnemers" in alleen.fout) == (2, True)
    leeg = toegang("team", "overleg", met_regie, schrijf("leeg.txt", " "), *erbij, *als)
    assert (leeg.code, "is leeg" in leeg.fout) == (2, True)
    gek = toegang("team", "overleg", met_regie, tekst, *erbij, "--protocol", "a;b", *als)
    assert (gek.code, "--protocol kan niet" in gek.fout) == (2, True)
    zonder = toegang("team", "overleg", met_regie, tekst, *erbij, *G)
    assert (zonder.code, "doet een medewerker" in zonder.fout) == (4, True)


# --- regie -------------------------------------------------------------------------------------------


def test_draag_over_aanvaard_weiger_trek_in(met_regie, data, toegang, tekst):
    bied = ("regie", "draag-over", met_regie, "--naar", "M-003", "--reden", "caseload", "--als", "M-002", *G)
    assert toegang(*bied, "--proef").code == 0
    assert toegang("regie", "overdrachten", *G, "--json").json["overdrachten"] == []
    eerste = toegang(*bied, "--toelichting", tekst)
    assert "Tot het antwoord blijft M-002 verantwoordelijk." in eerste.fout
    assert toegang(*bied).code == 5
    rijen = toegang("regie", "overdrachten", *G, "--json").json["overdrachten"]
    assert [(rij["overdracht"], rij["status"]) for rij in rijen] == [(kenmerk(eerste), "AANGEBODEN")]
    assert "toelichting" not in rijen[0]
    werk = toegang("werkvoorraad", "--als", "M-003", *G, "--json").json["regie"]
    assert [item["kenmerk"] for item in werk] == [kenmerk(eerste)]
    assert toegang("regie", "weiger", kenmerk(eerste), "--toelichting", tekst, "--als", "M-003", *G).code == 0
    tweede = toegang(*bied)
    assert toegang("regie", "trek-in", kenmerk(tweede), "--als", "M-002", *G).code == 0
    derde = toegang(*bied)
    vreemd = toegang("regie", "aanvaard", kenmerk(derde), "--als", "M-004", *G)
    assert (vreemd.code, "het aanbod is aan M-003" in vreemd.fout) == (4, True)
    klaar = toegang("regie", "aanvaard", kenmerk(derde), "--als", "M-003", *G)
    assert (klaar.code, "Regisseur" in klaar.uit) == (0, True)
    regie = toegang("regie", "toon", met_regie, *G, "--json").json["regie"]
    assert [periode["toewijzing"]["regisseur"] for periode in regie] == ["M-002", "M-003"]
    standen = [rij["status"] for rij in toegang("regie", "overdrachten", "--alles", *G, "--json").json["overdrachten"]]
    assert standen == ["GEWEIGERD", "INGETROKKEN", "AANVAARD"]
    assert "wacht geen overdracht" in toegang("regie", "overdrachten", *G).uit


@pytest.mark.parametrize(
    ("woorden", "code", "zegt"),
    [
        (("--reden", "caseload"), 2, "Kies één van beide: --naar MEDEWERKER of --naar-inwoner"),
        (("--naar", "M-003", "--naar-inwoner", "--reden", "caseload"), 2, "Kies één van beide"),
        (("--naar", "M-003", "--reden", "zomaar"), 2, "--reden"),
        (("--naar-inwoner", "--deel", "coordinatie", "--reden", "caseload"), 2, "Alleen de regie zelf"),
        (("--naar", "M-003", "--deel", "casemanagement", "--reden", "caseload"), 5, "Niemand heeft nu casemanagement"),
    ],
)
def test_draag_over_wat_niet_kan(met_regie, data, toegang, woorden, code, zegt):
    uitkomst = toegang("regie", "draag-over", met_regie, *woorden, "--als", "M-002", *G)
    assert (uitkomst.code, uitkomst.uit) == (code, "")
    assert zegt in uitkomst.fout
    assert toegang("regie", "overdrachten", *G, "--json").json["overdrachten"] == []


def test_escaleer_en_afhandelen(met_regie, data, toegang, tekst):
    woorden = ("regie", "escaleer", met_regie, tekst, "--aan", "teamleider", *G)
    geweigerd = toegang(*woorden, "--als", "M-003")
    assert (geweigerd.code, "W-14" in geweigerd.fout) == (4, True)
    gedaan = toegang(*woorden, "--als", "M-002")
    lijst = toegang("regie", "escalaties", *G)
    assert kenmerk(gedaan) in lijst.uit
    assert "partijen" not in lijst.alles
    af = ("regie", "afhandelen", kenmerk(gedaan), "--uitkomst", "doorgezet", "--toelichting", tekst, *G)
    assert toegang(*af, "--als", "M-003").code == 4
    assert toegang(*af, "--als", "M-012", "--proef").code == 0
    assert toegang(*af, "--als", "M-012").uit == f"Escalatie {kenmerk(gedaan)} is afgehandeld: doorgezet.\n"
    assert "geen escalatie open" in toegang("regie", "escalaties", *G).uit
    rij = toegang("regie", "escalaties", "--alles", *G, "--json").json["escalaties"][0]
    assert (rij["uitkomst"], rij["afgehandeld_door"], "tekst" in rij) == ("DOORGEZET", "M-012", False)


def test_herzie_en_problematiek(met_regie, data, toegang):
    proef = toegang("regie", "herzie", met_regie, "--zelfregie", "kan-niet", *G, "--proef")
    assert (proef.code, "GECOACHT" in proef.uit) == (0, True)
    assert toegang("regie", "herzie", met_regie, "--zelfregie", "kan-niet", "--professionals", 2, *G).code == 0
    fout = toegang("regie", "herzie", met_regie, "--grond", "LASTIG", *G)
    assert (fout.code, "heeft geen gronden vastgelegd (D-13)" in fout.fout, "LASTIG" in fout.fout) == (2, True, False)
    for woorden in ((), ("--meervoudig", "--enkelvoudig")):
        keus = toegang("zaak", "problematiek", met_regie, *woorden, *G)
        assert (keus.code, "Kies één van beide" in keus.fout) == (2, True)
    gebleven = toegang("zaak", "problematiek", met_regie, "--enkelvoudig", *G)
    assert "blijft enkelvoudig" in gebleven.uit
    anders = toegang("zaak", "problematiek", met_regie, "--meervoudig", *G)
    assert (anders.code, "is nu meervoudig" in anders.uit) == (0, True)
    assert toegang("zaak", "toon", met_regie, *G, "--json").json["leden"] == ["M-002", "M-008"]


def test_controleer_regie(met_regie, data, toegang):
    goed = toegang("regie", "controleer", *G)
    assert (goed.code, goed.uit) == (0, "In orde: de regie over 1 huishouden voldoet aan alle regels.\n")
    with opslag(data) as geopend, geopend.werk(Actor(uid=1)) as werk:
        dossier = werk.zaken.haal(met_regie).dossier_id
        werk.regie.beleg(dossier, werk.regie.huidig(dossier).gewijzigd(regisseur=None), VANDAAG)
        werk.commit()
    fout = toegang("regie", "controleer", *G)
    assert fout.code == 6
    assert "Fout, W-13" in fout.uit
    assert f"Herstel: toegang regie herzie {met_regie} -g zwolle" in fout.uit
    velden = toegang("regie", "controleer", *G, "--json").json
    assert velden["fouten"] == len([item for item in velden["bevindingen"] if item["ernst"] == "fout"]) > 0
    # the mend that is named does mend it
    assert toegang("regie", "herzie", met_regie, *G).code == 0
    assert toegang("regie", "controleer", *G).code == 0


# --- the closed lists of the command line are those of the domain ------------------------------------


def test_keuzelijsten_zijn_gelijk_aan_het_domein():
    from toegang.domain.begrippen import Zelfregie
    from toegang.domain.overdracht import Overdrachtdeel, Overdrachtreden
    from toegang.lifecycle.escalatie import Escalatieuitkomst

    paren = [(Deel, Overdrachtdeel), (Reden, Overdrachtreden), (Uitkomst, Escalatieuitkomst), (Zelf, Zelfregie)]
    for opdracht, domein in paren:
        assert [item.value.replace("-", "_").upper() for item in opdracht] == [item.value for item in domein]


def test_elke_opdracht_die_schrijft_heeft_een_proef():
    lezen = {"lijst", "toon", "controleer", "voorstel", "verdeling", "overdrachten", "escalaties"}
    for groep in ("medewerker", "team", "regie"):
        for naam, opdracht in opdrachtboom().commands[groep].commands.items():
            opties = {optie for parameter in opdracht.params for optie in parameter.opts}
            assert ("--proef" in opties) is (naam not in lezen), (groep, naam)
            assert "--json" in opties or naam not in lezen
