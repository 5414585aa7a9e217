"""Questions that are one picture together: matrices, gaps, profiles, the doughnut, the way to a goal.

Which ones belong together is seen from their loops and options. Everything is made from summaries that have passed the
gate; nothing is added up over rows or columns (S11).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.figures import Doughnut, Figure, Gap, Heat, HeatCell, Profile, Way
from analysis.report.blocks import Block, Line, blocks
from analysis.report.by_groups import group_block
from analysis.report.indicators import indicator_block
from analysis.report.opinions import opinion_blocks
from analysis.report.places import place_blocks
from analysis.report.population import population_blocks
from analysis.report.roster import rate_block
from analysis.report.trends import trend_blocks
from analysis.sentences import plain, sides

if TYPE_CHECKING:
    from analysis.report.model import Report
    from analysis.summary import QuestionSummary
    from analysis.wording import Wording

RINGS = ("shortfall", "overshoot")
"""The doughnut's two questions: what people lack, and which of the planet's boundaries are passed."""
NOW, BESIDE, WANTED = "current_value", "comparison_value", "target_2030"
SPLIT_FROM = 2
"""Steps that the middle half of the answers spans when they are said to differ."""
_MOST_NAMED = 3

Loops = dict[str, list["QuestionSummary"]]


def all_blocks(report: Report, wording: Wording) -> list[Block]:
    """Everything with a figure or a table, in the order in which every writer shows it."""
    found = [*trend_blocks(report, wording)]
    found += opinion_blocks(report, wording)
    found += beside(report, wording)
    found += place_blocks(report, wording)
    found += overviews(report.questions, wording)
    found += blocks(report.questions, report.k, wording)
    return found + [group_block(one, wording) for one in report.breakdowns]


def beside(report: Report, wording: Wording) -> list[Block]:
    """What the organiser gave to be shown beside the answers."""
    return [
        *rate_block(report.rates, wording),
        *population_blocks(report.population, wording),
        *indicator_block(report.indicators, wording),
    ]


def overviews(questions: Sequence[QuestionSummary], wording: Wording) -> list[Block]:
    """The pictures that several questions make together; none when there are none."""
    making = _Overviews(wording)
    loops: Loops = {}
    for one in questions:
        if one.kind == "scale" and one.path:
            loops.setdefault(one.id, []).append(one)
    named = {one.id: one for one in questions if not one.turn}
    found: list[Block] = []
    for rows in loops.values():
        if len(rows[0].path) > 1:
            found += making.heats(rows)
        else:
            found += making.beside(rows, list(named.values()))
    if all(name in named for name in RINGS):
        found += making.doughnut([named[name] for name in RINGS])
    if NOW in named and WANTED in named:
        found += making.way(named)
    return found


class _Overviews:
    def __init__(self, wording: Wording) -> None:
        self._wording, self._say = wording, wording.say

    def heats(self, rows: Sequence[QuestionSummary]) -> Iterator[Block]:
        """A matrix for each item between the outermost and the innermost: for each horizon."""
        layers: dict[tuple[str, ...], list[QuestionSummary]] = {}
        for one in rows:
            layers.setdefault(one.path[1:-1], []).append(one)
        for names, layer in layers.items():
            if any(not one.waits for one in layer):
                yield self._heat(", ".join(names), layer)

    def _heat(self, name: str, layer: Sequence[QuestionSummary]) -> Block:
        down = tuple(dict.fromkeys(one.path[0] for one in layer))
        across = tuple(dict.fromkeys(one.path[-1] for one in layer))
        known = {(one.path[0], one.path[-1]): _heat_cell(one) for one in layer}
        cells = tuple(tuple(known.get((row, column)) for column in across) for row in down)
        steps = _steps(layer[0])
        shown = [cell for row in cells for cell in row if cell is not None]
        middle = (steps[0][0] + steps[-1][0]) / 2
        finding = self._say(
            "heat-finding",
            below=sum(cell.median < middle for cell in shown),
            above=sum(cell.median > middle for cell in shown),
            shown=len(shown),
            split=sum(cell.split for cell in shown),
        )
        figure = Heat(down, across, cells, steps, self._say("heat-split"), self._say("heat-empty"))
        lines = tuple(
            Line(
                row,
                tuple(self._heat_words(cell) for cell in line),
                numbers=tuple(None if cell is None else cell.median for cell in line),
            )
            for row, line in zip(down, cells, strict=True)
        )
        asked = self._say("heat-asked", name=name or self._say("table-row"))
        return self._block(asked, finding, figure, (self._say("table-row"), *across), lines,
                           notes=(self._say("heat-note"),))  # fmt: skip

    def _heat_words(self, cell: HeatCell | None) -> str:
        if cell is None:
            return self._say("not-known")
        text = "heat-cell-split" if cell.split else "heat-cell"
        return self._say(text, median=plain(cell.median, self._wording), n=cell.n)

    def beside(
        self, rows: Sequence[QuestionSummary], others: Sequence[QuestionSummary]
    ) -> Iterator[Block]:
        """A scale over the items of a choice: what matters most beside how far one has come, or how it is."""
        items = {one.turn for one in rows}
        same = [q for q in others if q.cells and {cell.id for cell in q.cells} == items]
        shown = [one for one in rows if not one.waits]
        if not same or len(shown) < 2:
            return
        if same[0].kind == "multi" and not same[0].waits:
            yield self._gap(shown, same[0])
        elif same[0].kind == "single":
            yield self._profile(shown)

    def _gap(self, rows: Sequence[QuestionSummary], chosen: QuestionSummary) -> Block:
        wanted = {cell.id: cell.n or 0 for cell in chosen.cells}
        found = [(one.row, wanted[one.turn], _high(one), one.n) for one in rows]
        found.sort(key=lambda row: -(row[1] - row[2]))
        labels = (self._say("gap-wanted"), self._say("gap-reached"))
        first = found[0]
        finding = self._say(
            "gap-finding", label=first[0], wanted=first[1], n=chosen.n, reached=first[2], m=first[3]
        )
        lines = tuple(
            Line(row, (str(asked), str(reached), str(n)), numbers=(asked, reached, n))
            for row, asked, reached, n in found
        )
        heads = (self._say("table-row"), *labels, self._say("table-answers"))
        figure = Gap(labels, tuple(row[:3] for row in found))
        return self._block(
            chosen.text, finding, figure, heads, lines, notes=(self._say("gap-note"),)
        )

    def _profile(self, rows: Sequence[QuestionSummary]) -> Block:
        found = tuple((one.row, one.median, one.n) for one in rows if one.median is not None)
        medians = [median for _, median, _ in found]
        best = [row for row, median, _ in found if median == max(medians)]
        worst = [row for row, median, _ in found if median == min(medians)]
        if len(set(medians)) == 1:
            finding = self._say("profile-even")
        else:
            finding = self._say("profile-finding", best=self._named(best), worst=self._named(worst))
        lines = tuple(
            Line(row, (plain(median, self._wording), str(n)), numbers=(median, n))
            for row, median, n in found
        )
        heads = (self._say("table-row"), self._say("table-middle"), self._say("table-answers"))
        return self._block(
            self._say("profile-asked"), finding, Profile(found, _steps(rows[0])), heads, lines
        )

    def _named(self, labels: Sequence[str]) -> str:
        if len(labels) <= _MOST_NAMED:
            return self._wording.listed(labels)
        return self._say("several", count=len(labels))

    def doughnut(self, questions: Sequence[QuestionSummary]) -> Iterator[Block]:
        """Both rings, when both may be shown."""
        if any(one.waits for one in questions):
            return
        rings = tuple(
            (one.text, tuple((cell.label, cell.n or 0) for cell in one.cells)) for one in questions
        )
        lines = tuple(
            Line(label, (str(count),), numbers=(count,))
            for _, ring in rings
            for label, count in ring
        )
        heads = (self._say("table-answer"), self._say("table-people"))
        finding = " ".join(one.sentence for one in questions)
        yield self._block(self._say("doughnut-asked"), finding, Doughnut(rings), heads, lines)

    def way(self, named: dict[str, QuestionSummary]) -> Iterator[Block]:
        """The gap and the way to 2030, for each indicator whose values may be shown."""
        values = {
            name: {cell.id: cell for cell in named[name].cells if cell.median is not None}
            for name in (NOW, BESIDE, WANTED)
            if name in named
        }
        rows = [
            (cell.label, cell.median, values.get(BESIDE, {}).get(key), values[WANTED][key].median)
            for key, cell in values[NOW].items()
            if key in values[WANTED]
        ]
        found = tuple(
            (label, now, None if beside is None else beside.median, wanted)
            for label, now, beside, wanted in rows
            if now is not None and wanted is not None
        )
        if not found:
            return
        labels = (self._say("way-now"), self._say("way-beside"), self._say("way-wanted"))
        lines = tuple(
            Line(label, tuple(self._value(value) for value in values), numbers=tuple(values))
            for label, *values in found
        )
        finding = " ".join(self._way_words(*row) for row in found)
        heads = (self._say("table-row"), *labels)
        rows_told = tuple(
            (label, now, beside, wanted,
             (self._value(now), self._value(beside), self._value(wanted)))
            for label, now, beside, wanted in found
        )  # fmt: skip
        yield self._block(self._say("way-asked"), finding, Way(labels, rows_told), heads, lines)

    def _value(self, value: float | None) -> str:
        return self._say("not-known") if value is None else plain(value, self._wording)

    def _way_words(self, label: str, now: float, beside: float | None, wanted: float) -> str:
        told = {"label": label, "now": self._value(now), "wanted": self._value(wanted)}
        if not beside:
            return self._say("way-finding", **told)
        share = round(100 * (now - beside) / beside)
        return self._say(
            "way-finding-beside",
            beside=self._value(beside),
            gap=f"{share:+d}".replace("-", "−"),
            **told,
        )

    def _block(
        self,
        asked: str,
        finding: str,
        figure: Figure,
        heads: tuple[str, ...],
        lines: tuple[Line, ...],
        notes: tuple[str, ...] = (),
    ) -> Block:
        return Block(
            asked=asked,
            findings=(finding,),
            waiting=False,
            figure=figure,
            about=self._say("chart-description", title=asked),
            notes=notes,
            caption="",
            heads=heads,
            lines=lines,
            suppressed="",
            across=True,
        )


def _heat_cell(one: QuestionSummary) -> HeatCell | None:
    if one.waits or one.median is None:
        return None
    return HeatCell(one.median, one.n, _differ(one))


def _differ(one: QuestionSummary) -> bool:
    """Whether the middle half of the answers spans two steps or more (S11)."""
    said = sorted(c.value for c in one.cells if c.value is not None for _ in range(c.n or 0))
    quarter = len(said) // 4
    return said[-1 - quarter] - said[quarter] >= SPLIT_FROM


def _steps(one: QuestionSummary) -> tuple[tuple[int, str], ...]:
    return tuple(sorted((cell.value, cell.label) for cell in one.cells if cell.value is not None))


def _high(one: QuestionSummary) -> int:
    """How many answered over the middle of the scale."""
    return sum(cell.n or 0 for cell in sides(one.cells)[1])
