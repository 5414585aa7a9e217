"""What has been published of a survey, and what stands on its wall. The store keeps; the rule is the caller's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from surveys.store.columns import dump
from surveys.store.lifetime import Lifetime
from surveys.store.schema import survey
from surveys.store.statements import insert_or_replace
from surveys.store.tables.publications import released, wall
from surveys.store.times import day_of
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class Published:
    """What stands published of one kind: content by part, and the number of the last publication (0: none)."""

    number: int
    parts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wall:
    """What the organiser has put on the wall.

    `at` is the part it shows, '' for the way to join. `hidden` parts wait to be revealed. `opened`: the
    participants may see the result on their own screens.
    """

    at: str = ""
    paused: bool = False
    opened: bool = False
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Publishing:
    survey_id: int
    kind: str
    after: int
    parts: Mapping[str, Any]
    day_ms: int


class Publications(Lifetime):
    """The verbs. Writing ones return after their COMMIT."""

    async def published(self, survey_id: int, kind: str) -> Published:
        """What stands published of a kind."""
        return await self._read(published_of, survey_id, kind)

    async def keep_publication(
        self, survey_id: int, kind: str, after: int, parts: Mapping[str, Any], at: dt.datetime
    ) -> bool:
        """Keep new content of some parts as publication `after` + 1, before anybody sees it.

        False when there has been another one since `after`: nothing is kept, and the rule must be asked anew.
        """
        new = _Publishing(survey_id, kind, after, parts, day_of(at))
        return await self._alone(_publish, new)

    async def wall(self, survey_id: int) -> Wall:
        """What stands on a survey's wall."""
        return await self._read(_wall, survey_id)

    async def set_wall(self, survey_id: int, shown: Wall) -> None:
        """Put something else on the wall."""
        await self._write(_set_wall, (survey_id, shown))


async def published_of(connection: AsyncConnection, survey_id: int, kind: str) -> Published:
    """What stands published of a kind."""
    of_kind = (released.c.survey_id == survey_id, released.c.kind == kind)
    newest = (
        select(released.c.part, func.max(released.c.number).label("number"))
        .where(*of_kind)
        .group_by(released.c.part)
        .subquery()
    )
    query = (
        select(released.c.part, released.c.number, released.c.content_json)
        .join(
            newest,
            (newest.c.part == released.c.part) & (newest.c.number == released.c.number),
        )
        .where(*of_kind)
    )
    rows = (await connection.execute(query)).all()
    parts = {row.part: json.loads(row.content_json) for row in rows}
    return Published(max((row.number for row in rows), default=0), parts)


@each
async def _publish(connection: AsyncConnection, new: _Publishing) -> bool:
    lock = select(survey.c.id).where(survey.c.id == new.survey_id).with_for_update()
    await connection.execute(lock)
    query = select(func.max(released.c.number)).where(
        released.c.survey_id == new.survey_id, released.c.kind == new.kind
    )
    if ((await connection.execute(query)).scalar() or 0) != new.after:
        return False
    rows = [
        {
            "survey_id": new.survey_id,
            "kind": new.kind,
            "part": part,
            "number": new.after + 1,
            "content_json": dump(content),
            "day_ms": new.day_ms,
        }
        for part, content in sorted(new.parts.items())
    ]
    await connection.execute(insert(released), rows)
    return True


async def _wall(connection: AsyncConnection, survey_id: int) -> Wall:
    query = select(wall).where(wall.c.survey_id == survey_id)
    row = (await connection.execute(query)).mappings().first()
    if row is None:
        return Wall()
    hidden = frozenset(json.loads(row["hidden_json"]))
    return Wall(row["at"], bool(row["paused"]), bool(row["opened"]), hidden)


@each
async def _set_wall(connection: AsyncConnection, wish: tuple[int, Wall]) -> None:
    survey_id, shown = wish
    row = {
        "survey_id": survey_id,
        "at": shown.at,
        "paused": int(shown.paused),
        "opened": int(shown.opened),
        "hidden_json": dump(sorted(shown.hidden)),
    }
    await connection.execute(insert_or_replace(connection.dialect.name, wall), [row])


async def forget_published(connection: AsyncConnection, survey_id: int) -> None:
    """Purging takes what was shown too."""
    for table in (released, wall):
        await connection.execute(delete(table).where(table.c.survey_id == survey_id))
