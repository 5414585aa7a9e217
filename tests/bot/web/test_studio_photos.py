"""Photos are looked at one by one; none is shown before that, against its sender's will, or with what it came with."""

from __future__ import annotations

import io

import httpx2
from photo_senders import send_photo, sender
from PIL import Image
from studio_forms import form_at, send
from web_room import INFLUENCE, Room

from bot.reports import ReportRequest, published_report
from surveys.conversation.state import Choose, Key

AT = "/arrangor/TORGET/bilder"


async def dialogue(room: Room, people: int = 5) -> None:
    """A place dialogue with a photo from each of some people; the last has not agreed to have it shown."""
    await room.open("place_dialogue", code="TORGET", influence=INFLUENCE)
    for number in range(people):
        await send_photo(room.service, "TORGET", number, "no" if number == people - 1 else "yes")


async def report(room: Room) -> str:
    return (
        await published_report(room.store, ReportRequest("sv", code="TORGET"), room.now)
    ).decode()


async def test_a_photo_is_shown_only_when_it_is_approved_and_its_sender_has_agreed(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await dialogue(room)
    page = (await organiser.get(AT)).text
    assert "Väntar: 5" in page
    assert "ansikte" in page
    assert "har inte sagt ja" in page
    assert "data:image/jpeg" not in await report(room)
    sent = await room.desk.photos("TORGET")
    fields = {f"quote-{one.id}": "approve" for one in sent}
    saved = await send(organiser, await form_at(organiser, AT), **fields)
    assert saved.status_code == 303
    [(_, approved, hidden)] = room.desk.decisions
    assert (sorted(approved), hidden) == ([one.id for one in sent if one.agreed], [])
    survey = await room.store.survey("TORGET")
    assert survey is not None
    await room.store.decide_quotes(survey.id, [one.id for one in sent], [], room.now)
    assert (await report(room)).count("data:image/jpeg") == 4
    no = Choose(("no",), Key("photo_consent"))
    await room.service.turn(
        sender("TORGET", 0), no
    )  # taken back at once, whatever has been published
    assert (await report(room)).count("data:image/jpeg") == 3


async def test_a_decision_holds_after_closing_when_files_have_new_names(room: Room) -> None:
    await dialogue(room)
    survey = await room.store.survey("TORGET")
    assert survey is not None
    before = sorted(await room.desk.photos("TORGET"), key=lambda one: not one.agreed)
    assert "data:image/jpeg" not in await report(room)  # an edition is kept before closing
    await room.store.decide_quotes(survey.id, [before[0].id], [], room.now)
    await room.store.close_survey("TORGET", room.now)
    after = await room.desk.photos("TORGET")
    assert {one.id: one.state for one in after} == {
        one.id: "approved" if one == before[0] else "waiting" for one in before
    }
    assert not {one.file for one in before} & {one.file for one in after}
    shown = await report(room)
    assert shown.count("data:image/jpeg") == 1


async def test_an_erased_photo_is_gone_everywhere(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await dialogue(room, 6)
    survey = await room.store.survey("TORGET")
    assert survey is not None
    before = await room.desk.photos("TORGET")
    await room.store.decide_quotes(survey.id, [one.id for one in before], [], room.now)
    for number in range(2):
        await room.service.erase(sender("TORGET", number))
    left = await room.desk.photos("TORGET")
    [gone, *_] = [one for one in before if one not in left]
    assert len(left) == 4
    assert (await organiser.get(f"{AT}/{gone.id}")).status_code == 404
    assert "data:image/jpeg" not in await report(room)  # fewer than five are left


async def test_a_photo_opened_by_itself_is_a_picture_and_nothing_else(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await dialogue(room)
    [first, *_] = await room.desk.photos("TORGET")
    shown = await organiser.get(f"{AT}/{first.id}")
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert shown.headers["cache-control"] == "no-store"
    assert b"Anna" not in shown.content
    with Image.open(io.BytesIO(shown.content)) as opened:
        assert not dict(opened.getexif())
    assert (await organiser.get(f"{AT}/photo-0000")).status_code == 404
