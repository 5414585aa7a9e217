"""What happens when things break: nothing acknowledged is lost, nobody is stopped by somebody else's update."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging

import pytest

from bot.botapi.faults import Fault
from bot.telegram.channel import TelegramChannel
from surveys.conversation.values import Choice
from surveys.errors import ConfigError, StoreError
from tests.bot.telegram.telegram_people import LONG_POLL, begin


async def test_the_offset_moves_only_after_the_inbox_row_is_committed(house, monkeypatch) -> None:
    receive = house.store.receive
    failures = 3

    async def refuse(updates, at):
        nonlocal failures
        if failures:
            failures -= 1
            assert house.world.confirmed == 0
            raise StoreError("the disk is full")
        return await receive(updates, at)

    monkeypatch.setattr(house.store, "receive", refuse)
    phone = house.phone()
    update_id = phone.start("TRAFF1")
    await phone.settled()
    assert house.pauses[:3] == [0.5, 1.0, 2.0]
    assert house.world.confirmed == update_id
    assert "Exempelkommunen" in phone.last.text


async def test_the_same_update_twice_changes_nothing_and_says_nothing_more(house) -> None:
    phone = await begin(house)
    update_id = phone.tap("I hög grad")
    raw = dict(house.world.updates[update_id])
    await phone.settled()
    said = len(phone.replies)
    house.world.add_update("callback_query", raw["callback_query"], update_id=update_id)
    await phone.settled()
    other = house.phone(2)
    other.start("TRAFF1")
    await other.settled()
    assert len(phone.replies) == said
    assert await house.answers("TRAFF1") == {"usefulness": Choice("high")}


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("message", {"chat": 7}),
        ("message", None),
        ("callback_query", {"id": 1}),
        ("callback_query", []),
        ("message", {"chat": {"id": "x", "type": "private"}, "text": "a"}),
        ("message", {"chat": {"id": 5, "type": "private"}, "text": {"a": 1}}),
        ("message", {"chat": {"id": 5, "type": "private"}, "photo": []}),
    ],
)
async def test_an_update_that_cannot_be_read_is_set_aside_and_those_behind_it_go_on(
    house, caplog, kind, content
) -> None:
    secret_word = "hemligheten"
    update_id = house.world.add_update(
        kind, {**content, "x": secret_word} if isinstance(content, dict) else content
    )
    phone = await begin(house)
    assert "Fråga 1 av 5" in phone.last.text
    assert f"update {update_id} set aside: Unintelligible" in caplog.text
    assert secret_word not in caplog.text
    assert await house.store.pending_updates(house.world.bot_id, -1, 10) == []


async def test_a_fault_of_ours_is_told_to_the_person_and_to_nobody_else(
    house, monkeypatch, caplog
) -> None:
    one, two = await begin(house, 1), await begin(house, 2)
    turn = house.service.turn

    async def break_for_one(who, act, **more):
        if who.address == "1":
            raise RuntimeError("ett hemligt svar")
        return await turn(who, act, **more)

    monkeypatch.setattr(house.service, "turn", break_for_one)
    one.tap("I hög grad")
    two.tap("I hög grad")
    await one.settled()
    await two.settled()
    assert one.last.text.startswith("Något gick fel hos oss.")
    assert "Fråga 2 av 5" in two.last.text
    assert "hemligt" not in caplog.text
    assert "set aside: RuntimeError" in caplog.text


async def test_kinds_from_the_future_groups_and_edits_are_settled_in_silence(house, caplog) -> None:
    house.world.add_update("telepathy", {"thought": "?"})
    group = {"id": -5, "type": "supergroup", "title": "g"}
    house.world.add_update("message", {"chat": group, "from": {"id": 1}, "text": "hej"})
    house.world.add_update("edited_message", {"chat": {"id": 1, "type": "private"}, "text": "b"})
    phone = await begin(house)
    assert len(phone.replies) == 2
    assert "set aside" not in caplog.text
    assert await house.store.pending_updates(house.world.bot_id, -1, 10) == []


async def test_after_a_stop_in_the_middle_the_person_goes_on_where_they_were(house) -> None:
    phone = await begin(house)
    phone.tap("I hög grad")
    await phone.settled()
    await house.stop()
    phone.tap("I viss grad")
    await house.start()
    await phone.settled()
    assert "Fråga 3 av 5" in phone.last.text
    assert await house.answers("TRAFF1") == {
        "usefulness": Choice("high"),
        "could_speak": Choice("some"),
    }


async def test_what_was_received_and_not_handled_before_a_crash_is_handled_first(
    house, monkeypatch
) -> None:
    phone = await begin(house)
    monkeypatch.setattr(house.channel, "_dispatcher", _Deaf())
    phone.tap("I hög grad")
    await house.world.until(lambda: not house.world.updates)
    assert await house.answers("TRAFF1") == {}
    monkeypatch.undo()
    await house.stop()
    await house.start()
    await house.idle()
    assert await house.answers("TRAFF1") == {"usefulness": Choice("high")}
    assert "Fråga 2 av 5" in phone.last.text


class _Deaf:
    """Stands for a process that dies between the commit and the handling."""

    def offer(self, update) -> None:
        pass

    def look(self) -> None:
        pass


@pytest.mark.slow
async def test_a_reply_claimed_by_a_sender_that_died_is_sent_by_the_next(
    house, monkeypatch
) -> None:
    phone = await begin(house)
    claimed = []
    monkeypatch.setattr(house.channel._sender, "_start", claimed.append)
    phone.tap("I hög grad")
    await phone.settled()
    assert len(claimed) == 1
    await house.stop()
    await house.start()
    await phone.sees("Fråga 2 av 5")


async def test_polling_goes_on_after_conflict_server_errors_html_and_cut_connections(house) -> None:
    phone = house.phone()
    for fault in (
        Fault("getUpdates", nth=1, status=409, description="Conflict: terminated"),
        Fault("getUpdates", nth=2, kind="html", status=502),
        Fault("getUpdates", nth=3, kind="cut_before"),
        Fault("getUpdates", nth=4, kind="broken_json"),
        Fault("getUpdates", nth=5, kind="cut_after"),
        Fault("getUpdates", nth=6, status=429, description="Too Many Requests", retry_after=7),
    ):
        house.world.faults.plan(fault)
    phone.start("TRAFF1")
    await phone.settled()
    phone.tap("Börja")
    await phone.sees("Fråga 1 av 5")
    assert 7.0 in house.pauses


async def test_a_429_is_obeyed_and_the_message_comes_later(house) -> None:
    phone = await begin(house)
    house.world.faults.plan(
        Fault("sendMessage", nth=1, status=429, description="Too Many Requests", retry_after=5)
    )
    phone.tap("I hög grad")
    await phone.sees("Fråga 2 av 5")
    assert house.world.count("sendMessage") == 4
    assert house.pauses[-1] == 5


async def test_a_500_is_tried_again_and_a_400_is_not(house) -> None:
    phone = await begin(house)
    house.world.faults.plan(Fault("sendMessage", nth=1, status=500))
    phone.tap("I hög grad")
    await phone.sees("Fråga 2 av 5")
    assert house.pauses[-1] == 1
    house.world.faults.clear()
    house.world.faults.plan(
        Fault("sendMessage", nth=None, status=400, description="Bad Request: chat not found")
    )
    before = house.world.count("sendMessage")
    phone.tap("I hög grad")
    await phone.settled()
    house.now += dt.timedelta(minutes=10)
    house.channel._sender.wake()
    await house.idle()
    assert house.world.count("sendMessage") == before + 1
    assert len(await house.answers("TRAFF1")) == 2


async def test_a_send_that_was_cut_after_it_arrived_leaves_one_extra_copy_that_works(house) -> None:
    phone = await begin(house)
    house.world.faults.plan(Fault("sendMessage", nth=1, kind="cut_after"))
    phone.tap("I hög grad")
    await house.world.until(
        lambda: sum("Fråga 2 av 5" in message.text for message in phone.replies) == 2
    )
    await house.idle()
    copies = [message for message in phone.replies if "Fråga 2 av 5" in message.text]
    phone.tap("Inte alls", message=copies[0])
    await phone.settled()
    assert "Fråga 3 av 5" in phone.last.text
    assert (await house.answers("TRAFF1"))["could_speak"] == Choice("not_at_all")


async def test_a_person_who_blocks_the_bot_is_left_alone_and_welcome_back(house) -> None:
    phone = await begin(house)
    phone.tap("I hög grad")
    phone.block()
    await phone.settled()
    sent = house.world.count("sendMessage")
    house.channel._sender.wake()
    await house.idle()
    assert house.world.count("sendMessage") == sent
    assert await house.answers("TRAFF1") == {"usefulness": Choice("high")}
    phone.unblock()
    phone.start("TRAFF1")
    await phone.settled()
    assert "Fråga 2 av 5" in phone.last.text


async def test_one_persons_trouble_does_not_delay_another(house) -> None:
    one, two = await begin(house, 1), await begin(house, 2)
    house.world.faults.plan(Fault("sendMessage", nth=None, status=500, chat=1))
    one.tap("I hög grad")
    two.tap("I hög grad")
    await two.sees("Fråga 2 av 5")
    assert "Fråga 1 av 5" in one.last.text


async def test_a_query_that_is_too_old_is_nobodys_loss(house) -> None:
    phone = await begin(house)
    house.world.faults.plan(
        Fault(
            "answerCallbackQuery",
            nth=None,
            status=400,
            description="Bad Request: query is too old and response timeout expired or query ID is invalid",
        )
    )
    phone.tap("I hög grad")
    await phone.settled()
    assert "Fråga 2 av 5" in phone.last.text


async def test_the_bot_stops_without_waiting_for_an_open_long_poll(house) -> None:
    await begin(house)
    await house.world.until(lambda: house.world.poller is not None)
    async with asyncio.timeout(LONG_POLL / 2):
        await house.channel.stop()
    assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("telegram")]


async def test_a_token_that_telegram_does_not_know_is_told_without_the_token(
    new_house, caplog
) -> None:
    caplog.set_level(logging.DEBUG)
    async with new_house() as house:
        with pytest.raises(ConfigError, match="does not accept the token") as raised:
            await _start_with(house, f"{house.world.bot_id}:very-secret")
        await house.store.close()
        assert "very-secret" not in str(raised.value)
        assert "very-secret" not in caplog.text


async def _start_with(house, token: str) -> None:
    from bot.config import TelegramSettings
    from bot.keys import Keyring
    from bot.service import Service
    from surveys.store.store import Store

    house.store = await Store.open(house.store_url)
    service = Service(house.store, Keyring(b"k"), clock=lambda: house.now)
    settings = TelegramSettings.model_validate({"api_base": house.api.url, "token": token})
    channel = TelegramChannel(
        service, house.store, settings, public_url=None, clock=lambda: house.now
    )
    await channel.start()


async def test_nothing_a_person_writes_and_no_token_stands_in_the_log(house, caplog) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    phone = await begin(house)
    house.world.faults.plan(Fault("sendMessage", nth=1, kind="html", status=502))
    phone.tap("I hög grad")
    await phone.settled()
    phone.send("ett mycket hemligt svar")
    await phone.settled()
    assert "hemligt" not in caplog.text
    assert house.world.token not in caplog.text
