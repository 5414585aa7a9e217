"""`dalalab opinion`, as scripts rely on it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from voting import planted

SPELT = {1: "1", -1: "-1", 0: "0", 9: ""}


def do(*words: str) -> Result:
    return CliRunner().invoke(app, ["opinion", *words])


def shape(*words: str) -> dict[str, Any]:
    result = do(*words, "--json")
    assert result.exit_code == 0, result.output
    body: dict[str, Any] = json.loads(result.stdout)
    return body


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Polis' own layout, with the columns it has beside the votes."""
    votes = planted((40, 20), 10)
    lines = [
        "participant,group-id,n-comments,n-votes,n-agree,n-disagree," + ",".join(votes.statements)
    ]
    for who, row in zip(votes.participants, votes.cells.tolist(), strict=True):
        group = int(int(who) >= 40)
        lines.append(f"{who},{group},0,10,5,5," + ",".join(SPELT[cell] for cell in row))
    path = tmp_path / "votes.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_the_shape_is_to_the_letter(file: str) -> None:
    body = shape(file, "--permutations", "39")
    assert list(body) == ["format", "mode", "participants", "statements", "groups"]
    assert (body["format"], body["mode"], body["participants"]) == (
        "dalalab.opinion/1",
        "honest",
        60,
    )
    assert [one["id"] for one in body["statements"]] == [str(id_) for id_ in range(10)]
    for one in body["statements"]:
        assert list(one) == ["id", "agree", "disagree", "pass", "seen", "class", "p", "q", "wilson"]
        assert one["seen"] == one["agree"] + one["disagree"] + one["pass"]
        assert one["class"] in {"too_few", "uncertain", "consensus", "divided", "none"}
    assert list(body["groups"]) == [
        "shown",
        "reason",
        "k",
        "silhouette",
        "p",
        "stability",
        "members",
    ]
    assert (body["groups"]["shown"], body["groups"]["reason"], body["groups"]["k"]) == (
        True,
        None,
        2,
    )
    assert body["groups"]["members"]["0"] == "A"
    assert body["groups"]["members"]["59"] == "B"


def test_excluded_statements_are_left_out_and_need_no_column(file: str) -> None:
    body = shape(file, "--exclude", "0, 3-5,777", "--permutations", "0")
    assert [one["id"] for one in body["statements"]] == ["1", "2", "6", "7", "8", "9"]
    assert (body["groups"]["shown"], body["groups"]["members"]) == (False, {})


def test_known_groups_are_taken_as_they_are(file: str) -> None:
    groups = shape(file, "--groups", file)["groups"]
    assert (groups["shown"], groups["k"], groups["p"]) == (True, 2, None)
    assert groups["members"]["0"] == "0"


def test_polis_mode_has_its_own_part(file: str) -> None:
    body = shape(file, "--mode", "polis", "--exclude", "3")
    assert list(body) == ["format", "mode", "participants", "statements", "groups", "polis"]
    polis, ids = body["polis"], [str(id_) for id_ in range(10)]
    assert list(polis) == ["mean", "components", "projection", "consensus", "repness", "priority"]
    assert [list(one) for one in (polis["mean"], *polis["components"], polis["priority"])] == [
        ids
    ] * 4
    assert polis["mean"]["3"] == 0
    assert len(polis["projection"]) == 60
    assert set(polis["repness"]) == set(body["groups"]["members"].values())
    assert list(polis["repness"]["0"]["3"]) == ["agree", "disagree"]
    assert [one["id"] for one in body["statements"]] == ids
    assert "inte prövade mot slumpen" in do(file, "--mode", "polis").stdout


def test_people_are_told_in_sentences(file: str) -> None:
    result = do(file, "--permutations", "39")
    assert result.exit_code == 0
    assert "60 deltagare och 10 påståenden." in result.stdout
    assert "Rösterna visar 2 grupper" in result.stdout


def test_a_spreadsheet_program_may_have_saved_the_votes(tmp_path: Path) -> None:
    path = tmp_path / "röster.csv"
    path.write_bytes("Participant;1;2\r\nå;1.0;−1\r\nä;NA;0\r\n".encode("utf-16"))
    body = shape(str(path))
    assert [(one["agree"], one["disagree"], one["pass"]) for one in body["statements"]] == [
        (1, 0, 0),
        (0, 1, 1),
    ]
    assert body["groups"]["reason"] == "too_few"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "tom"),
        ("participant,1,2\n", "inga svar"),
        ("person,1,2\n1,1,1\n2,1,1\n", "participant saknas"),
        ("participant,1,2\n7,1,1\n7,0,1\n", "Deltagaren 7"),
        ("participant,1,2\n7,1,1\n,0,1\n", "Datarad 2"),
        ("participant,1,2\n7,1,ja\n8,0,1\n", "Datarad 1, påstående 2: ”ja” är ingen röst"),
        ("participant,1,1\n7,1,1\n8,0,1\n", "påstående 1"),
        ("participant,group-id\n7,1\n8,1\n", "inga påståenden"),
        ("%PDF-1.7", "PDF"),
    ],
)
def test_every_bad_file_is_a_sentence(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "votes.csv"
    path.write_text(content, encoding="utf-8")
    result = do(str(path), "--json")
    assert result.exit_code == 1
    assert said in result.stderr
    assert json.loads(result.stdout)["problems"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--mode", "magic"), 2, "honest eller polis"),
        (("--exclude", "9-3"), 2, "9-3"),
        (("--exclude", "0-9"), 1, "Inga påståenden finns kvar"),
        (("--groups", "nowhere.csv"), 2, "nowhere.csv"),
    ],
)
def test_mistakes_are_told_with_what_to_do(
    file: str, words: tuple[str, ...], code: int, said: str
) -> None:
    result = do(file, *words)
    assert result.exit_code == code
    assert said in result.stderr


def test_groups_of_other_people_are_no_groups(file: str, tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("participant,group\nx,1\ny,2\n", encoding="utf-8")
    result = do(file, "--groups", str(path))
    assert result.exit_code == 1
    assert "Ingen i filen" in result.stderr


def test_excluding_what_is_not_there_is_told_beside_the_result(file: str) -> None:
    result = CliRunner().invoke(app, ["opinion", file, "--exclude", "999", "--json"])
    assert (result.exit_code, "999" in result.stderr) == (0, True)
    assert json.loads(result.stdout)["format"] == "dalalab.opinion/1"
