"""Walk a zaak through the life cycle, as the people of the gemeente would do it step by step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from toegang.domain.begrippen import Besluitvorm
from toegang.domain.levensloop import OPTIONEEL, Stap, volgende_stap
from toegang.domain.plandelen import Kopie
from toegang.domain.zaak import Zaak
from toegang.environment import Gemeente
from toegang.errors import Invoerfout
from toegang.lifecycle.aanvraag import registreer_aanvraag
from toegang.lifecycle.beschikking import stel_beschikking_op
from toegang.lifecycle.plan import stel_plan_vast
from toegang.lifecycle.planuitspraak import lever_kopie
from toegang.lifecycle.regie import beleg_regie
from toegang.lifecycle.sluiting import bepaal_archief, sluit
from toegang.lifecycle.team import stel_team_samen
from toegang_cli.demo.besluiten import besluit_langs_route
from toegang_cli.demo.eerste_contact import verhelder_melding
from toegang_cli.demo.gesprek import geef_verslag, voer_gesprek
from toegang_cli.demo.plannen import maak_plan
from toegang_cli.demo.scenario import Scenario, Vraag

EERST_ZELF = "traplift"
"""In this scenario the assessor tries to decide first; without a mandate that is refused, and logged."""


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
    verhelder_melding(gemeente, _zaak(gemeente, zaak_id), _vraag(scenario, _zaak(gemeente, zaak_id)).woorden)
    while True:
        zaak = _zaak(gemeente, zaak_id)
        stap = volgende_stap(zaak.wet, zaak.status)
        if (zaak.wet, stap) in OPTIONEEL and not _plan_nodig(zaak):
            stap = Stap.BESLUIT
        if stap is Stap.AANVRAAG and _vraag(scenario, zaak).genoeg:
            return sluit(gemeente.omgeving, gemeente.actor(_drager(gemeente, zaak)), zaak.id, afspraken=True)
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
    voer_gesprek(gemeente, zaak, scenario, _vraag(scenario, zaak), _drager(gemeente, zaak))


def _plan(gemeente: Gemeente, zaak: Zaak, scenario: Scenario) -> None:
    vraag = _vraag(scenario, zaak)
    drager = _drager(gemeente, zaak)
    geef_verslag(gemeente, zaak, drager)
    voorstel = maak_plan(gemeente, zaak, scenario, vraag, _dag(zaak, 25))
    stel_plan_vast(gemeente.omgeving, gemeente.actor(drager), zaak.id, voorstel)
    if scenario.plan_getekend and "Z-11" in gemeente.omgeving.organisatie.regels:
        kopie = Kopie(aan=zaak.client_id, op=voorstel.op, wijze="UITGEREIKT")
        lever_kopie(gemeente.omgeving, gemeente.actor(drager), zaak.id, kopie)


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
