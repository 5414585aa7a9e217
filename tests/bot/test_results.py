"""The room's result: released by the rule, kept before it is shown, the same on every screen."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import combinations

import pytest
from web_room import Room

from bot.outcomes import Who
from bot.results import Result, Results
from surveys.conversation.state import Begin, Choose, Key, Write
from surveys.store.store import Store

EVERYTHING = ("usefulness", "role", "best", "visits")


class Meeting:
    """People who answer, and somebody who looks."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.results = Results(room.store, room.service)

    async def answer(self, numbers: range, **chosen: str) -> None:
        await asyncio.gather(*(self._answer(number, chosen) for number in numbers))

    async def _answer(self, number: int, chosen: dict[str, str]) -> None:
        who = Who("ABCDEF", "web", f"phone {number}")
        await self.room.service.turn(who, Begin())
        for question, said in chosen.items():
            act = Write(said, Key(question)) if question == "visits" else None
            await self.room.service.turn(who, act or Choose((said,), Key(question)))

    async def look(self, *wanted: str) -> Result:
        survey = await self.room.store.survey("ABCDEF")
        assert survey is not None
        return await self.results.current(survey, wanted or EVERYTHING)

    async def bars(self, slide: str, *wanted: str) -> dict[str, int]:
        result = await self.look(*wanted)
        charts = {each.id: each for each in result.charts("sv")}
        if slide not in charts:
            return {}
        return {bar.id: bar.n for bar in charts[slide].rows[0].bars if bar.n}


@pytest.fixture
async def meeting(room: Room) -> Meeting:
    return Meeting(room)


@pytest.fixture
async def room(sqlite_url: str) -> AsyncIterator[Room]:
    store = await Store.open(sqlite_url)
    made = Room(store)
    await made.open()
    yield made
    await store.close()


async def test_the_count_moves_at_once_and_the_bars_by_fives(meeting: Meeting) -> None:
    await meeting.answer(range(4), usefulness="high")
    assert await meeting.bars("usefulness") == {}
    assert (await meeting.look()).people == 4
    await meeting.answer(range(4, 5), usefulness="some")
    assert await meeting.bars("usefulness") == {"high": 4, "some": 1}
    await meeting.answer(range(5, 9), usefulness="small")
    assert await meeting.bars("usefulness") == {"high": 4, "some": 1}
    assert (await meeting.look()).people == 9
    await meeting.answer(range(9, 10), usefulness="small")
    assert await meeting.bars("usefulness") == {"small": 5, "high": 4, "some": 1}


async def test_nothing_is_released_that_nobody_looks_at(meeting: Meeting) -> None:
    """So that what was never shown can be shown whole."""
    await meeting.answer(range(7), usefulness="high")
    assert await meeting.bars("usefulness", "role") == {}
    await meeting.answer(range(7, 9), usefulness="high")
    assert await meeting.bars("usefulness") == {"high": 9}


async def test_a_change_of_mind_and_an_erasure_move_nothing_alone(meeting: Meeting) -> None:
    await meeting.answer(range(6), usefulness="high")
    before = await meeting.bars("usefulness")
    await meeting.answer(range(1), usefulness="some")
    await meeting.room.service.erase(Who("ABCDEF", "web", "phone 3"))
    assert await meeting.bars("usefulness") == before


async def test_a_restart_shows_the_same_and_lets_out_no_more(meeting: Meeting) -> None:
    await meeting.answer(range(5), usefulness="high")
    before = await meeting.bars("usefulness")
    await meeting.answer(range(5, 7), usefulness="some")
    again = Meeting(meeting.room)
    assert await again.bars("usefulness") == before


async def test_who_was_asked_because_of_an_answer_is_told_together_with_it(
    meeting: Meeting,
) -> None:
    """How many wrote where they come from is how many said that they are visitors."""
    await meeting.answer(range(6), role="visitor", visits="Borlänge")
    result = await meeting.look("visits")
    assert {part: each.base for part, each in result.released.items()} == {"role": 6, "visits": 6}
    await meeting.answer(range(6, 12), role="visitor")
    await meeting.look("role")
    await meeting.answer(range(6, 12), visits="Falun")
    assert (await meeting.look("visits")).released["visits"].base == 12
    await meeting.answer(range(12, 14), role="resident")
    await meeting.answer(range(14, 20), role="visitor", visits="Mora")
    await meeting.room.service.erase(Who("ABCDEF", "web", "phone 0"))
    assert (await meeting.look()).released["visits"].base == 17


async def test_whoever_keeps_every_picture_learns_about_no_fewer_than_five(
    meeting: Meeting,
) -> None:
    """Answers, changes of mind and erasures as they come; somebody looks after each, and subtracts all pairs."""
    chance, pictures = random.Random(18), []
    for _ in range(60):
        who = chance.randrange(16)
        if chance.random() < 0.15:
            await meeting.room.service.erase(Who("ABCDEF", "web", f"phone {who}"))
        else:
            said = {"usefulness": chance.choice(("high", "some")), "role": "visitor"}
            await meeting.answer(range(who, who + chance.choice((1, 1, 4))), **said)
        pictures.append((await meeting.look()).released)
    for part in EVERYTHING:
        shown = [picture[part] for picture in pictures if part in picture]
        different = [one for place, one in enumerate(shown) if one not in shown[:place]]
        assert all(abs(one.base - two.base) >= 5 for one, two in combinations(different, 2))
    assert len(pictures[-1]) >= 2


async def test_hidden_until_revealed_and_then_whole(meeting: Meeting) -> None:
    store, survey = meeting.room.store, await meeting.room.store.survey("ABCDEF")
    assert survey is not None
    wall = await store.wall(survey.id)
    await store.set_wall(survey.id, replace(wall, hidden=frozenset({"usefulness"})))
    await meeting.answer(range(8), usefulness="high")
    assert await meeting.bars("usefulness") == {}
    await meeting.answer(range(8, 12), usefulness="some")
    await store.set_wall(survey.id, wall)
    assert await meeting.bars("usefulness") == {"high": 8, "some": 4}


async def test_what_stays_out_at_closing_is_said(meeting: Meeting) -> None:
    await meeting.answer(range(5), usefulness="high", role="resident")
    await meeting.look()
    await meeting.answer(range(5, 8), usefulness="some")
    await meeting.room.store.close_survey("ABCDEF", meeting.room.now)
    meeting.room.service.forget()
    result = await meeting.look()
    assert result.released["usefulness"].base == 5
    assert result.cut == {"usefulness", "role"}


@pytest.mark.parametrize("role", ["visitor", "resident"])
async def test_no_mark_of_what_stays_out_tells_what_the_last_one_answered(
    meeting: Meeting, role: str
) -> None:
    """Only visitors are asked where they come from: its mark is there whether or not the last one was."""
    await meeting.answer(range(12), role="visitor", visits="Borlänge")
    await meeting.look()
    more = {"visits": "Falun"} if role == "visitor" else {}
    await meeting.answer(range(12, 13), role=role, **more)
    await meeting.room.store.close_survey("ABCDEF", meeting.room.now)
    meeting.room.service.forget()
    assert (await meeting.look()).cut == {"role", "visits"}


async def test_when_the_answers_are_disposed_of_only_how_many_is_left(meeting: Meeting) -> None:
    await meeting.answer(range(7), usefulness="high")
    store, survey = meeting.room.store, (await meeting.look()).survey
    await store.close_survey(survey.code, meeting.room.now)
    await store.purge(survey.code, "RD 2026/9", meeting.room.now)
    after = await meeting.look()
    assert (after.people, after.released, after.cut) == (7, {}, frozenset())


async def test_participants_see_the_result_when_the_organiser_has_opened_it(
    meeting: Meeting,
) -> None:
    store, survey = meeting.room.store, await meeting.room.store.survey("ABCDEF")
    assert survey is not None
    await meeting.answer(range(5), usefulness="high")
    assert await meeting.results.for_participants(survey) is None
    wall = await store.wall(survey.id)
    await store.set_wall(survey.id, replace(wall, opened=True))
    result = await meeting.results.for_participants(survey)
    assert result is not None
    (chart,) = result.charts("en")
    assert (chart.text, chart.rows[0].base) == ("To what extent is the meeting useful?", 5)
