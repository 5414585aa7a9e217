"""Tables of any make are read the same, and what is no table is told, with what to do."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence

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


def test_a_workbook_that_is_one_line_of_text_is_damaged_and_not_without_answers() -> None:
    with pytest.raises(ContentError) as raised:
        table_from(b"hej hopp", "svar.xlsx")
    assert [problem.code for problem in raised.value.problems] == ["table_damaged"]


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


MENTIMETER = [
    ("Session", "Voter", "Question 1", "Question 2", "", "Question 3"),
    ("", "", "Hur mår du?", "Hur viktigt är följande?", "", "Vad tar du med dig?"),
    ("", "", "", "Tillit", "Tempo", ""),
    ("1", "1", "Bra", "4", "2", "Samtalen"),
    ("1", "2", "Trött", "5", "", ""),
]


def sheet(rows: Sequence[tuple[str, ...]]) -> Table:
    made = io.StringIO(newline="")
    csv.writer(made).writerows(rows)
    return table_from(made.getvalue().encode(), "svar.csv")


def test_what_rows_under_numbered_headers_call_the_questions_is_no_answer() -> None:
    table = sheet(MENTIMETER)
    assert table.headers == (
        *("Session", "Voter", "Hur mår du?", "Hur viktigt är följande? [Tillit]"),
        *("Hur viktigt är följande? [Tempo]", "Vad tar du med dig?"),
    )
    assert table.rows == tuple(MENTIMETER[3:])


def test_the_row_that_says_response_under_each_question_is_no_answer() -> None:
    table = sheet(
        [
            ("Respondent ID", "Nöjd?", "Vilka delar?", "", "Vad var bra?"),
            ("", "Response", "Lunch", "Samtal", "Open-Ended Response"),
            ("17", "Ja", "Lunch", "", "Samtalen"),
        ]
    )
    names = (
        "Respondent ID",
        "Nöjd?",
        "Vilka delar? [Lunch]",
        "Vilka delar? [Samtal]",
        "Vad var bra?",
    )
    assert (table.headers, len(table.rows)) == (names, 1)


def test_a_header_that_is_merged_over_several_columns_stands_with_each() -> None:
    table = sheet([("Nr", "Betyg", "", "Övrigt"), ("", "Mat", "Lokal", ""), ("1", "4", "3", "Nej")])
    assert table.headers == ("Nr", "Betyg [Mat]", "Betyg [Lokal]", "Övrigt")
    assert table.rows == (("1", "4", "3", "Nej"),)


def test_a_second_row_of_headers_is_no_answer_where_none_below_is_like_it() -> None:
    heads = [("Om dig", "", "Öppet", "", "Skäl"), ("Kön", "Ålder", "Vardag", "Helg", "Vad saknas?")]
    rows = [(f"Kvinn{'aorn'[n % 2]}", str(20 + n), "Bra", "Illa", f"Bok {n}") for n in range(12)]
    table = sheet([*heads, *rows])
    assert table.headers == (
        *("Om dig [Kön]", "Om dig [Ålder]", "Öppet [Vardag]", "Öppet [Helg]", "Skäl [Vad saknas?]"),
    )
    assert table.rows == tuple(rows)
    again = [*heads[:1], rows[0], *rows]
    assert as_rows(sheet(again)) == again


@pytest.mark.parametrize(
    "rows",
    [
        [("Nr", "Fråga 1", "Fråga 2"), ("1", "Bra", "Kort"), ("2", "", "Långt")],
        [("Fråga 1", "Fråga 2"), ("Bra", "Kort"), ("Bra", "Långt")],
        [("Nr", "Betyg", "Skäl"), ("", "4", ""), ("2", "3", "Kort")],
        [("Kön", "", "Skäl"), ("Kvinna", "", "Kort"), ("Man", "", "Långt")],
    ],
)
def test_the_first_answers_are_no_names(rows: list[tuple[str, ...]]) -> None:
    assert as_rows(sheet(rows)) == rows


def test_rows_that_add_up_the_answers_are_nobodys() -> None:
    rows = [("Nr", "Betyg", "Skäl"), ("1", "4", "Totalt sett bra"), ("2", "5", "Medel")]
    table = sheet([*rows, ("", "", ""), ("Medel:", "4,5", ""), ("Summa", "9", "")])
    assert len(table.rows) == 5
    assert as_rows(table.without_totals()) == rows
    assert table.without_totals().totals == 3
    assert sheet(rows).without_totals().totals == 0


def test_a_hidden_sheet_is_not_read_and_one_that_was_left_is_told() -> None:
    book = openpyxl.Workbook()
    for row in (("Svar", "Andel", "Fel"), ("Bra", 0.125, "#N/A"), ("Kort", 1, "#DIV/0!")):
        book.active.append(row)
    book.active["B2"].number_format = book.active["B3"].number_format = "0.0%"
    for title, hidden in (("Namn", True), ("Träff 2", False)):
        other = book.create_sheet(title)
        other.sheet_state = "hidden" if hidden else "visible"
        for row in [("Svar", "Namn", "Pnr", "Ort")] * (9 if hidden else 2):
            other.append(row if hidden else row[:1])
    made = io.BytesIO()
    book.save(made)
    table = table_from(made.getvalue(), "svar.xlsx")
    assert as_rows(table) == [
        ("Svar", "Andel", "Fel"),
        ("Bra", "12.5 %", ""),
        ("Kort", "100 %", ""),
    ]
    assert table.unread == ("Träff 2",)
