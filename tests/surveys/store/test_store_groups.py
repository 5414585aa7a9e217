"""Posts in groups: one for each survey and group, for as long as it is edited."""

from __future__ import annotations

from dataclasses import replace

from store_people import NOW, Person, open_survey
from store_rows import rows_of

from surveys.conversation.values import Choice, Skipped
from surveys.store.chats.groups import NO_MESSAGE, GroupPost
from surveys.store.store import Store
from surveys.survey import Survey

GROUP, SUPERGROUP = -500, -1_000_000_000_777


async def posted(store: Store, survey: Survey, chat: int = GROUP, message: int = 11) -> GroupPost:
    post = GroupPost(7, chat, survey.id, "sv", message, wanted=False)
    await store.want_group_post(post)
    await store.group_posted(post)
    return post


async def test_a_survey_has_one_post_in_a_group_and_the_newest_is_it(store: Store) -> None:
    survey, other = await open_survey(store), await open_survey(store, "ANDRA")
    first = await posted(store, survey)
    third = await posted(store, other, message=13)
    await store.want_group_post(replace(first, language="en"))
    wanted = replace(first, language="en", wanted=True)
    assert await store.group_posts(7) == [("TRAFF", wanted), ("ANDRA", third)]
    assert await store.group_posts(8) == []
    second = replace(wanted, message_id=12, wanted=False)
    await store.group_posted(second)
    await store.set_shown(replace(first, shown=9))
    await store.forget_group_post(first)
    assert await store.group_posts(7) == [("TRAFF", second), ("ANDRA", third)]
    await store.set_shown(replace(second, shown=3))
    assert await store.group_posts(7) == [("TRAFF", replace(second, shown=3)), ("ANDRA", third)]
    await store.forget_group_post(second)
    assert await store.group_posts(7) == [("ANDRA", third)]


async def test_a_post_that_is_wanted_is_known_before_it_is_sent(store: Store) -> None:
    survey = await open_survey(store)
    await store.want_group_post(GroupPost(7, GROUP, survey.id, "sv"))
    assert await store.group_posts(7) == [("TRAFF", GroupPost(7, GROUP, survey.id, "sv"))]


async def test_who_has_answered_something_is_counted(store: Store) -> None:
    survey = await open_survey(store)
    people = [Person(store, survey, name) for name in ("anna", "bo", "cai")]
    for person in people:
        await person.begin()
    await people[0].say(useful=Choice("much"))
    await people[1].say(useful=Skipped())
    await people[2].say(complete=True, useful=Choice("none"))
    assert await store.count_answered(survey.id) == 2
    assert (await store.counts(survey)).answered == 2


async def test_a_group_that_moves_takes_its_posts_along_to_be_made_anew(store: Store) -> None:
    survey, other = await open_survey(store), await open_survey(store, "ANDRA")
    await posted(store, survey)
    await posted(store, other, message=12)
    newer = await posted(store, other, SUPERGROUP, 13)
    for _ in range(2):
        await store.move_group(7, GROUP, SUPERGROUP)
        moved = GroupPost(7, SUPERGROUP, survey.id, "sv", NO_MESSAGE)
        assert await store.group_posts(7) == [("TRAFF", moved), ("ANDRA", newer)]


async def test_a_group_that_is_left_is_forgotten(store: Store) -> None:
    survey = await open_survey(store)
    await posted(store, survey)
    kept = await posted(store, survey, SUPERGROUP)
    await store.forget_group(7, GROUP)
    assert await store.group_posts(7) == [("TRAFF", kept)]


async def test_posts_outlive_closing_for_their_last_edit_but_not_disposal(
    store: Store, store_url: str
) -> None:
    survey = await open_survey(store)
    await posted(store, survey)
    await store.close_survey("TRAFF", NOW)
    assert len(await store.group_posts(7)) == 1
    assert (await store.verify()).differences == ()
    await store.purge("TRAFF", "KS 1", NOW)
    assert await rows_of(store_url, "group_post") == []
