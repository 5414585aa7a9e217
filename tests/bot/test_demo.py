"""The demo: what the seed says of the four meetings, by people who talk to the real engine, and twice the same."""

from __future__ import annotations

import asyncio
import datetime as dt
import math
from pathlib import Path

import pytest
from PIL import Image

from bot.config import Settings, StoreSettings
from bot.demo.making import make_demo
from bot.demo.participants import meeting_personas
from bot.recordings import Recordings
from bot.reports import ReportRequest, published_report
from surveys.questionnaire.loading import load_model
from surveys.store.store import Store
from surveys.survey import Fill

ANSWERED = {
    "TRAFF1": 18,
    "TRAFF2": 16,
    "TRAFF3": 11,
    "TRAFF4": 15,
    "TORGVAR": 12,
    "TORGET": 40,
    "TYCKTILL": 60,
}
ATTENDED = {
    "TRAFF1": 24,
    "TRAFF2": 20,
    "TRAFF3": 12,
    "TRAFF4": 17,
    "TORGVAR": None,
    "TORGET": None,
    "TYCKTILL": None,
}
REQUESTS = [ReportRequest("sv", "json", code=code) for code in ANSWERED] + [
    ReportRequest("sv", "html", series="Dalalab"),
    ReportRequest("sv", "json", series="Dalalab"),
]
LATER = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
GOLDEN = Path(__file__).parents[1] / "golden" / "reports" / "demo_series.json"


async def demo(folder: Path) -> tuple[dict[str, tuple[int, int | None]], list[bytes]]:
    """How many answered and attended each survey of a fresh demo, and its reports."""
    settings = Settings(store=StoreSettings(url=f"sqlite:///{folder}/demo.sqlite"))
    await make_demo(settings, None)
    store = await Store.open(settings.store.url)
    try:
        people = {
            survey.code: ((await store.counts(survey)).answered, survey.attended)
            for survey in await store.surveys()
        }
        assert (await store.verify()).differences == ()
        pictures = Recordings(settings.recordings)
        drawn = [s.code for s in await store.surveys() if pictures.background(s) is not None]
        assert sorted(drawn) == ["TORGET", "TORGVAR"]
        return people, [await published_report(store, request, LATER) for request in REQUESTS]
    finally:
        await store.close()


@pytest.mark.slow
def test_two_demos_are_equal_and_as_the_seed_says(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """The series' report is as it was, too: `--update-golden` writes it anew."""
    first, second = (asyncio.run(demo(tmp_path / name)) for name in ("a", "b"))
    assert first[0] == {code: (ANSWERED[code], ATTENDED[code]) for code in ANSWERED}
    assert first == second
    series = first[1][-1]
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.write_bytes(series)
    assert series == GOLDEN.read_bytes()


def test_simulated_people_type_like_people() -> None:
    said = [
        text
        for meeting in (1, 2, 3, 4)
        for persona in meeting_personas(meeting, 18)
        for text in persona.texts.values()
    ]
    assert "" in said
    assert "-" in said
    assert any(text.startswith("The practical") for text in said)
    assert any(text.startswith("Hyvää") for text in said)


def test_the_drawn_square_is_true_to_scale_and_holds_every_named_place() -> None:
    folder = Path("bot/demo")
    fill = load_model(Fill, (folder / "place_fill.toml").read_text(encoding="utf-8"), "fill.toml")
    edges = fill.background
    assert edges is not None
    for place in fill.place:
        assert place.lat is not None
        assert place.lon is not None
        assert edges.of(place.lat, place.lon) is not None
    with Image.open(folder / edges.file) as drawn:
        pixels = drawn.width / drawn.height
    across = (edges.east - edges.west) * math.cos(math.radians(edges.north))
    assert pixels == pytest.approx(across / (edges.north - edges.south), rel=0.01)
