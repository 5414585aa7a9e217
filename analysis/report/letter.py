"""The letter "Du sa – vi gjorde": what was said, with room for what came of it. Plain text, to be finished by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.report.lead import Said, Side, lead_of
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.report.model import Report

_ROOM = "…………………………………………"


def to_letter(report: Report) -> bytes:
    """The letter as UTF-8 text. What was done is left open: no program can know it."""
    wording, lead = Wording(report.language, report.unit), lead_of(report)
    say = wording.say
    lines = [line for line in (report.mark, say("letter-title"), report.title) if line]
    lines += [
        "",
        say("letter-thanks", answered=report.base.answered),
        report.dated,
        *report.standing,
    ]
    if report.waits:
        lines += ["", lead.footnote]
    for side in (lead.keep, lead.change):
        if side is not None:
            lines += ["", side.heading, *_side(side, wording)]
    lines += ["", say("heading-missing-people"), *report.missing_people]
    lines += [""] + ([report.feedback, ""] if report.feedback else [])
    lines += [report.notice[0], say("letter-ask")]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def sentences(report: Report) -> list[str]:
    """What was said, a sentence for each theme that has passed the gate: what an answer back answers."""
    lead = lead_of(report)
    return [said.sentence for side in (lead.keep, lead.change) if side for said in side.said]


def _side(side: Side, wording: Wording) -> list[str]:
    lines: list[str] = []
    for said in side.said:
        lines += ["", *_said(said, wording)]
    return [*lines, "", *side.notes] if side.notes else lines


def _said(said: Said, wording: Wording) -> list[str]:
    quotes = [quote.text for quote in said.quotes]
    return [
        f"{wording.say('letter-said')} {said.sentence}",
        *quotes,
        f"{wording.say('letter-done')} {_ROOM}",
    ]
