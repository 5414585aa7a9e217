"""Enough to choose among, limits the right way round, and patterns that can be tried in reasonable time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from surveys.questionnaire.models import Chosen, FreeText, Matrix, Multi, Rank
from surveys.questionnaire.problems import Problem, problem
from surveys.questionnaire.slow_patterns import why_not

if TYPE_CHECKING:
    from surveys.questionnaire.lines import LineIndex
    from surveys.questionnaire.models import AnyQuestion, Questionnaire


def check_options(
    questionnaire: Questionnaire, question: AnyQuestion, file: str, line: int | None
) -> Iterator[Problem]:
    """Options, and a table's rows."""
    number = _options(questionnaire, question)
    if number is not None and number < 2:
        yield problem("no_options", file, line, question=question.id)
    if isinstance(question, Chosen) and question.options and question.options_from is not None:
        yield problem("two_sources", file, line, question=question.id, one="options")
    if isinstance(question, Matrix):
        if not question.rows and question.rows_from is None:
            yield problem("no_rows", file, line, question=question.id)
        if question.rows and question.rows_from is not None:
            yield problem("two_sources", file, line, question=question.id, one="rows")


def check_limits(
    questionnaire: Questionnaire, index: int, file: str, lines: LineIndex
) -> Iterator[Problem]:
    """The least before the most, and no more choices than there are options."""
    question = questionnaire.question[index]
    for least, most in (("min", "max"), ("earliest", "latest"), ("min_choices", "max_choices")):
        low, high = getattr(question, least, None), getattr(question, most, None)
        if low is not None and high is not None and low > high:
            line = lines.line(("question", index, least))
            yield problem("limits_crossed", file, line, least=least, most=most, low=low, high=high)
    number = _options(questionnaire, question)
    if isinstance(question, Multi | Rank) and number is not None:
        for key in ("min_choices", "max_choices"):
            wanted = getattr(question, key, None)
            if wanted is not None and wanted > number >= 2:
                facts = {"key": key, "n": wanted, "options": number}
                yield problem(
                    "too_many_choices", file, lines.line(("question", index, key)), **facts
                )
    if isinstance(question, FreeText) and question.pattern is not None:
        why = why_not(question.pattern, question.max_chars)
        if why is not None:
            line = lines.line(("question", index, "pattern"))
            yield problem(why, file, line, pattern=question.pattern)


def _options(questionnaire: Questionnaire, question: AnyQuestion) -> int | None:
    """How many options there are; None where only the organiser knows, or nothing is chosen."""
    if not isinstance(question, Chosen):
        return None
    if question.options_from is None:
        return len(question.options)
    for dimension in questionnaire.dimension:
        if dimension.id == question.options_from:
            return None if dimension.filled_by is not None else len(dimension.items)
    return None
