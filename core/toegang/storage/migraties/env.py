"""Run by Alembic: migrates over the connection that the caller holds (DEPENDENCIES.md §1).

There is no address or ini file here: which gemeente it is, is the business of the caller, and so is
the transaction: all revisions succeed together or none does.
"""

from __future__ import annotations

from alembic import context

from toegang.storage.tabellen import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite cannot alter a column; batch mode rebuilds the table.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
