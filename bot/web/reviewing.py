"""The answers on the last page, under a heading for each turn of a loop and each table."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Item, Matrix, Statements

if TYPE_CHECKING:
    from surveys.conversation.screens import EndScreen, ReviewLine
    from surveys.survey import Survey
    from surveys.texts import Texts


@dataclass(frozen=True, slots=True)
class Said:
    """One answer as it stands on the page; `text` is what was asked."""

    line: ReviewLine
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Answers that belong together. `heading` is None for those before the first heading."""

    heading: str | None
    lines: tuple[Said, ...]


def groups_of(screen: EndScreen, texts: Texts) -> tuple[Group, ...]:
    """The lines in their order; a question outside every loop never stands under a turn's heading."""
    groups: list[Group] = []
    for heading, lines in groupby(screen.lines, lambda line: _heading(line, screen)):
        said = tuple(Said(line, _asked(line, screen)) for line in lines)
        told = heading or (texts.say(screen.language, "web-more-answers") if groups else None)
        groups.append(Group(told, said))
    return tuple(groups)


def _heading(line: ReviewLine, screen: EndScreen) -> str | None:
    """The item of the loop's first dimension, what a table outside loops asks, or what is asked of every statement."""
    question = next(
        (q for q in screen.survey.questionnaire.question if q.id == line.key.question), None
    )
    if question is None or not line.key.turn:
        return None
    if isinstance(question, Statements):
        return say(question.text, screen.language)
    if not question.loop:
        return line.text
    first = line.key.turn.partition("/")[0]
    item = _item(first, _members(screen.survey, question.loop[0]))
    return say(item.label, screen.language) if item is not None else None


def _asked(line: ReviewLine, screen: EndScreen) -> str:
    """In a matrix the row, and what is asked about it where the heading does not say that."""
    question = next(
        (q for q in screen.survey.questionnaire.question if q.id == line.key.question), None
    )
    if not isinstance(question, Matrix):
        return line.text
    rows = screen.survey.items(question.rows_from) if question.rows_from else question.rows
    row = _item(line.key.turn.rpartition("/")[2], rows)
    if row is None:
        return line.text
    label = say(row.label, screen.language)
    return f"{line.text} – {label}" if question.loop else label


def _members(survey: Survey, dimension: str) -> tuple[Item, ...]:
    last = tuple(
        each.always_last
        for each in survey.questionnaire.dimension
        if each.id == dimension and each.always_last is not None
    )
    return (*survey.items(dimension), *last)


def _item(item_id: str, items: tuple[Item, ...]) -> Item | None:
    return next((item for item in items if item.id == item_id), None)
