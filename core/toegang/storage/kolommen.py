"""What the tables are made of: the metadata, and the columns that come back in each."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

# Imported for its effect: it registers the type names that STRICT tables accept.
import toegang.storage.sqlite  # noqa: F401

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; a naive one is refused, because nobody could tell which it is."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("een tijdstip zonder tijdzone kan niet worden opgeslagen")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return in UTC; SQLite gives it back without a zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def tabel(naam: str, *kolommen: Column[Any] | Index) -> Table:
    """Return a table, strict on SQLite: a column holds its own type only."""
    return Table(naam, metadata, *kolommen, sqlite_strict=True)


def volgorde() -> Column[int]:
    """Return the primary key ``rij``."""
    # The order of arrival, on every database; ids are text and sort otherwise.
    return Column("rij", Integer, primary_key=True)


def kenmerk() -> Column[str]:
    """Return the unique ``id``."""
    return Column("id", Text, nullable=False, unique=True)


def verwijzing(
    naam: str, naar: str, *, leeg: bool = False, uitgesteld: bool = True, uniek: bool = False
) -> Column[str]:
    """Return a column that points to another table; checked at the commit."""
    # Deferred: within one unit of work the order of storing does not matter.
    opties: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"} if uitgesteld else {}
    return Column(naam, Text, ForeignKey(naar, **opties), nullable=leeg, index=not uniek, unique=uniek or None)


def dossier() -> Column[str]:
    """Return ``dossier_id``: the dossier whose key encrypts the row."""
    return verwijzing("dossier_id", "dossiers.id", uitgesteld=False)


def versleuteld() -> Column[bytes]:
    """Return ``inhoud``: the whole value, encrypted."""
    return Column("inhoud", LargeBinary, nullable=False)
