"""Answers divided into groups without a codebook, and how well the division stands up to being done again.

One run of any method finds other groups when a fifth of the answers is left out. Twenty-four runs on parts of
the answers, by two methods in turn, agree on more than any of them does alone: answers that often fall
together belong together. Measured against single runs in `bench/themes.py`, row T5.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

FEW = 600
"""Texts up to which the runs are put together; more are divided once, in ten dimensions a group or so."""
RUNS = 24
AGAIN = 10
"""Runs that only measure what holds, where the groups come from one run."""
MOST_PAIRS = 5_000
"""Points that are compared each with each."""
SHARE = 0.8
"""Part of the texts in each run."""
DIMENSIONS = (20, 40, 100)


@dataclass(frozen=True, slots=True)
class Partition:
    """A group for each text, numbered from 0.

    `belonging`: 0 to 1 for each text, how firmly it is in its group. `stability`: the adjusted Rand index of
    runs on 80 % of the texts against the whole, on average; 0 is chance, 1 is always the same.
    """

    groups: tuple[int, ...]
    belonging: tuple[float, ...]
    stability: float


def divide(rows: Any, k: int) -> Partition:
    """`rows` (sparse, one a text, all different) in exactly `k` groups; the same rows give the same groups.

    Raises ValueError when there are fewer rows than groups.
    """
    from threadpoolctl import threadpool_limits

    if rows.shape[0] < k:
        raise ValueError("fewer texts than groups")
    with warnings.catch_warnings(), threadpool_limits(1):
        warnings.simplefilter("ignore")  # about convergence, which the many runs make up for
        if rows.shape[0] > FEW:
            return _once(rows, k)
        return _together(list(_runs(rows, k)), rows.shape[0], k)


def divide_points(points: np.ndarray[Any, Any], k: int) -> Partition:
    """As `divide`, for dense `points` of length one whose directions already mean something: Ward's method.

    Raises ValueError when there are fewer points than groups.
    """
    from threadpoolctl import threadpool_limits

    if len(points) < k:
        raise ValueError("fewer texts than groups")
    with warnings.catch_warnings(), threadpool_limits(1):
        warnings.simplefilter("ignore")
        reduced = _principal(points[:MOST_PAIRS])
        if len(points) <= FEW:
            return _together(list(_runs_by_ward(reduced, k, RUNS)), len(points), k)
        groups = _by_ward(reduced, k)
        runs = list(_runs_by_ward(reduced, k, AGAIN))
        kept, agreement = _kept(runs, groups, k), _agreement(runs, groups)
        groups, kept = _with_the_rest(points, groups, kept, k)
        return Partition(tuple(groups.tolist()), kept, agreement)


def _runs_by_ward(points: np.ndarray[Any, Any], k: int, runs: int) -> Iterator[tuple[Any, Any]]:
    import numpy as np

    chance = np.random.RandomState(0)
    size = min(len(points), max(k, round(SHARE * len(points))))
    for _ in range(runs):
        held = np.sort(chance.choice(len(points), size, replace=False))
        yield held, _by_ward(points[held], k)


def _principal(points: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    from sklearn.decomposition import PCA

    wanted = 20 if len(points) < 300 else 64
    found: np.ndarray[Any, Any] = PCA(min(wanted, *points.shape), random_state=0).fit_transform(
        points
    )
    return found


def _by_ward(points: np.ndarray[Any, Any], k: int) -> np.ndarray[Any, Any]:
    from sklearn.cluster import AgglomerativeClustering

    if len(points) < 2:
        return points[:, 0].astype(int) * 0
    groups: np.ndarray[Any, Any] = AgglomerativeClustering(k).fit_predict(points)
    return groups


def _with_the_rest(
    points: np.ndarray[Any, Any], groups: np.ndarray[Any, Any], kept: tuple[float, ...], k: int
) -> tuple[np.ndarray[Any, Any], tuple[float, ...]]:
    """Points beyond the first ones go to the nearest middle: Ward's memory grows with the square."""
    import numpy as np

    first = len(groups)
    if first == len(points):
        return groups, kept
    middles = np.array([points[:first][groups == group].mean(axis=0) for group in range(k)])
    likeness = points[first:] @ middles.T
    rest = np.clip(likeness.max(axis=1) / np.linalg.norm(middles, axis=1).max(), 0, 1)
    return (
        np.concatenate([groups, likeness.argmax(axis=1)]),
        (*kept, *(round(float(value), 6) for value in rest)),
    )


def _together(runs: list[tuple[Any, Any]], n: int, k: int) -> Partition:
    """What the runs agree on: which of `n` texts fell together how often, cut in `k`."""
    import numpy as np

    met, tried = np.zeros((n, n)), np.zeros((n, n))
    for held, groups in runs:
        here = np.ix_(held, held)
        met[here] += groups[:, None] == groups[None, :]
        tried[here] += 1
    often = met / np.maximum(tried, 1)
    np.fill_diagonal(often, 1)
    groups = _by_ward(often, k)
    return Partition(tuple(groups.tolist()), _firmness(often, groups), _agreement(runs, groups))


def _runs(rows: Any, k: int) -> Iterator[tuple[Any, Any]]:
    """Which texts each run held, and the groups it found."""
    import numpy as np

    chance = np.random.RandomState(0)
    n = rows.shape[0]
    size = min(n, max(k, round(SHARE * n)))
    for run in range(RUNS):
        held = np.sort(chance.choice(n, size, replace=False))
        some = rows[held]
        if not some.nnz:
            yield held, np.zeros(size, dtype=int)
        elif run % 2 == 0 and k <= min(some.shape):
            yield held, _by_parts(some, k)
        else:
            reduced = _reduced(some, DIMENSIONS[run // 2 % len(DIMENSIONS)], run)
            yield held, _by_centres(reduced, k, run)


def _by_parts(rows: Any, k: int) -> np.ndarray[Any, Any]:
    from sklearn.decomposition import NMF

    parts = NMF(k, init="nndsvda", max_iter=200, random_state=0).fit_transform(rows)
    groups: np.ndarray[Any, Any] = parts.argmax(axis=1)
    return groups


def _by_centres(points: Any, k: int, seed: int) -> np.ndarray[Any, Any]:
    from sklearn.cluster import KMeans

    groups: np.ndarray[Any, Any] = KMeans(k, n_init=3, random_state=seed).fit_predict(points)
    return groups


def _reduced(rows: Any, dimensions: int, seed: int) -> Any:
    """Fewer dimensions, their common middle taken away, all of length one."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    least = min(dimensions, rows.shape[0] - 1, rows.shape[1] - 1)
    if least < 2:
        return rows.toarray()
    points = TruncatedSVD(least, random_state=seed).fit_transform(rows)
    return normalize(points - points.mean(axis=0))


def _firmness(often: np.ndarray[Any, Any], groups: np.ndarray[Any, Any]) -> tuple[float, ...]:
    """How often each text fell together with the others of its group; 0 for one that is alone."""
    same = groups[:, None] == groups[None, :]
    others = same.sum(axis=1) - 1
    together = (often * same).sum(axis=1) - 1
    return tuple(
        round(float(sum_) / int(count), 6) if count else 0.0
        for sum_, count in zip(together, others, strict=True)
    )


def _agreement(runs: list[tuple[Any, Any]], groups: np.ndarray[Any, Any]) -> float:
    from sklearn.metrics import adjusted_rand_score

    found = [adjusted_rand_score(groups[held], again) for held, again in runs]
    return round(float(sum(found)) / len(found), 4)


def _once(rows: Any, k: int) -> Partition:
    """Many texts: k-means in a hundred dimensions, and again on parts of them to see what holds."""
    import numpy as np

    points = _reduced(rows, 100, 0)
    groups = _by_centres(points, k, 0)
    chance = np.random.RandomState(0)
    size = round(SHARE * len(groups))
    held = [np.sort(chance.choice(len(groups), size, replace=False)) for _ in range(AGAIN)]
    runs = [(some, _by_centres(points[some], k, 1 + run)) for run, some in enumerate(held)]
    return Partition(tuple(groups.tolist()), _kept(runs, groups, k), _agreement(runs, groups))


def _kept(runs: list[tuple[Any, Any]], groups: np.ndarray[Any, Any], k: int) -> tuple[float, ...]:
    """In which part of the runs each text fell where most of its group did."""
    import numpy as np

    kept, tried = np.zeros(len(groups)), np.zeros(len(groups))
    for held, again in runs:
        met = np.zeros((k, k))
        np.add.at(met, (again, groups[held]), 1)
        kept[held] += met.argmax(axis=1)[again] == groups[held]
        tried[held] += 1
    return tuple(float(part) for part in (kept / np.maximum(tried, 1)).round(6))
