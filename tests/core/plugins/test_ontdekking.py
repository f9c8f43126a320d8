"""Discovery: by metadata only, one gemeente at a time; a broken one never touches another."""

import re
import subprocess
import sys
import traceback

import pytest
from distributies import GOED, maak

from toegang.errors import PluginFout
from toegang.hookspecs import GROEP_GEMEENTEN, GROEP_UITBREIDINGEN
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.ontdekking import Inschrijving, inschrijvingen, laad, laad_uitbreiding, zoek


@pytest.fixture
def installatie(tmp_path, monkeypatch):
    """A folder on ``sys.path``; what a test imports from it is forgotten afterwards."""
    monkeypatch.syspath_prepend(str(tmp_path))
    voor = set(sys.modules)
    yield tmp_path
    for naam in set(sys.modules) - voor:
        if naam.startswith("toegang_proef"):
            del sys.modules[naam]


def namen(groep=GROEP_GEMEENTEN):
    return [item.naam for item in inschrijvingen(groep) if item.naam.startswith("proef")]


class TestMetagegevens:
    def test_wat_zonder_importeren_bekend_is(self, installatie):
        module = maak(installatie, "toegang-proefdorp", "proefdorp", versie="4.5.6")
        assert zoek("proefdorp") == Inschrijving(
            "proefdorp", GROEP_GEMEENTEN, "toegang-proefdorp", "4.5.6", "toegang_proefdorp:plugin"
        )
        assert module not in sys.modules

    def test_op_naam_gesorteerd(self, installatie):
        for naam in ("proefstad", "proefdorp", "proefland"):
            maak(installatie, f"toegang-{naam}", naam)
        assert namen() == ["proefdorp", "proefland", "proefstad"]

    def test_alleen_de_eigen_groep(self, installatie):
        maak(installatie, "toegang-proefdorp", "proefdorp")
        maak(installatie, "toegang-proefbrief", "proefbrief", groep=GROEP_UITBREIDINGEN)
        maak(installatie, "toegang-proefvolgend", "proefvolgend", groep="toegang.gemeenten.v2")
        assert namen() == ["proefdorp"]
        assert namen(GROEP_UITBREIDINGEN) == ["proefbrief"]

    def test_twee_keer_op_het_pad_is_een(self, installatie, monkeypatch):
        maak(installatie, "toegang-proefdorp", "proefdorp")
        monkeypatch.syspath_prepend(str(installatie))
        assert namen() == ["proefdorp"]

    @pytest.mark.parametrize("metadata", ["", "Metadata-Version: 2.1\n"])
    def test_halve_metagegevens_houden_de_lijst_niet_tegen(self, installatie, metadata):
        """A dist-info that was half removed: it is still listed, and the others are too."""
        maak(installatie, "toegang-proefhalf", "proefhalf", metadata=metadata)
        maak(installatie, "toegang-proefdorp", "proefdorp")
        assert namen() == ["proefdorp", "proefhalf"]
        assert zoek("proefdorp").distributie == "toegang-proefdorp"
        assert zoek("proefhalf").versie == "?"


class TestZoek:
    def test_onbekende_gemeente(self, installatie):
        maak(installatie, "toegang-proefdorp", "proefdorp")
        with pytest.raises(PluginFout, match="gemeente 'nergens'") as fout:
            zoek("nergens")
        assert "proefdorp" in fout.value.vervolg

    def test_onbekende_uitbreiding(self):
        with pytest.raises(PluginFout, match="uitbreiding 'nergens'"):
            laad_uitbreiding("nergens")

    def test_niets_geinstalleerd(self):
        with pytest.raises(PluginFout) as fout:
            zoek("proefdorp", "toegang.uitbreidingen.v0")
        assert "Geïnstalleerd: geen." in fout.value.vervolg

    def test_twee_met_dezelfde_naam(self, installatie):
        maak(installatie, "toegang-proefdorp", "proefdorp")
        maak(installatie, "toegang-proefanders", "proefdorp")
        maak(installatie, "toegang-proefstad", "proefstad")
        with pytest.raises(PluginFout, match="toegang-proefanders en toegang-proefdorp"):
            zoek("proefdorp")
        assert zoek("proefstad").distributie == "toegang-proefstad"


STUK = {
    "importfout": ("import bestaat_niet\n", "ModuleNotFoundError"),
    "naam bestaat niet": ("from toegang import BestaatNiet\n", "ImportError (cannot import name 'BestaatNiet'"),
    "schrijffout": ("plugin = = 1\n", "SyntaxError"),
    "uitzondering": ("raise ValueError('stuk')\n", "ValueError"),
    "stopt het programma": ("import sys\nsys.exit(0)\n", "SystemExit"),
    "map verwijderd": (None, "ModuleNotFoundError"),
    "attribuut ontbreekt": ("", "AttributeError"),
}


class TestLaad:
    @pytest.mark.parametrize("geval", STUK)
    def test_een_kapotte_gemeente_staat_alleen_stil(self, installatie, geval):
        bron, soort = STUK[geval]
        maak(installatie, "toegang-proefkapot", "proefkapot", bron=bron)
        goed = maak(installatie, "toegang-proefdorp", "proefdorp")
        with pytest.raises(PluginFout) as fout:
            laad(zoek("proefkapot"))
        tekst = str(fout.value)
        assert "'proefkapot' (toegang-proefkapot 1.2.3) kan niet worden geladen" in tekst
        assert soort in tekst
        assert "de andere gemeenten werken door" in tekst
        assert not re.search(r"importlib|ontdekking\.py|[(' ]/", tekst)
        assert goed not in sys.modules
        assert isinstance(laad(zoek("proefdorp")), Gemeenteplugin)
        assert namen() == ["proefdorp", "proefkapot"]

    def test_de_plek_van_de_fout(self, installatie):
        maak(installatie, "toegang-proefkapot", "proefkapot", bron="\n\nraise ValueError('stuk')\n")
        with pytest.raises(PluginFout, match=r"ValueError in toegang_proefkapot/__init__\.py regel 3\."):
            laad(zoek("proefkapot"))

    def test_de_plek_van_een_schrijffout(self, installatie):
        maak(installatie, "toegang-proefkapot", "proefkapot", bron="\n\nplugin = = 1\n")
        with pytest.raises(PluginFout, match=r"SyntaxError \(invalid syntax \(__init__\.py, line 3\)\)"):
            laad(zoek("proefkapot"))

    def test_het_doel_heeft_geen_vorm(self, installatie):
        maak(installatie, "toegang-proefkapot", "proefkapot", doel="dit is geen doel!")
        with pytest.raises(PluginFout, match="proefkapot"):
            laad(zoek("proefkapot"))

    def test_eigen_fout_van_het_gegevensbestand_gaat_door(self, installatie):
        """A plugin whose organisatie.toml is wrong says so itself, with the line."""
        bron = "from toegang import Gemeenteplugin\nplugin = Gemeenteplugin.uit_pakket(__name__)\n"
        module = maak(installatie, "toegang-proefdata", "proefdata", bron=bron)
        (installatie / module / "organisatie.toml").write_text("naam = \n", encoding="utf-8")
        with pytest.raises(PluginFout, match=r"toegang_proefdata: organisatie\.toml is geen geldige TOML: .*line 1"):
            laad(zoek("proefdata"))

    def test_ctrl_c_blijft_ctrl_c(self, installatie):
        maak(installatie, "toegang-proefstop", "proefstop", bron="raise KeyboardInterrupt\n")
        with pytest.raises(KeyboardInterrupt):
            laad(zoek("proefstop"))

    def test_het_spoor_blijft_voor_wie_de_plugin_herstelt(self, installatie):
        maak(installatie, "toegang-proefkapot", "proefkapot", bron="raise ValueError('stuk')\n")
        with pytest.raises(PluginFout) as fout:
            laad(zoek("proefkapot"))
        assert "toegang_proefkapot" in "".join(traceback.format_exception(fout.value))

    def test_uitbreiding(self, installatie):
        maak(installatie, "toegang-proefbrief", "proefbrief", groep=GROEP_UITBREIDINGEN, bron="plugin = 'brieven'\n")
        bron, object_ = laad_uitbreiding("proefbrief")
        assert (bron.distributie, object_) == ("toegang-proefbrief", "brieven")


def test_in_een_vers_proces_wordt_alleen_de_gevraagde_gemeente_geladen(tmp_path):
    """The proof without any help of pytest: a new interpreter, one gemeente broken, one asked for."""
    maak(tmp_path, "toegang-proefdorp", "proefdorp", bron=GOED)
    maak(tmp_path, "toegang-proefkapot", "proefkapot", bron="raise SystemExit('gestopt')\n")
    programma = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from toegang.plugins.ontdekking import inschrijvingen, laad, zoek\n"
        "print(*[i.naam for i in inschrijvingen('toegang.gemeenten.v1') if i.naam.startswith('proef')])\n"
        "print(type(laad(zoek('proefdorp'))).__name__)\n"
        "print(*sorted(m for m in sys.modules if m.startswith('toegang_')))\n"
    )
    uit = subprocess.run(
        [sys.executable, "-c", programma, str(tmp_path)], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert uit == ["proefdorp proefkapot", "Gemeenteplugin", "toegang_proefdorp"]
