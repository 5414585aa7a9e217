"""The studio's door: people, one-time links, sessions, what they did, and the organisation's profile."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """New tables only: nothing that is there is touched."""
    _people()
    _ways_in()
    _deeds_and_profile()


def _people() -> None:
    op.create_table(
        "studio_person",
        sa.Column("id", Int64, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Integer(), nullable=False),
        sa.Column("added_ms", Int64, nullable=False),
        sa.Column("revoked_ms", Int64, nullable=True),
        sa.CheckConstraint("role BETWEEN 1 AND 3", name=op.f("ck_studio_person_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_studio_person")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )


def _ways_in() -> None:
    op.create_table(
        "studio_link",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("person_id", Int64, nullable=False),
        sa.Column("expires_ms", Int64, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["studio_person.id"], name=op.f("fk_studio_link_person_id")
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_studio_link")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_studio_link_person_id"), "studio_link", ["person_id"], unique=False)
    op.create_table(
        "studio_session",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("person_id", Int64, nullable=False),
        sa.Column("began_ms", Int64, nullable=False),
        sa.Column("seen_ms", Int64, nullable=False),
        sa.Column("expires_ms", Int64, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["studio_person.id"], name=op.f("fk_studio_session_person_id")
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_studio_session")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_studio_session_person_id"), "studio_session", ["person_id"], unique=False
    )


def _deeds_and_profile() -> None:
    op.create_table(
        "studio_deed",
        sa.Column("id", Int64, nullable=False),
        sa.Column("at_ms", Int64, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("survey_code", sa.Text(), nullable=True),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_studio_deed")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index(op.f("ix_studio_deed_at_ms"), "studio_deed", ["at_ms"], unique=False)
    op.create_table(
        "studio_profile",
        sa.Column("id", Int64, nullable=False),
        sa.Column("body_json", sa.Text(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("template", sa.LargeBinary(), nullable=True),
        sa.Column("template_name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_studio_profile")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
