"""Is the answer one that core can act on? What a plugin names must exist.

This is not a rule with an id: an answer that names an unknown team is a faulty plugin, not a
decision that somebody may not take.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from toegang.domain.begrippen import Besluitvorm, Drager
from toegang.domain.besluit import Beschikkingsconcept, Besluit
from toegang.domain.medewerker import Kandidaat
from toegang.domain.melding import Intake, Melding
from toegang.domain.regie import Regietoewijzing
from toegang.domain.team import Casusteam
from toegang.lifecycle.omgeving import Omgeving
from toegang.plugins.bord import Antwoord
from toegang.plugins.verpakking import HookFout


def _eis(antwoord: Antwoord[Any], hook: str, omgeving: Omgeving, fouten: Iterable[str]) -> None:
    gevonden = list(fouten)
    if gevonden:
        raise HookFout(
            f"Gemeente {omgeving.naam}: plugin {antwoord.herkomst.plugin} {antwoord.herkomst.versie} gaf een "
            f"onbruikbaar antwoord op '{hook}': {'; '.join(gevonden)}.",
            vervolg="Er is niets opgeslagen. Meld dit aan de beheerder van de plugin.",
        )


def controleer_intake(antwoord: Antwoord[Intake], melding: Melding, omgeving: Omgeving) -> None:
    """Check that actor, destination and acts of an intake exist.

    Raises:
        HookFout: they do not.
    """
    organisatie, intake = omgeving.organisatie, antwoord.waarde

    def fouten() -> Iterable[str]:
        if organisatie.loket(intake.actor) is None:
            yield f"loket '{intake.actor}' bestaat niet"
        bestemmingen = (organisatie.team, organisatie.loket, organisatie.functie)
        if intake.bestemming is not None and not any(zoek(intake.bestemming) for zoek in bestemmingen):
            yield f"bestemming '{intake.bestemming}' bestaat niet"
        for wet in intake.wetten:
            if wet not in melding.wetten:
                yield f"over {wet} is niets gevraagd"

    _eis(antwoord, "route_intake", omgeving, fouten())


def controleer_team(antwoord: Antwoord[Casusteam], kandidaten: Mapping[str, Kandidaat], omgeving: Omgeving) -> None:
    """Check that team and members exist and are at work.

    Raises:
        HookFout: they do not.
    """
    team = antwoord.waarde

    def fouten() -> Iterable[str]:
        if omgeving.organisatie.team(team.team) is None:
            yield f"team '{team.team}' bestaat niet"
        namen = [lid.medewerker for lid in (*team.leden, *team.adviseurs)]
        if len(set(namen)) != len(namen):
            yield "iemand zit twee keer in het team"
        for naam in namen:
            if naam not in kandidaten:
                yield f"medewerker '{naam}' bestaat niet"
            elif not kandidaten[naam].aanwezig:
                yield f"medewerker '{naam}' is niet aanwezig"

    _eis(antwoord, "compose_team", omgeving, fouten())


def controleer_regie(
    antwoord: Antwoord[Regietoewijzing], kandidaten: Mapping[str, Kandidaat], omgeving: Omgeving
) -> None:
    """Check that everyone named in a regie exists.

    Raises:
        HookFout: they do not.
    """
    regie = antwoord.waarde

    def fouten() -> Iterable[str]:
        for rol in ("regisseur", "indicatieregie", "casemanager", "eerste_aanspreekpunt"):
            naam = getattr(regie, rol)
            if naam is not None and naam not in kandidaten:
                yield f"{rol} '{naam}' bestaat niet"
        if regie.inwoner is not None and regie.inwoner in kandidaten:
            yield f"inwoner '{regie.inwoner}' is een medewerker"

    _eis(antwoord, "assign_regie", omgeving, fouten())


def controleer_concept(antwoord: Antwoord[Beschikkingsconcept], besluit: Besluit, omgeving: Omgeving) -> None:
    """Check that every provision has exactly one paper, and that form, papers and functie fit together.

    Raises:
        HookFout: they do not.
    """
    concept = antwoord.waarde

    def fouten() -> Iterable[str]:
        verdeeld = [verdeling.voorziening for verdeling in concept.dragers]
        te_beslissen = [item.id for item in besluit.voorzieningen_met_besluit]
        if concept.vorm is not Besluitvorm.GEEN and sorted(verdeeld) != sorted(te_beslissen):
            yield f"de voorzieningen {', '.join(te_beslissen) or '-'} moeten elk precies één drager hebben"
        papier = {verdeling.drager for verdeling in concept.dragers}
        if concept.vorm is Besluitvorm.PLAN_IS_BESCHIKKING and Drager.BESCHIKKING in papier:
            yield "de vorm is plan-is-beschikking, maar een voorziening staat op een aparte beschikking"
        if concept.vorm is Besluitvorm.BESCHIKKING and Drager.PLAN in papier:
            yield "de vorm is beschikking, maar een voorziening staat op het plan"
        if concept.vorm is not Besluitvorm.GEEN and (concept.sjabloon is None or concept.ondertekenaarfunctie is None):
            yield "een sjabloon en een functie die ondertekent zijn verplicht"
        functie = concept.ondertekenaarfunctie
        if functie is not None and omgeving.organisatie.functie(functie) is None:
            yield f"functie '{functie}' bestaat niet"

    _eis(antwoord, "draft_beschikking", omgeving, fouten())
