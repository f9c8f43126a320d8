"""Everything that is stored under one dossier, by table: for a copy that leaves nothing out (AVG 15)."""

from __future__ import annotations

from sqlalchemy import func, select

from toegang.domain.waarde import Waarde
from toegang.storage.kolommen import metadata
from toegang.storage.verzameling import Verzameling
from toegang.storage.werkeenheid import Werkeenheid

_DOSSIER = "dossier_id"
DOSSIERS = "dossiers"


def tel_per_tabel(werk: Werkeenheid, dossier_id: str) -> dict[str, int]:
    """Return how many rows every table holds for a dossier; empty tables are left out.

    Args:
        werk: a unit of work.
        dossier_id: the dossier.
    """
    gevonden = {DOSSIERS: 1}
    for tabel in metadata.sorted_tables:
        if _DOSSIER in tabel.c:
            vraag = select(func.count()).select_from(tabel).where(tabel.c[_DOSSIER] == dossier_id)
            gevonden[tabel.name] = werk.sessie.verbinding.execute(vraag).scalar_one()
    return {naam: aantal for naam, aantal in gevonden.items() if aantal}


def lees_per_tabel(werk: Werkeenheid, dossier_id: str) -> dict[str, tuple[Waarde, ...]]:
    """Return the records of a dossier by table, in order of arrival; PDF files are read by letter.

    Args:
        werk: a unit of work.
        dossier_id: the dossier.
    """
    gevonden: dict[str, tuple[Waarde, ...]] = {
        DOSSIERS: (werk.dossiers.haal(dossier_id),),
        "regie": werk.regie.verloop(dossier_id),
        "archief": werk.archief.zoek(dossier_id=dossier_id),
    }
    for verzameling in vars(werk).values():
        if isinstance(verzameling, Verzameling) and _DOSSIER in verzameling.tabel.c:
            gevonden[verzameling.tabel.name] = verzameling.zoek(dossier_id=dossier_id)
    return {naam: records for naam, records in gevonden.items() if records}
