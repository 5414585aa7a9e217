"""`run`, `chat` and `enter`."""

from __future__ import annotations

import asyncio
import gc
import logging
import shutil
import signal
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands.common import Console, reading
from surveys.errors import DatabaseHeld

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.control import Connection
    from bot.server import Server
    from bot.terminal import Say, Typed
    from surveys.survey import Survey

YOUNG = 20_000
"""Objects made before those without an owner are looked for."""
DEMO_DATABASE = "sqlite:///data/demo.sqlite"


async def serve(settings: Settings, console: Console, *, demo: bool) -> None:
    """Serves until a signal comes."""
    from bot.server import run

    set_up_logging(settings)
    if demo:
        from bot.demo.making import make_demo

        await make_demo(settings, console)
    surveys = await _open_surveys(settings)

    async def ready(server: Server) -> None:
        # What has been loaded stays, and turns leave few circles behind: looking for them cost a tenth of the time.
        gc.freeze()
        gc.set_threshold(YOUNG, 20, 50)
        announce(console, server, surveys, await _way_in(server, demo=demo), demo=demo)

    await run(settings, ready)


async def _open_surveys(settings: Settings) -> list[Survey]:
    """Surveys people can join now, newest last; none when there is no database yet."""
    from bot.app import utc_now
    from surveys.errors import StoreError

    try:
        async with reading(settings) as store:
            return [s for s in await store.surveys() if s.state(utc_now()) == "open"]
    except StoreError:
        return []  # a new or older database: `run` makes or upgrades it


async def _way_in(server: Server, *, demo: bool) -> str | None:
    """A one-time link while no owner is inside; in the demo always, since its data are invented."""
    if not demo and await server.app.store.has_owner_inside():
        return None
    return str((await server.app.desk.owner_link())["link"])


def announce(
    console: Console, server: Server, surveys: list[Survey], way_in: str | None, *, demo: bool
) -> None:
    """Where people join and where the organiser looks, with a QR code where a phone can use it."""
    if demo:
        console.say("cli-demo")
    for survey in surveys:
        address = server.addresses.web(survey)
        if address is None:
            continue
        typer.echo(f"\n{survey.title}")
        console.say("cli-join", address=address)
        if (deep_link := server.addresses.telegram(survey)) is not None:
            console.say("cli-join-telegram", address=deep_link)
    if not surveys:
        console.say("cli-no-surveys")
    joinable = [survey for survey in surveys if server.addresses.web(survey) is not None]
    if joinable:
        _show_qr(console, server, joinable[0])
    typer.echo("")
    if way_in is None:
        console.say("cli-organiser", address=server.addresses.studio())
    else:
        console.say("cli-owner-link", address=way_in)
    console.say("cli-stop")
    sys.stdout.flush()


def _show_qr(console: Console, server: Server, survey: Survey) -> None:
    address = server.addresses.web(survey)
    assert address is not None
    if not server.addresses.reachable:
        console.say("cli-no-qr", address=address)
        return
    import segno

    typer.echo("")
    segno.make(address, error="m").terminal(out=sys.stdout, compact=True, border=2)
    typer.echo(address)


def set_up_logging(settings: Settings) -> None:
    """Log lines on stderr; libraries that would name addresses or tokens are kept quiet."""
    logging.basicConfig(
        level=settings.log.level, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    for name in (
        "httpx",
        "httpcore",
        "telegram",
        "aiohttp",
        "uvicorn",
        "sqlalchemy",
        "alembic",
        "aiosqlite",
        "asyncio",
    ):
        logging.getLogger(name).setLevel(logging.WARNING)


async def chat(
    settings: Settings, console: Console, code: str, language: str | None, record: Path | None
) -> None:
    """The conversation on stdin and stdout; ends at end of input."""
    async with reading(settings) as store:
        survey = await store.survey_named(code)
    spoken = language or survey.languages[0]
    typed, say = _typed_lines(), _say_line
    if record is None:
        await _converse(settings, "chat", code, spoken, typed, say)
        return
    from bot.scenarios import Recorder

    recorder = Recorder(survey.questionnaire.id, spoken)
    await _converse(settings, "chat", code, spoken, recorder.typed(typed), recorder.say(say))
    recorder.save(record)
    console.tell("cli-recorded", path=str(record))


async def enter(settings: Settings, code: str, language: str | None) -> None:
    """Paper forms, keyed in one after another until input ends."""
    async with reading(settings) as store:
        survey = await store.survey_named(code)
    spoken = language or survey.languages[0]
    await _converse(settings, "enter", code, spoken, _typed_lines(), _say_line)


async def _converse(
    settings: Settings, verb: str, code: str, language: str, typed: Typed, say: Say
) -> None:
    from bot.app import build
    from bot.control import Connection

    try:
        app = await build(settings)
    except DatabaseHeld:
        connection = await Connection.to(settings.instance)
        if connection is None:
            raise
        await _converse_elsewhere(connection, verb, code, language, typed, say)
        return
    try:
        held = app.entering.enter if verb == "enter" else app.terminal.converse
        await held(code, language, typed, say)
    finally:
        await app.close()


async def _converse_elsewhere(
    connection: Connection, verb: str, code: str, language: str, typed: Typed, say: Say
) -> None:
    """The same conversation, held by the running server, which says when it wants a line."""
    await connection.send({"verb": verb, "arguments": {"code": code, "language": language}})
    try:
        while "end" not in (body := await connection.receive()):
            if "say" in body:
                await say(body["say"])
            else:
                await connection.send({"typed": await typed()})
    finally:
        await connection.close()


def _typed_lines() -> Typed:
    by_hand = sys.stdin.isatty()
    next_line = _line_at_keyboard if by_hand and sys.platform != "win32" else _line_from_input

    async def typed() -> str | None:
        line = await next_line("> " if by_hand else "")
        return line.rstrip("\n") if line else None

    return typed


async def _line_from_input(prompt: str) -> str:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    return await asyncio.to_thread(sys.stdin.readline)


async def _line_at_keyboard(prompt: str) -> str:
    """A line when there is one. Ctrl+C is end of input at once: no thread is left that waits for Enter."""
    loop = asyncio.get_running_loop()
    typed: asyncio.Future[bool] = loop.create_future()

    def settle(there_is_a_line: bool) -> None:
        if not typed.done():
            typed.set_result(there_is_a_line)

    loop.add_signal_handler(signal.SIGINT, settle, False)
    loop.add_reader(sys.stdin, settle, True)
    sys.stdout.write(prompt)
    sys.stdout.flush()
    try:
        return sys.stdin.readline() if await typed else ""
    finally:
        loop.remove_reader(sys.stdin)
        loop.remove_signal_handler(signal.SIGINT)


async def _say_line(text: str) -> None:
    if sys.stdout.isatty():
        text = _within(text, shutil.get_terminal_size().columns)
    sys.stdout.write(f"\n{text}\n")
    sys.stdout.flush()


def _within(text: str, width: int) -> str:
    """The text with no word cut by the window's edge; what belongs to an option stands under it."""
    lines = []
    for line in text.split("\n"):
        under = " " * (5 if line.startswith(" ") else 0)
        lines += textwrap.wrap(
            line, width, subsequent_indent=under, break_long_words=False, break_on_hyphens=False
        ) or [line]
    return "\n".join(lines)
