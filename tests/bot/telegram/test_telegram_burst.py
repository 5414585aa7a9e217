"""A room presses at once: every answer stored, every press answered first, nothing faster than Telegram allows.

The same with a thousand people and real seconds is `bench/burst.py`.
"""

from __future__ import annotations

import logging

import pytest

from bot.botapi.buckets import Strict
from bot.botapi.phone import Phone
from bot.telegram.outgoing.pacing import Pace
from surveys.questionnaire.loading import library_questionnaire
from tests.faults.mischief import Mischief
from tests.faults.room import Room

PEOPLE = 200


@pytest.mark.slow
async def test_two_hundred_press_at_once_and_no_limit_is_broken(sqlite_url, caplog) -> None:
    caplog.set_level(logging.ERROR)
    room = Room(sqlite_url, "polling", Mischief())
    survey = await room.open(library_questionnaire("session_evaluation"), None)
    pace = Pace(0.0, 1, 0.0, 1, 0.0, 1, now=room.seconds, pause=room.pause)
    await room.start(pace)
    try:
        phones = await come_in(room)
        usual = Pace()
        pace.chat_interval, pace.chat_burst = usual.chat_interval, usual.chat_burst
        pace.all_interval, pace.all_burst = usual.all_interval, usual.all_burst
        room.world.strict = Strict()
        room.wire.log.clear()
        begun = room.seconds()
        for phone in phones:
            phone.tap("I hög grad")
        await room.quiet()
        assert (await room.store.tallies(survey.id))["usefulness", "", "high"] == PEOPLE
        assert all("Fråga 2 av 5" in phone.last.text for phone in phones)
        assert all("✓ I hög grad" in phone.replies[-2].text for phone in phones)
        check(room, begun)
    finally:
        await room.leave()


async def come_in(room: Room) -> list[Phone]:
    """Everybody has the first question before them."""
    phones = [Phone(room.world, number) for number in range(1, PEOPLE + 1)]
    for phone in phones:
        phone.start("TRAFF1")
    await room.quiet()
    for phone in phones:
        phone.tap("Börja")
    await room.quiet()
    return phones


def check(room: Room, begun: float) -> None:
    """The order and the seconds of what went out; what the limits refuse is not among it."""
    refused = room.world.count("sendMessage") - 3 * PEOPLE
    assert refused == 0
    at = {
        name: [moment - begun for method, _, moment in room.wire.log if method == name]
        for name in ("answerCallbackQuery", "sendMessage", "editMessageText")
    }
    assert {name: len(times) for name, times in at.items()} == dict.fromkeys(at, PEOPLE)
    allowed = PEOPLE / Strict().overall * 1.2
    assert max(at["answerCallbackQuery"]) < allowed
    assert max(at["sendMessage"]) <= allowed
    assert max(at["editMessageText"]) <= 2 * allowed
