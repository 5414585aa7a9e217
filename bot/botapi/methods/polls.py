"""Polls, and what people vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.botapi.chats import Message
from bot.botapi.entities import units
from bot.botapi.methods.registry import Fields, editable, flag, method, number, structure, writable
from bot.botapi.methods.sending import post
from bot.botapi.refusals import bad

if TYPE_CHECKING:
    from bot.botapi.world import World

LONGEST_QUESTION = 300
LONGEST_OPTION = 100
LONGEST_EXPLANATION = 200
MOST_OPTIONS = 12
OPEN_SECONDS = (5, 2_628_000)


@method
async def send_poll(world: World, fields: Fields) -> Any:
    """A question with 1 to 12 options."""
    chat = writable(world, fields)
    poll = _checked(world, fields)
    source = str(fields["question"])
    return post(world, chat, fields, Message(0, True, source, source, content={"poll": poll}))


def _checked(world: World, fields: Fields) -> dict[str, Any]:
    question = str(fields["question"])
    if not 1 <= units(question) <= LONGEST_QUESTION:
        raise bad("poll question length must not exceed 300")
    options = [_option(each) for each in structure(fields, "options") or []]
    if not 1 <= len(options) <= MOST_OPTIONS:
        raise bad("poll must have at most 12 options")
    if any(not 1 <= units(option) <= LONGEST_OPTION for option in options):
        raise bad("poll options length must not exceed 100")
    if units(str(fields.get("explanation") or "")) > LONGEST_EXPLANATION:
        raise bad("explanation is too long")
    _check_times(fields)
    poll_id = f"poll{world.serial()}"
    kind = str(fields.get("type") or "regular")
    if kind == "quiz" and not 0 <= _right(fields) < len(options):
        raise bad("wrong correct option ID specified")
    return {
        "id": poll_id,
        "question": question,
        "options": [
            {"persistent_id": f"{poll_id}-{i}", "text": text, "voter_count": 0}
            for i, text in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": flag(fields, "is_closed"),
        "is_anonymous": str(fields.get("is_anonymous", "true")).casefold() != "false",
        "type": kind,
        "allows_multiple_answers": flag(fields, "allows_multiple_answers"),
        "allows_revoting": str(fields.get("allows_revoting", "true")).casefold() != "false",
    }


def _right(fields: Fields) -> int:
    several = structure(fields, "correct_option_ids") or []
    return int(several[0]) if several else number(fields, "correct_option_id", -1)


def _option(given: Any) -> str:
    return str(given["text"]) if isinstance(given, dict) else str(given)


def _check_times(fields: Fields) -> None:
    if fields.get("open_period") and fields.get("close_date"):
        raise bad("can't use open_period and close_date together")
    shortest, longest = OPEN_SECONDS
    if fields.get("open_period") and not shortest <= number(fields, "open_period") <= longest:
        raise bad("wrong poll open period specified")


@method
async def stop_poll(world: World, fields: Fields) -> Any:
    """Nobody can vote any more; the poll as it ended."""
    _, message = editable(world, fields)
    poll = message.content.get("poll")
    if poll is None:
        raise bad("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    poll["is_closed"] = True
    world.inform("poll", dict(poll))
    return poll
