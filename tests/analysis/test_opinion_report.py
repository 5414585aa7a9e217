"""What a report tells of votes on statements: true counts, groups only when they hold, and nobody to be worked out."""

from __future__ import annotations

import csv
import dataclasses
import io
import random
import zipfile
from collections import Counter
from functools import cache

import numpy as np
import openpyxl
import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as some
from voting import planted, tossed, voted, votes_of

from analysis.figures import Bar
from analysis.opinion.groups import Plan
from analysis.opinion.votes import AGREE, DISAGREE, UNSEEN
from analysis.report.as_json import to_json
from analysis.report.build import build_report
from analysis.report.lead import lead_of
from analysis.report.model import Report
from analysis.report.opinions import opinion_blocks
from analysis.report.writers import COATS
from analysis.themes.finding import Voices
from analysis.wording import Wording
from tests.often import often

TWO = planted((60, 40), 14, seed=3, seen=0.7)
COLUMNS = ("agree", "disagree", "pass", "seen")


@cache
def planted_report() -> Report:
    """Two groups that are there, found once however many tests read of them."""
    return build_report(voted(TWO), language="sv")


@cache
def invited_report() -> Report:
    """The same votes, of 120 who were invited."""
    return build_report(voted(TWO, known=120, purpose="member_check"), language="sv")


def told(data, language: str = "sv", plan: Plan | None = None) -> dict[str, object]:
    return to_json(build_report(data, language=language, plan=plan))


def table(made: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig")), delimiter=";"))


def test_groups_that_were_planted_are_found_with_what_unites_and_what_divides_them() -> None:
    found = to_json(planted_report())["groups"]
    assert found["shown"]
    assert found["sizes"] == {"A": 60, "B": 40}
    assert {"0", "1"} == set(found["bridges"])
    assert found["stability"] > 0.8
    for name, other in (("A", "B"), ("B", "A")):
        apart = {one["statement"]: one["for_it"] for one in found["typical"][name]}
        mirrored = {one["statement"]: one["for_it"] for one in found["typical"][other]}
        assert all(apart[id_] != mirrored[id_] for id_ in apart.keys() & mirrored.keys())


def test_nobody_is_told_to_belong_to_a_group_in_any_file() -> None:
    report = planted_report()
    assert to_json(report)["groups"]["members"] == {}
    assert {one["id"] for one in to_json(report)["statements"]} == set(TWO.statements)


@pytest.mark.slow
def test_shuffled_votes_and_small_rooms_give_no_groups_and_say_what_is_needed() -> None:
    noise = voted(tossed(60, 12, seed=5))
    assert told(noise)["groups"]["reason"] == "chance"
    page = COATS["html"].write(build_report(noise, language="sv")).decode()
    assert "Inga tydliga grupper kan visas. Omkastade röster ger lika tydliga grupper." in page
    room = voted(tossed(18, 9, seed=5))
    assert told(room)["groups"]["reason"] == "too_few"
    page = COATS["html"].write(build_report(room, language="en")).decode()
    assert "At least 50 people must have answered at least 7 statements each." in page


def test_groups_wait_until_there_is_no_later_reading_to_subtract() -> None:
    found = told(voted(TWO, closed=False))
    assert found["groups"]["reason"] == "open"
    assert not found["groups"]["sizes"]
    assert all(one["groups"] == {} for one in found["statements"])


def test_a_statement_that_fewer_than_five_answered_tells_nothing_in_any_file() -> None:
    cells = tossed(12, 3, seed=2).cells.copy()
    cells[4:, 1] = UNSEEN
    report = build_report(voted(votes_of(cells)), language="sv")
    hidden = to_json(report)["statements"][1]
    assert hidden["class"] == "too_few"
    assert hidden["suppressed"]
    assert all(hidden[name] is None for name in (*COLUMNS, "p", "q", "wilson"))
    assert {"where": "statement:1", "reason": "base_below_k"} in to_json(report)["suppressed"]
    rows = [row for row in table(COATS["csv"].write(report)) if row["turn"] == "1"]
    assert {row["people"] for row in rows} == {""}


@often(40)
@given(
    seed=some.integers(0, 10_000),
    small=some.integers(6, 20),
    seen=some.sampled_from([0.25, 0.5, 0.9]),
)
@pytest.mark.slow
def test_no_group_and_no_difference_isolates_fewer_than_five(
    seed: int, small: int, seen: float
) -> None:
    """All pairs: a group by itself, the total less any groups, the groups less each other."""
    votes = planted((40, small, small), 9, seed=seed, seen=seen)
    for one in told(voted(votes), plan=Plan(19, least_voters=12))["statements"]:
        if one["suppressed"]:
            continue
        parts = [
            Counter({name: tally[name] for name in COLUMNS[:3]}) for tally in one["groups"].values()
        ]
        rest = Counter({name: one[name] for name in COLUMNS[:3]})
        for part in parts:
            rest.subtract(part)
        assert all(count >= 0 for count in rest.values())
        for people in (*parts, *([rest] if parts and rest.total() else [])):
            assert people.total() >= 5
            assert len(+people) > 1, "one voice would tell everybody's"


def test_every_coat_holds_the_same_counts() -> None:
    report = planted_report()
    expected = {
        one["id"]: tuple(one[name] for name in COLUMNS) for one in to_json(report)["statements"]
    }
    package = zipfile.ZipFile(io.BytesIO(COATS["csv.zip"].write(report)))
    rows = table(package.read("statements.csv"))
    assert {row["statement"]: tuple(int(row[name]) for name in COLUMNS) for row in rows} == expected
    book = openpyxl.load_workbook(io.BytesIO(COATS["xlsx"].write(report)))
    head, *lines = book["Påståenden"].iter_rows(values_only=True)
    found = [dict(zip(head, line, strict=True)) for line in lines]
    assert {row["statement"]: tuple(row[name] for name in COLUMNS) for row in found} == expected
    page = COATS["html"].write(report).decode()
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(report)))
    charts = [
        [tuple(series.values) for series in shape.chart.plots[0].series]
        for slide in deck.slides for shape in slide.shapes if shape.has_chart
    ]  # fmt: skip
    agreed = [one for one in to_json(report)["statements"] if one["class"] == "consensus"]
    assert agreed
    drawn = {bar for chart in charts for bar in zip(*chart, strict=True)}
    for one in agreed:
        assert (one["disagree"], one["pass"], one["agree"]) in drawn
        row = "".join(
            f'<td class="n">{one[name]}</td>' for name in ("disagree", "pass", "agree", "seen")
        )
        assert row in page


def test_an_open_link_is_said_to_let_one_person_answer_several_times() -> None:
    report = planted_report()
    said = "En person kan ha svarat flera gånger."
    assert any(said in line for line in report.method)
    assert any(said in line for line in to_json(report)["notes"])
    page = COATS["html"].write(report).decode()
    assert page.count(said) == page.count("<figure>") + 1
    assert said not in COATS["html"].write(invited_report()).decode()


def test_the_same_votes_in_any_order_give_the_same_bytes() -> None:
    data = voted(planted((30, 25), 8, seed=4))
    votes = list(data.votes)
    random.Random(3).shuffle(votes)
    other = dataclasses.replace(data, votes=votes)
    first, second = (build_report(one, language="en") for one in (data, other))
    for form in ("html", "json", "pptx", "csv.zip"):
        assert COATS[form].write(first) == COATS[form].write(second)


def test_a_group_that_answers_with_one_voice_is_told_in_words() -> None:
    cells = np.full((60, 8), AGREE, dtype=np.int8)
    cells[30:, :4] = DISAGREE
    cells[:, 4:] = np.where(np.random.default_rng(1).random((60, 4)) < 0.5, AGREE, DISAGREE)
    report = build_report(voted(votes_of(cells)), language="sv")
    body = to_json(report)
    assert body["groups"]["shown"]
    assert body["statements"][0]["groups"] == {}
    page = COATS["html"].write(report).decode()
    assert "Siffrorna visas inte: någon grupp är för liten där, eller svarar med en röst." in page


def test_votes_lead_while_a_free_text_beside_them_waits() -> None:
    report = planted_report()
    lead = lead_of(dataclasses.replace(report, keep=Voices("keep", 0, 5)))
    assert lead == lead_of(report)
    assert lead.keep is not None
    assert lead.keep.heading == "Samsyn"


def bars(report: Report) -> list[Bar]:
    """All bars that are drawn of statements."""
    found = opinion_blocks(report, Wording(report.language, report.unit))
    return [bar for block in found if block.figure for bar in block.figure.bars]


def test_a_share_is_drawn_with_its_interval_where_some_of_those_asked_have_answered() -> None:
    """The whisker's point parts those who took a stand, so it lies among those who passed."""
    votes = planted((10, 8), 9, seed=2)
    report = build_report(voted(votes, known=24, purpose="member_check"), language="sv")
    statements = {one["text"]: one for one in to_json(report)["statements"]}
    for bar in bars(report):
        one, found = statements[bar.title.removesuffix(" – från en deltagare")], bar.whisker
        low, high = one["wilson"]
        assert (found.low, found.high) == pytest.approx((1 - high, 1 - low), abs=1e-6)
        assert found.low <= found.at <= found.high
        before = one["disagree"] / one["seen"]
        assert before <= found.at <= before + one["pass"] / one["seen"]
        assert found.told == f"{round(100 * low)}–{round(100 * high)}\u00a0%"
    page = COATS["html"].write(report).decode()
    assert page.count("ritas under stapeln") == 1


@pytest.mark.parametrize(
    ("known", "purpose"), [(120, "dialogue"), (None, "member_check"), (18, "member_check")]
)
def test_no_interval_is_drawn_for_those_who_chose_to_answer_or_for_everybody(
    known: int | None, purpose: str
) -> None:
    """Self-selected people are no sample (S3), and the votes of all who were asked are a fact (S2)."""
    votes = planted((10, 8), 9, seed=2, seen=1)
    report = build_report(voted(votes, known=known, purpose=purpose), language="sv")
    drawn = bars(report)
    assert drawn
    assert all(bar.whisker is None for bar in drawn)
    assert all(one["wilson"] is None for one in to_json(report)["statements"])
    assert not any("95 %" in line for line in written_lines(report))


@pytest.mark.parametrize(
    ("known", "why"), [(None, "har själva valt att vara med"), (18, "Alla har svarat")]
)
def test_the_method_says_why_there_is_no_interval(known: int | None, why: str) -> None:
    votes = planted((10, 8), 9, seed=2, seen=1)
    report = build_report(voted(votes, known=known, purpose="member_check"), language="sv")
    [told] = [line for line in report.method if line.startswith("Andelen är av dem")]
    assert why in told


def written_lines(report: Report) -> list[str]:
    """The words of every coat that people read."""
    page = COATS["html"].write(report).decode()
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(report)))
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    sheet = openpyxl.load_workbook(io.BytesIO(COATS["xlsx"].write(report)))["Påståenden"]
    heads, *rows = sheet.values
    ends = [heads.index(name) for name in ("share_low", "share_high")]
    return [page, *notes, *("95 %" for row in rows for end in ends if row[end] is not None)]


def test_groups_are_drawn_without_intervals() -> None:
    """They are made of these very votes, so that no probability holds for them."""
    report = invited_report()
    assert to_json(report)["groups"]["shown"]
    marked = {bar.title for bar in bars(report) if bar.whisker}
    assert marked
    assert not any(title.startswith(("Grupp ", "Övriga: ")) for title in marked)


def test_every_bar_on_a_slide_has_its_name() -> None:
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(planted_report())))
    drawn = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert drawn
    assert all(chart._chartSpace.xpath(".//c:catAx/c:tickLblSkip/@val") == ["1"] for chart in drawn)
