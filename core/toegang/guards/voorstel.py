"""Rules on what is proposed, and decided: whether a besluit is due at all, its reasons and its advice."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Besluitsoort, Voorzieningsoort
from toegang.domain.organisatiedelen import Loketsoort
from toegang.guards.contexten_besluit import VoorstelToets
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "B-14",
    Regelsoort.ORGANISATIE,
    Moment.VOORSTEL,
    "Over een algemeen toegankelijke voorziening gaat geen besluit en geen indicatie.",
)
def geen_besluit_over_algemeen(t: VoorstelToets) -> Iterable[str]:
    """B-14: no formal indication, so no besluit; a small contribution or another kern does not change that."""
    algemeen = [item for item in t.voorzieningen if item.soort is Voorzieningsoort.ALGEMEEN]
    if algemeen and not t.te_beslissen and not t.als_besluit.is_belastend:
        yield "er zijn alleen algemene voorzieningen: leg ze vast als afspraak in het plan"
        return
    for item in algemeen:
        if item.omvang or item.einddatum is not None:
            yield f"{item.product} is voor iedereen toegankelijk en heeft geen omvang of einddatum"


@regel(
    "B-61",
    Regelsoort.ORGANISATIE,
    Moment.VOORSTEL,
    "Licht waar het kan, zwaar waar het moet: de lichtere oplossing is gewogen.",
)
def licht_voor_zwaar(t: VoorstelToets) -> Iterable[str]:
    """B-61: light where possible, heavy where necessary; the proposal says which lighter one will not do."""
    if t.opdracht.soort.kent_toe and t.te_beslissen and not t.opdracht.lichter.strip():
        yield "er staat niet welke lichtere oplossing is gewogen en waarom die niet volstaat (veld 'lichter')"


@regel(
    "B-45",
    Regelsoort.ORGANISATIE,
    Moment.VOORSTEL,
    "De administratie schrijft geen advies of motivering; zij signaleert.",
)
def administratie_schrijft_niet(t: VoorstelToets) -> Iterable[str]:
    """B-45: administratie is not responsible for content, and points out what it sees instead."""
    loketten = t.beeld.organisatie.loketten
    eigen = t.beeld.organisatie.regels["B-45"].lijsten.get("functies", ())
    functies = {*eigen, *(item.functie for item in loketten if item.soort is Loketsoort.ADMINISTRATIE)}
    if t.indiener.functie in functies:
        yield f"functie '{t.indiener.functie}' gaat niet over de inhoud; gebruik 'toegang zaak signaleer'"


@regel(
    "L-5",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Een herhaalde aanvraag wordt alleen met een verwijzing afgewezen als er niets nieuws is.",
    grondslag="Awb art. 4:6",
    waarschuwt=True,
)
def herhaalde_aanvraag(t: VoorstelToets) -> Iterable[str]:
    """L-5: by reference only to an earlier refusal, and without new facts."""
    if t.opdracht.herhaling_van is None:
        return
    eerder = t.besluit(t.opdracht.herhaling_van)
    if t.opdracht.soort is not Besluitsoort.AFWIJZING:
        yield "een verwijzing naar een eerder besluit kan alleen bij een afwijzing"
    elif eerder is None or not (eerder.besluit.soort is Besluitsoort.AFWIJZING or eerder.besluit.minder_dan_gevraagd):
        yield "er is geen eerdere afwijzing waarnaar dit besluit kan verwijzen"
    elif t.opdracht.nieuwe_feiten:
        yield "er zijn nieuwe feiten; dan vraagt de aanvraag een eigen beoordeling"


@regel(
    "L-16",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Zonder motivering kan alleen een volledige toekenning.",
    grondslag="Awb art. 3:48",
)
def motivering_niet_weg(t: VoorstelToets) -> Iterable[str]:
    """L-16: only where no need can be assumed: never for a refusal, reduction or withdrawal."""
    redenen = t.opdracht.motivering
    leeg = not redenen.conclusie.strip() and not any(tekst.strip() for _, tekst in redenen.stappen)
    volledig = t.opdracht.soort is Besluitsoort.TOEKENNING and not t.als_besluit.is_belastend
    if leeg and not volledig:
        yield f"een {t.opdracht.soort.woord} heeft een motivering nodig"


@regel(
    "L-17",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Verwijzen naar een advies kan alleen als het de redenen noemt en de inwoner het krijgt.",
    grondslag="Awb art. 3:49",
)
def verwijzing_naar_advies(t: VoorstelToets) -> Iterable[str]:
    """L-17: the advice holds the reasons and is, or was, given to the addressee."""
    for advies in t.opdracht.adviezen:
        if advies.verwijst and not advies.bevat_redenen:
            yield f"de motivering verwijst naar het advies van {advies.van}, maar daarin staan geen redenen"
        if advies.verwijst and not advies.meegestuurd:
            yield f"de motivering verwijst naar het advies van {advies.van}, maar de inwoner krijgt het niet"


@regel(
    "L-18",
    Regelsoort.WET,
    Moment.VOORSTEL,
    "Afwijken van een advies dat de wet vraagt, staat met de redenen in de motivering.",
    grondslag="Awb art. 3:50",
)
def afwijken_van_wettelijk_advies(t: VoorstelToets) -> Iterable[str]:
    """L-18: the letter prints the reason beside the advice; without one there is no motivering of it."""
    for advies in t.opdracht.adviezen:
        if advies.wettelijk and not advies.overgenomen and not advies.reden.strip():
            yield f"het wettelijk advies van {advies.van} wordt niet gevolgd en er staat niet waarom"


@regel(
    "W-1",
    Regelsoort.ORGANISATIE,
    Moment.VOORSTEL,
    "Wie een voorstel doet, zit in het casusteam en mag deze wet beoordelen.",
    basis=True,
)
def steller_uit_team(t: VoorstelToets) -> Iterable[str]:
    """W-1: the team establishes whether a provision is needed, so the proposal is its own."""
    if t.indiener.medewerker not in {lid.medewerker for lid in t.team.beoordelaars(t.zaak.wet)}:
        yield f"{t.indiener.medewerker} mag in deze zaak {t.zaak.wet} niet beoordelen"
