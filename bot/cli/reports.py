"""The commands that write what a survey came to, declared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import Code, Config, Database, Output, ReportLanguage, Roster, Series, do_with

app = typer.Typer()


_Form = Annotated[
    str,
    typer.Option("--format", help="html, json, pptx, xlsx, csv, sav, pdf, png, letter, geojson."),
]
_Template = Annotated[
    Path | None, typer.Option(help="Er egen PowerPoint-mall, till --format pptx.")
]
_Indicators = Annotated[Path | None, typer.Option(help="Siffror att visa bredvid svaren, som CSV.")]
_Population = Annotated[
    Path | None, typer.Option(help="Befolkningen att jämföra bakgrunden med, som CSV.")
]


@app.command()
def report(
    code: Annotated[str | None, typer.Argument(help="Enkätens kod.")] = None,
    series: Series = None,
    form: _Form = "html",
    language: ReportLanguage = "sv",
    output: Output = None,
    template: _Template = None,
    indicators: _Indicators = None,
    roster: Roster = None,
    population: _Population = None,
    config: Config = None,
    database: Database = None,
) -> None:
    """Skriv rapporten: vad säger deltagarna?"""
    from bot.commands import content

    beside = content.Beside(template, indicators, roster, population)
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
            beside=beside,
        ),
    )


@app.command()
def record(
    code: Code,
    language: ReportLanguage = "sv",
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
