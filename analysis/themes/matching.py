"""The `lex` backend: answers matched to a codebook by its words and by likeness to its seeds.

No model, no network, deterministic. Each match carries its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from analysis.themes.codebook import Codebook, Theme, pattern
from analysis.themes.tokens import fold, tokens

if TYPE_CHECKING:
    import numpy as np

CHARACTERS = 0.7
"""Weight of character 3-5-grams beside whole words (measured in themes.md, section 6)."""
ALIKE = 0.30
"""Likeness to the seeds from which an answer belongs to a theme without any of its words."""
WORD = 0.5
"""What the first word of a theme is worth, on the scale of cosines; each further one a fifth."""
MOST = 3
"""Themes one answer may belong to."""


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
        likeness = _Likeness(themes, language).of([texts[place][0] for place in places])
        for place, row in zip(places, likeness, strict=True):
            scored = [
                _scored(theme, language, texts[place][0], *near)
                for theme, near in zip(themes, row, strict=True)
            ]
            ranked = sorted(scored, key=lambda one: (-one[0].score, one[0].theme))
            results[place] = _chosen(ranked, every_answer=every_answer)
    return results


def _chosen(ranked: list[tuple[Match, bool]], *, every_answer: bool) -> tuple[Match, ...]:
    if every_answer:
        return (ranked[0][0],)
    worded = tuple(found for found, has_word in ranked if has_word)
    if worded:
        return worded[:MOST]
    best = ranked[0][0]
    return (best,) if best.score >= ALIKE else ()


def _scored(
    theme: Theme, language: str, text: str, cosine: float, nearest: str
) -> tuple[Match, bool]:
    """The match, and whether any of the theme's own words is in the text."""
    hits, misled = words_in(theme, language, text)
    if hits:
        return Match(theme.id, WORD + 0.1 * (len(hits) - 1) + cosine, hits), True
    score = 0.0 if misled else cosine
    return Match(theme.id, score, (f"{nearest} ({score:.2f})",)), False


def words_in(theme: Theme, language: str, text: str) -> tuple[tuple[str, ...], bool]:
    """The theme's words found in the text, as written there, and whether a `never` word was."""
    folded = fold(text)
    never = pattern(theme.never.get(language, ()))
    folded, misled = never.subn(lambda found: " " * len(found.group()), folded)
    spans = [found.span() for found in pattern(theme.words.get(language, ())).finditer(folded)]
    written = text if len(text) == len(folded) else folded  # ligatures change the length
    return tuple(dict.fromkeys(written[start:end].lower() for start, end in spans)), misled > 0


class _Likeness:
    """Cosines between answers and seeds: characters inside words, and word families."""

    def __init__(self, themes: Sequence[Theme], language: str) -> None:
        self._seeds = [seed for theme in themes for seed in theme.seeds[language]]
        ends = list(accumulate(len(theme.seeds[language]) for theme in themes))
        self._spans = list(pairwise([0, *ends]))
        self._language = language

    def of(self, texts: Sequence[str]) -> list[list[tuple[float, str]]]:
        """For each text and theme: the mean of its best two seeds, and the nearest seed."""
        cosines = CHARACTERS * self._cosines(self._seeds, texts, self._characters())
        cosines += (1 - CHARACTERS) * self._cosines(self._seeds, texts, self._families())
        return [[self._near(row, *span) for span in self._spans] for row in cosines.tolist()]

    def _near(self, row: list[float], start: int, end: int) -> tuple[float, str]:
        best = sorted(zip(row[start:end], self._seeds[start:end], strict=True), key=_by_score)[:2]
        return round(sum(score for score, _ in best) / len(best), 6), best[0][1]

    @staticmethod
    def _cosines(
        seeds: Sequence[str], texts: Sequence[str], vectorizer: Any
    ) -> np.ndarray[Any, Any]:
        """Fitted on the seeds alone, so that one more answer never moves another one's theme."""
        rows = vectorizer.fit(list(seeds)).transform([*texts, *seeds])
        product = rows[: len(texts)] @ rows[len(texts) :].T
        dense: np.ndarray[Any, Any] = product.toarray()
        return dense

    @staticmethod
    def _characters() -> Any:
        from sklearn.feature_extraction.text import TfidfVectorizer

        return TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, preprocessor=fold
        )

    def _families(self) -> Any:
        from sklearn.feature_extraction.text import TfidfVectorizer

        return TfidfVectorizer(analyzer=self._content, sublinear_tf=True)

    def _content(self, text: str) -> list[str]:
        return list(_families(text, self._language)) or ["-"]


def _by_score(near: tuple[float, str]) -> tuple[float, str]:
    """The highest score first, equals by letter."""
    return -near[0], near[1]


@cache
def _families(text: str, language: str) -> tuple[str, ...]:
    return tuple(fold(word.family) for word in tokens(text, language) if word.content)
