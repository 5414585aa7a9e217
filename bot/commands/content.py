"""`check` and `report`."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from analysis.report.writers import COATS
from bot.commands.common import (
    CONTENT,
    Console,
    print_json,
    read_bytes,
    require_report_language,
    write_file,
)
from surveys.errors import ContentError

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.reports import ReportRequest
    from surveys.questionnaire.problems import Problem
    from surveys.store.store import Store


def check(console: Console, files: list[Path], *, as_json: bool) -> None:
    """Every problem of every file at once; exit code 1 when there is an error."""
    from bot.shapes import problems_shape
    from surveys.questionnaire.loading import check_questionnaire, read_source

    found: list[Problem] = []
    for path in files:
        try:
            found += check_questionnaire(read_source(path), path.name)[1]
        except ContentError as error:
            found += error.problems
    if as_json:
        print_json(problems_shape(found))
    for problem in found:
        typer.echo(problem.line_in(console.language), err=as_json)
    if any(problem.severity == "error" for problem in found):
        raise typer.Exit(CONTENT)
    if not found and not as_json:
        console.say("cli-problems-none", file=", ".join(path.name for path in files))


_SUFFIXES = {"polis": "polis.zip", "csv": "zip", "letter": "txt"}
"""How a report's file ends when nobody names it, where that is not the format: data go with their codebook."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The files a report is made with, beside the answers; each is optional."""

    template: Path | None
    indicators: Path | None
    roster: Path | None
    population: Path | None

    def read(self) -> dict[str, Any]:
        """What is in those that were named, as ReportRequest calls them. Raises ConfigError."""
        named = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: read_bytes(file) for name, file in named.items() if file is not None}


async def report(
    settings: Settings,
    console: Console,
    code: str | None,
    *,
    series: str | None,
    form: str,
    language: str,
    output: str | None,
    beside: Beside,
) -> None:
    """Writes the report to a file, or to stdout for `-`."""
    from bot.reports import ReportRequest

    if (code is None) == (series is None):
        raise console.refused("cli-report-which")
    _known(console, form)
    require_report_language(console, language)
    name = (code or "").upper() or (series or "")
    default = f"rapport-{name}.{_SUFFIXES.get(form, form)}"
    form = _packed(form, output or default)
    if beside.template is not None and form != "pptx":
        raise console.refused("refused-template")
    least = settings.opinion.least_voters
    request = ReportRequest(
        language, form, code, series, least_voters=least, licence=settings.web.licence
    )
    made = await _made(settings, replace(request, **beside.read()))
    target = output or ("-" if form == "json" else default)
    if target == "-":
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
        return
    write_file(Path(target), made)
    console.tell("cli-report-written", path=target)


async def _made(settings: Settings, request: ReportRequest) -> bytes:
    """The report, with the aerial picture of a survey that has one."""
    from bot.commands.telling import told
    from bot.recordings import Recordings
    from bot.reports import surveys_of, write_report

    async def write(store: Store) -> bytes:
        code = request.code
        survey = None if code is None else await store.survey(code.strip().upper())
        aerial = None if survey is None else Recordings(settings.recordings).aerial(survey)
        return await write_report(store, replace(request, aerial=aerial))

    return await told(settings, lambda store: surveys_of(store, request), write)


def _packed(form: str, target: str) -> str:
    """`csv` and `png` are one file each, or everything of the kind where the file is to be a zip."""
    packed = f"{form}.zip"
    return packed if target.endswith(".zip") and packed in COATS else form


def _known(console: Console, form: str) -> None:
    if form not in COATS:
        known = ", ".join(COATS)
        raise console.refused("cli-format-unknown", format=form, known=known)
