"""`disclose`: the masked copy of a survey's answers, for whoever asks for them as a public record. Two steps, one person between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.commands.common import (
    Console,
    perform,
    print_json,
    read_bytes,
    reading,
    require_report_language,
    write_file,
)
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.frames import SurveyData
    from bot.config import Settings


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for. Either `review`, a sheet to write, or `reviewed`, `out` and `decision`: the copy."""

    review: Path | None
    reviewed: Path | None
    out: Path | None
    decision: str
    by_person: bool
    language: str


async def disclose(
    settings: Settings, console: Console, code: str, wish: Wish, *, as_json: bool
) -> None:
    """Writes the sheet to read, or the copy that it lets out.

    Raises ConfigError for options that make no sense and files that cannot be read or written; ContentError for a sheet that
    nobody has read to its end. Then nothing is written.
    """
    _check(console, wish)
    async with reading(settings) as store:
        from bot.editions import answers_of

        survey = await store.survey_named(code)
        data = await answers_of(store, survey)
        earlier = await store.copies(survey.id)
    if not data.counts.answered:
        gone = "disclose-purged" if survey.purged else "disclose-empty"
        raise console.refused(gone, code=survey.code)
    if wish.review is not None:
        body = _review(data, wish, wish.review)
    else:
        body = await _copy(settings, console, data, wish)
    if survey.closed_at is None:
        console.tell("disclose-open", code=survey.code)
    if any(0 < data.counts.answered - people < K_MIN for people in earlier):
        console.tell("disclose-differs")
    if as_json:
        print_json({"format": "dalalab.disclose/1", "survey": survey.code, **body})
    else:
        _tell(console, body)


def _check(console: Console, wish: Wish) -> None:
    require_report_language(console, wish.language)
    if (wish.review is None) == (wish.reviewed is None):
        raise console.refused("disclose-step")
    if wish.review is not None and wish.review.suffix.lower() != ".xlsx":
        raise console.refused("disclose-review-form")
    if wish.review is not None and wish.review.exists():
        raise console.refused("disclose-review-exists", path=str(wish.review))
    if wish.reviewed is None:
        return
    from analysis.masking.writing import WRITERS

    if wish.out is None or wish.out.suffix.lower() not in WRITERS:
        raise console.refused("disclose-out")
    if not wish.decision:
        raise console.refused("disclose-decision")
    if wish.by_person:
        raise console.refused("disclose-rows-first")


def _review(data: SurveyData, wish: Wish, target: Path) -> dict[str, Any]:
    from collections import Counter

    from analysis.masking.collecting import given_in
    from analysis.masking.review import to_review

    given = given_in(data, wish.language, by_person=wish.by_person)
    write_file(target, to_review(given, data.survey.title, wish.language))
    kinds = Counter(kind for one in given for kind in one.proposal.kinds)
    return {
        "step": "review",
        "by_person": wish.by_person,
        "rows": len(given),
        "masked": dict(sorted(kinds.items())),
        "file": str(target),
    }


async def _copy(
    settings: Settings, console: Console, data: SurveyData, wish: Wish
) -> dict[str, Any]:
    """Noted before it is written: nobody has a copy that the log does not know of."""
    from analysis.masking.collecting import given_in
    from analysis.masking.making import copy_of
    from analysis.masking.review import from_review, is_by_person
    from analysis.masking.writing import WRITERS

    assert wish.reviewed is not None
    assert wish.out is not None
    content, name = read_bytes(wish.reviewed), wish.reviewed.name
    by_person = is_by_person(content, name)
    given = given_in(data, wish.language, by_person=by_person)
    review = from_review(given, content, name)
    copy = copy_of(data, review, wish.decision, wish.language, by_person=by_person)
    made = WRITERS[wish.out.suffix.lower()](copy)
    people = data.counts.answered
    arguments = {"code": data.survey.code, "decision_ref": wish.decision, "people": people}
    await perform(settings, "note_copy", arguments)
    write_file(wish.out, made)
    if review.gone:
        console.tell("disclose-gone", n=review.gone)
    return {
        "step": "copy",
        "by_person": by_person,
        "rows": len(copy.lines),
        "masked": copy.masked,
        "file": str(wish.out),
    }


def _tell(console: Console, body: dict[str, Any]) -> None:
    masked = sum(body["masked"].values())
    console.say(f"disclose-{body['step']}", path=body["file"], rows=body["rows"], masked=masked)
