"""Everything that is SQLite only: connections, types for STRICT, triggers, errors. The one dialect module."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import BigInteger, Boolean, Connection, Date, DateTime, Engine, String, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.pool import NullPool

from toegang.errors import Conflict, OpslagFout, ToegangFout

MINIMUM = (3, 37, 0)
"""The first version with STRICT tables."""
WACHTTIJD_MS = 10_000
ALLEEN_LEZEN = "toegang_alleen_lezen"
"""Execution option of a connection that only reads: it takes no write lock."""

# Kept in the file itself; whoever only looks at a file that may be another's must not set it.
_IN_HET_BESTAND = ("PRAGMA journal_mode=WAL",)
_INSTELLINGEN = (
    "PRAGMA synchronous=FULL",
    f"PRAGMA busy_timeout={WACHTTIJD_MS}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    # A destroyed key must not live on in a free page.
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)


# STRICT knows INTEGER, REAL, TEXT, BLOB and ANY only; SQLAlchemy spells these types otherwise.
@compiles(Date, "sqlite")
@compiles(DateTime, "sqlite")
@compiles(String, "sqlite")
def _als_text(_type: Any, _compiler: Any, **_opties: Any) -> str:
    return "TEXT"


@compiles(Boolean, "sqlite")
@compiles(BigInteger, "sqlite")
def _als_integer(_type: Any, _compiler: Any, **_opties: Any) -> str:
    return "INTEGER"


def maak_engine(pad: Path, gemeente: str, *, kijken: bool = False) -> Engine:
    """Make the engine of one database file; the file must exist.

    Args:
        pad: the database file.
        gemeente: for messages.
        kijken: change nothing, not even a setting: it is not known yet whose file it is.

    Raises:
        OpslagFout: when the SQLite of this machine is too old.
    """
    if sqlite3.sqlite_version_info < MINIMUM:
        raise OpslagFout(
            f"SQLite {sqlite3.sqlite_version} is te oud; versie 3.37 of nieuwer is nodig.",
            vervolg="Gebruik een nieuwere Python of een nieuwer besturingssysteem.",
        )
    engine = create_engine(
        "sqlite+pysqlite://", creator=_verbinder(pad, gemeente, kijken=kijken), poolclass=NullPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    if kijken:
        engine = engine.execution_options(**{ALLEEN_LEZEN: True})

    @event.listens_for(engine, "handle_error")
    def _vertaal_fout(context: ExceptionContext) -> None:
        fout = context.original_exception
        if isinstance(fout, sqlite3.Error) and not isinstance(fout, sqlite3.IntegrityError):
            raise vertaal(fout, pad, gemeente) from None

    return engine


def vertaal(fout: sqlite3.Error, pad: Path, gemeente: str) -> ToegangFout:
    """Return the Dutch error for an error of the driver; its text, which could quote data, is dropped.

    Args:
        fout: the error.
        pad: the database file.
        gemeente: key of the gemeente.
    """
    code = getattr(fout, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Conflict(
            f"De database van gemeente {gemeente} is te lang bezet door een ander proces.",
            vervolg="Er is niets gewijzigd; probeer het zo nog eens.",
        )
    redenen = {
        sqlite3.SQLITE_READONLY: "hij is alleen-lezen",
        sqlite3.SQLITE_CANTOPEN: "hij kan niet worden geopend",
        sqlite3.SQLITE_FULL: "de schijf is vol",
        sqlite3.SQLITE_IOERR: "lezen of schrijven op de schijf mislukt",
        sqlite3.SQLITE_NOTADB: "dit is geen database van Toegang",
        sqlite3.SQLITE_CORRUPT: "hij is beschadigd",
        sqlite3.SQLITE_PERM: "dit account mag er niet bij",
    }
    reden = redenen.get(code, f"{type(fout).__name__}, code {code}")
    return OpslagFout(
        f"De database van gemeente {gemeente} is niet te gebruiken: {reden} ({pad}).",
        vervolg="Controleer de rechten en de ruimte, of zet een reservekopie terug.",
    )


def zonder_sleutelcontrole(verbinding: Connection, *, uit: bool) -> None:
    """Switch foreign keys off for a migration that rebuilds tables; works only outside a transaction."""
    # Through the driver: SQLAlchemy would begin a transaction first, and then this pragma does nothing.
    verbinding.connection.cursor().execute(f"PRAGMA foreign_keys={'OFF' if uit else 'ON'}")


def losse_verwijzingen(verbinding: Connection) -> int:
    """Return how many rows point to something that is not there."""
    return len(verbinding.exec_driver_sql("PRAGMA foreign_key_check").all())


def ruim_op(engine: Engine) -> None:
    """Empty the write-ahead log, so that overwritten bytes are gone from the disk as well."""
    rauw = engine.raw_connection()
    try:
        rauw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        rauw.close()


def triggers_alleen_toevoegen(tabel: str, volgnummer: str) -> dict[str, str]:
    """Return the triggers, by name, that make a table append-only.

    Args:
        tabel: name of the table.
        volgnummer: its integer key; rows may only be added at the end. This also stops
            ``INSERT OR REPLACE``, which removes a row without firing a delete trigger.
    """
    weiger = "SELECT RAISE(ABORT, 'alleen toevoegen')"
    einde = f"NEW.{volgnummer} <> (SELECT coalesce(max({volgnummer}), 0) + 1 FROM {tabel})"  # noqa: S608
    return {
        f"{tabel}_niet_wijzigen": f"CREATE TRIGGER {tabel}_niet_wijzigen BEFORE UPDATE ON {tabel} BEGIN {weiger}; END",
        f"{tabel}_niet_weghalen": f"CREATE TRIGGER {tabel}_niet_weghalen BEFORE DELETE ON {tabel} BEGIN {weiger}; END",
        f"{tabel}_achteraan": (
            f"CREATE TRIGGER {tabel}_achteraan BEFORE INSERT ON {tabel} WHEN {einde} BEGIN {weiger}; END"
        ),
    }


def aanwezige_triggers(verbinding: Connection, tabel: str) -> frozenset[str]:
    """Return the names of the triggers on a table."""
    vraag = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    return frozenset(rij[0] for rij in verbinding.exec_driver_sql(vraag, (tabel,)))


def _verbinder(pad: Path, gemeente: str, *, kijken: bool) -> Callable[[], sqlite3.Connection]:
    def verbind() -> sqlite3.Connection:
        adres = f"file:{quote(str(pad))}?mode=rw"
        try:
            # isolation_level None: the driver begins nothing by itself; _begin does.
            verbinding = sqlite3.connect(adres, uri=True, isolation_level=None, timeout=WACHTTIJD_MS / 1000)
            for instelling in (*_INSTELLINGEN, *(() if kijken else _IN_HET_BESTAND)):
                verbinding.execute(instelling)
        except sqlite3.Error as fout:
            raise vertaal(fout, pad, gemeente) from None
        return verbinding

    return verbind


def _begin(verbinding: Connection) -> None:
    if verbinding.get_execution_options().get(ALLEEN_LEZEN, False):
        verbinding.exec_driver_sql("PRAGMA query_only=ON")
        verbinding.exec_driver_sql("BEGIN")
    else:
        # A deferred transaction that reads first and writes later loses the race without waiting its turn.
        verbinding.exec_driver_sql("BEGIN IMMEDIATE")
