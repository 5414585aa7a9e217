"""What the methods share: their table, how fields are read, and who may be written to."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from bot.botapi.refusals import bad, forbidden

if TYPE_CHECKING:
    from bot.botapi.chats import Chat, Message
    from bot.botapi.world import World

Fields = dict[str, Any]
Method = Callable[["World", Fields], Awaitable[Any]]
METHODS: dict[str, Method] = {}
"""By name in lower case."""


def method(function: Method) -> Method:
    """Makes a function a method of the Bot API: `send_message` is `sendMessage`."""
    METHODS[function.__name__.replace("_", "").lower()] = function
    return function


def number(fields: Fields, name: str, default: int | None = None) -> int:
    """A whole number. Raises KeyError when it is missing and there is no default; Refused when it is none."""
    given = fields.get(name, default) if default is not None else fields[name]
    try:
        return int(given)
    except (TypeError, ValueError):
        raise bad(f"parameter {name} must be a number") from None


def flag(fields: Fields, name: str) -> bool:
    """A Boolean, as JSON or as a form writes it."""
    return str(fields.get(name, "")).casefold() in {"true", "1"}


def structure(fields: Fields, name: str, default: Any = None) -> Any:
    """A list or an object, which forms write as JSON."""
    given = fields.get(name, default)
    if not isinstance(given, str):
        return given
    try:
        return json.loads(given) if given else default
    except ValueError:
        raise bad(f"can't parse {name} JSON object") from None


def writable(world: World, fields: Fields, name: str = "chat_id") -> Chat:
    """The chat, when the bot may write there."""
    chat = world.chat(number(fields, name))
    if chat.migrated_to is not None:
        refused = bad("group chat was upgraded to a supergroup chat")
        refused.parameters = {"migrate_to_chat_id": chat.migrated_to}
        raise refused
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    if chat.blocked and chat.is_private:
        raise forbidden("bot was blocked by the user")
    if chat.blocked:
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    return chat


def editable(world: World, fields: Fields) -> tuple[Chat, Message]:
    """The chat and the bot's own message in it."""
    chat = writable(world, fields)
    message = chat.messages.get(number(fields, "message_id"))
    if message is None:
        raise bad("message to edit not found")
    if not message.mine or message.only_for is not None:
        raise bad("message can't be edited")
    return chat, message
