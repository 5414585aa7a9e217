"""Statements and groups in the report's JSON: as `dalalab opinion` has them, less what may not be told."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from analysis.opinion.rules import DIGITS
from analysis.report.opinion_groups import group_blocks
from analysis.report.opinion_words import interval_of
from analysis.report.opinions import telling_of
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.opinion.told import Tally, ToldStatement
    from analysis.report.model import Report
    from analysis.report.opinion_words import Telling


def statement_shapes(report: Report) -> list[dict[str, Any]]:
    """Every statement; its numbers are null while fewer than k have answered it."""
    if report.opinion is None:
        return []
    telling = telling_of(report, Wording(report.language, report.unit))
    return [_statement(one, telling, report.asked) for one in report.opinion.statements]


def _statement(one: ToldStatement, telling: Telling, asked: int | None) -> dict[str, Any]:
    ends = interval_of(one, asked)
    return {
        "id": one.id,
        "question": one.question,
        "text": telling.text(one),
        "origin": one.origin,
        **_votes(one.tally),
        "class": one.kind,
        "hesitant": one.hesitant,
        "p": None if one.p is None else round(one.p, DIGITS),
        "q": None if one.q is None else round(one.q, DIGITS),
        "wilson": None if ends is None else [round(end, DIGITS) for end in ends],
        "suppressed": one.tally is None,
        "groups": {name: _votes(tally) for name, tally in one.groups.items()},
        "sentence": telling.sentence(one),
    }


def _votes(tally: Tally | None) -> dict[str, int | None]:
    if tally is None:
        return dict.fromkeys(("agree", "disagree", "pass", "seen"))
    return {
        "agree": tally.agree,
        "disagree": tally.disagree,
        "pass": tally.passed,
        "seen": tally.seen,
    }


def group_shape(report: Report) -> dict[str, Any]:
    """The groups; `members` is always empty: who belongs to which is never told."""
    if report.opinion is None:
        return {}
    telling = telling_of(report, Wording(report.language, report.unit))
    found = report.opinion.groups
    return {
        "shown": found.shown,
        "reason": found.reason,
        "k": len(found.sizes) or None,
        "silhouette": found.silhouette,
        "p": found.p,
        "stability": found.stability,
        "members": {},
        "voters": found.voters,
        "least_voters": found.least_voters,
        "permutations": found.permutations,
        "sizes": dict(found.sizes),
        "typical": {
            name: [asdict(one) for one in typical] for name, typical in found.typical.items()
        },
        "bridges": list(found.bridges),
        "sentences": [finding for block in group_blocks(telling) for finding in block.findings],
    }
