"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Int64 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward; there is no way back but the copy made before."""
    op.create_table(
        "inbox",
        sa.Column("bot_id", Int64, autoincrement=False, nullable=False),
        sa.Column("update_id", Int64, autoincrement=False, nullable=False),
        sa.Column("received_ms", Int64, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("state IN ('new', 'done', 'aside')", name=op.f("ck_inbox_state")),
        sa.PrimaryKeyConstraint("bot_id", "update_id", name=op.f("pk_inbox")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_inbox_new",
        "inbox",
        ["bot_id", "update_id"],
        unique=False,
        sqlite_where=sa.text("state = 'new'"),
        postgresql_where=sa.text("state = 'new'"),
    )
    op.create_table(
        "questionnaire",
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body_json", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_questionnaire")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "survey",
        sa.Column("id", Int64, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("notice_json", sa.Text(), nullable=False),
        sa.Column("fill_json", sa.Text(), nullable=False),
        sa.Column("fill_version", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=True),
        sa.Column("channels_json", sa.Text(), nullable=False),
        sa.Column("languages_json", sa.Text(), nullable=False),
        sa.Column("opens_ms", Int64, nullable=True),
        sa.Column("closes_ms", Int64, nullable=True),
        sa.Column("opened_ms", Int64, nullable=True),
        sa.Column("closed_ms", Int64, nullable=True),
        sa.Column("invited", sa.Integer(), nullable=True),
        sa.Column("attended", sa.Integer(), nullable=True),
        sa.Column("purged", sa.Integer(), server_default="0", nullable=False),
        sa.Column("counts_json", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["version"], ["questionnaire.version"], name=op.f("fk_survey_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
        sa.UniqueConstraint("code", name=op.f("uq_survey_code")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "audit",
        sa.Column("id", Int64, nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("day_ms", Int64, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("counts_json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_audit_survey_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "erasure",
        sa.Column("id", Int64, nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("day_ms", Int64, nullable=True),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_erasure_survey_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "file",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("saved_day_ms", Int64, nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_file_survey_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index(op.f("ix_file_survey_id"), "file", ["survey_id"], unique=False)
    op.create_table(
        "quote_decision",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("approved", sa.Integer(), nullable=False),
        sa.Column("at_ms", Int64, nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_quote_decision_survey_id")
        ),
        sa.PrimaryKeyConstraint("survey_id", "quote", name=op.f("pk_quote_decision")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "response",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("complete", sa.Integer(), nullable=False),
        sa.Column("current_question", sa.Text(), nullable=True),
        sa.Column("current_turn", sa.Text(), nullable=True),
        sa.Column("facts_json", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("started_day_ms", Int64, nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_response_survey_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_response_survey_id"), "response", ["survey_id"], unique=False)
    op.create_table(
        "tally",
        sa.Column("survey_id", Int64, autoincrement=False, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("cell", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_tally_survey_id")),
        sa.PrimaryKeyConstraint("survey_id", "question", "turn", "cell", name=op.f("pk_tally")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "answer",
        sa.Column("response_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("value_json", sa.Text(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("said", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_answer_response_id"), onupdate="CASCADE"
        ),
        sa.PrimaryKeyConstraint("response_id", "question", "turn", name=op.f("pk_answer")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_answer_file_id"), "answer", ["file_id"], unique=False)
    op.create_table(
        "answer_event",
        sa.Column("seq", Int64, nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("response_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value_json", sa.Text(), nullable=True),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("at_ms", Int64, nullable=False),
        sa.CheckConstraint("kind IN ('set', 'retract')", name=op.f("ck_answer_event_kind")),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_answer_event_response_id")
        ),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_answer_event_survey_id")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_answer_event")),
        sa.UniqueConstraint(
            "response_id",
            "question",
            "turn",
            "revision",
            name=op.f("uq_answer_event_response_id_question_turn_revision"),
        ),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index(op.f("ix_answer_event_survey_id"), "answer_event", ["survey_id"], unique=False)
    op.create_table(
        "participation",
        sa.Column("id", Int64, nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot_id", Int64, nullable=False),
        sa.Column("address_hmac", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("response_id", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("begun", sa.Integer(), nullable=False),
        sa.Column("focus_question", sa.Text(), nullable=True),
        sa.Column("focus_turn", sa.Text(), nullable=True),
        sa.Column("changing", sa.Integer(), nullable=False),
        sa.Column("draft_json", sa.Text(), nullable=False),
        sa.Column("reachable", sa.Integer(), server_default="1", nullable=False),
        sa.Column("last_message", Int64, nullable=True),
        sa.Column("receipt_hash", sa.Text(), nullable=True),
        sa.Column("touched_ms", Int64, nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_participation_response_id")
        ),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_participation_survey_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint(
            "survey_id",
            "channel",
            "bot_id",
            "address_hmac",
            name=op.f("uq_participation_survey_id_channel_bot_id_address_hmac"),
        ),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index(
        "ix_participation_address",
        "participation",
        ["address_hmac", "channel", "bot_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_participation_receipt_hash"), "participation", ["receipt_hash"], unique=False
    )
    op.create_index(
        op.f("ix_participation_response_id"), "participation", ["response_id"], unique=False
    )
    op.create_table(
        "applied",
        sa.Column("participation_id", Int64, autoincrement=False, nullable=False),
        sa.Column("once", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_applied_participation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("participation_id", "once", name=op.f("pk_applied")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outbox",
        sa.Column("id", Int64, nullable=False),
        sa.Column("participation_id", Int64, nullable=False),
        sa.Column("survey_id", Int64, nullable=False),
        sa.Column("bot_id", Int64, nullable=False),
        sa.Column("intent_json", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_ms", Int64, nullable=False),
        sa.Column("lease_ms", Int64, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('pending', 'sent', 'dropped')", name=op.f("ck_outbox_state")),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_outbox_participation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_outbox_survey_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index(
        op.f("ix_outbox_participation_id"), "outbox", ["participation_id"], unique=False
    )
    op.create_index(
        "ix_outbox_pending",
        "outbox",
        ["bot_id", "participation_id", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
