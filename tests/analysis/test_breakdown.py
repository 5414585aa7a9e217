"""Answers by groups: no group, and no difference of groups and total, is small or of one voice. All pairs are tried."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from walking import NOW, walked

from analysis.breakdown import admitted
from analysis.disclosure import Gate
from analysis.report.as_json import to_json
from analysis.report.build import build_report
from analysis.report.overviews import all_blocks
from analysis.wording import Wording
from surveys.survey import K_MIN
from tests.often import often

TABLES = st.dictionaries(
    st.sampled_from(["", "a", "b", "c", "d"]),
    st.fixed_dictionaries({name: st.integers(0, 9) for name in ("yes", "no", "both")}),
)


@often(400)
@given(TABLES)
def test_no_subtraction_of_shown_tables_isolates_few_or_tells_what_all_said(
    drawn: dict[str, dict[str, int]],
) -> None:
    tables = {name: Counter(table) for name, table in drawn.items()}
    shown, rest = admitted(tables, "x", Gate())
    total = sum(tables.values(), Counter())
    assert "" not in shown
    for size in range(len(shown) + 1):
        for chosen in itertools.combinations(sorted(shown), size):
            group = sum((tables[name] for name in chosen), Counter())
            for one in (group, total - group) if chosen else ():
                assert one.total() == 0 or one.total() >= K_MIN
                assert one.total() == 0 or len(+one) > 1
    left = total - sum((tables[name] for name in shown), Counter())
    assert not shown or rest == left.total()


def place(people: int = 60):
    """Nobody says where: a question that is told place by place is not told by age too."""
    data = walked("place_dialogue", people)
    return replace(data, rows=[row for row in data.rows if row.key.question != "place"])


def closed(data):
    return replace(data, survey=replace(data.survey, closed_at=NOW))


def test_nothing_is_broken_down_while_answers_come_in() -> None:
    assert build_report(place(), language="sv").breakdowns == ()
    assert build_report(closed(place()), language="sv").breakdowns


def test_one_background_question_and_no_free_text() -> None:
    report = build_report(closed(place()), language="sv")
    assert len({one.by for one in report.breakdowns}) == 1
    assert {one.kind for one in report.breakdowns} <= {"single", "scale", "yes_no"}
    for one in report.breakdowns:
        whole = next(q for q in report.questions if q.id == one.question)
        assert sum(group.n for group in one.groups) + one.rest == whole.n
        assert one.rest == 0 or one.rest >= K_MIN
        assert all(group.n >= K_MIN for group in one.groups)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_answers_changes_nothing(seed: int) -> None:
    data = closed(place())
    rows = list(data.rows)
    random.Random(seed).shuffle(rows)
    first, second = (build_report(d, language="sv") for d in (data, replace(data, rows=rows)))
    assert first.breakdowns == second.breakdowns


def test_every_writer_shows_it_with_its_groups_and_the_rest() -> None:
    report = build_report(closed(place()), language="sv")
    one = report.breakdowns[0]
    block = next(
        b for b in all_blocks(report, Wording("sv")) if b.asked.startswith(one.text) and b.across
    )
    assert [line.label for line in block.lines] == [group.label for group in one.groups]
    assert any("inte visas för sig" in note for note in block.notes) == bool(one.rest)
    assert any("Uppdelningar" in line for line in report.method)


def test_programs_read_the_groups_as_they_are_shown() -> None:
    report = build_report(closed(place()), language="sv")
    read = to_json(report)["breakdowns"]
    assert [(one["question"], one["rest"]) for one in read] == [
        (one.question, one.rest) for one in report.breakdowns
    ]
    for told, one in zip(read, report.breakdowns, strict=True):
        assert [(g["label"], g["n"], [c["n"] for c in g["cells"]]) for g in told["groups"]] == [
            (group.label, group.n, [cell.n for cell in group.cells]) for group in one.groups
        ]
    assert "breakdowns" not in to_json(build_report(place(), language="sv"))
