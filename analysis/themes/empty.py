"""Answers without content: "-", "Inget", "vet ej", "Allt var bra!". Counted, in no theme and no cloud."""

from __future__ import annotations

from functools import cache

from analysis.themes.remembering import MANY, remembered
from analysis.themes.tokens import has_content, plain, words_of
from analysis.themes.words import by_language

SHORT = 3
"""Words of an answer that may be nothing but function words and still be called empty."""


@cache
def _phrases(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole phrases, and beginnings (written with `*`), of all languages together.

    People mix languages in answers this short, so the lists are not kept apart.
    """
    entries = [entry for line in by_language(name, "|").values() for entry in line]
    whole = frozenset(plain(entry) for entry in entries)
    beginnings = tuple(plain(entry) for entry in entries if entry.endswith("*"))
    return whole, beginnings


@cache
def _bare(language: str) -> frozenset[str]:
    return frozenset(by_language("bare.txt").get(language, ()))


@remembered(MANY)
def is_empty(text: str, language: str) -> bool:
    """Whether it says nothing: a whole phrase of the list, or no word but empty ones.

    A question says something ("Vad händer nu?"), and so does a longer run of function words ("Man får vara
    sig själv") unless a general word ("bra") shows what it is.
    """
    whole, _ = _phrases("empty.txt")
    if plain(text) in whole:
        return True
    bare = _bare(language)
    if has_content(text, language, bare):
        return False
    words = words_of(text)
    if "?" in text and len(words) > 2:
        return False
    return len(words) <= SHORT or not bare.isdisjoint(words)


@remembered(MANY)
def is_praise(text: str) -> bool:
    """Whether an answer to "what should change" asks for no change ("Bra som det var!")."""
    whole, beginnings = _phrases("praise.txt")
    said = plain(text)
    return said in whole or any(_begins_with(said, beginning) for beginning in beginnings)


def _begins_with(said: str, beginning: str) -> bool:
    """A beginning counts only in a short answer: "Fortsätt! Det behövs en plan …" is a wish."""
    words = said.split()
    return said.startswith(f"{beginning} ") and len(words) <= len(beginning.split()) + 4
