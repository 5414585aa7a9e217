"""An organiser's chat: linked with a one-time code from the command line, then told counts, never what anybody said.

Whoever is not linked gets the very same answers as for any command or code that does not exist.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

import segno
from telegram import BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.telegram.incoming.reading import Commanded, Started
from bot.telegram.outgoing.calls import Fate, fate_of, seconds_of
from bot.telegram.outreach.following import Following
from bot.telegram.screens.markup import Rendered, escape
from bot.telegram.screens.profile import commands

if TYPE_CHECKING:
    from bot.telegram.incoming.attempts import Attempts
    from bot.telegram.outgoing.calls import Calls
    from bot.telegram.outgoing.pacing import Pace
    from bot.telegram.replying import One, Replies
    from surveys.survey import Survey

log = logging.getLogger(__name__)

PREFIX = "org-"
COMMANDS = {
    "sv": {"status": "status", "rapport": "report", "qr": "qr", "loggaut": "logout"},
    "en": {"status": "status", "report": "report", "qr": "qr", "logout": "logout"},
}
"""By language, each with the last word of its text's id; the English ones where there are none."""
_MEANINGS = {name: text for commands in COMMANDS.values() for name, text in commands.items()}
MOST_CODES = 5
WITHIN = dt.timedelta(minutes=15)
"""A chat that gives more codes than this within the time is not listened to; a code has far more bits than it lets pass."""
PICTURE_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Organisers:
    """Takes in codes and the organiser's commands."""

    replies: Replies
    calls: Calls
    pace: Pace
    following: Following
    attempts: Attempts

    async def heard(self, one: One) -> bool:
        """Whether an organiser spoke, and is answered."""
        match one.heard.deed:
            case Started(code=str(code)) if code.casefold().startswith(PREFIX):
                return await self._link(one, code)
            case Commanded(name=name, words=words) if name in _MEANINGS:
                return await self._commanded(one, _MEANINGS[name], words)
        return False

    async def _link(self, one: One, code: str) -> bool:
        replies = self.replies
        if not self.attempts.allow(one.heard.chat):
            return False
        keyring, now = replies.service.keyring, self.attempts.now()
        hashed = keyring.organiser_code_hash(code)
        linked = await replies.store.redeem_organiser(
            hashed, replies.bot_id, self._chat_hash(one), now
        )
        survey = await replies.store.survey(linked) if linked is not None else None
        if survey is None:
            return False
        await self._reach(one)
        await self._show_menu(one)
        await replies.say(one, "telegram-organiser-linked", title=survey.title)
        return True

    async def _reach(self, one: One) -> None:
        """Where to write when an answer back is late; `/loggaut` forgets it."""
        replies, chat = self.replies, str(one.heard.chat)
        await replies.store.reach_organiser(
            replies.bot_id, self._chat_hash(one), chat, replies.language(one)
        )

    async def _commanded(self, one: One, meaning: str, words: str) -> bool:
        replies = self.replies
        codes = await replies.store.followed(replies.bot_id, self._chat_hash(one))
        if not codes:
            return False
        if meaning == "logout":
            await self._log_out(one)
            return True
        found = [await replies.store.survey(code) for code in codes]
        await self._told(one, meaning, [survey for survey in found if survey is not None], words)
        return True

    async def _told(self, one: One, meaning: str, followed: list[Survey], words: str) -> None:
        replies, following, language = self.replies, self.following, self.replies.language(one)
        survey = following.chosen(followed, words)
        if meaning == "status":
            await replies.reply(one, await following.status(followed, language))
        elif meaning == "report":
            await replies.reply(one, await following.report(survey, language))
        else:
            await self._picture(one, survey)
            await replies.settle(one)

    async def _log_out(self, one: One) -> None:
        """The menu is taken away while the chat's number is at hand."""
        replies = self.replies
        await replies.store.unlink_organiser(replies.bot_id, self._chat_hash(one))
        try:
            await self.calls.bot.delete_my_commands(scope=BotCommandScopeChat(one.heard.chat))
        except TelegramError as error:
            log.debug("deleteMyCommands: %s", type(error).__name__)
        await replies.say(one, "telegram-organiser-unlinked")

    async def _show_menu(self, one: One) -> None:
        """The organiser's commands are in this chat's menu alone. Nothing depends on it."""
        language, texts = self.replies.language(one), self.replies.renderer.texts
        own = COMMANDS["sv" if language.startswith("sv") else "en"].items()
        meant = {name: texts.say(language, f"telegram-command-{text}") for name, text in own}
        meant |= commands(texts, language)
        menu = [BotCommand(name, does) for name, does in meant.items()]
        try:
            await self.calls.bot.set_my_commands(menu, scope=BotCommandScopeChat(one.heard.chat))
        except TelegramError as error:
            log.debug("setMyCommands: %s", type(error).__name__)

    async def _picture(self, one: One, survey: Survey) -> None:
        """The way in, to show in the room; given up after a few attempts."""
        address = self.following.join_address(survey)
        picture = await asyncio.to_thread(qr_png, address)
        caption = Rendered(escape(f"{survey.title}\n{address}"))
        chat = one.heard.chat
        for attempt in range(PICTURE_ATTEMPTS):
            await self.pace.turn(chat)
            try:
                await self.calls.photo(chat, picture, caption, name=f"{survey.code}.png")
                return
            except TelegramError as error:
                log.warning("sendPhoto: %s", type(error).__name__)
                if fate_of(error) is not Fate.WAIT:
                    return
                self.pace.refused(chat, seconds_of(error) * (attempt + 1))

    def _chat_hash(self, one: One) -> str:
        replies = self.replies
        return replies.service.keyring.organiser_chat_hash(replies.bot_id, str(one.heard.chat))


def qr_png(address: str) -> bytes:
    """A QR code that a telephone reads from a screen across the room."""
    written = io.BytesIO()
    segno.make(address, error="m").save(written, kind="png", scale=12, border=4)
    return written.getvalue()
