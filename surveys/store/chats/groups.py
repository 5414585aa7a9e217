"""Posts in groups: which message shows a survey's join button and count, and what it shows now.

A group is no person, but its number is kept only for as long as the post must be edited: until its last edit after
closing. A post that somebody asked for is a row before it is sent (`wanted`), so that a crash forgets no request.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, func, select, update

from surveys.store.reading import counted_responses
from surveys.store.schema import group_post, survey
from surveys.store.statements import insert_new
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection


NO_MESSAGE = 0
"""Stands for the number of a post that has not been sent yet."""


@dataclass(frozen=True, slots=True)
class GroupPost:
    """One survey's post in one group. `shown` is the count it shows; `wanted`: it is to be posted (anew)."""

    bot_id: int
    chat_id: int
    survey_id: int
    language: str
    message_id: int = NO_MESSAGE
    shown: int = 0
    wanted: bool = True


def _at(post: GroupPost) -> ColumnElement[bool]:
    return and_(
        group_post.c.bot_id == post.bot_id,
        group_post.c.chat_id == post.chat_id,
        group_post.c.survey_id == post.survey_id,
    )


async def group_posts(connection: AsyncConnection, bot_id: int) -> list[tuple[str, GroupPost]]:
    """(the survey's code, the post) for every post of a bot."""
    query = (
        select(survey.c.code, group_post)
        .join(survey, survey.c.id == group_post.c.survey_id)
        .where(group_post.c.bot_id == bot_id)
        .order_by(group_post.c.survey_id, group_post.c.chat_id)
    )
    rows = (await connection.execute(query)).mappings()
    return [(row["code"], _post(row)) for row in rows]


def _post(row: Any) -> GroupPost:
    return GroupPost(
        row["bot_id"],
        row["chat_id"],
        row["survey_id"],
        row["language"],
        row["message_id"],
        row["shown"],
        bool(row["wanted"]),
    )


async def count_answered(connection: AsyncConnection, survey_id: int) -> int:
    """How many responses have at least one answer: cheap enough for several times a second."""
    query = select(func.count()).where(*counted_responses(survey_id))
    number: int = (await connection.execute(query)).scalar_one()
    return number


@each
async def want_group_post(connection: AsyncConnection, post: GroupPost) -> None:
    """Somebody has asked for it; the message that shows it now is remembered until the new one is out."""
    row = {
        "bot_id": post.bot_id,
        "chat_id": post.chat_id,
        "survey_id": post.survey_id,
        "message_id": NO_MESSAGE,
        "language": post.language,
        "shown": 0,
        "wanted": 1,
    }
    await connection.execute(insert_new(connection.dialect.name, group_post), [row])
    values = {"wanted": 1, "language": post.language}
    await connection.execute(update(group_post).where(_at(post)).values(values))


@each
async def group_posted(connection: AsyncConnection, post: GroupPost) -> None:
    """The message is out and shows this count."""
    values = {"message_id": post.message_id, "shown": post.shown, "wanted": 0}
    await connection.execute(update(group_post).where(_at(post)).values(values))


@each
async def set_shown(connection: AsyncConnection, post: GroupPost) -> None:
    """The message shows this count; a post that has been replaced meanwhile is left alone."""
    same = and_(_at(post), group_post.c.message_id == post.message_id)
    await connection.execute(update(group_post).where(same).values(shown=post.shown))


@each
async def forget_group_post(connection: AsyncConnection, post: GroupPost) -> None:
    """The message is gone, or has been edited for the last time."""
    same = and_(_at(post), group_post.c.message_id == post.message_id)
    await connection.execute(delete(group_post).where(same))


@each
async def forget_group(connection: AsyncConnection, group: tuple[int, int]) -> None:
    """The bot (first) is not in the group (second) any more."""
    bot_id, chat_id = group
    await connection.execute(
        delete(group_post).where(group_post.c.bot_id == bot_id, group_post.c.chat_id == chat_id)
    )


@each
async def move_group(connection: AsyncConnection, move: tuple[int, int, int]) -> None:
    """A group has become a supergroup with another number: (bot, before, after).

    Its old messages cannot be edited from there, so that the post must be made anew (`wanted`); what has been posted in
    the supergroup already is newer and stays.
    """
    bot_id, before, after = move
    old = and_(group_post.c.bot_id == bot_id, group_post.c.chat_id == before)
    there = select(group_post.c.survey_id).where(
        group_post.c.bot_id == bot_id, group_post.c.chat_id == after
    )
    surveys = list((await connection.execute(there)).scalars())
    await connection.execute(delete(group_post).where(old, group_post.c.survey_id.in_(surveys)))
    await connection.execute(
        update(group_post).where(old).values(chat_id=after, message_id=NO_MESSAGE, wanted=1)
    )
