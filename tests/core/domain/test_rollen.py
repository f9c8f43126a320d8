"""Roles follow from what the gemeente has laid down, on the day; and from what somebody was given."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegang.domain.rollen import Rol, Roltoekenning, in_woorden, toegekend, van_functie
from toegang.plugins.gegevensbestand import lees_organisatie

DAG = date(2026, 11, 20)
VAST = {"besluit.beslisser": "teamleider", "bezwaar.eigenaar": "jurist", "archief.actor": "archivaris"}


def rollen(gemeente, functie, antwoorden=VAST, dag=DAG):
    return van_functie(lees_organisatie(gemeente, antwoorden), functie, dag)


@pytest.mark.parametrize(
    ("gemeente", "functie", "verwacht"),
    [
        ("zwolle", "consulent-wijkteam", {Rol.CONSULENT, Rol.REGISSEUR, Rol.INTAKE}),
        ("zwolle", "medewerker-backoffice", {Rol.ADMINISTRATIE}),
        ("zwolle", "teamleider", {Rol.TEAMLEIDER, Rol.ONDERTEKENAAR}),
        ("zwolle", "functionaris-gegevensbescherming", {Rol.FG}),
        ("beekdaelen", "medewerker-administratie", {Rol.ADMINISTRATIE, Rol.INTAKE}),
        ("beekdaelen", "medewerker-ajz", {Rol.JURIST, Rol.ONDERTEKENAAR}),
        ("beekdaelen", "clientondersteuner", set()),
        ("doetinchem", "midoffice", {Rol.ONDERTEKENAAR}),
        ("schagen", "medewerker-telefoonteam", {Rol.INTAKE}),
        ("schagen", "bestaat-niet", set()),
    ],
)
def test_uit_de_gegevens_van_de_gemeente(gemeente, functie, verwacht):
    assert set(rollen(gemeente, functie)) == verwacht


def test_een_antwoord_op_een_open_sleutel_geeft_de_rol():
    zonder = rollen("zwolle", "archivaris", {})
    assert zonder == {Rol.DIV: "functie, rollen"}
    assert Rol.ONDERTEKENAAR not in rollen("zwolle", "jurist", {})
    met = rollen("zwolle", "jurist", {**VAST, "besluit.ondertekenaar": "jurist"})
    assert met[Rol.ONDERTEKENAAR] == "besluitroute, toets of besluit"


def test_een_route_of_functie_die_voorbij_is_geeft_niets():
    organisatie = lees_organisatie("zwolle", VAST)
    routes = tuple(item.gewijzigd(geldig_tot=date(2026, 11, 19)) for item in organisatie.besluitroutes)
    anders = organisatie.gewijzigd(besluitroutes=routes)
    assert van_functie(organisatie, "medewerker-backoffice", DAG)
    assert van_functie(anders, "medewerker-backoffice", DAG) == {}
    weg = tuple(item.gewijzigd(geldig_tot=date(2026, 11, 19)) for item in organisatie.functies)
    assert van_functie(organisatie.gewijzigd(functies=weg), "teamleider", DAG) == {}


dagen = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(van=dagen, tot=st.none() | dagen, dag=dagen)
def test_een_toekenning_geldt_van_de_eerste_tot_en_met_de_laatste_dag(van, tot, dag):
    item = Roltoekenning(rol=Rol.JURIST, van=van, tot=tot, door=1, op=van)
    assert (Rol.JURIST in toegekend([item], dag)) is (van <= dag and (tot is None or dag <= tot))


def test_rollen_in_een_zin():
    assert in_woorden({Rol.FG, Rol.INTAKE, Rol.DIV}) == "intake, div, fg"
