"""The tables. Plain columns serve queries and hold ids, days of process and closed lists only.

All content of a row is in ``inhoud``, encrypted; a plain column repeats a part of it, and is
compared with it at every reading, so that a change outside Toegang is seen.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
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


def _tabel(naam: str, *kolommen: Column[Any] | Index) -> Table:
    return Table(naam, metadata, *kolommen, sqlite_strict=True)


def _rij() -> Column[int]:
    # The order of arrival, on every database; ids are text and sort otherwise.
    return Column("rij", Integer, primary_key=True)


def _id() -> Column[str]:
    return Column("id", Text, nullable=False, unique=True)


def _verwijst(naam: str, naar: str, *, leeg: bool = False, uitgesteld: bool = True, uniek: bool = False) -> Column[str]:
    # Deferred: within one unit of work the order of storing does not matter.
    opties: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"} if uitgesteld else {}
    return Column(naam, Text, ForeignKey(naar, **opties), nullable=leeg, index=not uniek, unique=uniek or None)


def _dossier() -> Column[str]:
    return _verwijst("dossier_id", "dossiers.id", uitgesteld=False)


def _inhoud() -> Column[bytes]:
    return Column("inhoud", LargeBinary, nullable=False)


kenmerken = _tabel("kenmerken", Column("sleutel", Text, primary_key=True), Column("waarde", Text, nullable=False))

dossiers = _tabel(
    "dossiers",
    _rij(),
    _id(),
    Column("aangemaakt_op", Date, nullable=False),
    # Empty once the dossier is destroyed.
    Column("sleutel", LargeBinary),
    _inhoud(),
)

inwoners = _tabel("inwoners", _rij(), _id(), _dossier(), Column("bsn_hash", Text, unique=True), _inhoud())

meldingen = _tabel("meldingen", _rij(), _id(), _dossier(), Column("kenmerk_hash", Text, unique=True), _inhoud())

contactnotities = _tabel(
    "contactnotities",
    _rij(),
    _id(),
    _dossier(),
    Column("kenmerk_hash", Text, unique=True),
    Column("ontvangen_op", Date, nullable=False),
    Column("kanaal", Text, nullable=False),
    _inhoud(),
)

zaken = _tabel(
    "zaken",
    _rij(),
    _id(),
    _dossier(),
    _verwijst("melding_id", "meldingen.id"),
    _verwijst("client_id", "inwoners.id"),
    Column("wet", Text, nullable=False),
    Column("status", Text, nullable=False, index=True),
    Column("ontvangen_op", Date, nullable=False),
    Column("gesloten_op", Date),
    Column("versie", Integer, nullable=False),
    _inhoud(),
)

zaaknummers = _tabel(
    "zaaknummers",
    Column("jaar", Integer, primary_key=True, autoincrement=False),
    Column("laatste", Integer, nullable=False),
)

gesprekken = _tabel(
    "gesprekken",
    _rij(),
    _id(),
    _dossier(),
    _verwijst("zaak_id", "zaken.id"),
    Column("op", Date, nullable=False),
    _inhoud(),
)

plannen = _tabel("plannen", _rij(), _id(), _dossier(), _inhoud())

besluiten = _tabel(
    "besluiten",
    _rij(),
    _id(),
    _dossier(),
    _verwijst("zaak_id", "zaken.id"),
    Column("bekendgemaakt_op", Date),
    Column("bezwaar_tot", Date),
    _inhoud(),
)

batches = _tabel(
    "batches",
    _rij(),
    _id(),
    Column("aangemaakt_op", Instant, nullable=False),
    Column("door", Text, nullable=False),
    Column("afgerond", Boolean, nullable=False),
    _inhoud(),
)

brieven = _tabel(
    "brieven",
    _rij(),
    _id(),
    _dossier(),
    _verwijst("zaak_id", "zaken.id"),
    _verwijst("besluit_id", "besluiten.id", leeg=True),
    Column("sjabloon", Text, nullable=False),
    Column("versie", Integer, nullable=False),
    Column("status", Text, nullable=False, index=True),
    _verwijst("batch_id", "batches.id", leeg=True),
    Column("verzonden_op", Date),
    _inhoud(),
)
# Each letter exactly once (DESIGN.md §6); a letter without besluit is one per zaak.
Index("uq_brieven_besluit", brieven.c.besluit_id, brieven.c.sjabloon, brieven.c.versie, unique=True)
_zonder_besluit = brieven.c.besluit_id.is_(None)
Index(
    "uq_brieven_zonder_besluit",
    brieven.c.zaak_id,
    brieven.c.sjabloon,
    brieven.c.versie,
    unique=True,
    sqlite_where=_zonder_besluit,
    postgresql_where=_zonder_besluit,
)

briefbestanden = _tabel(
    "briefbestanden", _rij(), _verwijst("brief_id", "brieven.id", uniek=True), _dossier(), _inhoud()
)

medewerkers = _tabel("medewerkers", _rij(), _id(), Column("functie", Text, nullable=False), _inhoud())

sporen = _tabel(
    "sporen",
    _rij(),
    _id(),
    _dossier(),
    _verwijst("zaak_id", "zaken.id", leeg=True),
    # No foreign key: a melding of which only contact details are kept has a trace but no row (B-1).
    Column("melding_id", Text, index=True),
    Column("hook", Text, nullable=False),
    Column("op", Instant, nullable=False),
    _inhoud(),
)

regie = _tabel(
    "regie",
    _rij(),
    _id(),
    _dossier(),
    Column("regisseur", Text),
    Column("sinds", Date, nullable=False),
    Column("tot", Date),
    _inhoud(),
)
# At most one regie runs over a dossier, so at most one professional regisseur (D-10, W-13).
_loopt = regie.c.tot.is_(None)
Index("uq_regie_lopend", regie.c.dossier_id, unique=True, sqlite_where=_loopt, postgresql_where=_loopt)

# Who works on which open zaak: ids only, so that a caseload is a count and not a decryption (B-36).
zaakleden = _tabel(
    "zaakleden",
    Column("zaak_id", Text, ForeignKey("zaken.id", deferrable=True, initially="DEFERRED"), primary_key=True),
    Column("medewerker", Text, primary_key=True),
)
Index("ix_zaakleden_medewerker", zaakleden.c.medewerker)

archief = _tabel(
    "archief",
    _rij(),
    _verwijst("zaak_id", "zaken.id", uniek=True),
    _dossier(),
    Column("actiedatum", Date, index=True),
    _inhoud(),
)

# Suspensions, adjournments, notices of default and things done: one row each, so that none overwrites another.
termijnzaken = _tabel("termijnzaken", _rij(), _id(), _dossier(), _verwijst("zaak_id", "zaken.id"), _inhoud())

tellers = _tabel(
    "tellers",
    Column("dag", Date, primary_key=True),
    Column("kanaal", Text, primary_key=True),
    Column("domein", Text, primary_key=True),
    Column("aantal", Integer, nullable=False),
)

logboek = _tabel(
    "logboek",
    Column("volgnr", Integer, primary_key=True, autoincrement=False),
    Column("op", Instant, nullable=False),
    Column("uid", Integer, nullable=False),
    Column("medewerker", Text),
    Column("actie", Text, nullable=False),
    Column("zaak", Text, index=True),
    Column("dossier", Text, index=True),
    Column("detail", Text, nullable=False),
    Column("vorige", Text, nullable=False),
    Column("mac", Text, nullable=False),
)
