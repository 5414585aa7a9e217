"""G4: the answers of every scenario, pressed and written in Telegram, meet the same questions with the same words."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from test_same_questions import Asked, answers_to, asked_by_the_engine, current, scenario_in
from test_scenarios import FOLDER, play

from bot.botapi.phone import Phone
from bot.botapi.server import BotApi
from bot.botapi.world import World
from bot.telegram.screens.codec import Does, Press, decode
from bot.telegram.screens.spots import press_on
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Key, State
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
from surveys.questionnaire.loading import library_questionnaire, load_model
from surveys.questionnaire.models import Single
from surveys.survey import Fill, Survey
from tests.bot.telegram.conftest import House
from tests.bot.telegram.telegram_people import by_webhook


@pytest.fixture
async def house(sqlite_url: str, mode: str) -> AsyncIterator[House]:
    """A bot with no survey yet, over HTTP both ways; chance draws in the questionnaire's order."""
    world = World()
    async with BotApi(world) as api:
        made = House(world, api, sqlite_url)
        async with by_webhook(made, list) if mode == "webhook" else by_polling(made):
            yield made


@asynccontextmanager
async def by_polling(house: House) -> AsyncIterator[None]:
    """The channel asks for updates."""
    await house.start(shuffled=list)
    try:
        yield
    finally:
        await house.stop()


async def press(
    phone: Phone, survey: Survey, key: Key, does: Does, number: int | None = None
) -> None:
    """Presses the button that stands for this on the newest message that has it."""
    wanted = press_on(survey, key, does, number=number)
    for message in phone.live[::-1]:
        for button in (button for row in message.rows for button in row):
            found: Press = decode(button["callback_data"])
            if (found.place, found.does, found.number) == (wanted.place, does, number):
                phone.press(button["callback_data"], message)
                await phone.settled()
                return
    pytest.fail(f"no button for {key}, {does.name}, {number} on {phone.last.text}")


async def write(phone: Phone, text: str) -> None:
    phone.send(text)
    await phone.settled()


async def answer_row(phone: Phone, shown: QuestionScreen, key: Key, value: Value) -> None:
    steps = {b.id: (Does.CHOOSE, b.number) for b in shown.options}
    steps |= {b.id: (Does.OUTSIDE, b.number) for b in shown.outside}
    assert isinstance(value, Choice | Outside)
    await press(phone, shown.survey, key, *steps[value.option])


async def answer(phone: Phone, shown: QuestionScreen, given: dict[str, Value]) -> None:
    """One screen, answered as a person would."""
    if shown.rows:
        for row in shown.rows:
            if row.key.turn in given:
                await answer_row(phone, shown, row.key, given[row.key.turn])
        if len(given) < len(shown.rows):
            await press(phone, shown.survey, shown.key, Does.SKIP)
    elif (value := given.get(shown.key.turn)) is None:
        await press(phone, shown.survey, shown.key, Does.SKIP)
    elif not await pressed(phone, shown, value):
        await write(phone, typed(shown, value))


async def pressed(phone: Phone, shown: QuestionScreen, value: Value) -> bool:
    """Whether the value was given with buttons."""
    survey, key = shown.survey, shown.key
    match value:
        case Choice(option=option, other=other) if other and isinstance(shown.question, Single):
            await ticked(phone, shown, (option,), (other,))
        case Choice() | Outside():
            await answer_row(phone, shown, key, value)
        case Choices(options=options, other=others):
            await ticked(phone, shown, options, tuple(others.values()))
        case Ranking(options=options):
            await ticked(phone, shown, options, ())
        case NamedPlace(place=place):
            places = [button.id for button in shown.places]
            await press(phone, survey, key, Does.PLACE, places.index(place))
        case Agreement(given=agreed):
            await press(phone, survey, key, Does.AGREE if agreed else Does.REFUSE)
        case _:
            return False
    return True


async def ticked(
    phone: Phone, shown: QuestionScreen, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Options pressed one by one, then sent, or sent with the words for the open line."""
    numbers = {button.id: button.number for button in shown.options}
    for option in options:
        await press(phone, shown.survey, shown.key, Does.TICK, numbers[option])
    if words:
        await write(phone, words[0])
    else:
        await press(phone, shown.survey, shown.key, Does.SEND)


def typed(shown: QuestionScreen, value: Value) -> str:
    """What is written for a value."""
    match value:
        case Allocation(amounts=amounts):
            return " ".join(str(amounts.get(button.id, 0)) for button in shown.options)
        case Amount(number=number, year=year):
            return f"{number} {year}" if year else number
        case Words(text=text) | Day(date=text) | TimeOfDay(time=text):
            return text
    raise AssertionError(value)


async def asked_in_telegram(
    house: House, survey: Survey, told: State, expected: list[Asked]
) -> list[str]:
    """The messages somebody meets who gives the scenario's answers, question by question."""
    phone = house.phone(1, language=told.language)
    phone.start(survey.code)
    await phone.settled()
    phone.tap("Börja" if told.language == "sv" else "Begin")
    await phone.settled()
    met: list[Asked] = []
    texts: list[str] = []
    for asked in expected:
        shown = await current(house, survey, met, told)
        texts.append(phone.last.text)
        await answer(phone, shown, answers_to(shown, told))
        met.append(asked)
    texts.append(phone.last.text)
    return texts


WAYS = [
    pytest.param(mode, path, id=f"{path.stem}-{mode}")
    for path in sorted(FOLDER.glob("*.toml"))
    for mode in ("polling", "webhook")
    if mode == "polling" or path.stem.endswith(".sv")
]
"""Every scenario by polling, and every questionnaire by webhook."""


@pytest.mark.slow
@pytest.mark.parametrize(("mode", "path"), WAYS)
async def test_telegram_asks_what_the_scenario_asks(
    path: Path, new_sqlite: Callable[[str], str], house: House
) -> None:
    scenario = scenario_in(path)
    _, outcome = await play(scenario, new_sqlite("terminal"))
    fill = load_model(Fill, scenario["filled"], "fill.toml") if scenario["filled"] else None
    survey = await house.open(library_questionnaire(scenario["questionnaire"]), fill=fill)
    expected = asked_by_the_engine(survey, outcome.state)
    *texts, end = await asked_in_telegram(house, survey, outcome.state, expected)
    wrong = [asked for asked, seen in zip(expected, texts, strict=True) if asked[2] not in seen]
    assert not wrong
    assert ("Tack" if outcome.state.language == "sv" else "Thank") in end
