"""Spreadsheets as rows of text: .xlsx, .xls, .csv and Markdown tables. Whatever the file holds, it is data."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from surveys.questionnaire.xlsform.old_excel import old_sheets

LARGEST_FILE = 20_000_000
LARGEST_UNPACKED = 100_000_000
MOST_PARTS = 2_000
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_SHEETS = 20
LONGEST_CELL = 32_767

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_QUOTES = str.maketrans({"\u00a0": " ", "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN_SHEETS = frozenset({"survey", "choices", "settings", "external_choices", "entities", "osm"})


class Unreadable(ValueError):
    """The file is no spreadsheet that can be read; `why` says so in Swedish and English."""

    def __init__(self, why_sv: str, why_en: str) -> None:
        super().__init__(why_en)
        self.why = {"sv": why_sv, "en": why_en}


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` is the spreadsheet's own, `cells` by tidied header."""

    number: int
    cells: dict[str, str]


@dataclass(slots=True)
class Sheet:
    """One sheet: headers as they were written by their tidied form, and the rows that hold something."""

    name: str
    headers: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    cut: bool = False


def read_sheets(content: bytes, name: str) -> dict[str, Sheet]:
    """The sheets of a workbook by lower-case name. Raises Unreadable."""
    if len(content) > LARGEST_FILE:
        raise Unreadable("den är större än 20 MB", "it is larger than 20 MB")
    grids = {title.strip().lower(): grid for title, grid in _grids(content, name)}
    if len(grids) == 1 and not _KNOWN_SHEETS & grids.keys():
        grids = {"survey": next(iter(grids.values()))}
    return {sheet: _sheet(sheet, rows) for sheet, rows in grids.items()}


Grid = list[list[str]]


def _grids(content: bytes, name: str) -> Iterable[tuple[str, Grid]]:
    ending = name.lower().rpartition(".")[2]
    if content.startswith(b"PK"):
        return _guarded(_xlsx, content)
    if content.startswith(_OLE):
        return _guarded(_xls, content)
    start = content[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"%pdf", b"{\\rtf")):
        raise Unreadable("den är en webbsida eller ett dokument", "it is a web page or a document")
    text = _decoded(content)
    if ending == "md" or re.match(r"\s*\|", text):
        return _stacked(_markdown(text))
    return _stacked(_csv(text))


def _guarded(
    read: Callable[[bytes], list[tuple[str, Grid]]], content: bytes
) -> list[tuple[str, Grid]]:
    """Readers of binary files raise whatever a broken file makes them raise."""
    try:
        return read(content)
    except Unreadable:
        raise
    except Exception as error:
        kind = type(error).__name__
        raise Unreadable(
            f"den är skadad eller lösenordsskyddad ({kind})",
            f"it is damaged or protected by a password ({kind})",
        ) from error


def _xlsx(content: bytes) -> list[tuple[str, Grid]]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise Unreadable("den packas upp till för mycket", "it unpacks to too much")
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        return [
            (sheet.title, _bounded(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)))
            for sheet in book.worksheets[:MOST_SHEETS]
        ]
    finally:
        book.close()


def _xls(content: bytes) -> list[tuple[str, Grid]]:
    sheets = old_sheets(content, MOST_SHEETS, MOST_COLUMNS)
    return [(name, _bounded(rows)) for name, rows in sheets]


def _bounded(rows: Iterable[Iterable[object]]) -> Grid:
    grid: Grid = []
    blank = 0
    for number, row in enumerate(rows):
        cells = [_cell(value) for value in row]
        blank = 0 if any(cells) else blank + 1
        if number > MOST_ROWS or blank > 60:
            break
        grid.append(cells)
    return grid


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if isinstance(value, dt.date | dt.time):
        value = value.isoformat()
    return clean(str(value))


def clean(text: str) -> str:
    """A cell's text without control characters and the space around it."""
    return _CONTROL.sub("", text[:LONGEST_CELL].replace("\r\n", "\n")).translate(_QUOTES).strip()


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _markdown(text: str) -> Grid:
    grid: Grid = []
    for line in text.splitlines()[:MOST_ROWS]:
        stripped = line.strip()
        ruled = "-" in stripped and re.fullmatch(r"[|\s:-]+", stripped)
        if ruled or not stripped.startswith("|"):
            grid.append([])
            continue
        parts = re.split(r"(?<!\\)\|", stripped.strip("|") if stripped == "|" else stripped[1:])
        cells = [clean(part.replace("\\|", "|")) for part in parts]
        grid.append((cells[:-1] if stripped.endswith("|") else cells)[:MOST_COLUMNS])
    return grid


def _csv(text: str) -> Grid:
    beginning = text[:5000]
    delimiter = max(",;\t", key=beginning.count)
    lines = (line.replace("\x00", "") for line in io.StringIO(text, newline=""))
    grid: Grid = []
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            grid.append([clean(cell) for cell in row[:MOST_COLUMNS]])
            if len(grid) > MOST_ROWS:
                break
    except csv.Error as error:
        raise Unreadable("den är inget kalkylblad", "it is no spreadsheet") from error
    return grid


def _stacked(grid: Grid) -> list[tuple[str, Grid]]:
    """Sheets under each other, their names in the first column; or one sheet with its headers first."""
    first = next((row for row in grid if any(row)), [""])
    if first[0] and (first[0].lower() not in _KNOWN_SHEETS or any(first[1:])):
        return [("survey", grid)]
    sheets: dict[str, Grid] = {}
    here: Grid = []
    for number, row in enumerate(grid):
        if row and row[0] and (row[0] in sheets or len(sheets) < MOST_SHEETS):
            here = sheets.setdefault(row[0], [])
        here.extend([] for _ in range(number - len(here)))
        here.append(row[1:])
    return list(sheets.items())


def _sheet(name: str, grid: Grid) -> Sheet:
    sheet = Sheet(name)
    columns: list[str] = []
    for number, cells in enumerate(grid, 1):
        if not any(cells):
            continue
        if not columns:
            columns = [header(cell) for cell in cells]
            for column, cell in zip(columns, cells, strict=True):
                if column:
                    sheet.headers.setdefault(column, cell)
            continue
        found: dict[str, str] = {}
        for column, cell in zip(columns, cells, strict=False):
            if column and cell:
                found.setdefault(column, cell)
        if found:
            sheet.rows.append(Row(number, found))
    sheet.cut = len(grid) > MOST_ROWS
    return sheet


def header(cell: str) -> str:
    """A column's name without needless differences: `Choice Filter ` is `choice_filter`."""
    kind, mark, language = (part.strip() for part in cell.partition("::"))
    tidy = re.sub(r"[\s_]+", "_", kind.lower().lstrip("*").strip())
    return f"{tidy}::{language}" if mark else tidy
