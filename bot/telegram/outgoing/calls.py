"""The Bot API calls the channel makes, and what their errors mean.

The library's classes mislead (BadRequest is a NetworkError there), so every error goes through one table.
"""

from __future__ import annotations

import asyncio
import html
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.outgoing.request import AiohttpRequest, CutOff, NotConnected, Unreadable
from bot.telegram.screens.markup import LONGEST_TEXT, Rendered, cut

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from telegram import Bot

log = logging.getLogger(__name__)

LARGEST_FILE = 20_000_000
"""Bytes: more the Bot API does not hand out."""
DOWNLOADS = 3
LONGEST_TOAST = 200
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NO_PREVIEW = {"is_disabled": True}


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
    OUR_WORDS = auto()
    """400 about text or buttons: repeating it changes nothing, saying it more simply may."""
    REFUSED = auto()
    """Other 400s: repeating them changes nothing."""
    AGAIN = auto()
    """Surely not carried out: no connection, 5xx that says so, 401, 404, 409. With a longer and longer pause."""
    UNKNOWN = auto()
    """Nobody knows: cut or late after the call had left, or an answer that cannot be read."""


def fate_of(error: TelegramError) -> Fate:
    """What to do about an error of a call."""
    match error:
        case RetryAfter():
            return Fate.WAIT
        case Forbidden():
            return Fate.UNREACHABLE
        case BadRequest():
            return _fate_of_400(str(error).casefold())
        case ChatMigrated():
            return Fate.REFUSED
        case TimedOut() | CutOff() | Unreadable():
            return Fate.UNKNOWN
        case InvalidToken() | Conflict() | NotConnected():
            return Fate.AGAIN
        case NetworkError(__cause__=Unreadable()):
            return Fate.UNKNOWN  # 5xx with a page of some server in between
        case _:
            return Fate.AGAIN


_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier",
)
_OUR_WORDS = ("parse entities", "too long", "too_long", "button", "markup", "text is empty")


def _fate_of_400(description: str) -> Fate:
    if "not modified" in description:
        return Fate.SAME
    if any(part in description for part in _GONE):
        return Fate.GONE
    if any(part in description for part in _OUR_WORDS):
        return Fate.OUR_WORDS
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
        return await self._new({"chat_id": chat, **_content(rendered)})

    async def quietly(self, chat: int, rendered: Rendered) -> int:
        """A new message without a sound; its number. Raises TelegramError."""
        silent = {"disable_notification": True}
        return await self._new({"chat_id": chat, **_content(rendered), **silent})

    async def plainly(self, chat: int, rendered: Rendered) -> int:
        """The words alone, when Telegram refused markup or buttons; its number. Raises TelegramError."""
        return await self._new({"chat_id": chat, "text": simply(rendered)})

    async def _new(self, fields: dict[str, Any]) -> int:
        message = await self._call("sendMessage", fields)
        number = message.get("message_id")
        if not isinstance(number, int):
            raise Unreadable("the message has no number")
        return number

    async def _call(self, method: str, fields: dict[str, Any]) -> dict[str, Any]:
        """Past the library's objects: all that is wanted is the number. Errors are the library's."""
        request = self.bot.request
        assert isinstance(request, AiohttpRequest)
        return await request.call(f"{self.bot.base_url}/{method}", fields)

    async def voice(self, chat: int, recording: Path) -> None:
        """A voice message without buttons. Raises TelegramError."""
        data = await asyncio.to_thread(recording.read_bytes)
        await self.bot.send_voice(
            chat, data, filename=recording.name, disable_notification=True, protect_content=True
        )

    async def edit(self, chat: int, message: int, rendered: Rendered) -> int | None:
        """Another text in a message that is there; the second at which Telegram did it. Raises TelegramError."""
        place = {"chat_id": chat, "message_id": message}
        done = await self._call("editMessageText", {**place, **_content(rendered)})
        at = done.get("edit_date") or done.get("date")
        return at if isinstance(at, int) else None

    async def disarm(self, chat: int, message: int) -> None:
        """Takes the buttons away. Raises TelegramError."""
        await self._call("editMessageReplyMarkup", {"chat_id": chat, "message_id": message})

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
            reaction = [{"type": "emoji", "emoji": emoji}]
            place = {"chat_id": chat, "message_id": message}
            await self._tell("setMessageReaction", {**place, "reaction": reaction})
        except TelegramError as error:
            log.debug("setMessageReaction: %s", type(error).__name__)

    async def answer(self, query: str, text: str | None) -> None:
        """Answers a button press, with a toast where there is something to say. Never raises."""
        toast = text[:LONGEST_TOAST] if text is not None else None
        try:
            fields = {"callback_query_id": query, **({"text": toast} if toast else {})}
            await self._tell("answerCallbackQuery", fields)
        except TelegramError as error:
            # Too old, answered already, or Telegram is away: the screen says what matters.
            log.debug("answerCallbackQuery: %s", type(error).__name__)

    async def _tell(self, method: str, fields: dict[str, Any]) -> None:
        """As `_call` where the result is true and no object."""
        request = self.bot.request
        assert isinstance(request, AiohttpRequest)
        await request.tell(f"{self.bot.base_url}/{method}", fields)

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


def _content(rendered: Rendered) -> dict[str, Any]:
    """What a message says, and its buttons."""
    fields: dict[str, Any] = {
        "text": rendered.text,
        "parse_mode": ParseMode.HTML.value,
        "link_preview_options": _NO_PREVIEW,
    }
    if rendered.rows:
        rows = [[label.button() for label in row] for row in rendered.rows]
        fields["reply_markup"] = {"inline_keyboard": rows}
    return fields


def simply(rendered: Rendered) -> str:
    """The words alone: no markup, no more than fits.

    >>> simply(Rendered("<b>Mer &amp; mindre</b>"))
    'Mer & mindre'
    """
    return cut(html.unescape(_TAG.sub("", rendered.text)), LONGEST_TEXT)
