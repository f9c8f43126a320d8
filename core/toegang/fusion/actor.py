"""Who works in a project: a deelnemer of the team, by uid; in a project to practise one may play each."""

from __future__ import annotations

from toegang.errors import Invoerfout, NietToegestaan
from toegang.fusion.project import Project
from toegang.storage import Actor


def deelnemer(project: Project, uid: int, als: str | None) -> Actor:
    """Return who acts.

    Args:
        project: the project.
        uid: operating-system user.
        als: id of the deelnemer that is played.

    Raises:
        NietToegestaan: this account is not in the team, or somebody is played in a real project.
        Invoerfout: the deelnemer does not exist.
    """
    with project.werk(Actor(uid=uid), alleen_lezen=True) as werk:
        oefenen = bool(project.feit(werk, "begin").get("oefenen"))
    bekend = {item.id: item for item in project.definitie.deelnemers}
    if als is not None:
        if not oefenen:
            raise NietToegestaan("Dit project is echt: u kunt niet als een ander werken.", vervolg="Laat --als weg.")
        if als not in bekend:
            raise Invoerfout("De deelnemer achter --als bestaat niet.", vervolg=f"Kies uit: {', '.join(bekend)}.")
        return Actor(uid=uid, medewerker=als)
    eigen = next((item for item in bekend.values() if item.uid == uid), None)
    if eigen is None and not oefenen:
        raise NietToegestaan(
            "Dit account staat niet in de projectgroep.",
            vervolg="Laat de beheerder het nummer (uid) van het account in het projectbestand zetten.",
        )
    return Actor(uid=uid, medewerker=eigen.id if eigen else None)
