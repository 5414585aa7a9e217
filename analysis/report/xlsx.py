"""The report as a workbook: what to read first, answers with native charts, themes, data, codebook."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.charts import BLUE, INK, QUIET
from analysis.disclosure import PERCENT_FROM
from analysis.figures import Doughnut, Heat, PlaceChart, Way
from analysis.report.blocks import Block, Line
from analysis.report.fixed import NO_DAY, fixed_zip
from analysis.report.overviews import all_blocks
from analysis.report.sheets import Sheet, reading_lines, sheets_of
from analysis.report.workbook_charts import CHART_ROWS, add_chart
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.report.model import Report

_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDEST = 60
_PAGE, _LINE = 110, 15
"""Letters on a line of what must be read first, and points of its height."""
_ORDER = (
    "themes",
    "data",
    "codebook",
    "words",
    "trend",
    "meetings",
    "groups",
    "places",
    "board",
    "named",
    "statements",
    "opinion_groups",
    "indicators",
    "suppressed",
)


def to_xlsx(report: Report) -> bytes:
    """The workbook as bytes. Nothing anybody wrote can become a formula or a link."""
    import xlsxwriter

    target, day = io.BytesIO(), report.day or NO_DAY
    book = xlsxwriter.Workbook(target, {"in_memory": True, **_PLAIN})
    created = dt.datetime.combine(day, dt.time(), dt.UTC)
    book.set_properties({"title": report.headings.page, "author": "Dalalab", "created": created})
    _Workbook(book, report).write()
    book.close()
    return fixed_zip(target.getvalue(), day)


@dataclass(frozen=True, slots=True)
class _Looks:
    heading: Any
    finding: Any
    quiet: Any
    head: Any
    head_right: Any
    wrapped: Any
    share: Any
    right: Any


def _looks(book: Any) -> _Looks:
    def made(**look: Any) -> Any:
        return book.add_format({"font_color": INK, **look})

    head = {"bold": True, "bottom": 1}
    return _Looks(
        heading=made(bold=True, font_size=16, font_color=BLUE),
        finding=made(bold=True, font_size=13),
        quiet=made(font_color=QUIET),
        head=made(**head),
        head_right=made(align="right", **head),
        wrapped=made(text_wrap=True, valign="top"),
        right=made(align="right"),
        share=made(num_format="0 %", font_color=QUIET),
    )


class _Workbook:
    def __init__(self, book: Any, report: Report) -> None:
        self._book, self._report = book, report
        self._wording = Wording(report.language, report.unit)
        self._looks = _looks(book)

    def write(self) -> None:
        """All sheets, those for people first."""
        self._reading(self._sheet("read"))
        self._answers(self._sheet("answers"))
        found = {sheet.name: sheet for sheet in sheets_of(self._report)}
        for name in _ORDER:
            if name in found:
                self._table(found[name])

    def _sheet(self, name: str) -> Any:
        sheet = self._book.add_worksheet(self._wording.say(f"sheet-{name}"))
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if self._report.mark:
            sheet.set_header(f"&C&B{self._report.mark}")
        return sheet

    def _reading(self, sheet: Any) -> None:
        sheet.set_column(0, 0, _PAGE)
        row = 0
        for heading, lines in reading_lines(self._report):
            sheet.write_string(row, 0, heading, self._looks.heading)
            for line in lines:
                row += 1
                sheet.set_row(row, _LINE * (len(line) // (_PAGE - 10) + 1))
                sheet.write_string(row, 0, line, self._looks.wrapped)
            row += 2

    def _answers(self, sheet: Any) -> None:
        """The blocks below each other, each with its chart at the right of its table."""
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 12, 11)
        row = 0
        if self._report.mark:
            sheet.write_string(0, 0, self._report.mark, self._looks.heading)
            row = 2
        for block in all_blocks(self._report, self._wording):
            row = self._block(sheet, row, block)

    def _block(self, sheet: Any, row: int, block: Block) -> int:
        """Writes one block and says in which row the next may begin."""
        sheet.write_string(row, 0, " ".join(block.findings), self._looks.finding)
        sheet.write_string(row + 1, 0, block.asked, self._looks.quiet)
        row += 2
        for note in (block.caption, *block.notes):
            if note:
                sheet.write_string(row, 0, note, self._looks.quiet)
                row += 1
        if not block.lines:
            return row + 1
        head, width = row, len(block.heads)
        self._heads(sheet, head, block)
        for number, line in enumerate(block.lines, start=1):
            self._line(sheet, head + number, line, block)
        row = head + len(block.lines) + 1
        if isinstance(block.figure, Heat):
            _shaded(sheet, head, block)
        if block.figure is None or isinstance(block.figure, Heat | Doughnut | Way | PlaceChart):
            return row + 1
        beside = width + (block.n >= PERCENT_FROM) + 1
        add_chart(self._book, sheet, block, head, beside, self._wording.say("chart-people"))
        return max(row, head + CHART_ROWS) + 1

    def _heads(self, sheet: Any, row: int, block: Block) -> None:
        heads = [*block.heads]
        if block.n >= PERCENT_FROM:
            heads.append(self._wording.say("table-share"))
        for column, told in enumerate(heads):
            look = self._looks.head if column == 0 else self._looks.head_right
            sheet.write_string(row, column, told, look)

    def _line(self, sheet: Any, row: int, line: Line, block: Block) -> None:
        sheet.write_string(row, 0, line.label, self._looks.quiet if line.kind else None)
        if line.cells is None:
            sheet.write_string(row, 1, block.suppressed, self._looks.quiet)
            return
        numbers = line.numbers or (None,) * len(line.cells)
        for column, (told, number) in enumerate(zip(line.cells, numbers, strict=True), start=1):
            if number is not None:
                sheet.write_number(row, column, number)
            else:
                sheet.write_string(row, column, told, self._looks.right)
        if block.n >= PERCENT_FROM and not line.kind:
            counted = line.numbers[block.counted]
            sheet.write_number(row, len(block.heads), (counted or 0) / block.n, self._looks.share)

    def _table(self, found: Sheet) -> None:
        """One of the tables for programs: a head that stays, a filter, columns as wide as their words."""
        sheet = self._sheet(found.name)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(found.rows), 1), len(found.columns) - 1)
        for column, name in enumerate(found.columns):
            sheet.write_string(0, column, name, self._looks.head)
            sheet.set_column(column, column, _width([name, *(row[column] for row in found.rows)]))
        for number, row in enumerate(found.rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif value is not None:
                    sheet.write_number(number, column, value)


def _shaded(sheet: Any, head: int, block: Block) -> None:
    """Colours over the medians of a matrix: the numbers stay numbers."""
    assert isinstance(block.figure, Heat)
    low, high = block.figure.steps[0][0], block.figure.steps[-1][0]
    scale = {
        "type": "3_color_scale", "min_type": "num", "mid_type": "num", "max_type": "num",
        "min_value": low, "mid_value": (low + high) / 2, "max_value": high,
        "min_color": "#efb98f", "mid_color": "#ffffff", "max_color": "#9dc3e0",
    }  # fmt: skip
    sheet.conditional_format(head + 1, 1, head + len(block.lines), len(block.heads) - 1, scale)


def _width(values: Sequence[object]) -> int:
    longest = max(len(str(value)) for value in values if value is not None)
    return min(longest + 3, _WIDEST)
