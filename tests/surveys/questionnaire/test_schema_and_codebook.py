"""What others are told about the format and about a questionnaire."""

from __future__ import annotations

import csv
import io
import tomllib
from pathlib import Path
from typing import Any

import pytest

from surveys.questionnaire.codebook import COLUMNS, as_csv, as_markdown, codebook
from surveys.questionnaire.loading import load_questionnaire
from surveys.questionnaire.schema import file_schema

ROOT = Path(__file__).parents[3]
FILES = [
    *sorted((ROOT / "surveys" / "library").glob("[a-z]*.toml")),
    *sorted((ROOT / "tests" / "data").glob("every_*.toml")),
]
SCHEMA = file_schema()


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """The part of JSON Schema that ours uses."""
    if "$ref" in schema:
        return fits(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]])
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices is not None:
        return any(fits(value, each) for each in choices)
    if "const" in schema or "enum" in schema:
        return value in schema.get("enum", [schema.get("const")])
    if schema.get("type") == "object":
        known = schema.get("properties", {})
        named = all(fits(each, known[key]) for key, each in value.items() if key in known)
        extra = schema.get("additionalProperties", True)
        free = [each for key, each in value.items() if key not in known]
        others = (
            not free
            if extra is False
            else all(fits(e, extra or {}) for e in free if extra is not True)
        )
        return named and others and set(schema.get("required", ())) <= value.keys()
    if schema.get("type") == "array":
        return isinstance(value, list) and all(fits(each, schema["items"]) for each in value)
    types = {
        "string": str,
        "integer": int,
        "number": int | float,
        "boolean": bool,
        "null": type(None),
    }
    return isinstance(value, types[schema["type"]]) if "type" in schema else True


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_as_they_are_written_fit_the_schema(path: Path) -> None:
    raw = tomllib.loads(path.read_text("utf-8"))
    body = {**raw, "question": []}
    assert fits(body, SCHEMA)
    for question in raw["question"]:
        assert fits(question, SCHEMA["properties"]["question"]["items"]), question


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "tekst"},
        {"txet": {"sv": "A"}},
        {"text": {"en": "A"}},
        {"scale": "degree9"},
        {"id": 3},
    ],
)
def test_what_is_wrong_does_not_fit(change: dict[str, Any]) -> None:
    question = {"id": "a", "kind": "scale", "scale": "degree5", "text": {"sv": "A"}}
    items = SCHEMA["properties"]["question"]["items"]
    assert fits(question, items)
    assert not fits({**question, **change}, items)


def test_the_codebook_has_every_question_and_answer() -> None:
    source = (ROOT / "tests" / "data" / "every_kind.toml").read_text("utf-8")
    questionnaire = load_questionnaire(source, "every_kind.toml")
    rows = codebook(questionnaire, "en")
    assert [row[0] for row in rows if row[1]] == [each.id for each in questionnaire.question]
    read = list(csv.reader(io.StringIO(as_csv(rows).decode("utf-8-sig"))))
    assert tuple(read[0]) == COLUMNS
    assert len(read) == len(rows) + 1
    assert ["usefulness", "", "", "", "some", "3", "To some extent", "", "", "", ""] in read
    page = as_markdown(rows, "Every | kind").decode()
    assert page.startswith("# Every \\| kind\n")
    assert len(page.splitlines()) == len(rows) + 4


def test_no_cell_of_the_codebook_is_a_formula() -> None:
    source = (ROOT / "tests" / "data" / "every_kind.toml").read_text("utf-8")
    source = source.replace("Here it begins.", "=1+1").replace("The talks", "@SUM(A1)")
    rows = codebook(load_questionnaire(source, "every_kind.toml"), "en")
    cells = [cell for row in csv.reader(io.StringIO(as_csv(rows).decode())) for cell in row]
    assert {"'=1+1", "'@SUM(A1)"} <= set(cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
