"""Everything that can go wrong on purpose does so, as planned and with Telegram's own words."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.botapi.buckets import Strict
from bot.botapi.faults import Fault
from bot.botapi.group import in_group
from bot.botapi.phone import Phone
from tests.bot.botapi.client import Client, buttons

SEND = {"chat_id": 5, "text": "a"}

ANSWERED: list[tuple[Fault, int, dict[str, Any]]] = [
    (Fault.flood("sendMessage", 7), 429, {"description": "Too Many Requests: retry after 7", "parameters": {"retry_after": 7}}),
    (Fault.blocked("sendMessage", 5), 403, {"description": "Forbidden: bot was blocked by the user"}),
    (Fault.deactivated("sendMessage", 5), 403, {"description": "Forbidden: user is deactivated"}),
    (Fault.no_chat("sendMessage", 5), 400, {"description": "Bad Request: chat not found"}),
    (Fault.migrated("sendMessage", 5, -1009), 400, {"parameters": {"migrate_to_chat_id": -1009}}),
    (Fault("sendMessage"), 500, {"description": "Internal Server Error: restart"}),
    (Fault("*", status=502), 502, {"error_code": 502}),
]  # fmt: skip


@pytest.mark.parametrize(("fault", "status", "told"), ANSWERED, ids=lambda each: str(each)[:40])
async def test_a_refusal_has_its_status_and_its_words(bot, fault, status, told) -> None:
    phone = Phone(bot.world, 5)
    bot.world.faults.plan(fault)
    async with bot.session.post(f"{bot.base}/sendMessage", json=SEND) as response:
        assert response.status == status
        body = await response.json()
    assert body["ok"] is False
    assert {name: body[name] for name in told} == told
    assert phone.replies == []
    assert (await bot("sendMessage", **SEND))[0] == 200


@pytest.mark.parametrize(
    ("kind", "applied"), [("html", 0), ("broken_json", 0), ("cut_before", 0), ("cut_after", 1)]
)
async def test_a_broken_server_answers_no_json_or_not_at_all(bot, kind, applied) -> None:
    phone = Phone(bot.world, 5)
    bot.world.faults.plan(Fault("sendMessage", kind=kind, status=502))
    with pytest.raises((aiohttp.ClientError, ValueError)):
        await bot("sendMessage", **SEND)
    assert len(phone.replies) == applied
    assert [call.status for call in bot.world.log] == [
        {"html": 502, "broken_json": 200}.get(kind, 0)
    ]


async def test_a_slow_call_is_carried_out_and_answered_when_the_client_has_given_up(bot) -> None:
    phone = Phone(bot.world, 5)
    never = asyncio.Event()

    async def pause(seconds: float) -> None:
        assert seconds == 60
        await never.wait()

    bot.world.pause = pause
    bot.world.faults.plan(Fault("sendMessage", kind="slow", seconds=60))
    call = asyncio.create_task(bot("sendMessage", **SEND))
    await phone.sees("a")
    assert not call.done()
    call.cancel()
    never.set()


async def test_fetching_a_file_can_fail_too(bot) -> None:
    bot.world.files["bild"] = b"bild"
    bot.world.faults.plan(Fault("download", kind="html", status=502))
    address = f"{bot.api.url}/file/bot{bot.world.token}/files/bild"
    async with bot.session.get(address) as first, bot.session.get(address) as second:
        assert (first.status, second.status) == (502, 200)
        assert await second.read() == b"bild"


async def test_faults_count_by_method_and_chat_and_strike_every_call_when_told(bot) -> None:
    for number in (5, 6):
        Phone(bot.world, number)
    bot.world.faults.plan(Fault("sendMessage", nth=2, chat=6), Fault("getMe", nth=None))
    sent = [(await bot("sendMessage", chat_id=c, text="a"))[0] for c in (6, 5, 5, 6, 6)]
    assert sent == [200, 200, 200, 500, 200]
    assert [(await bot("getMe"))[0] for _ in range(3)] == [500] * 3
    bot.world.faults.clear()
    assert (await bot("getMe"))[0] == 200


async def test_chance_is_the_same_for_the_same_seed_whoever_else_calls(bot) -> None:
    for number in (5, 6):
        Phone(bot.world, number)
    fault = Fault("*", probability=0.5, status=500)

    async def struck(seed: int, others: int) -> list[int]:
        bot.world.faults.clear()
        bot.world.faults.seed = seed
        bot.world.faults.plan(
            fault, Fault("sendMessage", nth=0, chat=5), Fault("sendMessage", nth=0, chat=6)
        )
        bot.world.faults._calls.clear()
        statuses = []
        for _ in range(20):
            for _ in range(others):
                await bot("sendMessage", chat_id=6, text="a")
            statuses.append((await bot("sendMessage", **SEND))[0])
        return statuses

    first = await struck(1, others=0)
    assert 4 <= first.count(500) <= 16
    assert await struck(1, others=2) == first
    assert await struck(2, others=0) != first


async def test_strict_limits_give_a_429_that_tells_when_it_will_go(bot) -> None:
    for number in (5, 6):
        Phone(bot.world, number)
    bot.world.strict = Strict()
    assert [(await bot("sendMessage", **SEND))[0] for _ in range(4)] == [200, 200, 200, 429]
    async with bot.session.post(f"{bot.base}/sendMessage", json=SEND) as response:
        wait = (await response.json())["parameters"]["retry_after"]
    assert wait == 1
    assert (await bot("sendMessage", chat_id=6, text="a"))[0] == 200
    bot.now[0] += wait
    assert (await bot("sendMessage", **SEND))[0] == 200
    assert (await bot("sendChatAction", chat_id=5, action="typing"))[0] == 200


async def test_strict_limits_hold_for_all_chats_together_and_for_groups(bot) -> None:
    for number in range(1, 32):
        Phone(bot.world, number)
    in_group(Phone(bot.world, 1), -1001)
    bot.world.strict = Strict()
    sent = [(await bot("sendMessage", chat_id=n, text="a"))[0] for n in range(1, 32)]
    assert sent == [200] * 30 + [429]
    bot.now[0] += 60
    group = [(await bot("sendMessage", chat_id=-1001, text="a"))[0] for _ in range(21)]
    assert group == [200] * 20 + [429]
    bot.now[0] += 3
    assert (await bot("sendMessage", chat_id=-1001, text="a"))[0] == 200


async def test_edits_spend_what_messages_do_and_answers_to_presses_nothing(bot) -> None:
    phone = Phone(bot.world, 5)
    _, sent = await bot("sendMessage", **SEND, reply_markup=buttons([("Ja", "d")]))
    bot.world.strict = Strict()
    edits = [
        (await bot("editMessageText", chat_id=5, message_id=sent["message_id"], text=str(n)))[0]
        for n in range(4)
    ]
    assert edits == [200, 200, 200, 429]
    phone.press("d", phone.last)
    query = list(bot.world.presses)[-1]
    assert (await bot("answerCallbackQuery", callback_query_id=query))[0] == 200


async def test_latency_is_per_method(bot) -> None:
    Phone(bot.world, 5)
    bot.world.latency = {"*": 0.05, "getme": 2.0}
    before = bot.now[0]
    await bot("sendMessage", **SEND)
    assert bot.now[0] - before == pytest.approx(0.05)
    await bot("getMe")
    assert bot.now[0] - before == pytest.approx(2.05)


async def test_another_process_plans_faults_limits_and_latency_and_speaks_in_groups(bot) -> None:
    async def control(what: str, body: object) -> dict[str, Any]:
        async with bot.session.post(f"{bot.api.url}/control/{what}", json=body) as response:
            return await response.json()

    made = await control("do", {"phone": 5, "group": -1001, "act": "say", "with": ["/start"]})
    assert bot.world.updates[made["update_id"]]["message"]["chat"]["id"] == -1001
    await control("do", {"phone": 5, "group": -1001, "act": "location", "with": [60.6, 15.6]})
    await control("fail", {"method": "sendMessage", "status": 503})
    assert (await bot("sendMessage", chat_id=-1001, text="a"))[0] == 503
    await control("strict", {"group_burst": 1})
    group = [(await bot("sendMessage", chat_id=-1001, text="a"))[0] for _ in range(2)]
    assert group == [200, 429]
    await control("strict", False)
    assert (await bot("sendMessage", chat_id=-1001, text="a"))[0] == 200
    await control("latency", {"getMe": 3})
    assert bot.world.latency == {"getme": 3}
    async with bot.session.get(f"{bot.api.url}/control/chat/-1001") as response:
        seen = [message["text"] for message in (await response.json())["messages"]]
    assert seen == ["/start", "(location)", "a", "a"]
    async with bot.session.get(f"{bot.api.url}/control/rates") as response:
        assert (await response.json())["statuses"] == {"503": 1, "200": 2, "429": 1}
    missing = await control("do", {"phone": 5, "act": "tap", "with": ["Nej"]})
    assert "is not among" in missing["error"]
    assert "no attribute 'fly'" in (await control("do", {"phone": 5, "act": "fly"}))["error"]


async def test_a_web_page_that_happens_to_be_open_cannot_drive_it(bot) -> None:
    order, origin = {"phone": 5, "act": "send", "with": ["hej"]}, {"Origin": "https://x.test"}
    async with bot.session.post(f"{bot.api.url}/control/do", json=order, headers=origin) as refused:
        assert refused.status == 403
    assert bot.world.chats == {}


async def test_a_thousand_people_wait_at_little_cost(bot: Client) -> None:
    """Each wakes when their own chat changes: a look for each message, not for each message times each person."""
    phones = [Phone(bot.world, number) for number in range(1, 1001)]
    looks = 0

    def seen(phone: Phone) -> bool:
        nonlocal looks
        looks += 1
        return bool(phone.replies)

    waiting = [asyncio.create_task(phone.until(lambda p=phone: seen(p))) for phone in phones]
    await asyncio.sleep(0)
    for phone in phones:
        await bot("sendMessage", chat_id=phone.chat.id, text="a")
    await asyncio.gather(*waiting)
    assert looks == 2000
