"""Run by Alembic: migrates over the connection that the caller holds (DEPENDENCIES.md §1).

There is no address or ini file here: which gemeente it is, is the business of the caller, and so is
the transaction: all revisions succeed together or none does.
"""

from __future__ import annotations

from alembic import context

# Imported for their effect: they fill the metadata.
from toegang.storage import fusietabellen, rond_zaak, tabellen  # noqa: F401
from toegang.storage.kolommen import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite cannot alter a column; batch mode rebuilds the table.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
