"""The shape of a database without its content: for a support bundle. No key is needed, so none is read."""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import func, inspect, select, text

from toegang.domain.waarde import Waarde
from toegang.errors import OpslagFout
from toegang.storage import rond_zaak  # noqa: F401  it fills the metadata
from toegang.storage.kolommen import metadata
from toegang.storage.motor import motor_van
from toegang.storage.tabellen import dossiers, logboek


class Kaalregel(Waarde):
    """A line of the log without who, whom and which.

    Args:
        volgnr: its number.
        dag: ISO day.
        actie: what was done.
        zaak: whether it is about a zaak.
        velden: names of the details, without their values.
    """

    volgnr: int
    dag: str
    actie: str
    zaak: bool
    velden: tuple[str, ...]


class Structuur(Waarde):
    """A database from the outside.

    Args:
        soort: kind of database.
        revisie: revision; empty = none.
        rijen: rows per table.
        vernietigd: dossiers that were destroyed.
        logregels: the last lines of the log, the oldest first.
    """

    soort: str
    revisie: str
    rijen: dict[str, int]
    vernietigd: int
    logregels: tuple[Kaalregel, ...]


def lees_structuur(pad: Path, regels: int) -> Structuur:
    """Look at a database.

    Args:
        pad: the database file, or how to reach it.
        regels: how many of the last lines of the log.

    Raises:
        ToegangFout: it is not there or cannot be read.
    """
    motor = motor_van(pad)
    if not motor.bestaat():
        raise OpslagFout("De database is er niet.")
    with motor.maak_engine("onbekend", kijken=True).connect() as verbinding:
        aanwezig = set(inspect(verbinding).get_table_names())
        tabellen = [tabel for tabel in metadata.sorted_tables if tabel.name in aanwezig]
        rijen = {
            tabel.name: verbinding.execute(select(func.count()).select_from(tabel)).scalar_one() for tabel in tabellen
        }
        zonder = select(func.count()).select_from(dossiers).where(dossiers.c.sleutel.is_(None))
        vernietigd = verbinding.execute(zonder).scalar_one() if dossiers.name in aanwezig else 0
        vraag = select(logboek).order_by(logboek.c.volgnr.desc()).limit(regels)
        laatste = verbinding.execute(vraag).all() if logboek.name in aanwezig else []
        versie = text("SELECT version_num FROM alembic_version")
        revisie = verbinding.execute(versie).scalar() if "alembic_version" in aanwezig else None
    kaal = [
        Kaalregel(
            volgnr=rij.volgnr,
            dag=rij.op.date().isoformat(),
            actie=rij.actie,
            zaak=rij.zaak is not None,
            velden=tuple(sorted(json.loads(rij.detail))),
        )
        for rij in reversed(laatste)
    ]
    return Structuur(
        soort=motor.soort, revisie=str(revisie or ""), rijen=rijen, vernietigd=vernietigd, logregels=tuple(kaal)
    )
