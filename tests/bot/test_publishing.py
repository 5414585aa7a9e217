"""Publishing from a real store: reports, walls, erasures and closing, made by whoever asks, agree with each other."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncIterator
from itertools import combinations
from typing import Any

import pytest
from sqlalchemy import text
from web_room import MORNING, Room

from bot.editions import publish, told_data
from bot.outcomes import Who
from bot.reports import ReportRequest, published_report, quote_lines
from bot.results import Results
from surveys.conversation.state import Begin, Choose, Key, Write
from surveys.conversation.values import Words
from surveys.errors import NotPublished
from surveys.store.store import Store

K = 5
OPTIONS = {"usefulness": ("high", "some", "small"), "could_speak": ("some", "high")}


class Meeting:
    """People who answer, somebody who makes reports, and a wall."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.results = Results(room.store, room.service)
        self.texts = {"keep": "samtalen var ärliga och öppna, sa nummer {}"}

    async def answer(self, numbers: range, choice: int | None = None) -> None:
        for number in numbers:
            who = Who("ABCDEF", "web", f"phone {number}")
            await self.room.service.turn(who, Begin())
            for question, options in OPTIONS.items():
                option = options[(number if choice is None else choice) % len(options)]
                await self.room.service.turn(who, Choose((option,), Key(question)))
            for question, words in self.texts.items():
                await self.room.service.turn(who, Write(words.format(number), Key(question)))

    async def erase(self, number: int) -> None:
        await self.room.service.erase(Who("ABCDEF", "web", f"phone {number}"))

    async def report(self, language: str = "sv") -> dict[str, Any]:
        request = ReportRequest(language, "json", code="ABCDEF")
        made: dict[str, Any] = json.loads(await published_report(self.room.store, request, MORNING))
        return made

    async def look(self, *wanted: str) -> dict[str, int]:
        survey = await self.room.store.survey("ABCDEF")
        assert survey is not None
        result = await self.results.current(survey, wanted)
        return {part: frame.base for part, frame in result.released.items()}


@pytest.fixture
async def meeting(sqlite_url: str) -> AsyncIterator[Meeting]:
    store = await Store.open(sqlite_url)
    room = Room(store)
    await room.open("session_evaluation", fill=None)
    yield Meeting(room)
    assert (await store.verify()).differences == ()
    await store.close()


def numbers(report: dict[str, Any]) -> dict[str, Any]:
    return {"base": report["base"], "questions": report["questions"]}


async def test_one_voice_more_changes_no_number_and_five_more_move_all(meeting: Meeting) -> None:
    await meeting.answer(range(12))
    first = await meeting.report()
    assert first["base"]["answered"] == 12
    for few in range(12, 16):
        await meeting.answer(range(few, few + 1), 0)
        again = await meeting.report()
        assert again["base"]["answered"] == few + 1
        assert again | {"base": None} == first | {"base": None}
    await meeting.answer(range(16, 17))
    moved = await meeting.report()
    assert {question["n"] for question in moved["questions"] if question["n"]} == {17}
    assert moved["base"]["answered"] == 17


async def test_the_first_report_shows_all_and_a_few_wait(meeting: Meeting) -> None:
    await meeting.answer(range(4))
    waiting = await meeting.report()
    assert (waiting["base"]["answered"], waiting["questions"]) == (4, [])
    await meeting.answer(range(4, 5))
    assert (await meeting.report())["base"]["answered"] == 5


async def test_the_wall_and_the_report_are_publications_of_the_same(meeting: Meeting) -> None:
    await meeting.answer(range(10))
    await meeting.look("usefulness")
    await meeting.answer(range(10, 13))
    report = await meeting.report()
    told = {question["id"]: question["n"] for question in report["questions"]}
    assert (told["usefulness"], told["could_speak"]) == (10, 13)
    assert await meeting.look("usefulness", "could_speak") | told == await meeting.look() | told


async def test_who_erases_is_counted_on_and_never_quoted(meeting: Meeting) -> None:
    await meeting.answer(range(12))
    survey = await meeting.room.store.survey("ABCDEF")
    assert survey is not None
    lines = await quote_lines(meeting.room.store, survey, "sv")
    await publish(meeting.room.store, survey, MORNING)
    lines = await quote_lines(meeting.room.store, survey, "sv")
    await meeting.room.store.decide_quotes(survey.id, [line.id for line in lines], [], MORNING)
    before = await meeting.report()
    quoted = [quote["text"] for theme in before["themes"] for quote in theme["quotes"]]
    assert quoted
    number = int(quoted[0].rpartition(" ")[2].rstrip("."))
    await meeting.erase(number)
    after = await meeting.report()
    assert numbers(after) == numbers(before)
    assert f'nummer {number}"' not in json.dumps(after, ensure_ascii=False)
    rows = await meeting.room.store.edition_rows(survey.id)
    assert sum(row.value == Words("") for row in rows) == 1
    assert len({row.respondent for row in rows if not row.current}) == 3  # nobody's rows meet


async def test_what_somebody_no_longer_says_is_counted_and_not_quoted(meeting: Meeting) -> None:
    await meeting.answer(range(12))
    first = await meeting.report()
    meeting.texts = {"keep": "maten var god, tyckte {}"}
    await meeting.answer(range(1))
    assert numbers(await meeting.report()) == numbers(first)
    survey = await meeting.room.store.survey("ABCDEF")
    assert survey is not None
    [old] = [row for row in await meeting.room.store.edition_rows(survey.id) if not row.current]
    assert old.value == Words("samtalen var ärliga och öppna, sa nummer 0")


async def test_closing_leaves_out_what_few_have_said_since(meeting: Meeting) -> None:
    await meeting.answer(range(18))
    before = await meeting.report()
    await meeting.answer(range(18, 20))
    await meeting.room.store.close_survey("ABCDEF", MORNING)
    final = await meeting.report()
    assert final["base"]["answered"] == 20
    assert tables_of(final) == tables_of(before)
    assert any(note.startswith("2 svar kom efter") for note in final["notes"])
    assert await meeting.report() == final


async def test_a_survey_that_was_never_shown_gives_everything_at_closing(meeting: Meeting) -> None:
    await meeting.answer(range(13))
    await meeting.room.store.close_survey("ABCDEF", MORNING)
    assert (await meeting.report())["base"]["answered"] == 13
    survey = await meeting.room.store.survey("ABCDEF")
    assert survey is not None
    assert await meeting.room.store.edition_log(survey.id) == []


async def test_two_who_publish_at_once_show_the_same(meeting: Meeting) -> None:
    await meeting.answer(range(9))
    reports = await asyncio.gather(*(meeting.report() for _ in range(4)), meeting.report("en"))
    assert reports[0] == reports[1] == reports[2] == reports[3]
    survey = await meeting.room.store.survey("ABCDEF")
    assert survey is not None
    assert {entry.number for entry in await meeting.room.store.edition_log(survey.id)} == {1}


async def test_what_nobody_has_kept_is_not_shown(meeting: Meeting) -> None:
    await meeting.answer(range(9))
    survey = await meeting.room.store.survey("ABCDEF")
    assert survey is not None
    with pytest.raises(NotPublished):
        await told_data(meeting.room.store, survey)


async def test_purging_takes_every_row(meeting: Meeting) -> None:
    await meeting.answer(range(9))
    await meeting.report()
    await meeting.room.store.purge("ABCDEF", "KS 1", MORNING)
    async with meeting.room.store._reading() as connection:
        for table in ("edition_row", "edition_part", "released"):
            left = await connection.execute(text(f"SELECT count(*) FROM {table}"))
            assert left.scalar_one() == 0
    assert (await meeting.report())["questions"] == []


@pytest.mark.parametrize("seed", range(4))
async def test_no_pair_of_publications_of_a_restless_room_differs_by_a_few(
    meeting: Meeting, seed: int
) -> None:
    """Everything that a room sees over time, from a real store: reports in both languages, walls, the final report."""
    chance = random.Random(seed)
    tables: list[tuple[str, int, Any]] = []
    for _ in range(14):
        start = chance.randrange(20)
        what = chance.choice(("answer", "answer", "change", "erase"))
        if what == "erase":
            await meeting.erase(start)
        else:
            some = range(start, start + chance.randrange(1, 8))
            await meeting.answer(some, None if what == "answer" else chance.randrange(3))
        if chance.random() < 0.4:
            await meeting.look(*chance.sample(sorted(OPTIONS), 1))
        tables += tables_of(await meeting.report())
    await meeting.room.store.close_survey("ABCDEF", MORNING)
    tables += tables_of(await meeting.report())
    for (name, base, cells), (other, more, others) in combinations(tables, 2):
        if name == other:
            assert abs(more - base) >= K or (base, cells) == (more, others), name


def tables_of(report: dict[str, Any]) -> list[tuple[str, int, Any]]:
    """Every table that may be subtracted from another: its name, its base and its numbers."""
    return [
        (question["id"], question["n"], (question["cells"], question["missing"]))
        for question in report["questions"]
        if question["n"] >= K
    ]
