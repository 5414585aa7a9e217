"""What the plans are played with: questionnaires and the answers somebody gives, from the scenario files."""

from __future__ import annotations

import asyncio
import tomllib
from pathlib import Path

from surveys.conversation.state import Key
from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    Picture,
    Position,
    Seen,
    Skipped,
    Words,
)
from surveys.questionnaire.loading import library_questionnaire, load_model, load_questionnaire
from surveys.survey import Fill
from tests.bot.test_scenarios import FOLDER, play
from tests.faults.plans import Told

LIBRARY = ("session_evaluation", "place_dialogue", "consequence_matrix")
OF_EVERY_KIND = {
    Key("usefulness"): Choice("high"),
    Key("role"): Choice("other", "Jag går förbi"),
    Key("best"): Choices(("talks", "food")),
    Key("people"): Amount("12", 2021),
    Key("comment"): Words("Mer tid"),
    Key("where"): Position(60.6, 15.6),
    Key("contact"): Agreement(True, ""),
}


async def told_by_scenario(name: str, folder: Path) -> Told:
    """The answers of the Swedish scenario file."""
    scenario = tomllib.loads((FOLDER / f"{name}.sv.toml").read_text(encoding="utf-8"))
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    _, outcome = await play(scenario, f"sqlite:///{folder}/told.sqlite")
    fill = None
    if "fill" in scenario:
        source = (FOLDER / "fills" / str(scenario["fill"])).read_text(encoding="utf-8")
        fill = load_model(Fill, source, "fill.toml")
    answers = {
        key: value
        for key, value in outcome.state.answers.items()
        if not isinstance(value, Picture | Seen | Skipped)
    }
    return Told(name, library_questionnaire(name), fill, answers)


async def everybody(folder: Path) -> list[Told]:
    """Every questionnaire that the plans are played with."""
    path = Path(__file__).parents[1] / "data" / "every_kind.toml"
    questionnaire = load_questionnaire(path.read_text(encoding="utf-8"), path.name)
    told = [Told("every_kind", questionnaire, None, OF_EVERY_KIND)]
    for name in LIBRARY:
        (folder / name).mkdir(parents=True)
        told.append(await told_by_scenario(name, folder / name))
    return told
