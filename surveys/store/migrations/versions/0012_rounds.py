"""When the rounds of groups that talk are over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAITS = sa.text("waits = 1")


def upgrade() -> None:
    """A new table only."""
    op.create_table(
        "round_clock",
        sa.Column("response_id", sa.Text(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("ends_ms", Int64, nullable=False),
        sa.Column("waits", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_round_clock_response_id")
        ),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_round_clock_survey_id")
        ),
        sa.PrimaryKeyConstraint("response_id", "turn", name=op.f("pk_round_clock")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_round_clock_survey_id", "round_clock", ["survey_id"], unique=False)
    op.create_index(
        "ix_round_clock_due",
        "round_clock",
        ["ends_ms"],
        unique=False,
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )
