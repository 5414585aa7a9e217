"""`photos`: what people sent, looked at and decided on one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.common import Console, perform, print_json, reading, write_file
from bot.sent_photos import photo_lines, redrawn
from bot.shapes import photos_shape

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.photos import SentPhoto
    from bot.config import Settings
    from surveys.survey import Survey


async def photos(
    settings: Settings,
    console: Console,
    code: str,
    approve: list[str],
    hide: list[str],
    folder: Path | None,
    *,
    as_json: bool,
) -> None:
    """Lists the photos, saves them to look at, and takes the organiser's word on them."""
    survey, sent = await _photos_of(settings, code, folder)
    _refuse(console, sent, approve, hide)
    if approve or hide:
        await perform(settings, "decide", {"code": survey.code, "approve": approve, "hide": hide})
        survey, sent = await _photos_of(settings, code, None)
    if as_json:
        print_json(photos_shape(survey, sent))
        return
    console.tell("cli-photos-none" if not sent else "cli-photos-look")
    for one in sent:
        state = console.words(f"cli-quote-{one.state}")
        text = "cli-photo" if one.agreed else "cli-photo-refused"
        console.say(text, id=one.id, state=state, question=one.question)


async def _photos_of(
    settings: Settings, code: str, folder: Path | None
) -> tuple[Survey, list[SentPhoto]]:
    async with reading(settings) as store:
        survey = await store.survey_named(code)
        sent = await photo_lines(store, survey, {})
        for one in sent if folder is not None else ():
            content = await store.file(one.file)
            if folder is not None and content is not None:
                write_file(folder / f"{one.id}.jpg", redrawn(one.id, content))
    return survey, sent


def _refuse(console: Console, sent: list[SentPhoto], approve: list[str], hide: list[str]) -> None:
    """Raises ConfigError for a photo that is not there, or that its sender has not agreed to show."""
    known = {one.id: one for one in sent}
    unknown = sorted({*approve, *hide} - set(known))
    if unknown:
        listing = ", ".join(unknown)
        raise console.refused("cli-photos-unknown", ids=listing)
    refused = sorted(name for name in approve if not known[name].agreed)
    if refused:
        listing = ", ".join(refused)
        raise console.refused("cli-photos-refused", ids=listing)
