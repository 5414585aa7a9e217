"""G4 by webhook: every questionnaire that ships is answered with updates that are posted to a real web server."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from test_same_questions import asked_by_the_engine, scenario_in
from test_same_questions_telegram import asked_in_telegram
from test_scenarios import FOLDER, play

from bot.botapi.server import BotApi
from bot.botapi.world import World
from surveys.questionnaire.loading import library_questionnaire, load_model
from surveys.store.store import Store
from surveys.survey import Fill
from tests.bot.telegram.conftest import House


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A bot with a webhook and no survey yet; chance draws in the questionnaire's order."""
    address = f"sqlite:///{tmp_path}/bot.sqlite"
    await (await Store.open(address)).close()
    world = World()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        async with BotApi(world) as api:
            made = House(world, api, address)
            base = f"http://127.0.0.1:{listening.getsockname()[1]}"
            await made.start("webhook", base, shuffled=list)
            pages = Starlette(routes=made.channel.routes())
            server = uvicorn.Server(uvicorn.Config(pages, log_config=None, lifespan="off"))
            serving = asyncio.create_task(server.serve(sockets=[listening]))
            try:
                yield made
            finally:
                server.should_exit = True
                await serving
                await made.stop()


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.sv.toml")), ids=lambda path: path.stem)
async def test_by_webhook_telegram_asks_what_the_scenario_asks(
    path: Path, tmp_path: Path, house: House
) -> None:
    scenario = scenario_in(path)
    _, outcome = await play(scenario, tmp_path)
    fill = load_model(Fill, scenario["filled"], "fill.toml") if scenario["filled"] else None
    survey = await house.open(library_questionnaire(scenario["questionnaire"]), fill=fill)
    expected = asked_by_the_engine(survey, outcome.state)
    *texts, end = await asked_in_telegram(house, survey, outcome.state, expected)
    assert [
        asked for asked, seen in zip(expected, texts, strict=True) if asked[2] not in seen
    ] == []
    assert ("Tack" if outcome.state.language == "sv" else "Thank") in end
    assert set(house.api.delivery.statuses) == {200}
    assert house.world.count("getUpdates") == 0
