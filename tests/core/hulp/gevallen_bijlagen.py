"""Cases for the rules on the papers that belong to a decision."""

from gevallen import goed, mis
from gevallen_beschikking import AFWIJZING, BESCHIKKING, GETEKEND, OP_PLAN, ZONDER_BIJLAGE, toets

from toegang.domain.begrippen import Wet


@mis("D-18", BESCHIKKING, "het plan van aanpak ontbreekt als bijlage")
def toekenning_zonder_plan_van_aanpak():
    return toets("D-18", concept=ZONDER_BIJLAGE)


@mis("D-18", BESCHIKKING, "hoort alleen bij een toekenning op grond van de Wmo of de Jeugdwet")
def plan_van_aanpak_bij_een_afwijzing():
    return toets("D-18", **AFWIJZING)


@mis("D-18", BESCHIKKING, "hoort alleen bij een toekenning op grond van de Wmo of de Jeugdwet")
def plan_van_aanpak_bij_een_parkeerkaart():
    return toets("D-18", wet=Wet.GPK)


@goed("D-18", BESCHIKKING)
def jeugdbeschikking_met_plan_van_aanpak():
    return toets("D-18", wet=Wet.JEUGDWET)


@goed("D-18", BESCHIKKING)
def plan_dat_zelf_het_besluit_is():
    return toets("D-18", concept=OP_PLAN, plan=GETEKEND)


@goed("D-18", BESCHIKKING)
def afwijzing_zonder_plan_van_aanpak():
    return toets("D-18", concept=ZONDER_BIJLAGE, **AFWIJZING)


@goed("D-18", BESCHIKKING)
def parkeerkaart_zonder_plan_van_aanpak():
    return toets("D-18", concept=ZONDER_BIJLAGE, wet=Wet.GPK)


@goed("D-18", BESCHIKKING)
def schuldhulp_met_plan_van_aanpak():
    return toets("D-18", wet=Wet.WGS)


def bijstand(leeftijd, concept=None, **anders):
    return toets(wet=Wet.PARTICIPATIEWET, leeftijd=leeftijd, concept=concept, **{"plan": {}, **anders})


@mis("L-103", BESCHIKKING, "het plan van aanpak ontbreekt als bijlage")
def bijstand_op_de_eerste_dag_dat_het_geldt():
    return bijstand(18, ZONDER_BIJLAGE)


@mis("L-103", BESCHIKKING, "het plan van aanpak ontbreekt als bijlage")
def bijstand_op_de_laatste_leeftijd():
    return bijstand(26, ZONDER_BIJLAGE)


@mis("L-103", BESCHIKKING, "er is nog geen plan van aanpak vastgesteld")
def bijlage_zonder_plan():
    return bijstand(20, plan=None)


@goed("L-103", BESCHIKKING)
def bijstand_vanaf_27():
    return bijstand(27, ZONDER_BIJLAGE)


@goed("L-103", BESCHIKKING)
def bijstand_onder_de_18():
    return bijstand(17, ZONDER_BIJLAGE)


@goed("L-103", BESCHIKKING)
def bijstand_aan_wie_de_leeftijd_niet_bekend_is():
    return bijstand(None, ZONDER_BIJLAGE)


@goed("L-103", BESCHIKKING)
def maatwerk_voor_een_jongere():
    return toets(concept=ZONDER_BIJLAGE, leeftijd=20)


@goed("L-103", BESCHIKKING)
def jongere_met_alleen_een_plan():
    return bijstand(20, OP_PLAN, plan=GETEKEND)


@goed("L-103", BESCHIKKING)
def bijstand_aan_een_jongere_met_plan():
    return bijstand(18)


@goed("L-103", BESCHIKKING)
def afwijzing_aan_een_jongere():
    return bijstand(18, ZONDER_BIJLAGE, **AFWIJZING)
