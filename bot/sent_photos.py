"""Photos that were sent, for whoever decides about them: found by what they show, never by who sent them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from analysis.photos import PREFIX, SentPhoto, files_of, photo_id, sent_photos, smaller

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.frames import SurveyData
    from surveys.store.store import Store
    from surveys.survey import Survey

SEEN_SIDE = 1_600
"""Pixels: as large as photos are stored, so that a face in the background is seen."""
KNOWN = 20_000
"""Files whose ids are remembered; then all are forgotten and found anew."""


async def approved_files(store: Store, data: SurveyData) -> Mapping[str, bytes]:
    """The photos a report may need: all of them where any is approved, else none is read."""
    if not any(yes and name.startswith(PREFIX) for name, yes in data.decisions.items()):
        return {}
    read = {name: await store.file(name) for name in files_of(data)}
    return {name: content for name, content in read.items() if content is not None}


async def photo_lines(store: Store, survey: Survey, known: dict[str, str]) -> list[SentPhoto]:
    """Every photo and what was decided of it. `known`: ids by file, kept between calls by whoever asks again."""
    from bot.editions import answers_of

    data = await answers_of(store, survey)
    if len(known) > KNOWN:
        known.clear()
    for name in files_of(data):
        if name not in known and (content := await store.file(name)) is not None:
            known[name] = await asyncio.to_thread(photo_id, survey.code, content)
    return list(sent_photos(data, known))


def redrawn(name: str, content: bytes) -> bytes:
    """The photo as somebody looks at it: whatever was sent, a JPEG made here."""
    return smaller(name, content, SEEN_SIDE).data
