"""Our bot beside a stock one: the same five questions, people and Bot API stand-in, in one run.

Ours is `dalalab run` with its durable inbox, answers and outbox in SQLite. The stock one (`bench/stock/bot.py`) is
python-telegram-bot as its documentation has it: ConversationHandler, PicklePersistence, both settings of
concurrent_updates. Each bot is a process of its own; people and stand-in share this one, whose time is not counted.
Everybody answers five questions as fast as the bot asks them, one session after the other.

    .venv/bin/python bench/telegram.py [--seconds 6] [--chats 1 32 256]

Bars: at 32 chats >= 2 times the turns per processor second (aim 4); with 50 ms in every answer of the server >= 10
times the sessions per second of the stock setting; p99 <= 10 times p50 at 256 chats.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.botapi.phone import Phone
from bot.botapi.server import BotApi
from bot.botapi.sight import NoSuchButton
from bot.botapi.world import Chat, Message, World

HERE = Path(__file__).parent
STOCK = HERE / "stock"
FORM = STOCK / "evaluation.toml"
QUESTIONS = [
    question["text"]["sv"] for question in tomllib.loads(FORM.read_text("utf-8"))["question"]
]
WORDS = dict(zip(QUESTIONS[-2:], ("Samtalen i små grupper", "Längre pauser"), strict=True))
TURNS = 2 + len(QUESTIONS)
"""Updates in a session: start, begin, and an answer to each question."""
LATENCY = 0.05
CHATS_FAR_AWAY = 32
"""More would wait minutes for a stock bot that does one thing at a time."""
PATIENCE = 8.0
"""Seconds a person waits before doing the same again: a bot may have overtaken itself."""
SIDES = ("ours", "stock", "stock, concurrent")


class Watched(dict[int, Message]):
    """The messages of a chat; tells the one who looks when a new one of the bot's has come."""

    def __init__(self) -> None:
        self.waiting: asyncio.Future[Message] | None = None

    def __setitem__(self, number: int, message: Message) -> None:
        super().__setitem__(number, message)
        if message.mine and self.waiting is not None and not self.waiting.done():
            self.waiting.set_result(message)


@dataclass(slots=True)
class Counts:
    """What a crowd did."""

    sessions: int = 0
    turns: int = 0
    repeated: int = 0
    """Times somebody did something again because nothing came."""
    confused: int = 0
    """Sessions in which the bot asked something else than what came next."""
    waits: list[float] = field(default_factory=list)
    """Seconds from an update to the message that answers it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One side under one load."""

    sessions: float
    """Completed sessions a second."""
    turns_per_cpu: float
    cpu_us: float
    """Processor microseconds per turn."""
    median_ms: float
    p99_ms: float
    memory: float
    """MB, the process's highest."""
    repeated: int
    """Times somebody did something again because nothing came."""
    confused: int
    """Sessions that ended because the bot asked something else than what came next."""
    calls: float
    """Bot API calls per turn, as the stand-in counted them; getUpdates not among them."""


class Person:
    """Answers the five questions, as soon as each is asked."""

    def __init__(self, world: World, number: int, code: str) -> None:
        self._messages = Watched()
        world.chats[number] = Chat(number, messages=self._messages)
        self._phone = Phone(world, number)
        self._code = code

    async def session(self, counts: Counts) -> None:
        """From /start to the thanks."""
        phone = self._phone
        await self._do(counts, lambda: phone.start(self._code))
        await self._do(counts, lambda: phone.tap("Börja"))
        for question in QUESTIONS:
            asked = phone.last
            if question not in asked.text:
                counts.confused += 1  # the bot has overtaken itself; this person gives up
                return
            if "Mycket" in asked.labels:
                await self._do(counts, lambda shown=asked: phone.tap("Mycket", message=shown))
            else:
                await self._do(counts, lambda asked=question: phone.send(WORDS[asked]))
        if "Tack" in phone.last.text:
            counts.sessions += 1
        else:
            counts.confused += 1

    async def _do(self, counts: Counts, act: Callable[[], int]) -> None:
        waiting = self._messages.waiting = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        act()
        while not waiting.done():
            await asyncio.wait({waiting}, timeout=PATIENCE)
            if not waiting.done():
                counts.repeated += 1
                act()
        counts.waits.append(time.perf_counter() - began)
        counts.turns += 1


class Crowd:
    """One person after the other in each place of a room; nobody comes twice."""

    def __init__(self, world: World, code: str) -> None:
        self._world = world
        self._code = code
        self._came = 0

    async def answer(self, chats: int, seconds: float) -> Counts:
        """So many at a time, for so long; the sessions that were begun are ended."""
        counts, until = Counts(), time.perf_counter() + seconds
        await asyncio.gather(*(self._place(counts, until) for _ in range(chats)))
        return counts

    async def _place(self, counts: Counts, until: float) -> None:
        while True:
            self._came += 1
            try:
                await Person(self._world, self._came, self._code).session(counts)
            except NoSuchButton:
                counts.confused += 1  # nothing to go on with
            if time.perf_counter() >= until:
                return


class Process:
    """A bot in a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._ticks = os.sysconf("SC_CLK_TCK")

    def cpu(self) -> float:
        """Processor seconds so far."""
        stat = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / self._ticks

    def memory(self) -> float:
        """The most it has held, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        kilobytes = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(kilobytes.split()[1]) / 1024

    async def end(self) -> None:
        """Asks it to stop, and insists."""
        self._process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self._process.wait(), 10)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


@asynccontextmanager
async def running(side: str, api: BotApi, folder: Path) -> AsyncIterator[tuple[Process, str]]:
    """The bot of a side, listening; with it the code that people start with."""
    code, command = "", [sys.executable, str(STOCK / "bot.py"), api.url, api.world.token]
    environment = {**os.environ}
    if side == "ours":
        database = f"sqlite:///{folder}/dalalab.sqlite"
        dalalab = [sys.executable, "-m", "bot"]
        environment |= {
            "DALALAB_TELEGRAM_TOKEN": api.world.token,
            "DALALAB_TELEGRAM__API_BASE": api.url,
            "DALALAB_TELEGRAM__MESSAGES_PER_SECOND": "0",
            "DALALAB_TELEGRAM__MESSAGES_PER_SECOND_AND_CHAT": "0",
            "DALALAB_SECRET_KEY": "a key for measuring",
            "DALALAB_LOG__LEVEL": "ERROR",
        }
        code = await _opened([*dalalab, "survey", "open", str(FORM)], database, environment)
        command = [*dalalab, "run", "--host", "127.0.0.1", "--port", "0", "--database", database]
    else:
        command += [str(folder), "concurrent" if side.endswith("concurrent") else "sequential"]
    log = (folder / "log.txt").open("wb")
    with log:
        started = await asyncio.create_subprocess_exec(
            *command, env=environment, cwd=folder, stdout=log, stderr=log
        )
    process = Process(started)
    try:
        await api.world.until(lambda: api.world.poller is not None, within=30)
        yield process, code
    finally:
        await process.end()


async def _opened(command: list[str], database: str, environment: dict[str, str]) -> str:
    """The join code of the survey that has been opened."""
    options = ["--title", "Mätning", "--demo-notice", "--channel", "telegram", "--channel", "web"]
    opening = await asyncio.create_subprocess_exec(
        *(*command, *options, "--json", "--database", database),
        env=environment,
        stdout=asyncio.subprocess.PIPE,
    )
    told, _ = await opening.communicate()
    code: str = json.loads(told)["code"]
    return code


async def measured(side: str, chats: int, seconds: float, latency: float) -> Figures:
    """One side with so many people at a time, for so long."""
    world = World()
    world.latency = {"*": latency} if latency else {}
    with tempfile.TemporaryDirectory() as folder:
        async with BotApi(world) as api, running(side, api, Path(folder)) as (process, code):
            crowd = Crowd(world, code)
            await crowd.answer(chats, min(2.0, seconds / 3))  # what is imported lazily is there now
            world.calls.clear()
            before, began = process.cpu(), time.perf_counter()
            counts = await crowd.answer(chats, seconds)
            took, cpu = time.perf_counter() - began, process.cpu() - before
            calls = sum(name.lower() != "getupdates" for name, _ in world.calls)
            return Figures(
                sessions=counts.sessions / took,
                turns_per_cpu=counts.turns / cpu,
                cpu_us=1e6 * cpu / counts.turns,
                median_ms=1000 * statistics.median(counts.waits),
                p99_ms=1000 * statistics.quantiles(counts.waits, n=100)[98],
                memory=process.memory(),
                repeated=counts.repeated,
                confused=counts.confused,
                calls=calls / counts.turns,
            )


def row(side: str, figures: Figures) -> str:
    """A line of the table."""
    return (
        f"  {side:<18}{figures.sessions:>9.1f}{figures.turns_per_cpu:>12.0f}{figures.cpu_us:>10.0f}"
        f"{figures.median_ms:>10.1f}{figures.p99_ms:>10.1f}{figures.memory:>9.0f}{figures.calls:>8.2f}{figures.repeated:>7}{figures.confused:>6}"
    )


def bars(chats: int, latency: float, sides: dict[str, Figures]) -> Iterator[str]:
    """What is asked of us under this load, and whether it holds."""
    ours, stock = (
        sides["ours"],
        max((sides[side] for side in SIDES[1:]), key=lambda figures: figures.turns_per_cpu),
    )
    if chats == 32 and not latency:
        yield _bar(
            "turns per processor second, of the better stock setting",
            ours.turns_per_cpu / stock.turns_per_cpu,
            2,
        )
    if latency:
        yield _bar("sessions per second, of stock", ours.sessions / sides["stock"].sessions, 10)
        yield f"    (of stock, concurrent: {ours.sessions / sides['stock, concurrent'].sessions:.1f} times)"
    if chats == 256 and not latency:
        times = ours.p99_ms / ours.median_ms
        yield f"    p99 is {times:.1f} times p50 · at most 10: {'yes' if times <= 10 else 'NO'}"


def _bar(what: str, times: float, least: float) -> str:
    return (
        f"    {times:.1f} times the {what} · at least {least}: {'yes' if times >= least else 'NO'}"
    )


async def main() -> None:
    """Prints a table for each load."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--chats", type=int, nargs="+", default=[1, 32, 256])
    parser.add_argument("--sides", nargs="+", choices=SIDES, default=SIDES)
    options = parser.parse_args()
    loads = [(chats, 0.0) for chats in options.chats] + [(CHATS_FAR_AWAY, LATENCY)]
    print(f"sessions of {TURNS} turns; {os.cpu_count()} cores, one for people and stand-in")
    for chats, latency in loads:
        print(f"\n{chats} chats, {1000 * latency:.0f} ms in the server's answers", flush=True)
        print(
            f"  {'':<18}{'sessions/s':>10}{'turns/cpu s':>12}{'cpu us':>9}{'p50 ms':>10}{'p99 ms':>10}"
            f"{'MB':>8}{'calls':>8}{'again':>7}{'lost':>6}"
        )
        figures = {}
        for side in options.sides:
            figures[side] = await measured(side, chats, options.seconds, latency)
            print(row(side, figures[side]), flush=True)
        if len(figures) == len(SIDES):
            for line in bars(chats, latency, figures):
                print(line)


if __name__ == "__main__":
    asyncio.run(main())
