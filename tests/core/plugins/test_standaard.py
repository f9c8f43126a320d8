"""The standard layer: a new gemeente that brings data and no code gets an answer on every hook."""

from datetime import date

import bouwers as b
import pytest

from toegang.domain.begrippen import (
    Afhandeling,
    Besluitsoort,
    Besluitvorm,
    Drager,
    Kanaal,
    Problematiek,
    Regiemodus,
    Registratie,
    Uitkomst,
    Werkgeversoort,
    Wet,
    Zelfregie,
)
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.melding import Contact, Hulpvraag
from toegang.domain.zaak import ZaakKort
from toegang.errors import Controlefout, NietToegestaan
from toegang.hookspecs import BESLISHAKEN
from toegang.plugins.bord import Hakenbord, Laag
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.standaard import Standaard, standaard
from toegang.plugins.triage import ladder_doorlopen
from toegang.plugins.verpakking import Herkomst

# Nieuwdorp: one balie that answers small questions itself, one team per act, one municipal consulent.
NIEUWDORP = {
    "naam": "Nieuwdorp",
    "gemeentecode": "9997",
    "bestuursorgaan": "college van burgemeester en wethouders van de gemeente Nieuwdorp",
    "direct_antwoord": "CONTACTGEGEVENS",
    "loket": [
        {"id": "balie", "naam": "de balie", "soort": "BALIE", "kanalen": ["BALIE", "TELEFOON", "BRIEF"]},
        {
            "id": "kcc",
            "naam": "het KCC",
            "soort": "KCC",
            "kanalen": ["TELEFOON"],
            "registreert": "CONTACTGEGEVENS",
            "geeft_door_aan": "balie",
        },
    ],
    "gebied": [{"id": "oost", "naam": "Oost"}, {"id": "west", "naam": "West"}],
    "team": [
        {"id": "oost", "naam": "team Oost", "soort": "WIJKTEAM", "gebieden": ["oost"], "wetten": ["WMO", "JEUGDWET"]},
        {"id": "west", "naam": "team West", "soort": "WIJKTEAM", "gebieden": ["west"], "wetten": ["WMO", "JEUGDWET"]},
        {"id": "inkomen", "naam": "team Inkomen", "soort": "UITVOERING", "wetten": ["PARTICIPATIEWET", "WGS"]},
        {"id": "raad", "naam": "de adviseurs", "soort": "EXPERTISETEAM", "adviserend": True},
    ],
    "functie": [
        {"id": "consulent", "naam": "consulent", "beoordeelt": ["WMO", "JEUGDWET", "PARTICIPATIEWET", "WGS"]},
        {"id": "begeleider", "naam": "begeleider"},
        {"id": "chef", "naam": "teamleider"},
    ],
    "werkgever": [
        {"id": "gemeente", "naam": "gemeente Nieuwdorp", "soort": "GEMEENTE"},
        {"id": "welzijn", "naam": "welzijn", "soort": "WELZIJN"},
    ],
    "besluitroute": [
        {
            "wetten": ["WMO", "JEUGDWET", "PARTICIPATIEWET", "WGS"],
            "voorstel_rol": ["consulent"],
            "besluit_rol": "chef",
            "ondertekenaar_functie": "open:tekenaar",
            "verzend_rol": "chef",
            "bezwaar_rol": "chef",
            "bijlagen": ["bijlage/folder"],
        }
    ],
    "archiefactor": "open:archief",
    "regie": {"gronden_overname": ["BRAND"], "max_professionals": 2},
    "open": [
        {"sleutel": "tekenaar", "regel": "S-23", "vraag": "Wie tekent?", "frase": "(niet in de bron)"},
        {"sleutel": "archief", "regel": "S-23", "vraag": "Wie archiveert?", "frase": "(niet in de bron)"},
    ],
    "contact": dict.fromkeys(("postadres", "telefoon", "website", "digitaal_bezwaar"), "zie de brief"),
}
INGEVULD = {"tekenaar": "chef", "archief": "chef"}
CONSULENT = b.kandidaat("P-1", werkgever="gemeente")


@pytest.fixture
def nieuwdorp(tmp_path):
    return Gemeenteplugin(tmp_path, NIEUWDORP, "0")


@pytest.fixture
def bord(nieuwdorp):
    lagen = (
        Laag(standaard, Herkomst("toegang", "0", "standaard")),
        Laag(nieuwdorp, Herkomst("toegang-nieuwdorp", "0", "gemeente")),
    )
    return Hakenbord("nieuwdorp", lagen)


def beeld(**anders):
    organisatie = Gemeenteplugin("", {**NIEUWDORP, **anders}, "0").organisatie(INGEVULD)
    return Gemeentebeeld(naam="nieuwdorp", organisatie=organisatie, peildatum=b.DAG)


def melding(*wetten, **anders):
    return b.melding(*wetten, **{"loket": "balie", "gebied": "oost", **anders})


def zonder_wet(**anders):
    return melding(hulpvragen=(Hulpvraag(nummer=1, wet=None, voor="I-1"),), **anders)


def test_de_standaardlaag_beantwoordt_alle_vijf_de_haken_en_wordt_als_laatste_gevraagd():
    for haak in BESLISHAKEN:
        opties = getattr(getattr(Standaard, haak), "toegang_impl")  # noqa: B009  set by pluggy
        assert opties["trylast"], haak


# --- route_intake --------------------------------------------------------------------------------------


def test_vraag_gaat_naar_het_team_van_het_gebied(bord):
    antwoord = bord.route_intake(melding(Wet.WMO, gebied="west"), (), beeld())
    intake = antwoord.waarde
    assert (intake.actor, intake.bestemming, intake.afhandeling) == ("balie", "west", Afhandeling.IN_BEHANDELING)
    assert (intake.registratie, intake.wetten) == (Registratie.MELDING, (Wet.WMO,))
    assert antwoord.herkomst.laag == "standaard"


def test_onbekend_gebied_gaat_naar_het_eerste_team_en_dat_staat_erbij(bord):
    intake = bord.route_intake(melding(Wet.WMO, gebied=None), (), beeld()).waarde
    assert (intake.bestemming, ("gebied", "onbekend") in intake.reden.parameters) == ("oost", True)


@pytest.mark.parametrize(
    ("kanaal", "wetten", "registratie"),
    [
        (Kanaal.BRIEF, (Wet.PARTICIPATIEWET,), Registratie.AANVRAAG),
        (Kanaal.BRIEF, (Wet.WMO, Wet.WGS), Registratie.AANVRAAG),
        (Kanaal.BRIEF, (Wet.WMO,), Registratie.MELDING),
        (Kanaal.TELEFOON, (Wet.PARTICIPATIEWET,), Registratie.MELDING),
    ],
)
def test_alleen_op_schrift_is_het_een_aanvraag(bord, kanaal, wetten, registratie):
    assert bord.route_intake(melding(*wetten, kanaal=kanaal), (), beeld()).waarde.registratie is registratie


def test_loket_dat_alleen_contactgegevens_mag_bewaren_geeft_door(bord):
    intake = bord.route_intake(melding(Wet.WMO, loket="kcc"), (), beeld()).waarde
    assert (intake.registratie, intake.afhandeling) == (Registratie.CONTACTGEGEVENS, Afhandeling.DOORGELEID)
    assert (intake.actor, intake.bestemming, intake.wetten) == ("balie", "balie", ())


def test_loket_dat_een_ander_de_intake_laat_doen_leidt_door_met_de_dag_van_ontvangst(bord):
    post = {"id": "post", "naam": "de post", "soort": "BALIE", "kanalen": ["BRIEF"], "geeft_door_aan": "balie"}
    hier = beeld(loket=[*NIEUWDORP["loket"], post])
    intake = bord.route_intake(melding(Wet.WMO, loket="post"), (), hier).waarde
    assert (intake.actor, intake.afhandeling, intake.bestemming) == ("balie", Afhandeling.DOORGELEID, "oost")
    assert ("ontvangen_op", b.DAG.isoformat()) in intake.reden.parameters
    assert "L-36" in intake.reden.regels


@pytest.mark.parametrize("direct", [None, Registratie.GEEN, Registratie.CONTACTGEGEVENS])
def test_direct_antwoord_bestaat_alleen_waar_de_gemeente_dat_kiest(bord, direct):
    vraag = melding(Wet.WMO, behapbaar=True, wil_geen_melding=True)
    intake = bord.route_intake(vraag, (), beeld(direct_antwoord=direct)).waarde
    assert intake.registratie is (direct or Registratie.MELDING)
    assert (intake.afhandeling is Afhandeling.BEANTWOORD) is (direct is not None)


@pytest.mark.parametrize("ontbreekt", ["behapbaar", "wil_geen_melding"])
def test_direct_antwoord_vraagt_behapbaar_en_instemming(bord, ontbreekt):
    vraag = melding(Wet.WMO, **{"behapbaar": True, "wil_geen_melding": True, ontbreekt: False})
    assert bord.route_intake(vraag, (), beeld()).waarde.afhandeling is Afhandeling.IN_BEHANDELING


def test_zonder_formele_vraag_naar_het_voorliggend_veld(bord):
    intake = bord.route_intake(zonder_wet(), (), beeld()).waarde
    assert (intake.afhandeling, intake.registratie) == (Afhandeling.VOORLIGGEND_VELD, Registratie.CONTACTGEGEVENS)
    assert "W-7" in intake.reden.regels


def test_l36_l74_wie_elders_woont_wordt_doorgezonden_met_de_dag_van_ontvangst(bord):
    intake = bord.route_intake(melding(Wet.WMO, woont_in_gemeente=False), (), beeld()).waarde
    assert (intake.afhandeling, intake.bestemming, intake.wetten) == (Afhandeling.DOORGELEID, "balie", ())
    assert intake.registratie is Registratie.MELDING
    assert ("ontvangen_op", b.DAG.isoformat()) in intake.reden.parameters
    assert {"L-36", "L-74"} <= set(intake.reden.regels)


def test_l74_beschermd_wonen_is_er_voor_ingezetenen_van_heel_nederland(bord):
    vragen = (Hulpvraag(nummer=1, wet=Wet.WMO, voor="I-1", product="beschermd-wonen"),)
    intake = bord.route_intake(melding(hulpvragen=vragen, woont_in_gemeente=False), (), beeld()).waarde
    assert (intake.afhandeling, intake.wetten) == (Afhandeling.IN_BEHANDELING, (Wet.WMO,))


def test_wet_zonder_team_is_een_gat_in_de_gegevens(bord):
    with pytest.raises(Controlefout, match="LLV"):
        bord.route_intake(melding(Wet.LLV), (), beeld())


def test_ladder_is_doorlopen_na_online_en_telefoon():
    online, bellen = (Contact(kanaal=kanaal, op=b.DAG) for kanaal in (Kanaal.EMAIL, Kanaal.TELEFOON))
    assert ladder_doorlopen((online, bellen))
    assert not ladder_doorlopen((online,))
    assert not ladder_doorlopen((bellen,))


# --- compose_team --------------------------------------------------------------------------------------


def team(bord, wet=Wet.WMO, mensen=(CONSULENT,), gezin=None, **anders):
    return bord.compose_team(b.zaak(wet, **anders), gezin or b.huishouden(), mensen, beeld()).waarde


def test_een_persoon_draagt_de_zaak_en_beoordeelt(bord):
    samenstelling = team(bord, gebied="west")
    assert (samenstelling.team, len(samenstelling.leden), samenstelling.drager.beoordeelt) == ("west", 1, (Wet.WMO,))
    assert "W-6" in samenstelling.reden.regels


def test_bestemming_van_de_intake_gaat_voor_maar_niet_als_zij_de_wet_niet_behandelt(bord):
    assert team(bord, bestemming="west", gebied="oost").team == "west"
    verlegd = team(bord, Wet.WGS, bestemming="west")
    assert (verlegd.team, verlegd.reden.code) == ("inkomen", "TEAM_BIJ_WET")


def test_niemand_is_een_duidelijke_weigering_met_de_telling(bord):
    weg = CONSULENT.gewijzigd(aanwezig=False)
    extern = CONSULENT.gewijzigd(id="P-2", werkgever="welzijn", werkgeversoort=Werkgeversoort.WELZIJN)
    with pytest.raises(NietToegestaan, match=r"Z2026-000001.*L-100"):
        team(bord, Wet.PARTICIPATIEWET, mensen=(weg, extern))
    with pytest.raises(NietToegestaan, match="Niemand is hiervoor opgeleid"):
        team(bord, mensen=())


def test_l89_jeugdzaak_krijgt_een_geregistreerde_collega_erbij(bord):
    geregistreerd = b.kandidaat(
        "P-2", Werkgeversoort.WELZIJN, functie="begeleider", werkgever="welzijn", registers=("SKJ",)
    )
    samenstelling = team(bord, Wet.JEUGDWET, mensen=(CONSULENT, geregistreerd))
    assert [(lid.medewerker, lid.beoordeelt) for lid in samenstelling.leden] == [("P-1", (Wet.JEUGDWET,)), ("P-2", ())]
    assert "L-89" in samenstelling.reden.regels


def test_l89_een_geregistreerde_consulent_is_genoeg(bord):
    samenstelling = team(bord, Wet.JEUGDWET, mensen=(CONSULENT, CONSULENT.gewijzigd(id="P-2", registers=("BIG",))))
    assert [lid.medewerker for lid in samenstelling.leden] == ["P-2"]
    assert [item.reden.code for item in samenstelling.gepasseerd] == ["GEEN_REGISTRATIE"]


def test_l89_zonder_geregistreerde_is_er_geen_team(bord):
    with pytest.raises(NietToegestaan, match="L-89"):
        team(bord, Wet.JEUGDWET)
    assert "L-89" not in team(bord, Wet.WMO).reden.regels


def test_wie_het_huishouden_kent_gaat_voor(bord):
    gezin = b.huishouden(regie=b.regie(eerste_aanspreekpunt="P-2"))
    ander = CONSULENT.gewijzigd(id="P-2", caseload=20)
    assert team(bord, mensen=(CONSULENT, ander), gezin=gezin).drager.medewerker == "P-2"
    assert team(bord, mensen=(CONSULENT, ander)).drager.medewerker == "P-1"


# --- assign_regie --------------------------------------------------------------------------------------


def regie(bord, gezin=None, organisatie=None):
    hier = beeld(**(organisatie or {}))
    return bord.assign_regie(b.zaak(), gezin or b.huishouden(), b.casusteam(), hier).waarde


@pytest.mark.parametrize(
    ("zelfregie", "bijzonder", "modus", "grond"),
    [
        (Zelfregie.KAN_ZELF, ("BRAND",), Regiemodus.ZELF, "KAN_ZELF"),
        (Zelfregie.KAN_MET_STEUN, (), Regiemodus.ONDERSTEUND, "KAN_MET_STEUN"),
        (Zelfregie.KAN_NIET, ("ANDERS",), Regiemodus.GECOACHT, "KAN_NIET"),
        (Zelfregie.KAN_NIET, ("ANDERS", "BRAND"), Regiemodus.OVERGENOMEN, "BRAND"),
    ],
)
def test_modus_volgt_uit_het_huishouden_en_de_gronden(bord, zelfregie, bijzonder, modus, grond):
    antwoord = regie(bord, b.huishouden(zelfregie=zelfregie, bijzonderheden=bijzonder))
    assert (antwoord.modus, antwoord.grond) == (modus, grond)
    assert (antwoord.regisseur is None) is (modus is Regiemodus.ZELF)
    assert (antwoord.eerste_aanspreekpunt, antwoord.reden.code) == ("P-1", modus)
    assert "W-13" in antwoord.reden.regels


def test_w13_de_zittende_regisseur_blijft(bord):
    zittend = b.regie(modus=Regiemodus.ONDERSTEUND, regisseur="P-7", eerste_aanspreekpunt="P-7")
    antwoord = regie(bord, b.huishouden(zelfregie=Zelfregie.KAN_MET_STEUN, regie=zittend))
    assert (antwoord.regisseur, antwoord.reden.code) == ("P-7", "ZITTENDE_REGISSEUR_ONDERSTEUND")


def test_w13_gaat_de_inwoner_zelf_verder_dan_is_dat_een_overdracht(bord):
    zittend = b.regie(modus=Regiemodus.ONDERSTEUND, regisseur="P-7", eerste_aanspreekpunt="P-7")
    antwoord = regie(bord, b.huishouden(regie=zittend))
    assert (antwoord.regisseur, antwoord.reden.code) == (None, "OVERDRACHT_NAAR_INWONER")


@pytest.mark.parametrize("regels", [{}, {"regels": {"B-25": {"frase": "zo staat het", "bron": "nota"}}}])
def test_b25_casemanager_alleen_waar_de_gemeente_de_regel_heeft(bord, regels):
    gezin = b.huishouden(zelfregie=Zelfregie.KAN_NIET, aantal_professionals=2)
    assert (regie(bord, gezin, regels).casemanager is not None) is bool(regels)


# --- draft_beschikking ---------------------------------------------------------------------------------


def concept(bord, besluit, wet=Wet.WMO, plan=None, **anders):
    return bord.draft_beschikking(b.zaak(wet, **anders), plan, besluit, beeld()).waarde


@pytest.mark.parametrize(
    ("wet", "soort", "sjabloon"),
    [
        (Wet.WMO, Besluitsoort.TOEKENNING, "wmo/toekenning"),
        (Wet.JEUGDWET, Besluitsoort.AFWIJZING, "jeugdwet/afwijzing"),
        (Wet.PARTICIPATIEWET, Besluitsoort.INTREKKING, "participatiewet/intrekking"),
        (Wet.WGS, Besluitsoort.BUITEN_BEHANDELING, "buiten-behandeling"),
    ],
)
def test_een_beschikking_draagt_alles(bord, wet, soort, sjabloon):
    antwoord = concept(bord, b.besluit(soort=soort), wet)
    assert (antwoord.vorm, antwoord.sjabloon) == (Besluitvorm.BESCHIKKING, sjabloon)
    assert [verdeling.drager for verdeling in antwoord.dragers] == [Drager.BESCHIKKING]
    assert antwoord.ondertekenaarfunctie == "chef"
    assert antwoord.bijlagen == (("bijlage/folder",) if soort is Besluitsoort.TOEKENNING else ())


def test_w7_een_algemene_voorziening_staat_nooit_in_de_beschikking(bord):
    algemeen = b.voorziening("V1", soort="ALGEMEEN")
    assert concept(bord, b.besluit(voorzieningen=(algemeen,))).vorm is Besluitvorm.GEEN
    samen = concept(bord, b.besluit(voorzieningen=(algemeen, b.voorziening("V2"))))
    assert [verdeling.voorziening for verdeling in samen.dragers] == ["V2"]


@pytest.mark.parametrize(("leeftijd", "erbij"), [(17, False), (18, True), (26, True), (27, False), (None, False)])
def test_l103_plan_van_aanpak_bij_bijstand_tot_27_jaar(bord, leeftijd, erbij):
    antwoord = concept(bord, b.besluit(), Wet.PARTICIPATIEWET, client_leeftijd=leeftijd)
    assert (b.PLAN_VAN_AANPAK in antwoord.bijlagen) is erbij
    assert ("L-103" in antwoord.reden.regels) is erbij


@pytest.mark.parametrize("plan", [None, b.plan()])
def test_l112_plan_van_aanpak_bij_schuldhulp_als_het_er_is(bord, plan):
    assert (b.PLAN_VAN_AANPAK in concept(bord, b.besluit(), Wet.WGS, plan).bijlagen) is (plan is not None)


def test_wie_tekent_wordt_niet_verzonnen(bord, nieuwdorp):
    open_ = Gemeentebeeld(naam="nieuwdorp", organisatie=nieuwdorp.organisatie({}), peildatum=b.DAG)
    with pytest.raises(NietToegestaan, match="tekenaar"):
        bord.draft_beschikking(b.zaak(), None, b.besluit(), open_)


def test_wet_zonder_route_is_een_gat_in_de_gegevens(bord):
    with pytest.raises(Controlefout, match="GPK"):
        concept(bord, b.besluit(), Wet.GPK)


def test_de_route_van_de_dag_van_het_besluit_telt(bord):
    vroeger = {**NIEUWDORP["besluitroute"][0], "ondertekenaar_functie": "begeleider", "geldig_tot": date(2025, 12, 31)}
    hier = beeld(besluitroute=[vroeger, *NIEUWDORP["besluitroute"]])
    namen = [
        bord.draft_beschikking(b.zaak(), None, b.besluit(datum=dag), hier).waarde.ondertekenaarfunctie
        for dag in (date(2025, 12, 31), date(2026, 1, 1))
    ]
    assert namen == ["begeleider", "chef"]


# --- decide_archivering and signalen -------------------------------------------------------------------


def test_archief_kiest_het_eerste_resultaat_dat_past(bord):
    zaak = b.zaak(uitkomst=Uitkomst.GEWEIGERD)
    keuzes = (b.archiefkeuze("8.2"), b.archiefkeuze("8.4.1"))
    antwoord = bord.decide_archivering(zaak, (), keuzes, beeld()).waarde
    assert (antwoord.resultaat, antwoord.archiefactor, antwoord.afwijking) == ("8.2", "chef", "")
    assert antwoord.reden.regels == ("L-150", "L-152")
    assert bord.decide_archivering(zaak, (), keuzes[:1], beeld()).waarde.reden.regels == ("L-150",)


def test_archief_zonder_passend_resultaat_of_zonder_actor_wordt_geweigerd(bord, nieuwdorp):
    with pytest.raises(Controlefout, match="archivaris"):
        bord.decide_archivering(b.zaak(), (), (), beeld())
    open_ = Gemeentebeeld(naam="nieuwdorp", organisatie=nieuwdorp.organisatie({}), peildatum=b.DAG)
    with pytest.raises(NietToegestaan, match="archief"):
        bord.decide_archivering(b.zaak(), (), (b.archiefkeuze(),), open_)


@pytest.mark.parametrize(
    ("open_", "aantal", "codes"),
    [(False, 2, []), (True, 2, ["LOPENDE_ZAAK"]), (True, 3, ["LOPENDE_ZAAK", "VEEL_PROFESSIONALS"])],
)
def test_signalen_bij_een_lopende_zaak_en_bij_te_veel_professionals(bord, open_, aantal, codes):
    ander = ZaakKort(id="Z-9", wet=Wet.WMO, status="TEAM", open=open_, problematiek=Problematiek.ENKELVOUDIG)
    gezin = b.huishouden(zaken=(ander,), aantal_professionals=aantal)
    assert [item.code for item in bord.signalen(b.zaak(), gezin, beeld())] == codes
