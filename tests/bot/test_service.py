"""One turn, whatever the channel: durable before it is shown, harmless when repeated."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
from collections.abc import AsyncIterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from PIL import Image

from bot.keys import Keyring
from bot.opening import open_survey
from bot.outcomes import Who
from bot.photos import UnreadableFile
from bot.service import Service
from bot.taking import take_photo
from bot.wishes import Opening
from surveys.conversation.screens import EndScreen, QuestionScreen, ShutScreen
from surveys.conversation.state import (
    Back,
    Begin,
    Choose,
    Key,
    Refused,
    Show,
    Skip,
    Unreadable,
    Write,
)
from surveys.conversation.values import Choice, Picture
from surveys.errors import UnknownCode
from surveys.store.records import Committed, Loaded, Turn
from surveys.store.store import Store

NOW = dt.datetime(2026, 3, 4, 17, tzinfo=dt.UTC)
ANNA = Who("TRAFF1", "web", "annas kaka")


class Room:
    """A service on a real store, with a clock that can be set."""

    def __init__(self, store: Store) -> None:
        self.now = NOW
        self.store = store
        self.service = self.restarted()

    def restarted(self) -> Service:
        """A service that remembers nothing, as after a kill."""
        return Service(self.store, Keyring(b"key"), clock=lambda: self.now)

    async def open(self, name: str = "session_evaluation", **wanted: object) -> None:
        source = (files("surveys") / "library" / f"{name}.toml").read_text(encoding="utf-8")
        fields = {"title": "Träff 1", "code": "TRAFF1", "demo_notice": True, **wanted}
        opening = Opening(questionnaire=source, questionnaire_file=name, **fields)  # type: ignore[arg-type]
        await open_survey(self.store, opening, now=NOW)


@pytest.fixture
async def room(sqlite_url: str) -> AsyncIterator[Room]:
    store = await Store.open(sqlite_url)
    opened = Room(store)
    await opened.open()
    yield opened
    await store.close()


async def test_a_whole_conversation_ends_with_a_receipt_that_erases_it(room: Room) -> None:
    service = room.service
    for act in (
        Begin(),
        Choose(("high",)),
        Choose(("some",)),
        Skip(),
        Write("Bra"),
        Write("Mer tid"),
    ):
        outcome = await service.turn(ANNA, act)
    assert isinstance(outcome.screen, EndScreen)
    assert outcome.receipt is not None
    assert (await service.look(ANNA)).receipt == outcome.receipt
    assert await service.erase_receipt(outcome.receipt.lower().replace("-", " ")) == 4
    assert await service.erase_receipt(outcome.receipt) == 0


async def test_the_person_goes_on_where_they_were_after_a_restart(room: Room) -> None:
    await room.service.turn(ANNA, Begin("en"))
    await room.service.turn(ANNA, Choose(("high",)))
    await room.service.turn(ANNA, Back())
    outcome = await room.restarted().look(ANNA)
    assert isinstance(outcome.screen, QuestionScreen)
    assert (outcome.screen.key, outcome.screen.value) == (Key("usefulness"), Choice("high"))
    assert outcome.screen.language == "en"


async def test_the_same_act_twice_counts_once(room: Room) -> None:
    await room.service.turn(ANNA, Begin())
    first = await room.service.turn(ANNA, Choose(("high",), Key("usefulness")), once="n1")
    again = await room.restarted().turn(ANNA, Choose(("high",), Key("usefulness")), once="n1")
    assert (first.duplicate, again.duplicate) == (False, True)
    assert again.screen == first.screen
    survey = await room.store.survey("TRAFF1")
    assert survey is not None
    counts = await room.store.counts(survey)
    assert counts.questions[0].answered == 1


async def test_two_phones_at_once_lose_no_answer(room: Room) -> None:
    await room.service.turn(ANNA, Begin())
    other = room.restarted()
    await other.look(ANNA)
    await asyncio.gather(
        room.service.turn(ANNA, Choose(("high",), Key("usefulness"))),
        other.turn(ANNA, Choose(("small",), Key("could_speak"))),
    )
    answers = (await room.restarted().look(ANNA)).state.answers
    assert set(answers) == {Key("usefulness"), Key("could_speak")}


async def test_nothing_is_stored_about_somebody_who_only_looks(room: Room) -> None:
    await room.service.look(ANNA)
    await room.service.turn(ANNA, Choose(("high",)))
    survey = await room.store.survey("TRAFF1")
    assert survey is not None
    assert (await room.store.counts(survey)).begun == 0


async def test_an_unknown_code_is_told_and_case_does_not_matter(room: Room) -> None:
    with pytest.raises(UnknownCode):
        await room.service.look(replace(ANNA, code="NOPE"))
    assert (await room.service.look(replace(ANNA, code=" traff1 "))).survey.code == "TRAFF1"


async def test_a_survey_closes_by_its_clock_even_before_anybody_closes_it(room: Room) -> None:
    await room.open(code="KVALL", closes=NOW + dt.timedelta(hours=1))
    who = replace(ANNA, code="KVALL")
    await room.service.turn(who, Begin())
    room.now += dt.timedelta(hours=1)
    outcome = await room.service.turn(who, Choose(("high",)))
    assert outcome.events == (Refused("closed"),)
    assert isinstance(outcome.screen, ShutScreen)


async def test_erasing_leaves_nothing_and_the_person_may_begin_again(room: Room) -> None:
    await room.service.turn(ANNA, Begin())
    await room.service.turn(ANNA, Choose(("high",)))
    assert await room.service.erase(ANNA) == 1
    assert await room.service.erase(ANNA) == 0
    outcome = await room.service.turn(ANNA, Begin())
    assert not outcome.state.answers


def photo_with_exif() -> bytes:
    picture = Image.new("RGB", (2000, 1000), "green")
    exif = Image.Exif()
    exif[0x010E] = "Annas trädgård"
    exif[0x0112] = 6
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


class Interrupted(Store):
    """Somebody does something else before it erases."""

    async def meanwhile(self) -> None:
        """Nothing, as long as no test says what."""

    async def erase(self, *wanted: Any, **more: Any) -> int:
        await self.meanwhile()
        return await super().erase(*wanted, **more)

    async def erase_receipt(self, *wanted: Any, **more: Any) -> int:
        await self.meanwhile()
        return await super().erase_receipt(*wanted, **more)


@pytest.mark.parametrize("by_receipt", [False, True])
async def test_what_is_looked_at_while_it_is_erased_is_not_remembered(
    sqlite_url: str, by_receipt: bool
) -> None:
    async with await Interrupted.open(sqlite_url) as store:
        room = Room(store)
        await room.open()
        service = room.service
        begun = await service.turn(ANNA, Begin())
        await service.turn(ANNA, Choose(("high",)))
        store.meanwhile = lambda: service.look(ANNA)  # type: ignore[method-assign,assignment,return-value]
        if by_receipt:
            assert await service.erase_receipt(begun.receipt or "") == 1
        else:
            assert await service.erase(ANNA) == 1
        assert not (await service.look(ANNA)).state.begun


class Slow(Store):
    """What it has read takes its time to arrive."""

    async def meanwhile(self) -> None:
        """Nothing, as long as no test says what."""

    async def load(self, *wanted: Any) -> Loaded | None:
        found = await super().load(*wanted)
        await self.meanwhile()
        return found

    async def submit(self, turn: Turn) -> Committed:
        committed = await super().submit(turn)
        await self.meanwhile()
        return committed


@pytest.mark.parametrize("act", [None, Choose(("high",))], ids=["looked at", "answered"])
async def test_what_arrives_after_the_erasure_is_not_remembered(
    sqlite_url: str, act: Choose | None
) -> None:
    async with await Slow.open(sqlite_url) as store:
        room = Room(store)
        await room.open()
        service = room.service
        await service.turn(ANNA, Begin())
        if act is None:
            service.forget()

        async def erase() -> None:
            store.meanwhile = nothing  # type: ignore[method-assign]
            await service.erase(ANNA)

        nothing, store.meanwhile = store.meanwhile, erase  # type: ignore[method-assign]
        if act is None:
            await service.look(ANNA)
        else:
            await service.turn(ANNA, act)
        assert store.meanwhile is nothing
        assert not (await service.look(ANNA)).state.begun


async def test_a_photo_is_turned_upright_made_smaller_and_keeps_no_metadata(room: Room) -> None:
    await room.open("place_dialogue", code="TORGET")
    who = replace(ANNA, code="TORGET")
    await room.service.turn(who, Begin())
    while (screen := (await room.service.look(who)).screen).key.question != "age_group":  # type: ignore[union-attr]
        assert isinstance(screen, QuestionScreen)
        await room.service.turn(who, Skip())
    await room.service.turn(who, Choose(("a20",)))
    act = await take_photo(room.service, who, photo_with_exif())
    assert isinstance(act, Show)
    outcome = await room.service.turn(who, act)
    assert isinstance(outcome.screen, QuestionScreen)
    assert outcome.screen.key == Key("photo_consent")
    stored = await room.store.file(act.file)
    assert stored is not None
    assert outcome.state.answers[Key("photo")] == Picture(act.file, 800, 1600)
    with Image.open(io.BytesIO(stored)) as opened:
        assert (opened.size, dict(opened.getexif())) == ((800, 1600), {})
    assert b"Annas" not in stored


async def test_what_is_no_photo_is_told_and_a_photo_nobody_asked_for_is_not_kept(
    room: Room,
) -> None:
    await room.service.turn(ANNA, Begin())
    assert await take_photo(room.service, ANNA, photo_with_exif()) == Unreadable()
    await room.open("place_dialogue", code="TORGET")
    who = replace(ANNA, code="TORGET")
    for act in (Begin(), *[Skip()] * 11, Choose(("a20",), Key("age_group"))):
        await room.service.turn(who, act)
    with pytest.raises(UnreadableFile):
        await take_photo(room.service, who, b"no picture at all", Key("photo"))
