"""A batch goes through states; each of its letters has a row of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the rows of a batch, and its state; a batch that is there was made by an earlier version."""
    # The server default is only for the rows that are there: without it SQLite refuses a column that must be filled.
    op.add_column("batches", sa.Column("stand", sa.Text(), nullable=False, server_default="EERDER"))
    op.drop_column("batches", "afgerond")
    with op.batch_alter_table("batches", table_kwargs={"sqlite_strict": True}) as batches:
        batches.alter_column("stand", server_default=None)
        batches.create_index("ix_batches_stand", ["stand"])
    op.create_table(
        "batchregels",
        sa.Column("rij", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Text(), nullable=False),
        sa.Column("batch_id", sa.Text(), nullable=False),
        sa.Column("brief_id", sa.Text(), nullable=False),
        sa.Column("volgnr", sa.Integer(), nullable=False),
        sa.Column("stand", sa.Text(), nullable=False),
        sa.Column("lopend", sa.Boolean(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("rij", name="pk_batchregels"),
        sa.UniqueConstraint("id", name="uq_batchregels_id"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name="fk_batchregels_dossier_id"),
        *(
            sa.ForeignKeyConstraint(
                [kolom],
                [f"{tabel}.id"],
                name=f"fk_batchregels_{kolom}",
                deferrable=True,
                initially="DEFERRED",
            )
            for kolom, tabel in (("batch_id", "batches"), ("brief_id", "brieven"))
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_batchregels_dossier_id", "batchregels", ["dossier_id"])
    op.create_index("ix_batchregels_brief_id", "batchregels", ["brief_id"])
    op.create_index("ix_batchregels_batch_id_stand", "batchregels", ["batch_id", "stand"])
    op.create_index("uq_batchregels_brief", "batchregels", ["batch_id", "brief_id"], unique=True)
    lopend = sa.text("lopend IS 1")
    op.create_index(
        "uq_batchregels_lopend",
        "batchregels",
        ["brief_id"],
        unique=True,
        sqlite_where=lopend,
        postgresql_where=sa.text("lopend"),
    )
