"""The word lists in `analysis/words/`, read once.

A list is one word or phrase between spaces, or, where phrases hold spaces, between `|`; a line that begins
with `#` is a comment. Lists for several languages in one file have a line `tag: …` for each.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = (files("analysis") / "words" / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]


@cache
def word_set(name: str) -> frozenset[str]:
    """All words of a list without phrases."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def by_language(name: str, separator: str | None = None) -> dict[str, tuple[str, ...]]:
    """Language tag to the entries of its line; `separator` None means white space."""
    found = {}
    for line in _lines(name):
        tag, _, rest = line.partition(":")
        found[tag] = tuple(entry.strip() for entry in rest.split(separator) if entry.strip())
    return found


@cache
def function_words(language: str) -> frozenset[str]:
    """Words of a language that carry no content; empty for a language without a list."""
    name = f"function.{language.split('-', maxsplit=1)[0]}.txt"
    return word_set(name) if (files("analysis") / "words" / name).is_file() else frozenset()


@cache
def describing_words(language: str) -> dict[str, int]:
    """Describing words and their places in the list; empty for a language without one."""
    name = f"describing.{language.split('-', maxsplit=1)[0]}.txt"
    if not (files("analysis") / "words" / name).is_file():
        return {}
    words = [word for line in _lines(name) for word in line.split()]
    return {word: place for place, word in reversed(list(enumerate(words)))}


@cache
def quantity_words(language: str) -> frozenset[str]:
    """Negations and measures, which stay inside phrases."""
    return frozenset(by_language("quantity.txt").get(language.split("-", maxsplit=1)[0], ()))


@cache
def fillers(language: str) -> frozenset[str]:
    """Words that frame what is said, and are never shown as what it is about."""
    return frozenset(by_language("fillers.txt").get(language.split("-", maxsplit=1)[0], ()))


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case."""
    return word_set("given_names.txt")


@cache
def municipalities() -> frozenset[str]:
    """Names of Sweden's municipalities in lower case, whole and in parts."""
    names = {name for line in _lines("municipalities.txt") for name in line.split("|")}
    return frozenset(part.lower() for name in names for part in (name, *name.split()))


@cache
def organisations() -> frozenset[str]:
    """Capitalised words that name no person, in lower case."""
    return frozenset(word.lower() for word in word_set("organisations.txt"))
