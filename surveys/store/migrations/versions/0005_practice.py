"""Which surveys are practice copies of others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """A table of its own: no real survey is touched."""
    op.create_table(
        "practice",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("of_id", Int64, nullable=False),
        sa.ForeignKeyConstraint(["of_id"], ["survey.id"], name=op.f("fk_practice_of_id")),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_practice_survey_id")),
        sa.PrimaryKeyConstraint("survey_id", name=op.f("pk_practice")),
        sa.UniqueConstraint("of_id", name=op.f("uq_practice_of_id")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
