"""The tables of editions: the answers that publications rest on, and what happened to each part when one was made.

A row of an edition is an answer as it stood when its part was last told. Its `who` is the response's id, so that rows
of one person stay together; when the person erases their answers each row gets an id of its own, and the words go.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey

from surveys.store.columns import Count, Flag, Int64, Json, Moment, String
from surveys.store.schema import _table

edition_row = _table(
    "edition_row",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("question", String, primary_key=True),
    Column("turn", String, primary_key=True),
    Column("who", String, primary_key=True, index=True),
    Column("value_json", Json, nullable=False),
    Column("language", String, nullable=False),
    Column("complete", Flag, nullable=False),
    Column("number", Count, nullable=False),
    rowid=False,
)

edition_part = _table(
    "edition_part",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("number", Count, primary_key=True, autoincrement=False),
    Column("question", String, primary_key=True),
    Column("turn", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("day_ms", Moment, nullable=False),
    CheckConstraint("state IN ('told', 'few', 'held', 'kept')", name="state"),
    rowid=False,
)
