"""The stand-in and the whole bot in one process, on this computer only."""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.app import utc_now
from bot.botapi.server import BotApi
from bot.botapi.world import World
from bot.opening import open_survey
from bot.refusing import refused
from bot.sandbox.doing import Room
from bot.sandbox.page import Sandbox
from bot.server import bind, run
from bot.wishes import Opening
from surveys.store.store import Store
from surveys.texts import Texts

if TYPE_CHECKING:
    from bot.config import Settings
    from surveys.survey import Survey

LOOPBACK = "127.0.0.1"
QUESTIONNAIRE = "session_evaluation"
CALLS_KEPT = 1000


async def play(
    settings: Settings, *, port: int, code: str | None, ready: Callable[[str], None]
) -> None:
    """Runs until a signal comes; calls `ready` with the page's address once it answers.

    `settings` are changed: whatever they say of Telegram and of addresses, nothing leaves the computer.

    Raises:
        ConfigError, StoreError, UnknownCode: it could not start; nothing is left behind.
    """
    with contextlib.closing(bind(LOOPBACK, port)) as listening:
        survey = await offered(settings, code)
        world = World(keep=CALLS_KEPT)
        # Milliseconds: a sandbox may be over in fewer seconds than it had updates, and the next would repeat them.
        world.begin_at(time.time_ns() // 1_000_000)
        sandbox = Sandbox(Room(world), Texts("bot"), survey.code)
        async with BotApi(world, listening=listening, routes=sandbox.routes()) as api:
            keep_at_home(settings, api)
            await run(settings, lambda _: _tell(ready, api.url))


async def _tell(ready: Callable[[str], None], address: str) -> None:
    ready(address)


@contextlib.contextmanager
def database_of(settings: Settings, *, lasting: bool) -> Iterator[None]:
    """The database that is named; when none is, one that is gone when the sandbox ends."""
    if lasting:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="dalalab-sandbox-") as folder:
        settings.store.url = f"sqlite:///{Path(folder) / 'sandbox.sqlite'}"
        yield


def keep_at_home(settings: Settings, api: BotApi) -> None:
    """The bot's Telegram is the stand-in, and its pages answer this computer only."""
    settings.telegram.api_base = api.url
    settings.telegram.token = SecretStr(api.world.token)
    settings.telegram.mode = "polling"
    settings.web.host, settings.web.port, settings.web.public_url = LOOPBACK, 0, None


async def offered(settings: Settings, code: str | None) -> Survey:
    """The survey with the code, else the newest that can be answered in Telegram, else one for practice.

    Raises:
        UnknownCode: there is none with this code.
        ConfigError: it is not open, or not in Telegram.
    """
    store = await Store.open(settings.store.url)
    try:
        if code is not None:
            return await _named(store, code)
        open_ones = [each for each in await store.surveys() if _answerable(each)]
        return open_ones[-1] if open_ones else await _for_practice(store)
    finally:
        await store.close()


async def _named(store: Store, code: str) -> Survey:
    survey = await store.survey_named(code)
    if not _answerable(survey):
        raise refused("refused-sandbox", code=survey.code)
    return survey


def _answerable(survey: Survey) -> bool:
    return survey.state(utc_now()) == "open" and "telegram" in survey.channels


async def _for_practice(store: Store) -> Survey:
    name = f"{QUESTIONNAIRE}.toml"
    opening = Opening(
        title=Texts("bot").say("sv", "sandbox-survey"),
        questionnaire=(files("surveys") / "library" / name).read_text(encoding="utf-8"),
        questionnaire_file=name,
        demo_notice=True,
    )
    return await open_survey(store, opening, now=utc_now())
