"""Meta-analyses: several surveys by their codes, or all of a series, read from a read-only store."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.editions import told_data
from bot.refusing import refused

if TYPE_CHECKING:
    from surveys.store.store import Store
    from surveys.survey import Survey

FORMATS = ("html", "json", "pptx", "xlsx")


@dataclass(frozen=True, slots=True)
class MetaRequest:
    """Which surveys: by `codes`, or all of a `series`. `template`: what slides are made in, of the organisation's own."""

    language: str
    format: str = "html"
    codes: tuple[str, ...] = ()
    series: str | None = None
    template: bytes | None = None


async def write_meta(store: Store, request: MetaRequest) -> bytes:
    """The analysis as bytes. Raises UnknownCode, and ConfigError for fewer than two surveys, or a template that cannot be used."""
    from analysis.meta.gathering import meta_of
    from analysis.meta.writers import COATS

    members = await surveys_in(store, request)
    if len(members) < 2:
        raise refused("refused-few-surveys")
    datas = [await told_data(store, survey) for survey in members]
    title = request.series or ", ".join(survey.code for survey in members)
    meta = meta_of(datas, title=title, language=request.language)
    if request.template is not None and request.format == "pptx":
        from analysis.meta.deck import to_pptx

        return to_pptx(meta, request.template)
    return COATS[request.format].write(meta)


async def surveys_in(store: Store, request: MetaRequest) -> list[Survey]:
    """The surveys an analysis is about. Raises UnknownCode."""
    if request.series is not None:
        return [survey for survey in await store.surveys() if survey.series == request.series]
    found: dict[int, Survey] = {}
    for code in request.codes:
        survey = await store.survey_named(code)
        found[survey.id] = survey
    return list(found.values())


def meta_elsewhere(url: str, request: MetaRequest) -> bytes:
    """What the worker process runs: its own read-only store, its own event loop."""

    async def work() -> bytes:
        from surveys.store.store import Store

        store = await Store.read(url)
        try:
            return await write_meta(store, request)
        finally:
            await store.close()

    return asyncio.run(work())
