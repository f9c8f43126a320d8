"""Copies of letters outside the database, of one dossier: taken away when it is destroyed."""

from __future__ import annotations

from toegang.letters.batch.map import Batchmap
from toegang.storage import Werkeenheid
from toegang.storage.bestanden import als_opslagfout


def ruim_kopieen(werk: Werkeenheid, dossier_id: str) -> int:
    """Remove the letters of a dossier from the folders of its batches, with samples and the print runs they are in.

    A print run holds letters of others too; who needs those again makes them with ``herdruk``.

    Args:
        werk: a unit of work.
        dossier_id: the dossier.

    Returns:
        Number of files that were removed.

    Raises:
        OpslagFout: a file cannot be removed.
    """
    weg = 0
    brieven = [brief for brief in werk.brieven.zoek(dossier_id=dossier_id) if brief.batch_id]
    for batch_id in dict.fromkeys(brief.batch_id for brief in brieven):
        assert batch_id is not None
        map_ = Batchmap.van(werk.batches.haal(batch_id))
        paden = [map_.brief(brief.id) for brief in brieven if brief.batch_id == batch_id]
        paden += [map_.steekproef / f"{brief.id}-concept.pdf" for brief in brieven if brief.batch_id == batch_id]
        # print runs, and what a killed writer left half of either
        paden += sorted((*map_.druk.glob("*.pdf"), *map_.brieven.glob(".*.nieuw"), *map_.druk.glob(".*.nieuw")))
        with als_opslagfout("De kopieën van brieven weghalen", map_.pad):
            for pad in paden:
                if pad.exists():
                    pad.unlink()
                    weg += 1
    return weg
