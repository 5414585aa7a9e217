"""`import`: a spreadsheet form into a questionnaire."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from bot.commands.common import CONTENT, Console, print_json, write_file
from surveys.files import unreadable

if TYPE_CHECKING:
    from surveys.questionnaire.xlsform.returning import Imported


def import_(
    console: Console,
    file: Path,
    output: str | None,
    language: str | None,
    *,
    partial: bool,
    as_json: bool,
) -> None:
    """Writes the questionnaire and tells what did not come along; exit code 1 when something did not."""
    from surveys.questionnaire.languages import NAMES
    from surveys.questionnaire.xlsform.importing import import_form

    if language is not None and language not in NAMES:
        known = ", ".join(list(NAMES)[:6])
        raise console.refused("cli-no-language", wanted=language, known=f"{known} …")
    made = import_form(_content(file), file.name, language)
    writing = made.source is not None and (made.whole or partial)
    target = _target(console, file, output) if writing else None
    if target is not None and made.source is not None:
        _write(target, made.source, as_json=as_json)
    _tell(console, made, target, as_json=as_json)
    if not made.whole and not (partial and writing):
        raise typer.Exit(CONTENT)


def _content(file: Path) -> bytes:
    from surveys.questionnaire.xlsform.sheets import LARGEST_FILE

    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise unreadable(file, error) from None


def _target(console: Console, file: Path, output: str | None) -> str:
    if output is not None:
        return output
    target = f"{file.stem or 'form'}.toml"
    if Path(target).exists():
        raise console.refused("cli-file-exists", path=target)
    return target


def _write(target: str, source: str, *, as_json: bool) -> None:
    if target == "-":
        if not as_json:
            sys.stdout.buffer.write(source.encode())
            sys.stdout.buffer.flush()
        return
    write_file(Path(target), source.encode())


def _tell(console: Console, made: Imported, target: str | None, *, as_json: bool) -> None:
    if as_json:
        print_json(import_shape(made, target))
    for trouble in made.troubles:
        typer.echo(trouble.line_in(console.language), err=True)
    rows = {"read": made.read, "refused": made.refused, "imported": made.imported}
    if target is None:
        console.tell("cli-import-refused", read=rows["read"], refused=rows["refused"])
    elif target != "-":
        questions = count_questions(made)
        console.tell(
            "cli-imported",
            path=target,
            questions=questions,
            read=rows["read"],
            imported=rows["imported"],
        )


def count_questions(made: Imported) -> int:
    """Questions in the file that was made."""
    return 0 if made.questionnaire is None else len(made.questionnaire.question)


def import_shape(made: Imported, output: str | None) -> dict[str, Any]:
    """`dalalab.import/1`: every row read is imported, ignored or refused."""
    return {
        "format": "dalalab.import/1",
        "output": output,
        "questions": count_questions(made),
        "rows": {
            "read": made.read,
            "imported": made.imported,
            "ignored": made.ignored,
            "refused": made.refused,
        },
        "problems": [trouble.to_json() for trouble in made.troubles],
    }
