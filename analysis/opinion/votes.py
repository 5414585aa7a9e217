"""Who voted what: one row for each participant, one column for each statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

AGREE, PASS, DISAGREE, UNSEEN = 1, 0, -1, 9
"""A pass is an answer; an unseen statement is none. Polis' database has the opposite signs, its exports these."""
Cells = NDArray[np.int8]
Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Votes:
    """`cells[p, s]` is AGREE, DISAGREE, PASS or UNSEEN; ids are unique."""

    participants: tuple[str, ...]
    statements: tuple[str, ...]
    cells: Cells

    def without(self, excluded: Iterable[str]) -> Votes:
        """The same without some statements; ids that are not there are no error."""
        gone = set(excluded)
        return self.columns([at for at, id_ in enumerate(self.statements) if id_ not in gone])

    def columns(self, places: Any) -> Votes:
        """Some of the statements, in the order given."""
        chosen = tuple(self.statements[at] for at in places)
        return Votes(self.participants, chosen, self.cells[:, np.asarray(places, dtype=int)])

    def rows(self, places: Any) -> Votes:
        """Some of the participants, in the order given."""
        chosen = tuple(self.participants[at] for at in places)
        return Votes(chosen, self.statements, self.cells[np.asarray(places, dtype=int)])

    def in_own_order(self) -> Votes:
        """The same in an order that only the content decides: statements by id, people by votes, then id."""
        by_id = self.columns(
            sorted(range(len(self.statements)), key=lambda s: _key(self.statements[s]))
        )
        people = sorted(range(len(by_id.participants)), key=lambda p: _key(by_id.participants[p]))
        by_id = by_id.rows(people)
        if not by_id.statements:
            return by_id
        words = np.ascontiguousarray(by_id.cells + np.int8(2)).view(f"S{len(by_id.statements)}")
        return by_id.rows(np.argsort(words.ravel(), kind="stable"))


def _key(id_: str) -> tuple[int, int, str]:
    """Numbers in their order and before words."""
    return (0, int(id_), id_) if id_.isdecimal() else (1, 0, id_)
