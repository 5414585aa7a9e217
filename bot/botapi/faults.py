"""What goes wrong on purpose: per method and nth call, by chance with a seed, and for one chat where wanted."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import Literal

Kind = Literal["status", "html", "broken_json", "cut_before", "cut_after", "slow"]
ANY = "*"


@dataclass(frozen=True, slots=True)
class Fault:
    """`nth` counts the calls of `method` from 1 (of `chat`, when given); None means every call.

    `method` may be `*`, or `download` for the fetching of a file. With `probability` each call of its own is struck with that chance, whatever `nth` is, the
    same calls for the same seed. A `slow` call is carried out, and answered after `seconds`.
    """

    method: str
    nth: int | None = 1
    kind: Kind = "status"
    status: int = 500
    description: str = "Internal Server Error: restart"
    retry_after: int | None = None
    chat: int | None = None
    seconds: float = 0.0
    probability: float | None = None
    migrate_to: int | None = None

    @classmethod
    def flood(cls, method: str, retry_after: int, *, chat: int | None = None) -> Fault:
        """429."""
        told = f"Too Many Requests: retry after {retry_after}"
        return cls(method, 1, "status", 429, told, retry_after, chat)

    @classmethod
    def blocked(cls, method: str, chat: int) -> Fault:
        """403: the person has blocked the bot."""
        return cls(method, 1, "status", 403, "Forbidden: bot was blocked by the user", chat=chat)

    @classmethod
    def deactivated(cls, method: str, chat: int) -> Fault:
        """403: the person has left Telegram."""
        return cls(method, 1, "status", 403, "Forbidden: user is deactivated", chat=chat)

    @classmethod
    def no_chat(cls, method: str, chat: int) -> Fault:
        """400: nobody has that number."""
        return cls(method, 1, "status", 400, "Bad Request: chat not found", chat=chat)

    @classmethod
    def migrated(cls, method: str, chat: int, to: int) -> Fault:
        """400: the group has become a supergroup with another number."""
        told = "Bad Request: group chat was upgraded to a supergroup chat"
        return cls(method, 1, "status", 400, told, chat=chat, migrate_to=to)

    @property
    def parameters(self) -> dict[str, int]:
        """What the answer says besides its description."""
        told = {"retry_after": self.retry_after, "migrate_to_chat_id": self.migrate_to}
        return {name: value for name, value in told.items() if value is not None}


class Faults:
    """Hands out the fault of each call."""

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        self._plan: list[Fault] = []
        self._calls: Counter[tuple[str, int | None]] = Counter()

    def plan(self, *faults: Fault) -> None:
        """From now on: calls made before are not counted."""
        for fault in faults:
            self._plan.append(fault)
            self._calls[fault.method.lower(), fault.chat] = 0

    def clear(self) -> None:
        """From now on nothing fails."""
        self._plan.clear()

    def strike(self, method: str, chat: int | None) -> Fault | None:
        """Counts one call, and gives what shall happen to it."""
        if not self._plan:
            return None
        name = method.lower()
        for counted in {(name, None), (name, chat), (ANY, None), (ANY, chat)}:
            self._calls[counted] += 1
        return next((fault for fault in self._plan if self._strikes(fault, name, chat)), None)

    def _strikes(self, fault: Fault, name: str, chat: int | None) -> bool:
        planned = fault.method.lower()
        if planned not in {name, ANY} or (fault.chat is not None and fault.chat != chat):
            return False
        if fault.probability is not None:
            return self._chance(fault, name, chat) < fault.probability
        return fault.nth is None or fault.nth == self._calls[planned, fault.chat]

    def _chance(self, fault: Fault, name: str, chat: int | None) -> float:
        """The chance of a call hangs on the seed and on which call of its chat it is, not on who else calls."""
        number = self._calls[name, chat]
        drawn = f"{self.seed}/{self._plan.index(fault)}/{name}/{chat}/{number}"
        return random.Random(drawn).random()  # noqa: S311 - faults are no secret
