"""Every questionnaire that ships gives a report, whatever was answered and in both languages."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from walking import EVERY_LOOP, reported, walked, without_drawings

from analysis.report.as_json import to_json
from analysis.report.build import build_report, quote_candidates
from analysis.report.html import to_html
from surveys.conversation.respondent import is_shown_by_name
from surveys.questionnaire.loading import library_ids

NAMES = (*library_ids(), EVERY_LOOP.stem)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.slow
def test_a_report_can_be_made_of_any_answers(name: str) -> None:
    for people, language in ((0, "sv"), (6, "en"), (24, "sv"), (24, "en")):
        data = walked(name, people)
        quote_candidates(data, "sv")
        report = reported(name, people, language)
        page = to_html(report)
        body = to_json(report)
        told = without_drawings(page) + json.dumps(body, ensure_ascii=False)
        never = {"60.6", "plan.pdf", "Grupp 1"}
        if is_shown_by_name(data.survey):
            never.remove("Grupp 1")
        assert not [word for word in never if word in told]
        assert not [one["text"] for one in body["questions"] if set("{}") & set(one["text"])]
        assert page.count("<svg") <= 16
        regions = re.findall(r'role="region" aria-label="([^"]+)"', page)
        assert len(regions) == len(set(regions)), (
            "two regions of one name cannot be told apart by ear"
        )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.slow
def test_the_same_answers_give_the_same_bytes_in_whatever_order_they_came(name: str) -> None:
    data = walked(name, 6)
    backwards = replace(data, rows=list(reversed(data.rows)))
    first, second = reported(name, 6), build_report(backwards, language="sv")
    assert to_html(first) == to_html(second)
    assert to_json(first) == to_json(second)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_about_a_base_under_k_is_told(name: str) -> None:
    for people in (5, 6, 7):
        for question in to_json(reported(name, people))["questions"]:
            if question["n"] < 5:
                assert question["median"] is None
                assert all(
                    cell["n"] is None and cell["suppressed"] and not cell.get("top")
                    and cell.get("median") is None
                    for cell in question["cells"]
                )  # fmt: skip
