"""A canary: a BSN and a name in the input of every command that fails never show up anywhere."""

from __future__ import annotations

import importlib
import json
from itertools import product

import pytest

from toegang_cli.docs.commandos import alle_opdrachten
from toegang_cli.main import opdrachtboom

BSN, NAAM = "999990019", "Kanariepiet"
GEHEIM = f"{NAAM} {BSN}"
ZAAK = "Z2026-000001"

# Bodies with the canary in a value, in a key, and where no JSON or TOML is at all.
BESTANDEN = {
    "waarde.json": {"op": GEHEIM, "gevoerd_door": GEHEIM, "soort": GEHEIM, "doelen": GEHEIM, "kenmerk": GEHEIM},
    "sleutel.json": {BSN: 1, "naam": {BSN: NAAM}},
    "lijst.json": [GEHEIM, {"kenmerk": GEHEIM, "leden": [{"persoon": {"bsn": BSN[:-1] + "8"}}]}],
    "kapot.json": '{"naam": "' + GEHEIM,
    "kapot.toml": f"naam = {GEHEIM}\n",
    "waarde.toml": f'[[medewerker]]\nid = 3\nnaam = "{GEHEIM}"\nfunctie = "{NAAM}"\n',
}
MET_BESTAND = [
    ("gesprek", "verslag", ZAAK),
    ("zaak", "plan", ZAAK),
    ("zaak", "besluit", ZAAK),
    ("besluit", "voorstel", ZAAK),
    ("besluit", "hoor", ZAAK),
    ("besluit", "toets", "--als", "M-012", "--lijst"),
    ("medewerker", "importeer"),
    ("melding", "importeer"),
]
MET_ARGUMENT = [
    *((*woorden, BSN, "-g", "zwolle") for woorden in [("waarom",), ("zaak", "toon"), ("zaak", "inzien")]),
    *((*woorden, BSN, "-g", "zwolle") for woorden in [("zaak", "team"), ("zaak", "sluit"), ("regie", "toon")]),
    *((*woorden, BSN, "-g", "zwolle") for woorden in [("regie", "beleg"), ("archief", "bepaal")]),
    ("beschikking", "opstellen", BSN, "-g", "zwolle"),
    ("beschikking", "verzonden", "-g", "zwolle", "--op", BSN),
    ("beschikking", "verzonden", "-g", "zwolle", "--op", "2026-11-20", "--zaak", BSN),
    ("beschikking", "batch", "-g", "zwolle", "--dagtekening", BSN),
    ("beschikking", "batch", "-g", BSN),
    ("beschikking", "sjablonen", "-g", BSN),
    ("beschikking", "voorbeeld", BSN, "-g", "zwolle"),
    ("beschikking", "voorbeeld", "wmo/toekenning", "-g", "zwolle", "--zaak", BSN),
    ("zaak", "aanvraag", ZAAK, "-g", "zwolle", "--op", BSN),
    ("zaak", "lijst", "-g", "zwolle", "--wet", BSN),
    ("zaak", "lijst", "-g", BSN),
    ("zaak", "toon", ZAAK, "-g", "zwolle", "--als", BSN),
    ("zaak", "team", ZAAK, "-g", "zwolle", "--als", GEHEIM),
    ("gesprek", "verslag", BSN, BSN, "-g", "zwolle"),
    ("zaak", "plan", ZAAK, BSN, "-g", "zwolle"),
    ("zaak", "besluit", ZAAK, f"{BSN}.toml", "-g", "zwolle"),
    ("zaak", "signaleer", ZAAK, f"{BSN}.txt", "-g", "zwolle"),
    ("zaak", "signaleer", ZAAK, "-", "--aan", GEHEIM, "-g", "zwolle", "--als", "M-012"),
    ("zaak", "signalen", BSN, "-g", "zwolle"),
    ("zaak", "signaal-af", BSN, "-", "-g", "zwolle"),
    ("besluit", "lijst", "-g", BSN),
    ("besluit", "toon", BSN, "-g", "zwolle"),
    ("besluit", "voorstel", BSN, BSN, "-g", "zwolle"),
    ("besluit", "hoor", ZAAK, f"{BSN}.toml", "-g", "zwolle"),
    ("besluit", "toets", BSN, "--akkoord", "-g", "zwolle"),
    ("besluit", "toets", ZAAK, "--terug", BSN, "-g", "zwolle"),
    ("besluit", "toets", "--lijst", BSN, "-g", "zwolle"),
    ("besluit", "neem", ZAAK, "--op", BSN, "-g", "zwolle"),
    ("besluit", "neem", BSN, "-g", "zwolle"),
    ("besluit", "herzie", BSN, "-g", "zwolle"),
    ("mandaat", "lijst", "-g", "zwolle", "--op", BSN),
    ("mandaat", "toets", BSN, "-g", "zwolle"),
    ("mandaat", "toets", ZAAK, "--medewerker", GEHEIM, "-g", "zwolle"),
    ("medewerker", "lijst", "-g", BSN),
    ("medewerker", "importeer", BSN, "-g", "zwolle"),
    ("melding", "importeer", BSN, "-g", "zwolle"),
    ("gemeente", "aansluiten", BSN),
    ("gemeente", "controleer", BSN),
    ("gemeente", "open", BSN),
    ("gemeente", "instel", "zwolle", BSN, GEHEIM),
    ("gemeente", "instel", "zwolle", "archief.actor", GEHEIM),
    ("gemeente", "lijst", BSN),
    ("plugin", "lijst", BSN),
    ("plugin", "haken", BSN),
    ("regels", "lijst", "--stap", BSN),
    ("regels", "bevestig", BSN, "-g", "zwolle"),
    ("regels", "bevestig", NAAM, "-g", "zwolle"),
    ("gemeente", "bijwerken", BSN),
    ("termijn", "lijst", "-g", BSN),
    ("termijn", "lijst", "--dagen", BSN + "x", "-g", "zwolle"),
    ("termijn", "waarom", BSN, "-g", "zwolle"),
    ("termijn", "opschorten", ZAAK, NAAM, "-g", "zwolle"),
    ("termijn", "opschorten", BSN, "aanvulling", "--op", "2026-11-20", "-g", "zwolle"),
    ("termijn", "hervatten", ZAAK, "--op", BSN, "-g", "zwolle"),
    ("termijn", "verdagen", ZAAK, "--weken", NAAM, "-g", "zwolle"),
    ("termijn", "ingebrekestelling", ZAAK, "--op", NAAM, "-g", "zwolle"),
    ("termijn", "afmelden", ZAAK, BSN, "--op", "2026-11-20", "-g", "zwolle"),
    ("termijn", "intrekken", ZAAK, BSN, "-g", "zwolle"),
    ("werkvoorraad", "-g", "zwolle", "--als", NAAM),
    ("doctor", "-g", BSN),
    ("demo", "--personen", BSN),
    ("demo", "--aantal", BSN + "x"),
    (BSN,),
    (NAAM,),
    ("zaak", NAAM),
    ("zaak", "toon", ZAAK, f"--{NAAM}", BSN),
]


def niets_lekt(map_, uitkomst):
    assert BSN not in uitkomst.alles
    assert NAAM not in uitkomst.alles
    for pad in map_.rglob("*"):
        assert BSN not in pad.name
        if pad.is_file():
            inhoud = pad.read_bytes()
            assert BSN.encode() not in inhoud, pad
            assert NAAM.encode() not in inhoud, pad


@pytest.mark.parametrize(("woorden", "naam"), list(product(MET_BESTAND, BESTANDEN)), ids=str)
def test_in_een_bestand(zaak, data, toegang, schrijf, woorden, naam):
    bestand = schrijf(f"kanarie-{naam}", BESTANDEN[naam])
    uitkomst = toegang(*woorden, bestand, "-g", "zwolle")
    assert uitkomst.code != 0
    niets_lekt(data, uitkomst)


@pytest.mark.parametrize("woorden", MET_ARGUMENT, ids=" ".join)
def test_in_een_argument(zaak, data, toegang, woorden, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    uitkomst = toegang(*woorden)
    assert uitkomst.code != 0
    niets_lekt(data, uitkomst)


@pytest.mark.parametrize(
    "velden",
    [
        {"bsn": "999990018"},
        {"geboortedatum": BSN},
        {"geslacht": NAAM},
        {"geheimhouding": NAAM},
        {NAAM.lower() + "_" + BSN: 1},
        {"geslachtsnaam": ""},
    ],
)
def test_in_een_geweigerde_persoon(data, toegang, schrijf, aanmelding, velden):
    slecht = aanmelding()
    slecht["leden"][0]["persoon"] |= velden
    bestand = schrijf("a.json", [slecht, aanmelding("k-2", loket=BSN), aanmelding("k-3", melder=NAAM)])
    uitkomst = toegang("melding", "importeer", bestand, "-g", "zwolle", "--json")
    assert len(json.loads(uitkomst.uit)["redenen"]) >= 3
    niets_lekt(data, uitkomst)


@pytest.mark.parametrize("spoor", ["0", "1"])
@pytest.mark.parametrize(
    ("plek", "woorden"),
    [
        ("uitvoering.stappen.stel_team_samen", ("zaak", "team", ZAAK, "-g", "zwolle")),
        ("uitvoering.stappen.beleg_regie", ("regie", "beleg", ZAAK, "-g", "zwolle")),
        ("uitvoering.meldingen.neem_in", ("melding", "importeer", "-g", "zwolle", "BESTAND")),
        ("uitvoering.zaken.feiten", ("zaak", "toon", ZAAK, "-g", "zwolle", "--json")),
        ("uitvoering.waarom.keten", ("waarom", ZAAK, "-g", "zwolle")),
        ("uitvoering.brieven.maak_verschuldigde_brieven", ("beschikking", "batch", "-g", "zwolle")),
    ],
)
def test_in_een_storing(zaak, data, toegang, schrijf, aanmelding, monkeypatch, plek, woorden, spoor):
    def stuk(*_, **__):
        lokaal = {"bsn": BSN, "naam": NAAM}
        raise KeyError(lokaal)

    module, _, naam = plek.rpartition(".")
    monkeypatch.setattr(importlib.import_module(f"toegang_cli.{module}"), naam, stuk)
    monkeypatch.setenv("TOEGANG_SPOOR", spoor)
    bestand = schrijf("a.json", aanmelding("k-9", bsn=None))
    uitkomst = toegang(*(bestand if woord == "BESTAND" else woord for woord in woorden))
    assert uitkomst.code == 1
    assert uitkomst.fout.splitlines()[-1 if spoor == "1" else -2].startswith(("Storing", "builtins.KeyError"))
    niets_lekt(data, uitkomst)


def test_niets_van_een_gelukte_zaak_ligt_leesbaar_op_schijf(brenger, data, toegang):
    zaak = brenger("opstellen")
    niets_lekt(data, toegang("beschikking", "opstellen", zaak, "-g", "zwolle"))


def test_elke_opdracht_is_beproefd():
    beproefd = {" ".join(woorden[:2]) for woorden in (*MET_BESTAND, *MET_ARGUMENT)} | {
        "waarom",
        "doctor",
        "demo",
        "werkvoorraad",
    }
    alle = {naam for naam, _ in alle_opdrachten(opdrachtboom(), "")}
    assert {naam.strip() for naam in alle} - beproefd == set()
