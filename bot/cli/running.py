"""The commands that ask people, declared: the server, the practice chat, the terminal and paper."""

from __future__ import annotations

from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.shared import Code, Config, Database, Language, do, do_with

app = typer.Typer()


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


@app.command()
def chat(
    code: Code,
    record: Annotated[Path | None, typer.Option(help="Spara samtalet som ett scenario.")] = None,
    language: Language = None,
    config: Config = None,
    database: Database = None,
) -> None:
    """Svara på en enkät i terminalen."""
    from bot.commands import running

    do_with(
        config,
        database,
        lambda settings, console: running.chat(settings, console, code, language, record),
    )


@app.command()
def enter(
    code: Code,
    language: Language = None,
    config: Config = None,
    database: Database = None,
) -> None:
    """Skriv in svar från pappersformulär, ett efter ett."""
    from bot.commands import common, running

    do(lambda: running.enter(common.settings_for(config, database), code, language))
