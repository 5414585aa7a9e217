"""The organisation's profile: its texts, its logo and its template for slides."""

from __future__ import annotations

import io
from dataclasses import replace

import httpx2
import pytest
from PIL import Image
from studio_forms import FILLED, SWEDISH, form_at, send
from web_room import Room

from surveys.store.profile import Profile


async def test_the_profile_is_saved_and_a_reader_neither_sees_nor_changes_it(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    form = await form_at(organiser, "/arrangor/organisation")
    wanted = {"controller": "Dalarna", "legal_basis": "consent", "months": "0"}
    refused = await send(organiser, form, **wanted)
    assert refused.status_code == 400
    assert 'value="Dalarna"' in refused.text
    await send(organiser, form, **{**wanted, "months": "12"})
    assert await room.store.profile() == Profile("Dalarna", "consent", "", 12)
    assert "Fyll också i" in (await organiser.get("/arrangor/organisation?sparat=1")).text
    await room.store.save_profile(FILLED)
    assert "Fyll också i" not in (await organiser.get("/arrangor/organisation?sparat=1")).text


async def test_participants_are_told_where_they_can_turn(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    form = await form_at(organiser, "/arrangor/organisation")
    await send(organiser, form, contact="dialog@dalarna.example", months="")
    async with room.phone(**SWEDISH) as participant:
        page = await participant.get("/ABCDEF/integritet")
    assert "Kontakt: dialog@dalarna.example" in page.text


async def upload(phone: httpx2.AsyncClient, place: str, data: bytes, name: str) -> httpx2.Response:
    form = await form_at(phone, "/arrangor/organisation")
    fields = {"nonce": form.value("nonce"), "action": "keep"}
    return await phone.post(
        f"/arrangor/organisation/{place}", data=fields, files={"file": (name, data)}
    )


SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><script>alert(1)</script>
<rect width="40" height="20" fill="#1d5548"/></svg>"""


REACHING = SVG.replace(b"<rect", b'<image href="file:///etc/passwd" width="9" height="9"/><rect')


@pytest.mark.parametrize("kind", ["svg", "png"])
async def test_a_logo_becomes_a_new_picture_without_anything_else(
    room: Room, organiser: httpx2.AsyncClient, kind: str
) -> None:
    out = io.BytesIO()
    Image.new("RGB", (4000, 1000), "#1d5548").save(out, "PNG", comment="hemligt")
    sent = await upload(organiser, "logga", SVG if kind == "svg" else out.getvalue(), "logga.png")
    assert sent.status_code == 303, sent.text
    served = await organiser.get("/arrangor/organisation/logga")
    assert served.headers["content-type"] == "image/png"
    with Image.open(io.BytesIO(served.content)) as kept:
        assert kept.width <= 800
        assert kept.convert("RGB").getpixel((kept.width // 2, kept.height // 2)) == (29, 85, 72)
    assert b"hemligt" not in served.content
    poster = await organiser.get("/arrangor/ABCDEF/affisch.pdf")
    assert b"/Image" in poster.content


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg><!DOCTYPE x [<!ENTITY a 'b'>]></svg>",
        b"<svg",
        b"\x89PNG\r\n\x1a\nnej",
    ],
)
async def test_what_is_no_logo_is_refused_with_a_sentence(
    room: Room, organiser: httpx2.AsyncClient, data: bytes
) -> None:
    sent = await upload(organiser, "logga", data, "logga.svg")
    assert sent.status_code == 400
    assert 'id="logo-problem"' in sent.text
    assert (await room.store.profile()).logo is None


async def test_a_template_is_kept_only_when_reports_can_stand_on_it(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    import pptx

    refused = await upload(organiser, "mall", b"PK\x03\x04nej", "mall.pptx")
    assert refused.status_code == 400
    out = io.BytesIO()
    pptx.Presentation().save(out)
    sent = await upload(organiser, "mall", out.getvalue(), "mall.pptx")
    assert sent.status_code == 303
    profile = await room.store.profile()
    assert (profile.template, profile.template_name) == (out.getvalue(), "mall.pptx")


def test_a_profile_without_a_decision_is_not_filled() -> None:
    assert FILLED.filled
    assert not replace(FILLED, months=None).filled
