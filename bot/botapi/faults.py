"""What goes wrong on purpose: per method and nth call, and for one chat where wanted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

Kind = Literal["status", "html", "broken_json", "cut_before", "cut_after"]


@dataclass(frozen=True, slots=True)
class Fault:
    """`nth` counts the calls of `method` from 1 (of `chat`, when given); None means every call."""

    method: str
    nth: int | None = 1
    kind: Kind = "status"
    status: int = 500
    description: str = "Internal Server Error: restart"
    retry_after: int | None = None
    chat: int | None = None


class Faults:
    """Hands out the fault of each call."""

    def __init__(self) -> None:
        self._plan: list[Fault] = []
        self._calls: Counter[tuple[str, int | None]] = Counter()

    def plan(self, fault: Fault) -> None:
        """From now on: calls made before are not counted."""
        self._plan.append(fault)
        self._calls[fault.method.lower(), fault.chat] = 0

    def clear(self) -> None:
        self._plan.clear()

    def strike(self, method: str, chat: int | None) -> Fault | None:
        """Counts one call, and gives what shall happen to it."""
        name = method.lower()
        self._calls[name, None] += 1
        if chat is not None:
            self._calls[name, chat] += 1
        for fault in self._plan:
            if fault.method.lower() != name or (fault.chat is not None and fault.chat != chat):
                continue
            if fault.nth is None or fault.nth == self._calls[name, fault.chat]:
                return fault
        return None
