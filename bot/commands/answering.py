"""`answer` and `overdue`: "du sa – vi gjorde" from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from bot.answering import answer_shape, days_late, overdue, overdue_shape
from bot.commands.common import Console, perform, print_json, reading
from surveys.answer_back import STATUSES, spoken
from surveys.answer_file import blank_answer, read_answer
from surveys.questionnaire.loading import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.report.model import Report
    from bot.config import Settings
    from surveys.answer_back import AnswerBack
    from surveys.store.store import Store
    from surveys.survey import Survey


async def publish(
    settings: Settings, console: Console, code: str, file: Path, *, language: str, as_json: bool
) -> None:
    """Reads a file and publishes what it says as a new version."""
    arguments = {
        "code": code,
        "source": read_source(file),
        "file": file.name,
        "language": language,
    }
    body = await perform(settings, "answer", arguments)
    if as_json:
        print_json(body)
        return
    console.say("cli-answer-published", code=body["survey"], number=body["version"])
    if body["lacks"]:
        console.tell("cli-answer-lacks", languages=", ".join(body["lacks"]))


async def preview(
    settings: Settings, console: Console, code: str, file: Path, *, language: str
) -> None:
    """What a file would say, without publishing it."""
    async with reading(settings) as store:
        survey = await store.survey_named(code)
        versions = await store.answers_back(survey.id)
    standing = versions[0].answer if versions else None
    _say_answer(console, read_answer(read_source(file), file.name, language, standing), language)


async def show(
    settings: Settings, console: Console, code: str, *, language: str, as_json: bool
) -> None:
    """What is published, and how many wait to hear it."""
    from bot.app import utc_now

    async with reading(settings) as store:
        survey = await store.survey_named(code)
        versions = await store.answers_back(survey.id)
        waiting = await store.count_subscriptions(survey.id)
    body = answer_shape(survey, versions, waiting, utc_now())
    if as_json:
        print_json(body)
        return
    if not versions:
        console.say("cli-answer-none", code=survey.code)
    else:
        _say_answer(console, versions[0].answer, language)
    console.tell("cli-answer-waiting", n=waiting)


async def begin(settings: Settings, console: Console, code: str, *, language: str) -> None:
    """A file to go on from, with the report's own sentences: they have passed the gate."""
    from analysis.report.build import build_report
    from analysis.report.letter import sentences
    from bot.commands.telling import told
    from bot.reports import survey_data

    async def asked(store: Store) -> list[Survey]:
        return [await store.survey_named(code)]

    async def made(store: Store) -> tuple[Report, str]:
        data = await survey_data(store, await store.survey_named(code))
        return build_report(data, language=language), (await store.profile()).contact

    report, contact = await told(settings, asked, made)
    say = console.texts.say
    said = sentences(report) or [say(language, "cli-answer-said")]
    intro = say(language, "cli-answer-intro", answered=report.base.answered)
    typer.echo(blank_answer(said, intro=intro, contact=contact), nl=False)


async def list_overdue(settings: Settings, console: Console, *, as_json: bool) -> None:
    """Closed surveys whose promised answer has not come."""
    from bot.app import utc_now

    async with reading(settings) as store:
        late = await overdue(store, utc_now())
    if as_json:
        print_json(overdue_shape(late, utc_now()))
        return
    if not late:
        console.tell("cli-overdue-none")
    for survey in late:
        facts: dict[str, Any] = {"code": survey.code, "title": survey.title}
        console.say("cli-overdue", days=days_late(survey, utc_now()), **facts)


def _say_answer(console: Console, answer: AnswerBack, language: str) -> None:
    words = {name: console.texts.say(language, f"answer-status-{name}") for name in STATUSES}
    if answer.intro:
        typer.echo(f"{spoken(answer.intro, language).text}\n")
    for point in answer.point:
        when = f", {point.date.isoformat()}" if point.date else ""
        typer.echo(f"{spoken(point.said, language).text}\n  {words[point.status]}{when}")
        typer.echo(f"  {spoken(point.did, language).text}\n")
    typer.echo(spoken(answer.contact, language).text)
