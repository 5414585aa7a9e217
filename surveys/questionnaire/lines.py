"""Which line of a TOML file a key stands on; the standard reader does not say.

Only what questionnaires use: tables, arrays of tables, `key = …` or `key.sv = …`, and arrays with one inline table a line.
"""

from __future__ import annotations

import re
from typing import TypeAlias

Place: TypeAlias = tuple[str | int, ...]

_PARTS = 40
"""Parts of a key that are told apart: more are a mistake, or meant to take time."""
_TABLE = re.compile(r"^\s*(\[\[?)\s*([\w.\"'-]+)\s*\]\]?")
_KEY = re.compile(r"^\s*([\w.-]+)\s*=\s*(.*)$")


class LineIndex:
    """Lines by place, such as `("question", 2, "options", 0)`; lines count from 1."""

    def __init__(self, source: str) -> None:
        self._lines: dict[Place, int] = {}
        self._counts: dict[Place, int] = {}
        self._table: Place = ()
        self._array: Place | None = None
        for number, line in enumerate(source.splitlines(), start=1):
            self._read(number, line)

    def line(self, place: Place) -> int | None:
        """The line of the nearest enclosing thing that has one."""
        for length in range(len(place), 0, -1):
            if (found := self._lines.get(place[:length])) is not None:
                return found
        return None

    def place(self, line: int) -> Place:
        """What stands on a line, as exactly as is known; `()` above everything. The opposite of `line`."""
        known = [place for place, number in self._lines.items() if number <= line]
        return max(known, key=lambda place: (self._lines[place], len(place)), default=())

    def _read(self, number: int, line: str) -> None:
        if self._array is not None:
            self._read_element(number, line)
        elif match := _TABLE.match(line):
            self._open_table(match[1] == "[[", tuple(match[2].split(".")), number)
        elif match := _KEY.match(line):
            self._read_key(match[1], match[2], number)

    def _open_table(self, repeated: bool, names: tuple[str, ...], number: int) -> None:
        self._table = names
        if repeated:
            index = self._counts.get(names, 0)
            self._counts[names] = index + 1
            self._table = (*names, index)
        self._lines.setdefault(self._table, number)

    def _read_key(self, name: str, rest: str, number: int) -> None:
        place = self._table
        for part in name.split(".", _PARTS):
            place = (*place, part)
            self._lines.setdefault(place, number)
        if rest.startswith("[") and rest.count("[") > rest.count("]"):
            self._array = place
            self._counts[place] = 0

    def _read_element(self, number: int, line: str) -> None:
        assert self._array is not None
        stripped = line.strip()
        if stripped.startswith("]"):
            self._array = None
        elif stripped and not stripped.startswith("#"):
            index = self._counts[self._array]
            self._lines[*self._array, index] = number
            self._counts[self._array] = index + 1
