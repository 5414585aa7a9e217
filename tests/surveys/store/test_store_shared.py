"""Several devices on one response, what each keeps to itself, and documents."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from postgresql import Server
from store_people import NOW, Person, open_survey
from store_rows import contents, dump, rows_of

from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Document, Picture, Seen, Words
from surveys.errors import AlreadyAnswered, NotOpen, StaleTurn
from surveys.store.store import Store
from surveys.survey import Survey

ALONE = Key("alone")


async def triad(store: Store) -> tuple[Survey, list[Person]]:
    """Three phones on one response: all have seen the same answer."""
    survey = await open_survey(store)
    people = [Person(store, survey, name) for name in ("anna", "bo", "cai")]
    await people[0].begin()
    await people[1].join(people[0])
    await people[2].join(people[1])
    await people[0].reload()
    await people[0].say(useful=Choice("much"))
    for person in people:
        await person.reload()
    return survey, people


async def test_devices_share_a_response_and_sit_in_the_order_they_joined(store: Store) -> None:
    survey, people = await triad(store)
    assert [(each.state.seat, each.state.seats) for each in people] == [(0, 3), (1, 3), (2, 3)]
    assert {each.state.answers[Key("useful")] for each in people} == {Choice("much")}
    assert len({each.response_id for each in people}) == 1
    assert all(each.state.begun for each in people)
    await people[2].say(complete=True, words=Words("vi tycker"))
    counts = await store.counts(survey)
    assert (counts.begun, counts.complete) == (1, 1)
    assert (await store.verify()).differences == ()


async def test_joining_twice_is_joining_once_and_nobody_joins_a_stranger(store: Store) -> None:
    survey, people = await triad(store)
    await people[1].join(people[0])
    assert (people[1].state.seat, people[1].state.seats) == (1, 3)
    other = await open_survey(store, "OTHER")
    for of, receipt in ((survey, "no such receipt"), (other, people[0].receipt_hash)):
        new = Person(store, of, "disa")
        assert await store.join(of.id, new.address, receipt, new.receipt_hash, NOW) is None
        assert await store.load(of.id, new.address) is None
    await store.close_survey("OTHER", NOW)
    with pytest.raises(NotOpen):
        await store.join(other.id, new.address, people[0].receipt_hash, new.receipt_hash, NOW)


async def test_only_a_device_without_answers_of_its_own_may_join(store: Store) -> None:
    survey, people = await triad(store)
    empty, busy, secret = (Person(store, survey, name) for name in ("disa", "eva", "fia"))
    for person in (empty, busy, secret):
        await person.begin()
    await empty.say(hello=Seen())
    await busy.say(useful=Choice("none"))
    await secret.say(alone=Words("min egen"))
    await empty.join(people[0])
    assert empty.state.seat == 3
    for person in (busy, secret):
        with pytest.raises(AlreadyAnswered):
            await person.join(people[0])
    assert (await store.counts(survey)).begun == 3  # the empty one is gone
    assert ("hello", "", "=seen") not in await store.tallies(survey.id)
    assert (await store.verify()).differences == ()


async def test_whoever_has_only_arrived_joins_and_keeps_the_language(store: Store) -> None:
    survey, people = await triad(store)
    arrived = Person(store, survey, "disa")
    await arrived.submit(arrived.step({}))
    await arrived.join(people[0])
    assert arrived.state.begun
    speaker = Person(store, survey, "eva")
    await speaker.join(people[0], language="en")
    assert speaker.state.language == "en"


async def test_a_turn_is_stale_when_another_device_changed_joined_or_kept_something(
    store: Store,
) -> None:
    survey, (anna, bo, cai) = await triad(store)
    await bo.say(useful=Choice("none"))
    with pytest.raises(StaleTurn):
        await anna.say(useful=Choice("some"))
    await anna.reload()
    await anna.say(alone=Words("mitt"))
    with pytest.raises(StaleTurn):
        await bo.say(alone=Words("ditt"))
    await cai.reload()
    await Person(store, survey, "disa").join(anna)
    with pytest.raises(StaleTurn):  # computed for three
        await cai.say(alone=Words("vårt"))
    both = [anna, bo]
    for person in both:
        await person.reload()
    done = await asyncio.gather(
        *(person.say(words=Words(person.name)) for person in both), return_exceptions=True
    )
    assert [isinstance(each, StaleTurn) for each in done] == [False, True]


@pytest.mark.parametrize("who", [0, 2])
async def test_when_one_device_erases_all_goes_and_the_others_begin_anew(
    store: Store, store_url: str, who: int
) -> None:
    survey, people = await triad(store)
    for person in people:
        await person.reload()
        await person.say(alone=Words(f"hemligt {person.name}"))
    await people[2].submit(people[2].step({}), outbox=({"screen": "useful"},))
    assert await store.erase_receipt(people[who].receipt_hash, NOW) == 4
    tables = await dump(store_url)
    for name in ("response", "answer", "answer_event", "private_answer", "outbox"):
        assert tables[name] == []
    assert all(row["receipt_hash"] is None for row in tables["participation"])

    others = [each for each in people if each is not people[who]]
    for person in others:
        await person.reload()
        assert (person.state.begun, person.state.answers) == (False, {})
        assert (person.state.seat, person.state.seats) == (0, 1)
        await person.begin()
        await person.say(useful=Choice("none"))
    assert others[0].response_id != others[1].response_id
    assert await store.load(survey.id, people[who].address) is None
    assert (await store.tallies(survey.id))["useful", "", "none"] == 2
    assert (await store.verify()).differences == ()


async def test_what_a_device_keeps_to_itself_is_seen_there_alone(
    store: Store, store_url: str
) -> None:
    survey, (anna, bo, _) = await triad(store)
    before = await store.tallies(survey.id), await store.answers(survey.id)
    await anna.say(alone=Words("bara mitt"))
    await bo.reload()
    await anna.reload()
    assert anna.state.answers[ALONE] == Words("bara mitt")
    assert ALONE not in bo.state.answers
    assert (await store.tallies(survey.id), await store.answers(survey.id)) == before
    tables = await dump(store_url)
    for name in ("answer", "answer_event", "tally"):
        assert not any("alone" in str(row) for row in tables[name])
    await anna.say(alone=None)
    await anna.reload()
    assert ALONE not in anna.state.answers
    assert (await store.verify()).differences == ()


async def test_private_answers_alone_count_nobody_as_having_answered(store: Store) -> None:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    await person.say(alone=Words("bara mitt"))
    counts = await store.counts(survey)
    assert (counts.begun, counts.partial) == (1, 0)
    assert "alone" not in {each.id for each in counts.questions}


async def test_a_device_with_private_questions_left_does_not_undo_that_all_is_answered(
    store: Store,
) -> None:
    survey, (anna, bo, _) = await triad(store)
    await anna.say(complete=True, words=Words("klart"))
    await bo.reload()
    await bo.say(complete=False, alone=Words("första av mina två"))
    assert (await store.counts(survey)).complete == 1


async def test_closing_leaves_nothing_private_in_the_file(tmp_path: Path, sqlite_url: str) -> None:
    async with await Store.open(sqlite_url) as store:
        survey, people = await triad(store)
        photo = await store.save_file(survey.id, b"jpeg av hemligt", "image/jpeg", NOW)
        for person in people:
            await person.reload()
            await person.say(alone=Words(f"hemligt ord {person.name} " * 40))
        await people[2].say(alone=Picture(photo, 1, 1))
        await store.close_survey("TRAFF", NOW)
        assert (await store.verify()).differences == ()
        left = contents(tmp_path)
    assert b"hemligt" not in left
    assert all(person.receipt_hash.encode() not in left for person in people)


async def test_a_private_file_goes_when_it_is_replaced_and_when_it_is_erased(
    store: Store, store_url: str
) -> None:
    survey, (anna, _, cai) = await triad(store)
    for data in (b"one", b"two"):
        photo = await store.save_file(survey.id, data, "image/jpeg", NOW)
        await anna.say(alone=Picture(photo, 1, 1))
    assert [row["data"] for row in await rows_of(store_url, "file")] == [b"two"]
    await store.erase(survey.id, cai.address, NOW)
    assert await rows_of(store_url, "file") == []
    [noted] = await rows_of(store_url, "erasure")
    assert (noted["answers"], noted["files"]) == (2, 1)


async def test_documents_live_and_die_as_photos_do(store: Store, store_url: str) -> None:
    survey = await open_survey(store)
    people = [Person(store, survey, name) for name in ("anna", "bo")]
    for person in people:
        await person.begin()
        for text in (b"draft", b"plan"):
            data = text + person.name.encode()
            kept = await store.save_file(survey.id, data, "application/pdf", NOW)
            await person.say(picture=Document(kept, "plan.pdf", len(data)))
    await store.erase(survey.id, people[0].address, NOW)
    files = await rows_of(store_url, "file")
    assert [row["data"] for row in files] == [b"draftbo", b"planbo"]
    assert not any("plan.pdf" in str(row) for row in files)
    await store.close_survey("TRAFF", NOW)
    [row] = await store.answers(survey.id)
    assert isinstance(row.value, Document)
    assert row.value.file not in {each["id"] for each in files}
    assert await store.file(row.value.file) == b"planbo"
    assert len(await rows_of(store_url, "file")) == 1  # what nothing names any more is gone
    assert (await store.verify()).differences == ()
    assert (await store.purge("TRAFF", "KS 1", NOW))["file"] == 1


async def test_many_join_and_erase_at_once(store: Store) -> None:
    survey, (anna, *_) = await triad(store)
    more = [Person(store, survey, f"person{n}") for n in range(12)]
    await asyncio.gather(*(person.join(anna) for person in more))
    assert sorted(person.state.seat for person in more) == list(range(3, 15))
    done = await asyncio.gather(*(store.erase(survey.id, person.address) for person in more))
    assert sorted(done) == [0] * 11 + [1]
    assert (await store.counts(survey)).begun == 0
    assert (await store.verify()).differences == ()


@pytest.mark.postgresql
async def test_two_workers_join_answer_and_erase_without_blocking(
    postgresql_server: Server, postgresql_template: str
) -> None:
    url = postgresql_server.clone(postgresql_template)
    async with await Store.open(url) as one, await Store.open(url) as two:
        survey = await open_survey(one)
        hosts = [Person(one, survey, f"host{n}") for n in range(10)]
        await asyncio.gather(*(host.begin() for host in hosts))
        guests = [Person((one, two)[n % 2], survey, f"guest{n}") for n in range(20)]
        await asyncio.gather(
            *(guest.join(hosts[n % 10]) for n, guest in enumerate(guests)),
            *(Person(two, survey, f"else{n}").begin() for n in range(30)),
        )
        await asyncio.gather(*(guest.reload() for guest in guests))
        assert {guest.state.seats for guest in guests} == {3}
        done = await asyncio.gather(
            *(guest.say(useful=Choice("much")) for guest in guests),
            *(two.erase(survey.id, host.address) for host in hosts[:5]),
            return_exceptions=True,
        )
        assert {type(each) for each in done if isinstance(each, Exception)} <= {StaleTurn}
        assert (await one.counts(survey)).begun == 35
        assert (await one.tallies(survey.id))["useful", "", "much"] == 5
        assert (await one.verify()).differences == ()
