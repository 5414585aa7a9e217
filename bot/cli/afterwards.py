"""The commands for what comes after a survey, declared: the answer back, and what comes back."""

from __future__ import annotations

from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.shared import Code, Config, Database, Json, Output, ReportLanguage, Series, do, do_with

app = typer.Typer()


@app.command()
def answer(
    code: Code,
    file: Annotated[
        Path | None, typer.Option("--file", help="Svaret: .md på ett språk, eller .toml.")
    ] = None,
    language: Annotated[
        str, typer.Option(help="Språket i en .md-fil, och i det som visas.")
    ] = "sv",
    preview: Annotated[bool, typer.Option("--preview", help="Visa, utan att publicera.")] = False,
    begin: Annotated[
        bool, typer.Option("--begin", help="Skriv en fil att utgå från, med rapportens meningar.")
    ] = False,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Svara tillbaka: du sa – vi gjorde. Utan fil visas det som är publicerat."""
    from bot.commands import answering, common

    def work() -> Coroutine[Any, Any, None]:
        settings, console = common.settings_for(config, database), common.console()
        if begin:
            return answering.begin(settings, console, code, language=language)
        if file is None:
            return answering.show(settings, console, code, language=language, as_json=as_json)
        if preview:
            return answering.preview(settings, console, code, file, language=language)
        return answering.publish(settings, console, code, file, language=language, as_json=as_json)

    do(work, as_json=as_json)


@app.command()
def overdue(config: Config = None, database: Database = None, as_json: Json = False) -> None:
    """Lista stängda enkäter där svaret tillbaka är försenat."""
    from bot.commands import answering

    do_with(
        config,
        database,
        lambda settings, console: answering.list_overdue(settings, console, as_json=as_json),
        as_json=as_json,
    )


@app.command()
def meta(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="KOD…", help="Enkäternas koder, minst två.")
    ] = None,
    series: Series = None,
    form: Annotated[str, typer.Option("--format", help="html, json, pptx eller xlsx.")] = "html",
    language: ReportLanguage = "sv",
    output: Output = None,
    template: Annotated[
        Path | None, typer.Option(help="Er egen PowerPoint-mall, till --format pptx.")
    ] = None,
    config: Config = None,
    database: Database = None,
) -> None:
    """Metaanalys: teman och samsyn som återkommer i flera enkäter."""
    from bot.commands import metas

    do_with(
        config,
        database,
        lambda settings, console: metas.meta(
            settings,
            console,
            codes or [],
            series=series,
            form=form,
            language=language,
            output=output,
            template=template,
        ),
    )


@app.command("themes-vote")
def themes_vote(
    code: Code,
    title: Annotated[
        str | None, typer.Option(help="Rubriken; annars Stämmer sammanfattningen?")
    ] = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Fråga deltagarna om sammanfattningen stämmer: rapportens teman som påståenden."""
    from bot.commands import checking

    do_with(
        config,
        database,
        lambda settings, console: checking.themes_vote(
            settings, console, code, title, as_json=as_json
        ),
        as_json=as_json,
    )


@app.command()
def publications(
    code: Code, config: Config = None, database: Database = None, as_json: Json = False
) -> None:
    """Visa vad som har visats av en enkät, gång för gång, och vad som stod still eller hölls inne."""
    from bot.commands import publications as told

    do_with(
        config,
        database,
        lambda settings, console: told.publications(settings, console, code, as_json=as_json),
        as_json=as_json,
    )
