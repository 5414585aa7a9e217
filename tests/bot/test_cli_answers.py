"""`dalalab themes` and `dalalab analyse`, as scripts rely on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app

DATA = Path(__file__).parents[1] / "data"
PLANTED = str(DATA / "planted_evaluation.csv")


def do(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def shape(*words: str) -> dict[str, Any]:
    result = do(*words, "--json")
    assert result.exit_code == 0, result.output
    body: dict[str, Any] = json.loads(result.stdout)
    return body


def test_themes_has_its_shape_and_every_row_once() -> None:
    body = shape("themes", PLANTED, "--text-column", "text", "--codebook", "evaluation")
    assert list(body) == ["format", "backend", "answers", "themes", "refused"]
    assert (body["format"], body["backend"]) == ("dalalab.themes/1", "lex")
    assert [answer["row"] for answer in body["answers"]] == list(range(1, 47))
    assert all(
        list(answer) == ["row", "language", "status", "themes"] for answer in body["answers"]
    )
    assert [answer["status"] for answer in body["answers"][-5:]] == ["empty"] * 5
    first = body["answers"][0]["themes"][0]
    assert list(first) == ["id", "score", "why"]
    assert first["why"]
    theme = body["themes"][0]
    assert list(theme) == [
        *("id", "label", "answers", "suggested", "stability", "words", "quotes"),
    ]
    assert (theme["suggested"], theme["stability"]) == (False, None)
    for theme in body["themes"]:
        held = [a for a in body["answers"] if theme["id"] in {t["id"] for t in a["themes"]}]
        assert theme["answers"] == len(held)


def test_discovered_themes_are_suggestions_with_a_stability() -> None:
    body = shape("themes", PLANTED, "--text-column", "text", "--discover", "5", "--every-answer")
    assert len(body["themes"]) == 5
    assert all(theme["suggested"] for theme in body["themes"])
    assert all(theme["label"].startswith("Förslag") for theme in body["themes"])
    assert all(0 <= theme["stability"] <= 1 for theme in body["themes"])
    assert all(len(answer["themes"]) == 1 for answer in body["answers"])


def test_a_refusal_is_part_of_the_answer(tmp_path: Path) -> None:
    few = tmp_path / "few.csv"
    few.write_text("svar\nbra exempel\nmer tid\n", encoding="utf-8")
    body = shape("themes", str(few), "--text-column", "svar", "--discover", "auto")
    assert body["themes"] == []
    assert body["refused"] == {"reason": "too_few"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--text-column", "text"), 2, "--codebook"),
        (("--text-column", "text", "--discover", "many"), 2, "--discover"),
        (("--text-column", "text", "--discover", "auto", "--language", "xx"), 2, "xx"),
        (("--text-column", "text", "--discover", "auto", "--backend", "cloud"), 2, "cloud"),
        (("--text-column", "tex", "--discover", "auto"), 1, "text"),
        (("--text-column", "text", "--discover", "99", "--every-answer"), 1, "99"),
        (("--text-column", "text", "--codebook", "no.toml"), 2, "no.toml går inte att läsa"),
    ],
)
def test_mistakes_are_told_with_what_to_do(words: tuple[str, ...], code: int, said: str) -> None:
    result = do("themes", PLANTED, *words)
    assert result.exit_code == code
    assert said in result.stderr


def test_a_theme_without_a_single_phrase_is_refused(tmp_path: Path) -> None:
    book = tmp_path / "tom.toml"
    book.write_text('[[theme]]\nid = "a"\nlabel = {sv = "A"}\nseeds.sv = []\n', encoding="utf-8")
    result = do("themes", PLANTED, "--text-column", "text", "--codebook", str(book))
    assert result.exit_code == 2
    assert "”theme.0.seeds.sv” går inte att använda" in result.stderr


def test_a_problem_with_the_file_is_json_too(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    result = do("themes", str(broken), "--text-column", "1", "--discover", "auto", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["problems"][0]["code"] == "table_damaged"


def export(folder: Path) -> str:
    """What a tool might export: title row, semicolons, Windows' letters."""
    rows = [
        f"2026-05-0{1 + n % 7} 12:00;I hög grad;Öppet och ärligt samtal {n};a@b.se"
        for n in range(12)
    ]
    file = folder / "export.csv"
    text = "\r\n".join(["Min enkät", "Tid;Hur nyttigt var det?;Vad var bäst?;E-post", *rows])
    file.write_bytes(text.encode("cp1252"))
    return str(file)


@pytest.mark.slow
def test_analyse_has_its_shape_says_what_it_guessed_and_writes_reports(tmp_path: Path) -> None:
    target = tmp_path / "ut"
    body = shape("analyse", export(tmp_path), "-o", str(target))
    assert list(body) == ["format", "file", "columns", "texts", "files", "warnings"]
    assert body["format"] == "dalalab.analyse/1"
    assert body["file"] == {"encoding": "cp1252", "delimiter": ";", "rows": 12}
    assert [column["kind"] for column in body["columns"]] == ["time", "choice", "text", "personal"]
    assert all(column["guessed"] and column["n"] == 12 for column in body["columns"])
    assert body["columns"][1]["cells"] == [{"label": "I hög grad", "n": 12}]
    (themed,) = body["texts"].values()
    assert themed["format"] == "dalalab.themes/1"
    assert len(themed["answers"]) == 12
    assert {Path(file).suffix for file in body["files"]} == {
        *(".html", ".pptx", ".xlsx", ".csv", ".json"),
    }
    assert any("E-post" in warning for warning in body["warnings"])
    for file in body["files"]:
        assert b"a@b.se" not in Path(file).read_bytes()


def test_analyse_takes_the_columns_of_text_it_is_given(tmp_path: Path) -> None:
    words = ("analyse", export(tmp_path), "-o", str(tmp_path), "--text-column", "3")
    body = shape(*words, "--codebook", "place", "--yes")
    assert [column["guessed"] for column in body["columns"]] == [True, True, False, True]
    assert list(body["texts"]) == ["Vad var bäst?"]


def test_analyse_says_once_where_the_report_lies(tmp_path: Path) -> None:
    result = do("analyse", export(tmp_path), "--yes", "-o", str(tmp_path / "ut"))
    assert result.exit_code == 0
    [told] = [line for line in result.stderr.splitlines() if "Rapporten ligger i" in line]
    assert told.endswith("ut: rapport.html, rapport.pptx, rapport.xlsx, rapport.csv, rapport.json.")
