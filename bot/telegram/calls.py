"""The Bot API calls the channel makes, and what their errors mean.

The library's classes mislead (BadRequest is a NetworkError there), so every error goes through one table.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

if TYPE_CHECKING:
    from pathlib import Path

    from telegram import Bot

    from bot.telegram.markup import Rendered

log = logging.getLogger(__name__)

LARGEST_FILE = 20_000_000
"""Bytes: more the Bot API does not hand out."""
DOWNLOADS = 3
LONGEST_TOAST = 200
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Fate(Enum):
    """What a failed call means."""

    WAIT = auto()
    """429: not before the moment Telegram names."""
    UNREACHABLE = auto()
    """403: the person does not want us."""
    SAME = auto()
    """The message looks like that already: success."""
    GONE = auto()
    """The message to edit is not there, or is not ours: a new one is needed."""
    REFUSED = auto()
    """400 and the like: repeating it changes nothing."""
    AGAIN = auto()
    """5xx, cut connections, answers that are late or broken: with a longer and longer pause."""


def fate_of(error: TelegramError) -> Fate:
    """What to do about an error of a call."""
    if isinstance(error, RetryAfter):
        return Fate.WAIT
    if isinstance(error, Forbidden):
        return Fate.UNREACHABLE
    if isinstance(error, BadRequest):
        return _fate_of_400(str(error).casefold())
    if isinstance(error, ChatMigrated):
        return Fate.REFUSED
    if isinstance(error, InvalidToken):
        return Fate.AGAIN
    return Fate.AGAIN


def _fate_of_400(description: str) -> Fate:
    if "not modified" in description:
        return Fate.SAME
    if "message to edit not found" in description or "can't be edited" in description:
        return Fate.GONE
    return Fate.REFUSED


def seconds_of(error: TelegramError) -> float:
    """How long a 429 asks us to wait; at least one second."""
    if not isinstance(error, RetryAfter):
        return 1.0
    wait = error.retry_after
    return max(1.0, float(wait) if isinstance(wait, int) else wait.total_seconds())


@dataclass(frozen=True, slots=True)
class Calls:
    """The calls, with everything that is the same for each of them."""

    bot: Bot
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def send(self, chat: int, rendered: Rendered) -> int:
        """A new message; its number. Raises TelegramError."""
        message = await self.bot.send_message(
            chat,
            rendered.text,
            parse_mode=ParseMode.HTML,
            reply_markup=rendered.keyboard(),
            link_preview_options=_NO_PREVIEW,
        )
        return message.message_id

    async def voice(self, chat: int, recording: Path) -> None:
        """A voice message without buttons. Raises TelegramError."""
        data = await asyncio.to_thread(recording.read_bytes)
        await self.bot.send_voice(
            chat, data, filename=recording.name, disable_notification=True, protect_content=True
        )

    async def edit(self, chat: int, message: int, rendered: Rendered) -> None:
        """Another text in a message that is there. Raises TelegramError."""
        await self.bot.edit_message_text(
            rendered.text,
            chat_id=chat,
            message_id=message,
            parse_mode=ParseMode.HTML,
            reply_markup=rendered.keyboard(),
            link_preview_options=_NO_PREVIEW,
        )

    async def disarm(self, chat: int, message: int) -> None:
        """Takes the buttons away. Raises TelegramError."""
        await self.bot.edit_message_reply_markup(chat_id=chat, message_id=message)

    async def photo(
        self, chat: int, picture: bytes, caption: Rendered, *, name: str = "picture.png"
    ) -> int:
        """A picture with a caption and buttons; the message's number. Raises TelegramError."""
        message = await self.bot.send_photo(
            chat,
            picture,
            caption=caption.text or None,
            parse_mode=ParseMode.HTML,
            reply_markup=caption.keyboard(),
            filename=name,
        )
        return message.message_id

    async def react(self, chat: int, message: int, emoji: str) -> None:
        """A silent receipt on the person's own message. Never raises: nothing depends on it."""
        try:
            await self.bot.set_message_reaction(chat, message, emoji)
        except TelegramError as error:
            log.debug("setMessageReaction: %s", type(error).__name__)

    async def answer(self, query: str, text: str | None) -> None:
        """Answers a button press, with a toast where there is something to say. Never raises."""
        toast = text[:LONGEST_TOAST] if text is not None else None
        try:
            await self.bot.answer_callback_query(query, text=toast)
        except TelegramError as error:
            # Too old, answered already, or Telegram is away: the screen says what matters.
            log.debug("answerCallbackQuery: %s", type(error).__name__)

    async def download(self, file_id: str, largest: int = LARGEST_FILE) -> bytes | None:
        """A file's content; None when it is too large or cannot be had."""
        for attempt in range(DOWNLOADS):
            try:
                file = await self.bot.get_file(file_id)
                if (file.file_size or 0) > largest:
                    return None
                return bytes(await file.download_as_bytearray())
            except TelegramError as error:
                log.warning("getFile: %s", type(error).__name__)
                if fate_of(error) is Fate.REFUSED:
                    return None
                await self.pause(min(seconds_of(error) * 2**attempt, 10.0))
        return None
