"""That a letter was sent: on the letter, and in the batch that it belongs to."""

from __future__ import annotations

from datetime import date

from toegang.domain.batch import Regelstand
from toegang.domain.batchverloop import Batchstand
from toegang.domain.brief import Brief, Briefstatus
from toegang.errors import Conflict
from toegang.storage import Werkeenheid


def vereis_vrijgegeven(werk: Werkeenheid, brief: Brief) -> None:
    """Refuse a letter of a batch that was not released: nobody looked once more at who it goes to.

    Args:
        werk: the unit of work.
        brief: the letter.

    Raises:
        Conflict: its batch was not released.
    """
    regel = werk.batchregels.van_brief(brief.id)
    batch = werk.batches.haal(regel.batch_id) if regel else None
    if batch is not None and batch.stand not in (Batchstand.VRIJGEGEVEN, Batchstand.VERZONDEN):
        raise Conflict(
            f"Brief {brief.id} van zaak {brief.zaak_id} hoort bij batch {batch.id}, en die is niet vrijgegeven.",
            vervolg=f"Geef haar eerst vrij: toegang beschikking batch vrijgeven {batch.id}",
        )


def verzend_brief(werk: Werkeenheid, brief: Brief, op: date, *, rond_af: bool = True) -> Brief:
    """Store that a letter was sent; the caller commits.

    Args:
        werk: the unit of work.
        brief: the letter, as it was made.
        op: day of dispatch.
        rond_af: close its batch when this was the last.

    Returns:
        The letter as stored.
    """
    verzonden = werk.brieven.bewaar(brief.gewijzigd(status=Briefstatus.VERZONDEN, verzonden_op=op))
    regel = werk.batchregels.van_brief(brief.id)
    if regel is not None:
        werk.batchregels.bewaar(regel.gewijzigd(stand=Regelstand.VERZONDEN))
        if rond_af:
            rond_batch_af(werk, regel.batch_id)
    return verzonden


def rond_batch_af(werk: Werkeenheid, batch_id: str) -> None:
    """Close a released batch of which every letter was sent, one by one or by the group."""
    batch = werk.batches.haal(batch_id)
    open_ = {Regelstand.GEKOZEN, Regelstand.GEMAAKT} & {stand for stand, _ in werk.batchregels.tel(batch_id)}
    if batch.stand is Batchstand.VRIJGEGEVEN and not open_:
        werk.batches.bewaar(batch.gewijzigd(stand=Batchstand.VERZONDEN))
        werk.log("batch.verzonden", detail={"batch": batch_id})
