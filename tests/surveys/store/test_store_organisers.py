"""Organisers in chat: a code links one chat, once and for a while."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from sqlalchemy import text
from store_people import NOW, open_survey
from store_rows import rows_of

from surveys.store.database.engine import normalise, write_engine
from surveys.store.store import Store

QUARTER = timedelta(minutes=15)
SOON = NOW + timedelta(minutes=14)


async def invite(store: Store, code: str = "hash", survey: str = "TRAFF") -> None:
    found = await store.survey(survey) or await open_survey(store, survey)
    await store.invite_organiser(found.id, code, NOW, QUARTER)


async def test_linking_and_revoking_are_noted_without_saying_who(
    store: Store, store_url: str
) -> None:
    await invite(store)
    await store.redeem_organiser("hash", 7, "anna", SOON)
    survey = await store.survey("TRAFF")
    assert survey is not None
    await store.revoke_organisers(survey.id, NOW)
    noted = [(row["what"], row["counts_json"]) for row in await rows_of(store_url, "audit")]
    assert noted == [("chat linked", "{}"), ("chats unlinked", '{"chats":1}')]


async def test_a_code_links_the_first_chat_that_gives_it_in_time(store: Store) -> None:
    await invite(store)
    assert await store.redeem_organiser("other", 7, "anna", SOON) is None
    assert await store.redeem_organiser("hash", 7, "anna", NOW + QUARTER) is None
    assert await store.redeem_organiser("hash", 7, "anna", SOON) == "TRAFF"
    assert await store.redeem_organiser("hash", 7, "bo", SOON) is None
    assert await store.followed(7, "anna") == ["TRAFF"]
    assert await store.followed(7, "bo") == []
    assert await store.followed(8, "anna") == []


async def test_of_two_chats_that_give_a_code_at_once_one_is_linked(store: Store) -> None:
    await invite(store)
    given = [store.redeem_organiser("hash", 7, name, SOON) for name in ("anna", "bo")]
    assert sorted(map(str, await asyncio.gather(*given))) == ["None", "TRAFF"]


async def test_a_code_that_comes_again_from_the_same_chat_changes_nothing(store: Store) -> None:
    await invite(store)
    assert await store.redeem_organiser("hash", 7, "anna", SOON) == "TRAFF"
    assert await store.redeem_organiser("hash", 7, "anna", SOON) == "TRAFF"
    await store.revoke_organisers((await open_survey(store, "ANDRA")).id, NOW)
    assert await store.followed(7, "anna") == ["TRAFF"]
    assert await store.unlink_organiser(7, "anna") == 1
    assert await store.redeem_organiser("hash", 7, "anna", SOON) is None


async def test_a_chat_follows_the_whole_series_newest_first(store: Store) -> None:
    for code in ("ETT", "TVA", "TRE"):
        await open_survey(store, code, series="Dalalab" if code != "TVA" else None)
    await invite(store, survey="ETT")
    await store.redeem_organiser("hash", 7, "anna", SOON)
    assert await store.followed(7, "anna") == ["TRE", "ETT"]
    third = await store.survey("TRE")
    assert third is not None
    assert await store.revoke_organisers(third.id, NOW) == 1
    assert await store.followed(7, "anna") == []


async def test_codes_that_have_run_out_go_when_a_new_one_comes(
    store: Store, store_url: str
) -> None:
    await invite(store, "first")
    survey = await store.survey("TRAFF")
    assert survey is not None
    await store.invite_organiser(survey.id, "second", NOW + QUARTER, QUARTER)
    assert [row["code_hash"] for row in await rows_of(store_url, "organiser_code")] == ["second"]


async def test_disposal_ends_what_was_linked_and_verify_would_tell(
    store: Store, store_url: str
) -> None:
    await invite(store)
    await store.redeem_organiser("hash", 7, "anna", SOON)
    await store.close_survey("TRAFF", NOW)
    assert await store.followed(7, "anna") == ["TRAFF"]
    await store.purge("TRAFF", "KS 1", NOW)
    for table in ("organiser", "organiser_code"):
        assert await rows_of(store_url, table) == []
    assert (await store.verify()).differences == ()


async def test_verify_tells_of_chats_that_follow_what_has_been_disposed_of(
    store: Store, store_url: str
) -> None:
    survey = await open_survey(store)
    await store.purge("TRAFF", "KS 1", NOW)
    engine = write_engine(normalise(store_url))
    async with engine.begin() as connection:
        await connection.execute(text(f"INSERT INTO organiser VALUES ({survey.id}, 7, 'anna')"))
    await engine.dispose()
    told = (await store.verify()).differences
    assert [each.where for each in told] == ["G5"]
