"""The studio's one door: every address refuses who may not, links work once, and what is done is noted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
import pytest
from sqlalchemy import create_engine, text
from starlette.routing import BaseRoute, Route
from web_room import Page, Room

from bot.web.branching import Branch
from bot.web.studio.door import COOKIE, Role
from surveys.store.acting import Deed

SWEDISH = {"accept-language": "sv"}
FILLED = {"code": "ABCDEF", "series": "dalalab", "person": "1"}
OUTSIDE = {"/arrangor/in"}
"""Where one stands before the door. `/arrangor` itself leads a link there, and is locked otherwise."""


@pytest.fixture
async def phone(room: Room) -> AsyncIterator[httpx2.AsyncClient]:
    async with room.phone(**SWEDISH) as made:
        yield made


def every_route(room: Room) -> Iterator[BaseRoute]:
    """All routes, those of a branch one by one."""
    for route in room.app.routes:
        yield from route.routes if isinstance(route, Branch) else (route,)


def studio_addresses(room: Room) -> Iterator[tuple[str, str, Role | None]]:
    """(method, address, least role) of every route of the studio; parameters are filled in."""
    for route in every_route(room):
        if isinstance(route, Route) and route.path.startswith("/arrangor"):
            path = route.path
            for name, kind in route.param_convertors.items():
                given = FILLED.get(name, "1" if type(kind).__name__.startswith("Int") else "x")
                path = path.replace("{" + name + ":int}", given).replace("{" + name + "}", given)
            least = getattr(route.endpoint, "least", None)
            for method in route.methods - {"HEAD"}:
                yield method, path, least


def contents(room: Room) -> dict[str, list[Any]]:
    """Every row of the store, but for how it was last seen."""
    engine = create_engine(str(room.store._url).replace("+aiosqlite", ""))
    with engine.connect() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        found = {
            name: sorted(map(repr, connection.execute(text(f"SELECT * FROM {name}"))))
            for (name,) in tables.all()
        }
    engine.dispose()
    return found


async def test_every_address_of_the_studio_is_locked_without_a_session(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    addresses = list(studio_addresses(room))
    assert len(addresses) > 15
    before = contents(room)
    for method, path, least in addresses:
        assert least is not None or path in {*OUTSIDE, "/arrangor"}, f"{path} has no door"
        for cookie in ("", "made-up"):
            headers = {"cookie": f"{COOKIE}={cookie}"} if cookie else {}
            response = await phone.request(method, path, headers=headers)
            assert response.status_code == 403, f"{method} {path}"
            assert "Träff 2" not in response.text
    assert contents(room) == before


@pytest.mark.parametrize("role", list(Role))
async def test_every_address_refuses_a_role_below_its_own_and_every_form_a_wrong_nonce(
    room: Room, phone: httpx2.AsyncClient, role: Role
) -> None:
    await room.sign_in(phone, role)
    before = contents(room)
    for method, path, least in studio_addresses(room):
        if path in OUTSIDE or (least is not None and least <= role and method != "POST"):
            continue
        data = {"nonce": "made.up"} if method == "POST" else None
        response = await phone.request(method, path, data=data)
        allowed = least is None or least <= role
        assert response.status_code == (200 if allowed and method == "GET" else 403), (
            f"{method} {path} as {role.name}"
        )
    assert contents(room) == before


async def test_a_reader_is_led_to_nothing_that_refuses_them(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    """Every link of the studio, followed from its first page."""
    await room.sign_in(phone, Role.READER)
    met, ahead = {"/arrangor"}, ["/arrangor"]
    refused = []
    while ahead:
        response = await phone.get(ahead.pop(), follow_redirects=True)
        if response.status_code == 403:
            refused.append(str(response.url))
        links = set(re.findall(r'href="(/arrangor[^"#?]*)"', response.text)) - met
        met |= links
        ahead += links
    assert refused == []
    assert "/arrangor/ABCDEF/rapporter" in met


WITHOUT_A_TRACE = {"showing-answer"}
"""Trying a questionnaire stores nothing, so the log has no line of it."""


async def test_the_log_has_words_for_everything_that_can_be_done(room: Room) -> None:
    done = {
        route.endpoint.__qualname__.replace(".", "-").replace("_", "-").lower()
        for route in every_route(room)
        if isinstance(route, Route)
        and "POST" in (route.methods or ())
        and hasattr(route.endpoint, "least")
    }
    assert done
    wordless = {what for what in done if not room.texts.knows(f"studio-did-{what}")}
    assert wordless <= WITHOUT_A_TRACE


async def test_a_link_that_is_looked_at_is_not_used_and_one_that_is_used_is_gone(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    link = await room.link()
    for _ in range(3):  # a mail program, a chat and the person fetch it
        asked = await phone.get(link, follow_redirects=True)
        assert asked.status_code == 200
    assert str(asked.url) == "http://test/arrangor/in"
    assert link.partition("=")[2] not in asked.text
    form = Page(asked.text).forms[0]
    inside = await phone.post(form.action, data=dict(form.fields), follow_redirects=True)
    assert str(inside.url) == "http://test/arrangor"
    assert "Träff 2: Att mötas" in inside.text
    async with room.phone(**SWEDISH) as other:
        again = await other.get(link, follow_redirects=True)
        assert again.status_code == 403
        assert "gäller inte längre" in again.text
        assert (await other.get("/arrangor")).status_code == 403


async def test_an_unknown_a_used_and_an_old_link_are_told_in_the_same_words(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    old, used = await room.link(), await room.link()
    asked = await phone.get(used, follow_redirects=True)
    form = Page(asked.text).forms[0]
    await phone.post(form.action, data=dict(form.fields))
    room.now += dt.timedelta(days=8)
    async with room.phone(**SWEDISH) as other:
        pages = {(await other.get(link)).text for link in (old, used, "/arrangor?nyckel=fel")}
    assert len(pages) == 1


async def test_guessing_links_is_stopped(room: Room, phone: httpx2.AsyncClient) -> None:
    statuses = [(await phone.get(f"/arrangor?nyckel={number}")).status_code for number in range(11)]
    assert statuses == [403] * 10 + [429]


async def test_nothing_that_opens_a_door_is_stored(room: Room, phone: httpx2.AsyncClient) -> None:
    link = await room.link()
    secret = link.partition("=")[2]
    await room.sign_in(phone)
    stored = repr(contents(room))
    assert phone.cookies[COOKIE] not in stored
    assert secret not in stored


async def test_a_session_ends_when_it_is_not_used_lives_on_when_it_is_and_not_for_ever(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    await room.sign_in(phone)
    for _ in range(8):
        room.now += dt.timedelta(days=11)
        assert (await phone.get("/arrangor")).status_code == 200
    room.now += dt.timedelta(days=11)
    assert (await phone.get("/arrangor")).status_code == 403
    await room.sign_in(phone)
    room.now += dt.timedelta(days=15)
    assert (await phone.get("/arrangor")).status_code == 403


async def test_signing_out_ends_the_session_in_the_store(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    await room.sign_in(phone)
    cookie = phone.cookies[COOKIE]
    form = Page((await phone.get("/arrangor/konto")).text).forms[-1]
    assert form.action == "/arrangor/ut"
    assert (await phone.post(form.action, data=dict(form.fields))).status_code == 200
    response = await phone.get("/arrangor", headers={"cookie": f"{COOKIE}={cookie}"})
    assert response.status_code == 403


async def test_a_form_sent_after_the_session_ended_is_given_back_to_the_same_person_alone(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    await room.sign_in(phone, name="Kim")
    form = Page((await phone.get("/arrangor/personer")).text).forms[-1]
    room.now += dt.timedelta(days=14, minutes=5)
    late = await phone.post(
        form.action, data={**dict(form.fields), "name": "Åsa <3", "role": "reader"}
    )
    assert late.status_code == 403
    assert "finns kvar i en timme" in late.text
    async with room.phone(**SWEDISH) as other:
        assert "Åsa" not in (await room.sign_in(other, name="Någon annan")).text
    kim = next(person for person in await room.store.people() if person.name == "Kim")
    secret = room.service.keyring.studio_secret()
    hashed = room.service.keyring.studio_link_hash(secret)
    await room.store.renew_link(kim.id, hashed, room.now, dt.timedelta(hours=1))
    asked = await phone.get(f"/arrangor?nyckel={secret}", follow_redirects=True)
    entering = Page(asked.text).forms[0]
    kept = await phone.post(entering.action, data=dict(entering.fields), follow_redirects=True)
    assert str(kept.url) == "http://test/arrangor/kvar"
    assert "Åsa &lt;3" in kept.text
    sending = Page(kept.text).forms[0]
    sent = await phone.post(
        sending.action,
        data={"nonce": sending.value("nonce"), "name": "Åsa <3", "role": "reader"},
    )
    assert "Länk för Åsa &lt;3" in sent.text
    assert str((await phone.get("/arrangor/kvar", follow_redirects=True)).url).endswith("/arrangor")


async def test_a_late_form_is_kept_whole_with_a_large_file_beside_it(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    await room.sign_in(phone)
    nonce = Page((await phone.get("/arrangor/konto")).text).forms[0].value("nonce")
    room.now += dt.timedelta(days=14, minutes=5)
    late = await phone.post(
        "/arrangor/oppna",
        data={"nonce": nonce, "title": "Torget"},
        files={"picture": ("torget.jpg", b"x" * 3_000_000)},
    )
    assert late.status_code == 403
    assert "finns kvar i en timme" in late.text


async def test_a_late_form_that_was_not_ours_is_not_kept(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    await room.sign_in(phone)
    room.now += dt.timedelta(days=14, minutes=5)
    late = await phone.post("/arrangor/personer", data={"nonce": "made.up", "name": "Eve"})
    assert "finns kvar" not in late.text


async def test_an_owner_lets_somebody_in_and_takes_it_back(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    await room.sign_in(phone)
    form = Page((await phone.get("/arrangor/personer")).text).forms[-1]
    made = await phone.post(
        form.action, data={**dict(form.fields), "name": "Robin", "role": "organiser"}
    )
    link = Page(made.text).forms  # the link stands outside every form, in a field to copy
    assert link
    address = made.text.partition('value="http://test/arrangor?nyckel=')[2].partition('"')[0]
    async with room.phone(**SWEDISH) as robin:
        asked = await robin.get(f"/arrangor?nyckel={address}", follow_redirects=True)
        entering = Page(asked.text).forms[0]
        await robin.post(entering.action, data=dict(entering.fields))
        assert (await robin.get("/arrangor")).status_code == 200
        assert (await robin.get("/arrangor/personer")).status_code == 403
        person = next(each for each in await room.store.people() if each.name == "Robin")
        listing = Page((await phone.get("/arrangor/personer")).text)
        removing = next(
            each for each in listing.forms if each.action.endswith(f"{person.id}/ta-bort")
        )
        await phone.post(removing.action, data=dict(removing.fields))
        assert (await robin.get("/arrangor")).status_code == 403
        listing = Page((await phone.get("/arrangor/personer")).text)
        taking_back = next(each for each in listing.forms if each.action.endswith("/ater"))
        again = await phone.post(taking_back.action, data=dict(taking_back.fields))
        assert "Länk för Robin" in again.text
        assert (await robin.get("/arrangor")).status_code == 403  # only by the new link


async def test_the_last_owner_stays(room: Room, phone: httpx2.AsyncClient) -> None:
    await room.sign_in(phone)
    [owner] = await room.store.people()
    nonce = Page((await phone.get("/arrangor/personer")).text).forms[0].value("nonce")
    refused = await phone.post(f"/arrangor/personer/{owner.id}/ta-bort", data={"nonce": nonce})
    assert refused.status_code == 400
    assert "Någon måste äga" in refused.text
    assert (await phone.get("/arrangor")).status_code == 200


async def test_the_log_says_who_did_what_to_which_survey_and_nothing_that_was_said(
    room: Room, phone: httpx2.AsyncClient
) -> None:
    await room.sign_in(phone, name="Kim")
    nonce = Page((await phone.get("/arrangor/konto")).text).forms[0].value("nonce")
    await phone.post("/arrangor/konto", data={"nonce": nonce, "name": "Kim Berg"})
    await phone.post("/arrangor/konto", data={"nonce": "made.up", "name": "Eve"})
    deeds = [deed for _, deed in await room.store.deeds()]
    assert [(deed.name, deed.role, deed.what) for deed in deeds] == [
        ("Kim", "owner", "people-rename"),
        ("Kim", "owner", "signed-in"),
    ]
    page = (await phone.get("/arrangor/logg")).text
    assert "Bytte namn" in page
    assert "Loggade in" in page


async def test_a_change_that_fails_leaves_no_line_in_the_log(room: Room) -> None:
    from surveys.errors import StoreError
    from surveys.store.acting import acting

    deed = Deed("Kim", "owner", "people-revoke", room.now)
    with acting(deed), pytest.raises(StoreError):
        await room.store.revoke_person(1, room.now)
    assert await room.store.deeds() == []
    with acting(deed):
        await room.store.set_attended("ABCDEF", 3)
        await room.store.set_attended("ABCDEF", 4)
    assert len(await room.store.deeds()) == 1


async def test_cookies_of_the_studio_go_nowhere_else_and_over_tls_only_behind_it(
    room: Room,
) -> None:
    safe = Room(room.store, public_url="https://fraga.example")
    async with safe.phone() as phone:
        asked = await phone.get(await safe.link())
    cookie = asked.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "secure", "samesite=lax", "path=/arrangor"))
