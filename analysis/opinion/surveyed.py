"""The opinion of one survey: from its votes to what may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.voting import counted, matrix_of

if TYPE_CHECKING:
    from analysis.disclosure import Gate
    from analysis.frames import SurveyData
    from analysis.opinion.groups import Plan
    from analysis.opinion.told import ToldOpinion

MANY = 2_000
"""People from which fewer shuffles are tried: each takes seconds then."""
FEWER = 39
"""Enough to tell one in twenty from chance."""


def opinion_in(data: SurveyData, gate: Gate, plan: Plan | None) -> ToldOpinion | None:
    """What the votes say, through the gate; None for a survey without statements to show."""
    statements = counted(data.statements)
    if not statements:
        return None
    from analysis.opinion.groups import Plan
    from analysis.opinion.judging import judge
    from analysis.opinion.publishing import told

    votes = matrix_of(statements, data.votes)
    chosen = plan or Plan()
    if len(votes.participants) > MANY:
        chosen = Plan(min(FEWER, chosen.permutations), chosen.seed, chosen.least_voters)
    closed = data.survey.closed_at is not None
    return told(judge(votes, chosen), statements, chosen, gate, closed=closed)
