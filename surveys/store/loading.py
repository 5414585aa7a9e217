"""One conversation, as it is stored: found by the address somebody writes from, or by a receipt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from surveys.conversation.rounds import BEGINS
from surveys.conversation.state import ROUNDS, Handed, Key, State
from surveys.conversation.values import Value, decode
from surveys.store.dialogue.handouts import read_handed
from surveys.store.dialogue.rounds import read_clocks
from surveys.store.records import Address, Loaded
from surveys.store.schema import answer, participation, private_answer, response, survey
from surveys.store.together import rows_named

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection

_others = participation.alias()
_shared = _others.c.response_id == participation.c.response_id
_SEATS = select(func.count()).where(_shared).scalar_subquery()
_SEAT = select(func.count()).where(_shared, _others.c.seat < participation.c.seat).scalar_subquery()
_AT_ADDRESS = (
    participation.c.channel == bindparam("channel"),
    participation.c.bot_id == bindparam("bot_id"),
    participation.c.address_hmac == bindparam("hmac"),
)
_LOAD = (
    select(
        participation,
        _SEAT.label("place"),
        _SEATS.label("places"),
        response.c.revision,
        response.c.facts_json,
        answer.c.question,
        answer.c.turn,
        answer.c.value_json,
    )
    .outerjoin(response, response.c.id == participation.c.response_id)
    .outerjoin(answer, answer.c.response_id == participation.c.response_id)
    .where(participation.c.survey_id == bindparam("survey_id"), *_AT_ADDRESS)
)
_PRIVATE = select(
    private_answer.c.question, private_answer.c.turn, private_answer.c.value_json
).where(private_answer.c.participation_id == bindparam("person"))
_LATEST = (
    select(survey.c.code)
    .join(participation, participation.c.survey_id == survey.c.id)
    .where(*_AT_ADDRESS)
    .order_by(participation.c.touched_ms.desc(), participation.c.id.desc())
    .limit(1)
)


async def load(connection: AsyncConnection, survey_id: int, address: Address) -> Loaded | None:
    """The participation at an address, with every answer of its response and what it keeps to itself."""
    asked = {
        "survey_id": survey_id,
        "channel": address.channel,
        "bot_id": address.bot_id,
        "hmac": address.hmac,
    }
    rows = await rows_named(connection, _LOAD, asked)
    if not rows:
        return None
    private: Mapping[Key, Value] = {}
    handed: Mapping[Key, Handed] = {}
    if (response_id := rows[0]["response_id"]) is not None:
        private = await private_answers(connection, rows[0]["id"])
    if ROUNDS in json.loads(rows[0]["facts_json"] or "{}"):
        handed = await read_handed(connection, response_id)
    clocks: Mapping[str, dt.datetime] = {}
    if any(row["question"] == BEGINS for row in rows):
        clocks = await read_clocks(connection, response_id)
    return _loaded(rows, private, handed, clocks)


async def holder(connection: AsyncConnection, receipt_hash: str) -> tuple[str, Address] | None:
    """The survey's code and the address of whoever was given a receipt; None when nobody was, or it is closed."""
    columns = participation.c
    query = (
        select(survey.c.code, columns.channel, columns.bot_id, columns.address_hmac)
        .join(survey, survey.c.id == columns.survey_id)
        .where(columns.receipt_hash == receipt_hash)
    )
    row = (await connection.execute(query)).first()
    return None if row is None else (row[0], Address(row[1], row[3], row[2]))


async def private_answers(connection: AsyncConnection, person: int) -> dict[Key, Value]:
    """What a participation keeps to itself."""
    rows = await connection.execute(_PRIVATE, {"person": person})
    return {Key(question, turn): decode(json.loads(text)) for question, turn, text in rows}


def _loaded(
    rows: Any,
    private: Mapping[Key, Value],
    handed: Mapping[Key, Handed],
    clocks: Mapping[str, dt.datetime],
) -> Loaded:
    first = rows[0]
    answers = {
        Key(row["question"], row["turn"]): decode(json.loads(row["value_json"]))
        for row in rows
        if row["question"] is not None
    }
    focus = None
    if first["focus_question"] is not None:
        focus = Key(first["focus_question"], first["focus_turn"])
    state = State(
        language=first["language"],
        begun=bool(first["begun"]),
        answers={**answers, **private},
        facts=json.loads(first["facts_json"] or "{}"),
        revision=first["revision"] or 0,
        focus=focus,
        changing=bool(first["changing"]),
        draft=tuple(json.loads(first["draft_json"])),
        seat=first["place"],
        seats=max(first["places"], 1),
        handed=handed,
        clocks=clocks,
    )
    return Loaded(
        participation_id=first["id"],
        survey_id=first["survey_id"],
        response_id=first["response_id"],
        state=state,
        reachable=bool(first["reachable"]),
    )


async def latest_survey(
    connection: AsyncConnection, channel: str, bot_id: int, hmac: str
) -> str | None:
    """The join code of the survey this address touched last."""
    asked = {"channel": channel, "bot_id": bot_id, "hmac": hmac}
    code: str | None = (await connection.execute(_LATEST, asked)).scalar()
    return code
