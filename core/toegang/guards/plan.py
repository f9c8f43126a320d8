"""Rules on the plan: what it must hold, who took part, and whose data it may use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from toegang.domain.begrippen import Akkoord, Plansoort, Problematiek, Wet
from toegang.domain.plan import Planrecord
from toegang.domain.plandelen import Afspraak, Afspraakstand, Instemmingstand, Passage, Planrol
from toegang.domain.planzicht import is_van_deze_wet
from toegang.guards.contexten_plan import PlanbesluitToets, PlanreactieToets, PlanToets
from toegang.guards.register import Moment, Regelsoort, regel

P = TypeVar("P", bound=Passage)

_BEWOORD = {soort: soort.value.lower().replace("_", " ") for soort in Plansoort}


@regel(
    "W-21",
    Regelsoort.ORGANISATIE,
    Moment.PLAN,
    "Gekozen oplossingen en gemaakte afspraken staan in het plan.",
    basis=True,
)
def oplossingen_en_afspraken(t: PlanToets) -> Iterable[str]:
    """W-21: chosen solutions and agreements are registered."""
    if not _eigen(t, t.nieuw.oplossingen) and not _afspraken(t):
        yield "er staat geen oplossing en geen afspraak in het plan"


@regel(
    "W-23",
    Regelsoort.ORGANISATIE,
    Moment.PLAN,
    "Over het arrangement is overeenstemming, of er staat waarover niet.",
    basis=True,
)
def overeenstemming_vastgelegd(t: PlanToets) -> Iterable[str]:
    """W-23: agreement is aimed at; a plan without it is recorded as such, never held up."""
    uitkomst = t.nieuw.overeenstemming
    if _stemt_in(t.nieuw, t.sprekers) or (uitkomst is not None and uitkomst.bereikt):
        return
    if uitkomst is None:
        yield "er staat niet of u het met de inwoner eens bent geworden (overeenstemming)"
    elif not uitkomst.toelichting.strip():
        yield "er is geen overeenstemming, en er staat niet waarover (overeenstemming.toelichting)"


@regel("Z-12", Regelsoort.ORGANISATIE, Moment.PLAN, "In het plan staan de afspraken over de ondersteuning.")
def afspraken_in_het_plan(t: PlanToets) -> Iterable[str]:
    """Z-12: agreements on the support."""
    if not _afspraken(t):
        yield "het plan heeft geen afspraken"


@regel("Z-11", Regelsoort.ORGANISATIE, Moment.PLAN, "Het definitieve plan volgt uit het gesprek.")
def plan_na_gesprek(t: PlanToets) -> Iterable[str]:
    """Z-11: the plan follows from the gesprek; the copy afterwards is work until it is delivered."""
    if t.gesprek_op is None:
        yield "er is in deze zaak nog geen gesprek vastgelegd"
    elif t.nieuw.plan.vastgesteld_op < t.gesprek_op:
        yield f"het plan is van {t.nieuw.plan.vastgesteld_op.isoformat()}, voor het gesprek van {t.gesprek_op}"


@regel("Z-14", Regelsoort.ORGANISATIE, Moment.PLAN, "Per inwoner of huishouden is er één plan, in versies.")
def een_document(t: PlanToets) -> Iterable[str]:
    """Z-14: never a second kind of plan beside the first; a gezinsplan may take its place."""
    if t.vorige is None:
        return
    was, wordt = t.vorige.plan.soort, t.nieuw.plan.soort
    if wordt is not was and wordt is not Plansoort.GEZINSPLAN:
        yield f"dit huishouden heeft al een {_BEWOORD[was]}; een {_BEWOORD[wordt]} daarnaast kan niet"


@regel("B-21", Regelsoort.ORGANISATIE, Moment.PLAN, "Minstens één lid van het huishouden maakt het plan mee.")
def huishouden_doet_mee(t: PlanToets) -> Iterable[str]:
    """B-21: participation of at least one member is recorded."""
    leden = {lid.inwoner for lid in t.leden}
    if not any(item.wie in leden for item in t.nieuw.deelnemers):
        yield "niemand van het huishouden staat bij de deelnemers"


@regel("B-59", Regelsoort.ORGANISATIE, Moment.PLAN, "Het plan gaat over het hele gezin en alle taakvelden.")
def hele_gezin_alle_taakvelden(t: PlanToets) -> Iterable[str]:
    """B-59: every member, every task field incl. Veilig Thuis, and each goal in the one list of domains."""
    beschreven = {item.wie for item in t.nieuw.gezin if item.tekst.strip()}
    for lid in t.leden:
        if lid.inwoner not in beschreven:
            yield f"over gezinslid {lid.inwoner} ({lid.rol.lower()}) staat er niets (gezin)"
    lijsten = t.beeld.organisatie.regels["B-59"].lijsten if "B-59" in t.beeld.organisatie.regels else {}
    beantwoord = {item.veld for item in t.nieuw.taakvelden if item.tekst.strip()}
    open_ = [veld for veld in lijsten.get("taakvelden", ()) if veld not in beantwoord]
    if open_:
        yield f"niet ingevuld: taakveld {', '.join(open_)} (schrijf zo nodig: niet aan de orde)"
    domeinen = lijsten.get("levensdomeinen", ())
    vreemd = [str(doel.nummer) for doel in t.nieuw.doelen if domeinen and doel.domein not in domeinen]
    if vreemd:
        yield f"doel {', '.join(vreemd)} heeft geen levensdomein uit de lijst: {', '.join(domeinen)}"


@regel("D-16", Regelsoort.ORGANISATIE, Moment.PLAN, "In het plan staat de stem van de inwoner en van de buurtcoach.")
def stem_van_inwoner_en_buurtcoach(t: PlanToets) -> Iterable[str]:
    """D-16: the resident's voice always; the buurtcoach's where one is in the casusteam."""
    inwoners = {lid.inwoner for lid in t.leden}
    stemmen = [item for item in t.nieuw.stemmen if item.tekst.strip()]
    if not t.nieuw.inbreng.strip() and not any(item.wie in inwoners for item in _eigen(t, stemmen)):
        yield "de inbreng van de inwoner ontbreekt"
    if t.coaches and not any(item.rol is Planrol.BUURTCOACH or item.wie in t.coaches for item in stemmen):
        yield f"de inbreng van de buurtcoach ({', '.join(t.coaches)}) ontbreekt (stemmen)"


@regel(
    "L-68",
    Regelsoort.WET,
    Moment.PLAN,
    "Gegevens van een andere wet worden alleen gebruikt met vastgelegde toestemming.",
    grondslag="Wmo 2015 art. 5.1.1 lid 4, 5.2.1",
)
def andere_wet_met_toestemming(t: PlanToets) -> Iterable[str]:
    """L-68: what this version takes from another act rests on the consent of whom it is about."""
    nieuw: list[Passage] = [
        *_eigen(t, t.nieuw.doelen),
        *_eigen(t, t.nieuw.afspraken),
        *_eigen(t, t.nieuw.stemmen),
        *_eigen(t, t.nieuw.oplossingen),
        *_eigen(t, t.nieuw.gezin),
        *_eigen(t, t.nieuw.taakvelden),
    ]
    zonder = {(deel.over, deel.wet) for deel in nieuw if not is_van_deze_wet(deel, t.zaak.wet, t.gedeeld)}
    for wie, wet in sorted(zonder, key=str):
        yield f"{wie} gaf geen toestemming om gegevens van {wet} te gebruiken voor {t.zaak.wet}"


@regel(
    "L-88",
    Regelsoort.WET,
    Moment.PLAN,
    "Een gezin kan een eigen familiegroepsplan maken.",
    grondslag="Jeugdwet art. 2.1 onder g, 4.1.2",
    waarschuwt=True,
)
def familiegroepsplan_mogelijk(t: PlanToets) -> Iterable[str]:
    """L-88: the family hears that it may make a plan of its own, and what it hands in is used."""
    if t.zaak.wet is not Wet.JEUGDWET:
        return
    eigen = t.nieuw.familiegroepsplan
    if eigen is None:
        yield "er staat niet dat het gezin een eigen familiegroepsplan mocht maken (familiegroepsplan)"
    elif eigen.ontvangen_op is not None and not eigen.verwerkt.strip():
        yield "het gezin leverde een familiegroepsplan in, en er staat niet wat ermee is gedaan (verwerkt)"


@regel(
    "S-18",
    Regelsoort.ORGANISATIE,
    Moment.PLANREACTIE,
    "Wat de inwoner ervan vindt, staat er met kanaal en tijdstip.",
)
def reactie_met_kanaal_en_tijd(t: PlanreactieToets) -> Iterable[str]:
    """S-18: approval can be digital, so its channel and time are kept. That it stays away blocks nothing."""
    if t.reactie.kanaal is None:
        yield "het kanaal van de reactie ontbreekt (webformulier, e-mail, brief, telefoon of balie)"
    if t.reactie.stand is not Akkoord.AANGEBODEN and t.reactie.tijd is None:
        yield "het tijdstip van de reactie ontbreekt"


@regel(
    "B-26",
    Regelsoort.ORGANISATIE,
    Moment.PLANBESLUIT,
    "Alle betrokkenen, ook de hulpvrager, tekenen 1Gezin1Plan; wie niet tekent, staat er met reden.",
)
def iedereen_tekent(t: PlanbesluitToets) -> Iterable[str]:
    """B-26: 1Gezin1Plan is signed by all parties; a refusal with its reason does not hold up a decision."""
    if t.plan is None or not t.soort.kent_toe or t.plan.plan.soort is not Plansoort.GEZINSPLAN:
        return
    if t.plan.handtekening(t.sprekers) is None and t.plan.voor(t.sprekers).getekend_op is None:
        yield "de handtekening van de hulpvrager ontbreekt"
    for partij in t.plan.deelnemers:
        if partij.wie not in t.sprekers and t.plan.handtekening((partij.wie,)) is None:
            rol = partij.rol.value.lower().replace("_", " ")
            yield f"de handtekening van deelnemer {partij.nummer} ({rol}) ontbreekt"


@regel(
    "B-27",
    Regelsoort.ORGANISATIE,
    Moment.PLANBESLUIT,
    "Er is een integraal ondersteuningsplan; bij een meervoudige vraag is dat 1Gezin1Plan.",
)
def integraal_plan(t: PlanbesluitToets) -> Iterable[str]:
    """B-27: a grant rests on a plan, and on 1Gezin1Plan where more than one problem comes together."""
    if t.plan is None or not t.soort.kent_toe:
        return
    meervoudig = t.zaak.problematiek is Problematiek.MEERVOUDIG
    if meervoudig and t.plan.plan.soort is not Plansoort.GEZINSPLAN:
        yield "de vraag is meervoudig en het plan is geen 1Gezin1Plan"


@regel(
    "Z-23",
    Regelsoort.ORGANISATIE,
    Moment.PLANBESLUIT,
    "De instemming van de inwoner met de ondersteuning is vastgelegd.",
)
def instemming_vastgelegd(t: PlanbesluitToets) -> Iterable[str]:
    """Z-23: consent is recorded, or that it did not come: then the decision can still be taken."""
    if t.plan is None or not t.soort.kent_toe or _stemt_in(t.plan, t.sprekers):
        return
    gegeven = [item for item in t.plan.instemmingen if item.wie in t.sprekers]
    if not gegeven:
        yield "de instemming van de inwoner ontbreekt (toegang plan instemming)"
    elif gegeven[-1].stand is not Instemmingstand.JA and not gegeven[-1].toelichting.strip():
        yield "de inwoner stemde niet in, en er staat niet waarom"


def _eigen(t: PlanToets, delen: Iterable[P]) -> list[P]:
    """Return the passages that this version adds for its own zaak."""
    return [deel for deel in delen if deel.zaak_id in (None, t.zaak.id)]


def _afspraken(t: PlanToets) -> list[Afspraak]:
    """Return the agreements of this zaak that still hold."""
    return [item for item in _eigen(t, t.nieuw.afspraken) if item.stand is not Afspraakstand.VERVALLEN]


def _stemt_in(plan: Planrecord, sprekers: Iterable[str]) -> bool:
    """Tell whether the resident signed the plan or agreed with it."""
    eigen = plan.voor(frozenset(sprekers))
    return eigen.getekend_op is not None or eigen.akkoord is Akkoord.GEACCORDEERD
