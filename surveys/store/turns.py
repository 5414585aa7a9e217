"""A batch of turns: read what they stand on, decide each in turn, write everything set by set.

Each turn is checked against what the earlier ones of the batch leave behind, so that a batch gives what the
turns one after the other would give.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import bindparam, select, update

from surveys.errors import NotOpen, StaleTurn
from surveys.frozen import settled
from surveys.store.chats.handing import Handing
from surveys.store.columns import dump
from surveys.store.naming import Names, Standing, has_name, shared_changes
from surveys.store.records import Committed, Turn
from surveys.store.schema import inbox, participation, response, survey
from surveys.store.statements import applied_among, insert_new
from surveys.store.times import DAY_MS
from surveys.store.together import made_rows, rows_given, rows_of
from surveys.store.turn_rows import (
    Advance,
    TurnRows,
    address_key,
    answers_gained,
    participation_row,
)

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

AddressKey: TypeAlias = tuple[int, str, int, str]

_ADDRESS = (
    participation.c.survey_id,
    participation.c.channel,
    participation.c.bot_id,
    participation.c.address_hmac,
)
_ADDRESS_NAMES = tuple(column.name for column in _ADDRESS)
_SETTLE = (
    update(inbox)
    .where(inbox.c.bot_id == bindparam("of_bot"), inbox.c.update_id == bindparam("of_update"))
    .values(
        state="done", payload=None, received_ms=inbox.c.received_ms - inbox.c.received_ms % DAY_MS
    )
)
_OPEN = select(survey.c.id).where(survey.c.closed_ms.is_(None))
# Shared lock: closing waits for this batch, and the next batch sees that it is closed. Where names
# decide what counts nobody else may write in the survey meanwhile.
_OPEN_SHARED, _OPEN_ALONE = _OPEN.with_for_update(read=True), _OPEN.with_for_update()
# Column by column, and what was not meant left out afterwards: for rows of values SQLite reads the whole table.
_MET = select(participation.c.id, *_ADDRESS).where(
    *(column.in_(bindparam(f"of_{column.name}", expanding=True)) for column in _ADDRESS)
)
_LINKS = select(participation.c.id, participation.c.response_id).with_for_update()
_RESPONSES = select(
    response.c.id,
    response.c.survey_id,
    response.c.name_key,
    response.c.edition,
    response.c.superseded,
    response.c.revision,
    response.c.complete,
    response.c.answered,
    response.c.facts_json,
).with_for_update()


async def apply_turns(
    connection: AsyncConnection, turns: Sequence[Turn]
) -> Sequence[Committed | Exception]:
    """Store the turns; for each what it left, or StaleTurn or NotOpen for that turn alone."""
    ground = Ground()
    await ground.read(connection, turns)
    replies = Handing()
    at_once = (ground.person(turn) for turn in turns if turn.lease_until is not None)
    await replies.read(connection, {person for person in at_once if person is not None})
    rows = TurnRows()
    outcomes = [_take(turn, ground, rows, replies) for turn in turns]
    await rows.write(connection, ground.names.flips())
    await replies.write(connection)
    await settle(connection, [turn.inbox for turn in rows.settled if turn.inbox is not None])
    return [replies.given(*each) for each in zip(turns, outcomes, strict=True)]


async def settle(connection: AsyncConnection, updates: Sequence[tuple[int, int]]) -> None:
    """Mark (bot_id, update_id) rows as done; their payload goes."""
    if updates:
        rows = [{"of_bot": bot, "of_update": number} for bot, number in sorted(set(updates))]
        await connection.execute(_SETTLE, rows)


@settled(frozen=True, slots=True)
class Progress:
    """How far a response has come."""

    revision: int = 0
    complete: bool = False
    answered: int = 0
    """How many of its answers count: on the path, and neither skipped nor private."""
    facts: Mapping[str, Any] = field(default_factory=dict)


def _take(turn: Turn, ground: Ground, rows: TurnRows, replies: Handing) -> Committed | Exception:
    """Check one turn against the ground, and put it there."""
    if turn.survey_id not in ground.open_surveys:
        return NotOpen("the survey takes no answers")
    person = ground.person(turn)
    if person is None or person not in ground.links:
        return StaleTurn("the participation is gone")
    if turn.once is not None and (person, turn.once) in ground.applied:
        rows.settled.append(turn)
        return Committed(person, ground.links[person], duplicate=True)
    problem = ground.problem(turn, person)
    if problem is not None:
        return StaleTurn(problem)
    advance = ground.put(turn, person)
    rows.add(turn, person, advance)
    replies.add(turn, person)
    return Committed(person, advance.response_id if advance is not None else None)


class Ground:
    """What a batch stands on: who takes part, in which response, at which revision."""

    def __init__(self) -> None:
        self.open_surveys: set[int] = set()
        self.people: dict[AddressKey, int] = {}
        self.links: dict[int, str | None] = {}
        self.responses: dict[str, Progress] = {}
        self.names = Names()
        self.applied: set[tuple[int, str]] = set()

    async def read(self, connection: AsyncConnection, turns: Sequence[Turn]) -> None:
        """Read, and lock where the engine has row locks; always in the same order."""
        await self._read_surveys(connection, turns)
        await self._meet(connection, [turn for turn in turns if turn.participation_id is None])
        await self._read_links(connection, turns)
        await self._read_responses(connection, turns)
        await self._read_applied(connection, turns)

    async def _read_surveys(self, connection: AsyncConnection, turns: Sequence[Turn]) -> None:
        wanted = {turn.survey_id for turn in turns}
        query = _OPEN_ALONE if any(has_name(turn) for turn in turns) else _OPEN_SHARED
        self.open_surveys = {
            number for (number,) in await rows_of(connection, query, survey.c.id, wanted)
        }

    async def _meet(self, connection: AsyncConnection, turns: Sequence[Turn]) -> None:
        """Find the participations of turns that name only an address; make those that are new."""
        firsts = {address_key(turn): turn for turn in turns if turn.survey_id in self.open_surveys}
        if not firsts:
            return
        statement = insert_new(connection.dialect.name, participation, "id", *_ADDRESS_NAMES)
        rows = [participation_row(firsts[key]) for key in sorted(firsts)]
        for number, *key in await made_rows(connection, statement, rows):
            self.people[tuple(key)] = number
        missing = firsts.keys() - self.people.keys()
        if missing:
            columns = zip(_ADDRESS_NAMES, zip(*missing, strict=True), strict=True)
            wanted = {f"of_{name}": sorted(set(values)) for name, values in columns}
            for number, *key in await connection.execute(_MET, wanted):
                if tuple(key) in missing:
                    self.people[tuple(key)] = number

    async def _read_links(self, connection: AsyncConnection, turns: Sequence[Turn]) -> None:
        named = {turn.participation_id for turn in turns if turn.participation_id is not None}
        wanted = named.union(self.people.values())
        self.links = dict(await rows_of(connection, _LINKS, participation.c.id, wanted))

    async def _read_responses(self, connection: AsyncConnection, turns: Sequence[Turn]) -> None:
        wanted = {each for each in self.links.values() if each is not None}
        standings: dict[str, tuple[int, Standing]] = {}
        rows = await rows_of(connection, _RESPONSES, response.c.id, wanted)
        for number, survey_id, name, edition, superseded, *progress in rows:
            standings[number] = survey_id, Standing(name, edition, bool(superseded))
            revision, complete, answered, facts = progress
            self.responses[number] = Progress(revision, bool(complete), answered, json.loads(facts))
        await self.names.read(connection, turns, standings)

    async def _read_applied(self, connection: AsyncConnection, turns: Sequence[Turn]) -> None:
        pairs = {
            (person, turn.once)
            for turn in turns
            if turn.once is not None and (person := self.person(turn)) is not None
        }
        if pairs:
            query = applied_among(connection.dialect.name)
            rows = await rows_given(connection, query, "pairs", dump(sorted(pairs)))
            self.applied = {(person, once) for person, once in rows}

    def person(self, turn: Turn) -> int | None:
        """The participation a turn is about."""
        if turn.participation_id is not None:
            return turn.participation_id
        return self.people.get(address_key(turn))

    def problem(self, turn: Turn, person: int) -> str | None:
        """Why the turn was computed from something that is no longer so; None when it holds."""
        if self.links[person] != turn.response_id:
            return "the participation has begun, or begun anew, since"
        if turn.response_id is not None:
            stored = self.responses.get(turn.response_id)
            if stored is None or stored.revision != turn.based_on:
                return "the answers, or who shares them, have changed since"
        return None

    def put(self, turn: Turn, person: int) -> Advance | None:
        """Let later turns of the batch stand on this one; what it does to its response, when begun."""
        if turn.once is not None:
            self.applied.add((person, turn.once))
        response_id = turn.response_id or turn.new_response_id
        if response_id is None:
            return None
        before = self.responses.get(response_id, Progress())
        # A device that has private questions left does not make a complete response incomplete.
        complete = turn.step.complete or (before.complete and not shared_changes(turn))
        counted = self.names.counted(response_id)
        standing = self.names.put(turn, response_id, complete=complete)
        state = turn.step.state
        self.links[person] = response_id
        answered = before.answered + answers_gained(turn)
        self.responses[response_id] = Progress(state.revision, complete, answered, state.facts)
        return Advance(response_id, complete, answered, standing, counted, before.facts)
