"""A questionnaire as an .xlsx file that other survey tools read, and that we read back as it was."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

from surveys.questionnaire.xlsform.writing import Cells, rows_of

if TYPE_CHECKING:
    from surveys.questionnaire.models import Questionnaire

OWN_SHEET = "_dalalab"
PIECE = 30_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def workbook(questionnaire: Questionnaire) -> bytes:
    """The file: survey, choices, settings, and a sheet of our own with what those cannot say."""
    import openpyxl

    rows = rows_of(questionnaire)
    book = openpyxl.Workbook()
    book.remove(book.active)
    first = ("type", "name")
    _fill(book.create_sheet("survey"), rows.survey, first)
    _fill(book.create_sheet("choices"), rows.choices, ("list_name", "name"))
    _fill(book.create_sheet("settings"), [rows.settings], ())
    body = json.dumps(questionnaire.body(), ensure_ascii=True, separators=(",", ":"))
    body = body.replace(" ", "\\u0020")  # a space at the end of a cell is no part of it
    pieces = [body[start : start + PIECE] for start in range(0, len(body), PIECE)]
    own = book.create_sheet(OWN_SHEET)
    _fill(own, [{"questionnaire": piece} for piece in pieces], ())
    own.sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _fill(sheet: Any, rows: list[Cells], first: tuple[str, ...]) -> None:
    headers = list(dict.fromkeys((*first, *(column for row in rows for column in row))))
    for column, header in enumerate(headers, 1):
        sheet.cell(1, column, header)
    for number, row in enumerate(rows, 2):
        for column, header in enumerate(headers, 1):
            if text := _CONTROL.sub("", row.get(header, "")):
                cell = sheet.cell(number, column)
                cell.value = text
                cell.data_type = "s"
                cell.quotePrefix = text.startswith(_FORMULA)
