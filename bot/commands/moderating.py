"""`statements`: what participants have said, what waits to be read, and the organiser's word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from bot.commands.common import (
    CONTENT,
    Console,
    perform,
    print_json,
    reading,
    write_file,
)
from bot.moderating import is_voted_on, listed, reason_of
from surveys.statements import REASONS
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.frames import SurveyData
    from bot.config import Settings
    from bot.moderating import Listed
    from surveys.survey import Survey

SWITCH = {"on": True, "off": False}


async def statements(
    settings: Settings,
    console: Console,
    code: str,
    *,
    approve: list[str],
    reject: list[str],
    reason: str | None,
    moderation: str | None,
    as_json: bool,
) -> None:
    """Lists every statement with its state, and takes the organiser's decisions. Exit 1 when one did not take."""
    _check(console, reject, reason, moderation)
    survey, lines, moderated = await _standing(settings, console, code)
    done: dict[str, Any] = {name: [] for name in ("approved", "rejected", "late", "unknown")}
    if approve or reject or moderation:
        wanted = {"approve": approve, "reject": reject, "reason": reason}
        switch = None if moderation is None else SWITCH[moderation]
        done = await perform(
            settings, "moderate", {"code": survey.code, **wanted, "moderated": switch}
        )
        survey, lines, moderated = await _standing(settings, console, code)
    if as_json:
        print_json({**_body(survey, lines, moderated), **done})
    else:
        _tell(console, lines, moderated, done)
    if done["late"] or done["unknown"]:
        raise typer.Exit(CONTENT)


def _check(console: Console, reject: list[str], reason: str | None, switch: str | None) -> None:
    if reject and reason_of(reason) is None:
        known = ", ".join(REASONS)
        raise console.refused("moderate-reason", known=known)
    if switch is not None and switch not in SWITCH:
        raise console.refused("moderate-switch")


async def _standing(
    settings: Settings, console: Console, code: str
) -> tuple[Survey, list[Listed], dict[str, bool]]:
    async with reading(settings) as store:
        survey = await store.survey_named(code)
        if not is_voted_on(survey):
            raise console.refused("moderate-none", code=survey.code)
        found = await store.statements(survey.id)
        return survey, listed(found, console.language), await store.moderated(survey.id)


def _body(survey: Survey, lines: list[Listed], moderated: dict[str, bool]) -> dict[str, Any]:
    return {
        "format": "dalalab.statements/1",
        "code": survey.code,
        "moderated": moderated,
        "reasons": list(REASONS),
        "statements": [
            {
                "id": line.name,
                "question": line.statement.question,
                "text": line.text,
                "origin": line.statement.origin,
                "state": line.statement.state,
                "reason": line.statement.reason,
                "said_on": line.statement.said_on.isoformat(),
                "answered": line.statement.votes.seen,
                "similar": line.similar,
            }
            for line in lines
        ],
    }


def _tell(
    console: Console, lines: list[Listed], moderated: dict[str, bool], done: dict[str, Any]
) -> None:
    for question, on in moderated.items():
        console.say("moderate-on" if on else "moderate-off", question=question)
    for line in lines:
        state = console.words(f"moderate-state-{line.statement.state}")
        console.say(
            "moderate-line",
            id=line.name,
            state=state,
            text=line.text,
            n=line.statement.votes.seen,
            origin=line.statement.origin,
        )
        if line.similar is not None:
            console.say("moderate-similar", id=line.similar)
    for outcome in ("late", "unknown"):
        if done[outcome]:
            console.tell(f"moderate-{outcome}", ids=", ".join(done[outcome]))


async def export_votes(
    settings: Settings, console: Console, code: str, *, decision_ref: str, output: Path
) -> None:
    """Everybody's votes in Polis' layout. Raises ConfigError for an open survey, and for too few voters."""
    if not decision_ref.strip():
        raise console.refused("disclose-decision")
    from analysis.opinion.exporting import votes_in_polis
    from analysis.opinion.groups import Plan
    from analysis.report.fixed import zip_of
    from bot.editions import answers_of

    async with reading(settings) as store:
        data = await answers_of(store, await store.survey_named(code))
    _may_hand_out(console, data)
    plan = Plan(least_voters=settings.opinion.least_voters)
    made = zip_of(votes_in_polis(data, plan))
    arguments = {"code": data.survey.code, "decision_ref": decision_ref.strip()}
    await perform(settings, "note_disclosure", arguments)
    write_file(output, made)
    console.tell("export-votes-done", path=str(output), reference=decision_ref.strip())


def _may_hand_out(console: Console, data: SurveyData) -> None:
    people = len({vote.respondent for vote in data.votes})
    wrong = None
    if not is_voted_on(data.survey):
        wrong = "export-votes-none"
    elif data.survey.closed_at is None:
        wrong = "export-votes-open"
    elif people < K_MIN:
        wrong = "export-votes-few"
    if wrong is not None:
        code = data.survey.code
        raise console.refused(wrong, code=code, k=K_MIN)
