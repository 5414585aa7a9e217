"""A citizen dialogue is in Telegram only when its notice names an impact assessment (L16, L17)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.addresses import Addresses, write_run_file
from bot.cli import app

NOTICE = """
controller = "Exempelkommunen"
purpose = {sv = "att planera torget", en = "planning the square"}
legal_basis = "public_interest"
retain_until = 2099-12-31
decision_ref = "KS 2027/1"
"""
INFLUENCE = """
[influence]
level = "dialogue"
can_affect = {sv = "Torget.", en = "The square."}
cannot_affect = {sv = "Bussen.", en = "The bus."}
feedback = {date = "2030-01-01", where = {sv = "här", en = "here"}}
"""
ASSESSED = 'dpia_ref = "KS 2027/2"\n'
Do = Callable[..., Result]


@pytest.fixture
def do(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Do:
    """A command in a folder where a server speaks Telegram as @dialogbot."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    database = sqlite_url
    running = Addresses("https://fraga.test", telegram_name="dialogbot")
    write_run_file(tmp_path / "dalalab", running)
    return lambda *words: CliRunner().invoke(app, [*words, "--database", database, "--json"])


def opened(do: Do, notice: str, *more: str, title: str = "Torget") -> Result:
    Path("notice.toml").write_text(notice + INFLUENCE, encoding="utf-8")
    words = ("survey", "open", "place_dialogue", "--title", title, "--notice", "notice.toml")
    return do(*words, *more)


@pytest.mark.parametrize("notice", [NOTICE, NOTICE + 'dpia_ref = "  "\n'])
def test_asked_for_by_name_it_is_refused_with_what_to_do(do: Do, notice: str) -> None:
    refused = opened(do, notice, "--channel", "web", "--channel", "telegram")
    assert refused.exit_code == 1
    assert "notice.toml: En medborgardialog får gå genom Telegram först när" in refused.stderr
    assert "Lägg till dpia_ref i filen" in refused.stderr
    assert json.loads(refused.stdout)["problems"][0]["code"] == "telegram_without_dpia"
    assert json.loads(do("survey", "list").stdout)["surveys"] == []


def test_by_itself_it_opens_without_telegram_and_says_so(do: Do) -> None:
    result = opened(do, NOTICE)
    assert result.exit_code == 0
    assert "Telegram är avstängt för den här enkäten" in result.stderr
    assert "dpia_ref" in result.stderr
    body = json.loads(result.stdout)
    assert "left_out" not in body
    shown = json.loads(do("survey", "show", body["code"]).stdout)
    assert shown["join"] == {"web": f"https://fraga.test/{body['code']}", "telegram": None}


def test_asked_for_on_the_web_alone_nothing_needs_to_be_said(do: Do) -> None:
    result = opened(do, NOTICE, "--channel", "web")
    assert (result.exit_code, result.stderr) == (0, "")


def test_with_an_assessment_it_is_in_telegram(do: Do) -> None:
    result = opened(do, NOTICE + ASSESSED)
    assert (result.exit_code, result.stderr) == (0, "")
    body = json.loads(result.stdout)
    assert body["join"]["telegram"] == f"https://t.me/dialogbot?start={body['code']}"


def test_an_exercise_needs_no_assessment(do: Do) -> None:
    words = ("survey", "open", "place_dialogue", "--title", "Torget", "--demo-notice")
    result = do(*words, "--channel", "web", "--channel", "telegram")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["join"]["telegram"] is not None


def test_what_is_no_citizen_dialogue_needs_no_assessment(do: Do) -> None:
    Path("notice.toml").write_text(NOTICE, encoding="utf-8")
    words = ("survey", "open", "session_evaluation", "--title", "T", "--notice", "notice.toml")
    assert json.loads(do(*words).stdout)["join"]["telegram"] is not None
