"""An answer that comes as the questions close: the terminal says what the web and Telegram say."""

from __future__ import annotations

from collections.abc import Iterator

from test_service import Room, room

from bot.terminal import Terminal
from surveys.texts import Texts

__all__ = ["room"]

TOO_LATE = "Det du skickade nu är inte sparat, men det du har svarat tidigare är sparat."


async def test_the_terminal_tells_what_is_saved_and_what_is_not(room: Room) -> None:
    await room.open("session_evaluation", code="SENT")
    said: list[str] = []
    lines: Iterator[str | None] = iter(("4", "5", "/hoppa", None))

    async def say(text: str) -> None:
        said.append(text)
        if "Fråga 2 av 5" in text:
            await room.store.close_survey("SENT", room.now)
            room.service.forget()

    async def typed() -> str | None:
        return next(lines)

    await Terminal(room.service, Texts("bot")).converse("SENT", "sv", typed, say)
    late, after = said[-2:]
    assert late.startswith("Det går inte längre att svara.")
    assert TOO_LATE in late
    assert after == "Det går inte längre att svara."
