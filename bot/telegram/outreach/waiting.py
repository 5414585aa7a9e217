"""Chats that follow a survey hear that statements wait to be read: from the day after, once a day, never what they say."""

from __future__ import annotations

import datetime as dt
import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.telegram.screens.markup import Rendered, escape
from bot.wording import local_date
from surveys.statements import statement_questions

if TYPE_CHECKING:
    from bot.telegram.outreach.telling import Telling
    from surveys.survey import Survey

log = logging.getLogger(__name__)


async def tell_what_waits(telling: Telling, survey: Survey) -> None:
    """One message for the whole survey. Noted before it is sent: it comes once a day or not at all."""
    now, store = telling.clock(), telling.store
    if survey.state(now) != "open" or not statement_questions(survey.questionnaire):
        return
    today: dt.date = local_date(now)
    waiting = [
        one
        for one in await store.statements(survey.id)
        if one.state == "waiting" and one.said_on < today
    ]
    chats = await store.organisers_of(survey.id, telling.bot_id) if waiting else []
    if not chats or not await store.note_reminder(survey.id, waiting[0].question, now):
        return
    link = f"{(telling.renderer.public_url or '').rstrip('/')}/arrangor/{survey.code}/pastaenden"
    for address, language in chats:
        told = telling.renderer.texts.say(
            language, "waiting-statements", n=len(waiting), title=survey.title, link=link
        )
        try:
            await telling.send(int(address), Rendered(escape(told)))
        except TelegramError as error:
            log.warning("waiting statements: %s", type(error).__name__)
