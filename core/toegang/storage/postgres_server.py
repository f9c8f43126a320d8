"""What the administrator of a PostgreSQL server has to do for a gemeente: make her role and database, or remove them.

Nothing is derived from the name of the gemeente: role and database have a random number, because every role of a
server can read the names of all others. Every statement can be done again, so that a killed onboarding goes on.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from toegang.errors import Conflict, Invoerfout, OpslagFout
from toegang.storage.postgres import WACHT_OP_SERVER_S, PostgresMotor, Verbindingsgegevens, vertaal

VOORVOEGSEL = "toegang_"
GEDEELD = ("postgres", "template1")
"""Databases of every server that anybody may enter, until that is revoked."""
_ZELF = frozenset({"user", "password", "dbname", "host", "port", "passfile", "service", "application_name"})
_MINIMUM = 130000


class Server:
    """A server, reached with an account that may make databases and roles.

    Args:
        adres: ``postgresql://...`` of that account; it is used and never stored.
    """

    def __init__(self, adres: str) -> None:
        try:
            self._info = {naam: str(waarde) for naam, waarde in conninfo_to_dict(adres).items() if waarde is not None}
        except psycopg.ProgrammingError:
            raise Invoerfout(
                "TOEGANG_POSTGRES is geen adres van een PostgreSQL-server.",
                vervolg="Schrijf het als postgresql://beheerder@server/postgres; een wachtwoord hoort in ~/.pgpass.",
            ) from None

    @property
    def plaats(self) -> str:
        """Host and port, without account or password."""
        return f"{self._info.get('host', 'localhost')}:{self._info.get('port', '5432')}"

    def nieuwe_gegevens(self) -> Verbindingsgegevens:
        """Return a number and a password for a new gemeente; nothing is made yet."""
        naam = f"{VOORVOEGSEL}{secrets.randbelow(10**8):08d}"
        return Verbindingsgegevens(
            server=self._info.get("host", "localhost"),
            poort=int(self._info.get("port", "5432")),
            database=naam,
            rol=naam,
            wachtwoord=secrets.token_urlsafe(32),
            opties={naam: waarde for naam, waarde in self._info.items() if naam not in _ZELF},
        )

    def controleer(self) -> None:
        """Refuse a server that cannot be reached, is too old, or on which this account may not make anything.

        Raises:
            OpslagFout: says which.
        """
        with self._verbind() as verbinding:
            if verbinding.info.server_version < _MINIMUM:
                raise OpslagFout(
                    f"De PostgreSQL op {self.plaats} is te oud.", vervolg="PostgreSQL 13 of nieuwer is nodig."
                )
            rij = verbinding.execute(
                "SELECT rolsuper OR (rolcreaterole AND rolcreatedb) FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
        if rij is None or not rij[0]:
            raise OpslagFout(
                f"Het account in TOEGANG_POSTGRES mag op {self.plaats} geen rollen en databases maken.",
                vervolg="Laat de beheerder van de server dat toestaan: ALTER ROLE ... CREATEROLE CREATEDB;",
            )

    def maak_rol(self, gegevens: Verbindingsgegevens) -> None:
        """Make the login role, or set its password again; it may nothing but log in.

        Raises:
            OpslagFout: that does not work.
        """
        kan = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION CONNECTION LIMIT 50 PASSWORD {}"
        with self._verbind() as verbinding:
            er_is = verbinding.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (gegevens.rol,)).fetchone()
            werkwoord = "ALTER ROLE {} " if er_is else "CREATE ROLE {} "
            opdracht = sql.SQL(werkwoord + ("LOGIN PASSWORD {}" if er_is else kan))
            verbinding.execute(opdracht.format(sql.Identifier(gegevens.rol), sql.Literal(gegevens.wachtwoord)))

    def maak_database(self, gegevens: Verbindingsgegevens) -> None:
        """Make the database, for its own role only; it stays property of the administrator.

        The role cannot drop it, nor let another role in.

        Raises:
            OpslagFout: that does not work.
        """
        database, rol = sql.Identifier(gegevens.database), sql.Identifier(gegevens.rol)
        with self._verbind() as verbinding:
            if not _heeft_database(verbinding, gegevens.database):
                # Sorting by byte, as SQLite does: a list has the same order on both.
                maak = "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
                verbinding.execute(sql.SQL(maak).format(database))
            verbinding.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
            verbinding.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, rol))
        with self._verbind(gegevens.database) as verbinding:
            verbinding.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
            verbinding.execute(sql.SQL("GRANT USAGE, CREATE ON SCHEMA public TO {}").format(rol))

    def sluit_gedeelde(self) -> tuple[str, ...]:
        """Take from everybody the right to enter the databases that each server has.

        Returns:
            The names of those for which this account may not do that.
        """
        over = []
        with self._verbind() as verbinding:
            for naam in GEDEELD:
                try:
                    verbinding.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(naam)))
                except psycopg.Error:
                    over.append(naam)
            # A revoke by who is no owner only gives a warning; what holds now is what counts.
            rijen = verbinding.execute(
                "SELECT datname FROM pg_database WHERE datname = ANY(%s) AND (datacl IS NULL OR EXISTS (SELECT 1 FROM "
                "aclexplode(datacl) a WHERE a.grantee = 0 AND a.privilege_type = 'CONNECT'))",
                (list(GEDEELD),),
            ).fetchall()
        return tuple(sorted({*over, *(rij[0] for rij in rijen)}))

    def is_leeg(self, gegevens: Verbindingsgegevens) -> bool:
        """Tell whether the database is not there, or has no tables yet."""
        with self._verbind() as verbinding:
            if not _heeft_database(verbinding, gegevens.database):
                return True
        with self._verbind(gegevens.database) as verbinding:
            rij = verbinding.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        return rij is None or rij[0] == 0

    def verwijder(self, gegevens: Verbindingsgegevens) -> None:
        """Remove database and role; whoever is still connected is sent away. Can be done again.

        Raises:
            OpslagFout: that does not work.
            Conflict: the name is not one that onboarding gives.
        """
        if not gegevens.database.startswith(VOORVOEGSEL) or gegevens.rol != gegevens.database:
            raise Conflict(f"Database {gegevens.database} is niet door Toegang gemaakt en wordt niet weggehaald.")
        naam = sql.Identifier(gegevens.database)
        with self._verbind() as verbinding:
            verbinding.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(naam))
            verbinding.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(naam))

    @contextmanager
    def _verbind(self, database: str | None = None) -> Iterator[psycopg.Connection[Any]]:
        info: dict[str, Any] = {**self._info, **({"dbname": database} if database else {})}
        try:
            with psycopg.connect(
                **info, autocommit=True, connect_timeout=WACHT_OP_SERVER_S, application_name="toegang"
            ) as verbinding:
                yield verbinding
        except psycopg.Error as fout:
            raise vertaal(fout, self.plaats) from None


def lees_gegevens(pad: Path) -> Verbindingsgegevens:
    """Return what ``postgres.toml`` of a gemeente says.

    Raises:
        OpslagFout: it cannot be used.
    """
    return PostgresMotor.uit_bestand(pad).gegevens


def kan_binnen(pad: Path, database: str) -> bool:
    """Tell whether the login role of a gemeente gets into a database.

    Args:
        pad: ``postgres.toml`` of the gemeente.
        database: the one that is tried.

    Raises:
        OpslagFout: the role does not even get into her own, so that nothing is proven.
    """
    motor = PostgresMotor.uit_bestand(pad)
    if not motor.bestaat():
        raise OpslagFout(f"De rol van {pad.parent.name} komt niet in haar eigen database; de proef zegt dan niets.")
    try:
        with psycopg.connect(**motor.libpq(database), connect_timeout=WACHT_OP_SERVER_S):
            return True
    except psycopg.OperationalError:
        return False


def mag_te_veel(pad: Path) -> tuple[str, ...]:
    """Return what the login role of a gemeente may do beyond logging in; empty is as it should be."""
    vraag = (
        "SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, "
        "EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid) FROM pg_roles r WHERE rolname = current_user"
    )
    motor = PostgresMotor.uit_bestand(pad)
    namen = ("SUPERUSER", "CREATEDB", "CREATEROLE", "REPLICATION", "BYPASSRLS", "lidmaatschap van andere rollen")
    try:
        with psycopg.connect(**motor.libpq(), connect_timeout=WACHT_OP_SERVER_S) as verbinding:
            rij = verbinding.execute(vraag).fetchone() or ()
    except psycopg.Error as fout:
        raise vertaal(fout, motor.plaats) from None
    return tuple(naam for naam, heeft in zip(namen, rij, strict=True) if heeft)


def _heeft_database(verbinding: psycopg.Connection[Any], naam: str) -> bool:
    return verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", (naam,)).fetchone() is not None
