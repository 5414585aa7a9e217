"""`telegram-link` and `owner-link`: one-time ways in, to a survey in Telegram and to the studio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.common import perform, print_json

if TYPE_CHECKING:
    from bot.commands.common import Console
    from bot.config import Settings


async def link(settings: Settings, console: Console, code: str, *, as_json: bool) -> None:
    """Prints the code once; only its hash is kept."""
    body = await perform(settings, "invite", {"code": code})
    if as_json:
        print_json({"format": "dalalab.telegram-link/1", **body})
        return
    if body["link"] is not None:
        console.say("cli-telegram-link", link=body["link"])
    console.say("cli-telegram-link-code", code=body["code"])
    if body["link"] is None:
        console.tell("cli-telegram-link-no-bot")


async def revoke(settings: Settings, console: Console, code: str, *, as_json: bool) -> None:
    """Ends what was linked to the survey and its series."""
    body = await perform(settings, "revoke", {"code": code})
    if as_json:
        print_json({"format": "dalalab.telegram-link/1", **body})
    else:
        console.say("cli-telegram-unlinked", chats=body["chats"])


async def owner_link(settings: Settings, console: Console, *, as_json: bool) -> None:
    """Prints the link once; only its hash is kept."""
    body = await perform(settings, "owner_link", {})
    if as_json:
        print_json({"format": "dalalab.owner-link/1", **body})
    else:
        console.say("cli-owner-link", address=body["link"])
