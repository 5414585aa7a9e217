"""A codebook's own words in an answer: which stand there, and which theme each speaks for.

An entry is a word or a phrase; `*` at either end of a word stands for any letters, alone for any word. Entries are
looked up by their first word, so that a codebook may know thousands without an answer taking longer to read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from analysis.themes.codebook import Theme
from analysis.themes.remembering import remembered
from analysis.themes.tokens import folded_text, without_accents

Span = tuple[int, int]
"""Where something begins and ends in a text."""
Spelling = Callable[[str], str]

_MARKED = re.compile("[åäö]")
_PART = re.compile(r"[\w*]+")
_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[.!?;:,/+&\n]+|\s(?:och|samt|men|and|but|ja|sekä|mutta)\s", re.IGNORECASE)
_JOINT = re.compile(r"[\s\-’']*")
"""What may stand between the words of a phrase."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """What speaks for one theme. `misled`: whether only its `never` words do."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    misled: bool


ENDINGS = {"sv": ("na", "n", "en", "s", "ns", "erna", "arna", "et"), "en": ("s",)}
KIN_FROM = 4
"""Letters from which a word stands for its longer forms too: "idéer" for "idéerna"."""
NOTHING = Spotted((), (), misled=False)


class Lexicon:
    """The words of some themes in one language."""

    def __init__(self, themes: Sequence[Theme], language: str) -> None:
        self._themes, self._language = themes, language

    def spot(self, text: str) -> list[Spotted]:
        """For each theme its words in `text`, as they are written there.

        A longer phrase takes what it covers from the other themes: "svårt att se hur" is no "se hur". Somebody
        who writes å, ä and ö at all means them ("vanlig" is no "vänlig"); who writes none is read without.
        """
        read, marked = _read(text)
        found = (self._marked if marked else self._unmarked).spans(read)
        held = {
            theme: {hit for hit in hits if not _touched(hit, never)}
            for theme, (hits, never) in found.items()
        }
        every = set().union(*held.values())
        written = text if len(text) == len(read) else read  # ligatures change the length
        spotted = [NOTHING] * len(self._themes)
        for theme, spans in held.items():
            own = [s for s in sorted(spans) if not any(_covers(other, s) for other in every)]
            words = dict.fromkeys(written[start:end].lower() for start, end in own)
            spotted[theme] = Spotted(tuple(words), tuple(own), not own and bool(found[theme][1]))
        return spotted

    @cached_property
    def _marked(self) -> _Index:
        return _Index(self._themes, self._language, without_accents)

    @cached_property
    def _unmarked(self) -> _Index:
        return _Index(self._themes, self._language, folded_text)


def words_in(text: str, words: Sequence[str]) -> tuple[str, ...]:
    """Which of some words and phrases stand in `text`, as they are read there.

    >>> words_in("Gruppövningen på vanlig svenska", ["*övning*", "vänlig*"])
    ('gruppövningen',)
    """
    read, marked = _read(text)
    spelled = without_accents if marked else folded_text
    at = [found.span() for found in _WORD.finditer(read)]
    entries = _entries(tuple(words), spelled)
    hits: dict[str, None] = {}
    for place, (start, end) in enumerate(at):
        for entry in entries:
            if _fits(entry.parts[0], read[start:end]):
                ends = entry.end(read, at, place)
                hits |= {} if ends is None else {read[start:ends]: None}
    return tuple(hits)


@remembered(1_000)
def _entries(words: tuple[str, ...], spelled: Spelling) -> tuple[_Entry, ...]:
    read = (_Entry.of(word, spelled) for word in words)
    return tuple(entry for entry in read if entry.parts)


def clauses(text: str) -> Iterator[Span]:
    """The parts of an answer that may each be about something of their own."""
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _read(text: str) -> tuple[str, bool]:
    """A text as it is looked through, and whether its letters keep their marks."""
    accented = without_accents(text)
    marked = _MARKED.search(accented) is not None
    return (accented if marked else folded_text(text)), marked


def _covers(other: Span, span: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and other != span


def _touched(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the theme at a place in the codebook; `never`: it speaks against it."""

    theme: int
    never: bool
    parts: tuple[str, ...]

    @classmethod
    def of(cls, entry: str, spelled: Spelling, theme: int = 0, *, never: bool = False) -> _Entry:
        return cls(theme, never, tuple(_PART.findall(spelled(entry))))

    def end(self, read: str, at: Sequence[Span], place: int) -> int | None:
        """Where it ends, given that the word at `place` is its first."""
        end = at[place][1]
        for step, part in enumerate(self.parts[1:], place + 1):
            if step == len(at) or not _JOINT.fullmatch(read, end, at[step][0]):
                return None
            start, end = at[step][0], at[step][1]
            if not _fits(part, read[start:end]):
                return None
        return end


def _fits(part: str, word: str) -> bool:
    if part.startswith("*"):
        return part.strip("*") in word if part.endswith("*") else word.endswith(part[1:])
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


class _Begun(NamedTuple):
    """Entries that begin with one word: those of no other, and phrases by their second word, or with a `*` in it."""

    alone: tuple[_Entry, ...]
    by_second: dict[str, list[_Entry]]
    loose: tuple[_Entry, ...]

    @classmethod
    def of(cls, entries: Iterable[_Entry]) -> _Begun:
        alone, loose = [], []
        by_second: dict[str, list[_Entry]] = defaultdict(list)
        for entry in entries:
            if len(entry.parts) == 1:
                alone.append(entry)
            elif "*" in entry.parts[1]:
                loose.append(entry)
            else:
                by_second[entry.parts[1]].append(entry)
        return cls(tuple(alone), dict(by_second), tuple(loose))


class _Index:
    """Entries by their first word, or by the beginning of it; what begins with a word is looked up once."""

    def __init__(self, themes: Sequence[Theme], language: str, spelled: Spelling) -> None:
        self._whole: dict[str, list[_Entry]] = defaultdict(list)
        self._language = language
        self._begun: dict[str, list[_Entry]] = defaultdict(list)
        self._other: list[_Entry] = []
        self._known: dict[str, _Begun] = {}
        for place, theme in enumerate(themes):
            for entries, never in ((theme.words, False), (theme.never, True)):
                for entry in entries.get(language, ()):
                    self._add(_Entry.of(entry, spelled, place, never=never))
        self._lengths = sorted({len(beginning) for beginning in self._begun})

    def spans(self, read: str) -> dict[int, tuple[set[Span], set[Span]]]:
        """Where words of a theme stand, and its `never` words; themes without any are left out."""
        found: dict[int, tuple[set[Span], set[Span]]] = defaultdict(lambda: (set(), set()))
        at = [word.span() for word in _WORD.finditer(read)]
        words = [read[start:end] for start, end in at]
        for place, (word, second) in enumerate(pairwise((*words, ""))):
            begun = self._known.get(word) or self._look_up(word)
            for entry in begun.alone:
                found[entry.theme][entry.never].add(at[place])
            for entry in (*begun.by_second.get(second, ()), *begun.loose):
                ends = entry.end(read, at, place)
                if ends is not None:
                    found[entry.theme][entry.never].add((at[place][0], ends))
        return found

    def _add(self, entry: _Entry) -> None:
        first = entry.parts[0] if entry.parts else "*"
        if "*" not in first:
            self._whole[first].append(entry)
        elif first.startswith("*"):
            self._other.append(entry)
        else:
            self._begun[first[:-1]].append(entry)

    def _look_up(self, word: str) -> _Begun:
        same = [
            one
            for ending in ENDINGS.get(self._language, ())
            if word.endswith(ending) and len(word) - len(ending) >= KIN_FROM
            for one in self._whole.get(word[: -len(ending)], ())
            if len(one.parts) == 1 and not one.never
        ]
        begun = [one for size in self._lengths for one in self._begun.get(word[:size], ())]
        other = [one for one in self._other if one.parts and _fits(one.parts[0], word)]
        found = _Begun.of((*self._whole.get(word, ()), *same, *begun, *other))
        self._known[word] = found
        return found
