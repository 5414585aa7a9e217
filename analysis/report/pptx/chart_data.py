"""What a chart on a slide holds: words and numbers in a workbook of its own, and never a formula.

"Edit data" in PowerPoint opens that workbook, so that an answer such as `=cmd|…` must be text in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import IO, Any

_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def chart_data(number_format: str) -> Any:
    """An empty set of categories and series, whose numbers are shown by `number_format`."""
    return _kind()(number_format=number_format)


@cache
def _kind() -> Any:
    from pptx.chart.data import CategoryChartData
    from pptx.chart.xlsx import CategoryWorkbookWriter
    from xlsxwriter import Workbook

    class PlainWriter(CategoryWorkbookWriter):  # type: ignore[misc]  # pptx says no types
        @contextmanager
        def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[tuple[Any, Any]]:
            with Workbook(xlsx_file, _PLAIN) as workbook:
                yield workbook, workbook.add_worksheet()

    class PlainChartData(CategoryChartData):  # type: ignore[misc]
        @property
        def _workbook_writer(self) -> PlainWriter:
            return PlainWriter(self)

    return PlainChartData
