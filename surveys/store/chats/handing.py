"""What a batch of turns puts into the outbox, and which of it is in the sender's hands from its beginning.

A reply that is the only one for its person is leased as it is written, and handed to whoever asked for it: it need
not be found and claimed in another commit. The lease is the same record of a call that may be made (decision 0014).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import bindparam, exists, insert, select

from surveys.store.chats.outbox import PENDING
from surveys.store.columns import dump
from surveys.store.records import OutboxMessage
from surveys.store.schema import outbox, participation
from surveys.store.times import to_ms
from surveys.store.together import insert_rows, made_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.records import Committed, Turn

Row: TypeAlias = dict[str, Any]

_FREE = select(participation.c.id, participation.c.last_message, participation.c.asked).where(
    participation.c.id.in_(bindparam("people", expanding=True)),
    ~exists().where(
        outbox.c.bot_id == participation.c.bot_id,
        outbox.c.participation_id == participation.c.id,
        outbox.c.state == PENDING,
    ),
)
_WAITS = insert(outbox)
_LEASED = insert(outbox).returning(outbox.c.participation_id, outbox.c.id)


class Handing:
    """The replies of a batch."""

    def __init__(self) -> None:
        self._free: dict[int, tuple[int | None, str | None]] = {}
        """Participations for which nothing waits: their last message, and the question it asked."""
        self._leased: dict[int, tuple[Turn, OutboxMessage]] = {}
        self._waiting: list[Row] = []

    async def read(self, connection: AsyncConnection, people: Iterable[int]) -> None:
        """For whom nothing waits, of `people`, whose participations are locked already."""
        if wanted := sorted(people):
            rows = await connection.execute(_FREE, {"people": wanted})
            self._free = {person: (last, asked) for person, last, asked in rows}

    def add(self, turn: Turn, person: int) -> None:
        """Take in what a turn that holds says to its person."""
        shown = self._free.pop(person, None) if turn.outbox else None
        address, until = turn.address.plain, turn.lease_until
        if shown is None or address is None or until is None or len(turn.outbox) > 1:
            self._waiting += [_row(turn, person, intent) for intent in turn.outbox]
            return
        message = OutboxMessage(
            id=0,
            participation_id=person,
            survey_id=turn.survey_id,
            bot_id=turn.address.bot_id,
            address=address,
            intent=turn.outbox[0],
            attempts=1,
            lease_until=until,
            last_message=shown[0],
            asked=shown[1],
        )
        self._leased[person] = turn, message

    async def write(self, connection: AsyncConnection) -> None:
        """Put everything into the outbox, oldest first for each person."""
        leased = [_leased_row(turn, message) for turn, message in self._leased.values()]
        for person, number in await made_rows(connection, _LEASED, leased):
            turn, message = self._leased[person]
            self._leased[person] = turn, replace(message, id=number)
        await insert_rows(connection, _WAITS, self._waiting)

    def given(self, turn: Turn, outcome: Committed | Exception) -> Committed | Exception:
        """What the turn left behind, with its reply where that is leased."""
        if isinstance(outcome, Exception) or outcome.participation_id not in self._leased:
            return outcome
        asked, message = self._leased[outcome.participation_id]
        return replace(outcome, reply=message) if asked is turn else outcome


def _leased_row(turn: Turn, message: OutboxMessage) -> Row:
    lease = {"lease_ms": to_ms(message.lease_until), "attempts": message.attempts}
    return _row(turn, message.participation_id, message.intent) | lease


def _row(turn: Turn, person: int, intent: Mapping[str, Any]) -> Row:
    return {
        "participation_id": person,
        "survey_id": turn.survey_id,
        "bot_id": turn.address.bot_id,
        "intent_json": dump(dict(intent)),
        "state": "pending",
        "due_ms": to_ms(turn.at),
        "lease_ms": None,
        "attempts": 0,
        "unknown": 0,
    }
