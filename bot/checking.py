"""Stämmer sammanfattningen? A survey's themes, put to its participants as statements in a survey of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.opening import Ready, free_code, open_ready
from bot.refusing import refused
from bot.wishes import Opening
from surveys.questionnaire.loading import library_questionnaire
from surveys.survey import DimensionFill, Fill

if TYPE_CHECKING:
    import datetime as dt

    from analysis.frames import SurveyData
    from surveys.questionnaire.models import Item
    from surveys.store.store import Store
    from surveys.survey import Survey

REPORTED = ("sv", "en")
"""The languages reports are written in, and so their sentences."""


async def sentences(store: Store, survey: Survey) -> list[Item]:
    """What the survey's report says, as items to vote on. Heavy: for the worker. Raises NotPublished."""
    from analysis.confirming import sentences_of
    from analysis.report.build import build_report
    from bot.editions import told_data

    data = await told_data(store, survey)
    spoken = [tag for tag in REPORTED if tag in survey.languages] or ["sv"]
    return list(sentences_of({tag: build_report(data, language=tag) for tag in spoken}))


async def open_check(
    store: Store, survey: Survey, items: list[Item], title: str, now: dt.datetime
) -> Survey:
    """The opened check: same notice and channels as the survey it asks about, in no series.

    Raises ConfigError without themes or while people still answer, and ContentError when the law wants more.
    """
    from analysis.confirming import DIMENSION, QUESTIONNAIRE

    if survey.state(now) != "closed":
        raise refused("refused-still-open", code=survey.code)
    if not items:
        raise refused("refused-no-theme", code=survey.code)
    form = library_questionnaire(QUESTIONNAIRE)
    fill = Fill(
        dimension={DIMENSION: DimensionFill(items=tuple(items))}, influence=survey.influence
    )
    channels = tuple(each for each in survey.channels if each in form.channels)
    opening = Opening(title=title, channels=channels, code=await free_code(store))
    return await open_ready(store, opening, Ready(form, survey.notice, fill), now=now)


async def checks_of(store: Store, codes: frozenset[str]) -> list[SurveyData]:
    """Closed checks on any of these surveys, with their votes."""
    from analysis.confirming import DIMENSION, QUESTIONNAIRE
    from bot.editions import told_parts

    return [
        await told_parts(store, survey)
        for survey in await store.surveys()
        if survey.questionnaire.id == QUESTIONNAIRE
        and survey.closed_at is not None
        and any(item.source in codes for item in survey.items(DIMENSION))
    ]
