"""G6: whatever few people answer, nothing about them is in the JSON or on the page."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meetings import DEGREES, data_of, survey

from analysis.report.as_json import to_json
from analysis.report.build import build_report, build_series_report, quote_candidates
from analysis.report.html import to_html
from surveys.conversation.values import Choice, Choices, NamedPlace, Outside, Position, Words
from surveys.questionnaire.loading import library_questionnaire

SECRETS = ("Qvarnfors grusgrop", "Xylofonens klang", "Zebrarandig matta")
OPTIONS = ("examples", "peers", "exercises", "talks", "reflection")

people = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "usefulness": st.sampled_from(DEGREES).map(Choice) | st.just(Outside("dont_know")),
            "most_valuable": st.sampled_from(OPTIONS).map(lambda one: Choices((one,))),
            "keep": st.sampled_from(SECRETS).map(Words),
            "change": st.sampled_from(("Mer tid", "Längre pauser", "-", *SECRETS)).map(Words),
        },
    ),
    max_size=9,
)
light = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def rows_of(answers):
    return [
        (who, name, value) for who, said in enumerate(answers, 1) for name, value in said.items()
    ]


@light
@given(people)
def test_no_count_of_a_base_under_k_is_told(answers) -> None:
    body = to_json(build_report(data_of(rows_of(answers)), language="sv"))
    for question in body["questions"]:
        outside = [question["missing"][name] for name in ("dont_know", "no_answer", "na")]
        if question["n"] < 5:
            assert question["median"] is None
            assert all(cell["n"] is None and cell["suppressed"] for cell in question["cells"])
            assert "Visas inte: färre än 5 svar" in question["sentence"]
        if question["n"] + sum(count or 0 for count in outside) < 5:
            assert outside == [None] * 3
    for theme in body["themes"]:
        assert theme["people"] >= 3


@light
@given(people)
def test_words_nobody_approved_are_nowhere_unless_two_share_them(answers) -> None:
    data = data_of(rows_of(answers))
    decisions = {one.id: True for one in quote_candidates(data, "sv")}
    report = build_report(data_of(rows_of(answers), decisions=decisions), language="sv")
    shown = to_html(report) + json.dumps(to_json(report), ensure_ascii=False)
    assert not any(secret in shown for secret in SECRETS)


def test_under_k_a_closed_report_only_says_that_too_few_answered() -> None:
    answers = [(who, "usefulness", Choice("not_at_all")) for who in range(1, 4)]
    answers += [(1, "keep", Words(SECRETS[0]))]
    report = build_report(data_of(answers), language="sv")
    page, body = to_html(report), to_json(report)
    assert "Inget visas: färre än 5 personer svarade" in page
    assert "<svg" not in page
    assert SECRETS[0] not in page
    assert body["questions"] == body["themes"] == body["trend"] == []
    assert [entry["where"] for entry in body["suppressed"]] == ["survey"]
    assert quote_candidates(data_of(answers), "sv") == []


def test_a_report_on_what_has_been_disposed_of_does_not_say_that_too_few_answered() -> None:
    data = data_of([])
    counts = replace(data.counts, begun=12, complete=12)
    data = replace(data, counts=counts, survey=replace(data.survey, purged=True))
    report = build_report(data, language="sv")
    assert report.base.answered == 12
    assert "svaren är gallrade enligt beslut" in to_html(report)
    assert "färre än 5" not in report.lacking
    assert to_json(report)["suppressed"] == [{"where": "survey", "reason": "purged"}]


def test_a_question_under_k_is_not_shown_while_others_are_shown() -> None:
    answers = [(who, "usefulness", Choice("high")) for who in range(1, 8)]
    answers += [(who, "could_speak", Choice("not_at_all")) for who in range(1, 4)]
    report = build_report(data_of(answers), language="sv")
    assert report.questions[1].waits == 2
    page = to_html(report)
    assert "Visas inte: färre än 5 svar." in page
    assert page.count("<svg") == 1


def test_a_series_with_a_small_meeting_shows_the_others() -> None:
    first = data_of(
        [(who, "usefulness", Choice("high")) for who in range(1, 8)], survey(code="A", title="A")
    )
    small = data_of([(1, "usefulness", Choice("not_at_all"))], survey(code="B", title="B"))
    body = to_json(build_series_report([first, small], language="sv"))
    points = body["trend"][0]["points"]
    assert [cell["n"] for cell in points[1]["cells"]] == [None] * 5
    where = {entry["where"] for entry in body["suppressed"]}
    assert {"survey:B", "survey:B:question:usefulness"} <= where


@pytest.mark.parametrize("approve", [True, False])
def test_quotes_of_a_question_with_four_answers_are_never_shown(*, approve: bool) -> None:
    answers = [(who, "usefulness", Choice("high")) for who in range(1, 8)]
    answers += [
        (
            who,
            "keep",
            Words(f"Nätverkande med kollegor nummer {('ett', 'två', 'tre', 'fyra')[who]}"),
        )
        for who in range(4)
    ]
    from analysis.themes.quotes import quote_id

    decisions = {
        quote_id("ABCDE", "keep", value.text): approve
        for _, _, value in answers
        if isinstance(value, Words)
    }
    page = to_html(build_report(data_of(answers, decisions=decisions), language="sv"))
    assert "Nätverkande" not in page


def test_places_are_counted_by_name_and_never_by_coordinate() -> None:
    where = survey(library_questionnaire("place_dialogue"), places=("torget", "parken"))
    answers = [(who, "place", NamedPlace("torget")) for who in range(1, 8)]
    answers += [(8, "place", NamedPlace("parken")), (9, "place", Position(60.60718, 15.63171))]
    answers += [(who, "place", Words("Hemliga gläntan")) for who in range(10, 14)]
    report = build_report(data_of(answers, where), language="sv")
    place = report.questions[0]
    assert [(cell.label, cell.n) for cell in place.cells] == [("Torget", 7), ("Andra platser", 6)]
    page = to_html(report)
    assert "60.607" not in page
    assert "gläntan" not in page
