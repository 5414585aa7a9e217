"""A questionnaire as the rows of a spreadsheet form. A repeated question is written out, one row for each turn."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from surveys.questionnaire.expressions import parse, parse_value
from surveys.questionnaire.languages import NAMES, Text, say
from surveys.questionnaire.models import Item, Option
from surveys.questionnaire.piping import filled
from surveys.questionnaire.xlsform.rowed import Asked, options_of, row_type, wanted
from surveys.questionnaire.xlsform.xpath_text import Scene, xpath

if TYPE_CHECKING:
    from surveys.questionnaire.models import AnyQuestion, Questionnaire

Cells = dict[str, str]
Turn = tuple[tuple[str, Item], ...]


@dataclass(slots=True)
class Rows:
    """The sheets `survey` and `choices`, and which question each row of the survey belongs to."""

    survey: list[Cells] = field(default_factory=list)
    choices: list[Cells] = field(default_factory=list)
    settings: Cells = field(default_factory=dict)
    languages: tuple[str, ...] = ()


def rows_of(questionnaire: Questionnaire) -> Rows:
    """Every row, in the questionnaire's order."""
    return _Writer(questionnaire).write()


def shown_languages(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The languages with columns of their own; a variant such as `sv-x-latt` has no code there."""
    tags = dict.fromkeys(("sv", *questionnaire.title))
    return tuple(tag for tag in tags if tag in questionnaire.title and "-" not in tag)


class _Writer:
    def __init__(self, questionnaire: Questionnaire) -> None:
        self._all = questionnaire
        self._rows = Rows(languages=shown_languages(questionnaire) or ("sv",))
        self._by_id = {question.id: question for question in questionnaire.question}
        self._dimensions = {each.id: each for each in questionnaire.dimension}
        self._turns: dict[str, list[tuple[Turn, str]]] = {}
        self._lists: dict[tuple[object, ...], str] = {}

    def write(self) -> Rows:
        languages = self._rows.languages
        self._rows.settings = {
            "form_title": say(self._all.title, languages[0]),
            "form_id": self._all.id,
            "version": self._all.version()[:12],
            "default_language": _language(languages[0]),
        }
        if self._all.unit in {"group", "organisation", "person_or_group"}:
            label = {"sv": "Vilka svarar?", "en": "Who is answering?"}
            self._row("text", "respondent", label, {})
        for question in self._all.question:
            self._question(question)
        return self._rows

    def _question(self, question: AnyQuestion) -> None:
        self._turns[question.id] = []
        for turn in self._every_turn(question):
            name = "__".join((question.id, *(item.id for _, item in turn)))
            self._turns[question.id].append((turn, name))
        for turn, name in self._turns[question.id]:
            self._turn(question, turn, name)

    def _every_turn(self, question: AnyQuestion) -> Iterator[Turn]:
        axes: list[list[tuple[str, Item]]] = []
        for dimension in question.loop:
            items = self._items(dimension)
            kept = [item for item in items if item.id not in question.loop_exclude]
            axes.append([(dimension, item) for item in kept])
        if rows := self._rows_of(question):
            axes.append([("…", row) for row in rows])
        return itertools.product(*axes)

    def _rows_of(self, question: AnyQuestion) -> tuple[Item, ...]:
        """The rows of a matrix, and the statements that the questionnaire brings: one row of the form each."""
        if question.kind == "matrix":
            return question.rows or self._items(question.rows_from or "")
        if question.kind == "statements":
            return self._items(question.statements_from or "")
        return ()

    def _items(self, dimension_id: str) -> tuple[Item, ...]:
        dimension = self._dimensions.get(dimension_id)
        if dimension is None:
            return ()
        last = (dimension.always_last,) if dimension.always_last else ()
        return (*dimension.items, *last)

    def _turn(self, question: AnyQuestion, turn: Turn, name: str) -> None:
        scene = self._scene(turn)
        cells: Cells = {}
        if question.show_if is not None:
            cells["relevant"] = xpath(parse(question.show_if), scene)
        options = options_of(question, partial(self._choices_from, question))
        listed = self._list(options) if len(options) > 1 else ""
        asked = Asked(question, name, listed)
        kind = row_type(asked)
        if question.kind == "calculate":
            cells["calculation"] = xpath(parse_value(question.value), scene)
        if question.kind == "hidden" or question.role == "organiser":
            self._row("hidden", name, {}, {"default": getattr(question, "value", "")})
            return
        if question.kind == "photo":
            cells["parameters"] = "max-pixels=1600"
        own = wanted(question)
        if question.valid_if is not None:
            itself = Scene(scene.rows, scene.item, scene.question, question.id)
            own.append(f"({xpath(parse(question.valid_if), itself)})")
        if own and question.kind != "calculate":
            cells["constraint"] = " and ".join(own)
            self._texts(cells, "constraint_message", question.valid_text or {}, turn)
        self._texts(cells, "hint", question.help or {}, turn)
        label = question.text if kind != "calculate" else {}
        if turn and turn[-1][0] == "…":
            row = turn[-1][1].label
            label = {tag: f"{said} {say(row, tag)}" for tag, said in question.text.items()}
        if question.kind == "allocate":
            self._shares(question, turn, name, options, cells)
            return
        self._row(kind, name, label, cells, turn)
        self._beside(question, name, options, cells.get("relevant"))

    def _choices_from(self, question: AnyQuestion) -> tuple[Option | Item, ...]:
        return self._items(getattr(question, "options_from", None) or "")

    def _beside(
        self,
        question: AnyQuestion,
        name: str,
        options: tuple[Option | Item, ...],
        relevant: str | None,
    ) -> None:
        """Rows for what stands beside an answer: its own words, its year."""
        for option in options:
            if isinstance(option, Option) and option.open_text:
                chosen = {"relevant": f"selected(${{{name}}}, '{option.id}')"}
                self._row("text", f"{name}__{option.id}_words", option.label, chosen)
        given = {"relevant": relevant} if relevant else {}
        if question.kind == "number" and question.with_year:
            self._row("integer", f"{name}__year", {"sv": "Vilket år?", "en": "Which year?"}, given)
        if question.kind == "location" and question.allow_text:
            words = {"sv": "Eller beskriv platsen", "en": "Or describe the place"}
            self._row("text", f"{name}__words", words, given)

    def _shares(
        self,
        question: AnyQuestion,
        turn: Turn,
        name: str,
        options: tuple[Option | Item, ...],
        cells: Cells,
    ) -> None:
        total = getattr(question, "total", 0)
        for option in options:
            label = {tag: f"{said} {say(option.label, tag)}" for tag, said in question.text.items()}
            limits = {"constraint": f". >= 0 and . <= {total}"}
            given = {key: cell for key, cell in cells.items() if key == "relevant"}
            self._row("integer", f"{name}__{option.id}", label, {**given, **limits}, turn)

    def _scene(self, turn: Turn) -> Scene:
        here = {dimension: item for dimension, item in turn if dimension != "…"}

        def rows(name: str) -> list[str]:
            if name == "respondent":
                return ["respondent"]
            return [
                row
                for about, row in self._turns.get(name, ())
                if all(here.get(axis, item) == item for axis, item in about)
            ]

        def item(name: str) -> str | None:
            return here[name].id if name in here else None

        return Scene(rows, item, self._by_id.get)

    def _list(self, options: tuple[Option | Item, ...]) -> str:
        key = tuple((each.id, *sorted(each.label.items())) for each in options)
        if key not in self._lists:
            self._lists[key] = f"list{len(self._lists) + 1}"
            for option in options:
                cells = {"list_name": self._lists[key], "name": option.id}
                self._texts(cells, "label", option.label, ())
                self._rows.choices.append(cells)
        return self._lists[key]

    def _row(self, kind: str, name: str, label: Text, cells: Cells, turn: Turn = ()) -> None:
        row = {"type": kind, "name": name}
        self._texts(row, "label", label, turn)
        self._rows.survey.append({**row, **cells})

    def _texts(self, cells: Cells, column: str, text: Text, turn: Turn) -> None:
        if not text:
            return
        scene = self._scene(turn)
        for tag in self._rows.languages:
            find = partial(self._found, tag, turn, scene)
            cells[f"{column}::{_language(tag)}"] = filled(say(text, tag), find)

    def _found(self, tag: str, turn: Turn, scene: Scene, name: str) -> str | None:
        for dimension, item in turn:
            if dimension == name:
                return say(item.inline or item.label, tag)
        rows = scene.rows(name)
        return f"${{{rows[0]}}}" if rows else None


def _language(tag: str) -> str:
    return f"{NAMES[tag]} ({tag})"
