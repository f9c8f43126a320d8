"""The data of the four gemeenten: complete, consistent, and every open key answered by the demo file."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest
import vier

from toegang.domain.begrippen import Kanaal, Wet
from toegang.domain.mandaat import Mandaatvraag, zoek_mandaat
from toegang.domain.medewerker import Medewerker
from toegang.domain.openstaand import VOORVOEGSEL, ontbrekend
from toegang.domain.organisatie import Sterkte

pytestmark = pytest.mark.parametrize("naam", vier.NAMEN)
AANTAL_REGELS = {"schagen": 22, "beekdaelen": 79, "zwolle": 28, "doetinchem": 23}
VOORBEELDWOORD = re.compile(
    r"[Vv]oorbeeld|\.example|^0+[ 0]*$|^\d+$|^ja$|^[a-z-]+$|^medewerker midoffice$|^college van burg"
)
VANDAAG = "2026-11-20"


def van_nu(deel):
    """Leave out what has ended: nobody is asked the name of a verordening that holds no more (F-1)."""
    if isinstance(deel, list | tuple):
        return [van_nu(item) for item in deel if not (isinstance(item, dict) and voorbij(item))]
    return {naam: van_nu(waarde) for naam, waarde in deel.items()} if isinstance(deel, dict) else deel


def voorbij(rij):
    return str(rij.get("geldig_tot") or VANDAAG) < VANDAAG


def teksten(deel: Any) -> Iterator[str]:
    if isinstance(deel, str):
        yield deel
    elif isinstance(deel, dict):
        for waarde in deel.values():
            yield from teksten(waarde)
    elif isinstance(deel, list):
        for waarde in deel:
            yield from teksten(waarde)


def helderheid(kleur):
    delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    lineair = [deel / 12.92 if deel <= 0.03928 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]


def test_elke_open_verwijzing_staat_bij_open_met_een_vraag(naam):
    proef = vier.proef(naam)
    verwezen = {
        tekst.removeprefix(VOORVOEGSEL) for tekst in teksten(van_nu(proef.plugin.ruw)) if tekst.startswith(VOORVOEGSEL)
    }
    vragen = {item.sleutel: item for item in proef.organisatie.open}
    assert verwezen <= set(vragen)
    assert all(item.vraag.endswith("?") and item.frase and item.regel for item in vragen.values())


def test_zonder_antwoorden_is_er_geen_standaard(naam):
    proef = vier.proef(naam)
    kaal = proef.plugin.organisatie({})
    assert len(ontbrekend(kaal, {})) == len(kaal.open) > 0
    assert kaal.archiefactor == "open:archief.actor"
    assert kaal.contact.postadres == "open:contact.postadres"


def test_demo_vult_precies_de_open_sleutels(naam):
    proef = vier.proef(naam)
    assert set(proef.demo["antwoorden"]) == {item.sleutel for item in proef.organisatie.open}
    assert ontbrekend(proef.organisatie, proef.demo["antwoorden"]) == ()
    ingevuld = proef.organisatie.model_dump(mode="json")
    assert not [tekst for tekst in teksten(van_nu(ingevuld)) if tekst.startswith(VOORVOEGSEL)]


def test_antwoorden_van_de_demo_zijn_herkenbaar_verzonnen(naam):
    antwoorden = vier.proef(naam).demo["antwoorden"]
    assert {sleutel: waarde for sleutel, waarde in antwoorden.items() if not VOORBEELDWOORD.search(waarde)} == {}


def test_medewerkers_van_de_demo_verwijzen_alleen_naar_wat_bestaat(naam):
    proef = vier.proef(naam)
    org = proef.organisatie
    werkgevers = {item.id: item.soort for item in org.werkgevers}
    gebieden = {item.id for item in org.gebieden}
    mensen = [Medewerker.model_validate(rij) for rij in proef.demo["medewerker"]]
    assert 8 <= len(mensen) <= 20
    assert len({mens.id for mens in mensen}) == len({mens.naam for mens in mensen}) == len(mensen)
    for mens in mensen:
        assert org.functie(mens.functie), mens.id
        assert werkgevers[mens.werkgever] is mens.werkgeversoort, mens.id
        assert all(org.team(team) for team in mens.teams), mens.id
        assert set(mens.gebieden) <= gebieden, mens.id


def test_demo_heeft_iemand_voor_elke_functie_en_elk_gebied(naam):
    proef = vier.proef(naam)
    functies = {mens.functie for mens in proef.mensen}
    # who watches over the rest, or leads a team, works in no zaak
    toezicht = {"functionaris-gegevensbescherming", "teamleider"}
    werkend = {item.id for item in proef.organisatie.functies} - toezicht
    assert werkend - functies == set()
    bediend = {gebied for mens in proef.mensen for gebied in mens.gebieden}
    assert {item.id for item in proef.organisatie.gebieden} <= bediend


def test_demo_heeft_iemand_die_moet_worden_gepasseerd(naam):
    proef = vier.proef(naam)
    assert any(not mens.aanwezig for mens in proef.mensen)
    verlopen = [rij for rij in proef.demo["medewerker"] if rij.get("registraties")]
    assert any(bewijs["geldig_tot"] < vier.DAG for rij in verlopen for bewijs in rij["registraties"])


def test_elke_verwijzing_in_de_organisatie_bestaat(naam):
    org = vier.proef(naam).organisatie
    functies = {item.id for item in org.functies}
    loketten = {item.id for item in org.loketten}
    for loket in org.loketten:
        assert loket.functie is None or loket.functie in functies
        assert loket.geeft_door_aan is None or loket.geeft_door_aan in loketten - {loket.id}
    for gebied in org.gebieden:
        assert gebied.dorpscoordinator is None or gebied.dorpscoordinator in loketten
    for team in org.teams:
        assert set(team.gebieden) <= {item.id for item in org.gebieden}
        assert set(team.werkgevers) <= {item.id for item in org.werkgevers}
    for route in org.besluitroutes:
        rollen = {*route.voorstel_rol, route.besluit_rol, route.ondertekenaar_functie, route.verzend_rol}
        assert {*rollen, route.bezwaar_rol} | ({route.toets_rol} if route.toets_rol else set()) <= functies
    assert {item.functie for item in org.mandaten} <= functies
    assert org.archiefactor in functies


def test_elk_kanaal_heeft_een_loket(naam):
    kanalen = {kanaal for loket in vier.proef(naam).organisatie.loketten for kanaal in loket.kanalen}
    assert kanalen >= set(Kanaal) - {Kanaal.MIJN_INKOMEN}


@pytest.mark.parametrize("problematiek", ["ENKELVOUDIG", "MEERVOUDIG"])
@pytest.mark.parametrize("wet", list(Wet))
def test_elke_wet_heeft_een_route_met_een_beoordelaar_en_een_mandaat(naam, wet, problematiek):
    org = vier.proef(naam).organisatie
    route = org.route(wet, problematiek, vier.DAG)
    assert route is not None
    assert any(wet in org.functie(rol).beoordeelt for rol in route.voorstel_rol)
    for functie in (route.besluit_rol, route.ondertekenaar_functie):
        vraag = Mandaatvraag(functie=functie, wet=wet, besluitsoort="TOEKENNING", op=vier.DAG)
        assert zoek_mandaat(org.mandaten, vraag) is not None


def test_mandaatregister_is_als_voorbeeld_gemerkt(naam):
    org = vier.proef(naam).organisatie
    assert org.mandaatregister_is_voorbeeld
    assert all("niet vastgesteld" in item.bron for item in org.mandaten)


def test_elke_eigen_regel_heeft_een_frase_en_een_plaats(naam):
    regels = vier.proef(naam).organisatie.regels
    assert len(regels) == AANTAL_REGELS[naam]
    assert all(re.fullmatch(r"[SBZDW]-\d+", id) for id in regels)
    assert all(regel.frase.strip() and regel.bron.strip() for regel in regels.values())
    assert all(regel.sterkte is not Sterkte.OPEN for regel in regels.values())


def test_huisstijl_is_leesbaar_en_de_vensters_passen(naam):
    stijl = vier.proef(naam).organisatie.huisstijl
    assert 1.05 / (helderheid(stijl.accent) + 0.05) >= 4.5
    assert stijl.venster_links_mm + stijl.venster_breedte_mm <= 200
    assert stijl.logo_alt.startswith("Voorbeeldlogo")


def test_logo_is_eenvoudig_getekend_zonder_tekst_of_verwijzing(naam):
    proef = vier.proef(naam)
    wortel = ET.fromstring(proef.plugin.huisstijlbestand(proef.organisatie.huisstijl.logo))  # noqa: S314  own file
    assert wortel.get("viewBox")
    toegestaan = {"svg", "path", "circle", "rect", "polygon"}
    namen = {element.tag.split("}")[-1] for element in wortel.iter()}
    assert namen <= toegestaan
    assert not [naam for element in wortel.iter() for naam in element.attrib if "href" in naam or naam.startswith("on")]
