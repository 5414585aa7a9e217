"""`dalalab theme` and `dalalab translations`: the organiser's hand on the command line, as scripts rely on it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hand_people import meeting, write
from typer.testing import CliRunner, Result
from web_room import Room

from bot.cli import SPREAD, app, spread
from bot.outcomes import Who
from surveys.store.store import Store


class Desk:
    """An organiser's terminal beside a meeting that ten people have answered."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder, self.database = folder, database

    def do(self, *words: str) -> Result:
        return CliRunner().invoke(app, [*words, "--database", self.database])

    def json(self, *words: str) -> dict[str, Any]:
        result = self.do(*words, "--json")
        assert result.exit_code == 0, result.output
        body: dict[str, Any] = json.loads(result.stdout)
        return body

    def theme(self, *words: str) -> dict[str, Any]:
        return self.json("theme", "traff1", *words)

    def report(self) -> dict[str, Any]:
        result = self.do("report", "TRAFF1", "--format", "json", "-o", "-")
        body: dict[str, Any] = json.loads(result.stdout)
        return body

    def with_room(self, work: Any) -> None:
        async def inside() -> None:
            async with await Store.open(self.database) as store:
                await work(Room(store))

        asyncio.run(inside())


@pytest.fixture
def desk(tmp_path: Path, sqlite_url: str) -> Desk:
    made = Desk(tmp_path, sqlite_url)
    made.with_room(meeting)
    return made


def named(body: dict[str, Any], theme: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in body["themes"] if one["id"] == theme)
    return found


def test_decisions_change_the_report_outlive_closing_and_are_undone_one_by_one(desk: Desk) -> None:
    body = desk.theme()
    assert list(body) == [
        *("format", "survey", "waits", "languages", "themes", "other", "choices", "unread"),
        "decisions",
    ]
    assert (body["format"], body["survey"]) == ("dalalab.theme/1", "TRAFF1")
    assert body["unread"] == 3
    (zebra,) = body["other"]
    assert zebra["text"] == "Zebrorna var randiga"

    desk.theme("rename", "climate", "Att våga tala")
    desk.theme("move", zebra["id"], "--to", "climate")
    body = desk.theme("sentence", "climate", "Samtalet var öppet")
    assert [one["kind"] for one in body["decisions"]] == ["sentence", "move", "rename"]
    assert all(one["applies"] and one["who"] == "command line" for one in body["decisions"])
    assert named(body, "climate")["label"] == "Att våga tala"

    desk.do("survey", "close", "TRAFF1")
    (climate,) = [one for one in desk.report()["themes"] if one["id"] == "climate"]
    assert climate["people"] == 4
    assert climate["sentence"] == "Samtalet var öppet (4 av 10 svar; arrangörens mening)"

    for decision in body["decisions"]:
        desk.theme("undo", str(decision["number"]))
    assert desk.theme()["decisions"] == []
    (climate,) = [one for one in desk.report()["themes"] if one["id"] == "climate"]
    assert climate["people"] == 3
    assert climate["label"] != "Att våga tala"


def test_a_new_theme_of_chosen_answers_and_words_takes_later_answers(desk: Desk) -> None:
    zebra = desk.theme()["other"][0]["id"]
    words = ("split", "other", "Djur", "--answer", zebra, "--word", "giraff*")
    new = next(one for one in desk.theme(*words)["themes"] if one["label"] == "Djur")
    assert (new["people"], new["shown"]) == (1, False)

    async def later(room: Room) -> None:
        for number, text in enumerate(("Giraffen var lång", "Giraffer överallt")):
            await write(room, "TRAFF1", f"late {number}", keep=text)

    desk.with_room(later)
    new = named(desk.theme(), new["id"])
    assert (new["people"], new["shown"]) == (3, True)
    assert any(one["label"] == "Djur" for one in desk.report()["themes"])


def test_the_list_is_for_people_too(desk: Desk) -> None:
    desk.theme("merge", "examples", "climate")
    said = desk.do("theme", "TRAFF1").stdout
    assert "Zebrorna var randiga" in said
    assert "kommandoraden slog ihop" in said or "the command line merged" in said


MISTAKES = [
    ("dance",),
    ("rename", "climate"),
    ("rename", "no_such", "Nytt"),
    ("merge", "climate", "climate"),
    ("split", "climate", "Nytt"),
    ("move", "0000", "--to", "climate"),
    ("move", "--to", "climate"),
    ("seed", "climate", "*"),
    ("sentence", "climate", "”Öppet”"),
    ("undo", "x"),
    ("undo", "99"),
]


def test_a_mistake_is_told_in_a_sentence_and_changes_nothing(desk: Desk) -> None:
    for words in MISTAKES:
        result = desk.do("theme", "TRAFF1", *words)
        assert (result.exit_code, result.stdout) == (2, ""), words
        assert len(result.stderr.strip().splitlines()) == 1
    assert desk.theme()["decisions"] == []


def filled(file: Path, texts: dict[str, str]) -> None:
    """A translator fills in the file by the original's words."""
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=2):
        row[4].value = texts.get(str(row[3].value))
    book.save(file)


def test_translations_go_out_and_in_are_themed_and_stand_beside_the_original(desk: Desk) -> None:
    notes = " ".join(desk.report()["notes"])
    assert "3 svar" in notes
    assert "har ingen läst" in notes
    assert "3 svar har ingen läst" in desk.do("report", "TRAFF1", "-o", "-").stdout
    file = desk.folder / "kö.xlsx"
    out = desk.json("translations", "TRAFF1", "--out", str(file))
    assert list(out) == ["format", "survey", "waits", "waiting", "written", "read", "answers"]
    assert (out["waiting"], out["written"]) == (3, str(file))
    filled(
        file,
        {"مناخ حوار مفتوح": "Öppet samtalsklimat här", "استراحة أطول بين المحادثات": "Mer tid"},
    )
    came = desk.json("translations", "TRAFF1", "--in", str(file))
    assert came["read"] == {"kept": 2, "unchanged": 0, "empty": 1, "left_out": []}
    assert came["waiting"] == 1
    again = desk.json("translations", "TRAFF1", "--in", str(file))
    assert again["read"] == {"kept": 0, "unchanged": 2, "empty": 1, "left_out": []}

    quotes = desk.json("quotes", "TRAFF1")["quotes"]
    (quote,) = [one for one in quotes if one["text"] == "مناخ حوار مفتوح"]
    assert quote["translation"] == "Öppet samtalsklimat här"
    assert "translation" not in next(one for one in quotes if one["text"] == "Öppet samtalsklimat")
    desk.json("quotes", "TRAFF1", "--approve", quote["id"])
    desk.do("survey", "close", "TRAFF1")
    the_translation_stands_beside_the_quote(desk)

    taken = next(one for one in came["answers"] if one["translation"] == "Mer tid")
    back = desk.json("translations", "TRAFF1", "--remove", taken["id"])
    assert back["waiting"] == 2


def the_translation_stands_beside_the_quote(desk: Desk) -> None:
    body = desk.report()
    assert "1 svar" in " ".join(body["notes"])
    (climate,) = [one for one in body["themes"] if one["id"] == "climate"]
    assert climate["people"] == 4
    assert climate["quotes"] == [
        {
            "question": "keep",
            "text": "مناخ حوار مفتوح",
            "translation": "Öppet samtalsklimat här",
        }
    ]
    html = desk.do("report", "TRAFF1", "-o", "-").stdout
    assert "”مناخ حوار مفتوح”" in html
    assert "Översättning av en människa: Öppet samtalsklimat här" in html
    assert "2 svar är översatta av en människa" in html


def test_an_answer_that_is_erased_while_it_is_translated_stays_erased(desk: Desk) -> None:
    file = desk.folder / "kö.xlsx"
    desk.json("translations", "TRAFF1", "--out", str(file))
    filled(file, {"استراحة أطول بين المحادثات": "Mer tid"})

    async def erase(room: Room) -> None:
        await room.service.erase(Who("TRAFF1", "paper", "person 9"))

    desk.with_room(erase)
    came = desk.json("translations", "TRAFF1", "--in", str(file))
    assert (came["read"]["kept"], came["waiting"]) == (0, 2)
    assert [one["reason"] for one in came["read"]["left_out"]] == ["gone"]


def test_files_that_are_no_queue_are_told_in_a_sentence(desk: Desk) -> None:
    file = desk.folder / "fel.xlsx"
    wrong: dict[str, bytes] = {
        "damaged": b"PK\x03\x04",
        "empty": b"",
        "columns": b"namn;svar\na;b\n",
        "other survey": "Nyckel;Översättning\n0123456789abcdef;Hej\n".encode(),
        "picture": b"\x89PNG\r\n\x1a\n" + b"x" * 50,
    }
    for what, content in wrong.items():
        file.write_bytes(content)
        result = desk.do("translations", "TRAFF1", "--in", str(file))
        assert (result.exit_code, len(result.stderr.strip().splitlines())) == (1, 1), what
    gone = desk.do("translations", "TRAFF1", "--in", str(desk.folder / "ingen.xlsx"))
    assert gone.exit_code == 2
    assert desk.json("translations", "TRAFF1")["waiting"] == 3


def test_an_answer_that_looks_like_a_formula_goes_out_as_words(desk: Desk) -> None:
    async def hostile(room: Room) -> None:
        await write(
            room, "TRAFF1", "elak", "ar", keep='=HYPERLINK("http://x.example";"مرحبا بكم جميعا")'
        )

    desk.with_room(hostile)
    file = desk.folder / "kö.xlsx"
    assert desk.json("translations", "TRAFF1", "--out", str(file))["waiting"] == 4
    cells = [row[3] for row in openpyxl.load_workbook(file).worksheets[0].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)


def test_rows_that_were_mixed_up_are_left_out(desk: Desk) -> None:
    file = desk.folder / "kö.xlsx"
    desk.json("translations", "TRAFF1", "--out", str(file))
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    first, second = sheet["A2"].value, sheet["A3"].value
    sheet["A2"].value, sheet["A3"].value = second, first
    for cell in ("E2", "E3", "E4"):
        sheet[cell].value = "Tack"
    book.save(file)
    read = desk.json("translations", "TRAFF1", "--in", str(file))["read"]
    assert read["left_out"] == [{"row": 1, "reason": "mixed"}, {"row": 2, "reason": "mixed"}]
    assert read["kept"] == 1


def test_options_take_every_word_until_the_next_one() -> None:
    words = ["theme", "K", "split", "other", "Djur", "--answer", "a", "b", "--json"]
    assert spread(words, SPREAD["theme"])[5:] == ["--answer", "a", "--answer", "b", "--json"]


def test_a_meeting_of_four_shows_no_answers_to_anybody(tmp_path: Path, sqlite_url: str) -> None:
    desk = Desk(tmp_path, sqlite_url)

    async def few(room: Room) -> None:
        await room.open("session_evaluation", "TRAFF1", fill=None)
        for number in range(4):
            await write(room, "TRAFF1", f"person {number}", "ar", keep="مناخ حوار مفتوح")

    desk.with_room(few)
    assert (desk.theme()["waits"], desk.theme()["themes"]) == (1, [])
    assert desk.json("translations", "TRAFF1")["answers"] == []
    assert desk.do("theme", "TRAFF1", "rename", "climate", "Nytt").exit_code == 2
