"""Which languages a survey is offered in: those in which everything a participant meets is written."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from pathlib import Path

import pytest

from bot.opening import interface_languages, open_survey
from bot.wishes import Opening
from surveys.questionnaire.languages import best_language
from surveys.store.store import Store

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
SIX = ("sv", "sv-x-latt", "en", "fi", "ar", "so")
NOTICE = """
controller = "Region Dalarna"
legal_basis = "public_interest"
retain_until = 2027-06-30
decision_ref = "RD 2026/123"
purpose = {sv = "att planera", sv-x-latt = "att planera", en = "planning", fi = "suunnittelu", de = "planen"}
"""
INFLUENCE = """
[influence]
level = "dialogue"
can_affect = {sv = "Torget.", en = "The square.", fi = "Tori."}
cannot_affect = {sv = "Bussen.", en = "The bus.", fi = "Bussi."}
feedback = {date = "2027-01-01", where = {sv = "här", en = "here"}}
"""


async def offered(
    folder: Path, name: str = "session_evaluation", **wanted: object
) -> tuple[str, ...]:
    """The languages of a survey that is opened with these."""
    source = (files("surveys") / "library" / f"{name}.toml").read_text(encoding="utf-8")
    source = wanted.pop("source", source)  # type: ignore[assignment]
    opening = Opening("T", source, f"{name}.toml", **wanted)  # type: ignore[arg-type]
    async with await Store.open(f"sqlite:///{folder}/dalalab.sqlite") as store:
        return (await open_survey(store, opening, now=NOW)).languages


async def test_six_languages_are_offered_with_latt_svenska_beside_swedish(tmp_path: Path) -> None:
    assert interface_languages() == SIX
    assert await offered(tmp_path, demo_notice=True) == SIX
    assert (await offered(tmp_path, demo_notice=True, language="so"))[:2] == ("so", "sv")


async def test_a_language_the_notice_lacks_is_not_offered(tmp_path: Path) -> None:
    assert await offered(tmp_path, notice=NOTICE) == ("sv", "sv-x-latt", "en", "fi")
    dialogue = await offered(tmp_path, "place_dialogue", notice=NOTICE + INFLUENCE)
    assert dialogue == ("sv", "en")


async def test_a_language_the_fill_lacks_is_not_offered(tmp_path: Path) -> None:
    place = '[[place]]\nid = "square"\nsv = "Torget"\nfi = "Tori"\n'
    assert await offered(tmp_path, demo_notice=True, fill=place) == ("sv", "fi")


async def test_a_language_the_product_does_not_speak_is_not_offered(tmp_path: Path) -> None:
    source = """format = 1
id = "german"
purpose = "evaluation"
unit = "person"
anonymity = "confidential"
channels = ["web"]
max_seconds = 60
title = {sv = "Hej", de = "Hallo"}
intro = {sv = "Hej", de = "Hallo"}
[[question]]
id = "why"
kind = "text"
text = {sv = "Varför?", de = "Warum?"}
"""
    assert await offered(tmp_path, notice=NOTICE, source=source) == ("sv",)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("sv", "sv"), ("sv-SE", "sv"), ("sv-x-latt", "sv-x-latt"), ("ar-SY", "ar"), ("de", "sv")],
)
def test_a_browser_that_asks_for_swedish_gets_swedish(wanted: str, given: str) -> None:
    assert best_language(wanted, SIX) == given
    if wanted != "de":
        assert best_language(wanted, (*SIX[1:], "sv")) == given
