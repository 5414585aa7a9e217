"""The tables. The response side knows nobody: no channel, no message, no way back to a participation.

`participation.response_id` is the only link between a person and what they said; it goes at closing. Several
participations (devices) may share a response; what one of them keeps to itself is in `private_answer`.
Tables of the response side have no row ids in SQLite, so that no order of arrival is left in the file.
A change here needs a migration; a test compares the two.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, MetaData, Table, UniqueConstraint

from surveys.store.columns import Bytes, Count, Flag, Int64, Json, Moment, String

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _table(name: str, *parts: Any, numbered: bool = False, rowid: bool = True) -> Table:
    """A STRICT table; `numbered` never uses a number twice (AUTOINCREMENT)."""
    return Table(
        name,
        metadata,
        *parts,
        sqlite_strict=True,
        sqlite_autoincrement=numbered,
        sqlite_with_rowid=rowid,
    )


questionnaire = _table(
    "questionnaire",
    Column("version", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("body_json", Json, nullable=False),
)

survey = _table(
    "survey",
    Column("id", Int64, primary_key=True),
    Column("code", String, nullable=False, unique=True),
    Column("title", String, nullable=False),
    Column("version", String, ForeignKey("questionnaire.version"), nullable=False),
    Column("notice_json", Json, nullable=False),
    Column("fill_json", Json, nullable=False),
    Column("fill_version", String, nullable=False),
    Column("series", String),
    Column("channels_json", Json, nullable=False),
    Column("languages_json", Json, nullable=False),
    Column("opens_ms", Moment),
    Column("closes_ms", Moment),
    Column("opened_ms", Moment),
    Column("closed_ms", Moment),
    Column("invited", Count),
    Column("attended", Count),
    Column("purged", Flag, nullable=False, server_default="0"),
    Column("counts_json", Json),
    numbered=True,
)

response = _table(
    "response",
    Column("id", String, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False, index=True),
    Column("language", String, nullable=False),
    Column("revision", Count, nullable=False),
    Column("complete", Flag, nullable=False),
    Column("current_question", String),
    Column("current_turn", String),
    Column("facts_json", Json, nullable=False),
    Column("source", String, nullable=False),
    Column("started_day_ms", Moment, nullable=False),
    Column("name_key", String),
    Column("edition", Count),
    Column("superseded", Flag, nullable=False, server_default="0"),
    Column("answered", Count, nullable=False, server_default="0"),
    rowid=False,
)
_counts = (response.c.answered > 0) & (response.c.superseded == 0)
Index("ix_response_people", response.c.survey_id, sqlite_where=_counts, postgresql_where=_counts)
Index(
    "ix_response_name",
    response.c.survey_id,
    response.c.name_key,
    sqlite_where=response.c.name_key.is_not(None),
    postgresql_where=response.c.name_key.is_not(None),
)

participation = _table(
    "participation",
    Column("id", Int64, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False),
    Column("channel", String, nullable=False),
    Column("bot_id", Int64, nullable=False),
    Column("address_hmac", String, nullable=False),
    Column("address", String),
    Column("response_id", String, ForeignKey("response.id")),
    Column("language", String, nullable=False),
    Column("begun", Flag, nullable=False),
    Column("focus_question", String),
    Column("focus_turn", String),
    Column("changing", Flag, nullable=False),
    Column("draft_json", Json, nullable=False),
    Column("reachable", Flag, nullable=False, server_default="1"),
    Column("last_message", Int64),
    Column("receipt_hash", String, index=True),
    Column("touched_ms", Moment, nullable=False),
    Column("seat", Count, nullable=False, server_default="0"),
    Column("asked", String),
    Column("asked_message", Int64),
    Column("edited_s", Int64),
    UniqueConstraint("survey_id", "channel", "bot_id", "address_hmac"),
    Index("ix_participation_address", "address_hmac", "channel", "bot_id"),
    Index("ix_participation_seat", "response_id", "seat", unique=True),
    numbered=True,
)

applied = _table(
    "applied",
    Column(
        "participation_id",
        Int64,
        ForeignKey("participation.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("once", String, primary_key=True),
    rowid=False,
)

private_answer = _table(
    "private_answer",
    Column(
        "participation_id",
        Int64,
        ForeignKey("participation.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("question", String, primary_key=True),
    Column("turn", String, primary_key=True),
    Column("value_json", Json, nullable=False),
    rowid=False,
)

answer_event = _table(
    "answer_event",
    Column("seq", Int64, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False, index=True),
    Column("response_id", String, ForeignKey("response.id"), nullable=False),
    Column("question", String, nullable=False),
    Column("turn", String, nullable=False),
    Column("revision", Count, nullable=False),
    Column("kind", String, nullable=False),
    Column("value_json", Json),
    Column("active", Flag, nullable=False),
    Column("at_ms", Moment, nullable=False),
    UniqueConstraint("response_id", "question", "turn", "revision"),
    CheckConstraint("kind IN ('set', 'retract')", name="kind"),
    numbered=True,
)

answer = _table(
    "answer",
    Column(
        "response_id",
        String,
        ForeignKey("response.id", onupdate="CASCADE"),
        primary_key=True,
    ),
    Column("question", String, primary_key=True),
    Column("turn", String, primary_key=True),
    Column("value_json", Json, nullable=False),
    Column("active", Flag, nullable=False),
    Column("said", Flag, nullable=False),
    Column("file_id", String, index=True),
    rowid=False,
)

tally = _table(
    "tally",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("question", String, primary_key=True),
    Column("turn", String, primary_key=True),
    Column("cell", String, primary_key=True),
    Column("n", Count, nullable=False),
    rowid=False,
)

drawn = _table(
    "drawn",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("dimension", String, primary_key=True),
    Column("item", String, primary_key=True),
    Column("n", Count, nullable=False),
    rowid=False,
)

file = _table(
    "file",
    Column("id", String, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False, index=True),
    Column("media_type", String, nullable=False),
    Column("data", Bytes, nullable=False),
    Column("saved_day_ms", Moment, nullable=False),
)

quote_decision = _table(
    "quote_decision",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("quote", String, primary_key=True),
    Column("approved", Flag, nullable=False),
    Column("at_ms", Moment, nullable=False),
    Column("who", String),
    rowid=False,
)

inbox = _table(
    "inbox",
    Column("bot_id", Int64, primary_key=True, autoincrement=False),
    Column("update_id", Int64, primary_key=True, autoincrement=False),
    Column("received_ms", Moment, nullable=False),
    Column("state", String, nullable=False),
    Column("payload", Bytes),
    CheckConstraint("state IN ('new', 'done', 'aside')", name="state"),
    rowid=False,
)
Index(
    "ix_inbox_new",
    inbox.c.bot_id,
    inbox.c.update_id,
    sqlite_where=inbox.c.state == "new",
    postgresql_where=inbox.c.state == "new",
)

outbox = _table(
    "outbox",
    Column("id", Int64, primary_key=True),
    Column(
        "participation_id",
        Int64,
        ForeignKey("participation.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False),
    Column("bot_id", Int64, nullable=False),
    Column("intent_json", Json),
    Column("state", String, nullable=False),
    Column("due_ms", Moment, nullable=False),
    Column("lease_ms", Moment),
    Column("attempts", Count, nullable=False),
    Column("unknown", Count, nullable=False, server_default="0"),
    CheckConstraint("state IN ('pending', 'sent', 'dropped')", name="state"),
    numbered=True,
)
Index(
    "ix_outbox_pending",
    outbox.c.bot_id,
    outbox.c.participation_id,
    outbox.c.id,
    sqlite_where=outbox.c.state == "pending",
    postgresql_where=outbox.c.state == "pending",
)

Index(
    "ix_outbox_due",
    outbox.c.bot_id,
    outbox.c.due_ms,
    outbox.c.id,
    sqlite_where=outbox.c.state == "pending",
    postgresql_where=outbox.c.state == "pending",
)

reminder = _table(
    "reminder",
    Column(
        "participation_id",
        Int64,
        ForeignKey("participation.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False, index=True),
    Column("reminded_ms", Moment),
    Column("gone", Flag, nullable=False, server_default="0"),
    Column("stopped", Flag, nullable=False, server_default="0"),
    rowid=False,
)

group_post = _table(
    "group_post",
    Column("bot_id", Int64, primary_key=True, autoincrement=False),
    Column("chat_id", Int64, primary_key=True, autoincrement=False),
    Column(
        "survey_id",
        Int64,
        ForeignKey("survey.id"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    Column("message_id", Int64, nullable=False),
    Column("language", String, nullable=False),
    Column("shown", Count, nullable=False),
    Column("wanted", Flag, nullable=False),
    rowid=False,
)

organiser = _table(
    "organiser",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("bot_id", Int64, primary_key=True, autoincrement=False),
    Column("address_hmac", String, primary_key=True),
    rowid=False,
)
Index("ix_organiser_address", organiser.c.address_hmac, organiser.c.bot_id)

organiser_code = _table(
    "organiser_code",
    Column("code_hash", String, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False, index=True),
    Column("expires_ms", Moment, nullable=False),
    Column("used_by", String),
    rowid=False,
)

erasure = _table(
    "erasure",
    Column("id", Int64, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False),
    Column("day_ms", Moment),
    Column("answers", Count, nullable=False),
    Column("files", Count, nullable=False),
    numbered=True,
)

audit = _table(
    "audit",
    Column("id", Int64, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False),
    Column("day_ms", Moment, nullable=False),
    Column("what", String, nullable=False),
    Column("reference", String),
    Column("counts_json", Json, nullable=False),
    numbered=True,
)
