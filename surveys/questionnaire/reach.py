"""Which conditions can hold: each is tried with every answer that makes a difference to it.

Answers are told apart only as far as conditions do: the options that are named, a number just below, at and just
above each limit. Where it cannot be known (a calculation, the organiser's own list, several turns of a loop) the
answer is None, and nothing is claimed.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import TYPE_CHECKING, TypeAlias

from surveys.questionnaire.expressions import (
    All,
    Answered,
    Any,
    Compare,
    Count,
    ExpressionError,
    Has,
    Literal,
    Name,
    Not,
    OneOf,
    names,
    parse,
)
from surveys.questionnaire.models import (
    Calculate,
    Consent,
    FreeText,
    Hidden,
    Matrix,
    Multi,
    Note,
    Number,
    Scale,
    Single,
    YesNo,
)

if TYPE_CHECKING:
    from surveys.questionnaire.expressions import Condition
    from surveys.questionnaire.models import AnyQuestion, Questionnaire

MOST_WORLDS = 20_000
"""Ways to answer that are tried for one condition; with more, nothing is claimed."""
MOST_OPTIONS = 6
"""Named options of a question with several answers; with more it is not taken apart."""
OTHER_WORDS = "…"
"""Words that no condition names."""

_OPERATORS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "=": eq,
    "!=": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer: option ids (or the words), and the number it stands for. `opaque`: something, unknown what."""

    ids: tuple[str, ...] = ()
    number: Decimal | None = None
    opaque: bool = False


World: TypeAlias = Mapping[str, Answer | None]
"""Answers by question; None for one that is not answered. A question that is not there is unknown."""


class _TooMany(Exception):
    """More ways to answer than are tried."""


def outcomes(
    questionnaire: Questionnaire, about: AnyQuestion, source: str, *, own: bool = False
) -> frozenset[bool | None]:
    """What a condition of a question can come to; with `own` the question's own answer is one of those tried.

    None among them: nothing can be claimed. A condition that cannot be read gives just that.
    """
    try:
        condition = parse(source)
        tree = {question.id: _condition(question) for question in questionnaire.question}
    except ExpressionError:
        return frozenset({None})
    wanted = _wanted(questionnaire, about, condition, tree, own=own)
    leaves = [*_leaves(condition)]
    for question in wanted:
        if (shown := tree[question.id]) is not None:
            leaves += _leaves(shown)
    domains = {question.id: answers_to(question, leaves) for question in wanted}
    found: set[bool | None] = set()
    try:
        for world in _worlds(wanted, domains, tree):
            if own and world.get(about.id) is None:
                continue  # a condition on the answer is not asked of a skip
            found.add(truth(condition, world))
            if len(found) > 1:
                break
    except _TooMany:
        return frozenset({None})
    return frozenset(found)


def distinctions(questionnaire: Questionnaire) -> dict[str, tuple[Answer | None, ...]]:
    """For each question that some condition is about: one answer of each sort the conditions tell apart."""
    leaves: list[Condition] = []
    for question in questionnaire.question:
        for source in conditions_of(question):
            leaves += _leaves(parse(source))
    about = {name for leaf in leaves for name, _ in names(leaf)}
    return {
        question.id: answers_to(question, leaves)
        for question in questionnaire.question
        if question.id in about and question.role is None
    }


def conditions_of(question: AnyQuestion) -> Iterator[str]:
    """The conditions that decide what a person sees of a question."""
    if question.show_if is not None:
        yield question.show_if
    for option in getattr(question, "options", ()):
        if option.show_if is not None:
            yield option.show_if


def truth(condition: object, world: World) -> bool | None:
    """Whether a condition holds; None where that cannot be known."""
    match condition:
        case Not(inner=inner):
            held = truth(inner, world)
            return None if held is None else not held
        case All(parts=parts):
            return _every([truth(part, world) for part in parts])
        case Any(parts=parts):
            opposite = _every([truth(Not(part), world) for part in parts])
            return None if opposite is None else not opposite
        case Answered(question=question):
            return world[question] is not None if question in world else None
        case OneOf(question=question, options=options):
            return _one_of(question, options, world)
        case Has(option=option, question=question):
            return _one_of(question, (option,), world)
        case Compare(operator=operator, left=left, right=Literal(value=value)):
            return _compared(operator, left, value, world)
        case Compare(operator=operator, left=Literal(value=value), right=right):
            return _compared(_TURNED.get(operator, operator), right, value, world)
        case _:
            return None


_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _every(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _one_of(question: str, options: Iterable[Decimal | str], world: World) -> bool | None:
    if question not in world:
        return None
    answer = world[question]
    if answer is None:
        return False
    if answer.opaque:
        return None
    return any(
        option in answer.ids if isinstance(option, str) else option == answer.number
        for option in options
    )


def _compared(operator: str, operand: object, value: Decimal | str, world: World) -> bool | None:
    """One operand beside a number or a text."""
    if not isinstance(operand, Name | Count) or operand.question not in world:
        return None
    answer = world[operand.question]
    if isinstance(operand, Count):
        if answer is not None and answer.opaque:
            return None
        count = Decimal(len(answer.ids)) if answer is not None else Decimal(0)
        return _OPERATORS[operator](count, value) if isinstance(value, Decimal) else None
    if answer is None:
        return False
    if answer.opaque:
        return None
    if isinstance(value, Decimal):
        return _OPERATORS[operator](answer.number, value) if answer.number is not None else None
    if operator not in {"=", "!="} or not answer.ids:
        return None
    return (value in answer.ids) == (operator == "=")


def answers_to(question: AnyQuestion, leaves: Iterable[Condition]) -> tuple[Answer | None, ...]:
    """One answer of each sort that these comparisons tell apart; the first is no answer."""
    about = [leaf for leaf in leaves if question.id in {name for name, _ in names(leaf)}]
    sorts: dict[tuple[bool | None, ...], Answer | None] = {}
    for answer in (None, *_possible(question, about)):
        told = tuple(truth(leaf, {question.id: answer}) for leaf in about)
        sorts.setdefault((answer is None, *told), answer)
    return tuple(sorts.values())


def _possible(question: AnyQuestion, about: list[Condition]) -> Iterator[Answer]:
    match question:
        case Note():
            return
        case Multi(options_from=None):
            yield from _several(question, about)
        case Single(options_from=None) | YesNo(options_from=None) | Scale(options_from=None):
            for option in question.options:
                value = Decimal(option.value) if option.value is not None else None
                yield Answer((option.id,), value)
            for option in getattr(question, "outside", ()):
                yield Answer((option.id,))
        case Consent():
            yield Answer(("yes",))
            yield Answer(("no",))
        case Number():
            yield from _numbers(question, about)
        case FreeText():
            words = dict.fromkeys(v for v in _literals(about) if isinstance(v, str))
            yield from (Answer((word,)) for word in (OTHER_WORDS, *words))
        case _:
            yield Answer(opaque=True)


def _several(question: Multi, about: list[Condition]) -> Iterator[Answer]:
    named = {v for v in _literals(about) if isinstance(v, str)}
    together = [option.id for option in question.options if not option.exclusive]
    for option in question.options:
        if option.exclusive:
            yield Answer((option.id,))
    known = [each for each in together if each in named]
    others = [each for each in together if each not in named]
    if len(known) > MOST_OPTIONS:
        yield Answer(opaque=True)
        return
    least = max(1, question.min_choices or 1)
    most = min(len(together), question.max_choices or len(together))
    for size in range(len(known) + 1):
        for chosen in itertools.combinations(known, size):
            for count in range(max(least, size), min(most, size + len(others)) + 1):
                yield Answer((*chosen, *others[: count - size]))


def _numbers(question: Number, about: list[Condition]) -> Iterator[Answer]:
    """At, just below and just above every number named; and the limits."""
    step = Decimal(1).scaleb(-question.decimals)
    low = Decimal(str(question.min)) if question.min is not None else None
    high = Decimal(str(question.max)) if question.max is not None else None
    named = [value for value in _literals(about) if isinstance(value, Decimal)] or [Decimal(1)]
    points = {value + beside for value in named for beside in (-step, Decimal(0), step)}
    points |= {limit for limit in (low, high) if limit is not None}
    for point in sorted(points):
        if (low is None or point >= low) and (high is None or point <= high):
            yield Answer(number=point)


def _literals(about: Iterable[Condition]) -> Iterator[Decimal | str]:
    for leaf in about:
        match leaf:
            case OneOf(options=options):
                yield from options
            case Has(option=option):
                yield option
            case Compare(left=Literal(value=value)) | Compare(right=Literal(value=value)):
                yield value


def _leaves(condition: Condition) -> Iterator[Condition]:
    """The comparisons a condition is made of."""
    match condition:
        case Not(inner=inner):
            yield from _leaves(inner)
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from _leaves(part)
        case _:
            yield condition


def _condition(question: AnyQuestion) -> Condition | None:
    return parse(question.show_if) if question.show_if is not None else None


def _wanted(
    questionnaire: Questionnaire,
    about: AnyQuestion,
    condition: Condition,
    tree: Mapping[str, Condition | None],
    *,
    own: bool,
) -> list[AnyQuestion]:
    """The earlier questions that a condition hangs on, those that these hang on included, in order."""
    place = next(n for n, each in enumerate(questionnaire.question) if each is about)
    earlier = {
        each.id: each
        for each in questionnaire.question[: place + own]
        if _one_turn(each, about) and each.id not in about.loop
    }
    found: dict[str, AnyQuestion] = {}
    waiting = [name for name, _ in names(condition)]
    while waiting:
        name = waiting.pop()
        if name in found or name not in earlier:
            continue
        found[name] = earlier[name]
        if (shown := tree[name]) is not None:
            waiting += [other for other, _ in names(shown)]
    return [each for each in questionnaire.question if found.get(each.id) is each]


def _one_turn(question: AnyQuestion, about: AnyQuestion) -> bool:
    """Whether a name stands for one answer, that a person gives."""
    if question.role is not None or isinstance(question, Calculate | Hidden):
        return False
    if isinstance(question, Matrix) and question is not about:
        return False
    return question.loop == about.loop[: len(question.loop)]


def _worlds(
    wanted: list[AnyQuestion],
    domains: Mapping[str, tuple[Answer | None, ...]],
    tree: Mapping[str, Condition | None],
) -> Iterator[World]:
    """Every way to answer; a question that is not asked is not answered."""
    tried = 0
    waiting: list[tuple[int, dict[str, Answer | None]]] = [(0, {})]
    while waiting:
        place, world = waiting.pop()
        if place == len(wanted):
            yield world
            continue
        question = wanted[place]
        shown = tree[question.id]
        closed = shown is not None and truth(shown, world) is False
        answers = (None,) if closed else domains[question.id]
        tried += len(answers)
        if tried > MOST_WORLDS:
            raise _TooMany
        waiting += [(place + 1, {**world, question.id: answer}) for answer in answers]
