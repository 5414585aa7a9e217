"""Logistic regression on sparse rows by Newton's method, each step solved by conjugate gradients.

What liblinear finds, to the third decimal (decision 0039); scikit-learn would take longer to load than this takes.
Products of vectors are sums of their parts here: a threaded `@` waits for its threads on a busy machine, ten times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

STEPS, DIRECTIONS = 8, 12
"""At most, of Newton's method and within a step."""
STILL = 0.02
"""A step that moves no weight by more is the last."""
SOLVED = 0.01
"""Share of a step's slope, squared, that may be left."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Rows (texts × features) of length one, and how much they weigh against keeping the weights small (C)."""

    rows: Any
    turned: Any
    trust: float

    @classmethod
    def of(cls, rows: Any, trust: float) -> Fit:
        return cls(rows, rows.T.tocsr(), trust)

    def weights(self, signs: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """A weight for each feature and, last, what every text starts from. `signs`: 1 or -1 for each row."""
        import numpy as np

        found = np.zeros(self.rows.shape[1] + 1)
        for _ in range(STEPS):
            likely = 1 / (1 + np.exp(-signs * self._heights(found)))
            slope = found - self._gathered(self.trust * signs * (1 - likely))
            step = self._solved(-slope, self.trust * likely * (1 - likely))
            while self._cost(found + step, signs) > self._cost(found, signs) and step.any():
                step = np.where(np.abs(step) > STILL, step / 2, 0)
            found = found + step
            if np.abs(step).max() <= STILL:
                break
        return found

    def _solved(
        self, wanted: np.ndarray[Any, Any], curved: np.ndarray[Any, Any]
    ) -> np.ndarray[Any, Any]:
        """Conjugate gradients: the step whose curvature gives `wanted`."""
        step, left, way = 0 * wanted, wanted, wanted
        most = length = (wanted * wanted).sum()
        for _ in range(DIRECTIONS):
            if length <= SOLVED * most:
                break
            bent = way + self._gathered(curved * self._heights(way))
            far = length / (way * bent).sum()
            step, left = step + far * way, left - far * bent
            before, length = length, (left * left).sum()
            way = left + length / before * way
        return step

    def _heights(self, weights: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        heights: np.ndarray[Any, Any] = self.rows @ weights[:-1] + weights[-1]
        return heights

    def _gathered(self, pulls: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """What each row pulls, by feature."""
        import numpy as np

        return np.append(self.turned @ pulls, pulls.sum())

    def _cost(self, weights: np.ndarray[Any, Any], signs: np.ndarray[Any, Any]) -> float:
        import numpy as np

        missed = np.logaddexp(0, -signs * self._heights(weights)).sum()
        return float((weights * weights).sum() / 2 + self.trust * missed)
