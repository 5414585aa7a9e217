"""What was asked: every reportable question in every turn of its loop, in words, in the order of the plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.frames import reportable
from surveys.conversation.plan import plan_of
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Allocate, Chosen, Rank
from surveys.questionnaire.piping import filled, holes

if TYPE_CHECKING:
    from analysis.frames import SurveyData
    from surveys.conversation.slot import Slot
    from surveys.questionnaire.models import AnyQuestion, Dimension, Item
    from surveys.survey import Survey

OPEN = "…"
"""Stands where a table's rows, or a person's own answer, would be put in."""
MOST_STEPS = 8
"""More options than this are too wide for a table of rows and steps."""
_LOOSE = re.compile(rf"^{OPEN}\s*[.:,;–-]*\s*|\s*[(]{OPEN}[)]")


@dataclass(frozen=True, slots=True)
class SlotTexts:
    """A question in one turn, in words.

    `full` is what was asked, with the turn's items put in; `together` leaves the innermost item open and is the
    heading of a table whose rows are those items; `row` is the innermost item's label, '' without loop.
    """

    full: str
    together: str
    row: str


def asked(data: SurveyData) -> tuple[Slot, ...]:
    """Every reportable question in the questionnaire's order, its turns in the plan's (`always_last` last).

    The plan is that of somebody who got every item: who drew which is in the answers.
    """
    turns = plan_of(data.survey).turns
    return tuple(slot for question in reportable(data) for slot in turns.get(question.id, ()))


def texts_of(survey: Survey, slot: Slot, language: str) -> SlotTexts:
    """The texts of one question in one turn. Answers that a text would repeat are left as its fallback."""
    text = say(wording_of(survey, slot.question), language)
    named = {hole.name for hole in holes(text)}
    unsaid = [item for dimension, item in slot.items.items() if dimension not in named]
    full = _filled(survey, text, slot.items, language)
    if unsaid:
        labels = ", ".join(say(item.label, language) for item in unsaid)
        full = f"{full} ({labels})"
    if not slot.items:
        return SlotTexts(full, full, "")
    last = list(slot.items)[-1]
    outer = {dimension: item for dimension, item in slot.items.items() if dimension != last}
    told = [say(item.label, language) for name, item in outer.items() if name not in named]
    together = _LOOSE.sub("", _filled(survey, text, outer, language)).strip()
    together = together or say(survey.questionnaire.title, language)
    if told:
        together = f"{together} ({', '.join(told)})"
    return SlotTexts(
        full, together[:1].upper() + together[1:], say(slot.items[last].label, language)
    )


def wording_of(survey: Survey, question: AnyQuestion) -> dict[str, str]:
    """The question's text in this survey's wave."""
    wave = survey.fill.wave
    return (question.variants or {}).get(wave, question.text) if wave else question.text


def _filled(survey: Survey, text: str, items: Mapping[str, Item], language: str) -> str:
    fallbacks = {hole.name for hole in holes(text) if hole.fallback is not None}

    def find(name: str) -> str | None:
        if name in items:
            return say(items[name].inline or items[name].label, language)
        if name in survey.fill.answers:
            return say(survey.fill.answers[name], language)
        return None if name in fallbacks else OPEN

    return filled(text, find)


def is_tabled(slot: Slot, options: int) -> bool:
    """Whether a question of a loop is a row of one table with its siblings: few options, all the same."""
    question = slot.question
    return (
        bool(slot.items)
        and isinstance(question, Chosen)
        and not isinstance(question, Rank | Allocate)
        and 0 < options <= MOST_STEPS
    )


def told_before(survey: Survey, language: str) -> tuple[tuple[str, str], ...]:
    """What the organiser wrote when the survey was set up: question and answer."""
    return tuple(
        (say(question.text, language), say(survey.fill.answers[question.id], language))
        for question in survey.questionnaire.question
        if question.role == "organiser" and question.id in survey.fill.answers
    )


def sampled(survey: Survey) -> tuple[Dimension, ...]:
    """The dimensions of which each person got only some items: their turns were asked of different people."""
    if survey.questionnaire.unit in {"group", "organisation"}:
        return ()
    looped = {name for question in survey.questionnaire.question for name in question.loop}
    return tuple(
        dimension
        for dimension in survey.questionnaire.dimension
        if dimension.id in looped
        and dimension.sample
        and dimension.sample < len(survey.items(dimension.id))
    )
