"""The tables of the organisation's own questionnaires: drafts, and which versions have been published."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey

from surveys.store.columns import Count, Int64, Moment, String
from surveys.store.schema import _table

draft = _table(
    "draft",
    Column("id", String, primary_key=True),
    Column("body", String, nullable=False),
    Column("before", String),
    Column("base", String, ForeignKey("questionnaire.version")),
    Column("revision", Count, nullable=False),
    Column("updated_ms", Moment, nullable=False),
)

publication = _table(
    "publication",
    Column("id", Int64, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("version", String, ForeignKey("questionnaire.version"), nullable=False),
    Column("published_ms", Moment, nullable=False),
    numbered=True,
)
