"""Ways into the studio, what was done there, and the organisation's profile, on both engines."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace

import pytest
from store_people import NOW, open_survey

from surveys.errors import StoreError
from surveys.store.acting import Deed, acting, concerning
from surveys.store.profile import Profile
from surveys.store.store import Store

DAY = dt.timedelta(days=1)


async def test_of_many_who_use_a_link_at_once_one_comes_in(store: Store) -> None:
    await store.invite_person("Kim", 2, "link", NOW, DAY)
    entered = await asyncio.gather(*(store.enter("link", f"s{n}", NOW) for n in range(8)))
    assert [person.name for person in entered if person is not None] == ["Kim"]
    standings = [await store.standing(f"s{n}", NOW) for n in range(8)]
    assert sum(standing is not None for standing in standings) == 1


async def test_a_new_link_makes_the_one_before_lead_nowhere(store: Store) -> None:
    kim = await store.invite_person("Kim", 2, "first", NOW, DAY)
    await store.renew_link(kim.id, "second", NOW, DAY)
    assert await store.link_of("first", NOW) is None
    assert await store.link_of("second", NOW) == kim
    assert await store.link_of("second", NOW + DAY) is None
    with pytest.raises(StoreError):
        await store.renew_link(kim.id + 1, "third", NOW, DAY)


async def test_the_owners_link_is_for_the_first_owner_there_is(store: Store) -> None:
    assert not await store.has_owner_inside()
    first = await store.owner_link("Ägaren", "a", NOW, DAY)
    again = await store.owner_link("Ägaren", "b", NOW, DAY)
    assert first == again
    assert await store.enter("a", "session", NOW) is None
    entered = await store.enter("b", "session", NOW, name="Kim")
    assert entered is not None
    assert (entered.id, entered.name) == (first.id, "Kim")
    assert await store.has_owner_inside()


async def test_sessions_that_have_ended_are_forgotten_when_anybody_is_inside(store: Store) -> None:
    await store.invite_person("Kim", 2, "a", NOW, DAY)
    await store.invite_person("Robin", 2, "b", NOW, DAY)
    await store.enter("a", "kims", NOW)
    await store.enter("b", "robins", NOW)
    assert (await store.standing("robins", NOW + 10 * DAY)) is not None
    await store.standing("robins", NOW + 20 * DAY)
    kim, robin = await store.people()
    assert (kim.seen, robin.seen) == (None, NOW + 20 * DAY)


async def test_whoever_is_removed_is_out_at_once_and_one_owner_stays(store: Store) -> None:
    owner = await store.owner_link("Ägaren", "a", NOW, DAY)
    other = await store.invite_person("Robin", 3, "b", NOW, DAY)
    await store.enter("b", "session", NOW)
    await store.renew_link(other.id, "c", NOW, DAY)
    await store.revoke_person(other.id, NOW)
    assert await store.standing("session", NOW) is None
    assert await store.link_of("c", NOW) is None
    with pytest.raises(StoreError):
        await store.revoke_person(owner.id, NOW)
    assert [person.revoked for person in await store.people()] == [False, True]


async def test_a_line_of_the_log_is_there_with_its_change_or_not_at_all(store: Store) -> None:
    survey = await open_survey(store)
    with acting(Deed("Kim", "owner", "endings-purge", NOW)):
        with pytest.raises(StoreError):
            await store.purge(survey.code, " ", NOW)
        assert await store.deeds() == []
        concerning(survey.code, reference="KS 1")
        await store.purge(survey.code, "KS 1", NOW)
        await store.set_attended(survey.code, 3)
    await store.set_attended(survey.code, 4)
    [(_, deed)] = await store.deeds()
    assert (deed.name, deed.what, deed.survey) == ("Kim", "endings-purge", survey.code)
    assert (deed.reference, deed.at) == ("KS 1", NOW)


async def test_many_who_act_at_once_each_leave_their_own_line(store: Store) -> None:
    survey = await open_survey(store)

    async def act(number: int) -> None:
        with acting(Deed(f"Person {number}", "organiser", "endings-close", NOW)):
            await store.rename_person(number, "x")
            await store.set_attended(survey.code, number)

    await asyncio.gather(*(act(number) for number in range(12)))
    names = sorted(deed.name for _, deed in await store.deeds())
    assert names == sorted(f"Person {number}" for number in range(12))


async def test_the_log_is_read_a_page_at_a_time_newest_first(store: Store) -> None:
    for number in range(5):
        with acting(Deed("Kim", "owner", f"deed-{number}", NOW)):
            await store.save_profile(Profile(contact=str(number)))
    first = await store.deeds(limit=2)
    second = await store.deeds(before=first[-1][0], limit=2)
    assert [deed.what for _, deed in (*first, *second)] == [f"deed-{n}" for n in (4, 3, 2, 1)]


async def test_the_profile_is_one_and_keeps_its_files(store: Store) -> None:
    assert await store.profile() == Profile()
    kept = Profile("Dalarna", "consent", "KS 1", 12, "dialog", "", b"\x89PNG", b"PK", "mall.pptx")
    await store.save_profile(Profile("Före"))
    await store.save_profile(kept)
    assert await store.profile() == kept
    assert not replace(kept, decision_ref="").filled
