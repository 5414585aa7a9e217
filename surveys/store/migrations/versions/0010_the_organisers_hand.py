"""What organisers decide about themes, and their translations of answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _survey(table: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    return (
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f(f"fk_{table}_survey_id")),
    )


def upgrade() -> None:
    """Three new tables."""
    op.create_table(
        "theme_decision",
        sa.Column("id", Int64, nullable=False),
        *_survey("theme_decision"),
        sa.Column("content_json", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("day_ms", Int64, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_decision")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_theme_decision_survey_id"), "theme_decision", ["survey_id"])
    op.create_table(
        "decided_answer",
        *_survey("decided_answer"),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("decision_id", Int64, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["theme_decision.id"], name=op.f("fk_decided_answer_decision_id")
        ),
        sa.PrimaryKeyConstraint(
            "survey_id", "answer", "decision_id", name=op.f("pk_decided_answer")
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_decided_answer_decision_id"), "decided_answer", ["decision_id"])
    op.create_table(
        "translation",
        *_survey("translation"),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("day_ms", Int64, nullable=False),
        sa.PrimaryKeyConstraint("survey_id", "answer", name=op.f("pk_translation")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
