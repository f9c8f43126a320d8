"""An objection may come before the besluit is there, and waits for it (Awb 6:10)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let an objection be without besluit; nothing that is there changes."""
    with op.batch_alter_table("bezwaren", table_kwargs={"sqlite_strict": True}) as tabel:
        tabel.alter_column("besluit_id", existing_type=sa.Text(), nullable=True)
