"""The tables of the answer back: what is written and published, who wants to hear it, and what has been reminded of.

A subscription knows neither participation nor response. It has no row id and no time of its own: it lies where a keyed
hash puts it, and `until_ms` is the same for all of a survey's.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey

from surveys.store.columns import Count, Int64, Json, Moment, String
from surveys.store.schema import _table

answer_draft = _table(
    "answer_draft",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("content_json", Json, nullable=False),
    Column("revision", Count, nullable=False),
    rowid=False,
)
"""What is being written; `content_json` is the form as it was typed, so that half an answer can be kept."""

answer_back = _table(
    "answer_back",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("number", Count, primary_key=True, autoincrement=False),
    Column("content_json", Json, nullable=False),
    Column("at_ms", Moment, nullable=False),
    Column("who", String, nullable=False),
    rowid=False,
)
"""Published versions. They stay when the answers are disposed of: they are the authority's own words."""

subscription = _table(
    "subscription",
    Column("key", String, primary_key=True),
    Column("survey_id", Int64, ForeignKey("survey.id"), nullable=False),
    Column("bot_id", Int64, nullable=False),
    Column("address", String, nullable=False),
    Column("language", String, nullable=False),
    Column("until_ms", Moment, nullable=False),
    Column("lease_ms", Moment),
    Column("unknown", Count, nullable=False, server_default="0"),
    rowid=False,
)
"""A wish to hear the outcome. `unknown`: how often nobody knows whether it was sent (decision 0014)."""

organiser_reach = _table(
    "organiser_reach",
    Column("bot_id", Int64, primary_key=True, autoincrement=False),
    Column("address_hmac", String, primary_key=True),
    Column("address", String, nullable=False),
    Column("language", String, nullable=False),
    rowid=False,
)
"""Where an organiser's chat is written to unasked. Not for chats linked before there was anything to write."""

nudged = _table(
    "nudged",
    Column("survey_id", Int64, ForeignKey("survey.id"), primary_key=True, autoincrement=False),
    Column("day_ms", Moment, nullable=False),
    rowid=False,
)
"""Surveys whose organisers have been reminded, once, that the answer back is late."""
