"""Approvals of mapping rules: concept until somebody says akkoord, and again as soon as a word of it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from toegang.errors import Conflict, Invoerfout
from toegang.fusion.project import INGETROKKEN, Project
from toegang.storage import Actor
from toegang.storage.werkplaats import Werkbank

AKKOORD, CONCEPT = "AKKOORD", "CONCEPT"


@dataclass(frozen=True)
class Regelstand:
    """How a mapping rule stands.

    Args:
        id: the rule.
        status: ``AKKOORD`` or ``CONCEPT``.
        door: who approved.
        op: when, UTC.
        gewijzigd: it was approved, and changed afterwards.
    """

    id: str
    status: str
    door: str = ""
    op: datetime | None = None
    gewijzigd: bool = False


def regelstanden(project: Project, werk: Werkbank, bron: str) -> list[Regelstand]:
    """Return how each rule of a source stands."""
    uitspraken = project.uitspraken(werk)
    standen = []
    for kenmerk, afdruk in project.afbeelding(bron).onderdelen.items():
        per = uitspraken.get(sleutel(bron, kenmerk), {})
        goed = [item for item in per.values() if item.keuze == AKKOORD and item.stempel == afdruk]
        if goed:
            laatste = max(goed, key=lambda item: item.op)
            standen.append(Regelstand(kenmerk, AKKOORD, laatste.door, laatste.op))
        else:
            standen.append(Regelstand(kenmerk, CONCEPT, gewijzigd=bool(per)))
    return standen


def open_regels(project: Project, werk: Werkbank, bron: str) -> list[str]:
    """Return the rules of a source that nobody approved as they are now."""
    return [stand.id for stand in regelstanden(project, werk, bron) if stand.status == CONCEPT]


def geef_akkoord(
    project: Project, actor: Actor, bron: str, regels: Iterable[str], *, intrekken: bool = False, proef: bool = False
) -> int:
    """Approve rules of a mapping, or take the own approval back.

    Args:
        project: the project.
        actor: who approves.
        bron: the source.
        regels: rule ids; empty = all of them.
        intrekken: take the own approval back.
        proef: keep nothing.

    Returns:
        The number of rules.

    Raises:
        Invoerfout: a rule does not exist.
        Conflict: there is no own approval to take back.
    """
    onderdelen = project.afbeelding(bron).onderdelen
    gekozen = list(regels) or list(onderdelen)
    vreemd = [kenmerk for kenmerk in gekozen if kenmerk not in onderdelen]
    if vreemd:
        raise Invoerfout(
            f"Deze regel staat niet in de afbeelding van {bron}.",
            vervolg=f"Bekijk de regels met: toegang fusie afbeelding toon {bron}",
        )
    with project.werk(actor) as werk:
        aantal = 0
        if intrekken:
            eigen = project.uitspraken(werk)
            gekozen = [item for item in gekozen if _is_eigen(eigen.get(sleutel(bron, item), {}), actor)]
            if not gekozen:
                raise Conflict("U gaf hier geen akkoord dat ingetrokken kan worden.", vervolg="Er is niets gewijzigd.")
        for kenmerk in gekozen:
            keuze = INGETROKKEN if intrekken else AKKOORD
            aantal += project.zeg(werk, actor, [sleutel(bron, kenmerk)], keuze, stempel=onderdelen[kenmerk])
        werk.log("fusie.afbeelding", bron=bron, keuze=INGETROKKEN if intrekken else AKKOORD, regels=str(aantal))
        if not proef:
            werk.commit()
    return aantal


def sleutel(bron: str, kenmerk: str) -> str:
    """Return what an approval is about."""
    return f"regel:{bron}:{kenmerk}"


def _is_eigen(per: Mapping[str, object], actor: Actor) -> bool:
    return (actor.medewerker or f"uid-{actor.uid}") in per
