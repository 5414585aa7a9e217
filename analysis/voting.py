"""Votes on statements as analysis takes them in: which count, what each is called, and the matrix that is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from surveys.statements import AGREE, DISAGREE, PASS, Statement, VoteRow

if TYPE_CHECKING:
    from analysis.opinion.votes import Votes

_AS_NUMBER = {AGREE: 1, DISAGREE: -1, PASS: 0}


def counted(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Those that everybody may see: neither waiting for a moderator, nor hidden by one, nor erased by who wrote them."""
    return tuple(one for one in statements if one.state == "shown")


def ids_of(statements: Sequence[Statement]) -> tuple[str, ...]:
    """What each statement is called: its id, with its question where two questions have the same."""
    often = Counter(one.id for one in statements)
    return tuple(one.id if often[one.id] == 1 else f"{one.question}:{one.id}" for one in statements)


def matrix_of(statements: Sequence[Statement], votes: Sequence[VoteRow]) -> Votes:
    """Everybody who voted, and every statement by the name of `ids_of`; votes on anything else are left out."""
    import numpy as np

    from analysis.opinion.votes import UNSEEN, Votes

    places = {(one.question, one.id): at for at, one in enumerate(statements)}
    counted = [
        (vote.respondent, places[vote.question, vote.statement], _AS_NUMBER[vote.vote])
        for vote in votes
        if (vote.question, vote.statement) in places
    ]
    people = {who: at for at, who in enumerate(sorted({who for who, _, _ in counted}))}
    cells = np.full((len(people), len(places)), UNSEEN, dtype=np.int8)
    for who, at, vote in counted:
        cells[people[who], at] = vote
    return Votes(tuple(map(str, people)), ids_of(statements), cells)
