"""Reminders: to those who began and did not finish, once, by day, and never after stop."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.botapi.faults import Fault
from surveys.conversation.state import Key
from surveys.conversation.values import Words
from tests.bot.telegram.telegram_people import begin, do, write

DAY = dt.timedelta(days=1)
NOTE = "Det här är den enda påminnelsen."


async def wait(house, time: dt.timedelta = DAY) -> None:
    """Time goes by, and the bot looks who is to be reminded."""
    house.now += time
    await house.channel.chores.remind()
    await house.idle()


def reminders(phone) -> int:
    return sum(NOTE in message.text for message in phone.replies)


async def test_whoever_stopped_halfway_gets_the_question_again_with_a_way_to_say_no(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad")
    await wait(house, DAY - dt.timedelta(minutes=1))
    assert reminders(phone) == 0
    await wait(house, dt.timedelta(minutes=2))
    assert phone.last.text.startswith("Du har börjat svara men är inte klar. " + NOTE)
    assert "skriv /stopp" in phone.last.text
    assert "Fråga 2 av 5" in phone.last.text
    assert phone.last.labels[-1] == "Påminn mig inte"
    asked = [message for message in phone.live if "I viss grad" in message.labels]
    assert asked == [phone.last]


async def test_the_question_is_answered_where_it_came_again(house) -> None:
    phone = await begin(house)
    await wait(house)
    await do(phone, "I hög grad", "I viss grad")
    assert "Fråga 3 av 5" in phone.last.text
    assert reminders(phone) == 0
    assert len(await house.answers("TRAFF1")) == 2


async def test_nobody_is_reminded_twice_whatever_they_do_afterwards(house) -> None:
    phone = await begin(house)
    await wait(house)
    assert reminders(phone) == 1
    await wait(house)
    await write(phone, "/fortsatt")
    await wait(house)
    phone.start("TRAFF1")
    await phone.settled()
    await wait(house)
    await wait(house)
    assert (
        house.world.count("sendMessage") == 5
    )  # notice, question, reminder, two times the question


async def test_those_who_only_looked_or_have_finished_are_left_alone(house) -> None:
    looked, finished = house.phone(1), await begin(house, 2)
    looked.start("TRAFF1")
    await looked.settled()
    await do(finished, *["Hoppa över"] * 5)
    await do(finished, "Ändra 1", "I hög grad")
    await wait(house)
    assert (reminders(looked), reminders(finished)) == (0, 0)


@pytest.mark.parametrize(("hour", "told"), [(6, 0), (8, 1), (18, 1), (19, 0)])
async def test_reminders_come_by_day_where_people_live(house, hour: int, told: int) -> None:
    """UTC hours in February; in Sweden it is an hour later."""
    phone = await begin(house)
    tomorrow = (house.now + 2 * DAY).replace(hour=hour)
    await wait(house, tomorrow - house.now)
    assert reminders(phone) == told


async def test_one_that_could_not_go_by_day_waits_for_the_next_morning(house) -> None:
    phone = await begin(house)
    house.world.faults.plan(
        Fault("sendMessage", status=429, description="Too Many Requests", retry_after=9 * 3600)
    )
    await wait(house)
    assert house.now.hour >= 20
    assert reminders(phone) == 0
    await wait(house, dt.timedelta(hours=1))
    assert reminders(phone) == 0
    await wait(house, dt.timedelta(hours=12))
    assert reminders(phone) == 1


async def test_what_may_have_arrived_is_not_sent_again(house) -> None:
    phone = await begin(house)
    house.world.faults.plan(Fault("sendMessage", kind="cut_after"))
    await wait(house)
    await wait(house)
    assert reminders(phone) == 1


async def test_nobody_is_reminded_in_the_last_hour_or_of_what_is_closed(house) -> None:
    await house.open(code="KORT", closes=house.now + DAY + dt.timedelta(minutes=50))
    await house.open(code="SLUT")
    phone, other = await begin(house, 1, "KORT"), await begin(house, 2, "SLUT")
    await house.store.close_survey("SLUT", house.now)
    house.service.forget()
    await wait(house)
    assert (reminders(phone), reminders(other)) == (0, 0)


async def test_whoever_blocked_the_bot_is_not_written_to(house) -> None:
    phone = await begin(house)
    phone.block()
    await phone.settled()
    before = house.world.count("sendMessage")
    await wait(house)
    assert house.world.count("sendMessage") == before


async def test_whoever_goes_on_while_the_reminder_is_on_its_way_does_not_get_it(house) -> None:
    phone = await begin(house)
    house.now += DAY
    assert await house.channel.chores.reminders.queue() == 1
    await do(phone, "I hög grad")
    assert reminders(phone) == 0
    assert "Fråga 2 av 5" in phone.last.text


async def test_reminders_and_stops_survive_a_restart(house) -> None:
    phone, quiet, reminded = await begin(house, 1), await begin(house, 2), await begin(house, 3)
    await write(quiet, "/stopp")
    await house.stop()
    await house.start()
    await wait(house)
    assert (reminders(phone), reminders(quiet), reminders(reminded)) == (1, 0, 1)
    await house.stop()
    await house.start()
    await wait(house)
    assert (reminders(phone), reminders(quiet), reminders(reminded)) == (1, 0, 1)


@pytest.mark.parametrize("word", ["/stopp", "/stop", "/sluta", "Stopp!", "sluta", "STOP"])
async def test_stop_is_acknowledged_with_a_sentence_and_no_reminder_comes(house, word: str) -> None:
    phone = await begin(house)
    await write(phone, word)
    assert phone.last.text == (
        "Vi påminner dig inte, och dina svar finns kvar om du vill fortsätta."
    )
    await wait(house)
    assert reminders(phone) == 0


async def test_stop_is_answered_in_the_language_of_the_conversation(house) -> None:
    phone = house.phone(1)
    phone.start("TRAFF1")
    await phone.settled()
    await do(phone, "English", "Begin")
    await write(phone, "stop")
    assert phone.last.text.startswith("We will not remind you")


async def test_the_button_stops_reminders_and_leaves_the_question(house) -> None:
    phone = await begin(house)
    await wait(house)
    await do(phone, "Påminn mig inte")
    assert phone.toasts == ["Vi påminner dig inte, och dina svar finns kvar om du vill fortsätta."]
    assert reminders(phone) == 0
    assert "Påminn mig inte" not in phone.last.labels
    await do(phone, "I hög grad")
    assert "Fråga 2 av 5" in phone.last.text


async def test_the_word_alone_is_an_answer_where_words_are_asked_for(house) -> None:
    phone = await begin(house)
    await do(phone, *["Hoppa över"] * 3)
    await write(phone, "Stopp")
    assert (await house.answers("TRAFF1"))["keep"] == Words("Stopp")
    assert "Fråga 5 av 5" in phone.last.text


async def test_the_word_alone_is_no_answer_right_after_the_reminder(house) -> None:
    phone = await begin(house)
    await do(phone, *["Hoppa över"] * 3)
    await wait(house)
    assert reminders(phone) == 1
    await write(phone, "stopp")
    assert phone.last.text.startswith("Vi påminner dig inte")
    assert Key("keep") not in await house.cells("TRAFF1")
    assert await house.store.wants_no_reminders(house_address(house, phone))


def house_address(house, phone):
    from surveys.store.records import Address

    chat = str(phone.chat.id)
    hashed = house.service.keyring.address_hash("telegram", house.world.bot_id, chat)
    return Address("telegram", hashed, house.world.bot_id, chat)


async def test_starting_again_lets_the_reminder_come_after_all(house) -> None:
    phone = await begin(house)
    await write(phone, "/stopp")
    phone.start("TRAFF1")
    await phone.settled()
    await wait(house)
    assert reminders(phone) == 1


async def test_stop_without_a_survey_says_that_there_is_none(house) -> None:
    phone = house.phone(4)
    await write(phone, "/stopp")
    assert phone.last.text.startswith("Du svarar inte på några frågor just nu.")


async def test_no_hours_means_no_reminders(new_house) -> None:
    async with new_house() as house:
        await house.start(reminder_hours=0)
        await house.open()
        phone = await begin(house)
        await wait(house)
        assert reminders(phone) == 0
        await house.stop()
