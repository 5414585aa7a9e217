"""Statements that people vote on, who was handed which, and what moderators did."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAITS, FIRST = sa.text("waits = 1"), sa.text("place = 1")
WRITTEN = sa.text("author IS NOT NULL")


def upgrade() -> None:
    """New tables only."""
    op.create_table(
        "statement_board",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("moderated", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_statement_board_survey_id")
        ),
        sa.PrimaryKeyConstraint("survey_id", "question", name=op.f("pk_statement_board")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text_json", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text()),
        sa.Column("said_day_ms", Int64, nullable=False),
        sa.CheckConstraint(
            "origin IN ('organiser', 'participant')", name=op.f("ck_statement_origin")
        ),
        sa.CheckConstraint(
            "state IN ('shown', 'waiting', 'hidden', 'erased')", name=op.f("ck_statement_state")
        ),
        sa.ForeignKeyConstraint(
            ["author"], ["response.id"], name=op.f("fk_statement_author"), onupdate="CASCADE"
        ),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_statement_survey_id")),
        sa.PrimaryKeyConstraint("survey_id", "question", "id", name=op.f("pk_statement")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_statement_author",
        "statement",
        ["author"],
        unique=False,
        sqlite_where=WRITTEN,
        postgresql_where=WRITTEN,
    )
    op.create_table(
        "handout",
        sa.Column("response_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("chance", sa.REAL()),
        sa.Column("waits", sa.Integer(), nullable=False),
        sa.Column("handed_ms", Int64),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_handout_response_id"), onupdate="CASCADE"
        ),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_handout_survey_id")),
        sa.PrimaryKeyConstraint("response_id", "question", "statement", name=op.f("pk_handout")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_handout_waits",
        "handout",
        ["survey_id", "question", "statement"],
        unique=False,
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )
    op.create_index(
        "ix_handout_first",
        "handout",
        ["survey_id", "question"],
        unique=False,
        sqlite_where=FIRST,
        postgresql_where=FIRST,
    )
    op.create_table(
        "statement_deed",
        sa.Column("id", Int64, nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text()),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("by_whom", sa.Text(), nullable=False),
        sa.Column("at_ms", Int64, nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_statement_deed_survey_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_deed")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statement_deed_survey_id", "statement_deed", ["survey_id"], unique=False)
