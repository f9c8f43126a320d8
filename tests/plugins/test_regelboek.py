"""The own rules of the four gemeenten against the rules book: strength, open keys, and the data that carry them."""

import re

import pytest
import vier

from toegang.domain.begrippen import Wet
from toegang.domain.organisatie import Organisatie, Sterkte
from toegang.domain.regelboek import Boeksterkte, regelboek
from toegang.guards.register import REGELS, Regelsoort
from toegang_cli.regelstand.sleutels import zonder

ZACHTER = {"Z-22": "de bron zegt het over de website; voor brieven is het een streefwaarde"}
LETTER = {"schagen": "S", "beekdaelen": "B", "zwolle": "Z", "doetinchem": "D"}
OPEN = [pytest.param(id, marks=pytest.mark.regel(id)) for id, rij in regelboek().items() if rij.sterkte == "OPEN"]


def eigen(naam):
    return vier.proef(naam).plugin.organisatie({}).regels


SLEUTELS = [
    (naam, id, sleutel)
    for naam in vier.NAMEN
    for id, regel in vier.proef(naam).plugin.ruw["regels"].items()
    for sleutel in regel.get("gegevens", ())
]


@pytest.mark.parametrize("naam", vier.NAMEN)
def test_elke_eigen_regel_is_zo_sterk_als_de_bron_haar_zegt(naam):
    anders = {
        id: (regel.sterkte, regelboek()[id].sterkte)
        for id, regel in eigen(naam).items()
        if regel.sterkte != regelboek()[id].sterkte and regelboek()[id].sterkte not in ("D", "BELEID")
    }
    assert anders == {id: (Sterkte.PREF, Boeksterkte.MUST) for id in ZACHTER if id[0] == LETTER[naam]}


@pytest.mark.parametrize("naam", vier.NAMEN)
def test_wat_liefst_is_of_achtergrond_staat_bij_de_eigen_regels(naam):
    """What a source prefers warns at most, and what it only mentions can be read there (regels lijst -g)."""
    zacht = {
        id: rij.sterkte
        for id, rij in regelboek().items()
        if rij.herkomst == naam and rij.sterkte in (Boeksterkte.PREF, Boeksterkte.CTX)
    }
    assert {id: eigen(naam)[id].sterkte for id in zacht if id in eigen(naam)} == zacht


@pytest.mark.parametrize("naam", vier.NAMEN)
def test_geen_must_van_de_gemeente_ontbreekt(naam):
    must = {id for id, rij in regelboek().items() if rij.herkomst == naam and rij.sterkte is Boeksterkte.MUST}
    assert must <= set(eigen(naam))


@pytest.mark.parametrize("id", OPEN)
def test_wat_de_bron_openlaat_is_een_open_sleutel_met_de_frase(id):
    (naam,) = [naam for naam in vier.NAMEN if LETTER[naam] == id[0]]
    sleutels = [item for item in vier.proef(naam).plugin.organisatie({}).open if item.regel == id]
    assert sleutels
    assert all(item.vraag.endswith("?") and item.frase for item in sleutels)


def test_er_zijn_zes_regels_open():
    assert len(OPEN) == 6


@pytest.mark.parametrize(("naam", "id", "sleutel"), SLEUTELS, ids=lambda waarde: re.sub(r"\W+", "-", waarde))
def test_een_dragende_sleutel_bestaat_en_kan_weg(naam, id, sleutel):
    """Without the key the data must still be valid: then a test that fails shows the rule, not a broken file."""
    ruw = vier.proef(naam).plugin.ruw
    weg = zonder(ruw, sleutel)
    assert weg != ruw
    assert Organisatie.model_validate(weg) != Organisatie.model_validate(ruw)


def test_elk_geregistreerd_object_staat_in_het_boek_met_hetzelfde_bewijs():
    for (id, _), item in REGELS.items():
        rij = regelboek()[id]
        assert rij.is_wet is (item.soort is Regelsoort.WET)
        assert not rij.is_wet or item.bewijs in rij.bewijs, id


@pytest.mark.parametrize("wet", [Wet.JEUGDWET, Wet.WMO, Wet.GPK, Wet.LLV])
def test_b52_vier_lijnen_hebben_elk_een_route_en_een_team(wet):
    beekdaelen = vier.proef("beekdaelen")
    assert beekdaelen.organisatie.route(wet, "ENKELVOUDIG", vier.DAG) is not None
    assert beekdaelen.team(wet).team == "consulenten"
