"""How fast messages go out: a deadline for each chat and one for all, who waits first is served first."""

from __future__ import annotations

import asyncio

from bot.telegram.outgoing.pacing import Pace
from bot.telegram.outgoing.tidying import Tidier
from bot.telegram.screens.markup import Rendered


class Clock:
    """Time that moves only when somebody waits for it, by the shortest wait."""

    def __init__(self) -> None:
        self.now = 0.0
        self._waits: list[tuple[float, asyncio.Future[None]]] = []

    async def pause(self, seconds: float) -> None:
        ended = asyncio.get_running_loop().create_future()
        self._waits.append((self.now + seconds, ended))
        await ended

    async def run(self, until: float = 1000.0) -> None:
        while True:
            for _ in range(5):
                await asyncio.sleep(0)
            self._waits = [each for each in self._waits if not each[1].done()]
            if not self._waits or min(at for at, _ in self._waits) > until:
                return
            at, ended = min(self._waits, key=lambda each: each[0])
            self.now = max(self.now, at)
            ended.set_result(None)


class Sent:
    """What went out when, as (chat, seconds)."""

    def __init__(self, **limits: float) -> None:
        self.clock = Clock()
        self.pace = Pace(now=lambda: self.clock.now, pause=self.clock.pause, **limits)
        self.log: list[tuple[int, float]] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def ask(self, chat: int) -> None:
        self._keep(self.pace.turn(chat), chat)

    def tidy(self, chat: int) -> None:
        self._keep(self.pace.spare(chat), chat)

    def _keep(self, turn, chat: int) -> None:
        async def note() -> None:
            await turn
            self.log.append((chat, round(self.clock.now, 3)))

        self._tasks.add(asyncio.create_task(note()))

    def times(self, chat: int) -> list[float]:
        return [at for each, at in self.log if each == chat]


async def test_one_chat_gets_a_burst_and_then_one_message_an_interval() -> None:
    sent = Sent(chat_interval=1.0, chat_burst=3)
    for _ in range(6):
        sent.ask(1)
    await sent.clock.run()
    assert sent.times(1) == [0, 0, 0.036, 1, 2, 3]


async def test_all_chats_together_stay_below_thirty_in_any_second() -> None:
    sent = Sent()
    for chat in range(300):
        sent.ask(chat)
    await sent.clock.run()
    times = [at for _, at in sent.log]
    assert [chat for chat, _ in sent.log] == list(range(300))
    assert all(later - first >= 1.0 for first, later in zip(times, times[30:], strict=False))
    assert times[-1] < 300 / 30 * 1.2


async def test_a_group_gets_less_than_twenty_a_minute() -> None:
    sent = Sent()
    for _ in range(60):
        sent.ask(-7)
    await sent.clock.run()
    times = sent.times(-7)
    assert all(later - first >= 60 for first, later in zip(times, times[20:], strict=False))


async def test_a_429_is_a_deadline_that_nothing_shortens_and_that_concerns_one_chat() -> None:
    sent = Sent()
    sent.pace.hold(1, 30)
    sent.pace.hold(1, 2)
    sent.ask(1)
    sent.ask(2)
    await sent.clock.run()
    assert sent.log == [(2, 0), (1, 30)]


async def test_who_waits_already_is_held_back_by_a_429_that_comes_later() -> None:
    sent = Sent(chat_interval=10.0, chat_burst=1)
    sent.ask(1)
    sent.ask(1)
    await asyncio.sleep(0)
    sent.pace.refused(1, 25)
    await sent.clock.run()
    assert sent.times(1) == [0, 25]


async def test_three_chats_refused_within_a_second_mean_all_and_two_do_not() -> None:
    sent = Sent()
    sent.pace.refused(1, 5)
    sent.pace.refused(2, 7)
    assert sent.pace.held() == 0
    sent.pace.refused(3, 90)
    assert sent.pace.held() == 5
    sent.ask(4)
    await sent.clock.run()
    assert sent.log == [(4, 5)]


async def test_a_429_on_a_call_without_a_chat_concerns_all() -> None:
    sent = Sent()
    sent.pace.refused(None, 4)
    sent.ask(1)
    await sent.clock.run()
    assert sent.log == [(1, 4)]


async def test_tidying_waits_until_nobody_else_does_and_leaves_room_for_who_comes_next() -> None:
    sent = Sent(all_interval=1.0, all_burst=2, chat_interval=0.0)
    for chat in (1, 2, 3):
        sent.tidy(chat)
    for chat in (11, 12, 13, 14):
        sent.ask(chat)
    await sent.clock.run(until=2.5)
    sent.ask(15)
    await sent.clock.run()
    chats = [chat for chat, _ in sent.log]
    assert chats.index(15) < chats.index(2) < chats.index(3)
    assert [chat for chat in chats if chat > 10] == [11, 12, 13, 14, 15]


class Slow:
    """A message that is edited, as long as the test lets it."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.begun = asyncio.Event()
        self.free = asyncio.Event()

    async def edit(self, _chat: int, _message: int, told: Rendered) -> None:
        self.begun.set()
        await self.free.wait()
        self.told.append(told.text)


async def test_what_is_asked_for_while_a_message_is_tidied_is_told_last() -> None:
    calls, sent, idle = Slow(), Sent(), asyncio.Event()
    tidier = Tidier(calls, sent.pace, idle.set)
    tidier.tidy(1, 7, Rendered("Ja"))
    await calls.begun.wait()
    tidier.tidy(1, 7, Rendered("Nej"))
    calls.free.set()
    await sent.clock.run()
    await idle.wait()
    assert calls.told == ["Ja", "Nej"]


async def test_who_gave_up_waiting_costs_nobody_a_turn() -> None:
    sent = Sent(all_interval=1.0, all_burst=1)
    for chat in (1, 2, 3):
        sent.ask(chat)
    await asyncio.sleep(0)
    next(iter([task for task in sent._tasks if not task.done()])).cancel()
    await sent.clock.run()
    assert len(sent.log) == 2
    assert sent.log[-1][1] == 1
