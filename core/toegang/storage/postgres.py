"""A PostgreSQL database per gemeente: how to reach it, its locks, triggers and errors. One of the two motors.

The gemeente has a login role of her own that may use her own database and no other (``postgres_server.py`` makes
both). How to reach it stands in ``postgres.toml`` in her folder.
"""

from __future__ import annotations

import tomllib
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import errors as pg
from pydantic import Field, ValidationError
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import NullPool

from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, OpslagFout, ToegangFout
from toegang.storage.bestanden import als_opslagfout, controleer_rechten
from toegang.storage.motor import ALLEEN_LEZEN, WACHTTIJD_MS

WACHT_OP_SERVER_S = 10
# One number for the write lock; advisory locks count per database, so per gemeente.
_SLOT = 20_150_101
_NIET_BEREIKBAAR = "Kijk of de databaseserver draait, en probeer het daarna opnieuw. Er is niets gewijzigd."


class Verbindingsgegevens(Waarde):
    """How the login role of a gemeente reaches her database.

    Args:
        server: host name, address, or folder of the socket.
        poort: port.
        database: name; a number, so that nobody reads there which gemeenten are on the server.
        rol: login role.
        wachtwoord: its password, made at random.
        opties: other options of libpq, e.g. ``sslmode``.
    """

    server: str
    poort: int = Field(ge=1, le=65535)
    database: str = Field(pattern=r"^[a-z_][a-z0-9_]*$")
    rol: str = Field(pattern=r"^[a-z_][a-z0-9_]*$")
    wachtwoord: str = Field(min_length=20, repr=False)
    opties: dict[str, str] = Field(default_factory=dict)

    def url(self) -> URL:
        """Return the address for the database library; it hides the password when printed."""
        vraag = {"host": self.server, "port": str(self.poort), **self.opties}
        return URL.create(
            "postgresql+psycopg",
            username=self.rol,
            password=self.wachtwoord,
            database=self.database,
            query=vraag,
        )


class PostgresMotor:
    """A database on a server, used by one gemeente.

    Args:
        pad: the file that says how to reach it.
        gegevens: what it says.
    """

    soort = "PostgreSQL"

    def __init__(self, pad: Path, gegevens: Verbindingsgegevens) -> None:
        self.pad = pad
        self.gegevens = gegevens

    @classmethod
    def uit_bestand(cls, pad: Path) -> PostgresMotor:
        """Read how to reach the database.

        Raises:
            OpslagFout: the file is open to others, cannot be read or is not right; its words are not shown.
        """
        herstel = "Zet het bestand terug uit een reservekopie van de map. Er is niets gewijzigd."
        with als_opslagfout("Het bestand met de verbinding lezen", pad, herstel):
            ruw = pad.read_text(encoding="utf-8")
        controleer_rechten(pad)
        try:
            return cls(pad, Verbindingsgegevens.model_validate(tomllib.loads(ruw)))
        except (ValidationError, tomllib.TOMLDecodeError):
            raise OpslagFout(f"{pad} zegt niet hoe de database te bereiken is.", vervolg=herstel) from None

    @property
    def plaats(self) -> str:
        """Server and database, without the password."""
        return f"{self.gegevens.server}:{self.gegevens.poort}/{self.gegevens.database}"

    def bestaat(self) -> bool:
        """Tell whether the database is there.

        Raises:
            OpslagFout: the server cannot be reached.
        """
        try:
            with psycopg.connect(**self.libpq(), connect_timeout=WACHT_OP_SERVER_S):
                return True
        except psycopg.OperationalError as fout:
            # At connecting libpq gives no SQLSTATE; this is the one sentence that tells the cases apart.
            if isinstance(fout, pg.InvalidCatalogName) or f'database "{self.gegevens.database}"' in str(fout):
                return False
            raise vertaal(fout, self.plaats) from None

    def controleer_plaats(self) -> None:
        """Refuse a file with a password that others may read.

        Raises:
            OpslagFout: names the mode and the mend.
        """
        controleer_rechten(self.pad)

    def maak_engine(self, gemeente: str, *, kijken: bool = False) -> Engine:
        """Make the engine: no pool, because a command is short and a forked process shares no connection."""
        engine = create_engine(
            self.gegevens.url(),
            poolclass=NullPool,
            hide_parameters=True,
            connect_args={"connect_timeout": WACHT_OP_SERVER_S, "application_name": "toegang"},
        )
        event.listen(engine, "begin", _begin)
        if kijken:
            engine = engine.execution_options(**{ALLEEN_LEZEN: True})

        @event.listens_for(engine, "handle_error")
        def _vertaal_fout(context: ExceptionContext) -> None:
            fout = context.original_exception
            if isinstance(fout, psycopg.Error) and not isinstance(fout, psycopg.IntegrityError):
                raise vertaal(fout, self.plaats, gemeente) from None

        return engine

    def maak_plaats(self) -> None:
        """Do nothing: onboarding made the database, with the rights of the administrator of the server."""

    def eigenaar(self) -> str:
        """Return the login role."""
        return self.gegevens.rol

    def ruim_op(self, engine: Engine) -> None:
        """Write the table of keys anew, so that the old version of the row is in no live file any more.

        What the server keeps elsewhere (its log, its own backups) is for who runs the server; ADR 0009.
        """
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as verbinding:
            verbinding.exec_driver_sql(f"SET lock_timeout = {WACHTTIJD_MS}")
            for tabel in ("dossiers", "inwoners", "meldingen", "contactnotities"):
                try:
                    verbinding.exec_driver_sql(f"VACUUM (FULL) {tabel}")
                except Conflict:
                    # Somebody reads all the while. The key is gone from the row; this frees its old place.
                    verbinding.exec_driver_sql(f"VACUUM {tabel}")

    def deelstap(self, verbinding: Connection) -> AbstractContextManager[object]:
        """Return a savepoint: after a refused statement PostgreSQL refuses all others without it."""
        return verbinding.begin_nested()

    def zonder_sleutelcontrole(self, verbinding: Connection) -> None:
        """Do nothing: here a migration alters a table where it stands."""

    def na_inladen(self, verbinding: Connection, tabel: str, kolom: str) -> None:
        """Set the sequence of a table after the highest number in it."""
        if kolom:
            verbinding.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{tabel}', '{kolom}'), "  # noqa: S608
                f"coalesce((SELECT max({kolom}) FROM {tabel}), 0) + 1, false)"
            )

    def losse_verwijzingen(self, verbinding: Connection) -> str:
        """Return that there are loose ends; the server stops at the first, so there is no number."""
        try:
            verbinding.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        except IntegrityError:
            return "een of meer rijen"
        return ""

    def triggers_alleen_toevoegen(self, tabel: str, volgnummer: str) -> dict[str, tuple[str, ...]]:
        """Return the triggers that refuse everything but adding at the end, emptying the table included."""
        weiger = f"{tabel}_weiger"
        functie = (
            f"CREATE OR REPLACE FUNCTION {weiger}() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'alleen toevoegen' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        achteraan = (
            f"CREATE OR REPLACE FUNCTION {tabel}_achteraan() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "  # noqa: S608
            f"IF NEW.{volgnummer} <> (SELECT coalesce(max({volgnummer}), 0) + 1 FROM {tabel}) THEN "
            "RAISE EXCEPTION 'alleen toevoegen' USING ERRCODE = 'integrity_constraint_violation'; "
            "END IF; RETURN NEW; END $$"
        )
        wanneer = {
            f"{tabel}_niet_wijzigen": (functie, f"BEFORE UPDATE ON {tabel} FOR EACH ROW", weiger),
            f"{tabel}_niet_weghalen": (functie, f"BEFORE DELETE ON {tabel} FOR EACH ROW", weiger),
            f"{tabel}_niet_legen": (functie, f"BEFORE TRUNCATE ON {tabel} FOR EACH STATEMENT", weiger),
            f"{tabel}_achteraan": (achteraan, f"BEFORE INSERT ON {tabel} FOR EACH ROW", f"{tabel}_achteraan"),
        }
        return {
            naam: (eerst, f"CREATE TRIGGER {naam} {moment} EXECUTE FUNCTION {wat}()")
            for naam, (eerst, moment, wat) in wanneer.items()
        }

    def aanwezige_triggers(self, verbinding: Connection, tabel: str) -> frozenset[str]:
        """Return the names of the triggers on a table that fire."""
        vraag = (
            "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND c.relname = %s"
        )
        return frozenset(rij[0] for rij in verbinding.exec_driver_sql(vraag, (tabel,)))

    def libpq(self, database: str | None = None) -> dict[str, Any]:
        """Return how libpq connects, to her own database or to another."""
        gegevens = self.gegevens
        return {
            **gegevens.opties,
            "host": gegevens.server,
            "port": gegevens.poort,
            "dbname": database or gegevens.database,
            "user": gegevens.rol,
            "password": gegevens.wachtwoord,
        }


def vertaal(fout: psycopg.Error, plaats: str, gemeente: str = "") -> ToegangFout:
    """Return the Dutch error for an error of the driver; its text, which could quote data, is dropped.

    Args:
        fout: the error.
        plaats: server and database.
        gemeente: key of the gemeente, when known.
    """
    wie = f"De database van gemeente {gemeente}" if gemeente else "De database"
    if isinstance(fout, pg.LockNotAvailable | pg.DeadlockDetected | pg.SerializationFailure):
        return Conflict(
            f"{wie} is te lang bezet door een ander proces.",
            vervolg="Er is niets gewijzigd; probeer het zo nog eens.",
        )
    redenen: dict[type[psycopg.Error], tuple[str, str]] = {
        pg.InvalidPassword: ("het wachtwoord klopt niet", "Zet postgres.toml terug uit een reservekopie."),
        pg.InsufficientPrivilege: ("deze rol mag dit niet", "Laat de beheerder van de server de rechten nakijken."),
        pg.ReadOnlySqlTransaction: ("hij is alleen-lezen", "Laat de beheerder van de server de rechten nakijken."),
        pg.DiskFull: ("de schijf van de server is vol", "Maak ruimte op de server."),
        pg.TooManyConnections: ("er zijn te veel verbindingen", "Probeer het zo nog eens."),
        pg.DataCorrupted: ("hij is beschadigd", "Zet een reservekopie terug."),
    }
    for soort, (reden, vervolg) in redenen.items():
        if isinstance(fout, soort):
            return OpslagFout(f"{wie} is niet te gebruiken: {reden} ({plaats}).", vervolg=vervolg)
    if fout.sqlstate is None or isinstance(fout, psycopg.OperationalError):
        return OpslagFout(f"{wie} is niet te bereiken ({plaats}).", vervolg=_NIET_BEREIKBAAR)
    return OpslagFout(
        f"{wie} is niet te gebruiken: {type(fout).__name__}, code {fout.sqlstate} ({plaats}).",
        vervolg="Er is niets gewijzigd; meld dit aan de beheerder.",
    )


def _begin(verbinding: Connection) -> None:
    if verbinding.get_execution_options().get(ALLEEN_LEZEN, False):
        # One view of all tables from the first question on, as SQLite gives it.
        verbinding.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return
    verbinding.exec_driver_sql(f"SET LOCAL lock_timeout = {WACHTTIJD_MS}")
    # One writer at a time, as on SQLite: what a unit of work reads stays true until it ends, and the chain of the
    # log has one last link.
    verbinding.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_SLOT})")
