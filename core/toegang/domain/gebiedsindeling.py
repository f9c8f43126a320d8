"""Does every area have exactly one team, and every kern exactly one area? Faults of ``organisatie.toml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toegang.domain.organisatie import Organisatie
    from toegang.domain.organisatiedelen import Team


def gebiedsfouten(organisatie: Organisatie) -> Iterator[str]:
    """Give every fault in how the gemeente is divided, in Dutch; nothing when it is right.

    Args:
        organisatie: the gemeente.
    """
    yield from _dubbele_gebieden(organisatie)
    yield from _verwijzingen(organisatie)
    yield from _aanbod(organisatie)
    yield from _kernen(organisatie)
    yield from _teams(organisatie)


def gebied_van(organisatie: Organisatie, plaats: str) -> str | None:
    """Return the id of the area that a kern belongs to, or ``None``.

    Args:
        organisatie: the gemeente.
        plaats: name of the kern, e.g. the woonplaats of the BRP; capitals do not matter.
    """
    gezocht = plaats.strip().casefold()
    return next((item.id for item in organisatie.gebieden if gezocht in map(str.casefold, item.kernen)), None)


def bekend_gebied(organisatie: Organisatie, tekst: str) -> str | None:
    """Return the id of the area that somebody named, by its id or by a kern in it; ``None`` when there is none.

    Args:
        organisatie: the gemeente; where it is not divided, any area will do.
        tekst: what was named.
    """
    if not organisatie.gebieden or any(item.id == tekst for item in organisatie.gebieden):
        return tekst
    return gebied_van(organisatie, tekst)


def _dubbele_gebieden(organisatie: Organisatie) -> Iterator[str]:
    gezien: set[str] = set()
    for gebied in organisatie.gebieden:
        if gebied.id in gezien:
            yield f"gebied '{gebied.id}' staat er twee keer"
        gezien.add(gebied.id)


def _verwijzingen(organisatie: Organisatie) -> Iterator[str]:
    bekend = {item.id for item in organisatie.gebieden}
    for soort, items in (("team", organisatie.teams), ("voorziening", organisatie.voorzieningen)):
        for item in items:
            for gebied in item.gebieden:
                if gebied not in bekend:
                    yield f"{soort} '{item.id}' noemt gebied '{gebied}', en dat bestaat niet"
    for regeling in organisatie.regelingen:
        for gebied in regeling.gebieden:
            if gebied not in bekend:
                yield f"een regeling voor {regeling.wet} noemt gebied '{gebied}', en dat bestaat niet"
    for gebied_ in organisatie.gebieden:
        coordinator = gebied_.dorpscoordinator
        if coordinator is not None and organisatie.loket(coordinator) is None:
            yield f"gebied '{gebied_.id}' noemt dorpscoördinator '{coordinator}', en dat loket bestaat niet"


def _aanbod(organisatie: Organisatie) -> Iterator[str]:
    for voorziening in organisatie.voorzieningen:
        if organisatie.team(voorziening.team) is None:
            yield f"voorziening '{voorziening.id}' hoort bij team '{voorziening.team}', en dat bestaat niet"
    for taak in organisatie.oude_taken:
        zoekers = (organisatie.team, organisatie.loket, organisatie.functie)
        if taak.naar is not None and not any(zoek(taak.naar) for zoek in zoekers):
            yield f"oude taak '{taak.id}' gaat naar '{taak.naar}', en dat bestaat niet"
    for item in organisatie.aansluitingen:
        if not any(zoek(item.via) for zoek in (organisatie.team, organisatie.loket, organisatie.functie)):
            yield f"aansluiting '{item.proces}' loopt via '{item.via}', en dat bestaat niet"


def _kernen(organisatie: Organisatie) -> Iterator[str]:
    waar: dict[str, list[str]] = defaultdict(list)
    for gebied in organisatie.gebieden:
        for kern in gebied.kernen:
            waar[kern.casefold()].append(gebied.id)
    for kern in organisatie.kernen:
        if kern.casefold() not in waar:
            yield f"kern '{kern}' ligt in geen enkel gebied"
    for naam, gebieden in waar.items():
        if len(gebieden) > 1:
            yield f"kern '{naam}' ligt in {len(gebieden)} gebieden: {', '.join(gebieden)}"


def _teams(organisatie: Organisatie) -> Iterator[str]:
    """Give areas without a team, and areas with two; only where teams are divided by area."""
    verdeeld = [team for team in organisatie.teams if team.gebieden and not team.adviserend]
    if not verdeeld:
        return
    overal = any(not team.gebieden and not team.adviserend for team in organisatie.teams)
    for gebied in organisatie.gebieden:
        eigen = [team for team in verdeeld if gebied.id in team.gebieden]
        if not eigen and not overal:
            yield f"gebied '{gebied.id}' valt onder geen enkel team"
        for een, ander in combinations(eigen, 2):
            if een.soort is ander.soort and _botsen(een, ander):
                yield f"gebied '{gebied.id}' valt onder twee teams tegelijk: {een.id} en {ander.id}"


def _botsen(een: Team, ander: Team) -> bool:
    """Tell whether two teams take the same question on the same day."""
    wetten = not een.wetten or not ander.wetten or bool(set(een.wetten) & set(ander.wetten))
    soorten = not een.problematiek or not ander.problematiek or bool(set(een.problematiek) & set(ander.problematiek))
    begin = max(een.geldig_van or date.min, ander.geldig_van or date.min)
    einde = min(een.geldig_tot or date.max, ander.geldig_tot or date.max)
    return wetten and soorten and begin <= einde
