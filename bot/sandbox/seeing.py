"""The chats as the page draws them: plain JSON, no markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.botapi.chats import Chat, Message
    from bot.botapi.world import World

_HAPPENED = frozenset({"new_chat_members", "left_chat_member"})
"""What a group says about itself."""
_SHOWN_SCOPES = {True: "all_private_chats", False: "all_group_chats"}


def state(world: World, chat_id: int, people: tuple[int, ...]) -> dict[str, Any]:
    """One chat whole, and how many messages of the bot's each of the chats holds."""
    chat = world.chats[chat_id]
    return {
        "version": world.version,
        "chat": seen(world, chat),
        "told": {n: told(world.chats[n]) for n in people},
        "bot": world.me["username"],
    }


def told(chat: Chat) -> int:
    """The number of the bot's newest message: a higher one than before is news."""
    return max((number for number, message in chat.messages.items() if message.mine), default=0)


def seen(world: World, chat: Chat) -> dict[str, Any]:
    """A chat with its messages as they are now."""
    return {
        "id": chat.id,
        "messages": [shown(world, chat, message) for message in chat.newest()],
        "toasts": chat.toasts,
        "blocked": chat.blocked,
        "language": chat.language or "",
        "description": profile(world, "description", chat.language),
        "commands": commands(world, chat),
    }


def profile(world: World, what: str, language: str | None) -> str:
    """A text about the bot, in the telephone's language where there is one."""
    own = world.profile.get((what, language or ""))
    return str(own or world.profile.get((what, ""), ""))


def commands(world: World, chat: Chat) -> list[dict[str, str]]:
    """The menu, as a telephone in this language has it: the narrowest scope that has one."""
    for scope in (_SHOWN_SCOPES[chat.is_private], "default"):
        for language in (chat.language or "", ""):
            found: list[dict[str, str]] | None = world.profile.get(
                ("commands", scope, "", "", language)
            )
            if found:
                return found
    return []


def shown(world: World, chat: Chat, message: Message) -> dict[str, Any]:
    """A message: its words with entities, its buttons, and what else it holds."""
    answered = chat.messages.get(message.reply_to or 0)
    return {
        "id": message.id,
        "mine": message.mine,
        "sender": message.sender,
        "text": "" if message.content and message.caption is None else message.text,
        "entities": message.entities,
        "rows": [[_button(button) for button in row] for row in message.rows],
        "reaction": world.reactions.get((chat.id, message.id), ""),
        "edited": message.edited is not None,
        "reply": answered.text[:80] if answered is not None else "",
        "only": message.only_for,
        "thing": thing(message),
    }


def _button(button: dict[str, Any]) -> dict[str, str]:
    return {
        "text": button["text"],
        "url": button.get("url", ""),
        "style": button.get("style", ""),
    }


def thing(message: Message) -> dict[str, Any] | None:
    """What a message is besides words; None where it is words only."""
    content = message.content
    if "photo" in content:
        return {"kind": "photo", "file": content["photo"][-1]["file_id"]}
    if "voice" in content:
        return {"kind": "voice", "file": content["voice"]["file_id"]}
    if "document" in content:
        document = content["document"]
        return {"kind": "document", "file": document["file_id"], "name": document["file_name"]}
    if "location" in content:
        return {"kind": "location", **content["location"]}
    for happened in _HAPPENED & content.keys():
        return {"kind": "other", "name": happened.partition("_")[0]}
    return {"kind": "other", "name": message.text} if content else None
