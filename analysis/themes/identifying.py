"""py3langid's model read over many texts at once: the same probabilities, summed in another order.

The model is an automaton over bytes whose states may count a feature, and a table of what a feature tells of each language.
Here all texts take a step at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

if TYPE_CHECKING:
    import numpy as np

AT_ONCE = 5_000
"""Texts that are read side by side: this bounds the memory."""


class SideBySide:
    """A `LanguageIdentifier` whose languages are all different."""

    def __init__(self, identifier: Any) -> None:
        import numpy as np

        self._languages = tuple(map(str, identifier.nb_classes))
        self._telling = np.asarray(identifier.nb_ptc, dtype=np.float32)
        self._before = identifier.nb_pc
        self._next = np.asarray(identifier.tk_nextmove)
        self._rows = np.asarray(identifier.tk_row, dtype=np.int64) << 8
        self._feature = np.asarray(identifier.tk_output, dtype=np.int32)

    def of(self, texts: Sequence[str]) -> Iterator[tuple[str, float]]:
        """The likeliest language of each text in lower case, and how likely it is: half, at two, where nothing tells."""
        for start in range(0, len(texts), AT_ONCE):
            some = texts[start : start + AT_ONCE]
            read = [normalize("NFC", text).encode(errors="surrogatepass") for text in some]
            likely = self._likely(read)
            best = likely.argmax(axis=1)
            for place, found in zip(best.tolist(), likely.max(axis=1).tolist(), strict=True):
                yield self._languages[place], found

    def _likely(self, read: Sequence[bytes]) -> np.ndarray[Any, Any]:
        import numpy as np
        from scipy.sparse import csr_matrix

        owners, features = self._visited(read)
        size = len(self._telling)
        each, counts = np.unique(owners * size + features, return_counts=True)
        shape = len(read), size
        weights = np.log1p(counts.astype(np.float32))
        heights = csr_matrix((weights, (each // size, each % size)), shape=shape) @ self._telling
        heights[np.unique(each // size)] += self._before
        heights /= np.sqrt([[max(1, len(text))] for text in read])
        likely = np.exp(heights - heights.max(axis=1, keepdims=True))
        shares: np.ndarray[Any, Any] = likely / likely.sum(axis=1, keepdims=True)
        return shares

    def _visited(self, read: Sequence[bytes]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        """For each feature counted, whose text it stands in; and which it is."""
        import numpy as np

        lengths = np.array([len(text) for text in read])
        order = np.argsort(-lengths, kind="stable")
        longest = int(lengths.max(initial=0))
        letters = np.frombuffer(
            b"".join(read[place].ljust(longest) for place in order), dtype=np.uint8
        )
        columns = np.ascontiguousarray(letters.reshape(len(read), longest).T)
        states = np.zeros(len(read), dtype=np.int64)
        owners, features = [order[:0]], [self._feature[:0]]
        for at, left in enumerate((lengths[:, None] > np.arange(longest)).sum(axis=0)):
            states = self._next[self._rows[states[:left]] + columns[at, :left]]
            found = self._feature[states]
            counted = np.flatnonzero(found >= 0)
            owners.append(order[counted])
            features.append(found[counted])
        return np.concatenate(owners), np.concatenate(features)
