"""The base class of a plugin: data beside the code, and every fault with its key path."""

import copy
import hashlib
import sys
import traceback
from pathlib import Path

import pytest
from bouwers import ORGANISATIE

from toegang.domain.openstaand import vereis
from toegang.errors import NietToegestaan, PluginFout
from toegang.plugins.gemeenteplugin import Gemeenteplugin

TOML = 'naam = "Proefdorp"\n'


@pytest.fixture
def pakket(tmp_path, monkeypatch):
    """An importable package ``toegang_proefpakket``; returns its folder."""
    map = tmp_path / "toegang_proefpakket"
    map.mkdir()
    (map / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    yield map
    sys.modules.pop("toegang_proefpakket", None)


def uit_pakket(soort=Gemeenteplugin):
    return soort.uit_pakket("toegang_proefpakket")


def plugin(**anders):
    return Gemeenteplugin(Path("toegang_proefdorp"), {**copy.deepcopy(ORGANISATIE), **anders}, "0")


class TestUitPakket:
    def test_leest_het_bestand_naast_de_code(self, pakket):
        (pakket / "organisatie.toml").write_text(TOML, encoding="utf-8")
        plugin = uit_pakket()
        assert plugin.ruw == {"naam": "Proefdorp"}
        assert plugin.map == pakket
        assert plugin.hash == hashlib.sha256(TOML.encode()).hexdigest()

    def test_een_onderklasse_blijft_zichzelf(self, pakket):
        class Eigen(Gemeenteplugin):
            pass

        (pakket / "organisatie.toml").write_text(TOML, encoding="utf-8")
        assert type(uit_pakket(Eigen)) is Eigen

    def test_bestand_ontbreekt(self, pakket):
        with pytest.raises(PluginFout, match=r"toegang_proefpakket: organisatie\.toml is niet te lezen") as fout:
            uit_pakket()
        assert str(pakket) not in str(fout.value)

    def test_geen_toml_noemt_de_regel(self, pakket):
        (pakket / "organisatie.toml").write_text('naam = "Proefdorp"\ncode 1\n', encoding="utf-8")
        with pytest.raises(PluginFout, match=r"geen geldige TOML: .*line 2"):
            uit_pakket()

    def test_geen_utf8(self, pakket):
        (pakket / "organisatie.toml").write_bytes(b'naam = "Proefdorp\xff"\n')
        with pytest.raises(PluginFout, match="geen geldige TOML"):
            uit_pakket()


class TestOrganisatie:
    def test_geldig(self):
        assert plugin().organisatie({}).naam == "Proefdorp"

    def test_alle_fouten_tegelijk_met_hun_pad(self):
        kapot = plugin(gemeentecode="12", onbekend=1, archiefactor="Met Hoofdletter")
        kapot.ruw["team"][1]["soort"] = "KRING"
        del kapot.ruw["functie"][0]["naam"]
        with pytest.raises(PluginFout) as fout:
            kapot.organisatie({})
        regels = str(fout.value).splitlines()
        assert regels[0] == "toegang_proefdorp/organisatie.toml is niet geldig:"
        assert "  - gemeentecode: heeft niet de juiste vorm" in regels
        assert "  - onbekend: deze sleutel bestaat niet" in regels
        assert "  - functie.1.naam: ontbreekt" in regels
        assert any(regel.startswith("  - team.2.soort: kies uit 'WIJKTEAM', ") for regel in regels)
        assert "  - archiefactor: heeft niet de juiste vorm" in regels
        assert regels[-1] == "Herstel deze sleutels."
        assert "Met Hoofdletter" not in "".join(traceback.format_exception(fout.value))

    def test_antwoorden_vullen_de_open_sleutels(self):
        open_ = plugin(archiefactor="open:archief", caseload_plafond="open:plafond")
        leeg = open_.organisatie({})
        assert (leeg.archiefactor, leeg.caseload_plafond) == ("open:archief", "open:plafond")
        gevuld = open_.organisatie({"archief": "archivaris", "plafond": "40", "ander": "x"})
        assert (gevuld.archiefactor, gevuld.caseload_plafond) == ("archivaris", 40)
        with pytest.raises(NietToegestaan):
            vereis(leeg, leeg.archiefactor)

    def test_een_antwoord_van_de_verkeerde_soort(self):
        with pytest.raises(PluginFout, match="caseload_plafond"):
            plugin(caseload_plafond="open:plafond").organisatie({"plafond": "veel"})

    def test_de_ruwe_gegevens_blijven_zoals_ze_waren(self):
        open_ = plugin(archiefactor="open:archief")
        open_.organisatie({"archief": "archivaris"})
        assert open_.ruw["archiefactor"] == "open:archief"


class TestBestanden:
    def test_huisstijlbestand(self, tmp_path):
        (tmp_path / "huisstijl").mkdir()
        (tmp_path / "huisstijl" / "logo.svg").write_bytes(b"<svg/>")
        (tmp_path / "geheim.txt").write_bytes(b"niet voor een brief")
        eigen = Gemeenteplugin(tmp_path, {}, "0")
        assert eigen.huisstijlbestand("logo.svg") == b"<svg/>"
        with pytest.raises(PluginFout, match=r"huisstijl/geheim\.txt is niet te lezen") as fout:
            eigen.huisstijlbestand("../geheim.txt")
        assert str(tmp_path) not in str(fout.value)

    def test_sjablonen_alleen_als_de_map_er_is(self, tmp_path):
        eigen = Gemeenteplugin(tmp_path, {}, "0")
        assert eigen.template_dirs() == ()
        (tmp_path / "sjablonen").mkdir()
        assert eigen.template_dirs() == (str(tmp_path / "sjablonen"),)
