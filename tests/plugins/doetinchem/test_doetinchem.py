"""Doetinchem, rule by rule (DOMAIN.md A.4): each fires where it should, and stays out where it should not."""

import bouwers as b
import pytest
import vier

from toegang.domain.begrippen import (
    Afhandeling,
    Besluitsoort,
    Besluitvorm,
    Kanaal,
    Problematiek,
    Regiemodus,
    Registratie,
    Werkgeversoort,
    Wet,
    Zelfregie,
)
from toegang.guards.contexten import RegieToets, TeamToets
from toegang.guards.register import Moment, toets

MEERVOUDIG = {"problematiek": Problematiek.MEERVOUDIG}
PLEINEN = ("zorgplein", "werkplein", "buurtplein")
COACHES = {"M-007", "M-008", "M-009"}


@pytest.fixture
def doetinchem():
    return vier.proef("doetinchem")


@pytest.mark.parametrize("deur", PLEINEN)
@pytest.mark.parametrize("wet", list(Wet))
def test_d1_elk_loket_neemt_elke_vraag_aan(doetinchem, deur, wet):
    intake = doetinchem.intake(wet, loket=deur)
    assert (intake.actor, intake.wetten) == (deur, (wet,))
    assert "D-1" in intake.reden.regels


@pytest.mark.parametrize(
    ("vraag", "uitkomst"),
    [
        ({"wetten": (Wet.WMO,)}, Problematiek.ENKELVOUDIG),
        ({"wetten": (Wet.WMO, Wet.WMO)}, Problematiek.MEERVOUDIG),
        ({"wetten": (Wet.WMO, Wet.JEUGDWET), "samen": True}, Problematiek.ENKELVOUDIG),
    ],
)
def test_d2_meervoudig_is_meer_dan_een_op_zichzelf_staand_probleem(doetinchem, vraag, uitkomst):
    intake = doetinchem.intake(*vraag["wetten"], samen=vraag.get("samen", False))
    assert intake.problematiek is uitkomst
    assert "D-2" in intake.reden.regels


def test_d2_een_vraag_over_twee_pleinen_is_meervoudig(doetinchem):
    intake = doetinchem.intake(Wet.WMO, Wet.PARTICIPATIEWET, samen=True)
    assert (intake.problematiek, intake.bestemming) == (Problematiek.MEERVOUDIG, "buurtplein")
    assert intake.reden.code == "MEERVOUDIG_OVER_WETTEN"


@pytest.mark.parametrize(
    ("wet", "plein"), [(Wet.WMO, "zorgplein"), (Wet.JEUGDWET, "zorgplein"), (Wet.PARTICIPATIEWET, "werkplein")]
)
def test_d3_enkelvoudig_naar_het_plein_van_de_wet(doetinchem, wet, plein):
    intake = doetinchem.intake(wet)
    assert intake.bestemming == plein
    assert "D-3" in intake.reden.regels
    assert "D-4" not in intake.reden.regels


@pytest.mark.parametrize("deur", PLEINEN)
def test_d4_meervoudig_naar_het_buurtplein(doetinchem, deur):
    intake = doetinchem.intake(Wet.WMO, Wet.PARTICIPATIEWET, loket=deur)
    assert intake.bestemming == "buurtplein"
    assert "D-4" in intake.reden.regels
    assert "D-3" not in intake.reden.regels


@pytest.mark.parametrize("kanaal", [Kanaal.TELEFOON, Kanaal.BALIE, Kanaal.EMAIL])
def test_d5_de_meldprocedure_is_overal_hetzelfde(doetinchem, kanaal):
    antwoorden = [doetinchem.intake(Wet.WMO, loket=deur, kanaal=kanaal) for deur in PLEINEN]
    assert len({(item.registratie, item.bestemming, item.wetten, item.problematiek) for item in antwoorden}) == 1
    assert all("D-5" in item.reden.regels for item in antwoorden)


def test_d5_ook_een_behapbare_vraag_is_een_melding(doetinchem):
    intake = doetinchem.intake(Wet.WMO, behapbaar=True, wil_geen_melding=True)
    assert intake.registratie is Registratie.MELDING


@pytest.mark.parametrize(
    ("deur", "afhandeling"),
    [("zorgplein", Afhandeling.IN_BEHANDELING), ("werkplein", Afhandeling.DOORGELEID)],
)
def test_d7_doorgeleid_als_het_elders_binnenkwam(doetinchem, deur, afhandeling):
    intake = doetinchem.intake(Wet.WMO, loket=deur)
    assert intake.afhandeling is afhandeling
    elders = afhandeling is Afhandeling.DOORGELEID
    assert ({"D-7", "L-36"} <= set(intake.reden.regels)) is elders
    assert ("ontvangen_op" in dict(intake.reden.parameters)) is elders


@pytest.mark.parametrize("wet", list(Wet))
def test_d8_enkelvoudig_doet_een_consulent_van_de_gemeente(doetinchem, wet):
    team = doetinchem.team(wet)
    assert [doetinchem.mens(lid.medewerker).werkgeversoort for lid in team.leden] == [Werkgeversoort.GEMEENTE]
    assert team.drager.beoordeelt == (wet,)


def test_d8_een_buurtcoach_kan_geen_enkelvoudige_zaak_dragen(doetinchem):
    coach = doetinchem.mens("M-007").gewijzigd(teams=("zorgplein",))
    team = doetinchem.team(Wet.WMO, mensen=(coach, doetinchem.mens("M-001")))
    assert team.drager.medewerker == "M-001"
    reden = next(item.reden for item in team.gepasseerd if item.medewerker == "M-007")
    assert (reden.code, "D-8" in reden.regels) == ("WERKGEVER_NIET_TOEGESTAAN", True)


@pytest.mark.parametrize("wet", list(Wet))
def test_d9_meervoudig_draagt_een_buurtcoach_en_beoordeelt_de_gemeente_mee(doetinchem, wet):
    team = doetinchem.team(wet, **MEERVOUDIG)
    coach, consulent = team.leden
    assert (team.team, coach.rol) == ("buurtplein", "buurtcoach")
    assert doetinchem.mens(consulent.medewerker).werkgeversoort is Werkgeversoort.GEMEENTE
    assert consulent.beoordeelt == (wet,)
    assert {"D-4", "D-9", "D-19"} <= set(team.reden.regels)


@pytest.mark.parametrize("wet", list(Wet))
def test_l100_de_bv_beoordeelt_nooit_de_participatiewet(doetinchem, wet):
    team = doetinchem.team(wet, **MEERVOUDIG)
    bv = [lid for lid in team.leden if doetinchem.mens(lid.medewerker).werkgeversoort is Werkgeversoort.OVERHEIDS_BV]
    assert [lid.beoordeelt for lid in bv] == [(wet,) if wet in (Wet.WMO, Wet.JEUGDWET) else ()]
    assert ("L-100" in team.reden.regels) is (wet is Wet.PARTICIPATIEWET)
    if wet is Wet.PARTICIPATIEWET:
        assert [lid.medewerker for lid in team.beoordelaars(wet)] == ["M-005"]


def test_l100_ook_niet_als_de_gegevens_het_zouden_toelaten(doetinchem):
    functies = tuple(
        item.gewijzigd(beoordeelt=tuple(Wet)) if item.id == "buurtcoach" else item
        for item in doetinchem.organisatie.functies
    )
    ruim = doetinchem.met_regels(functies=functies)
    team = ruim.team(Wet.PARTICIPATIEWET, **MEERVOUDIG)
    assert {lid.medewerker for lid in team.beoordelaars(Wet.PARTICIPATIEWET)}.isdisjoint(COACHES)
    context = TeamToets(
        vier.zaak(Wet.PARTICIPATIEWET, **MEERVOUDIG),
        b.huishouden(),
        {item.id: item for item in ruim.mensen},
        team,
        ruim.beeld,
    )
    assert {item.regel: item.oordeel for item in toets(Moment.TEAM, context, ruim.beeld)}["L-100"] == "VOLDOET"


def test_d9_zonder_buurtcoach_draagt_de_consulent(doetinchem):
    team = doetinchem.team(Wet.WMO, mensen=doetinchem.zonder(*COACHES), **MEERVOUDIG)
    assert ([lid.medewerker for lid in team.leden], team.reden.code) == (["M-001"], "GEEN_BUURTCOACH")
    assert doetinchem.regie(Wet.WMO, team=team, **MEERVOUDIG).regisseur == "M-001"


@pytest.mark.parametrize("problematiek", list(Problematiek))
@pytest.mark.parametrize("zelfregie", list(Zelfregie))
def test_d10_er_is_altijd_precies_een_regisseur(doetinchem, problematiek, zelfregie):
    regie = doetinchem.regie(Wet.WMO, huishouden=b.huishouden(zelfregie=zelfregie), problematiek=problematiek)
    assert regie.regisseur is not None
    assert regie.eerste_aanspreekpunt == regie.regisseur


@pytest.mark.parametrize("problematiek", list(Problematiek))
def test_d10_een_bewoner_die_regisseur_is_blijft_dat_bij_een_volgende_vraag(doetinchem, problematiek):
    zelf = vier.zittende_regie(None, modus="ZELF", inwoner="I-1", eerste_aanspreekpunt="M-001")
    gezin = b.huishouden(regie=zelf, zaken=(vier.andere_zaak(Wet.WMO),))
    team = doetinchem.team(Wet.JEUGDWET, huishouden=gezin, problematiek=problematiek)
    zaak = vier.zaak(Wet.JEUGDWET, problematiek=problematiek, triage_op=vier.DAG)
    regie = doetinchem.bord.assign_regie(zaak, gezin, team, doetinchem.beeld).waarde
    assert (regie.modus, regie.inwoner, regie.regisseur) == (Regiemodus.ZELF, "I-1", None)
    mensen = {item.id: item for item in doetinchem.mensen}

    def geweigerd(gevraagd):
        context = RegieToets(zaak, gezin, mensen, team, gevraagd, doetinchem.beeld)
        return {item.regel for item in toets(Moment.REGIE, context, doetinchem.beeld) if item.oordeel == "GEWEIGERD"}

    assert geweigerd(regie) == set()
    wie = team.drager.medewerker
    afgepakt = regie.gewijzigd(modus=Regiemodus.ONDERSTEUND, inwoner=None, regisseur=wie, eerste_aanspreekpunt=wie)
    assert geweigerd(afgepakt) == {"W-13"}
    overgedragen = afgepakt.gewijzigd(reden=b.reden(code="OVERDRACHT_OP_VERZOEK"))
    assert geweigerd(overgedragen) == set()


def test_d10_kan_het_huishouden_het_niet_meer_dan_volgt_de_buurtcoach(doetinchem):
    zelf = vier.zittende_regie(None, modus="ZELF", inwoner="I-1", eerste_aanspreekpunt="M-001")
    gezin = b.huishouden(regie=zelf, zelfregie=Zelfregie.KAN_NIET)
    regie = doetinchem.regie(Wet.WMO, huishouden=gezin, **MEERVOUDIG)
    assert (regie.modus, regie.inwoner, regie.regisseur) == (Regiemodus.GECOACHT, None, "M-007")


def test_d11_enkelvoudig_is_regie_niet_meer_dan_het_gesprek(doetinchem):
    regie = doetinchem.regie(Wet.WMO)
    assert (regie.reden.code, regie.regisseur, regie.modus) == ("HET_GESPREK", "M-001", Regiemodus.ONDERSTEUND)
    assert "D-11" in regie.reden.regels


def test_d12_meervoudig_regelt_de_buurtcoach_de_regie(doetinchem):
    regie = doetinchem.regie(Wet.WMO, **MEERVOUDIG)
    assert (regie.regisseur, regie.indicatieregie) == ("M-007", "M-001")
    assert "D-12" in regie.reden.regels
    assert "D-11" not in regie.reden.regels


@pytest.mark.parametrize("grond", ["KANDIDAAT_BESCHERMD_WONEN", "DREIGENDE_ONTSPORING_GEZIN"])
@pytest.mark.parametrize("problematiek", list(Problematiek))
def test_d13_overnemen_op_een_grond_uit_de_lijst(doetinchem, grond, problematiek):
    gezin = b.huishouden(zelfregie=Zelfregie.KAN_NIET, bijzonderheden=("IETS_ANDERS", grond))
    regie = doetinchem.regie(Wet.WMO, huishouden=gezin, problematiek=problematiek)
    assert (regie.modus, regie.grond) == (Regiemodus.OVERGENOMEN, grond)
    assert "D-13" in regie.reden.regels


@pytest.mark.parametrize(
    ("zelfregie", "bijzonder", "modus"),
    [
        (Zelfregie.KAN_NIET, (), Regiemodus.GECOACHT),
        (Zelfregie.KAN_NIET, ("ERG_DRUK",), Regiemodus.GECOACHT),
        (Zelfregie.KAN_MET_STEUN, (), Regiemodus.ONDERSTEUND),
        (Zelfregie.KAN_ZELF, ("KANDIDAAT_BESCHERMD_WONEN",), Regiemodus.ONDERSTEUND),
    ],
)
def test_d13_anders_ondersteunen_of_coachen(doetinchem, zelfregie, bijzonder, modus):
    gezin = b.huishouden(zelfregie=zelfregie, bijzonderheden=bijzonder)
    regie = doetinchem.regie(Wet.WMO, huishouden=gezin, **MEERVOUDIG)
    assert regie.modus is modus
    assert "D-13" not in regie.reden.regels


def test_d23_wordt_de_vraag_meervoudig_dan_gaat_de_regie_over_met_reden(doetinchem):
    gezin = b.huishouden(regie=vier.zittende_regie("M-001", indicatieregie="M-001"), zaken=(vier.andere_zaak(Wet.WMO),))
    zaak = vier.zaak(Wet.PARTICIPATIEWET, **MEERVOUDIG)
    team = doetinchem.team(Wet.PARTICIPATIEWET, huishouden=gezin, **MEERVOUDIG)
    regie = doetinchem.regie(Wet.PARTICIPATIEWET, huishouden=gezin, team=team, **MEERVOUDIG)
    assert regie.regisseur == "M-007"
    assert regie.reden.code == "OVERDRACHT_NAAR_BUURTCOACH"
    assert "D-23" in regie.reden.regels
    mensen = {item.id: item for item in doetinchem.mensen}
    context = RegieToets(zaak, gezin, mensen, team, regie, doetinchem.beeld)
    assert {item.oordeel for item in toets(Moment.REGIE, context, doetinchem.beeld)} == {"VOLDOET"}


def test_d23_een_zittende_buurtcoach_blijft(doetinchem):
    gezin = b.huishouden(regie=vier.zittende_regie("M-008"), zaken=(vier.andere_zaak(Wet.WMO),))
    regie = doetinchem.regie(Wet.GPK, huishouden=gezin, **MEERVOUDIG)
    assert regie.regisseur == "M-008"
    assert "D-23" not in regie.reden.regels


def test_d10_van_twee_buurtcoaches_blijft_de_zittende_regisseur(doetinchem):
    team = doetinchem.team(Wet.WMO, **MEERVOUDIG)
    tweede = team.drager.gewijzigd(medewerker="M-008")
    samen = team.gewijzigd(leden=(*team.leden, tweede))
    gezin = b.huishouden(regie=vier.zittende_regie("M-008"))
    assert doetinchem.regie(Wet.WMO, huishouden=gezin, team=samen, **MEERVOUDIG).regisseur == "M-008"
    assert doetinchem.regie(Wet.WMO, team=samen, **MEERVOUDIG).regisseur == "M-007"


def test_d10_een_zittende_buurtcoach_blijft_ook_bij_een_enkele_vraag_erbij(doetinchem):
    gezin = b.huishouden(regie=vier.zittende_regie("M-008"), zaken=(vier.andere_zaak(Wet.WMO),))
    assert doetinchem.regie(Wet.GPK, huishouden=gezin).regisseur == "M-008"


@pytest.mark.parametrize(
    ("wet", "soort", "bijlagen"),
    [
        (Wet.WMO, Besluitsoort.TOEKENNING, ("plan/plan-van-aanpak",)),
        (Wet.JEUGDWET, Besluitsoort.TOEKENNING, ("plan/plan-van-aanpak",)),
        (Wet.WMO, Besluitsoort.AFWIJZING, ()),
        (Wet.GPK, Besluitsoort.TOEKENNING, ()),
        (Wet.PARTICIPATIEWET, Besluitsoort.TOEKENNING, ()),
    ],
)
@pytest.mark.parametrize("problematiek", list(Problematiek))
def test_d18_plan_van_aanpak_hoort_bij_een_toekenning_wmo_of_jeugd(doetinchem, wet, soort, bijlagen, problematiek):
    besluit = vier.besluit(b.voorziening(wet=wet), soort=soort)
    concept = doetinchem.concept(besluit, vier.getekend_plan(), wet, problematiek=problematiek)
    assert (concept.vorm, concept.bijlagen) == (Besluitvorm.BESCHIKKING, bijlagen)
    assert ("D-18" in concept.reden.regels) is bool(bijlagen)


@pytest.mark.parametrize("wet", list(Wet))
@pytest.mark.parametrize("problematiek", list(Problematiek))
def test_d19_de_midoffice_toetst_beslist_en_ondertekent(doetinchem, wet, problematiek):
    route = doetinchem.organisatie.route(wet, problematiek, vier.DAG)
    assert {route.toets_rol, route.besluit_rol, route.ondertekenaar_functie} == {"midoffice"}
    assert "midoffice" not in route.voorstel_rol
    concept = doetinchem.concept(vier.besluit(b.voorziening(wet=wet)), None, wet, problematiek=problematiek)
    assert concept.ondertekenaarfunctie == "midoffice"
    assert "D-19" in concept.reden.regels


def test_d19_in_de_midoffice_werkt_alleen_de_gemeente(doetinchem):
    midoffice = [item.werkgeversoort for item in doetinchem.mensen if item.functie == "midoffice"]
    assert midoffice
    assert set(midoffice) == {Werkgeversoort.GEMEENTE}


def test_d24_naam_van_de_functie_verzending_en_archief_zijn_open(doetinchem):
    kaal = doetinchem.plugin.organisatie({})
    assert kaal.functie("midoffice").naam == "open:midoffice.titel"
    regels = {item.sleutel: item.regel for item in kaal.open}
    assert {regels["midoffice.titel"], regels["besluit.verzender"], regels["archief.actor"]} == {"D-24"}


def test_d1_de_brief_noemt_alle_pleinen(doetinchem):
    alineas = doetinchem.bord.beschikking_alineas(vier.zaak(), vier.besluit(), doetinchem.beeld)
    assert all(naam in alineas["contact"][0] for naam in ("Zorgplein", "Werkplein", "Buurtplein"))


def test_d6_wie_het_verhaal_kent_gaat_voor(doetinchem):
    mensen = (*doetinchem.mensen, doetinchem.mens("M-001").gewijzigd(id="M-099", caseload=9))
    gezin = b.huishouden(regie=vier.zittende_regie("M-099"))
    assert doetinchem.team(Wet.WMO, mensen=mensen).drager.medewerker == "M-001"
    bekend = doetinchem.team(Wet.WMO, mensen=mensen, huishouden=gezin).drager
    assert (bekend.medewerker, "D-6" in bekend.reden.regels) == ("M-099", True)
