"""Our own workbooks come back as they were: changed texts are taken, and nothing is lost."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from surveys.questionnaire.expressions import ExpressionError
from surveys.questionnaire.languages import is_language
from surveys.questionnaire.loading import check_questionnaire, scales
from surveys.questionnaire.models import Questionnaire
from surveys.questionnaire.toml_text import toml_text
from surveys.questionnaire.xlsform.columns import language_tag
from surveys.questionnaire.xlsform.sheets import Sheet, clean
from surveys.questionnaire.xlsform.speech import PIPE
from surveys.questionnaire.xlsform.troubles import Trouble, trouble
from surveys.questionnaire.xlsform.workbook import OWN_SHEET
from surveys.questionnaire.xlsform.writing import Cells, rows_of

if TYPE_CHECKING:
    from surveys.questionnaire.problems import Problem

Raw = dict[str, Any]
_TEXTS = {"label": "text", "hint": "help", "constraint_message": "valid_text"}
_MOST_TURNS = 5_000


@dataclass(slots=True)
class Imported:
    """What came of a form. `source` is the file to write, None when there is nothing to ask."""

    source: str | None = None
    questionnaire: Questionnaire | None = None
    read: int = 0
    ignored: int = 0
    refused: int = 0
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def imported(self) -> int:
        """Rows that were carried over; every row read is imported, ignored or refused."""
        return self.read - self.ignored - self.refused

    @property
    def whole(self) -> bool:
        """Whether everything came along."""
        return self.source is not None and all(each.severity != "error" for each in self.troubles)


@dataclass(frozen=True, slots=True)
class _Change:
    """A cell that says something else than we wrote."""

    key: str
    column: str
    said: str


def returned(sheets: dict[str, Sheet]) -> Imported | list[Trouble]:
    """The questionnaire of a workbook that we wrote; else what is to be said before it is read as a form."""
    own, survey = sheets.get(OWN_SHEET), sheets.get("survey")
    if own is None or survey is None:
        return []
    body = _body("".join(row.cells.get("questionnaire", "") for row in own.rows))
    changes = None if body is None else _changes(Questionnaire.model_validate(body), sheets)
    if body is None or changes is None or not all(_take(change, body) for change in changes):
        return [trouble("own_changed", None, None, None)]
    source = toml_text(raw_of(body))
    questionnaire, problems = check_questionnaire(source, "")
    errors = [found for found in problems if found.severity == "error"]
    if questionnaire is None or errors:
        return [_told(found) for found in errors[:1]]
    return Imported(source, questionnaire, len(survey.rows))


def _told(found: Problem) -> Trouble:
    why = {"why_sv": found.text["sv"], "why_en": found.text["en"]}
    remedy = {"remedy_sv": found.remedy["sv"], "remedy_en": found.remedy["en"]}
    return trouble("not_accepted", None, None, None, **why, **remedy)


def _body(text: str) -> Raw | None:
    """The questionnaire's canonical body, if it is one that our check accepts."""
    try:
        body: Raw = json.loads(text)
        questionnaire = Questionnaire.model_validate(body)
        raw = raw_of(questionnaire.body())
    except (ValueError, ValidationError, RecursionError):
        return None
    checked, problems = check_questionnaire(toml_text(raw), "")
    if checked is None or any(found.severity == "error" for found in problems):
        return None
    return questionnaire.body() if _turns(questionnaire) <= _MOST_TURNS else None


def _turns(questionnaire: Questionnaire) -> int:
    """At most so many rows come of it."""
    items = {each.id: len(each.items) + 1 for each in questionnaire.dimension}
    return sum(
        math.prod(items.get(dimension, 1) for dimension in question.loop)
        * (1 + len(getattr(question, "rows", ())) + len(getattr(question, "options", ())))
        for question in questionnaire.question
    )


def _changes(questionnaire: Questionnaire, sheets: dict[str, Sheet]) -> list[_Change] | None:
    """The texts that were changed; None when anything else was."""
    try:
        rows = rows_of(questionnaire)
    except (ExpressionError, KeyError):
        return None
    found: list[_Change] = []
    for name, expected in (("survey", rows.survey), ("choices", rows.choices)):
        sheet = sheets.get(name)
        seen = [row.cells for row in sheet.rows] if sheet is not None else []
        if len(seen) != len(expected):
            return None
        for before, now in zip(expected, seen, strict=True):
            changed = list(_changed(name, before, now))
            if any(change is None for change in changed):
                return None
            found += [change for change in changed if change is not None]
    return found


def _changed(sheet: str, before: Cells, now: Cells) -> Iterator[_Change | None]:
    was = {column: said for column, cell in before.items() if (said := clean(cell))}
    key = was["name"] if sheet == "survey" else f"{was['list_name']}/{was['name']}"
    for column in {**was, **now}:
        if was.get(column) != now.get(column):
            spoken = column.partition("::")[0] in _TEXTS
            new = now.get(column)
            yield _Change(key, column, new) if spoken and new else None


def _take(change: _Change, body: Raw) -> bool:
    """Puts a changed text in its place; False when it has none of its own."""
    kind, _, written = change.column.partition("::")
    tag = language_tag(written) if written else "sv"
    if tag is None or "/" in change.key:
        return False
    said = PIPE.sub(r"{\1|…}", change.said)
    for question in body["question"]:
        if question["id"] == change.key and _TEXTS[kind] in question:
            question[_TEXTS[kind]][tag] = said
            return True
    return False


def raw_of(body: Raw) -> Raw:
    """A questionnaire's body as it is written in a file: texts beside ids, shared scales by name."""
    raw = dict(body)
    if "dimension" in raw:
        raw["dimension"] = [_dimension(each) for each in raw["dimension"]]
    raw["question"] = [_question(each) for each in raw["question"]]
    return raw


def _dimension(dimension: Raw) -> Raw:
    raw = dict(dimension)
    if "items" in raw:
        raw["items"] = list(map(_labelled, raw["items"]))
    if "always_last" in raw:
        raw["always_last"] = _labelled(raw["always_last"])
    return raw


def _question(question: Raw) -> Raw:
    raw = dict(question)
    for part in ("options", "outside", "rows"):
        if part in raw:
            raw[part] = list(map(_labelled, raw[part]))
    if raw.get("kind") == "yes_no":
        raw.pop("options", None)
    if raw.get("scale") in scales()["scale"]:
        raw.pop("options", None)
        raw.pop("outside", None)
    return raw


def _labelled(entry: Raw) -> Raw:
    rest = {key: value for key, value in entry.items() if key not in {"id", "label"}}
    label = {tag: said for tag, said in entry.get("label", {}).items() if is_language(tag)}
    return {"id": entry["id"], **label, **rest}
