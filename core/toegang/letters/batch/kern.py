"""What every step of a batch shares: opening it, asking whether the step may be taken, and recording it.

The sum is checked at every step: what was frozen = made + held + failed (+ still to make + withdrawn).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from toegang.domain.batch import Batch, Batchregel, Gedaan, Regelstand, Telling
from toegang.domain.batchverloop import Handeling, Wie, overgang
from toegang.errors import Conflict, NietToegestaan, OpslagFout
from toegang.letters.sjablonen import Sjabloonset
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid
from toegang.storage.bestanden import slot

T = TypeVar("T")

OPRUIMEN_NA = 50_000
PER_KEER = 200
"""Letters that are read, judged and stored in one go; memory does not grow with the batch."""


@dataclass(frozen=True)
class Batchplek:
    """Where a step works.

    Args:
        omgeving: the gemeente.
        actor: who takes it.
    """

    omgeving: Omgeving
    actor: Actor

    def sjablonen(self) -> Sjabloonset:
        """Return the templates of the gemeente.

        Raises:
            Controlefout: the letter matrix is not usable.
        """
        return Sjabloonset([Path(map_) for _, mappen in self.omgeving.bord.template_dirs() for map_ in mappen])

    def lees(self) -> Werkeenheid:
        """Open a unit of work that only reads."""
        return self.omgeving.opslag.werk(self.actor, alleen_lezen=True)

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Hold the one lock on letters of this gemeente: two never make or release at once.

        Inside it Python looks less often for values that point at each other: thousands of values are read that do
        not, and looking costs a tenth of the time.

        Raises:
            Conflict: somebody else holds it.
        """
        drempels = gc.get_threshold()
        with slot(self.omgeving.opslag.pad.with_suffix(".brieven.slot"), "brieven van deze gemeente"):
            gc.set_threshold(OPRUIMEN_NA, *drempels[1:])
            try:
                yield
            finally:
                gc.set_threshold(*drempels)


def open_batch(werk: Werkeenheid, batch_id: str, handeling: Handeling) -> Batch:
    """Return a batch of which the step may be taken.

    Args:
        werk: the unit of work.
        batch_id: id of the batch.
        handeling: the step.

    Raises:
        NietGevonden: there is no such batch.
        Conflict: it is not at this step.
        NietToegestaan: another person must do it.
        OpslagFout: the sum of the batch is not right.
    """
    batch = werk.batches.haal(batch_id)
    overgang(handeling, batch.stand, batch.id)
    vereis_telling(werk, batch)
    return batch


def vereis_ander(plek: Batchplek, batch: Batch, handeling: Handeling) -> None:
    """See to it that another person acts than who froze, where the gemeente says so; four eyes are two uids.

    Raises:
        NietToegestaan: it is the same uid.
    """
    stap = overgang(handeling, batch.stand, batch.id)
    if stap.wie is not Wie.TWEEDE or not plek.omgeving.organisatie.batch.tweede_persoon:
        return
    if str(plek.actor.uid) == batch.door:
        raise NietToegestaan(
            f"U hebt batch {batch.id} zelf klaargezet; een ander moet haar goedkeuren.",
            vervolg="Zo wil deze gemeente het (tweede_persoon). Vraag een collega onder een eigen account: "
            f"toegang beschikking batch keur-goed {batch.id}",
        )


def vereis_dag_niet_voorbij(plek: Batchplek, batch: Batch) -> None:
    """See to it that the letters can still go on the day that stands on them.

    Raises:
        Conflict: that day has passed.
    """
    vandaag = plek.omgeving.vandaag()
    if batch.dagtekening is not None and batch.dagtekening < vandaag:
        raise Conflict(
            f"Op de brieven van batch {batch.id} staat {batch.dagtekening.isoformat()}, en die dag is voorbij: de "
            "laatste dag voor bezwaar zou niet kloppen.",
            vervolg="Maak ze met een andere datum: toegang beschikking batch opnieuw "
            f"{batch.id} --dagtekening {vandaag.isoformat()}",
        )


def leg_stap_vast(
    werk: Werkeenheid, batch: Batch, handeling: Handeling, detail: Mapping[str, object] | None = None, **anders: Any
) -> Batch:
    """Store that a step was taken; the caller commits.

    Args:
        werk: the unit of work.
        batch: the batch as it was.
        handeling: the step.
        detail: counts and fixed words; no personal data.
        **anders: fields of the batch that change.

    Returns:
        The batch as stored.

    Raises:
        OpslagFout: the sum of the batch is not right.
    """
    feiten = {naam: str(waarde) for naam, waarde in (detail or {}).items()}
    gedaan = Gedaan(
        handeling=handeling,
        op=werk.sessie.klok(),
        uid=werk.actor.uid,
        medewerker=werk.actor.medewerker,
        detail=tuple(sorted(feiten.items())),
    )
    nieuw = werk.batches.bewaar(batch.gewijzigd(stappen=(*batch.stappen, gedaan), **anders))
    werk.log(f"batch.{handeling}", detail={"batch": batch.id, **feiten})
    vereis_telling(werk, nieuw)
    return nieuw


def vereis_telling(werk: Werkeenheid, batch: Batch) -> Telling:
    """Return the sum of a batch, which must be right at every moment.

    Raises:
        OpslagFout: letters are missing or there are too many.
    """
    telling = werk.batchregels.telling(batch.id, batch.aantal)
    if batch.keuze and not telling.klopt:
        raise OpslagFout(
            f"Batch {batch.id} klopt niet: {telling.in_woorden()}. Er is niets gewijzigd.",
            vervolg="Verzend niets uit deze batch en meld dit aan de beheerder.",
        )
    return telling


def in_delen(rij: Sequence[T], per_keer: int = PER_KEER) -> Iterator[tuple[T, ...]]:
    """Give a row in pieces."""
    bron = iter(rij)
    while deel := tuple(islice(bron, per_keer)):
        yield deel


def regels_in_delen(plek: Batchplek, batch_id: str, *standen: Regelstand) -> Iterator[tuple[Batchregel, ...]]:
    """Give the rows of a batch in some states, a few at a time.

    Args:
        plek: where.
        batch_id: the batch.
        *standen: states at the moment of calling.
    """
    with plek.lees() as werk:
        kenmerken = werk.batchregels.kenmerken(batch_id, standen)
    for deel in in_delen(kenmerken):
        with plek.lees() as werk:
            regels = werk.batchregels.haal_alle(deel)
        yield regels
