"""Photos and documents: kept as they are given, named by chance, gone when no answer refers to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, delete, exists, insert, select

from surveys.errors import NotOpen
from surveys.store.schema import answer, file, survey
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to keep. The name it came with lives in the answer, never here."""

    id: str
    survey_id: int
    media_type: str
    data: bytes
    day_ms: int


@each
async def save_file(connection: AsyncConnection, new: NewFile) -> None:
    """Keep a file. Raises NotOpen when its survey takes no answers."""
    open_survey = select(survey.c.id).where(
        survey.c.id == new.survey_id, survey.c.closed_ms.is_(None)
    )
    if (await connection.execute(open_survey)).first() is None:
        raise NotOpen("the survey takes no answers")
    row = {
        "id": new.id,
        "survey_id": new.survey_id,
        "media_type": new.media_type,
        "data": new.data,
        "saved_day_ms": new.day_ms,
    }
    await connection.execute(insert(file), [row])


def unreferenced() -> ColumnElement[bool]:
    """Files that no current answer refers to."""
    return ~exists().where(answer.c.file_id == file.c.id)


async def delete_unreferenced(connection: AsyncConnection, survey_id: int) -> int:
    """How many files of a survey went because no answer refers to them."""
    gone = await connection.execute(
        delete(file).where(file.c.survey_id == survey_id, unreferenced())
    )
    return gone.rowcount


async def read_file(connection: AsyncConnection, file_id: str) -> bytes | None:
    """The bytes of a stored file."""
    query = select(file.c.data).where(file.c.id == file_id)
    data: bytes | None = (await connection.execute(query)).scalar()
    return data
