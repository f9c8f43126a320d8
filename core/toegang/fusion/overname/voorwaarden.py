"""What must be right before anything is taken over: approvals, signatures, decisions, and nothing changed meanwhile."""

from __future__ import annotations

from toegang.errors import Conflict, NietToegestaan
from toegang.fusion.afbeelding.goedkeuring import open_regels
from toegang.fusion.conflicten.zoeken import besloten, open_ernstig
from toegang.fusion.inventaris import gewijzigde_bronnen
from toegang.fusion.koppel.paren import Paar
from toegang.fusion.koppel.uitvoeren import ZEKER_BATCH, paren_stempel
from toegang.fusion.project import Project, eens
from toegang.storage.werkplaats import Werkbank


def vereis_overname(project: Project, werk: Werkbank) -> str:
    """Check that this project may be taken over.

    Returns:
        The digest of all that the run rests on.

    Raises:
        Conflict: a delivery, mapping or decision changed after the trial run.
        NietToegestaan: it is before T0, or something is not approved, signed or decided; all of it at once.
    """
    vereis_ongewijzigd(project, werk)
    redenen = tekorten(project, werk)
    if redenen:
        regels = "\n".join(f"  - {reden}" for reden in redenen)
        raise NietToegestaan(f"Overnemen kan nog niet:\n{regels}", vervolg="Er is niets overgenomen.")
    return project.stempel(werk)


def vereis_ongewijzigd(project: Project, werk: Werkbank) -> None:
    """Check that what would be taken over is what was tried.

    Raises:
        Conflict: no trial run was made, or something changed since.
    """
    proef = project.feit(werk, "proef")
    if not proef:
        raise Conflict("Er is nog geen proef gedraaid.", vervolg="Doe eerst: toegang fusie proef")
    anders = gewijzigde_bronnen(project, werk)
    if anders:
        raise Conflict(
            f"Na het inlezen is gewijzigd: {', '.join(anders)}. Er is niets overgenomen.",
            vervolg="Lees de levering opnieuw (toegang fusie inventariseer) en draai de proef opnieuw.",
        )
    if proef["stempel"] != project.stempel(werk):
        raise Conflict(
            "Na de proef is een levering, afbeelding of besluit gewijzigd. Er is niets overgenomen.",
            vervolg="Draai de proef opnieuw: toegang fusie proef",
        )


def tekorten(project: Project, werk: Werkbank) -> list[str]:
    """Return everything that still stands in the way, in Dutch; empty = nothing."""
    redenen: list[str] = []
    definitie = project.definitie
    if project.vandaag() < definitie.herindeling:
        redenen.append(
            f"gemeente {definitie.gemeente} begint op {definitie.herindeling.isoformat()}; tot dan blijft alles in de "
            "eigen opslag van het project"
        )
    for bron in definitie.bronnen:
        te_doen = open_regels(project, werk, bron.naam)
        if te_doen:
            redenen.append(f"afbeelding {bron.naam}: {len(te_doen)} regels zijn niet akkoord (of gewijzigd na akkoord)")
    redenen += zonder_vier_ogen(project, werk)
    open_ = open_ernstig(werk, besloten(project, werk))
    if open_:
        delen = ", ".join(f"{soort} {aantal}" for soort, aantal in open_.items())
        redenen.append(f"conflicten zonder besluit van twee mensen: {delen}")
    proef = project.feit(werk, "proef")
    if proef.get("buiten_balans"):
        redenen.append("de proef is niet in balans")
    return redenen


def zonder_vier_ogen(project: Project, werk: Werkbank) -> list[str]:
    """Return why the automatic merges are not signed for: somebody else than who linked must do so (E.4 step 2)."""
    koppeling = project.feit(werk, "koppel")
    stempel = paren_stempel(werk.van("paren", Paar).zoek())
    per = {
        door: item
        for door, item in project.uitspraken(werk).get(ZEKER_BATCH, {}).items()
        if door != koppeling.get("door")
    }
    if eens(per, stempel, aantal=1) == "AKKOORD":
        return []
    return ["de zekere koppelingen zijn niet akkoord bevonden door een ander dan wie koppelde"]
