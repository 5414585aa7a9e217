"""Named respondents: the last one counts, the history is kept."""

from __future__ import annotations

import asyncio

import pytest
from postgresql import Server
from store_people import NOW, Person, open_survey
from store_rows import rows_of

from surveys.conversation.respondent import name_of
from surveys.conversation.values import Choice, Words
from surveys.errors import NotOpen
from surveys.store.store import Store
from surveys.survey import Survey


async def answered(
    store: Store, survey: Survey, phone: str, name: str, useful: str, *, complete: bool = True
) -> Person:
    """A phone on which an organisation has answered."""
    person = Person(store, survey, phone)
    await person.begin()
    await person.say(complete, respondent=Words(name), useful=Choice(useful))
    return person


async def useful(store: Store, survey: Survey) -> dict[str, int]:
    """What counts now, and that everything agrees with it."""
    assert (await store.verify()).differences == ()
    tallies = await store.tallies(survey.id)
    counted = {cell: n for (question, _, cell), n in tallies.items() if question == "useful"}
    told = [row.value for row in await store.answers(survey.id) if row.key.question == "useful"]
    assert counted.pop("=answered", 0) == len(told)
    assert counted == {
        option: told.count(Choice(option))
        for option in ("much", "some", "none")
        if Choice(option) in told
    }
    return counted


def test_written_alike_is_named_alike() -> None:
    assert name_of(Words("  Leksands \n KOMMUN ")) == name_of(Words("leksands kommun"))
    assert name_of(Words("Mala\u030a")) == name_of(Words("Malå"))
    assert name_of(Choice("leksand")) == "leksand"
    assert name_of(Choice("other", "Bya  by")) == "bya by"
    assert name_of(Words("   ")) is None


async def test_the_last_complete_response_of_a_name_counts(store: Store) -> None:
    survey = await open_survey(store)
    first = await answered(store, survey, "anna", "Byalaget", "much")
    await answered(store, survey, "bo", "BYALAGET ", "none")
    assert await useful(store, survey) == {"none": 1}
    counts = await store.counts(survey)
    assert (counts.begun, counts.partial, counts.complete) == (1, 0, 1)
    assert [each.shown for each in counts.questions if each.id == "useful"] == [1]

    await first.say(complete=True, useful=Choice("some"))
    assert await useful(store, survey) == {"some": 1}


async def test_an_unfinished_response_neither_supersedes_nor_is_superseded(store: Store) -> None:
    survey = await open_survey(store)
    first = await answered(store, survey, "anna", "Byalaget", "much")
    second = await answered(store, survey, "bo", "Byalaget", "none", complete=False)
    assert await useful(store, survey) == {"much": 1, "none": 1}
    await second.say(complete=True, words=Words("klart"))
    assert await useful(store, survey) == {"none": 1}
    await second.say(complete=False, words=None)
    assert await useful(store, survey) == {"much": 1, "none": 1}
    await first.say(complete=False, useful=None)
    assert await useful(store, survey) == {"none": 1}


async def test_who_renames_leaves_the_name_to_the_one_before(store: Store) -> None:
    survey = await open_survey(store)
    await answered(store, survey, "anna", "Byalaget", "much")
    second = await answered(store, survey, "bo", "Byalaget", "none")
    await answered(store, survey, "cai", "Skolan", "some")
    await second.say(complete=True, respondent=Words("Skolan"))
    assert await useful(store, survey) == {"much": 1, "none": 1}
    await second.say(complete=True, respondent=None)
    assert await useful(store, survey) == {"much": 1, "none": 1, "some": 1}


async def test_when_the_last_one_is_erased_the_one_before_counts_again(store: Store) -> None:
    survey = await open_survey(store)
    people = [
        await answered(store, survey, phone, "Byalaget", value)
        for phone, value in (("anna", "much"), ("bo", "some"), ("cai", "none"))
    ]
    await store.erase(survey.id, people[1].address)  # one that does not count
    assert await useful(store, survey) == {"none": 1}
    await store.erase_receipt(people[2].receipt_hash)
    assert await useful(store, survey) == {"much": 1}


async def test_two_of_a_name_at_once_and_the_later_counts(store: Store) -> None:
    survey = await open_survey(store)
    people = [
        await answered(store, survey, phone, "Byalaget", "much", complete=False)
        for phone in ("anna", "bo")
    ]
    await asyncio.gather(
        people[0].say(complete=True, useful=Choice("some")),
        people[1].say(complete=True, useful=Choice("none")),
    )
    assert await useful(store, survey) == {"none": 1}
    await asyncio.gather(
        people[1].say(complete=True, useful=Choice("much")),
        people[0].say(complete=True, respondent=Words("Skolan"), useful=Choice("none")),
    )
    assert await useful(store, survey) == {"much": 1, "none": 1}


async def test_looking_around_does_not_make_a_response_the_last_one(store: Store) -> None:
    survey = await open_survey(store)
    first = await answered(store, survey, "anna", "Byalaget", "much")
    await answered(store, survey, "bo", "Byalaget", "none")
    await first.submit(first.step({}))
    assert await useful(store, survey) == {"none": 1}


async def test_a_name_is_a_name_within_its_survey_alone(store: Store) -> None:
    for code in ("ONE", "TWO"):
        survey = await open_survey(store, code)
        await answered(store, survey, "anna", "Byalaget", "much")
        assert await useful(store, survey) == {"much": 1}


async def test_closing_keeps_who_counts_and_forgets_who_came_first(
    store: Store, store_url: str
) -> None:
    survey = await open_survey(store)
    for phone, value in (("anna", "much"), ("bo", "some"), ("cai", "none")):
        await answered(store, survey, phone, "Byalaget", value)
    counts = await store.counts(survey)
    await store.close_survey("TRAFF", NOW)
    assert await useful(store, survey) == {"none": 1}
    assert await store.counts(survey) == counts
    kept = await rows_of(store_url, "response")
    assert sorted(row["superseded"] for row in kept) == [0, 1, 1]  # the history
    assert {(row["name_key"], row["edition"]) for row in kept} == {(None, None)}


async def test_numbers_tell_by_what_way_answers_came_also_after_disposal(store: Store) -> None:
    survey = await open_survey(store)
    for number, source in enumerate(("self", "paper", "paper", "self")):
        person = Person(store, survey, f"person{number}")
        await person.begin(source=source)
        if number:
            await person.say(useful=Choice("much"))
    assert await store.sources(survey.id) == {"paper": 2, "self": 1}
    await store.purge("TRAFF", "KS 1", NOW)
    assert await store.sources(survey.id) == {"paper": 2, "self": 1}


async def test_drawn_items_are_counted_and_go_with_who_drew_them(store: Store) -> None:
    survey = await open_survey(store)
    people = [Person(store, survey, f"person{n}") for n in range(3)]
    for person, items in zip(people, (["lake", "road"], ["lake"], ["school"]), strict=True):
        await person.draw(area=items)
    assert await store.drawn(survey.id) == {"area": {"lake": 2, "road": 1, "school": 1}}
    await people[2].draw(area=["lake", "road", "school"])  # has given a name: gets all of them
    await store.erase(survey.id, people[0].address)
    assert await store.drawn(survey.id) == {"area": {"lake": 2, "road": 1, "school": 1}}
    assert (await store.verify()).differences == ()
    await store.close_survey("TRAFF", NOW)
    assert (await store.verify()).differences == ()


@pytest.mark.postgresql
async def test_two_workers_with_the_same_names_neither_block_nor_both_count(
    postgresql_server: Server, postgresql_template: str
) -> None:
    url = postgresql_server.clone(postgresql_template)
    async with await Store.open(url) as one, await Store.open(url) as two:
        surveys = [await open_survey(one, code) for code in ("ONE", "TWO")]
        people = [Person((one, two)[n % 2], surveys[n // 2 % 2], f"person{n}") for n in range(60)]
        await asyncio.gather(*(person.begin() for person in people))
        for turn, value in enumerate(("much", "none", "some")):
            await asyncio.gather(
                *(
                    person.say(
                        complete=True,
                        respondent=Words(f"lag {(n + turn) % 5}"),
                        useful=Choice(value),
                    )
                    for n, person in enumerate(people)
                ),
            )
            for survey in surveys:
                assert await useful(two, survey) == {value: 5}
        await asyncio.gather(
            *(person.store.erase(person.survey.id, person.address) for person in people[:30]),
            *(person.say(complete=True, useful=Choice("none")) for person in people[30:]),
        )
        for survey in surveys:
            assert await useful(one, survey) == {"none": 5}
        await asyncio.gather(one.close_survey("ONE", NOW), two.close_survey("ONE", NOW))
        assert await useful(two, surveys[0]) == {"none": 5}
        with pytest.raises(NotOpen):
            await people[56].say(useful=Choice("much"))
