"""An organiser's terminal in a folder of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from bot.cli import app

NOTICE = """
controller = "Region Dalarna"
purpose = {sv = "att göra nästa träff bättre", en = "making the next meeting better"}
legal_basis = "public_interest"
retain_until = 2099-12-31
decision_ref = "RD 2026/1"
"""


class Office:
    """An organiser's terminal in a folder of its own."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder, self.database = folder, database

    def do(self, *words: str, typed: str | None = None) -> Result:
        """A command; the database is ours."""
        return CliRunner().invoke(app, [*words, "--database", self.database], input=typed)

    def json(self, *words: str) -> dict[str, Any]:
        """The one object a command prints."""
        result = self.do(*words, "--json")
        assert result.exit_code == 0, result.output
        body: dict[str, Any] = json.loads(result.stdout)
        return body

    def open(self, *words: str) -> str:
        """Opens a session evaluation; its code."""
        notice = self.folder / "notice.toml"
        notice.write_text(NOTICE, encoding="utf-8")
        title = ("--title", "Träff 1", "--notice", str(notice))
        return str(self.json("survey", "open", "session_evaluation", *title, *words)["code"])

    def chat(self, code: str, typed: str) -> Result:
        """A conversation typed in advance."""
        return self.do("chat", code, typed=typed)
