"""Sends whose end is not known, where and when the question at hand was first shown, and what is due first."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Columns are added at the end: no table is rebuilt, so no row and no constraint can be lost."""
    op.add_column("outbox", sa.Column("unknown", sa.Integer(), server_default="0", nullable=False))
    op.add_column("participation", sa.Column("asked", sa.Text(), nullable=True))
    op.add_column("participation", sa.Column("asked_message", Int64, nullable=True))
    op.add_column("participation", sa.Column("edited_s", Int64, nullable=True))
    op.create_index(
        "ix_outbox_due",
        "outbox",
        ["bot_id", "due_ms", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
