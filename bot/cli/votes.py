"""The commands on statements and votes, declared."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.shared import Code, Config, Database, Decision, Json, Target, do_with

app = typer.Typer()


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
    from bot.commands import moderating

    do_with(
        config,
        database,
        lambda settings, console: moderating.statements(
            settings,
            console,
            code,
            approve=approve or [],
            reject=reject or [],
            reason=reason,
            moderation=moderation,
            as_json=as_json,
        ),
        as_json=as_json,
    )


@app.command("export-votes")
def export_votes(
    code: Code,
    output: Target,
    decision_ref: Decision = None,
    config: Config = None,
    database: Database = None,
) -> None:
    """Lämna ut allas röster i Polis form, efter stängning och enligt ett beslut."""
    from bot.commands import moderating

    do_with(
        config,
        database,
        lambda settings, console: moderating.export_votes(
            settings, console, code, decision_ref=decision_ref or "", output=output
        ),
    )
