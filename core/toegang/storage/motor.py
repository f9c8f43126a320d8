"""The engine port: all that differs between the kinds of database. Two implementations, one file each.

``sqlite.py`` is a file per gemeente, ``postgres.py`` a database per gemeente on a server. Whatever else stands
in this package works on both and asks a motor for what only one of them can do (ADR 0009).
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine

ALLEEN_LEZEN = "toegang_alleen_lezen"
"""Execution option of a connection that only reads: it takes no write lock."""
WACHTTIJD_MS = 10_000
"""How long a writer waits for another; then it gets a conflict."""


class Motor(Protocol):
    """Where one database is, and what only its kind can do.

    Args:
        pad: the file on this machine: the database itself, or how to reach it.
        soort: name of the kind, as a user reads it.
    """

    pad: Path
    soort: str

    @property
    def plaats(self) -> str:
        """Where it is, for a message; never a password."""
        ...

    def bestaat(self) -> bool:
        """Tell whether there is something at that place; what it is has to be looked at."""
        ...

    def controleer_plaats(self) -> None:
        """Refuse a place that cannot be trusted, before anything is opened.

        Raises:
            OpslagFout: says why, and the mend.
        """
        ...

    def maak_engine(self, gemeente: str, *, kijken: bool = False) -> Engine:
        """Make the engine; its writing transactions follow one another and its errors are Dutch.

        Args:
            gemeente: for messages.
            kijken: change nothing: it is not known yet whose database it is.
        """
        ...

    def maak_plaats(self) -> None:
        """Make the empty place of a new database; an existing one stays as it is."""
        ...

    def eigenaar(self) -> str:
        """Return who owns it, for a message."""
        ...

    def ruim_op(self, engine: Engine) -> None:
        """Remove the old bytes of a destroyed key from the disk, as far as this kind can."""
        ...

    def deelstap(self, verbinding: Connection) -> AbstractContextManager[object]:
        """Guard a statement that may be refused, so that the transaction can go on after it."""
        ...

    def zonder_sleutelcontrole(self, verbinding: Connection) -> None:
        """Let a migration rebuild tables to which others point; works only outside a transaction."""
        ...

    def na_inladen(self, verbinding: Connection, tabel: str, kolom: str) -> None:
        """Let the numbering of a table go on after rows that brought their own numbers.

        Args:
            verbinding: connection.
            tabel: name of the table.
            kolom: the column that numbers its rows; empty = none.
        """
        ...

    def losse_verwijzingen(self, verbinding: Connection) -> str:
        """Return how many rows point to something that is not there, in words; empty = none."""
        ...

    def triggers_alleen_toevoegen(self, tabel: str, volgnummer: str) -> dict[str, tuple[str, ...]]:
        """Return the triggers, by name, that make a table append-only, each as the statements that make it.

        Args:
            tabel: name of the table.
            volgnummer: its integer key; rows may only be added at the end.
        """
        ...

    def aanwezige_triggers(self, verbinding: Connection, tabel: str) -> frozenset[str]:
        """Return the names of the triggers on a table that are at work."""
        ...


def motor_van(pad: Path) -> Motor:
    """Return the motor for a file: how to reach a server when it is TOML, else a SQLite database.

    Raises:
        OpslagFout: the file that says how to reach the server cannot be used.
    """
    if pad.suffix == ".toml":
        from toegang.storage.postgres import PostgresMotor

        return PostgresMotor.uit_bestand(pad)
    from toegang.storage.sqlite import SqliteMotor

    return SqliteMotor(pad)
