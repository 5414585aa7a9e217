"""What a new version changes for answers, in words that name questions by what they ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.paper.conditions import InWords
from surveys.questionnaire.difference import Difference, differences
from surveys.questionnaire.expressions import parse
from surveys.questionnaire.languages import say
from surveys.simulation.simulating import stand_in

if TYPE_CHECKING:
    from surveys.questionnaire.models import Questionnaire
    from surveys.store.store import Store
    from surveys.survey import Survey
    from surveys.texts import Texts

BREAKING = frozenset({"series_break"})


@dataclass(frozen=True, slots=True)
class Change:
    """One change in words. `answers`: given so far, and no longer comparable; 0 where nothing is lost."""

    text: str
    breaks: bool
    answers: int


def changes(
    before: Questionnaire,
    now: Questionnaire,
    *,
    answered: Mapping[str, int],
    language: str,
    texts: Texts,
) -> list[Change]:
    """Every change that matters to answers, those that break something first.

    Args:
        answered: how many answers each question has got so far, by id.
        language: the reader's.
        texts: the product's own sentences.
    """
    tell = partial(texts.say, language)
    numbers = {each.id: number for number, each in enumerate(now.question, start=1)}
    conditions = InWords(stand_in(now), numbers, language, texts)
    names = {
        each.id: _quoted(say(each.text, language)) for each in (*now.question, *before.question)
    }
    found = [
        Change(
            tell(
                f"diff-{each.code.replace('_', '-')}",
                question=names.get(each.question, each.question),
                detail=_detail(each, before, language, names, conditions),
            ),
            _breaks(each),
            answered.get(each.question, 0) if _breaks(each) else 0,
        )
        for each in differences(before, now)
    ]
    return sorted(found, key=lambda change: not change.breaks)


async def answers_so_far(store: Store, before: Questionnaire) -> dict[str, int]:
    """Answers to each question in surveys of this version and in its series, practice left out."""
    answered: dict[str, int] = {}
    for survey in await store.surveys():
        if survey.practice_of is None and _comparable(survey, before):
            for counted in (await store.counts(survey)).questions:
                answered[counted.id] = answered.get(counted.id, 0) + counted.answered
    return answered


def _comparable(survey: Survey, before: Questionnaire) -> bool:
    same = survey.questionnaire.id == before.id or survey.version == before.version()
    return same or (survey.series is not None and survey.series == before.series)


def _breaks(change: Difference) -> bool:
    return change.orphans or change.code in BREAKING


def _detail(
    change: Difference,
    before: Questionnaire,
    language: str,
    names: Mapping[str, str],
    conditions: InWords,
) -> str:
    """An option by its label, another question by its text, a condition in words, anything else as it is."""
    if change.code == "condition_changed" and change.detail != "–":
        return conditions.tell(parse(change.detail)) or change.detail
    if change.code == "question_renamed":
        return names.get(change.detail, change.detail)
    if change.code != "option_removed":
        return change.detail
    question = next(each for each in before.question if each.id == change.question)
    options = (*getattr(question, "options", ()), *getattr(question, "outside", ()))
    label = next((each.label for each in options if each.id == change.detail), None)
    return _quoted(say(label, language)) if label is not None else change.detail


def _quoted(text: str) -> str:
    return f"”{text}”"
