"""A spreadsheet form as rows that know their group, lists of choices, and settings."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field

from surveys.questionnaire.xlsform.columns import (
    COLUMNS,
    META,
    PLAIN,
    REFUSED,
    SPOKEN,
    column_name,
    split_type,
)
from surveys.questionnaire.xlsform.sheets import Row, Sheet
from surveys.questionnaire.xlsform.troubles import Trouble, trouble

_READ = frozenset(
    {
        *("type", "name", "label", "hint", "relevant", "constraint", "constraint_message"),
        *("calculation", "choice_filter", "repeat_count", "disabled", "parameters"),
    }
)
_UNREAD = frozenset(
    {
        *("guidance_hint", "required", "required_message", "readonly", "default", "appearance"),
        *(
            "trigger",
            "image",
            "big-image",
            "audio",
            "video",
            "media",
            "autoplay",
            "save_to",
            "skip",
        ),
        *("body", "bind", "instance", "note", "notes", "comment", "comments", "$given_name"),
    }
)
_YES = frozenset({"yes", "true", "true()"})
DEEPEST = 20
MOST_ROWS = 2_000
KINDS = ("select_one", "select_multiple", "rank")


@dataclass(slots=True)
class Block:
    """A group or a repeat around rows."""

    row: Row
    repeat: bool
    name: str
    around: tuple[Block, ...]
    loop: tuple[str, ...] = ()
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that asks, tells or calculates, or the beginning or end of a block."""

    row: Row
    kind: str
    listed: str
    other: bool
    around: tuple[Block, ...]

    @property
    def name(self) -> str:
        """The name as it was written."""
        return self.row.cells.get("name", "")


@dataclass(slots=True)
class Form:
    """What a workbook holds. Rows that are ignored or refused are told in `troubles` and counted."""

    entries: list[Entry] = field(default_factory=list)
    lists: dict[str, list[Row]] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    set_aside: dict[str, str] = field(default_factory=dict)
    """Names of rows that collect facts about the person or the phone, and what they collect."""
    read: int = 0
    ignored: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)

    def refuse(self, row: int, code: str, column: str | None = None, /, **facts: object) -> None:
        """The row is not carried over."""
        self.refused.add(row)
        self.troubles.append(trouble(code, row, column, **facts))

    def advise_on_choices(self, code: str, **facts: object) -> None:
        """Said once about the sheet of choices."""
        if all(told.code != code for told in self.troubles):
            self.troubles.append(trouble(code, None, None, "choices", **facts))

    def advise(self, code: str, row: int | None, column: str | None, /, **facts: object) -> None:
        """The row is carried over, but not all of it."""
        self.troubles.append(trouble(code, row, column, **facts))


def named(sheet: Sheet) -> Sheet:
    """The sheet with the names that columns have today."""
    names = {header: column_name(header) for header in sheet.headers}
    rows = []
    for row in sheet.rows:
        cells: dict[str, str] = {}
        for header, cell in row.cells.items():
            cells.setdefault(names[header], cell)
        rows.append(Row(row.number, cells))
    headers: dict[str, str] = {}
    for header, written in sheet.headers.items():
        headers.setdefault(names[header], written)
    return Sheet(sheet.name, headers, rows, sheet.cut)


def read_form(sheets: dict[str, Sheet]) -> Form:
    """The form. Without the sheet `survey` or its column `type` it has only troubles."""
    form = Form()
    survey = sheets.get("survey")
    if survey is None:
        known = ", ".join(name[:40] for name in sheets) or "–"
        form.troubles.append(trouble("sheet_missing", None, None, None, known=known))
        return form
    if "type" not in survey.headers:
        form.troubles.append(trouble("column_missing", None, "type"))
        form.read = len(survey.rows)
        form.refused = {row.number for row in survey.rows}
        return form
    if survey.cut or len(survey.rows) > MOST_ROWS:
        survey.rows[MOST_ROWS:] = []
        form.troubles.append(trouble("form_too_long", limit=MOST_ROWS))
    for row in sheets["settings"].rows[:1] if "settings" in sheets else ():
        form.settings = dict(row.cells)
    for row in sheets["choices"].rows if "choices" in sheets else ():
        if (name := row.cells.get("list_name")) and row.cells.get("name"):
            form.lists.setdefault(name, []).append(row)
    _tell_columns(form, survey)
    _read_rows(form, survey)
    return form


def _tell_columns(form: Form, survey: Sheet) -> None:
    for column, written in survey.headers.items():
        kind = column.partition("::")[0]
        first = next((row.number for row in survey.rows if column in row.cells), None)
        if first is None or kind in _READ or kind.startswith(("dalalab", "_")):
            continue
        if kind in _UNREAD or kind.startswith(("media", "bind", "body", "instance")):
            form.advise("column_ignored", first, written, column=written[:60])
        else:
            near = _near(kind, (*_READ, *_UNREAD, *COLUMNS))
            form.advise("column_unknown", first, written, column=written[:60], near=near)


def _near(word: str, known: tuple[str, ...]) -> str:
    found = difflib.get_close_matches(word[:60], known, n=1, cutoff=0.5)
    return found[0] if found else ", ".join(known[:6])


def _read_rows(form: Form, survey: Sheet) -> None:
    around: tuple[Block, ...] = ()
    for row in survey.rows:
        form.read += 1
        if len(around) > DEEPEST:
            form.refused.add(row.number)
        elif not _set_aside(form, row):
            around = _read_row(form, row, around)
    for block in around:
        form.refuse(block.row.number, "begin_unmatched", "type", name=block.name[:60])


def _set_aside(form: Form, row: Row) -> bool:
    """Whether the row asks nothing: switched off, a comment, or facts about person and phone."""
    kind = split_type(row.cells.get("type", ""))[0]
    if row.cells.get("disabled", "").lower() in _YES or _is_comment(row):
        form.advise("row_ignored", row.number, None)
    elif kind in META or _is_setting(kind, row):
        form.advise("meta_ignored", row.number, "type")
        form.set_aside[row.cells.get("name", "")] = kind
    else:
        return False
    form.ignored.add(row.number)
    return True


def _read_row(form: Form, row: Row, around: tuple[Block, ...]) -> tuple[Block, ...]:
    """Reads one row; the blocks that are around the next one."""
    kind, listed, other = split_type(row.cells.get("type", ""))
    if not kind:
        form.refuse(row.number, "type_missing", "type")
    elif kind in {"begin_group", "begin_repeat"}:
        block = Block(row, kind == "begin_repeat", row.cells.get("name", ""), around)
        form.entries.append(Entry(row, kind, "", False, around))
        if len(around) == DEEPEST:
            form.refuse(row.number, "group_deep", "type", limit=DEEPEST)
        return (*around, block)
    elif kind not in {"end_group", "end_repeat"}:
        _read_question(form, Entry(row, kind, listed, other, around))
    elif not around or around[-1].repeat != (kind == "end_repeat"):
        form.refuse(row.number, "end_unmatched", "type")
    else:
        form.entries.append(Entry(row, kind, "", False, around))
        return around[:-1]
    return around


def _read_question(form: Form, entry: Entry) -> None:
    if entry.kind in REFUSED or entry.kind.endswith("_from_file"):
        form.refuse(entry.row.number, "type_refused", "type", type=entry.kind)
    elif entry.kind not in PLAIN and not (entry.kind in KINDS and entry.listed):
        near = _near(entry.kind, (*KINDS, *sorted(PLAIN - META - REFUSED)))
        form.refuse(entry.row.number, "type_unknown", "type", type=entry.kind[:60], near=near)
    elif "calculation" in entry.row.cells and entry.kind != "calculate":
        form.advise("column_ignored", entry.row.number, "calculation", column="calculation")
    form.entries.append(entry)


def _is_comment(row: Row) -> bool:
    spoken = any(column.partition("::")[0] in SPOKEN for column in row.cells)
    return not ({"type", "name"} & row.cells.keys() or spoken)


def _is_setting(kind: str, row: Row) -> bool:
    return kind in {"set", "form_id", "form_title"} or row.cells.get("type", "").startswith("set ")
