"""The `lex` backend: answers matched to a codebook by its words and by likeness to its seeds.

No model, no network, deterministic. Each match carries its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from analysis.themes.codebook import Codebook, Theme, pattern
from analysis.themes.features import Features, characters, folded_words, whole
from analysis.themes.tokens import fold, folded_text, tokens

if TYPE_CHECKING:
    import numpy as np

CHARACTERS = 0.7
"""Weight of character 3-5-grams beside whole words (measured in themes.md, section 6)."""
ALIKE = 0.25
"""Likeness to the seeds from which an answer belongs to a theme without any of its words: from here on four of
five are right, below it hardly more than half (177 invented answers, seeds alone)."""
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
        themes = [theme for theme in codebook.theme if language in theme.seeds]
        places = [place for place, (_, tag) in enumerate(texts) if tag == language]
        if not themes:
            continue
        here = [texts[place][0] for place in places]
        likeness = _Likeness(themes, language).of(here)
        for place, text, near in zip(places, here, likeness, strict=True):
            worded, likely = _ties(themes, language, text, near)
            results[place] = _chosen(worded, likely, every_answer=every_answer)
    return results


Near = Sequence[tuple[float, str]]
"""For each theme: how like it an answer is, and the nearest seed."""


def _chosen(worded: list[Match], likely: list[Match], *, every_answer: bool) -> tuple[Match, ...]:
    if every_answer:
        return (min((*worded, *likely), key=_by_score),)
    if worded:
        return tuple(sorted(worded, key=_by_score)[:MOST])
    best = min(likely, key=_by_score)
    return (best,) if best.score >= ALIKE else ()


def _by_score(found: Match) -> tuple[float, str]:
    """The highest score first, equals by the theme's id."""
    return -found.score, found.theme


def _ties(
    themes: Sequence[Theme], language: str, text: str, near: Near
) -> tuple[list[Match], list[Match]]:
    """The themes whose own words are in the text, and the others, by likeness alone."""
    folded = folded_text(text)
    worded, likely = [], []
    for theme, (cosine, nearest) in zip(themes, near, strict=True):
        hits, misled = _words_in(theme, language, text, folded)
        if hits:
            worded.append(Match(theme.id, WORD + 0.1 * (len(hits) - 1) + cosine, hits))
        else:
            score = 0.0 if misled else cosine
            likely.append(Match(theme.id, score, (f"{nearest} ({score:.2f})",)))
    return worded, likely


def _words_in(theme: Theme, language: str, text: str, folded: str) -> tuple[tuple[str, ...], bool]:
    """The theme's words found in the text, as written there, and whether a `never` word was."""
    never, misled = theme.never.get(language, ()), 0
    if never:
        folded, misled = pattern(never).subn(lambda found: " " * len(found.group()), folded)
    spans = [found.span() for found in pattern(theme.words.get(language, ())).finditer(folded)]
    if not spans:
        return (), misled > 0
    written = text if len(text) == len(folded) else folded  # ligatures change the length
    return tuple(dict.fromkeys(written[start:end].lower() for start, end in spans)), misled > 0


class _Likeness:
    """Cosines between answers and seeds: characters inside words, and word families."""

    def __init__(self, themes: Sequence[Theme], language: str) -> None:
        self._seeds = [sorted(theme.seeds[language]) for theme in themes]
        self._language = language

    def of(self, texts: Sequence[str]) -> Iterator[Near]:
        """For each text and theme: the mean of its best two seeds, and the nearest seed.

        Fitted on the seeds alone, so that one more answer never moves another one's theme.
        """
        seeds = [seed for own in self._seeds for seed in own]
        by_letters = Features(folded_words, characters).fit(seeds)
        by_family = Features(self._content, whole).fit(seeds)
        letters_of_seeds, families_of_seeds = by_letters.rows(seeds).T, by_family.rows(seeds).T
        for start in range(0, len(texts), AT_ONCE):
            some = texts[start : start + AT_ONCE]
            cosines = CHARACTERS * (by_letters.rows(some) @ letters_of_seeds)
            cosines += (1 - CHARACTERS) * (by_family.rows(some) @ families_of_seeds)
            yield from zip(*self._near(cosines.toarray()), strict=True)

    def _near(self, cosines: np.ndarray[Any, Any]) -> Iterator[list[tuple[float, str]]]:
        """One list for each theme, an entry for each text."""
        import numpy as np

        start = 0
        for own in self._seeds:
            here = cosines[:, start : start + len(own)]
            start += len(own)
            best = np.sort(here, axis=1)[:, -2:].mean(axis=1).round(6).tolist()
            nearest = [own[place] for place in here.argmax(axis=1).tolist()]
            yield list(zip(best, nearest, strict=True))

    def _content(self, text: str) -> Sequence[str]:
        return _families(text, self._language) or ("-",)


@lru_cache(maxsize=20_000)
def _families(text: str, language: str) -> tuple[str, ...]:
    return tuple(fold(word.family) for word in tokens(text, language) if word.content)
