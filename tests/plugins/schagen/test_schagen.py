"""Schagen, rule by rule (DOMAIN.md A.1): each fires where it should, and stays out where it should not."""

from datetime import date

import bouwers as b
import pytest
import vier

from toegang.domain.begrippen import (
    Afhandeling,
    Besluitvorm,
    Kanaal,
    Problematiek,
    Regiemodus,
    Registratie,
    Werkgeversoort,
    Wet,
    Zelfregie,
)
from toegang.domain.bezorging import Berichtsoort, kies_bezorging
from toegang.domain.melding import Contact
from toegang.domain.toestemming import Toestemming, Toestemmingsoort
from toegang.errors import NietToegestaan

COMPLEX = {"problematiek": Problematiek.MEERVOUDIG, "gebied": "wijk-1"}
NA_INTERVISIE = {**COMPLEX, "intervisie_op": date(2026, 11, 10)}


@pytest.fixture
def schagen():
    return vier.proef("schagen")


def feiten(antwoord):
    return dict(antwoord.reden.parameters)


@pytest.mark.parametrize("deur", ["telefoonteam", "mijn-inkomen", "gemeentehuis", "wijkteam"])
def test_s1_telefoonteam_doet_elke_intake(schagen, deur):
    assert schagen.intake(Wet.WMO, loket=deur).actor == "telefoonteam"


def test_s1_geldt_ook_zonder_formele_vraag(schagen):
    intake = schagen.intake(None, loket="wijkteam")
    assert (intake.actor, intake.afhandeling) == ("telefoonteam", Afhandeling.VOORLIGGEND_VELD)


def test_s2_balie_zonder_eerder_contact_gaat_eerst_naar_het_telefoonteam(schagen):
    intake = schagen.intake(Wet.WMO, loket="wijkteam", kanaal=Kanaal.BALIE)
    assert intake.afhandeling is Afhandeling.DOORGELEID
    assert "S-2" in intake.reden.regels


def test_s2_na_click_en_call_mag_de_afspraak(schagen):
    eerder = tuple(Contact(kanaal=kanaal, op=vier.ONTVANGEN) for kanaal in (Kanaal.WEBFORMULIER, Kanaal.TELEFOON))
    intake = schagen.intake(Wet.WMO, loket="wijkteam", kanaal=Kanaal.BALIE, contacten=eerder)
    assert (intake.afhandeling, intake.reden.code) == (Afhandeling.IN_BEHANDELING, "NA_CLICK_EN_CALL")
    alleen_click = schagen.intake(Wet.WMO, loket="wijkteam", kanaal=Kanaal.BALIE, contacten=eerder[:1])
    assert alleen_click.afhandeling is Afhandeling.DOORGELEID


def test_s3_telefoonteam_sluit_een_behapbare_vraag_zelf(schagen):
    intake = schagen.intake(Wet.WMO, behapbaar=True)
    assert (intake.afhandeling, intake.registratie) == (Afhandeling.BEANTWOORD, Registratie.MELDING)
    assert not intake.opent_zaken
    assert intake.bestemming is None
    assert "S-3" in intake.reden.regels


def test_s3_zonder_melding_blijven_alleen_contactgegevens(schagen):
    intake = schagen.intake(Wet.WMO, behapbaar=True, wil_geen_melding=True)
    assert (intake.afhandeling, intake.registratie) == (Afhandeling.BEANTWOORD, Registratie.CONTACTGEGEVENS)
    assert "S-3" in intake.reden.regels


def test_s3_een_schriftelijke_aanvraag_wordt_nooit_met_een_antwoord_afgedaan(schagen):
    intake = schagen.intake(Wet.GPK, behapbaar=True, kanaal=Kanaal.BRIEF)
    assert (intake.registratie, intake.afhandeling) == (Registratie.AANVRAAG, Afhandeling.IN_BEHANDELING)
    assert intake.wetten == (Wet.GPK,)


def test_s4_wat_niet_behapbaar_is_gaat_door_naar_het_wijkteam(schagen):
    intake = schagen.intake(Wet.WMO, gebied="wijk-3")
    assert (intake.afhandeling, intake.bestemming) == (Afhandeling.IN_BEHANDELING, "wijkteam-3")
    assert "S-4" in intake.reden.regels


@pytest.mark.parametrize(
    ("vragen", "uitkomst"),
    [
        ({"vervolgaanvraag": True}, "EENVOUDIGE_VERVOLGAANVRAAG"),
        ({"vervolgaanvraag": False}, "COMPLEXER"),
    ],
)
def test_s5_triage_is_tweeledig(schagen, vragen, uitkomst):
    intake = schagen.intake(Wet.WMO, product="rolstoel", **vragen)
    assert intake.reden.code == uitkomst == feiten(intake)["triage"]
    assert "S-5" in intake.reden.regels


def test_s5_een_vervolgaanvraag_naast_een_ander_probleem_is_complexer(schagen):
    intake = schagen.intake(Wet.WMO, Wet.WGS, vervolgaanvraag=True)
    assert (intake.problematiek, intake.reden.code) == (Problematiek.MEERVOUDIG, "COMPLEXER")


@pytest.mark.parametrize(
    ("deur", "kanaal"),
    [("wijkteam", Kanaal.BALIE), ("wijkteam", Kanaal.TELEFOON), ("gemeentehuis", Kanaal.BRIEF)],
)
def test_s6_wat_elders_binnenkomt_wordt_doorgeleid_met_de_dag_van_ontvangst(schagen, deur, kanaal):
    intake = schagen.intake(Wet.WMO, loket=deur, kanaal=kanaal)
    assert (intake.actor, intake.afhandeling) == ("telefoonteam", Afhandeling.DOORGELEID)
    assert intake.wetten == (Wet.WMO,)
    assert feiten(intake)["ontvangen_op"] == vier.ONTVANGEN.isoformat()
    assert {"S-6", "L-36"} <= set(intake.reden.regels)


def test_s6_geldt_niet_wat_bij_het_telefoonteam_zelf_binnenkomt(schagen):
    intake = schagen.intake(Wet.WMO, loket="telefoonteam")
    assert "S-6" not in intake.reden.regels


def test_s7_er_zijn_precies_vier_wijkteams_en_elke_zaak_hoort_bij_een(schagen):
    assert [team.id for team in schagen.organisatie.teams] == [f"wijkteam-{nummer}" for nummer in range(1, 5)]
    for nummer in range(1, 5):
        assert schagen.intake(Wet.LLV, gebied=f"wijk-{nummer}").bestemming == f"wijkteam-{nummer}"
    onbekend = schagen.intake(Wet.WMO, gebied="ergens")
    assert (onbekend.bestemming, feiten(onbekend)["gebied"]) == ("wijkteam-1", "onbekend")


def test_s8_s9_disciplines_van_elk_wijkteam(schagen):
    eerst = {"schuldhulpverlening", "zorg", "jeugdzorg", "sociale-activering", "jongerenwerk"}
    for team in schagen.organisatie.teams:
        assert {item.discipline for item in team.disciplines} == eerst | {"werk-en-inkomen", "leerplicht"}


@pytest.mark.parametrize(("wet", "specialisme"), [(Wet.WGS, "schuldhulpverlening"), (Wet.WMO, "zorg")])
def test_s10_generalist_met_het_passende_specialisme_gaat_voor(schagen, wet, specialisme):
    mensen = tuple(item.gewijzigd(teams=("wijkteam-2",), aanwezig=True) for item in schagen.mensen)
    team = schagen.team(wet, mensen=mensen, bestemming="wijkteam-2", gebied=None)
    assert team.drager.discipline == specialisme
    gepasseerd = {item.reden.code: item.reden for item in team.gepasseerd}
    assert "S-10" in gepasseerd["ANDER_SPECIALISME"].regels


def test_s10_een_generalist_zonder_dat_specialisme_kan_het_ook(schagen):
    team = schagen.team(Wet.WMO, bestemming="wijkteam-2", gebied="wijk-2")
    assert team.drager.discipline == "schuldhulpverlening"


def test_s11_wie_niet_bij_de_gemeente_werkt_wordt_gepasseerd(schagen):
    team = schagen.team(Wet.WMO, gebied="wijk-1")
    vreemd = next(item for item in team.gepasseerd if item.medewerker == "M-011")
    assert vreemd.reden.code == "WERKGEVER_NIET_TOEGESTAAN"
    assert {"S-11", "W-8"} <= set(vreemd.reden.regels)


def test_s11_ook_als_er_niemand_anders_is(schagen):
    with pytest.raises(NietToegestaan, match="S-11"):
        schagen.team(Wet.WMO, mensen=(schagen.mens("M-011"),), gebied="wijk-1")


def test_s11_dezelfde_persoon_in_dienst_van_de_gemeente_mag_wel(schagen):
    eigen = schagen.mens("M-011").gewijzigd(werkgever="gemeente-schagen", werkgeversoort=Werkgeversoort.GEMEENTE)
    assert schagen.team(Wet.WMO, mensen=(eigen,), gebied="wijk-1").drager.medewerker == "M-011"


def test_s12_complexe_zaak_vraagt_eerst_intervisie(schagen):
    team = schagen.team(Wet.WMO, **COMPLEX)
    assert (len(team.leden), team.intervisie_nodig, team.reden.code) == (1, True, "EERST_INTERVISIE")
    assert "S-12" in team.reden.regels


def test_s12_na_intervisie_komt_er_een_tweede_met_een_ander_specialisme(schagen):
    team = schagen.team(Wet.WMO, **NA_INTERVISIE)
    assert (len(team.leden), team.intervisie_nodig) == (2, False)
    assert team.leden[0].discipline != team.leden[1].discipline
    assert team.leden[1].beoordeelt == ()


def test_s12_de_tweede_komt_voor_de_andere_vraag_van_het_huishouden(schagen):
    gezin = b.huishouden(zaken=(vier.andere_zaak(Wet.WGS),))
    tweede = schagen.team(Wet.WMO, huishouden=gezin, **NA_INTERVISIE).leden[1]
    assert (tweede.medewerker, tweede.discipline, tweede.beoordeelt) == ("M-003", "jeugdzorg", (Wet.WGS,))
    elders = schagen.team(Wet.WMO, huishouden=gezin, mensen=schagen.zonder("M-003"), **NA_INTERVISIE).leden[1]
    assert (elders.medewerker, elders.discipline) == ("M-004", "schuldhulpverlening")


def test_s12_eenvoudige_zaak_heeft_een_consulent_en_geen_intervisie(schagen):
    team = schagen.team(Wet.WMO, gebied="wijk-1", intervisie_op=date(2026, 11, 10))
    assert (len(team.leden), team.intervisie_nodig) == (1, False)
    assert "S-12" not in team.reden.regels


def test_s13_de_inwoner_voert_zelf_de_regie(schagen):
    regie = schagen.regie(Wet.WMO, gebied="wijk-1")
    assert (regie.modus, regie.regisseur, regie.grond) == (Regiemodus.ZELF, None, "KAN_ZELF")
    assert "S-13" in regie.reden.regels
    assert regie.eerste_aanspreekpunt == regie.indicatieregie


@pytest.mark.parametrize(
    ("zelfregie", "modus"),
    [(Zelfregie.KAN_MET_STEUN, Regiemodus.ONDERSTEUND), (Zelfregie.KAN_NIET, Regiemodus.GECOACHT)],
)
def test_s13_afwijken_heeft_een_grond(schagen, zelfregie, modus):
    regie = schagen.regie(Wet.WMO, huishouden=b.huishouden(zelfregie=zelfregie))
    assert (regie.modus, regie.grond) == (modus, zelfregie)
    assert regie.regisseur is not None
    assert "S-13" not in regie.reden.regels


def test_s20_digitale_bijstandsvraag_gaat_verder_via_mijn_inkomen(schagen):
    intake = schagen.intake(Wet.PARTICIPATIEWET, kanaal=Kanaal.WEBFORMULIER, loket="telefoonteam")
    assert (intake.afhandeling, intake.registratie) == (Afhandeling.OMGELEID, Registratie.AANVRAAG)
    assert (intake.wetten, intake.bestemming) == ((Wet.PARTICIPATIEWET,), "wijkteam-1")
    assert {"S-20", "L-36"} <= set(intake.reden.regels)


def test_s20_wat_uit_mijn_inkomen_komt_is_een_aanvraag(schagen):
    intake = schagen.intake(Wet.PARTICIPATIEWET, kanaal=Kanaal.MIJN_INKOMEN, loket="mijn-inkomen")
    assert (intake.afhandeling, intake.registratie) == (Afhandeling.IN_BEHANDELING, Registratie.AANVRAAG)
    assert "S-20" in intake.reden.regels


@pytest.mark.parametrize(
    ("kanaal", "loket", "registratie"),
    [
        (Kanaal.BRIEF, "gemeentehuis", Registratie.AANVRAAG),
        (Kanaal.TELEFOON, "telefoonteam", Registratie.MELDING),
        (Kanaal.BALIE, "wijkteam", Registratie.MELDING),
    ],
)
def test_s20_l36_papier_en_mondeling_blijven_open(schagen, kanaal, loket, registratie):
    intake = schagen.intake(Wet.PARTICIPATIEWET, kanaal=kanaal, loket=loket)
    assert intake.afhandeling is not Afhandeling.OMGELEID
    assert (intake.registratie, intake.wetten) == (registratie, (Wet.PARTICIPATIEWET,))


def test_s21_bijstand_en_zorg_samen_worden_niet_uit_elkaar_getrokken(schagen):
    intake = schagen.intake(Wet.PARTICIPATIEWET, Wet.WMO, kanaal=Kanaal.WEBFORMULIER, loket="telefoonteam")
    assert intake.afhandeling is Afhandeling.IN_BEHANDELING
    assert intake.wetten == (Wet.PARTICIPATIEWET, Wet.WMO)
    assert "S-21" in intake.reden.regels


def test_s23_wie_beslist_ondertekent_en_archiveert_is_open(schagen):
    kaal = schagen.plugin.organisatie({})
    route = kaal.besluitroutes[0]
    open_ = {route.besluit_rol, route.ondertekenaar_functie, route.verzend_rol, route.bezwaar_rol, kaal.archiefactor}
    assert all(waarde.startswith("open:") for waarde in open_)
    assert len(open_) == 5
    regels = {item.sleutel: item.regel for item in kaal.open}
    assert {regels[waarde.removeprefix("open:")] for waarde in open_} == {"S-23"}


def test_l89_jeugdzaak_gaat_naar_iemand_met_een_geldige_registratie(schagen):
    team = schagen.team(Wet.JEUGDWET, gebied="wijk-4", bestemming="wijkteam-4")
    assert team.drager.medewerker == "M-008"
    codes = {item.medewerker: item.reden.code for item in team.gepasseerd}
    assert codes["M-009"] == "GEEN_REGISTRATIE"


def test_besluit_staat_altijd_in_een_beschikking(schagen):
    concept = schagen.concept(vier.besluit(), vier.getekend_plan())
    assert (concept.vorm, concept.ondertekenaarfunctie) == (Besluitvorm.BESCHIKKING, "teamleider")


def test_ondertekenaar_die_nog_open_is_wordt_niet_verzonnen(schagen):
    kaal = schagen.met_regels(besluitroutes=schagen.plugin.organisatie({}).besluitroutes)
    with pytest.raises(NietToegestaan, match="S-23"):
        kaal.concept(vier.besluit())


def test_s17_de_brief_wijst_op_mijn_regie(schagen):
    alineas = schagen.bord.beschikking_alineas(vier.zaak(), vier.besluit(), schagen.beeld)
    assert "Mijn Regie" in alineas["contact"][0]


def test_s19_wat_digitaal_kan_gaat_digitaal(schagen):
    ja = Toestemming(
        id="TS-1",
        dossier_id="D-1",
        inwoner_id="I-1",
        soort=Toestemmingsoort.DIGITALE_BERICHTEN,
        reikwijdte="besluit",
        gegeven_op=vier.ONTVANGEN,
    )
    aangeboden = schagen.organisatie.bezorging
    assert kies_bezorging(aangeboden, Berichtsoort.BESLUIT, ("I-1",), (ja,), b.DAG.replace(year=2027)).weg == "DIGITAAL"


def test_s19_zonder_toestemming_blijft_papier(schagen):
    assert kies_bezorging(schagen.organisatie.bezorging, Berichtsoort.BESLUIT, ("I-1",), (), b.DAG).weg == "POST"
