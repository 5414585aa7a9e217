"""The stand-in and the whole channel together by webhook: what Telegram does to a bot, and what the bot says to it."""

from __future__ import annotations

from tests.bot.telegram.test_telegram_webhook import serving


async def test_by_webhook_an_update_that_comes_again_changes_nothing(new_house) -> None:
    async with new_house() as house, serving(house):
        delivery = house.api.delivery
        await house.world.until(lambda: house.world.webhook["url"] != "")
        phone = house.phone()
        phone.start("TRAFF1")
        await phone.sees("Exempelkommunen")
        press = dict(house.world.updates[phone.tap("Börja")])
        await phone.sees("Fråga 1 av 5")
        await phone.settled()
        before = phone.transcript()
        assert await delivery.post(press) == 200
        assert await delivery.post(press, secret="gissad") == 403
        assert await delivery.post(press, content_type="text/plain") == 415
        await house.idle()
        assert phone.transcript() == before


async def test_by_webhook_fifty_people_are_each_asked_in_order(new_house) -> None:
    async with new_house() as house, serving(house):
        await house.world.until(lambda: house.world.webhook["url"] != "")
        phones = [house.phone(number) for number in range(1, 51)]
        for phone in phones:
            phone.start("TRAFF1")
        for phone in phones:
            await phone.sees("Exempelkommunen")
            phone.tap("Börja")
        for phone in phones:
            await phone.sees("Fråga 1 av 5")
            phone.tap("I hög grad")
        for phone in phones:
            await phone.sees("Fråga 2 av 5")
        assert set(house.api.delivery.statuses) == {200}
