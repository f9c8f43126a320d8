"""Making letters and recording that they were sent."""

import os
import subprocess
import sys

import pytest

from toegang.domain.brief import Briefstatus
from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register
from toegang_cli.uitvoering import brieven


def batch(toegang, *meer):
    return toegang("beschikking", "batch", "--ja", "-g", "zwolle", "--processen", 1, *meer)


def test_een_proef_controleert_en_maakt_niets(toegang, brenger, data):
    brenger("batch")
    proef = batch(toegang, "--proef", "--json")
    assert proef.code == 0
    assert proef.json["proef"] is True
    assert len(proef.json["gemaakt"]) == 2
    assert not list(data.rglob("*.pdf"))
    assert "2 brieven te maken, 0 aangehouden, 0 mislukt" in batch(toegang, "--proef").uit


def test_elke_brief_precies_een_keer(toegang, brenger, tmp_path):
    brenger("batch")
    eerste = batch(toegang, "--map", tmp_path / "uit", "--json")
    assert (eerste.code, eerste.json["dagtekening"]) == (0, "2026-11-20")
    bestanden = sorted((tmp_path / "uit").glob("*/brieven/*.pdf"))
    assert [bestand.stem for bestand in bestanden] == sorted(eerste.json["gemaakt"])
    assert all(bestand.read_bytes().startswith(b"%PDF") for bestand in bestanden)
    assert {bestand.stat().st_mode & 0o777 for bestand in bestanden} == {0o600}
    tweede = batch(toegang, "--map", tmp_path / "uit")
    assert tweede.code == 0
    assert "0 brieven gemaakt" in tweede.uit
    assert "Er was niets te doen" in tweede.fout


def test_een_slechte_brief_houdt_de_andere_niet_tegen(toegang, brenger, data):
    zaak = brenger("batch")
    # a template that does not exist: one letter of two cannot be made
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1)) as werk:
        slecht = werk.brieven.zoek(zaak_id=zaak, status=Briefstatus.TE_MAKEN)[0]
        werk.brieven.bewaar(slecht.gewijzigd(sjabloon="bestaat/niet"))
        werk.commit()
    for woorden in (("--proef",), ()):
        uitkomst = batch(toegang, *woorden)
        assert uitkomst.code == 3
        assert "1 brief" in uitkomst.uit
        assert "1 mislukt" in uitkomst.uit
        assert "bestaat/niet" in uitkomst.uit
    assert len(list(data.rglob("brieven/*/brieven/*.pdf"))) == 1


def test_zonder_ja_of_toetsenbord_wordt_niets_gevraagd(toegang, brenger):
    brenger("batch")
    uitkomst = toegang("beschikking", "batch", "-g", "zwolle")
    assert uitkomst.code == 2
    assert "stelt zij vragen; dat kan hier niet" in uitkomst.fout
    assert toegang("beschikking", "batch").code == 2


def test_een_dagtekening_in_het_verleden_kan_niet(toegang, brenger):
    brenger("batch")
    uitkomst = batch(toegang, "--dagtekening", "2026-11-19")
    assert uitkomst.code == 2
    assert "ligt voor vandaag" in uitkomst.fout


def test_verzonden_op_de_dag_die_op_de_brief_staat(toegang, brenger):
    zaak = brenger("verzonden")
    woorden = ("beschikking", "verzonden", "-g", "zwolle", "--op")
    geen = toegang(*woorden, "2026-11-19")
    assert (geen.code, "geen zaken met brieven van 19 november 2026" in geen.uit) == (0, True)
    mis = toegang(*woorden, "2026-11-19", "--zaak", zaak)
    assert mis.code == 2

    proef = toegang(*woorden, "20-11-2026", "--proef")
    echt = toegang(*woorden, "2026-11-20")
    assert proef.uit == echt.uit
    assert "20 november 2026" in echt.uit
    # six weeks end on 1 January: a holiday on a Friday, so the next Monday (Algemene termijnenwet art. 1)
    assert "4 januari 2027" in echt.uit
    weer = toegang(*woorden, "2026-11-20", "--zaak", zaak)
    assert weer.code == 5


def test_verzonden_gaat_door_na_een_weigering(toegang, brenger, monkeypatch):
    zaak = brenger("verzonden")
    monkeypatch.setattr(brieven, "_zaken_van", lambda _plek, _dag: [zaak, "Z2026-000099"])
    uitkomst = toegang("beschikking", "verzonden", "-g", "zwolle", "--op", "2026-11-20")
    assert uitkomst.code == 3
    assert zaak in uitkomst.uit
    assert "Geweigerd: Zaak Z2026-000099 bestaat niet" in uitkomst.fout


def test_zonder_besluit_is_er_niets_op_te_stellen(toegang, zaak):
    uitkomst = toegang("beschikking", "opstellen", zaak, "-g", "zwolle")
    assert uitkomst.code == 5
    assert f"In zaak {zaak} is nog geen besluit genomen." in uitkomst.fout


ZONDER_PANGO = """
import os
import subprocess
import sys
import importlib.abc, sys
class Pango(importlib.abc.MetaPathFinder):
    def find_spec(self, naam, pad, doel=None):
        if naam == "weasyprint":
            raise OSError("cannot load library 'libgobject-2.0-0'")
sys.meta_path.insert(0, Pango())
"""


@pytest.mark.lang
def test_zonder_pango_gaat_niets_verloren(brenger, data, tmp_path):
    """The letter waits with a word about what to install, and is made when Pango is there again."""
    brenger("opstellen")
    (tmp_path / "zonder").mkdir()
    (tmp_path / "zonder" / "sitecustomize.py").write_text(ZONDER_PANGO)

    def batch(**anders):
        opdracht = [sys.executable, "-m", "toegang_cli", "beschikking", "batch", "--ja", "-g", "zwolle"]
        return subprocess.run(opdracht, env=os.environ | anders, capture_output=True, text=True, check=False)

    zonder = batch(PYTHONPATH=str(tmp_path / "zonder"))
    assert zonder.returncode == 3
    assert "Pango ontbreekt" in " ".join(zonder.stdout.split())
    assert "libpango-1.0-0" in " ".join(zonder.stdout.split())
    assert "Er is niets gemaakt" in zonder.stderr
    assert not list(data.rglob("*.pdf"))
    weer = batch()
    assert weer.returncode == 0, weer.stderr
    assert list(data.rglob("*.pdf"))
