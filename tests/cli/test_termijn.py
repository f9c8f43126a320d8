"""Deadlines and the work of today, over the command line."""

import pytest

from toegang.domain.dwangsom import Uitzondering
from toegang.domain.opschorting import Onderwerp, opschortingsgronden
from toegang_cli.opdrachten import termijn

# a Wmo zaak reported on Monday 12 October 2026; today is Friday 20 November
UITERLIJK = "2026-11-23"


def termijnen(toegang, zaak):
    uit = toegang("termijn", "waarom", zaak, "-g", "zwolle", "--json")
    assert uit.code == 0, uit.fout
    return {item["termijn"]: item for item in uit.json["termijnen"]}


@pytest.fixture
def parkeerkaart(data, toegang, schrijf, aanmelding):
    """A parking card asked for on Monday 21 September: late since Monday 16 November."""
    vraag = [{"wet": "GPK", "voor": "a", "product": "gpk-bestuurder"}]
    bestand = schrijf("gpk.json", aanmelding("k-gpk", ontvangen_op="2026-09-21", hulpvragen=vraag))
    (nummer,) = toegang("melding", "importeer", bestand, "-g", "zwolle", "--json").json["zaken"]
    if termijnen(toegang, nummer)["gpk.beslissing"]["uiterlijk"] is None:
        aanvraag = toegang("zaak", "aanvraag", nummer, "--op", "2026-09-21", "-g", "zwolle")
        assert aanvraag.code == 0, aanvraag.fout
    return nummer


def test_lijst_zegt_wat_binnenkort_afloopt(toegang, zaak):
    uit = toegang("termijn", "lijst", "-g", "zwolle")
    assert uit.code == 0
    assert zaak in uit.uit
    assert UITERLIJK in uit.uit
    assert "nog 3 dagen" in uit.uit
    assert max(len(regel) for regel in uit.uit.splitlines()) <= 80
    assert toegang("termijn", "lijst", "-g", "zwolle", "--binnen", 2).uit == (
        "Gemeente zwolle heeft de komende 2 dagen geen aflopende termijnen.\n"
    )
    gezien = toegang("termijn", "lijst", "-g", "zwolle", "--json").json
    (regel,) = gezien["termijnen"]
    assert (regel["termijn"], regel["regel"], regel["uiterlijk"], regel["dagen_over"]) == (
        "wmo.onderzoek",
        "L-50",
        UITERLIJK,
        3,
    )
    assert gezien["niet_te_berekenen"] == []


def test_te_laat_staat_bovenaan(toegang, zaak, parkeerkaart):
    gezien = toegang("termijn", "lijst", "-g", "zwolle", "--json").json["termijnen"]
    assert [(item["zaak"], item["dagen_over"]) for item in gezien] == [(parkeerkaart, -4), (zaak, 3)]
    tabel = toegang("termijn", "lijst", "-g", "zwolle")
    assert "4 dagen te laat" in tabel.uit
    assert "2 termijnen, waarvan 1 te laat." in tabel.uit


def test_lijst_per_team(toegang, brenger):
    zaak = brenger("regie")
    van_team = toegang("termijn", "lijst", "-g", "zwolle", "--team", "wijkteam-1", "--json").json
    assert [item["zaak"] for item in van_team["termijnen"]] == [zaak]
    assert van_team["per_team"] == {"wijkteam-1": 1}
    ander = toegang("termijn", "lijst", "-g", "zwolle", "--team", "wijkteam-2", "--json")
    assert ander.json["termijnen"] == []
    assert "geen open zaak is van team 'wijkteam-2'. Teams met open zaken: wijkteam-1." in ander.fout
    tikfout = toegang("termijn", "lijst", "-g", "zwolle", "--team", "wijktaem-1")
    assert (tikfout.code, tikfout.uit) == (2, "")
    assert "Dit team bestaat niet in gemeente zwolle." in tikfout.fout
    assert "Kies uit: wijkteam-1, wijkteam-2" in tikfout.fout
    assert "wijktaem" not in tikfout.fout


def test_waarom_toont_elke_stap_met_zijn_artikel(toegang, zaak):
    uit = toegang("termijn", "waarom", zaak, "-g", "zwolle")
    assert uit.code == 0
    tekst = " ".join(uit.uit.split())
    assert "Het onderzoek afronden (wmo.onderzoek, L-50)" in tekst
    assert "Met 6 weken is maandag 23 november 2026 de laatste dag. [Wmo 2015 art. 2.3.2 lid 1]" in tekst
    assert "[Algemene termijnenwet art. 1 lid 1]" in tekst
    assert "Deze termijn begint na de aanvraag." in tekst
    assert "voor de inwoner" in tekst
    assert max(len(regel) for regel in uit.uit.splitlines()) <= 80
    assert not [deel for deel in ("Kanariepiet", "999990019", "Molenweg") if deel in uit.alles]


def gebeurtenissen(toegang, zaak):
    return toegang("termijn", "waarom", zaak, "-g", "zwolle", "--json").json["gebeurtenissen"]


def test_opschorten_hervatten_en_intrekken(toegang, brenger):
    zaak = brenger("inzien")  # aanvraag on Saturday 31 October: to be decided by Monday 16 November
    assert termijnen(toegang, zaak)["wmo.beslissing"]["uiterlijk"] == "2026-11-16"
    woorden = (
        "termijn",
        "opschorten",
        zaak,
        "aanvulling",
        "--op",
        "2026-11-05",
        "--uiterlijk",
        "2026-11-30",
        "-g",
        "zwolle",
    )
    proef = toegang(*woorden, "--proef")
    assert (proef.code, "er is niets opgeslagen" in proef.fout) == (0, True)
    assert termijnen(toegang, zaak)["wmo.beslissing"]["uiterlijk"] == "2026-11-16"
    echt = toegang(*woorden)
    assert echt.code == 0, echt.fout
    assert "De termijn staat stil vanaf 6 november 2026" in echt.uit
    assert proef.uit.splitlines()[1:] == echt.uit.splitlines()[1:]
    lopend = termijnen(toegang, zaak)["wmo.beslissing"]
    # fifteen days by today: Sunday 29 November, so Monday
    assert (lopend["stand"], lopend["uiterlijk"]) == ("OPGESCHORT", "2026-11-30")
    assert toegang(*woorden).code == 5
    hervat = toegang("termijn", "hervatten", zaak, "--op", "13-11-2026", "-g", "zwolle")
    assert "De termijn loopt weer vanaf 13 november 2026" in hervat.uit
    assert termijnen(toegang, zaak)["wmo.beslissing"]["uiterlijk"] == "2026-11-23"
    (vastgelegd,) = [item for item in gebeurtenissen(toegang, zaak) if item["soort"] == "OPSCHORTING"]
    terug = toegang("termijn", "intrekken", zaak, vastgelegd["kenmerk"], "-g", "zwolle")
    assert "De opschorting is ingetrokken" in terug.uit
    assert termijnen(toegang, zaak)["wmo.beslissing"]["uiterlijk"] == "2026-11-16"
    assert vastgelegd["kenmerk"] in toegang("termijn", "waarom", zaak, "-g", "zwolle").uit


def test_overmacht_moet_worden_meegedeeld(toegang, brenger, tmp_path):
    zaak = brenger("inzien")
    woorden = ("termijn", "opschorten", zaak, "overmacht", "--op", "2026-11-12", "-g", "zwolle")
    zonder = toegang(*woorden)
    assert (zonder.code, "zegt niet waarom" in zonder.fout) == (2, True)
    reden = tmp_path / "reden.txt"
    reden.write_text("Er was brand in ons gebouw.")
    uit = toegang(*woorden, "--waarom", str(reden))
    assert "Er staat 1 brief klaar" in uit.fout
    assert "brand" not in toegang("termijn", "waarom", zaak, "-g", "zwolle", "--json").uit
    (melden,) = toegang("werkvoorraad", "-g", "zwolle", "--json").json["meedelen"]
    assert (melden["zaak"], melden["wat"]) == (zaak, "meedelen dat de termijn stilstaat")
    toegang("termijn", "hervatten", zaak, "--op", "2026-11-16", "--medegedeeld", "2026-11-17", "-g", "zwolle")
    assert toegang("werkvoorraad", "-g", "zwolle", "--json").json["meedelen"] == []


def test_verdagen_zegt_of_de_termijn_opschuift(toegang, brenger, parkeerkaart):
    zaak = brenger("inzien")
    mededeling = toegang("termijn", "verdagen", zaak, "--weken", 2, "--op", "2026-11-16", "-g", "zwolle")
    assert mededeling.code == 0
    assert "laatste dag 16 november 2026" in mededeling.uit
    assert "de termijn verandert daardoor niet" in mededeling.fout
    assert "(nog te toetsen)" in mededeling.fout


def test_verdagen_van_een_parkeerkaart(toegang, parkeerkaart):
    te_laat = toegang("termijn", "verdagen", parkeerkaart, "--weken", 4, "--op", "2026-11-17", "-g", "zwolle")
    assert (te_laat.code, "is te laat" in te_laat.fout) == (5, True)
    op_tijd = toegang("termijn", "verdagen", parkeerkaart, "--weken", 4, "--op", "2026-11-16", "-g", "zwolle")
    assert "laatste dag 14 december 2026" in op_tijd.uit
    nog_eens = toegang("termijn", "verdagen", parkeerkaart, "--weken", 1, "--op", "2026-11-16", "-g", "zwolle")
    assert (nog_eens.code, "al verdaagd" in nog_eens.fout) == (5, True)


def test_ingebrekestelling_en_dwangsom(toegang, parkeerkaart, monkeypatch):
    te_vroeg = toegang("termijn", "ingebrekestelling", parkeerkaart, "--op", "2026-11-16", "-g", "zwolle")
    assert (te_vroeg.code, "te vroeg" in te_vroeg.fout) == (5, True)
    uit = toegang("termijn", "ingebrekestelling", parkeerkaart, "--op", "2026-11-17", "-g", "zwolle")
    assert uit.code == 0
    assert "Alsnog beslissen, voordat de dwangsom loopt: loopt; laatste dag 1 december 2026." in uit.uit
    monkeypatch.setenv("TOEGANG_VANDAAG", "2026-12-03")
    assert "dwangsom € 46,00" in " ".join(toegang("termijn", "lijst", "-g", "zwolle").uit.split())
    tekst = " ".join(toegang("termijn", "waarom", parkeerkaart, "-g", "zwolle").uit.split())
    assert "2 dagen tot en met donderdag 3 december 2026: 2 x € 23,00 = € 46,00. [Awb art. 4:17 lid 2]" in tekst
    assert "ten hoogste € 1.442,00" in tekst


def test_geen_dwangsom(toegang, parkeerkaart):
    woorden = ("termijn", "ingebrekestelling", parkeerkaart, "--op", "2026-11-17", "-g", "zwolle")
    assert toegang(*woorden, "--geen-dwangsom", "kennelijk").code == 0
    assert termijnen(toegang, parkeerkaart)["gpk.beslissing"]["dwangsom"]["centen"] == 0
    assert "kies uit" in toegang(*woorden, "--geen-dwangsom", "geen-zin").fout


def test_afmelden(toegang, data, schrijf, aanmelding, zaak):
    fout = toegang("termijn", "afmelden", zaak, "pw.voorschot", "--op", "2026-11-20", "-g", "zwolle")
    assert (fout.code, "geen lopende termijn" in fout.fout) == (5, True)
    onbekend = toegang("termijn", "afmelden", zaak, "999990019", "--op", "2026-11-20", "-g", "zwolle")
    assert (onbekend.code, "999990019" in onbekend.alles) == (2, False)


@pytest.mark.parametrize(
    "woorden",
    [
        ("opschorten", "overmacht", "--op", "31-02-2026"),
        ("opschorten", "overmacht", "--op", "2026-12-01"),
        ("opschorten", "aanvulling", "--op", "2026-11-05", "--uiterlijk", "morgen"),
        ("opschorten", "verzuim", "--op", "2026-11-05"),
        ("opschorten", "aanvulling", "--op", "2026-11-05"),
        ("hervatten", "--op", "gisteren"),
        ("verdagen", "--weken", "0", "--op", "2026-11-05"),
        ("verdagen", "--weken", "veel", "--op", "2026-11-05"),
        ("ingebrekestelling", "--op", ""),
    ],
)
def test_verkeerd_gebruik(toegang, brenger, woorden):
    zaak = brenger("inzien")
    voor = gebeurtenissen(toegang, zaak)
    uit = toegang("termijn", woorden[0], zaak, *woorden[1:], "-g", "zwolle")
    assert (uit.code, uit.uit) == (2, "")
    assert uit.fout
    assert "Storing" not in uit.fout
    # the own plan of the resident that ended its seven days is the only happening
    assert gebeurtenissen(toegang, zaak) == voor
    assert [item["sleutel"] for item in voor] == ["wmo.persoonlijk_plan"]


def test_wat_er_niet_is(toegang, data):
    for woorden in (("waarom", "Z2026-000099"), ("verdagen", "Z2026-000099", "--weken", 1, "--op", "2026-11-05")):
        uit = toegang("termijn", *woorden, "-g", "zwolle")
        assert (uit.code, "bestaat niet" in uit.fout) == (2, True)
    assert toegang("termijn", "waarom", "999990019", "-g", "zwolle").code == 2
    assert toegang("termijn", "lijst", "-g", "nergens").code != 0
    assert toegang("werkvoorraad", "-g", "zwolle", "--als", "M-999").code == 2


def test_werkvoorraad_volgt_de_zaak(toegang, brenger):
    zaak = brenger("team")
    eerst = toegang("werkvoorraad", "-g", "zwolle", "--json").json
    assert [(item["zaak"], item["stap"]) for item in eerst["stappen"]] == [(zaak, "TEAM")]
    assert [item["zaak"] for item in eerst["termijnen"]] == [zaak]
    assert {brief["stand"] for brief in eerst["brieven"]} == {"TE_MAKEN"}
    uit = toegang("werkvoorraad", "-g", "zwolle")
    assert uit.code == 0
    assert all(kop in uit.uit for kop in ("Termijnen", "Brieven", "Zaken die op een stap wachten"))
    assert max(len(regel) for regel in uit.uit.splitlines()) <= 80
    assert not [deel for deel in ("Kanariepiet", "999990019", "Molenweg") if deel in uit.alles]


def test_werkvoorraad_per_medewerker(toegang, brenger):
    zaak = brenger("inzien")
    (stap,) = toegang("werkvoorraad", "-g", "zwolle", "--json").json["stappen"]
    assert (stap["zaak"], stap["stap"], stap["wie"]) == (zaak, "BESLUIT", "teamleider")
    mensen = toegang("medewerker", "lijst", "-g", "zwolle", "--json").json["medewerkers"]
    leider = next(mens["id"] for mens in mensen if mens["functie"] == "teamleider")
    ander = next(mens["id"] for mens in mensen if mens["functie"] == "medewerker-contactcentrum")
    assert [item["zaak"] for item in _voor(toegang, leider)["stappen"]] == [zaak]
    assert [item["termijn"] for item in _voor(toegang, leider)["termijnen"]] == ["wmo.beslissing"]
    assert _voor(toegang, ander)["stappen"] == _voor(toegang, ander)["termijnen"] == []


def _voor(toegang, medewerker):
    return toegang("werkvoorraad", "-g", "zwolle", "--als", medewerker, "--json").json


def test_niets_te_doen(toegang, data):
    assert toegang("werkvoorraad", "-g", "zwolle").uit == "Er is niets te doen.\n"


def test_rond_de_jaarwisseling(toegang, zaak, monkeypatch):
    for dag, over in (("2026-12-31", -38), ("2027-01-01", -39)):
        monkeypatch.setenv("TOEGANG_VANDAAG", dag)
        gezien = toegang("termijn", "lijst", "-g", "zwolle", "--json").json
        assert [item["dagen_over"] for item in gezien["termijnen"]] == [over]


def test_de_woorden_zijn_die_van_de_gegevens():
    gronden = [rij.grond.value.lower() for rij in opschortingsgronden() if rij.over is Onderwerp.AANVRAAG]
    assert [grond.value for grond in termijn.Grond] == gronden
    assert [item.value for item in termijn.Uitzondering] == [item.value.lower() for item in Uitzondering]
