"""People who skip everything in a place dialogue but their age, a photo, and whether it may be shown."""

from __future__ import annotations

import io

from PIL import Image

from bot.outcomes import Who
from bot.service import Service
from bot.taking import take_photo
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Begin, Choose, Show, Skip


def photo(shade: int) -> bytes:
    """A photo unlike the others, that says in its metadata who took it."""
    exif = Image.Exif()
    exif[0x013B] = "Anna Andersson"
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (shade * 20, 90, 60)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def sender(code: str, number: int) -> Who:
    """Who sends photo number so and so."""
    return Who(code, "web", f"person {number}")


async def send_photo(service: Service, code: str, number: int, agreed: str) -> None:
    """One person's whole conversation; `agreed` is `yes` or `no`."""
    who, said = sender(code, number), {"age_group": "a20", "photo_consent": agreed}
    screen = (await service.turn(who, Begin())).screen
    while isinstance(screen, QuestionScreen):
        name = screen.key.question
        act = Choose((said[name],)) if name in said else Skip()
        if name == "photo":
            taken = await take_photo(service, who, photo(number))
            assert isinstance(taken, Show)
            act = taken
        screen = (await service.turn(who, act)).screen
