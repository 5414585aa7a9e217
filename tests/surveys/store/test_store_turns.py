"""Turns: durable, once, never merged, and each on its own."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

import pytest
from postgresql import Server
from store_people import NOW, Person, open_survey

from surveys.conversation.changes import CellChange, Step
from surveys.conversation.state import Key, State
from surveys.conversation.values import Choice, Choices, Outside, Seen, Skipped, Words
from surveys.errors import NotOpen, StaleTurn, StoreError
from surveys.store.records import InboxUpdate
from surveys.store.store import Store


async def test_a_conversation_is_loaded_as_it_was_left(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    assert await store.load(survey.id, person.address) is None
    await person.begin()
    await person.say(useful=Choice("much"), topics=Choices(("food", "room"), {"room": "kallt"}))
    await person.submit(
        Step(
            replace(
                person.state,
                language="en",
                focus=Key("useful"),
                changing=True,
                draft=("food",),
                facts={"drawn": {"area": ["lake"]}},
            )
        )
    )
    loaded = await store.load(survey.id, person.address)
    assert loaded is not None
    assert loaded.state == person.state
    assert (loaded.participation_id, loaded.response_id) == (
        person.participation_id,
        person.response_id,
    )


async def test_arriving_without_beginning_makes_no_response(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    assert (await person.submit(Step(State(language="en")))).response_id is None
    loaded = await store.load(survey.id, person.address)
    assert loaded is not None
    assert loaded.state.language == "en"
    assert (await store.counts(survey)).begun == 0


async def test_the_same_turn_twice_is_a_duplicate_and_changes_nothing(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    turn = person.turn(person.step({Key("useful"): Choice("much")}))
    first = await store.submit(turn)
    again = await store.submit(turn)
    assert (first.duplicate, again.duplicate) == (False, True)
    assert (await store.tallies(survey.id))["useful", "", "much"] == 1


async def test_the_same_turn_twice_at_once_is_stored_once(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    turn = person.turn(person.step({Key("useful"): Choice("much")}))
    done = await asyncio.gather(*(store.submit(turn) for _ in range(5)))
    assert sorted(each.duplicate for each in done) == [False, True, True, True, True]
    assert (await store.tallies(survey.id))["useful", "", "much"] == 1


async def test_a_duplicate_still_settles_its_update(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin(once="x")
    await store.receive([InboxUpdate(7, 1, b"{}")], NOW)
    repeated = person.turn(Step(person.state), once="x", inbox=(7, 1))
    assert (await store.submit(repeated)).duplicate
    assert await store.pending_updates(7, 0, 10) == []


async def test_a_turn_from_an_old_revision_is_stale_and_leaves_nothing(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    old = person.turn(person.step({Key("useful"): Choice("none")}), outbox=({"say": "hej"},))
    await person.say(useful=Choice("much"))
    with pytest.raises(StaleTurn):
        await store.submit(old)
    assert await store.tallies(survey.id) == {
        ("useful", "", "=answered"): 1,
        ("useful", "", "much"): 1,
    }
    assert await store.claim_messages(7, NOW, 30, 10) == []


async def test_of_two_turns_on_one_revision_in_a_batch_the_later_is_stale(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    turns = [person.turn(person.step({Key("useful"): Choice(each)})) for each in ("much", "none")]
    first, second = await asyncio.gather(*map(store.submit, turns), return_exceptions=True)
    assert not isinstance(first, Exception)
    assert isinstance(second, StaleTurn)


async def test_a_turn_that_stands_on_an_earlier_one_of_its_batch_holds(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    done = await person.begin()
    first_step = person.step({Key("useful"): Choice("much")})
    first = person.turn(first_step)
    person.remember(first_step, done)
    second = person.turn(person.step({Key("useful"): Choice("none")}))
    await asyncio.gather(store.submit(first), store.submit(second))
    assert await store.tallies(survey.id) == {
        ("useful", "", "=answered"): 1,
        ("useful", "", "none"): 1,
    }


async def test_two_first_turns_at_once_begin_one_response(store: Store) -> None:
    survey = await open_survey(store)
    phones = [Person(store, survey), Person(store, survey)]
    begun = (phone.begin(once=str(n)) for n, phone in enumerate(phones))
    done = await asyncio.gather(*begun, return_exceptions=True)
    assert sum(isinstance(each, StaleTurn) for each in done) == 1
    assert (await store.counts(survey)).begun == 1


async def test_a_bad_turn_fails_alone(store: Store) -> None:
    survey = await open_survey(store)
    people = [Person(store, survey, f"person{n}") for n in range(20)]
    await asyncio.gather(*(person.begin() for person in people))
    bad = people[7]
    broken = bad.step({Key("useful"): Choice("much")})
    # The same cell twice in one revision: the log's unique constraint refuses it.
    broken = replace(broken, changes=broken.changes * 2)
    done = await asyncio.gather(
        *(person.say(useful=Choice("much")) for person in people if person is not bad),
        store.submit(bad.turn(broken)),
        return_exceptions=True,
    )
    assert isinstance(done.pop(), StoreError)
    assert not any(isinstance(each, Exception) for each in done)
    assert (await store.tallies(survey.id))["useful", "", "much"] == 19
    assert (await store.verify()).differences == ()


async def test_an_error_never_quotes_what_was_refused(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    step = person.step({Key("words"): Words("en hemlighet \ud800")})
    with pytest.raises(StoreError) as caught:
        await store.submit(person.turn(step))
    assert "hemlighet" not in str(caught.value)
    assert caught.value.__cause__ is None


async def test_a_cancelled_caller_leaves_a_whole_turn_and_harms_nobody(store: Store) -> None:
    survey = await open_survey(store)
    person, neighbour = Person(store, survey), Person(store, survey, "bo")
    await asyncio.gather(person.begin(), neighbour.begin())
    going = asyncio.create_task(person.say(useful=Choice("much"), topics=Choices(("food",))))
    await asyncio.sleep(0)
    going.cancel()
    await asyncio.gather(going, return_exceptions=True)
    await neighbour.say(useful=Choice("none"))
    loaded = await store.load(survey.id, person.address)
    assert loaded is not None
    assert len(loaded.state.answers) in {0, 2}
    assert (await store.verify()).differences == ()


async def test_a_closed_survey_takes_no_turn_even_from_a_new_phone(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await store.close_survey(survey.code, NOW)
    with pytest.raises(NotOpen):
        await person.begin()
    with pytest.raises(NotOpen):
        await store.save_file(survey.id, b"jpeg", "image/jpeg", NOW)


async def test_counts_tell_how_many_and_tallies_what(store: Store) -> None:
    survey = await open_survey(store)
    people = [Person(store, survey, f"person{n}") for n in range(4)]
    await asyncio.gather(*(person.begin() for person in people))
    await people[0].say(complete=True, hello=Seen(), useful=Choice("much"), words=Skipped())
    await people[1].say(useful=Outside("dont_know"))
    await people[2].say(complete=True, useful=Skipped())
    counts = await store.counts(survey)
    assert (counts.begun, counts.partial, counts.complete) == (4, 1, 1)
    shown = {each.id: (each.shown, each.answered, each.skipped) for each in counts.questions}
    assert shown == {
        "useful": (4, 2, 1),
        "topics": (0, 0, 0),
        "words": (1, 0, 1),
        "picture": (0, 0, 0),
    }


async def test_answers_off_the_path_are_kept_but_never_read_out(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    await person.say(useful=Choice("much"), words=Words("Bra kaffe"))
    aside = person.step({Key("words"): Words("Bra kaffe")}, frozenset({Key("words")}))
    await person.submit(aside)
    assert [row.key.question for row in await store.answers(survey.id)] == ["useful"]
    assert ("words", "", "=answered") not in await store.tallies(survey.id)
    loaded = await store.load(survey.id, person.address)
    assert loaded is not None
    assert loaded.state.answers[Key("words")] == Words("Bra kaffe")
    assert (await store.verify()).differences == ()


async def test_a_retracted_answer_is_gone(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    await person.say(useful=Choice("much"))
    await person.submit(person.step({Key("useful"): None}))
    assert await store.answers(survey.id) == []
    assert await store.tallies(survey.id) == {}
    assert (await store.verify()).differences == ()


async def test_reading_out_does_not_tell_who_came_first(store: Store) -> None:
    said = [Choice("some"), Choice("much"), Choice("none")]
    read = []
    for code, order in (("ONE", said), ("TWO", said[::-1])):
        survey = await open_survey(store, code)
        for number, value in enumerate(order):
            person = Person(store, survey, f"person{number}")
            await person.begin()
            await person.say(useful=value)
        read.append(await store.answers(survey.id))
    assert read[0] == read[1]
    assert [row.respondent for row in read[0]] == [1, 2, 3]


async def test_many_people_at_once_are_all_kept(store: Store) -> None:
    survey = await open_survey(store)
    people = [Person(store, survey, f"person{n}") for n in range(300)]
    await asyncio.gather(*(person.begin() for person in people))
    await asyncio.gather(*(person.say(useful=Choice("much")) for person in people))
    assert (await store.counts(survey)).partial == 300
    assert (await store.verify()).differences == ()


async def test_a_change_without_a_value_before_is_no_change_of_tallies(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    state = replace(person.state, revision=1)
    await person.submit(Step(state, changes=(CellChange(Key("words"), None, False, None, False),)))
    assert await store.tallies(survey.id) == {}
    assert (await store.verify()).differences == ()


async def test_logs_never_quote_what_is_stored(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    await person.say(words=Words("en hemlighet"))
    await store.answers(survey.id)
    assert "hemlighet" not in caplog.text
    assert person.address.hmac not in caplog.text


@pytest.mark.postgresql
async def test_two_workers_on_one_postgresql_neither_lose_nor_double_nor_block(
    postgresql_server: Server, postgresql_template: str
) -> None:
    url = postgresql_server.clone(postgresql_template)
    async with await Store.open(url) as one, await Store.open(url) as two:
        survey = await open_survey(one)
        people = [Person((one, two)[n % 2], survey, f"person{n}") for n in range(60)]
        await asyncio.gather(*(person.begin() for person in people))
        for value in ("much", "none", "some"):
            await asyncio.gather(*(person.say(useful=Choice(value)) for person in people))
        assert (await one.tallies(survey.id))["useful", "", "some"] == 60

        turns = [person.turn(person.step({Key("useful"): Choice("none")})) for person in people]
        sent = [store.submit(turn) for turn in turns for store in (one, two)]
        done = await asyncio.gather(*sent)
        assert sum(each.duplicate for each in done) == 60
        assert (await two.tallies(survey.id))["useful", "", "none"] == 60

        await asyncio.gather(one.close_survey("TRAFF", NOW), two.close_survey("TRAFF", NOW))
        assert (await two.counts(survey)).partial == 60
        assert (await one.verify()).differences == ()
        with pytest.raises(NotOpen):
            await Person(two, survey, "late").begin()
