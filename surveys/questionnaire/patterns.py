"""Patterns for text, matched in time that grows with the text and never runs away.

A subset of regular expressions: letters, `.`, `[a-z]`, `\\d \\w \\s \\p{L}`, groups, `|`, `* + ? {2,5}`, `^` and `$`.
No look-around and no back references. The whole text must fit. A pattern becomes a set of states that are
followed all at once, so there is nothing to go back to.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

LONGEST_PATTERN = 400
LONGEST_TEXT = 4000
MOST_STATES = 1000
DEEPEST = 20

Test: TypeAlias = Callable[[str], bool]
_SHORT: dict[str, Test] = {
    "d": str.isdecimal,
    "w": lambda character: character.isalnum() or character == "_",
    "s": str.isspace,
}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r"}
_REPEATS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_SPECIAL = frozenset("\\.[]{}()*+?^$|/-'\" #&@,:;!%=<>~_`")


class PatternError(ValueError):
    """A pattern is no pattern, or one that is not allowed; `place` counts from 0."""

    def __init__(self, pattern: str, place: int) -> None:
        super().__init__(f"{pattern!r} cannot be read from {place}")
        self.place = place


@dataclass(frozen=True, slots=True)
class _One:
    """One character that passes the test."""

    test: Test


@dataclass(frozen=True, slots=True)
class _Edge:
    """`^` or `$`."""

    sign: str


@dataclass(frozen=True, slots=True)
class _Row:
    parts: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Either:
    rows: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Times:
    inner: _Node
    least: int
    most: int | None


_Node: TypeAlias = _One | _Edge | _Row | _Either | _Times


@dataclass(slots=True)
class _State:
    """Where matching stands. With a test the next states lie behind one character; without, they are free."""

    test: Test | None = None
    edge: str = ""
    to: list[int] = field(default_factory=list)


class Pattern:
    """A pattern that has been read."""

    def __init__(self, source: str) -> None:
        tree = _Reader(source).whole()
        self._states: list[_State] = []
        self._source = source
        start = self._new()
        self._end = self._build(tree, start)
        self._start = start

    def fits(self, text: str) -> bool:
        """Whether the whole text fits. A text over LONGEST_TEXT characters never does."""
        if len(text) > LONGEST_TEXT:
            return False
        here = self._reached([self._start], "^" if text else "^$")
        known: dict[tuple[frozenset[int], str, bool], frozenset[int]] = {}
        for place, character in enumerate(text, 1):
            step = (here, character, place == len(text))
            if step not in known:
                known[step] = self._reached(self._after(here, character), "$" if step[2] else "")
            here = known[step]
            if not here:
                return False
        return self._end in here

    def _after(self, here: frozenset[int], character: str) -> Iterable[int]:
        for number in here:
            state = self._states[number]
            if state.test is not None and state.test(character):
                yield from state.to

    def _reached(self, onward: Iterable[int], edges: str) -> frozenset[int]:
        waiting, seen = list(onward), set[int]()
        while waiting:
            number = waiting.pop()
            state = self._states[number]
            if number not in seen:
                seen.add(number)
                if state.test is None and state.edge in edges:
                    waiting.extend(state.to)
        return frozenset(seen)

    def _new(self) -> int:
        if len(self._states) >= MOST_STATES:
            raise PatternError(self._source, len(self._source))
        self._states.append(_State())
        return len(self._states) - 1

    def _build(self, node: _Node, start: int) -> int:
        """Adds the states of a node after `start`; gives the state behind it."""
        match node:
            case _One(test=test):
                return self._step(start, _State(test=test))
            case _Edge(sign=sign):
                return self._step(start, _State(edge=sign))
            case _Row(parts=parts):
                for part in parts:
                    start = self._build(part, start)
                return start
            case _Either(rows=rows):
                ends = [self._build(row, self._step(start, _State())) for row in rows]
                return self._join(ends)
            case _Times():
                return self._repeat(node, start)

    def _repeat(self, node: _Times, start: int) -> int:
        ends = [start] if node.least == 0 else []
        last = node.most if node.most is not None else max(node.least, 1)
        for number in range(1, last + 1):
            entry = self._step(start, _State())
            start = self._build(node.inner, entry)
            if number == last and node.most is None:
                self._states[start].to.append(entry)
            if number >= node.least:
                ends.append(start)
        return self._join(ends)

    def _step(self, start: int, kind: _State) -> int:
        """A state of its own kind behind `start`, and the free one behind that."""
        here, out = self._new(), self._new()
        self._states[here] = kind
        self._states[start].to.append(here)
        kind.to.append(out)
        return out

    def _join(self, ends: list[int]) -> int:
        out = self._new()
        for end in ends:
            self._states[end].to.append(out)
        return out


@lru_cache(maxsize=512)
def pattern(source: str) -> Pattern:
    """The pattern. Raises PatternError."""
    return Pattern(source)


def fits(source: str, text: str) -> bool:
    """Whether the whole text fits the pattern; nothing fits a pattern that cannot be read."""
    try:
        return pattern(source).fits(text)
    except PatternError:
        return False


class _Reader:
    """Recursive descent: alternatives, rows, repeats, one character."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._place = 0
        self._depth = 0

    def whole(self) -> _Node:
        if len(self._source) > LONGEST_PATTERN:
            raise PatternError(self._source, LONGEST_PATTERN)
        tree = self._either()
        if self._next:
            raise self._error()
        return tree

    def _either(self) -> _Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error()
        rows = [self._row()]
        while self._take("|"):
            rows.append(self._row())
        self._depth -= 1
        return rows[0] if len(rows) == 1 else _Either(tuple(rows))

    def _row(self) -> _Node:
        parts: list[_Node] = []
        while self._next not in {"", "|", ")"}:
            parts.append(_Edge(self._character()) if self._next in {"^", "$"} else self._repeated())
        return _Row(tuple(parts))

    def _repeated(self) -> _Node:
        inner = self._one()
        if self._next in _REPEATS:
            least, most = _REPEATS[self._character()]
        elif self._take("{"):
            least, most = self._times()
        else:
            return inner
        self._take("?")  # for a whole text it is all the same who is greedy
        if self._next in {"*", "+", "?", "{"}:
            raise self._error()
        return _Times(inner, least, most)

    def _times(self) -> tuple[int, int | None]:
        least = self._whole_number()
        most: int | None = least
        if self._take(","):
            most = None if self._next == "}" else self._whole_number()
        self._need("}")
        if most is not None and (most < least or most == 0):
            raise self._error()
        return least, most

    def _whole_number(self) -> int:
        digits = ""
        while self._next.isascii() and self._next.isdigit() and len(digits) < 4:
            digits += self._character()
        if not digits:
            raise self._error()
        return int(digits)

    def _one(self) -> _Node:
        if self._take("("):
            if self._take("?"):
                self._need(":")
            inner = self._either()
            self._need(")")
            return inner
        return _One(self._test())

    def _test(self) -> Test:
        character = self._character()
        if character == "[":
            return self._class()
        if character == "\\":
            return self._escaped()
        if character == ".":
            return lambda other: other not in {"\n", "\r"}
        if character in "*+?{}]":
            self._place -= 1
            raise self._error()
        return _same(character)

    def _escaped(self) -> Test:
        letter = self._character()
        if letter in _SHORT:
            return _SHORT[letter]
        if letter in {"D", "W", "S"}:
            return _other(_SHORT[letter.lower()])
        return self._category() if letter == "p" else _same(self._plain(letter))

    def _plain(self, letter: str) -> str:
        if letter in _CONTROLS:
            return _CONTROLS[letter]
        if letter in _SPECIAL:
            return letter
        self._place -= 1
        raise self._error()

    def _category(self) -> Test:
        self._need("{")
        name = ""
        while self._next.isascii() and self._next.isalpha() and len(name) < 2:
            name += self._character()
        self._need("}")
        if not name:
            raise self._error()
        return lambda character: unicodedata.category(character).startswith(name)

    def _class(self) -> Test:
        outside = self._take("^")
        tests = [self._range()]
        while self._next != "]":
            tests.append(self._range())
        self._place += 1
        return lambda character: any(test(character) for test in tests) != outside

    def _range(self) -> Test:
        low = self._member()
        if not isinstance(low, str):
            return low
        if self._next != "-" or self._source[self._place + 1 : self._place + 2] in {"]", ""}:
            return _same(low)
        self._place += 1
        high = self._member()
        if not isinstance(high, str) or high < low:
            raise self._error()
        return lambda character: low <= character <= high

    def _member(self) -> str | Test:
        character = self._character()
        if character == "[" or (character == "&" and self._next == "&"):
            raise self._error()  # classes within classes belong to another language
        if character != "\\":
            return character
        if self._next in {"d", "w", "s", "D", "W", "S", "p"}:
            return self._escaped()
        return self._plain(self._character())

    @property
    def _next(self) -> str:
        return self._source[self._place : self._place + 1]

    def _character(self) -> str:
        if self._place >= len(self._source):
            raise self._error()
        self._place += 1
        return self._source[self._place - 1]

    def _take(self, character: str) -> bool:
        if self._next == character:
            self._place += 1
            return True
        return False

    def _need(self, character: str) -> None:
        if not self._take(character):
            raise self._error()

    def _error(self) -> PatternError:
        return PatternError(self._source, self._place)


def _same(wanted: str) -> Test:
    return lambda character: character == wanted


def _other(test: Test) -> Test:
    return lambda character: not test(character)
