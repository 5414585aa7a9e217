"""The table that says which surveys are practice copies; in a room of its own, so that no real survey has a column for it."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey

from surveys.store.columns import Int64
from surveys.store.schema import _table

practice = _table(
    "practice",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("of_id", Int64, ForeignKey("survey.id"), nullable=False, unique=True),
    rowid=False,
)
"""`survey_id` is the copy of `of_id`; a survey has at most one."""
