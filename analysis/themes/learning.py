"""How likely a text is about each theme, learnt from a codebook's own phrases: its seeds, its words and its answers.

One logistic regression a theme over word parts and words. A codebook with few phrases is not learnt from: there the
nearest seeds tell more (`likeness.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from analysis.themes.codebook import Theme
from analysis.themes.features import Features, characters, folded_words, whole
from analysis.themes.logistic import Fit
from analysis.themes.remembering import FEW, remembered

if TYPE_CHECKING:
    import numpy as np

ENOUGH = 25
"""Phrases a theme, on average, from which there is something to learn."""
SHORTEST = 5
"""Letters of an entry that says something by its letters alone."""
TRUST = 10.0
"""How much a phrase weighs against keeping the weights small (liblinear's `C`)."""


class Learnt:
    """Probabilities of themes in one language. Deterministic: the same codebook gives the same weights."""

    def __init__(self, phrases: Sequence[tuple[str, int]], themes: int) -> None:
        """`phrases`: text and the place of its theme, -1 for none of them."""
        import numpy as np
        from scipy.sparse import hstack

        self._texts = [text for text, _ in phrases]
        self._owners = np.array([owner for _, owner in phrases])
        self._parts = (Features(folded_words, characters), Features(_said, whole))
        for part in self._parts:
            part.fit(self._texts)
        self._hstack = hstack
        self._known = self._rows(self._texts)
        self._weights, self._lifts = _fitted(self._known, self._owners, themes)

    def read(self, texts: Sequence[str]) -> Read:
        """Some texts, all different."""
        return Read(self, {text: place for place, text in enumerate(texts)}, self._rows(texts))

    def likely(self, rows: Any) -> np.ndarray[Any, Any]:
        """A row for each text's, a column for each theme: probabilities, each theme's for itself."""
        import numpy as np

        heights = rows @ self._weights + self._lifts
        likely: np.ndarray[Any, Any] = np.round(1 / (1 + np.exp(-heights)), 6)
        return likely

    def nearest(self, rows: Any, theme: int) -> list[str]:
        """For each text's row, the phrase of the theme at a place that it is most like."""
        import numpy as np

        own = np.flatnonzero(self._owners == theme)
        alike = rows @ self._known[own].T
        return [self._texts[own[place]] for place in alike.toarray().argmax(axis=1).tolist()]

    def _rows(self, texts: Sequence[str]) -> Any:
        return self._hstack([part.rows(texts) for part in self._parts]).tocsr()


@dataclass(frozen=True, slots=True)
class Read:
    """Texts taken apart once, for all that is asked of them. `places`: where in `rows` each stands."""

    learnt: Learnt
    places: dict[str, int]
    rows: Any

    def likely(self) -> dict[str, list[float]]:
        """How likely each is about each theme."""
        return dict(zip(self.places, self.learnt.likely(self.rows).tolist(), strict=True))

    def nearest(self, pairs: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
        """For each text and place of a theme: the theme's phrase that the text is most like."""
        wanted: dict[int, list[str]] = defaultdict(list)
        for text, theme in pairs:
            wanted[theme].append(text)
        found: dict[tuple[str, int], str] = {}
        for theme, texts in wanted.items():
            rows = self.rows[[self.places[text] for text in texts]]
            near = self.learnt.nearest(rows, theme)
            found.update(zip(((text, theme) for text in texts), near, strict=True))
        return found


def learnt(themes: Sequence[Theme], language: str, neither: Sequence[str]) -> Learnt | None:
    """What can be learnt of some themes and of answers about none of them; None where there are too few phrases."""
    phrases = [(text, place) for place, theme in enumerate(themes) for text in _of(theme, language)]
    if len(themes) < 2 or len(phrases) < ENOUGH * len(themes):
        return None
    others = [(text, -1) for text in neither]
    return _learnt(tuple(sorted({*phrases, *others})), len(themes))


@remembered(FEW)
def _learnt(phrases: tuple[tuple[str, int], ...], themes: int) -> Learnt:
    return Learnt(phrases, themes)


def _of(theme: Theme, language: str) -> list[str]:
    entries = (entry.replace("*", "") for entry in theme.words.get(language, ()))
    telling = [entry for entry in entries if len(entry) >= SHORTEST]
    return [*theme.seeds[language], *theme.answers.get(language, ()), *telling]


def _said(text: str) -> list[str]:
    """Words and pairs of words."""
    words = [word for piece in folded_words(text) if (word := _bare(piece))]
    return words + [f"{one} {two}" for one, two in pairwise(words)]


@remembered(100_000)
def _bare(piece: str) -> str:
    return piece.strip(".,;:!?()\"'”…-–")


def _fitted(rows: Any, owners: np.ndarray[Any, Any], themes: int) -> tuple[Any, Any]:
    """Weights (features × themes) and what every text starts from (themes)."""
    import numpy as np

    fit = Fit.of(rows, TRUST)
    found = [fit.weights(np.where(owners == theme, 1.0, -1.0)) for theme in range(themes)]
    weights = np.array(found).T
    return weights[:-1], weights[-1]
