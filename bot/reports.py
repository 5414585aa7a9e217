"""Reports are made in a process of their own, from a read-only store, so that nobody who answers waits.

Everything heavy (pandas, scikit-learn, matplotlib) is imported there and nowhere else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeVar

from analysis.opinion.rules import LEAST_VOTERS
from analysis.report.writers import COATS
from analysis.themes.remembering import forget
from bot.editions import answers_of, publish, told_data, told_parts
from bot.refusing import refused
from bot.sent_photos import approved_files
from bot.working import Worker

if TYPE_CHECKING:
    import datetime as dt

    from analysis.fields import Reading
    from analysis.frames import SurveyData
    from analysis.report.model import Report
    from analysis.themes.quotes import QuoteCandidate
    from bot.metas import MetaRequest
    from surveys.store.store import Store
    from surveys.survey import Survey

Made = TypeVar("Made")
FORMATS = tuple(name for name in COATS if name != "sav" or find_spec("pyreadstat") is not None)
"""What can be made here: SPSS files need a package that not every installation has."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Which report: of one survey by `code`, or of a `series`.

    `template`: an organisation's own slides; `indicators`: a CSV of figures to show beside the answers; `roster`: a
    CSV of the organisations invited, with their types; `population`: a CSV of those the answers are to speak for.
    `aerial`: the picture that maps are laid on; `licence`: what geographic files say about being used again.
    `least_voters`: `opinion.least_voters` of the configuration.
    """

    language: str
    format: str = "html"
    code: str | None = None
    series: str | None = None
    template: bytes | None = None
    indicators: bytes | None = None
    roster: bytes | None = None
    population: bytes | None = None
    aerial: bytes | None = None
    licence: str = ""
    least_voters: int = LEAST_VOTERS


async def surveys_of(store: Store, request: ReportRequest) -> list[Survey]:
    """The surveys a report is about. Raises UnknownCode, and ConfigError for a series without surveys."""
    if request.series is not None:
        members = [s for s in await store.surveys() if s.series == request.series]
        if not members:
            raise refused("refused-no-series", series=request.series)
        return members
    return [await store.survey_named(request.code or "")]


async def survey_data(store: Store, survey: Survey) -> SurveyData:
    """What may be told of a survey, with the photos that a report may need. Raises NotPublished."""
    data = await told_data(store, survey)
    return replace(data, files=await approved_files(store, data))


async def write_report(store: Store, request: ReportRequest) -> bytes:
    """The report as bytes, of what has been published (`bot/editions.py`).

    Raises UnknownCode, and ConfigError for a series without surveys, or a template or indicators that cannot be used.
    """
    report = await report_of(store, request)
    report = await _beside(store, request, report)
    if request.template is not None:
        from analysis.report.pptx import to_pptx

        return to_pptx(report, request.template)
    return COATS[request.format].write(report)


async def published_report(store: Store, request: ReportRequest, at: dt.datetime) -> bytes:
    """As `write_report`, after everything that may be told has been published: for whoever holds the store."""
    for survey in await surveys_of(store, request):
        await publish(store, survey, at)
    return await write_report(store, request)


async def _beside(store: Store, request: ReportRequest, report: Report) -> Report:
    """The report with what the organiser gave to be shown beside the answers."""
    from analysis.report.assembling import beside_population
    from analysis.report.indicators import read_indicators
    from analysis.report.roster import rates_from
    from analysis.wording import Wording

    wording = Wording(request.language)
    if request.indicators is not None:
        report = replace(report, indicators=read_indicators(request.indicators, wording))
    if request.licence:
        report = replace(report, licence=request.licence)
    if request.roster is not None:
        survey = await store.survey((request.code or "").strip().upper())
        data = None if survey is None else await told_data(store, survey)
        report = replace(report, rates=rates_from(request.roster, data, wording))
    if request.population is not None:
        survey = await store.survey((request.code or "").strip().upper())
        report = beside_population(report, survey, request.population, wording)
    return report


async def report_of(store: Store, request: ReportRequest) -> Report:
    """What every coat is made of. Raises UnknownCode, and ConfigError for a series without surveys."""
    from analysis.opinion.groups import Plan
    from analysis.report.build import build_report, build_series_report

    datas = [await survey_data(store, survey) for survey in await surveys_of(store, request)]
    if request.series is not None:
        report = build_series_report(datas, language=request.language)
        return await _confirmed(store, report, [data.survey.code for data in datas])
    data = replace(datas[0], aerial=request.aerial)
    plan = Plan(least_voters=request.least_voters)
    report = build_report(data, language=request.language, plan=plan)
    return await _confirmed(store, report, [data.survey.code])


async def _confirmed(store: Store, report: Report, codes: list[str]) -> Report:
    """The report with what participants said of its themes, where they have been asked."""
    from bot.checking import checks_of

    checks = await checks_of(store, frozenset(codes))
    if not checks:
        return report
    from analysis.confirming import with_confirmations

    return with_confirmations(report, checks, codes)


async def quote_lines(store: Store, survey: Survey, language: str) -> list[QuoteCandidate]:
    """The quotes that could stand in the report, of texts that have been published, and what was decided of them."""
    from analysis.report.build import quote_candidates

    return list(quote_candidates(await told_parts(store, survey), language))


async def read_words(store: Store, survey: Survey) -> Reading:
    """What there is to read before words may be shown, and the fields of those that were approved."""
    from analysis.fields import read_for_fields
    from analysis.releasing import frames_in
    from bot.results import WORDS

    before = frames_in((await store.published(survey.id, WORDS)).parts)
    told = (await told_parts(store, survey)).rows
    return read_for_fields(await answers_of(store, survey), told, before)


async def _with_store(url: str, work: Callable[[Store], Awaitable[Made]]) -> Made:
    from surveys.store.store import Store

    store = await Store.read(url)
    try:
        return await work(store)
    finally:
        await store.close()


def report_elsewhere(url: str, request: ReportRequest) -> bytes:
    """What the worker process runs: its own read-only store, its own event loop."""
    return asyncio.run(_with_store(url, lambda store: write_report(store, request)))


def elsewhere(url: str, code: str, read: Callable[[Store, Survey], Awaitable[Made]]) -> Made:
    """What `read` finds of a survey, in the worker process. Raises UnknownCode."""

    async def find(store: Store) -> Made:
        return await read(store, await store.survey_named(code))

    return asyncio.run(_with_store(url, find))


class ReportWorker:
    """One worker process, started with the first report and kept warm."""

    def __init__(self, url: str, least_voters: int = LEAST_VOTERS) -> None:
        self._url, self._least_voters = url, least_voters
        self._worker = Worker()

    async def report(self, request: ReportRequest) -> bytes:
        """The report, made in the worker."""
        request = replace(request, least_voters=self._least_voters)
        return await self._worker.run(partial(report_elsewhere, self._url, request))

    async def meta(self, request: MetaRequest) -> bytes:
        """The meta-analysis, made in the worker."""
        from bot.metas import meta_elsewhere

        return await self._worker.run(partial(meta_elsewhere, self._url, request))

    async def quotes(self, code: str, language: str) -> list[QuoteCandidate]:
        """The quotes of a survey, found in the worker."""
        return await self.read(code, partial(quote_lines, language=language))

    async def words(self, code: str) -> Reading:
        """Free-text answers to read, and the fields they make, found in the worker."""
        return await self.read(code, read_words)

    async def read(self, code: str, read: Callable[[Store, Survey], Awaitable[Made]]) -> Made:
        """What `read` finds of a survey, in the worker. Raises what it raises."""
        return await self._worker.run(partial(elsewhere, self._url, code, read))

    def forget(self) -> None:
        """What was read of anybody's words is left in the worker's memory no longer than what it is doing now."""
        self._worker.tell(forget)

    def stop(self) -> None:
        """Ends the worker at once; a report under way is dropped, it can be asked for again."""
        self._worker.stop()
