"""`dalalab disclose`: from a review that somebody reads to a copy that may leave, and nothing past the reader."""

from __future__ import annotations

import asyncio
import io
import json
import sqlite3
import zipfile
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result
from web_room import MORNING, Room

from bot.cli import app
from bot.outcomes import Outcome, Who
from surveys.conversation.screens import EndScreen
from surveys.conversation.state import Act, Begin, Choose, Write
from surveys.store.store import Store

SAID = (
    ("Bra exempel från Anna Berg", "Ring mig på 070-174 06 05"),
    ("Öppet klimat", "Mvh Knut Xylander, knut@exempel.se"),
    ("Xylander var rolig", "Mer tid"),
    ("Öppet klimat", "Jag bor på Storgatan 12 B"),
    ("Öppet klimat", "Mitt nummer är 811218-9876"),
)
PERSONAL = ("Anna", "Berg", "070", "Xylander", "knut@", "Storgatan", "811218")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[str]]:
    """A database where five have answered, and everything in it that must never leave."""
    file = tmp_path_factory.mktemp("disclose") / "dalalab.sqlite"

    async def answered() -> list[str]:
        store = await Store.open(f"sqlite:///{file}")
        room = Room(store)
        await room.open("session_evaluation", "TRAFF2", fill=None)
        receipts = [
            await one(room, Who("TRAFF2", "web", f"cookie-{number}"), keep, change)
            for number, (keep, change) in enumerate(SAID)
        ]
        await store.close()
        return receipts

    async def one(room: Room, who: Who, keep: str, change: str) -> str:
        acts: tuple[Act, ...] = (
            *(Begin(), Choose(("high",)), Choose(("small",)), Choose(("peers",))),
            *(Write(keep), Write(change)),
        )
        outcome: Outcome | None = None
        for act in acts:
            outcome = await room.service.turn(who, act)
        assert outcome is not None
        assert isinstance(outcome.screen, EndScreen)
        return str(outcome.receipt)

    receipts = asyncio.run(answered())
    with sqlite3.connect(file) as database:
        ids = [row[0] for row in database.execute("SELECT id FROM response")]
        people = database.execute("SELECT address_hmac, receipt_hash FROM participation")
        hashes = [text for row in people for text in row]
    return f"sqlite:///{file}", [*receipts, *map(str, ids), *hashes, "cookie-"]


def do(room: tuple[str, list[str]], *words: object) -> Result:
    command = ["disclose", "TRAFF2", *map(str, words), "--database", room[0]]
    return CliRunner().invoke(app, command)


def read_by(file: Path, reader: str = "Kim Ek", ground: str = "OSL 21 kap. 7 §") -> Path:
    """The review, filled in by somebody who agrees with what the program proposes."""
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    at = {cell.value: place for place, cell in enumerate(sheet[1])}
    for row in sheet.iter_rows(min_row=2):
        row[at["Läst av"]].value = reader
        if row[at["I kopian"]].value != row[at["Svaret"]].value:
            row[at["Lagrum"]].value = ground
    target = file.with_stem(f"{file.stem}-read")
    book.save(target)
    return target


def unpacked(content: bytes) -> bytes:
    """Everything in a zip, and in the workbooks of a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join([content, *(archive.read(name) for name in archive.namelist())])


def test_a_copy_is_made_of_a_review_that_somebody_has_read(
    room: tuple[str, list[str]], tmp_path: Path
) -> None:
    sheet = tmp_path / "granskning.xlsx"
    made = do(room, "--review", sheet)
    assert made.exit_code == 0, made.output
    assert "15 svar" not in made.stderr
    assert "öppen" in made.stderr
    copy = tmp_path / "kopia.zip"
    words = ("--out", copy, "--decision", "RD 2026/7")
    unread = do(room, "--reviewed", sheet, *words)
    assert (unread.exit_code, copy.exists()) == (1, False)
    assert "inte lästa" in unread.stderr
    groundless = do(room, "--reviewed", read_by(sheet, ground=""), *words)
    assert (groundless.exit_code, copy.exists()) == (1, False)
    assert "utan lagrum" in groundless.stderr
    read = read_by(sheet)
    body = json.loads(do(room, "--reviewed", read, *words, "--json").stdout)
    assert (body["format"], body["step"], body["by_person"]) == (
        "dalalab.disclose/1",
        "copy",
        False,
    )
    assert body["masked"]["namn"] == 3
    first = copy.read_bytes()
    assert do(room, "--reviewed", read, *words).exit_code == 0
    assert copy.read_bytes() == first


@pytest.mark.slow
def test_nothing_personal_and_nothing_that_leads_back_is_in_any_copy(
    room: tuple[str, list[str]], tmp_path: Path
) -> None:
    for rows in ((), ("--rows",)):
        sheet = tmp_path / f"granskning{len(rows)}.xlsx"
        assert do(room, "--review", sheet, *rows).exit_code == 0
        working = unpacked(sheet.read_bytes()).decode(errors="replace")
        assert all(secret in working for secret in PERSONAL)
        assert not any(secret in working for secret in room[1])
        read = read_by(sheet)
        for ending in ("xlsx", "zip"):
            copy = tmp_path / f"kopia{len(rows)}.{ending}"
            made = do(room, "--reviewed", read, "--out", copy, "--decision", "RD 2026/7")
            assert made.exit_code == 0, made.output
            out = unpacked(copy.read_bytes()).decode(errors="replace")
            assert "ppet klimat" in out
            assert not any(secret in out for secret in (*PERSONAL, *room[1]))
            assert f"{MORNING.year}-11" not in out


def test_the_audit_and_the_log_know_of_every_copy(
    room: tuple[str, list[str]], tmp_path: Path
) -> None:
    sheet, copy = tmp_path / "granskning.xlsx", tmp_path / "kopia.pdf"
    do(room, "--review", sheet)
    words = ("--reviewed", read_by(sheet), "--out", copy, "--decision", "RD 2026/99")
    assert do(room, *words).exit_code == 0
    assert copy.read_bytes().startswith(b"%PDF")
    with sqlite3.connect(room[0].removeprefix("sqlite:///")) as database:
        noted = "SELECT what, counts_json FROM audit WHERE reference = 'RD 2026/99'"
        assert list(database.execute(noted)) == [("masked copy handed out", '{"people":5}')]
        deeds = "SELECT what, survey_code FROM studio_deed WHERE reference = 'RD 2026/99'"
        assert list(database.execute(deeds)) == [("note-copy", "TRAFF2")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--review"),
        (("--review", "r.csv"), "Excelfil"),
        (("--reviewed", "r.xlsx", "--decision", "RD 1"), "--out"),
        (("--reviewed", "r.xlsx", "--out", "k.docx", "--decision", "RD 1"), ".pdf"),
        (("--reviewed", "r.xlsx", "--out", "k.xlsx"), "--decision"),
        (("--reviewed", "r.xlsx", "--out", "k.xlsx", "--decision", "D", "--rows"), "--rows"),
        (("--reviewed", "r.xlsx", "--out", "k.xlsx", "--decision", "RD 1"), "r.xlsx"),
    ],
)
def test_mistakes_are_told_in_a_sentence(
    room: tuple[str, list[str]], words: tuple[str, ...], said: str
) -> None:
    refused = do(room, *words)
    assert refused.exit_code == 2
    assert said in refused.stderr


def test_a_review_is_never_overwritten(room: tuple[str, list[str]], tmp_path: Path) -> None:
    sheet = tmp_path / "granskning.xlsx"
    sheet.write_bytes(b"somebody's work")
    refused = do(room, "--review", sheet)
    assert (refused.exit_code, sheet.read_bytes()) == (2, b"somebody's work")
    assert "skrivs inte över" in refused.stderr


def test_a_second_copy_that_differs_by_a_few_people_is_pointed_out(
    room: tuple[str, list[str]], tmp_path: Path
) -> None:
    """Whoever has both can see what those few answered."""
    with sqlite3.connect(room[0].removeprefix("sqlite:///")) as database:
        noted = "INSERT INTO audit (survey_id, day_ms, what, reference, counts_json) SELECT id, 0, ?, ?, ? FROM survey"
        database.execute(noted, ("masked copy handed out", "RD 2026/1", '{"people":3}'))
    made = do(room, "--review", tmp_path / "granskning.xlsx")
    assert made.exit_code == 0, made.output
    assert "färre än fem" in made.stderr
