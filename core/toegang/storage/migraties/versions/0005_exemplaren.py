"""Own copies of one letter: each copy is a letter of its own, made exactly once (L-86)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add whose copy a letter is; the letters that are there are the letters themselves."""
    op.add_column("brieven", sa.Column("exemplaar", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.drop_index("uq_brieven_besluit", "brieven")
    op.drop_index("uq_brieven_zonder_besluit", "brieven")
    op.create_index("uq_brieven_besluit", "brieven", ["besluit_id", "sjabloon", "versie", "exemplaar"], unique=True)
    zonder = sa.text("besluit_id IS NULL")
    op.create_index(
        "uq_brieven_zonder_besluit",
        "brieven",
        ["zaak_id", "sjabloon", "versie", "exemplaar"],
        unique=True,
        sqlite_where=zonder,
        postgresql_where=zonder,
    )
