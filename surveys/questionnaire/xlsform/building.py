"""From rows to questions: what a row becomes, when it is shown, and which ids it gets."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from surveys.questionnaire.expression_tree import Condition, Tree, Truth, written
from surveys.questionnaire.expressions import ExpressionError, parse, parse_value
from surveys.questionnaire.xlsform.carrying import Carrier, Known, all_of
from surveys.questionnaire.xlsform.form import Block, Entry, Form
from surveys.questionnaire.xlsform.kinds import MOST_CHOICES, Made, Rows, make
from surveys.questionnaire.xlsform.limits import limit
from surveys.questionnaire.xlsform.naming import Ids
from surveys.questionnaire.xlsform.speech import PIPE, Speech, piped
from surveys.questionnaire.xlsform.xpath import Refused, read

Raw = dict[str, Any]

MOST_TIMES = 12
MOST_TURNS = 60
ASSUMED_TIMES = 3


@dataclass(slots=True)
class _Waiting:
    """A calculation whose questions have not all come yet: it may stand anywhere in a spreadsheet."""

    entry: Entry
    missing: set[str]


@dataclass(slots=True)
class Builder:
    """Turns a form's entries into questions, one after the other."""

    form: Form
    speech: Speech
    questions: list[tuple[int, Raw]] = field(default_factory=list)
    dimensions: list[Raw] = field(default_factory=list)
    _ids: Ids = field(default_factory=Ids)
    _known: dict[str, Known] = field(default_factory=dict)
    _settled: set[str] = field(default_factory=set)
    _counts: Counter[str] = field(default_factory=Counter)
    _blocks: dict[int, Block] = field(default_factory=dict)
    _conditions: dict[int, Condition] = field(default_factory=dict)
    _times: dict[str, int] = field(default_factory=dict)
    _loop: tuple[str, ...] = ()
    _waiting: dict[str, list[_Waiting]] = field(default_factory=dict)
    _ready: deque[_Waiting] = field(default_factory=deque)
    _rows: Rows = field(init=False)
    _deciding: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._rows = Rows(self.form, self.speech)

    def build(self) -> None:
        """Every entry; afterwards `questions` and `dimensions` hold what came of them."""
        self._deciding = self._find_deciding()
        asked = [each for each in self.form.entries if not each.kind.startswith(("begin", "end"))]
        self._counts.update(entry.name for entry in asked if entry.name)
        for entry in asked:
            if entry.kind == "calculate":
                self._wait(entry)
        for entry in self.form.entries:
            self._enter(entry)
            self._flush()
        left = {id(each): each for waiting in self._waiting.values() for each in waiting}
        for waiting in (*left.values(), *self._ready):
            self._add(waiting.entry)

    def _find_deciding(self) -> set[str]:
        """The names that some row's being asked, or its choices, depend on, through other calculations too."""
        rows = [entry.row for entry in self.form.entries]
        found = {
            name
            for row in rows
            for column in ("relevant", "choice_filter")
            for name in PIPE.findall(row.cells.get(column, ""))
        }
        sources = {
            entry.name: PIPE.findall(entry.row.cells.get("calculation", ""))
            for entry in self.form.entries
            if entry.kind == "calculate"
        }
        left = deque(found)
        while left:
            for name in sources.get(left.popleft(), ()):
                if name not in found:
                    found.add(name)
                    left.append(name)
        return found

    def _enter(self, entry: Entry) -> None:
        match entry.kind:
            case "begin_group" | "begin_repeat":
                self._begin(entry)
            case "end_group" | "end_repeat":
                if entry.around[-1].repeat:
                    self._loop = self._loop[:-1]
            case "calculate":
                return
            case _:
                self._add(entry)

    def _wait(self, entry: Entry) -> None:
        sources = [
            entry.row.cells.get("calculation", ""),
            entry.row.cells.get("relevant", ""),
            *(block.row.cells.get("relevant", "") for block in entry.around),
        ]
        needed = {name for source in sources for name in PIPE.findall(source)}
        waiting = _Waiting(entry, {name for name in needed if self._counts[name] == 1})
        for name in waiting.missing:
            self._waiting.setdefault(name, []).append(waiting)
        if not waiting.missing:
            self._ready.append(waiting)

    def _settle(self, name: str) -> None:
        self._settled.add(name)
        for waiting in self._waiting.pop(name, ()):
            waiting.missing.discard(name)
            if not waiting.missing:
                self._ready.append(waiting)

    def _flush(self) -> None:
        """Calculations that can be made here; those of another loop wait for it."""
        for _ in range(len(self._ready)):
            waiting = self._ready.popleft()
            loop = next((b.loop for b in reversed(waiting.entry.around) if b.repeat), ())
            entered = all(not b.repeat or b.loop for b in waiting.entry.around)
            if entered and loop == self._loop:
                self._add(waiting.entry)
            else:
                self._ready.append(waiting)

    def _begin(self, entry: Entry) -> None:
        row = entry.row
        block = self._block(entry)
        label = self.speech.texts(row.cells, "label")
        if block.repeat:
            self._repeat(entry, block)
        elif label:
            said = next(iter(label.values()))[:60]
            self.form.advise("group_label", row.number, "label", label=said)
        if (refused := self._refused_around(entry)) is not None:
            block.refused = True
            self.form.refuse(row.number, "group_refused", "name", name=refused[:60])
            return
        try:
            self._condition_of(block)
        except Refused as error:
            block.refused = True
            self.form.refuse(row.number, error.code, "relevant", part=error.what)

    def _block(self, entry: Entry) -> Block:
        if not self._blocks:
            for each in self.form.entries:
                self._blocks.update({block.row.number: block for block in each.around})
        alone = Block(entry.row, entry.kind == "begin_repeat", entry.name, entry.around)
        return self._blocks.setdefault(entry.row.number, alone)

    def _repeat(self, entry: Entry, block: Block) -> None:
        cells, row = entry.row.cells, entry.row.number
        name = entry.name or "repeat"
        turns = 1
        for outer in self._loop:
            turns *= self._times[outer]
        written_count = cells.get("repeat_count", "")
        times = int(written_count) if written_count.isdecimal() and len(written_count) < 3 else 0
        if not 1 <= times <= MOST_TIMES or times * turns > MOST_TURNS:
            times = ASSUMED_TIMES if turns * ASSUMED_TIMES <= MOST_TURNS else 1
            self.form.advise("repeat_assumed", row, "repeat_count", name=name[:60], n=times)
        dimension = self._ids.give(name, "repeat")
        label = self.speech.texts(cells, "label") or self.speech.same({}, "")
        label = piped(label, lambda _name: None)
        items = [
            {"id": f"n{number}", **{tag: f"{said} {number}".strip() for tag, said in label.items()}}
            for number in range(1, times + 1)
        ]
        self.dimensions.append({"id": dimension, "items": items})
        self._times[dimension] = times
        self._loop = block.loop = (*self._loop, dimension)

    def _refused_around(self, entry: Entry) -> str | None:
        return next((block.name or "–" for block in entry.around if block.refused), None)

    def _condition_of(self, block: Block) -> Condition:
        if (number := block.row.number) not in self._conditions:
            source = block.row.cells.get("relevant", "")
            loop = block.loop[:-1] if block.repeat else self._loop
            self._conditions[number] = self._relevant(source, loop)
        return self._conditions[number]

    def _relevant(self, source: str, loop: tuple[str, ...]) -> Condition:
        if not source:
            return Truth(True)
        if source.lower() in {"yes", "no"}:
            return Truth(source.lower() == "yes")
        return Carrier(self._finder(loop)).condition(read(source))

    def _finder(self, loop: tuple[str, ...]) -> Callable[[str, bool], Known]:
        def find(name: str, whole: bool) -> Known:
            known = self._known.get(name)
            if self._counts[name] > 1:
                raise Refused(name, "reference_double")
            if name in self.form.set_aside:
                raise Refused(name, "reference_refused")
            if known is None:
                settled = "reference_refused" if name in self._settled else "reference_later"
                raise Refused(name, settled if self._counts[name] else "reference_unknown")
            if not whole and known.loop != loop[: len(known.loop)]:
                raise Refused(name, "reference_repeated")
            return known

        return find

    def _add(self, entry: Entry) -> None:
        row = entry.row.number
        if row not in self.form.refused:
            refused = self._refused_around(entry)
            try:
                if refused is None:
                    self._question(entry)
                else:
                    self.form.refuse(row, "group_refused", None, name=refused[:60])
            except Refused as error:
                self._give_up(entry, error)
        self._settle(entry.name)

    def _give_up(self, entry: Entry, error: Refused) -> None:
        """A calculation that nothing is decided by is left out; anything else is refused."""
        row = entry.row.number
        idle = entry.kind == "calculate" and entry.name not in self._deciding
        if idle and error.code != "calculation_missing":
            self.form.ignored.add(row)
            self.form.set_aside[entry.name] = entry.kind
            self.form.advise("calculation_ignored", row, "calculation", part=error.what[:60])
            return
        facts = dict.fromkeys(("part", "name", "list", "parameters"), error.what)
        self.form.refuse(row, error.code, None, limit=MOST_CHOICES, **facts)

    def _question(self, entry: Entry) -> None:
        loop = self._loop
        find = self._finder(loop)
        made = make(entry, self._rows, find)
        if made is None:
            self.form.ignored.add(entry.row.number)
            self.form.advise("row_ignored", entry.row.number, None)
            return
        conditions = [self._condition_of(block) for block in entry.around]
        own = self._relevant(entry.row.cells.get("relevant", ""), loop)
        shown = all_of((*conditions, own))
        raw = self._texts(entry, made, loop)
        if shown != Truth(True):
            raw["show_if"] = text_of(shown, parse)
        if "value" in made.keys and not isinstance(made.keys["value"], str):
            raw["value"] = text_of(made.keys["value"], parse_value)
        name = entry.name or entry.kind
        raw["id"] = self._ids.give(name, "q")
        if entry.name and raw["id"] != entry.name:
            facts = {"id": raw["id"]}
            self.form.advise("name_mended", entry.row.number, "name", name=entry.name[:60], **facts)
        known = Known(raw["id"], made.sort, made.options, loop)
        limit(entry, raw, known, self._rows, find)
        self._known[entry.name] = known
        self.questions.append((entry.row.number, raw))

    def _texts(self, entry: Entry, made: Made, loop: tuple[str, ...]) -> Raw:
        """The question, its texts with holes; a repeated one begins with what it is about."""

        def name_of(name: str) -> str | None:
            try:
                return self._finder(loop)(name, False).id
            except Refused as error:
                if error.code == "reference_refused" and name not in self.form.set_aside:
                    raise
                number = entry.row.number
                self.form.advise("pipe_dropped", number, "label", part=error.what)
                return None

        raw: Raw = {"id": "", "kind": made.kind}
        about = f"{{{loop[-1]}}}: " if loop else ""
        if made.text:
            texts = piped(made.text, name_of)
            raw["text"] = {tag: f"{about}{said}" for tag, said in texts.items()}
        if made.help:
            raw["help"] = piped(made.help, name_of)
        if loop:
            raw["loop"] = list(loop)
        return {**raw, **made.keys}


def text_of(tree: Tree, reading: Callable[[str], object]) -> str:
    """The expression as it is written in a file. Raises Refused when it is more than a file may hold."""
    text = written(tree)
    try:
        reading(text)
    except ExpressionError as error:
        raise Refused(text[error.column - 1 :] or text) from None
    return text
