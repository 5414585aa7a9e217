"""The small language of conditions: parsed to a tree, never evaluated by Python.

    usefulness <= 2 and 'examples' in most_valuable
    already_do in ['yes', 'partly'] or not answered(gaps)
    count(most_valuable) = 2

Words: `and`, `or`, `not`, `in`; `=`, `!=`, `<`, `<=`, `>`, `>=`; numbers, 'text' or "text", [lists] after `in`,
names of earlier questions, `answered(q)`, `count(q)` and parentheses. A comparison with something unanswered
is false: an empty number is never nought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
FUNCTIONS = frozenset({"answered", "count"})
DEEPEST = 40
"""Levels of parentheses and `not`; more is a mistake, not a condition."""
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>'[^']*'|\"[^\"]*\")|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<sign><=|>=|!=|==|[=<>()\[\],-]))",
    re.ASCII,
)
_WORDS = frozenset({"and", "or", "not", "in"})


class ExpressionError(ValueError):
    """A condition cannot be read; `column` counts from 1."""

    def __init__(self, source: str, column: int) -> None:
        super().__init__(f"{source!r} cannot be read from column {column}")
        self.source = source
        self.column = column


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text."""

    value: Decimal | str


@dataclass(frozen=True, slots=True)
class Name:
    """The answer to a question."""

    question: str


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether a question has an answer that is no skip."""

    question: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many options a question was answered with; nought when it was not."""

    question: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    inner: Condition


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """True when some part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """`left operator right`, with an operator of COMPARISONS."""

    operator: str
    left: Operand
    right: Operand


@dataclass(frozen=True, slots=True)
class OneOf:
    """`question in [options]`: some chosen option, or the value itself, is among them."""

    question: str
    options: tuple[Decimal | str, ...]


@dataclass(frozen=True, slots=True)
class Has:
    """`'option' in question`: the option was chosen."""

    option: str
    question: str


Operand: TypeAlias = Literal | Name | Count
Condition: TypeAlias = Answered | Not | All | Any | Compare | OneOf | Has


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


@lru_cache(maxsize=4096)
def parse(source: str) -> Condition:
    """The tree of a condition. Raises ExpressionError."""
    return _Parser(source).whole()


def names(condition: Condition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every question a condition is about, with the options it expects there."""
    match condition:
        case Not(inner=inner):
            yield from names(inner)
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from names(part)
        case Compare(left=left, right=right):
            yield from _compared(left, right)
        case OneOf(question=question, options=options):
            yield question, tuple(option for option in options if isinstance(option, str))
        case Has(option=option, question=question):
            yield question, (option,)
        case Answered(question=question):
            yield question, ()


def _compared(left: Operand, right: Operand) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Name):
            expected = other.value if isinstance(other, Literal) else None
            yield one.question, (expected,) if isinstance(expected, str) else ()
        elif isinstance(one, Count):
            yield one.question, ()


class _Parser:
    """Recursive descent: or, and, not, then one comparison."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = _tokens(source)
        self._place = 0
        self._depth = 0

    def whole(self) -> Condition:
        condition = self._or()
        if self._next.kind != "end":
            raise self._error()
        return condition

    def _or(self) -> Condition:
        parts = [self._and()]
        while self._take("or"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _and(self) -> Condition:
        parts = [self._not()]
        while self._take("and"):
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _not(self) -> Condition:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error()
        try:
            if self._take("not"):
                return Not(self._not())
            if self._take("("):
                inner = self._or()
                self._need(")")
                return inner
            return self._test()
        finally:
            self._depth -= 1

    def _test(self) -> Condition:
        if self._next.text == "answered":
            self._place += 1
            return Answered(self._argument())
        left = self._operand()
        if self._take("in"):
            return self._membership(left)
        operator = self._next.text
        if self._next.kind != "sign" or operator not in COMPARISONS | {"=="}:
            raise self._error()
        self._place += 1
        return Compare(operator.replace("==", "="), left, self._operand())

    def _membership(self, left: Operand) -> Condition:
        if isinstance(left, Name):
            return OneOf(left.question, self._list())
        if isinstance(left, Literal) and isinstance(left.value, str):
            return Has(left.value, self._name())
        raise self._error()

    def _operand(self) -> Operand:
        token = self._next
        if token.text == "count":
            self._place += 1
            return Count(self._argument())
        if token.kind == "word":
            return Name(self._name())
        return Literal(self._literal())

    def _literal(self) -> Decimal | str:
        sign = -1 if self._take("-") else 1
        token = self._next
        if token.kind == "number":
            self._place += 1
            return sign * Decimal(token.text)
        if token.kind == "text" and sign == 1:
            self._place += 1
            return token.text[1:-1]
        raise self._error()

    def _list(self) -> tuple[Decimal | str, ...]:
        self._need("[")
        options = [self._literal()]
        while self._take(","):
            options.append(self._literal())
        self._need("]")
        return tuple(options)

    def _argument(self) -> str:
        self._need("(")
        name = self._name()
        self._need(")")
        return name

    def _name(self) -> str:
        token = self._next
        if token.kind != "word" or token.text in _WORDS | FUNCTIONS:
            raise self._error()
        self._place += 1
        return token.text

    @property
    def _next(self) -> _Token:
        return self._tokens[self._place]

    def _take(self, text: str) -> bool:
        if self._next.kind in {"word", "sign"} and self._next.text == text:
            self._place += 1
            return True
        return False

    def _need(self, text: str) -> None:
        if not self._take(text):
            raise self._error()

    def _error(self) -> ExpressionError:
        return ExpressionError(self._source, self._next.column)


def _tokens(source: str) -> list[_Token]:
    found = []
    place = 0
    while source[place:].strip():
        match = _TOKEN.match(source, place)
        if match is None:
            column = place + len(source[place:]) - len(source[place:].lstrip()) + 1
            raise ExpressionError(source, column)
        kind = str(match.lastgroup)
        found.append(_Token(kind, match[kind], match.start(kind) + 1))
        place = match.end()
    return [*found, _Token("end", "", len(source) + 1)]
