"""Replies out: nothing is simply sent again, everybody gets one message that works, nobody waits for somebody else."""

from __future__ import annotations

import asyncio
import datetime as dt

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.botapi.faults import Fault
from bot.telegram.outgoing.calls import Fate, fate_of, simply
from bot.telegram.outgoing.intents import Intent
from bot.telegram.outgoing.merging import merge
from bot.telegram.outgoing.request import CutOff, NotConnected, Unreadable
from bot.telegram.screens.markup import Rendered
from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Words
from surveys.store.records import OutboxMessage, Waiting
from tests.bot.telegram.telegram_people import begin, do, write


def html_502() -> NetworkError:
    error = NetworkError("Bad Gateway")
    error.__cause__ = Unreadable("no JSON")
    return error


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (RetryAfter(3), Fate.WAIT),
        (Forbidden("Forbidden: bot was blocked by the user"), Fate.UNREACHABLE),
        (BadRequest("Bad Request: message is not modified: specified new …"), Fate.SAME),
        (BadRequest("Bad Request: message to edit not found"), Fate.GONE),
        (BadRequest("Bad Request: message can't be edited"), Fate.GONE),
        (BadRequest("Bad Request: can't parse entities: …"), Fate.OUR_WORDS),
        (BadRequest("Bad Request: reply markup is too long"), Fate.OUR_WORDS),
        (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Fate.OUR_WORDS),
        (BadRequest("Bad Request: chat not found"), Fate.REFUSED),
        (ChatMigrated(-100), Fate.REFUSED),
        (InvalidToken("Unauthorized"), Fate.AGAIN),
        (Conflict("Conflict: terminated"), Fate.AGAIN),
        (NetworkError("Internal Server Error: restart"), Fate.AGAIN),
        (NotConnected("refused"), Fate.AGAIN),
        (CutOff("cut"), Fate.UNKNOWN),
        (TimedOut("late"), Fate.UNKNOWN),
        (Unreadable("broken"), Fate.UNKNOWN),
        (html_502(), Fate.UNKNOWN),
    ],
    ids=lambda value: value.name if isinstance(value, Fate) else type(value).__name__,
)
def test_every_error_has_one_meaning(error, fate) -> None:
    assert fate_of(error) is fate


def asked(phone, number: int) -> list[str]:
    return [m.text for m in phone.replies if f"Fråga {number} av 5" in m.text]


@pytest.mark.parametrize("kind", ["cut_after", "cut_before", "broken_json", "html"])
async def test_a_doubtful_send_is_made_good_in_the_known_message(house, kind) -> None:
    phone = await begin(house)
    house.world.faults.plan(Fault("sendMessage", nth=1, kind=kind, status=502))
    phone.tap("I hög grad")
    await phone.settled()
    await phone.sees("Fråga 2 av 5")
    await house.world.until(lambda: not asked(phone, 1))
    await house.idle()
    assert len(asked(phone, 2)) == (2 if kind == "cut_after" else 1)
    await do(phone, "I viss grad")
    assert asked(phone, 3)
    assert (await house.answers("TRAFF1"))["could_speak"] == Choice("some")


async def test_any_number_of_doubts_adds_nothing_where_a_message_is_known(house) -> None:
    phone = await begin(house)
    house.world.faults.plan(
        Fault("sendMessage", nth=1, kind="cut_after"),
        *(Fault("editMessageText", nth=n, kind="cut_after") for n in (1, 2, 3)),
    )
    phone.tap("I hög grad")
    await phone.settled()
    await house.world.until(lambda: not asked(phone, 1))
    await house.idle()
    assert len(asked(phone, 2)) == 2
    assert house.world.count("sendMessage") == 3


@pytest.mark.slow
async def test_the_first_message_of_all_is_sent_twice_at_most_and_then_waits_for_the_person(
    house,
) -> None:
    phone = house.phone()
    house.world.faults.plan(*(Fault("sendMessage", nth=n, kind="cut_before") for n in (1, 2)))
    phone.start("TRAFF1")
    await house.world.until(lambda: house.world.count("sendMessage") == 2)
    await phone.settled()
    house.now += dt.timedelta(hours=1)
    house.channel._sender.wake()
    await house.idle()
    assert house.world.count("sendMessage") == 2
    phone.start("TRAFF1")
    await phone.sees("Exempelkommunen")
    assert house.world.count("sendMessage") == 3


@pytest.mark.slow
async def test_a_row_that_a_dead_sender_held_counts_as_perhaps_sent(house, monkeypatch) -> None:
    phone = await begin(house)
    monkeypatch.setattr(house.channel._sender, "_start", lambda _: None)
    phone.tap("I hög grad")
    await phone.settled()
    sent = house.world.count("sendMessage")
    await house.stop()
    await house.start()
    await phone.sees("Fråga 2 av 5")
    assert house.world.count("sendMessage") == sent
    assert len(phone.replies) == 2


async def test_a_press_on_the_copy_that_nobody_knew_of_makes_it_known(house) -> None:
    phone = await begin(house)
    house.world.faults.plan(
        Fault("sendMessage", nth=1, kind="cut_after"),
        Fault("editMessageText", nth=1, status=500),
    )
    held = asyncio.Event()
    pause = house.channel._pause
    house.channel._sender._alarm._pause = lambda _: held.wait()
    phone.tap("I hög grad")
    await phone.sees("Fråga 2 av 5")
    phone.tap("I viss grad")
    await house.world.until(lambda: not house.world.updates)
    held.set()
    house.channel._sender._alarm._pause = pause
    house.now += dt.timedelta(seconds=5)
    house.channel._sender.wake()
    await phone.sees("Fråga 3 av 5")
    await house.idle()
    assert [message.text.splitlines()[-1] for message in phone.replies[1:3]] == [
        "✓ I hög grad",
        "✓ I viss grad",
    ]


async def test_what_telegram_does_not_take_is_said_more_simply_and_once(house, caplog) -> None:
    phone = await begin(house)
    told = "Bad Request: can't parse entities: unsupported start tag"
    house.world.faults.plan(Fault("sendMessage", nth=1, status=400, description=told))
    phone.tap("I hög grad")
    await phone.settled()
    assert "Fråga 2 av 5" in phone.last.text
    assert not phone.last.rows
    assert "QuestionScreen was refused: BadRequest" in caplog.text
    assert "säga det du ville" not in caplog.text
    await write(phone, "I viss grad")
    assert asked(phone, 3)


def test_simple_words_have_no_markup_and_fit() -> None:
    assert simply(Rendered("<b>Mer &amp; mindre</b> &lt;5")) == "Mer & mindre <5"
    assert len(simply(Rendered("x" * 5000))) == 4096


async def test_who_blocks_the_bot_gets_nothing_that_was_waiting_and_any_act_brings_them_back(
    house,
) -> None:
    phone = await begin(house)
    phone.chat.blocked = True
    phone.tap("I hög grad")
    await phone.settled()
    sent = house.world.count("sendMessage")
    phone.chat.blocked = False
    house.channel._sender.wake()
    await house.idle()
    assert house.world.count("sendMessage") == sent
    phone.tap("I hög grad")  # the same old button: what it led to never came
    await phone.settled()
    assert "Fråga 2 av 5" in phone.last.text


async def test_the_same_words_for_a_question_that_never_came_show_it_instead_of_answering_it(
    house,
) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad", "I hög grad", "Hoppa över")
    phone.chat.blocked = True
    await write(phone, "samtalen")
    phone.chat.blocked = False
    await write(phone, "samtalen")
    assert asked(phone, 5)
    answers = await house.answers("TRAFF1")
    assert answers["keep"] == Words("samtalen")
    assert "change" not in answers


async def test_words_written_before_a_question_was_shown_are_not_its_answer(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad", "I hög grad", "Hoppa över")
    phone.send("samtalen")
    phone.send("och fikat")
    await phone.settled()
    assert "Det du skrev kom innan den här frågan visades" in phone.last.text
    assert "change" not in await house.answers("TRAFF1")
    await write(phone, "och fikat")
    assert (await house.answers("TRAFF1"))["change"] == Words("och fikat")


async def test_a_chat_that_is_told_to_wait_keeps_nobodys_place(house) -> None:
    people = [await begin(house, number) for number in range(1, 4)]
    sender = house.channel._sender
    held = asyncio.Event()
    sender._alarm._pause = lambda _: held.wait()
    house.world.faults.plan(Fault.flood("sendMessage", 60, chat=1))
    for phone in people:
        phone.tap("I hög grad")
    for phone in people[1:]:
        await phone.sees("Fråga 2 av 5")
    await people[0].settled()
    assert not sender._tasks
    assert not asked(people[0], 2)
    house.now += dt.timedelta(seconds=61)
    sender.wake()
    await people[0].sees("Fråga 2 av 5")
    held.set()


def row(intent: Intent, *behind: Intent, unknown: int = 0, known: int | None = 10) -> OutboxMessage:
    later = tuple(Waiting(2 + n, each.body()) for n, each in enumerate(behind))
    lease = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
    return OutboxMessage(1, 1, 1, 1, "1", intent.body(), 1, lease, unknown, known, behind=later)


def test_all_that_waits_for_one_person_is_one_message() -> None:
    first = Intent("A", pressed=10, answered=Key("q1"), notes=({"id": "rejected-number"},))
    reply = merge(row(first, Intent("A", pressed=10, in_place=True), Intent("A", page=2)))
    assert (reply.intent.page, reply.targets, reply.notes) == (2, (), ())
    assert reply.answered == {10: Key("q1")}


def test_doubt_turns_a_new_message_into_a_change_of_the_newest_known() -> None:
    reply = merge(row(Intent("A", pressed=8, answered=Key("q1")), unknown=3))
    assert reply.targets == (10, 8)
    first = merge(row(Intent("A"), unknown=1, known=None))
    assert (first.targets, first.may_send) == ((), True)
    assert not merge(row(Intent("A"), unknown=2, known=None)).may_send


def test_a_press_further_down_than_anything_known_ends_the_doubt() -> None:
    first, press = Intent("A", pressed=10, answered=Key("q1")), Intent("A", 11, answered=Key("q2"))
    reply = merge(row(first, press, unknown=1))
    assert reply.targets == ()
    assert reply.answered == {10: Key("q1"), 11: Key("q2")}
