"""A room on SQLite, and a visitor in it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2
import pytest
from draft_desk import Desk
from studio_forms import SWEDISH
from web_room import Room, Visitor

from bot.web.studio.door import Role
from surveys.store.store import Store


@pytest.fixture
async def room(sqlite_url: str) -> AsyncIterator[Room]:
    """A server with one open survey of every kind of question."""
    store = await Store.open(sqlite_url)
    made = Room(store)
    await made.open()
    yield made
    await store.close()


@pytest.fixture
async def visitor(room: Room) -> AsyncIterator[Visitor]:
    """A Swedish browser at the survey's address."""
    async with room.phone(**{"accept-language": "sv"}) as phone:
        yield Visitor(phone)


@pytest.fixture
async def organiser(room: Room) -> AsyncIterator[httpx2.AsyncClient]:
    """An organiser who is signed in."""
    async with room.phone(**SWEDISH) as phone:
        await room.sign_in(phone, Role.ORGANISER, "Kim")
        yield phone


@pytest.fixture
async def desk(room: Room) -> AsyncIterator[Desk]:
    """A Swedish owner who has drafts."""
    async with room.phone(**SWEDISH) as phone:
        await room.sign_in(phone)
        yield Desk(phone, room)
