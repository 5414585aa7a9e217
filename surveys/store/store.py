"""The store as everybody else sees it: verbs of the domain, no SQL.

A `Store` belongs to one event loop. Open it with `Store.open` or `Store.read`, and always close it: an
unclosed SQLite connection keeps the process alive. Every verb may raise StoreError.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.errors import NotOpen, StoreError
from surveys.store import reading
from surveys.store import surveys as surveys_
from surveys.store.lifetime import Lifetime
from surveys.store.turns import apply_turns
from surveys.survey import Fill

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.engine import URL
    from sqlalchemy.ext.asyncio import AsyncEngine

    from surveys.questionnaire.models import Questionnaire
    from surveys.store.records import Address, AnswerRow, Committed, Loaded, Turn
    from surveys.survey import Counts, Notice, Survey


class Store(Lifetime):
    """Everything that is kept. Writing verbs return after their COMMIT."""

    def __init__(self, url: URL, reader: AsyncEngine) -> None:
        """Use `Store.open` or `Store.read`."""
        super().__init__(url, reader)
        self._surveys: dict[str, Survey] = {}
        self._survey_reader = surveys_.SurveyReader()

    # Questionnaires and surveys

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
        async with self._reading() as connection:
            found = await self._survey_reader.one(connection, code)
        if found is not None and self._writer is not None:
            self._surveys[code] = found
        return found

    async def surveys(self) -> list[Survey]:
        """Every survey, in the order they were opened."""
        async with self._reading() as connection:
            return await self._survey_reader.all(connection)

    async def set_attended(self, code: str, attended: int) -> Survey:
        """How many came. Raises StoreError when no survey has the code."""
        await self._write(surveys_.set_attended, (code, attended))
        return await self._fresh(code)

    async def _fresh(self, code: str) -> Survey:
        """The survey as it is stored now, not as it is remembered."""
        self._surveys.pop(code, None)
        found = await self.survey(code)
        if found is None:
            raise StoreError(f"no survey has the code {code}")
        return found

    # Conversations

    async def load(self, survey_id: int, address: Address) -> Loaded | None:
        """The participation at an address and its state; None when it has not been met."""
        async with self._reading() as connection:
            return await reading.load(connection, survey_id, address)

    async def latest_survey(self, channel: str, bot_id: int, hmac: str) -> str | None:
        """The join code of the survey this address touched last."""
        async with self._reading() as connection:
            return await reading.latest_survey(connection, channel, bot_id, hmac)

    async def submit(self, turn: Turn) -> Committed:
        """Store one turn; returns when it is durable.

        Raises StaleTurn when it was computed from what is no longer so (load and step again), and NotOpen
        when the survey has closed in between; then nothing of it is stored, not even its inbox row.
        """
        try:
            return await self._write(apply_turns, turn)
        except NotOpen:
            self._surveys.clear()  # another process closed it
            raise

    # Numbers and answers

    async def counts(self, survey: Survey) -> Counts:
        """How many took part; after closing, what was counted then."""
        async with self._reading() as connection:
            return await reading.counts(connection, survey)

    async def tallies(self, survey_id: int) -> reading.Tallies:
        """(question, turn, cell) -> how many active answers count in it."""
        async with self._reading() as connection:
            return await reading.tallies(connection, survey_id)

    async def answers(self, survey_id: int) -> list[AnswerRow]:
        """Active answers, sorted by content; respondents are numbers from 1 within this reading."""
        async with self._reading() as connection:
            return await reading.answers(connection, survey_id)
