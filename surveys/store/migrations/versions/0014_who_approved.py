"""Who approved or hid a quote; nobody knows of those that were decided on before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One column, at the end: no table is rebuilt."""
    op.add_column("quote_decision", sa.Column("who", sa.Text(), nullable=True))
