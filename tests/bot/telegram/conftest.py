"""A real store, a real service and a real channel against the Bot API stand-in over HTTP."""

from __future__ import annotations

import asyncio
import datetime as dt
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.botapi.phone import Phone
from bot.botapi.server import BotApi
from bot.botapi.world import World
from bot.config import TelegramSettings
from bot.keys import Keyring
from bot.outcomes import Who
from bot.service import Service
from bot.telegram.channel import TelegramChannel
from bot.telegram.outgoing.pacing import Pace
from bot.telegram.screens.profile import MENUS, commands, group_commands
from surveys.questionnaire.loading import library_questionnaire
from surveys.questionnaire.models import Questionnaire
from surveys.store.store import Store
from surveys.survey import Fill, Notice, Survey
from surveys.texts import Texts
from tests.bot.telegram.telegram_people import LONG_POLL, notice

NOW = dt.datetime(2027, 2, 1, 12, 0, tzinfo=dt.UTC)


class House:
    """The running bot and everything around it. `phone(1)` is a person."""

    def __init__(self, world: World, api: BotApi, store_url: str) -> None:
        self.world = world
        self.api = api
        self.store_url = store_url
        self.now = NOW
        self.store: Store
        self.service: Service
        self.channel: TelegramChannel
        self.pauses: list[float] = []

    def phone(self, number: int = 1, *, language: str | None = "sv") -> Phone:
        return Phone(self.world, number, language=language, idle=self.idle)

    async def idle(self) -> None:
        await self.channel.idle()

    async def pause(self, seconds: float) -> None:
        """Nobody waits in a test: time moves on by itself."""
        self.pauses.append(seconds)
        # A clock of microseconds would stand still before what is less than one away.
        self.now += dt.timedelta(seconds=max(seconds, 0.001) if seconds > 0 else 0)
        await asyncio.sleep(0)

    async def start(
        self,
        mode: str = "polling",
        public_url: str | None = "https://x.test",
        shuffled: Callable[[Sequence[str]], Sequence[str]] | None = None,
        reminder_hours: float = 24,
    ) -> None:
        self.store = await Store.open(self.store_url)
        self.service = Service(
            self.store,
            Keyring(b"k"),
            clock=lambda: self.now,
            shuffled=shuffled,
            chance=secrets.token_hex if shuffled is None else str,
        )
        settings = TelegramSettings.model_validate(
            {
                "api_base": self.api.url,
                "token": self.world.token,
                "poll_timeout": LONG_POLL,
                "mode": mode,
                "reminder_hours": reminder_hours,
                "webhook_secret": "hush-hush",
            }
        )
        self.channel = TelegramChannel(
            self.service,
            self.store,
            settings,
            public_url=public_url,
            clock=lambda: self.now,
            pace=Pace(0.0, 1, 0.0, 1, now=lambda: self.now.timestamp(), pause=self.pause),
            pause=self.pause,
        )
        await self.channel.start()

    async def stop(self) -> None:
        await self.channel.stop()
        await self.store.close()

    async def open(
        self,
        questionnaire: Questionnaire | str = "session_evaluation",
        code: str = "TRAFF1",
        *,
        channels: tuple[str, ...] = ("telegram", "web"),
        closes: dt.datetime | None = None,
        fill: Fill | None = None,
        title: str = "Träff 1",
        given: Notice | None = None,
        invited: int | None = None,
        series: str | None = None,
    ) -> Survey:
        if isinstance(questionnaire, str):
            questionnaire = library_questionnaire(questionnaire)
        return await self.store.open_survey(
            code=code,
            title=title,
            questionnaire=questionnaire,
            notice=given or notice(),
            fill=fill,
            opened_at=self.now,
            channels=channels,
            languages=("sv", "en"),
            closes=closes,
            invited=invited,
            series=series,
        )

    async def answers(self, code: str, number: int = 1) -> dict[str, object]:
        """What the person's answers are, by question."""
        answers = await self.cells(code, number)
        return {name.partition("/")[0]: value for name, value in answers.items()}

    async def cells(self, code: str, number: int = 1) -> dict[str, object]:
        """The same by question and turn: `effect/A/short`."""
        chat = str(number)
        who = Who(code, "telegram", chat, bot_id=self.world.bot_id, plain=chat)
        self.service.forget()
        state = (await self.service.look(who)).state
        return {"/".join(filter(None, key)): value for key, value in state.answers.items()}


@pytest.fixture(scope="session")
def told_before() -> dict[tuple[str, ...], Any]:
    """What Telegram knows of a bot that was started once before: 22 calls that no test need wait for."""
    texts, profile = Texts("bot"), dict[tuple[str, ...], Any]()
    for language, code in MENUS:
        for scope, made in (("default", commands), ("all_group_chats", group_commands)):
            menu = made(texts, language).items()
            profile["commands", scope, "", "", code or ""] = [
                {"command": name, "description": does} for name, does in menu
            ]
        for what in ("description", "short_description"):
            said = texts.say(language, f"telegram-{what.replace('_', '-')}")
            if profile.get((what, "")) != said:
                profile[what, code or ""] = said
    return profile


@pytest.fixture
async def house(sqlite_url: str, told_before: dict[tuple[str, ...], Any]) -> AsyncIterator[House]:
    """Polling, one open survey: TRAFF1."""
    menus = {key[-1]: menu for key, menu in told_before.items() if "default" in key}
    world = World(profile=dict(told_before), commands=menus)
    async with BotApi(world) as api:
        house = House(world, api, sqlite_url)
        await house.start()
        try:
            await house.open()
            yield house
        finally:
            await house.stop()


@pytest.fixture
def new_house(sqlite_url: str) -> Callable[..., object]:
    """`async with new_house() as house:` gives a house where nothing runs yet."""

    @asynccontextmanager
    async def make() -> AsyncIterator[House]:
        world = World()
        async with BotApi(world) as api:
            yield House(world, api, sqlite_url)

    return make
