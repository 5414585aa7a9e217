"""Forged forms, guessed codes, oversized bodies, headers and cookies."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image
from starlette.types import Message
from web_room import Page, Room, Visitor

from bot.web.app import web_app
from bot.web.limiting import UNKNOWN_CODE
from surveys.errors import StoreError
from surveys.store.store import Store


async def test_a_form_without_our_nonce_changes_nothing_and_shows_nobody_elses_words(
    room: Room, visitor: Visitor
) -> None:
    await visitor.begin()
    await visitor.press("next")
    forged = {**dict(visitor.page.forms[0].fields), "nonce": "x.y", "action": "next"}
    page = await visitor.send({**forged, "answer": "high"})
    assert visitor.response.status_code == 403
    assert page.checked == []
    assert "Tryck en gång till" in page.alert
    page = await visitor.press("next", "high")
    assert page.forms[0].value("question") == "role"


async def test_a_nonce_works_only_in_the_browser_it_was_made_for(room: Room) -> None:
    async with room.phone() as mine, room.phone() as yours:
        me, you = Visitor(mine), Visitor(yours)
        await me.look()
        await you.look()
        you.page.forms[0].fields[:] = me.page.forms[0].fields
        await you.press("next")
        assert you.response.status_code == 403
    assert (await room.desk.counts("ABCDEF")).begun == 0


async def test_a_cookie_that_this_server_never_gave_is_replaced(room: Room) -> None:
    async with room.phone() as phone:
        phone.cookies.set("dalalab_ABCDEF", "hemlig", domain="test", path="/ABCDEF")
        response = await phone.get("/ABCDEF")
    assert "dalalab_ABCDEF=" in response.headers["set-cookie"]


async def test_the_cookie_is_for_this_survey_only_and_out_of_reach_of_scripts(room: Room) -> None:
    async with room.phone() as phone:
        cookie = (await phone.get("/ABCDEF")).headers["set-cookie"]
    for part in ("Path=/ABCDEF", "HttpOnly", "SameSite=lax"):
        assert part in cookie
    assert "Secure" not in cookie


async def test_behind_tls_the_cookie_travels_over_tls_only(sqlite_url: str) -> None:
    store = await Store.open(sqlite_url)
    room = Room(store, public_url="https://fraga.example")
    await room.open()
    async with room.phone() as phone:
        assert "Secure" in (await phone.get("/ABCDEF")).headers["set-cookie"]
    await store.close()


async def test_a_cookie_that_came_over_tls_stays_there_whatever_the_settings_say(
    room: Room,
) -> None:
    async with room.phone() as phone:
        over_tls = await phone.get("https://test/ABCDEF")
        plain = await phone.get("http://test/SLINGA")
    assert over_tls.headers["set-cookie"].count("Secure") == 1
    assert "Secure" not in plain.headers.get("set-cookie", "")


async def test_no_address_for_participants_gives_out_what_somebody_has_sent_in(
    room: Room, visitor: Visitor
) -> None:
    """A picture is taken in, and comes out only through the organiser's exports."""
    await visitor.begin()
    while visitor.page.forms[0].value("question") != "picture":
        await visitor.press("next" if "skip" not in visitor.response.text else "skip")
    written = io.BytesIO()
    Image.new("RGB", (8, 8)).save(written, "PNG")
    await visitor.press("next", files={"answer": ("bild.png", written.getvalue())})
    survey = await room.store.survey("ABCDEF")
    assert survey is not None
    [sent] = [
        each.value.file
        for each in await room.store.answers(survey.id)
        if each.key.question == "picture"
    ]  # type: ignore[union-attr]
    for path in ("ljud", "bild", "radera", "paus"):
        assert (await visitor.phone.get(f"/ABCDEF/{path}/{sent}")).status_code == 404
    for path in (f"/static/{sent}", f"/{sent}", "/ABCDEF/bild"):
        assert (await visitor.phone.get(path)).status_code == 404


@pytest.mark.parametrize("path", ["/", "/ABCDEF", "/ABCDEF/integritet", "/radera", "/FINNSEJ"])
async def test_every_page_carries_the_strict_headers_and_is_never_stored(
    room: Room, path: str
) -> None:
    async with room.phone() as phone:
        response = await phone.get(path)
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert " style=" not in response.text
    assert not re.search(
        r'<script(?! src="/static/[a-z]+\.js\?\w+" defer></script>)', response.text
    )


async def test_an_unknown_code_gives_a_sentence_and_a_line_to_try_again(room: Room) -> None:
    async with room.phone(**{"accept-language": "sv"}) as phone:
        response = await phone.get("/FINNSEJ")
    assert response.status_code == 404
    assert Page(response.text).alert.startswith("Den koden finns inte.")
    assert Page(response.text).heading == "Koden stämmer inte"
    assert Page(response.text).forms[0].action == "/kod"


async def test_a_page_that_is_none_does_not_blame_the_code(room: Room) -> None:
    async with room.phone(**{"accept-language": "sv"}) as phone:
        response = await phone.get("/ABCDEF/nope")
        assert response.status_code == 404
        page = Page(response.text)
        assert (page.heading, page.alert) == (
            "Sidan finns inte",
            "Adressen leder inte till någon sida.",
        )
        assert page.forms[0].action == "/kod"
        assert "aria-invalid" not in response.text
        await room.sign_in(phone)
        lost = await phone.get("/arrangor/FINNSEJ/befolkning")
        assert lost.status_code == 404
        assert Page(lost.text).forms == []
        assert '<a class="button" href="/arrangor">Alla enkäter</a>' in lost.text


async def test_guessing_codes_is_stopped_but_a_person_who_takes_part_is_not(room: Room) -> None:
    async with room.phone() as known, room.phone() as guesser:
        await known.get("/ABCDEF")
        statuses = [
            (await guesser.get(f"/X{number}")).status_code for number in range(UNKNOWN_CODE.most)
        ]
        refused = await guesser.get("/ABCDEF")
        assert set(statuses) == {404}
        assert refused.status_code == 429
        assert "minut" in Page(refused.text).alert or "minute" in Page(refused.text).alert
        assert (await known.get("/ABCDEF")).status_code == 200


async def test_a_room_of_300_gets_in_from_one_address(room: Room) -> None:
    for _ in range(300):
        async with room.phone() as phone:
            assert (await phone.get("/ABCDEF")).status_code == 200


async def test_one_browser_that_hammers_is_asked_to_wait(visitor: Visitor) -> None:
    for _ in range(122):
        await visitor.look()
    assert visitor.response.status_code == 429
    assert visitor.response.headers["retry-after"] == "60"


async def test_a_body_that_is_too_large_gives_a_sentence(visitor: Visitor) -> None:
    await visitor.begin()
    await visitor.press("next")
    page = await visitor.press("next", files={"answer": ("stor.jpg", b"x" * 15_200_000)})
    assert visitor.response.status_code == 413
    assert "högst 15 MB" in page.alert
    page = await visitor.look()
    assert page.forms[0].value("question") == "usefulness"


async def test_words_that_are_too_large_are_not_called_a_file(visitor: Visitor) -> None:
    await visitor.begin()
    await visitor.press("next")
    page = await visitor.press("next", "å" * 200_000)
    assert visitor.response.status_code == 413
    assert "Det du skrev är för långt" in page.alert
    assert "fil" not in page.alert.lower()


async def test_a_body_that_hides_its_size_is_stopped_too(visitor: Visitor) -> None:
    await visitor.begin()

    async def endless():  # type: ignore[no-untyped-def]
        yield b"answer="
        for _ in range(30):
            yield b"x" * 100_000

    response = await visitor.phone.post(
        "/ABCDEF",
        content=endless(),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert response.status_code == 413


async def test_a_form_with_a_thousand_and_one_fields_is_none_of_ours(visitor: Visitor) -> None:
    await visitor.begin()
    response = await visitor.phone.post(
        "/ABCDEF",
        content=b"&".join([b"answer=x"] * 1001),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert response.status_code == 400


async def test_a_broken_form_is_told(visitor: Visitor) -> None:
    await visitor.begin()
    response = await visitor.phone.post(
        "/ABCDEF", content=b"nonsense", headers={"content-type": "multipart/form-data"}
    )
    assert response.status_code == 400
    assert Page(response.text).alert


async def test_a_wrong_method_is_told(room: Room) -> None:
    async with room.phone() as phone:
        response = await phone.delete("/ABCDEF")
    assert response.status_code == 405
    assert Page(response.text).heading


async def test_when_the_store_fails_the_person_is_told_and_nothing_leaks(
    room: Room, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await visitor.begin()

    async def broken(*_: object) -> None:
        raise StoreError("disk full at /var/lib/hemlig")

    monkeypatch.setattr(room.store, "submit", broken)
    page = await visitor.press("next")
    assert visitor.response.status_code == 503
    assert "Något gick fel hos oss" in page.alert
    assert "hemlig" not in visitor.response.text


async def test_an_error_nobody_foresaw_gives_a_sentence(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("oops")

    monkeypatch.setattr(room.service, "look", broken)
    async with room.phone(**{"accept-language": "sv"}) as phone:
        response = await phone.get("/ABCDEF")
    assert response.status_code == 500
    assert "Något gick fel hos oss" in response.text
    assert "oops" not in response.text


async def test_static_files_may_be_kept_and_the_first_page_is_small(room: Room) -> None:
    async with room.phone(**{"accept-language": "sv"}) as phone:
        page = await phone.get("/ABCDEF")
        style = await phone.get("/static/dalalab.css")
        icon = await phone.get("/static/icon.svg")
    assert "immutable" in style.headers["cache-control"]
    assert len(page.content) + len(style.content) + len(icon.content) <= 20_000


@pytest.mark.parametrize("asked", ["/health", "/ready"])
async def test_whoever_watches_over_the_server_is_answered(room: Room, asked: str) -> None:
    async with room.phone() as phone:
        response = await phone.get(asked)
    assert (response.status_code, response.text) == (200, "ok")


def test_without_an_organiser_there_are_no_organiser_pages(room: Room) -> None:
    app = web_app(service=room.service, settings=room.settings, texts=room.texts, organiser=None)
    assert not [route for route in app.routes if "arrangor" in getattr(route, "path", "")]


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"]
)
@pytest.mark.parametrize("path", ["/ABCDEF", "/kvitto", "/radera"])
async def test_a_phone_that_hangs_up_while_it_sends_is_no_error_of_the_servers(
    room: Room, path: str, kind: str
) -> None:
    heard: list[int] = []
    sent = iter([{"type": "http.request", "body": b"lang=sv&acti", "more_body": True}])
    headers = [(b"host", b"test"), (b"content-type", kind.encode())]
    scope = {"type": "http", "method": "POST", "path": path, "headers": headers, "scheme": "http"}

    async def receive() -> Message:
        return next(sent, {"type": "http.disconnect"})

    async def send(message: Message) -> None:
        heard.append(message.get("status", 0))

    await room.app({**scope, "query_string": b"", "client": ("test", 1)}, receive, send)
    assert heard[0] == 400
