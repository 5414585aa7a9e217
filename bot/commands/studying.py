"""`simulate`, `diff` and `record`: what a questionnaire or a survey is like, before and beside the answers."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands.common import (
    CONTENT,
    Console,
    print_json,
    questionnaire_source,
    reading,
    require_report_language,
    write_file,
)
from bot.shapes import diff_shape, simulation_shape
from surveys.errors import ContentError
from surveys.questionnaire.difference import differences
from surveys.questionnaire.loading import check_questionnaire, library_ids, load_questionnaire
from surveys.questionnaire.problems import problem
from surveys.simulation.simulating import simulate

if TYPE_CHECKING:
    from bot.config import Settings
    from surveys.questionnaire.models import Questionnaire
    from surveys.simulation.simulating import Simulation

LONG_RUN = 500
"""Walks from which a bar shows how far they have come."""
_CODE = re.compile(r"[A-Za-z]{6}")


def simulate_one(console: Console, named: str, *, walks: int, seed: int, as_json: bool) -> None:
    """Tries the ways through a questionnaire; exit code 1 when it has errors."""
    source, file = questionnaire_source(named)
    questionnaire, problems = check_questionnaire(source, file)
    errors = [found for found in problems if found.severity == "error"]
    if questionnaire is None:
        raise ContentError(errors)
    made = None if errors else _simulated(questionnaire, walks, seed)
    if made is not None:
        problems += [problem("question_unreached", file, question=each) for each in made.unreached]
        if made.longest_seconds > made.limit:
            facts = {"seconds": made.longest_seconds, "screens": made.longest_screens}
            problems.append(problem("path_over_time", file, **facts, limit=made.limit))
    if as_json:
        print_json(simulation_shape(questionnaire, problems, made))
    for found in problems:
        typer.echo(found.line_in(console.language), err=as_json)
    if made is not None and not as_json:
        _tell(console, made)
    if errors:
        raise typer.Exit(CONTENT)


def _simulated(questionnaire: Questionnaire, walks: int, seed: int) -> Simulation:
    if walks < LONG_RUN or not sys.stderr.isatty():
        return simulate(questionnaire, walks=walks, seed=seed)
    from rich.console import Console as Terminal
    from rich.progress import Progress

    with Progress(console=Terminal(stderr=True), transient=True) as progress:
        bar = progress.add_task(questionnaire.id, total=walks)
        return simulate(
            questionnaire,
            walks=walks,
            seed=seed,
            told=lambda done: progress.update(bar, completed=done),
        )


def _tell(console: Console, made: Simulation) -> None:
    console.say(
        "cli-simulated" if made.exhausted else "cli-simulated-bound",
        paths=made.paths,
        walks=made.walks,
        languages=", ".join(made.languages),
    )
    console.say(
        "cli-simulated-time",
        screens=made.longest_screens,
        longest=made.longest_seconds,
        median=made.median_seconds,
        limit=made.limit,
    )


async def diff(
    settings: Callable[[], Settings], console: Console, before: str, after: str, *, as_json: bool
) -> None:
    """Tells what changed between two questionnaires; exit code 1 when answers lose their place."""
    old = await _questionnaire(settings, before)
    new = await _questionnaire(settings, after)
    found = differences(old, new)
    told = [
        (
            each,
            {
                tag: console.texts.say(
                    tag,
                    f"diff-{each.code.replace('_', '-')}",
                    question=each.question,
                    detail=each.detail,
                )
                for tag in ("sv", "en")
            },
        )
        for each in found
    ]
    if as_json:
        print_json(diff_shape(old, new, told))
    else:
        for _, text in told:
            typer.echo(text[console.language])
        orphans = sum(each.orphans for each in found)
        console.say("cli-diff-orphans" if orphans else "cli-diff-none", n=orphans)
    if any(each.orphans for each in found):
        raise typer.Exit(CONTENT)


async def _questionnaire(settings: Callable[[], Settings], named: str) -> Questionnaire:
    """A library id, a file, or the version that a survey runs on."""
    if named not in library_ids() and _is_code(named):
        async with reading(settings()) as store:
            return (await store.survey_named(named)).questionnaire
    source, file = questionnaire_source(named)
    return load_questionnaire(source, file)


def _is_code(named: str) -> bool:
    return _CODE.fullmatch(named) is not None and not Path(named).exists()


async def record(
    settings: Settings, console: Console, code: str, *, language: str, output: str
) -> None:
    """Writes the data protection officer's page to a file, or to stdout for `-`."""
    from bot.recording import record_page

    require_report_language(console, language)
    async with reading(settings) as store:
        page = record_page(await store.survey_named(code), console.texts, language)
    if output == "-":
        sys.stdout.buffer.write(page.encode())
        sys.stdout.buffer.flush()
        return
    write_file(Path(output), page.encode())
    console.tell("cli-report-written", path=output)
