"""The report as a whole: its numbers, its sentences, its JSON shape, and that it is always the same."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import random
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from meetings import all_meetings, data_of, meeting, one_meeting_of_all, survey

from analysis.frames import SurveyData
from analysis.report.as_json import to_json
from analysis.report.build import build_report, build_series_report, quote_candidates
from analysis.report.html import to_html
from surveys.conversation.values import Choice, Choices, Outside, Skipped, Words


def approved(number: int = 1) -> SurveyData:
    waiting = quote_candidates(meeting(number), "sv")
    return meeting(number, {candidate.id: True for candidate in waiting})


def text_of(html: str) -> str:
    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.parts: list[str] = []
            self.silent = 0

        def handle_starttag(self, tag, attrs):
            self.silent += tag in {"style", "script"}

        def handle_endtag(self, tag):
            self.silent -= tag in {"style", "script"}

        def handle_data(self, data):
            if not self.silent:
                self.parts.append(data)

    reader = Reader()
    reader.feed(html)
    return " ".join(" ".join(reader.parts).split())


def test_the_head_tells_who_answered_and_who_came() -> None:
    page = text_of(to_html(build_report(meeting(1), language="sv")))
    assert "Vad säger deltagarna?" in page
    assert "18 av 24 svarade (75 %)" in page
    assert "24 var inbjudna, 24 deltog" in page
    assert "ÖVNINGSDATA" in page


def test_the_rate_is_over_those_who_attended_when_that_is_known() -> None:
    data = one_meeting_of_all()
    assert to_json(build_report(data, language="sv"))["base"] == {
        "invited": 40,
        "attended": 36,
        "answered": 30,
        "partial": 0,
        "rate": 0.8333,
    }
    over_invited = survey(attended=None, invited=40)
    answers = [(who, "keep", Words("Nätverket")) for who in range(1, 31)]
    assert build_report(data_of(answers, over_invited), language="sv").base.rate == 0.75


def test_an_open_link_has_no_rate_and_says_why() -> None:
    where = survey(attended=None, invited=None)
    answers = [(who, "usefulness", Choice("high")) for who in range(1, 7)]
    report = build_report(data_of(answers, where), language="sv")
    assert report.base.rate is None
    assert "Länken var öppen." in text_of(to_html(report))


def test_the_json_has_exactly_the_keys_others_rely_on() -> None:
    body = to_json(build_report(approved(), language="sv"))
    assert list(body) == [
        "format", "survey", "language", "k", "base", "questions", "themes", "statements",
        "groups", "trend", "suppressed", "notes",
    ]  # fmt: skip
    assert body["format"] == "dalalab.report/1"
    assert body["survey"] == "TREFF1"
    assert set(body["questions"][0]) == {
        "id", "turn", "kind", "text", "n", "missing", "cells", "median", "sentence",
    }  # fmt: skip
    assert set(body["questions"][0]["cells"][0]) == {"id", "label", "n", "suppressed"}
    assert set(body["themes"][0]) == {
        "id", "label", "origin", "people", "answers", "sentence", "quotes",
    }  # fmt: skip
    json.dumps(body)


def test_missing_answers_stand_apart_and_are_never_a_zero() -> None:
    answers = [(who, "usefulness", Choice("high")) for who in range(1, 7)]
    answers += [(7, "usefulness", Outside("dont_know")), (8, "usefulness", Skipped())]
    answers += [(8, "keep", Words("Nätverket"))]
    question = to_json(build_report(data_of(answers), language="sv"))["questions"][0]
    assert question["n"] == 6
    assert question["missing"] == {"skipped": 1, "dont_know": 1, "no_answer": 0, "na": 0}
    assert question["median"] == 4.0
    assert question["sentence"] == "6 av 6 svarade i hög grad."


def test_percentages_stand_only_where_twenty_answered() -> None:
    few = [(who, "usefulness", Choice("high")) for who in range(1, 20)]
    many = [*few, (20, "usefulness", Choice("some"))]
    sentences = [
        build_report(data_of(answers), language="sv").questions[0].sentence
        for answers in (few, many)
    ]
    assert sentences == [
        "19 av 19 svarade i hög grad.",
        "19 av 20 (95 %) svarade i hög grad.",
    ]


def test_a_known_group_gets_the_worst_case_and_no_margin() -> None:
    answers = [(who, "usefulness", Choice("high")) for who in range(1, 16)]
    answers += [(who, "usefulness", Choice("small")) for who in range(16, 19)]
    page = text_of(to_html(build_report(data_of(answers), language="sv")))
    assert "Som minst 15 och som mest 21 av 24" in page
    assert "NPS" not in page


def test_a_tie_is_told_as_a_tie() -> None:
    answers = [
        (who, "most_valuable", Choices(("examples",) if who % 2 else ("peers",)))
        for who in range(1, 7)
    ]
    found = build_report(data_of(answers), language="sv").questions
    assert found[2].sentence == (
        "Lika vanliga: Exempel från andra och Samtalen med kollegor (3 av 6 var)."
    )


def test_quotes_wait_until_somebody_approves_them() -> None:
    waiting = text_of(to_html(build_report(meeting(1), language="sv")))
    assert "Citat väntar på godkännande (" in waiting
    assert "”" not in waiting
    shown = build_report(approved(), language="sv")
    assert shown.keep is not None
    assert all(len(theme.approved) == 2 for theme in shown.keep.themes[:2])


def test_a_hidden_quote_is_not_shown_and_another_is_offered() -> None:
    candidates = quote_candidates(one_meeting_of_all(), "sv")
    hidden = candidates[0]
    after = quote_candidates(one_meeting_of_all({hidden.id: False}), "sv")
    assert [one.state for one in after if one.id == hidden.id] == ["hidden"]
    assert len([one for one in after if one.theme == hidden.theme and one.state == "waiting"]) == 4
    report = build_report(one_meeting_of_all({hidden.id: False}), language="sv")
    assert hidden.text not in to_html(report)


def test_a_quote_keeps_its_id_when_more_answers_come() -> None:
    data = one_meeting_of_all()
    fewer = dataclasses.replace(data, rows=[row for row in data.rows if row.respondent < 25])
    ids = {one.text: one.id for one in quote_candidates(data, "sv")}
    again = {one.text: one.id for one in quote_candidates(fewer, "sv")}
    both = ids.keys() & again.keys()
    assert both
    assert all(ids[text] == again[text] for text in both)


def test_every_quote_is_part_of_exactly_one_answer() -> None:
    data = one_meeting_of_all()
    decisions = {one.id: True for one in quote_candidates(data, "sv")}
    data = one_meeting_of_all(decisions)
    texts = [row.value.text for row in data.rows if isinstance(row.value, Words)]
    quotes = [q for t in to_json(build_report(data, language="sv"))["themes"] for q in t["quotes"]]
    assert len(quotes) >= 6
    for quote in quotes:
        assert sum(quote["text"] in text for text in texts) == 1


def test_every_describing_word_of_a_theme_is_written_in_one_of_the_answers() -> None:
    data = one_meeting_of_all()
    written = " | ".join(row.value.text for row in data.rows if isinstance(row.value, Words))
    report = build_report(data, language="sv")
    assert report.keep is not None
    assert report.change is not None
    for theme in (*report.keep.themes, *report.change.themes):
        assert all(word in written.lower() for word in theme.words)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_quotation_marks_stand_only_around_what_participants_wrote(language: str) -> None:
    data = approved()
    page = text_of(to_html(build_report(data, language=language)))
    texts = [row.value.text for row in data.rows if isinstance(row.value, Words)]
    opening, closing = ("”", "”") if language == "sv" else ("“", "”")
    quoted = re.findall(f"{opening}([^{opening}{closing}]+){closing}", page)
    assert quoted
    assert all(any(quote in text for text in texts) for quote in quoted)
    assert '"' not in page


def test_removing_an_answer_changes_the_count_of_its_theme() -> None:
    data = one_meeting_of_all()
    rows = [r for r in data.rows if r.value != Words("Högt i tak och ärliga samtal")]
    fewer = dataclasses.replace(data, rows=rows)
    people = [
        next(t["people"] for t in to_json(build_report(d, language="sv"))["themes"]
             if t["id"] == "climate")
        for d in (data, fewer)
    ]  # fmt: skip
    assert people == [8, 7]


def test_the_same_data_in_any_order_give_the_same_bytes() -> None:
    first = one_meeting_of_all()
    rows = list(first.rows)
    random.Random(7).shuffle(rows)
    renumbered = [dataclasses.replace(row, respondent=100 - row.respondent) for row in rows]
    second = dataclasses.replace(first, rows=renumbered)
    pages = [to_html(build_report(data, language="sv")) for data in (first, second)]
    assert pages[0] == pages[1]


@pytest.mark.slow
def test_a_new_process_gives_the_same_bytes() -> None:
    code = (
        "import hashlib, sys; sys.path.insert(0, 'tests/analysis')\n"
        "from meetings import meeting\n"
        "from analysis.report.build import build_report\n"
        "from analysis.report.html import to_html\n"
        "page = to_html(build_report(meeting(1), language='sv'))\n"
        "print(hashlib.sha256(page.encode()).hexdigest())"
    )
    env = {"PYTHONHASHSEED": "1", "PATH": ""}
    run = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True)
    here = hashlib.sha256(to_html(build_report(meeting(1), language="sv")).encode()).hexdigest()
    assert run.stdout.decode().strip() == here


def test_the_file_needs_neither_net_nor_script_and_every_picture_has_words() -> None:
    page = to_html(build_report(one_meeting_of_all(), language="sv"))
    assert "<script" not in page
    assert not re.findall(r'(?:src|href)="(?!#)', page)
    assert "url(http" not in page
    assert '<html lang="sv"' in page
    pictures = re.findall(r"<svg [^>]*>.{0,40}", page)
    assert len(pictures) >= 2
    assert all('role="img"' in picture and "<title" in picture for picture in pictures)
    assert page.count("<table") >= len(pictures)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_report_is_dated_by_its_data() -> None:
    page = text_of(to_html(build_report(meeting(1), language="sv")))
    assert "Enkäten stängde 19 september 2024." in page


def test_english_is_whole() -> None:
    page = text_of(to_html(build_report(meeting(1), language="en")))
    assert "What do the participants say?" in page
    assert "18 of 24 answered (75%)" in page
    assert "deltagarna" not in page


def test_a_series_shows_its_meetings_side_by_side() -> None:
    report = build_series_report(list(reversed(all_meetings())), language="sv")
    body = to_json(report)
    assert body["survey"] == "dalalab"
    assert [point["survey"] for point in body["trend"][0]["points"]] == [
        f"TREFF{number}" for number in range(1, 5)
    ]
    page = text_of(to_html(report))
    assert page.count("Ingen säker skillnad mellan träffarna") == 1, (
        "said once, not over every chart"
    )
    assert "Det är delvis olika personer" in page
    assert "60 svar från 4 träffar" in page


def test_importing_analysis_loads_nothing_heavy() -> None:
    code = (
        "import sys, analysis, analysis.report.build, analysis.report.html\n"
        "heavy = {'pandas', 'matplotlib', 'sklearn', 'wordcloud', 'simplemma', 'py3langid', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "[]"
