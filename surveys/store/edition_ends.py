"""What becomes of an edition's rows when somebody erases, when a survey is closed, and when it is disposed of."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, select, update

from surveys.conversation.state import Key
from surveys.conversation.values import (
    Agreement,
    Allocation,
    Amount,
    Choice,
    Choices,
    Document,
    NamedPlace,
    Outside,
    Picture,
    Ranking,
    Skipped,
    Value,
    Words,
    decode,
    encode,
)
from surveys.store.columns import dump
from surveys.store.editions import part_of_edition
from surveys.store.schema import questionnaire, survey
from surveys.store.tables.editions import edition_part, edition_row
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


async def unlink(connection: AsyncConnection, response_id: str) -> None:
    """Somebody erases: what was told stays counted, but as single answers of nobody's, and without their words."""
    mine = select(edition_row).where(edition_row.c.who == response_id)
    rows = (await connection.execute(mine)).mappings().all()
    together = await _counted_together(connection, rows[0]["survey_id"]) if rows else {}
    names: dict[str, str] = {}
    for row in rows:
        key = Key(row["question"], row["turn"])
        alike = select(func.count()).where(
            part_of_edition(row["survey_id"], key), edition_row.c.value_json == row["value_json"]
        )
        common = (await connection.execute(alike)).scalar_one() >= K_MIN
        value = row["value_json"]
        left = value if common else dump(encode(without_words(decode(json.loads(value)))))
        group = "" if left == _WORDLESS else together.get(key.question, key.question)
        await connection.execute(
            update(edition_row)
            .where(part_of_edition(row["survey_id"], key), edition_row.c.who == response_id)
            .values(
                # At random, and only what is counted together stays together.
                who=names.setdefault(group, secrets.token_hex(16)),
                value_json=left,
            )
        )


_WORDLESS = dump(encode(Words("")))


async def _counted_together(connection: AsyncConnection, survey_id: int) -> dict[str, str]:
    """Numbers are counted by the unit that was chosen in another question: that question's id, by theirs."""
    query = (
        select(questionnaire.c.body_json)
        .join(survey, survey.c.version == questionnaire.c.version)
        .where(survey.c.id == survey_id)
    )
    body = json.loads((await connection.execute(query)).scalar_one())
    return {
        question["id"]: question["unit_from"]
        for question in body["question"]
        if question.get("unit_from")
    }


def without_words(value: Value) -> Value:
    """What is left of an erased answer: that it is counted, and where."""
    match value:
        case Choice(option=option):
            return Choice(option)
        case Choices(options=options):
            return Choices(options)
        case Picture(width=width, height=height):
            return Picture("", width, height)
        case Document():
            return Document("", "", 0)
        case Agreement(given=given):
            return Agreement(given, "")
        case Amount(number=number):
            return Amount(number)
        case Outside() | Skipped() | Ranking() | Allocation() | NamedPlace():
            return value
        case _:
            return Words("")


_RENAME = (
    update(edition_row).where(edition_row.c.who == bindparam("old")).values(who=bindparam("new"))
)


async def rename_people(connection: AsyncConnection, pairs: Sequence[Mapping[str, str]]) -> None:
    """At closing responses get new ids; the rows of an edition follow."""
    if pairs:
        await connection.execute(_RENAME, list(pairs))


async def rename_told_file(connection: AsyncConnection, survey_id: int, old: str, new: str) -> None:
    """At closing files get new ids, too."""
    value = edition_row.c.value_json
    await connection.execute(
        update(edition_row)
        .where(edition_row.c.survey_id == survey_id, value.contains(old, autoescape=True))
        .values(value_json=func.replace(value, old, new))
    )


async def forget_editions(connection: AsyncConnection, survey_id: int) -> None:
    """Purging takes them too."""
    for table in (edition_row, edition_part):
        await connection.execute(delete(table).where(table.c.survey_id == survey_id))
