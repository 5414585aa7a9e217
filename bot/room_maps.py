"""The room's maps beside its result: made of what has been told, in a thread, and not anew for everybody who looks."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import live
from analysis.frames import SurveyData
from surveys.questionnaire.models import Location
from surveys.survey import Counts

if TYPE_CHECKING:
    from analysis.places.on_page import PageMap
    from analysis.releasing import Frame
    from bot.results import Result
    from bot.service import Service
    from surveys.conversation.state import Key
    from surveys.store.store import Store

STANDS = dt.timedelta(seconds=20)
"""How long a map of an open survey stands: it was told once, and so may be shown on."""


@dataclass(frozen=True, slots=True)
class _Kept:
    frames: tuple[Frame, ...]
    closed: bool
    made: dt.datetime
    maps: tuple[PageMap, ...]


class RoomMaps:
    """The maps of each survey as they were made last, by language."""

    def __init__(self, store: Store, service: Service) -> None:
        self._store, self._clock = store, service.clock
        self._kept: dict[tuple[int, str], _Kept] = {}
        self._making = asyncio.Lock()

    async def of(self, result: Result, language: str) -> tuple[PageMap, ...]:
        """The maps of every location question that has been released and is not hidden."""
        keys = _shown(result)
        if not keys:
            return ()
        name = (result.survey.id, language)
        async with self._making:
            kept = self._kept.get(name)
            if kept is None or self._old(kept, result, keys):
                self._kept[name] = kept = await self._made(result, keys, language)
        return kept.maps

    def _old(self, kept: _Kept, result: Result, keys: tuple[Key, ...]) -> bool:
        if (kept.frames, kept.closed) == (_frames(result, keys), result.closed):
            return False
        return result.closed or self._clock() - kept.made >= STANDS

    async def _made(self, result: Result, keys: tuple[Key, ...], language: str) -> _Kept:
        from analysis.places.on_page import page_maps

        rows = await self._store.edition_rows(result.survey.id, {key.question for key in keys})
        people = Counts(begun=result.people, complete=result.people)
        data = SurveyData(result.survey, rows, people)
        maps = await asyncio.to_thread(page_maps, data, keys, language)
        return _Kept(_frames(result, keys), result.closed, self._clock(), maps)


def _shown(result: Result) -> tuple[Key, ...]:
    return tuple(
        slot.key
        for slide in live.slides(result.survey)
        if slide.id not in result.wall.hidden
        for slot in slide.slots
        if isinstance(slot.question, Location) and live.part_of(slot.key) in result.released
    )


def _frames(result: Result, keys: tuple[Key, ...]) -> tuple[Frame, ...]:
    return tuple(result.released[live.part_of(key)] for key in keys)
