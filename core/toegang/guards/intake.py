"""Rules on the intake."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Afhandeling, Kanaal, Problematiek, Registratie, Wet
from toegang.domain.organisatiedelen import Loketsoort, Teamsoort
from toegang.guards.contexten import IntakeToets
from toegang.guards.register import Moment, Regelsoort, regel

_OPLOPEND = (Registratie.GEEN, Registratie.CONTACTGEGEVENS, Registratie.MELDING, Registratie.AANVRAAG)


@regel("S-1", Regelsoort.ORGANISATIE, Moment.INTAKE, "Het sociaal telefoonteam doet elke intake.")
def telefoonteam_is_intake(t: IntakeToets) -> Iterable[str]:
    """S-1: the sociaal telefoonteam is the only intake actor."""
    loket = t.beeld.organisatie.loket(t.intake.actor)
    if loket is None or loket.soort is not Loketsoort.TELEFOONTEAM:
        yield f"de intake is belegd bij '{t.intake.actor}', niet bij het sociaal telefoonteam"


@regel("B-1", Regelsoort.ORGANISATIE, Moment.INTAKE, "Het KCC legt alleen contactgegevens vast en geeft door.")
def kcc_geeft_alleen_door(t: IntakeToets) -> Iterable[str]:
    """B-1: a KCC stores contact details only."""
    loket = t.beeld.organisatie.loket(t.melding.loket)
    if loket is None or loket.soort is not Loketsoort.KCC:
        return
    if _OPLOPEND.index(t.intake.registratie) > _OPLOPEND.index(Registratie.CONTACTGEGEVENS):
        yield f"via het KCC mag niet meer dan CONTACTGEGEVENS worden vastgelegd, niet {t.intake.registratie}"


@regel(
    "Z-7",
    Regelsoort.ORGANISATIE,
    Moment.INTAKE,
    "Alleen een behapbare vraag blijft ongeregistreerd, en alleen als de inwoner geen melding wil.",
    basis=True,
)
def ongeregistreerd_alleen_behapbaar(t: IntakeToets) -> Iterable[str]:
    """Z-7 and part F nr 4: no registration only for a manageable question of someone who agrees."""
    if t.intake.registratie is not Registratie.GEEN:
        return
    if "Z-7" not in t.beeld.organisatie.regels:
        yield "deze gemeente heeft niet geregeld dat vragen ongeregistreerd blijven"
    if not t.melding.behapbaar:
        yield "de vraag is niet behapbaar, dus zij moet worden geregistreerd"
    if not t.melding.wil_geen_melding:
        yield "de inwoner heeft niet gezegd dat er geen melding hoeft te komen"
    if t.intake.afhandeling is not Afhandeling.BEANTWOORD:
        yield "een vraag die niet is geregistreerd, moet meteen zijn beantwoord"


@regel(
    "L-36",
    Regelsoort.WET,
    Moment.INTAKE,
    "Geen loket weigert een melding of aanvraag; de eerste dag van ontvangst telt.",
    grondslag="Awb 2:3 lid 1; Wmo 2015 art. 2.3.2",
    bewijs="M",
)
def geen_loket_weigert(t: IntakeToets) -> Iterable[str]:
    """L-36: what is not registered here was passed on to somebody, or the resident wanted no melding (part F nr 4)."""
    doorgestuurd = t.intake.afhandeling in (Afhandeling.DOORGELEID, Afhandeling.OMGELEID)
    if doorgestuurd and t.intake.bestemming is None:
        yield "de vraag wordt doorgestuurd, maar er staat niet naar wie"
    gevraagd = [vraag.wet for vraag in t.melding.hulpvragen if vraag.wet and vraag.taak is None]
    # of registratie GEEN is Z-7
    zonder_melding = t.intake.registratie is Registratie.CONTACTGEGEVENS
    if gevraagd and zonder_melding and not doorgestuurd and not t.melding.wil_geen_melding:
        wetten = ", ".join(dict.fromkeys(gevraagd))
        yield f"er is iets gevraagd over {wetten}, en daarvan blijft geen melding over terwijl de inwoner die wel wil"


@regel("D-3", Regelsoort.ORGANISATIE, Moment.INTAKE, "Een enkelvoudige vraag gaat naar het plein van die wet.")
def enkelvoudig_naar_plein(t: IntakeToets) -> Iterable[str]:
    """D-3: enkelvoudig Wmo and Jeugd to Zorgplein, Participatiewet to Werkplein."""
    if t.intake.problematiek is not Problematiek.ENKELVOUDIG or not t.intake.opent_zaken:
        return
    team = t.beeld.organisatie.team(t.intake.bestemming or "")
    for wet in t.intake.wetten:
        if team is None or not team.neemt(wet, Problematiek.ENKELVOUDIG, t.melding.gebied, t.beeld.peildatum):
            yield f"'{t.intake.bestemming}' behandelt geen enkelvoudige vragen over {wet}"


@regel("D-4", Regelsoort.ORGANISATIE, Moment.INTAKE, "Een meervoudige vraag gaat naar het Buurtplein.")
def meervoudig_naar_buurtplein(t: IntakeToets) -> Iterable[str]:
    """D-4: meervoudig goes to the team that takes multiple questions."""
    if t.intake.problematiek is not Problematiek.MEERVOUDIG or not t.intake.opent_zaken:
        return
    team = t.beeld.organisatie.team(t.intake.bestemming or "")
    if team is None or Problematiek.MEERVOUDIG not in team.problematiek:
        yield f"'{t.intake.bestemming}' behandelt geen meervoudige vragen"


@regel("B-3", Regelsoort.ORGANISATIE, Moment.INTAKE, "De administratie kent precies vier bestemmingen.")
def vier_bestemmingen(t: IntakeToets) -> Iterable[str]:
    """B-3: self-handled, consulent, beleidsmedewerker or dorpscoördinator."""
    loket = t.beeld.organisatie.loket(t.intake.actor)
    if loket is None or loket.soort is not Loketsoort.ADMINISTRATIE or t.intake.bestemming is None:
        return
    toegestaan = t.beeld.organisatie.regels["B-3"].lijsten.get("bestemmingen", ())
    if toegestaan and t.intake.bestemming not in toegestaan:
        yield f"'{t.intake.bestemming}' is geen bestemming van de administratie ({', '.join(toegestaan)})"


@regel(
    "S-20",
    Regelsoort.ORGANISATIE,
    Moment.INTAKE,
    "Een aanvraag via Mijn Inkomen wordt als aanvraag vastgelegd.",
)
def mijn_inkomen_is_aanvraag(t: IntakeToets) -> Iterable[str]:
    """S-20: what comes through Mijn Inkomen under the Participatiewet is an aanvraag."""
    via = t.melding.kanaal is Kanaal.MIJN_INKOMEN and Wet.PARTICIPATIEWET in t.melding.wetten
    if via and t.intake.registratie is not Registratie.AANVRAAG:
        yield f"via Mijn Inkomen komt een aanvraag binnen, geen {t.intake.registratie}"


@regel("S-7", Regelsoort.ORGANISATIE, Moment.INTAKE, "Elke doorgezette vraag gaat naar een van de wijkteams.")
def doorgezet_naar_wijkteam(t: IntakeToets) -> Iterable[str]:
    """S-7: each forwarded case belongs to one wijkteam."""
    if not t.intake.opent_zaken:
        return
    team = t.beeld.organisatie.team(t.intake.bestemming or "")
    if team is None or team.soort is not Teamsoort.WIJKTEAM:
        yield f"'{t.intake.bestemming}' is geen wijkteam"
