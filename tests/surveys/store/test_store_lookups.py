"""Small reads together: one walk for all who wait, and nobody hears of another's failure."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from surveys.store.database.engine import normalise, read_engine
from surveys.store.lookups import Lookups
from surveys.store.store import Store


@pytest.fixture
async def engine(store: Store, store_url: str) -> AsyncIterator[AsyncEngine]:
    """Reads what `store` has made."""
    opened = read_engine(normalise(store_url))
    yield opened
    await opened.dispose()


async def seven(connection: AsyncConnection) -> object:
    return (await connection.execute(text("SELECT 7"))).scalar()


async def nowhere(connection: AsyncConnection) -> object:
    return (await connection.execute(text("SELECT 7 FROM nowhere"))).scalar()


async def test_all_who_ask_at_once_are_answered_in_one_transaction(engine: AsyncEngine) -> None:
    begun: list[object] = []
    event.listen(engine.sync_engine, "begin", begun.append)
    lookups = Lookups(engine)
    assert await asyncio.gather(*(lookups.find(seven) for _ in range(20))) == [7] * 20
    assert len(begun) == 1


async def test_only_who_asked_what_cannot_be_answered_hears_of_it(engine: AsyncEngine) -> None:
    lookups = Lookups(engine)
    asked = (lookups.find(seven), lookups.find(nowhere), lookups.find(seven))
    first, failed, last = await asyncio.gather(*asked, return_exceptions=True)
    assert (first, last) == (7, 7)
    assert isinstance(failed, DBAPIError)


async def test_who_goes_before_the_answer_comes_leaves_the_others_alone(
    engine: AsyncEngine,
) -> None:
    lookups = Lookups(engine)
    impatient = asyncio.create_task(lookups.find(seven))
    patient = asyncio.create_task(lookups.find(seven))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient == 7
    assert impatient.cancelled()
    assert await lookups.find(seven) == 7
