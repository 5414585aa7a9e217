"""`dalalab import` and `dalalab export`: what scripts rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from surveys.questionnaire.loading import library_questionnaire, load_questionnaire

FORMS = Path(__file__).parents[1] / "data" / "xlsform"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def test_import_writes_a_questionnaire_that_check_accepts() -> None:
    done = run("import", str(FORMS / "bus.md"), "-o", "bus.toml", "--json")
    told = json.loads(done.stdout)
    assert done.exit_code == 0
    assert next(iter(told)) == "format"
    assert told["format"] == "dalalab.import/1"
    assert (told["output"], told["questions"]) == ("bus.toml", 4)
    assert told["rows"] == {"read": 4, "imported": 4, "ignored": 0, "refused": 0}
    assert run("check", "bus.toml").exit_code == 0


def test_import_writes_nothing_when_something_is_refused() -> None:
    done = run("import", str(FORMS / "interview.md"), "-o", "i.toml", "--json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["output"]) == (1, None)
    assert told["rows"] == {"read": 5, "imported": 1, "ignored": 0, "refused": 4}
    refused = [each for each in told["problems"] if each["severity"] == "error"]
    assert {(each["code"], each["sheet"]) for each in refused} == {("type_refused", "survey")}
    assert list(refused[0]) == ["code", "severity", "sheet", "row", "column", "text", "remedy"]
    assert refused[0]["row"] == 3
    assert set(refused[0]["text"]) == set(refused[0]["remedy"]) == {"sv", "en"}
    assert not Path("i.toml").exists()


def test_partial_takes_the_rows_that_can_be_taken() -> None:
    done = run("import", str(FORMS / "interview.md"), "-o", "i.toml", "--partial")
    assert done.exit_code == 0
    assert Path("i.toml").read_text("utf-8").count("[[question]]") == 1


def test_import_names_the_file_itself_and_overwrites_nothing_unasked() -> None:
    assert run("import", str(FORMS / "bus.md")).exit_code == 0
    before = Path("bus.toml").read_text("utf-8")
    assert run("import", str(FORMS / "bus.md")).exit_code == 2
    assert Path("bus.toml").read_text("utf-8") == before


@pytest.mark.parametrize("words", [["nowhere.xlsx"], [str(FORMS / "bus.md"), "--language", "xx"]])
def test_import_that_cannot_begin_is_exit_2(words: list[str]) -> None:
    assert run("import", *words).exit_code == 2


@pytest.mark.parametrize(
    ("to", "name"),
    [("xlsform", "f.xlsx"), ("schema", "f.json"), ("codebook", "f.csv"), ("codebook", "f.md")],
)
def test_export_writes_every_form(to: str, name: str) -> None:
    done = run("export", "session_evaluation", "--to", to, "-o", name)
    assert done.exit_code == 0, done.output
    assert Path(name).stat().st_size > 500


def test_export_and_import_give_the_questionnaire_back() -> None:
    assert run("export", "place_profile", "--to", "xlsform", "-o", "f.xlsx").exit_code == 0
    assert run("import", "f.xlsx", "-o", "f.toml").exit_code == 0
    assert load_questionnaire(Path("f.toml").read_text("utf-8"), "f") == library_questionnaire(
        "place_profile"
    )


@pytest.mark.parametrize(("to", "name"), [("stone", "f.txt"), ("xlsform", "f.csv")])
def test_export_to_something_else_is_exit_2(to: str, name: str) -> None:
    assert run("export", "session_evaluation", "--to", to, "-o", name).exit_code == 2
    assert not Path(name).exists()
