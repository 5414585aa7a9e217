"""The `lex` backend's view of answers: word families, the parts of compounds, and letters inside words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.themes.compounds import parts
from analysis.themes.features import Features, characters, unit_rows, whole
from analysis.themes.remembering import MANY, remembered
from analysis.themes.tokens import family, fold, tokens

LETTERS_UP_TO = 5_000
"""Texts up to which letters are looked at: more texts share enough whole words."""


def rows_of(texts: Sequence[str], language: str) -> Any:
    """A sparse matrix of one row a text, for dividing texts of one language into groups."""
    from scipy.sparse import csr_matrix, hstack

    words = Features(lambda text: _families(text, language), whole, least=_least(texts)).fit(texts)
    seen = [words.rows(texts)]
    if len(texts) <= LETTERS_UP_TO:
        letters = Features(lambda text: _words(text, language), characters, least=2).fit(texts)
        seen.append(letters.rows(texts))
    nothing = csr_matrix((len(texts), 1))  # for texts without any word there is still a column
    return unit_rows(hstack([nothing, *seen]).tocsr())


def _least(texts: Sequence[str]) -> int:
    return 2 if len(texts) > LETTERS_UP_TO else 1


@remembered(MANY)
def _words(text: str, language: str) -> tuple[str, ...]:
    return tuple(fold(word.lower) for word in tokens(text, language) if word.content)


@remembered(MANY)
def _families(text: str, language: str) -> tuple[str, ...]:
    """Families of the content words, and of what compounds are made of."""
    found: list[str] = []
    for word in tokens(text, language):
        if word.content:
            found.append(fold(word.family))
            found += [fold(family(part, language)) for part in parts(word.lower, language)]
    return tuple(found)
