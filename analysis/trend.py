"""Series: the same question at several meetings, and whether any difference is safe to speak of.

Questions are the same when their id, text and options are (the text hash); where they changed the series
breaks. A change is told only when a permutation test holds after Holm's correction over all pairs and
questions shown (domain S7).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from analysis.asking import asked, texts_of
from analysis.disclosure import Gate
from analysis.frames import SurveyData, reportable
from analysis.summary import QuestionSummary, summarise
from analysis.tables import Cell
from analysis.wording import Wording
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import (
    AnyQuestion,
    Matrix,
    Multi,
    Scale,
    Single,
    YesNo,
    content_hash,
)

if TYPE_CHECKING:
    import numpy as np

ALPHA = 0.05
EXACT_UP_TO = 20_000
"""Relabellings up to which all are tried; above, 9,999 seeded draws."""
DRAWS = 9_999

Direction = Literal["up", "down", "different"]


@dataclass(frozen=True, slots=True)
class Point:
    """One meeting's answers. `breaks`: the wording changed since the meeting before."""

    survey: str
    title: str
    n: int
    cells: tuple[Cell, ...]
    median: float | None
    waits: int
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two meetings that is safe to tell; `p` is Holm-corrected."""

    earlier: str
    later: str
    direction: Direction
    p: float


@dataclass(frozen=True, slots=True)
class Trend:
    """One question over a series."""

    question: str
    kind: str
    text: str
    points: tuple[Point, ...]
    changes: tuple[Change, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class _Pair:
    question: str
    earlier: Point
    later: Point
    p: float
    direction: Direction


def wording_hash(question: AnyQuestion) -> str:
    """What must be equal for answers to be comparable: text and options, in Swedish."""
    options = []
    if isinstance(question, Single | Multi | Scale | YesNo):
        options = [
            [option.id, option.value, say(option.label, "sv")] for option in question.options
        ]
    return content_hash([question.id, question.kind, say(question.text, "sv"), options])


def find_trends(datas: Sequence[SurveyData], gate: Gate, wording: Wording) -> tuple[Trend, ...]:
    """The trend questions of the last survey that at least one earlier survey asked too."""
    summaries = [
        {summary.id: summary for summary in summarise(data, gate.of(data.survey.code), wording)}
        for data in datas
    ]
    lines = {}
    for question in reportable(datas[-1]):
        if question.trend and not question.loop and not isinstance(question, Matrix):
            points = _points(datas, summaries, question.id)
            if len(points) > 1:
                lines[question.id] = (question, points)
    safe = _safe([pair for question, points in lines.values() for pair in _pairs(question, points)])
    texts = {
        slot.key.question: texts_of(datas[-1].survey, slot, wording.language).full
        for slot in asked(datas[-1])
    }
    return tuple(
        _trend(
            name,
            texts[name],
            question.kind,
            points,
            [pair for pair in safe if pair.question == name],
            wording,
        )
        for name, (question, points) in lines.items()
    )


def _points(
    datas: Sequence[SurveyData], summaries: Sequence[dict[str, QuestionSummary]], name: str
) -> tuple[Point, ...]:
    points: list[Point] = []
    before: str | None = None
    for data, summary in zip(datas, summaries, strict=True):
        question = next((one for one in reportable(data) if one.id == name), None)
        if question is None or name not in summary:
            continue
        now = wording_hash(question)
        points.append(_point(data, summary[name], breaks=before not in {None, now}))
        before = now
    return tuple(points)


def _point(data: SurveyData, summary: QuestionSummary, *, breaks: bool) -> Point:
    return Point(
        survey=data.survey.code,
        title=data.survey.title,
        n=summary.n,
        cells=summary.cells,
        median=summary.median,
        waits=summary.waits,
        breaks=breaks,
    )


def comparable(points: Sequence[Point]) -> list[list[Point]]:
    """Unbroken stretches of meetings, those under k left out."""
    stretches: list[list[Point]] = [[]]
    for point in points:
        if point.breaks:
            stretches.append([])
        if not point.waits:
            stretches[-1].append(point)
    return stretches


def _pairs(question: AnyQuestion, points: Sequence[Point]) -> list[_Pair]:
    """Meetings after each other, and the first with the last, of each unbroken stretch."""
    found = []
    for stretch in comparable(points):
        pairs = list(itertools.pairwise(stretch))
        if len(stretch) > 2:
            pairs.append((stretch[0], stretch[-1]))
        found += [_tested(question, earlier, later) for earlier, later in pairs]
    return found


def _tested(question: AnyQuestion, earlier: Point, later: Point) -> _Pair:
    if isinstance(question, Scale):
        first, second = _steps(earlier), _steps(later)
        p = permutation_p(first, second)
        mean = sum(second) / max(len(second), 1) - sum(first) / max(len(first), 1)
        return _Pair(question.id, earlier, later, p, "up" if mean > 0 else "down")
    return _Pair(question.id, earlier, later, _shares_p(earlier, later), "different")


def _steps(point: Point) -> list[int]:
    """One value for each person, in order of value."""
    return [
        cell.value for cell in point.cells if cell.value is not None for _ in range(cell.n or 0)
    ]


def permutation_p(first: Sequence[int], second: Sequence[int]) -> float:
    """Two-sided p of the difference in mean step under all relabellings (or seeded draws).

    Rests on exchangeability alone: no scale distances are shown, and no average leaves this function.
    """
    import numpy as np

    if not first or not second:
        return 1.0
    pooled = np.array([*first, *second], dtype=float)
    size = len(first)
    sums = _relabelled_sums(pooled, size)
    middle = pooled.mean() * size
    observed = abs(sum(first) - middle)
    extreme = int(np.count_nonzero(np.abs(sums - middle) >= observed - 1e-9))
    exact = math.comb(len(pooled), size) <= EXACT_UP_TO
    return extreme / len(sums) if exact else (extreme + 1) / (len(sums) + 1)


def _relabelled_sums(pooled: np.ndarray[Any, Any], size: int) -> np.ndarray[Any, Any]:
    import numpy as np

    if math.comb(len(pooled), size) <= EXACT_UP_TO:
        chosen = itertools.combinations(range(len(pooled)), size)
        return np.array([pooled[list(places)].sum() for places in chosen])
    random = np.random.default_rng(20240919)  # any fixed number: the same data, the same answer
    shuffled = random.permuted(np.tile(np.sort(pooled), (DRAWS, 1)), axis=1)
    sums: np.ndarray[Any, Any] = shuffled[:, :size].sum(axis=1)
    return sums


def _shares_p(earlier: Point, later: Point) -> float:
    """The smallest p over a choice question's options, corrected by their number."""
    tests = []
    for before in earlier.cells:
        after = next((cell for cell in later.cells if cell.id == before.id), None)
        if after is not None and before.n is not None and after.n is not None:
            tests.append(permutation_p(_chose(before.n, earlier.n), _chose(after.n, later.n)))
    return min(1.0, min(tests, default=1.0) * len(tests))


def _chose(count: int, n: int) -> list[int]:
    return [1] * count + [0] * (n - count)


def holm(values: Sequence[float]) -> list[float]:
    """Holm's step-down correction, in the order given.

    >>> [round(p, 3) for p in holm([0.01, 0.04, 0.03])]
    [0.03, 0.06, 0.06]
    """
    order = sorted(range(len(values)), key=lambda place: values[place])
    corrected = [0.0] * len(values)
    highest = 0.0
    for rank, place in enumerate(order):
        highest = max(highest, min(1.0, (len(values) - rank) * values[place]))
        corrected[place] = highest
    return corrected


def is_steady(trend: Trend) -> bool:
    """Whether meetings could be compared and no difference was safe."""
    return not trend.changes and any(len(one) > 1 for one in comparable(trend.points))


def _safe(pairs: Sequence[_Pair]) -> list[_Pair]:
    corrected = holm([pair.p for pair in pairs])
    return [replace(pair, p=p) for pair, p in zip(pairs, corrected, strict=True) if p < ALPHA]


def _trend(
    name: str,
    text: str,
    kind: str,
    points: tuple[Point, ...],
    safe: Sequence[_Pair],
    wording: Wording,
) -> Trend:
    changes = tuple(
        Change(pair.earlier.survey, pair.later.survey, pair.direction, round(pair.p, 4))
        for pair in safe
    )
    return Trend(
        question=name,
        kind=kind,
        text=text,
        points=points,
        changes=changes,
        sentence=_sentence(points, safe, wording),
    )


def _sentence(points: Sequence[Point], safe: Sequence[_Pair], wording: Wording) -> str:
    said = []
    if any(point.breaks for point in points):
        said.append(wording.say("series-break"))
    if all(len(stretch) < 2 for stretch in comparable(points)):
        if not said:
            said.append(wording.say("series-waits"))
        return " ".join(said)
    if not safe:
        return " ".join([*said, wording.say("no-change"), wording.say("small-change")])
    said += [
        wording.say(f"change-{pair.direction}", earlier=pair.earlier.title, later=pair.later.title)
        for pair in safe
    ]
    return " ".join(said)
