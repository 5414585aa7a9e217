"""`telegram-sandbox`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.commands.running import set_up_logging

if TYPE_CHECKING:
    from bot.commands.common import Console
    from bot.config import Settings


async def play(
    settings: Settings, console: Console, *, port: int, code: str | None, lasting: bool
) -> None:
    """The sandbox until a signal comes. Unless `lasting`, what is answered is gone afterwards."""
    from bot.sandbox import running

    set_up_logging(settings)

    def ready(address: str) -> None:
        console.say("cli-sandbox", address=f"{address}/")
        console.tell("cli-sandbox-kept" if lasting else "cli-sandbox-forgotten")
        console.tell("cli-stop")
        sys.stdout.flush()

    with running.database_of(settings, lasting=lasting):
        await running.play(settings, port=port, code=code, ready=ready)
