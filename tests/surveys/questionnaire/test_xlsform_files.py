"""Whatever a file holds, reading it ends with an answer, in bounded time and memory."""

from __future__ import annotations

import io
import json
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from surveys.questionnaire.loading import check_questionnaire, library_questionnaire
from surveys.questionnaire.xlsform.importing import import_form
from surveys.questionnaire.xlsform.returning import Imported
from surveys.questionnaire.xlsform.sheets import LARGEST_UNPACKED
from surveys.questionnaire.xlsform.workbook import workbook
from tests.often import often

ENDINGS = st.sampled_from(["xlsx", "xls", "csv", "md"])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
QUICKLY = often(150, HealthCheck.data_too_large)

HEADERS = [
    *("type", "name", "label", "hint", "relevant", "constraint", "calculation", "choice_filter"),
    *("repeat_count", "label::Svenska (sv)", "label::X", "parameters", "disabled", "list_name", ""),
]
TYPES = [
    *("text", "integer", "decimal", "note", "range", "select_one a", "select_multiple a or_other"),
    *("rank a", "calculate", "hidden", "begin group", "end group", "begin repeat", "end repeat"),
    *("acknowledge", "date", "geopoint", "image", "file", "start", "select_one", "", "or_other"),
]
PARTS = [
    *("${a}", "${b}", "${c", "'a'", "1", ".", "(", ")", "and", "or", "not(", "selected(", ",", "="),
    *("!=", "<", "+", "div", "if(", "true()", "today()", "regex(", "-", "count-selected(", "x"),
]
WORDS = st.one_of(
    st.sampled_from(
        ["a", "b", "c", "d", "å-1", "1", "yes", "", "{x}", "${a}", "Svar ${b} {", "and"]
    ),
    st.lists(st.sampled_from(PARTS), max_size=7).map(" ".join),
    st.text(max_size=12),
)
CELLS = st.one_of(st.sampled_from(TYPES), WORDS)


def answered(made: Imported) -> None:
    assert made.read == made.imported + made.ignored + made.refused
    assert made.imported >= 0
    if made.source is None:
        assert any(trouble.severity == "error" for trouble in made.troubles)
        return
    loaded, problems = check_questionnaire(made.source, "form.toml")
    assert loaded is not None
    assert [each for each in problems if each.severity == "error"] == []


@QUICKLY
@given(st.binary(max_size=400), ENDINGS, st.sampled_from([b"", b"PK\x03\x04", OLE, b"\xff\xfe"]))
def test_any_bytes(content: bytes, ending: str, start: bytes) -> None:
    answered(import_form(start + content, f"form.{ending}"))


@QUICKLY
@given(st.text(max_size=400), ENDINGS)
def test_any_text(content: str, ending: str) -> None:
    answered(import_form(content.encode("utf-8", "surrogatepass"), f"form.{ending}"))


def grids() -> st.SearchStrategy[list[list[str]]]:
    row = st.tuples(st.sampled_from(TYPES), *[CELLS for _ in range(6)]).map(list)
    return st.lists(row, max_size=8)


@QUICKLY
@given(
    st.lists(st.sampled_from(HEADERS), min_size=6, max_size=6),
    grids(),
    st.lists(st.lists(WORDS, min_size=3, max_size=3), max_size=5),
)
@pytest.mark.slow
def test_any_grid_of_cells(
    headers: list[str], rows: list[list[str]], choices: list[list[str]]
) -> None:
    book = openpyxl.Workbook()
    survey = book.active
    survey.title = "survey"
    listed = book.create_sheet("choices")
    for sheet, cells in ((survey, [["type", *headers], *rows]), (listed, choices)):
        for row in cells:
            sheet.append(list(map(legal, row)))
    listed.insert_rows(1)
    for column, name in enumerate(("list_name", "name", "label"), 1):
        listed.cell(1, column, name)
    packed = io.BytesIO()
    book.save(packed)
    answered(import_form(packed.getvalue(), "form.xlsx"))


def legal(cell: str) -> str:
    """What openpyxl agrees to write, as a string."""
    plain = "".join(sign for sign in cell if sign.isprintable())
    return f" {plain}" if plain.startswith("=") else plain


def own_workbook(body: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(workbook(library_questionnaire("session_evaluation"))))
    sheet = book["_dalalab"]
    sheet.delete_rows(2, sheet.max_row)
    sheet.cell(2, 1, body)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["a", "sv", "a b", "="]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["sv", "en", "id", "a b", "", "kind", "label"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@QUICKLY
@given(st.data())
@pytest.mark.slow
def test_any_sheet_of_our_own(data: st.DataObject) -> None:
    body = library_questionnaire("session_evaluation").body()
    place = data.draw(st.sampled_from([body, body["title"], *body["question"], *body["dimension"]]))
    key = data.draw(
        st.sampled_from([*place, "loop", "show_if", "valid_if", "value", "a b", "scale"])
    )
    place[key] = data.draw(JSON)
    answered(import_form(own_workbook(json.dumps(body)), "form.xlsx"))


@pytest.mark.parametrize("body", ["", "{", "[]", "1", "[" * 5000, '{"question": 1}', "1" * 9000])
def test_a_sheet_of_our_own_that_is_damaged(body: str) -> None:
    answered(import_form(own_workbook(body), "form.xlsx"))


@pytest.mark.parametrize(
    "source",
    [
        "begin group,a,A\n" * 3000,
        "calculate,c,,${d}\n" * 3000,
        "note,n,${a} " + "{" * 4000 + "\n" + "text,a,A\n" * 2000,
        "text,q,Q," + "(" * 4000 + "\n",
        "text,q,Q," + "not(" * 900 + "\n",
        "text,q,Q," + "${q} = 1 and " * 400 + "1\n",
        "text,q,Q," + "1" + " + 1" * 900 + "\n",
        "text,q,Q," + "1" + " = 1" * 900 + "\n",
        "text,q,Q," + "-" * 4000 + "1\n",
        "begin repeat,a,A\n" * 15 + "text,a,A\n" + "end repeat,,\n" * 15,
    ],
)
def test_what_is_made_to_take_long_does_not(source: str) -> None:
    answered(import_form(f"type,name,label,relevant\n{source}".encode(), "form.csv"))


def test_a_file_that_unpacks_to_too_much_is_not_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.xml", b"0" * (LARGEST_UNPACKED // 2))
    (trouble,) = import_form(packed.getvalue(), "form.xlsx").troubles[:1]
    assert trouble.code == "form_unreadable"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7", "form.xlsx"),
        (b"<!DOCTYPE html><table>", "form.xls"),
        (b"", "form.csv"),
        (OLE + bytes(600), "form.xls"),
        (b"PK\x03\x04", "form.xlsx"),
    ],
)
def test_what_is_no_spreadsheet_is_told(content: bytes, name: str) -> None:
    made = import_form(content, name)
    assert made.source is None
    assert made.troubles


def test_a_workbook_is_read_as_the_table_it_is() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Survey"
    for row in [["TYPE", "name ", "label"], [], ["integer", "a", 2.0], ["text", "b", True]]:
        book.active.append(row)
    packed = io.BytesIO()
    book.save(packed)
    made = import_form(packed.getvalue(), "form.xlsx")
    assert made.questionnaire is not None
    assert [each.text["sv"] for each in made.questionnaire.question] == ["2", "TRUE"]
