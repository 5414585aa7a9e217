"""Whether answers say more together than the same words dealt out by chance (promise G8).

Noise shares words too: any two answers may hold `kommun`. What themes make, and chance rarely does, is pairs of
answers that share two words or more. Their number, each word weighed by its rarity, is held against 199
deals of the same words to answers of the same lengths: an exact permutation test.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.themes.compounds import parts
from analysis.themes.tokens import family, fold, tokens

if TYPE_CHECKING:
    import numpy as np

DEALS = 199
LEVEL = 0.02
"""Noise passes for something at most this often."""
MOST = 1_000
"""Answers looked at: more make the test slower and no surer."""


def chance_of(texts: Sequence[tuple[str, str]]) -> float:
    """How often dealt words share as much as these (text, language) do: 0.005 at best, 1 at worst.

    Words are dealt within a language. The order of `texts` does not matter.
    """
    import numpy as np

    some = sorted(texts)
    some = [some[place * len(some) // MOST] for place in range(MOST)] if len(some) > MOST else some
    units: dict[str, int] = {}
    answers = [
        [units.setdefault(f"{language} {unit}", len(units)) for unit in _units(text, language)]
        for text, language in some
    ]
    languages = np.array(
        [language for (_, language), held in zip(some, answers, strict=True) for _ in held]
    )
    flat = np.array([unit for held in answers for unit in held], dtype=np.int64)
    owners = np.repeat(np.arange(len(answers)), [len(held) for held in answers])
    if not len(flat):
        return 1.0
    shape = (len(answers), len(units))
    seen = _shared(owners, flat, shape)
    chance = np.random.RandomState(0)
    as_much = sum(
        _shared(owners, _dealt(flat, languages, chance), shape) >= seen for _ in range(DEALS)
    )
    return round((1 + int(as_much)) / (1 + DEALS), 4)


def _units(text: str, language: str) -> list[str]:
    """Content words as they are compared: a compound is its head."""
    return [
        fold(family((parts(word.lower, language) or (word.lower,))[-1], language))
        for word in tokens(text, language)
        if word.content
    ]


def _dealt(
    flat: np.ndarray[Any, Any], languages: np.ndarray[Any, Any], chance: Any
) -> np.ndarray[Any, Any]:
    dealt = flat.copy()
    for language in sorted(set(languages.tolist())):
        here = languages == language
        dealt[here] = chance.permutation(flat[here])
    return dealt


def _shared(
    owners: np.ndarray[Any, Any], flat: np.ndarray[Any, Any], shape: tuple[int, int]
) -> float:
    """Over all pairs of words: how many pairs of answers hold both, weighed by the rarity of the two."""
    import numpy as np
    from scipy.sparse import csr_matrix

    said = csr_matrix((np.ones(len(flat)), (owners, flat)), shape=shape)
    said.data[:] = 1
    rarity = np.log(shape[0] / np.maximum(np.asarray(said.sum(axis=0)).ravel(), 1))
    both = (said.T @ said).tocoo()
    apart = both.row != both.col
    pairs = both.data[apart] * (both.data[apart] - 1)
    return float((pairs * rarity[both.row[apart]] * rarity[both.col[apart]]).sum().round(6))
