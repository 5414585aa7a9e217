"""`dalalab statements` and `export-votes`: moderation without a browser, and votes handed out by a decision only."""

from __future__ import annotations

import asyncio
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result
from web_room import INFLUENCE, Room

from analysis.opinion.tables import read_votes
from bot.cli import app
from bot.outcomes import Who
from surveys.conversation.state import Begin, Choose, Write
from surveys.store.store import Store


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Six people have voted on four statements, and one has written a fifth and a sixth."""
    url = f"sqlite:///{tmp_path_factory.mktemp('votes')}/dalalab.sqlite"

    async def filled() -> None:
        store = await Store.open(url)
        room = Room(store)
        await room.open("square_statements", "TORGET", influence=INFLUENCE)
        for number in range(6):
            who = Who("TORGET", "web", f"p{number}")
            await room.service.turn(who, Begin())
            for vote in ("agree", "agree", "disagree", "pass"):
                await room.service.turn(who, Choose((vote,)))
            if number == 0:
                await room.service.turn(who, Write("Torget behöver en scen."))
                await room.service.turn(who, Write("Kommunen behöver lyssna mer."))
        await store.close()

    asyncio.run(filled())
    return url


def do(database: str, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--database", database])


def listed(database: str, *words: str) -> dict:
    return json.loads(do(database, "statements", "TORGET", *words, "--json").stdout)


def test_statements_are_listed_shown_and_hidden_with_a_reason(database: str) -> None:
    body = listed(database)
    assert body["format"] == "dalalab.statements/1"
    waiting = [one["id"] for one in body["statements"] if one["state"] == "waiting"]
    assert len(waiting) == 2
    unreasoned = do(database, "statements", "TORGET", "--reject", waiting[1])
    assert unreasoned.exit_code == 2
    assert "duplicate" in unreasoned.stderr
    decided = ["--approve", waiting[0], "--reject", waiting[1], "--reason", "several"]
    body = listed(database, *decided, "--moderation", "off")
    assert (body["approved"], body["rejected"]) == ([waiting[0]], [waiting[1]])
    assert body["moderated"] == {"say": False}
    again = do(database, "statements", "TORGET", "--approve", waiting[0], "--json")
    assert again.exit_code == 1
    assert json.loads(again.stdout)["late"] == [waiting[0]]
    unknown = do(database, "statements", "TORGET", "--approve", "nothing", "--json")
    assert json.loads(unknown.stdout)["unknown"] == ["nothing"]


def test_votes_are_handed_out_after_closing_by_a_decision(database: str, tmp_path: Path) -> None:
    target = tmp_path / "roster.zip"
    words = ["export-votes", "TORGET", "--decision-ref", "KS 2026/12", "-o", str(target)]
    refused = do(database, *words)
    assert (refused.exit_code, target.exists()) == (2, False)
    assert do(database, "survey", "close", "TORGET").exit_code == 0
    done = do(database, *words)
    assert done.exit_code == 0, done.output
    assert "KS 2026/12" in done.stderr
    with zipfile.ZipFile(target) as package:
        file = tmp_path / "participants-votes.csv"
        file.write_bytes(package.read("participants-votes.csv"))
    assert len(read_votes(file).participants) == 6
