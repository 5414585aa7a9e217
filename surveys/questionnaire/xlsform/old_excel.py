"""Old Excel files (.xls) as sheets of plain values: what an imported form and a table of answers read alike."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from xlrd import Book

Rows: TypeAlias = Iterator[Iterator[object]]


def old_sheets(content: bytes, most_sheets: int, most_columns: int) -> Iterator[tuple[str, Rows]]:
    """Each sheet's name and its rows, read as they are asked for: dates as datetime, None for a cell with an error.

    Raises whatever xlrd does for a broken file.
    """
    import xlrd

    book = xlrd.open_workbook(file_contents=content, logfile=io.StringIO())
    for sheet in book.sheets()[:most_sheets]:
        rows = (_row(book, sheet.row(number)[:most_columns]) for number in range(sheet.nrows))
        yield sheet.name, rows


def _row(book: Book, cells: list[Any]) -> Iterator[object]:
    import xlrd

    for cell in cells:
        if cell.ctype == xlrd.XL_CELL_DATE:
            yield xlrd.xldate_as_datetime(cell.value, book.datemode)
        elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
            yield bool(cell.value)
        else:
            yield None if cell.ctype == xlrd.XL_CELL_ERROR else cell.value
