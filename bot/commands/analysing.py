"""`analyse`: a report on an export from another tool, and what was guessed about its columns."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from bot.commands.common import CONTENT, Console, print_json, write_file
from bot.commands.theming import codebook_named, languages_from, progress, themes_body
from surveys.files import unwritable

if TYPE_CHECKING:
    from analysis.intake.columns import Column
    from analysis.intake.reporting import Brought

COATS_WRITTEN = ("html", "pptx", "xlsx", "csv", "json")


def analyse(
    console: Console,
    file: Path,
    folder: Path,
    *,
    codebook: str | None,
    text_columns: Sequence[str],
    language: str | None,
    yes: bool,
    as_json: bool,
) -> None:
    """Reads the file, says what it takes the columns for, and writes the reports into `folder`."""
    from analysis.intake.columns import guess_columns
    from analysis.intake.reporting import bring
    from analysis.intake.tables import read_table

    book = None if codebook is None else codebook_named(codebook)
    languages = languages_from(console, language)
    table = read_table(file).without_totals()
    texts = [table.column(name) for name in text_columns]
    columns = guess_columns(table.headers, table.rows, texts)
    if not yes and not as_json and sys.stdin.isatty():
        _ask(console, columns)
    brought = bring(table, file.stem, columns, book, languages)
    files = _write(console, brought, folder)
    warnings = [*_warnings(console, brought, book_guessed=book is None)]
    if as_json:
        print_json(_shape(console, brought, files, warnings))
    else:
        _tell(console, brought.columns, warnings, files)


def _ask(console: Console, columns: Sequence[Column]) -> None:
    """Shows the guesses to somebody at a terminal, who may stop here."""
    _tell_columns(console, columns)
    if not typer.confirm(console.words("analyse-right"), default=True):
        console.tell("analyse-mend")
        raise typer.Exit(CONTENT)


def _write(console: Console, brought: Brought, folder: Path) -> list[str]:
    from analysis.intake.reporting import report_on
    from analysis.report.writers import COATS

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from None
    report = report_on(brought, console.language)
    files = []
    for name in COATS_WRITTEN:
        coat = COATS[name]
        path = folder / f"rapport.{coat.suffix}"
        write_file(path, coat.write(report))
        files.append(str(path))
    return files


def _warnings(console: Console, brought: Brought, *, book_guessed: bool) -> list[str]:
    from analysis.intake.reporting import NO_BOOK

    say, spoken = console.texts.say, console.language
    found = []
    table = brought.table
    if table.skipped:
        found.append(say(spoken, "analyse-skipped", n=table.skipped))
    if table.unread:
        found.append(say(spoken, "analyse-unread", sheets=", ".join(table.unread)))
    if table.totals:
        found.append(say(spoken, "analyse-totals", n=table.totals))
    if table.shortened:
        found.append(say(spoken, "analyse-shortened", n=table.shortened))
    personal = [column.name for column in brought.columns if column.kind == "personal"]
    if personal:
        found.append(say(spoken, "analyse-personal", columns=", ".join(personal)))
    doubles = sorted({name for name in table.headers if name and table.headers.count(name) > 1})
    if doubles:
        found.append(say(spoken, "analyse-doubles", columns=", ".join(doubles)))
    blank = sum(not any(row) for row in table.rows)
    if blank:
        found.append(say(spoken, "analyse-blank", n=blank))
    if book_guessed and brought.texts():
        text = "analyse-codebook-none" if brought.codebook == NO_BOOK else "analyse-codebook"
        found.append(say(spoken, text, codebook=brought.codebook.id))
    if not brought.texts():
        found.append(say(spoken, "analyse-no-texts"))
    return found


def _shape(
    console: Console, brought: Brought, files: list[str], warnings: list[str]
) -> dict[str, Any]:
    """`dalalab.analyse/1`."""
    table = brought.table
    return {
        "format": "dalalab.analyse/1",
        "file": {
            "encoding": table.encoding,
            "delimiter": table.delimiter,
            "rows": len(table.rows),
        },
        "columns": [_column(column) for column in brought.columns],
        "texts": _themes(console, brought),
        "files": files,
        "warnings": warnings,
    }


def _column(column: Column) -> dict[str, Any]:
    shape = {
        "name": column.name,
        "kind": column.kind,
        "guessed": column.guessed,
        "n": column.n,
    }
    if column.counts:
        shape["cells"] = [{"label": label, "n": n} for label, n in column.counts.items()]
    return shape


def _themes(console: Console, brought: Brought) -> dict[str, Any]:
    from analysis.themes.theming import Plan, theme_texts

    plan = Plan(brought.codebook, "auto", languages=brought.languages)
    found = {}
    for column in brought.texts():
        texts = brought.table.cells(column.place)
        with progress(console, "themes-reading", len(texts)) as told:
            themed = theme_texts(texts, plan, language=console.language, progress=told)
        found[column.name] = {"format": "dalalab.themes/1", **themes_body(themed, "lex")}
    return found


def _tell(
    console: Console, columns: Sequence[Column], warnings: Sequence[str], files: Sequence[str]
) -> None:
    _tell_columns(console, columns)
    for warning in warnings:
        typer.echo(warning, err=True)
    paths = [Path(file) for file in files]
    names = ", ".join(path.name for path in paths)
    console.tell("analyse-written", folder=str(paths[0].parent), files=names)


def _tell_columns(console: Console, columns: Sequence[Column]) -> None:
    for column in columns:
        kind = console.words(f"column-{column.kind}")
        console.say("analyse-column", name=column.name, kind=kind, n=column.n)
