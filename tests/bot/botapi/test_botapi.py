"""The Bot API stand-in keeps Telegram's rules, so that what it accepts Telegram would accept."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import Any

import aiohttp
import pytest

from bot.botapi.faults import Fault
from bot.botapi.phone import NoSuchButton, Phone
from tests.bot.botapi.client import buttons


async def test_getme_and_unknown_methods_and_tokens(bot) -> None:
    status, me = await bot("getMe")
    assert (status, me["is_bot"]) == (200, True)
    assert await bot("GETME") == (200, me)
    assert await bot("sendTelepathy") == (404, "Not Found")
    bot.world.token = "1:other"
    assert (await bot("getMe"))[0] == 401


async def test_updates_wait_until_an_offset_confirms_them(bot) -> None:
    phone = Phone(bot.world, 5)
    first, second = phone.send("ett"), phone.send("två")
    assert [u["update_id"] for u in (await bot("getUpdates"))[1]] == [first, second]
    assert [u["update_id"] for u in (await bot("getUpdates", limit=1))[1]] == [first]
    assert [u["update_id"] for u in (await bot("getUpdates", offset=second))[1]] == [second]
    assert bot.world.confirmed == first
    assert (await bot("getUpdates", offset=second + 1))[1] == []


async def test_a_long_poll_ends_with_an_update_or_with_a_second_poller(bot) -> None:
    poll = asyncio.create_task(bot("getUpdates", timeout=5))
    await bot.world.until(lambda: bot.world.poller is not None)
    update_id = Phone(bot.world, 5).send("hej")
    status, updates = await poll
    assert (status, updates[0]["update_id"]) == (200, update_id)
    offset = update_id + 1
    first = asyncio.create_task(bot("getUpdates", timeout=5, offset=offset))
    await bot.world.until(lambda: bot.world.poller is not None)
    second = asyncio.create_task(bot("getUpdates", timeout=5, offset=offset))
    status, told = await first
    assert status == 409
    assert told.startswith("Conflict: terminated by other getUpdates request")
    Phone(bot.world, 5).send("igen")
    assert (await second)[0] == 200


async def test_texts_and_buttons_are_checked_as_telegram_does(bot) -> None:
    phone = Phone(bot.world, 5)
    assert (await bot("sendMessage", chat_id=9, text="a"))[1] == "Bad Request: chat not found"
    assert (await bot("sendMessage", chat_id=5, text="😀" * 2048))[0] == 200
    assert (await bot("sendMessage", chat_id=5, text="😀" * 2049))[0] == 400
    html = {"chat_id": 5, "parse_mode": "HTML"}
    assert (await bot("sendMessage", text="<b>a</b> &amp; b", **html))[0] == 200
    assert phone.last.text == "a & b"
    for broken in ("<b>a", "a < b", "<blink>a</blink>", "<b><i>a</b></i>"):
        status, told = await bot("sendMessage", text=broken, **html)
        assert status == 400, broken
        assert "can't parse entities" in told
    for data, status in (("d" * 64, 200), ("d" * 65, 400), ("", 400)):
        markup = buttons([("x", data)])
        assert (await bot("sendMessage", chat_id=5, text="a", reply_markup=markup))[0] == status
    many = buttons(*[[("x", "d")]] * 101)
    assert (await bot("sendMessage", chat_id=5, text="a", reply_markup=many))[0] == 400


async def test_edits_must_change_something_in_a_message_of_the_bots_own(bot) -> None:
    phone = Phone(bot.world, 5)
    phone.send("hej")
    _, sent = await bot("sendMessage", chat_id=5, text="a", reply_markup=buttons([("x", "d")]))
    edit = {"chat_id": 5, "message_id": sent["message_id"]}
    same = await bot("editMessageText", text="a", reply_markup=buttons([("x", "d")]), **edit)
    assert same[0] == 400
    assert "message is not modified" in same[1]
    assert (await bot("editMessageReplyMarkup", **edit))[0] == 200
    assert phone.last.labels == []
    assert (await bot("editMessageText", chat_id=5, message_id=1, text="b"))[0] == 400
    assert (await bot("editMessageText", chat_id=5, message_id=99, text="b"))[1].endswith(
        "message to edit not found"
    )
    assert (await bot("deleteMessage", **edit))[0] == 200
    assert (await bot("editMessageText", text="b", **edit))[0] == 400


async def test_a_press_is_answered_once_and_within_150_seconds(bot) -> None:
    phone = Phone(bot.world, 5)
    await bot("sendMessage", chat_id=5, text="a", reply_markup=buttons([("Ja", "d")]))
    phone.tap("Ja")
    query = next(iter(bot.world.presses))
    assert (await bot("answerCallbackQuery", callback_query_id=query, text="tack"))[0] == 200
    assert phone.toasts == ["tack"]
    assert (await bot("answerCallbackQuery", callback_query_id=query))[0] == 400
    phone.tap("Ja")
    bot.now[0] += 151
    late = list(bot.world.presses)[-1]
    status, told = await bot("answerCallbackQuery", callback_query_id=late)
    assert status == 400
    assert "query is too old" in told
    with pytest.raises(NoSuchButton):
        phone.tap("Nej")


async def test_who_blocks_the_bot_gets_nothing(bot) -> None:
    phone = Phone(bot.world, 5)
    phone.block()
    status, told = await bot("sendMessage", chat_id=5, text="a")
    assert (status, told) == (403, "Forbidden: bot was blocked by the user")


async def test_faults_strike_the_nth_call_of_a_method(bot) -> None:
    Phone(bot.world, 5)
    bot.world.faults.plan(Fault("sendMessage", nth=2, status=429, retry_after=3, chat=5))
    bot.world.faults.plan(Fault("getMe", nth=1, kind="cut_after"))
    send = {"chat_id": 5, "text": "a"}
    assert [(await bot("sendMessage", **send))[0] for _ in range(3)] == [200, 429, 200]
    with pytest.raises(aiohttp.ClientError):
        await bot("getMe")
    assert (await bot("getMe"))[0] == 200


async def test_as_a_process_of_its_own_it_is_driven_over_http() -> None:
    command = (sys.executable, "-m", "bot.botapi")
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        url, token = (await process.stdout.readline()).decode().split()
        async with aiohttp.ClientSession() as session:

            async def do(path: str, **body: Any) -> Any:
                async with session.post(f"{url}/{path}", json=body) as response:
                    return await response.json()

            made = await do("control/do", phone=7, act="start", **{"with": ["TRAFF1"]})
            updates = await do(f"bot{token}/getUpdates")
            assert updates["result"][0]["update_id"] == made["update_id"]
            await do(f"bot{token}/sendMessage", chat_id=7, text="hej")
            async with session.get(f"{url}/control/chat/7") as response:
                chat = await response.json()
            assert [message["text"] for message in chat["messages"]] == ["/start TRAFF1", "hej"]
    finally:
        process.terminate()
        await process.wait()
