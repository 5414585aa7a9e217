"""Surveys and their questionnaires: publish, open, list."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, insert, select, update

from surveys.errors import StoreError
from surveys.questionnaire.models import Questionnaire
from surveys.store.columns import dump
from surveys.store.dialogue.seeds import lay_out
from surveys.store.schema import questionnaire as questionnaires
from surveys.store.schema import survey as surveys
from surveys.store.statements import insert_new
from surveys.store.tables.practice import practice
from surveys.store.times import optional_moment, optional_ms, to_ms
from surveys.store.writer import each
from surveys.survey import Fill, Notice, Survey, withheld_channels

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class Opening:
    """What `open_survey` is given."""

    code: str
    title: str
    questionnaire: Questionnaire
    notice: Notice
    fill: Fill
    series: str | None
    channels: tuple[str, ...]
    languages: tuple[str, ...]
    opens: dt.datetime | None
    closes: dt.datetime | None
    invited: int | None
    opened_at: dt.datetime


async def store_version(connection: AsyncConnection, questionnaire: Questionnaire) -> str:
    """Keep a version for good, within a transaction; its content hash."""
    version = questionnaire.version()
    row = {
        "version": version,
        "name": questionnaire.id,
        "body_json": dump(questionnaire.body()),
    }
    await connection.execute(insert_new(connection.dialect.name, questionnaires), [row])
    return version


async def add_survey(connection: AsyncConnection, opening: Opening) -> int:
    """The new survey's number. Raises StoreError when the code is taken."""
    taken = select(surveys.c.id).where(surveys.c.code == opening.code)
    if (await connection.execute(taken)).first() is not None:
        raise StoreError.of("store-code-taken", code=opening.code)
    version = await store_version(connection, opening.questionnaire)
    await connection.execute(insert(surveys), [_row(opening, version)])
    number: int = (await connection.execute(taken)).scalar_one()
    await lay_out(connection, number, opening.questionnaire, opening.fill, opening.opened_at)
    return number


def _row(opening: Opening, version: str) -> dict[str, Any]:
    return {
        "code": opening.code,
        "title": opening.title,
        "version": version,
        "notice_json": dump(opening.notice.model_dump(mode="json", exclude_none=True)),
        "fill_json": dump(opening.fill.body()),
        "fill_version": opening.fill.version(),
        "series": opening.series,
        "channels_json": dump(list(opening.channels)),
        "languages_json": dump(list(opening.languages)),
        "opens_ms": optional_ms(opening.opens),
        "closes_ms": optional_ms(opening.closes),
        "opened_ms": to_ms(opening.opened_at),
        "invited": opening.invited,
    }


async def _set_attended(connection: AsyncConnection, wanted: tuple[str, int]) -> None:
    code, attended = wanted
    changed = await connection.execute(
        update(surveys).where(surveys.c.code == code).values(attended=attended)
    )
    if changed.rowcount == 0:
        raise StoreError(f"no survey has the code {code}")


publish = each(store_version)
open_survey = each(add_survey)
set_attended = each(_set_attended)

_copied = surveys.alias("copied")


def _every() -> Select[Any]:
    """Surveys, each with the code of the one it is a practice copy of, if it is one."""
    return (
        select(surveys, _copied.c.code.label("practice_of"))
        .outerjoin(practice, practice.c.survey_id == surveys.c.id)
        .outerjoin(_copied, _copied.c.id == practice.c.of_id)
    )


class SurveyReader:
    """Reads surveys; parses each questionnaire version once."""

    def __init__(self) -> None:
        self._versions: dict[str, Questionnaire] = {}

    async def one(self, connection: AsyncConnection, code: str) -> Survey | None:
        """The survey with this join code."""
        return await self._first(connection, _every().where(surveys.c.code == code))

    async def practised(self, connection: AsyncConnection, code: str) -> Survey | None:
        """The practice copy of the survey with this join code."""
        return await self._first(connection, _every().where(_copied.c.code == code))

    async def all(self, connection: AsyncConnection) -> list[Survey]:
        """Every real survey, in the order they were opened; practice copies are none."""
        query = _every().where(practice.c.survey_id.is_(None)).order_by(surveys.c.id)
        rows = (await connection.execute(query)).mappings().all()
        return [await self._survey(connection, row) for row in rows]

    async def _first(self, connection: AsyncConnection, query: Select[Any]) -> Survey | None:
        row = (await connection.execute(query)).mappings().first()
        return None if row is None else await self._survey(connection, row)

    async def _survey(self, connection: AsyncConnection, row: Any) -> Survey:
        questionnaire = await self._questionnaire(connection, row["version"])
        notice = Notice.model_validate_json(row["notice_json"])
        withheld = withheld_channels(
            questionnaire, notice
        )  # also from surveys opened before the rule
        return Survey(
            id=row["id"],
            code=row["code"],
            title=row["title"],
            questionnaire=questionnaire,
            version=row["version"],
            notice=notice,
            fill=Fill.model_validate_json(row["fill_json"]),
            series=row["series"],
            channels=tuple(c for c in json.loads(row["channels_json"]) if c not in withheld),
            languages=tuple(json.loads(row["languages_json"])),
            opens=optional_moment(row["opens_ms"]),
            closes=optional_moment(row["closes_ms"]),
            closed_at=optional_moment(row["closed_ms"]),
            opened_at=optional_moment(row["opened_ms"]),
            invited=row["invited"],
            attended=row["attended"],
            purged=bool(row["purged"]),
            practice_of=row["practice_of"],
        )

    async def _questionnaire(self, connection: AsyncConnection, version: str) -> Questionnaire:
        if version not in self._versions:
            query = select(questionnaires.c.body_json).where(questionnaires.c.version == version)
            body = (await connection.execute(query)).scalar_one()
            self._versions[version] = Questionnaire.model_validate_json(body)
        return self._versions[version]
