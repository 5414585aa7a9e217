"""The webhook: nothing but Telegram's updates comes in, and the 200 says that the update is durable."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from surveys.errors import StoreError
from tests.bot.telegram.telegram_people import by_webhook

HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECRET = {HEADER: "hush-hush"}


@contextlib.asynccontextmanager
async def serving(house) -> AsyncIterator[str]:
    """The channel in webhook mode with one open survey; the address of its root."""
    async with by_webhook(house) as base:
        await house.open()
        yield base


async def post(base: str, body: bytes, **headers: str) -> int:
    given = {"Content-Type": "application/json", **SECRET, **headers}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{base}/telegram/webhook", data=io.BytesIO(body), headers=given) as response,
    ):
        return response.status


async def test_a_survey_is_answered_by_webhook(new_house) -> None:
    async with new_house() as house, serving(house) as base:
        await house.world.until(lambda: house.world.webhook["url"] != "")
        assert house.world.webhook["url"] == f"{base}/telegram/webhook"
        assert json.loads(house.world.webhook["allowed_updates"]) == [
            "message",
            "edited_message",
            "callback_query",
            "my_chat_member",
        ]
        phone = house.phone()
        phone.start("TRAFF1")
        await phone.sees("Exempelkommunen")
        phone.tap("Börja")
        await phone.sees("Fråga 1 av 5")
        phone.tap("I hög grad")
        await phone.sees("Fråga 2 av 5")
        assert len(await house.answers("TRAFF1")) == 1


async def test_what_is_not_telegrams_is_refused(new_house) -> None:
    good = b'{"update_id": 1, "telepathy": {}}'
    async with new_house() as house, serving(house) as base:
        assert await post(base, good, **{HEADER: "wrong"}) == 403
        assert await post(base, good, **{HEADER: ""}) == 403
        assert await post(base, good, **{"Content-Type": "text/plain"}) == 415
        assert await post(base, b" " * (1024 * 1024 + 1)) == 413
        assert await post(base, b"{broken") == 400
        assert await post(base, b"[" * 100_000) == 400
        assert await house.store.highest_update(house.world.bot_id) is None
        assert await post(base, good, **{"Content-Type": "application/json; charset=utf-8"}) == 200
        assert await house.store.highest_update(house.world.bot_id) == 1


@pytest.mark.parametrize(
    "body", [b"{}", b"[]", b'"x"', b'{"update_id": "1"}', b'{"update_id": true}']
)
async def test_an_update_without_a_number_is_left_out_and_answered(new_house, caplog, body) -> None:
    async with new_house() as house, serving(house) as base:
        assert await post(base, body) == 200
        assert "without a number" in caplog.text


async def test_200_is_said_only_after_the_commit(new_house, monkeypatch) -> None:
    async with new_house() as house, serving(house) as base:

        async def refuse(updates, at):
            raise StoreError("the disk is full")

        with monkeypatch.context() as patch:
            patch.setattr(house.store, "receive", refuse)
            assert await post(base, b'{"update_id": 5, "telepathy": {}}') == 503
        assert await post(base, b'{"update_id": 5, "telepathy": {}}') == 200
        assert await post(base, b'{"update_id": 5, "telepathy": {}}') == 200
        assert await house.store.highest_update(house.world.bot_id) == 5
