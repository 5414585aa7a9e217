"""Publishing: what a report, a wall or a page may show is kept before anybody sees it. Nothing is shown on other ways."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from analysis.editions import PEOPLE, decide, edition_of, is_due, is_final, people_in, votes_in
from analysis.frames import SurveyData
from analysis.joints import watched
from surveys.conversation.respondent import is_shown_by_name
from surveys.errors import NotPublished
from surveys.survey import K_MIN, Counts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence

    from surveys.editions import Decision, Standing
    from surveys.store.records import AnswerRow
    from surveys.store.store import Store
    from surveys.survey import Survey


Made = TypeVar("Made")
PartsOf: TypeAlias = "Callable[[Survey], Collection[str] | None]"
"""The parts of a survey that somebody wants to see; None: a report, which tells all."""
ATTEMPTS = 3


def everything(_survey: Survey) -> None:
    """What a report tells."""


async def publish(
    store: Store, survey: Survey, at: dt.datetime, wanted: Collection[str] | None = None
) -> Standing:
    """Lets out what may be let out, and gives what stands told then. `wanted` as `analysis.editions.decide` says."""
    standing = await store.edition_standing(survey)
    if not await _is_due(store, survey, standing, wanted):
        return standing
    rule = partial(_rule, survey, wanted)
    await store.publish_edition(survey, watched(survey, wanted), rule, at)
    return await store.edition_standing(survey)


async def _is_due(
    store: Store, survey: Survey, standing: Standing, wanted: Collection[str] | None
) -> bool:
    """Who answered what is asked for only where counts alone would let something move: a wall looks every moment."""
    if not is_due(survey, standing, wanted):
        return False
    closely = watched(survey, wanted)
    if not closely:
        return True
    return is_due(survey, await store.edition_standing(survey, closely), wanted)


def _rule(survey: Survey, wanted: Collection[str] | None, standing: Standing) -> Decision:
    return decide(survey, standing, wanted)


async def due(
    store: Store, surveys: Iterable[Survey], parts_of: PartsOf = everything
) -> dict[str, list[str] | None]:
    """The surveys of which something must be kept before it may be shown, by code, with the parts that are wanted."""
    found: dict[str, list[str] | None] = {}
    for survey in surveys:
        wanted = parts_of(survey)
        standing = await store.edition_standing(survey)
        if await _is_due(store, survey, standing, wanted):
            found[survey.code] = None if wanted is None else sorted(wanted)
    return found


async def once_published(
    publish_what_is_due: Callable[[], Awaitable[object]], make: Callable[[], Awaitable[Made]]
) -> Made:
    """Publishes, then makes. Somebody's answer in between may call for more to be published: then once more."""
    for _ in range(ATTEMPTS):
        await publish_what_is_due()
        try:
            return await make()
        except NotPublished:
            continue
    await publish_what_is_due()
    return await make()


async def told_data(store: Store, survey: Survey) -> SurveyData:
    """A survey's answers as a report may tell them.

    Raises NotPublished when a report would show what is kept nowhere.
    """
    standing = await store.edition_standing(survey)
    if is_final(survey, standing):
        return await answers_of(store, survey)
    beside = await _decided(store, survey)
    if PEOPLE not in standing.told:
        if standing.counts.answered >= K_MIN:
            raise NotPublished(f"{survey.code} has answers that are not published yet; try again")
        return replace(beside, counts=standing.counts)
    rows = await store.edition_rows(survey.id)
    data = replace(beside, rows=rows, counts=people_in(standing, rows))
    votes = votes_in(survey, rows)
    return replace(data, votes=votes, edition=edition_of(survey, standing))


async def told_parts(store: Store, survey: Survey) -> SurveyData:
    """Answers and votes as far as they have been published: whoever decides on quotes need not publish the rest."""
    standing = await store.edition_standing(survey)
    if is_final(survey, standing):
        return await answers_of(store, survey)
    beside = await _decided(store, survey)
    rows = await store.edition_rows(survey.id)
    return replace(beside, rows=rows, votes=votes_in(survey, rows), counts=standing.counts)


async def answers_of(
    store: Store, survey: Survey, rows: Sequence[AnswerRow] | None = None
) -> SurveyData:
    """The answers as they stand: for whoever reads them before anything of them is shown, or when all are in.

    `rows`: for whoever has just read them.
    """
    return replace(
        await _decided(store, survey),
        rows=await store.answers(survey.id) if rows is None else rows,
        counts=await store.counts(survey),
        votes=await store.votes(survey.id),
    )


async def _decided(store: Store, survey: Survey) -> SurveyData:
    """What the organiser has decided, and the statements; no answers yet."""
    decisions = await store.quote_decisions(survey.id)
    by_name = is_shown_by_name(survey)
    return SurveyData(
        survey=survey,
        rows=(),
        counts=Counts(),
        decisions={decision.quote: decision.approved for decision in decisions},
        hand=await store.theme_decisions(survey.id),
        translations=await store.translations(survey.id),
        statements=await store.statements(survey.id),
        by_name=await store.answers(survey.id) if by_name else None,
    )
