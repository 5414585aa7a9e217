"""`db verify`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from bot.commands.common import CONTENT, Console, print_json, reading

if TYPE_CHECKING:
    from bot.config import Settings


async def verify(settings: Settings, console: Console, *, as_json: bool) -> None:
    """The store's own checks; exit code 1 when something does not agree."""
    async with reading(settings) as store:
        result = await store.verify()
    if as_json:
        print_json(
            {
                "format": "dalalab.verify/1",
                "checked": dict(result.checked),
                "differences": [
                    {"where": found.where, "text": found.text} for found in result.differences
                ],
            }
        )
    for found in result.differences:
        typer.echo(f"{found.where}: {found.text}", err=True)
    if result.differences:
        raise typer.Exit(CONTENT)
    if not as_json:
        checked = ", ".join(f"{name} {count}" for name, count in result.checked.items())
        console.say("cli-verified", checked=checked)
