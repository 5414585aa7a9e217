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

from analysis.report.writers import COATS
from bot.editions import publish, read_answers, told_data, told_texts
from bot.working import Worker
from surveys.errors import ConfigError, UnknownCode

if TYPE_CHECKING:
    import datetime as dt

    from analysis.fields import Reading
    from analysis.report.model import Report
    from analysis.themes.quotes import QuoteCandidate
    from surveys.store.store import Store
    from surveys.survey import Survey

Made = TypeVar("Made")
FORMATS = tuple(name for name in COATS if name != "sav" or find_spec("pyreadstat") is not None)
"""What can be made here: SPSS files need a package that not every installation has."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Which report: of one survey by `code`, or of a `series`.

    `template`: an organisation's own slides; `indicators`: a CSV of figures to show beside the answers; `roster`: a
    CSV of the organisations invited, with their types.
    """

    language: str
    format: str = "html"
    code: str | None = None
    series: str | None = None
    template: bytes | None = None
    indicators: bytes | None = None
    roster: bytes | None = None


async def surveys_of(store: Store, request: ReportRequest) -> list[Survey]:
    """The surveys a report is about. Raises UnknownCode, and ConfigError for a series without surveys."""
    if request.series is not None:
        members = [s for s in await store.surveys() if s.series == request.series]
        if not members:
            raise ConfigError(f"no survey belongs to the series {request.series!r}")
        return members
    survey = await store.survey((request.code or "").strip().upper())
    if survey is None:
        raise UnknownCode(request.code or "")
    return [survey]


async def write_report(store: Store, request: ReportRequest) -> bytes:
    """The report as bytes, of what has been published (`bot/editions.py`).

    Raises UnknownCode, and ConfigError for a series without surveys, or a template or indicators that cannot be used.
    """
    report = await _report(store, request)
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
    from analysis.report.indicators import read_indicators
    from analysis.report.roster import rates_from
    from analysis.wording import Wording

    wording = Wording(request.language)
    if request.indicators is not None:
        report = replace(report, indicators=read_indicators(request.indicators, wording))
    if request.roster is not None:
        survey = await store.survey((request.code or "").strip().upper())
        data = None if survey is None else await told_data(store, survey)
        report = replace(report, rates=rates_from(request.roster, data, wording))
    return report


async def _report(store: Store, request: ReportRequest) -> Report:
    from analysis.report.build import build_report, build_series_report

    datas = [await told_data(store, survey) for survey in await surveys_of(store, request)]
    if request.series is not None:
        return build_series_report(datas, language=request.language)
    return build_report(datas[0], language=request.language)


async def quote_lines(store: Store, survey: Survey, language: str) -> list[QuoteCandidate]:
    """The quotes that could stand in the report, of texts that have been published, and what was decided of them."""
    from analysis.report.build import quote_candidates

    return list(quote_candidates(await told_texts(store, survey), language))


async def read_words(store: Store, survey: Survey) -> Reading:
    """What there is to read before words may be shown, and the fields of those that were approved."""
    from analysis.fields import read_for_fields
    from analysis.releasing import frames_in
    from bot.results import WORDS

    before = frames_in((await store.published(survey.id, WORDS)).parts)
    return read_for_fields(await read_answers(store, survey), before)


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


def quotes_elsewhere(url: str, code: str, language: str) -> list[QuoteCandidate]:
    """The quotes of a survey, found in the worker process."""

    async def find(store: Store) -> list[QuoteCandidate]:
        survey = await store.survey(code)
        return await quote_lines(store, survey, language) if survey is not None else []

    return asyncio.run(_with_store(url, find))


def words_elsewhere(url: str, code: str) -> Reading:
    """The free-text answers of a survey and the fields of words they make, read in the worker process."""

    async def find(store: Store) -> Reading:
        survey = await store.survey(code)
        if survey is None:
            raise UnknownCode(code)
        return await read_words(store, survey)

    return asyncio.run(_with_store(url, find))


class ReportWorker:
    """One worker process, started with the first report and kept warm."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._worker = Worker()

    async def report(self, request: ReportRequest) -> bytes:
        """The report, made in the worker."""
        return await self._worker.run(partial(report_elsewhere, self._url, request))

    async def quotes(self, code: str, language: str) -> list[QuoteCandidate]:
        """The quotes of a survey, found in the worker."""
        return await self._worker.run(partial(quotes_elsewhere, self._url, code, language))

    async def words(self, code: str) -> Reading:
        """Free-text answers to read, and the fields they make, found in the worker."""
        return await self._worker.run(partial(words_elsewhere, self._url, code))

    def stop(self) -> None:
        """Ends the worker at once; a report under way is dropped, it can be asked for again."""
        self._worker.stop()
