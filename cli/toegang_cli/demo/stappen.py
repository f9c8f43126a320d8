"""Walk a zaak through the life cycle, as the people of the gemeente would do it step by step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from toegang.domain.begrippen import Akkoord, Besluitvorm
from toegang.domain.levensloop import OPTIONEEL, Stap, volgende_stap
from toegang.domain.plan import Afspraak
from toegang.domain.zaak import Zaak
from toegang.environment import Gemeente
from toegang.errors import Invoerfout
from toegang.lifecycle.aanvraag import registreer_aanvraag
from toegang.lifecycle.beschikking import stel_beschikking_op
from toegang.lifecycle.gesprek import Gespreksverslag, leg_gesprek_vast
from toegang.lifecycle.plan import Planvoorstel, stel_plan_vast
from toegang.lifecycle.regie import beleg_regie
from toegang.lifecycle.sluiting import bepaal_archief, sluit
from toegang.lifecycle.team import stel_team_samen
from toegang_cli.demo.besluiten import besluit_langs_route
from toegang_cli.demo.scenario import Scenario, Vraag

EERST_ZELF = "traplift"
"""In this scenario the assessor tries to decide first; without a mandate that is refused, and logged."""

_ONDERZOEK = (
    ("a", "De behoeften en wensen van de inwoner zijn besproken."),
    ("b", "Eigen kracht en gebruikelijke hulp zijn besproken."),
    ("c", "Hulp van familie, buren en vrienden is besproken."),
    ("d", "De mantelzorger heeft zelf geen hulp nodig."),
    ("e", "Algemene voorzieningen in de buurt zijn besproken."),
    ("f", "Er is afgestemd met de huisarts en de zorgverzekering."),
    ("g", "De eigen bijdrage is uitgelegd."),
)


def loop_door(gemeente: Gemeente, zaak_id: str, scenario: Scenario) -> Zaak:
    """Do every step that a zaak still has before its letters are made.

    Args:
        gemeente: the gemeente, opened.
        zaak_id: zaaknummer.
        scenario: what is said and decided.

    Returns:
        The zaak as it is then.
    """
    doe: dict[Stap, Callable[[Zaak], object]] = {
        Stap.TEAM: lambda zaak: stel_team_samen(gemeente.omgeving, gemeente.actor(), zaak.id),
        Stap.REGIE: lambda zaak: beleg_regie(gemeente.omgeving, gemeente.actor(), zaak.id),
        Stap.GESPREK: lambda zaak: _gesprek(gemeente, zaak, scenario),
        Stap.PLAN: lambda zaak: _plan(gemeente, zaak, scenario),
        Stap.AANVRAAG: lambda zaak: registreer_aanvraag(
            gemeente.omgeving, gemeente.actor(_drager(gemeente, zaak)), zaak.id, _dag(zaak, 20)
        ),
        Stap.BESLUIT: lambda zaak: _besluit(gemeente, zaak, scenario),
        Stap.BESCHIKKING: lambda zaak: stel_beschikking_op(gemeente.omgeving, gemeente.actor(), zaak.id),
    }
    while True:
        zaak = _zaak(gemeente, zaak_id)
        stap = volgende_stap(zaak.wet, zaak.status)
        if (zaak.wet, stap) in OPTIONEEL and not _plan_nodig(zaak):
            stap = Stap.BESLUIT
        if stap not in doe:
            return zaak
        if stap is Stap.BESCHIKKING and _vorm(gemeente, zaak) is not None:
            return zaak
        doe[stap](zaak)


def rond_af(gemeente: Gemeente, zaak_id: str) -> Zaak:
    """Close a zaak of which the decision is known to the resident, and decide on its archive.

    Args:
        gemeente: the gemeente, opened.
        zaak_id: zaaknummer.
    """
    zaak = _zaak(gemeente, zaak_id)
    klaar = zaak.status is Stap.BEKENDMAKING or _vorm(gemeente, zaak) is Besluitvorm.GEEN
    if klaar and zaak.open:
        zaak = sluit(gemeente.omgeving, gemeente.actor(), zaak.id)
    if zaak.status is Stap.SLUITING:
        bepaal_archief(gemeente.omgeving, gemeente.actor(), zaak.id)
    return _zaak(gemeente, zaak_id)


def _plan_nodig(zaak: Zaak) -> bool:
    """Tell whether the law asks a plan van aanpak with a Participatiewet decision (L-103)."""
    return zaak.client_leeftijd is not None and zaak.client_leeftijd < 27


def _gesprek(gemeente: Gemeente, zaak: Zaak, scenario: Scenario) -> None:
    vraag = _vraag(scenario, zaak)
    drager = _drager(gemeente, zaak)
    verslag = Gespreksverslag(
        op=_dag(zaak, 30),
        gevoerd_door=drager,
        vraagverheldering=f"De inwoner zegt: {vraag.woorden}",
        oplossingen="Samen is besproken wat de inwoner zelf kan, wat de omgeving kan en wat de gemeente kan doen.",
        onderzoek=_ONDERZOEK,
        akkoord=Akkoord.GEACCORDEERD,
    )
    leg_gesprek_vast(gemeente.omgeving, gemeente.actor(drager), zaak.id, verslag)


def _plan(gemeente: Gemeente, zaak: Zaak, scenario: Scenario) -> None:
    vraag = _vraag(scenario, zaak)
    drager = _drager(gemeente, zaak)
    dag = _dag(zaak, 25)
    voorstel = Planvoorstel(
        op=dag,
        doelen=("De inwoner kan zo lang mogelijk thuis wonen en meedoen.",),
        afspraken=(
            Afspraak(wat="De inwoner doet zelf wat lukt.", wie="inwoner"),
            Afspraak(wat="Het aanspreekpunt belt over zes weken om te horen hoe het gaat.", wie="gemeente"),
        ),
        inbreng=vraag.woorden,
        akkoord=Akkoord.GEACCORDEERD if scenario.plan_getekend else Akkoord.AANGEBODEN,
        getekend_op=dag if scenario.plan_getekend else None,
        geldt_als_aanvraag=scenario.plan_getekend,
    )
    stel_plan_vast(gemeente.omgeving, gemeente.actor(drager), zaak.id, voorstel)


def _besluit(gemeente: Gemeente, zaak: Zaak, scenario: Scenario) -> None:
    besluit_langs_route(gemeente, zaak, _vraag(scenario, zaak), _iemand, eerst_zelf=scenario.naam == EERST_ZELF)


def _vraag(scenario: Scenario, zaak: Zaak) -> Vraag:
    return next(vraag for vraag in scenario.vragen if vraag.wet is zaak.wet)


def _zaak(gemeente: Gemeente, zaak_id: str) -> Zaak:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.zaken.haal(zaak_id)


def _vorm(gemeente: Gemeente, zaak: Zaak) -> Besluitvorm | None:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        besluiten = werk.besluiten.zoek(zaak_id=zaak.id)
    return besluiten[-1].concept.vorm if besluiten and besluiten[-1].concept else None


def _drager(gemeente: Gemeente, zaak: Zaak) -> str:
    if zaak.leden:
        return zaak.leden[0]
    # a line that begins with an aanvraag has no team yet; then whoever works at the loket registers it
    return _iemand(gemeente, None)


def _iemand(gemeente: Gemeente, functie: str | None, *, liever_niet: str = "") -> str:
    dag = gemeente.omgeving.vandaag()
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        mensen = [mens for mens in werk.medewerkers.zoek() if mens.werkt_op(dag)]
    passend = sorted((mens.id == liever_niet, mens.id) for mens in mensen if functie in (None, mens.functie))
    if not passend:
        raise Invoerfout(f"In gemeente {gemeente.naam} werkt vandaag niemand met functie '{functie}'.")
    return passend[0][1]


def _dag(zaak: Zaak, dagen_geleden: int) -> date:
    return zaak.ontvangen_op + timedelta(days=40 - dagen_geleden)
