"""How a survey is going, from counts alone: where people stop, without telling what the few have answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.few import withheld
from surveys.conversation.plan import plan_of
from surveys.conversation.state import Key
from surveys.questionnaire.languages import say
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from surveys.survey import Counts, QuestionCount, Survey


@dataclass(frozen=True, slots=True)
class Pace:
    """One question. `stopped` saw it last; the numbers are None where they would tell on few people."""

    text: str
    row: str | None
    shown: int | None = None
    answered: int | None = None
    skipped: int | None = None
    stopped: int | None = None


def pace_of(survey: Survey, counts: Counts, language: str) -> list[Pace]:
    """Every question in order; those that would tell on few people without their numbers."""
    slots, untold = plan_of(survey).by_key, withheld(survey, counts)
    found = []
    for count in counts.questions:
        slot = slots.get(Key(count.id, count.turn))
        if slot is None:
            continue  # a statement: how they are voted on has a page of its own
        text = say(slot.question.text, language)
        items = ", ".join(say(item.label, language) for item in slot.items.values()) or None
        told = slot.key not in untold
        found.append(_counted(text, items, count) if told else Pace(text, items))
    return found


def _counted(text: str, row: str | None, count: QuestionCount) -> Pace:
    stopped = count.shown - count.answered - count.skipped
    return Pace(text, row, count.shown, count.answered, count.skipped, stopped)


def sticking(paces: Sequence[Pace]) -> Pace | None:
    """Where most people stand, when at least k do: worth a look."""
    known = [pace for pace in paces if (pace.stopped or 0) >= K_MIN]
    return max(known, key=lambda pace: pace.stopped or 0, default=None)
