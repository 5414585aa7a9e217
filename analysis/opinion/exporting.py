"""Everybody's votes in Polis' layout, for whoever answers for them. A row is a person: this is no publication.

Rows are in the order of their content and numbered anew, so that nothing leads back to who they were or when they came.
But whoever knows some of a person's votes may find the row and read the others: so such a file is handed out by a
decision of its own, after closing, and never together with a report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.opinion.judging import judge
from analysis.opinion.votes import AGREE, DISAGREE, UNSEEN
from analysis.report.polis import SHOWN, table
from analysis.voting import counted, ids_of, matrix_of
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.frames import SurveyData
    from analysis.opinion.groups import Plan
    from analysis.opinion.judging import Opinion

BESIDE = ("participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")
COMMENTS = (
    *("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated"),
    *("comment-body", "passes", "statement-id", "origin"),
)


def votes_in_polis(data: SurveyData, plan: Plan) -> dict[str, bytes]:
    """participants-votes.csv and comments.csv. Statements are numbered from 0 in the order of the report."""
    statements = counted(data.statements)
    opinion = judge(matrix_of(statements, data.votes), plan)
    numbers = {id_: number for number, id_ in enumerate(ids_of(statements))}
    columns = (*BESIDE, *map(str, range(len(numbers))))
    return {
        "participants-votes.csv": table(columns, _people(opinion, numbers)),
        "comments.csv": table(COMMENTS, _comments(data, numbers)),
    }


def _people(opinion: Opinion, numbers: dict[str, int]) -> Iterator[tuple[Any, ...]]:
    votes = opinion.votes
    places = sorted(range(len(votes.statements)), key=lambda at: numbers[votes.statements[at]])
    letters = sorted(set((opinion.groups.members or {}).values()))
    for number, who in enumerate(votes.participants):
        cells = votes.cells[number, places]
        group = (opinion.groups.members or {}).get(who)
        yield (
            number,
            "" if group is None else letters.index(group),
            "",
            int(np.count_nonzero(cells != UNSEEN)),
            int(np.count_nonzero(cells == AGREE)),
            int(np.count_nonzero(cells == DISAGREE)),
            *("" if cell == UNSEEN else int(cell) for cell in cells),
        )


def _comments(data: SurveyData, numbers: dict[str, int]) -> Iterator[tuple[Any, ...]]:
    """Those that are shown; of the others nobody has voted, or nobody is to see them."""
    for name, one in zip(ids_of(counted(data.statements)), counted(data.statements), strict=True):
        yield (
            "", "", numbers[name], "", one.votes.agree, one.votes.disagree, SHOWN,
            say(one.text, "sv"), one.votes.passed, name, one.origin,
        )  # fmt: skip
