"""Seeded plans: who does what when, what fails on the way, and what must be true in the end."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.botapi.phone import Phone
from surveys.conversation.state import Key
from surveys.conversation.values import Agreement, Picture, Seen, Skipped, Value
from surveys.questionnaire.models import Questionnaire
from surveys.survey import Fill
from tests.faults.mischief import Mischief
from tests.faults.person import Person, key_of
from tests.faults.room import Room

Event = Literal[
    "plain",
    "twice",
    "impatient",
    "kill",
    "stop",
    "block",
    "words_too",
    "same_id",
    "new_id",
    "swapped",
]
EVENTS: tuple[Event, ...] = (
    "twice",
    "impatient",
    "kill",
    "kill",
    "stop",
    "block",
    "words_too",
    "same_id",
    "new_id",
    "swapped",
)
CHAT = 1
MOST_STEPS = 260
_SECONDS = dt.timedelta(seconds=3)
"""Between two things somebody does."""


@dataclass(frozen=True)
class Told:
    """A questionnaire and the answers somebody gives to it."""

    name: str
    questionnaire: Questionnaire
    fill: Fill | None
    answers: Mapping[Key, Value]


@dataclass
class Plan:
    """Everything that is decided before it begins."""

    seed: int
    mode: str
    events: Mapping[int, tuple[Event, int]]
    mischief: Mischief

    def __str__(self) -> str:
        faults = " ".join(f"{number}:{kind}" for number, kind in self.mischief.faults.items())
        events = " ".join(f"{step}:{event}+{after}" for step, (event, after) in self.events.items())
        return f"seed {self.seed} ({self.mode}); calls {faults or '-'}; steps {events or '-'}"


def planned(seed: int, *, busy: bool = True) -> Plan:
    """The plan of a seed; not `busy`: the run without faults."""
    chance = random.Random(seed)
    mode = chance.choice(("polling", "webhook"))
    if not busy:
        return Plan(seed, mode, {}, Mischief())
    steps = chance.sample(range(20), chance.randint(0, 6))
    events = {step: (chance.choice(EVENTS), chance.randint(0, 60)) for step in sorted(steps)}
    return Plan(seed, mode, events, Mischief.planned(chance, 10))


@dataclass
class Run:
    """How a plan went."""

    answers: Mapping[Key, Value]
    asked: Sequence[Key]
    """The questions of every message that arrived, in order."""
    starts: int
    steps: int
    happened: Counter[str] = field(default_factory=Counter)


class Broken(AssertionError):
    """A promise was broken; the plan is told, so that it can be run alone."""


async def play(told: Told, plan: Plan, store_url: str) -> Run:
    """Somebody answers the whole questionnaire while the plan happens. Raises Broken."""
    room = Room(store_url, plan.mode, plan.mischief)
    survey = await room.open(told.questionnaire, told.fill)
    await room.start()
    try:
        person = Person(Phone(room.world, CHAT), survey, told.answers)
        run = await _answer_all(room, person, plan)
        await _stands(room, plan)
        return run
    except Exception as error:
        raise Broken(f"{told.name}: {plan}: {type(error).__name__}: {error}") from error
    finally:
        await room.leave()


async def _answer_all(room: Room, person: Person, plan: Plan) -> Run:
    asked: list[Key] = []
    seen = 0
    happened: Counter[str] = Counter()
    step = 0
    while not person.done:
        assert step < MOST_STEPS, f"never done; {person.phone.transcript()[-6:]}"
        event, after = plan.events.get(step, ("plain", 0))
        happened[event] += 1
        await _step(room, person, event, after)
        room.now += _SECONDS
        for _, number in room.sent[seen:]:
            message = person.phone.chat.messages.get(number)
            key = key_of(person.survey, message) if message is not None else None
            if key is not None:
                asked.append(key)
        seen = len(room.sent)
        step += 1
    happened.update(plan.mischief.struck)
    happened.pop("plain", None)
    answers = (await room.state(CHAT)).answers
    return Run(_plain(answers), asked, person.starts, step, happened)


def _asked_again(run: Run, calm: Run) -> list[str]:
    """Questions that a new message asked after a later one had been asked."""
    order = {key: place for place, key in reversed(list(enumerate(calm.asked)))}
    found, newest = [], -1
    for key in run.asked:
        place = order.get(key, newest)
        if place < newest:
            found.append(f"asked again: {key}")
        newest = max(newest, place)
    return found


def _too_many_copies(run: Run, plan: Plan) -> list[str]:
    """Each doubt, each kill and each stop leaves one copy too many at most; so does opening the link again."""
    extra = len(run.asked) - len(set(run.asked))
    happened = run.happened
    allowed = plan.mischief.doubts + happened["kill"] + happened["stop"] + run.starts - 1
    return [f"{extra} copies too many, {allowed} could be"] if extra > allowed else []


def _plain(answers: Mapping[Key, Value]) -> dict[Key, Value]:
    """Answers without what the day, or a stored file's name, has to do with."""
    return {
        key: Agreement(value.given, "") if isinstance(value, Agreement) else value
        for key, value in answers.items()
        if not isinstance(value, Picture | Seen | Skipped)
    }


async def _step(room: Room, person: Person, event: Event, after: int) -> None:
    act = person.act()
    update = act()
    world = room.world
    match event:
        case "twice":
            act()
        case "impatient":
            await _passes(after)
            person.act()()
        case "kill" | "stop":
            await _passes(after)
            await (room.kill() if event == "kill" else room.stop())
            await room.start()
        case "block":
            person.phone.chat.blocked = True
            person.phone.block()
            await room.quiet()
            person.phone.unblock()
        case "words_too":
            await _words_too(room, person, update)
        case "swapped":
            await _words_too(room, person, update)
            world.order = lambda waiting: sorted(waiting, reverse=True)
        case "same_id" | "new_id":
            await _delivered_again(room, update, update if event == "same_id" else None)
        case _:
            pass
    await room.quiet()
    world.order = sorted


async def _delivered_again(room: Room, update: int, as_number: int | None) -> None:
    """Telegram sends it once more, after all is done."""
    raw: dict[str, Any] = dict(room.world.updates.get(update, {}))
    await room.quiet()
    for kind in raw.keys() - {"update_id"}:
        room.world.add_update(kind, raw[kind], update_id=as_number)


async def _words_too(room: Room, person: Person, update: int) -> None:
    """The same answer in words, at the same moment."""
    label = person.label_of(room.world.updates.get(update, {}))
    if label is not None:
        person.phone.send(label)


async def _passes(number: int) -> None:
    for _ in range(number):
        await asyncio.sleep(0)


async def _stands(room: Room, plan: Plan) -> None:
    """What the store says afterwards."""
    assert (await room.store.verify()).differences == ()
    assert await room.store.pending_updates(room.world.bot_id, -1, 10) == []
    waiting = await room.store.claim_messages(
        room.world.bot_id, room.now + 10_000 * _SECONDS, 1.0, 10
    )
    assert waiting == [], "the outbox is not empty"


def judge(run: Run, calm: Run, plan: Plan, told: Told) -> None:
    """The promises, against the run without faults. Raises Broken."""
    problems = []
    if run.answers != calm.answers:
        wrong = {
            key: (value, run.answers.get(key))
            for key, value in {**run.answers, **calm.answers}.items()
            if run.answers.get(key) != calm.answers.get(key)
        }
        problems.append(f"other answers: {wrong}")
    if run.starts == 1:
        problems += _asked_again(run, calm)
    if set(run.happened) & set(EVENTS) <= {"kill", "stop"}:
        problems += _too_many_copies(run, plan)
    if problems:
        raise Broken(f"{told.name}: {plan}: {'; '.join(problems)}")
