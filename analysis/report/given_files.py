"""Tables that an organiser gives: CSV from whatever spreadsheet, with any of the columns' names."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence


def rows_of(content: bytes) -> list[list[str]]:
    """The rows that hold anything: UTF-8 or what an older spreadsheet in Sweden writes; `;`, `,` or tabs.

    None where it is no table at all: then it lacks its columns, and whoever asked for them says so.
    """
    text = _decoded(content).replace("\x00", "")
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    found = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [row for row in found if any(cell.strip() for cell in row)]
    except csv.Error:
        return []


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def columns_of(
    rows: Sequence[Sequence[str]], called: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """Where each column stands, by the names it may have in the first row, in any case."""
    head = {cell.strip().casefold(): place for place, cell in enumerate(rows[0] if rows else [])}
    return {name: head[known] for name, names in called.items() for known in names if known in head}
