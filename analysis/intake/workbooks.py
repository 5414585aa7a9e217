"""Excel files, the new sort and the old: the sheet that holds the answers."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from analysis.intake.decoding import clean
from analysis.intake.limits import (
    LARGEST_UNPACKED,
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_PARTS,
    MOST_ROWS,
    MOST_SHEETS,
)
from analysis.intake.problems import refused
from surveys.errors import DalalabError
from surveys.questionnaire.xlsform.old_excel import old_sheets

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

    AnyCell: TypeAlias = Cell | MergedCell | ReadOnlyCell | EmptyCell

Grid = list[list[str]]


class Sheet(NamedTuple):
    """A sheet of a workbook, by its tab."""

    title: str
    hidden: bool
    grid: Grid


_OTHERS = (
    ("word/document.xml", "ett Worddokument", "a Word document"),
    ("ppt/presentation.xml", "en PowerPointfil", "a PowerPoint file"),
    ("content.xml", "en OpenDocumentfil", "an OpenDocument file"),
    ("Index/Document.iwa", "en Numbersfil", "a Numbers file"),
)
_BLANK_IN_A_ROW = 2_000
"""Empty rows after which a sheet is over: formatting alone may reach down to the last row."""


def read_xlsx(content: bytes, name: str) -> tuple[Grid, tuple[str, ...]]:
    """The fullest sheet's rows, and the tabs of other sheets that hold rows. Raises ContentError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check(packed, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and filters, which do not matter here
            return _fullest(_sheets(content), name)
    except DalalabError:
        raise
    except Exception as error:
        raise refused("table_damaged", name) from error


def _check(packed: zipfile.ZipFile, name: str) -> None:
    parts = packed.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise refused("table_too_large", name, limit=f"{LARGEST_UNPACKED // 1_000_000} MB")
    if "xl/workbook.xml" in names:
        return
    for part, what_sv, what_en in _OTHERS:
        if part in names:
            raise refused("table_no_table", name, what_sv=what_sv, what_en=what_en)
    raise refused("table_no_table", name, what_sv="ett packat arkiv", what_en="a packed archive")


def _sheets(content: bytes) -> Iterator[Sheet]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets[:MOST_SHEETS]:
            sheet.reset_dimensions()  # what a file says of its size need not be true
            rows = ([_shown(cell) for cell in row[:MOST_COLUMNS]] for row in sheet.iter_rows())
            yield Sheet(sheet.title, sheet.sheet_state != "visible", _grid(rows))
    finally:
        book.close()


def read_xls(content: bytes, name: str) -> tuple[Grid, tuple[str, ...]]:
    """The same of an old Excel file. Raises ContentError."""
    try:
        sheets = old_sheets(content, MOST_SHEETS, MOST_COLUMNS)
        return _fullest((Sheet(title, False, _grid(rows)) for title, rows in sheets), name)
    except DalalabError:
        raise
    except Exception as error:
        raise refused("table_damaged", name) from error


def _fullest(sheets: Iterable[Sheet], name: str) -> tuple[Grid, tuple[str, ...]]:
    """The sheet with the most filled cells, the first of equals. One that is hidden only where no other holds any."""
    best = Sheet("", True, [])
    most = (False, 0)
    titles = []
    for sheet in sheets:
        filled = (not sheet.hidden, sum(bool(cell) for row in sheet.grid for cell in row))
        if filled[1] and filled > most:
            best, most = sheet, filled
        if not sheet.hidden and sum(map(any, sheet.grid)) > 1:
            titles.append(sheet.title)
    if not best.grid:
        raise refused("table_empty", name)
    if len(best.grid) > MOST_ROWS:
        raise refused("table_too_large", name, limit=f"{MOST_ROWS} rader")
    return best.grid, tuple(title for title in titles if title != best.title)


def _grid(rows: Iterable[Iterable[object]]) -> Grid:
    """Rows as text, without the empty ones at the end."""
    grid: Grid = []
    filled = 0
    for row in islice(rows, MOST_ROWS + 2):
        grid.append([_cell(value) for value in row])
        if any(grid[-1]):
            filled = len(grid)
        elif len(grid) - filled > _BLANK_IN_A_ROW:
            break
    return grid[:filled]


def _shown(cell: AnyCell) -> object:
    """A value as a reader of the sheet sees it: a share as `25 %`, and nothing where a formula failed."""
    value = cell.value
    if isinstance(value, float | int) and "%" in (cell.number_format or ""):
        return f"{value * 100:.10g} %"
    return None if cell.data_type == "e" else value


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return clean(str(value)[:LONGEST_CELL])
