"""The organisation models: chosen by name, with choices that are checked, citing only rules that hold."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from toegang.errors import PluginFout
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.modellen import MODELLEN, laad_model
from toegang.plugins.proefplugin import Proefplugin
from toegang.plugins.verpakking import Herkomst
from toegang.testing.proefstuk import Proefstuk
from toegang.testing.vraaggesprek import ondervraag
from toegang_cli.skelet.keuzes import Keuzes
from toegang_cli.skelet.schrijven import maak

OP = date(2026, 11, 20)
EIGEN = re.compile(r"[SBZD]-\d+")


def gegevens(model, **anders):
    keuzes = Keuzes("hoorn", "Hoorn", "0405", model, ("Noord", "Zuid"), "teamleider", "a@b.nl", "2026-01-01")
    return {**tomllib.loads(maak(keuzes)["toegang_hoorn/organisatie.toml"]), **anders}


@pytest.mark.parametrize("naam", MODELLEN)
def test_elk_model_zegt_wie_het_is(naam):
    model = laad_model(naam)
    assert (model.naam, bool(model.naar), model.uitleg[-1]) == (naam, True, ".")
    assert {"schagen", "beekdaelen", "zwolle", "doetinchem"} == {laad_model(ander).naar for ander in MODELLEN}


def test_een_model_dat_er_niet_is():
    with pytest.raises(PluginFout, match="'kring' bestaat niet") as fout:
        laad_model("kring")
    assert "telefoonfilter" in fout.value.vervolg


def test_keuzes_zonder_model():
    ruw = gegevens("wijkteams", modelkeuze={"coach": "x"})
    del ruw["model"]
    with pytest.raises(PluginFout, match="modelkeuze: er is geen model gekozen"):
        Gemeenteplugin(Path("toegang_hoorn"), ruw, "0").organisatie({})


def _stuk(plugin):
    bron = Proefplugin("toegang_hoorn:plugin", "toegang-hoorn", "0")
    return Proefstuk("hoorn", bron, Herkomst("toegang-hoorn", "0", "gemeente"), OP, plugin)


@pytest.mark.lang
@pytest.mark.parametrize("naam", MODELLEN)
def test_zonder_eigen_regels_haalt_een_model_er_geen_aan(naam):
    """Rules of Schagen are hers: a gemeente that lists none reads only the law, the ground rules and Z-28."""
    plugin = Gemeenteplugin(Path("toegang_hoorn"), gegevens(naam), "0")
    uitkomsten = ondervraag(_stuk(plugin))
    aangehaald = {regel for item in uitkomsten if item.antwoord for regel in item.antwoord.waarde.reden.regels}
    assert {regel for regel in aangehaald if EIGEN.fullmatch(regel)} <= {"Z-28"}
    assert {item.antwoord.herkomst.laag for item in uitkomsten if item.antwoord} == {"standaard", "model"}
