"""From a raw update, as Telegram wrote it, to what a person did. Pure: no store, no network, no library objects.

Parsing with the library would cost twenty times as much, and one update it cannot parse would stop those behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

PHOTO_NAME = "photo.jpg"
"""What a photo is called where a document is asked for."""
GONE = frozenset({"kicked", "left"})
"""What the bot is where it cannot write any more."""


class Unintelligible(Exception):
    """The update is not what the Bot API says an update is. Holds no content."""


@dataclass(frozen=True, slots=True)
class Started:
    """/start, with the join code when the link or the person gave one."""

    code: str | None


@dataclass(frozen=True, slots=True)
class Commanded:
    """Another command: its name in lower case, without the stroke, and the words after it."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Wrote:
    """A text message."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button: its data, the query to answer, and the message it sits on."""

    data: str
    query: str
    message: int


@dataclass(frozen=True, slots=True)
class Pinned:
    """A position, WGS84 degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Sent:
    """A file: a photo (its largest size), or a document with the name it had. `size` is 0 where Telegram is silent."""

    file: str
    name: str
    size: int = 0
    is_picture: bool = False
    album: str = ""
    """What is sent together with it has the same."""


@dataclass(frozen=True, slots=True)
class SentSomething:
    """A message that no question takes: a recording, a film, a contact, or any other thing."""

    kind: str = "thing"


@dataclass(frozen=True, slots=True)
class Rewrote:
    """Changed a text message that was sent before."""

    text: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The person blocked the bot, or let it in again."""

    reachable: bool


Deed: TypeAlias = (
    Started | Commanded | Wrote | Rewrote | Pressed | Pinned | Sent | SentSomething | Moved
)
_OTHER_KINDS = {
    **dict.fromkeys(("voice", "audio", "video_note"), "voice"),
    **dict.fromkeys(("video", "animation"), "video"),
    "contact": "contact",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """What one person did in their private chat. `language` is Telegram's hint, often missing.

    `message` is the number of the message they sent, `at` when (Telegram's seconds); 0 where they sent none.
    """

    chat: int
    language: str | None
    deed: Deed
    message: int = 0
    at: int = 0


def read(update: Mapping[str, Any]) -> Heard | None:
    """What a person did; None for what we take no part in (groups, kinds from the future).

    Raises Unintelligible when a kind we know does not have the form it should have.
    """
    try:
        return _read(update)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError):
        raise Unintelligible from None


def chat_of(update: Mapping[str, Any]) -> int | None:
    """The chat an update belongs to, for keeping one person's updates in order; None when it has none."""
    for kind in ("message", "callback_query", "my_chat_member", "edited_message"):
        content = update.get(kind)
        if isinstance(content, Mapping):
            inner = content.get("message") if kind == "callback_query" else content
            chat = inner.get("chat") if isinstance(inner, Mapping) else None
            number = chat.get("id") if isinstance(chat, Mapping) else None
            return number if isinstance(number, int) else None
    return None


def _read(update: Mapping[str, Any]) -> Heard | None:
    if "message" in update:
        return _message(update["message"])
    if "edited_message" in update:
        return _edited(update["edited_message"])
    if "callback_query" in update:
        return _press(update["callback_query"])
    if "my_chat_member" in update:
        return _membership(update["my_chat_member"])
    return None


def _heard(
    chat: Mapping[str, Any],
    person: Mapping[str, Any],
    deed: Deed,
    message: int = 0,
    at: int = 0,
) -> Heard | None:
    if chat["type"] != "private":
        return None
    language = person.get("language_code")
    known = language if isinstance(language, str) else None
    return Heard(int(chat["id"]), known, deed, message, at)


def _message(message: Mapping[str, Any]) -> Heard | None:
    number = int(message.get("message_id", 0))
    at = int(message.get("date", 0))
    return _heard(message["chat"], message.get("from", {}), _deed(message), number, at)


def _edited(message: Mapping[str, Any]) -> Heard | None:
    """Words changed to other words; a live position that moves, or a command, is nothing new."""
    deed = _written(_text(message["text"])) if "text" in message else None
    if not isinstance(deed, Wrote):
        return None
    number, at = int(message.get("message_id", 0)), int(message.get("edit_date", 0))
    return _heard(message["chat"], message.get("from", {}), Rewrote(deed.text), number, at)


def _deed(message: Mapping[str, Any]) -> Deed:
    if "text" in message:
        return _written(_text(message["text"]))
    if "location" in message:
        place = message["location"]
        return Pinned(float(place["latitude"]), float(place["longitude"]))
    if "photo" in message:
        largest = max(message["photo"], key=lambda size: size["width"] * size["height"])
        file, size = _text(largest["file_id"]), _size(largest)
        return Sent(file, PHOTO_NAME, size, is_picture=True, album=_album(message))
    if "document" in message and "animation" not in message:
        return _document(message["document"], _album(message))
    return SentSomething(
        next((kind for name, kind in _OTHER_KINDS.items() if name in message), "thing")
    )


def _album(message: Mapping[str, Any]) -> str:
    return _text(message.get("media_group_id", ""))


def _document(document: Mapping[str, Any], album: str) -> Sent:
    """A picture may be sent as a document; its name may be missing."""
    is_picture = str(document.get("mime_type", "")).startswith("image/")
    name = _text(document.get("file_name", ""))
    return Sent(_text(document["file_id"]), name, _size(document), is_picture, album)


def _size(file: Mapping[str, Any]) -> int:
    return int(file.get("file_size", 0))


def _written(text: str) -> Deed:
    """A command or words. `/start@name CODE` and `/start CODE` are the same."""
    if not text.startswith("/") or len(text) < 2:
        return Wrote(text)
    head, _, rest = text.partition(" ")
    name = head[1:].partition("@")[0].casefold()
    if not name.isalnum():
        return Wrote(text)
    if name == "start":
        return Started(rest.strip() or None)
    return Commanded(name, rest.strip())


def _press(query: Mapping[str, Any]) -> Heard | None:
    message = query["message"]
    pressed = Pressed(_text(query["data"]), _text(query["id"]), int(message["message_id"]))
    return _heard(message["chat"], query["from"], pressed)


def _membership(change: Mapping[str, Any]) -> Heard | None:
    reachable = change["new_chat_member"]["status"] not in GONE
    return _heard(change["chat"], change["from"], Moved(reachable))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
