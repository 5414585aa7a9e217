"""The JSON that outside programs rely on: one function a shape, each with its `format` first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from surveys.survey import K_MIN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from analysis.photos import SentPhoto
    from analysis.themes.quotes import QuoteCandidate
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
