"""Chats that follow a survey are reminded, by day: once that its answer back is late, and once a day that statements wait.

Each is noted before it is sent: a reminder comes once or not at all. The studio's start page says the same.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.after_closing import promise_of
from bot.telegram.screens.markup import Rendered, escape
from bot.wording import local_date
from surveys.answer_back import is_overdue
from surveys.statements import statement_questions

if TYPE_CHECKING:
    from bot.telegram.outreach.telling import Telling
    from surveys.survey import Survey

log = logging.getLogger(__name__)


async def nudge(telling: Telling) -> None:
    """Reminds of every survey. Raises StoreError."""
    if not telling.schedule.is_day(telling.clock()):
        return
    answered = await telling.store.answered_back()
    today = local_date(telling.clock())
    for survey in await telling.store.surveys():
        if is_overdue(survey, today, answered=survey.id in answered):
            await _that_it_is_late(telling, survey)
        await _that_statements_wait(telling, survey)


async def _that_it_is_late(telling: Telling, survey: Survey) -> None:
    """Once ever."""
    chats = await telling.store.organisers_of(survey.id, telling.bot_id)
    if not chats or not await telling.store.note_nudge(survey.id, telling.clock()):
        return
    for address, language in chats:
        promise = promise_of(survey, language, telling.renderer.texts)
        date = promise.date if promise is not None else ""
        said = {"title": survey.title, "date": date, "link": _link(telling, survey, "svar")}
        await _say(telling, address, language, "answer-organiser-overdue", **said)


async def _that_statements_wait(telling: Telling, survey: Survey) -> None:
    """From the day after they were written, once a day for the whole survey; never what they say."""
    now, store = telling.clock(), telling.store
    if survey.state(now) != "open" or not statement_questions(survey.questionnaire):
        return
    waiting = [
        one
        for one in await store.statements(survey.id)
        if one.state == "waiting" and one.said_on < local_date(now)
    ]
    chats = await store.organisers_of(survey.id, telling.bot_id) if waiting else []
    if not chats or not await store.note_reminder(survey.id, waiting[0].question, now):
        return
    for address, language in chats:
        said = {"title": survey.title, "link": _link(telling, survey, "pastaenden")}
        await _say(telling, address, language, "waiting-statements", n=len(waiting), **said)


def _link(telling: Telling, survey: Survey, page: str) -> str:
    base = (telling.renderer.public_url or "").rstrip("/")
    return f"{base}/arrangor/{survey.code}/{page}"


async def _say(
    telling: Telling, address: str, language: str, text_id: str, **said: str | int
) -> None:
    told = telling.renderer.texts.say(language, text_id, **said)
    try:
        await telling.send(int(address), Rendered(escape(told)))
    except TelegramError as error:
        log.warning("%s: %s", text_id, type(error).__name__)
