"""What has been shown of a survey and what stands on its wall; and how many questions each response has answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
COUNTS = sa.text("answered > 0 AND superseded = 0")


def upgrade() -> None:
    """The new column is added at the end and filled from the answers: no table is rebuilt."""
    op.add_column("response", sa.Column("answered", sa.Integer(), server_default="0", nullable=False))
    op.execute(
        "UPDATE response SET answered = (SELECT count(*) FROM answer"
        " WHERE answer.response_id = response.id AND answer.active = 1 AND answer.said = 1)"
    )
    op.create_index(
        "ix_response_people",
        "response",
        ["survey_id"],
        unique=False,
        sqlite_where=COUNTS,
        postgresql_where=COUNTS,
    )
    op.create_table(
        "released",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content_json", sa.Text(), nullable=False),
        sa.Column("day_ms", Int64, nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_released_survey_id")
        ),
        sa.PrimaryKeyConstraint(
            "survey_id", "kind", "part", "number", name=op.f("pk_released")
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "wall",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("paused", sa.Integer(), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.Column("hidden_json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_wall_survey_id")),
        sa.PrimaryKeyConstraint("survey_id", name=op.f("pk_wall")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
