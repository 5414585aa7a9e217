"""Changing what is there: texts, captions, buttons; taking away, copying, pinning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.botapi.markup import checked_caption, checked_markup, checked_text
from bot.botapi.methods.registry import Fields, editable, method, number, structure, writable
from bot.botapi.methods.sending import appear
from bot.botapi.refusals import bad
from bot.botapi.showing import shown

if TYPE_CHECKING:
    from bot.botapi.chats import Chat, Message
    from bot.botapi.world import World

CAN_BE_DELETED = 48 * 3600
"""Seconds after a message was sent."""


@method
async def edit_message_text(world: World, fields: Fields) -> Any:
    """Another text, with the buttons that are given: without any, those that were there go."""
    chat, message = editable(world, fields)
    if message.content:
        raise bad("there is no text in the message to edit")
    text, entities = checked_text(fields)
    markup = checked_markup(fields.get("reply_markup"), chat)
    _must_differ(message, (text, entities), markup)
    message.text, message.source, message.entities = text, str(fields["text"]), entities
    return _edited(world, chat, message, markup)


@method
async def edit_message_caption(world: World, fields: Fields) -> Any:
    """Another text under a picture or a file."""
    chat, message = editable(world, fields)
    if not message.content:
        raise bad("there is no caption in the message to edit")
    caption, entities = checked_caption(fields)
    markup = checked_markup(fields.get("reply_markup"), chat)
    _must_differ(message, (caption or "", entities), markup)
    message.text, message.caption, message.entities = caption or "", caption, entities
    return _edited(world, chat, message, markup)


@method
async def edit_message_reply_markup(world: World, fields: Fields) -> Any:
    """Other buttons under the same text."""
    chat, message = editable(world, fields)
    markup = checked_markup(fields.get("reply_markup"), chat)
    _must_differ(message, (message.text, message.entities), markup)
    return _edited(world, chat, message, markup)


def _edited(
    world: World, chat: Chat, message: Message, markup: dict[str, Any] | None
) -> dict[str, Any]:
    message.markup, message.edited = markup, int(world.clock())
    return shown(world, chat, message)


def _must_differ(
    message: Message, content: tuple[str, list[dict[str, Any]]], markup: dict[str, Any] | None
) -> None:
    same = content == (message.text, message.entities)
    if same and (message.markup or {}) == (markup or {}):
        raise bad(
            "message is not modified: specified new message content and reply markup "
            "are exactly the same as a current content and reply markup of the message"
        )


@method
async def delete_message(world: World, fields: Fields) -> Any:
    """Takes a message away: for 48 hours, in a private chat also the person's own."""
    chat = writable(world, fields)
    message_id = number(fields, "message_id")
    if message_id not in chat.messages:
        raise bad("message to delete not found")
    if not _deletable(world, chat, message_id):
        raise bad("message can't be deleted")
    del chat.messages[message_id]
    return True


def _deletable(world: World, chat: Chat, message_id: int) -> bool:
    message = chat.messages[message_id]
    if message.date and world.clock() - message.date > CAN_BE_DELETED:
        return False
    return message.mine or chat.is_private or chat.bot_status == "administrator"


@method
async def delete_messages(world: World, fields: Fields) -> Any:
    """Takes several away; those that are not there are passed over."""
    chat = writable(world, fields)
    given = structure(fields, "message_ids", [])
    if not 1 <= len(given) <= 100:
        raise bad("message identifiers are not specified")
    for message_id in map(int, given):
        if message_id in chat.messages and _deletable(world, chat, message_id):
            del chat.messages[message_id]
    return True


@method
async def copy_message(world: World, fields: Fields) -> Any:
    """The same message once more, without saying whence it came."""
    made = _again(world, fields, "message to copy not found")
    return {"message_id": made["message_id"]}


@method
async def forward_message(world: World, fields: Fields) -> Any:
    """The same message once more."""
    return _again(world, fields, "message to forward not found")


def _again(world: World, fields: Fields, missing: str) -> dict[str, Any]:
    chat = writable(world, fields)
    source = writable(world, fields, "from_chat_id")
    message = source.messages.get(number(fields, "message_id"))
    if message is None:
        raise bad(missing)
    markup = checked_markup(fields.get("reply_markup"), chat)
    return appear(world, chat, replace(message, mine=True, markup=markup, reply_to=None))


@method
async def pin_chat_message(world: World, fields: Fields) -> Any:
    """The message stands at the top of the chat."""
    chat = writable(world, fields)
    message_id = number(fields, "message_id")
    if message_id not in chat.messages:
        raise bad("message to pin not found")
    chat.pinned = [message_id, *(each for each in chat.pinned if each != message_id)]
    return True


@method
async def unpin_chat_message(world: World, fields: Fields) -> Any:
    """The newest pinned message, or the one that is named, stands there no longer."""
    chat = writable(world, fields)
    if not chat.pinned:
        raise bad("message to unpin not found")
    gone = number(fields, "message_id", chat.pinned[0])
    chat.pinned = [each for each in chat.pinned if each != gone]
    return True


@method
async def unpin_all_chat_messages(world: World, fields: Fields) -> Any:
    """Nothing stands at the top."""
    writable(world, fields).pinned.clear()
    return True
