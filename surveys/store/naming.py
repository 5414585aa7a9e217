"""Named respondents: of a survey's complete responses with one name, the one changed last counts.

The others are superseded: kept, but in no tally, count or reading. `edition` numbers the complete responses of a
name in the order of their last change; the highest counts. A transaction that may change which one counts
holds its survey's row for itself, so that no two of them wait for each other's responses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import select

from surveys.conversation.respondent import RESPONDENT, name_of
from surveys.frozen import settled
from surveys.store.schema import response
from surveys.store.tallying import count_responses
from surveys.store.together import update_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.conversation.changes import CellChange
    from surveys.store.records import Turn
    from surveys.store.tallying import TallyKey

GroupKey: TypeAlias = tuple[int, str]
"""Survey and name."""


@settled(frozen=True, slots=True)
class Standing:
    """A response among those with its name; `edition` None: it is not complete, or has no name."""

    name: str | None = None
    edition: int | None = None
    superseded: bool = False


def has_name(turn: Turn) -> bool:
    """Whether the turn may change which response of a name counts."""
    return RESPONDENT in turn.step.state.answers or bool(_naming(turn))


def shared_changes(turn: Turn) -> bool:
    """Whether the turn changes an answer of the response, not only what a device keeps to itself."""
    return any(not change.private for change in turn.step.changes)


def _naming(turn: Turn) -> list[CellChange]:
    return [change for change in turn.step.changes if change.key == RESPONDENT]


class Names:
    """The names a batch touches, and who counts before and after it."""

    def __init__(self) -> None:
        self._standings: dict[str, Standing] = {}
        self._groups: dict[GroupKey, dict[str, int]] = {}
        self._superseded: dict[str, bool] = {}

    async def read(
        self,
        connection: AsyncConnection,
        turns: Sequence[Turn],
        standings: Mapping[str, tuple[int, Standing]],
    ) -> None:
        """Take in the responses the batch is about (with their surveys), and all that share a name."""
        self._standings = {number: standing for number, (_, standing) in standings.items()}
        self._superseded = {number: each.superseded for number, each in self._standings.items()}
        wanted = {(survey, each.name) for survey, each in standings.values() if each.name}
        for turn in turns:
            for change in _naming(turn):
                if (name := name_of(change.value)) is not None:
                    wanted.add((turn.survey_id, name))
        if wanted:
            await self._read_groups(connection, wanted)

    async def _read_groups(self, connection: AsyncConnection, wanted: set[GroupKey]) -> None:
        """Column by column, and what was not meant left out: for pairs SQLite reads the whole table."""
        place = (response.c.survey_id, response.c.name_key)
        query = select(response.c.id, *place, response.c.edition, response.c.superseded).where(
            response.c.survey_id.in_(sorted({survey_id for survey_id, _ in wanted})),
            response.c.name_key.in_(sorted({name for _, name in wanted})),
            response.c.edition.is_not(None),
        )
        for number, survey_id, name, edition, superseded in await connection.execute(query):
            if (survey_id, name) in wanted:
                self._groups.setdefault((survey_id, name), {})[number] = edition
                self._superseded[number] = bool(superseded)

    def counted(self, response_id: str) -> bool:
        """Whether the response was in the tallies before the batch; a new one is from its first answer."""
        return not self._superseded.get(response_id, False)

    def put(self, turn: Turn, response_id: str, *, complete: bool) -> Standing:
        """Let the turn change where its response stands."""
        before = self._standings.get(response_id, Standing())
        name = before.name
        for change in _naming(turn):
            name = name_of(change.value) if change.active else None
        member = name is not None and complete
        if before.name is not None and (before.name != name or not member):
            self._groups.get((turn.survey_id, before.name), {}).pop(response_id, None)
        edition = None
        if name is not None and member:
            edition = self._edition(turn, response_id, name)
        self._superseded.setdefault(response_id, False)
        standing = Standing(name, edition)
        self._standings[response_id] = standing
        return standing

    def _edition(self, turn: Turn, response_id: str, name: str) -> int:
        """Last in the group, when it is new there or has been changed."""
        group = self._groups.setdefault((turn.survey_id, name), {})
        last = max(group.values(), default=0)
        mine = group.get(response_id, 0)
        if mine == 0 or (mine < last and shared_changes(turn)):
            mine = last + 1
        group[response_id] = mine
        return mine

    def flips(self) -> dict[str, bool]:
        """Whether superseded now, for each response of which that has changed."""
        now = dict.fromkeys(self._superseded, False)
        for group in self._groups.values():
            last = max(group.values(), default=0)
            now.update({number: edition != last for number, edition in group.items()})
        return {each: now[each] for each, was in self._superseded.items() if now[each] != was}


async def supersede(
    connection: AsyncConnection, flips: Mapping[str, bool], deltas: dict[TallyKey, int]
) -> None:
    """Write who is superseded now; `deltas` take what leaves the tallies and what comes back."""
    if flips:
        rows = [{"id": each, "superseded": int(flips[each])} for each in sorted(flips)]
        await update_rows(connection, response, rows)
        signs = {each: -1 if superseded else 1 for each, superseded in flips.items()}
        await count_responses(connection, signs, deltas)


async def predecessor(connection: AsyncConnection, gone: str) -> str | None:
    """The response that counts again when this one goes; None when this one does not count by name."""
    mine = select(response.c.survey_id, response.c.name_key).where(
        response.c.id == gone, response.c.superseded == 0, response.c.edition.is_not(None)
    )
    row = (await connection.execute(mine)).first()
    if row is None:
        return None
    query = (
        select(response.c.id)
        .where(
            response.c.survey_id == row.survey_id,
            response.c.name_key == row.name_key,
            response.c.edition.is_not(None),
            response.c.id != gone,
        )
        .order_by(response.c.edition.desc())
        .limit(1)
    )
    found: str | None = (await connection.execute(query)).scalar()
    return found
