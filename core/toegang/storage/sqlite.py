"""A SQLite file per gemeente: connections, types for STRICT, triggers, errors. One of the two motors."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import BigInteger, Boolean, Connection, Date, DateTime, Engine, String, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.pool import NullPool

from toegang.errors import Conflict, OpslagFout, ToegangFout
from toegang.storage.bestanden import BESTAND, als_opslagfout, controleer_rechten, eigenaar, maak_map
from toegang.storage.bestandssysteem import weiger_netwerk
from toegang.storage.motor import ALLEEN_LEZEN, WACHTTIJD_MS

MINIMUM = (3, 37, 0)
"""The first version with STRICT tables."""

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


class SqliteMotor:
    """A database in one file.

    Args:
        pad: the file.
    """

    soort = "SQLite"

    def __init__(self, pad: Path) -> None:
        self.pad = pad

    @property
    def plaats(self) -> str:
        """The path."""
        return str(self.pad)

    def bestaat(self) -> bool:
        """Tell whether the file is there."""
        return self.pad.exists()

    def controleer_plaats(self) -> None:
        """Refuse a network disk, and a file that is open to others.

        Raises:
            OpslagFout: says which.
        """
        weiger_netwerk(self.pad)
        if self.pad.exists():
            controleer_rechten(self.pad)

    def maak_engine(self, gemeente: str, *, kijken: bool = False) -> Engine:
        """Make the engine; the file must exist.

        Raises:
            OpslagFout: when the SQLite of this machine is too old.
        """
        if sqlite3.sqlite_version_info < MINIMUM:
            raise OpslagFout(
                f"SQLite {sqlite3.sqlite_version} is te oud; versie 3.37 of nieuwer is nodig.",
                vervolg="Gebruik een nieuwere Python of een nieuwer besturingssysteem.",
            )
        verbind = _verbinder(self.pad, gemeente, kijken=kijken)
        engine = create_engine("sqlite+pysqlite://", creator=verbind, poolclass=NullPool, hide_parameters=True)
        event.listen(engine, "begin", _begin)
        if kijken:
            engine = engine.execution_options(**{ALLEEN_LEZEN: True})

        @event.listens_for(engine, "handle_error")
        def _vertaal_fout(context: ExceptionContext) -> None:
            fout = context.original_exception
            if isinstance(fout, sqlite3.Error) and not isinstance(fout, sqlite3.IntegrityError):
                raise vertaal(fout, self.pad, gemeente) from None

        return engine

    def maak_plaats(self) -> None:
        """Make the empty file, for this account only.

        Raises:
            OpslagFout: when that is not possible.
        """
        maak_map(self.pad.parent)
        with als_opslagfout("De database maken", self.pad):
            os.close(os.open(self.pad, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, BESTAND))

    def eigenaar(self) -> str:
        """Return the account that owns the file."""
        return eigenaar(self.pad)

    def ruim_op(self, engine: Engine) -> None:
        """Empty the write-ahead log; ``secure_delete`` took care of the file itself."""
        rauw = engine.raw_connection()
        try:
            rauw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            rauw.close()

    def deelstap(self, verbinding: Connection) -> AbstractContextManager[object]:
        """Return nothing special: a refused statement leaves a transaction of SQLite as it was."""
        return nullcontext()

    def zonder_sleutelcontrole(self, verbinding: Connection) -> None:
        """Switch foreign keys off; batch mode rebuilds a table, and would take its children along."""
        # Through the driver: SQLAlchemy would begin a transaction first, and then this pragma does nothing.
        verbinding.connection.cursor().execute("PRAGMA foreign_keys=OFF")

    def na_inladen(self, verbinding: Connection, tabel: str, kolom: str) -> None:
        """Do nothing: SQLite numbers a row after the highest that is there."""

    def losse_verwijzingen(self, verbinding: Connection) -> str:
        """Return the number of rows that point to something that is not there; empty = none."""
        aantal = len(verbinding.exec_driver_sql("PRAGMA foreign_key_check").all())
        return f"{aantal} rijen" if aantal else ""

    def triggers_alleen_toevoegen(self, tabel: str, volgnummer: str) -> dict[str, tuple[str, ...]]:
        """Return the triggers that refuse everything but adding at the end.

        The last one also stops ``INSERT OR REPLACE``, which removes a row without firing a delete trigger.
        """
        weiger = "SELECT RAISE(ABORT, 'alleen toevoegen')"
        einde = f"NEW.{volgnummer} <> (SELECT coalesce(max({volgnummer}), 0) + 1 FROM {tabel})"  # noqa: S608
        wanneer = {
            f"{tabel}_niet_wijzigen": f"BEFORE UPDATE ON {tabel}",
            f"{tabel}_niet_weghalen": f"BEFORE DELETE ON {tabel}",
            f"{tabel}_achteraan": f"BEFORE INSERT ON {tabel} WHEN {einde}",
        }
        return {naam: (f"CREATE TRIGGER {naam} {deel} BEGIN {weiger}; END",) for naam, deel in wanneer.items()}

    def aanwezige_triggers(self, verbinding: Connection, tabel: str) -> frozenset[str]:
        """Return the names of the triggers on a table."""
        vraag = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        return frozenset(rij[0] for rij in verbinding.exec_driver_sql(vraag, (tabel,)))


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
