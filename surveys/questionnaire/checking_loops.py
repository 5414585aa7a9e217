"""Dimensions, and the questions that loop over them or take their options and rows from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from surveys.questionnaire.models import (
    Chosen,
    Indicator,
    Matrix,
    Scale,
    Single,
    Statements,
    YesNo,
)
from surveys.questionnaire.problems import Problem, problem

if TYPE_CHECKING:
    from surveys.questionnaire.lines import LineIndex
    from surveys.questionnaire.models import AnyQuestion, Dimension, Questionnaire

_COMPACT = (Scale, Single, YesNo, Matrix)
"""Kinds that can be one table; a matrix always is."""


def check_dimensions(
    questionnaire: Questionnaire, file: str, lines: LineIndex
) -> Iterator[Problem]:
    """Items that are there twice, and chance that changes nothing."""
    for index, dimension in enumerate(questionnaire.dimension):
        seen: set[str] = set()
        last = (dimension.always_last,) if dimension.always_last is not None else ()
        for number, item in enumerate((*dimension.items, *last)):
            if item.id in seen:
                line = lines.line(("dimension", index, "items", number))
                yield problem("duplicate_id", file, line, id=item.id)
            seen.add(item.id)
        yield from _check_sample(
            questionnaire, dimension, file, lines.line(("dimension", index, "sample"))
        )


def _check_sample(
    questionnaire: Questionnaire, dimension: Dimension, file: str, line: int | None
) -> Iterator[Problem]:
    if not dimension.sample:
        return
    facts = {"dimension": dimension.id, "n": dimension.sample, "items": len(dimension.items)}
    if dimension.filled_by is None and dimension.sample > len(dimension.items):
        yield problem("sample_too_large", file, line, **facts)
    looped = any(
        dimension.id in (*each.loop, getattr(each, "rows_from", None))
        for each in questionnaire.question
    )
    if questionnaire.unit in {"group", "organisation"} or not looped:
        yield problem("sample_unused", file, line, **facts)


def check_loop(
    questionnaire: Questionnaire, question: AnyQuestion, file: str, line: int | None
) -> Iterator[Problem]:
    """What one question repeats over and chooses from."""
    known = {dimension.id: dimension for dimension in questionnaire.dimension}
    wanted = [*question.loop, *_taken_from(question)]
    for name in dict.fromkeys(wanted):
        if name not in known:
            yield problem(
                "unknown_dimension", file, line, dimension=name, known=", ".join(known) or "–"
            )
        elif _is_empty(known[name]):
            yield problem("empty_dimension", file, line, dimension=name, question=question.id)
    turns = [*question.loop]
    if isinstance(question, Matrix) and question.rows_from is not None:
        turns.append(question.rows_from)
    for name in sorted({name for name in turns if turns.count(name) > 1}):
        yield problem("loop_twice", file, line, dimension=name, question=question.id)
    if question.compact and not (isinstance(question, _COMPACT) and question.loop):
        yield problem("compact_nothing", file, line, question=question.id)
    yield from _check_excluded(
        question, [known[name] for name in turns if name in known], file, line
    )


def _taken_from(question: AnyQuestion) -> Iterator[str]:
    if isinstance(question, Chosen | Indicator) and question.options_from is not None:
        yield question.options_from
    if isinstance(question, Matrix) and question.rows_from is not None:
        yield question.rows_from
    if isinstance(question, Statements) and question.statements_from is not None:
        yield question.statements_from


def _is_empty(dimension: Dimension) -> bool:
    return not dimension.items and dimension.always_last is None and dimension.filled_by is None


def _check_excluded(
    question: AnyQuestion, dimensions: list[Dimension], file: str, line: int | None
) -> Iterator[Problem]:
    """`loop_exclude` names items, and leaves some."""
    if not question.loop_exclude:
        return
    items = {dimension.id: _item_ids(dimension) for dimension in dimensions}
    if isinstance(question, Matrix):
        items[""] = [row.id for row in question.rows]
    known = {item for ids in items.values() for item in ids}
    filled = any(dimension.filled_by is not None for dimension in dimensions)
    for item in question.loop_exclude:
        if item not in known and not filled:
            listing = ", ".join(sorted(known)) or "–"
            yield problem("unknown_item", file, line, item=item, known=listing)
    for dimension in dimensions:
        ids = items[dimension.id]
        if ids and dimension.filled_by is None and set(ids) <= set(question.loop_exclude):
            yield problem("loop_all_excluded", file, line, question=question.id)


def _item_ids(dimension: Dimension) -> list[str]:
    last = (dimension.always_last,) if dimension.always_last is not None else ()
    return [item.id for item in (*dimension.items, *last)]
