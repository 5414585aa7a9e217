"""A room of people who answer, change their minds and go, and a store in memory that publishes as the real one does."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from analysis.breakdown import break_downs
from analysis.disclosure import Gate
from analysis.editions import PEOPLE, decide, edition_of, is_due, is_final, people_in
from analysis.frames import AnswerRow, SurveyData
from analysis.joints import watched
from analysis.report.build import build_report
from analysis.report.model import Report
from analysis.summary import summarise
from analysis.wording import Wording
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Choices, Value, Words, cells, encode
from surveys.editions import Standing, State
from surveys.questionnaire.models import Questionnaire
from surveys.survey import Counts, Notice, Survey

K = 5
PEOPLE_THERE = 24
CLOSED = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)


def sv(text: str) -> dict[str, str]:
    return {"sv": text}


def options(*names: str) -> list[dict[str, Any]]:
    return [{"id": name, "label": sv(name)} for name in names]


QUESTIONNAIRE = Questionnaire.model_validate(
    {
        "format": 1,
        "id": "room",
        "purpose": "evaluation",
        "unit": "person",
        "anonymity": "confidential",
        "channels": ["web"],
        "max_seconds": 90,
        "title": sv("Träffen"),
        "intro": sv("Hej"),
        "question": [
            {
                "id": "age",
                "kind": "single",
                "text": sv("Ålder?"),
                "background": True,
                "reason": "För att se skillnader",
                "options": options("young", "old"),
            },
            {
                "id": "came",
                "kind": "single",
                "text": sv("Kom du?"),
                "options": options("yes", "no"),
            },
            {"id": "topics", "kind": "multi", "text": sv("Ämnen?"), "options": options("a", "b")},
            {
                "id": "why",
                "kind": "single",
                "text": sv("Varför inte?"),
                "options": options("ill", "away"),
                "show_if": "came = no",
            },
            {"id": "best", "kind": "text", "text": sv("Vad var bäst?")},
            {"id": "keep", "kind": "text", "text": sv("Vad vill du behålla?")},
        ],
    }
)
OPEN = Survey(
    id=1,
    code="ROOM22",
    title="Träffen",
    questionnaire=QUESTIONNAIRE,
    version="v",
    notice=Notice(
        controller="Kommunen",
        purpose=sv("Lära"),
        legal_basis="public_interest",
        retain_until=dt.date(2027, 1, 1),
        decision_ref="KS 1",
    ),
)
VALUES: Mapping[str, tuple[Value, Value]] = {
    "age": (Choice("young"), Choice("old")),
    "came": (Choice("yes"), Choice("no")),
    "topics": (Choices(("a",)), Choices(("a", "b"))),
    "why": (Choice("ill"), Choice("away")),
    "best": (Words("samtalen var ärliga och öppna"), Words("maten var god")),
    "keep": (Words("behåll de ärliga samtalen"), Words("behåll fikat och maten")),
}
EVERYTHING = frozenset(VALUES)
TEXTS = ("best", "keep")
Who: TypeAlias = str
Move: TypeAlias = tuple[str, range, frozenset[str], str, frozenset[str]]
"""What is done, who does it, to which questions; who looks afterwards, and at what."""


@dataclass(frozen=True)
class Told:
    """One published table: what it is of, the people behind it, and its numbers."""

    of: str
    people: frozenset[Who]
    base: int
    numbers: Mapping[str, int | None]
    group: str = ""


@dataclass
class Room:
    """People with their answers, and a store in memory that keeps publications as the real one does."""

    answers: dict[Who, dict[str, Value]] = field(default_factory=dict)
    rows: dict[Key, dict[Who, tuple[Value, int]]] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)
    last: dict[Key, State] = field(default_factory=dict)
    states: dict[Key, State] = field(default_factory=dict)
    number: int = 0
    erased: int = 0
    survey: Survey = OPEN
    tables: list[Told] = field(default_factory=list)
    reports: list[tuple[Mapping[str, Any], Report]] = field(default_factory=list)

    def active(self, who: Who) -> Iterator[tuple[Key, Value]]:
        for name, value in self.answers[who].items():
            if name != "why" or self.answers[who].get("came") == Choice("no"):
                yield Key(name), value

    def now(self, key: Key) -> dict[Who, Value]:
        found = ((who, dict(self.active(who)).get(key)) for who in self.answers)
        return {who: value for who, value in found if value is not None}

    def standing(self) -> Standing:
        tallies: dict[tuple[str, str, str], int] = {}
        for who in self.answers:
            for key, value in self.active(who):
                for cell in cells(value):
                    tallies[*key, cell] = tallies.get((*key, cell), 0) + 1
        answered = [who for who in self.answers if self.answers[who]]
        complete = sum(len(self.answers[who]) >= 5 for who in answered)
        watching = watched(self.survey)
        return Standing(
            self.number,
            self.told,
            self.states,
            frozenset(key for key, state in self.last.items() if state == "kept"),
            tallies,
            Counts(len(answered), len(answered) - complete, complete),
            {
                Key(name): {w: _text(v) for w, (v, _) in self.rows.get(Key(name), {}).items()}
                for name in watching
            },
            {Key(name): {w: _text(v) for w, v in self.now(Key(name)).items()} for name in watching},
        )

    def publish(self, wanted: frozenset[str] | None = None) -> None:
        """As `Store.publish_edition` does."""
        standing = self.standing()
        if not is_due(self.survey, standing, wanted):
            return
        decision = decide(self.survey, standing, wanted)
        self.number += 1
        self.told = {**self.told, **decision.moved}
        for key, state in decision.states.items():
            self.last[key] = state
            if state != "kept":
                self.states[key] = state
            if state in {"told", "few"} and key != RESPONDENT:
                before = self.rows.get(key, {})
                self.rows[key] = {
                    who: (value, before[who][1] if who in before else self.number)
                    for who, value in self.now(key).items()
                }
        for part in decision.moved.keys() - {PEOPLE}:
            self.tell_part(part)

    def tell_part(self, part: str) -> None:
        """A wall may show these numbers from now on."""
        people = frozenset(self.rows[Key(part)])
        numbers = dict(map(tuple, self.told[part]["cells"]))
        self.tables.append(Told(part, people, self.told[part]["base"], numbers))

    def data(self) -> SurveyData | None:
        standing = self.standing()
        if is_final(self.survey, standing):
            rows = [(who, key, value, 0) for who in self.answers for key, value in self.active(who)]
            return SurveyData(self.survey, self.numbered(rows), standing.counts)
        if PEOPLE not in self.told:
            return None
        told = [
            (who, key, value, came)
            for key, said in self.rows.items()
            for who, (value, came) in said.items()
        ]
        answers = self.numbered(told)
        counts, edition = people_in(standing, answers), edition_of(self.survey, standing)
        return SurveyData(self.survey, answers, counts, edition=edition)

    def numbered(self, rows: list[tuple[Who, Key, Value, int]]) -> list[AnswerRow]:
        numbers = {who: at for at, who in enumerate(sorted({who for who, *_ in rows}), 1)}
        self.names = {at: who for who, at in numbers.items()}
        return [
            AnswerRow(
                numbers[who], key, value, came=came,
                current=who in self.answers and self.answers[who].get(key.question) == value,
            )
            for who, key, value, came in rows
        ]  # fmt: skip

    def report(self) -> None:
        """Somebody makes a report; everything in it is kept beside what was published before."""
        self.publish()
        data = self.data()
        if data is None:
            return
        self.reports.append((self.told, build_report(data, language="sv")))

    def close(self, publish: Callable[[Room], None] | None = None, **known: int) -> None:
        """Closes the survey, and publishes what is left to tell: a report, unless something else is said."""
        self.survey = replace(self.survey, closed_at=CLOSED, **known)
        (publish or Room.report)(self)

    def tell(self) -> None:
        """As `report`, of the tables alone, with who is behind them: totals and break-downs, and no themes."""
        self.publish()
        data = self.data()
        if data is None or data.counts.answered < K:
            return
        who: dict[str, dict[str, set[Who]]] = {}
        for row in data.rows:
            for cell in cells(row.value):
                kept = who.setdefault(row.key.question, {}).setdefault(cell, set())
                kept.add(self.names[row.respondent])
        gate, wording = Gate(), Wording("sv", "person")
        for question in summarise(data, gate, wording):
            if not question.waits:
                numbers = {cell.id: cell.n for cell in question.cells}
                people = frozenset(who[question.id]["=answered"])
                self.tables.append(Told(question.id, people, question.n, numbers))
        for broken in break_downs(data, gate, wording):
            for group in broken.groups:
                members = frozenset(who["age"][group.label] & who[broken.question]["=answered"])
                numbers = {cell.id: cell.n for cell in group.cells}
                self.tables.append(Told(broken.question, members, group.n, numbers, group.label))

    def erase(self, who: Who) -> None:
        """As `surveys.store.editions.unlink` does: counted on, each answer by itself, and without words."""
        if self.answers.pop(who, None) is None:
            return
        self.erased += 1
        for key, said in self.rows.items():
            if who in said:
                value, came = said.pop(who)
                gone = Words("") if isinstance(value, Words) else value
                name = "words" if isinstance(value, Words) else key.question
                said[f"{who} erased {self.erased} {name}"] = gone, came


def _text(value: Value) -> str:
    return json.dumps(encode(value))


def step(room: Room, move: Move, publish: Callable[[Room], None] = Room.report) -> None:
    what, crowd, questions, looks, at = move
    for number in crowd if what != "nothing" else ():
        who = f"p{number:02}"
        if what == "erase":
            room.erase(who)
            continue
        chosen = {"first": 0, "second": 1, "both": number % 2}[what]
        said = room.answers.setdefault(who, {})
        said |= {name: VALUES[name][chosen] for name in questions}
    if looks == "report":
        publish(room)
    elif looks == "wall":
        room.publish(at | ({"came"} if "why" in at else frozenset()))
