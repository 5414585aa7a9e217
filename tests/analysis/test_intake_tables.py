"""Tables of any make are read the same, and what is no table is told, with what to do."""

from __future__ import annotations

import csv
import io
import zipfile

import openpyxl
import pytest

from analysis.intake.tables import Table, table_from
from surveys.errors import ContentError

ROWS = [
    ("Datum", "Vad var bäst?", "Övrigt"),
    ("2026-05-04", "Öppet, ärligt och lärorikt", ""),
    ("2026-05-04", 'Han sa "kom igen" och då vågade alla', "Åk tåg; inte bil"),
    ("", "", ""),
    ("2026-05-05", "Rad ett\nrad två", "ö"),
]


def written(delimiter: str = ",") -> str:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter).writerows(ROWS)
    return made.getvalue()


def as_rows(table: Table) -> list[tuple[str, ...]]:
    return [table.headers, *table.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "mac_roman"]
)
def test_encoding_and_delimiter_are_found_out(encoding: str, delimiter: str) -> None:
    table = table_from(written(delimiter).encode(encoding), "svar.csv")
    assert as_rows(table) == ROWS
    assert table.delimiter == delimiter


def test_a_sheet_is_read_from_its_headers_and_keeps_its_empty_rows() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Enkät om träffen"])
    for row in ROWS:
        book.active.append(list(row))
    book.create_sheet("Om exporten").append(["Skapad av någon"])
    made = io.BytesIO()
    book.save(made)
    table = table_from(made.getvalue(), "svar.xlsx")
    assert as_rows(table) == ROWS
    assert (table.encoding, table.skipped) == ("xlsx", 1)


def test_one_column_needs_no_delimiter_and_an_empty_answer_is_a_row() -> None:
    table = table_from(b'Svar\nBra, men kort\n""\nTack; hej\n', "svar.txt")
    assert table.rows == (("Bra, men kort",), ("",), ("Tack; hej",))


def packed(part: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(part, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "table_empty"),
        (b"\xef\xbb\xbf\r\n", "table_empty"),
        (b"Svar\n", "table_no_rows"),
        (b"%PDF-1.7 ...", "table_no_table"),
        (b"<html><table><tr><td>Svar", "table_no_table"),
        (packed("word/document.xml"), "table_no_table"),
        (packed("anything"), "table_no_table"),
        (bytes(range(256)) * 20, "table_no_table"),
        (b"PK\x03\x04 and no more", "table_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more", "table_damaged"),
        (b'a;b\n1;"never closed\n2;x\n3;y\n', "table_quote"),
        (b'a;b\n1;"' + b"long " * 60_000, "table_quote"),
        (b"a;b\n1;2\n3;" + b"long " * 60_000 + b"\n4;5\n", "table_cell"),
        (b"a,b\n" + b"," * 2_000, "table_too_large"),
    ],
)
def test_what_is_no_table_is_told_with_a_remedy(content: bytes, code: str) -> None:
    with pytest.raises(ContentError) as raised:
        table_from(content, "svar.csv")
    (problem,) = raised.value.problems
    assert problem.code == code
    assert all(problem.remedy.values())


def test_a_column_is_found_by_header_or_number_and_a_near_name_is_suggested() -> None:
    table = table_from(written().encode(), "svar.csv")
    assert table.column("vad var  BÄST?") == 1
    assert table.column("3") == 2
    with pytest.raises(ContentError, match="Vad var bäst"):
        table.column("Vad var bra?")


def test_a_cell_without_end_is_read_so_far_and_told() -> None:
    table = table_from(b"Svar\n" + b"a" * 100_000 + b"\nmer tid\n", "svar.csv")
    assert [len(cell) for cell in table.cells(0)] == [5_000, 7]
    assert table.shortened == 1
