"""The tables of the studio's door: who may come in, their links and sessions, what they did, and their organisation.

Secrets are here by their keyed hash only. Nothing here leads to anybody who answered.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey

from surveys.store.columns import Bytes, Count, Int64, Json, Moment, String
from surveys.store.schema import _table

person = _table(
    "studio_person",
    Column("id", Int64, primary_key=True),
    Column("name", String, nullable=False),
    Column("role", Count, nullable=False),
    Column("added_ms", Moment, nullable=False),
    Column("revoked_ms", Moment),
    CheckConstraint("role BETWEEN 1 AND 3", name="role"),
    numbered=True,
)

link = _table(
    "studio_link",
    Column("hash", String, primary_key=True),
    Column("person_id", Int64, ForeignKey("studio_person.id"), nullable=False, index=True),
    Column("expires_ms", Moment, nullable=False),
    rowid=False,
)

session = _table(
    "studio_session",
    Column("hash", String, primary_key=True),
    Column("person_id", Int64, ForeignKey("studio_person.id"), nullable=False, index=True),
    Column("began_ms", Moment, nullable=False),
    Column("seen_ms", Moment, nullable=False),
    Column("expires_ms", Moment, nullable=False),
    rowid=False,
)

deed = _table(
    "studio_deed",
    Column("id", Int64, primary_key=True),
    Column("at_ms", Moment, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("what", String, nullable=False),
    Column("survey_code", String),
    Column("reference", String),
    numbered=True,
)

profile = _table(
    "studio_profile",
    Column("id", Int64, primary_key=True),
    Column("body_json", Json, nullable=False),
    Column("logo", Bytes),
    Column("template", Bytes),
    Column("template_name", String),
    numbered=True,
)
