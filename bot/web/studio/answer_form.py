"""The form of an answer back, as it is typed: flat fields to an answer, and back. Pure.

`p0-said` is the first point in the survey's first language, `p0-said.en` the same in English. Half an answer is kept
as it was typed; only publishing asks that it is whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from surveys.answer_back import STATUSES, AnswerBack

Typed = dict[str, str]
MOST_POINTS = 40
LONGEST = 3000
"""Characters of one text."""
_OF_POINT = ("said", "did", "status", "date")
_WHOLE = ("intro", "contact", "shown_until")


@dataclass(frozen=True, slots=True)
class Checked:
    """What stands in the form: an answer, or what is wrong, by field, as text ids."""

    answer: AnswerBack | None
    wrong: Mapping[str, str]


def size(typed: Mapping[str, str]) -> int:
    """How many points the form has."""
    count = typed.get("points", "")
    return min(int(count), MOST_POINTS) if count.isdecimal() else 0


def blank(contact: str) -> Typed:
    """A form nobody has written in."""
    return {"points": "1", "contact": contact}


def typed_of(answer: AnswerBack, languages: Sequence[str]) -> Typed:
    """The form of an answer that is to be changed."""
    found: Typed = {"points": str(len(answer.point))}
    texts: dict[str, Mapping[str, str]] = {"intro": answer.intro, "contact": answer.contact}
    for place, point in enumerate(answer.point):
        texts |= {f"p{place}-said": point.said, f"p{place}-did": point.did}
        found[f"p{place}-status"] = point.status
        found[f"p{place}-date"] = point.date.isoformat() if point.date else ""
    for name, text in texts.items():
        for tag in languages:
            found[field_of(name, tag, languages)] = text.get(tag, "")
    found["shown_until"] = answer.shown_until.isoformat() if answer.shown_until else ""
    return found


def field_of(name: str, tag: str, languages: Sequence[str]) -> str:
    """What a text's field is called in one language."""
    return name if tag == languages[0] else f"{name}.{tag}"


def kept(fields: Sequence[tuple[str, str]]) -> Typed:
    """The fields that belong to an answer; line breaks as they are kept."""
    typed = {name: value.replace("\r\n", "\n")[:LONGEST] for name, value in fields}
    mine = {f"p{place}-{part}" for place in range(size(typed)) for part in _OF_POINT} | {*_WHOLE}
    found = {name: value for name, value in typed.items() if name.partition(".")[0] in mine}
    return {**found, "points": str(size(typed))}


def with_points(typed: Mapping[str, str], sentences: Sequence[str]) -> Typed:
    """More points, with what was said; empty ones are filled first."""
    found = dict(typed)
    for sentence in sentences:
        count = size(found)
        empty = [place for place in range(count) if not _written(found, place)]
        place = empty[0] if empty and sentence else count
        if place < MOST_POINTS:
            found["points"] = str(max(count, place + 1))
            found[f"p{place}-said"] = sentence
    return found


def without_point(typed: Mapping[str, str], gone: int) -> Typed:
    """One point fewer, the others moved up."""
    found = {name: value for name, value in typed.items() if not _is_of_point(name)}
    left = [place for place in range(size(typed)) if place != gone]
    for new, old in enumerate(left):
        for name, value in typed.items():
            if name.startswith(f"p{old}-"):
                found[f"p{new}-{name.partition('-')[2]}"] = value
    return {**found, "points": str(len(left))}


def _is_of_point(name: str) -> bool:
    return name[0] == "p" and name[1:].partition("-")[0].isdecimal()


def _written(typed: Mapping[str, str], place: int) -> bool:
    return any(typed.get(f"p{place}-{part}", "").strip() for part in ("said", "did"))


def check(typed: Mapping[str, str], languages: Sequence[str]) -> Checked:
    """The answer in the form, when it is whole; else everything that is missing or wrong."""
    wrong: dict[str, str] = {}

    def text(name: str, needed: str | None = None) -> dict[str, str]:
        said = {tag: typed.get(field_of(name, tag, languages), "").strip() for tag in languages}
        if needed and not said[languages[0]]:
            wrong[name] = needed
        return {tag: words for tag, words in said.items() if words}

    def date(name: str) -> dt.date | None:
        written = typed.get(name, "").strip()
        try:
            return dt.date.fromisoformat(written) if written else None
        except ValueError:
            wrong[name] = "answer-bad-date"
            return None

    points = [_point(typed, place, text, date, wrong) for place in range(size(typed))]
    if not points:
        wrong["points"] = "answer-no-points"
    body = {
        "intro": text("intro"),
        "point": points,
        "contact": text("contact", "answer-no-contact"),
        "shown_until": date("shown_until"),
    }
    return Checked(None if wrong else AnswerBack.model_validate(body), wrong)


def _point(
    typed: Mapping[str, str],
    place: int,
    text: Callable[[str, str | None], dict[str, str]],
    date: Callable[[str], dt.date | None],
    wrong: dict[str, str],
) -> dict[str, Any]:
    status = typed.get(f"p{place}-status", "")
    if status not in STATUSES:
        wrong[f"p{place}-status"] = "answer-no-status"
    return {
        "said": text(f"p{place}-said", "answer-no-said"),
        "status": status,
        "did": text(f"p{place}-did", "answer-no-did"),
        "date": date(f"p{place}-date"),
    }
