"""Patterns for text that could take for ever to try: told before anybody can write a text that finds out.

A pattern is refused when something repeated stands inside something repeated, when it refers back, or when
several repeats beside each other take the same characters and the text may be long. Some harmless patterns are
refused with the dangerous ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_TRIES = 2_000_000
MANY = 10
"""A repeat of at least so many times counts as one without end."""
_SAMPLE = "aZ09_ .-@,åé–"
"""Characters that stand for all others when two parts are asked whether they take the same."""
_ATOM = re.compile(
    r"\((?:\?:|\?P<\w+>|\?[=!]|\?<[=!])?|\)|\||\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[^()|\[\]\\]",
    re.DOTALL,
)
_REPEAT = re.compile(r"(?:[*+?]|\{(?P<least>\d*)(?P<comma>,)?(?P<most>\d*)\})[?+]?")


@dataclass(slots=True)
class _Part:
    """One thing in a row: the characters of the sample it takes, and whether it may be long or left out."""

    takes: frozenset[str]
    long: bool = False
    optional: bool = False


def why_not(pattern: str, longest: int) -> str | None:
    """The problem with a pattern tried on texts of `longest` characters; None when there is none."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return "bad_pattern"
    if re.search(r"\\[1-9]|\(\?P=|\(\?\(", pattern):
        return "slow_pattern"
    rows: list[list[_Part]] = [[]]
    groups: list[tuple[int, bool]] = []
    place = 0
    while match := _ATOM.match(pattern, place):
        place = match.end()
        atom = match[0]
        if atom.startswith("("):
            groups.append((len(rows[-1]), False))
            continue
        if atom == "|":
            if groups:
                groups[-1] = (groups[-1][0], True)
            else:
                rows.append([])
            continue
        repeat = _REPEAT.match(pattern, place)
        place = repeat.end() if repeat else place
        if atom == ")":
            if not groups or _repeated_twice(rows[-1], groups.pop(), repeat):
                return "slow_pattern"
            continue
        rows[-1].append(_Part(_takes(atom), _is_long(repeat), _may_be_none(repeat)))
    return "slow_pattern" if any(_tries(row, longest) > MOST_TRIES for row in rows) else None


def _repeated_twice(
    row: list[_Part], group: tuple[int, bool], repeat: re.Match[str] | None
) -> bool:
    """Whether a group is repeated that repeats itself or has alternatives; else its parts may be long too."""
    start, alternatives = group
    inside = row[start:]
    if _is_long(repeat) and (alternatives or any(part.long or part.optional for part in inside)):
        return True
    for part in inside:
        part.optional = part.optional or alternatives or _may_be_none(repeat)
        part.long = part.long or _is_long(repeat)
    return False


def _is_long(repeat: re.Match[str] | None) -> bool:
    if repeat is None or repeat[0].startswith("?"):
        return False
    if repeat["least"] is None:
        return True
    most = repeat["most"] or ("" if repeat["comma"] else repeat["least"])
    return most == "" or int(most) >= MANY


def _may_be_none(repeat: re.Match[str] | None) -> bool:
    return repeat is not None and (repeat[0][0] in "*?" or repeat["least"] in {"0", ""})


def _takes(atom: str) -> frozenset[str]:
    if atom in {"^", "$"}:
        return frozenset(_SAMPLE)
    try:
        one = re.compile(atom, re.DOTALL)
    except re.error:
        return frozenset(_SAMPLE)
    found = {character for character in (*_SAMPLE, atom[-1]) if one.fullmatch(character)}
    return frozenset(found)


def _tries(row: list[_Part], longest: int) -> int:
    """The most ways to share one run of characters among the long parts that take it."""
    return max((_shared(row, character, longest) for character in _SAMPLE), default=1)


def _shared(row: list[_Part], character: str, longest: int) -> int:
    most, run = 0, 0
    for part in row:
        if character not in part.takes and not part.optional:
            run = 0
        run += part.long and character in part.takes
        most = max(most, run)
    return int(longest**most)
