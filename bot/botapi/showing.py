"""Chats, people and messages as the Bot API writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.botapi.chats import Chat, Message
    from bot.botapi.world import World


def person(number: int, language: str | None = None) -> dict[str, Any]:
    """A person as updates name them. The language is a hint that some telephones do not give."""
    body = {"id": number, "is_bot": False, "first_name": "Person"}
    return {**body, "language_code": language} if language else body


def shown(world: World, chat: Chat, message: Message) -> dict[str, Any]:
    """A message as the Bot API writes it."""
    sender = world.me if message.mine else person(message.sender or chat.id)
    body: dict[str, Any] = {
        "message_id": message.id,
        "date": message.date or int(world.clock()),
        "chat": chat.head(),
        "from": sender,
        **message.content,
    }
    written = "text" if not message.content else "caption" if message.caption is not None else None
    if written is not None:
        body[written] = message.text
        body.update(_entities(written, message))
    if message.reply_to in chat.messages:
        body["reply_to_message"] = _bare(world, chat, chat.messages[message.reply_to])
    optional = {
        "edit_date": message.edited,
        "message_thread_id": message.thread,
        "reply_markup": message.markup,
        "ephemeral_message_id": message.id if message.only_for else None,
    }
    return body | {name: value for name, value in optional.items() if value}


def _entities(written: str, message: Message) -> dict[str, Any]:
    name = "entities" if written == "text" else "caption_entities"
    return {name: message.entities} if message.entities else {}


def _bare(world: World, chat: Chat, message: Message) -> dict[str, Any]:
    """The message that is answered: without the one that it answered in its turn."""
    body = shown(world, chat, message)
    body.pop("reply_to_message", None)
    return body


def inaccessible(chat: Chat, number: int) -> dict[str, Any]:
    """A message that Telegram does not hand out any more: its date is 0."""
    return {"chat": chat.head(), "message_id": number, "date": 0}
