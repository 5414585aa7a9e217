"""An organiser in chat: linked by a one-time code, told counts; to everybody else none of it exists."""

from __future__ import annotations

import asyncio
import datetime as dt
import io

import pytest
from PIL import Image

from bot.addresses import Addresses
from bot.botapi.faults import Fault
from bot.desk import Desk
from surveys.errors import ConfigError
from tests.bot.telegram.telegram_people import begin, do, write

COMMANDS = ["/status", "/rapport", "/qr", "/loggaut", "/report", "/logout", "/status TRAFF1"]


def desk(house) -> Desk:
    addresses = Addresses("https://x.test", telegram_name="dalalab_test_bot")
    return Desk(house.store, house.service, addresses=addresses, clock=lambda: house.now)


async def invited(house, code: str = "TRAFF1") -> str:
    """The code the command line gives."""
    return (await desk(house).invite(code))["code"]


async def linked(house, number: int = 70, code: str = "TRAFF1", **more):
    """A telephone that has given it."""
    phone = house.phone(number, **more)
    phone.start(await invited(house, code))
    await phone.settled()
    return phone


async def said(house, number: int, text: str) -> list[str]:
    """Everything a person reads after writing something, but for what they wrote."""
    phone = house.phone(number)
    await write(phone, text)
    return [message.text for message in phone.replies]


async def test_the_link_gives_a_chat_counts_until_it_logs_out(house) -> None:
    phone = await linked(house)
    assert phone.last.text.startswith("Nu följer du ”Träff 1” här")
    await do(await begin(house, 1), "I hög grad")
    await begin(house, 2)
    await write(phone, "/status")
    assert phone.last.text == (
        "Träff 1 (TRAFF1)\nÖppen.\nHar börjat: 2. Klara: 0. Har svarat på en del: 1."
    )
    await write(phone, "/loggaut")
    assert phone.last.text == "Nu följer du inga enkäter här längre."
    await write(phone, "/status")
    assert phone.last.text.startswith("Det kommandot finns inte.")


async def test_the_code_has_58_bits_and_is_nowhere_in_the_database(house, tmp_path) -> None:
    code = await invited(house)
    assert code.startswith("org-")
    assert len(code) == 16
    assert len({await invited(house) for _ in range(20)}) == 20
    await linked(house)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert code.encode() not in kept
    assert code.removeprefix("org-").encode() not in kept


@pytest.mark.parametrize("command", COMMANDS)
async def test_for_everybody_else_a_command_is_one_that_does_not_exist(house, command) -> None:
    assert await said(house, 1, command) == await said(house, 2, "/finnsinte")
    one, other = await begin(house, 3), await begin(house, 4)
    await write(one, command)
    await write(other, "/finnsinte")
    assert [m.text for m in one.replies] == [m.text for m in other.replies]


@pytest.mark.parametrize("wrong", ["org-K7PQ2M9XWDAB", "ORG-", "org-" + "A" * 60])
async def test_a_wrong_code_is_answered_as_a_survey_that_does_not_exist(house, wrong) -> None:
    assert await said(house, 1, f"/start {wrong}") == await said(house, 2, "/start FINNSEJ")


async def test_a_code_that_is_used_or_too_old_is_as_wrong_as_any(house) -> None:
    unknown = await said(house, 1, "/start FINNSEJ")
    used = await invited(house)
    await said(house, 2, f"/start {used}")
    assert await said(house, 3, f"/start {used}") == unknown
    old = await invited(house)
    house.now += dt.timedelta(minutes=15)
    assert await said(house, 4, f"/start {old}") == unknown


async def test_whoever_guesses_too_often_is_not_listened_to_and_cannot_tell(house) -> None:
    phone = house.phone(1)
    for _ in range(5):
        await write(phone, "/start org-ABCDEFGHJKMN")
    code = await invited(house)
    await write(phone, f"/start {code}")
    assert len({message.text for message in phone.replies}) == 1
    assert "TRAFF1" not in (await said(house, 2, f"/start {code}"))[-1]
    house.now += dt.timedelta(minutes=15)
    again = await linked(house, 1)
    assert again.last.text.startswith("Nu följer du")


async def test_two_who_give_a_code_at_once_are_one_organiser(house) -> None:
    code = await invited(house)
    phones = [house.phone(number) for number in (1, 2)]
    for phone in phones:
        phone.start(code)
    await asyncio.gather(*(phone.settled() for phone in phones))
    told = sorted(phone.last.text[:15] for phone in phones)
    assert told == ["Den koden finns", "Nu följer du ”T"]


async def test_the_report_is_a_link_once_there_are_five_and_no_words(house) -> None:
    phone = await linked(house)
    await write(phone, "/rapport")
    assert "Rapporten kommer när minst 5 personer har svarat." in phone.last.text
    for number in range(1, 6):
        person = await begin(house, number)
        await do(person, "I hög grad", "I hög grad", "Övningarna", "Klar")
        await write(person, "Hemligt ord")
    await write(phone, "/rapport")
    assert "https://x.test/arrangor/TRAFF1" in phone.last.text
    assert "nyckel" not in phone.last.text
    assert "Hemligt" not in "".join(phone.transcript())


async def test_the_qr_code_is_a_picture_that_leads_to_the_survey(house) -> None:
    phone = await linked(house)
    await write(phone, "/qr")
    assert phone.last.caption == "Träff 1\nhttps://x.test/TRAFF1"
    assert phone.last.photo is not None
    picture = Image.open(io.BytesIO(phone.last.photo))
    assert picture.format == "PNG"
    assert min(picture.size) > 300


async def test_a_picture_that_must_wait_comes_later(house) -> None:
    phone = await linked(house)
    limited = {"status": 429, "description": "Too Many Requests", "retry_after": 3}
    house.world.faults.plan(Fault("sendPhoto", **limited))
    await write(phone, "/qr")
    assert phone.last.photo is not None


async def test_a_chat_follows_the_series_and_chooses_by_code(house) -> None:
    for number, code in enumerate(("ETT", "TVA", "TRE"), start=1):
        await house.open(code=code, title=f"Träff {number}", series="Serien", invited=24)
    phone = await linked(house, code="ETT")
    await house.store.close_survey("TRE", house.now)
    await write(phone, "/status")
    titles = [part.partition("\n")[0] for part in phone.last.text.split("\n\n")]
    assert titles == ["Träff 3 (TRE)", "Träff 2 (TVA)", "Träff 1 (ETT)"]
    assert "Stängd." in phone.last.text
    assert "Inbjudna: 24." in phone.last.text
    await write(phone, "/rapport")
    assert phone.last.text.startswith("Träff 2 (TVA)")
    await write(phone, "/rapport ett")
    assert phone.last.text.startswith("Träff 1 (ETT)")
    await write(phone, "/rapport TRAFF1")
    assert phone.last.text.startswith("Träff 2 (TVA)")


async def test_when_it_opens_and_closes_is_told_by_the_clock_on_the_wall(house) -> None:
    await house.open(code="SEN", title="Sen", closes=house.now + dt.timedelta(hours=6))
    phone = await linked(house, code="SEN")
    await write(phone, "/status")
    assert "Öppen. Stänger 1 februari 2027 19:00." in phone.last.text


async def test_the_menu_of_a_linked_chat_alone_has_the_organisers_commands(house) -> None:
    phone = await linked(house)
    menus = {key: value for key, value in house.world.profile.items() if key[1] == "chat"}
    assert [key[2] for key in menus] == ["70"]
    (menu,) = menus.values()
    names = [command["command"] for command in menu]
    assert names[:4] == ["status", "rapport", "qr", "loggaut"]
    assert "radera" in names
    for commands in house.world.commands.values():
        assert "status" not in {command["command"] for command in commands}
    await write(phone, "/loggaut")
    assert not any(key[1] == "chat" for key in house.world.profile)


async def test_revoking_ends_it_for_every_chat_and_every_unused_code(house) -> None:
    phones = [await linked(house, 70), await linked(house, 71)]
    unused = await invited(house)
    assert (await desk(house).revoke("traff1"))["chats"] == 2
    for phone in phones:
        await write(phone, "/status")
        assert phone.last.text.startswith("Det kommandot finns inte.")
    assert (await said(house, 72, f"/start {unused}"))[-1].startswith("Den koden finns inte.")


async def test_an_organiser_who_answers_too_is_both(house) -> None:
    await linked(house, 1)
    person = await begin(house, 1)
    await do(person, "I hög grad")
    await write(person, "/status")
    assert person.last.text.startswith("Träff 1 (TRAFF1)")
    assert len(await house.answers("TRAFF1")) == 1


async def test_what_has_been_disposed_of_cannot_be_followed(house) -> None:
    phone = await linked(house)
    await house.store.purge("TRAFF1", "KS 1", house.now)
    await write(phone, "/status")
    assert phone.last.text.startswith("Det kommandot finns inte.")
    with pytest.raises(ConfigError, match="disposed of"):
        await invited(house)
