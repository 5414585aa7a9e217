"""The `lex` backend: answers matched to a codebook by its words and by likeness to its seeds.

No model, no network, deterministic. Each match carries its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from analysis.themes.codebook import Codebook, Theme
from analysis.themes.likeness import Likeness, Near, akin, families
from analysis.themes.remembering import FEW, remembered
from analysis.themes.spotting import Lexicon, Spotted, clauses

ALIKE = 0.25
"""Likeness to the seeds from which an answer belongs to a theme without any of its words: from here on four of
five are right, below it hardly more than half (177 invented answers, seeds alone)."""
BESIDE = 0.30
"""The same for a part of an answer whose other parts hold words of themes: it may only go on about them."""
WORD = 0.5
"""What the first word of a theme is worth, on the scale of cosines; each further one a fifth."""
MOST = 3
"""Themes one answer may belong to."""
AT_ONCE = 5_000
"""Answers compared at a time: this bounds the memory."""


@dataclass(frozen=True, slots=True)
class Match:
    """An answer's tie to a theme. `why`: the words that matched, else the nearest seed and its score."""

    theme: str
    score: float
    why: tuple[str, ...]


def match(
    codebook: Codebook, texts: Sequence[tuple[str, str]], *, every_answer: bool = False
) -> list[tuple[Match, ...]]:
    """Themes of each (text, language), best first; () is "övrigt".

    With `every_answer` each gets exactly its best theme (forced choice, for measuring). A text in a
    language without seeds is compared with nothing and gets ().
    """
    results: list[tuple[Match, ...]] = [()] * len(texts)
    for language in sorted({language for _, language in texts}):
        themes = tuple(theme for theme in codebook.theme if language in theme.seeds)
        places = [place for place, (_, tag) in enumerate(texts) if tag == language]
        if themes:
            known = _Known(tuple(_known(theme, language) for theme in themes), language, themes)
            said = tuple(texts[place][0] for place in places)
            for place, found in zip(places, _matched(known, said, every_answer), strict=True):
                results[place] = found
    return results


@dataclass(frozen=True, slots=True)
class _Known:
    """Themes by what they are recognised by in a language: what they are called makes no difference."""

    by: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    language: str
    themes: tuple[Theme, ...] = field(compare=False)


def _known(theme: Theme, language: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    lists = (theme.seeds, theme.words, theme.never)
    return theme.id, tuple(tuple(each.get(language, ())) for each in lists)


@remembered(FEW)
def _matched(
    known: _Known, texts: tuple[str, ...], every_answer: bool
) -> tuple[tuple[Match, ...], ...]:
    """Each different text once; the same themes and texts are matched once."""
    found: dict[str, tuple[Match, ...]] = {}
    different = tuple(dict.fromkeys(texts))
    likeness, lexicon = (
        Likeness(known.themes, known.language),
        Lexicon(known.themes, known.language),
    )
    for start in range(0, len(different), AT_ONCE):
        some = different[start : start + AT_ONCE]
        read = [_Read.of(known.themes, known.language, lexicon, text) for text in some]
        nearest = likeness.of([one.pieces() for one in read])
        for text, one, near in zip(some, read, nearest, strict=True):
            found[text] = one.forced(near) if every_answer else one.chosen(near)
    return tuple(found[text] for text in texts)


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
        whole = normalize("NFC", text)
        spotted = lexicon.spot(whole)
        taken = [span for found in spotted for span in found.spans]
        parts = [(a, b) for a, b in clauses(whole) if not any(a <= s and e <= b for s, e in taken)]
        silent = tuple(whole[a:b].strip() for a, b in parts) if taken or len(parts) > 1 else ()
        says = tuple(part for part in silent if families(part, language))
        return cls(themes, language, whole, spotted, says)

    def pieces(self) -> tuple[str, ...]:
        """What is compared with the seeds: the whole first."""
        return (self.text, *self.silent)

    def forced(self, near: Sequence[Near]) -> tuple[Match, ...]:
        """Its best theme, whatever that is worth."""
        return (min((*self._worded(near[0]), *self._likely(near[0])), key=_by_score),)

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
        return tuple(sorted((*worded, *likely.values()), key=_by_score)[:MOST])

    def _best(self, part: str, near: Near, least: float) -> Match | None:
        """The theme a part is most like, if it shares a telling word with its seed."""
        likely = sorted(
            zip(self._likely(near), near, strict=True), key=lambda one: _by_score(one[0])
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


def _by_score(found: Match) -> tuple[float, str]:
    """The highest score first, equals by the theme's id."""
    return -found.score, found.theme
