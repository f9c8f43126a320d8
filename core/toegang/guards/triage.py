"""Rules on triage: what becomes of a question, and that all of it goes on."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Afhandeling, Kanaal, Problematiek, Registratie, Wet
from toegang.domain.organisatiedelen import Loketsoort, Teamsoort
from toegang.domain.producten import LANDELIJK
from toegang.guards.contexten import IntakeToets
from toegang.guards.register import Moment, Regelsoort, regel

_DIGITAAL = (Kanaal.WEBFORMULIER, Kanaal.EMAIL, Kanaal.MIJN_INKOMEN)
_CONSULENTEN = (Teamsoort.CONSULENTEN, Teamsoort.UITVOERING)


@regel("S-2", Regelsoort.ORGANISATIE, Moment.INTAKE, "Een afspraak komt na contact online en per telefoon.")
def ladder(t: IntakeToets) -> Iterable[str]:
    """S-2: click, call, face; a face-to-face appointment without the other two asks a recorded reason."""
    kanalen = {contact.kanaal for contact in t.contacten}
    gegaan = Kanaal.TELEFOON in kanalen and not kanalen.isdisjoint(_DIGITAAL)
    loket = t.beeld.organisatie.loket(t.melding.loket)
    deur = loket is not None and loket.soort in (Loketsoort.WIJKTEAM, Loketsoort.BALIE)
    op_locatie = deur and t.melding.kanaal is Kanaal.BALIE and t.intake.afhandeling is Afhandeling.IN_BEHANDELING
    if op_locatie and not gegaan and not t.intake.reden.toelichting.strip():
        yield "aan deze afspraak ging geen contact online en per telefoon vooraf, en er staat geen reden bij"


@regel("S-3", Regelsoort.ORGANISATIE, Moment.INTAKE, "Wat het telefoonteam afrondt, wordt niet doorgezet.")
def afgerond_bij_intake(t: IntakeToets) -> Iterable[str]:
    """S-3: closed at intake means: nothing is forwarded and no zaak follows."""
    if t.intake.afhandeling is Afhandeling.BEANTWOORD and (t.intake.bestemming or t.intake.wetten):
        yield "de vraag is beantwoord en wordt toch doorgezet"


@regel("S-4", Regelsoort.ORGANISATIE, Moment.INTAKE, "Alleen wat nodig is, gaat door naar een wijkteam.")
def alleen_doorzetten_als_nodig(t: IntakeToets) -> Iterable[str]:
    """S-4: an oral question that can be answered on the spot needs no wijkteam."""
    if t.melding.behapbaar and t.intake.registratie is Registratie.MELDING and t.intake.opent_zaken:
        yield "de vraag is behapbaar; het telefoonteam kan haar zelf beantwoorden"


@regel("S-5", Regelsoort.ORGANISATIE, Moment.INTAKE, "De triage zegt: eenvoudige vervolgaanvraag, of complexer.")
def triage_in_tweeen(t: IntakeToets) -> Iterable[str]:
    """S-5: both outcomes can be told apart, and simple means: one question, all of it a follow-up."""
    if not t.intake.opent_zaken:
        return
    uitkomst = dict(t.intake.reden.parameters).get("triage")
    vervolg = all(vraag.vervolgaanvraag for vraag in t.melding.hulpvragen)
    eenvoudig = vervolg and t.melding.problematiek is Problematiek.ENKELVOUDIG
    if uitkomst != ("EENVOUDIGE_VERVOLGAANVRAAG" if eenvoudig else "COMPLEXER"):
        yield f"de triage zegt '{uitkomst}', en dat volgt niet uit de vraag"


@regel("S-21", Regelsoort.ORGANISATIE, Moment.INTAKE, "Alle vragen van een melding blijven bij elkaar.")
def integraal(t: IntakeToets) -> Iterable[str]:
    """S-21: Wmo, jeugd, schuldhulp and participatie go on together, none in a road of its own."""
    yield from _weggevallen(t)


@regel("B-7", Regelsoort.ORGANISATIE, Moment.INTAKE, "Alleen een vraag die niet complex is, wordt verwezen.")
def verwijzen_alleen_als_licht(t: IntakeToets) -> Iterable[str]:
    """B-7: a referral to algemene voorzieningen is for what is not complex; no zaak follows."""
    if t.intake.afhandeling is not Afhandeling.VOORLIGGEND_VELD:
        return
    if t.intake.wetten:
        yield "de vraag is verwezen en er volgt toch een zaak"
    if t.melding.wetten and (t.melding.problematiek is Problematiek.MEERVOUDIG or t.melding.verliest_regie):
        yield "de vraag is te zwaar om alleen te verwijzen"


@regel("B-18", Regelsoort.ORGANISATIE, Moment.INTAKE, "Bij meervoudige problemen en regieverlies komt een consulent.")
def consulent_bij_regieverlies(t: IntakeToets) -> Iterable[str]:
    """B-18: multiple problems and a household that threatens to lose its regie."""
    if t.melding.problematiek is Problematiek.MEERVOUDIG and t.melding.verliest_regie:
        yield from _zonder_consulent(t)


@regel("B-19", Regelsoort.ORGANISATIE, Moment.INTAKE, "Bij gespecialiseerde ondersteuning komt een consulent.")
def consulent_bij_specialistische_hulp(t: IntakeToets) -> Iterable[str]:
    """B-19: specialised support has a consulent, even for a single question."""
    if any(vraag.gespecialiseerd for vraag in t.melding.hulpvragen):
        yield from _zonder_consulent(t)


@regel("Z-6", Regelsoort.ORGANISATIE, Moment.INTAKE, "Wie verwees, staat bij de reden.")
def verwijzer_bewaard(t: IntakeToets) -> Iterable[str]:
    """Z-6: referrer type and reference are stored; the reason of the intake names the type."""
    verwijzer = t.melding.verwijzer
    if (
        verwijzer is not None
        and t.intake.opent_zaken
        and ("verwijzer", verwijzer.soort) not in t.intake.reden.parameters
    ):
        yield f"een {verwijzer.soort} verwees, en dat staat niet bij de reden"


@regel("Z-8", Regelsoort.ORGANISATIE, Moment.INTAKE, "Wat niet meteen kan, wordt een gesprek bij een wijkteam.")
def gesprek_bij_wijkteam(t: IntakeToets) -> Iterable[str]:
    """Z-8: a question that is registered and not answered goes to a wijkteam."""
    loopt = t.intake.afhandeling in (Afhandeling.IN_BEHANDELING, Afhandeling.DOORGELEID)
    if loopt and t.melding.woont_in_gemeente and not _gaat_naar(t, Teamsoort.WIJKTEAM):
        yield f"'{t.intake.bestemming}' is geen wijkteam, dus niemand plant het gesprek"


@regel("D-2", Regelsoort.ORGANISATIE, Moment.INTAKE, "Meer dan één op zichzelf staand probleem is meervoudig.")
def meervoudig_blijft_meervoudig(t: IntakeToets) -> Iterable[str]:
    """D-2: triage may call one question meervoudig when it crosses acts, never the other way round."""
    meervoudig = Problematiek.MEERVOUDIG
    if t.intake.opent_zaken and t.melding.problematiek is meervoudig and t.intake.problematiek is not meervoudig:
        yield "er is meer dan één op zichzelf staand probleem en de triage zegt ENKELVOUDIG"


@regel("D-7", Regelsoort.ORGANISATIE, Moment.INTAKE, "Bij doorgeleiding gaat de hele intake mee.")
def hele_intake_gaat_mee(t: IntakeToets) -> Iterable[str]:
    """D-7: the hand-over keeps every question, and the first day of receipt."""
    if t.intake.afhandeling is not Afhandeling.DOORGELEID or not t.intake.opent_zaken:
        return
    yield from _weggevallen(t)
    if dict(t.intake.reden.parameters).get("ontvangen_op") != t.melding.ontvangen_op.isoformat():
        yield "de dag van ontvangst gaat niet mee"


@regel(
    "L-74",
    Regelsoort.WET,
    Moment.INTAKE,
    "Maatwerk is voor ingezetenen van de gemeente; opvang en beschermd wonen voor die van Nederland.",
    grondslag="Wmo 2015 art. 2.3.5 lid 1",
)
def ingezetene(t: IntakeToets) -> Iterable[str]:
    """L-74: a Wmo question of somebody who lives elsewhere is passed on, except for national provisions."""
    producten = {vraag.product for vraag in t.melding.hulpvragen if vraag.wet is Wet.WMO}
    if _van_elders(t, Wet.WMO) and not producten <= LANDELIJK:
        yield "de inwoner woont niet in deze gemeente"


@regel(
    "L-121",
    Regelsoort.WET,
    Moment.INTAKE,
    "Een parkeerkaart vraagt iemand aan in de gemeente waar hij of zij woont.",
    grondslag="BABW art. 49",
    bewijs="V2",
)
def parkeerkaart_waar_men_woont(t: IntakeToets) -> Iterable[str]:
    """L-121: who is no resident asks for the card elsewhere."""
    if _van_elders(t, Wet.GPK):
        yield "de inwoner woont niet in deze gemeente"


def _van_elders(t: IntakeToets, wet: Wet) -> bool:
    return not t.melding.woont_in_gemeente and t.intake.opent_zaken and wet in t.intake.wetten


def _weggevallen(t: IntakeToets) -> Iterable[str]:
    """Give every act that was asked under and of which no zaak comes, when zaken come at all."""
    if t.intake.opent_zaken:
        for wet in t.melding.wetten:
            if wet not in t.intake.wetten:
                yield f"er is ook iets gevraagd over {wet}, en daar komt geen zaak van"


def _zonder_consulent(t: IntakeToets) -> Iterable[str]:
    if t.intake.opent_zaken and not _gaat_naar(t, *_CONSULENTEN):
        yield f"'{t.intake.bestemming}' is geen team van consulenten"


def _gaat_naar(t: IntakeToets, *soorten: Teamsoort) -> bool:
    team = t.beeld.organisatie.team(t.intake.bestemming or "")
    return team is not None and team.soort in soorten and not team.adviserend
