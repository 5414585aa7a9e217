"""The command line, declared. Every command imports what it needs when it runs, so that help is fast."""

from __future__ import annotations

import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import cli_afterwards, cli_answers, cli_files, cli_hand, cli_photos, cli_reports, cli_votes
from bot.cli_shared import Config, Database, Json, do

app = typer.Typer(
    name="dalalab",
    help="Korta utvärderingar och medborgardialoger på folks telefoner, och rapporter som visar sina belägg.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
survey_app = typer.Typer(help="Öppna, visa, lista och stäng enkäter.", no_args_is_help=True)
db_app = typer.Typer(help="Databasens egna kontroller.", no_args_is_help=True)
for declared in (
    cli_files,
    cli_answers,
    cli_hand,
    cli_photos,
    cli_reports,
    cli_votes,
    cli_afterwards,
):
    app.add_typer(declared.app)
app.add_typer(survey_app, name="survey")
app.add_typer(db_app, name="db")

Code = Annotated[str, typer.Argument(help="Enkätens kod.")]
DECIDED = frozenset({"--approve", "--hide"})
SPREAD = {"quotes": DECIDED, "photos": DECIDED, **cli_hand.SPREAD}


@app.command()
def run(
    config: Config = None,
    host: Annotated[str | None, typer.Option(help="Adress att lyssna på.")] = None,
    port: Annotated[int | None, typer.Option(help="Port att lyssna på.")] = None,
    database: Database = None,
    demo: Annotated[bool, typer.Option("--demo", help="Med påhittade enkäter och svar.")] = False,
) -> None:
    """Kör webbsidorna, och Telegram om det finns en token."""
    from bot.commands import common, running

    def work() -> Coroutine[Any, Any, None]:
        settings = common.settings_for(config, database, web__host=host, web__port=port)
        if demo and settings.store.url == type(settings.store)().url:
            settings.store.url = running.DEMO_DATABASE
        return running.serve(settings, common.console(), demo=demo)

    do(work)


@app.command("telegram-sandbox")
def telegram_sandbox(
    code: Annotated[str | None, typer.Argument(help="Enkätens kod; annars en att öva på.")] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port att lyssna på; 0 tar en ledig.")
    ] = 8081,
    database: Database = None,
) -> None:
    """Prova boten utan Telegram: en sida i webbläsaren som ser ut som en chatt."""
    from bot.commands import common, sandboxing

    def work() -> Coroutine[Any, Any, None]:
        settings = common.settings_for(None, database)
        lasting = database is not None
        return sandboxing.play(settings, common.console(), port=port, code=code, lasting=lasting)

    do(work)


@survey_app.command("open")
def survey_open(
    questionnaire: Annotated[str, typer.Argument(help="Formulärets id, eller en TOML-fil.")],
    title: Annotated[str, typer.Option(help="Rubriken som deltagarna ser.")],
    notice: Annotated[Path | None, typer.Option(help="Informationen till deltagarna.")] = None,
    demo_notice: Annotated[
        bool, typer.Option("--demo-notice", help="Märk allt som övning.")
    ] = False,
    fill: Annotated[
        Path | None, typer.Option(help="Det som fylls i för just den här enkäten.")
    ] = None,
    invited: Annotated[int | None, typer.Option(min=0, help="Antal inbjudna.")] = None,
    series: Annotated[str | None, typer.Option(help="Serien enkäten hör till.")] = None,
    channel: Annotated[
        list[str] | None, typer.Option(help="web, telegram (flera går bra).")
    ] = None,
    opens: Annotated[
        str | None, typer.Option(help="Öppnar, till exempel 2027-02-05T13:00.")
    ] = None,
    closes: Annotated[str | None, typer.Option(help="Stänger, samma form.")] = None,
    language: Annotated[str | None, typer.Option(help="Språket som erbjuds först.")] = None,
    roster: Annotated[
        Path | None, typer.Option(help="Inbjudna organisationer och deras typ, som CSV.")
    ] = None,
    long_code: Annotated[
        bool,
        typer.Option("--long-code", help="En kod som ingen kan gissa: för dem som får länken."),
    ] = False,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Öppna en enkät. Utan fullständig information till deltagarna går det inte."""
    from bot.commands import common, surveys

    def work() -> Coroutine[Any, Any, None]:
        arguments = surveys.opening_arguments(
            questionnaire,
            common.console(),
            title=title,
            notice=notice,
            demo_notice=demo_notice,
            fill=fill,
            invited=invited,
            series=series,
            channels=channel or [],
            opens=opens,
            closes=closes,
            language=language,
            long_code=long_code,
            roster=roster,
        )
        settings = common.settings_for(config, database)
        folders = surveys.folders_of(questionnaire, fill)
        return surveys.open_one(settings, common.console(), arguments, folders, as_json=as_json)

    do(work, as_json=as_json)


@survey_app.command("show")
def survey_show(
    code: Code, config: Config = None, database: Database = None, as_json: Json = False
) -> None:
    """Visa hur många som har svarat, aldrig vad."""
    from bot.commands import common, surveys

    do(
        lambda: surveys.show(
            common.settings_for(config, database), common.console(), code, as_json=as_json
        )
    )


@survey_app.command("list")
def survey_list(config: Config = None, database: Database = None, as_json: Json = False) -> None:
    """Lista alla enkäter."""
    from bot.commands import common, surveys

    do(
        lambda: surveys.list_all(
            common.settings_for(config, database), common.console(), as_json=as_json
        )
    )


@survey_app.command("close")
def survey_close(
    code: Code,
    attended: Annotated[int | None, typer.Option(min=0, help="Hur många som deltog.")] = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Stäng en enkät. Sedan kan ingen koppla ett svar till en person."""
    from bot.commands import common, surveys

    do(
        lambda: surveys.close(
            common.settings_for(config, database),
            common.console(),
            code,
            attended,
            as_json=as_json,
        )
    )


@app.command()
def chat(
    code: Code,
    record: Annotated[Path | None, typer.Option(help="Spara samtalet som ett scenario.")] = None,
    language: Annotated[str | None, typer.Option(help="Språk, till exempel en.")] = None,
    config: Config = None,
    database: Database = None,
) -> None:
    """Svara på en enkät i terminalen."""
    from bot.commands import common, running

    do(
        lambda: running.chat(
            common.settings_for(config, database), common.console(), code, language, record
        )
    )


@app.command()
def enter(
    code: Code,
    language: Annotated[str | None, typer.Option(help="Språk, till exempel en.")] = None,
    config: Config = None,
    database: Database = None,
) -> None:
    """Skriv in svar från pappersformulär, ett efter ett."""
    from bot.commands import common, running

    do(lambda: running.enter(common.settings_for(config, database), code, language))


@app.command()
def quotes(
    code: Code,
    approve: Annotated[list[str] | None, typer.Option(help="Godkänn ett citat.")] = None,
    hide: Annotated[list[str] | None, typer.Option(help="Dölj ett citat.")] = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Visa, godkänn och dölj citat. Inget citat visas utan godkännande."""
    from bot.commands import common, surveys

    do(
        lambda: surveys.quotes(
            common.settings_for(config, database),
            common.console(),
            code,
            approve or [],
            hide or [],
            as_json=as_json,
        )
    )


@app.command()
def erase(
    receipt: Annotated[str, typer.Argument(help="Kvittokoden.")],
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Ta bort en deltagares svar med kvittokoden."""
    from bot.commands import common, surveys

    do(
        lambda: surveys.erase(
            common.settings_for(config, database), common.console(), receipt, as_json=as_json
        )
    )


@app.command()
def purge(
    code: Code,
    decision_ref: Annotated[
        str | None, typer.Option("--decision-ref", "--decision", help="Gallringsbeslutet.")
    ] = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Gallra en enkäts svar. Kräver gallringsbeslutets beteckning."""
    from bot.commands import common, surveys

    do(
        lambda: surveys.purge(
            common.settings_for(config, database),
            common.console(),
            code,
            decision_ref,
            as_json=as_json,
        )
    )


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
    from bot.commands import common, linking

    verb = linking.revoke if revoke else linking.link
    do(
        lambda: verb(
            common.settings_for(config, database), common.console(), code, as_json=as_json
        ),
        as_json=as_json,
    )


@app.command("owner-link")
def owner_link(config: Config = None, database: Database = None, as_json: Json = False) -> None:
    """Ge ägaren en ny engångslänk till arrangörens sidor, om den förra är borta."""
    from bot.commands import common, linking

    do(
        lambda: linking.owner_link(
            common.settings_for(config, database), common.console(), as_json=as_json
        ),
        as_json=as_json,
    )


@db_app.command("verify")
def db_verify(config: Config = None, database: Database = None, as_json: Json = False) -> None:
    """Kontrollera att det som är lagrat stämmer med sig självt."""
    from bot.commands import common
    from bot.commands import database as checks

    do(
        lambda: checks.verify(
            common.settings_for(config, database), common.console(), as_json=as_json
        )
    )


def spread(words: list[str], options: frozenset[str]) -> list[str]:
    """`--approve A B` as `--approve A --approve B`: these options take every word until the next one."""
    spread_out: list[str] = []
    repeating: str | None = None
    for word in words:
        if word.startswith("-"):
            repeating = word if word in options else None
        elif repeating is not None and spread_out[-1] != repeating:
            spread_out.append(repeating)
        spread_out.append(word)
    return spread_out


def main() -> None:
    """The command `dalalab`."""
    words = sys.argv[1:]
    app(args=spread(words, SPREAD.get(words[0] if words else "", frozenset())))
