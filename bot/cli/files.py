"""The commands on questionnaires as files, declared: they need no survey, and most of them no database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import Config, Database, Json, Language, Questionnaire, do, do_with

app = typer.Typer()


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Formulär i TOML.")], as_json: Json = False
) -> None:
    """Granska formulär: allt som är fel, med rad och råd."""
    from bot.commands import common, content

    do(lambda: content.check(common.console(), files, as_json=as_json))


@app.command()
def simulate(
    questionnaire: Questionnaire,
    walks: Annotated[int, typer.Option(min=0, help="Slumpade vägar utöver de uppräknade.")] = 200,
    seed: Annotated[int, typer.Option(help="Samma tal ger samma vägar.")] = 0,
    as_json: Json = False,
) -> None:
    """Prova alla vägar genom ett formulär: frågor som aldrig kommer, längsta vägen, tiden."""
    from bot.commands import common, studying

    do(
        lambda: studying.simulate_one(
            common.console(), questionnaire, walks=walks, seed=seed, as_json=as_json
        ),
        as_json=as_json,
    )


@app.command()
def diff(
    before: Annotated[str, typer.Argument(help="Ett formulärs id, en TOML-fil eller en enkätkod.")],
    after: Annotated[str, typer.Argument(help="Det ändrade, på samma sätt.")],
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Visa vilka svar som inte längre hör till någon fråga när ett formulär ändras."""
    from bot.commands import common, studying

    do(
        lambda: studying.diff(
            lambda: common.settings_for(config, database),
            common.console(),
            before,
            after,
            as_json=as_json,
        ),
        as_json=as_json,
    )


@app.command()
def export(
    what: Annotated[str, typer.Argument(metavar="FIL|ID|KOD", help="Formulär eller enkät.")],
    to: Annotated[str, typer.Option("--to", help="xlsform, schema, codebook eller paper.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Fil: .xlsx, .json, .csv, .md eller .pdf.")
    ],
    language: Language = None,
    config: Config = None,
    database: Database = None,
) -> None:
    """Skriv ett formulär i en annan form, till exempel på papper."""
    from bot.commands import exporting

    do_with(
        config,
        database,
        lambda settings, console: exporting.export(
            settings, console, what, to=to, output=output, language=language
        ),
    )


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="XLSForm: .xlsx, .xls, .csv, .md.")],
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="TOML-fil, eller - för stdout.")
    ] = None,
    language: Language = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="Även om rader inte kommer med.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Läs ett formulär ur ett kalkylblad (XLSForm)."""
    from bot.commands import common, exchange

    do(
        lambda: exchange.import_(
            common.console(), file, output, language, partial=partial, as_json=as_json
        ),
        as_json=as_json,
    )
