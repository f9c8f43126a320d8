"""Breaches of personal data (AVG 33 lid 5)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a table; nothing that is there changes."""
    op.create_table(
        "datalekken",
        sa.Column("rij", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("id", name="uq_datalekken_id"),
        sqlite_strict=True,
    )
