"""The public face: what a plugin may import, what that costs, and that no plugin reaches past it."""

import ast
import importlib
import subprocess
import sys
import typing
from enum import Enum
from pathlib import Path

import pytest
from pydantic import BaseModel

import toegang
from toegang.hookspecs import Haken
from toegang.plugins.verpakking import ANTWOORDTYPE

ROOT = Path(__file__).parents[2]
PLUGINS = sorted((*(ROOT / "plugins").rglob("*.py"), *(ROOT / "templates").rglob("*.py")))
EIGEN = {
    pad.name: {pad.name, "toegang"} for pad in (*ROOT.glob("plugins/*/toegang_*"), *ROOT.glob("templates/*/toegang_*"))
}


def soorten_in(aanduiding):
    """Return all classes of toegang in a type annotation, however deep."""
    if isinstance(aanduiding, type) and not typing.get_args(aanduiding):
        return {aanduiding} if aanduiding.__module__.startswith("toegang.") else set()
    return {soort for deel in typing.get_args(aanduiding) for soort in soorten_in(deel)}


def in_velden(soort):
    """Return the classes that are needed to build a value of this class."""
    nodig = {soort}
    if issubclass(soort, BaseModel):
        for veld in soort.model_fields.values():
            for deel in soorten_in(veld.annotation):
                nodig |= {deel} if issubclass(deel, Enum) else in_velden(deel)
    return nodig


class TestNamen:
    @pytest.mark.parametrize("naam", toegang.__all__)
    def test_elke_naam_wordt_gevonden_bij_het_eerste_gebruik(self, naam, monkeypatch):
        monkeypatch.delitem(vars(toegang), naam, raising=False)
        assert getattr(toegang, naam) is not None

    def test_een_onbekende_naam(self):
        with pytest.raises(AttributeError, match="module 'toegang' has no attribute 'Bestaatniet'"):
            _ = toegang.Bestaatniet

    def test_de_tabel_en_de_typechecker_zeggen_hetzelfde(self):
        """A name that only one of the two knows works for half of the plugin authors."""
        boom = ast.parse(Path(toegang.__file__).read_text(encoding="utf-8"))
        (blok,) = [deel for deel in boom.body if isinstance(deel, ast.If)]
        getypeerd = {alias.asname: deel.module for deel in blok.body for alias in deel.names}
        assert sorted(getypeerd) == toegang.__all__
        for naam, module in getypeerd.items():
            assert getattr(importlib.import_module(module), naam) is getattr(toegang, naam)

    @pytest.mark.parametrize("haak", [naam for naam in vars(Haken) if not naam.startswith("_")])
    def test_elk_type_van_een_haak_is_publiek(self, haak):
        """A plugin repeats the signature, so it must be able to import every type in it."""
        aanduidingen = typing.get_type_hints(getattr(Haken, haak))
        namen = {soort.__name__ for aanduiding in aanduidingen.values() for soort in soorten_in(aanduiding)}
        assert namen <= set(toegang.__all__)

    @pytest.mark.parametrize("soort", ANTWOORDTYPE.values())
    def test_een_antwoord_is_te_bouwen_met_publieke_namen(self, soort):
        assert {deel.__name__ for deel in in_velden(soort)} <= set(toegang.__all__)


def modules_na(programma):
    """Return which modules a fresh interpreter has loaded after a line of code."""
    code = f"import sys\nvoor = set(sys.modules)\n{programma}\nprint(*sorted(set(sys.modules) - voor))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


class TestKosten:
    def test_importeren_kost_niets(self):
        geladen = modules_na("import toegang")
        assert {naam.split(".")[0] for naam in geladen} & {"pydantic", "pluggy", "sqlalchemy", "weasyprint"} == set()
        assert {naam for naam in geladen if naam.startswith("toegang")} == {"toegang"}

    def test_een_lijst_kost_geen_pydantic(self):
        assert not any(naam.startswith("pydantic") for naam in modules_na("from toegang import Wet"))

    def test_een_plugin_laadt_geen_database_en_geen_pdf(self):
        geladen = {naam.split(".")[0] for naam in modules_na("from toegang import *")}
        assert "pydantic" in geladen
        assert geladen & {"sqlalchemy", "alembic", "weasyprint", "typer", "rich"} == set()


def importregels(bestand):
    """Return (module, names) of every import in a file, also inside functions."""
    for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            yield from ((alias.name, ()) for alias in knoop.names)
        elif isinstance(knoop, ast.ImportFrom):
            yield knoop.module or "", tuple(alias.name for alias in knoop.names)


class TestPlugins:
    def test_er_zijn_plugins(self):
        assert {"toegang_schagen", "toegang_beekdaelen", "toegang_zwolle", "toegang_doetinchem"} <= set(EIGEN)

    @pytest.mark.parametrize("bestand", PLUGINS, ids=lambda pad: str(pad.relative_to(ROOT)))
    def test_een_plugin_importeert_alleen_toegang_zelf(self, bestand):
        """Only the standard library, its own package, and public names of ``toegang``."""
        eigen = next((toegestaan for naam, toegestaan in EIGEN.items() if naam in bestand.parts), {"toegang"})
        for module, namen in importregels(bestand):
            basis = module.split(".")[0]
            assert basis in eigen | set(sys.stdlib_module_names), f"{module} is niet van deze plugin"
            if basis == "toegang":
                assert module == "toegang", f"{module} ligt dieper dan het publieke gezicht"
                assert set(namen) <= set(toegang.__all__)

    @pytest.mark.parametrize("bestand", PLUGINS, ids=lambda pad: str(pad.relative_to(ROOT)))
    def test_ook_niet_achterom(self, bestand):
        """Nor by a name in text: ``import_module("toegang.storage")``."""
        for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Call):
                teksten = [deel.value for deel in knoop.args if isinstance(deel, ast.Constant)]
                assert not any(isinstance(tekst, str) and tekst.startswith("toegang.") for tekst in teksten)
