"""Step 9: taking a run back until all is as it was; not once somebody worked on, or a letter went out."""

from __future__ import annotations

from dataclasses import dataclass

from toegang.domain.brief import Briefstatus
from toegang.domain.fusie import Fusiedeel
from toegang.errors import NietToegestaan
from toegang.fusion.project import in_gemeente, wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid
from toegang.storage.fusierijen import Fusierijen

_TE_LAAT = (Briefstatus.VERZONDEN, Briefstatus.GEMAAKT)


@dataclass(frozen=True)
class Terugdraai:
    """What was taken back.

    Args:
        run: the run.
        delen: number of slices.
        rijen: number of rows.
    """

    run: str
    delen: int
    rijen: int


def draai_terug(omgeving: Omgeving, actor: Actor, run: str, *, proef: bool = False) -> Terugdraai:
    """Take a run back: its rows go, and the new gemeente is byte for byte as before, but for the log.

    Args:
        omgeving: the new gemeente.
        actor: who does it.
        run: the run.
        proef: check everything, change nothing.

    Returns:
        What was taken back; nothing when it was done before.

    Raises:
        NietGevonden: there is no such run.
        NietToegestaan: letters were made or sent, or somebody worked on in a dossier; then only a correcting run helps.
    """
    with omgeving.werk(in_gemeente(actor)) as werk:
        werk.fusieruns.haal(run)
        delen = sorted(werk.fusiedelen.zoek(run_id=run), key=lambda deel: -deel.nummer)
        vereis_terug(werk, delen)
        rijen = Fusierijen(werk)
        aantal = 0
        for deel in delen:
            rijen.haal_weg(deel)
            aantal += len(deel.rijen)
        rijen.vergeet(run, [deel.id for deel in delen])
        werk.log(
            "fusie.teruggedraaid",
            detail={"run": run, "delen": str(len(delen)), "rijen": str(aantal), "door": wie(actor)},
        )
        werk.sessie.geschreven.clear()
        if not proef:
            werk.commit()
    return Terugdraai(run, len(delen), aantal)


def vereis_terug(werk: Werkeenheid, delen: list[Fusiedeel]) -> None:
    """Check that nothing happened that cannot be taken back.

    Raises:
        NietToegestaan: says what.
    """
    laatste = {dossier: regels for deel in reversed(delen) for dossier, regels in deel.logregels}
    rijen = Fusierijen(werk)
    brieven = rijen.brieven_van(sorted(laatste))
    weg = sum(brieven.get(status.value, 0) for status in _TE_LAAT)
    if weg:
        raise NietToegestaan(
            f"Terugdraaien kan niet meer: van deze run zijn {weg} brieven gemaakt of verzonden.",
            vervolg="Herstel met een nieuwe run: pas aan wat niet klopt, en doe proef en pas-toe opnieuw.",
        )
    nu = rijen.schrijfregels(sorted(laatste))
    verder = sorted(dossier for dossier, regels in laatste.items() if nu.get(dossier, 0) > regels)
    if verder:
        raise NietToegestaan(
            f"Terugdraaien kan niet meer: in {len(verder)} dossiers is na de run gewerkt (onder andere {verder[0]}).",
            vervolg="Herstel met een nieuwe run.",
        )
