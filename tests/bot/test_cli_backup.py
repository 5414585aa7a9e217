"""`db backup`, `db restore` and `doctor`: the copy is whole, and nothing that has gone comes back with it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from surveys.store.database.holding import Hold

ANSWERS = "4\n5\n1\nbra\nmer tid\n"


class Office:
    """A terminal with a database of its own, and a copy of it."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "dalalab.sqlite"
        self.copy = folder / "copy.sqlite"

    def do(self, *words: str, typed: str | None = None) -> Result:
        address = f"sqlite:///{self.database}"
        return CliRunner().invoke(app, [*words, "--database", address], input=typed)

    def json(self, *words: str) -> dict[str, Any]:
        result = self.do(*words, "--json")
        assert result.exit_code == 0, result.output
        body: dict[str, Any] = json.loads(result.stdout)
        return body

    def open(self) -> str:
        words = ("session_evaluation", "--title", "Träff", "--demo-notice")
        return str(self.json("survey", "open", *words)["code"])

    def answer(self, code: str) -> str:
        """Somebody answers; their receipt."""
        found = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", self.do("chat", code, typed=ANSWERS).stdout)
        assert found is not None
        return found[0]

    def back_up(self) -> dict[str, Any]:
        return self.json("db", "backup", "-o", str(self.copy))

    def restore(self) -> dict[str, Any]:
        return self.json("db", "restore", str(self.copy))

    def answered(self, code: str) -> int:
        return int(self.json("survey", "show", code)["complete"])


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    return Office(tmp_path)


def test_a_copy_is_made_beside_a_running_server_and_put_back(office: Office) -> None:
    code = office.open()
    office.answer(code)
    hold = Hold(office.database)
    made = office.back_up()
    hold.release()
    assert (made["format"], made["differences"]) == ("dalalab.backup/1", [])
    assert office.copy.stat().st_mode & 0o077 == 0
    office.database.unlink()
    restored = office.restore()
    assert (restored["replaced"], restored["again"]) == (None, None)
    assert office.answered(code) == 1


def test_what_has_gone_since_does_not_come_back(office: Office) -> None:
    left, closed, disposed = office.open(), office.open(), office.open()
    receipt = office.answer(left)
    for code in (left, closed, disposed):
        office.answer(code)
    office.back_up()
    office.do("erase", receipt)
    office.do("survey", "close", closed)
    office.do("survey", "close", disposed)
    office.do("purge", disposed, "--decision-ref", "KS 1")
    restored = office.restore()
    assert restored["again"] == {"erased": 1, "closed": 2, "disposed": 1, "unrepeated": 0}
    assert office.answered(left) == 1
    assert office.json("survey", "show", closed)["state"] == "closed"
    assert office.json("db", "verify")["differences"] == []
    assert Path(restored["replaced"]).is_file()


def test_an_erasure_before_closing_that_cannot_be_repeated_is_told(office: Office) -> None:
    code = office.open()
    receipt = office.answer(code)
    office.back_up()
    office.do("erase", receipt)
    office.do("survey", "close", code)
    assert office.restore()["again"]["unrepeated"] == 1


def test_a_running_server_keeps_its_database(office: Office) -> None:
    code = office.open()
    office.back_up()
    office.answer(code)
    hold = Hold(office.database)
    refused = office.do("db", "restore", str(office.copy), "--json")
    hold.release()
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert office.answered(code) == 1


@pytest.mark.parametrize("content", [None, b"no database"])
def test_a_copy_that_is_none_replaces_nothing(office: Office, content: bytes | None) -> None:
    code = office.open()
    before = office.database.read_bytes()
    if content is not None:
        office.copy.write_bytes(content)
    refused = office.do("db", "restore", str(office.copy))
    assert refused.exit_code == 2
    assert "dalalab run" not in refused.output, "starting the server makes no copy"
    assert office.database.read_bytes() == before
    assert office.answered(code) == 0
    assert not list(office.database.parent.glob("*.restoring*"))


def test_a_backup_replaces_no_file(office: Office) -> None:
    office.open()
    office.copy.write_bytes(b"mine")
    assert office.do("db", "backup", "-o", str(office.copy)).exit_code == 2
    assert office.copy.read_bytes() == b"mine"


def test_the_doctor_says_what_is_wrong_and_what_to_do(office: Office) -> None:
    missing = office.json("doctor")
    assert [each["state"] for each in missing["checks"]] == ["warning", "warning"]
    office.open()
    well = office.json("doctor")
    assert (list(well), well["format"]) == (["format", "checks"], "dalalab.doctor/1")
    assert {each["state"] for each in well["checks"]} == {"ok"}
    office.database.with_name("secret.key").chmod(0o644)
    ill = office.do("doctor", "--json")
    found = {each["name"]: each["state"] for each in json.loads(ill.stdout)["checks"]}
    assert (ill.exit_code, found["key"], found["database"]) == (1, "error", "ok")
    assert "chmod 600" in ill.stderr
    office.database.write_bytes(b"no database")
    assert office.do("doctor").exit_code == 1
