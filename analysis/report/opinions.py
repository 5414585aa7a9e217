"""What people agree on, as blocks and as sentences: statements by class, then groups, or why there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.opinion.rules import Class, Rules
from analysis.report.opinion_groups import group_blocks
from analysis.report.opinion_words import Telling, dashed

if TYPE_CHECKING:
    from analysis.opinion.told import ToldOpinion, ToldStatement
    from analysis.report.blocks import Block
    from analysis.report.model import Base, Report
    from analysis.wording import Wording

MOST_SHOWN = 5
"""Statements of a class in one picture; all of them stand in the tables."""
ORDER: tuple[Class, ...] = ("consensus", "divided", "uncertain", "none", "too_few")


def opinion_blocks(report: Report, wording: Wording) -> list[Block]:
    """All blocks in the order in which every writer shows them; none where nobody voted on statements."""
    if report.opinion is None:
        return []
    telling = telling_of(report, wording)
    return [*_classes(telling), *group_blocks(telling)]


def telling_of(report: Report, wording: Wording) -> Telling:
    """What is said of the report's opinion, which there must be one of."""
    assert report.opinion is not None
    open_link = report.base.known is None
    return Telling(report.opinion, wording, open_link=open_link, asked=report.asked)


def every_statement(report: Report, wording: Wording) -> list[Block]:
    """The table of all statements, where the pictures show only some."""
    if report.opinion is None:
        return []
    found = [report.opinion.of(kind) for kind in ORDER]
    if all(len(statements) <= MOST_SHOWN for statements in found):
        return []
    telling = telling_of(report, wording)
    lines = [telling.line(one) for statements in found for one in statements]
    return [telling.block(wording.say("voting-all", n=len(lines)), "", (), lines)]


def _classes(telling: Telling) -> Iterator[Block]:
    for kind in ORDER:
        found = telling.opinion.of(kind)
        if found:
            yield _class(telling, kind, found)


def _class(telling: Telling, kind: Class, found: Sequence[ToldStatement]) -> Block:
    shown = found[:MOST_SHOWN]
    notes = [telling.say(f"voting-limits-{dashed(kind)}", **limits())]
    hesitant = [one for one in shown if one.hesitant and kind in {"consensus", "divided"}]
    if hesitant:
        texts = telling.wording.listed([telling.quoted(one) for one in hesitant])
        notes.append(telling.say("voting-hesitant", texts=texts))
    if len(found) > len(shown):
        notes.append(telling.say("voting-several", shown=len(shown), n=len(found)))
    finding = telling.say(
        f"voting-finding-{dashed(kind)}",
        n=len(found),
        of=len(telling.opinion.statements),
        **telling.told(found[0]),
    )
    bars = [bar for one in shown for bar in telling.bar(one)]
    asked = f"{telling.say('voting-asked')}: {telling.say(f'voting-about-{dashed(kind)}')}"
    return telling.block(asked, finding, notes, [telling.line(one) for one in shown], bars)


def limits() -> dict[str, int]:
    """Every limit of the classes, as the texts name them."""
    rules = Rules()
    return {
        "k": rules.least_seen,
        "rate": round(100 * rules.false_rate),
        "share": round(100 * rules.least_share),
        "smaller": round(100 * rules.least_smaller),
        "passed": round(100 * rules.least_passed),
    }


def open_link_lines(opinion: ToldOpinion | None, base: Base, wording: Wording) -> tuple[str, ...]:
    """That one person may have voted several times, where nobody knows who was asked."""
    if opinion is None or base.known is not None:
        return ()
    return (wording.say("voting-open-link"),)


def method_lines(report: Report, wording: Wording) -> tuple[str, ...]:
    """How statements were judged and groups were looked for, with every limit; none without votes."""
    if report.opinion is None:
        return ()
    drawn = "yes" if telling_of(report, wording).has_intervals else "no"
    told = any(one.tally is not None and one.tally.decided for one in report.opinion.statements)
    why = "selfselected" if report.asked is None else "everybody" if told else "nobody"
    classes = [wording.say(f"voting-limits-{dashed(kind)}", **limits()) for kind in ORDER]
    groups = wording.say(
        "voting-limits-groups",
        least=report.opinion.groups.least_voters,
        shuffles=report.opinion.groups.permutations,
        often=20,
        k=limits()["k"],
    )
    return (
        *open_link_lines(report.opinion, report.base, wording),
        *classes,
        wording.say("voting-limits-wilson", drawn=drawn, why=why),
        groups,
    )
