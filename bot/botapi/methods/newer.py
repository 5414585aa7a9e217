"""What came with Bot API 9.5 to 10.2: drafts, checklists, rich messages, and messages that only one member sees."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.botapi.chats import Message
from bot.botapi.entities import units
from bot.botapi.markup import checked_markup, checked_text
from bot.botapi.methods.registry import Fields, method, number, structure, writable
from bot.botapi.methods.sending import post
from bot.botapi.refusals import bad

if TYPE_CHECKING:
    from bot.botapi.chats import Chat
    from bot.botapi.world import World

LONGEST_RICH = 32_768
MOST_BLOCKS = 500
LONGEST_TITLE = 255
LONGEST_TASK = 100
MOST_TASKS = 30


@method
async def send_message_draft(world: World, fields: Fields) -> Any:
    """A text while it grows; nothing stays of it."""
    chat = writable(world, fields)
    if not chat.is_private:
        raise bad("message drafts can be sent in private chats only")
    if number(fields, "draft_id") == 0:
        raise bad("draft_id must be non-zero")
    checked_text(fields)
    return True


@method
async def send_checklist(world: World, fields: Fields) -> Any:
    """1 to 30 tasks, in the name of somebody who has connected their business to the bot: here nobody has."""
    checklist = structure(fields, "checklist") or {}
    tasks = checklist.get("tasks", [])
    if not 1 <= units(str(checklist.get("title", ""))) <= LONGEST_TITLE:
        raise bad("checklist title is invalid")
    if not 1 <= len(tasks) <= MOST_TASKS:
        raise bad("checklist must have 1-30 tasks")
    if any(not 1 <= units(str(task.get("text", ""))) <= LONGEST_TASK for task in tasks):
        raise bad("checklist task is invalid")
    if not fields["business_connection_id"]:
        raise KeyError("business_connection_id")
    raise bad("business connection not found")


@method
async def send_rich_message(world: World, fields: Fields) -> Any:
    """Headings, tables and lists; a person reads its words here."""
    chat = writable(world, fields)
    rich = structure(fields, "rich_message")
    given = [name for name in ("markdown", "html", "blocks") if rich and name in rich]
    if len(given) != 1:
        raise bad("exactly one of markdown, html and blocks must be specified")
    content = rich[given[0]]
    if given == ["blocks"] and len(content) > MOST_BLOCKS:
        raise bad("rich message has too many blocks")
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    if not 1 <= units(text) <= LONGEST_RICH:
        raise bad("rich message is too long")
    return post(world, chat, fields, Message(0, True, text, text, content={"rich_message": rich}))


@method
async def edit_ephemeral_message_text(world: World, fields: Fields) -> Any:
    """Another text in what only one member sees. Unlike other edits it gives True."""
    chat, message = _ephemeral(world, fields)
    message.text, message.entities = checked_text(fields)
    message.source = str(fields["text"])
    message.markup = checked_markup(fields.get("reply_markup"), chat)
    return True


@method
async def edit_ephemeral_message_reply_markup(world: World, fields: Fields) -> Any:
    """Other buttons under what only one member sees."""
    chat, message = _ephemeral(world, fields)
    message.markup = checked_markup(fields.get("reply_markup"), chat)
    return True


@method
async def delete_ephemeral_message(world: World, fields: Fields) -> Any:
    """Takes away what only one member sees."""
    chat, message = _ephemeral(world, fields)
    del chat.messages[message.id]
    return True


def _ephemeral(world: World, fields: Fields) -> tuple[Chat, Message]:
    chat = writable(world, fields)
    message = chat.messages.get(number(fields, "ephemeral_message_id"))
    if message is None or message.only_for != number(fields, "receiver_user_id"):
        raise bad("message to edit not found")
    return chat, message
