"""What the Telegram tests share: a notice, and the steps a person takes."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from bot.botapi.phone import Phone
from bot.botapi.world import Message
from surveys.survey import Notice

LONG_POLL = 50
"""Seconds, more than anything here waits for: what ends at once has not waited for a poll."""


def notice() -> Notice:
    return Notice(
        controller="Exempelkommunen",
        purpose={"sv": "att göra nästa träff bättre", "en": "making the next meeting better"},
        legal_basis="public_interest",
        retain_until=dt.date(2027, 12, 31),
        decision_ref="KS 2027/1",
        dpia_ref="KS 2027/2",
    )


async def begin(house, number: int = 1, code: str = "TRAFF1") -> Phone:
    """Opens the link and presses Begin."""
    phone = house.phone(number)
    phone.start(code)
    await phone.settled()
    phone.tap("Börja")
    await phone.settled()
    return phone


async def do(phone: Phone, *labels: str) -> None:
    """Presses one button after the other."""
    for label in labels:
        phone.tap(label)
        await phone.settled()


async def write(phone: Phone, text: str) -> None:
    """Writes, and waits for the answer."""
    phone.send(text)
    await phone.settled()


def mark(phone: Phone, row: str, sign: str, message: Message | None = None) -> None:
    """Presses the step `sign` under the row whose name holds `row`, on the newest message or a given one."""
    table = message or phone.last
    named = next(place for place, row_ in enumerate(table.rows) if row in row_[0]["text"])
    step = next(b for b in table.rows[named + 1] if b["text"].removeprefix("✓ ") == sign)
    phone.press(step["callback_data"], table)


def drawn(message: Message) -> str:
    """A message as it stands: its text, and each row of buttons in brackets."""
    rows = ["  " + " ".join(f"[{button['text']}]" for button in row) for row in message.rows]
    return "\n".join((message.text, *rows))


def asking(phone: Phone) -> list[Message]:
    """Messages that ask for something: of an answered one all that is left is the way to change it."""
    changes = {"Ändra", "Change", "تغيير"}
    return [message for message in phone.live if not changes.issuperset(message.labels)]


@asynccontextmanager
async def by_webhook(
    house, shuffled: Callable[[Sequence[str]], Sequence[str]] | None = None
) -> AsyncIterator[str]:
    """The channel in webhook mode behind a real web server; the address of its root."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        base = f"http://127.0.0.1:{listening.getsockname()[1]}"
        await house.start("webhook", base, shuffled)
        application = Starlette(routes=house.channel.routes())
        server = uvicorn.Server(uvicorn.Config(application, log_config=None, lifespan="off"))
        task = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            yield base
        finally:
            server.should_exit = True
            await task
            await house.stop()
