"""The room's result: what may be shown of a survey now, kept before anybody sees it. One door for every screen.

The wall, the thanks page and interim reports show the same released frames, so that nobody learns more by holding two
of them side by side. A restart shows what was shown before it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import live
from analysis.editions import text_parts
from analysis.releasing import Frame, content_of, frames_in, may_follow
from bot.editions import publish
from surveys.statements import statement_questions

if TYPE_CHECKING:
    from bot.service import Service
    from surveys.statements import Statement
    from surveys.store.publications import Wall
    from surveys.store.store import Store
    from surveys.survey import Survey

WORDS = "words"


@dataclass(frozen=True, slots=True)
class Result:
    """What a screen may show of a survey at one moment.

    `people` have answered something. `released` are the frames by part. `cut`: parts of a closed survey of
    which fewer people are shown than have answered; that what few answered last stays out is to be said. Only what
    everybody sees is compared: a mark on a follow-up alone would tell what the last one answered.
    """

    survey: Survey
    people: int
    released: Mapping[str, Frame]
    wall: Wall
    closed: bool
    cut: frozenset[str] = frozenset()
    statements: tuple[Statement, ...] = ()
    """What is voted on, as it stands now."""

    def chart(self, slide: live.Slide, language: str) -> live.Chart:
        """One slide, from what has been released; nothing of a hidden one."""
        released = {} if slide.id in self.wall.hidden else self.released
        if slide.shape == "votes":
            return live.vote_chart(self.survey, slide, released, language, self.statements)
        return live.chart(self.survey, slide, released, language, self.wall.hidden)

    def charts(self, language: str) -> tuple[live.Chart, ...]:
        """Every slide that is not hidden and of which something has been released, in order."""
        drawn = (
            self.chart(slide, language)
            for slide in live.slides(self.survey)
            if slide.id not in self.wall.hidden
        )
        return tuple(each for each in drawn if each.shown)


class Results:
    """Asks the releasing rule, and keeps what it lets out."""

    def __init__(self, store: Store, service: Service) -> None:
        self._store = store
        self._clock = service.clock

    async def for_participants(self, survey: Survey) -> Result | None:
        """The room's result on people's own screens; None until the organiser has opened it."""
        if not (await self._store.wall(survey.id)).opened:
            return None
        return await self.current(survey, {slide.id for slide in live.slides(survey)})

    async def current(self, survey: Survey, wanted: Collection[str]) -> Result:
        """What may be shown now. Slides that are `wanted`, and neither hidden nor paused, may move on first."""
        wall = await self._store.wall(survey.id)
        seen = () if wall.paused else set(wanted) - wall.hidden
        tallies = await self._store.tallies(survey.id)
        parts = _parts(survey, live.frames_of(survey, tallies), seen, wall.hidden)
        standing = await publish(self._store, survey, self._clock(), parts)
        now = live.frames_of(survey, standing.tallies)
        words = await self._store.published(survey.id, WORDS)
        released = {**frames_in(standing.told), **frames_in(words.parts)}
        closed = survey.state(self._clock()) == "closed"
        people = await self._people(survey)
        cut = {part for part in now if closed and _less(released.get(part), people)}
        return Result(
            survey=survey,
            people=people,
            released=released,
            wall=wall,
            closed=closed,
            cut=frozenset(cut),
            statements=await self._statements(survey),
        )

    async def _statements(self, survey: Survey) -> tuple[Statement, ...]:
        voted_on = statement_questions(survey.questionnaire)
        return tuple(await self._store.statements(survey.id)) if voted_on else ()

    async def _people(self, survey: Survey) -> int:
        """How many have answered something; of a closed survey what was counted then, since a purge takes the answers."""
        if survey.closed_at is not None:
            return (await self._store.counts(survey)).answered
        return await self._store.count_answered(survey.id)

    async def publish_texts(self, survey: Survey) -> None:
        """Lets out what people have written, as far as the rule allows: reports and fields count the same answers."""
        await publish(self._store, survey, self._clock(), text_parts(survey))

    async def publish_words(self, survey: Survey, fields: Mapping[str, Frame]) -> None:
        """Lets fields of words out as far as the rule allows: a field moves when k more answers are approved."""
        before = await self._store.published(survey.id, WORDS)
        shown = frames_in(before.parts)
        content = {
            part: content_of(field)
            for part, field in fields.items()
            if may_follow(shown.get(part), field)
        }
        if content:
            await self._store.keep_publication(
                survey.id, WORDS, before.number, content, self._clock()
            )


def _less(frame: Frame | None, people: int) -> bool:
    return frame is not None and frame.base < people


def _parts(
    survey: Survey, now: Collection[str], slides: Collection[str], hidden: Collection[str]
) -> frozenset[str]:
    """The parts of these slides and those they follow, without what waits to be revealed; `now`: all there are."""
    by_slide = {
        slide.id: tuple(part for part in now if slide.holds(part)) for slide in live.slides(survey)
    }
    sources = live.follows(survey, now)
    found: set[str] = set()
    waiting = [part for each in slides for part in by_slide.get(each, ())]
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting += sources.get(part, ())
    return frozenset(found - {part for each in hidden for part in by_slide.get(each, ())})
