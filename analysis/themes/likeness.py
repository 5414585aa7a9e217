"""How like texts are to a codebook's seeds: letters inside words, and word families."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from analysis.themes.codebook import Theme
from analysis.themes.features import Features, characters, folded_words, whole
from analysis.themes.remembering import MANY, remembered
from analysis.themes.tokens import fold, tokens
from analysis.themes.words import quantity_words

if TYPE_CHECKING:
    import numpy as np

CHARACTERS = 0.7
"""Weight of character 3-5-grams beside whole words."""
Near = Sequence[tuple[float, str]]
"""For each theme: how like it a text is, and the nearest seed."""


class Likeness:
    """Cosines between texts of one language and the seeds of themes.

    Fitted on the seeds alone, so that one more answer never moves another one's theme.
    """

    def __init__(self, themes: Sequence[Theme], language: str) -> None:
        self._language = language
        self._seeds = [sorted(theme.seeds[language]) for theme in themes]
        seeds = [seed for own in self._seeds for seed in own]
        self._letters = Features(folded_words, characters).fit(seeds)
        self._families = Features(self._content, whole).fit(seeds)
        self._seed_letters = self._letters.rows(seeds).T
        self._seed_families = self._families.rows(seeds).T

    def of(self, answers: Sequence[tuple[str, ...]]) -> Iterator[list[Near]]:
        """For each answer, for each of its pieces and each theme: the mean of its best two seeds, and the nearest."""
        pieces = list(dict.fromkeys(piece for one in answers for piece in one))
        cosines = CHARACTERS * (self._letters.rows(pieces) @ self._seed_letters)
        cosines += (1 - CHARACTERS) * (self._families.rows(pieces) @ self._seed_families)
        near = dict(zip(pieces, zip(*self._near(cosines.toarray()), strict=True), strict=True))
        for one in answers:
            yield [near[piece] for piece in one]

    def _near(self, cosines: np.ndarray[Any, Any]) -> Iterator[list[tuple[float, str]]]:
        """One list for each theme, an entry for each piece."""
        import numpy as np

        start = 0
        for own in self._seeds:
            here = cosines[:, start : start + len(own)]
            start += len(own)
            best = np.sort(here, axis=1)[:, -2:].mean(axis=1).round(6).tolist()
            nearest = [own[place] for place in here.argmax(axis=1).tolist()]
            yield list(zip(best, nearest, strict=True))

    def _content(self, text: str) -> Sequence[str]:
        return families(text, self._language) or ("-",)


def akin(text: str, seed: str, language: str) -> bool:
    """Whether a text shares more with a seed than function words and measures: "mer tid" is no "mer grönska".

    >>> akin("mer tid", "mer grönska", "sv"), akin("grönare", "mer grönska", "sv")
    (False, True)
    """
    return not _runs(text, language).isdisjoint(_runs(seed, language))


@remembered(MANY)
def _runs(text: str, language: str) -> frozenset[str]:
    """Runs of four letters in the words that tell what a text is about, and those words where they are shorter."""
    bare = quantity_words(language)
    said = [fold(w.lower) for w in tokens(text, language) if w.content and w.lower not in bare]
    found = [word[at : at + 4] for word in said for at in range(max(1, len(word) - 3))]
    return frozenset(found)


@remembered(MANY)
def families(text: str, language: str) -> tuple[str, ...]:
    """The word families of a text's content words, folded."""
    return tuple(fold(word.family) for word in tokens(text, language) if word.content)
