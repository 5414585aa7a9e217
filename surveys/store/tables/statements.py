"""The tables of statements, and of who was asked about which. A vote is an answer, with its statement as the turn.

`statement.author` leads from a participant's sentence to the response that wrote it; it goes at closing, as the
moment of a hand-out does.
"""

from __future__ import annotations

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Index

from surveys.store.columns import Count, Flag, Int64, Json, Moment, String
from surveys.store.schema import _table

_STATES = "state IN ('shown', 'waiting', 'hidden', 'erased')"

statement_board = _table(
    "statement_board",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("question", String, primary_key=True),
    Column("moderated", Flag, nullable=False),
    Column("edition", Count, nullable=False),
    rowid=False,
)

statement = _table(
    "statement",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("question", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("text_json", Json, nullable=False),
    Column("origin", String, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", String),
    Column("edition", Count, nullable=False),
    Column("author", String, ForeignKey("response.id", onupdate="CASCADE")),
    Column("said_day_ms", Moment, nullable=False),
    CheckConstraint("origin IN ('organiser', 'participant')", name="origin"),
    CheckConstraint(_STATES, name="state"),
    rowid=False,
)
_written = statement.c.author.is_not(None)
Index(
    "ix_statement_author",
    statement.c.author,
    sqlite_where=_written,
    postgresql_where=_written,
)

handout = _table(
    "handout",
    Column("response_id", String, ForeignKey("response.id", onupdate="CASCADE"), primary_key=True),
    Column("question", String, primary_key=True),
    Column("statement", String, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False),
    Column("place", Count, nullable=False),
    Column("chance", REAL),
    Column("waits", Flag, nullable=False),
    Column("handed_ms", Moment),
    rowid=False,
)
_waits, _first = handout.c.waits == 1, handout.c.place == 1
Index(
    "ix_handout_waits",
    handout.c.survey_id,
    handout.c.question,
    handout.c.statement,
    sqlite_where=_waits,
    postgresql_where=_waits,
)
Index(
    "ix_handout_first",
    handout.c.survey_id,
    handout.c.question,
    sqlite_where=_first,
    postgresql_where=_first,
)

statement_deed = _table(
    "statement_deed",
    Column("id", Int64, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False, index=True),
    Column("question", String, nullable=False),
    Column("statement", String),
    Column("what", String, nullable=False),
    Column("reason", String),
    Column("by_whom", String, nullable=False),
    Column("at_ms", Moment, nullable=False),
    numbered=True,
)
