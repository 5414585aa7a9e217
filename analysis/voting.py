"""Votes on statements as analysis takes them in: plain records, and the matrix that is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from analysis.opinion.votes import Votes

Origin = Literal["organiser", "participant"]
_AS_NUMBER = {"agree": 1, "disagree": -1, "pass": 0}


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement that others have been shown. `text` by language; a participant's own has one language."""

    question: str
    id: str
    text: Mapping[str, str]
    origin: Origin = "organiser"


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A vote: `agree`, `disagree` or `pass`. `respondent` is a number within this reading, as an answer's is."""

    respondent: int
    question: str
    statement: str
    vote: str


def ids_of(statements: Sequence[StatementRow]) -> tuple[str, ...]:
    """What each statement is called: its id, with its question where two questions have the same."""
    often = Counter(one.id for one in statements)
    return tuple(one.id if often[one.id] == 1 else f"{one.question}:{one.id}" for one in statements)


def matrix_of(statements: Sequence[StatementRow], votes: Sequence[VoteRow]) -> Votes:
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
