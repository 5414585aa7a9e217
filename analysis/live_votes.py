"""Statements on a wall: how people vote on each, from the same tallies and through the same rule as everything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.releasing import NOTHING, Frame
from analysis.wording import Wording
from surveys.questionnaire.languages import say
from surveys.statements import AGREE, DISAGREE, PASS, Statement, statement_questions

if TYPE_CHECKING:
    from analysis.releasing import Tallies
    from surveys.survey import Survey

ORDER = (DISAGREE, PASS, AGREE)
"""From one end to the other, as on a scale."""
MOST_SHOWN = 6
"""Statements that have room on a wall."""


def part_of_statement(question: str, statement: str) -> str:
    """The name of a statement, as publications know it."""
    return f"{question}/{statement}"


def vote_frames(survey: Survey, tallies: Tallies) -> dict[str, Frame]:
    """Every statement that anybody has voted on, as it is counted now."""
    asked = {question.id for question in statement_questions(survey.questionnaire)}
    found: dict[str, dict[str, int]] = {}
    for (question, turn, cell), n in tallies.items():
        if question in asked and turn and cell in ORDER:
            found.setdefault(part_of_statement(question, turn), {})[cell] = n
    return {
        part: Frame(sum(votes.values()), {vote: votes.get(vote, 0) for vote in ORDER})
        for part, votes in sorted(found.items())
    }


def on_screen(
    question: str, statements: Sequence[Statement], released: Mapping[str, Frame]
) -> list[tuple[Statement, Frame]]:
    """The statements of a question that have room: those with most released votes, in an order that never changes."""
    shown = [
        (one, released.get(part_of_statement(question, one.id), NOTHING))
        for one in statements
        if one.question == question and one.state == "shown"
    ]
    first = sorted(shown, key=lambda pair: -pair[1].base)[:MOST_SHOWN]
    return [pair for pair in shown if pair in first]


def votes_in_words(survey: Survey, question: str, language: str) -> dict[str, str]:
    """What each vote is called in this survey; one that was passed as the report says it, where there are reports."""
    asked = next(q for q in statement_questions(survey.questionnaire) if q.id == question)
    labels = {option.id: say(option.label, language) for option in asked.options}
    spoken = language.split("-", maxsplit=1)[0]
    if spoken in {"sv", "en"}:
        labels[PASS] = Wording(spoken).say("voting-pass")
    return labels
