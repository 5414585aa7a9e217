"""Updates that a bot must survive without having asked for them, and the same ones in the wrong way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.botapi.showing import person

if TYPE_CHECKING:
    from bot.botapi.phone import Phone
    from bot.botapi.world import World


def _message(world: World, phone: Phone) -> dict[str, Any]:
    return {
        "message_id": world.next_message_id(),
        "date": int(world.clock()),
        "chat": phone.chat.head(),
        "from": phone.person,
        "text": "hej",
    }


def from_the_future(world: World, phone: Phone) -> int:
    """An update of a kind that nobody knows yet."""
    return world.add_update("telepathy", {"from": phone.person, "thought": "…"})


def business_message(world: World, phone: Phone) -> int:
    """A message to somebody else, whose business the bot is connected to."""
    content = {**_message(world, phone), "business_connection_id": "connection"}
    return world.add_update("business_message", content)


def guest_message(world: World, phone: Phone) -> int:
    """A message in a chat that the bot is no member of."""
    return world.add_update("guest_message", {**_message(world, phone), "guest_query_id": "guest"})


def inline_query(world: World, phone: Phone) -> int:
    """The person writes the bot's name in another chat."""
    content = {"id": f"inline{world.serial()}", "from": phone.person, "query": "", "offset": ""}
    return world.add_update("inline_query", content)


def channel_post(world: World) -> int:
    """A message that is from nobody."""
    chat = {"id": -100_5, "type": "channel", "title": "Kanal"}
    content = {"message_id": world.next_message_id(), "date": int(world.clock()), "chat": chat}
    return world.add_update("channel_post", {**content, "text": "hej"})


def broken_message(world: World, phone: Phone) -> int:
    """A message whose parts are of the wrong kind."""
    content = {**_message(world, phone), "chat": str(phone.chat.id), "text": {"no": "text"}}
    return world.add_update("message", content)


ODDITIES = (from_the_future, business_message, guest_message, inline_query, broken_message)
"""What can come from one person, whatever the bot has asked for."""


def again(world: World, update: dict[str, Any], *, new_id: bool = False) -> int:
    """The same update once more: under its own id, or as Telegram does after a breakdown under a new one."""
    kind, content = next((k, v) for k, v in update.items() if k != "update_id")
    return world.add_update(kind, content, update_id=None if new_id else update["update_id"])


def swap(world: World, first: int, second: int) -> None:
    """Two updates that wait change places: what was done last comes first."""
    one, other = world.updates[first], world.updates[second]
    world.updates[first] = {**other, "update_id": first}
    world.updates[second] = {**one, "update_id": second}
    for each in (first, second):
        world.changed(("update", each))


def vote(world: World, phone: Phone, message_id: int, *options: int) -> int:
    """The person votes in a poll of their chat, or, without options, takes the vote back.

    Gives the `poll_answer`, or 0 when the poll is anonymous. Raises ValueError when Telegram would not let them.
    """
    poll = phone.chat.messages[message_id].content["poll"]
    voters: dict[int, tuple[int, ...]] = world.votes.setdefault(poll["id"], {})
    before = voters.get(phone.chat.id, ())
    if poll["is_closed"] or (before and not poll["allows_revoting"]):
        raise ValueError("this poll takes no vote")
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise ValueError("this poll takes one option")
    voters[phone.chat.id] = options
    _count(poll, voters)
    world.inform("poll", dict(poll))
    if poll["is_anonymous"]:
        return 0
    chosen = [poll["options"][i]["persistent_id"] for i in options]
    user = person(phone.chat.id, phone.chat.language)
    answer = {"poll_id": poll["id"], "user": user, "option_ids": list(options)}
    return world.inform("poll_answer", {**answer, "option_persistent_ids": chosen})


def _count(poll: dict[str, Any], voters: dict[int, tuple[int, ...]]) -> None:
    poll["total_voter_count"] = sum(bool(chosen) for chosen in voters.values())
    for number, option in enumerate(poll["options"]):
        option["voter_count"] = sum(number in chosen for chosen in voters.values())
