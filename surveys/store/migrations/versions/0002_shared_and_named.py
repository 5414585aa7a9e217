"""Named respondents, several devices on one response, private answers, drawn items."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Columns are added at the end: no table is rebuilt, so no row and no constraint can be lost."""
    op.add_column("response", sa.Column("name_key", sa.Text(), nullable=True))
    op.add_column("response", sa.Column("edition", sa.Integer(), nullable=True))
    op.add_column(
        "response", sa.Column("superseded", sa.Integer(), server_default="0", nullable=False)
    )
    op.create_index(
        "ix_response_name",
        "response",
        ["survey_id", "name_key"],
        unique=False,
        sqlite_where=sa.text("name_key IS NOT NULL"),
        postgresql_where=sa.text("name_key IS NOT NULL"),
    )
    op.add_column(
        "participation", sa.Column("seat", sa.Integer(), server_default="0", nullable=False)
    )
    op.drop_index(op.f("ix_participation_response_id"), table_name="participation")
    op.create_index(
        "ix_participation_seat", "participation", ["response_id", "seat"], unique=True
    )
    op.create_table(
        "private_answer",
        sa.Column("participation_id", Int64, autoincrement=False, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("value_json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_private_answer_participation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "participation_id", "question", "turn", name=op.f("pk_private_answer")
        ),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "drawn",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("dimension", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_drawn_survey_id")),
        sa.PrimaryKeyConstraint("survey_id", "dimension", "item", name=op.f("pk_drawn")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
