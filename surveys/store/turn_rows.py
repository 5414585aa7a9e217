"""The rows a batch of turns writes: folded per key first, sorted, one statement per table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Table, bindparam, insert
from sqlalchemy import delete as sql_delete

from surveys.conversation.values import Document, Picture, cells, encode, is_answer
from surveys.frozen import settled
from surveys.store.columns import dump
from surveys.store.dialogue.handouts import HandoutRows
from surveys.store.dialogue.rounds import ClockRows
from surveys.store.naming import Standing, supersede
from surveys.store.schema import (
    answer,
    answer_event,
    applied,
    file,
    participation,
    private_answer,
    response,
)
from surveys.store.statements import insert_or_replace
from surveys.store.tallying import add_drawn, add_tallies, count_drawn
from surveys.store.times import day_of, to_ms
from surveys.store.together import insert_rows, update_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.conversation.changes import CellChange
    from surveys.conversation.state import Key
    from surveys.conversation.values import Value
    from surveys.store.records import Turn
    from surveys.store.tallying import DrawnKey, TallyKey

Row: TypeAlias = dict[str, Any]

_RESPONSE, _ONCE, _EVENT = map(insert, (response, applied, answer_event))
"""Made once: SQLAlchemy remembers how a statement is written for as long as it is the same one."""
_ANSWER_KEY = (answer.c.response_id, answer.c.question, answer.c.turn)
_PRIVATE_KEY = (
    private_answer.c.participation_id,
    private_answer.c.question,
    private_answer.c.turn,
)


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
        "file_id": file_of(value),
    }


def answers_gained(turn: Turn) -> int:
    """By how many the response's answers that count have become more."""
    return sum(
        _said(change.value, active=change.active) - _said(change.was, active=change.was_active)
        for change in turn.step.changes
        if not change.private
    )


def _said(value: Value | None, *, active: bool) -> bool:
    return active and value is not None and is_answer(value)


def file_of(value: Value | None) -> str | None:
    """The id of the stored file an answer names."""
    return value.file if isinstance(value, Picture | Document) else None


@settled(frozen=True, slots=True)
class Advance:
    """What a turn does to its response: known only beside the other responses and the turns before it."""

    response_id: str
    complete: bool
    answered: int
    standing: Standing
    counted: bool
    """Whether the response was in the tallies before the batch."""
    facts: Mapping[str, Any]
    """Before the turn."""


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
        "reachable": 1,  # whoever acts can be written to again
    }


def _advanced(turn: Turn, advance: Advance) -> Row:
    step = turn.step
    return {
        "language": step.state.language,
        "revision": step.state.revision,
        "complete": int(advance.complete),
        "answered": advance.answered,
        "current_question": step.current.question if step.current else None,
        "current_turn": step.current.turn if step.current else None,
        "facts_json": dump(dict(step.state.facts)),
        "name_key": advance.standing.name,
        "edition": advance.standing.edition,
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
        self._private: dict[tuple[int, str, str], Row | None] = {}
        self._replaced: set[str] = set()
        self._tallies: dict[TallyKey, int] = {}
        self._drawn: dict[DrawnKey, int] = {}
        self._applied: list[Row] = []
        self._handouts = HandoutRows()
        self._clocks = ClockRows()

    def add(self, turn: Turn, person: int, advance: Advance | None) -> None:
        """Take in one turn that holds; `advance` is None before its person has begun."""
        self.settled.append(turn)
        response_id = advance.response_id if advance is not None else None
        self._progress[person] = {"id": person, **_progress(turn), "response_id": response_id}
        if turn.once is not None:
            self._applied.append({"participation_id": person, "once": turn.once})
        if advance is not None:
            self._advance(turn, person, advance)

    def _advance(self, turn: Turn, person: int, advance: Advance) -> None:
        response_id = advance.response_id
        if turn.response_id is None:
            self._begun[response_id] = {
                "id": response_id,
                "survey_id": turn.survey_id,
                **_advanced(turn, advance),
                "source": turn.source,
                "started_day_ms": day_of(turn.at),
            }
            self._receipts.append({"id": person, "receipt_hash": turn.receipt_hash})
        else:
            self._advanced[response_id] = {"id": response_id, **_advanced(turn, advance)}
        self._draw(turn, advance)
        self._handouts.add(turn, response_id)
        self._clocks.add(turn, response_id)
        for change in turn.step.changes:
            if change.private:
                self._keep_private(person, change)
            else:
                self._change(turn, advance, change)

    def _draw(self, turn: Turn, advance: Advance) -> None:
        facts = turn.step.state.facts
        if facts != advance.facts:
            count_drawn(turn.survey_id, advance.facts, -1, self._drawn)
            count_drawn(turn.survey_id, facts, 1, self._drawn)

    def _keep_private(self, person: int, change: CellChange) -> None:
        """No log and no tally; a file that is replaced goes at once, since nothing names it any more."""
        key, value = change.key, change.value
        row = None
        if value is not None:
            row = {
                "participation_id": person,
                "question": key.question,
                "turn": key.turn,
                "value_json": dump(encode(value)),
            }
        self._private[person, key.question, key.turn] = row
        replaced = file_of(change.was)
        if replaced is not None and replaced != file_of(value):
            self._replaced.add(replaced)

    def _change(self, turn: Turn, advance: Advance, change: CellChange) -> None:
        key, value, response_id = change.key, change.value, advance.response_id
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
        if not advance.counted:
            return  # should it count after the batch, then with everything it holds by then
        if change.was is not None and change.was_active:
            self._count(turn.survey_id, key, change.was, -1)
        if value is not None and change.active:
            self._count(turn.survey_id, key, value, 1)

    def _count(self, survey_id: int, key: Key, value: Value, by: int) -> None:
        for cell in cells(value):
            place = (survey_id, key.question, key.turn, cell)
            self._tallies[place] = self._tallies.get(place, 0) + by

    async def write(self, connection: AsyncConnection, flips: Mapping[str, bool]) -> None:
        """Write the rows, in an order that foreign keys and other writers' locks can live with.

        `flips`: the responses that the batch makes superseded, or makes count again.
        """
        await insert_rows(connection, _RESPONSE, _sorted(self._begun))
        await update_rows(connection, response, _sorted(self._advanced))
        await update_rows(connection, participation, _sorted(self._progress))
        await update_rows(connection, participation, self._receipts)
        await insert_rows(connection, _ONCE, self._applied)
        await insert_rows(connection, _EVENT, self._events)
        await _lay(connection, answer, _ANSWER_KEY, self._answers)
        await _lay(connection, private_answer, _PRIVATE_KEY, self._private)
        await self._handouts.write(connection)
        await self._clocks.write(connection)
        if self._replaced:
            gone = sorted(self._replaced)
            await connection.execute(sql_delete(file).where(file.c.id.in_(gone)))
        await supersede(connection, flips, self._tallies)
        await add_tallies(connection, self._tallies)
        await add_drawn(connection, self._drawn)


async def _lay(
    connection: AsyncConnection, table: Table, key: tuple[Any, ...], rows: dict[Any, Row | None]
) -> None:
    """Put current answers in their places; those that are gone (None) go."""
    present = {place: row for place, row in rows.items() if row is not None}
    await insert_rows(
        connection, insert_or_replace(connection.dialect.name, table), _sorted(present)
    )
    gone = sorted(place for place, row in rows.items() if row is None)
    if gone:
        mine = [column == bindparam(f"of_{column.name}") for column in key]
        rows_gone = [
            {f"of_{column.name}": part for column, part in zip(key, place, strict=True)}
            for place in gone
        ]
        await connection.execute(sql_delete(table).where(*mine), rows_gone)


def _sorted(rows: dict[Any, Row]) -> list[Row]:
    return [rows[key] for key in sorted(rows)]
