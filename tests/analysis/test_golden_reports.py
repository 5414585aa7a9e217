"""Whole reports as they were: `pytest tests/analysis/test_golden_reports.py --update-golden` writes them anew.

A golden file is the outward JSON with one question, theme or note on a line, so that a change can be read line by line
before it is committed.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from meetings import all_meetings
from walking import walked

from analysis.report.as_json import to_json
from analysis.report.build import build_report, build_series_report
from surveys.questionnaire.loading import library_ids

GOLDEN = Path(__file__).parents[1] / "golden" / "reports"
PEOPLE = 12


def lines_of(body: dict[str, object]) -> str:
    """One line for each thing in a list, one for each other key."""
    found = []
    for key, value in body.items():
        if isinstance(value, list):
            found += [f"{key}: {json.dumps(one, ensure_ascii=False)}" for one in value]
        else:
            found.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(found) + "\n"


@pytest.mark.parametrize("name", [*library_ids(), "series"])
def test_a_report_is_as_it_was(name: str, pytestconfig: pytest.Config) -> None:
    if name == "series":
        report = build_series_report(all_meetings(), language="sv")
    else:
        report = build_report(walked(name, PEOPLE), language="sv")
    now, file = lines_of(to_json(report)), GOLDEN / f"{name}.txt"
    if pytestconfig.getoption("--update-golden"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")
