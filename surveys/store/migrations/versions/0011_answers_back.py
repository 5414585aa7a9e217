"""Answers back, who wants to hear them, and where an organiser's chat is written to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """New tables only, none with row ids."""
    _table(
        "answer_draft",
        _survey_key(),
        sa.Column("content_json", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        _survey("answer_draft"),
        sa.PrimaryKeyConstraint("survey_id", name=op.f("pk_answer_draft")),
    )
    _table(
        "answer_back",
        _survey_key(),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content_json", sa.Text(), nullable=False),
        sa.Column("at_ms", Int64, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        _survey("answer_back"),
        sa.PrimaryKeyConstraint("survey_id", "number", name=op.f("pk_answer_back")),
    )
    _table(
        "subscription",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("bot_id", Int64, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("until_ms", Int64, nullable=False),
        sa.Column("lease_ms", Int64, nullable=True),
        sa.Column("unknown", sa.Integer(), server_default="0", nullable=False),
        _survey("subscription"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_subscription")),
    )
    _table(
        "organiser_reach",
        sa.Column("bot_id", Int64, autoincrement=False, nullable=False),
        sa.Column("address_hmac", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "address_hmac", name=op.f("pk_organiser_reach")),
    )
    _table(
        "nudged",
        _survey_key(),
        sa.Column("day_ms", Int64, nullable=False),
        _survey("nudged"),
        sa.PrimaryKeyConstraint("survey_id", name=op.f("pk_nudged")),
    )


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(name, *parts, sqlite_strict=True, sqlite_with_rowid=False)


def _survey_key() -> sa.Column[int]:
    return sa.Column("survey_id", Int64, autoincrement=False, nullable=False)


def _survey(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["survey_id"], ["survey.id"], name=op.f(f"fk_{table}_survey_id")
    )
