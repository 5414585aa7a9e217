"""Answers matched part by part: a codebook's words weighed against what has been learnt from its phrases.

A part of an answer is about one thing, as a rule: a theme is left out where another one is much more likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.themes.codebook import Theme
from analysis.themes.learning import Learnt
from analysis.themes.likeness import families
from analysis.themes.matches import MOST, Match, by_score
from analysis.themes.spotting import Hits, Lexicon, Span, as_written, clauses

CLEAR, FAINT = 0.7, 0.2
"""What a theme's own word and a faint one are worth beside a probability."""
LIKELY = 0.45
"""Worth from which a part without the theme's own words belongs to it."""
BEHIND = 0.3
"""A theme this much less worth than the best one of the part is only mentioned there."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an answer, and for each theme the words of it that stand there."""

    text: str
    clear: tuple[tuple[str, ...], ...]
    faint: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, text: str, hits: Sequence[Hits], part: Span) -> _Part:
        start, end = part
        clear, faint = (
            tuple(as_written(text, [s for s in spans if start <= s[0] < end]) for spans in each)
            for each in ([one.clear for one in hits], [one.faint for one in hits])
        )
        return cls(text[start:end].strip(), clear, faint)

    def worth(self, likely: Sequence[float]) -> list[float]:
        """For each theme, what speaks for it here."""
        weighed = zip(likely, self.clear, self.faint, strict=True)
        return [p + (CLEAR if clear else FAINT if faint else 0) for p, clear, faint in weighed]


class Weighing:
    """The words of some themes in one language, and what has been learnt of them."""

    def __init__(self, themes: Sequence[Theme], language: str, learnt: Learnt) -> None:
        self._themes, self._language, self._learnt = themes, language, learnt
        self._lexicon = Lexicon(themes, language)

    def match(self, texts: Sequence[str], *, every_answer: bool) -> Iterator[tuple[Match, ...]]:
        """Themes of each text, best first; with `every_answer` exactly its best."""
        parts = [list(self._parts(text)) for text in texts]
        said = list(dict.fromkeys(part.text for each in parts for part in each))
        likely = dict(zip(said, self._learnt.of(said).tolist(), strict=True)) if said else {}
        for each in parts:
            found = [
                match
                for part in each
                for match in self._told(part, likely[part.text], every_answer=every_answer)
            ]
            best = {one.theme: one for one in sorted(found, key=by_score, reverse=True)}
            yield tuple(sorted(best.values(), key=by_score)[: 1 if every_answer else MOST])

    def _parts(self, text: str) -> Iterator[_Part]:
        hits = self._lexicon.hits(text)
        for start, end in clauses(text):
            part = _Part.of(text, hits, (start, end))
            if any(part.clear) or any(part.faint) or families(part.text, self._language):
                yield part

    def _told(self, part: _Part, likely: Sequence[float], *, every_answer: bool) -> Iterator[Match]:
        worth = part.worth(likely)
        best = max(worth)
        for place, theme in enumerate(self._themes):
            told = bool(part.clear[place]) or worth[place] >= LIKELY or every_answer
            if told and worth[place] >= best - BEHIND:
                yield Match(theme.id, round(worth[place], 6), self._why(part, place, likely[place]))

    def _why(self, part: _Part, place: int, likely: float) -> tuple[str, ...]:
        words = part.clear[place] + part.faint[place]
        return words or (f"{self._learnt.nearest(part.text, place)} ({likely:.2f})",)
