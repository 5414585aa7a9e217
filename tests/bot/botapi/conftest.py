"""The stand-in over real HTTP, at a time that stands still until a test moves it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.botapi.server import BotApi
from bot.botapi.world import World
from tests.bot.botapi.client import Client


@pytest.fixture
async def bot() -> AsyncIterator[Client]:
    now = [1000.0]

    async def pause(seconds: float) -> None:
        now[0] += seconds
        await asyncio.sleep(0)

    world = World(clock=lambda: now[0], pause=pause)
    async with BotApi(world) as api, aiohttp.ClientSession() as session:
        yield Client(world, api, session, now)
