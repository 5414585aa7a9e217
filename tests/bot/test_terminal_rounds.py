"""Talk in rounds in a terminal: the time is told when it is up, while nobody types."""

from __future__ import annotations

import asyncio
import datetime as dt

from test_service import Room, room

from bot.terminal import Terminal
from surveys.texts import Texts

__all__ = ["room"]


async def test_the_time_is_told_when_it_is_up_and_what_is_typed_then_is_taken(room: Room) -> None:
    await room.open("triad_talk", code="TRIADS")
    said: list[str] = []
    typed: asyncio.Queue[str | None] = asyncio.Queue()

    async def say(text: str) -> None:
        said.append(text)
        if "Tiden är ute. Det är dags att byta." in text:
            for line in ("", "Få med sig chefen.", None):
                typed.put_nowait(line)

    async def wait(seconds: float) -> None:
        room.now += dt.timedelta(seconds=seconds)

    typed.put_nowait("")
    await Terminal(room.service, Texts("bot"), wait).converse("TRIADS", "sv", typed.get, say)
    assert "Tryck på retur: Starta tiden." in said[1]
    assert "om ungefär 12 min" in said[2]
    assert "Tiden är ute. Det är dags att byta." in said[3]
    assert "Vilken utmaning" in said[4]
    assert "Vad blev tydligare?" in said[5]
