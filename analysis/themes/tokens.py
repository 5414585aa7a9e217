"""Words of an answer: tokens, lemmas, stems and the phrases that keep a negation with its word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from analysis.themes.dictionary import basic_form
from analysis.themes.remembering import MANY, remembered
from analysis.themes.words import function_words, quantity_words

_WORD = re.compile(r"[^\W\d_]+(?:[-'’:][^\W\d_]+)*", re.UNICODE)
_LETTERS = re.compile(r"[^\W_]+")
_ENDINGS = {
    "sv": (
        *("andets", "andet", "erna", "orna", "arna", "ernas", "arnas", "heten", "heter", "ande"),
        *("ens", "ets", "ade", "ats", "are", "ast", "ern", "en", "et", "er", "or", "ar", "na"),
        *("at", "ad", "de", "te", "as", "an", "a", "e", "t", "s", "n"),
    ),
    "en": ("ations", "ation", "ings", "ing", "ies", "ed", "es", "ly", "s"),
    "fi": ("issa", "issä", "sta", "stä", "lla", "llä", "jen", "ien", "ksi", "ta", "tä", "ja",
           "jä", "a", "ä", "n", "t"),
}  # fmt: skip


_COMMON = str.maketrans("åäöéèüáà", "aaoeeuaa")
"""The diacritics most answers have; the others are looked up one by one."""
_ACCENTED = re.compile("[éèêëüáàâíìîóòôúùûñç]")
_ACCENTS = str.maketrans("éèêëüáàâíìîóòôúùûñç", "eeeeuaaaiiiooouuunc")


class Token(NamedTuple):
    """One word: as written, in lower case, where it stands, and its family (what it is counted as)."""

    surface: str
    lower: str
    start: int
    family: str
    content: bool


@remembered(MANY)
def plain(text: str) -> str:
    """Lower case, without diacritics, punctuation or repeated spaces: what a whole answer is compared by.

    >>> plain("Allt var BRA!! :)")
    'allt var bra'
    """
    return " ".join(_LETTERS.findall(folded_text(text)))


@remembered(100_000)
def fold(word: str) -> str:
    """Lower case without diacritics, so that "ovning" meets "övning"."""
    return folded_text(word)


def folded_text(text: str) -> str:
    """A whole text, folded as `fold` does with a word."""
    lower = text.lower()
    if lower.isascii():
        return lower
    plain_letters = lower.translate(_COMMON)
    if plain_letters.isascii():
        return plain_letters
    spread = unicodedata.normalize("NFKD", plain_letters)
    return "".join(char for char in spread if not unicodedata.combining(char))


def without_accents(text: str) -> str:
    """A text in lower case whose accents are gone; å, ä and ö are letters and stay.

    >>> without_accents("Idé på väg")
    'ide på väg'
    """
    lower = unicodedata.normalize("NFC", text).lower()
    return lower.translate(_ACCENTS) if _ACCENTED.search(lower) else lower


def stem(word: str, language: str) -> str:
    """The word without its longest known ending, never shorter than four letters; never shown."""
    for ending in _ENDINGS.get(language.split("-", maxsplit=1)[0], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@remembered(MANY)
def family(word: str, language: str) -> str:
    """What a word is counted as: its lemma where one is known, else its stem.

    simplemma knows no compound it has not seen; the stem fills those holes.
    """
    base = language.split("-", maxsplit=1)[0]
    if base not in {"sv", "en"}:  # the Finnish dictionary takes three seconds to load
        return stem(word, base)
    lemma = basic_form(word, base)
    return lemma if lemma != word else stem(word, base)


@remembered(100_000)
def _read(lower: str, language: str) -> tuple[str, bool]:
    """A word's family, and whether it carries content."""
    return family(lower, language), _says_something(lower, function_words(language))


def _says_something(lower: str, functional: frozenset[str]) -> bool:
    return lower not in functional and (len(lower) > 1 or lower in {"ö", "å"})


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case, in order. Digits and signs are no words."""
    return [word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def has_content(text: str, language: str, but: frozenset[str] = frozenset()) -> bool:
    """Whether any of its words, `but` for some, carries content."""
    functional = function_words(language)
    return any(word not in but and _says_something(word, functional) for word in words_of(text))


@remembered(MANY)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The words of `text`, in order. Digits and signs are no words."""
    found = []
    for match in _WORD.finditer(unicodedata.normalize("NFC", text)):
        surface = match.group()
        lower = surface.lower()
        found.append(Token(surface, lower, match.start(), *_read(lower, language)))
    return tuple(found)


def phrases(text: str, language: str) -> Iterator[tuple[Token, ...]]:
    """Negations and measures with the word they turn: `för lite tid`, `inte hann`, `mer tid`.

    A phrase is an unbroken run of at most three measures and the content word that follows them.
    """
    measures = quantity_words(language)
    words = tokens(text, language)
    begun_before = False
    for index, word in enumerate(words):
        begins = word.lower in measures
        if begins and not begun_before:
            phrase = _phrase_from(text, words[index : index + 4], measures)
            if phrase:
                yield phrase
        begun_before = begins


def _phrase_from(
    text: str, run: tuple[Token, ...], measures: frozenset[str]
) -> tuple[Token, ...] | None:
    for length, word in enumerate(run[1:], start=2):
        before = run[length - 2]
        between = text[before.start + len(before.surface) : word.start]
        if between.strip():
            return None
        if word.lower in measures:
            continue
        return run[:length] if word.content else None
    return None
