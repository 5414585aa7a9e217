"""What has been shown is kept before anybody sees it, and a restart shows the same."""

from __future__ import annotations

import asyncio

from store_people import NOW, Person, open_survey

from surveys.conversation.values import Choice, Skipped, Words
from surveys.store.publications import Wall
from surveys.store.store import Store


async def test_what_was_published_stands_after_a_restart(sqlite_url: str) -> None:
    url = sqlite_url
    async with await Store.open(url) as store:
        survey = await open_survey(store)
        assert (await store.published(survey.id, "numbers")).number == 0
        await store.keep_publication(survey.id, "numbers", 0, {"useful": 5, "topics": 6}, NOW)
        await store.keep_publication(survey.id, "numbers", 1, {"useful": 10}, NOW)
        await store.set_wall(survey.id, Wall("useful", opened=True, hidden=frozenset({"topics"})))
    async with await Store.open(url) as store:
        kept = await store.published(survey.id, "numbers")
        assert (kept.number, kept.parts) == (2, {"useful": 10, "topics": 6})
        assert (await store.published(survey.id, "words")).number == 0
        shown = await store.wall(survey.id)
        assert shown == Wall("useful", opened=True, hidden=frozenset({"topics"}))


async def test_of_two_who_publish_at_once_one_must_ask_the_rule_again(store: Store) -> None:
    survey = await open_survey(store)
    tries = [store.keep_publication(survey.id, "numbers", 0, {"useful": n}, NOW) for n in (5, 6)]
    assert sorted(await asyncio.gather(*tries)) == [False, True]


async def test_who_has_answered_is_counted_with_the_write(store: Store) -> None:
    survey = await open_survey(store)
    people = [Person(store, survey, f"person{n}") for n in range(3)]
    await asyncio.gather(*(person.begin() for person in people))
    assert await store.count_answered(survey.id) == 0
    await people[0].say(useful=Choice("much"), words=Words("bra"))
    await people[1].say(useful=Skipped())
    assert await store.count_answered(survey.id) == 1
    await people[1].say(useful=Choice("none"))
    await store.erase(survey.id, people[0].address, NOW)
    assert await store.count_answered(survey.id) == 1
    assert (await store.verify()).differences == ()


async def test_purging_takes_what_was_shown_too(store: Store) -> None:
    survey = await open_survey(store)
    await store.keep_publication(survey.id, "numbers", 0, {"useful": 5}, NOW)
    await store.set_wall(survey.id, Wall("useful"))
    await store.purge(survey.code, "KS 2026/18", NOW)
    assert (await store.published(survey.id, "numbers")).number == 0
    assert await store.wall(survey.id) == Wall()
    assert (await store.verify()).differences == ()
