"""Rows that somebody began and never sent in: LimeSurvey exports them among the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.intake.columns import Column

_SENT = re.compile(r"(?:datum )?(?:inskick\w*|date submitted|submitdate)(?: datum)?", re.IGNORECASE)
_LIMESURVEY = re.compile(
    r"sista sidan|last ?page|startspråk|start ?language|frö(?: \(seed\))?|seed", re.IGNORECASE
)
"""Columns by which its exports are known: elsewhere an empty date says nothing of the kind."""


def unfinished(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Numbers from 1 of the rows without a day on which they were sent in."""
    sent = next((column for column in columns if _SENT.fullmatch(column.name.strip())), None)
    known = any(_LIMESURVEY.fullmatch(column.name.strip()) for column in columns)
    if sent is None or not known:
        return frozenset()
    return frozenset(number for number, row in enumerate(rows, 1) if not row[sent.place])
