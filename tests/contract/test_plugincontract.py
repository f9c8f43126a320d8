"""Every installed plugin keeps the contract: the kit that plugin authors use, over our own entry points."""

from datetime import date

import pytest

from toegang.hookspecs import GROEP_GEMEENTEN, GROEP_UITBREIDINGEN
from toegang.plugins.ontdekking import inschrijvingen
from toegang.testing import Plugincontract
from toegang.testing.register import alle_toetsen

OP = date(2026, 11, 20)
ALLES = {
    (item.naam, item.groep == GROEP_UITBREIDINGEN)
    for groep in (GROEP_GEMEENTEN, GROEP_UITBREIDINGEN)
    for item in inschrijvingen(groep)
}

for _naam, _uitbreiding in sorted(ALLES):
    _klasse = f"Test{_naam.title().replace('-', '')}"
    globals()[_klasse] = type(
        _klasse,
        (Plugincontract,),
        {"plugin": _naam, "uitbreiding": _uitbreiding, "op": OP, "__module__": __name__},
    )


def test_alle_geinstalleerde_plugins_worden_getoetst():
    assert {(naam, False) for naam in ("schagen", "beekdaelen", "zwolle", "doetinchem")} <= ALLES
    assert ("beschikkingen", True) in ALLES
    klassen = [deel for deel in globals().values() if isinstance(deel, type) and issubclass(deel, Plugincontract)]
    assert {deel.plugin for deel in klassen if deel is not Plugincontract} == {naam for naam, _ in ALLES}


def test_de_klasse_heeft_een_test_per_toets():
    namen = {naam for naam in dir(Plugincontract) if naam.startswith("test_")}
    assert namen == {f"test_{toets.id}" for toets in alle_toetsen()}
    assert all(toets.zin.endswith(".") and toets.zin[0].isupper() for toets in alle_toetsen())


class TestNietStilVerdwijnen:
    def test_vervangen_wordt_geweigerd(self):
        with pytest.raises(TypeError, match=r"vervangt test_tijd.*overslaan = \{\"test_tijd\": \"waarom\"\}"):
            type("Stil", (Plugincontract,), {"plugin": "zwolle", "test_tijd": None})

    def test_ook_een_eigen_versie_wordt_geweigerd(self):
        with pytest.raises(TypeError, match="vervangt test_laden"):
            type("Eigen", (Plugincontract,), {"test_laden": print})

    def test_overslaan_vraagt_een_reden(self):
        with pytest.raises(TypeError, match="bij test_tijd geen reden"):
            type("Zonder", (Plugincontract,), {"overslaan": {"test_tijd": " "}})

    def test_overslaan_van_wat_er_niet_is(self):
        with pytest.raises(TypeError, match="overslaan noemt test_bestaat_niet"):
            type("Fout", (Plugincontract,), {"overslaan": {"test_bestaat_niet": "weg"}})

    def test_overgeslagen_staat_in_het_verslag(self):
        klasse = type("Open", (Plugincontract,), {"overslaan": {"test_brieven": "de brieven zijn nog niet af"}})
        with pytest.raises(pytest.skip.Exception, match="nog niet af"):
            klasse().test_brieven()
