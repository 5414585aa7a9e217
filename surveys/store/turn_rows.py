"""The rows a batch of turns writes: folded per key first, sorted, one statement per table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import bindparam, insert, tuple_, update
from sqlalchemy import delete as sql_delete

from surveys.conversation.values import Picture, cells, encode, is_answer
from surveys.store.columns import dump
from surveys.store.schema import (
    answer,
    answer_event,
    applied,
    outbox,
    participation,
    response,
    tally,
)
from surveys.store.statements import insert_or_add, insert_or_replace
from surveys.store.times import day_of, to_ms

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.conversation.state import CellChange, Key
    from surveys.conversation.values import Value
    from surveys.store.records import Turn

Row: TypeAlias = dict[str, Any]
TallyKey: TypeAlias = tuple[int, str, str, str]

_PROGRESS = (
    "response_id",
    "language",
    "begun",
    "focus_question",
    "focus_turn",
    "changing",
    "draft_json",
    "touched_ms",
)
_ADVANCED = (
    "language",
    "revision",
    "complete",
    "current_question",
    "current_turn",
    "facts_json",
)
_TOUCH = (
    update(participation)
    .where(participation.c.id == bindparam("of_id"))
    .values({name: bindparam(name) for name in _PROGRESS})
)
_BEGIN = (
    update(participation)
    .where(participation.c.id == bindparam("of_id"))
    .values(receipt_hash=bindparam("receipt_hash"))
)
_ADVANCE = (
    update(response)
    .where(response.c.id == bindparam("of_id"))
    .values({name: bindparam(name) for name in _ADVANCED})
)
_ANSWER_KEY = (answer.c.response_id, answer.c.question, answer.c.turn)


def address_key(turn: Turn) -> tuple[int, str, int, str]:
    """What makes a participation unique."""
    address = turn.address
    return turn.survey_id, address.channel, address.bot_id, address.hmac


def participation_row(turn: Turn) -> Row:
    """A participation that has just been met; `response_id` follows when it begins."""
    return {
        "survey_id": turn.survey_id,
        "channel": turn.address.channel,
        "bot_id": turn.address.bot_id,
        "address_hmac": turn.address.hmac,
        "address": turn.address.plain,
        **_progress(turn),
        "response_id": None,
    }


def answer_row(response_id: str, key: Key, value: Value, *, active: bool) -> Row:
    """The current answer at a key."""
    return {
        "response_id": response_id,
        "question": key.question,
        "turn": key.turn,
        "value_json": dump(encode(value)),
        "active": int(active),
        "said": int(is_answer(value)),
        "file_id": value.file if isinstance(value, Picture) else None,
    }


def _progress(turn: Turn) -> Row:
    state = turn.step.state
    return {
        "language": state.language,
        "begun": int(state.begun),
        "focus_question": state.focus.question if state.focus else None,
        "focus_turn": state.focus.turn if state.focus else None,
        "changing": int(state.changing),
        "draft_json": dump(list(state.draft)),
        "touched_ms": to_ms(turn.at),
    }


def _advanced(turn: Turn) -> Row:
    step = turn.step
    return {
        "language": step.state.language,
        "revision": step.state.revision,
        "complete": int(step.complete),
        "current_question": step.current.question if step.current else None,
        "current_turn": step.current.turn if step.current else None,
        "facts_json": dump(dict(step.state.facts)),
    }


class TurnRows:
    """Everything a batch leaves behind. Later turns overwrite earlier ones where only the last counts."""

    def __init__(self) -> None:
        self.settled: list[Turn] = []
        self._begun: dict[str, Row] = {}
        self._receipts: list[Row] = []
        self._progress: dict[int, Row] = {}
        self._advanced: dict[str, Row] = {}
        self._events: list[Row] = []
        self._answers: dict[tuple[str, str, str], Row | None] = {}
        self._tallies: dict[TallyKey, int] = {}
        self._applied: list[Row] = []
        self._messages: list[Row] = []

    def add(self, turn: Turn, person: int, response_id: str | None) -> None:
        """Take in one turn that holds."""
        self.settled.append(turn)
        self._progress[person] = {"of_id": person, **_progress(turn), "response_id": response_id}
        if turn.once is not None:
            self._applied.append({"participation_id": person, "once": turn.once})
        if response_id is not None:
            self._advance(turn, person, response_id)
        self._messages += [_message(turn, person, dump(dict(intent))) for intent in turn.outbox]

    def _advance(self, turn: Turn, person: int, response_id: str) -> None:
        if turn.response_id is None:
            self._begun[response_id] = {
                "id": response_id,
                "survey_id": turn.survey_id,
                **_advanced(turn),
                "source": turn.source,
                "started_day_ms": day_of(turn.at),
            }
            self._receipts.append({"of_id": person, "receipt_hash": turn.receipt_hash})
        else:
            self._advanced[response_id] = {"of_id": response_id, **_advanced(turn)}
        for change in turn.step.changes:
            self._change(turn, response_id, change)

    def _change(self, turn: Turn, response_id: str, change: CellChange) -> None:
        key, value = change.key, change.value
        row = None
        if value is not None:
            row = answer_row(response_id, key, value, active=change.active)
        self._answers[response_id, key.question, key.turn] = row
        self._events.append(
            {
                "survey_id": turn.survey_id,
                "response_id": response_id,
                "question": key.question,
                "turn": key.turn,
                "revision": turn.step.state.revision,
                "kind": "set" if row else "retract",
                "value_json": row["value_json"] if row else None,
                "active": row["active"] if row else 0,
                "at_ms": to_ms(turn.at),
            }
        )
        if change.was is not None and change.was_active:
            self._count(turn.survey_id, key, change.was, -1)
        if value is not None and change.active:
            self._count(turn.survey_id, key, value, 1)

    def _count(self, survey_id: int, key: Key, value: Value, by: int) -> None:
        for cell in cells(value):
            place = (survey_id, key.question, key.turn, cell)
            self._tallies[place] = self._tallies.get(place, 0) + by

    async def write(self, connection: AsyncConnection) -> None:
        """Write the rows, in an order that foreign keys and other writers' locks can live with."""
        dialect = connection.dialect.name
        await _many(connection, insert(response), _sorted(self._begun))
        await _many(connection, _ADVANCE, _sorted(self._advanced))
        await _many(connection, _TOUCH, _sorted(self._progress))
        await _many(connection, _BEGIN, self._receipts)
        await _many(connection, insert(applied), self._applied)
        await _many(connection, insert(answer_event), self._events)
        present = {key: row for key, row in self._answers.items() if row is not None}
        await _many(connection, insert_or_replace(dialect, answer), _sorted(present))
        await self._forget(connection)
        await self.add_tallies(connection, self._tallies)
        await _many(connection, insert(outbox), self._messages)

    async def _forget(self, connection: AsyncConnection) -> None:
        gone = sorted(key for key, row in self._answers.items() if row is None)
        if gone:
            await connection.execute(sql_delete(answer).where(tuple_(*_ANSWER_KEY).in_(gone)))

    @staticmethod
    async def add_tallies(connection: AsyncConnection, deltas: dict[TallyKey, int]) -> None:
        """Add to the tallies, sorted by key: unsorted upserts of two writers wait for each other."""
        rows = [
            dict(zip(("survey_id", "question", "turn", "cell"), key, strict=True), n=by)
            for key, by in sorted(deltas.items())
            if by
        ]
        await _many(connection, insert_or_add(connection.dialect.name, tally, "n"), rows)


def _message(turn: Turn, person: int, intent: str) -> Row:
    return {
        "participation_id": person,
        "survey_id": turn.survey_id,
        "bot_id": turn.address.bot_id,
        "intent_json": intent,
        "state": "pending",
        "due_ms": to_ms(turn.at),
        "lease_ms": None,
        "attempts": 0,
    }


def _sorted(rows: dict[Any, Row]) -> list[Row]:
    return [rows[key] for key in sorted(rows)]


async def _many(connection: AsyncConnection, statement: Any, rows: list[Row]) -> None:
    if rows:
        await connection.execute(statement, rows)
