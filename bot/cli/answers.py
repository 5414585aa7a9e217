"""The commands on answers that were collected elsewhere, declared: they need no survey and no database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import Config, Json, do, do_with

app = typer.Typer()
File = Annotated[Path, typer.Argument(metavar="FIL", help="Svaren: .xlsx, .xls eller .csv.")]
Codebook = Annotated[
    str | None, typer.Option(help="Kodbok i TOML, eller en som följer med: evaluation, place.")
]
Languages = Annotated[str | None, typer.Option(help="Språken i svaren, till exempel sv,en.")]


@app.command()
def themes(
    file: File,
    column: Annotated[
        str, typer.Option("--text-column", help="Kolumnen med fritext: rubriken eller numret.")
    ],
    language: Languages = None,
    backend: Annotated[str, typer.Option(help="lex eller embed.")] = "lex",
    codebook: Codebook = None,
    discover: Annotated[
        str | None, typer.Option(metavar="ANTAL|auto", help="Sök teman som ingen har skrivit ned.")
    ] = None,
    every_answer: Annotated[
        bool, typer.Option("--every-answer", help="Varje svar i exakt ett tema, för mätning.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Hitta teman i fritextsvar ur en fil, med skäl och citat."""
    from bot.commands import common, theming

    do(
        lambda: theming.themes(
            common.console(),
            file,
            column,
            language=language,
            backend=backend,
            codebook=codebook,
            discover=discover,
            every_answer=every_answer,
            as_json=as_json,
        ),
        as_json=as_json,
    )


@app.command()
def analyse(
    file: File,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="MAPP", help="Mapp att skriva i.")
    ],
    codebook: Codebook = None,
    text_column: Annotated[
        list[str] | None,
        typer.Option("--text-column", help="En kolumn med fritext (flera går bra)."),
    ] = None,
    language: Languages = None,
    yes: Annotated[bool, typer.Option("--yes", help="Fråga inte om gissningarna stämmer.")] = False,
    as_json: Json = False,
) -> None:
    """Gör en rapport av en export från Forms, Mentimeter eller ett kalkylblad."""
    from bot.commands import analysing, common

    do(
        lambda: analysing.analyse(
            common.console(),
            file,
            output,
            codebook=codebook,
            text_columns=text_column or [],
            language=language,
            yes=yes,
            as_json=as_json,
        ),
        as_json=as_json,
    )


_Votes = Annotated[
    Path,
    typer.Argument(
        metavar="RÖSTER", help="Rösterna: en rad per deltagare, en kolumn per påstående."
    ),
]
_Excluded = Annotated[
    str | None,
    typer.Option(metavar="NUMMER", help="Påståenden som inte räknas, till exempel 3,4,11-16."),
]
_Groups = Annotated[
    Path | None,
    typer.Option(metavar="FIL", help="Grupper som är kända: kolumnerna participant och group-id."),
]
_Permutations = Annotated[
    int | None,
    typer.Option(min=0, max=100_000, help="Omkastningar som grupper prövas mot; annars 199."),
]


@app.command()
def opinion(
    votes: _Votes,
    mode: Annotated[str, typer.Option(help="honest eller polis.")] = "honest",
    exclude: _Excluded = None,
    groups: _Groups = None,
    permutations: _Permutations = None,
    seed: Annotated[int, typer.Option(min=0, help="Slumpens frö.")] = 0,
    config: Config = None,
    as_json: Json = False,
) -> None:
    """Vad rösterna säger: samsyn, delade meningar, och grupper om de är mer än slump."""
    from bot.commands import opining

    do_with(
        config,
        None,
        lambda settings, console: opining.opinion(
            settings,
            console,
            votes,
            mode=mode,
            exclude=exclude,
            groups=groups,
            permutations=permutations,
            seed=seed,
            as_json=as_json,
        ),
        as_json=as_json,
    )
