"""What a fusion wrote, and where every value of it came from (F-20)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the three tables; nothing that is there changes."""
    _maak("herkomsten", sa.Column("dossier_id", sa.Text(), nullable=False), *_teksten("run_id", "doel", "bronrecord"))
    _maak("fusieruns", *_teksten("stand"))
    _maak("fusiedelen", *_teksten("run_id"), sa.Column("nummer", sa.Integer(), nullable=False))
    for kolom in ("dossier_id", "run_id", "doel", "bronrecord"):
        op.create_index(f"ix_herkomsten_{kolom}", "herkomsten", [kolom])
    op.create_index("ix_fusiedelen_run_id", "fusiedelen", ["run_id"])


def _teksten(*namen: str) -> list[sa.Column[str]]:
    return [sa.Column(naam, sa.Text(), nullable=False) for naam in namen]


def _maak(naam: str, *kolommen: sa.Column[Any]) -> None:
    onder_dossier = [
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=f"fk_{naam}_dossier_id")
        for kolom in kolommen
        if kolom.name == "dossier_id"
    ]
    op.create_table(
        naam,
        sa.Column("rij", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *kolommen,
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("rij", name=f"pk_{naam}"),
        sa.UniqueConstraint("id", name=f"uq_{naam}_id"),
        *onder_dossier,
        sqlite_strict=True,
    )
