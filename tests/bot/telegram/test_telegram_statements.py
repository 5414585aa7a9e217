"""Statements in a chat: a press is a vote, an old message changes it, and words are a statement of one's own."""

from __future__ import annotations

from surveys.questionnaire.loading import load_questionnaire
from tests.bot.telegram.conftest import House
from tests.bot.telegram.telegram_people import begin, do, write
from tests.web_room import DATA


async def test_statements_are_voted_on_written_and_changed_in_a_chat(house: House) -> None:
    source = (DATA / "square_statements.toml").read_text(encoding="utf-8")
    survey = await house.open(load_questionnaire(source, "square.toml"), "TORGET")
    phone = await begin(house, code="TORGET")
    assert "Håller du med?" in phone.last.text
    assert phone.last.labels == ["Håller med", "Håller inte med", "Hoppa över"]
    await do(phone, "Håller med", "Hoppa över", "Håller inte med", "Håller med")
    assert "Skriv ett eget påstående" in phone.last.text
    await write(phone, "Det behövs fler träd här")
    assert "Menar du det här?" in phone.last.text
    await do(phone, "Nej, skicka mitt")
    assert "Tack, ditt påstående är skickat." in phone.last.text
    await do(phone, "Hoppa över")
    assert "Något mer?" in phone.last.text
    await do(phone, "Hoppa över")
    first = next(message for message in phone.live if "✓ Håller med" in message.text)
    phone.press(first.rows[0][0]["callback_data"], first)  # an older message: "Ändra"
    await phone.settled()
    await do(phone, "Hoppa över")
    assert "Tack! Dina svar är sparade." in phone.last.text
    votes = [row.vote for row in await house.store.votes(survey.id)]
    assert sorted(votes) == ["agree", "agree", "disagree", "pass", "pass"]
