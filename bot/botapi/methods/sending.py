"""New messages in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.botapi.chats import Message
from bot.botapi.markup import checked_markup, checked_text
from bot.botapi.methods.registry import Fields, flag, method, number, structure, writable
from bot.botapi.refusals import bad
from bot.botapi.showing import shown

if TYPE_CHECKING:
    from bot.botapi.chats import Chat
    from bot.botapi.world import World


@method
async def send_message(world: World, fields: Fields) -> Any:
    """A text with buttons."""
    chat = writable(world, fields)
    text, entities = checked_text(fields)
    source = str(fields["text"])
    return post(world, chat, fields, Message(0, True, text, source, entities=entities))


@method
async def send_chat_action(world: World, fields: Fields) -> Any:
    """ "Writing …": nothing stays of it."""
    writable(world, fields)
    if not fields["action"]:
        raise bad("wrong parameter action in request")
    return True


def post(world: World, chat: Chat, fields: Fields, message: Message) -> dict[str, Any]:
    """A message of the bot's appears in a chat, with what all kinds have: buttons, what it answers, its thread."""
    message.markup = checked_markup(fields.get("reply_markup"), chat)
    message.reply_to = answered(chat, fields)
    message.thread = number(fields, "message_thread_id", 0) or None
    message.only_for = number(fields, "receiver_user_id", 0) or None
    _check_receiver(chat, message.only_for)
    return appear(world, chat, message)


def _check_receiver(chat: Chat, receiver: int | None) -> None:
    """A message for one member alone is for a member of a group."""
    if receiver is None:
        return
    if chat.is_private:
        raise bad("ephemeral messages can be sent only in groups")
    if chat.members.get(receiver, "left") in {"left", "kicked"}:
        raise bad("user not found")


def appear(world: World, chat: Chat, message: Message) -> dict[str, Any]:
    """A message of the bot's gets its number and its date, and is there."""
    message.id = world.next_message_id()
    message.date = int(world.clock())
    chat.messages[message.id] = message
    return shown(world, chat, message)


def answered(chat: Chat, fields: Fields) -> int | None:
    """The message that a new one answers. Refuses one that is not there, unless told that it may be missing."""
    parameters = structure(fields, "reply_parameters") or {}
    given = parameters.get("message_id", fields.get("reply_to_message_id"))
    if given is None:
        return None
    if int(given) in chat.messages:
        return int(given)
    if flag({**fields, **parameters}, "allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")
