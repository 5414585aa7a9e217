"""The time of groups that talk in rounds: when a round is over, each of its phones is told, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.telegram.outgoing.intents import Intent, note
from bot.wording import ROUND_OVER

if TYPE_CHECKING:
    import datetime as dt

    from surveys.store.store import Store


@dataclass(frozen=True, slots=True)
class Timekeeping:
    """The clocks lie in the store: what ran out while nobody looked is told at the next look."""

    store: Store
    clock: Callable[[], dt.datetime]
    bot_id: int

    async def queue(self) -> int:
        """Puts a message to everybody whose round is over into the outbox; how many."""
        now = self.clock()
        over = await self.store.rounds_over(self.bot_id, now)
        if over is None:
            return 0
        intents = {
            person: Intent(code=code, notes=(note(ROUND_OVER),)).body() for person, code in over
        }
        return await self.store.tell_rounds(self.bot_id, now, intents)
