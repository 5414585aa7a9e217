"""What is left when somebody erases, and when a survey closes or is disposed of (G5, G12)."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from store_people import NOTICE, NOW, Person, open_survey
from store_rows import contents, dump

from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Choices, Picture, Skipped, Words
from surveys.errors import StoreError
from surveys.store.database.engine import normalise
from surveys.store.records import InboxUpdate
from surveys.store.store import Store
from surveys.store.times import DAY_MS
from surveys.survey import Survey


async def crowded(store: Store, code: str = "TRAFF") -> tuple[Survey, list[Person]]:
    """A survey with four people, one photo, one quote decision and replies under way."""
    survey = await open_survey(store, code)
    people = [Person(store, survey, name) for name in ("anna", "bo", "cai", "disa")]
    for number, person in enumerate(people):
        await store.receive([InboxUpdate(7, number, f"hej {person.name}".encode())], NOW)
        await person.begin(inbox=(7, number), outbox=({"screen": "useful"},))
        await person.say(useful=Choice("much"), words=Words(f"ord av {person.name}"))
    photo = await store.save_file(survey.id, b"jpeg of bo", "image/jpeg", NOW)
    await people[1].say(picture=Picture(photo, 10, 20), topics=Choices(("food",)))
    await people[2].say(complete=True, topics=Skipped())
    await store.decide_quotes(survey.id, ["q1"], [], NOW)
    return survey, people


def everything(tables: dict[str, list[dict[str, object]]]) -> set[object]:
    return {value for rows in tables.values() for row in rows for value in row.values()}


async def test_after_closing_nothing_leads_from_an_answer_to_a_person(
    store: Store, store_url: str
) -> None:
    _, people = await crowded(store)
    before = await dump(store_url)
    await store.close_survey("TRAFF", NOW + timedelta(hours=1))
    after = await dump(store_url)

    for table in ("participation", "applied", "outbox", "answer_event"):
        assert after[table] == []
    kept = everything(after)
    for person in people:
        secrets = {person.address.hmac, person.address.plain, person.receipt_hash}
        assert not secrets & kept
        assert person.response_id not in kept
    assert {row["id"] for row in before["file"]}.isdisjoint(kept)
    assert all(row["payload"] is None for row in after["inbox"])
    assert (await store.verify()).differences == ()


async def test_after_closing_no_time_is_finer_than_a_day(store: Store, store_url: str) -> None:
    await crowded(store)
    closed = await store.close_survey("TRAFF", NOW)
    tables = await dump(store_url)
    del tables["survey"]  # when it opened and closed is public: it stood on the invitation
    milliseconds = {each for each in everything(tables) if isinstance(each, int) and each > 10**11}
    assert milliseconds
    assert {each % DAY_MS for each in milliseconds} == {0}
    assert closed.closed_at == NOW


async def test_closing_keeps_answers_counts_tallies_photos_and_decisions(store: Store) -> None:
    survey, _ = await crowded(store)
    counts, tallies = await store.counts(survey), await store.tallies(survey.id)
    answers = await store.answers(survey.id)
    await store.close_survey("TRAFF", NOW)
    assert await store.counts(survey) == counts
    assert await store.tallies(survey.id) == tallies
    kept = await store.answers(survey.id)
    assert [(row.respondent, row.key) for row in kept] == [
        (row.respondent, row.key) for row in answers
    ]
    [photo] = [row.value for row in kept if isinstance(row.value, Picture)]
    assert await store.file(photo.file) == b"jpeg of bo"
    assert [each.quote for each in await store.quote_decisions(survey.id)] == ["q1"]


async def test_responses_come_in_the_order_of_their_new_random_ids(
    store: Store, store_url: str
) -> None:
    survey, _ = await crowded(store)
    numbers = iter(range(90, 0, -1))
    await store.close_survey("TRAFF", NOW, new_id=lambda: f"id{next(numbers)}")
    tables = await dump(store_url)
    ids = [row["id"] for row in tables["response"]]
    assert ids == sorted(ids)
    assert all(str(each).startswith("id") for each in ids)
    assert survey.closed_at is None


async def test_closing_twice_is_closing_once(store: Store, store_url: str) -> None:
    await crowded(store)
    first = await store.close_survey("TRAFF", NOW)
    rows = await dump(store_url)
    assert await store.close_survey("TRAFF", NOW + timedelta(days=1)) == first
    assert await dump(store_url) == rows


async def test_closing_one_survey_leaves_the_others_alone(store: Store) -> None:
    await crowded(store)
    other, people = await open_survey(store, "OTHER"), []
    for name in ("anna", "eva"):
        people.append(Person(store, other, name))
        await people[-1].begin(outbox=({"screen": "useful"},))
    await store.close_survey("TRAFF", NOW)
    assert await store.load(other.id, people[0].address) is not None
    assert len(await store.claim_messages(7, NOW + timedelta(hours=1), 30, 10)) == 2


async def test_surveys_whose_time_has_passed_are_due_until_closed(store: Store) -> None:
    await open_survey(store, "LATER", closes=NOW + timedelta(days=2))
    await open_survey(store, "NEVER")
    await open_survey(store, "NOW", closes=NOW)
    assert await store.due_closings(NOW) == ["NOW"]
    await store.close_survey("NOW", NOW)
    assert await store.due_closings(NOW) == []


async def test_closing_while_people_answer_loses_nobody_and_links_nobody(store: Store) -> None:
    survey = await open_survey(store)
    people = [Person(store, survey, f"person{n}") for n in range(30)]
    await asyncio.gather(*(person.begin() for person in people))
    done = await asyncio.gather(
        *(person.say(useful=Choice("much")) for person in people[:15]),
        store.close_survey("TRAFF", NOW),
        *(person.say(useful=Choice("much")) for person in people[15:]),
        return_exceptions=True,
    )
    stored = sum(not isinstance(each, Exception) for each in done) - 1
    assert (await store.counts(survey)).answered == stored
    assert len(await store.answers(survey.id)) == stored
    assert (await store.verify()).differences == ()


@pytest.mark.parametrize("by_receipt", [False, True])
async def test_erasing_removes_everything_a_person_sent_and_counts_it(
    store: Store, store_url: str, by_receipt: bool
) -> None:
    survey, people = await crowded(store)
    bo = people[1]
    await bo.submit(bo.step({Key("words"): Words("ord av bo")}, frozenset({Key("words")})))

    async def erase() -> int:
        if by_receipt:
            return await store.erase_receipt(bo.receipt_hash, NOW)
        return await store.erase(survey.id, bo.address, NOW)

    assert await erase() == 4  # useful, topics, picture, and the words off the path
    assert await erase() == 0
    assert await store.load(survey.id, bo.address) is None
    tables = await dump(store_url)
    assert tables["file"] == []
    assert not any("bo" in str(row.get("value_json")) for row in tables["answer_event"])
    assert bo.response_id not in everything(tables)
    assert bo.participation_id not in {row["participation_id"] for row in tables["outbox"]}
    [noted] = tables["erasure"]
    assert (noted["answers"], noted["files"]) == (4, 1)
    assert (await store.tallies(survey.id))["useful", "", "much"] == 3
    assert (await store.verify()).differences == ()


async def test_a_skip_is_no_answer_when_erased_answers_are_counted(store: Store) -> None:
    survey, people = await crowded(store)
    assert await store.erase(survey.id, people[2].address) == 2


async def test_after_closing_a_receipt_finds_nobody(store: Store) -> None:
    _, people = await crowded(store)
    await store.close_survey("TRAFF", NOW)
    assert await store.erase_receipt(people[0].receipt_hash, NOW) == 0


async def test_whoever_erased_may_begin_again(store: Store) -> None:
    survey, people = await crowded(store)
    await store.erase(survey.id, people[0].address, NOW)
    again = Person(store, survey, "anna")
    await again.begin()
    await again.say(useful=Choice("none"))
    assert (await store.counts(survey)).begun == 4


async def test_erased_words_are_gone_from_the_file_itself(tmp_path: Path, sqlite_url: str) -> None:
    url = sqlite_url
    async with await Store.open(url) as store:
        survey, people = await crowded(store)
        await store.erase(survey.id, people[0].address, NOW)
        left = contents(tmp_path)
    assert b"ord av bo" in left
    assert b"ord av anna" not in left


async def test_a_reader_cannot_keep_erased_words_on_disk(tmp_path: Path, sqlite_url: str) -> None:
    async with await Store.open(sqlite_url) as store:
        survey, people = await crowded(store)
        async with store._reading() as reader:
            await reader.execute(text("SELECT count(*) FROM answer"))
            erasing = asyncio.create_task(store.erase(survey.id, people[0].address, NOW))
            while await store.load(survey.id, people[0].address) is not None:
                pass
            assert b"ord av anna" in contents(tmp_path)
        assert await erasing == 2
        assert b"ord av anna" not in contents(tmp_path)


async def test_closing_leaves_no_trace_of_anybody_in_the_file(
    tmp_path: Path, sqlite_url: str
) -> None:
    """Enough people to free whole pages: secure_delete=FAST would leave those on the free list."""
    async with await Store.open(sqlite_url) as store:
        survey = await open_survey(store)
        people = [Person(store, survey, f"person{n:04}") for n in range(300)]
        await asyncio.gather(*(person.begin() for person in people))
        await asyncio.gather(*(person.say(words=Words("ord " * 50)) for person in people))
        await store.close_survey("TRAFF", NOW)
        left = contents(tmp_path)
    for person in people:
        for trace in (person.address.hmac, person.address.plain, person.response_id):
            assert str(trace).encode() not in left


async def test_disposal_needs_a_decision(store: Store) -> None:
    survey, _ = await crowded(store)
    for reference in ("", "  "):
        with pytest.raises(StoreError, match="reference"):
            await store.purge("TRAFF", reference, NOW)
    assert len(await store.answers(survey.id)) > 0


async def test_disposal_removes_answers_keeps_counts_and_logs_no_content(
    store: Store, store_url: str
) -> None:
    survey, _ = await crowded(store)
    await store.close_survey("TRAFF", NOW)
    counts = await store.counts(survey)
    gone = await store.purge("TRAFF", NOTICE.decision_ref, NOW)
    assert (gone["response"], gone["answer"], gone["file"]) == (4, 11, 1)
    assert await store.counts(survey) == counts
    tables = await dump(store_url)
    for name in ("response", "answer", "file", "tally", "participation", "quote_decision"):
        assert tables[name] == []
    logged = tables["audit"][-1]
    assert (logged["what"], logged["reference"]) == ("purge", NOTICE.decision_ref)
    assert "much" not in str(logged)
    purged = await store.survey("TRAFF")
    assert purged is not None
    assert purged.purged


async def test_disposal_of_an_open_survey_closes_it_with_its_counts(store: Store) -> None:
    survey, _ = await crowded(store)
    gone = await store.purge("TRAFF", "KS 1", NOW)
    assert gone["participation"] == 4
    assert (await store.counts(survey)).begun == 4
    assert (await store.surveys())[0].closed_at == NOW


async def test_verify_finds_what_does_not_agree(sqlite_url: str) -> None:
    from surveys.store.database.engine import write_engine

    url = sqlite_url
    async with await Store.open(url) as store:
        await crowded(store)
        await crowded(store, "SECOND")
        await store.close_survey("SECOND", NOW)
    engine = write_engine(normalise(url))
    async with engine.begin() as connection:
        for statement in (
            "UPDATE tally SET n = n + 1 WHERE cell = 'food' AND survey_id = 1",
            "UPDATE answer SET active = 0 WHERE question = 'words'",
            "UPDATE response SET started_day_ms = started_day_ms + 1 WHERE survey_id = 2",
            "DELETE FROM file",
            "UPDATE response SET superseded = 1 WHERE survey_id = 2",
            "INSERT INTO drawn VALUES (1, 'area', 'lake', 1)",
        ):
            await connection.execute(text(statement))
    await engine.dispose()
    async with await Store.open(url) as store:
        found = await store.verify()
    places = {"tally", "answer", "G5", "file", "response", "drawn"}
    assert {each.where for each in found.differences} == places
    assert found.checked["pragmas"] == 7
    assert not any("ord av" in each.text for each in found.differences)
