"""The commands on statements and votes, declared."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli_shared import Config, Database, Json, do

app = typer.Typer()
Code = Annotated[str, typer.Argument(help="Enkätens kod.")]


@app.command()
def statements(
    code: Code,
    approve: Annotated[list[str] | None, typer.Option(help="Visa ett påstående.")] = None,
    reject: Annotated[
        list[str] | None, typer.Option(help="Dölj ett påstående; säg varför med --reason.")
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Skäl, till exempel duplicate.")] = None,
    moderation: Annotated[
        str | None, typer.Option(metavar="on|off", help="Läs nya påståenden innan de visas.")
    ] = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Läs deltagarnas påståenden, visa och dölj dem."""
    from bot.commands import common, moderating

    do(
        lambda: moderating.statements(
            common.settings_for(config, database),
            common.console(),
            code,
            approve=approve or [],
            reject=reject or [],
            reason=reason,
            moderation=moderation,
            as_json=as_json,
        ),
        as_json=as_json,
    )
