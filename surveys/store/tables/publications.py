"""The tables of what has been shown: every published state, and what stands on the wall.

Nobody is in them: only counts that have passed the releasing rule, and the day.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey

from surveys.store.columns import Count, Flag, Int64, Json, Moment, String
from surveys.store.schema import _table

released = _table(
    "released",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("kind", String, primary_key=True),
    Column("part", String, primary_key=True),
    Column("number", Count, primary_key=True, autoincrement=False),
    Column("content_json", Json, nullable=False),
    Column("day_ms", Moment, nullable=False),
    rowid=False,
)

wall = _table(
    "wall",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("paused", Flag, nullable=False),
    Column("opened", Flag, nullable=False),
    Column("hidden_json", Json, nullable=False),
    rowid=False,
)
