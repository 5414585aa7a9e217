"""Every questionnaire that ships can be answered in Telegram; the stand-in refuses what Telegram refuses."""

from __future__ import annotations

import logging
from importlib.resources import files

import pytest

from bot.botapi.phone import Phone
from bot.telegram.screens.codec import Does, decode
from surveys.questionnaire.loading import library_questionnaire
from surveys.survey import Fill
from tests.bot.telegram.telegram_people import asking, begin, mark, write
from tests.bot.telegram.test_telegram_place import INFLUENCE, PLACES

LIBRARY = sorted(
    file.name.removesuffix(".toml")
    for file in (files("surveys") / "library").iterdir()
    if file.name.endswith(".toml") and not file.name.startswith("_")
)
CHOOSING = {Does.CHOOSE, Does.TICK, Does.PLACE, Does.AGREE}


@pytest.mark.parametrize("name", LIBRARY)
async def test_a_questionnaire_is_answered_to_its_end(house, caplog, name: str) -> None:
    fill = Fill(place=PLACES, influence=INFLUENCE)
    await house.open(library_questionnaire(name), "ALLA22", fill=fill)
    phone = await begin(house, code="ALLA22")
    for _ in range(120):
        if "Tack!" in phone.last.text:
            break
        await _on(phone)
    assert "Tack!" in phone.last.text
    assert asking(phone) == [phone.last]
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING] == []


async def _on(phone: Phone) -> None:
    """Sends what has been ticked; else the first choice (of a table in its first open row), else skips."""
    table = [row for row in phone.last.rows if _does(row[0]) is Does.ROW]
    if table:
        answered = sum(row[0]["text"].startswith("✓") for row in table)
        mark(phone, table[answered][0]["text"], "1")
        await phone.settled()
        return
    buttons = [button for row in phone.last.rows for button in row]
    ticked = any(button["text"].startswith(("☑", "✓")) for button in buttons)
    wanted = ({Does.SEND}, CHOOSING, {Does.SKIP}) if ticked else (CHOOSING, {Does.SKIP})
    found = [button for kinds in wanted for button in buttons if _does(button) in kinds]
    if not found:
        await write(phone, "Gruppen")
        return
    phone.press(found[0]["callback_data"], phone.last)
    await phone.settled()


def _does(button: dict[str, str]) -> Does:
    return decode(button["callback_data"]).does
