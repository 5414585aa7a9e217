"""The commands that write what a survey came to, declared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import Code, Config, Database, do_with

app = typer.Typer()


@app.command()
def report(
    code: Annotated[str | None, typer.Argument(help="Enkätens kod.")] = None,
    series: Annotated[str | None, typer.Option(help="En hel serie i stället.")] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", help="html, json, pptx, xlsx, csv, sav, pdf, png, letter, geojson."
        ),
    ] = "html",
    language: Annotated[str, typer.Option(help="sv eller en.")] = "sv",
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Fil, eller - för stdout.")
    ] = None,
    template: Annotated[
        Path | None, typer.Option(help="Er egen PowerPoint-mall, till --format pptx.")
    ] = None,
    indicators: Annotated[
        Path | None, typer.Option(help="Siffror att visa bredvid svaren, som CSV.")
    ] = None,
    roster: Annotated[
        Path | None, typer.Option(help="Inbjudna organisationer och deras typ, som CSV.")
    ] = None,
    population: Annotated[
        Path | None, typer.Option(help="Befolkningen att jämföra bakgrunden med, som CSV.")
    ] = None,
    config: Config = None,
    database: Database = None,
) -> None:
    """Skriv rapporten: vad säger deltagarna?"""
    from bot.commands import content

    do_with(
        config,
        database,
        lambda settings, console: content.report(
            settings,
            console,
            code,
            series=series,
            form=form,
            language=language,
            output=output,
            template=template,
            indicators=indicators,
            roster=roster,
            population=population,
        ),
    )


@app.command()
def record(
    code: Code,
    language: Annotated[str, typer.Option(help="sv eller en.")] = "sv",
    output: Annotated[str, typer.Option("-o", "--output", help="Fil, eller - för stdout.")] = "-",
    config: Config = None,
    database: Database = None,
) -> None:
    """Skriv sidan som ett dataskyddsombud frågar efter, med raden till registret."""
    from bot.commands import studying

    do_with(
        config,
        database,
        lambda settings, console: studying.record(
            settings, console, code, language=language, output=output
        ),
    )
