"""The sample of a batch: which letters a person looks at before approving, and handing them out."""

from __future__ import annotations

from dataclasses import dataclass

from toegang.domain.batch import Batch, Batchregel, Bekeken, Regelstand
from toegang.domain.batchverloop import Handeling
from toegang.errors import Invoerfout
from toegang.letters.batch.kern import Batchplek, leg_stap_vast, open_batch
from toegang.letters.batch.oordeel import Beoordelaar
from toegang.letters.logo import schone_svg
from toegang.letters.maken import maak_brief
from toegang.letters.opdracht import Renderer
from toegang.lifecycle.inzage import INGEZIEN, log_lezen
from toegang.storage import Werkeenheid

MEESTE = 25
"""Most letters in a sample: more are not read with attention."""


@dataclass(frozen=True, repr=False)
class Steekproefbrief:
    """A letter of the sample, marked as a preview."""

    brief: str
    zaak: str
    sjabloon: str
    pdf: bytes
    paginas: int


def kies_steekproef(werk: Werkeenheid, batch: Batch, meer: int) -> tuple[str, ...]:
    """Return which letters must be looked at: one of every template, those with most remarks, and some spread out.

    The choice follows from the batch, so that it is the same for everybody who looks.

    Args:
        werk: the unit of work.
        batch: the batch.
        meer: letters besides one of every template; 0 = no sample at all.
    """
    if not meer:
        return ()
    regels = werk.batchregels.zoek(batch_id=batch.id, stand=Regelstand.GEKOZEN)
    per_sjabloon: dict[str, Batchregel] = {}
    for regel in regels:
        per_sjabloon.setdefault(regel.sjabloon, regel)
    gekozen = [regel.brief_id for regel in per_sjabloon.values()]
    opvallend = sorted(regels, key=lambda regel: -len(regel.bevindingen))[: meer // 2]
    gespreid = (
        [regels[round(plaats * (len(regels) - 1) / max(1, meer - 1))] for plaats in range(meer)] if regels else []
    )
    gekozen += [regel.brief_id for regel in (*opvallend, *gespreid)]
    return tuple(list(dict.fromkeys(gekozen))[: min(MEESTE, len(per_sjabloon) + meer)])


def bekijk(
    plek: Batchplek, batch_id: str, logo: bytes, renderer: Renderer, brief_id: str | None = None
) -> list[Steekproefbrief]:
    """Hand the sample to somebody, each letter marked CONCEPT, and record who got it.

    Args:
        plek: where.
        batch_id: the batch.
        logo: SVG of the house style.
        renderer: the port.
        brief_id: only this letter of the batch; ``None`` = the whole sample.

    Raises:
        Conflict: the batch is at another step.
        Invoerfout: the letter will not be made in this batch.
        ToegangFout: a letter cannot be made.
    """
    sjablonen, huisstijl = plek.sjablonen(), plek.omgeving.organisatie.huisstijl
    with plek.lees() as werk:
        batch = open_batch(werk, batch_id, Handeling.BEKIJK)
        regels = [
            regel
            for regel in werk.batchregels.zoek(batch_id=batch.id, stand=Regelstand.GEKOZEN)
            if (regel.brief_id == brief_id if brief_id else regel.brief_id in batch.steekproef)
        ]
        if brief_id and not regels:
            raise Invoerfout(
                "Deze brief wordt in deze batch niet gemaakt.",
                vervolg=f"Bekijk waarom: toegang beschikking batch waarom {batch.id}",
            )
        assert batch.dagtekening is not None
        assert batch.tijdstip is not None
        beoordelaar = Beoordelaar(plek, werk, sjablonen, batch.dagtekening)
        klaar = []
        for regel in regels:
            oordeel = beoordelaar.stel_samen(werk.brieven.haal(regel.brief_id), regel.vingerafdruk)
            if oordeel.gegevens is None:
                raise Invoerfout(
                    f"Brief {regel.brief_id} is sinds de controle gewijzigd en kan zo niet meer.",
                    vervolg=f"Controleer de batch opnieuw: toegang beschikking batch controleer {batch.id}",
                )
            gemaakt = maak_brief(
                oordeel.gegevens, sjablonen, huisstijl, schone_svg(logo), renderer, batch.tijdstip, concept=True
            )
            klaar.append(Steekproefbrief(regel.brief_id, regel.zaak_id, regel.sjabloon, gemaakt.pdf, gemaakt.paginas))
    _leg_vast(plek, batch_id, regels)
    return klaar


def nog_te_bekijken(batch: Batch, uid: int) -> tuple[str, ...]:
    """Return the letters of the sample that somebody did not get yet.

    Args:
        batch: the batch.
        uid: who is to approve.
    """
    gezien = {item.brief for item in batch.bekeken if item.uid == uid}
    return tuple(brief for brief in batch.steekproef if brief not in gezien)


def _leg_vast(plek: Batchplek, batch_id: str, regels: list[Batchregel]) -> None:
    with plek.omgeving.werk(plek.actor) as werk:
        batch = open_batch(werk, batch_id, Handeling.BEKIJK)
        nu = werk.sessie.klok()
        gezien = [Bekeken(brief=regel.brief_id, uid=plek.actor.uid, op=nu) for regel in regels]
        for regel in regels:
            log_lezen(werk, werk.zaken.haal(regel.zaak_id), {"batch": batch.id, "brief": regel.brief_id}, INGEZIEN)
        leg_stap_vast(werk, batch, Handeling.BEKIJK, {"brieven": len(regels)}, bekeken=(*batch.bekeken, *gezien))
        werk.commit()
