"""Whoever wants to hear the outcome is in no list that leads to an answer, is told once, and is then forgotten."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from store_people import NOW, Person, open_survey
from store_rows import contents, dump, rows_of

from surveys.answer_back import AnswerBack, Point
from surveys.conversation.values import Words
from surveys.errors import StaleDraft
from surveys.store.answering import AnswerDraft
from surveys.store.store import Store
from surveys.store.subscribing import Subscription
from surveys.survey import Survey

UNTIL = dt.date(2027, 6, 30)
LEASE = 60.0
ANSWER = AnswerBack(
    point=(
        Point(said={"sv": "Fler bänkar"}, status="done", did={"sv": "Sex bänkar står på plats"}),
    ),
    contact={"sv": "torget@example.se"},
)


def wish(survey: Survey, name: str = "anna", **more: str) -> Subscription:
    given = {"key": f"key of {name}", "address": f"chat-{name}", "language": "sv", **more}
    return Subscription(survey_id=survey.id, bot_id=7, **given)


async def claimed(store: Store, now: dt.datetime = NOW) -> list[str]:
    """Everybody who can be told now, each under a lease of their own."""
    found = []
    while (wish := await store.claim_subscription(7, now, LEASE)) is not None:
        found.append(wish.address)
    return sorted(found)


async def test_a_wish_is_kept_once_and_shares_nothing_with_the_answers(
    store: Store, store_url: str
) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    await person.say(words=Words("fler bänkar"))
    assert await store.subscribe(wish(survey), UNTIL)
    assert not await store.subscribe(wish(survey, language="en"), UNTIL)
    rows = await dump(store_url)
    (kept,) = rows["subscription"]
    assert set(kept) == {
        "key", "survey_id", "bot_id", "address", "language", "until_ms", "lease_ms", "unknown"
    }  # fmt: skip
    assert kept["until_ms"] % 86_400_000 == 0
    elsewhere = {
        value
        for name in ("response", "answer", "answer_event", "participation")
        for row in rows[name]
        for column, value in row.items()
        if column not in {"survey_id", "bot_id", "address", "language"}
    }
    assert not {kept["key"], kept["until_ms"]} & elsewhere


async def test_wishes_lie_in_no_order_of_arrival(sqlite_url: str) -> None:
    """Nothing in the file tells who came first: rows are found in the order of their keys."""
    url = sqlite_url
    async with await Store.open(url) as store:
        survey = await open_survey(store)
        for name in ("disa", "anna", "cai", "bo"):
            await store.subscribe(wish(survey, name), UNTIL)
    keys = [row["key"] for row in await rows_of(url, "subscription")]
    assert keys == sorted(keys)


async def test_it_survives_closing_and_disposal_and_goes_on_its_own_day(store: Store) -> None:
    survey = await open_survey(store)
    await store.subscribe(wish(survey), UNTIL)
    await store.close_survey(survey.code, NOW)
    await store.purge(survey.code, "KS 2026/18", NOW)
    assert await store.subscriptions_at(7, "chat-anna") == [survey.code]
    assert await store.forget_subscriptions(UNTIL) == 0
    assert await store.forget_subscriptions(UNTIL + dt.timedelta(days=1)) == 1
    assert await store.count_subscriptions(survey.id) == 0
    assert (await store.verify()).differences == ()


async def test_nothing_is_claimed_before_there_is_an_answer(store: Store) -> None:
    survey, other = await open_survey(store), await open_survey(store, "ANDRA")
    for name in ("anna", "bo"):
        await store.subscribe(wish(survey, name), UNTIL)
    await store.subscribe(wish(other, "cai"), UNTIL)
    assert await claimed(store) == []
    await store.publish_answer(survey.id, ANSWER, "Kim", NOW)
    assert await claimed(store) == ["chat-anna", "chat-bo"]
    assert await claimed(store) == []  # under a lease
    await store.subscription_answered("key of anna")
    await store.subscription_waits("key of bo")
    assert await claimed(store) == ["chat-bo"]


async def test_out_of_doubt_there_may_come_one_copy_too_many_and_never_two(store: Store) -> None:
    survey = await open_survey(store)
    await store.subscribe(wish(survey), UNTIL)
    await store.publish_answer(survey.id, ANSWER, "Kim", NOW)
    assert await claimed(store) == ["chat-anna"]
    await store.release_subscriptions(7)  # whoever held it is dead
    assert await claimed(store) == ["chat-anna"]
    assert await claimed(store, NOW + dt.timedelta(seconds=LEASE)) == []
    assert await store.count_subscriptions(survey.id) == 0


async def test_a_withdrawn_wish_leaves_nothing_in_the_file(tmp_path: Path, sqlite_url: str) -> None:
    async with await Store.open(sqlite_url) as store:
        survey, other = await open_survey(store), await open_survey(store, "ANDRA")
        await store.subscribe(wish(survey), UNTIL)
        await store.subscribe(wish(other, key="another"), UNTIL)
        assert b"chat-anna" in contents(tmp_path)
        assert await store.unsubscribe("another")
        assert not await store.unsubscribe("another")
        assert await store.unsubscribe_all(7, "chat-anna") == 1
        assert b"chat-anna" not in contents(tmp_path)


async def test_every_published_answer_stays_with_when_and_by_whom(store: Store) -> None:
    survey = await open_survey(store)
    later = ANSWER.model_copy(update={"contact": {"sv": "Kontaktcenter"}})
    assert await store.answered_back() == frozenset()
    assert await store.publish_answer(survey.id, ANSWER, "Kim", NOW) == 1
    assert await store.publish_answer(survey.id, later, "Robin", NOW + dt.timedelta(days=9)) == 2
    await store.purge(survey.code, "KS 2026/18", NOW)
    newest, first = await store.answers_back(survey.id)
    assert (newest.number, newest.answer, newest.by) == (2, later, "Robin")
    assert (first.answer, first.at, first.by) == (ANSWER, NOW, "Kim")
    assert await store.answered_back() == {survey.id}


async def test_a_draft_from_an_older_tab_is_refused_and_goes_when_it_is_published(
    store: Store,
) -> None:
    survey = await open_survey(store)
    first = await store.save_answer_draft(AnswerDraft(survey.id, {"contact.sv": "Kim"}))
    await store.save_answer_draft(AnswerDraft(survey.id, {"contact.sv": "Robin"}, first.revision))
    with pytest.raises(StaleDraft):
        await store.save_answer_draft(AnswerDraft(survey.id, {"contact.sv": "Lo"}, first.revision))
    kept = await store.answer_draft(survey.id)
    assert kept is not None
    assert kept.content == {"contact.sv": "Robin"}
    await store.publish_answer(survey.id, ANSWER, "Kim", NOW)
    assert await store.answer_draft(survey.id) is None


async def test_organisers_are_reminded_once_where_they_can_be_reached(store: Store) -> None:
    survey = await open_survey(store)
    await store.invite_organiser(survey.id, "hash", NOW, dt.timedelta(minutes=15))
    await store.redeem_organiser("hash", 7, "hashed chat", NOW)
    assert await store.organisers_of(survey.id, 7) == []
    await store.reach_organiser(7, "hashed chat", "4711", "sv")
    assert await store.organisers_of(survey.id, 7) == [("4711", "sv")]
    assert await store.note_nudge(survey.id, NOW)
    assert not await store.note_nudge(survey.id, NOW)
    await store.unlink_organiser(7, "hashed chat")
    assert await store.organisers_of(survey.id, 7) == []
