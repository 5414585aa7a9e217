"""Conversations a non-programmer can read, played again: `pytest --update-golden` writes what is shown now."""

from __future__ import annotations

import asyncio
import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.keys import Keyring
from bot.opening import open_survey
from bot.outcomes import Outcome
from bot.scenarios import Recorder
from bot.service import Service
from bot.terminal import Terminal
from bot.wishes import Opening
from surveys.questionnaire.loading import library_ids
from surveys.store.store import Store
from surveys.texts import Texts

FOLDER = Path(__file__).parents[1] / "scenarios"
LIBRARY = Path(__file__).parents[2] / "surveys" / "library"
NOW = dt.datetime(2026, 3, 4, 17, tzinfo=dt.UTC)
NOTICE = """
controller = "Region Dalarna"
purpose = {sv = "att göra nästa träff bättre", en = "making the next meeting better"}
legal_basis = "public_interest"
retain_until = 2027-06-30
decision_ref = "RD 2026/123"

[influence]
level = "consultation"
can_affect = {sv = "Hur torget ska se ut.", en = "How the square should look."}
cannot_affect = {sv = "Bussen går kvar.", en = "The bus stays."}
feedback = {date = "2027-03-01", where = {sv = "på regionens webbplats", en = "on the region's website"}}
"""


class Overheard(Service):
    """Keeps what the last turn led to."""

    last: Outcome

    async def turn(self, *given: Any, **wanted: Any) -> Outcome:
        self.last = await super().turn(*given, **wanted)
        return self.last


async def play(scenario: dict[str, Any], url: str) -> tuple[Recorder, Outcome]:
    """The scenario's typed lines, said to the real terminal on a real store; what was shown, and the last turn."""
    name, language = str(scenario["questionnaire"]), str(scenario["language"])
    store = await Store.open(url)
    try:
        source = (LIBRARY / f"{name}.toml").read_text(encoding="utf-8")
        fill = (
            (FOLDER / "fills" / str(scenario["fill"])).read_text("utf-8")
            if "fill" in scenario
            else None
        )
        opening = Opening("Träffen", source, f"{name}.toml", notice=NOTICE, fill=fill, code="TRAFF")
        await open_survey(store, opening, now=NOW)
        service = Overheard(
            store,
            Keyring(b"key"),
            clock=lambda: NOW,
            remembered=0,  # the state is written down and read back before every input
            shuffled=list,
            chance=str,
        )
        recorder = Recorder(name, language, fill=scenario.get("fill"))
        lines = iter([*(turn["typed"] for turn in scenario["turn"]), None])

        async def typed() -> str | None:
            return next(lines)

        async def say(_: str) -> None:
            """Only the recorder listens."""

        terminal = Terminal(service, Texts("bot"))
        await terminal.converse("TRAFF", language, recorder.typed(typed), recorder.say(say))
        return recorder, service.last
    finally:
        await store.close()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_the_conversation_goes_as_it_is_written(
    path: Path, tmp_path: Path, sqlite_url: str, pytestconfig: pytest.Config
) -> None:
    written = path.read_text(encoding="utf-8")
    recorder, _ = asyncio.run(play(tomllib.loads(written), sqlite_url))
    again = tmp_path / "again.toml"
    recorder.save(again)
    if pytestconfig.getoption("--update-golden"):
        path.write_bytes(again.read_bytes())
        return
    assert again.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("name", library_ids())
def test_every_questionnaire_that_ships_has_a_scenario_in_swedish_and_english(name: str) -> None:
    told = [tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")]
    assert {s["language"] for s in told if s["questionnaire"] == name} == {"sv", "en"}
