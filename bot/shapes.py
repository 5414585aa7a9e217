"""The JSON that outside programs rely on: one function a shape, each with its `format` first."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from surveys.deciding import to_json
from surveys.survey import K_MIN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from analysis.photos import SentPhoto
    from analysis.themes.quotes import QuoteCandidate
    from analysis.themes.translating import Incoming, Queue, Queued
    from analysis.themes.workbench import Bench
    from bot.addresses import Addresses
    from surveys.questionnaire.difference import Difference
    from surveys.questionnaire.models import Questionnaire
    from surveys.questionnaire.problems import Problem
    from surveys.simulation.simulating import Simulation
    from surveys.survey import Counts, Survey


def survey_body(
    survey: Survey, counts: Counts, addresses: Addresses, now: dt.datetime
) -> dict[str, Any]:
    """How a survey stands: how many answered, never what."""
    questionnaire = survey.questionnaire
    return {
        "code": survey.code,
        "state": survey.state(now),
        "title": survey.title,
        "questionnaire": {"id": questionnaire.id, "version": survey.version},
        "series": survey.series,
        "unit": questionnaire.unit,
        "k": K_MIN,
        "invited": survey.invited,
        "attended": survey.attended,
        "join": {
            "web": addresses.web(survey),
            "telegram": addresses.telegram(survey),
        },
        "opens": _time(survey.opens),
        "closes": _time(survey.closes),
        "retain_until": survey.notice.retain_until.isoformat(),
        "begun": counts.begun,
        "partial": counts.partial,
        "complete": counts.complete,
        "questions": [
            {
                "id": question.id,
                "turn": question.turn,
                "shown": question.shown,
                "answered": question.answered,
                "skipped": question.skipped,
            }
            for question in counts.questions
        ],
    }


def survey_shape(body: dict[str, Any]) -> dict[str, Any]:
    """`survey open|show|close --json`."""
    return {"format": "dalalab.survey/1", **body}


def surveys_shape(bodies: list[dict[str, Any]]) -> dict[str, Any]:
    """`survey list --json`."""
    return {"format": "dalalab.surveys/1", "surveys": bodies}


def quotes_shape(survey: Survey, lines: Iterable[QuoteCandidate]) -> dict[str, Any]:
    """`quotes --json`."""
    return {
        "format": "dalalab.quotes/1",
        "survey": survey.code,
        "quotes": [
            {
                "id": line.id,
                "question": line.question,
                "theme": line.theme,
                "text": line.text,
                "state": line.state,
                "warning": line.warning,
                **({"translation": line.translation} if line.translation else {}),
            }
            for line in lines
        ],
    }


def photos_shape(survey: Survey, photos: Iterable[SentPhoto]) -> dict[str, Any]:
    """`photos --json`."""
    return {
        "format": "dalalab.photos/1",
        "survey": survey.code,
        "photos": [
            {"id": one.id, "question": one.question, "state": one.state, "agreed": one.agreed}
            for one in photos
        ],
    }


def theme_shape(survey: Survey, bench: Bench) -> dict[str, Any]:
    """`theme --json`: the workbench, inside the organisation and no publication."""
    return {
        "format": "dalalab.theme/1",
        "survey": survey.code,
        "waits": bench.waits,
        "languages": list(bench.languages),
        "themes": [asdict(theme) for theme in bench.themes],
        "other": [asdict(answer) for answer in bench.other],
        "choices": [{"id": name, "label": label} for name, label in bench.choices],
        "unread": bench.unread,
        "decisions": [
            {
                "number": one.number,
                **to_json(one.decision),
                "who": one.who,
                "day": one.day.isoformat(),
                "applies": one.idle is None,
                "reason": one.idle,
            }
            for one in bench.decisions
        ],
    }


def translations_shape(
    survey: Survey, queue: Queue, came: Incoming | None, kept: int, written: str | None
) -> dict[str, Any]:
    """`translations --json`: how many wait, by language; the answers themselves, as those of `theme`."""
    read = None
    if came is not None:
        read = {
            "kept": kept,
            "unchanged": came.unchanged,
            "empty": came.empty,
            "left_out": [{"row": row, "reason": why} for row, why in came.left_out],
        }
    return {
        "format": "dalalab.translations/1",
        "survey": survey.code,
        "waits": queue.waits,
        "waiting": sum(one.people for one in queue.waiting),
        "written": written,
        "read": read,
        "answers": [_queued(one) for one in queue.answers],
    }


def _queued(one: Queued) -> dict[str, Any]:
    made = one.translation
    return {
        "id": one.id,
        "question": one.question,
        "turn": one.turn,
        "language": one.language,
        "text": one.text,
        "people": one.people,
        "translation": made and made.text,
        "translated_to": made and made.language,
        "who": made and made.who,
        "day": made.day.isoformat() if made and made.day else None,
    }


def problems_shape(problems: Iterable[Problem], thing: str = "check") -> dict[str, Any]:
    """`check --json`, and what any command prints when content has problems."""
    return {
        "format": f"dalalab.{thing}/1",
        "problems": [found.to_json() for found in problems],
    }


def simulation_shape(
    questionnaire: Questionnaire, problems: Iterable[Problem], made: Simulation | None
) -> dict[str, Any]:
    """`simulate --json`; without a simulation where the questionnaire has errors."""
    body = problems_shape(problems, "simulate")
    body["questionnaire"] = {"id": questionnaire.id, "version": questionnaire.version()}
    if made is None:
        return body
    return {
        **body,
        "languages": list(made.languages),
        "paths": made.paths,
        "exhausted": made.exhausted,
        "walks": made.walks,
        "unreached": list(made.unreached),
        "longest": {"screens": made.longest_screens, "seconds": made.longest_seconds},
        "median": {"seconds": made.median_seconds},
        "max_seconds": made.limit,
    }


def diff_shape(
    before: Questionnaire,
    after: Questionnaire,
    found: Iterable[tuple[Difference, dict[str, str]]],
) -> dict[str, Any]:
    """`diff --json`: every change, with its sentence by language."""
    changes = [
        {
            "code": difference.code,
            "question": difference.question,
            "detail": difference.detail,
            "orphans": difference.orphans,
            "text": text,
        }
        for difference, text in found
    ]
    return {
        "format": "dalalab.diff/1",
        "before": {"id": before.id, "version": before.version()},
        "after": {"id": after.id, "version": after.version()},
        "orphans": any(change["orphans"] for change in changes),
        "changes": changes,
    }


def _time(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
