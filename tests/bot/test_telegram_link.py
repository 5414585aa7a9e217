"""`telegram-link`: the code is printed once, and nothing leads back to it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.addresses import Addresses, write_run_file
from bot.cli import app

Do = Callable[..., Result]


@pytest.fixture
def do(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Do:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    database = sqlite_url
    return lambda *words: CliRunner().invoke(app, [*words, "--database", database])


@pytest.fixture
def code(do: Do) -> str:
    """The code of an open survey."""
    words = ("survey", "open", "session_evaluation", "--title", "Träff", "--demo-notice", "--json")
    return str(json.loads(do(*words).stdout)["code"])


def test_the_code_comes_with_a_link_where_a_bot_is_running(do: Do, code: str) -> None:
    write_run_file(Path("dalalab"), Addresses("https://fraga.test", telegram_name="dialogbot"))
    body = json.loads(do("telegram-link", code.lower(), "--json").stdout)
    assert list(body) == ["format", "survey", "code", "link", "expires"]
    assert (body["format"], body["survey"]) == ("dalalab.telegram-link/1", code)
    assert body["link"] == f"https://t.me/dialogbot?start={body['code']}"
    left = dt.datetime.fromisoformat(body["expires"]) - dt.datetime.now(dt.UTC)
    assert dt.timedelta(minutes=14) < left <= dt.timedelta(minutes=15)
    told = do("telegram-link", code)
    assert (told.exit_code, told.stderr) == (0, "")
    assert "https://t.me/dialogbot?start=org-" in told.stdout


def test_without_a_bot_there_is_the_code_and_what_to_do(do: Do, code: str) -> None:
    told = do("telegram-link", code)
    assert told.exit_code == 0
    assert "/start org-" in told.stdout
    assert "Starta den, så finns även en länk." in told.stderr
    assert json.loads(do("telegram-link", code, "--json").stdout)["link"] is None


def test_revoking_tells_how_many_chats_it_concerned(do: Do, code: str) -> None:
    do("telegram-link", code)
    body = json.loads(do("telegram-link", code, "--revoke", "--json").stdout)
    assert body == {"format": "dalalab.telegram-link/1", "survey": code, "chats": 0}
    assert "gör det inte längre: 0." in do("telegram-link", code, "--revoke").stdout


def test_an_unknown_survey_and_one_that_is_disposed_of_have_no_code(do: Do, code: str) -> None:
    assert do("telegram-link", "FINNSEJ").exit_code == 2
    do("survey", "close", code)
    do("purge", code, "--decision-ref", "KS 1")
    gone = do("telegram-link", code)
    assert gone.exit_code == 2
    assert gone.stderr == f"Svaren i {code} är gallrade: det finns inget att följa.\n"
