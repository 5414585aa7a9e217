"""The copy as a file: a workbook, a PDF to print, or plain tables. No clock, no name of a computer, nothing hidden."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from analysis.masking.review import height
from analysis.report.csv import table
from analysis.report.fixed import NO_DAY, fixed_zip, zip_of
from analysis.report.typesetting import typeset
from analysis.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.masking.making import Copy

_WIDTHS = {"person": 7, "asked": 46, "beside": 30, "text": 80, "n": 8, "choices": 80}
_SHARES = {"asked": 2, "text": 3, "choices": 3}
"""How a page's width is shared; the other columns take what they need."""
_PAGE = 84
"""Letters on a line of the cover."""


def to_xlsx(copy: Copy) -> bytes:
    """Cover, answers and questions as sheets."""
    import xlsxwriter

    target, wording = io.BytesIO(), Wording(copy.language)
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(target, {"in_memory": True, **plain})
    book.set_properties({"title": copy.title, "author": "Dalalab"})
    _cover(book, copy, wording)
    for name, columns, rows in _tables(copy):
        _sheet(book, wording.say(f"copy-sheet-{name}"), columns, rows, wording)
    book.close()
    return fixed_zip(target.getvalue(), NO_DAY)


def _cover(book: Any, copy: Copy, wording: Wording) -> None:
    sheet = book.add_worksheet(wording.say("copy-sheet-cover"))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _PAGE)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    wrapped = {"text_wrap": True, "valign": "top"}
    sheet.write_string(
        0, 0, copy.title, book.add_format({"bold": True, "font_size": 16, **wrapped})
    )
    heading, plain = book.add_format({"bold": True, "font_size": 12}), book.add_format(wrapped)
    row = 1
    for line in [copy.mark] if copy.mark else []:
        sheet.write_string(row, 0, line, heading)
        row += 1
    for section in copy.cover:
        row += 1
        sheet.write_string(row, 0, section.heading, heading)
        for line in section.lines:
            row += 1
            sheet.set_row(row, height([line], [_PAGE]))
            sheet.write_string(row, 0, line, plain)
        row += 1


def _tables(copy: Copy) -> tuple[tuple[str, tuple[str, ...], list[tuple[Any, ...]]], ...]:
    """Name, columns and rows of each table."""
    voted = any(line.beside for line in copy.lines)
    columns = [name for name, there in (
        ("person", copy.by_person), ("asked", True), ("beside", voted), ("text", True),
        ("n", not copy.by_person),
    ) if there]  # fmt: skip
    rows = [tuple(getattr(line, name) or "" for name in columns) for line in copy.lines]
    return (
        ("answers", tuple(columns), rows),
        ("questions", ("asked", "choices"), list(copy.questions)),
    )


def _sheet(
    book: Any, name: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]], wording: Wording
) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDTHS[column])
        sheet.write_string(0, at, wording.say(f"copy-column-{column}"), head)
    widths = [_WIDTHS[column] for column in columns]
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, height([str(value) for value in row], widths))
        for at, value in enumerate(row):
            write = sheet.write_number if isinstance(value, int) else sheet.write_string
            write(number, at, value, wrap)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def to_zip(copy: Copy) -> bytes:
    """Cover as text, answers and questions as CSV that a spreadsheet in Swedish opens."""
    wording = Wording(copy.language)
    paragraphs = [copy.title, *([copy.mark] if copy.mark else [])]
    for section in copy.cover:
        paragraphs += ["", section.heading, *section.lines]
    paragraphs += ["", wording.say("copy-csv")]
    cover = "\r\n".join([*paragraphs, ""]).encode("utf-8-sig")
    files = {f"{wording.say('copy-file-cover')}.txt": cover}
    for name, columns, rows in _tables(copy):
        heads = [wording.say(f"copy-column-{column}") for column in columns]
        files[f"{wording.say(f'copy-file-{name}')}.csv"] = table(heads, rows)
    return zip_of(files)


def to_pdf(copy: Copy) -> bytes:
    """The same on paper."""
    wording = Wording(copy.language)
    content = {
        "language": copy.language,
        "title": copy.title,
        "mark": copy.mark,
        "cover": [{"heading": one.heading, "lines": list(one.lines)} for one in copy.cover],
        "tables": [
            {
                "heading": wording.say(f"copy-sheet-{name}"),
                "columns": [wording.say(f"copy-column-{column}") for column in columns],
                "shares": [_SHARES.get(column, 0) for column in columns],
                "rows": [[str(value) for value in row] for row in rows],
            }
            for name, columns, rows in _tables(copy)
        ],
    }
    return typeset("copy.typ", content, "pdf")


WRITERS: dict[str, Callable[[Copy], bytes]] = {".xlsx": to_xlsx, ".pdf": to_pdf, ".zip": to_zip}
"""By the ending of the file's name."""
