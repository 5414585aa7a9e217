"""Surveys: opened from a version of a questionnaire, found by their code, and their practice copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.errors import StoreError, UnknownCode
from surveys.store import practising
from surveys.store import surveys as surveys_
from surveys.store.lifetime import Lifetime
from surveys.store.times import to_ms
from surveys.survey import Fill

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.engine import URL
    from sqlalchemy.ext.asyncio import AsyncEngine

    from surveys.questionnaire.models import Questionnaire
    from surveys.survey import Notice, Survey


class Opened(Lifetime):
    """The verbs. Writing ones return after their COMMIT."""

    def __init__(self, url: URL, reader: AsyncEngine) -> None:
        super().__init__(url, reader)
        self._surveys: dict[str, Survey] = {}
        self._survey_reader = surveys_.SurveyReader()

    async def publish(self, questionnaire: Questionnaire) -> str:
        """Keep a version for good; its content hash. The same content twice is one version."""
        return await self._write(surveys_.publish, questionnaire)

    async def open_survey(
        self,
        *,
        code: str,
        title: str,
        questionnaire: Questionnaire,
        notice: Notice,
        opened_at: dt.datetime,
        fill: Fill | None = None,
        series: str | None = None,
        channels: Sequence[str] = ("web",),
        languages: Sequence[str] = ("sv",),
        opens: dt.datetime | None = None,
        closes: dt.datetime | None = None,
        invited: int | None = None,
    ) -> Survey:
        """Open a survey; its fill is frozen with it. Raises StoreError when the code is taken."""
        opening = surveys_.Opening(
            code=code,
            title=title,
            questionnaire=questionnaire,
            notice=notice,
            fill=fill or Fill(),
            series=series,
            channels=tuple(channels),
            languages=tuple(languages),
            opens=opens,
            closes=closes,
            invited=invited,
            opened_at=opened_at,
        )
        await self._write(surveys_.open_survey, opening)
        return await self._fresh(code)

    async def survey(self, code: str) -> Survey | None:
        """The survey with this join code; remembered in this process while it writes."""
        if code in self._surveys:
            return self._surveys[code]
        found = await self._read(self._survey_reader.one, code)
        if found is not None and self._writer is not None:
            self._surveys[code] = found
        return found

    async def survey_named(self, code: str) -> Survey:
        """The survey whose code somebody wrote, in any case. Raises UnknownCode."""
        found = await self.survey(code.strip().upper())
        if found is None:
            raise UnknownCode(code[:20])
        return found

    async def surveys(self) -> list[Survey]:
        """Every real survey, in the order they were opened; practice copies are left out everywhere."""
        return await self._read(self._survey_reader.all)

    async def open_practice(self, original: Survey, code: str, at: dt.datetime) -> Survey:
        """Open a practice copy of a survey: same questionnaire and fill, its notice marked as practice, no series.

        It is met on the web only, and is no part of what `surveys` lists. Raises StoreError when the code
        is taken or the survey has a copy already.
        """
        copy = surveys_.Opening(
            code=code,
            title=original.title,
            questionnaire=original.questionnaire,
            notice=original.notice.model_copy(update={"demo": True}),
            fill=original.fill,
            series=None,
            channels=("web",),
            languages=original.languages,
            opens=None,
            closes=None,
            invited=original.invited,
            opened_at=at,
        )
        await self._write(practising.open_practice, practising.Practising(original.id, copy))
        return await self._fresh(code)

    async def practice_of(self, code: str) -> Survey | None:
        """The practice copy of the survey with this join code; None when there is none."""
        return await self._read(self._survey_reader.practised, code)

    async def forgotten_practices(self, before: dt.datetime) -> list[str]:
        """Codes of the practice copies opened before a moment."""
        return await self._read(practising.forgotten_practices, to_ms(before))

    async def remove_practice(self, code: str) -> bool:
        """Remove the practice copy with this code without a trace; False when no copy has it."""
        removed = await self._alone(practising.remove_practice, code)
        self._surveys.pop(code, None)
        await self._wipe()
        return removed

    async def set_attended(self, code: str, attended: int) -> Survey:
        """How many came. Raises StoreError when no survey has the code."""
        await self._alone(surveys_.set_attended, (code, attended))
        return await self._fresh(code)

    async def _fresh(self, code: str) -> Survey:
        """The survey as it is stored now, not as it is remembered."""
        self._surveys.pop(code, None)
        found = await self.survey(code)
        if found is None:
            raise StoreError(f"no survey has the code {code}")
        return found
