"""A PostgreSQL server that is restarted under a running store."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from postgresql import Server
from store_people import Person, open_survey

from surveys.conversation.state import Key
from surveys.conversation.values import Choice
from surveys.errors import StoreError
from surveys.store.store import Store

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]


@pytest.fixture
def server(postgresql_server: Server) -> Iterator[Server]:
    """One of our own to stop; the shared one tells whether there are any."""
    assert postgresql_server
    own = Server()
    yield own
    own.stop()


@pytest.fixture
async def store(server: Server) -> AsyncIterator[Store]:
    async with await Store.open(server.create("away")) as opened:
        yield opened


async def test_whoever_asks_a_server_that_is_away_gets_what_they_can_try_again_after(
    server: Server, store: Store
) -> None:
    survey = await open_survey(store)
    person = Person(store, survey, "one")
    await person.begin()
    turn = person.turn(person.step({Key("useful"): Choice("much")}))
    server.halt()
    for _ in range(2):  # on a connection that was cut, then on none
        for asked in (
            store.surveys,
            lambda: store.load(survey.id, person.address),
            lambda: store.submit(turn),
        ):
            with pytest.raises(StoreError, match="the database"):
                await asked()
    server.start()
    assert [each.code for each in await store.surveys()] == [survey.code]
    assert await store.load(survey.id, person.address) is not None
    await store.submit(turn)
    assert (await store.tallies(survey.id))["useful", "", "much"] == 1
