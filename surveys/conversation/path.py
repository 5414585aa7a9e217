"""The path: which questions a person is asked, computed from the answers and nothing else.

path = f(questionnaire, answers, facts). Back, change, skip, resume and drop-off all follow from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conversation.evaluating import Answers
from surveys.conversation.state import Key, State
from surveys.questionnaire.expressions import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion, Questionnaire


def path(questionnaire: Questionnaire, answers: Mapping[Key, Value]) -> tuple[Key, ...]:
    """Every question asked with these answers, in order. One pass: conditions look backwards only."""
    so_far = Answers()
    keys: list[Key] = []
    for question in questionnaire.question:
        if question.role == "organiser" or not _applies(question, so_far):
            continue
        key = Key(question.id)
        keys.append(key)
        if (value := answers.get(key)) is not None:
            so_far.give(question, value)
    return tuple(keys)


def _applies(question: AnyQuestion, so_far: Answers) -> bool:
    return question.show_if is None or so_far.holds(parse(question.show_if))


def question_of(questionnaire: Questionnaire, key: Key) -> AnyQuestion:
    """The question a key names. Raises KeyError when the questionnaire has none."""
    for question in questionnaire.question:
        if question.id == key.question:
            return question
    raise KeyError(key)


def current(state: State, keys: tuple[Key, ...]) -> Key | None:
    """Where the person stands: the focus when it is on the path, else the first question without an answer."""
    if state.focus in keys:
        return state.focus
    return first_open(state.answers, keys)


def first_open(answers: Mapping[Key, Value], keys: tuple[Key, ...]) -> Key | None:
    """The first key on the path without an answer; None when everything is answered or skipped."""
    return next((key for key in keys if key not in answers), None)
