"""The plan over the command line: example, versions, who sees what, statements, history."""

import tomllib

import pytest

from toegang.domain.begrippen import Wet
from toegang.environment import Klok
from toegang.lifecycle.regie import beleg_regie
from toegang.lifecycle.team import stel_team_samen
from toegang.storage import Actor
from toegang.tenancy import Register
from toegang_cli.demo.eerste_contact import verhelder_melding
from toegang_cli.demo.gesprek import geef_verslag, voer_gesprek
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.demo.scenario import Scenario, Vraag
from toegang_cli.uitvoering.planvoorbeeld import voorbeeldplan

GEHEIM = "Geheimzinnigheid"
HERZIEN = {
    "op": "2026-11-01",
    "doelen": ["Thuis blijven wonen.", {"tekst": f"{GEHEIM} doel", "alleen_voor": "client"}],
    "afspraken": [{"wat": "Een leuning plaatsen", "wie": "de klussendienst", "doel": 1, "tot": "2026-11-10"}],
    "overeenstemming": {"bereikt": True},
    "deelnemers": ["client", {"wie": "de wijkverpleging", "rol": "AANBIEDER"}],
}
PLAN = ("-g", "zwolle")


@pytest.fixture
def zaak_met_plan(brenger):
    return brenger("aanvraag")


def tot_het_plan(gemeente, zaak_id):
    """Do what comes before the plan, as the demo does it: first contact, team, regie, gesprek and its copy."""
    vraag = Vraag(Wet.WMO, "traplift", "De trap lukt niet meer.", waarom="Een leuning is niet genoeg.")
    verhelder_melding(gemeente, _zaak(gemeente, zaak_id), vraag.woorden)
    stel_team_samen(gemeente.omgeving, gemeente.actor(), zaak_id)
    beleg_regie(gemeente.omgeving, gemeente.actor(), zaak_id)
    zaak = _zaak(gemeente, zaak_id)
    voer_gesprek(gemeente, zaak, Scenario("proef", "Proef", (vraag,)), vraag, zaak.leden[0])
    geef_verslag(gemeente, zaak, zaak.leden[0])


def _zaak(gemeente, zaak_id):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.zaken.haal(zaak_id)


def toon(toegang, zaak, *woorden):
    uitkomst = toegang("plan", "toon", zaak, *PLAN, "--json", *woorden)
    assert uitkomst.code == 0, uitkomst.fout
    return uitkomst.json


@pytest.mark.parametrize("naam", ["schagen", "beekdaelen", "zwolle", "doetinchem"])
def test_het_voorbeeld_wordt_aanvaard(leeg, toegang, schrijf, aanmelding, naam):
    gemeente = richt_in(naam, Register(leeg), Klok.van_machine())
    gebieden = gemeente.omgeving.organisatie.gebieden
    gemeente.sluit()
    loket = {"loket": "administratie"} if naam == "beekdaelen" else {}
    velden = aanmelding(gebied=gebieden[0].id if gebieden else None, **loket)
    (zaak,) = toegang("melding", "importeer", schrijf("m.json", velden), "-g", naam, "--json").json["zaken"]
    with richt_in(naam, Register(leeg), Klok.van_machine()) as gemeente:
        tot_het_plan(gemeente, zaak)
    tekst = toegang("plan", "voorbeeld", "-g", naam).uit
    assert tomllib.loads(tekst)["doelen"]
    klaar = toegang("zaak", "plan", zaak, schrijf("plan.toml", tekst), "-g", naam)
    assert klaar.code == 0, klaar.fout
    assert "versie 1" in klaar.uit
    assert "Let op" not in klaar.fout


def test_het_voorbeeld_noemt_wat_de_gemeente_vraagt(open_gemeenten):
    teksten = {naam: voorbeeldplan(naam, organisatie, dag) for naam, organisatie, dag in open_gemeenten}
    assert [naam for naam, tekst in teksten.items() if "veilig-thuis" in tekst] == ["beekdaelen"]
    assert [naam for naam, tekst in teksten.items() if "BUURTCOACH" in tekst] == ["doetinchem"]
    assert [naam for naam, tekst in teksten.items() if "\n[instemming]" in tekst] == ["zwolle"]


@pytest.fixture
def open_gemeenten(tmp_path):
    klaar = []
    for naam in ("schagen", "beekdaelen", "zwolle", "doetinchem"):
        with richt_in(naam, Register(tmp_path / "vier"), Klok.van_machine()) as gemeente:
            klaar.append((naam, gemeente.omgeving.organisatie, gemeente.omgeving.vandaag()))
    return klaar


def test_herzien_en_de_oude_versie_lezen(toegang, schrijf, zaak_met_plan):
    zaak, bestand = zaak_met_plan, schrijf("h.json", HERZIEN)
    proef = toegang("plan", "herzie", zaak, bestand, *PLAN, "--proef")
    assert (proef.code, "Proef: er is niets opgeslagen." in proef.fout) == (0, True)
    assert toon(toegang, zaak)["versies"] == 1
    klaar = toegang("plan", "herzie", zaak, bestand, *PLAN)
    assert "ONDERSTEUNINGSPLAN, versie 2" in klaar.uit
    assert "Vervallen, want niet meer in het bestand: afspraak 1." in klaar.uit
    assert toon(toegang, zaak)["inhoud"]["doelen"][0]["tekst"] == "Thuis blijven wonen."
    oud = toon(toegang, zaak, "--versie", "1")["inhoud"]
    assert (oud["plan"]["versie"], oud["plan"]["getekend_op"]) == (1, "2026-10-27")
    assert [item["stand"] for item in oud["afspraken"]] == ["AFGESPROKEN"]
    tekst = toegang("plan", "toon", zaak, *PLAN)
    assert "ONDERSTEUNINGSPLAN, versie 2 van 2" in tekst.uit
    assert "afgesproken, te" in tekst.uit
    assert max(len(regel) for regel in tekst.uit.splitlines()) <= 80
    verloop = toegang("plan", "verloop", zaak, *PLAN)
    assert [regel.split()[0] for regel in verloop.uit.splitlines() if regel[:1].isdigit()] == ["1", "2", "1"]
    assert GEHEIM not in verloop.alles
    geen = toegang("plan", "toon", zaak, "--versie", "9", *PLAN)
    assert (geen.code, "Dit plan heeft geen versie 9.\nKies 1 tot en met 2." in geen.fout) == (2, True)


def test_wie_ziet_wat_en_dat_staat_in_het_logboek(data, toegang, schrijf, aanmelding, brenger):
    zaak = brenger("aanvraag")
    toegang("plan", "herzie", zaak, schrijf("h.json", HERZIEN), *PLAN)
    alles = toegang("plan", "toon", zaak, *PLAN, "--als", "M-002")
    assert GEHEIM in alles.uit
    assert "Alleen voor" in alles.uit
    client = toegang("plan", "toon", zaak, "--voor", "client", *PLAN)
    assert GEHEIM in client.uit
    vreemd = toegang("plan", "toon", zaak, "--voor", "Kanariepiet", *PLAN)
    assert vreemd.code == 2
    assert "--voor: dit is geen lid van het huishouden" in vreemd.fout
    assert "Kanariepiet" not in vreemd.alles
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1)) as werk:
        regels = werk.logboek.regels(zaak=zaak, actie="plan.ingezien")
    assert [(regel.medewerker, regel.detail["versie"]) for regel in regels] == [("M-002", "2"), ("M-002", "2")]


def test_akkoord_met_opmerkingen_en_kanaal(toegang, schrijf, zaak_met_plan):
    zaak = zaak_met_plan
    zonder = toegang("plan", "akkoord", zaak, "met-opmerkingen", *PLAN)
    assert (zonder.code, "--opmerkingen BESTAND" in zonder.fout) == (2, True)
    woorden = ("plan", "akkoord", zaak, "met-opmerkingen", "--kanaal", "brief", "--op", "12-11-2026", *PLAN)
    bestand = schrijf("opmerkingen.txt", "Het was twee uur.\n")
    assert toegang(*woorden, "--opmerkingen", bestand, "--proef").code == 0
    assert toon(toegang, zaak)["inhoud"]["reacties"] == []
    klaar = toegang(*woorden, "--opmerkingen", bestand, "--tijd", "09:15")
    assert klaar.uit == "Vastgelegd bij versie 1: MET_OPMERKINGEN op 12 november 2026.\n"
    toegang("plan", "akkoord", zaak, "geaccordeerd", "--kanaal", "webformulier", *PLAN)
    eerste, tweede = toon(toegang, zaak)["inhoud"]["reacties"]
    assert (eerste["opmerkingen"], eerste["tijd"], eerste["kanaal"]) == ("Het was twee uur.", "09:15", "BRIEF")
    assert (tweede["stand"], tweede["op"]) == ("GEACCORDEERD", "2026-11-20")
    assert tweede["tijd"] is not None
    for fout in (("--tijd", "half tien"), ("--op", "gisteren"), ("--op", "2026-01-01")):
        assert toegang("plan", "akkoord", zaak, "geaccordeerd", *fout, *PLAN).code == 2


def test_tekenen_en_weigeren(toegang, schrijf, zaak_met_plan):
    zaak = zaak_met_plan
    toegang("plan", "herzie", zaak, schrijf("h.json", HERZIEN), *PLAN)
    klaar = toegang("plan", "teken", zaak, "--wijze", "papier", "--op", "2026-11-12", "--als-aanvraag", *PLAN)
    assert klaar.uit == "Vastgelegd bij versie 2: GETEKEND. Er is nu 1 handtekening.\n"
    weer = toegang("plan", "teken", zaak, *PLAN)
    assert (weer.code, "tekende versie 2 al op 2026-11-12" in weer.fout) == (5, True)
    kaal = toegang("plan", "teken", zaak, "--wie", "2", "--weigert", *PLAN)
    assert (kaal.code, "--reden BESTAND" in kaal.fout) == (2, True)
    reden = schrijf("reden.txt", "Tekent uit beleid niet.")
    weigert = toegang("plan", "teken", zaak, "--wie", "2", "--weigert", "--reden", reden, *PLAN)
    assert weigert.uit.endswith("GEWEIGERD. Er is nu 1 handtekening. Het plan blijft geldig.\n")
    assert "Tekent uit beleid niet." in " ".join(toegang("plan", "toon", zaak, *PLAN).uit.split())
    beide = toegang("plan", "teken", zaak, "--weigert", "--niet-bereikt", *PLAN)
    assert (beide.code, "gaan niet samen" in beide.fout) == (2, True)


def test_instemming_afspraak_en_kopie(toegang, schrijf, zaak_met_plan):
    zaak = zaak_met_plan
    assert toegang("plan", "instemming", zaak, "nee", *PLAN).code == 2
    ja = toegang("plan", "instemming", zaak, "ja", "--kanaal", "telefoon", *PLAN)
    assert ja.uit == "Vastgelegd bij versie 1: instemming JA op 20 november 2026.\n"
    hoe = schrijf("hoe.txt", "De leuning zit los.")
    loopt = toegang("plan", "afspraak", zaak, 1, "loopt", "--toelichting", hoe, *PLAN, "--als", "M-002")
    assert loopt.uit == "Afspraak 1 is nu LOOPT. Nog te doen: 1 afspraak.\n"
    assert toegang("plan", "afspraak", zaak, 1, "gelukt", *PLAN).uit.endswith("Nog te doen: 0 afspraken.\n")
    geen = toegang("plan", "afspraak", zaak, 7, "gelukt", *PLAN)
    assert (geen.code, "Het plan heeft geen afspraak 7.\nWel: 1." in geen.fout) == (2, True)
    keren = toegang("plan", "verloop", zaak, *PLAN, "--json").json["afspraken"]
    assert [(keer["stand"], keer["door"]) for keer in keren] == [("LOOPT", "M-002"), ("GELUKT", None)]
    assert [item["zaak"] for item in toegang("werkvoorraad", *PLAN, "--json").json["plankopieen"]] == [zaak]
    assert "Kopie van het plan naar de inwoner" in toegang("werkvoorraad", *PLAN).uit
    assert "kreeg versie 1 op 20 november 2026 (post)." in toegang("plan", "kopie", zaak, "--wijze", "post", *PLAN).uit
    assert toegang("werkvoorraad", *PLAN, "--json").json["plankopieen"] == []
    assert toegang("plan", "kopie", zaak, "--wijze", "post", *PLAN).code == 5


def test_zonder_plan_zegt_elke_opdracht_wat_te_doen(toegang, schrijf, zaak):
    herzie = ("herzie", zaak, schrijf("h.json", HERZIEN))
    tekenen = [("teken", zaak), ("akkoord", zaak, "geaccordeerd"), ("instemming", zaak, "ja")]
    overig = [("kopie", zaak, "--wijze", "post"), ("afspraak", zaak, 1, "gelukt"), herzie]
    for woorden in (*tekenen, *overig):
        uitkomst = toegang("plan", *woorden, *PLAN)
        assert (uitkomst.code, zaak in uitkomst.fout) == (5, True), uitkomst.fout
    for lezen in ("toon", "verloop"):
        uitkomst = toegang("plan", lezen, zaak, *PLAN)
        assert (uitkomst.code, "nog geen plan" in uitkomst.fout) == (2, True)


def test_toestemming_geven_tonen_en_intrekken(toegang, zaak_met_plan):
    zaak, woord = zaak_met_plan, ("inwoner", "toestemming")
    assert "gaf nog geen toestemming" in toegang(*woord, "toon", zaak, *PLAN).uit
    assert toegang(*woord, "geef", zaak, *PLAN).code == 2
    assert toegang(*woord, "geef", zaak, "--digitaal", "Kanariepiet 1", *PLAN).code == 2
    geef = (*woord, "geef", zaak, "--delen", "wgs", "--kanaal", "balie", "--op", "2026-11-01", *PLAN)
    assert toegang(*geef, "--proef").code == 0
    klaar = toegang(*geef)
    assert "Vastgelegd: gegevens van WGS delen, van I-" in klaar.uit
    assert toegang(*geef).code == 5
    assert toegang(*woord, "geef", zaak, "--digitaal", "besluit", *PLAN).code == 0
    delen, digitaal = toegang(*woord, "toon", zaak, *PLAN, "--json").json["toestemmingen"]
    assert (delen["reikwijdte"], delen["kanaal"], digitaal["soort"]) == ("WGS", "BALIE", "DIGITALE_BERICHTEN")
    weg = toegang(*woord, "trek-in", zaak, delen["id"], *PLAN)
    assert weg.uit.startswith("Ingetrokken vanaf 20 november 2026: gegevens van WGS delen")
    assert toegang(*woord, "trek-in", zaak, delen["id"], *PLAN).code == 5
    tabel = toegang(*woord, "toon", zaak, *PLAN).uit
    assert max(len(regel) for regel in tabel.splitlines()) <= 80
