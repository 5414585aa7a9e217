"""Our questionnaires as spreadsheet forms: accepted by the format's own reader, and read back as they were."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from pyxform.xls2xform import convert

from surveys.questionnaire.loading import load_questionnaire
from surveys.questionnaire.models import Questionnaire
from surveys.questionnaire.xlsform.importing import import_form
from surveys.questionnaire.xlsform.workbook import workbook

ROOT = Path(__file__).parents[3]
FILES = [
    *sorted(path for path in (ROOT / "surveys" / "library").glob("[a-z]*.toml")),
    *sorted((ROOT / "tests" / "data").glob("every_*.toml")),
]


def load(path: Path) -> Questionnaire:
    return load_questionnaire(path.read_text("utf-8"), path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_another_tool_accepts_it_without_a_warning(path: Path) -> None:
    warnings: list[str] = []
    made = io.BytesIO(workbook(load(path)))
    assert convert(made, file_type=".xlsx", validate=False, warnings=warnings).xform
    assert warnings == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_comes_back_as_the_same_questionnaire(path: Path) -> None:
    questionnaire = load(path)
    made = import_form(workbook(questionnaire), "form.xlsx")
    assert made.whole, [trouble.line_in("en") for trouble in made.troubles]
    assert made.questionnaire is not None
    assert made.questionnaire.version() == questionnaire.version()


def changed(questionnaire: Questionnaire, header: str, name: str, said: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(workbook(questionnaire)))
    sheet = book["survey"]
    column = [cell.value for cell in sheet[1]].index(header) + 1
    row = [cell.value for cell in sheet["B"]].index(name) + 1
    sheet.cell(row, column, said)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def test_a_text_that_was_changed_in_the_spreadsheet_is_taken() -> None:
    questionnaire = load(ROOT / "tests" / "data" / "every_kind.toml")
    content = changed(questionnaire, "label::English (en)", "comment", "What shall stay?")
    made = import_form(content, "form.xlsx")
    assert made.whole
    assert made.questionnaire is not None
    before = {each.id: each for each in questionnaire.question}
    for each in made.questionnaire.question:
        if each.id == "comment":
            assert each.text["en"] == "What shall stay?"
        else:
            assert each == before[each.id]


def test_other_changes_are_read_as_in_anybodys_form() -> None:
    questionnaire = load(ROOT / "tests" / "data" / "every_kind.toml")
    content = changed(questionnaire, "relevant", "visits", "${role} = 'other'")
    made = import_form(content, "form.xlsx")
    assert made.questionnaire is not None
    asked = {each.id: each for each in made.questionnaire.question}
    assert asked["visits"].show_if == "role in ['other']"
    assert "own_changed" in {trouble.code for trouble in made.troubles}


@pytest.mark.parametrize(
    "condition",
    [
        "role in ['other'] and not answered(visits)",
        "'food' in best or count(best) = 2",
        "usefulness in ['small', 'not_at_all']",
        "people / 2 + 1 > 3 and (people < 9 or people = 20)",
        "coalesce(people, 0) >= 1 or round(people / 3, 1) = 2.5",
        "matches(visits, '[a-z]+') and length(visits) > 2",
    ],
)
def test_a_condition_says_the_same_there_and_back(condition: str) -> None:
    source = (ROOT / "tests" / "data" / "every_kind.toml").read_text("utf-8")
    source += f'''
[[question]]
id = "last"
kind = "text"
show_if = "{condition}"
text = {{sv = "Sist?", en = "Last?", ar = "؟"}}
'''
    book = openpyxl.load_workbook(io.BytesIO(workbook(load_questionnaire(source, "form.toml"))))
    del book["_dalalab"]
    packed = io.BytesIO()
    book.save(packed)
    made = import_form(packed.getvalue(), "form.xlsx")
    assert made.questionnaire is not None
    back = made.questionnaire.question[-1].show_if
    assert back is not None
    assert meaning(back) == meaning(condition)


def meaning(condition: str) -> set[str]:
    """The condition without the order of what `or` joins."""
    many = re.sub(r"(\w+) in \[([^]]*)\]", each_of, condition)
    return set(re.split(r" or ", many.replace("(", "").replace(")", "")))


def each_of(found: re.Match[str]) -> str:
    return " or ".join(f"{found[1]} in [{option}]" for option in found[2].split(", "))


def test_no_cell_is_a_formula() -> None:
    source = (ROOT / "tests" / "data" / "every_kind.toml").read_text("utf-8")
    source = source.replace("Nu börjar det.", '=HYPERLINK(\\"x\\")').replace("Samtalen", "@cmd")
    made = workbook(load_questionnaire(source, "form.toml"))
    book = openpyxl.load_workbook(io.BytesIO(made))
    cells = [cell for sheet in book for row in sheet for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert {'=HYPERLINK("x")', "@cmd"} <= {cell.value for cell in cells}
