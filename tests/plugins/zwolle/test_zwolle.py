"""Zwolle, rule by rule (DOMAIN.md A.3): each fires where it should, and stays out where it should not."""

from datetime import timedelta

import bouwers as b
import pytest
import vier

from toegang.domain.begrippen import (
    Afhandeling,
    Besluitsoort,
    Besluitvorm,
    Drager,
    Kanaal,
    Kenmerk,
    Problematiek,
    Registratie,
    Verwijzersoort,
    Werkgeversoort,
    Wet,
    Zelfregie,
)
from toegang.domain.melding import Verwijzer
from toegang.domain.organisatiedelen import Teamsoort

MEERVOUDIG = {"problematiek": Problematiek.MEERVOUDIG, "gebied": "wijk-1"}
PAS = b.voorziening("V1", product="vervoerspas", naam="vervoerspas")
HULP = b.voorziening("V2", kenmerken=frozenset({Kenmerk.HUISHOUDELIJKE_HULP}))


@pytest.fixture
def zwolle():
    return vier.proef("zwolle")


def papieren(concept):
    return {verdeling.voorziening: verdeling.drager for verdeling in concept.dragers}


def test_z1_vijf_sociale_wijkteams(zwolle):
    assert {team.soort for team in zwolle.organisatie.teams} == {Teamsoort.WIJKTEAM}
    assert [team.id for team in zwolle.organisatie.teams] == [f"wijkteam-{nummer}" for nummer in range(1, 6)]
    for nummer in range(1, 6):
        assert zwolle.intake(Wet.WMO, gebied=f"wijk-{nummer}").bestemming == f"wijkteam-{nummer}"


def test_z2_contactcentrum_leidt_door_naar_het_wijkteam(zwolle):
    intake = zwolle.intake(Wet.WMO, loket="contactcentrum", gebied="wijk-4")
    assert (intake.actor, intake.afhandeling, intake.bestemming) == (
        "contactcentrum",
        Afhandeling.DOORGELEID,
        "wijkteam-4",
    )


def test_z5_bij_het_eigen_wijkteam_blijft_de_vraag_daar(zwolle):
    intake = zwolle.intake(Wet.WMO, loket="wijkteam-4", gebied="wijk-4", kanaal=Kanaal.BALIE)
    assert (intake.actor, intake.afhandeling) == ("wijkteam-4", Afhandeling.IN_BEHANDELING)


@pytest.mark.parametrize("soort", [Verwijzersoort.HUISARTS, Verwijzersoort.SCHOOL, Verwijzersoort.ZORGVERLENER])
def test_z6_andere_poorten_verwijzen_naar_het_wijkteam(zwolle, soort):
    intake = zwolle.intake(Wet.JEUGDWET, gebied="wijk-2", verwijzer=Verwijzer(soort=soort, kenmerk="R-1"))
    assert intake.bestemming == "wijkteam-2"
    assert "Z-6" in intake.reden.regels
    assert dict(intake.reden.parameters)["verwijzer"] == soort
    assert "Z-6" not in zwolle.intake(Wet.JEUGDWET, gebied="wijk-2").reden.regels


@pytest.mark.parametrize("deur", ["contactcentrum", "wijkteam-3"])
@pytest.mark.parametrize("wet", [Wet.WMO, None])
def test_z7_behapbare_vraag_wordt_beantwoord_en_niet_geregistreerd(zwolle, deur, wet):
    intake = zwolle.intake(wet, loket=deur, behapbaar=True, wil_geen_melding=True)
    assert (intake.registratie, intake.afhandeling) == (Registratie.GEEN, Afhandeling.BEANTWOORD)
    assert (intake.wetten, intake.bestemming) == ((), None)
    assert "Z-7" in intake.reden.regels


@pytest.mark.parametrize(("behapbaar", "geen_melding"), [(True, False), (False, True), (False, False)])
@pytest.mark.parametrize("wet", [Wet.WMO, None])
def test_z7_f4_zonder_instemming_of_niet_behapbaar_wordt_er_geregistreerd(zwolle, behapbaar, geen_melding, wet):
    intake = zwolle.intake(wet, behapbaar=behapbaar, wil_geen_melding=geen_melding)
    assert intake.registratie is Registratie.MELDING
    assert "Z-7" not in intake.reden.regels


def test_z7_een_schriftelijke_aanvraag_is_nooit_ongeregistreerd(zwolle):
    intake = zwolle.intake(Wet.GPK, behapbaar=True, wil_geen_melding=True, kanaal=Kanaal.BRIEF)
    assert (intake.registratie, intake.wetten) == (Registratie.AANVRAAG, (Wet.GPK,))
    mondeling = zwolle.intake(Wet.GPK, behapbaar=True, wil_geen_melding=True, kanaal=Kanaal.TELEFOON)
    assert mondeling.registratie is Registratie.GEEN


def test_z8_wat_niet_meteen_kan_wordt_een_gesprek(zwolle):
    intake = zwolle.intake(None, gebied="wijk-5")
    assert (intake.reden.code, intake.bestemming) == ("GESPREK_PLANNEN", "wijkteam-5")
    assert "Z-8" in intake.reden.regels
    elders = zwolle.intake(None, gebied="elders", loket="wijkteam-2")
    assert (elders.bestemming, elders.afhandeling) == ("wijkteam-2", Afhandeling.IN_BEHANDELING)


def test_z4_professional_van_een_andere_organisatie_werkt_mee_en_beoordeelt_niet(zwolle):
    team = zwolle.team(Wet.WMO, **MEERVOUDIG)
    soorten = [zwolle.mens(lid.medewerker).werkgeversoort for lid in team.leden]
    assert soorten == [Werkgeversoort.GEMEENTE, Werkgeversoort.WELZIJN]
    assert [lid.beoordeelt for lid in team.leden] == [(Wet.WMO,), ()]
    assert {"Z-4", "Z-18", "L-62"} <= set(team.reden.regels)


def test_z4_de_partner_komt_uit_hetzelfde_wijkteam(zwolle):
    team = zwolle.team(Wet.WMO, problematiek=Problematiek.MEERVOUDIG, gebied="wijk-5")
    assert [lid.medewerker for lid in team.leden] == ["M-006", "M-009"]
    zonder = zwolle.team(Wet.WMO, mensen=zwolle.zonder("M-009"), problematiek=Problematiek.MEERVOUDIG, gebied="wijk-5")
    assert [lid.medewerker for lid in zonder.leden] == ["M-006"]


def test_z4_een_tweede_collega_van_de_gemeente_is_geen_partner(zwolle):
    team = zwolle.team(Wet.WMO, mensen=zwolle.met("M-007", aanwezig=True), **MEERVOUDIG)
    assert [lid.medewerker for lid in team.leden] == ["M-002", "M-008"]


def test_z4_enkelvoudig_doet_een_medewerker_van_de_gemeente_alleen(zwolle):
    team = zwolle.team(Wet.WMO, gebied="wijk-1")
    assert [lid.medewerker for lid in team.leden] == ["M-002"]
    assert "Z-4" not in team.reden.regels


@pytest.mark.parametrize("wet", [Wet.PARTICIPATIEWET, Wet.WMO])
def test_l100_l62_wie_elders_werkt_beoordeelt_niets(zwolle, wet):
    alles = tuple(item.gewijzigd(functie="consulent-wijkteam") for item in zwolle.mensen)
    team = zwolle.team(wet, mensen=alles, **MEERVOUDIG)
    beoordelaars = [zwolle.mens(lid.medewerker).werkgeversoort for lid in team.beoordelaars(wet)]
    assert beoordelaars == [Werkgeversoort.GEMEENTE]
    gepasseerd = {item.medewerker: item.reden for item in zwolle.team(wet, mensen=alles, gebied="wijk-1").gepasseerd}
    assert gepasseerd["M-008"].code == "GEEN_BESTUURSORGAAN"
    assert ("L-100" in gepasseerd["M-008"].regels) is (wet is Wet.PARTICIPATIEWET)


def test_w8_aanbieder_in_het_wijkteam_beoordeelt_geen_jeugdzaak(zwolle):
    team = zwolle.team(Wet.JEUGDWET, gebied="wijk-1")
    assert team.drager.medewerker == "M-002"
    aanbieder = next(item.reden for item in team.gepasseerd if item.medewerker == "M-010")
    assert (aanbieder.code, aanbieder.regels) == ("GEEN_BESTUURSORGAAN", ("W-8",))


@pytest.mark.parametrize("zelfregie", list(Zelfregie))
def test_z17_een_medewerker_begeleidt_en_is_het_eerste_aanspreekpunt(zwolle, zelfregie):
    regie = zwolle.regie(Wet.WMO, huishouden=b.huishouden(zelfregie=zelfregie), gebied="wijk-1")
    assert regie.regisseur == regie.eerste_aanspreekpunt == "M-002"
    assert "Z-17" in regie.reden.regels


def test_z17_wie_het_huishouden_kent_blijft_ook_bij_een_tweede_vraag(zwolle):
    mensen = tuple(item.gewijzigd(teams=("wijkteam-1",)) if item.id == "M-003" else item for item in zwolle.mensen)
    gezin = b.huishouden(regie=vier.zittende_regie("M-003"))
    team = zwolle.team(Wet.GPK, mensen=mensen, huishouden=gezin, gebied="wijk-1")
    assert team.drager.medewerker == "M-003"
    assert "Z-17" in team.drager.reden.regels
    regie = zwolle.regie(Wet.GPK, huishouden=gezin, team=team)
    assert (regie.regisseur, regie.eerste_aanspreekpunt) == ("M-003", "M-003")
    assert zwolle.team(Wet.GPK, mensen=mensen, gebied="wijk-1").drager.medewerker == "M-002"


def test_z13_z14_het_ondertekende_plan_is_de_beschikking(zwolle):
    concept = zwolle.concept(vier.besluit(PAS), vier.getekend_plan())
    assert (concept.vorm, papieren(concept)) == (Besluitvorm.PLAN_IS_BESCHIKKING, {"V1": Drager.PLAN})
    assert (concept.sjabloon, concept.ondertekenaarfunctie) == ("plan/plan-is-beschikking", "teamleider")
    assert {"Z-13", "Z-14", "Z-16"} <= set(concept.reden.regels)


@pytest.mark.parametrize(
    "plan",
    [
        None,
        vier.getekend_plan(getekend_op=None),
        vier.getekend_plan(geldt_als_aanvraag=False),
        vier.getekend_plan(getekend_op=vier.DAG + timedelta(days=1)),
    ],
    ids=["geen plan", "niet getekend", "geen aanvraag", "later getekend dan besloten"],
)
def test_z28_plan_dat_geen_besluit_kan_dragen_krijgt_een_aparte_beschikking(zwolle, plan):
    concept = zwolle.concept(vier.besluit(PAS), plan)
    assert (concept.vorm, papieren(concept)) == (Besluitvorm.BESCHIKKING, {"V1": Drager.BESCHIKKING})
    assert (concept.sjabloon, concept.reden.code) == ("wmo/toekenning", "PLAN_DRAAGT_NIET")


@pytest.mark.parametrize("kenmerk", list(Kenmerk))
def test_z15_elk_kenmerk_vraagt_een_aparte_beschikking_naast_het_plan(zwolle, kenmerk):
    besluit = vier.besluit(b.voorziening(kenmerken=frozenset({kenmerk})))
    concept = zwolle.concept(besluit, vier.getekend_plan())
    assert (concept.vorm, papieren(concept)) == (Besluitvorm.PLAN_PLUS_BESCHIKKING, {"V1": Drager.BESCHIKKING})
    assert "Z-15" in concept.reden.regels


def test_z15_wat_geen_kenmerk_heeft_blijft_op_het_plan(zwolle):
    concept = zwolle.concept(vier.besluit(PAS, HULP), vier.getekend_plan())
    assert concept.vorm is Besluitvorm.PLAN_PLUS_BESCHIKKING
    assert papieren(concept) == {"V1": Drager.PLAN, "V2": Drager.BESCHIKKING}


def test_z15_z28_een_plan_zonder_handtekening_draagt_niets(zwolle):
    concept = zwolle.concept(vier.besluit(PAS, HULP), vier.getekend_plan(getekend_op=None))
    assert concept.vorm is Besluitvorm.PLAN_PLUS_BESCHIKKING
    assert papieren(concept) == {"V1": Drager.BESCHIKKING, "V2": Drager.BESCHIKKING}
    assert zwolle.concept(vier.besluit(PAS, HULP), None).vorm is Besluitvorm.BESCHIKKING


def test_z15_de_kenmerken_staan_in_de_gegevens(zwolle):
    lijst = zwolle.organisatie.regels["Z-15"].lijsten["kenmerken"]
    assert set(lijst) == set(Kenmerk)
    anders = zwolle.organisatie.regels["Z-15"].gewijzigd(lijsten={"kenmerken": ("BEGELEIDING",)})
    regels = {**zwolle.organisatie.regels, "Z-15": anders}
    org = zwolle.organisatie.gewijzigd(regels=regels)
    beeld = zwolle.beeld.gewijzigd(organisatie=org)
    concept = zwolle.bord.draft_beschikking(vier.zaak(), vier.getekend_plan(), vier.besluit(HULP), beeld).waarde
    assert concept.vorm is Besluitvorm.PLAN_IS_BESCHIKKING


@pytest.mark.parametrize(
    "belastend",
    [
        {"soort": Besluitsoort.AFWIJZING},
        {"soort": Besluitsoort.INTREKKING},
        {"minder_dan_gevraagd": True},
        {"soort": Besluitsoort.WIJZIGING, "ten_nadele": True},
    ],
    ids=["afwijzing", "intrekking", "minder dan gevraagd", "ten nadele"],
)
@pytest.mark.parametrize("voorziening", [PAS, HULP], ids=["zonder kenmerk", "met kenmerk"])
def test_z28_belastend_staat_altijd_in_een_aparte_beschikking(zwolle, belastend, voorziening):
    concept = zwolle.concept(vier.besluit(voorziening, **belastend), vier.getekend_plan())
    assert concept.vorm is Besluitvorm.BESCHIKKING
    assert set(papieren(concept).values()) == {Drager.BESCHIKKING}
    assert "Z-28" in concept.reden.regels


def test_z28_wijziging_ten_gunste_mag_op_het_plan(zwolle):
    concept = zwolle.concept(vier.besluit(PAS, soort=Besluitsoort.WIJZIGING), vier.getekend_plan())
    assert concept.vorm is Besluitvorm.PLAN_IS_BESCHIKKING


@pytest.mark.parametrize("wet", [Wet.PARTICIPATIEWET, Wet.WGS, Wet.GPK, Wet.LLV])
def test_z13_alleen_over_zorg_en_jeugd(zwolle, wet):
    besluit = vier.besluit(b.voorziening(wet=wet, soort="UITKERING"))
    concept = zwolle.concept(besluit, vier.getekend_plan(), wet)
    assert (concept.vorm, concept.sjabloon) == (Besluitvorm.BESCHIKKING, f"{wet.lower()}/toekenning")
    jeugd = zwolle.concept(vier.besluit(b.voorziening(wet=Wet.JEUGDWET)), vier.getekend_plan(), Wet.JEUGDWET)
    assert jeugd.vorm is Besluitvorm.PLAN_IS_BESCHIKKING


def test_z21_backoffice_verzendt_en_het_mandaat_is_open(zwolle):
    kaal = zwolle.plugin.organisatie({})
    route = kaal.besluitroutes[0]
    assert route.verzend_rol == "medewerker-backoffice"
    assert {route.besluit_rol, route.ondertekenaar_functie} == {"open:besluit.beslisser", "open:besluit.ondertekenaar"}


def test_w7_afspraken_over_algemene_voorzieningen_zijn_geen_besluit(zwolle):
    eettafel = b.voorziening("V3", soort="ALGEMEEN", product="open-eettafel")
    assert zwolle.concept(vier.besluit(eettafel), vier.getekend_plan()).vorm is Besluitvorm.GEEN
    samen = zwolle.concept(vier.besluit(eettafel, PAS), vier.getekend_plan())
    assert papieren(samen) == {"V1": Drager.PLAN}


@pytest.mark.parametrize(("wet", "genoemd"), [(Wet.WMO, True), (Wet.PARTICIPATIEWET, False)])
def test_z17_de_brief_noemt_de_vaste_medewerker(zwolle, wet, genoemd):
    alineas = zwolle.bord.beschikking_alineas(vier.zaak(wet), vier.besluit(), zwolle.beeld)
    assert ("contact" in alineas) is genoemd
