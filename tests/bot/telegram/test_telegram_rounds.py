"""Talk in rounds on three telephones: the bot keeps the time, and tells each of them once when a round is over."""

from __future__ import annotations

import datetime as dt

from bot.botapi.phone import Phone
from tests.bot.telegram.telegram_people import begin, do, write

OVER = "Tiden är ute. Det är dags att byta."
TWELVE = dt.timedelta(minutes=12)


async def triad(house) -> list[Phone]:
    """Three people share one response; the first has begun the first round."""
    await house.open("triad_talk", "TRIADS")
    phones = [await begin(house, number, "TRIADS") for number in (1, 2, 3)]
    await write(phones[0], "/fortsatt")
    receipt = phones[0].last.text.partition("kvittokod är ")[2][:11]
    for phone in phones[1:]:
        await write(phone, f"/fortsatt {receipt}")
    for phone in phones[:2]:
        await write(phone, "/fortsatt")
    await do(phones[0], "Starta tiden")
    return phones


async def passes(house, time: dt.timedelta) -> None:
    """Time goes by, and the bot looks at the clocks."""
    house.now += time
    await house.channel.chores.keep_time()
    await house.idle()


def told(phones: list[Phone]) -> list[int]:
    return [sum(OVER in each.text for each in phone.replies) for phone in phones]


async def test_each_of_three_is_told_once_what_they_do_and_when_the_round_is_over(house) -> None:
    phones = await triad(house)
    assert "Du är person 1. Du berättar i den här rundan." in phones[0].last.text
    assert "Tiden är ute klockan 13.12, om ungefär 12 min." in phones[0].last.text
    assert "Du är person 2. Du frågar i den här rundan." in phones[1].last.text
    assert "Du är person 3. Du lyssnar i den här rundan." in phones[2].last.text
    await passes(house, TWELVE - dt.timedelta(seconds=1))
    assert told(phones) == [0, 0, 0]
    await passes(house, dt.timedelta(seconds=2))
    assert told(phones) == [1, 1, 1]
    assert phones[1].last.labels[-1] == "Vi är klara"
    await passes(house, TWELVE)
    assert told(phones) == [1, 1, 1]


async def test_the_teller_of_each_round_gets_the_private_question_and_the_roles_move_on(
    house,
) -> None:
    phones = await triad(house)
    await do(phones[0], "Vi är klara")
    await write(phones[0], "Få med sig chefen.")
    await write(phones[0], "Att jag inte är ensam.")
    assert "första steg" in phones[0].last.text
    await write(phones[1], "/fortsatt")
    assert "Du är person 2. Du berättar i den här rundan." in phones[1].last.text
    await do(phones[1], "Starta tiden", "Vi är klara", "Hoppa över", "Hoppa över")
    assert "första steg" in phones[1].last.text
    assert "första steg" not in phones[2].last.text


async def test_a_second_phone_that_presses_start_does_not_set_the_clock_anew(house) -> None:
    phones = await triad(house)
    house.now += dt.timedelta(minutes=5)
    await do(phones[1], "Starta tiden")
    assert "Tiden är ute klockan 13.12, om ungefär 7 min." in phones[1].last.text
    await do(phones[1], "Tillbaka", "Starta tiden")
    assert "Tiden är ute klockan 13.17, om ungefär 12 min." in phones[1].last.text
    await passes(house, TWELVE - dt.timedelta(minutes=5))
    assert told(phones) == [0, 0, 0]


async def test_a_round_that_was_over_while_the_bot_was_away_is_told_when_it_is_back(house) -> None:
    phones = await triad(house)
    await house.stop()
    house.now += TWELVE
    await house.start()
    await passes(house, dt.timedelta(seconds=2))
    assert told(phones) == [1, 1, 1]


async def test_nobody_is_told_in_a_group_that_has_gone_on(house) -> None:
    phones = await triad(house)
    await do(phones[0], "Vi är klara")
    await passes(house, TWELVE)
    assert told(phones) == [0, 0, 0]


async def test_a_group_that_goes_back_and_begins_a_round_again_is_told_again(house) -> None:
    phones = await triad(house)
    await do(phones[0], "Vi är klara", "Tillbaka", "Tillbaka", "Starta tiden")
    await passes(house, TWELVE)
    assert told(phones) == [1, 1, 1]
    await do(phones[0], "Tillbaka", "Starta tiden", "Vi är klara")
    await passes(house, TWELVE)
    assert told(phones)[1:] == [1, 1]


async def test_who_has_left_is_not_told(house) -> None:
    phones = await triad(house)
    phones[1].block()
    await phones[1].settled()
    await passes(house, TWELVE)
    assert told(phones) == [1, 0, 1]


async def test_after_an_erasure_no_clock_is_left(house) -> None:
    phones = await triad(house)
    await write(phones[2], "/radera")
    await do(phones[2], "Ta bort svaren")
    await passes(house, TWELVE)
    assert told(phones) == [0, 0, 0]
    await begin(house, 1, "TRIADS")
    await do(phones[0], "Starta tiden")
    await house.store.close_survey("TRIADS", house.now)
    assert (await house.store.verify()).differences == ()
    await passes(house, TWELVE)
    assert told(phones) == [0, 0, 0]
