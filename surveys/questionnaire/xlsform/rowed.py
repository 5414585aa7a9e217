"""What a question is called in a spreadsheet form, what it offers there and what it demands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from surveys.questionnaire.languages import NAMES
from surveys.questionnaire.loading import scales
from surveys.questionnaire.models import Option

if TYPE_CHECKING:
    from surveys.questionnaire.models import AnyQuestion, Item

_TYPES = {
    "note": "note",
    "date": "date",
    "time": "time",
    "location": "geopoint",
    "photo": "image",
    "file": "file",
    "calculate": "calculate",
    "hidden": "hidden",
}
_LISTED = {"multi": "select_multiple", "rank": "rank"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its row's name and list of choices."""

    question: AnyQuestion
    name: str
    listed: str


def row_type(asked: Asked) -> str:
    """The type of the row. A question whose choices nobody has filled in yet is asked in words."""
    question = asked.question
    if question.kind == "number":
        return "integer" if question.decimals == 0 else "decimal"
    if question.kind in _TYPES:
        return _TYPES[question.kind]
    return f"{_LISTED.get(question.kind, 'select_one')} {asked.listed}" if asked.listed else "text"


def options_of(
    question: AnyQuestion, items: Callable[[], tuple[Option | Item, ...]]
) -> tuple[Option | Item, ...]:
    """Everything that can be chosen, answers beside a scale included."""
    if question.kind in {"consent", "yes_no"}:
        return _yes_no()
    chosen: tuple[Option | Item, ...] = getattr(question, "options", ()) or items()
    return (*chosen, *getattr(question, "outside", ()))


def _yes_no() -> tuple[Option, ...]:
    return tuple(
        Option(id=each["id"], label={key: said for key, said in each.items() if key in NAMES})
        for each in scales()["yes_no"]["options"]
    )


def wanted(question: AnyQuestion) -> list[str]:
    """The limits of the question's kind, as conditions on `.`."""
    if question.kind == "number":
        limits = ((">=", question.min), ("<=", question.max))
        return [f". {sign} {limit:g}" for sign, limit in limits if limit is not None]
    if question.kind == "date":
        days = ((">=", question.earliest), ("<=", question.latest))
        return [f". {sign} date('{day.isoformat()}')" for sign, day in days if day is not None]
    if question.kind == "text":
        found = [f"string-length(.) <= {question.max_chars}"]
        if question.pattern is not None:
            mark = '"' if "'" in question.pattern else "'"
            found.append(f"regex(., {mark}{question.pattern}{mark})")
        return found
    if question.kind == "multi":
        counts = ((">=", question.min_choices), ("<=", question.max_choices))
        found = [f"count-selected(.) {sign} {n}" for sign, n in counts if n is not None]
        alone = [option.id for option in question.options if option.exclusive]
        return [*found, *(f"not(selected(., '{id_}') and count-selected(.) > 1)" for id_ in alone)]
    return []
