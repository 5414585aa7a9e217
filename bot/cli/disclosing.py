"""The command that makes a masked copy of a survey's answers, declared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import Code, Config, Database, Decision, Json, ReportLanguage, do_with

app = typer.Typer()
_Review = Annotated[
    Path | None,
    typer.Option(metavar="FIL.xlsx", help="Skriv svaren bredvid förslag till maskning."),
]
_Reviewed = Annotated[
    Path | None, typer.Option(metavar="FIL.xlsx", help="Granskningen, läst och ifylld.")
]
_Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="KOPIA", help="Kopian: .xlsx, .pdf eller .zip med CSV."),
]
_Rows = Annotated[
    bool, typer.Option("--rows", help="Håll ihop varje svarandes svar, om det har begärts.")
]


@app.command()
def disclose(
    code: Code,
    review: _Review = None,
    reviewed: _Reviewed = None,
    out: _Out = None,
    decision: Decision = None,
    rows: _Rows = False,
    language: ReportLanguage = "sv",
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Gör en maskad kopia av svaren för utlämnande av allmän handling. Först granskning, sedan kopia."""
    from bot.commands import disclosing

    wish = disclosing.Wish(review, reviewed, out, (decision or "").strip(), rows, language)
    do_with(
        config,
        database,
        lambda settings, console: disclosing.disclose(
            settings, console, code, wish, as_json=as_json
        ),
        as_json=as_json,
    )
