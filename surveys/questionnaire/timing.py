"""How long a question takes: a model of reading and pressing, in seconds.

Three words a second, the words of options at 0.6 of that time (one does not read them all); two seconds a
press; 14 for words of one's own that may be skipped; 8 for a place, a picture, a document or a number; 24 for
a round of statements. A question that only some are asked counts half in `estimated_seconds`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from surveys.questionnaire.models import AnyQuestion, Questionnaire

WORDS_A_SECOND = 3.0
OPTION_SHARE = 0.6
PRESS = 2.0
OWN_WORDS = 14.0
LOOKING_UP = 8.0
STATEMENTS = 24.0

_LOOKED_UP = frozenset({"location", "photo", "file", "number", "date", "time"})
_SILENT = frozenset({"calculate", "hidden"})


def reading_seconds(text: str) -> float:
    """Seconds to read a text."""
    return len(text.split()) / WORDS_A_SECOND


def screen_seconds(kind: str, text: str, options: Iterable[str], rows: int = 0) -> float:
    """Seconds for one screen: its text, the labels to choose among, and answering. `rows` of a table."""
    labels = sum(reading_seconds(label) for label in options) * OPTION_SHARE
    return reading_seconds(text) + labels + _answering(kind, rows)


def _answering(kind: str, rows: int) -> float:
    if kind == "text":
        return OWN_WORDS
    if kind in _LOOKED_UP:
        return LOOKING_UP
    if kind == "statements":
        return STATEMENTS
    return PRESS * max(1, rows)


def question_seconds(questionnaire: Questionnaire, question: AnyQuestion, language: str) -> float:
    """Seconds for all turns of one question, as most people are asked it."""
    if (
        question.role is not None
        or question.kind in _SILENT
        or _is_left_out(questionnaire, question)
    ):
        return 0.0
    labels = [say(option.label, language) for option in getattr(question, "options", ())]
    labels += _item_labels(questionnaire, getattr(question, "options_from", None), language)
    rows = len(getattr(question, "rows", ())) + len(
        _item_labels(questionnaire, getattr(question, "rows_from", None), language)
    )
    text = f"{say(question.text, language)} {say(question.help or {}, language)}"
    turns = 1
    for dimension in question.loop:
        turns *= _turns(questionnaire, dimension)
    if question.compact and question.loop:
        last = _turns(questionnaire, question.loop[-1])
        rows_read = sum(
            map(reading_seconds, _item_labels(questionnaire, question.loop[-1], language))
        )
        return turns // last * (screen_seconds(question.kind, text, labels, last) + rows_read)
    return turns * screen_seconds(question.kind, text, labels, rows)


def _is_left_out(questionnaire: Questionnaire, question: AnyQuestion) -> bool:
    """Whether it is asked only when the organiser fills in something to choose among."""
    source = getattr(question, "options_from", None)
    return any(
        dimension.id == source and dimension.optional and not dimension.items
        for dimension in questionnaire.dimension
    )


def estimated_seconds(questionnaire: Questionnaire, language: str = "sv") -> int:
    """Seconds for the whole questionnaire; conditional questions at half."""
    opening = f"{say(questionnaire.title, language)} {say(questionnaire.intro, language)}"
    return round(
        reading_seconds(opening)
        + sum(
            question_seconds(questionnaire, question, language)
            * (0.5 if question.show_if is not None else 1.0)
            for question in questionnaire.question
        )
    )


def _turns(questionnaire: Questionnaire, dimension_id: str) -> int:
    for dimension in questionnaire.dimension:
        if dimension.id == dimension_id:
            items = dimension.sample or len(dimension.items)
            return max(1, items + (dimension.always_last is not None))
    return 1


def _item_labels(
    questionnaire: Questionnaire, dimension_id: str | None, language: str
) -> list[str]:
    return [
        say(item.label, language)
        for dimension in questionnaire.dimension
        if dimension.id == dimension_id
        for item in dimension.items
    ]
