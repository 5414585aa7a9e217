"""The commands on what is kept, declared: taking it away, and checking it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import Code, Config, Database, Decision, Json, do_with

app = typer.Typer()
db = typer.Typer(help="Databasens egna kontroller.", no_args_is_help=True)


@app.command()
def erase(
    receipt: Annotated[str, typer.Argument(help="Kvittokoden.")],
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Ta bort en deltagares svar med kvittokoden."""
    from bot.commands import surveys

    do_with(
        config,
        database,
        lambda settings, console: surveys.erase(settings, console, receipt, as_json=as_json),
    )


@app.command()
def purge(
    code: Code,
    decision_ref: Decision = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Gallra en enkäts svar. Kräver gallringsbeslutets beteckning."""
    from bot.commands import surveys

    do_with(
        config,
        database,
        lambda settings, console: surveys.purge(
            settings, console, code, decision_ref, as_json=as_json
        ),
    )


@app.command()
def doctor(config: Config = None, database: Database = None, as_json: Json = False) -> None:
    """Se efter att nyckeln, databasen och disken är som de ska. Ändrar ingenting."""
    from bot.commands import doctoring

    do_with(
        config,
        database,
        lambda settings, console: doctoring.doctor(settings, console, as_json=as_json),
        as_json=as_json,
    )


@db.command("verify")
def db_verify(config: Config = None, database: Database = None, as_json: Json = False) -> None:
    """Kontrollera att det som är lagrat stämmer med sig självt."""
    from bot.commands import database as checks

    do_with(
        config,
        database,
        lambda settings, console: checks.verify(settings, console, as_json=as_json),
    )


@db.command("backup")
def db_backup(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Kopians fil; annars med dagens datum.")
    ] = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Skriv en kopia av databasen, också medan servern är igång, och kontrollera den."""
    from bot.commands import copying

    do_with(
        config,
        database,
        lambda settings, console: copying.backup(settings, console, output, as_json=as_json),
        as_json=as_json,
    )


@db.command("restore")
def db_restore(
    copy: Annotated[Path, typer.Argument(help="Kopian.")],
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Lägg tillbaka en kopia. Det som har raderats, stängts och gallrats sedan dess görs om."""
    from bot.commands import copying

    do_with(
        config,
        database,
        lambda settings, console: copying.restore(settings, console, copy, as_json=as_json),
        as_json=as_json,
    )
