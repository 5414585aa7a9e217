"""Plain files: one table alone, or the whole package with codebook, method note and suppression log.

Semicolons and a byte order mark, so that a spreadsheet in Swedish opens them with the right letters and columns.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from analysis.report.fixed import zip_of
from analysis.report.sheets import reading_lines, sheets_of

if TYPE_CHECKING:
    from analysis.report.dataset import Value
    from analysis.report.model import Report

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(report: Report) -> bytes:
    """The data, each row with its question and answer in words: it can be read without the codebook."""
    data, codebook = sheets_of(report)[:2]
    text, label = (codebook.columns.index(name) for name in ("text", "label"))
    rows = [
        (*row, code[text], code[label]) for row, code in zip(data.rows, codebook.rows, strict=True)
    ]
    return table((*data.columns, "text", "label"), rows)


def to_package(report: Report) -> bytes:
    """A zip: every table as a CSV, and what must be read first as text."""
    files = {"las-forst.txt" if report.language == "sv" else "read-first.txt": _reading(report)}
    for sheet in sheets_of(report):
        files[f"{sheet.name}.csv"] = table(sheet.columns, sheet.rows)
    return zip_of(files)


def table(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A CSV whose words can never be formulas."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe(value) for value in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def safe(value: Value) -> Value:
    """Words that a spreadsheet would calculate begin with an apostrophe; numbers are numbers.

    >>> safe("=1+1")
    "'=1+1"
    """
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _reading(report: Report) -> bytes:
    lines = []
    for heading, told in reading_lines(report):
        lines += [heading, "", *told, ""]
    return "\r\n".join(lines).encode("utf-8-sig")
