"""A vernietigingslijst over the command line: who may do what, in which order, and what is left afterwards."""

import json
import shutil
import sqlite3

import pytest

from toegang.environment import Klok
from toegang.storage import Actor, controleer_logboek
from toegang.tenancy import Register

GEMEENTE = ("-g", "zwolle")
LIJST = ("archief", "vernietiging")
AAN_DE_BEURT, NA_BEDENKTIJD = "2041-11-20", "2041-12-20"
BEOORDELAAR = "M-002"


@pytest.fixture(scope="module")
def bewaard(tmp_path_factory):
    """Where the closed zaak is kept for the tests that come later."""
    return tmp_path_factory.mktemp("bewaard")


@pytest.fixture
def gesloten(brenger, stappen, data, toegang, bewaard, monkeypatch):
    """A closed zaak on the day on which its term has ended."""
    zaak = brenger("archief")
    if (bewaard / "data").exists():
        shutil.rmtree(data)
        shutil.copytree(bewaard / "data", data)
    else:
        assert toegang(*stappen["archief"]).code == 0
        shutil.copytree(data, bewaard / "data")
    monkeypatch.setenv("TOEGANG_VANDAAG", AAN_DE_BEURT)
    return zaak


@pytest.fixture
def archivaris(gesloten, data):
    """Id of the medewerker who looks after the archive."""
    return next(mens.id for mens in lees(data, lambda werk: werk.medewerkers.zoek()) if mens.functie == "archivaris")


@pytest.fixture
def opgesteld(gesloten, toegang):
    """Id of a list that was drawn up."""
    return doe(toegang, "opstellen", "--json").json["id"]


@pytest.fixture
def vastgesteld(opgesteld, toegang, archivaris):
    """Id of a list that was judged and decided."""
    doe(toegang, "beoordeel", opgesteld, "--als", BEOORDELAAR)
    doe(toegang, "vaststellen", opgesteld, "--aantal", 1, "--als", archivaris)
    return opgesteld


def doe(toegang, *woorden, code=0):
    uitkomst = toegang(*LIJST, *woorden, *GEMEENTE)
    assert uitkomst.code == code, (woorden, uitkomst.uit, uitkomst.fout)
    return uitkomst


def lees(data, vraag, *, schrijf=False):
    with (
        Register(data).opslag("zwolle", Klok().nu) as opslag,
        opslag.werk(Actor(uid=1), alleen_lezen=not schrijf) as werk,
    ):
        uit = vraag(werk)
        if schrijf:
            werk.commit()
        return uit


def hier(batch, data):
    """The data folder is a copy of another test's; its letters lie here too."""
    return batch.gewijzigd(map=str(data / "zwolle" / "brieven"))


def ingepakte_sleutel(data):
    with sqlite3.connect(data / "zwolle" / "toegang.sqlite3") as verbinding:
        return verbinding.execute("select sleutel from dossiers").fetchone()[0]


def test_van_lijst_tot_verklaring(vastgesteld, gesloten, toegang, archivaris, data, monkeypatch, tmp_path):
    sleutel = ingepakte_sleutel(data)
    assert sleutel
    lees(data, lambda werk: [werk.batches.bewaar(hier(batch, data)) for batch in werk.batches.zoek()], schrijf=True)
    assert list((data / "zwolle").rglob("brieven/*/brieven/*.pdf"))
    te_vroeg = doe(toegang, "uitvoeren", vastgesteld, "--aantal", 1, "--als", archivaris, code=5)
    assert "kan pas vanaf 20 december 2041" in te_vroeg.fout

    monkeypatch.setenv("TOEGANG_VANDAAG", NA_BEDENKTIJD)
    proef = doe(toegang, "uitvoeren", vastgesteld, "--aantal", 1, "--als", archivaris, "--proef")
    assert "1 zaak zou vernietigd zijn" in proef.uit
    assert ingepakte_sleutel(data) == sleutel
    doe(toegang, "uitvoeren", vastgesteld, "--aantal", 1, "--als", archivaris)

    assert toegang("zaak", "inzien", gesloten, "--als", archivaris, *GEMEENTE).code != 0
    assert not list((data / "zwolle").rglob("*.pdf"))
    for pad in (data / "zwolle").rglob("*"):
        assert not pad.is_file() or sleutel not in pad.read_bytes(), pad
    assert lees(data, controleer_logboek).in_orde
    (regel,) = lees(data, lambda werk: werk.logboek.regels(actie="archief.vernietigd"))
    assert regel.detail["zaken"] == gesloten

    verklaring = tmp_path / "verklaring.json"
    doe(toegang, "verklaring", vastgesteld, "--naar", verklaring)
    inhoud = json.loads(verklaring.read_text())["inhoud"]
    assert [item["zaak"] for item in inhoud["zaken"]] == [gesloten]
    assert len(inhoud["zaken"][0]["sha256"]) == 64
    assert toegang(*LIJST, "controleer", verklaring).code == 0
    verklaring.write_text(verklaring.read_text().replace(NA_BEDENKTIJD, "2041-12-21"))
    assert toegang(*LIJST, "controleer", verklaring).code == 6
    nog_eens = doe(toegang, "uitvoeren", vastgesteld, "--aantal", 0, "--als", archivaris, code=5)
    assert "is vernietigd" in nog_eens.fout


@pytest.mark.parametrize("regel", ["L-153"])
def test_zonder_beoordeling_en_vaststelling_wordt_niets_vernietigd(
    opgesteld, toegang, archivaris, data, monkeypatch, regel
):
    monkeypatch.setenv("TOEGANG_VANDAAG", NA_BEDENKTIJD)
    geweigerd = doe(toegang, "uitvoeren", opgesteld, "--aantal", 1, "--als", archivaris, code=5)
    assert "deze stap kan alleen als zij vastgesteld is" in geweigerd.fout
    assert ingepakte_sleutel(data)


def test_alleen_de_archivaris_en_niet_wie_beoordeelde(opgesteld, toegang, archivaris):
    doe(toegang, "beoordeel", opgesteld, "--als", archivaris)
    anders = doe(toegang, "vaststellen", opgesteld, "--aantal", 1, "--als", BEOORDELAAR, code=4)
    assert "Alleen wie het archief beheert (archivaris)" in anders.fout
    zelf = doe(toegang, "vaststellen", opgesteld, "--aantal", 1, "--als", archivaris, code=4)
    assert "zelf beoordeeld; vaststellen doet een ander" in zelf.fout


def test_wie_beoordeelt_kan_een_dossier_behouden(opgesteld, gesloten, toegang, archivaris, monkeypatch, data):
    fout = doe(toegang, "beoordeel", opgesteld, "--behoud", f"{gesloten}=zomaar", code=2)
    assert "Kies de reden uit: procedure, toezicht" in fout.fout
    doe(toegang, "beoordeel", opgesteld, "--behoud", "Z2026-000999=procedure", code=2)
    uit = doe(toegang, "beoordeel", opgesteld, "--behoud", f"{gesloten}=procedure", "--als", BEOORDELAAR).uit
    assert "Er loopt of dreigt een procedure." in " ".join(uit.split())
    doe(toegang, "vaststellen", opgesteld, "--aantal", 1, "--als", archivaris, code=2)
    doe(toegang, "vaststellen", opgesteld, "--aantal", 0, "--als", archivaris)
    monkeypatch.setenv("TOEGANG_VANDAAG", NA_BEDENKTIJD)
    doe(toegang, "uitvoeren", opgesteld, "--aantal", 0, "--als", archivaris)
    assert ingepakte_sleutel(data)


def test_wat_sinds_de_vaststelling_opkwam_blijft(vastgesteld, gesloten, toegang, archivaris, data, monkeypatch):
    def heropen(werk):
        brief = werk.brieven.zoek(zaak_id=gesloten)[0]
        werk.brieven.bewaar(brief.gewijzigd(status="TE_MAKEN"))

    lees(data, heropen, schrijf=True)
    monkeypatch.setenv("TOEGANG_VANDAAG", NA_BEDENKTIJD)
    uit = doe(toegang, "uitvoeren", vastgesteld, "--aantal", 1, "--als", archivaris).uit
    assert f"- {gesloten} blijft: Er wacht nog een brief op verzending." in uit
    assert "0 zaken vernietigd" in uit
    assert ingepakte_sleutel(data)


def test_een_dossier_staat_op_een_lijst_tegelijk_en_intrekken_kan(opgesteld, toegang, archivaris):
    dubbel = doe(toegang, "opstellen", code=5)
    assert f"Er lopen al lijsten: {opgesteld}" in dubbel.fout
    doe(toegang, "trek-in", opgesteld)
    doe(toegang, "beoordeel", opgesteld, code=5)
    doe(toegang, "verklaring", opgesteld, "--naar", "v.json", code=5)
    doe(toegang, "opstellen")
    tabel = doe(toegang, "toon").uit
    assert ("ingetrokken" in tabel, "opgesteld" in tabel) == (True, True)
    assert "stel op" in doe(toegang, "toon", opgesteld).uit


def test_niets_aan_de_beurt_en_een_dag_die_nog_komt(gesloten, toegang, monkeypatch, tmp_path):
    assert "is er niets om op een vernietigingslijst" in doe(toegang, "opstellen", "--op", "2041-11-19", code=5).fout
    assert "ligt in de toekomst" in doe(toegang, "opstellen", "--op", "2041-11-21", code=2).fout
    geen = tmp_path / "x.json"
    geen.write_text("{}")
    assert "geen verklaring van vernietiging" in toegang(*LIJST, "controleer", geen).fout
