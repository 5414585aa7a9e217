"""Answers matched by a codebook's words and by likeness to its seeds: where there is too little to learn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.themes.codebook import Theme
from analysis.themes.likeness import Likeness, Near, akin
from analysis.themes.matches import MOST, Match, by_score
from analysis.themes.spotting import Lexicon, Spotted, clauses
from analysis.themes.tokens import has_content

ALIKE = 0.25
"""Likeness to the seeds from which an answer belongs to a theme without any of its words: from here on four of
five are right, below it hardly more than half (177 invented answers, seeds alone)."""
BESIDE = 0.30
"""The same for a part of an answer whose other parts hold words of themes: it may only go on about them."""
WORD = 0.5
"""What the first word of a theme is worth, on the scale of cosines; each further one a fifth."""


class Seeding:
    """The seeds and words of some themes in one language."""

    def __init__(self, themes: Sequence[Theme], language: str) -> None:
        self._themes, self._language = themes, language
        self._likeness, self._lexicon = Likeness(themes, language), Lexicon(themes, language)

    def match(self, texts: Sequence[str], *, every_answer: bool) -> Iterator[tuple[Match, ...]]:
        """Themes of each text, best first; with `every_answer` exactly its best."""
        read = [_Read.of(self._themes, self._language, self._lexicon, text) for text in texts]
        near = self._likeness.of([one.pieces() for one in read])
        for one, likeness in zip(read, near, strict=True):
            yield one.forced(likeness) if every_answer else one.chosen(likeness)


@dataclass(frozen=True, slots=True)
class _Read:
    """An answer, the words found in it by theme, and its parts that hold none of them."""

    themes: Sequence[Theme]
    language: str
    text: str
    spotted: Sequence[Spotted]
    silent: tuple[str, ...]

    @classmethod
    def of(cls, themes: Sequence[Theme], language: str, lexicon: Lexicon, text: str) -> _Read:
        spotted = lexicon.spot(text)
        taken = [span for found in spotted for span in found.spans]
        parts = [(a, b) for a, b in clauses(text) if not any(a <= s and e <= b for s, e in taken)]
        silent = tuple(text[a:b].strip() for a, b in parts) if taken or len(parts) > 1 else ()
        says = tuple(part for part in silent if has_content(part, language))
        return cls(themes, language, text, spotted, says)

    def pieces(self) -> tuple[str, ...]:
        """What is compared with the seeds: the whole first."""
        return (self.text, *self.silent)

    def forced(self, near: Sequence[Near]) -> tuple[Match, ...]:
        """Its best theme, whatever that is worth."""
        return (min((*self._worded(near[0]), *self._likely(near[0])), key=by_score),)

    def chosen(self, near: Sequence[Near]) -> tuple[Match, ...]:
        """The themes whose words it holds, and those that its other parts are like; best first."""
        worded = self._worded(near[0])
        held = {found.theme for found in worded}
        likely: dict[str, Match] = {}
        compared = list(zip(self.pieces(), near, strict=True))
        for part, likeness in compared[1:] or ([] if worded else compared[:1]):
            best = self._best(part, likeness, BESIDE if held else ALIKE)
            if best is not None and best.theme not in held:
                likely.setdefault(best.theme, best)
        return tuple(sorted((*worded, *likely.values()), key=by_score)[:MOST])

    def _best(self, part: str, near: Near, least: float) -> Match | None:
        """The theme a part is most like, if it shares a telling word with its seed."""
        likely = sorted(
            zip(self._likely(near), near, strict=True), key=lambda one: by_score(one[0])
        )
        alike = (
            match
            for match, (_, seed) in likely
            if match.score >= least and akin(part, seed, self.language)
        )
        return next(alike, None)

    def _worded(self, near: Near) -> list[Match]:
        return [
            Match(theme.id, WORD + 0.1 * (len(found.words) - 1) + cosine, found.words)
            for theme, found, (cosine, _) in zip(self.themes, self.spotted, near, strict=True)
            if found.words
        ]

    def _likely(self, near: Near) -> list[Match]:
        return [
            Match(theme.id, 0.0 if found.misled else cosine, (f"{seed} ({cosine:.2f})",))
            for theme, found, (cosine, seed) in zip(self.themes, self.spotted, near, strict=True)
        ]
