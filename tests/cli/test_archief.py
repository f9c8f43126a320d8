"""The archive over the command line: what is due on a day, a zaak as a bag, and a bag that was touched."""

import json
import shutil
from pathlib import Path

import pytest
from lxml import etree

from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register

GEMEENTE = ("-g", "zwolle")
MDTO = Path(__file__).parents[3] / "shared" / "data" / "mdto"


@pytest.fixture(scope="module")
def bewaard(tmp_path_factory):
    """Where the closed zaak is kept for the tests that come later."""
    return tmp_path_factory.mktemp("bewaard")


@pytest.fixture
def gesloten(brenger, stappen, data, toegang, bewaard):
    """A closed zaak of which the archive is decided."""
    zaak = brenger("archief")
    if (bewaard / "data").exists():
        shutil.rmtree(data)
        shutil.copytree(bewaard / "data", data)
        return zaak
    assert toegang(*stappen["archief"]).code == 0
    shutil.copytree(data, bewaard / "data")
    return zaak


def logregels(data, actie):
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1), alleen_lezen=True) as werk:
        return list(werk.logboek.regels(actie=actie))


def lijst(toegang, op, *meer):
    uitkomst = toegang("archief", "lijst", "--op", op, "--json", *meer, *GEMEENTE)
    assert uitkomst.code == 0, uitkomst.fout
    return uitkomst.json["zaken"]


def test_een_zaak_komt_op_de_dag_zelf_op_de_lijst(gesloten, toegang):
    assert lijst(toegang, "2041-11-19") == []
    (nog,) = lijst(toegang, "2041-11-19", "--alles")
    assert (nog["wat"], nog["datum"]) == ("LOOPT", "2041-11-20")
    (weg,) = lijst(toegang, "2041-11-20")
    assert (weg["zaak"], weg["wat"], weg["resultaat"], weg["waarom"]) == (gesloten, "VERNIETIGEN", "8.1.1", [])
    uit = toegang("archief", "lijst", "--op", "2041-11-20", *GEMEENTE).uit
    assert "1 gesloten zaak: 1 op de vernietigingslijst." in uit
    assert max(len(regel) for regel in uit.splitlines()) <= 80


def test_een_open_zaak_in_hetzelfde_dossier_houdt_haar_tegen(gesloten, data, toegang):
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1)) as werk:
        zaak = werk.zaken.haal(gesloten)
        tweede = zaak.gewijzigd(id="Z2026-000900", gesloten_op=None, uitkomst=None, versie=0)
        werk.zaken.bewaar(tweede)
        werk.commit()
    (regel,) = lijst(toegang, "2041-11-20")
    assert (regel["wat"], regel["waarom"]) == ("WACHT", ["Zaak Z2026-000900 in hetzelfde dossier is nog open."])


def test_wat_een_zaak_tegenhoudt_houdt_ook_de_andere_van_het_dossier(gesloten, data, toegang):
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1)) as werk:
        zaak, record = werk.zaken.haal(gesloten), werk.archief.haal(gesloten)
        werk.zaken.bewaar(zaak.gewijzigd(id="Z2026-000900", versie=0))
        geblokkeerd = record.berekening | {"geblokkeerd": True, "reden_blokkade": "De archivaris kiest."}
        werk.archief.bewaar("Z2026-000900", record.besluit, record.actiedatum, geblokkeerd)
        werk.commit()
    beide = {regel["zaak"]: regel for regel in lijst(toegang, "2041-11-20")}
    assert {regel["wat"] for regel in beide.values()} == {"WACHT"}
    assert beide[gesloten]["waarom"] == ["Zaak Z2026-000900 in hetzelfde dossier wacht op een keuze van de archivaris."]
    assert beide["Z2026-000900"]["waarom"] == ["De archivaris kiest."]


def test_een_gesloten_zaak_zonder_archiefbesluit_is_nog_te_bepalen(brenger, toegang):
    brenger("archief")
    (regel,) = lijst(toegang, "2030-01-01")
    assert (regel["wat"], regel["datum"]) == ("TE_BEPALEN", None)
    geweigerd = toegang("archief", "exporteer", regel["zaak"], "--naar", ".", *GEMEENTE)
    assert geweigerd.code == 5
    assert "is het archief nog niet bepaald" in geweigerd.fout


@pytest.fixture
def zak(gesloten, toegang, tmp_path):
    """A bag with the closed zaak."""
    (tmp_path / "uit").mkdir()
    uitkomst = toegang("archief", "exporteer", gesloten, "--naar", tmp_path / "uit", *GEMEENTE, "--json")
    assert uitkomst.code == 0, uitkomst.fout
    return tmp_path / "uit" / gesloten


def test_een_overdracht_is_volledig_en_staat_in_het_logboek(zak, data, toegang, gesloten):
    pdfs = sorted(zak.rglob("*.pdf"))
    assert len(pdfs) == 2
    assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in pdfs)
    gegevens = json.loads((zak / "data" / f"{gesloten}-gegevens" / f"{gesloten}-gegevens.json").read_text())
    assert {"zaken", "besluiten", "brieven", "plannen", "gesprekken", "archief"} <= set(gegevens)
    assert [item["id"] for item in gegevens["zaken"]] == [gesloten]
    assert zak.stat().st_mode & 0o077 == 0
    assert toegang("archief", "controleer", zak).code == 0
    (regel,) = logregels(data, "archief.geexporteerd")
    assert (regel.zaak, regel.detail["stukken"]) == (gesloten, "3")


@pytest.mark.parametrize("versie", ["1.0.1", "1.0.2"])
def test_alles_wat_wij_beschrijven_is_mdto(zak, versie):
    if not MDTO.is_dir():
        pytest.skip("de officiele schema's van MDTO staan hier niet")
    schema = etree.XMLSchema(etree.parse(MDTO / f"MDTO-XML{versie}.xsd"))
    beschreven = sorted(zak.rglob("*.mdto.xml"))
    assert len(beschreven) == 7
    for bestand in beschreven:
        schema.assertValid(etree.parse(bestand))


SCHADE = {
    "gewijzigd": (lambda zak: _raak(zak, "*.pdf"), r"is gewijzigd nadat de hash is berekend"),
    "weg": (lambda zak: next(zak.rglob("*.json")).unlink(), "ontbreekt"),
    "erbij": (lambda zak: (zak / "data" / "extra.txt").write_text("x"), "data/extra.txt hoort er niet bij"),
    "manifest": (lambda zak: _raak(zak, "bag-info.txt"), "de beschrijving van de map zelf is gewijzigd"),
    "afgekapt": (lambda zak: (zak / "bagit.txt").write_text(""), "bagit.txt of het manifest is onleesbaar"),
}


def _raak(zak, patroon):
    bestand = next(zak.rglob(patroon))
    bestand.write_bytes(bestand.read_bytes() + b" ")


@pytest.mark.parametrize("soort", SCHADE)
def test_wat_er_daarna_verandert_wordt_gevonden(zak, toegang, soort):
    doe, zegt = SCHADE[soort]
    doe(zak)
    uitkomst = toegang("archief", "controleer", zak)
    assert uitkomst.code == 6
    assert zegt in uitkomst.uit


def test_er_wordt_niets_overschreven_en_een_proef_laat_niets_achter(zak, toegang, gesloten, tmp_path, data):
    nog_eens = toegang("archief", "exporteer", gesloten, "--naar", tmp_path / "uit", *GEMEENTE)
    assert (nog_eens.code, "er wordt niets overschreven" in nog_eens.fout) == (5, True)
    (tmp_path / "leeg").mkdir()
    proef = toegang("archief", "exporteer", gesloten, "--naar", tmp_path / "leeg", "--proef", *GEMEENTE)
    assert (proef.code, list((tmp_path / "leeg").iterdir())) == (0, [])
    assert len(logregels(data, "archief.geexporteerd")) == 1
    weg = toegang("archief", "exporteer", gesloten, "--naar", tmp_path / "er-niet", *GEMEENTE)
    assert (weg.code, "mkdir er-niet" in weg.fout) == (2, True)
    geen_zak = toegang("archief", "controleer", tmp_path / "leeg")
    assert (geen_zak.code, "bagit.txt ontbreekt" in geen_zak.fout) == (2, True)
