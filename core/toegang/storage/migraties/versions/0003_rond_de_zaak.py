"""What is recorded around a zaak: proposals, advice, objections, deliveries, hand-overs and what hooks were asked."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; nothing that is there changes."""
    _van_zaak("voorstellen", _status(), _dag("op"))
    _van_zaak("adviezen", _status(), _dag("gevraagd_op"))
    _van_zaak(
        "bezwaren", *_besluit("bezwaren"), _dag("ontvangen_op"), _dag("afgedaan_op", leeg=True), index=("besluit_id",)
    )
    _van_zaak("leveringen", *_besluit("leveringen"), _status(), _dag("controle_op", leeg=True), index=("besluit_id",))
    _van_zaak("monitoringen", _dag("op"))
    _van_zaak("signaleringen", _tekst("soort"), _dag("op"), _dag("afgehandeld_op", leeg=True))
    _van_dossier("overdrachten", _status(), _dag("aangeboden_op"))
    _van_dossier("toestemmingen", _tekst("inwoner_id"), *_verwijst("toestemmingen", "inwoner_id", "inwoners.id"))
    _van_dossier("hookvragen", _tekst("hook"))


def _tekst(naam: str) -> sa.Column[str]:
    return sa.Column(naam, sa.Text(), nullable=False)


def _status() -> sa.Column[str]:
    return _tekst("status")


def _dag(naam: str, *, leeg: bool = False) -> sa.Column[Any]:
    return sa.Column(naam, sa.Date(), nullable=leeg)


def _verwijst(tabel: str, kolom: str, naar: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    naam = op.f(f"fk_{tabel}_{kolom}")
    return (sa.ForeignKeyConstraint([kolom], [naar], name=naam, deferrable=True, initially="DEFERRED"),)


def _besluit(tabel: str) -> tuple[Any, ...]:
    return (_tekst("besluit_id"), *_verwijst(tabel, "besluit_id", "besluiten.id"))


def _van_zaak(tabel: str, *kolommen: Any, index: tuple[str, ...] = ()) -> None:
    _van_dossier(
        tabel, _tekst("zaak_id"), *_verwijst(tabel, "zaak_id", "zaken.id"), *kolommen, index=("zaak_id", *index)
    )


def _van_dossier(tabel: str, *kolommen: Any, index: tuple[str, ...] = ()) -> None:
    op.create_table(
        tabel,
        sa.Column("rij", sa.Integer(), nullable=False),
        _tekst("id"),
        _tekst("dossier_id"),
        *kolommen,
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("rij", name=op.f(f"pk_{tabel}")),
        sa.UniqueConstraint("id", name=op.f(f"uq_{tabel}_id")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f(f"fk_{tabel}_dossier_id")),
        sqlite_strict=True,
    )
    met_index = [kolom.name for kolom in kolommen if isinstance(kolom, sa.Column) and kolom.name in _INDEX]
    for kolom in dict.fromkeys(("dossier_id", *index, *met_index)):
        op.create_index(op.f(f"ix_{tabel}_{kolom}"), tabel, [kolom])


_INDEX = frozenset({"status", "soort", "inwoner_id", "hook", "controle_op"})
