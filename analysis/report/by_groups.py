"""Questions by groups, as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.figures import Bar, Figure, Stacked
from analysis.report.blocks import Block, Line
from analysis.sentences import table_lines

if TYPE_CHECKING:
    from analysis.breakdown import BreakDown
    from analysis.wording import Wording


def group_block(one: BreakDown, wording: Wording) -> Block:
    """A question by groups: what most of each answered, and how many are in no group."""
    say = wording.say
    rows = [(group.label, group.cells, group.n) for group in one.groups]
    notes = [say("groups-chance")]
    if one.rest:
        notes.append(say("groups-rest", n=one.rest))
    asked = say("groups-asked", question=one.text, by=one.by)
    return Block(
        asked=asked,
        findings=tuple(table_lines(rows, wording)),
        waiting=False,
        figure=_figure(one, wording),
        about=say("chart-description", title=asked),
        notes=tuple(notes),
        caption="",
        heads=(
            say("table-row"),
            *(cell.label for cell in one.groups[0].cells),
            say("table-answers"),
        ),
        lines=tuple(
            Line(
                group.label,
                (*(str(cell.n) for cell in group.cells), str(group.n)),
                numbers=(*(cell.n for cell in group.cells), group.n),
            )
            for group in one.groups
        ),
        suppressed="",
        across=True,
    )


def _figure(one: BreakDown, wording: Wording) -> Figure | None:
    """Stacked bars where the steps have an order; else the table says it better."""
    if one.kind == "single":
        return None
    order = -1 if one.kind == "yes_no" else 1  # yes is the blue end
    labels = tuple(cell.label for cell in one.groups[0].cells)[::order]
    bars = tuple(
        Bar(
            wording.say("table-answers-many", title=group.label, n=group.n),
            tuple(cell.n or 0 for cell in group.cells)[::order],
        )
        for group in one.groups
    )
    return Stacked(labels, bars)
