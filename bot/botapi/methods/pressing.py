"""Answers to presses, and reactions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.botapi.markup import units
from bot.botapi.methods.registry import Fields, method, number, structure, writable
from bot.botapi.refusals import bad

if TYPE_CHECKING:
    from bot.botapi.world import World

PRESS_LIVES = 150.0
"""Seconds a button press can be answered."""
LONGEST_TOAST = 200
EMOJI = frozenset("👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷😡")  # fmt: skip
"""What a bot may react with."""


@method
async def answer_callback_query(world: World, fields: Fields) -> Any:
    """Once for each press, within 150 seconds."""
    query = str(fields["callback_query_id"])
    chat_id, at, answered = world.presses.get(query, (0, 0.0, True))
    if answered or world.clock() - at > PRESS_LIVES:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    text = str(fields.get("text", ""))
    if units(text) > LONGEST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    world.presses[query] = (chat_id, at, True)
    reader = world.chats.get(world.pressing.get(query, chat_id))
    if text and reader is not None:
        reader.toasts.append(text)
        world.changed(reader.id)
    return True


@method
async def answer_web_app_query(world: World, fields: Fields) -> Any:
    """There is no web app: every query is unknown."""
    raise bad("query is too old and response timeout expired or query ID is invalid")


@method
async def set_message_reaction(world: World, fields: Fields) -> Any:
    """One emoji of the bot's on a message; none takes it back."""
    chat = writable(world, fields)
    message_id = number(fields, "message_id")
    if message_id not in chat.messages:
        raise bad("message to react not found")
    given = structure(fields, "reaction") or []
    if len(given) > 1:
        raise bad("REACTIONS_TOO_MANY")
    world.reactions.pop((chat.id, message_id), None)
    for reaction in given:
        emoji = str(reaction.get("emoji", "")).rstrip("\ufe0f")
        if emoji not in EMOJI:
            raise bad("REACTION_INVALID")
        world.reactions[chat.id, message_id] = emoji
    return True
