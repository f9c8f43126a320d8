"""Reading all records of a gemeente in order, to put them, changed, into another place (the clone)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import insert, select

from toegang.domain.huishouden import Dossier
from toegang.domain.waarde import Waarde
from toegang.storage.archief import Archief
from toegang.storage.kolommen import metadata
from toegang.storage.regie import Regie
from toegang.storage.tabellen import dossiers, tellers, zaaknummers
from toegang.storage.verzameling import Verzameling
from toegang.storage.vragen import DOSSIER
from toegang.storage.werkeenheid import Werkeenheid

NIET_MEE = frozenset({"batches", "batchregels", "brieven", "datalekken", "vernietigingslijsten"})
"""Letters, what was done with them, and what was destroyed: they stay behind."""
_PARTIJ = 200


def partijen(werk: Werkeenheid) -> Iterator[tuple[str, ...]]:
    """Give the ids of all dossiers that can be read, in order of arrival, some at a time."""
    vraag = select(dossiers.c.id).where(dossiers.c.sleutel.is_not(None)).order_by(dossiers.c.rij)
    bron = iter(werk.sessie.verbinding.execute(vraag).scalars().all())
    while deel := tuple(islice(bron, _PARTIJ)):
        yield deel


def records(werk: Werkeenheid, dossier_ids: tuple[str, ...] | None) -> Iterator[tuple[str, Waarde]]:
    """Give the records of some dossiers, or those that belong to none: table and record, parents first.

    Args:
        werk: a unit of work.
        dossier_ids: the dossiers; ``None`` = what belongs to no dossier.
    """
    for tabel, verzameling in verzamelingen(werk).items():
        if tabel == dossiers.name:
            gevonden = () if dossier_ids is None else verzameling.zoek(id=dossier_ids)
        elif (DOSSIER in verzameling.tabel.c) is (dossier_ids is None):
            continue
        else:
            gevonden = verzameling.zoek() if dossier_ids is None else verzameling.zoek(dossier_id=dossier_ids)
        for record in gevonden:
            yield tabel, record


def zet_records(werk: Werkeenheid, paren: Iterator[tuple[str, Waarde]]) -> dict[str, int]:
    """Store records that came from elsewhere, and count them per table.

    Raises:
        Conflict: one with the same id or key is there.
    """
    waar, aantallen = verzamelingen(werk), dict[str, int]()
    for tabel, record in paren:
        if isinstance(record, Dossier):
            werk.dossiers.nieuw(record)
        else:
            # not by `bewaar`: that would count it as a change, and raise its version
            waar[tabel].voeg_toe([record])
        aantallen[tabel] = aantallen.get(tabel, 0) + 1
    return aantallen


def neem_kleine_over(
    van: Werkeenheid, naar: Werkeenheid, kenmerk: Callable[[str], str], dag: Callable[[date], date]
) -> None:
    """Copy who works on which zaak, and the anonymous counters.

    Args:
        van: read from.
        naar: written to; the zaken are there.
        kenmerk: gives the id that stands for a real one.
        dag: gives the day that stands for a real one.
    """
    zaken = [zaak.id for zaak in naar.zaken.zoek()]
    eigen = set(zaken)
    for zaak in van.zaken.zoek():
        if (nieuw := kenmerk(zaak.id)) in eigen and (leden := van.caseload.van_zaak(zaak.id)):
            naar.caseload.zet(nieuw, sorted(leden))
    hoogste: dict[int, int] = {}
    for nummer in zaken:
        jaar, volgnr = int(nummer[1:5]), int(nummer[6:])
        hoogste[jaar] = max(volgnr, hoogste.get(jaar, 0))
    rijen: list[dict[str, Any]] = [{"jaar": jaar, "laatste": laatste} for jaar, laatste in sorted(hoogste.items())]
    if rijen:
        naar.sessie.verbinding.execute(insert(zaaknummers), rijen)
    geteld = [
        {**telling.model_dump(mode="python"), "kanaal": telling.kanaal.value, "dag": dag(telling.dag)}
        for telling in van.tellers.alles()
    ]
    if geteld:
        naar.sessie.verbinding.execute(insert(tellers), geteld)


def verzamelingen(werk: Werkeenheid) -> dict[str, Verzameling[Any]]:
    """Return the repositories by table, parents first; those of :data:`NIET_MEE` are left out."""
    gevonden: dict[str, Verzameling[Any]] = {}
    for deel in vars(werk).values():
        repo = deel.verzameling if isinstance(deel, Regie | Archief) else deel
        if isinstance(repo, Verzameling) and repo.tabel.name not in NIET_MEE:
            gevonden[repo.tabel.name] = repo
    return {tabel.name: gevonden[tabel.name] for tabel in metadata.sorted_tables if tabel.name in gevonden}
