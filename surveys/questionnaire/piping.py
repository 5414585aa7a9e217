"""Texts with holes: `{proposal}`, `{name|du}`. Parsed once, filled by the conversation; `{{` and `}}` are braces."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_PART = re.compile(
    r"(?P<open>\{\{)|(?P<close>\}\})|\{\s*(?P<name>[A-Za-z]\w*)\s*(?:\|(?P<fallback>[^{}]*))?\}",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Hole:
    """Where something is put in: an item of a loop, an earlier answer, a word of the organiser's.

    `fallback` stands there when there is nothing to put in; None when the text has none.
    """

    name: str
    fallback: str | None


@lru_cache(maxsize=4096)
def parts(text: str) -> tuple[str | Hole, ...]:
    """The text cut at its holes. A brace that opens no hole stands as it is."""
    found: list[str | Hole] = []
    place = 0
    for match in _PART.finditer(text):
        found.append(text[place : match.start()])
        if match["name"]:
            found.append(Hole(match["name"], match["fallback"]))
        else:
            found.append("{" if match["open"] else "}")
        place = match.end()
    return tuple(part for part in (*found, text[place:]) if part)


def holes(text: str) -> tuple[Hole, ...]:
    """The holes of a text, in order."""
    return tuple(part for part in parts(text) if isinstance(part, Hole))


def filled(text: str, find: Callable[[str], str | None]) -> str:
    """The text with what `find` gives for each name; the fallback, else nothing, where it gives None."""
    return "".join(
        part if isinstance(part, str) else _found(find(part.name), part.fallback)
        for part in parts(text)
    )


def _found(given: str | None, fallback: str | None) -> str:
    return (fallback or "") if given is None else given


def stray_braces(text: str) -> bool:
    """Whether some brace neither opens nor closes a hole, nor is written twice."""
    rest = _PART.sub("", text)
    return "{" in rest or "}" in rest
