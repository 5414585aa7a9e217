"""How long answering took: a number for the room, kept at closing, never one for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from store_people import NOW, Person, open_survey

from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Words
from surveys.store.store import Store


async def finished(store: Store, survey_code: str, number: int, seconds: int) -> None:
    """Somebody who needed so many seconds from the first answer to the last."""
    survey = await store.survey(survey_code)
    assert survey is not None
    person = Person(store, survey, f"person {number}")
    await person.begin()
    await person.say(useful=Choice("much"))
    step = replace(person.step({Key("words"): Words("klart")}), complete=True)
    await person.submit(step, at=NOW + timedelta(seconds=seconds))


async def test_the_median_is_told_from_five_in_half_minutes_and_stays_after_closing(
    store: Store,
) -> None:
    survey = await open_survey(store)
    for number, seconds in enumerate((40, 70, 100, 4000)):
        await finished(store, survey.code, number, seconds)
    assert await store.typical_seconds(survey.id) is None
    await finished(store, survey.code, 5, 110)
    assert await store.typical_seconds(survey.id) == 90
    await store.close_survey(survey.code, NOW)
    assert await store.typical_seconds(survey.id) == 90
