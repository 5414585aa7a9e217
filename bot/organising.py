"""What the organiser's pages ask for: surveys, counts, reports and quotes."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.editions import text_parts
from bot.checking import sentences
from bot.editions import everything, once_published, publish
from bot.hand import Hand
from bot.metas import surveys_in
from bot.network import own_addresses
from bot.reports import surveys_of
from bot.sent_photos import photo_lines, redrawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.fields import Reading
    from analysis.photos import SentPhoto
    from analysis.themes.quotes import QuoteCandidate
    from bot.addresses import Addresses
    from bot.app import App
    from bot.editions import PartsOf
    from bot.metas import MetaRequest
    from bot.reports import ReportRequest, ReportWorker
    from surveys.questionnaire.models import Item
    from surveys.survey import Counts, Survey


class Organising:
    """The organiser's view of one server."""

    def __init__(self, app: App, reports: ReportWorker, addresses: Addresses) -> None:
        self._app = app
        self._reports = reports
        self._addresses = addresses
        self.rehearsals = app.rehearsals
        self.own_files = app.own_files
        self.hand = Hand(reports, app.desk)
        self._photo_ids: dict[str, str] = {}

    async def surveys(self) -> list[Survey]:
        """Every survey, oldest first."""
        return await self._app.store.surveys()

    async def counts(self, code: str) -> Counts:
        """How many took part. Raises UnknownCode."""
        return await self._app.store.counts(await self._app.desk.survey(code))

    def join_address(self, survey: Survey) -> str:
        """Where people join on the web."""
        return self._addresses.web(survey) or self._addresses.base

    def studio_address(self, secret: str) -> str:
        """The one-time way into the studio."""
        return self._addresses.studio(secret)

    async def close(self, code: str, attended: int | None) -> None:
        """Closes a survey for good. Raises UnknownCode."""
        await self._app.desk.close(code, attended)

    async def purge(self, code: str, reference: str) -> None:
        """Disposes of a survey's answers. Raises UnknownCode."""
        await self._app.desk.purge(code, reference)

    async def quotes(self, code: str, language: str = "sv") -> list[QuoteCandidate]:
        """Quotes and what was decided of them."""
        survey = await self._app.desk.survey(code)
        await self._publish([survey], text_parts)
        return await self._reports.quotes(survey.code, language)

    async def words(self, code: str) -> Reading:
        """Free-text answers to read before their words are shown, and the fields they make."""
        return await self._reports.words(code)

    async def decide(
        self, code: str, approve: list[str], hide: list[str], wait: Sequence[str] = ()
    ) -> None:
        """Approves and hides quotes; those that are to wait are undecided again."""
        await self._app.desk.decide(code, approve, hide, wait)

    def other_addresses(self) -> list[str]:
        """Every address this computer may be reached at."""
        return own_addresses(self._addresses.base)

    async def check_sentences(self, code: str) -> list[Item]:
        """What a survey's report says, as sentences to vote on; found in the worker."""
        survey = await self._app.desk.survey(code)
        return await once_published(
            lambda: self._publish([survey], everything),
            lambda: self._reports.read(code, sentences),
        )

    async def meta_file(self, request: MetaRequest) -> bytes:
        """One meta-analysis in one format, made in the worker."""
        surveys = await surveys_in(self._app.store, request)
        return await once_published(
            lambda: self._publish(surveys, everything), lambda: self._reports.meta(request)
        )

    async def report_file(self, request: ReportRequest) -> bytes:
        """One report in one format, made in the worker; slides in the organisation's own template."""
        if request.format == "pptx":
            profile = await self._app.store.profile()
            request = replace(request, template=profile.template)
        surveys = await surveys_of(self._app.store, request)
        completed = await self._with_files(request)
        return await once_published(
            lambda: self._publish(surveys, everything), lambda: self._reports.report(completed)
        )

    async def _publish(self, surveys: Iterable[Survey], parts_of: PartsOf) -> None:
        for survey in surveys:
            await publish(self._app.store, survey, self._app.service.clock(), parts_of(survey))

    async def _with_files(self, request: ReportRequest) -> ReportRequest:
        """With the organiser's own files: the picture maps are laid on, who lives there, the terms of geographic files."""
        survey = (
            None if request.code is None else await self._app.store.survey(request.code.upper())
        )
        files = self._app.service.recordings
        request = replace(request, licence=self._app.settings.web.licence)
        if survey is None or files is None:
            return request
        population = request.population or files.population(survey)
        return replace(request, aerial=files.aerial(survey), population=population)

    async def photos(self, code: str) -> list[SentPhoto]:
        """Photos and what was decided of them."""
        survey = await self._app.desk.survey(code)
        return await photo_lines(self._app.store, survey, self._photo_ids)

    async def photo(self, code: str, name: str) -> bytes | None:
        """One photo, drawn anew; None when there is none of that id, which no other survey can have."""
        if name not in self._photo_ids.values():
            await self.photos(code)
        files = [file for file, known in self._photo_ids.items() if known == name]
        for file in files:
            content = await self._app.store.file(file)
            if content is not None:
                return await asyncio.to_thread(redrawn, name, content)
        return None
