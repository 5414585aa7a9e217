"""A thousand people press within one second, against the stand-in with Telegram's real limits.

    .venv/bin/python bench/burst.py [--people 1000]

The bot is a process of its own (polling, SQLite, durable); this one is Telegram and the people. One of them is told
by Telegram to wait for 20 s: nobody else may notice. Bars: every answer stored; every press answered within 5 s; the
last new question, and the last edit, within what the limits allow + 20 %; no 429 but the one that was planned; the
process ends within 2 s of SIGTERM. Nothing here is timed by a test.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import json
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TypeAlias

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

sys.path[0] = str(Path(__file__).parents[1])  # bench/telegram.py is not the library

from bot.botapi.buckets import Strict  # noqa: E402
from bot.botapi.faults import Fault  # noqa: E402
from bot.botapi.phone import Phone  # noqa: E402
from bot.botapi.server import BotApi  # noqa: E402
from bot.botapi.world import Logged, World  # noqa: E402
from bot.config import TelegramSettings  # noqa: E402
from bot.keys import Keyring  # noqa: E402
from bot.service import Service  # noqa: E402
from bot.telegram.channel import TelegramChannel  # noqa: E402
from bot.telegram.outgoing.pacing import Pace  # noqa: E402
from surveys.questionnaire.loading import library_questionnaire  # noqa: E402
from surveys.store.store import Store  # noqa: E402
from surveys.survey import Notice  # noqa: E402

CODE = "TRAFF1"
HELD = 20
"""Seconds that one chat is told to wait."""
ALLOWED = 1.2
TOASTS = 5.0
ENDS = 2.0
Row: TypeAlias = tuple[str, str, str, bool]
"""What was measured, its value, its bar, and whether that holds."""


def now() -> dt.datetime:
    """The clock of both sides."""
    return dt.datetime.now(dt.UTC)


async def open_survey(url: str) -> None:
    """One open survey with the usual five questions."""
    notice = Notice(
        controller="Exempelkommunen",
        purpose={"sv": "att mäta"},
        legal_basis="public_interest",
        retain_until=dt.date(2099, 1, 1),
        decision_ref="-",
        demo=True,
    )
    async with await Store.open(url) as store:
        await store.open_survey(
            code=CODE,
            title="Mätning",
            questionnaire=library_questionnaire("session_evaluation"),
            notice=notice,
            opened_at=now(),
            channels=("telegram",),
        )


async def run_bot(api_base: str, token: str, url: str) -> None:
    """The bot's process: without limits while people come in, with them from SIGUSR1 on, until SIGTERM."""
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    usual, pace = Pace(), Pace(0.0, 1, 0.0, 1, 0.0, 1)

    def limit() -> None:
        pace.chat_interval, pace.chat_burst = usual.chat_interval, usual.chat_burst
        pace.all_interval, pace.all_burst = usual.all_interval, usual.all_burst

    loop.add_signal_handler(signal.SIGUSR1, limit)
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    store = await Store.open(url)
    settings = TelegramSettings.model_validate({"api_base": api_base, "token": token})
    service = Service(store, Keyring(b"k"), clock=now)
    channel = TelegramChannel(service, store, settings, public_url=None, clock=now, pace=pace)
    await channel.start()
    before = time.process_time()
    await ended.wait()
    await channel.stop()
    await store.close()
    used = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"cpu": used, "peak_mb": peak}) + "\n")


def rss(pid: int) -> float:
    """Megabytes in memory now."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


async def come_in(world: World, phones: list[Phone], progress: Progress) -> None:
    """Everybody has the first question before them, and the notice has been told."""
    task = progress.add_task("people come in", total=2 * len(phones))
    for phone in phones:
        phone.start(CODE)
    for count, word in ((1, "Exempelkommunen"), (2, "Fråga 1 av 5")):
        for phone in phones:
            await world.until(
                lambda p=phone, w=word: any(w in m.text for m in p.replies),  # type: ignore[misc]
                topic=phone.chat.id,
                within=120,
            )
            if count == 1:
                phone.tap("Börja")
            progress.advance(task)
    await world.until(lambda: len(world.log) > 0, within=1)
    quiet = -1
    while quiet != len(world.log):  # the last answered notices are being tidied
        quiet = len(world.log)
        await asyncio.sleep(2.0)


async def answered(world: World, phones: list[Phone], progress: Progress) -> None:
    """Until everybody sees the second question, and has one message that asks."""
    task = progress.add_task("second questions", total=len(phones))
    for phone in phones:
        await world.until(
            lambda p=phone: (
                any("Fråga 2 av 5" in m.text for m in p.replies)  # type: ignore[misc]
                and not any("Fråga 1 av 5" in m.text for m in p.live)
            ),
            topic=phone.chat.id,
            within=300,
        )
        progress.advance(task)


def last(log: list[Logged], begun: float, *methods: str) -> tuple[int, float]:
    """How many calls of these methods there were, and the seconds until the last."""
    times = [each.at - begun for each in log if each.method in methods and each.status == 200]
    return len(times), max(times, default=0.0)


async def measure(people: int, folder: Path) -> bool:
    """One burst; whether every bar holds."""
    url = f"sqlite:///{folder}/burst.sqlite"
    await open_survey(url)
    world = World()
    async with BotApi(world) as api:
        command = [sys.executable, __file__, "--bot", api.url, world.token, url]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: ASYNC220
        phones = [Phone(world, number) for number in range(1, people + 1)]
        with Progress(console=Console(stderr=True)) as progress:
            await come_in(world, phones, progress)
            before = rss(process.pid)
            process.send_signal(signal.SIGUSR1)
            await asyncio.sleep(0.2)
            world.log.clear()
            world.strict = Strict()
            world.faults.plan(Fault.flood("sendMessage", HELD, chat=phones[people // 2].chat.id))
            begun = time.time()
            for phone in phones:
                phone.tap("I hög grad")
            pressed = time.time() - begun
            await answered(world, phones, progress)
        during = rss(process.pid)
        process.send_signal(signal.SIGTERM)
        stopped = time.time()
        told = json.loads((await asyncio.to_thread(process.communicate))[0])
        ended = time.time() - stopped
    stored = await count_answers(url)
    return report(world, people, begun, pressed, stored, (before, during, told, ended))


async def count_answers(url: str) -> int:
    """Answers to the first question, as the store has them."""
    async with await Store.open(url) as store:
        survey = await store.survey(CODE)
        assert survey is not None
        assert (await store.verify()).differences == ()
        tallies = await store.tallies(survey.id)
    return tallies["usefulness", "", "high"]


def report(
    world: World,
    people: int,
    begun: float,
    pressed: float,
    stored: int,
    process: tuple[float, float, dict[str, float], float],
) -> bool:
    """The table; whether every bar holds."""
    rows = [
        ("answers stored", f"{stored} of {people}", "all", stored == people),
        *sent(world.log, people, begun),
        *spent(*process),
    ]
    return shown(f"{people} people press within {pressed:.2f} s", rows)


def sent(log: list[Logged], people: int, begun: float) -> list[Row]:
    """How soon everybody was answered, and what Telegram had to refuse."""
    held, each_takes = people // 2 + 1, ALLOWED / Strict().overall
    others = [each for each in log if each.chat != held]
    sends, last_send = last(others, begun, "sendMessage")
    edits, last_edit = last(others, begun, "editMessageText", "editMessageReplyMarkup")
    _, own = last([each for each in log if each.chat == held], begun, "sendMessage")
    floods = sum(each.status == 429 for each in log)
    return [
        within("presses answered", *last(log, begun, "answerCallbackQuery"), TOASTS),
        within("next questions", sends, last_send, people * each_takes, whole=sends == people - 1),
        within("edits", edits, last_edit, 2 * people * each_takes),
        ("429", str(floods), "1, planned", floods == 1),
        ("the chat that was told to wait", f"{own:.1f} s", f"{HELD} s and its turn", own >= HELD),
    ]


def within(what: str, count: int, seconds: float, bar: float, *, whole: bool = True) -> Row:
    """A row of calls, the last of which came after so many seconds."""
    return what, f"{count}, last {seconds:.2f} s", f"{bar:.1f} s", whole and seconds <= bar


def spent(before: float, during: float, told: dict[str, float], ended: float) -> list[Row]:
    """What the bot's process took: megabytes, seconds of processor, seconds to end."""
    memory = f"{before:.0f} MB before, {during:.0f} after, peak {told['peak_mb']:.0f}"
    return [
        ("memory", memory, "", True),
        ("the bot's processor time, people coming in too", f"{told['cpu']:.1f} s", "", True),
        ("ends after SIGTERM", f"{ended:.2f} s", f"{ENDS:.0f} s", ended <= ENDS),
    ]


def shown(title: str, rows: list[Row]) -> bool:
    """Prints what was measured beside its bar; whether every bar holds."""
    table = Table(title=title)
    for heading in ("what", "measured", "bar", ""):
        table.add_column(heading)
    for what, measured, bar, holds in rows:
        table.add_row(what, measured, bar, "" if holds else "MISSED")
    Console().print(table)
    return all(holds for *_, holds in rows)


def main() -> None:
    """Measures; exit code 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--bot", nargs=3, metavar=("API", "TOKEN", "STORE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.bot:
        asyncio.run(run_bot(*given.bot))
        return
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(0 if asyncio.run(measure(given.people, Path(folder))) else 1)


if __name__ == "__main__":
    main()
