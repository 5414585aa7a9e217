"""What is wrong on the command line: a sentence that says what to do, the exit code, and nothing done."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from bot.cli import app
from tests.bot.office import NOTICE, Office


@pytest.mark.parametrize(
    "key", ["controller", "purpose", "legal_basis", "retain_until", "decision_ref"]
)
def test_a_missing_legal_key_is_named_and_nothing_opens(office: Office, key: str) -> None:
    notice = office.folder / "notice.toml"
    lines = [line for line in NOTICE.splitlines() if not line.startswith(key)]
    notice.write_text("\n".join(lines), encoding="utf-8")
    result = office.do(
        "survey", "open", "session_evaluation", "--title", "T", "--notice", str(notice), "--json"
    )
    assert result.exit_code == 1
    assert key in result.stderr
    assert json.loads(result.stdout)["problems"][0]["code"] == "notice_missing_key"


def test_a_notice_that_nests_without_end_is_a_mistake_like_any_other(office: Office) -> None:
    notice = office.folder / "notice.toml"
    notice.write_text("purpose = " + "[" * 9000, encoding="utf-8")
    result = office.do(
        "survey", "open", "session_evaluation", "--title", "T", "--notice", str(notice)
    )
    assert result.exit_code == 1
    assert "delar i delar i delar" in result.stderr


def test_without_a_notice_all_that_is_missing_is_told_at_once(office: Office) -> None:
    result = office.do("survey", "open", "session_evaluation", "--title", "T")
    assert result.exit_code == 1
    assert [line.startswith("--notice: ") for line in result.stderr.splitlines()] == [True] * 5


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("survey", "show", "NOPE"), 2, "Ingen enkät har koden NOPE"),
        (("chat", "NOPE"), 2, "Ingen enkät har koden NOPE"),
        (("report", "NOPE"), 2, "Ingen enkät har koden NOPE"),
        (("report",), 2, "Ange enkätens kod, eller --series"),
        (("report", "X", "--format", "docx"), 2, "html, json"),
        (("survey", "open", "no_such", "--title", "T", "--demo-notice"), 2, "De här följer med"),
        (
            ("survey", "open", "follow_up", "--title", "T", "--demo-notice", "--opens", "snart"),
            2,
            "2027-02-05T16:00",
        ),
        (("survey", "open", "gone.toml", "--title", "T", "--demo-notice"), 2, "gone.toml"),
        (("report", "--series", "Ingen"), 2, "Ingen enkät hör till serien"),
    ],
)
def test_a_mistake_gets_a_sentence_and_its_exit_code(
    office: Office, words: tuple[str, ...], code: int, says: str
) -> None:
    office.open()
    result = office.do(*words)
    assert result.exit_code == code
    assert says in result.stderr


def test_a_missing_file_is_a_mistake_of_usage_in_the_terminals_language(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = CliRunner().invoke(app, ["check", "gone.toml"])
    assert (gone.exit_code, gone.stderr) == (2, "gone.toml går inte att läsa: filen finns inte.\n")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    gone = CliRunner().invoke(app, ["check", "gone.toml"])
    assert (gone.exit_code, "no such file" in gone.stderr) == (2, True)


def test_a_misspelt_setting_is_told_with_what_was_meant(office: Office) -> None:
    (office.folder / "config.toml").write_text("[web]\nprot = 1\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["survey", "list"])
    assert result.exit_code == 2
    assert "Menade du web.port?" in result.stderr


def test_a_secret_in_the_configuration_file_is_refused(office: Office) -> None:
    (office.folder / "config.toml").write_text('[telegram]\ntoken = "1:x"\n', encoding="utf-8")
    result = CliRunner().invoke(app, ["survey", "list"])
    assert result.exit_code == 2
    assert "DALALAB_TELEGRAM_TOKEN" in result.stderr
    assert "1:x" not in result.stderr


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--opens", "2099-02-01T12:00", "--closes", "2099-01-01T12:00"), "closes_too_early"),
        (("--closes", "2020-01-01T12:00"), "closes_too_early"),
        (("--channel", "web", "--channel", "pigeon"), "unknown_channel"),
        (("--language", "xx"), "language_not_written"),
        (("--title", " "), "title_empty"),
    ],
)
def test_what_cannot_work_is_told_and_nothing_opens(
    office: Office, words: tuple[str, ...], found: str
) -> None:
    opening = ("survey", "open", "session_evaluation", "--title", "T", "--demo-notice", *words)
    result = office.do(*opening, "--json")
    assert result.exit_code == 1
    assert [each["code"] for each in json.loads(result.stdout)["problems"]] == [found]
    assert words[-2] in result.stderr
    assert office.json("survey", "list")["surveys"] == []


@pytest.mark.parametrize("command", ["report", "record", "meta"])
def test_reports_are_written_in_two_languages_and_no_other(office: Office, command: str) -> None:
    code = office.open()
    result = office.do(command, code, "--language", "fi")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--language sv" in result.stderr


def test_an_open_survey_is_closed_before_it_is_disposed_of(office: Office) -> None:
    code = office.open()
    office.chat(code, "4\n5\n1\nbra\nmer tid\n")
    refused = office.do("purge", code, "--decision-ref", "KS 2026/12")
    assert (refused.exit_code, f"survey close {code}" in refused.stderr) == (2, True)
    office.do("survey", "close", code)
    disposed = office.do("purge", code, "--decision-ref", "KS 2026/12")
    assert "från en person" in disposed.stdout


@pytest.mark.parametrize("receipt", ["AAAAA-22222", ""])
def test_a_receipt_nobody_has_is_told_with_its_exit_code(office: Office, receipt: str) -> None:
    office.open()
    result = office.do("erase", receipt, "--json")
    assert (result.exit_code, json.loads(result.stdout)["erased"]) == (1, 0)
    assert "kvittokod" in result.stderr


def test_a_quote_nobody_knows_is_told_as_an_unknown_statement_is(office: Office) -> None:
    result = office.do("quotes", office.open(), "--approve", "zzz", "--json")
    assert (result.exit_code, json.loads(result.stdout)["quotes"]) == (1, [])
    assert "zzz" in result.stderr
