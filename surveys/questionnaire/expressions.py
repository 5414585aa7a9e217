"""The small language of conditions and calculations: parsed to a tree, never evaluated by Python.

    usefulness <= 2 and 'examples' in most_valuable
    already_do in ['yes', 'partly'] or not answered(gaps)
    count(most_valuable) = 2
    if(people > 0, round(waste / people, 1), 0)

`parse` reads a condition, `parse_value` what a calculation is worth. A comparison with something unanswered is
false, and a calculation with something unanswered is unanswered: an empty number is never nought. The whole
language is described in `docs/questionnaire-format.md`; the nodes stand in `expression_tree`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from surveys.questionnaire.expression_tree import (
    ARGUMENTS,
    COMPARISONS,
    OPERANDS,
    All,
    Answered,
    Any,
    Calculation,
    Call,
    Compare,
    Condition,
    Count,
    Has,
    If,
    Literal,
    Matches,
    Name,
    Negative,
    Not,
    OneOf,
    Operand,
    Tree,
    Truth,
    names,
    uses_today,
    written,
)
from surveys.questionnaire.patterns import PatternError, pattern

__all__ = [
    "OPERANDS",
    "All",
    "Answered",
    "Any",
    "Calculation",
    "Call",
    "Compare",
    "Condition",
    "Count",
    "ExpressionError",
    "Has",
    "If",
    "Literal",
    "Matches",
    "Name",
    "Negative",
    "Not",
    "OneOf",
    "Operand",
    "Tree",
    "Truth",
    "names",
    "parse",
    "parse_value",
    "uses_today",
    "written",
]

FUNCTIONS = frozenset({"answered", "count", "matches", "if", *ARGUMENTS})
DEEPEST = 40
"""Levels of parentheses, `not` and functions; more is a mistake, not a condition."""
LONGEST = 4000
MOST_CALCULATIONS = 100
_NUMBER = r"\d{1,20}(?:\.\d{1,20})?(?!\d)"
_TOKEN = re.compile(
    rf"\s*(?:(?P<number>{_NUMBER})|(?P<text>'[^']*'|\"[^\"]*\")|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<sign><=|>=|!=|==|[=<>()\[\],+*/-]))",
    re.ASCII,
)
_WORDS = frozenset({"and", "or", "not", "in", "true", "false"})
_T = TypeVar("_T")


class ExpressionError(ValueError):
    """A condition cannot be read; `column` counts from 1."""

    def __init__(self, source: str, column: int) -> None:
        super().__init__(f"{source!r} cannot be read from column {column}")
        self.source = source
        self.column = column


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


@lru_cache(maxsize=4096)
def parse(source: str) -> Condition:
    """The tree of a condition. Raises ExpressionError."""
    return _Parser(source).whole_condition()


@lru_cache(maxsize=4096)
def parse_value(source: str) -> Tree:
    """The tree of a calculation; a condition is one too, worth 1 or 0. Raises ExpressionError."""
    return _Parser(source).whole()


class _Parser:
    """Recursive descent: or, and, not, one comparison, sums, products, signs, and what they are made of."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = _tokens(source)
        self._place = 0
        self._depth = 0
        self._calculations = 0

    def whole(self) -> Tree:
        tree = self._either()
        if self._next.kind != "end":
            raise self._error()
        return tree

    def whole_condition(self) -> Condition:
        condition = self._true_or_false(self._either())
        if self._next.kind != "end":
            raise self._error()
        return condition

    def _either(self) -> Tree:
        first = self._every()
        if not self._at("or"):
            return first
        parts = [self._true_or_false(first)]
        while self._take("or"):
            parts.append(self._true_or_false(self._every()))
        return Any(tuple(parts))

    def _every(self) -> Tree:
        first = self._not()
        if not self._at("and"):
            return first
        parts = [self._true_or_false(first)]
        while self._take("and"):
            parts.append(self._true_or_false(self._not()))
        return All(tuple(parts))

    def _not(self) -> Tree:
        if not self._take("not"):
            return self._test()
        return self._deeper(lambda: Not(self._true_or_false(self._not())))

    def _test(self) -> Tree:
        left = self._sum()
        if self._take("in"):
            return self._membership(left)
        operator = self._next.text.replace("==", "=")
        if self._next.kind != "sign" or operator not in COMPARISONS:
            return left
        operand = self._valued(left)
        self._place += 1
        return Compare(operator, operand, self._valued(self._sum()))

    def _membership(self, left: Tree) -> Condition:
        if isinstance(left, Name):
            return OneOf(left.question, self._list())
        if isinstance(left, Literal) and isinstance(left.value, str):
            return Has(left.value, self._name())
        raise self._error()

    def _sum(self) -> Tree:
        return self._row_of(("+", "-"), self._product)

    def _product(self) -> Tree:
        return self._row_of(("*", "/", "mod"), self._signed)

    def _row_of(self, operators: tuple[str, ...], part: Callable[[], Tree]) -> Tree:
        left = part()
        while any(map(self._at, operators)):
            operand, operator = self._valued(left), self._next.text
            self._calculations += 1
            if self._calculations > MOST_CALCULATIONS:
                raise self._error()
            self._place += 1
            left = Calculation(operator, operand, self._valued(part()))
        return left

    def _signed(self) -> Tree:
        if not self._take("-"):
            return self._atom()
        if self._next.kind == "number":
            return Literal(-self._number())
        return self._deeper(lambda: Negative(self._valued(self._signed())))

    def _atom(self) -> Tree:
        token = self._next
        if token.kind == "number":
            return Literal(self._number())
        if token.kind == "text":
            return Literal(self._text())
        if self._at("("):
            return self._deeper(self._inside)
        if self._at("true") or self._at("false"):
            self._place += 1
            return Truth(token.text == "true")
        if token.text in FUNCTIONS and self._tokens[self._place + 1].text == "(":
            return self._deeper(self._function)
        return Name(self._name())

    def _inside(self) -> Tree:
        self._need("(")
        inner = self._either()
        self._need(")")
        return inner

    def _function(self) -> Tree:
        name = self._next.text
        self._place += 1
        self._need("(")
        tree = self._called(name)
        self._need(")")
        return tree

    def _called(self, name: str) -> Tree:
        if name == "answered":
            return Answered(self._name())
        if name == "count":
            return Count(self._name())
        if name == "matches":
            operand = self._valued(self._either())
            self._need(",")
            return Matches(operand, self._pattern())
        if name == "if":
            return self._choice()
        return Call(name, self._arguments(name))

    def _choice(self) -> If:
        condition = self._true_or_false(self._either())
        self._need(",")
        then = self._valued(self._either())
        self._need(",")
        return If(condition, then, self._valued(self._either()))

    def _arguments(self, name: str) -> tuple[Operand, ...]:
        fewest, most = ARGUMENTS[name]
        found: list[Operand] = []
        while len(found) < fewest or (found and len(found) < most and self._at(",")):
            if found:
                self._need(",")
            found.append(self._valued(self._either()))
            if name == "sum" and not isinstance(found[0], Name):
                raise self._error()
        return tuple(found)

    def _pattern(self) -> str:
        if self._next.kind != "text":
            raise self._error()
        try:
            pattern(self._next.text[1:-1])
        except PatternError as error:
            column = self._next.column + 1 + error.place
            raise ExpressionError(self._source, column) from None
        return self._text()

    def _list(self) -> tuple[Decimal | str, ...]:
        self._need("[")
        options = [self._literal()]
        while self._take(","):
            options.append(self._literal())
        self._need("]")
        return tuple(options)

    def _literal(self) -> Decimal | str:
        if self._next.kind == "text":
            return self._text()
        return -self._number() if self._take("-") else self._number()

    def _number(self) -> Decimal:
        if self._next.kind != "number":
            raise self._error()
        self._place += 1
        return Decimal(self._tokens[self._place - 1].text)

    def _text(self) -> str:
        self._place += 1
        return self._tokens[self._place - 1].text[1:-1]

    def _name(self) -> str:
        token = self._next
        if token.kind != "word" or token.text in _WORDS:
            raise self._error()
        self._place += 1
        return token.text

    def _true_or_false(self, tree: Tree) -> Condition:
        if isinstance(tree, OPERANDS):
            raise self._error()
        return tree

    def _valued(self, tree: Tree) -> Operand:
        if isinstance(tree, OPERANDS):
            return tree
        raise self._error()

    def _deeper(self, read: Callable[[], Tree]) -> Tree:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error()
        tree = read()
        self._depth -= 1
        return tree

    @property
    def _next(self) -> _Token:
        return self._tokens[self._place]

    def _at(self, text: str) -> bool:
        return self._next.kind in {"word", "sign"} and self._next.text == text

    def _take(self, text: str) -> bool:
        if self._at(text):
            self._place += 1
            return True
        return False

    def _need(self, text: str) -> None:
        if not self._take(text):
            raise self._error()

    def _error(self) -> ExpressionError:
        return ExpressionError(self._source, self._next.column)


def _tokens(source: str) -> list[_Token]:
    if len(source) > LONGEST:
        raise ExpressionError(source, LONGEST + 1)
    found = []
    place = 0
    end = len(source.rstrip())
    while place < end:
        match = _TOKEN.match(source, place)
        if match is None:
            column = place + len(source[place:]) - len(source[place:].lstrip()) + 1
            raise ExpressionError(source, column)
        kind = str(match.lastgroup)
        found.append(_Token(kind, match[kind], match.start(kind) + 1))
        place = match.end()
    return [*found, _Token("end", "", len(source) + 1)]
