"""Updates in and replies out."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from store_people import NOW, Person, open_survey

from surveys.conversation.values import Choice
from surveys.store.records import InboxUpdate
from surveys.store.store import Store

MINUTE = timedelta(minutes=1)


def updates(*numbers: int, bot: int = 7) -> list[InboxUpdate]:
    return [InboxUpdate(bot, number, f"update {number}".encode()) for number in numbers]


async def test_an_update_that_comes_twice_is_kept_once(store: Store) -> None:
    assert await store.receive(updates(1, 2), NOW) == 2
    assert await store.receive(updates(2, 3), NOW) == 1
    assert await store.receive([], NOW) == 0
    assert await store.pending_updates(7, 0, 10) == updates(1, 2, 3)


async def test_an_update_that_comes_twice_at_once_is_new_once(store: Store) -> None:
    numbers = await asyncio.gather(*(store.receive(updates(1, 2), NOW) for _ in range(4)))
    assert sum(numbers) == 2


async def test_pending_updates_come_in_order_for_one_bot_and_in_portions(store: Store) -> None:
    await store.receive([*updates(5, 3, 4), *updates(9, bot=8)], NOW)
    assert await store.pending_updates(7, 3, 1) == updates(4)
    assert await store.highest_update(7) == 5
    assert await store.highest_update(99) is None


async def test_settled_and_unreadable_updates_block_nobody_and_stay_known(store: Store) -> None:
    await store.receive(updates(1, 2, 3), NOW)
    await store.settle_update(7, 1)
    await store.set_aside_update(7, 2)
    assert await store.pending_updates(7, 0, 10) == updates(3)
    assert await store.receive(updates(1, 2), NOW) == 0
    assert await store.highest_update(7) == 3


async def test_a_turn_settles_its_update_in_the_same_commit(store: Store) -> None:
    survey = await open_survey(store)
    await store.receive(updates(1), NOW)
    await Person(store, survey).begin(inbox=(7, 1))
    assert await store.pending_updates(7, 0, 10) == []


async def test_messages_are_leased_oldest_first_and_one_at_a_time_per_person(store: Store) -> None:
    survey = await open_survey(store)
    anna, bo = Person(store, survey, "anna"), Person(store, survey, "bo")
    await anna.begin(outbox=({"n": 1}, {"n": 2}))
    await bo.begin(outbox=({"n": 3},))
    claimed = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    assert [(each.intent["n"], each.address) for each in claimed] == [
        (1, "chat-anna"),
        (3, "chat-bo"),
    ]
    assert await store.claim_messages(7, NOW + MINUTE, 30, 10) == []
    assert await store.claim_messages(8, NOW + MINUTE, 30, 10) == []
    await store.sent(claimed[0].id, 555)
    [second] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    assert (second.intent, second.attempts) == ({"n": 2}, 1)
    shown = await store.shown(survey.id, anna.address)
    assert shown is not None
    assert shown.last_message == 555


async def test_the_only_reply_for_a_person_may_be_leased_with_its_turn(store: Store) -> None:
    survey = await open_survey(store)
    anna, bo = Person(store, survey, "anna"), Person(store, survey, "bo")
    await anna.begin()
    await bo.begin(outbox=({"n": 0},))
    lease = {"lease_until": NOW + 2 * MINUTE}
    one, alone = anna.step({}), bo.turn(bo.step({}), outbox=({"n": 3},), **lease)
    before = anna.turn(one, outbox=({"n": 1},), **lease)
    anna.state = one.state
    after = anna.turn(anna.step({}), outbox=({"n": 2},), **lease)
    first, behind, not_alone = await asyncio.gather(*map(store.submit, (before, after, alone)))
    assert first.reply is not None
    assert (first.reply.intent, first.reply.address, first.reply.attempts) == (
        {"n": 1},
        "chat-anna",
        1,
    )
    assert (behind.reply, not_alone.reply) == (None, None)
    [other] = await store.claim_messages(7, NOW + MINUTE, 60, 10)
    assert other.intent == {"n": 0}
    await store.sent(first.reply.id, 555, asks="useful/")
    [second] = await store.claim_messages(7, NOW + MINUTE, 60, 10)
    assert (second.intent, second.last_message) == ({"n": 2}, 555)


async def test_a_lease_given_with_a_turn_is_a_doubt_when_it_runs_out(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    done = await person.begin(outbox=({"n": 1},), lease_until=NOW + MINUTE)
    assert done.reply is not None
    [again] = await store.claim_messages(7, NOW + 2 * MINUTE, 30, 10)
    assert (again.id, again.unknown) == (done.reply.id, 1)


async def test_a_lease_that_ran_out_is_given_again(store: Store) -> None:
    survey = await open_survey(store)
    await Person(store, survey).begin(outbox=({"n": 1},))
    [first] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    assert first.lease_until == NOW + MINUTE + timedelta(seconds=30)
    [again] = await store.claim_messages(7, NOW + 2 * MINUTE, 30, 10)
    assert (again.id, again.attempts) == (first.id, 2)


async def test_a_sender_that_starts_takes_back_what_a_dead_one_held(store: Store) -> None:
    survey = await open_survey(store)
    await Person(store, survey).begin(outbox=({"n": 1},))
    [held] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    await store.release_messages(8)
    assert await store.claim_messages(7, NOW + MINUTE, 30, 10) == []
    await store.release_messages(7)
    [again] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    assert again.id == held.id


async def test_a_message_put_off_holds_back_the_later_ones_of_its_person(store: Store) -> None:
    survey = await open_survey(store)
    await Person(store, survey).begin(outbox=({"n": 1}, {"n": 2}))
    [first] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    await store.retry_message(first.id, NOW + 5 * MINUTE)
    assert await store.claim_messages(7, NOW + 4 * MINUTE, 30, 10) == []
    [again] = await store.claim_messages(7, NOW + 5 * MINUTE, 30, 10)
    assert again.id == first.id
    await store.drop_message(again.id)
    [second] = await store.claim_messages(7, NOW + 5 * MINUTE, 30, 10)
    assert second.intent == {"n": 2}


async def test_reachability_is_remembered(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    done = await person.begin()
    await store.set_reachable(done.participation_id, False)
    loaded = await store.load(survey.id, person.address)
    assert loaded is not None
    assert not loaded.reachable
    await person.say(useful=Choice("much"))
    loaded = await store.load(survey.id, person.address)
    assert loaded is not None
    assert loaded.reachable


async def test_the_latest_survey_is_the_one_touched_last(store: Store) -> None:
    first, second = await open_survey(store, "ONE"), await open_survey(store, "TWO")
    at_first, at_second = Person(store, first), Person(store, second)
    address = at_first.address
    assert await store.latest_survey("telegram", 7, address.hmac) is None
    await at_first.begin()
    await at_second.begin(at=NOW + MINUTE)
    assert await store.latest_survey("telegram", 7, address.hmac) == "TWO"
    await at_first.say(useful=Choice("much"))
    assert await store.latest_survey("telegram", 7, address.hmac) == "TWO"
    await at_first.submit(at_first.step({}), at=NOW + 2 * MINUTE)
    assert await store.latest_survey("telegram", 7, address.hmac) == "ONE"


async def test_a_send_nobody_knows_the_end_of_is_remembered(store: Store) -> None:
    survey = await open_survey(store)
    await Person(store, survey).begin(outbox=({"n": 1},))
    [first] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    assert first.unknown == 0
    await store.doubt_message(first.id, NOW + MINUTE)
    [second] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    await store.retry_message(second.id, NOW + MINUTE)
    [third] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    await store.release_messages(7)
    [fourth] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    [fifth] = await store.claim_messages(7, NOW + 2 * MINUTE, 30, 10)
    assert [each.unknown for each in (second, third, fourth, fifth)] == [1, 1, 2, 3]


async def test_a_message_that_was_not_tried_has_its_attempt_back(store: Store) -> None:
    survey = await open_survey(store)
    await Person(store, survey).begin(outbox=({"n": 1},))
    [first] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    await store.defer_message(first.id, NOW + MINUTE)
    [again] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    assert (again.attempts, again.unknown) == (1, 0)


async def test_what_waits_behind_a_message_comes_with_it_and_ends_with_it(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin(outbox=({"n": 1}, {"n": 2}))
    [message] = await store.claim_messages(7, NOW + MINUTE, 30, 10)
    assert [each.intent for each in message.behind] == [{"n": 2}]
    others = [each.id for each in message.behind]
    await store.sent(message.id, 5, others=others, asks="useful/", edited_s=3)
    assert await store.claim_messages(7, NOW + MINUTE, 30, 10) == []
    shown = await store.shown(survey.id, person.address)
    assert shown is not None
    assert (shown.asked, shown.asked_message, shown.edited_s) == ("useful/", 5, 3)
    assert shown.waiting == ()


async def test_nothing_waits_for_somebody_who_cannot_be_reached(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    done = await person.begin(outbox=({"n": 1}, {"n": 2}))
    before = await store.shown(survey.id, person.address)
    await store.set_reachable(done.participation_id, False)
    after = await store.shown(survey.id, person.address)
    assert before is not None
    assert after is not None
    assert (before.waiting, after.waiting) == (({"n": 1}, {"n": 2}), ())


async def test_what_was_done_with_is_forgotten_and_what_waits_is_not(store: Store) -> None:
    await open_survey(store)
    await store.receive(updates(1, 2), NOW)
    await store.settle_update(7, 1)
    await store.forget_messages(7, NOW + timedelta(days=3))
    assert [each.update_id for each in await store.pending_updates(7, 0, 10)] == [2]
    assert await store.receive(updates(1), NOW + timedelta(days=8)) == 1
