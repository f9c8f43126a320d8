"""Rules on the form of the decision: which paper carries it, and who signs."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Besluitvorm, Drager, Wet
from toegang.domain.besluit import Voorziening
from toegang.guards.contexten import BeschikkingToets
from toegang.guards.register import Moment, Regelsoort, regel

_APART = (Besluitvorm.BESCHIKKING, Besluitvorm.PLAN_PLUS_BESCHIKKING)
_BIJLAGE_PLAN = "plan/plan-van-aanpak"


@regel(
    "W-7",
    Regelsoort.ORGANISATIE,
    Moment.BESCHIKKING,
    "Een algemene voorziening vraagt geen beschikking, elke andere wel.",
    basis=True,
)
def beschikking_voor_maatwerk(t: BeschikkingToets) -> Iterable[str]:
    """W-7, B-14: no beschikking for an algemene voorziening; one for anything else."""
    te_beslissen = t.besluit.voorzieningen_met_besluit
    # a refusal is a decision, also when an algemene voorziening is what the resident is pointed to
    nodig = bool(te_beslissen) or t.besluit.is_belastend
    if t.concept.vorm is Besluitvorm.GEEN and nodig:
        yield "er is iets waarover een besluit nodig is, maar er komt geen beschikking"
    if t.concept.vorm is not Besluitvorm.GEEN and t.besluit.voorzieningen and not nodig:
        yield "er zijn alleen algemene voorzieningen; daarvoor hoort geen beschikking"
    algemeen = {item.id for item in t.besluit.voorzieningen} - {item.id for item in te_beslissen}
    for verdeling in t.concept.dragers:
        if verdeling.voorziening in algemeen:
            yield f"{verdeling.voorziening} is een algemene voorziening en hoort niet in een beschikking"


@regel(
    "Z-28",
    Regelsoort.ORGANISATIE,
    Moment.BESCHIKKING,
    "Een besluit ten nadele staat altijd in een aparte beschikking.",
    basis=True,
)
def nadelig_apart(t: BeschikkingToets) -> Iterable[str]:
    """Z-28: refusal, lesser grant, change for the worse, withdrawal: always a separate beschikking."""
    if t.besluit.is_belastend and t.concept.vorm not in _APART:
        yield "een afwijzing, lagere toekenning of intrekking vraagt een aparte beschikking"


@regel(
    "Z-13",
    Regelsoort.ORGANISATIE,
    Moment.BESCHIKKING,
    "Een plan is alleen een beschikking als het is ondertekend en als aanvraag is vastgelegd.",
    basis=True,
)
def plan_als_beschikking(t: BeschikkingToets) -> Iterable[str]:
    """Z-13 with Z-28: signed plan, registered as aanvraag."""
    if t.concept.vorm is not Besluitvorm.PLAN_IS_BESCHIKKING:
        return
    if t.plan is None or t.plan.getekend_op is None:
        yield "het plan is niet ondertekend"
    elif not t.plan.geldt_als_aanvraag:
        yield "het plan is niet als aanvraag vastgelegd"


@regel("Z-15", Regelsoort.ORGANISATIE, Moment.BESCHIKKING, "Bij professionele hulp hoort een aparte beschikking.")
def aparte_beschikking_bij_trigger(t: BeschikkingToets) -> Iterable[str]:
    """Z-15: professional support, home adaptation or aid, begeleiding, domestic help."""
    papier = {verdeling.voorziening: verdeling.drager for verdeling in t.concept.dragers}
    for voorziening in t.besluit.voorzieningen_met_besluit:
        if _is_trigger(voorziening, t) and papier.get(voorziening.id) is not Drager.BESCHIKKING:
            yield f"{voorziening.id} ({voorziening.product}) hoort in een aparte beschikking"


@regel("Z-16", Regelsoort.ORGANISATIE, Moment.BESCHIKKING, "Geen beschikking die niet wettelijk nodig is.")
def geen_onnodige_beschikking(t: BeschikkingToets) -> Iterable[str]:
    """Z-16: generation without a trigger is blocked while a signed plan can carry the decision."""
    if t.concept.vorm not in _APART or t.besluit.is_belastend or t.plan is None:
        return
    plan_kan_dragen = t.plan.getekend_op is not None and t.plan.geldt_als_aanvraag and _wet_met_plan(t)
    if plan_kan_dragen and not any(_is_trigger(item, t) for item in t.besluit.voorzieningen_met_besluit):
        yield "het ondertekende plan kan dit besluit dragen; een aparte beschikking is niet nodig"


@regel("B-47", Regelsoort.ORGANISATIE, Moment.BESCHIKKING, "Elke beschikking komt uit dezelfde set voor die wet.")
def uniforme_beschikking(t: BeschikkingToets) -> Iterable[str]:
    """B-47: one set of letters for the whole gemeente, named after act and kind of decision."""
    soort = t.besluit.soort.lower().replace("_", "-")
    set_ = (f"{t.zaak.wet.lower()}/{soort}", soort)
    if t.concept.vorm in _APART and t.concept.sjabloon not in set_:
        yield f"'{t.concept.sjabloon}' is niet de beschikking voor {t.zaak.wet} met soort {soort}"


@regel("B-49", Regelsoort.ORGANISATIE, Moment.BESCHIKKING, "Wie ondertekent, heeft de indicatie niet gesteld.")
def vier_ogen(t: BeschikkingToets) -> Iterable[str]:
    """B-49: signer and indicatiesteller differ, where the gemeente demands it (never in general, W-6)."""
    if t.route.vier_ogen and t.ondertekenaar == t.besluit.beoordelaar.medewerker:
        yield f"{t.ondertekenaar} heeft de indicatie gesteld en mag niet ondertekenen"


@regel(
    "L-19",
    Regelsoort.WET,
    Moment.BESCHIKKING,
    "Wie ondertekent, staat daarvoor in het mandaatregister.",
    grondslag="Awb art. 10:10, 10:11",
)
def ondertekenaar_gemandateerd(t: BeschikkingToets) -> Iterable[str]:
    """L-19, L-20: core finds the person in the register; nobody found means nobody may sign."""
    if t.concept.vorm is not Besluitvorm.GEEN and t.ondertekenaar is None:
        yield f"niemand met functie '{t.concept.ondertekenaarfunctie}' mag ondertekenen ({t.waarom_niet})"


@regel(
    "D-18",
    Regelsoort.ORGANISATIE,
    Moment.BESCHIKKING,
    "Het plan van aanpak hoort bij de Wmo- en jeugdbeschikking.",
)
def plan_van_aanpak_erbij(t: BeschikkingToets) -> Iterable[str]:
    """D-18: goals are set in the plan van aanpak, for a provision under Wmo or Jeugdwet."""
    hoort_erbij = t.zaak.wet in (Wet.WMO, Wet.JEUGDWET) and t.besluit.soort.kent_toe
    if hoort_erbij and t.concept.vorm in _APART and _BIJLAGE_PLAN not in t.concept.bijlagen:
        yield "het plan van aanpak ontbreekt als bijlage"
    if not hoort_erbij and t.zaak.wet not in (Wet.PARTICIPATIEWET, Wet.WGS) and _BIJLAGE_PLAN in t.concept.bijlagen:
        yield "een plan van aanpak hoort alleen bij een toekenning op grond van de Wmo of de Jeugdwet"


@regel(
    "L-103",
    Regelsoort.WET,
    Moment.BESCHIKKING,
    "Bij bijstand voor 18- tot en met 26-jarigen is het plan van aanpak een bijlage van de beschikking.",
    grondslag="Participatiewet art. 44 lid 4, 44a",
)
def plan_van_aanpak_jongere(t: BeschikkingToets) -> Iterable[str]:
    """L-103: annex "plan van aanpak" is part of the beschikking for applicants under 27."""
    jong = t.zaak.client_leeftijd is not None and 18 <= t.zaak.client_leeftijd < 27
    toekenning = t.zaak.wet is Wet.PARTICIPATIEWET and t.besluit.soort.kent_toe
    if not (jong and toekenning and t.concept.vorm in _APART):
        return
    if _BIJLAGE_PLAN not in t.concept.bijlagen:
        yield "het plan van aanpak ontbreekt als bijlage"
    if t.plan is None:
        yield "er is nog geen plan van aanpak vastgesteld"


def _is_trigger(voorziening: Voorziening, t: BeschikkingToets) -> bool:
    """Tell whether a provision has a trait that the gemeente lists under Z-15; all traits when it lists none."""
    eigen = t.beeld.organisatie.regels.get("Z-15")
    gekozen = eigen.lijsten.get("kenmerken") if eigen else None
    return bool(voorziening.kenmerken if gekozen is None else voorziening.kenmerken & set(gekozen))


def _wet_met_plan(t: BeschikkingToets) -> bool:
    """Tell whether a plan can be the decision under this act, as the gemeente lists under Z-13."""
    eigen = t.beeld.organisatie.regels.get("Z-13")
    wetten = eigen.lijsten.get("wetten") if eigen else None
    return wetten is None or t.zaak.wet in wetten
