"""What commands tell of an open survey is kept first, and listed: `report`, `quotes`, `publications`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import app


class Office:
    """A folder with a database, and commands on it."""

    def __init__(self, folder: Path) -> None:
        self._database = f"sqlite:///{folder}/dalalab.sqlite"
        opened = self.do("survey", "open", "session_evaluation", "--title", "T", "--demo-notice")
        self.code = opened["code"]

    def do(self, *words: str, typed: str | None = None) -> dict[str, Any]:
        """A command's JSON; {} where it gives none."""
        form = ("--json",) if words[0] not in {"chat", "report"} else ()
        done = CliRunner().invoke(app, [*words, *form, "--database", self._database], input=typed)
        assert done.exit_code == 0, done.output
        found: dict[str, Any] = json.loads(done.stdout) if words[0] != "chat" else {}
        return found

    def answer(self, numbers: range) -> None:
        for number in numbers:
            typed = f"{number % 5 + 1}\n4\n1\nsamtalen var ärliga, sa {number}\nmer tid {number}\n"
            self.do("chat", self.code, typed=typed)

    def report(self) -> dict[str, Any]:
        return self.do("report", self.code, "--format", "json")


@pytest.mark.slow
def test_a_command_keeps_what_it_tells_before_it_tells_it(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.answer(range(4))
    assert office.report()["base"]["answered"] == 4
    assert office.do("publications", office.code)["publications"] == []
    office.answer(range(4, 6))
    assert len(office.do("quotes", office.code)["quotes"]) > 0
    first = office.report()
    office.answer(range(6, 7))
    assert office.report() | {"base": None} == first | {"base": None}
    assert first["base"]["answered"] == 6
    office.do("survey", "close", office.code)
    assert office.report()["questions"] == first["questions"]
    listed = office.do("publications", office.code)
    assert [each["number"] for each in listed["publications"]] == [1, 2]
    asked = {question["id"] for each in listed["publications"] for question in each["questions"]}
    assert asked == {"usefulness", "could_speak", "most_valuable", "keep", "change"}
