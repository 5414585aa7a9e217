"""Editions: the answers that publications rest on, and what became of each part when one was made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Two tables more."""
    op.create_table(
        "edition_row",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("value_json", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("complete", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_edition_row_survey_id")
        ),
        sa.PrimaryKeyConstraint(
            "survey_id", "question", "turn", "who", name=op.f("pk_edition_row")
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_edition_row_who"), "edition_row", ["who"], unique=False)
    op.create_table(
        "edition_part",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("day_ms", Int64, nullable=False),
        sa.CheckConstraint(
            "state IN ('told', 'few', 'held', 'kept')", name=op.f("ck_edition_part_state")
        ),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_edition_part_survey_id")
        ),
        sa.PrimaryKeyConstraint(
            "survey_id", "number", "question", "turn", name=op.f("pk_edition_part")
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
