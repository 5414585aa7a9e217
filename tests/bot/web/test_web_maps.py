"""Pointing at the organiser's picture of the place: without JavaScript, rounded, and never the only way."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from web_room import PLACES, Page, Room, Visitor

from bot.config import load_settings
from bot.recordings import BACKGROUND, Recordings, for_opening
from surveys.errors import ConfigError, ContentError
from surveys.survey import Background

EDGES = """
[background]
file = "torget.png"
north = 60.6080
south = 60.6060
west = 15.6290
east = 15.6340
"""


def png(size: tuple[int, int] = (1600, 800)) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, "#88aa88").save(written, "PNG")
    return written.getvalue()


def opening(folder: Path, fill: str = EDGES) -> tuple[dict[str, str], dict[str, Path]]:
    (folder / "torget.png").write_bytes(png())
    source = Path("surveys/library/place_dialogue.toml").read_text(encoding="utf-8")
    files = {"questionnaire": source, "questionnaire_file": "place_dialogue.toml"}
    return files | {"fill": fill, "fill_file": "fill.toml"}, {"fill.toml": folder}


@pytest.fixture
async def square(room: Room, visitor: Visitor, tmp_path: Path) -> Visitor:
    """Somebody at the question of where, in a survey with a picture of the square."""
    recordings = Recordings(tmp_path / "own")
    room.service.recordings = recordings
    arguments, folders = opening(tmp_path)
    await room.open(code="TORGET", fill=PLACES + EDGES)
    recordings.keep("TORGET", for_opening(arguments, folders))
    visitor.code = "TORGET"
    await visitor.begin()
    while visitor.page.forms[0].value("question") != "where":
        await visitor.press("next" if "skip" not in visitor.response.text else "skip")
    return visitor


async def tap(visitor: Visitor, width: int, x: int, y: int, *answers: str) -> Page:
    fields = {name: v for name, v in visitor.page.forms[0].fields if not name.startswith("tap-")}
    return await visitor.send(
        {**fields, f"tap-{width}.x": str(x), f"tap-{width}.y": str(y)}, *answers
    )


async def test_a_tap_is_shown_before_it_is_sent_and_rounded_before_it_is_stored(
    room: Room, square: Visitor
) -> None:
    page = await tap(square, 354, 177, 0)
    assert "Du har pekat ut en plats" in page.text
    assert page.forms[0].value("question") == "where"
    assert 'cx="177" cy="0"' in square.response.text
    assert float(page.forms[0].value("lat")) == pytest.approx(60.6080)
    assert float(page.forms[0].value("lon")) == pytest.approx(15.6315)
    fields = dict(page.forms[0].fields)
    await square.send({**fields, "action": "next"})
    survey = await room.store.survey("TORGET")
    assert survey is not None
    stored = next(
        row.value for row in await room.store.answers(survey.id) if row.key.question == "where"
    )
    assert (stored.lat, stored.lon) != (60.6080, 15.6315)  # type: ignore[union-attr]
    assert abs(stored.lat - 60.6080) < 0.0003  # type: ignore[union-attr]


async def test_words_and_the_list_are_beside_the_picture_and_win_over_it(square: Visitor) -> None:
    assert "Stora torget" in square.page.text
    fields = dict((await tap(square, 284, 10, 10, "square")).forms[0].fields)
    assert square.page.checked == []
    await square.send({**fields, "action": "next", "answer": "Bakom kiosken"})
    await square.press("back")
    assert square.page.forms[0].value("answer") == "Bakom kiosken"


async def test_enter_in_the_line_of_words_is_no_tap(square: Visitor) -> None:
    """A browser presses the first button of a form for Enter: the picture, in its corner."""
    page = await tap(square, 284, 0, 0, "Bakom kiosken")
    assert page.forms[0].value("question") != "where"


async def test_without_picture_and_tiles_there_is_no_map(room: Room, visitor: Visitor) -> None:
    await visitor.begin()
    while visitor.page.forms[0].value("question") != "where":
        await visitor.press("next" if "skip" not in visitor.response.text else "skip")
    assert "leaflet" not in visitor.response.text
    assert "tap-" not in visitor.response.text
    assert (await visitor.phone.get("/ABCDEF/bild")).status_code == 404


async def test_only_the_question_of_where_loads_the_map(square: Visitor) -> None:
    assert "/static/leaflet.js" in square.response.text
    await square.press("skip")
    assert "leaflet" not in square.response.text
    picture = await square.phone.get("/TORGET/bild")
    assert picture.headers["content-type"] == "image/jpeg"
    assert len(picture.content) < 100_000


async def test_tiles_of_ones_own_are_the_only_other_place_pictures_come_from(
    room: Room, square: Visitor
) -> None:
    room.settings.web.tiles = "https://karta.example/{z}/{x}/{y}.png"
    page = await square.resume()
    assert page.forms[0].value("question") == "where"
    policy = square.response.headers["content-security-policy"]
    assert "img-src 'self' https://karta.example data:" in policy
    assert "script-src 'self';" in policy


def test_a_picture_that_is_not_there_or_lies_wrong_is_told_before_anyone_is_invited(
    tmp_path: Path,
) -> None:
    arguments, folders = opening(tmp_path, EDGES.replace("torget.png", "../hemligt.png"))
    with pytest.raises(ContentError) as told:
        for_opening(arguments, folders)
    assert [found.code for found in told.value.problems] == ["missing_background"]
    (tmp_path / "torget.png").write_text("ingen bild")
    with pytest.raises(ContentError):
        for_opening(*opening_without_picture(tmp_path))


def opening_without_picture(folder: Path) -> tuple[dict[str, str], dict[str, Path]]:
    arguments, folders = opening(folder)
    (folder / "torget.png").write_text("ingen bild")
    return arguments, folders


async def test_edges_the_wrong_way_round_are_told(room: Room) -> None:
    with pytest.raises(ContentError) as told:
        await room.open(code="FEL", fill=EDGES.replace("60.6080", "60.6000"))
    assert "background_corners" in [found.code for found in told.value.problems]


def test_a_position_on_the_picture_is_where_it_was_pointed_at() -> None:
    edges = Background(file="x.png", north=60.608, south=60.606, west=15.629, east=15.634)
    assert edges.of(*edges.at(0.25, 0.75)) == pytest.approx((0.25, 0.75))
    assert edges.of(61, 15.63) is None


def test_the_organisers_picture_is_kept_small_and_bare(tmp_path: Path) -> None:
    arguments, folders = opening(tmp_path)
    with Image.open(io.BytesIO(for_opening(arguments, folders)[BACKGROUND])) as kept:
        assert max(kept.size) == 1000
        assert not kept.getexif()


def test_tiles_that_are_no_pattern_are_told(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[web]\ntiles = "karta"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape("{z}/{x}/{y}")):
        load_settings(file)
