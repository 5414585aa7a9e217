"""Reminders, posts in groups, organisers in chat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """New tables only: nothing that is there is touched."""
    _reminders()
    _group_posts()
    _organisers()


def _reminders() -> None:
    op.create_table(
        "reminder",
        sa.Column("participation_id", Int64, autoincrement=False, nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("reminded_ms", Int64, nullable=True),
        sa.Column("gone", sa.Integer(), server_default="0", nullable=False),
        sa.Column("stopped", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_reminder_participation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_reminder_survey_id")),
        sa.PrimaryKeyConstraint("participation_id", name=op.f("pk_reminder")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_reminder_survey_id"), "reminder", ["survey_id"], unique=False)


def _group_posts() -> None:
    op.create_table(
        "group_post",
        sa.Column("bot_id", Int64, autoincrement=False, nullable=False),
        sa.Column("chat_id", Int64, autoincrement=False, nullable=False),
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("message_id", Int64, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_group_post_survey_id")
        ),
        sa.PrimaryKeyConstraint("bot_id", "chat_id", "survey_id", name=op.f("pk_group_post")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_group_post_survey_id"), "group_post", ["survey_id"], unique=False)


def _organisers() -> None:
    op.create_table(
        "organiser",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("bot_id", Int64, autoincrement=False, nullable=False),
        sa.Column("address_hmac", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_organiser_survey_id")),
        sa.PrimaryKeyConstraint(
            "survey_id", "bot_id", "address_hmac", name=op.f("pk_organiser")
        ),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_organiser_address", "organiser", ["address_hmac", "bot_id"], unique=False
    )
    op.create_table(
        "organiser_code",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("expires_ms", Int64, nullable=False),
        sa.Column("used_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_organiser_code_survey_id")
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_organiser_code")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_organiser_code_survey_id"), "organiser_code", ["survey_id"], unique=False
    )
