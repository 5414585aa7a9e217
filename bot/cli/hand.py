"""The commands of the organiser's hand, declared: on themes, and on answers in other languages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import Code, Config, Database, Json, Language, do

app = typer.Typer()
SPREAD = {"theme": frozenset({"--answer", "--word"}), "translations": frozenset({"--remove"})}
"""Options that take every word until the next one, by command."""
_Act = Annotated[
    str,
    typer.Argument(
        metavar="[list|rename|merge|split|move|seed|sentence|undo]", help="Vad du vill göra."
    ),
]
_Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ORD]…",
        help=(
            "rename TEMA NAMN · merge TEMA TILL · split TEMA NAMN · move SVAR… · seed TEMA FRAS · "
            "sentence TEMA MENING · undo NUMMER"
        ),
    ),
]
_Target = Annotated[
    str | None, typer.Option("--to", metavar="TEMA", help="Dit svaren flyttas; other är övrigt.")
]
_Source = Annotated[
    str | None, typer.Option("--from", metavar="TEMA", help="Temat som svaren flyttas ifrån.")
]
_Answers = Annotated[
    list[str] | None, typer.Option(metavar="SVAR", help="Svar som hör till det nya temat.")
]
_Patterns = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ORD", help="Ord som hör till det nya temat; * är vilka bokstäver som helst."
    ),
]


@app.command()
def theme(
    code: Code,
    act: _Act = "list",
    words: _Words = None,
    target: _Target = None,
    source: _Source = None,
    answer: _Answers = None,
    word: _Patterns = None,
    language: Language = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Ordna rapportens teman: byt namn, slå ihop, dela, flytta svar, lägg till fraser, skriv meningar."""
    from bot.commands import common, hand

    console = common.console()
    asked = hand.Asked(
        act,
        tuple(words or ()),
        target=target,
        source=source,
        answers=tuple(answer or ()),
        words=tuple(word or ()),
        language=language or console.language,
    )
    do(
        lambda: hand.theme(
            common.settings_for(config, database), console, code, asked, as_json=as_json
        ),
        as_json=as_json,
    )


@app.command()
def translations(
    code: Code,
    out: Annotated[
        Path | None, typer.Option(metavar="FIL.xlsx", help="Skriv svaren som ska översättas.")
    ] = None,
    incoming: Annotated[
        Path | None, typer.Option("--in", metavar="FIL.xlsx", help="Läs in den ifyllda filen.")
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option(metavar="SVAR", help="Ta tillbaka en översättning.")
    ] = None,
    language: Language = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Få svar på andra språk översatta av en människa, så att de läses och räknas."""
    from bot.commands import common, translating

    console = common.console()
    do(
        lambda: translating.translations(
            common.settings_for(config, database),
            console,
            code,
            out=out,
            incoming=incoming,
            remove=tuple(remove or ()),
            language=language or console.language,
            as_json=as_json,
        ),
        as_json=as_json,
    )
