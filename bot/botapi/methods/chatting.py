"""Chats, their members and their threads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.botapi.methods.registry import Fields, method, number, writable
from bot.botapi.refusals import bad
from bot.botapi.showing import member, person, shown

if TYPE_CHECKING:
    from bot.botapi.chats import Chat
    from bot.botapi.world import World

LONGEST_TOPIC = 128
_NOT_THERE = frozenset({"left", "kicked"})


@method
async def get_chat(world: World, fields: Fields) -> Any:
    """A chat with what only this call tells."""
    chat = world.chat(number(fields, "chat_id"))
    more: dict[str, Any] = {"accent_color_id": 0, "max_reaction_count": 11}
    if chat.pinned and chat.pinned[0] in chat.messages:
        more["pinned_message"] = shown(world, chat, chat.messages[chat.pinned[0]])
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), False
    )
    return {**chat.head(), **more, "accepted_gift_types": {**gifts, "gifts_from_channels": False}}


@method
async def get_chat_member(world: World, fields: Fields) -> Any:
    """What somebody is in a chat."""
    chat = world.chat(number(fields, "chat_id"))
    user = number(fields, "user_id")
    if user == world.bot_id:
        return member(world.me, chat.bot_status)
    if user not in chat.members and user != chat.id:
        raise bad("user not found")
    return member(person(user), chat.members.get(user, "member"))


@method
async def get_chat_administrators(world: World, fields: Fields) -> Any:
    """Who runs a group."""
    chat = _group(world, fields)
    people = [
        member(person(user), status)
        for user, status in chat.members.items()
        if status in {"creator", "administrator"}
    ]
    is_one = chat.bot_status == "administrator"
    return [*people, *([member(world.me, chat.bot_status)] if is_one else [])]


@method
async def get_chat_member_count(world: World, fields: Fields) -> Any:
    """How many are in a chat, the bot among them."""
    chat = world.chat(number(fields, "chat_id"))
    if chat.is_private:
        return 2
    return 1 + sum(status not in _NOT_THERE for status in chat.members.values())


@method
async def leave_chat(world: World, fields: Fields) -> Any:
    """The bot goes."""
    chat = _group(world, fields)
    chat.bot_status, chat.blocked = "left", True
    return True


def _group(world: World, fields: Fields) -> Chat:
    chat = writable(world, fields)
    if chat.is_private:
        raise bad("chat is a private chat")
    return chat


@method
async def create_forum_topic(world: World, fields: Fields) -> Any:
    """A thread of its own."""
    chat = writable(world, fields)
    name = str(fields["name"])
    if not 1 <= len(name) <= LONGEST_TOPIC:
        raise bad("topic name must be between 1 and 128 characters")
    chat.next_thread += 1
    return {"message_thread_id": chat.next_thread, "name": name, "icon_color": 0x6FB9F0}
