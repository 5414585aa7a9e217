"""The part of XPath that spreadsheet forms use, read into a tree; `carrying` turns it into ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

LONGEST = 4000
DEEPEST = 30
MOST_TOKENS = 600
MOST_CALCULATIONS = 100


class Refused(ValueError):
    """An expression cannot be carried over: the part that cannot, and the code of the problem."""

    def __init__(self, what: str, code: str = "expression_refused") -> None:
        super().__init__(what)
        self.what = what[:80]
        self.code = code


@dataclass(frozen=True, slots=True)
class Constant:
    """A number or a text."""

    value: Decimal | str


@dataclass(frozen=True, slots=True)
class Reference:
    """`${name}`."""

    name: str


@dataclass(frozen=True, slots=True)
class Itself:
    """`.`, the answer that is being given."""


@dataclass(frozen=True, slots=True)
class Column:
    """A bare name: a column of the choices, in `choice_filter`."""

    name: str


@dataclass(frozen=True, slots=True)
class Function:
    """`name(arguments)`."""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """`left operator right`."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Minus:
    """The number with the other sign."""

    inner: Node


Node: TypeAlias = Constant | Reference | Itself | Column | Function | Operation | Minus

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})"
    r"|(?P<text>'[^']*'|\"[^\"]*\")"
    r"|\$\{\s*(?P<reference>[^{}\s][^{}]{0,200}?)\s*\}"
    r"|(?:current\(\)\s*/\s*)?(?:\.\./)+(?P<sibling>[^\W\d][\w.-]*)"
    r"|(?:/[^\W\d][\w.-]{0,99}){1,9}/(?P<path>[^\W\d][\w.-]*)"
    r"|(?P<word>[^\W\d][\w.:-]*)"
    r"|(?P<sign><=|>=|!=|[=<>()+*,.-]))"
)
_LEVELS = (("or",), ("and",), ("=", "!="), ("<=", ">=", "<", ">"), ("+", "-"), ("*", "div", "mod"))
_CALCULATING = frozenset(sign for level in _LEVELS[2:] for sign in level)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


@lru_cache(maxsize=2048)
def read(source: str) -> Node:
    """The tree of an expression. Raises Refused."""
    return _Reader(_tokens(source)).whole()


def _tokens(source: str) -> list[_Token]:
    if len(source) > LONGEST:
        raise Refused(source)
    found: list[_Token] = []
    place, end, calculated = 0, len(source.rstrip()), 0
    while place < end:
        match = _TOKEN.match(source, place)
        if match is None or len(found) > MOST_TOKENS:
            raise Refused(source[place:].strip())
        calculated += match[0].strip() in _CALCULATING
        if calculated > MOST_CALCULATIONS:
            raise Refused(source[place:].strip())
        kind = str(match.lastgroup)
        found.append(_Token("reference" if kind in {"sibling", "path"} else kind, match[kind]))
        place = match.end()
    return [*found, _Token("end", "")]


class _Reader:
    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._level(0)
        if self._next.kind != "end":
            raise Refused(self._next.text)
        return node

    @property
    def _next(self) -> _Token:
        return self._tokens[self._place]

    def _level(self, level: int) -> Node:
        if level == len(_LEVELS):
            return self._signed()
        left = self._level(level + 1)
        while self._next.kind in {"word", "sign"} and self._next.text in _LEVELS[level]:
            operator = self._next.text
            self._place += 1
            left = Operation(operator, left, self._level(level + 1))
        return left

    def _signed(self) -> Node:
        if not self._take("-"):
            return self._atom()
        self._deeper()
        inner = self._signed()
        self._depth -= 1
        return Minus(inner)

    def _atom(self) -> Node:
        token = self._next
        self._place += token.kind != "end"
        match token.kind:
            case "number":
                return Constant(Decimal(token.text))
            case "text":
                return Constant(token.text[1:-1])
            case "reference":
                return Reference(token.text)
            case "word":
                return self._called(token.text) if self._take("(") else Column(token.text)
        if token.text == ".":
            return Itself()
        if token.text != "(":
            raise Refused(token.text or "…")
        self._deeper()
        inner = self._level(0)
        self._depth -= 1
        self._need(")")
        return inner

    def _called(self, name: str) -> Node:
        self._deeper()
        arguments: list[Node] = []
        while not self._take(")"):
            if arguments:
                self._need(",")
            arguments.append(self._level(0))
        self._depth -= 1
        return Function(name, tuple(arguments))

    def _take(self, sign: str) -> bool:
        if self._next.kind == "sign" and self._next.text == sign:
            self._place += 1
            return True
        return False

    def _need(self, sign: str) -> None:
        if not self._take(sign):
            raise Refused(self._next.text or sign)

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused("((…))")


def references(node: Node) -> tuple[str, ...]:
    """The names an expression asks for, in order."""
    match node:
        case Reference(name=name):
            return (name,)
        case Function(arguments=parts):
            return tuple(name for part in parts for name in references(part))
        case Operation(left=left, right=right):
            return (*references(left), *references(right))
        case Minus(inner=inner):
            return references(inner)
        case _:
            return ()
