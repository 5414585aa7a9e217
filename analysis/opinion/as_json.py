"""`dalalab.opinion/1`: an opinion as other programs read it."""

from __future__ import annotations

from typing import Any

from analysis.opinion.groups import Groups
from analysis.opinion.judging import Opinion
from analysis.opinion.rules import DIGITS


def opinion_shape(
    opinion: Opinion, mode: str, polis: dict[str, Any] | None = None
) -> dict[str, Any]:
    """The whole object; the same votes give the same bytes."""
    shape = {
        "format": "dalalab.opinion/1",
        "mode": mode,
        "participants": len(opinion.votes.participants),
        "statements": [_statement(opinion, at) for at in range(len(opinion.votes.statements))],
        "groups": _groups(opinion.groups),
    }
    return shape if polis is None else {**shape, "polis": polis}


def _statement(opinion: Opinion, at: int) -> dict[str, Any]:
    found, counts = opinion.judged, opinion.judged.counts
    return {
        "id": opinion.votes.statements[at],
        "agree": int(counts.agree[at]),
        "disagree": int(counts.disagree[at]),
        "pass": int(counts.passed[at]),
        "seen": int(counts.seen[at]),
        "class": found.classes[at],
        "p": round(float(found.p[at]), DIGITS),
        "q": round(float(found.q[at]), DIGITS),
        "wilson": [round(float(found.low[at]), DIGITS), round(float(found.high[at]), DIGITS)],
    }


def _groups(groups: Groups) -> dict[str, Any]:
    return {
        "shown": groups.shown,
        "reason": groups.reason,
        "k": groups.k,
        "silhouette": groups.silhouette,
        "p": groups.p,
        "stability": groups.stability,
        "members": groups.members or {},
    }
