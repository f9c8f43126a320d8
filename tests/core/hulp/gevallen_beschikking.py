"""Cases for the rules on the form of the decision and on who signs it."""

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Besluitsoort, Besluitvorm, Drager, Kenmerk, Voorzieningsoort, Wet
from toegang.guards.contexten import BeschikkingToets
from toegang.guards.register import Moment

BESCHIKKING = Moment.BESCHIKKING
GEEN = {"vorm": Besluitvorm.GEEN, "dragers": (), "sjabloon": None, "ondertekenaarfunctie": None, "bijlagen": ()}
OP_PLAN = {"vorm": Besluitvorm.PLAN_IS_BESCHIKKING, "dragers": (b.drager(papier=Drager.PLAN),), "bijlagen": ()}
GETEKEND = {"getekend_op": b.DAG, "geldt_als_aanvraag": True}
ALGEMEEN = (b.voorziening(soort=Voorzieningsoort.ALGEMEEN),)
TRIGGER = (b.voorziening(kenmerken={Kenmerk.HUISHOUDELIJKE_HULP}),)
AFWIJZING = {"soort": Besluitsoort.AFWIJZING}
ZONDER_BIJLAGE = {"bijlagen": ()}


def toets(*regels, concept=None, plan=None, wet=Wet.WMO, vier_ogen=False, ondertekenaar="P-9", leeftijd=40, **besluit):
    """Give a grant on one beschikking, signed by P-9, of what P-1 assessed."""
    beeld = b.beeld(*regels)
    return BeschikkingToets(
        zaak=b.zaak(wet, client_leeftijd=leeftijd),
        besluit=b.besluit(**besluit),
        plan=None if plan is None else b.plan(**plan),
        concept=b.concept(**(concept or {})),
        route=beeld.organisatie.besluitroutes[0].gewijzigd(vier_ogen=vier_ogen),
        ondertekenaar=ondertekenaar,
        waarom_niet="niemand met deze functie is aanwezig",
        beeld=beeld,
    )


@mis("W-7", BESCHIKKING, "er is iets waarover een besluit nodig is, maar er komt geen beschikking")
def maatwerk_zonder_beschikking():
    return toets(concept=GEEN)


@mis("W-7", BESCHIKKING, "er zijn alleen algemene voorzieningen; daarvoor hoort geen beschikking")
def beschikking_voor_algemene_voorziening():
    return toets(concept={"dragers": ()}, voorzieningen=ALGEMEEN)


@mis("W-7", BESCHIKKING, "V2 is een algemene voorziening en hoort niet in een beschikking")
def algemene_voorziening_op_de_beschikking():
    twee = (b.voorziening("V1"), b.voorziening("V2", Voorzieningsoort.ALGEMEEN))
    return toets(concept={"dragers": (b.drager("V1"), b.drager("V2"))}, voorzieningen=twee)


@goed("W-7", BESCHIKKING)
def algemene_voorziening_zonder_beschikking():
    return toets(concept=GEEN, voorzieningen=ALGEMEEN)


@goed("W-7", BESCHIKKING)
def maatwerk_met_beschikking():
    return toets()


@goed("W-7", BESCHIKKING)
def afwijzing_met_verwijzing_naar_algemene_voorziening():
    """A refusal is a decision, also when the resident is pointed to an algemene voorziening."""
    return toets(concept={"dragers": (), **ZONDER_BIJLAGE}, voorzieningen=ALGEMEEN, **AFWIJZING)


@goed("W-7", BESCHIKKING)
def afwijzing_zonder_voorziening():
    return toets(concept={"dragers": (), **ZONDER_BIJLAGE}, voorzieningen=(), **AFWIJZING)


@goed("W-7", BESCHIKKING)
def besluit_zonder_voorziening_dat_niet_belast():
    return toets(concept={"dragers": (), **ZONDER_BIJLAGE}, voorzieningen=(), soort=Besluitsoort.BEEINDIGING)


@mis("Z-28", BESCHIKKING, "vraagt een aparte beschikking")
def afwijzing_op_het_plan():
    return toets(concept=OP_PLAN, plan=GETEKEND, **AFWIJZING)


@mis("Z-28", BESCHIKKING, "vraagt een aparte beschikking")
def minder_dan_gevraagd_op_het_plan():
    return toets(concept=OP_PLAN, plan=GETEKEND, minder_dan_gevraagd=True)


@mis("Z-28", BESCHIKKING, "vraagt een aparte beschikking")
def wijziging_ten_nadele_op_het_plan():
    return toets(concept=OP_PLAN, plan=GETEKEND, soort=Besluitsoort.WIJZIGING, ten_nadele=True)


@mis("Z-28", BESCHIKKING, "vraagt een aparte beschikking")
def intrekking_op_het_plan():
    return toets(concept=OP_PLAN, plan=GETEKEND, soort=Besluitsoort.INTREKKING)


@goed("Z-28", BESCHIKKING)
def afwijzing_apart():
    return toets(concept=ZONDER_BIJLAGE, plan=GETEKEND, **AFWIJZING)


@goed("Z-28", BESCHIKKING)
def wijziging_ten_goede_op_het_plan():
    return toets(concept=OP_PLAN, plan=GETEKEND, soort=Besluitsoort.WIJZIGING)


@mis("Z-13", BESCHIKKING, "het plan is niet ondertekend")
def plan_zonder_handtekening():
    return toets(concept=OP_PLAN, plan={"geldt_als_aanvraag": True})


@mis("Z-13", BESCHIKKING, "het plan is niet ondertekend")
def plan_dat_er_niet_is():
    return toets(concept=OP_PLAN)


@mis("Z-13", BESCHIKKING, "het plan is niet als aanvraag vastgelegd")
def plan_dat_geen_aanvraag_is():
    return toets(concept=OP_PLAN, plan={"getekend_op": b.DAG})


@goed("Z-13", BESCHIKKING)
def ondertekend_plan_is_beschikking():
    return toets("Z-13", concept=OP_PLAN, plan=GETEKEND)


@mis("Z-15", BESCHIKKING, "V1 (hulp-huishouden) hoort in een aparte beschikking")
def huishoudelijke_hulp_op_het_plan():
    return toets("Z-15", concept=OP_PLAN, plan=GETEKEND, voorzieningen=TRIGGER)


@goed("Z-15", BESCHIKKING)
def huishoudelijke_hulp_apart():
    return toets("Z-15", voorzieningen=TRIGGER)


@goed("Z-15", BESCHIKKING)
def kenmerk_dat_de_gemeente_niet_noemt():
    alleen = ("Z-15", b.eigen_regel(lijsten={"kenmerken": (Kenmerk.BEGELEIDING,)}))
    return toets(alleen, concept=OP_PLAN, plan=GETEKEND, voorzieningen=TRIGGER)


@mis("Z-16", BESCHIKKING, "het ondertekende plan kan dit besluit dragen")
def beschikking_naast_een_plan_dat_genoeg_is():
    return toets("Z-16", plan=GETEKEND)


@mis("Z-16", BESCHIKKING, "het ondertekende plan kan dit besluit dragen")
def wet_waarbij_een_plan_een_besluit_kan_zijn():
    wetten = ("Z-13", b.eigen_regel(lijsten={"wetten": (Wet.WMO,)}))
    return toets("Z-16", wetten, plan=GETEKEND)


@goed("Z-16", BESCHIKKING)
def het_plan_draagt_het_besluit():
    return toets("Z-16", concept=OP_PLAN, plan=GETEKEND)


@goed("Z-16", BESCHIKKING)
def beschikking_zonder_plan():
    return toets("Z-16")


@goed("Z-16", BESCHIKKING)
def beschikking_bij_een_plan_dat_geen_aanvraag_is():
    return toets("Z-16", plan={"getekend_op": b.DAG})


@goed("Z-16", BESCHIKKING)
def beschikking_bij_een_trigger():
    return toets("Z-16", plan=GETEKEND, voorzieningen=TRIGGER)


@goed("Z-16", BESCHIKKING)
def beschikking_bij_een_plan_zonder_handtekening():
    return toets("Z-16", plan={"geldt_als_aanvraag": True})


@goed("Z-16", BESCHIKKING)
def beschikking_bij_een_afwijzing():
    return toets("Z-16", concept=ZONDER_BIJLAGE, plan=GETEKEND, **AFWIJZING)


@goed("Z-16", BESCHIKKING)
def wet_waarbij_een_plan_geen_besluit_kan_zijn():
    wetten = ("Z-13", b.eigen_regel(lijsten={"wetten": (Wet.JEUGDWET,)}))
    return toets("Z-16", wetten, plan=GETEKEND)


@mis("B-49", BESCHIKKING, "P-1 heeft de indicatie gesteld en mag niet ondertekenen")
def indicatiesteller_ondertekent():
    return toets("B-49", vier_ogen=True, ondertekenaar="P-1")


@goed("B-49", BESCHIKKING)
def ander_ondertekent():
    return toets("B-49", vier_ogen=True)


@goed("B-49", BESCHIKKING)
def vier_ogen_niet_geeist_op_deze_route():
    """W-6: one generalist may decide alone; four eyes never hold in general."""
    return toets("B-49", vier_ogen=False, ondertekenaar="P-1")


@mis("L-19", BESCHIKKING, "niemand met functie 'midoffice' mag ondertekenen (niemand met deze functie is aanwezig)")
def niemand_mag_ondertekenen():
    return toets(ondertekenaar=None)


@goed("L-19", BESCHIKKING)
def zonder_beschikking_geen_ondertekenaar():
    return toets(concept=GEEN, voorzieningen=ALGEMEEN, ondertekenaar=None)
