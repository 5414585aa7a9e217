"""The clocks of groups that talk in rounds: until when, and whether they wait to be told. They go at closing."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index

from surveys.store.columns import Flag, Int64, Moment, String
from surveys.store.schema import _table

round_clock = _table(
    "round_clock",
    Column("response_id", String, ForeignKey("response.id"), primary_key=True),
    Column("turn", String, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False, index=True),
    Column("ends_ms", Moment, nullable=False),
    Column("waits", Flag, nullable=False),
    rowid=False,
)
_waits = round_clock.c.waits == 1
Index("ix_round_clock_due", round_clock.c.ends_ms, sqlite_where=_waits, postgresql_where=_waits)
