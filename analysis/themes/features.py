"""Texts as rows of weights: each distinct word is taken apart once, however many answers hold it.

The weights are those of scikit-learn's `TfidfVectorizer(sublinear_tf=True)`; taking words apart once is what lets
a hundred thousand answers be compared in seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from analysis.themes.remembering import MANY, remembered
from analysis.themes.tokens import fold

Split = Callable[[str], Iterable[str]]
"""A text's pieces, which are its words in some form."""
Apart = Callable[[str], Iterable[str]]
"""A piece's features."""


class Features:
    """Sublinear TF-IDF, rows of length one.

    `least`: texts a feature must stand in to be known; what was not seen in `fit` weighs nothing.
    """

    def __init__(self, split: Split, apart: Apart, *, least: int = 1) -> None:
        self._split, self._apart, self._least = split, apart, least
        self._columns: dict[str, int] = {}
        self._idf: Any = None

    def fit(self, texts: Sequence[str]) -> Features:
        """Learns the features of `texts` and how rare each is."""
        import numpy as np

        holding: Counter[str] = Counter()
        for text in texts:
            pieces = set(self._split(text))
            holding.update({feature for piece in pieces for feature in self._apart(piece)})
        known = sorted(name for name, count in holding.items() if count >= self._least)
        self._columns = {name: column for column, name in enumerate(known)}
        counts = np.array([holding[name] for name in known], dtype=float)
        self._idf = np.log((1 + len(texts)) / (1 + counts)) + 1
        return self

    def rows(self, texts: Sequence[str]) -> Any:
        """A sparse matrix of one row a text. A text without known features is a row of zeros."""
        import numpy as np
        from scipy.sparse import csr_matrix

        names: dict[str, int] = {}
        pieces = [
            [names.setdefault(piece, len(names)) for piece in self._split(text)] for text in texts
        ]
        ends = np.cumsum([0, *(len(held) for held in pieces)])
        flat = np.fromiter(chain.from_iterable(pieces), dtype=np.int64)
        said = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(texts), len(names)))
        made = said @ self._taken_apart(list(names))
        made.data = 1 + np.log(made.data)
        return unit_rows(made.multiply(self._idf).tocsr()) if len(self._columns) else made

    def _taken_apart(self, pieces: Sequence[str]) -> Any:
        import numpy as np
        from scipy.sparse import csr_matrix

        known = self._columns
        found = [
            [known[feature] for feature in self._apart(piece) if feature in known]
            for piece in pieces
        ]
        ends = np.cumsum([0, *(len(columns) for columns in found)])
        flat = np.fromiter(chain.from_iterable(found), dtype=np.int64)
        return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(pieces), len(known)))


def unit_rows(rows: Any) -> Any:
    """The rows of a sparse matrix, each of length one or zero; scikit-learn would take a second to load for this."""
    import numpy as np
    from scipy.sparse import diags

    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return (diags(1 / np.where(lengths > 0, lengths, 1)) @ rows).tocsr()


def folded_words(text: str) -> list[str]:
    """What stands between spaces, without case and diacritics."""
    return [fold(piece) for piece in text.split()]


@remembered(MANY)
def characters(piece: str) -> tuple[str, ...]:
    """Runs of three to five letters inside one word, its edges as spaces (`char_wb`).

    >>> characters("ö")
    (' ö ',)
    """
    padded = f" {piece} "
    found: list[str] = []
    for size in (3, 4, 5):
        if len(padded) <= size:
            return (*found, padded)
        found += [padded[start : start + size] for start in range(len(padded) - size + 1)]
    return tuple(found)


def whole(piece: str) -> tuple[str, ...]:
    """The piece itself."""
    return (piece,)
