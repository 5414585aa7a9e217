"""All publications of a survey over time, whoever publishes: no two of them tell on fewer than k people (G6).

Random rooms answer, change their minds, erase, look at walls, make reports and close. Everything that was published
is kept, and every pair of it is subtracted.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.breakdown import break_downs
from analysis.disclosure import Gate
from analysis.editions import PEOPLE, decide, edition_of, is_due, is_final, people_in
from analysis.frames import AnswerRow, SurveyData
from analysis.joints import watched
from analysis.report.as_json import to_json
from analysis.report.build import build_report
from analysis.report.html import to_html
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
TEXTS = ("best", "keep")
Who: TypeAlias = str


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


crowds = st.builds(range, st.integers(0, PEOPLE_THERE - 1), st.integers(0, PEOPLE_THERE))
MOVES = st.tuples(
    st.sampled_from(("first", "second", "both", "erase", "nothing")),
    crowds,
    st.frozensets(st.sampled_from(tuple(VALUES)), min_size=1),
    st.sampled_from(("report", "report", "wall", "nobody")),
    st.frozensets(st.sampled_from(tuple(VALUES)), min_size=1),
)
Move: TypeAlias = tuple[str, range, frozenset[str], str, frozenset[str]]


def walk(moves: list[Move], publish: Callable[[Room], None]) -> Room:
    room = Room()
    for move in moves:
        step(room, move, publish)
    room.survey = replace(room.survey, closed_at=dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
    publish(room)
    return room


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


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MOVES, max_size=14))
def test_no_two_published_tables_isolate_fewer_than_k(moves: list[Move]) -> None:
    """Reports, walls and break-downs: bases differ by nothing or by k, and nobody stands alone between two of them."""
    room = walk(moves, Room.tell)
    for first, second in combinations(room.tables, 2):
        if first.of != second.of:
            continue
        small, large = sorted((first.people, second.people), key=len)
        if small < large:
            assert len(large - small) >= K, (first, second)
        if first.base == second.base and first.group == second.group:
            assert first.numbers.items() <= second.numbers.items() or (
                second.numbers.items() <= first.numbers.items()
            )
    assert all(table.base >= K for table in room.tables)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MOVES, max_size=7))
def test_every_number_of_two_reports_differs_by_nothing_or_stands_on_k_more(
    moves: list[Move],
) -> None:
    """Every number of every pair: the same base means the same numbers, another base means k people more."""
    room = walk(moves, Room.report)
    for (_, first), (_, second) in combinations(room.reports, 2):
        before, after = to_json(first), to_json(second)
        asked = {question["id"]: question for question in before["questions"]}
        for question in after["questions"]:
            was = asked.get(question["id"])
            if was is None or was["n"] < K or question["n"] < K:
                continue  # under k nothing but how many answered is told
            if question["n"] == was["n"]:
                assert question["cells"] == was["cells"]
                assert question["missing"] == was["missing"]
                assert question["median"] == was["median"]
            else:
                assert question["n"] - was["n"] >= K


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MOVES, max_size=7))
def test_themes_count_on_when_nothing_they_rest_on_has_moved(moves: list[Move]) -> None:
    room = walk(moves, Room.report)
    for (told, first), (then, second) in combinations(room.reports, 2):
        if first.keep is None or second.keep is None or first.waits or second.waits:
            continue
        before, after = first.keep, second.keep
        if not (before.waits or after.waits):
            assert after.base == before.base or after.base - before.base >= K
        same = all(told.get(part) == then.get(part) for part in TEXTS)
        if same and not after.waits and not before.waits:
            counts = [{theme.id: theme.people for theme in side.themes} for side in (before, after)]
            assert counts[0] == counts[1]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(K, 12),
    st.integers(0, PEOPLE_THERE - 1),
    st.integers(1, K - 1),
    st.sampled_from(("first", "second", "both", "erase")),
    st.frozensets(st.sampled_from(tuple(VALUES)), min_size=1),
)
def test_what_a_few_do_after_a_report_changes_no_number_of_the_next(
    there: int, at: int, few: int, what: str, questions: frozenset[str]
) -> None:
    """One to four people come, change their minds or go: the report is the last one again, also after closing.

    Only how many answered moves: whoever comes is counted, and whoever goes stays counted.
    """
    room = Room()
    step(room, ("both", range(there), frozenset(VALUES), "report", frozenset()))
    before = to_json(room.reports[-1][1])
    step(room, (what, range(at, at + few), questions, "report", frozenset()))
    again = to_json(room.reports[-1][1])
    if any(value == Words("") for said in room.rows.values() for value, _ in said.values()):
        assert again.pop("themes") == []  # somebody's words are gone: they come back with five more
        assert {"where": "themes:keep", "reason": "erased"} in again.pop("suppressed")
        del again["notes"]
        before = {name: before[name] for name in again}
    came = there if what == "erase" else max(there, at + few) - max(0, at - there)
    assert (again.pop("base")["answered"], before.pop("base")["answered"]) == (came, there)
    assert again == before
    room.survey = replace(room.survey, closed_at=dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
    room.report()
    closed = to_json(room.reports[-1][1])
    assert tables_in(closed) == tables_in(before)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(K, 12),
    st.integers(1, K - 1),
    st.sampled_from(("report", "wall")),
    st.frozensets(st.sampled_from(tuple(VALUES)), min_size=1),
)
def test_what_stays_out_at_closing_says_nothing_of_what_the_last_few_answered(
    there: int, few: int, looks: str, at: frozenset[str]
) -> None:
    """Two rooms that differ in the answers of one to four late people: the same is said to be left out."""
    said = []
    for what in ("first", "second"):
        room = Room()
        step(room, ("both", range(there), frozenset(VALUES), looks, at))
        step(room, (what, range(there, there + few), frozenset(VALUES), "nobody", at))
        room.survey = replace(room.survey, closed_at=dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
        room.report()
        report = room.reports[-1][1]
        since = [one for one in report.suppressed if one.reason == "since_last"]
        said.append((since, report.standing, report.base))
        if looks == "report":
            said[-1] += (to_json(report), report.method)
    assert said[0] == said[1]


def test_a_final_report_counts_everybody_and_shows_each_table_as_it_was_told() -> None:
    """Eight answered, and the tables are of five: no missing answer of a table tells of the three."""
    room = Room()
    step(room, ("both", range(5), frozenset(VALUES), "report", frozenset()))
    tables = to_json(room.reports[-1][1])["questions"]
    step(room, ("both", range(5, 8), frozenset(VALUES), "nobody", frozenset()))
    room.survey = replace(
        room.survey, attended=20, closed_at=dt.datetime(2026, 3, 4, tzinfo=dt.UTC)
    )
    room.report()
    report = room.reports[-1][1]
    assert (report.base.answered, report.base.rate) == (8, 0.4)
    assert report.answered_line == "8 av 20 svarade (40 %)"
    for before, after in zip(tables, to_json(report)["questions"], strict=True):
        assert [before[each] for each in ("n", "missing")] == [
            after[each] for each in ("n", "missing")
        ]


def test_what_stands_as_it_was_told_is_not_counted_among_what_is_not_shown() -> None:
    room = Room()
    step(room, ("both", range(18), frozenset(VALUES), "report", frozenset()))
    before = [line for line in room.reports[-1][1].method if "visas inte" in line]
    step(room, ("both", range(18, 20), frozenset(VALUES), "nobody", frozenset()))
    room.survey = replace(room.survey, closed_at=dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
    room.report()
    report = room.reports[-1][1]
    assert [line for line in report.method if "visas inte" in line] == before
    assert report.standing[0].startswith("2 svar kom efter")


def tables_in(report: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The questions without their sentence: under k it waits while the survey is open, and no longer."""
    return [
        {name: said for name, said in question.items() if name != "sentence" or question["n"] >= K}
        for question in report["questions"]
    ]


def test_five_more_are_in_the_next_report_and_what_few_have_answered_stays() -> None:
    room = Room()
    step(room, ("both", range(10), frozenset(VALUES), "report", frozenset()))
    step(room, ("second", range(10, 15), frozenset(VALUES) - {"topics"}, "report", frozenset()))
    report = room.reports[-1][1]
    assert {question.id: question.n for question in report.questions} == {
        "age": 15, "came": 15, "topics": 10, "why": 10, "best": 15, "keep": 15,
    }  # fmt: skip
    assert report.base.answered == 15


def test_a_survey_that_was_never_published_gives_everything_at_closing() -> None:
    room = Room()
    step(room, ("both", range(13), frozenset(VALUES), "nobody", frozenset()))
    room.survey = replace(room.survey, closed_at=dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
    room.report()
    report = room.reports[-1][1]
    assert (report.base.answered, room.number) == (13, 0)
    assert not any("rapporten eller bilden" in note for note in report.notes)


def test_a_final_report_says_how_many_came_after_the_last_publication() -> None:
    room = Room()
    step(room, ("both", range(18), frozenset(VALUES), "report", frozenset()))
    step(room, ("both", range(18, 20), frozenset(VALUES), "nobody", frozenset()))
    room.survey = replace(room.survey, closed_at=dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
    room.report()
    report = room.reports[-1][1]
    assert report.base.answered == 20
    told = (
        "2 svar kom efter den senaste rapporten eller bilden och är inte med i tabeller och teman."
    )
    assert any(note.startswith(told) for note in report.notes)


def test_a_closed_report_waits_for_nobody_and_says_that_somebody_has_erased() -> None:
    room = Room()
    step(room, ("both", range(8), frozenset(VALUES), "report", frozenset()))
    room.erase("p03")
    room.survey = replace(room.survey, closed_at=dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
    room.report()
    report = room.reports[-1][1]
    assert report.keep is not None
    assert report.keep.lacking == "Visas inte: någon har tagit bort sitt svar."
    [why] = [question for question in report.questions if question.id == "why"]
    assert (why.n, why.sentence) == (4, "Visas inte: färre än 5 svar.")
    assert "kommer tillbaka" not in " ".join(report.notes)
    page = to_html(report)
    assert "Väntar på" not in page
    assert report.keep.lacking in page


def answered(room: Room, numbers: range, age: str) -> None:
    for number in numbers:
        came = "yes" if number % 3 else "no"
        room.answers[f"p{number:02}"] = {"age": Choice(age), "came": Choice(came)}


@pytest.mark.parametrize(("older", "shown"), [(11, False), (15, True)])
def test_a_group_that_is_an_earlier_report_and_one_person_more_is_not_shown(
    older: int, shown: bool
) -> None:
    """Ten of the old were all that the first report told of: the group of eleven minus that report is one person."""
    room = Room()
    answered(room, range(10), "old")
    room.tell()
    answered(room, range(10, older), "old")
    answered(room, range(older, older + 8), "young")
    room.survey = replace(room.survey, closed_at=dt.datetime(2026, 3, 4, tzinfo=dt.UTC))
    room.tell()
    assert any(table.group for table in room.tables) is shown
