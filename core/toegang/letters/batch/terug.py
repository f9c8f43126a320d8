"""Back: take a batch or some of its letters out before dispatch, or make it again for another day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum

from toegang.domain.batch import Batch, Batchregel, Regelstand
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.domain.brief import Brief, Briefstatus
from toegang.errors import Conflict, Invoerfout
from toegang.letters.batch.bevries import vereis_dag
from toegang.letters.batch.kern import Batchplek, in_delen, leg_stap_vast, open_batch
from toegang.letters.batch.map import Batchmap
from toegang.lifecycle.verzending import rond_batch_af
from toegang.storage import Werkeenheid
from toegang.storage.bestanden import verwijder

NIET_VERZONDEN = (Regelstand.GEKOZEN, Regelstand.AANGEHOUDEN, Regelstand.MISLUKT, Regelstand.GEMAAKT)


class Terugreden(StrEnum):
    """Closed list of why letters are taken out."""

    VERKEERDE_SELECTIE = "verkeerde-selectie"
    FOUT_IN_BRIEF = "fout-in-brief"
    ANDERE_DAG = "andere-dag"
    DUBBEL = "dubbel"
    OVERLEDEN = "overleden"
    OP_VERZOEK = "op-verzoek"


def trek_terug(
    plek: Batchplek, batch_id: str, reden: Terugreden, zaken: Collection[str] = (), *, proef: bool = False
) -> tuple[Batch, tuple[Batchregel, ...]]:
    """Take letters out of a batch; they are due again. What was sent stays sent: only a new decision mends that.

    Args:
        plek: where.
        batch_id: the batch.
        reden: why.
        zaken: only letters of these zaken; empty = all that were not sent.
        proef: keep nothing.

    Returns:
        The batch, and the letters that were taken out; those with a place in the print run lie printed on a pile.

    Raises:
        Conflict: everything was sent.
        Invoerfout: a zaak has no letter in the batch that can be taken out.
    """
    with plek.slot():
        with plek.omgeving.werk(plek.actor) as werk:
            batch = open_batch(werk, batch_id, Handeling.TREK_TERUG)
            regels = _te_nemen(werk, batch, zaken)
            terug = _naar_verschuldigd(werk, regels)
            for deel in in_delen(regels):
                werk.batchregels.bewaar_alle([regel.gewijzigd(stand=Regelstand.INGETROKKEN) for regel in deel])
            feiten = {"reden": reden.value, "aantal": len(regels)}
            stand = batch.stand if zaken else Batchstand.INGETROKKEN
            if not zaken and batch.verzendingen:
                stand = Batchstand.VERZONDEN
            batch = leg_stap_vast(werk, batch, Handeling.TREK_TERUG, feiten, stand=stand)
            if zaken:
                rond_batch_af(werk, batch.id)
                batch = werk.batches.haal(batch.id)
            werk.commit()
        if not proef:
            _ruim_op(batch, terug, alles=not zaken and not batch.verzendingen)
    return batch, tuple(regels)


def opnieuw(plek: Batchplek, batch_id: str, dagtekening: date, *, proef: bool = False) -> Batch:
    """Let a batch be made again with another date: checked, approved and made anew, each letter as a new version.

    Args:
        plek: where.
        batch_id: the batch.
        dagtekening: date to print.
        proef: keep nothing.

    Raises:
        Invoerfout: the date lies before today or too far ahead.
        Conflict: something was sent already, or the batch is closed.
    """
    vereis_dag(dagtekening, plek.omgeving.vandaag())
    with plek.slot():
        with plek.omgeving.werk(plek.actor) as werk:
            batch = open_batch(werk, batch_id, Handeling.OPNIEUW)
            if batch.verzendingen:
                raise Conflict(
                    f"Een deel van batch {batch.id} is al verzonden; de rest kan niet met een andere datum in dezelfde "
                    "batch.",
                    vervolg="Haal de rest eruit en bevries die opnieuw: toegang beschikking batch trek-terug "
                    f"{batch.id} --reden andere-dag",
                )
            regels = list(werk.batchregels.zoek(batch_id=batch.id, stand=list(NIET_VERZONDEN)))
            terug = _naar_verschuldigd(werk, regels)
            weer = {brief.id for brief in terug}
            for deel in in_delen([regel for regel in regels if regel.brief_id in weer]):
                velden = {"stand": Regelstand.GEKOZEN, "groep": "", "druknr": 0, "envelop": 0, "vellen": 0}
                werk.batchregels.bewaar_alle([regel.gewijzigd(**velden) for regel in deel])
            feiten = {"dagtekening": dagtekening.isoformat(), "was": str(batch.dagtekening), "opnieuw": len(terug)}
            batch = leg_stap_vast(
                werk,
                batch,
                Handeling.OPNIEUW,
                feiten,
                stand=Batchstand.BEVROREN,
                dagtekening=dagtekening,
                tijdstip=plek.omgeving.nu(),
                steekproef=(),
                bekeken=(),
                druk=(),
            )
            werk.commit()
        if not proef:
            _ruim_op(batch, terug, alles=True)
    return batch


def _te_nemen(werk: Werkeenheid, batch: Batch, zaken: Collection[str]) -> list[Batchregel]:
    alle = werk.batchregels.zoek(batch_id=batch.id, stand=list(NIET_VERZONDEN))
    if not zaken:
        return list(alle)
    gekozen = [regel for regel in alle if regel.zaak_id in zaken]
    zonder = sorted(set(zaken) - {regel.zaak_id for regel in gekozen})
    if zonder:
        raise Invoerfout(
            f"Zaak {zonder[0]} heeft in batch {batch.id} geen brief die eruit kan.",
            vervolg=f"Bekijk de batch: toegang beschikking batch status {batch.id}",
        )
    return gekozen


def _naar_verschuldigd(werk: Werkeenheid, regels: Sequence[Batchregel]) -> list[Brief]:
    """Make what was made due again, as a next version, and forget its file; return the letters as they were."""
    gemaakt: list[Brief] = []
    for deel in in_delen([regel for regel in regels if regel.stand is Regelstand.GEMAAKT]):
        brieven = werk.brieven.zoek(id=[regel.brief_id for regel in deel])
        gemaakt += [brief.gewijzigd(momentopname={}) for brief in brieven]
        werk.brieven.wis_pdfs(brieven)
        werk.brieven.bewaar_alle([_verschuldigd(brief) for brief in brieven])
        for brief in brieven:
            detail = {"brief": brief.id, "versie": str(brief.versie), "sha256": brief.sha256}
            werk.log("brief.teruggenomen", zaak=brief.zaak_id, dossier=brief.dossier_id, detail=detail)
    return gemaakt


def _verschuldigd(brief: Brief) -> Brief:
    return brief.gewijzigd(
        status=Briefstatus.TE_MAKEN,
        versie=brief.versie + 1,
        batch_id=None,
        dagtekening=None,
        momentopname={},
        gemaakt_op=None,
        sha256="",
        paginas=0,
        software=(),
    )


def _ruim_op(batch: Batch, terug: Sequence[Brief], *, alles: bool) -> None:
    """Remove the files of letters that will not go; the print run too, when nothing of it will."""
    map_ = Batchmap.van(batch)
    if alles:
        map_.ruim_op(map_.brieven, map_.druk)
        return
    for brief in terug:
        if map_.brief(brief.id).exists():
            verwijder(map_.brief(brief.id))
