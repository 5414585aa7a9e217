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


def member(user: dict[str, Any], status: str) -> dict[str, Any]:
    """What somebody is in a chat."""
    told: dict[str, Any] = {"user": user, "status": status}
    if status == "kicked":
        return {**told, "until_date": 0}
    if status != "administrator":
        return told
    rights = (
        "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
        "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
        "can_post_stories", "can_edit_stories", "can_delete_stories",
    )  # fmt: skip
    return {**told, **dict.fromkeys(rights, False)}


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


def membership(
    world: World, chat: Chat, by: dict[str, Any], who: dict[str, Any], change: tuple[str, str]
) -> dict[str, Any]:
    """That somebody became something else in a chat, from the old status to the new."""
    old, new = change
    return {
        "chat": chat.head(),
        "from": by,
        "date": int(world.clock()),
        "old_chat_member": member(who, old),
        "new_chat_member": member(who, new),
    }
