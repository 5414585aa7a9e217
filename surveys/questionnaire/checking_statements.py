"""Questions of statements: what they can be combined with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from surveys.questionnaire.models import Statements
from surveys.questionnaire.problems import Problem, problem

if TYPE_CHECKING:
    from surveys.questionnaire.models import AnyQuestion

_VOTES = ("agree", "disagree", "pass")


def check_statements(question: AnyQuestion, file: str, line: int | None) -> Iterator[Problem]:
    """Three answers, outside every loop, and for everybody to see."""
    if not isinstance(question, Statements):
        return
    if {option.id for option in question.options} != {*_VOTES}:
        known = ", ".join(_VOTES)
        yield problem("statements_answers", file, line, question=question.id, known=known)
    if question.loop:
        yield problem("statements_loop", file, line, question=question.id)
    if question.private:
        yield problem("statements_private", file, line, question=question.id)
