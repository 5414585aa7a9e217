"""The commands that let an organiser in, declared."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.shared import Code, Config, Database, Json, do_with

app = typer.Typer()


@app.command("telegram-link")
def telegram_link(
    code: Code,
    revoke: Annotated[
        bool, typer.Option("--revoke", help="Avsluta för alla som följer enkäten.")
    ] = False,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Ge en engångskod, så att en arrangör kan följa enkäten i Telegram."""
    from bot.commands import linking

    verb = linking.revoke if revoke else linking.link
    do_with(
        config,
        database,
        lambda settings, console: verb(settings, console, code, as_json=as_json),
        as_json=as_json,
    )


@app.command("owner-link")
def owner_link(config: Config = None, database: Database = None, as_json: Json = False) -> None:
    """Ge ägaren en ny engångslänk till arrangörens sidor, om den förra är borta."""
    from bot.commands import linking

    do_with(
        config,
        database,
        lambda settings, console: linking.owner_link(settings, console, as_json=as_json),
        as_json=as_json,
    )
