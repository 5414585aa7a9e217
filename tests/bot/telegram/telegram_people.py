"""What the Telegram tests share: a notice, and the steps a person takes."""

from __future__ import annotations

import datetime as dt

from surveys.survey import Notice
from tests.botapi.phone import Phone


def notice() -> Notice:
    return Notice(
        controller="Exempelkommunen",
        purpose={"sv": "att göra nästa träff bättre", "en": "making the next meeting better"},
        legal_basis="public_interest",
        retain_until=dt.date(2027, 12, 31),
        decision_ref="KS 2027/1",
    )


async def begin(house, number: int = 1, code: str = "TRAFF1") -> Phone:
    """Opens the link and presses Begin."""
    phone = house.phone(number)
    phone.start(code)
    await phone.settled()
    phone.tap("Börja")
    await phone.settled()
    return phone


async def do(phone: Phone, *labels: str) -> None:
    """Presses one button after the other."""
    for label in labels:
        phone.tap(label)
        await phone.settled()


async def write(phone: Phone, text: str) -> None:
    """Writes, and waits for the answer."""
    phone.send(text)
    await phone.settled()
