"""A codebook's own words in an answer: which stand there, and which theme each speaks for.

An entry is a word or a phrase; `*` at either end of a word stands for any letters, alone for any word. Entries are
looked up by their first word, so that a codebook may know thousands without an answer taking longer to read.

A faint word names what a theme is about or what anybody may mention in passing ("the room", "next time"): it tells the
theme only where an answer holds no other theme's own words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from analysis.themes.codebook import Theme
from analysis.themes.remembering import remembered
from analysis.themes.tokens import folded_text, without_accents

Span = tuple[int, int]
"""Where something begins and ends in a text."""
Spelling = Callable[[str], str]
Role = Literal["words", "own", "faint", "never"]
"""Whether an entry tells its theme, always tells it, tells it where nothing else is told, or speaks against it."""
ROLES: tuple[Role, ...] = get_args(Role)
_Found = dict[Role, set[Span]]
"""Where a theme's entries stand in a text."""

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


class Hits(NamedTuple):
    """Where a theme's words stand in a text, clear ones and faint ones. `misled`: whether only its `never` words do."""

    clear: tuple[Span, ...]
    faint: tuple[Span, ...]
    own: frozenset[Span]
    """Those of the clear ones that are the organiser's."""
    misled: bool


ENDINGS = {"sv": ("na", "n", "en", "s", "ns", "erna", "arna", "et"), "en": ("s",)}
KIN_FROM = 4
"""Letters from which a word stands for its longer forms too: "idéer" for "idéerna"."""
FILLED = 0.2
"""Share of a part's words from which faint ones are no passing mention."""
NOWHERE = Hits((), (), frozenset(), misled=False)


class Lexicon:
    """The words of some themes in one language."""

    def __init__(self, themes: Sequence[Theme], language: str) -> None:
        self._themes, self._language = themes, language

    def hits(self, text: str) -> list[Hits]:
        """For each theme where its words stand in `text`, an `aligned` one."""
        found = self.found(text)
        return [found.get(theme, NOWHERE) for theme in range(len(self._themes))]

    def found(self, text: str) -> dict[int, Hits]:
        """The same for the themes at these places, in order; no other has words there.

        A longer phrase takes what it covers from the other themes: "svårt att se hur" is no "se hur". Somebody
        who writes å, ä and ö at all means them ("vanlig" is no "vänlig"); who writes none is read without.
        """
        read, marked = _read(text)
        found = (self._marked if marked else self._unmarked).spans(read)
        left = {theme: _left(each) for theme, each in sorted(found.items())}
        every = {span for each in left.values() for spans in each.values() for span in spans}
        longer = every if _any_meet(every) else set()
        hits = {}
        for theme, each in left.items():
            clear = _uncovered(each["words"] | each["own"], longer)
            faint = _uncovered(each["faint"], longer)
            misled = not clear and not faint and bool(found[theme]["never"])
            hits[theme] = Hits(clear, faint, frozenset(each["own"]), misled)
        return hits

    def spot(self, text: str) -> list[Spotted]:
        """For each theme the words that speak for it: faint ones where nothing else is said, or fill a part."""
        text = aligned(text)
        hits = self.hits(text)
        taken = [span for one in hits for span in one.clear]
        parts = (
            [part for part in clauses(text) if not _touched(part, taken)]
            if taken
            else [(0, len(text))]
        )
        return [
            Spotted(as_written(text, spans), spans, one.misled)
            for one in hits
            for spans in [(*one.clear, *_filling(one.faint, parts, text, alone=not taken))]
        ]

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


def aligned(text: str) -> str:
    """A text in which every letter stays one when it is read: ligatures are written out."""
    if text.isascii():
        return text
    read = without_accents(text)
    return text if len(read) == len(text) else read


def clauses(text: str) -> Iterator[Span]:
    """The parts of an answer that may each be about something of their own."""
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _read(text: str) -> tuple[str, bool]:
    """A text as it is looked through, and whether its letters keep their marks."""
    if text.isascii():
        return text.lower(), False
    accented = without_accents(text)
    marked = _MARKED.search(accented) is not None
    return (accented if marked else folded_text(text)), marked


def _covers(other: Span, span: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and other != span


def _left(found: _Found) -> _Found:
    """What is no part of what speaks against the theme; the organiser's words are never taken away."""
    if not found["never"]:
        return found
    return {
        role: hits if role == "own" else {hit for hit in hits if not _touched(hit, found["never"])}
        for role, hits in found.items()
    }


def _any_meet(spans: Iterable[Span]) -> bool:
    """Whether any has letters in common with another one."""
    return any(second[0] < first[1] for first, second in pairwise(sorted(spans)))


def _uncovered(spans: set[Span], longer: set[Span]) -> tuple[Span, ...]:
    """Without what a longer phrase covers, in the order of the text."""
    return tuple(
        span for span in sorted(spans) if not any(_covers(other, span) for other in longer)
    )


def _filling(
    spans: Sequence[Span], parts: Sequence[Span], text: str, *, alone: bool
) -> Iterator[Span]:
    """Those in parts without clear words, where they are no passing mention."""
    for start, end in parts:
        here = [(first, last) for first, last in spans if start <= first and last <= end]
        said = sum(len(_WORD.findall(text, first, last)) for first, last in here)
        if alone or said >= FILLED * len(_WORD.findall(text, start, end)):
            yield from here


def as_written(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """The different words at some places of a text, in small letters."""
    return tuple(dict.fromkeys(text[start:end].lower() for start, end in spans))


def _touched(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the theme at a place in the codebook."""

    theme: int
    role: Role
    parts: tuple[str, ...]

    @classmethod
    def of(cls, entry: str, spelled: Spelling, theme: int = 0, role: Role = "words") -> _Entry:
        return cls(theme, role, tuple(_PART.findall(spelled(entry))))

    def end(self, read: str, at: Sequence[Span], place: int) -> int | None:
        """Where it ends, given that the word at `place` is its first."""
        end = at[place][1]
        for step, part in enumerate(self.parts[1:], place + 1):
            if step == len(at):
                return None
            joint = read[end : at[step][0]]
            if joint != " " and not _JOINT.fullmatch(joint):
                return None
            start, end = at[step]
            if not _fits(part, read[start:end]):
                return None
        return end


def _fits(part: str, word: str) -> bool:
    if part.startswith("*"):
        return part.strip("*") in word if part.endswith("*") else word.endswith(part[1:])
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


class _Begun:
    """Entries that begin with one word: those of no other, and phrases, looked up once for each word that follows."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self.alone = tuple(entry for entry in entries if len(entry.parts) == 1)
        self._phrases = tuple(entry for entry in entries if len(entry.parts) > 1)
        self._before: dict[str, tuple[_Entry, ...]] = {}

    def before(self, second: str) -> tuple[_Entry, ...]:
        """Phrases that may go on with this word."""
        found = self._before.get(second)
        if found is None:
            found = tuple(entry for entry in self._phrases if _fits(entry.parts[1], second))
            self._before[second] = found
        return found


def _nothing() -> _Found:
    return {"words": set(), "own": set(), "faint": set(), "never": set()}


class _Index:
    """Entries by their first word, or by the beginning of it; what begins with a word is looked up once."""

    def __init__(self, themes: Sequence[Theme], language: str, spelled: Spelling) -> None:
        self._whole: dict[str, list[_Entry]] = defaultdict(list)
        self._language = language
        self._begun: dict[str, list[_Entry]] = defaultdict(list)
        self._other: list[_Entry] = []
        self._known: dict[str, _Begun | None] = {}
        for place, theme in enumerate(themes):
            for role in ROLES:
                for entry in getattr(theme, role).get(language, ()):
                    self._add(_Entry.of(entry, spelled, place, role))
        self._lengths = sorted({len(beginning) for beginning in self._begun})

    def spans(self, read: str) -> dict[int, _Found]:
        """Where words of a theme stand, in each of their roles; themes without any are left out."""
        found: dict[int, _Found] = defaultdict(_nothing)
        at = [word.span() for word in _WORD.finditer(read)]
        words = [read[start:end] for start, end in at]
        for place, (word, second) in enumerate(pairwise((*words, ""))):
            begun = self._known[word] if word in self._known else self._look_up(word)
            if begun is None:
                continue
            for entry in begun.alone:
                found[entry.theme][entry.role].add(at[place])
            for entry in begun.before(second):
                ends = entry.end(read, at, place)
                if ends is not None:
                    found[entry.theme][entry.role].add((at[place][0], ends))
        return found

    def _add(self, entry: _Entry) -> None:
        first = entry.parts[0] if entry.parts else "*"
        if "*" not in first:
            self._whole[first].append(entry)
        elif first.startswith("*"):
            self._other.append(entry)
        else:
            self._begun[first[:-1]].append(entry)

    def _look_up(self, word: str) -> _Begun | None:
        same = [
            one
            for ending in ENDINGS.get(self._language, ())
            if word.endswith(ending) and len(word) - len(ending) >= KIN_FROM
            for one in self._whole.get(word[: -len(ending)], ())
            if len(one.parts) == 1 and one.role != "never"
        ]
        begun = [one for size in self._lengths for one in self._begun.get(word[:size], ())]
        other = [one for one in self._other if one.parts and _fits(one.parts[0], word)]
        entries = (*self._whole.get(word, ()), *same, *begun, *other)
        found = _Begun(entries) if entries else None
        self._known[word] = found
        return found
