"""The Bot API methods, one function each: fields in, result out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from bot.botapi.markup import Refused, bad, checked_markup, checked_text
from bot.botapi.world import Chat, Message, World

Fields = dict[str, Any]
Method = Callable[[World, Fields], Awaitable[Any]]
METHODS: dict[str, Method] = {}
PRESS_LIVES = 150.0
"""Seconds a button press can be answered."""


def method(function: Method) -> Method:
    METHODS[function.__name__.replace("_", "").lower()] = function
    return function


def shown(world: World, chat: Chat, message: Message) -> dict[str, Any]:
    """A message as the Bot API writes it."""
    sender = world.me if message.mine else {"id": chat.id, "is_bot": False, "first_name": "Person"}
    body = {
        "message_id": message.id,
        "date": int(world.clock()),
        "chat": {"id": chat.id, "type": "private", "first_name": "Person"},
        "from": sender,
        "text": message.text,
    }
    return {**body, "reply_markup": message.markup} if message.markup else body


@method
async def get_me(world: World, fields: Fields) -> Any:
    return world.me


@method
async def get_updates(world: World, fields: Fields) -> Any:
    """Long polling: waits for an update; a second poller ends the first with 409."""
    if world.webhook["url"]:
        raise Refused(409, "Conflict: can't use getUpdates method while webhook is active")
    offset, limit = int(fields.get("offset", 0)), int(fields.get("limit", 100))
    world.confirm(offset)
    mine = asyncio.get_running_loop().create_future()
    previous, world.poller = world.poller, mine
    if previous is not None and not previous.done():
        previous.set_result(None)
    world.changed()
    try:
        await world.until(
            lambda: bool(world.updates) or mine.done(),
            within=float(fields.get("timeout", 0)) or 0.001,
        )
    except TimeoutError:
        return []
    finally:
        if world.poller is mine:
            world.poller = None
    if mine.done():
        raise Refused(
            409,
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running",
        )
    return [world.updates[update_id] for update_id in sorted(world.updates)[: min(limit, 100)]]


@method
async def set_webhook(world: World, fields: Fields) -> Any:
    if not str(fields.get("url", "")):
        raise bad("bad webhook: URL must not be empty")
    world.webhook = dict(fields)
    world.changed()
    return True


@method
async def delete_webhook(world: World, fields: Fields) -> Any:
    world.webhook = {"url": ""}
    if str(fields.get("drop_pending_updates", "")).lower() == "true":
        world.updates.clear()
    world.changed()
    return True


@method
async def get_webhook_info(world: World, fields: Fields) -> Any:
    return {
        "url": world.webhook["url"],
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


@method
async def set_my_commands(world: World, fields: Fields) -> Any:
    commands = json.loads(fields["commands"])
    world.commands[fields.get("language_code", "")] = commands
    return True


@method
async def send_message(world: World, fields: Fields) -> Any:
    chat = _writable(world, fields)
    message = Message(
        id=0,
        mine=True,
        text=checked_text(fields),
        source=str(fields["text"]),
        markup=checked_markup(fields.get("reply_markup")),
    )
    message.id = world.next_message_id()
    chat.messages[message.id] = message
    return shown(world, chat, message)


@method
async def send_voice(world: World, fields: Fields) -> Any:
    """A recording; a person sees its length and a button to play it."""
    chat = _writable(world, fields)
    message = Message(id=world.next_message_id(), mine=True, text="(voice)")
    chat.messages[message.id] = message
    world.files[f"voice{message.id}"] = fields["voice"].file.read()
    return shown(world, chat, message)


@method
async def edit_message_text(world: World, fields: Fields) -> Any:
    chat, message = _editable(world, fields)
    text, markup = checked_text(fields), checked_markup(fields.get("reply_markup"))
    _must_differ(message, str(fields["text"]), markup)
    message.text, message.source, message.markup = text, str(fields["text"]), markup
    return shown(world, chat, message)


@method
async def edit_message_reply_markup(world: World, fields: Fields) -> Any:
    chat, message = _editable(world, fields)
    markup = checked_markup(fields.get("reply_markup"))
    _must_differ(message, message.source, markup)
    message.markup = markup
    return shown(world, chat, message)


@method
async def delete_message(world: World, fields: Fields) -> Any:
    chat = _writable(world, fields)
    if chat.messages.pop(int(fields["message_id"]), None) is None:
        raise bad("message to delete not found")
    return True


@method
async def answer_callback_query(world: World, fields: Fields) -> Any:
    query = str(fields.get("callback_query_id", ""))
    chat_id, at, answered = world.presses.get(query, (0, 0.0, True))
    if answered or world.clock() - at > PRESS_LIVES:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(str(fields.get("text", ""))) > 200:
        raise bad("MESSAGE_TOO_LONG")
    world.presses[query] = (chat_id, at, True)
    if fields.get("text"):
        world.chats[chat_id].toasts.append(str(fields["text"]))
    return True


@method
async def get_file(world: World, fields: Fields) -> Any:
    file_id = str(fields["file_id"])
    if file_id not in world.files:
        raise bad("invalid file_id")
    size = len(world.files[file_id])
    if size > 20 * 1024 * 1024:
        raise bad("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "file_size": size,
        "file_path": f"photos/{file_id}",
    }


def _writable(world: World, fields: Fields) -> Chat:
    chat = world.chat(int(fields["chat_id"]))
    if chat.blocked:
        raise Refused(403, "Forbidden: bot was blocked by the user")
    return chat


def _editable(world: World, fields: Fields) -> tuple[Chat, Message]:
    chat = _writable(world, fields)
    message = chat.messages.get(int(fields["message_id"]))
    if message is None:
        raise bad("message to edit not found")
    if not message.mine:
        raise bad("message can't be edited")
    return chat, message


def _must_differ(message: Message, source: str, markup: dict[str, Any] | None) -> None:
    if message.source == source and (message.markup or {}) == (markup or {}):
        raise bad(
            "message is not modified: specified new message content and reply markup "
            "are exactly the same as a current content and reply markup of the message"
        )
