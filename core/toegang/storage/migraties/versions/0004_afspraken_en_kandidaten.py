"""Appointments with residents (S-17), and the staff as hooks saw it, stored once instead of per zaak."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TABEL = "gespreksafspraken"


def upgrade() -> None:
    """Add the tables; nothing that is there changes."""
    op.create_table(
        _TABEL,
        sa.Column("rij", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Text(), nullable=False),
        sa.Column("zaak_id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("rij", name=op.f(f"pk_{_TABEL}")),
        sa.UniqueConstraint("id", name=op.f(f"uq_{_TABEL}_id")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f(f"fk_{_TABEL}_dossier_id")),
        sa.ForeignKeyConstraint(
            ["zaak_id"], ["zaken.id"], name=op.f(f"fk_{_TABEL}_zaak_id"), deferrable=True, initially="DEFERRED"
        ),
        sqlite_strict=True,
    )
    for kolom in ("dossier_id", "zaak_id", "status", "op"):
        op.create_index(op.f(f"ix_{_TABEL}_{kolom}"), _TABEL, [kolom])
    op.create_table(
        "kandidatenstanden",
        sa.Column("rij", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("rij", name=op.f("pk_kandidatenstanden")),
        sa.UniqueConstraint("id", name=op.f("uq_kandidatenstanden_id")),
        sqlite_strict=True,
    )
