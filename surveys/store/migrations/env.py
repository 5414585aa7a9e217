"""How Alembic runs here: on the one connection it is handed, in the transaction that is already open."""

from __future__ import annotations

from alembic import context

from surveys.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
