"""What the last few answered after a report, and what a survey's closing tells of them (G6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from editions_room import EVERYTHING, PEOPLE_THERE, VALUES, K, Room, step
from hypothesis import given
from hypothesis import strategies as st

from analysis.report.as_json import to_json
from analysis.report.html import to_html
from surveys.conversation.values import Words
from tests.often import often


@often(40)
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
    step(room, ("both", range(there), EVERYTHING, "report", frozenset()))
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
    room.close()
    closed = to_json(room.reports[-1][1])
    assert tables_in(closed) == tables_in(before)


@often(40)
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
        step(room, ("both", range(there), EVERYTHING, looks, at))
        step(room, (what, range(there, there + few), EVERYTHING, "nobody", at))
        room.close()
        report = room.reports[-1][1]
        since = [one for one in report.suppressed if one.reason == "since_last"]
        said.append((since, report.standing, report.base))
        if looks == "report":
            said[-1] += (to_json(report), report.method)
    assert said[0] == said[1]


def test_a_final_report_counts_everybody_and_shows_each_table_as_it_was_told() -> None:
    """Eight answered, and the tables are of five: no missing answer of a table tells of the three."""
    room = Room()
    step(room, ("both", range(5), EVERYTHING, "report", frozenset()))
    tables = to_json(room.reports[-1][1])["questions"]
    step(room, ("both", range(5, 8), EVERYTHING, "nobody", frozenset()))
    room.close(attended=20)
    report = room.reports[-1][1]
    assert (report.base.answered, report.base.rate) == (8, 0.4)
    assert report.answered_line == "8 av 20 svarade (40 %)"
    for before, after in zip(tables, to_json(report)["questions"], strict=True):
        assert [before[each] for each in ("n", "missing")] == [
            after[each] for each in ("n", "missing")
        ]


def test_what_stands_as_it_was_told_is_not_counted_among_what_is_not_shown() -> None:
    room = Room()
    step(room, ("both", range(18), EVERYTHING, "report", frozenset()))
    before = [line for line in room.reports[-1][1].method if "visas inte" in line]
    step(room, ("both", range(18, 20), EVERYTHING, "nobody", frozenset()))
    room.close()
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
    step(room, ("both", range(10), EVERYTHING, "report", frozenset()))
    step(room, ("second", range(10, 15), EVERYTHING - {"topics"}, "report", frozenset()))
    report = room.reports[-1][1]
    assert {question.id: question.n for question in report.questions} == {
        "age": 15, "came": 15, "topics": 10, "why": 10, "best": 15, "keep": 15,
    }  # fmt: skip
    assert report.base.answered == 15


def test_a_survey_that_was_never_published_gives_everything_at_closing() -> None:
    room = Room()
    step(room, ("both", range(13), EVERYTHING, "nobody", frozenset()))
    room.close()
    report = room.reports[-1][1]
    assert (report.base.answered, room.number) == (13, 0)
    assert not any("rapporten eller bilden" in note for note in report.notes)


def test_a_final_report_says_how_many_came_after_the_last_publication() -> None:
    room = Room()
    step(room, ("both", range(18), EVERYTHING, "report", frozenset()))
    step(room, ("both", range(18, 20), EVERYTHING, "nobody", frozenset()))
    room.close()
    report = room.reports[-1][1]
    assert report.base.answered == 20
    told = (
        "2 svar kom efter den senaste rapporten eller bilden och är inte med i tabeller och teman."
    )
    assert any(note.startswith(told) for note in report.notes)


def test_a_closed_report_waits_for_nobody_and_says_that_somebody_has_erased() -> None:
    room = Room()
    step(room, ("both", range(8), EVERYTHING, "report", frozenset()))
    room.erase("p03")
    room.close()
    report = room.reports[-1][1]
    assert report.keep is not None
    assert report.keep.lacking == "Visas inte: någon har tagit bort sitt svar."
    [why] = [question for question in report.questions if question.id == "why"]
    assert (why.n, why.sentence) == (4, "Visas inte: färre än 5 svar.")
    assert "kommer tillbaka" not in " ".join(report.notes)
    page = to_html(report)
    assert "Väntar på" not in page
    assert report.keep.lacking in page
