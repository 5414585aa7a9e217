"""Answers without content: "-", "Inget", "vet ej", "Allt var bra!". Counted, in no theme and no cloud."""

from __future__ import annotations

from functools import cache

from analysis.themes.tokens import plain, tokens
from analysis.themes.words import by_language


@cache
def _phrases(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole phrases, and beginnings (written with `*`), of all languages together.

    People mix languages in answers this short, so the lists are not kept apart.
    """
    entries = [entry for line in by_language(name, "|").values() for entry in line]
    whole = frozenset(plain(entry) for entry in entries)
    beginnings = tuple(plain(entry) for entry in entries if entry.endswith("*"))
    return whole, beginnings


def is_empty(text: str, language: str) -> bool:
    """Whether the answer says nothing: no content word left, or a whole phrase of the list."""
    whole, _ = _phrases("empty.txt")
    if plain(text) in whole:
        return True
    return not any(token.content for token in tokens(text, language))


def is_praise(text: str) -> bool:
    """Whether an answer to "what should change" asks for no change ("Bra som det var!")."""
    whole, beginnings = _phrases("praise.txt")
    said = plain(text)
    return said in whole or any(_begins_with(said, beginning) for beginning in beginnings)


def _begins_with(said: str, beginning: str) -> bool:
    """A beginning counts only in a short answer: "Fortsätt! Det behövs en plan …" is a wish."""
    words = said.split()
    return said.startswith(f"{beginning} ") and len(words) <= len(beginning.split()) + 4
