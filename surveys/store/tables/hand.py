"""The tables of the organiser's hand: decisions on themes, and people's translations of answers.

An answer is named by its words alone (`surveys.deciding.answer_id`); nothing here leads to whoever wrote it, and no
time is finer than a day.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey

from surveys.store.columns import Int64, Json, Moment, String
from surveys.store.schema import _table

theme_decision = _table(
    "theme_decision",
    Column("id", Int64, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False, index=True),
    Column("content_json", Json, nullable=False),
    Column("who", String, nullable=False),
    Column("day_ms", Moment, nullable=False),
    numbered=True,
)

decided_answer = _table(
    "decided_answer",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("answer", String, primary_key=True),
    Column(
        "decision_id",
        Int64,
        ForeignKey("theme_decision.id"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    rowid=False,
)

translation = _table(
    "translation",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("answer", String, primary_key=True),
    Column("text", String, nullable=False),
    Column("language", String, nullable=False),
    Column("who", String, nullable=False),
    Column("day_ms", Moment, nullable=False),
    rowid=False,
)
