"""What the call log says: how fast, to whom, and how it ended."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.botapi.buckets import counts

if TYPE_CHECKING:
    from bot.botapi.world import Logged

_SECOND = 1.0
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Rates:
    """The most that was sent or edited in any second or minute, and the methods and statuses."""

    calls: int
    methods: dict[str, int]
    statuses: dict[int, int]
    overall: int
    """In any second."""
    chat: int
    """To one chat in any second."""
    group: int
    """To one group in any minute."""


def rates(log: Iterable[Logged]) -> Rates:
    """The report of a log; only calls that Telegram counts make up the rates."""
    all_calls = list(log)
    by_chat: defaultdict[int, list[float]] = defaultdict(list)
    for call in all_calls:
        if call.chat is not None and call.status == 200 and counts(call.method):
            by_chat[call.chat].append(call.at)
    return Rates(
        calls=len(all_calls),
        methods=dict(Counter(call.method for call in all_calls)),
        statuses=dict(Counter(call.status for call in all_calls)),
        overall=most(sorted(at for times in by_chat.values() for at in times), _SECOND),
        chat=max((most(times, _SECOND) for chat, times in by_chat.items() if chat > 0), default=0),
        group=max((most(times, _MINUTE) for chat, times in by_chat.items() if chat < 0), default=0),
    )


def most(times: list[float], window: float) -> int:
    """How many of these rising times lie in any window of so many seconds, its end left out."""
    best = begin = 0
    for end, at in enumerate(times):
        while times[begin] <= at - window:
            begin += 1
        best = max(best, end - begin + 1)
    return best
