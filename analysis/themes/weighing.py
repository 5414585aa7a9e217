"""Answers matched part by part: a codebook's words weighed against what has been learnt from its phrases.

A part of an answer is about one thing, as a rule: a theme is left out where another one is much more likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.themes.codebook import Theme
from analysis.themes.learning import Learnt
from analysis.themes.matches import MOST, Match, by_score
from analysis.themes.spotting import Hits, Lexicon, Span, as_written, clauses
from analysis.themes.tokens import has_content

CLEAR, FAINT = 0.7, 0.2
"""What a theme's own word and a faint one are worth beside a probability."""
LIKELY = 0.4
"""Worth from which a part without the theme's own words belongs to it; beside another theme's words it needs as much."""
ALL_OF_IT = 0.6
"""Share of a part's letters from which a faint word is what it is about: "Nästa träff!"."""
BEHIND = 0.3
"""A theme this much less worth than the best one of the part is only mentioned there."""


Words = Mapping[int, tuple[str, ...]]
"""Words by the place of the theme they speak for."""


class _Part(NamedTuple):
    """A part of an answer, and the words of themes that stand there."""

    text: str
    clear: Words
    faint: Words
    own: frozenset[int]
    """Themes for which an organiser's words stand here."""
    misled: frozenset[int]
    """Themes that only seem to be meant."""

    def worth(self, likely: Sequence[float]) -> list[float]:
        """For each theme, what speaks for it here."""
        found = list(likely)
        for theme in self.misled:
            found[theme] = 0.0
        for theme in self.faint:
            found[theme] += 0 if theme in self.clear else FAINT
        for theme in self.clear:
            found[theme] += CLEAR
        return found


class _Tie(NamedTuple):
    """What ties a part of an answer to the theme at a place."""

    theme: int
    worth: float
    words: tuple[str, ...]
    text: str
    likely: float

    @property
    def like(self) -> tuple[str, int]:
        """What its nearest phrase is looked up by."""
        return self.text, self.theme


class Weighing:
    """The words of some themes in one language, and what has been learnt of them."""

    def __init__(self, themes: Sequence[Theme], language: str, learnt: Learnt) -> None:
        self._themes, self._language, self._learnt = themes, language, learnt
        self._lexicon = Lexicon(themes, language)

    def match(self, texts: Sequence[str], *, every_answer: bool) -> Iterator[tuple[Match, ...]]:
        """Themes of each text, best first; with `every_answer` exactly its best."""
        parts = [list(self._parts(text)) for text in texts]
        said = list(dict.fromkeys(part.text for each in parts for part in each))
        if not said:
            yield from ((),) * len(texts)
            return
        read = self._learnt.read(said)
        likely = read.likely()
        told = [
            [
                tie
                for part in each
                for tie in self._told(part, likely[part.text], all_of_them=every_answer)
            ]
            for each in parts
        ]
        near = read.nearest({tie.like for ties in told for tie in ties if not tie.words})
        for each, ties in zip(parts, told, strict=True):
            best = {tie.theme: tie for tie in sorted(ties, key=_by_worth)}
            found = [self._match(tie, near, _said(each, ties, tie.theme)) for tie in best.values()]
            yield tuple(sorted(found, key=by_score)[: 1 if every_answer else MOST])

    def _parts(self, text: str) -> Iterator[_Part]:
        hits = self._lexicon.found(text)
        clear = [(theme, one.clear) for theme, one in hits.items() if one.clear]
        faint = [(theme, one.faint) for theme, one in hits.items() if one.faint]
        misled = frozenset(theme for theme, one in hits.items() if one.misled)
        for start, end in clauses(text):
            said = text[start:end].strip()
            here = _within(clear, text, start, end), _within(faint, text, start, end)
            filling = {} if clear else _filling(said, here[1])
            here = (filling or here[0]), here[1]
            if here[0] or here[1] or has_content(said, self._language):
                yield _Part(said, *here, _own(hits, start, end), misled)

    def _told(self, part: _Part, likely: Sequence[float], *, all_of_them: bool) -> Iterator[_Tie]:
        worth = part.worth(likely)
        least = max(worth) - BEHIND
        if least < LIKELY - BEHIND and not (part.clear or part.own or all_of_them):
            return
        beside = max((LIKELY, *(worth[theme] for theme in part.clear)))
        for theme, here in enumerate(worth):
            told = theme in part.clear or here >= beside or all_of_them
            if theme in part.own or (told and here >= least):
                words = dict.fromkeys(part.clear.get(theme, ()) + part.faint.get(theme, ()))
                yield _Tie(theme, here, tuple(words), part.text, likely[theme])

    def _match(self, tie: _Tie, near: Mapping[tuple[str, int], str], said: str) -> Match:
        why = tie.words or (f"{near[tie.like]} ({tie.likely:.2f})",)
        return Match(self._themes[tie.theme].id, round(tie.worth, 6), why, said)


def _said(parts: Sequence[_Part], ties: Sequence[_Tie], theme: int) -> str:
    """The parts about a theme, and those about none; "" where that is all of them."""
    if len(parts) == 1:
        return ""
    of_others = {tie.text for tie in ties} - {tie.text for tie in ties if tie.theme == theme}
    kept = [part.text for part in parts if part.text not in of_others]
    return ". ".join(kept) if len(kept) < len(parts) else ""


def _within(hits: Sequence[tuple[int, tuple[Span, ...]]], text: str, start: int, end: int) -> Words:
    """The words of themes that stand in one part of a text."""
    if not hits:
        return {}
    found = ((theme, [s for s in spans if start <= s[0] < end]) for theme, spans in hits)
    return {theme: as_written(text, here) for theme, here in found if here}


def _filling(said: str, words: Words) -> Words:
    """The words that a part hardly goes beyond, so that they are not mentioned in passing."""
    least = ALL_OF_IT * len(said)
    return {
        theme: here for theme, here in words.items() if any(len(word) >= least for word in here)
    }


def _own(hits: Mapping[int, Hits], start: int, end: int) -> frozenset[int]:
    return frozenset(
        theme
        for theme, one in hits.items()
        if one.own and any(start <= s[0] < end for s in one.own)
    )


def _by_worth(tie: _Tie) -> float:
    return tie.worth
