"""Step 3, approve: a person looked at the sample and says how many letters there will be."""

from __future__ import annotations

from toegang.domain.batch import Batch, Regelstand
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.errors import Conflict, Invoerfout
from toegang.letters.batch.kern import (
    Batchplek,
    leg_stap_vast,
    open_batch,
    vereis_ander,
    vereis_dag_niet_voorbij,
    vereis_telling,
)
from toegang.letters.batch.steekproef import nog_te_bekijken


def keur_goed(plek: Batchplek, batch_id: str, aantal: int, *, zonder_steekproef: bool = False) -> Batch:
    """Approve a batch: from here on its letters are made.

    Args:
        plek: where.
        batch_id: the batch.
        aantal: number of letters that will be made, as the person says it.
        zonder_steekproef: nobody looked; for trials only, and recorded as such.

    Raises:
        NietToegestaan: another person must approve.
        Conflict: the sample was not looked at by who approves, the day on the letters has passed, or the
            batch is at another step.
        Invoerfout: the number is another, or there is nothing to make.
    """
    with plek.omgeving.werk(plek.actor) as werk:
        batch = open_batch(werk, batch_id, Handeling.KEUR_GOED)
        vereis_ander(plek, batch, Handeling.KEUR_GOED)
        vereis_dag_niet_voorbij(plek, batch)
        te_maken = vereis_telling(werk, batch)[Regelstand.GEKOZEN]
        if te_maken == 0:
            raise Invoerfout(
                f"In batch {batch.id} kan geen enkele brief worden gemaakt; er is niets goed te keuren.",
                vervolg=f"Bekijk waarom: toegang beschikking batch waarom {batch.id}",
            )
        open_ = () if zonder_steekproef else nog_te_bekijken(batch, plek.actor.uid)
        if open_:
            raise Conflict(
                f"U hebt {len(open_)} van de {len(batch.steekproef)} brieven van de steekproef nog niet bekeken.",
                vervolg=f"Bekijk ze eerst: toegang beschikking batch bekijk {batch.id}",
            )
        if aantal != te_maken:
            raise Invoerfout(
                f"U noemt {aantal} brieven, maar in batch {batch.id} worden er {te_maken} gemaakt.",
                vervolg=f"Ga na waar het verschil zit: toegang beschikking batch status {batch.id}",
            )
        feiten = {"aantal": aantal, "bekeken": 0 if zonder_steekproef else len(batch.steekproef)}
        nieuw = leg_stap_vast(werk, batch, Handeling.KEUR_GOED, feiten, stand=Batchstand.GOEDGEKEURD)
        werk.commit()
    return nieuw
