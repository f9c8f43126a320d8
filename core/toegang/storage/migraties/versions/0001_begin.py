"""The first tables: everything of a dossier encrypted under its own key, and an append-only log."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from toegang.storage.motor import Motor

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them; there is no way back but removing the file."""
    _van_de_gemeente()
    _personen_en_meldingen()
    _zaken()
    _besluiten_en_brieven()
    _regie_en_archief()
    _sporen()
    _logboek()


def _van_de_gemeente() -> None:
    _tabel("kenmerken", _tekst("sleutel"), _tekst("waarde"), _sleutel("kenmerken", "sleutel"))
    _tabel(
        "tellers",
        sa.Column("dag", sa.Date(), nullable=False),
        _tekst("kanaal"),
        _tekst("domein"),
        _getal("aantal"),
        _sleutel("tellers", "dag", "kanaal", "domein"),
    )
    _tabel("zaaknummers", _getal("jaar", telt=False), _getal("laatste"), _sleutel("zaaknummers", "jaar"))
    _records("medewerkers", _tekst("functie"), dossier=False)
    _records(
        "batches",
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        _tekst("door"),
        sa.Column("afgerond", sa.Boolean(), nullable=False),
        dossier=False,
    )


def _personen_en_meldingen() -> None:
    _records(
        "dossiers",
        sa.Column("aangemaakt_op", sa.Date(), nullable=False),
        sa.Column("sleutel", sa.LargeBinary()),
        dossier=False,
    )
    _records("inwoners", _tekst("bsn_hash", leeg=True), _uniek("inwoners", "bsn_hash"))
    _records("meldingen", _tekst("kenmerk_hash", leeg=True), _uniek("meldingen", "kenmerk_hash"))
    _records(
        "contactnotities",
        _tekst("kenmerk_hash", leeg=True),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        _tekst("kanaal"),
        _uniek("contactnotities", "kenmerk_hash"),
    )


def _zaken() -> None:
    _records(
        "zaken",
        _tekst("melding_id"),
        _tekst("client_id"),
        _tekst("wet"),
        _tekst("status"),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("gesloten_op", sa.Date()),
        _getal("versie"),
        _verwijst("zaken", "melding_id", "meldingen"),
        _verwijst("zaken", "client_id", "inwoners"),
    )
    _index("zaken", "melding_id", "client_id", "status")
    _records(
        "gesprekken",
        _tekst("zaak_id"),
        sa.Column("op", sa.Date(), nullable=False),
        _verwijst("gesprekken", "zaak_id", "zaken"),
    )
    _index("gesprekken", "zaak_id")
    _records("plannen")


def _besluiten_en_brieven() -> None:
    _records(
        "besluiten",
        _tekst("zaak_id"),
        sa.Column("bekendgemaakt_op", sa.Date()),
        sa.Column("bezwaar_tot", sa.Date()),
        _verwijst("besluiten", "zaak_id", "zaken"),
    )
    _index("besluiten", "zaak_id")
    _records(
        "brieven",
        _tekst("zaak_id"),
        _tekst("besluit_id", leeg=True),
        _tekst("sjabloon"),
        _getal("versie"),
        _tekst("status"),
        _tekst("batch_id", leeg=True),
        sa.Column("verzonden_op", sa.Date()),
        _verwijst("brieven", "zaak_id", "zaken"),
        _verwijst("brieven", "besluit_id", "besluiten"),
        _verwijst("brieven", "batch_id", "batches"),
    )
    _index("brieven", "zaak_id", "besluit_id", "status", "batch_id")
    op.create_index("uq_brieven_besluit", "brieven", ["besluit_id", "sjabloon", "versie"], unique=True)
    _deels_uniek("uq_brieven_zonder_besluit", "brieven", ["zaak_id", "sjabloon", "versie"], "besluit_id IS NULL")
    _records(
        "briefbestanden",
        _tekst("brief_id"),
        _verwijst("briefbestanden", "brief_id", "brieven"),
        _uniek("briefbestanden", "brief_id"),
        eigen_id=False,
    )


def _regie_en_archief() -> None:
    _records(
        "regie",
        _tekst("regisseur", leeg=True),
        sa.Column("sinds", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date()),
    )
    _deels_uniek("uq_regie_lopend", "regie", ["dossier_id"], "tot IS NULL")
    _tabel(
        "zaakleden",
        _tekst("zaak_id"),
        _tekst("medewerker"),
        _sleutel("zaakleden", "zaak_id", "medewerker"),
        _verwijst("zaakleden", "zaak_id", "zaken"),
    )
    _index("zaakleden", "medewerker")
    _records(
        "archief",
        _tekst("zaak_id"),
        sa.Column("actiedatum", sa.Date()),
        _verwijst("archief", "zaak_id", "zaken"),
        _uniek("archief", "zaak_id"),
        eigen_id=False,
    )
    _index("archief", "actiedatum")


def _sporen() -> None:
    _records(
        "sporen",
        _tekst("zaak_id", leeg=True),
        _tekst("melding_id", leeg=True),
        _tekst("hook"),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        _verwijst("sporen", "zaak_id", "zaken"),
    )
    _index("sporen", "zaak_id", "melding_id")


def _logboek() -> None:
    _tabel(
        "logboek",
        _getal("volgnr", telt=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        _getal("uid"),
        _tekst("medewerker", leeg=True),
        _tekst("actie"),
        _tekst("zaak", leeg=True),
        _tekst("dossier", leeg=True),
        _tekst("detail"),
        _tekst("vorige"),
        _tekst("mac"),
        _sleutel("logboek", "volgnr"),
    )
    _index("logboek", "zaak", "dossier")
    for opdrachten in _motor().triggers_alleen_toevoegen("logboek", "volgnr").values():
        for opdracht in opdrachten:
            op.execute(opdracht)


def _motor() -> Motor:
    config = op.get_context().config
    assert config is not None, "run by toegang.storage.schema"
    motor: Motor = config.attributes["motor"]
    return motor


def _tabel(naam: str, *delen: Any) -> None:
    op.create_table(naam, *delen, sqlite_strict=True)


def _records(naam: str, *delen: Any, dossier: bool = True, eigen_id: bool = True) -> None:
    """Make a table of encrypted records, numbered in order of arrival."""
    kolommen: list[Any] = [_getal("rij"), _sleutel(naam, "rij")]
    if eigen_id:
        kolommen += [_tekst("id"), _uniek(naam, "id")]
    if dossier:
        kolommen += [_tekst("dossier_id"), _verwijst(naam, "dossier_id", "dossiers", uitgesteld=False)]
    _tabel(naam, *kolommen, *delen, sa.Column("inhoud", sa.LargeBinary(), nullable=False))
    if dossier:
        _index(naam, "dossier_id")


def _tekst(naam: str, *, leeg: bool = False) -> sa.Column[str]:
    return sa.Column(naam, sa.Text(), nullable=leeg)


def _getal(naam: str, *, telt: bool = True) -> sa.Column[int]:
    """Return a column for a whole number.

    Args:
        naam: its name.
        telt: as the only key of its table, the database may number the rows itself.
    """
    return sa.Column(naam, sa.Integer(), nullable=False, autoincrement="auto" if telt else False)


def _sleutel(tabel: str, *kolommen: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*kolommen, name=op.f(f"pk_{tabel}"))


def _uniek(tabel: str, kolom: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(kolom, name=op.f(f"uq_{tabel}_{kolom}"))


def _verwijst(tabel: str, kolom: str, naar: str, *, uitgesteld: bool = True) -> sa.ForeignKeyConstraint:
    opties: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"} if uitgesteld else {}
    return sa.ForeignKeyConstraint([kolom], [f"{naar}.id"], name=op.f(f"fk_{tabel}_{kolom}"), **opties)


def _index(tabel: str, *kolommen: str) -> None:
    for kolom in kolommen:
        op.create_index(op.f(f"ix_{tabel}_{kolom}"), tabel, [kolom])


def _deels_uniek(naam: str, tabel: str, kolommen: list[str], waar: str) -> None:
    op.create_index(naam, tabel, kolommen, unique=True, sqlite_where=sa.text(waar), postgresql_where=sa.text(waar))
