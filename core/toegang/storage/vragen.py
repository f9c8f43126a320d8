"""The statements that a repository asks over and over, built once: building one costs more than asking it.

Every value is a bound parameter, so one statement serves all records of a table.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Insert, Select, Table, Update, bindparam, insert, select, update

from toegang.storage.tabellen import dossiers

DOSSIER = "dossier_id"


class Vorm(StrEnum):
    """How a column is compared."""

    GELIJK = "="
    EEN_VAN = "in"
    LEEG = "leeg"


@cache
def alles(tabel: Table) -> Select[Any]:
    """Return the statement for every record of a table, with the key of its dossier."""
    vraag: Select[Any] = select(tabel)
    if DOSSIER in tabel.c:
        sleutel = dossiers.c.sleutel.label("dossiersleutel")
        vraag = vraag.add_columns(sleutel).join(dossiers, dossiers.c.id == tabel.c.dossier_id)
    return vraag


@cache
def met_kenmerk(tabel: Table, sleutelkolom: str) -> Select[Any]:
    """Return the statement for one record, by parameter ``_kenmerk``."""
    return alles(tabel).where(tabel.c[sleutelkolom] == bindparam("_kenmerk"))


@cache
def zoekvraag(tabel: Table, vormen: tuple[tuple[str, Vorm], ...], *, leesbaar: bool) -> Select[Any]:
    """Return the statement for the records that meet conditions, in order of arrival.

    Args:
        tabel: the table.
        vormen: columns with how each is compared; the value is the parameter with the name of the column.
        leesbaar: leave out what belongs to a destroyed dossier.
    """
    vraag = alles(tabel).order_by(tabel.c.rij)
    for naam, vorm in vormen:
        kolom = tabel.c[naam]
        if vorm is Vorm.LEEG:
            vraag = vraag.where(kolom.is_(None))
        elif vorm is Vorm.EEN_VAN:
            vraag = vraag.where(kolom.in_(bindparam(naam, expanding=True)))
        else:
            vraag = vraag.where(kolom == bindparam(naam))
    return vraag.where(dossiers.c.sleutel.is_not(None)) if leesbaar else vraag


@cache
def wijziging(tabel: Table, sleutelkolom: str, kolommen: tuple[str, ...], *, versie: bool = False) -> Update:
    """Return the statement that changes one record: ``_kenmerk``, and ``_dossier`` where it belongs to one.

    It never moves a record to another dossier: then it is not found.

    Args:
        tabel: the table.
        sleutelkolom: column that identifies a record.
        kolommen: columns that are set; the value of each is the parameter with its name.
        versie: only when the record still has the version of parameter ``_versie``.
    """
    eigen = tabel.c[sleutelkolom] == bindparam("_kenmerk")
    if DOSSIER in tabel.c:
        eigen = eigen & (tabel.c.dossier_id == bindparam("_dossier"))
    if versie:
        eigen = eigen & (tabel.c.versie == bindparam("_versie"))
    return update(tabel).where(eigen).values({naam: bindparam(naam) for naam in kolommen})


@cache
def toevoeging(tabel: Table) -> Insert:
    """Return the statement that adds a record."""
    return insert(tabel)
