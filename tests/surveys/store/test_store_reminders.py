"""Who is reminded, once; and who never is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from store_people import NOW, Person, open_survey
from store_rows import rows_of

from surveys.conversation.values import Choice
from surveys.store.chats.outreach import Silence
from surveys.store.store import Store

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
LATER = NOW + DAY + HOUR
INTENT = {"show": "reminder"}


def silence(now: datetime = LATER) -> Silence:
    return Silence(7, now, DAY)


async def due(store: Store, now: datetime = LATER) -> list[str]:
    return [code for _, code in await store.due_reminders(silence(now), 10)]


async def begun(store: Store, name: str = "anna", **more: Any) -> Person:
    survey = await store.survey("TRAFF") or await open_survey(store, **more)
    person = Person(store, survey, name)
    await person.begin()
    return person


async def remind(store: Store, person: Person, now: datetime = LATER) -> bool:
    assert person.participation_id is not None
    return await store.queue_reminders(silence(now), {person.participation_id: INTENT}) == 1


async def goes(store: Store, person: Person, now: datetime = LATER) -> bool:
    assert person.participation_id is not None
    return await store.reminder_goes(person.participation_id, now)


async def test_whoever_began_and_fell_silent_is_due_after_the_time_and_for_a_week(
    store: Store,
) -> None:
    await begun(store)
    assert await due(store, NOW + DAY - HOUR) == []
    assert await due(store) == ["TRAFF"]
    assert await due(store, NOW + 8 * DAY - HOUR) == ["TRAFF"]
    assert await due(store, NOW + 8 * DAY + HOUR) == []


async def test_whoever_has_not_begun_has_finished_or_has_been_active_is_not_due(
    store: Store,
) -> None:
    finished = await begun(store, "bo")
    await finished.say(complete=True, useful=Choice("much"))
    active = await begun(store, "cai")
    await active.say(useful=Choice("much"))
    step = active.step({})
    await active.submit(step, at=LATER - HOUR)
    looked = Person(store, active.survey, "disa")
    await looked.submit(looked.step({}), new_response_id=None)
    assert await due(store) == []


async def test_whoever_cannot_be_reached_or_answers_on_the_web_is_not_due(store: Store) -> None:
    person = await begun(store)
    assert person.participation_id is not None
    await store.set_reachable(person.participation_id, False)
    assert await due(store) == []
    await store.set_reachable(person.participation_id, True)
    assert await due(store) == ["TRAFF"]
    assert await store.due_reminders(Silence(8, LATER, DAY), 10) == []


async def test_nobody_is_reminded_in_the_last_hour_or_after_closing(store: Store) -> None:
    await begun(store, closes=LATER + HOUR + HOUR)
    assert await due(store) == ["TRAFF"]
    assert await due(store, LATER + HOUR) == []
    await store.close_survey("TRAFF", LATER)
    assert await due(store) == []


async def test_a_response_that_goes_on_at_another_device_is_not_forgotten(store: Store) -> None:
    first = await begun(store, "anna")
    second = Person(store, first.survey, "bo", channel="web")
    await second.join(first)
    await second.submit(second.step({}), at=LATER - HOUR)
    assert await due(store) == []


async def test_a_reminder_is_queued_once_whatever_happens_afterwards(
    store: Store, store_url: str
) -> None:
    person = await begun(store)
    assert await remind(store, person)
    assert not await remind(store, person)
    assert [row["state"] for row in await rows_of(store_url, "outbox")] == ["pending"]
    assert await goes(store, person)
    await person.submit(person.step({}), at=LATER + HOUR)
    assert await due(store, LATER + 2 * DAY) == []


async def test_a_reminder_that_was_not_sent_after_all_is_due_again(store: Store) -> None:
    person = await begun(store)
    await remind(store, person)
    assert await goes(store, person)
    assert await goes(store, person)  # it was refused for now
    assert person.participation_id is not None
    await store.take_back_reminder(person.participation_id)
    assert await due(store) == ["TRAFF"]


async def test_a_queued_reminder_is_taken_back_when_the_person_goes_on_first(store: Store) -> None:
    person = await begun(store)
    await remind(store, person)
    await person.submit(person.step({}), at=LATER + timedelta(minutes=1))
    assert not await goes(store, person, LATER + HOUR)
    assert await due(store, LATER + 2 * DAY) == ["TRAFF"]


async def test_after_stop_nobody_is_reminded_in_any_survey_until_they_start_again(
    store: Store,
) -> None:
    person = await begun(store)
    other = Person(store, await open_survey(store, "ANDRA"), person.name)
    await other.begin()
    assert sorted(await due(store)) == ["ANDRA", "TRAFF"]
    await store.stop_reminders(person.address)
    await store.stop_reminders(person.address)
    assert await store.wants_no_reminders(person.address)
    assert await due(store) == []
    assert not await remind(store, person)
    await store.allow_reminders(person.address)
    assert not await store.wants_no_reminders(person.address)
    assert sorted(await due(store)) == ["ANDRA", "TRAFF"]


async def test_stop_holds_a_queued_reminder_and_starting_again_gives_no_second_one(
    store: Store,
) -> None:
    person = await begun(store)
    await remind(store, person)
    await store.stop_reminders(person.address)
    assert not await goes(store, person)
    await store.allow_reminders(person.address)
    assert await goes(store, person)
    assert await due(store) == []


async def test_a_reminder_is_the_newest_thing_until_the_person_does_something(
    store: Store,
) -> None:
    person = await begun(store)
    number = person.participation_id
    assert number is not None
    assert not await store.was_reminded_last(number)
    await remind(store, person)
    assert not await store.was_reminded_last(number)
    await goes(store, person)
    assert await store.was_reminded_last(number)
    await person.submit(person.step({}), at=LATER + HOUR)
    assert not await store.was_reminded_last(number)


@pytest.mark.parametrize("end", ["close", "erase"])
async def test_what_is_noted_of_reminders_goes_with_the_participation(
    store: Store, store_url: str, end: str
) -> None:
    person = await begun(store)
    await remind(store, person)
    if end == "close":
        await store.close_survey("TRAFF", LATER)
    else:
        await store.erase(person.survey.id, person.address)
    assert await rows_of(store_url, "reminder") == []
    assert await rows_of(store_url, "outbox") == []
    assert (await store.verify()).differences == ()
