"""A file of the population is kept when it fits the survey, and the report then says who is missing."""

from __future__ import annotations

from pathlib import Path

import httpx2
from web_room import INFLUENCE, Page, Room

from bot.recordings import Recordings

PLACE = "/arrangor/PLATSEN/befolkning"


async def send(
    phone: httpx2.AsyncClient, content: str | bytes, action: str = "keep"
) -> httpx2.Response:
    form = Page((await phone.get(PLACE)).text).forms[0]
    data = content.encode("cp1252") if isinstance(content, str) else content
    files = {"file": ("befolkning.csv", data, "text/csv")}
    given = {**{name: value for name, value in form.fields if name != "file"}, "action": action}
    return await phone.post(PLACE, data=given, files=files, follow_redirects=True)


async def test_a_file_is_kept_when_it_fits_and_refused_in_words_when_it_does_not(
    room: Room, organiser: httpx2.AsyncClient, tmp_path: Path
) -> None:
    room.service.recordings = files = Recordings(tmp_path / "own")
    survey = await room.open("place_dialogue", "PLATSEN", influence=INFLUENCE)
    page = (await organiser.get(PLACE)).text
    question, option, _ = page.split("fråga;alternativ;antal\n")[1].split("\n")[0].split(";")
    wrong = await send(organiser, f"fråga;alternativ;antal\n{question};Marsianer;4\n")
    assert wrong.status_code == 422
    assert "Marsianer" in wrong.text
    assert files.population(survey) is None
    good = await send(organiser, f"fråga;alternativ;antal\n{question};{option};40\n")
    assert "Filen finns." in good.text
    assert files.population(survey) is not None
    assert await noted(room) == ["population-act"]
    for strange in (b"", b"a;b\rc\x00\xff" * 99, b"\x89PNG\r\n\x1a\n\x00\x01", b"x" * 300_000):
        refused = await send(organiser, strange)
        assert refused.status_code == 422
        assert "behöver kolumnerna" in refused.text
    gone = await send(organiser, "", "remove")
    assert "Filen är borttagen." in gone.text
    assert files.population(survey) is None
    assert await noted(room) == ["population-act", "population-act"]


async def noted(room: Room) -> list[str]:
    """What the log says was done to the survey."""
    return [deed.what for _, deed in await room.store.deeds() if deed.survey == "PLATSEN"]
