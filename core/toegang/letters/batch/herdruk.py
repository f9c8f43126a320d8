"""Print again: the stored bytes of some letters, by their place in the print run."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from toegang.domain.batch import Batch, Regelstand
from toegang.domain.batchverloop import Handeling
from toegang.errors import Invoerfout
from toegang.letters.batch.drukwerk import vereis_zelfde, voeg_toe
from toegang.letters.batch.kern import Batchplek, leg_stap_vast, open_batch
from toegang.letters.batch.map import Batchmap
from toegang.storage.bestanden import maak_map, schrijf


@dataclass(frozen=True)
class Herdruk:
    """What was printed again.

    Args:
        batch: the batch.
        bestand: the file.
        brieven: places in the print run with the letter and its zaak.
        sha256: hash of the file.
    """

    batch: Batch
    bestand: Path
    brieven: tuple[tuple[int, str, str], ...]
    sha256: str


def herdruk(plek: Batchplek, batch_id: str, van: int, tot: int, *, proef: bool = False) -> Herdruk:
    """Write some letters of a print run again, exactly as they were made.

    Args:
        plek: where.
        batch_id: the batch.
        van: first place in the print run.
        tot: last place.
        proef: write and keep nothing.

    Raises:
        Conflict: the batch was not released.
        Invoerfout: the range holds no letter.
        OpslagFout: a stored letter is not what was made, or the folder cannot be written.
    """
    import pikepdf

    with plek.omgeving.werk(plek.actor) as werk:
        batch = open_batch(werk, batch_id, Handeling.HERDRUK)
        hoogste = max((deel.tot for deel in batch.druk), default=0)
        if not 1 <= van <= tot <= hoogste:
            raise Invoerfout(
                f"Batch {batch.id} heeft in haar drukgang brief 1 tot en met {hoogste}, niet {van} tot en met {tot}.",
                vervolg="De nummers staan op de scheidingsbladen en in druk/manifest.csv.",
            )
        standen = [Regelstand.GEMAAKT, Regelstand.VERZONDEN]
        regels = [
            regel for regel in werk.batchregels.zoek(batch_id=batch.id, stand=standen) if van <= regel.druknr <= tot
        ]
        if not regels:
            raise Invoerfout(
                f"Brief {van} tot en met {tot} van batch {batch.id} is ingetrokken.",
                vervolg=f"Bekijk waarom: toegang beschikking batch waarom {batch.id}",
            )
        regels.sort(key=lambda regel: regel.druknr)
        brieven = {brief.id: brief for brief in werk.brieven.zoek(id=[regel.brief_id for regel in regels])}
        dubbelzijdig = plek.omgeving.organisatie.batch.dubbelzijdig
        with pikepdf.new() as uit:
            for brief, pdf in werk.brieven.pdfs([brieven[regel.brief_id] for regel in regels]):
                vereis_zelfde(brief, pdf)
                voeg_toe(uit, pdf, dubbelzijdig=dubbelzijdig)
            stroom = io.BytesIO()
            uit.save(stroom, deterministic_id=True)
        bestand = Batchmap.van(batch).druk / f"{batch.id}-herdruk-{van:05d}-{tot:05d}.pdf"
        feiten = {"van": van, "tot": tot, "brieven": len(regels)}
        batch = leg_stap_vast(werk, batch, Handeling.HERDRUK, feiten)
        for regel in regels:
            detail = {"batch": batch.id, "brief": regel.brief_id}
            werk.log("brief.herdrukt", zaak=regel.zaak_id, dossier=regel.dossier_id, detail=detail)
        werk.commit()
    if not proef:
        maak_map(bestand.parent)
        schrijf(bestand, stroom.getvalue())
    nummers = tuple((regel.druknr, regel.brief_id, regel.zaak_id) for regel in regels)
    return Herdruk(batch, bestand, nummers, hashlib.sha256(stroom.getvalue()).hexdigest())
