"""The webhook as Telegram keeps it: queues, repeats, secrets, calls in the answer; and the real bot behind it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web

from bot.botapi.phone import Phone
from tests.bot.botapi.client import Client, buttons


class Hook:
    """A bot's webhook. `answer` decides what an update gets."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.secrets: list[str] = []
        self.types: list[str] = []
        self.answer: Callable[[dict[str, Any]], Any] = lambda update: web.Response()
        self.url = ""

    async def take(self, request: web.Request) -> web.StreamResponse:
        update = json.loads(await request.text())
        self.got.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        self.types.append(request.headers["Content-Type"])
        answer = self.answer(update)
        return await answer if asyncio.iscoroutine(answer) else answer

    @property
    def texts(self) -> list[str]:
        return [u["message"]["text"] if "message" in u else "press" for u in self.got]


@pytest.fixture
async def hook(bot: Client) -> AsyncIterator[Hook]:
    hook = Hook()
    application = web.Application()
    application.router.add_post("/hook", hook.take)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    assert (await bot("setWebhook", url=hook.url, secret_token="hush"))[0] == 200
    yield hook
    await bot.api.delivery.stop()
    await runner.cleanup()


async def test_updates_are_posted_with_the_secret_and_forgotten_when_taken(bot, hook) -> None:
    phone = Phone(bot.world, 5)
    phone.send("ett")
    phone.send("två")
    await bot.world.until(lambda: not bot.world.updates)
    assert hook.texts == ["ett", "två"]
    assert set(hook.secrets) == {"hush"}
    assert (await bot("getUpdates"))[0] == 409
    _, told = await bot("getWebhookInfo")
    assert (told["url"], told["pending_update_count"]) == (hook.url, 0)


async def test_a_failing_update_comes_again_later_and_later_or_when_the_bot_says(bot, hook) -> None:
    answers = [web.Response(status=500), web.Response(status=503, headers={"Retry-After": "30"}),
               web.Response(status=500), web.Response()]  # fmt: skip
    hook.answer = lambda update: answers.pop(0)
    bot.api.delivery.first_delay = 1.0
    before = bot.now[0]
    Phone(bot.world, 5).send("envis")
    await bot.world.until(lambda: not bot.world.updates)
    assert hook.texts == ["envis"] * 4
    assert bot.api.delivery.statuses == [500, 503, 500, 200]
    assert bot.now[0] - before == 1 + 30 + 4


async def test_one_chats_failing_message_holds_up_only_itself(bot, hook) -> None:
    stuck, other = Phone(bot.world, 5), Phone(bot.world, 6)
    healed = asyncio.Event()

    async def pause(_: float) -> None:
        await healed.wait()

    bot.world.pause = pause
    hook.answer = lambda update: web.Response(
        status=500
        if not healed.is_set() and update.get("message", {}).get("text") == "trasig"
        else 200
    )
    await bot("sendMessage", chat_id=5, text="?", reply_markup=buttons([("Ja", "d")]))
    first, second = stuck.send("trasig"), stuck.send("bakom")
    press = stuck.tap("Ja")
    elsewhere = other.send("fri")
    await bot.world.until(lambda: set(bot.world.updates) == {first, second})
    assert sorted(hook.texts) == ["fri", "press", "trasig"]
    assert {press, elsewhere}.isdisjoint(bot.world.updates)
    healed.set()
    await bot.world.until(lambda: not bot.world.updates)
    assert [text for text in hook.texts if text in {"trasig", "bakom"}] == [
        "trasig",
        "trasig",
        "bakom",
    ]


async def test_a_press_travels_beside_the_text_of_the_same_person(bot, hook) -> None:
    phone = Phone(bot.world, 5)
    together = asyncio.Barrier(2)

    async def both(update: object) -> web.Response:
        await together.wait()
        return web.Response()

    hook.answer = both
    await bot("sendMessage", chat_id=5, text="?", reply_markup=buttons([("Ja", "d")]))
    phone.send("text")
    phone.tap("Ja")
    await bot.world.until(lambda: not bot.world.updates)
    assert sorted(hook.texts) == ["press", "text"]


async def test_forty_chats_are_posted_at_once(bot, hook) -> None:
    together = asyncio.Barrier(40)

    async def all_of_them(update: object) -> web.Response:
        await together.wait()
        return web.Response()

    hook.answer = all_of_them
    for number in range(1, 41):
        Phone(bot.world, number).send("samtidigt")
    await bot.world.until(lambda: not bot.world.updates)
    assert len(hook.got) == 40


async def test_a_call_in_the_answer_is_carried_out(bot, hook) -> None:
    call = {"method": "sendMessage", "chat_id": 5, "text": "i svaret"}
    hook.answer = lambda update: web.json_response(call)
    phone = Phone(bot.world, 5)
    phone.send("hej")
    assert (await phone.sees("i svaret")).mine
    call["method"] = "getMe"
    phone.send("igen")
    await bot.world.until(lambda: not bot.world.updates)
    assert bot.world.count("getMe") == 0


async def test_an_update_can_be_posted_again_with_a_wrong_secret_or_of_a_wrong_type(
    bot, hook
) -> None:
    update = {"update_id": 1, "message": {"text": "hej"}}
    assert await bot.api.delivery.post(update) == 200
    assert await bot.api.delivery.post(update, secret="gissad") == 200
    assert await bot.api.delivery.post(update, content_type="text/plain") == 200
    assert hook.secrets == ["hush", "gissad", "hush"]
    assert hook.types == ["application/json", "application/json", "text/plain"]


async def test_dropping_what_waits_and_going_back_to_polling(bot, hook) -> None:
    hook.answer = lambda update: web.Response(status=500)
    Phone(bot.world, 5).send("borta")
    assert (await bot("deleteWebhook", drop_pending_updates=True))[0] == 200
    kept = Phone(bot.world, 5).send("kvar")
    assert [u["update_id"] for u in (await bot("getUpdates"))[1]] == [kept]
