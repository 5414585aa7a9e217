"""kill -9 while a group of three talks: their time is kept, and each of them is told when it is over."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import signal
import sqlite3
from pathlib import Path

import pytest
from test_kill import Killable, free_port

from bot.botapi.phone import Phone
from bot.botapi.server import BotApi
from bot.botapi.world import World
from surveys.questionnaire.loading import library_questionnaire
from surveys.store.store import Store
from surveys.survey import Notice

OVER = "Tiden är ute. Det är dags att byta."


async def opened(database: str) -> None:
    """A triad talk that people can join."""
    now = dt.datetime.now(dt.UTC)
    async with await Store.open(database) as store:
        await store.open_survey(
            code="TRIADS",
            title="Samtal",
            questionnaire=library_questionnaire("triad_talk"),
            notice=Notice(
                controller="Exempelkommunen",
                purpose={"sv": "att lära av varandra"},
                legal_basis="public_interest",
                retain_until=now.date() + dt.timedelta(days=365),
                decision_ref="KS 2027/1",
            ),
            opened_at=now,
            channels=("telegram", "web"),
        )


def has_seen(phone: Phone, text: str) -> bool:
    """Whether it stands in the chat, as text or on a button."""
    return any(text in each.text or text in each.labels for each in phone.replies)


async def talk(world: World, phones: list[Phone]) -> None:
    """Three telephones share one response, and the first begins the first round."""
    for phone in phones:
        phone.start("TRIADS")
        await world.until(lambda phone=phone: has_seen(phone, "Börja"), within=60)
        phone.tap("Börja")
        await world.until(lambda phone=phone: has_seen(phone, "Starta tiden"), within=60)
    phones[0].send("/fortsatt")
    await world.until(lambda: has_seen(phones[0], "kvittokod är "), within=60)
    told = " ".join(each.text for each in phones[0].replies)
    receipt = re.search(r"kvittokod är (\w{5}-\w{5})", told)
    assert receipt is not None
    for phone in phones[1:]:
        before = len(phone.replies)
        phone.send(f"/fortsatt {receipt[1]}")
        await world.until(lambda phone=phone, before=before: len(phone.replies) > before, within=60)
    phones[0].tap("Starta tiden")
    await world.until(lambda: has_seen(phones[0], "Vi är klara"), within=60)


def time_goes_by(file: Path) -> None:
    """The one clock that was set, and is still there, runs out."""
    with sqlite3.connect(file) as database:
        assert database.execute("SELECT waits FROM round_clock").fetchall() == [(1,)]
        ends = int(dt.datetime.now(dt.UTC).timestamp() * 1000)
        database.execute("UPDATE round_clock SET ends_ms = ?", (ends,))
    database.close()


@pytest.mark.slow
@pytest.mark.timeout(180)
async def test_a_round_ends_for_all_three_whenever_the_server_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "dalalab.sqlite"
    await opened(f"sqlite:///{file}")
    async with BotApi(World()) as api:
        phones = [Phone(api.world, number) for number in (1, 2, 3)]
        server = Killable(tmp_path, f"sqlite:///{file}", free_port(), api.url, api.world.token)
        try:
            await server.start()
            await talk(api.world, phones)
            await server.end(signal.SIGKILL)
            time_goes_by(file)
            await server.start()
            await api.world.until(lambda: any(has_seen(each, OVER) for each in phones), within=60)
            await server.end(signal.SIGKILL)
            await server.start()
            await api.world.until(lambda: all(has_seen(each, OVER) for each in phones), within=60)
            await asyncio.sleep(0.5)
            assert await server.end(signal.SIGTERM) == 0
        finally:
            if server.process is not None and server.process.returncode is None:
                await server.end(signal.SIGKILL)
        counts = [sum(OVER in each.text for each in phone.replies) for phone in phones]
        assert sum(counts) <= len(phones) + 1, counts  # a kill makes one copy too many at most
    async with await Store.open(f"sqlite:///{file}") as store:
        assert (await store.verify()).differences == ()
