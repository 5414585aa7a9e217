"""The answer back in a chat: asked for with one press, told once, in the reader's language, and then forgotten."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.botapi.faults import Fault
from bot.telegram.outreach.nudging import nudge
from surveys.answer_back import AnswerBack, Point
from surveys.questionnaire.models import Feedback, Influence
from tests.bot.telegram.telegram_people import begin, do, notice, write

FOLLOW, UNFOLLOW = "Säg till när svaret kommer", "Säg inte till mig"
TITLE = "Du sa – vi gjorde"
INFLUENCE = Influence(
    level="dialogue",
    can_affect={"sv": "Hur torget ska se ut.", "en": "How the square should look."},
    cannot_affect={"sv": "Bussen går kvar.", "en": "The bus stays."},
    feedback=Feedback(date="2027-05-01", where={"sv": "på webben", "en": "on the web"}),
)
ANSWER = AnswerBack(
    point=(
        Point(
            said={"sv": "Fler bänkar", "en": "More benches"},
            status="done",
            did={"sv": "Sex bänkar står på plats.", "en": "Six benches are in place."},
            date=dt.date(2027, 4, 12),
        ),
        Point(said={"sv": "Ta bort bussen"}, status="declined", did={"sv": "linjen behövs."}),
    ),
    contact={"sv": "Torgprojektet, torget@example.se"},
)


async def promised(house, code: str = "TORGET", **more):
    """A survey whose participants are promised an answer."""
    given = notice().model_copy(update={"influence": INFLUENCE})
    return await house.open(code=code, title="Stortorget", given=given, **more)


async def thanked(house, number: int = 1, code: str = "TORGET"):
    """Somebody who stands on the thanks screen."""
    phone = await begin(house, number, code)
    await do(phone, *["Hoppa över"] * 5)
    return phone


async def answered(house, survey, answer: AnswerBack = ANSWER) -> None:
    """The survey closes, and its answer is published and sent."""
    await house.store.close_survey(survey.code, house.now)
    house.service.forget()
    await house.store.publish_answer(survey.id, answer, "Kim", house.now)
    await house.channel.chores.telling.round()
    await house.idle()


def told(phone) -> list[str]:
    return [message.text for message in phone.replies if TITLE in message.text]


async def test_one_press_and_the_answer_comes_once_after_closing_and_the_wish_is_gone(
    house,
) -> None:
    survey = await promised(house)
    phone, other = await thanked(house, 1), await thanked(house, 2)
    await do(phone, FOLLOW)
    assert phone.last.labels == [UNFOLLOW]
    assert "senast 1 maj 2027: på webben" in phone.last.text
    await answered(house, survey)
    (text,) = told(phone)
    assert "Du sa Fler bänkar\nVi gjorde Sex bänkar står på plats.\nKlart, 12 april 2027" in text
    assert "Vi gör det inte, för att linjen behövs.\nGör vi inte" in text
    assert "https://x.test/TORGET" in text
    assert "det enda meddelandet" in text
    assert told(other) == []
    assert await house.store.count_subscriptions(survey.id) == 0
    await house.store.publish_answer(survey.id, ANSWER, "Kim", house.now)
    await house.channel.chores.telling.round()
    assert len(told(phone)) == 1


async def test_it_comes_in_the_language_of_the_conversation(house) -> None:
    survey = await promised(house)
    phone = house.phone(3, language="en")
    phone.start("TORGET")
    await phone.settled()
    await do(phone, "Begin", *["Skip"] * 5, "Tell me when the answer comes")
    await answered(house, survey)
    assert "You said More benches\nWe did Six benches are in place." in phone.last.text
    assert "You said Ta bort bussen" in phone.last.text  # not written in English


@pytest.mark.parametrize("way", [UNFOLLOW, "/stopp", "erase"])
async def test_whoever_takes_it_back_hears_nothing_more(house, way: str) -> None:
    survey = await promised(house)
    phone = await thanked(house)
    await do(phone, FOLLOW)
    assert await house.store.count_subscriptions(survey.id) == 1
    if way == UNFOLLOW:
        await do(phone, UNFOLLOW)
    elif way == "/stopp":
        await write(phone, "/stopp")
    else:
        await write(phone, "/radera")
        await do(phone, "Ta bort svaren")
    assert "Vi har tagit bort din önskan." in phone.last.text
    assert await house.store.count_subscriptions(survey.id) == 0
    await answered(house, survey)
    assert told(phone) == []


async def test_after_closing_it_is_still_one_command_to_take_it_back(house) -> None:
    survey = await promised(house)
    phone = await thanked(house)
    await do(phone, FOLLOW)
    await house.store.close_survey("TORGET", house.now)
    house.service.forget()
    await write(phone, "/stopp")
    assert "Vi har tagit bort din önskan." in phone.last.text
    assert await house.store.count_subscriptions(survey.id) == 0


async def test_whoever_comes_after_closing_is_told_when_or_what(house) -> None:
    survey = await promised(house)
    await house.store.close_survey("TORGET", house.now)
    phone = house.phone(1)
    phone.start("TORGET")
    await phone.settled()
    assert "Svaret kommer senast 1 maj 2027: på webben." in phone.last.text
    await do(phone, FOLLOW)
    assert await house.store.count_subscriptions(survey.id) == 1
    await house.store.publish_answer(survey.id, ANSWER, "Kim", house.now)
    late = house.phone(2)
    late.start("TORGET")
    await late.settled()
    assert len(told(late)) == 1
    await house.channel.chores.telling.round()
    assert len(told(phone)) == 1


async def test_a_sender_killed_in_between_tells_at_most_once_more(house) -> None:
    """What was claimed and not marked may have been sent: it goes once more, and never a third time."""
    survey = await promised(house)
    phone = await thanked(house)
    await do(phone, FOLLOW)
    await house.store.close_survey("TORGET", house.now)
    await house.store.publish_answer(survey.id, ANSWER, "Kim", house.now)
    assert await house.store.claim_subscription(house.world.bot_id, house.now, 120.0)
    # and here it is killed
    await house.stop()
    await house.start()
    await house.channel.chores.telling.round()
    assert len(told(phone)) == 1
    assert await house.store.count_subscriptions(survey.id) == 0


async def test_an_answer_that_never_came_back_is_in_doubt_once(house) -> None:
    survey = await promised(house)
    phone = await thanked(house)
    await do(phone, FOLLOW)
    for _ in range(2):
        house.world.faults.plan(Fault("sendMessage", kind="cut_after"))
    await answered(house, survey)
    for _ in range(3):
        await house.channel.chores.telling.round()
    assert len(told(phone)) == 2
    assert await house.store.count_subscriptions(survey.id) == 0


async def test_what_surely_did_not_go_goes_later_and_whoever_blocked_us_is_forgotten(house) -> None:
    survey = await promised(house)
    phone, gone = await thanked(house, 1), await thanked(house, 2)
    await do(phone, FOLLOW)
    await do(gone, FOLLOW)
    gone.block()
    await gone.settled()
    limit = Fault("sendMessage", status=429, description="Too Many Requests", retry_after=5)
    house.world.faults.plan(limit)
    await answered(house, survey)
    await house.channel.chores.telling.round()
    assert len(told(phone)) == 1
    assert await house.store.count_subscriptions(survey.id) == 0


async def test_one_that_must_wait_holds_nobody_else_up(house) -> None:
    survey = await promised(house)
    phones = [await thanked(house, number) for number in (1, 2, 3)]
    for phone in phones:
        await do(phone, FOLLOW)
    limit = Fault("sendMessage", status=429, description="Too Many Requests", retry_after=5)
    house.world.faults.plan(limit)
    await answered(house, survey)
    assert sorted(len(told(phone)) for phone in phones) == [0, 1, 1]
    await house.channel.chores.telling.round()
    assert [len(told(phone)) for phone in phones] == [1, 1, 1]


@pytest.mark.parametrize(("hour", "silent"), [(12, None), (22, True)])
async def test_it_comes_at_once_and_wakes_nobody(house, hour: int, silent: bool | None) -> None:
    survey = await promised(house)
    phone = await thanked(house)
    await do(phone, FOLLOW)
    house.now = house.now.replace(hour=hour)
    await answered(house, survey)
    assert len(told(phone)) == 1
    sent = [fields for method, fields in house.world.calls if method == "sendMessage"]
    assert sent[-1].get("disable_notification") in {silent, str(silent).lower()}


async def test_what_is_kept_of_a_person_says_that_they_wait(house) -> None:
    await promised(house)
    phone = await thanked(house)
    await do(phone, FOLLOW)
    await write(phone, "/minadata")
    assert "bett att få veta när svaret kommer" in phone.last.text


async def test_without_a_promise_nothing_is_offered(house) -> None:
    phone = await thanked(house, code="TRAFF1")
    assert FOLLOW not in phone.last.labels


async def test_a_long_answer_is_one_message_and_the_way_to_the_rest(house) -> None:
    survey = await promised(house)
    phone = await thanked(house)
    await do(phone, FOLLOW)
    point = Point(said={"sv": "Mer " * 300}, status="underway", did={"sv": "Vi " * 300})
    await answered(house, survey, ANSWER.model_copy(update={"point": (point,) * 12}))
    (text,) = told(phone)
    assert len(text) <= 4096
    assert "https://x.test/TORGET" in text


async def test_the_organisers_chat_is_reminded_once_that_the_answer_is_late(house) -> None:
    survey = await promised(house)
    await house.store.invite_organiser(
        survey.id, house.service.keyring.organiser_code_hash("org-AAAA"), house.now, dt.timedelta(1)
    )
    organiser = house.phone(70)
    organiser.start("org-AAAA")
    await organiser.settled()
    await house.store.close_survey("TORGET", house.now)
    late = [
        house.now,
        dt.datetime(2027, 5, 1, 12, tzinfo=dt.UTC),
        dt.datetime(2027, 5, 2, 12, tzinfo=dt.UTC),
    ]
    counts = []
    for house.now in (*late, late[-1] + dt.timedelta(days=9)):
        await nudge(house.channel.chores.telling)
        counts.append(sum("skulle ha kommit 1 maj 2027" in m.text for m in organiser.replies))
    assert counts == [0, 0, 1, 1]
    assert "https://x.test/arrangor/TORGET/svar" in organiser.last.text
