"""G4: the answers of every scenario, given on the web, meet the same questions in the same order with the same words."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_scenarios import FOLDER, NOW, play
from web_room import INFLUENCE, Room, Visitor

from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Act, Begin, Context, FillIn, Input, State
from surveys.conversation.step import step
from surveys.conversation.values import (
    Agreement,
    Allocation,
    Amount,
    Choice,
    Choices,
    Day,
    NamedPlace,
    Outside,
    Ranking,
    TimeOfDay,
    Value,
    Words,
)
from surveys.conversation.view import screen
from surveys.store.store import Store
from surveys.survey import Survey
from tests.giving import act_giving

Asked = tuple[str, str, str]
"""Question, turn and text of a screen."""
BY_HAND = (Choice, Choices, Outside, NamedPlace, Agreement, Ranking, Allocation, Amount, Words, Day)


def answers_to(shown: QuestionScreen, state: State) -> dict[str, Value]:
    """What the scenario's person answered on one screen, by turn; a picture cannot be sent again and is skipped."""
    keys = [row.key for row in shown.rows] or [shown.key]
    return {
        key.turn: state.answers[key]
        for key in keys
        if isinstance(state.answers.get(key), (*BY_HAND, TimeOfDay))
    }


def act_at(shown: QuestionScreen, given: dict[str, Value]) -> Act:
    if shown.rows:
        return FillIn({t: v.option for t, v in given.items() if isinstance(v, Choice | Outside)}, shown.key)  # fmt: skip
    return act_giving(given.get(shown.key.turn), shown.key)


def asked_by_the_engine(survey: Survey, told: State) -> list[Asked]:
    """The screens that somebody meets who gives the scenario's answers straight."""
    drawn = {name: tuple(items) for name, items in told.facts.get("drawn", {}).items()}
    context = Context(survey, NOW, drawn)
    begin = Input(Begin(told.language), context)
    state = step(survey.questionnaire, State(language=told.language), begin).state
    met: list[Asked] = []
    while isinstance(shown := screen(state, context), QuestionScreen):
        met.append((*shown.key, shown.text))
        act = act_at(shown, answers_to(shown, told))
        moved = step(survey.questionnaire, state, Input(act, context)).state
        assert moved != state, met[-1]
        state = moved
    return met


def fields_of(given: dict[str, Value], shown: QuestionScreen) -> dict[str, Any]:
    """A web form's fields for the answers of one screen."""
    if shown.rows:
        return {f"cell-{turn}": value.option for turn, value in given.items()}  # type: ignore[union-attr]
    match given.get(shown.key.turn):
        case Choice(option=option, other=other):
            return {"answer": option, **({f"other-{option}": other} if other else {})}
        case Outside(option=option) | NamedPlace(place=option):
            return {"answer": option}
        case Choices(options=options, other=others):
            return {"answer": list(options), **{f"other-{o}": text for o, text in others.items()}}
        case Ranking(options=options):
            return {"answer": list(options)}
        case Allocation(amounts=amounts):
            return {f"amount-{option}": str(amount) for option, amount in amounts.items()}
        case Amount(number=number, year=year):
            return {"answer": number, "year": str(year or "")}
        case Agreement(given=agreed):
            return {"answer": "yes" if agreed else "no"}
        case Words(text=text) | Day(date=text) | TimeOfDay(time=text):
            return {"answer": text}
    return {}


async def asked_on_the_web(room: Room, survey: Survey, told: State) -> list[Asked]:
    """The pages somebody meets who fills in the scenario's answers."""
    met: list[Asked] = []
    async with room.phone(**{"accept-language": told.language}) as phone:
        visitor = Visitor(phone, survey.code)
        await visitor.look(f"?lang={told.language}")
        await visitor.press("next", language=told.language)
        while ("action", "next") in (form := visitor.page.forms[0]).buttons:
            here = (form.value("question"), form.value("turn"))
            shown = await current(room, survey, met, told)
            met.append((*here, visitor.page.heading))
            fields = fields_of(answers_to(shown, told), shown)
            hidden = {name: form.value(name) for name in ("question", "turn", "revision", "nonce")}
            action = "next" if fields else "skip"
            await visitor.send({**hidden, **fields, "action": action})
            assert visitor.sent.status_code == 303, visitor.page.alert
    return met


async def current(room: Room, survey: Survey, met: list[Asked], told: State) -> QuestionScreen:
    """The engine's screen after as many answers: what the page should be about."""
    drawn = {name: tuple(items) for name, items in told.facts.get("drawn", {}).items()}
    context = Context(survey, room.now, drawn)
    begin = Input(Begin(told.language), context)
    state = step(survey.questionnaire, State(language=told.language), begin).state
    for _ in met:
        shown = screen(state, context)
        assert isinstance(shown, QuestionScreen)
        act = act_at(shown, answers_to(shown, told))
        state = step(survey.questionnaire, state, Input(act, context)).state
    shown = screen(state, context)
    assert isinstance(shown, QuestionScreen)
    return shown


def scenario_in(path: Path) -> dict[str, Any]:
    """A scenario file, with the text of its fill."""
    scenario = tomllib.loads(path.read_text(encoding="utf-8"))
    name = scenario.get("fill")
    filled = (FOLDER / "fills" / name).read_text(encoding="utf-8") if name else None
    return {**scenario, "filled": filled}


PATHS = [
    pytest.param(path, id=path.stem, marks=[] if path.stem.endswith(".sv") else [pytest.mark.slow])
    for path in sorted(FOLDER.glob("*.toml"))
]
"""The English ones are for CI: what differs is the words."""


@pytest.mark.parametrize("path", PATHS)
async def test_the_web_asks_what_the_scenario_asks(
    path: Path, new_sqlite: Callable[[str], str]
) -> None:
    scenario = scenario_in(path)
    _, outcome = await play(scenario, new_sqlite("terminal"))
    store = await Store.open(new_sqlite("web"))
    try:
        room = Room(store, chance=str)
        name, filled = scenario["questionnaire"], scenario["filled"]
        survey = await room.open(name, "TRAFF", filled, influence=INFLUENCE)
        met = await asked_on_the_web(room, survey, outcome.state)
    finally:
        await store.close()
    expected = asked_by_the_engine(survey, outcome.state)
    assert [(q, t) for q, t, _ in met] == [(q, t) for q, t, _ in expected]
    assert all(text in page for (_, _, text), (_, _, page) in zip(expected, met, strict=True))
