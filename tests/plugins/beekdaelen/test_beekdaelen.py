"""Beekdaelen, rule by rule (DOMAIN.md A.2): each fires where it should, and stays out where it should not."""

import bouwers as b
import pytest
import vier

from toegang.domain.begrippen import (
    Afhandeling,
    Besluitsoort,
    Besluitvorm,
    Kanaal,
    Meldersoort,
    Problematiek,
    Registratie,
    Werkgeversoort,
    Wet,
    Zelfregie,
)
from toegang.domain.besluit import Besluit
from toegang.errors import NietToegestaan
from toegang.guards.contexten import BeschikkingToets
from toegang.guards.register import Moment, toets

MEERVOUDIG = {"problematiek": Problematiek.MEERVOUDIG}
ADMINISTRATIE = {"loket": "administratie"}
DORPSCOORDINATOREN = ("dorpscoordinator-1", "dorpscoordinator-2")


@pytest.fixture
def beekdaelen():
    return vier.proef("beekdaelen")


@pytest.mark.parametrize("wetten", [(Wet.WMO,), (None,), (Wet.WMO, Wet.PARTICIPATIEWET)])
def test_b1_kcc_legt_alleen_contactgegevens_vast_en_geeft_door(beekdaelen, wetten):
    intake = beekdaelen.intake(*wetten, loket="kcc", behapbaar=True, wil_geen_melding=True)
    assert (intake.registratie, intake.afhandeling) == (Registratie.CONTACTGEGEVENS, Afhandeling.DOORGELEID)
    assert (intake.actor, intake.bestemming, intake.wetten) == ("administratie", "administratie", ())
    assert "B-1" in intake.reden.regels


def test_b1_geldt_niet_voor_de_administratie(beekdaelen):
    intake = beekdaelen.intake(Wet.WMO, **ADMINISTRATIE)
    assert intake.registratie is Registratie.MELDING
    assert "B-1" not in intake.reden.regels


def test_b2_b5_administratie_is_het_loket_voor_elk_gewoon_kanaal(beekdaelen):
    kanalen = beekdaelen.organisatie.loket("administratie").kanalen
    assert {Kanaal.WEBFORMULIER, Kanaal.TELEFOON, Kanaal.BRIEF, Kanaal.EMAIL} <= set(kanalen)


@pytest.mark.parametrize(
    ("vraag", "bestemming", "afhandeling"),
    [
        ({"behapbaar": True, "wil_geen_melding": True}, None, Afhandeling.BEANTWOORD),
        ({}, "consulenten", Afhandeling.IN_BEHANDELING),
        ({"wet": None, "melder": Meldersoort.AANBIEDER}, "beleid", Afhandeling.DOORGELEID),
        ({"wet": None, "gebied": "kern-6"}, "dorpscoordinator-2", Afhandeling.DOORGELEID),
    ],
)
def test_b3_precies_vier_bestemmingen(beekdaelen, vraag, bestemming, afhandeling):
    vraag = dict(vraag)
    intake = beekdaelen.intake(vraag.pop("wet", Wet.WMO), **ADMINISTRATIE, **vraag)
    assert (intake.bestemming, intake.afhandeling) == (bestemming, afhandeling)
    assert "B-3" in intake.reden.regels


def test_b3_alle_genoemde_bestemmingen_bestaan(beekdaelen):
    genoemd = beekdaelen.organisatie.regels["B-3"].lijsten["bestemmingen"]
    assert set(genoemd) == {"administratie", "consulenten", "kompas", "beleid", *DORPSCOORDINATOREN}
    assert all(beekdaelen.organisatie.team(naam) or beekdaelen.organisatie.loket(naam) for naam in genoemd)


def test_b7_niet_complex_en_geen_melding_gaat_telefonisch_naar_het_voorliggend_veld(beekdaelen):
    intake = beekdaelen.intake(Wet.WMO, wil_geen_melding=True, **ADMINISTRATIE)
    assert (intake.afhandeling, intake.wetten) == (Afhandeling.VOORLIGGEND_VELD, ())
    assert {"B-7", "B-14"} <= set(intake.reden.regels)


@pytest.mark.parametrize(
    "zwaarder",
    [{"verliest_regie": True}, {"gespecialiseerd": True}, {"wil_geen_melding": False}],
)
def test_b7_niet_als_de_vraag_zwaarder_is_of_de_inwoner_een_melding_wil(beekdaelen, zwaarder):
    intake = beekdaelen.intake(Wet.WMO, **{"wil_geen_melding": True, **ADMINISTRATIE, **zwaarder})
    assert intake.afhandeling is Afhandeling.IN_BEHANDELING
    assert "B-7" not in intake.reden.regels


def test_b7_een_schriftelijke_aanvraag_wordt_niet_wegverwezen(beekdaelen):
    intake = beekdaelen.intake(Wet.GPK, wil_geen_melding=True, kanaal=Kanaal.BRIEF, **ADMINISTRATIE)
    assert (intake.registratie, intake.wetten) == (Registratie.AANVRAAG, (Wet.GPK,))


@pytest.mark.parametrize("melder", [Meldersoort.INWONER, Meldersoort.VRIJWILLIGER])
def test_b10_vraag_van_een_inwoner_of_vrijwilliger_gaat_niet_naar_beleid(beekdaelen, melder):
    intake = beekdaelen.intake(None, melder=melder, gebied="kern-1", **ADMINISTRATIE)
    assert intake.bestemming == "dorpscoordinator-1"


def test_b14_een_algemene_voorziening_vraagt_geen_dorpscoordinator_en_geen_besluit(beekdaelen):
    intake = beekdaelen.intake(None, product="open-eettafel", gebied="kern-1", **ADMINISTRATIE)
    assert (intake.afhandeling, intake.bestemming) == (Afhandeling.VOORLIGGEND_VELD, None)
    assert "B-14" in intake.reden.regels


def test_b15_elke_dorpscoordinator_bedient_drie_tot_vier_kernen(beekdaelen):
    grens = beekdaelen.organisatie.regels["B-15"].getallen
    for naam in DORPSCOORDINATOREN:
        kernen = [item for item in beekdaelen.organisatie.gebieden if item.dorpscoordinator == naam]
        assert grens["kernen_minimaal"] <= len(kernen) <= grens["kernen_maximaal"]


def test_b15_zonder_bekende_kern_is_er_geen_dorpscoordinator(beekdaelen):
    intake = beekdaelen.intake(None, gebied="elders", **ADMINISTRATIE)
    assert intake.afhandeling is Afhandeling.VOORLIGGEND_VELD


def test_b16_registreren_alleen_als_het_nodig_is(beekdaelen):
    licht = beekdaelen.intake(Wet.WMO, behapbaar=True, wil_geen_melding=True, **ADMINISTRATIE)
    assert licht.registratie is Registratie.CONTACTGEGEVENS
    assert "B-16" in licht.reden.regels
    assert beekdaelen.intake(Wet.WMO, behapbaar=True, **ADMINISTRATIE).registratie is Registratie.MELDING


def test_b18_consulent_bij_meervoudig_en_dreigend_regieverlies(beekdaelen):
    intake = beekdaelen.intake(Wet.WMO, Wet.JEUGDWET, verliest_regie=True, **ADMINISTRATIE)
    assert (intake.reden.code, intake.bestemming) == ("MEERVOUDIG_EN_REGIE_IN_GEVAAR", "consulenten")
    assert "B-18" in intake.reden.regels


@pytest.mark.parametrize(("wetten", "verliest"), [((Wet.WMO,), True), ((Wet.WMO, Wet.JEUGDWET), False)])
def test_b18_vraagt_beide_meervoudig_en_regieverlies(beekdaelen, wetten, verliest):
    intake = beekdaelen.intake(*wetten, verliest_regie=verliest, **ADMINISTRATIE)
    assert "B-18" not in intake.reden.regels
    assert {"B-17", "B-24"} <= set(intake.reden.regels)


@pytest.mark.parametrize("gespecialiseerd", [True, False])
def test_b19_consulent_bij_gespecialiseerde_hulp_ook_enkelvoudig(beekdaelen, gespecialiseerd):
    intake = beekdaelen.intake(Wet.JEUGDWET, gespecialiseerd=gespecialiseerd, **ADMINISTRATIE)
    assert ("B-19" in intake.reden.regels) is gespecialiseerd


def test_b22_b30_niet_het_hele_expertiseteam_maar_wie_nodig_is(beekdaelen):
    gezin = b.huishouden(zaken=(vier.andere_zaak(Wet.PARTICIPATIEWET), vier.andere_zaak(Wet.JEUGDWET, id="Z2026-8")))
    team = beekdaelen.team(Wet.WMO, huishouden=gezin, **MEERVOUDIG)
    assert [lid.medewerker for lid in team.adviseurs] == ["M-007", "M-005"]
    assert {"B-22", "B-23", "B-31"} <= set(team.reden.regels)


def test_b22_dezelfde_adviseur_zit_er_nooit_twee_keer_in(beekdaelen):
    gezin = b.huishouden(zaken=(vier.andere_zaak(Wet.WGS), vier.andere_zaak(Wet.PARTICIPATIEWET, id="Z2026-8")))
    team = beekdaelen.team(Wet.WMO, mensen=beekdaelen.zonder("M-007"), huishouden=gezin, **MEERVOUDIG)
    assert [lid.medewerker for lid in team.adviseurs] == ["M-011"]


def test_b24_indicatiesteller_is_nooit_van_een_aanbieder(beekdaelen):
    vreemd = beekdaelen.mens("M-010").gewijzigd(functie="consulent-jeugd", teams=("consulenten",))
    with pytest.raises(NietToegestaan, match="B-24"):
        beekdaelen.team(Wet.JEUGDWET, mensen=(vreemd,))
    team = beekdaelen.team(Wet.JEUGDWET)
    assert beekdaelen.mens(team.drager.medewerker).werkgeversoort is Werkgeversoort.GEMEENTE


@pytest.mark.parametrize(
    ("aantal", "zelfregie", "nodig"),
    [
        (2, Zelfregie.KAN_NIET, True),
        (2, Zelfregie.KAN_MET_STEUN, True),
        (2, Zelfregie.KAN_ZELF, False),
        (1, Zelfregie.KAN_NIET, False),
    ],
)
def test_b25_casemanager_precies_dan_als_het_nodig_is(beekdaelen, aantal, zelfregie, nodig):
    regie = beekdaelen.regie(Wet.WMO, huishouden=b.huishouden(aantal_professionals=aantal, zelfregie=zelfregie))
    assert (regie.casemanager is not None) is nodig
    assert ("B-25" in regie.reden.regels) is nodig


@pytest.mark.parametrize(
    ("wet", "functie"),
    [
        (Wet.WMO, "consulent-wmo"),
        (Wet.JEUGDWET, "consulent-jeugd"),
        (Wet.PARTICIPATIEWET, "consulent-participatie"),
        (Wet.LLV, "consulent-jeugd"),
    ],
)
def test_b29_b80_consulenten_werken_per_discipline(beekdaelen, wet, functie):
    team = beekdaelen.team(wet)
    assert team.drager.rol == functie
    assert "B-29" in team.reden.regels


def test_b29_enkelvoudig_komt_niet_in_het_expertiseteam(beekdaelen):
    team = beekdaelen.team(Wet.WMO)
    assert team.adviseurs == ()
    assert "B-31" not in team.reden.regels


def test_b31_externen_adviseren_en_beoordelen_niets(beekdaelen):
    team = beekdaelen.team(Wet.JEUGDWET, gespecialiseerd=True)
    extern = [beekdaelen.mens(lid.medewerker).werkgeversoort for lid in team.adviseurs]
    assert extern == [Werkgeversoort.AANBIEDER]
    assert all(lid.beoordeelt == () for lid in team.adviseurs)


@pytest.mark.parametrize(("kern", "wie"), [("kern-1", "M-003"), ("kern-7", "M-004")])
def test_b32_aandachtsgebied_gaat_voor(beekdaelen, kern, wie):
    team = beekdaelen.team(Wet.WMO, gebied=kern)
    assert team.drager.medewerker == wie
    assert "B-32" in team.drager.reden.regels


def test_b32_buiten_het_gebied_mag_als_er_niemand_anders_is(beekdaelen):
    assert beekdaelen.team(Wet.WMO, gebied="kern-1", mensen=beekdaelen.zonder("M-003")).drager.medewerker == "M-004"


def test_b35_jeugdzaak_vraagt_een_eigen_consulent_met_skj(beekdaelen):
    team = beekdaelen.team(Wet.JEUGDWET)
    assert team.drager.medewerker == "M-005"
    verlopen = next(item for item in team.gepasseerd if item.medewerker == "M-006")
    assert verlopen.reden.code == "GEEN_REGISTRATIE"
    assert {"L-89", "B-35"} <= set(verlopen.reden.regels)


def test_b35_skj_van_een_aanbieder_telt_niet(beekdaelen):
    with pytest.raises(NietToegestaan, match="B-24"):
        beekdaelen.team(Wet.JEUGDWET, mensen=beekdaelen.zonder("M-005"))


def test_b35_big_is_hier_niet_genoeg_en_elders_wel(beekdaelen):
    alleen_big = (beekdaelen.mens("M-006").gewijzigd(registers=("BIG",)),)
    with pytest.raises(NietToegestaan, match="B-35"):
        beekdaelen.team(Wet.JEUGDWET, mensen=alleen_big)
    assert beekdaelen.met_regels(weg=("B-35",)).team(Wet.JEUGDWET, mensen=alleen_big).drager.medewerker == "M-006"


def test_b36_gelijke_verdeling_over_wie_even_geschikt_is(beekdaelen):
    team = beekdaelen.team(Wet.WMO, mensen=beekdaelen.met("M-003", caseload=5))
    assert team.drager.medewerker == "M-004"
    assert "B-36" in team.drager.reden.regels


def test_b37_wie_aan_het_plafond_zit_wordt_gepasseerd(beekdaelen):
    plafond = beekdaelen.organisatie.caseload_plafond
    team = beekdaelen.team(Wet.WMO, gebied="kern-1", mensen=beekdaelen.met("M-003", caseload=plafond))
    assert team.drager.medewerker == "M-004"
    assert next(item.reden for item in team.gepasseerd if item.medewerker == "M-003").code == "CASELOAD_VOL"
    net_niet = beekdaelen.team(Wet.WMO, gebied="kern-1", mensen=beekdaelen.met("M-003", caseload=plafond - 1))
    assert net_niet.drager.medewerker == "M-003"


def test_b40_b41_indicatieregie_blijft_en_coordinatie_mag_weg(beekdaelen):
    regie = vier.zittende_regie("M-004", indicatieregie="M-004", coordinatie="aanbieder-1")
    gezin = b.huishouden(zelfregie=Zelfregie.KAN_MET_STEUN, regie=regie)
    nieuw = beekdaelen.regie(Wet.WMO, huishouden=gezin, gebied="kern-1")
    assert (nieuw.indicatieregie, nieuw.coordinatie, nieuw.regisseur) == ("M-004", "aanbieder-1", "M-004")
    assert {"B-40", "B-41"} <= set(nieuw.reden.regels)


def test_b40_de_consulent_krijgt_de_indicatieregie_ook_als_de_inwoner_zelf_stuurt(beekdaelen):
    regie = beekdaelen.regie(Wet.WMO, gebied="kern-1")
    assert (regie.regisseur, regie.indicatieregie) == (None, "M-003")


@pytest.mark.parametrize("soort", [Besluitsoort.TOEKENNING, Besluitsoort.AFWIJZING])
@pytest.mark.parametrize("wet", list(Wet))
def test_b47_b70_uniforme_beschikking_voor_elke_wet(beekdaelen, wet, soort):
    concept = beekdaelen.concept(vier.besluit(b.voorziening(wet=wet), soort=soort), vier.getekend_plan(), wet)
    assert concept.vorm is Besluitvorm.BESCHIKKING
    assert {"B-47", "B-70", "B-49"} <= set(concept.reden.regels)
    assert ("B-63" in concept.reden.regels) is (soort is Besluitsoort.AFWIJZING)


def test_b43_b50_administratie_verzendt_en_ajz_behandelt_bezwaar(beekdaelen):
    kaal = beekdaelen.plugin.organisatie({})
    assert {route.verzend_rol for route in kaal.besluitroutes} == {"medewerker-administratie"}
    assert {route.bezwaar_rol for route in kaal.besluitroutes} == {"medewerker-ajz"}


def test_b48_b55_mandaat_en_archief_zijn_open(beekdaelen):
    kaal = beekdaelen.plugin.organisatie({})
    regels = {item.sleutel: item.regel for item in kaal.open}
    assert {route.ondertekenaar_functie for route in kaal.besluitroutes} == {"open:besluit.ondertekenaar"}
    assert regels["besluit.ondertekenaar"] == "B-48"
    assert (kaal.archiefactor, regels["archief.actor"]) == ("open:archief.actor", "B-55")
    assert {regels["llv.beoordeling"], regels["indicatie.methodiek"]} == {"B-54", "B-69"}


@pytest.mark.parametrize(("ondertekenaar", "geweigerd"), [("P-1", True), ("P-2", False)])
def test_b49_wie_beoordeelde_ondertekent_niet(beekdaelen, ondertekenaar, geweigerd):
    besluit: Besluit = vier.besluit()
    concept = beekdaelen.concept(besluit)
    route = beekdaelen.organisatie.route(Wet.WMO, Problematiek.ENKELVOUDIG, vier.DAG)
    assert concept.ondertekenaarfunctie not in route.voorstel_rol
    context = BeschikkingToets(vier.zaak(), besluit, None, concept, route, ondertekenaar, "", beekdaelen.beeld)
    oordelen = {item.regel: item.oordeel for item in toets(Moment.BESCHIKKING, context, beekdaelen.beeld)}
    assert (oordelen["B-49"] == "GEWEIGERD") is geweigerd


def test_b75_participatie_gaat_naar_kompas(beekdaelen):
    intake = beekdaelen.intake(Wet.PARTICIPATIEWET, **ADMINISTRATIE)
    assert intake.bestemming == "kompas"
    assert "B-75" in intake.reden.regels
    team = beekdaelen.team(Wet.PARTICIPATIEWET, bestemming="kompas")
    assert (team.team, beekdaelen.mens(team.drager.medewerker).werkgever) == ("kompas", "kompas")
    assert {"B-75", "L-100"} <= set(team.reden.regels)


def test_b75_een_gemengde_vraag_gaat_naar_de_consulenten_en_de_bijstandszaak_toch_naar_kompas(beekdaelen):
    intake = beekdaelen.intake(Wet.PARTICIPATIEWET, Wet.WMO, **ADMINISTRATIE)
    assert intake.bestemming == "consulenten"
    assert "B-75" not in intake.reden.regels
    assert beekdaelen.team(Wet.PARTICIPATIEWET, bestemming="consulenten").team == "kompas"


@pytest.mark.parametrize(
    ("wet", "soort", "genoemd"),
    [
        (Wet.WMO, Besluitsoort.TOEKENNING, True),
        (Wet.JEUGDWET, Besluitsoort.TOEKENNING, True),
        (Wet.WMO, Besluitsoort.AFWIJZING, False),
        (Wet.GPK, Besluitsoort.TOEKENNING, False),
    ],
)
def test_b44_administratie_kijkt_of_de_hulp_er_is(beekdaelen, wet, soort, genoemd):
    alineas = beekdaelen.bord.beschikking_alineas(vier.zaak(wet), vier.besluit(soort=soort), beekdaelen.beeld)
    assert ("contact" in alineas) is genoemd


def test_b34_het_specialisme_van_de_vraag_gaat_voor_een_lagere_caseload(beekdaelen):
    mensen = tuple(
        item.gewijzigd(caseload=0 if item.specialisme == "wmo" else 9, gebieden=()) for item in beekdaelen.mensen
    )
    team = beekdaelen.team(Wet.LLV, mensen=mensen)
    assert team.drager.discipline == "jeugd"
    gepasseerd = {item.medewerker: item.reden for item in team.gepasseerd}
    assert (gepasseerd["M-003"].code, "B-34" in gepasseerd["M-003"].regels) == ("ANDER_SPECIALISME", True)
