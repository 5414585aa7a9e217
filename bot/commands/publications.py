"""`publications`: what has been told of a survey, one publication after another, and what stood still or stayed out."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from bot.commands.common import Console, print_json, reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.config import Settings
    from surveys.editions import LogEntry
    from surveys.survey import Survey


async def publications(settings: Settings, console: Console, code: str, *, as_json: bool) -> None:
    """Lists them, the first one first: never what was answered."""
    async with reading(settings) as store:
        survey = await store.survey_named(code)
        log = await store.edition_log(survey.id)
    if as_json:
        print_json(publications_shape(survey, log))
        return
    if not log:
        console.tell("cli-publications-none")
    for entry in log:
        question = f"{entry.key.question} {entry.key.turn}".strip()
        why = console.words(f"cli-publication-{entry.state}")
        day = entry.day.isoformat()
        console.say("cli-publication", n=entry.number, day=day, question=question, why=why)


def publications_shape(survey: Survey, log: Sequence[LogEntry]) -> dict[str, Any]:
    """`publications --json`."""
    return {
        "format": "dalalab.publications/1",
        "survey": survey.code,
        "publications": [
            {
                "number": number,
                "day": entries[0].day.isoformat(),
                "questions": [
                    {"id": entry.key.question, "turn": entry.key.turn, "state": entry.state}
                    for entry in entries
                ],
            }
            for number, entries in (
                (number, list(group)) for number, group in groupby(log, lambda entry: entry.number)
            )
        ],
    }
