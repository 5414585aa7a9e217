"""Which of our kinds a row of a spreadsheet form becomes, with its options."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from surveys.questionnaire.expression_tree import Truth, written
from surveys.questionnaire.expressions import ExpressionError, parse
from surveys.questionnaire.languages import Text
from surveys.questionnaire.xlsform.carrying import Carrier, Known, Sort
from surveys.questionnaire.xlsform.form import Entry, Form
from surveys.questionnaire.xlsform.naming import Ids
from surveys.questionnaire.xlsform.sheets import Row
from surveys.questionnaire.xlsform.speech import OTHER, Speech, piped
from surveys.questionnaire.xlsform.xpath import Refused, read

Raw = dict[str, Any]
Find = Callable[[str, bool], Known]

MOST_CHOICES = 500
MOST_OPTIONS = 20_000
MOST_STEPS = 11

_SIMPLE: Mapping[str, tuple[str, Sort, Raw]] = {
    "text": ("text", "text", {}),
    "integer": ("number", "number", {"decimals": 0}),
    "decimal": ("number", "number", {"decimals": 6}),
    "percentage": ("number", "number", {"decimals": 0, "min": 0, "max": 100}),
    "note": ("note", "other", {}),
    "date": ("date", "day", {}),
    "datetime": ("date", "day", {}),
    "time": ("time", "day", {}),
    "geopoint": ("location", "other", {}),
    "image": ("photo", "other", {}),
    "file": ("file", "other", {}),
}
_CHOOSING: Mapping[str, tuple[str, Sort]] = {
    "select_one": ("single", "choice"),
    "select_multiple": ("multi", "choices"),
    "rank": ("rank", "other"),
}
_AGREED = {"OK": "yes", "yes": "yes"}


@dataclass(slots=True)
class Made:
    """What a row became: kind and keys of ours, and how expressions see it."""

    kind: str
    sort: Sort
    keys: Raw = field(default_factory=dict)
    text: Text = field(default_factory=dict)
    help: Text = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Rows:
    """The form that rows belong to, its languages, and the ids that the names of its lists have become."""

    form: Form
    speech: Speech
    _lists: dict[str, dict[str, str]] = field(default_factory=dict)
    _given: int = 0

    def ids(self, name: str) -> dict[str, str]:
        """The ids of a list's choices by their names. Raises Refused for a list that cannot be used."""
        if name not in self._lists:
            self._lists[name] = self._named(name)
        self._given += len(self._lists[name])
        if self._given > MOST_OPTIONS:
            raise Refused(name, "choices_many")
        return self._lists[name]

    def _named(self, name: str) -> dict[str, str]:
        rows = self.form.lists.get(name, [])
        if not rows:
            raise Refused(name, "list_missing")
        if len(rows) > MOST_CHOICES:
            raise Refused(name, "choices_many")
        ids, given = Ids(), dict[str, str]()
        for row in rows:
            choice = row.cells["name"]
            if choice in given:
                raise Refused(choice, "choice_double")
            given[choice] = ids.give(choice, "n")
            if given[choice] != choice:
                facts = {"name": choice[:60], "id": given[choice]}
                self.form.advise_on_choices("choices_renamed", **facts)
        return given


def make(entry: Entry, rows: Rows, find: Find) -> Made | None:
    """What a row becomes; None when there is nothing in it. Raises Refused."""
    if entry.kind == "calculate":
        return _calculation(entry, find)
    if entry.kind == "hidden":
        value = entry.row.cells.get("default", "")
        return Made("hidden", "calculation", {"value": value})
    made = _asked(entry, rows, find)
    cells = entry.row.cells
    made.text = rows.speech.texts(cells, "label")
    made.help = rows.speech.texts(cells, "hint")
    if not made.text:
        made.text, made.help = made.help, {}
    if made.text:
        return made
    if entry.kind == "note":
        return None
    raise Refused(entry.name, "label_missing")


def _asked(entry: Entry, rows: Rows, find: Find) -> Made:
    if entry.kind in _CHOOSING:
        return _choosing(entry, rows, find)
    if entry.kind == "range":
        return _range(entry, rows.speech)
    if entry.kind == "acknowledge":
        return Made("consent", "choice", options=_AGREED)
    if entry.kind == "datetime":
        rows.form.advise("only_day", entry.row.number, "type")
    kind, sort, keys = _SIMPLE[entry.kind]
    return Made(kind, sort, dict(keys))


def _calculation(entry: Entry, find: Find) -> Made:
    source = entry.row.cells.get("calculation", "")
    if not source:
        raise Refused(entry.name, "calculation_missing")
    return Made("calculate", "calculation", {"value": Carrier(find).operand(read(source))})


def _choosing(entry: Entry, rows: Rows, find: Find) -> Made:
    kind, sort = _CHOOSING[entry.kind]
    ids = rows.ids(entry.listed)
    source = entry.row.cells.get("choice_filter", "")
    options = []
    for row in rows.form.lists[entry.listed]:
        option = _option(row, ids, rows, numbered=kind == "single")
        shown = _filtered(source, row, find) if source else Truth(True)
        if shown == Truth(False):
            continue
        if shown != Truth(True):
            option["show_if"] = shown
        options.append(option)
    if entry.other:
        other = Ids()
        for each in ids.values():
            other.give(each, "n")
        texts = rows.speech.same(OTHER, OTHER["en"])
        options.append({"id": other.give("other", "n"), **texts, "open_text": True})
        ids = {**ids, "other": options[-1]["id"]} if "other" not in ids else ids
    if len(options) < 2:
        raise Refused(entry.listed, "choices_few")
    return Made(kind, sort, {"options": options}, options=ids)


def _option(row: Row, ids: Mapping[str, str], rows: Rows, *, numbered: bool) -> Raw:
    name = row.cells["name"]
    texts = piped(rows.speech.texts(row.cells, "label"), lambda _name: None)
    if not texts:
        texts = {"sv": name}
        rows.form.advise_on_choices("choice_label", name=name[:60])
    option: Raw = {"id": ids[name]}
    if numbered and re.fullmatch(r"-?[0-9]{1,9}", name):
        option["value"] = int(name)
    return {**option, **texts}


def _filtered(source: str, row: Row, find: Find) -> str | Truth:
    condition = Carrier(find, columns=row.cells).condition(read(source))
    if isinstance(condition, Truth):
        return condition
    text = written(condition)
    try:
        parse(text)
    except ExpressionError:
        raise Refused(source) from None
    return text


def _range(entry: Entry, speech: Speech) -> Made:
    written_in = entry.row.cells.get("parameters", "")
    start, end, step = _parameters(written_in)
    steps = int((end - start) / step) if step else -1
    whole = all(number == int(number) for number in (start, end, step))
    if steps < 1:
        raise Refused(written_in or "–", "range_wrong")
    if not whole or steps >= MOST_STEPS:
        decimals = 0 if whole else 6
        limits = {"min": float(start), "max": float(end)}
        return Made("number", "number", {"decimals": decimals, **limits})
    values = [int(start) + number * int(step) for number in range(steps + 1)]
    options = [
        {"id": f"n{value}".replace("-", "_"), "value": value, **speech.same({}, str(value))}
        for value in values
    ]
    return Made("scale", "number", {"options": options})


def _parameters(text: str) -> tuple[Decimal, Decimal, Decimal]:
    found = {"start": "0", "end": "10", "step": "1"}
    found.update(re.findall(r"(\w+)\s*=\s*([^\s,;]+)", text))
    try:
        start, end, step = (Decimal(found[key]) for key in ("start", "end", "step"))
    except InvalidOperation:
        raise Refused(text, "range_wrong") from None
    if not all(number.is_finite() and abs(number) < 10**9 for number in (start, end, step)):
        raise Refused(text, "range_wrong")
    if step.is_zero() or abs(step) < Decimal("0.000001"):
        raise Refused(text, "range_wrong")
    return (end, start, -step) if step < 0 else (start, end, step)
