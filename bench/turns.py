"""How many turns a second: group commit beside the same code that commits turn by turn.

First `store.submit` alone, then complete turns through `service.turn` (load, step, screen, commit), with the
share of a turn's processor time that is spent outside the store.

    .venv/bin/python bench/turns.py [--seconds 1.5] [--rounds 3] [--database URL]

Both sides run in one process, in alternation; the figure that counts is the median of the ratios, since
absolute rates follow the disk. Bars (SQLite): submit >= 8x at 50 writers and >= 0.5x at 1; turns >= 3x at 50.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from bot.keys import Keyring
from bot.outcomes import Who
from bot.service import Service
from surveys.conversation.changes import CellChange, Step
from surveys.conversation.state import Begin, Choose, Key, State
from surveys.conversation.values import Choice
from surveys.questionnaire.models import Questionnaire
from surveys.store.records import Address, Turn
from surveys.store.store import Store
from surveys.survey import Notice

NOW = dt.datetime(2026, 3, 4, 17, tzinfo=dt.UTC)
WRITERS = (1, 50, 500)
QUESTIONS = 5
BARS = {1: 0.5, 50: 8.0}
TURN_BARS = {50: 3.0}

Act = Callable[[], Awaitable[object]]
Workload = Callable[[Store, int], Awaitable[list[Act]]]
"""Prepares writers on a store; each act is one turn, to be awaited again and again."""


def questionnaire() -> Questionnaire:
    """Five single-choice questions."""
    options = [{"id": each, "label": {"sv": each}} for each in ("much", "some", "none")]
    return Questionnaire.model_validate(
        {
            "format": 1,
            "id": "bench",
            "purpose": "evaluation",
            "unit": "person",
            "anonymity": "confidential",
            "channels": ["web"],
            "max_seconds": 90,
            "title": {"sv": "Mätning"},
            "intro": {"sv": "Mätning"},
            "question": [
                {"id": f"q{n}", "kind": "single", "text": {"sv": f"{n}?"}, "options": options}
                for n in range(QUESTIONS)
            ],
        }
    )


NOTICE = Notice(
    controller="Kommunen",
    purpose={"sv": "Mätning"},
    legal_basis="allmänt intresse",
    retain_until=dt.date(2027, 1, 1),
    decision_ref="-",
    demo=True,
)


class Respondent:
    """Answers one question after the other, then changes the answers, for ever."""

    def __init__(self, store: Store, survey_id: int) -> None:
        self._store = store
        self._survey_id = survey_id
        self._address = Address("web", uuid4().hex * 2)
        self._state = State(begun=True)
        self._participation: int | None = None
        self._response: str | None = None
        self._turns = 0

    async def answer(self) -> None:
        """One turn: a changed answer, its event, its tallies, the place in the conversation."""
        self._turns += 1
        key = Key(f"q{self._turns % QUESTIONS}")
        was, value = self._state.answers.get(key), Choice(("much", "some", "none")[self._turns % 3])
        state = replace(
            self._state,
            answers={**self._state.answers, key: value},
            revision=self._state.revision + 1,
        )
        change = CellChange(key, was, was is not None, value, True)
        done = await self._store.submit(
            Turn(
                survey_id=self._survey_id,
                address=self._address,
                step=Step(state, changes=(change,), current=key),
                based_on=self._state.revision,
                at=NOW,
                participation_id=self._participation,
                response_id=self._response,
                new_response_id=None if self._response else str(uuid4()),
                receipt_hash=None if self._response else uuid4().hex,
                once=str(self._turns),
            )
        )
        self._state = state
        self._participation, self._response = done.participation_id, done.response_id


async def submit_workload(store: Store, writers: int) -> list[Act]:
    """`store.submit` alone: what the store itself can take."""
    survey = await store.open_survey(
        code=uuid4().hex,
        title="Mätning",
        questionnaire=questionnaire(),
        notice=NOTICE,
        opened_at=NOW,
    )
    people = [Respondent(store, survey.id) for _ in range(writers)]
    await asyncio.gather(*(person.answer() for person in people))
    return [person.answer for person in people]


class Visitor:
    """A person who answers the five questions again and again, through the service."""

    def __init__(self, service: Service, code: str) -> None:
        self._service = service
        self._who = Who(code, "web", uuid4().hex)
        self._turns = 0

    async def begin(self) -> None:
        """The first turn."""
        await self._service.turn(self._who, Begin())

    async def answer(self) -> None:
        """One complete turn: loaded, stepped, committed, shown."""
        self._turns += 1
        key = Key(f"q{self._turns % QUESTIONS}")
        option = ("much", "some", "none")[self._turns % 3]
        await self._service.turn(self._who, Choose((option,), key), once=str(self._turns))


async def turn_workload(store: Store, writers: int) -> list[Act]:
    """Complete turns through `service.turn`."""
    service = Service(store, Keyring(b"bench"), clock=lambda: NOW)
    code = uuid4().hex.upper()
    await store.open_survey(
        code=code, title="Mätning", questionnaire=questionnaire(), notice=NOTICE, opened_at=NOW
    )
    people = [Visitor(service, code) for _ in range(writers)]
    await asyncio.gather(*(person.begin() for person in people))
    return [person.answer for person in people]


async def share_outside(database: str, turns: int = 4000) -> float:
    """The share of a turn's processor time that is not `store.submit`, at 50 at once.

    Complete turns and bare submits of the same changes are timed by the process's own processor clock.
    """
    seconds = []
    for workload in (turn_workload, submit_workload):
        async with await Store.open(database) as store:
            acts = await workload(store, 50)
            begun = time.process_time()
            for _ in range(turns // 50):
                await asyncio.gather(*(act() for act in acts))
            seconds.append(time.process_time() - begun)
    whole, store_alone = seconds
    return max(0.0, 1 - store_alone / whole)


async def rate(acts: list[Act], seconds: float) -> float:
    """Turns a second with every act in a closed loop."""
    begun = time.perf_counter()
    end = begun + seconds

    async def repeat(act: Act) -> int:
        n = 0
        while time.perf_counter() < end:
            await act()
            n += 1
        return n

    done = sum(await asyncio.gather(*map(repeat, acts)))
    return done / (time.perf_counter() - begun)


async def compare(
    grouped: Store, single: Store, workload: Workload, *, seconds: float, rounds: int
) -> dict[int, float]:
    """Prints both sides for each number of writers; the median ratio by number of writers."""
    ratios: dict[int, float] = {}
    print(f"{'writers':>8} {'grouped/s':>10} {'one by one/s':>13} {'ratio':>7}")
    for writers in WRITERS:
        sides = [await workload(store, writers) for store in (grouped, single)]
        measured = []
        for number in range(rounds):
            order = (0, 1) if number % 2 == 0 else (1, 0)
            pair = {side: await rate(sides[side], seconds) for side in order}
            measured.append((pair[0], pair[1]))
        ratios[writers] = statistics.median(a / b for a, b in measured)
        ours, theirs = (statistics.median(side) for side in zip(*measured, strict=True))
        print(f"{writers:>8} {ours:>10.0f} {theirs:>13.0f} {ratios[writers]:>6.1f}x")
    return ratios


async def measure(
    workload: Workload, *, seconds: float, rounds: int, databases: tuple[str, str]
) -> dict[int, float]:
    """Opens the two sides and compares them. `service.turn` is measured with a workload of its own."""
    async with (
        await Store.open(databases[0]) as grouped,
        await Store.open(databases[1], batch_limit=1) as single,
    ):
        return await compare(grouped, single, workload, seconds=seconds, rounds=rounds)


def verdict(ratios: dict[int, float], bars: dict[int, float]) -> bool:
    """Prints each bar; whether all are reached."""
    for writers, bar in bars.items():
        reached = "reached" if ratios[writers] >= bar else "MISSED"
        print(f"at {writers}: {ratios[writers]:.1f}x, bar {bar}x: {reached}")
    return all(ratios[writers] >= bar for writers, bar in bars.items())


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=1.5, help="for each side of each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--database", nargs=2, metavar="URL", help="two empty databases")
    return parser.parse_args()


def main() -> int:
    """Measure, print, and say with the exit code whether the bars were reached."""
    given = arguments()
    with tempfile.TemporaryDirectory() as folder:
        databases = given.database or [
            f"sqlite:///{Path(folder) / name}.sqlite" for name in ("grouped", "single")
        ]
        reached = [
            compare_sides(name, workload, bars, given, (databases[0], databases[1]))
            for name, workload, bars in (
                ("store.submit", submit_workload, BARS),
                ("service.turn", turn_workload, TURN_BARS),
            )
        ]
        share = asyncio.run(share_outside(databases[0]))
        print(f"share of a turn spent outside the store (processor time, 50 at once): {share:.0%}")
    return 0 if all(reached) else 1


def compare_sides(
    name: str,
    workload: Workload,
    bars: dict[int, float],
    given: argparse.Namespace,
    databases: tuple[str, str],
) -> bool:
    """Prints one comparison; whether its bars were reached."""
    print(name)
    ratios = asyncio.run(
        measure(workload, seconds=given.seconds, rounds=given.rounds, databases=databases)
    )
    return verdict(ratios, bars)


if __name__ == "__main__":
    raise SystemExit(main())
