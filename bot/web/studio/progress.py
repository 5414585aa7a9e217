"""How a survey is going, from counts alone: where people stop, without telling what anybody has answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.few import withheld
from surveys.conversation.plan import plan_of
from surveys.conversation.state import Key
from surveys.questionnaire.languages import say
from surveys.statements import statement_questions
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from surveys.statements import Statement
    from surveys.survey import Counts, QuestionCount, Survey


@dataclass(frozen=True, slots=True)
class Pace:
    """One question. `stopped` saw it last; the numbers are None where they would tell what somebody answered."""

    text: str
    row: str | None
    shown: int | None = None
    answered: int | None = None
    skipped: int | None = None
    stopped: int | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """One question of statements: how many are voted on and wait to be read; `votes` is None as a pace's numbers are."""

    text: str
    statements: int
    votes: int | None
    waiting: int


def ballots_of(survey: Survey, statements: Sequence[Statement], language: str) -> list[Ballot]:
    """Every question of statements in order: votes are counted together, passes too, never by statement."""
    untold = {key.question for key in withheld(survey)}
    found = []
    for question in statement_questions(survey.questionnaire):
        ours = [one for one in statements if one.question == question.id]
        shown = [one for one in ours if one.state == "shown"]
        votes = sum(one.votes.seen for one in shown)
        found.append(
            Ballot(
                say(question.text, language),
                len(shown),
                None if question.id in untold else votes,
                sum(one.state == "waiting" for one in ours),
            )
        )
    return found


def pace_of(survey: Survey, counts: Counts, language: str) -> list[Pace]:
    """Every question in order; follow-up questions without their numbers."""
    slots, untold = plan_of(survey).by_key, withheld(survey)
    found = []
    for count in counts.questions:
        slot = slots.get(Key(count.id, count.turn))
        if slot is None:
            continue  # a statement: votes are counted together, as a ballot
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
