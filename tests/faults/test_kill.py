"""G1: kill -9 at any moment. No acknowledged answer is lost, none is doubled, everybody goes on where they were."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import os
import random
import re
import signal
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import httpx2
import pytest

from bot.botapi.phone import NoSuchButton, Phone
from bot.botapi.server import BotApi
from bot.botapi.world import World
from bot.keys import Keyring
from bot.outcomes import Who
from bot.service import Service
from surveys.conversation.screens import EndScreen, QuestionScreen
from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Choices, Value, Words, cells
from surveys.store.store import Store

KILLS = int(os.environ.get("KILLS", "20"))
PEOPLE_ON_THE_WEB = 12
PEOPLE_IN_TELEGRAM = 6
SECRET = "a key for tests"
QUESTIONS = ("usefulness", "could_speak", "most_valuable", "keep", "change")
PATIENCE = 4.0
"""Seconds a person looks at a chat that does not move before pressing again."""


class Killable:
    """`dalalab run` in a process of its own, killed without warning and started again."""

    def __init__(self, folder: Path, database: str, port: int, api_base: str, token: str) -> None:
        self._folder = folder
        self._command = [
            *(sys.executable, "-m", "bot", "run", "--host", "127.0.0.1", "--port", str(port)),
            *("--database", database),
        ]
        self._environment = {
            **os.environ,
            "DALALAB_SECRET_KEY": SECRET,
            "DALALAB_TELEGRAM_TOKEN": token,
            "DALALAB_TELEGRAM__API_BASE": api_base,
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        self.base = f"http://127.0.0.1:{port}"
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        log = (self._folder / "log.txt").open("ab")
        with log:
            self.process = await asyncio.create_subprocess_exec(
                *self._command, env=self._environment, cwd=self._folder, stdout=log, stderr=log
            )
        async with httpx2.AsyncClient() as client:
            for _ in range(400):
                assert self.process.returncode is None, (self._folder / "log.txt").read_text()
                with contextlib.suppress(httpx2.TransportError):
                    if (await client.get(f"{self.base}/ready")).status_code == 200:
                        return
                await asyncio.sleep(0.05)
        raise AssertionError("the server never became ready")

    async def end(self, number: signal.Signals) -> int:
        assert self.process is not None
        self.process.send_signal(number)
        return await asyncio.wait_for(self.process.wait(), timeout=60)


class Hidden(HTMLParser):
    """The hidden fields of the page's first form, and the heading."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and given.get("type") == "hidden":
            self.fields.setdefault(given["name"], given["value"])


@dataclass
class Person:
    """What somebody sent and was told is saved."""

    who: Who
    acknowledged: dict[Key, Value] = field(default_factory=dict)
    done: bool = False


@dataclass
class Crowd:
    """Everybody who took part, and whether new people still come."""

    base: str
    code: str
    open: bool = True
    people: list[Person] = field(default_factory=list)

    def answer(self, question: str, number: int) -> tuple[list[str], Value]:
        if question in {"keep", "change"}:
            return [f"{question} {number}"], Words(f"{question} {number}")
        if question == "most_valuable":
            return ["examples", "talks"], Choices(("examples", "talks"))
        return ["high"], Choice("high")

    async def on_the_web(self) -> None:
        """One phone after the other; a page that does not come is asked for again."""
        while self.open:
            async with httpx2.AsyncClient(base_url=self.base, timeout=5) as phone:
                await self._one_on_the_web(phone)

    async def _one_on_the_web(self, phone: httpx2.AsyncClient) -> None:
        page = Hidden((await insist(phone, "GET", f"/{self.code}")).text)
        person = Person(Who(self.code, "web", phone.cookies[f"dalalab_{self.code}"]))
        number = len(self.people)
        self.people.append(person)
        while "nonce" in page.fields and page.fields["question"] != "done":
            question = page.fields["question"]
            said, value = self.answer(question, number) if question else ([], None)
            form = {**page.fields, "action": "next", "answer": said}
            answered = await insist(phone, "POST", f"/{self.code}", data=form)
            assert answered.status_code == 303, answered.text
            if value is not None:
                person.acknowledged[Key(question, page.fields["turn"])] = value
            shown = await insist(phone, "GET", f"/{self.code}")
            page = Hidden(shown.text)
            if len(person.acknowledged) == len(QUESTIONS):
                person.done = True
                return

    async def in_telegram(self, world: World, first: int, bot_id: int) -> None:
        """One chat after the other; somebody who sees nothing happen does it again."""
        chat = first
        while self.open:
            phone = Phone(world, chat)
            person = Person(Who(self.code, "telegram", str(chat), bot_id))
            self.people.append(person)
            await self._one_in_telegram(world, phone, person, chat)
            chat += PEOPLE_IN_TELEGRAM

    async def _one_in_telegram(self, world: World, phone: Phone, person: Person, chat: int) -> None:
        while not (phone.replies and "Tack!" in phone.last.text):
            before = seen(phone)
            sent, key, value = self._next_in_telegram(phone, chat)
            with contextlib.suppress(TimeoutError):
                await world.until(lambda: sent not in world.updates, within=PATIENCE)  # noqa: B023
                if key is not None and value is not None:
                    person.acknowledged[key] = value
                await world.until(lambda: seen(phone) != before, within=PATIENCE)  # noqa: B023
        person.done = True

    def _next_in_telegram(self, phone: Phone, chat: int) -> tuple[int, Key | None, Value | None]:
        if not phone.replies:
            return phone.start(self.code), None, None
        asked = re.search(r"Fråga (\d) av 5", phone.last.text)
        try:
            if asked is None:
                return phone.tap("Börja"), None, None
            question = QUESTIONS[int(asked[1]) - 1]
            if question == "most_valuable":
                if not phone.live:
                    return phone.start(self.code), None, None
                ticked = sum("☑" in label for label in phone.live[-1].labels)
                labels = ("Exempel från andra", "Föreläsningarna", "Klar")
                sent = phone.tap(labels[ticked])
                value = Choices(("examples", "talks")) if ticked == 2 else None
                return sent, Key(question), value
            said, value = self.answer(question, chat)
            if question in {"keep", "change"}:
                return phone.send(said[0]), Key(question), value
            return phone.tap("I hög grad"), Key(question), value
        except NoSuchButton:
            return phone.start(self.code), None, None


def seen(phone: Phone) -> list[tuple[str, list[str]]]:
    """What the bot shows now."""
    return [(message.text, message.labels) for message in phone.replies]


async def insist(
    phone: httpx2.AsyncClient, method: str, path: str, **sent: object
) -> httpx2.Response:
    """The same request until there is an answer: what a person with a bad connection does."""
    while True:
        with contextlib.suppress(httpx2.TransportError):
            return await phone.request(method, path, **sent)  # type: ignore[arg-type]
        await asyncio.sleep(0.02)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.fixture
async def server(api: BotApi, tmp_path: Path) -> AsyncIterator[Killable]:
    """Not yet started; whatever happens, it does not outlive the test."""
    database = f"sqlite:///{tmp_path}/dalalab.sqlite"
    started = Killable(tmp_path, database, free_port(), api.url, api.world.token)
    yield started
    if started.process is not None and started.process.returncode is None:
        await started.end(signal.SIGKILL)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(World()) as started:
        yield started


async def open_survey(database: str) -> str:
    from bot.opening import open_survey as opening
    from bot.wishes import Opening

    source = (files("surveys") / "library" / "session_evaluation.toml").read_text(encoding="utf-8")
    wanted = Opening("Träff 1", source, "session_evaluation.toml", demo_notice=True)
    store = await Store.open(database)
    try:
        return (await opening(store, wanted, now=dt.datetime.now(dt.UTC))).code
    finally:
        await store.close()


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_twenty_kills_under_load_lose_and_double_nothing(
    api: BotApi, server: Killable, tmp_path: Path
) -> None:
    database = f"sqlite:///{tmp_path}/dalalab.sqlite"
    code = await open_survey(database)
    await server.start()
    crowd = Crowd(server.base, code)
    bot_id = int(api.world.token.partition(":")[0])
    loads = [asyncio.create_task(crowd.on_the_web()) for _ in range(PEOPLE_ON_THE_WEB)]
    loads += [
        asyncio.create_task(crowd.in_telegram(api.world, 1000 + n, bot_id))
        for n in range(PEOPLE_IN_TELEGRAM)
    ]
    moments = random.Random(7)
    for _ in range(KILLS):
        await asyncio.sleep(moments.uniform(0.1, 0.9))
        await server.end(signal.SIGKILL)
        await server.start()
    crowd.open = False
    await asyncio.wait_for(asyncio.gather(*loads), timeout=90)
    assert await server.end(signal.SIGTERM) == 0
    await nothing_lost_or_doubled(database, code, crowd)


async def nothing_lost_or_doubled(database: str, code: str, crowd: Crowd) -> None:
    store = await Store.open(database)
    try:
        service = Service(store, Keyring(SECRET.encode()), clock=lambda: dt.datetime.now(dt.UTC))
        survey = await store.survey(code)
        assert survey is not None
        expected: Counter[tuple[str, str, str]] = Counter()
        for person in crowd.people:
            outcome = await service.look(person.who)
            for key, value in person.acknowledged.items():
                assert outcome.state.answers.get(key) == value, "an acknowledged answer is lost"
            assert isinstance(outcome.screen, EndScreen | QuestionScreen)
            assert person.done == isinstance(outcome.screen, EndScreen)
            for key, value in outcome.state.answers.items():
                expected.update((key.question, key.turn, cell) for cell in cells(value))
        tallies = Counter(await store.tallies(survey.id))
        assert +tallies == expected, "an answer was counted twice or not at all"
        counts = await store.counts(survey)
        assert counts.begun == len(crowd.people)
        assert (await store.verify()).differences == ()
        answers = sum(len(person.acknowledged) for person in crowd.people)
        print(
            f"\n{KILLS} kills, {len(crowd.people)} people, {answers} acknowledged answers, 0 lost, 0 doubled"
        )
    finally:
        await store.close()
