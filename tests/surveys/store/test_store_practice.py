"""A practice copy stands beside its survey, is listed nowhere, and leaves nothing behind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from store_people import NOW, Person, open_survey
from store_rows import dump

from surveys.conversation.values import Choice, Picture, Words
from surveys.errors import StoreError
from surveys.store.store import Store
from surveys.survey import Survey


async def practised(store: Store, survey: Survey) -> Survey:
    """A copy in which somebody has done all that leaves rows."""
    copy = await store.open_practice(survey, "PROVAR", NOW)
    person = Person(store, copy, "anna")
    await person.begin()
    photo = await store.save_file(copy.id, b"jpeg", "image/jpeg", NOW)
    await person.say(useful=Choice("much"), picture=Picture(photo, 1, 1), alone=Words("för mig"))
    await store.decide_quotes(copy.id, ["q1"], [], NOW)
    return copy


async def test_a_copy_asks_the_same_and_is_marked_everywhere(store: Store) -> None:
    survey = await open_survey(store, series="dalalab", invited=24)
    copy = await store.open_practice(survey, "PROVAR", NOW)
    assert (copy.questionnaire, copy.fill, copy.invited) == (survey.questionnaire, survey.fill, 24)
    assert copy.notice.demo
    assert not survey.notice.demo
    assert (copy.practice_of, copy.series) == (survey.code, None)


async def test_a_copy_is_in_no_list_and_found_by_its_survey(store: Store) -> None:
    survey = await open_survey(store)
    assert await store.practice_of(survey.code) is None
    copy = await store.open_practice(survey, "PROVAR", NOW)
    assert [each.code for each in await store.surveys()] == [survey.code]
    assert await store.practice_of(survey.code) == copy
    with pytest.raises(StoreError, match="practice copy already"):
        await store.open_practice(survey, "ANDRA", NOW)


async def test_removing_a_copy_leaves_the_database_as_it_was(store: Store, store_url: str) -> None:
    survey = await open_survey(store)
    await Person(store, survey, "bo").begin()
    before = await dump(store_url)
    copy = await practised(store, survey)
    assert await dump(store_url) != before
    assert await store.remove_practice(copy.code)
    assert await dump(store_url) == before
    assert not await store.remove_practice(copy.code)
    assert await store.survey(copy.code) is None


async def test_a_real_survey_is_never_removed_this_way(store: Store, store_url: str) -> None:
    survey = await open_survey(store)
    before = await dump(store_url)
    assert not await store.remove_practice(survey.code)
    assert await dump(store_url) == before


async def test_a_copy_left_behind_is_found_and_a_real_survey_is_not(store: Store) -> None:
    survey = await open_survey(store)
    copy = await store.open_practice(survey, "PROVAR", NOW)
    assert await store.forgotten_practices(NOW) == []
    assert await store.forgotten_practices(NOW + timedelta(seconds=1)) == [copy.code]
