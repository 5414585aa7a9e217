"""`simulate`, `diff` and `record` on the command line: shapes and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app


def do(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_simulate_prints_one_object_with_problems_and_time() -> None:
    result = do("simulate", "follow_up", "--walks", "5", "--json")
    body = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (body["format"], body["problems"], body["unreached"]) == ("dalalab.simulate/1", [], [])
    assert body["longest"]["seconds"] <= body["max_seconds"]


def test_diff_says_with_its_exit_code_whether_answers_lose_their_place() -> None:
    same = do("diff", "follow_up", "follow_up", "--json")
    assert (same.exit_code, json.loads(same.stdout)["changes"]) == (0, [])
    other = do("diff", "follow_up", "homework", "--json")
    body = json.loads(other.stdout)
    assert (other.exit_code, body["format"], body["orphans"]) == (1, "dalalab.diff/1", True)
    assert set(body["changes"][0]["text"]) == {"sv", "en"}


def test_the_record_names_what_is_missing_and_ends_with_the_register_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    database = ("--database", f"sqlite:///{tmp_path}/d.sqlite")
    words = ("survey", "open", "place_dialogue", "--title", "Torget", "--demo-notice", "--json")
    code = json.loads(do(*words, *database).stdout)["code"]
    page = do("record", code, *database).stdout
    assert page.startswith("# Registerblad: Torget")
    assert "dpia_ref" in page
    assert "processor_agreement" in page
    assert page.splitlines()[-1].startswith(f"`{code}; Torget; Övningskommunen")
    assert do("record", code, "--language", "en", *database).stdout.startswith("# Record of")
    assert do("diff", code, "place_dialogue", *database).exit_code == 0


def test_the_record_lists_the_group_s_name_and_leaves_no_hole_open(tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path}/d.sqlite")
    words = ("survey", "open", "group_discussion", "--title", "Modellen", "--demo-notice", "--json")
    page = do("record", json.loads(do(*words, *database).stdout)["code"], *database).stdout
    assert "| Vad heter er grupp? | egna ord |" in page
    assert "{" not in page
