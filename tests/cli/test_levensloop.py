"""A zaak from melding to archive over the command line: what every step shows, keeps and refuses."""

import json

import pytest

from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register

# step → status after it, and what the result says
STAPPEN = {
    "team": ("TEAM", "wijkteam-1"),
    "regie": ("REGIE", "Aanspreekpunt"),
    "gesprek": ("GESPREK", "Het gesprek van 22 oktober 2026 is vastgelegd"),
    "plan": ("PLAN", "Het plan is vastgelegd: ONDERSTEUNINGSPLAN, versie 1"),
    "aanvraag": ("AANVRAAG", "is geregistreerd op 31 oktober 2026"),
    "besluit": ("BESLUIT", "TOEKENNING"),
    "opstellen": ("BESCHIKKING", "wmo/toekenning"),
}


def stand(toegang, zaak):
    return toegang("zaak", "toon", zaak, "-g", "zwolle", "--json").json


@pytest.mark.parametrize("stap", STAPPEN)
def test_elke_stap(toegang, brenger, stappen, stap):
    na, tekst = STAPPEN[stap]
    zaak = brenger(stap)
    voor = stand(toegang, zaak)

    proef = toegang(*stappen[stap], "--proef")
    assert proef.code == 0
    assert tekst in proef.uit
    assert "Proef: er is niets opgeslagen." in proef.fout
    assert stand(toegang, zaak) == voor

    echt = toegang(*stappen[stap])
    assert echt.code == 0
    assert tekst in echt.uit
    assert "Volgende stap: toegang" in echt.fout.splitlines()[-1]
    assert stand(toegang, zaak)["status"] == na
    assert max(len(regel) for regel in echt.uit.splitlines()) <= 80

    weer = toegang(*stappen[stap])
    assert weer.code == 5
    assert weer.uit == ""
    assert zaak in weer.fout


def test_tot_in_het_archief(toegang, brenger, stappen):
    zaak = brenger("sluit")
    assert stand(toegang, zaak)["status"] == "BEKENDMAKING"
    assert toegang(*stappen["sluit"], "--proef").code == 0
    assert stand(toegang, zaak)["gesloten_op"] is None
    gesloten = toegang(*stappen["sluit"])
    assert gesloten.uit == f"Zaak {zaak} is gesloten met uitkomst VERSTREKT.\n"
    assert gesloten.fout.endswith(f"Volgende stap: toegang archief bepaal {zaak} -g zwolle\n")
    archief = toegang(*stappen["archief"])
    # result 8.1.1 of the selectielijst: fifteen years after closing
    assert "20 november 2041" in archief.uit
    assert "Volgende stap" not in archief.fout
    assert stand(toegang, zaak)["volgende"] is None
    assert toegang("zaak", "lijst", "-g", "zwolle").uit == "Gemeente zwolle heeft geen open zaken.\n"
    assert len(toegang("zaak", "lijst", "-g", "zwolle", "--alles", "--json").json["zaken"]) == 1


def test_een_ingetrokken_vraag(toegang, brenger):
    zaak = brenger("plan")
    zonder = toegang("zaak", "sluit", zaak, "-g", "zwolle")
    assert zonder.code == 5
    assert "nog geen besluit" in zonder.fout
    assert "AFGEBROKEN" in toegang("zaak", "sluit", zaak, "-g", "zwolle", "--ingetrokken").uit


def test_een_besluit_neemt_een_mens(toegang, brenger, stappen):
    brenger("besluit")
    plek = stappen["besluit"].index("--als")
    woorden = stappen["besluit"][:plek] + stappen["besluit"][plek + 2 :]
    assert toegang(*woorden).code == 4
    onbekend = toegang(*woorden, "--als", "M-999")
    assert onbekend.code == 2
    assert "De medewerker achter --als bestaat niet" in onbekend.fout


def test_zonder_mandaat_weigert_de_regel_en_staat_dat_in_het_logboek(data, toegang, brenger, stappen):
    zaak = brenger("besluit")
    woorden = list(stappen["besluit"])
    woorden[woorden.index("--als") + 1] = stand(toegang, zaak)["leden"][0]
    proef = toegang(*woorden, "--proef")
    geweigerd = toegang(*woorden)
    assert proef.code == geweigerd.code == 4
    assert "(Awb art. 10:" in geweigerd.fout
    assert "Er is niets opgeslagen." in geweigerd.fout
    assert stand(toegang, zaak)["status"] == "AANVRAAG"
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1)) as werk:
        assert len(werk.logboek.regels(zaak=zaak, actie="regel.geweigerd")) == 1


def test_een_regel_die_waarschuwt_is_te_zien_ook_op_proef(toegang, brenger, stappen):
    brenger("inzien")
    for woorden in ((*stappen["besluit"], "--proef"), stappen["besluit"]):
        uitkomst = toegang(*woorden)
        assert uitkomst.code == 0
        assert "Let op, L-147" in uitkomst.fout
        assert "(nog te toetsen)" in uitkomst.fout


@pytest.mark.parametrize(
    ("woorden", "inhoud", "verwacht"),
    [
        (("gesprek", "verslag"), {"op": "gisteren"}, ["op: moet een datum zijn", "gevoerd_door: ontbreekt"]),
        (("zaak", "plan"), {"op": "2026-10-27", "doelen": []}, ["doelen: mag niet leeg zijn"]),
        (("besluit", "voorstel"), {"soort": "JA", "op": "2026-11-20"}, ["soort: kies uit", "motivering: ontbreekt"]),
        (("zaak", "plan"), "soort = morgen", ["regel 1: dit is geen geldige TOML"]),
    ],
)
def test_een_bestand_dat_niet_klopt(toegang, schrijf, zaak, woorden, inhoud, verwacht):
    bestand = schrijf("fout.toml" if isinstance(inhoud, str) else "fout.json", inhoud)
    uitkomst = toegang(*woorden, zaak, bestand, "-g", "zwolle")
    assert uitkomst.code == 2
    assert str(bestand) in uitkomst.fout
    assert "Er is niets opgeslagen." in uitkomst.fout
    assert all(deel in uitkomst.fout for deel in verwacht)


def test_een_dag_die_niet_kan(toegang, brenger):
    zaak = brenger("aanvraag")
    for dag in ("2026-10-01", "2027-01-01"):
        uitkomst = toegang("zaak", "aanvraag", zaak, "--op", dag, "-g", "zwolle")
        assert uitkomst.code == 2
        assert f"De aanvraag kan niet op {dag} zijn geweest." in uitkomst.fout


def test_toml_werkt_ook(toegang, brenger, schrijf):
    zaak = brenger("plan")
    plan = schrijf(
        "plan.toml",
        'op = 2026-10-27\ndoelen = ["Thuis blijven wonen."]\n[overeenstemming]\nbereikt = true\n'
        '[[afspraken]]\nwat = "De leuning controleren"\nwie = "de inwoner"\n',
    )
    assert toegang("zaak", "plan", zaak, plan, "-g", "zwolle").code == 0


def test_json_van_een_zaak_heeft_vaste_sleutels(toegang, brenger):
    zaak = brenger("verzonden")
    gezien = stand(toegang, zaak)
    assert list(gezien)[:5] == ["gemeente", "zaak", "zaaktype", "dossier_id", "melding_id"]
    assert {"wet", "status", "ontvangen_op", "team", "leden", "volgende", "besluiten", "brieven"} <= set(gezien)
    assert gezien["besluiten"][0]["soort"] == "TOEKENNING"
    # the letter with the report was dropped: the report was handed over
    assert {brief["status"] for brief in gezien["brieven"]} == {"GEMAAKT", "VERVALLEN"}
    tabel = toegang("zaak", "toon", zaak, "-g", "zwolle")
    assert "Volgende stap: toegang beschikking batch" in tabel.uit


def test_inzien_toont_het_dossier_en_laat_een_regel_na(data, toegang, brenger):
    zaak = brenger("besluit")
    gezien = toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", "M-002")
    assert gezien.code == 0
    for deel in (
        "Kanariepiet",
        "2 januari 1950",
        "De trap lukt niet meer.",
        "Thuis blijven wonen.",
        "BSN",
        "bsn bekend",
    ):
        assert (deel in gezien.uit) is (deel != "BSN")
    assert "999990019" not in gezien.alles
    dossier = toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", "M-012", "--json").json["dossier"]
    assert list(dossier) == ["personen", "woorden", "gesprekken", "plan", "besluiten"]
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1)) as werk:
        wie = [regel.medewerker for regel in werk.logboek.regels(zaak=zaak, actie="zaak.ingezien")]
    assert wie[-2:] == ["M-002", "M-012"]


def test_toon_bevat_geen_persoonsgegevens(toegang, brenger):
    zaak = brenger("verzonden")
    for woorden in (("zaak", "toon", zaak), ("zaak", "lijst"), ("waarom", zaak), ("regie", "toon", zaak)):
        for vorm in ((), ("--json",)):
            gezien = toegang(*woorden, "-g", "zwolle", *vorm)
            assert gezien.code == 0
            assert not [deel for deel in ("Kanariepiet", "999990019", "Molenweg", "1950") if deel in gezien.alles]


def test_zaak_lijst_per_wet(toegang, zaak):
    assert zaak in toegang("zaak", "lijst", "-g", "zwolle", "--wet", "wmo").uit
    assert "geen open zaken voor GPK" in toegang("zaak", "lijst", "-g", "zwolle", "--wet", "gpk").uit
    onbekend = toegang("zaak", "lijst", "-g", "zwolle", "--wet", "abc")
    assert (onbekend.code, "Kies uit: WMO, JEUGDWET" in onbekend.fout) == (2, True)


def test_regie_toon(toegang, brenger):
    zaak = brenger("regie")
    assert "nog niet belegd" in toegang("regie", "toon", zaak, "-g", "zwolle").uit
    toegang("regie", "beleg", zaak, "-g", "zwolle")
    perioden = toegang("regie", "toon", zaak, "-g", "zwolle", "--json").json["regie"]
    assert perioden[0]["toewijzing"]["modus"] == "ONDERSTEUND"
    assert "Sinds" in toegang("regie", "toon", zaak, "-g", "zwolle").uit


def test_een_zaak_die_er_niet_is(data, toegang):
    for woorden in (("zaak", "toon"), ("zaak", "team"), ("waarom",), ("regie", "toon"), ("archief", "bepaal")):
        uitkomst = toegang(*woorden, "Z2026-000099", "-g", "zwolle")
        assert uitkomst.code == 2
        assert "Zaak Z2026-000099 bestaat niet in gemeente zwolle." in uitkomst.fout


def test_waarom(toegang, brenger):
    zaak = brenger("opstellen")
    alles = toegang("waarom", zaak, "-g", "zwolle")
    koppen = [regel.split(":")[0] for regel in alles.uit.splitlines() if regel[:1].isdigit()]
    assert koppen[:8] == [
        "1. Intake",
        "2. Team",
        "3. Regie",
        "4. Gesprek",
        "5. Plan",
        "6. Besluit",
        "7. Mandaat",
        "8. Brief",
    ]
    assert {kop.split(". ")[1] for kop in koppen[8:]} == {"Brief", "Termijn"}
    assert "   Door" in alles.uit
    assert "Voldoet aan" in alles.uit
    team = toegang("waarom", zaak, "team", "-g", "zwolle", "--json").json
    assert [schakel["hook"] for schakel in team["keten"]] == ["compose_team"]
    assert {"plugin", "plugin_versie", "laag", "invoer_hmac", "antwoord", "reden", "regels", "op"} <= set(
        team["keten"][0]
    )
    assert "is nog niets beslist" in toegang("waarom", zaak, "archief", "-g", "zwolle").uit
    assert json.loads(toegang("waarom", zaak, "archief", "-g", "zwolle", "--json").uit)["keten"] == []


def test_de_lijst_van_zaken_zegt_hoe_ver_het_werk_is_en_niets_over_wie(toegang, zaak):
    """Z-20 and L-139: who may not open a zaak gets no product, age, area or client of it from the list either."""
    (regel,) = toegang("zaak", "lijst", "-g", "zwolle", "--json").json["zaken"]
    assert set(regel) == {"zaak", "wet", "status", "team", "ontvangen_op", "spoed", "open"}
    assert regel["zaak"] == zaak
    assert "producten" in toegang("zaak", "toon", zaak, "-g", "zwolle", "--json").json
