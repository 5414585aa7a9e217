"""The commands on a survey's life, declared: `survey open|show|list|close`."""

from __future__ import annotations

from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.shared import Code, Config, Database, Json, Questionnaire, Roster, do, do_with

app = typer.Typer(help="Öppna, visa, lista och stäng enkäter.", no_args_is_help=True)


_Notice = Annotated[Path | None, typer.Option(help="Informationen till deltagarna.")]
_Demo = Annotated[bool, typer.Option("--demo-notice", help="Märk allt som övning.")]
_Fill = Annotated[Path | None, typer.Option(help="Det som fylls i för just den här enkäten.")]
_Channels = Annotated[list[str] | None, typer.Option(help="web, telegram (flera går bra).")]
_Opens = Annotated[str | None, typer.Option(help="Öppnar, till exempel 2027-02-05T13:00.")]
_LongCode = Annotated[
    bool, typer.Option("--long-code", help="En kod som ingen kan gissa: för dem som får länken.")
]


@app.command("open")
def survey_open(
    questionnaire: Questionnaire,
    title: Annotated[str, typer.Option(help="Rubriken som deltagarna ser.")],
    notice: _Notice = None,
    demo_notice: _Demo = False,
    fill: _Fill = None,
    invited: Annotated[int | None, typer.Option(min=0, help="Antal inbjudna.")] = None,
    series: Annotated[str | None, typer.Option(help="Serien enkäten hör till.")] = None,
    channel: _Channels = None,
    opens: _Opens = None,
    closes: Annotated[str | None, typer.Option(help="Stänger, samma form.")] = None,
    language: Annotated[str | None, typer.Option(help="Språket som erbjuds först.")] = None,
    roster: Roster = None,
    long_code: _LongCode = False,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Öppna en enkät. Utan fullständig information till deltagarna går det inte."""
    from bot.commands import common, surveys

    def work() -> Coroutine[Any, Any, None]:
        named = surveys.Named(questionnaire, notice=notice, fill=fill, roster=roster)
        arguments = surveys.opening_arguments(
            named,
            common.console(),
            title=title,
            demo_notice=demo_notice,
            invited=invited,
            series=series,
            channels=channel or [],
            opens=opens,
            closes=closes,
            language=language,
            long_code=long_code,
        )
        settings = common.settings_for(config, database)
        return surveys.open_one(settings, common.console(), arguments, named, as_json=as_json)

    do(work, as_json=as_json)


@app.command("show")
def survey_show(
    code: Code, config: Config = None, database: Database = None, as_json: Json = False
) -> None:
    """Visa hur många som har svarat, aldrig vad."""
    from bot.commands import surveys

    do_with(
        config,
        database,
        lambda settings, console: surveys.show(settings, console, code, as_json=as_json),
    )


@app.command("list")
def survey_list(config: Config = None, database: Database = None, as_json: Json = False) -> None:
    """Lista alla enkäter."""
    from bot.commands import surveys

    do_with(
        config,
        database,
        lambda settings, console: surveys.list_all(settings, console, as_json=as_json),
    )


@app.command("close")
def survey_close(
    code: Code,
    attended: Annotated[int | None, typer.Option(min=0, help="Hur många som deltog.")] = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Stäng en enkät. Sedan kan ingen koppla ett svar till en person."""
    from bot.commands import surveys

    do_with(
        config,
        database,
        lambda settings, console: surveys.close(settings, console, code, attended, as_json=as_json),
    )
