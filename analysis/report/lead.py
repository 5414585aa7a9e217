"""What stands first in every coat: "Vad säger deltagarna?", as sentences with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.report.opinions import telling_of
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.report.model import Meeting, Report
    from analysis.themes.finding import FoundTheme, Voices
    from analysis.themes.quotes import Quote

SENTENCES = 3
"""Theme sentences on each side of a slide, a page or a card."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote in its marks, or the translation beside one, and the language it is written in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: its quotes, what it waits for ('' when nothing), and how it was counted."""

    sentence: str
    quotes: tuple[Quoted, ...]
    waiting: str
    counted: str


@dataclass(frozen=True, slots=True)
class Side:
    """What is valued, or what should change. `notes`: what a reader must know about the order and the rest."""

    heading: str
    said: tuple[Said, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """The first slide, page or card. `standing`: what its numbers rest on, '' where on all answers.

    `group`: who took part and what the data cannot say, where a side leaves no room for it; else it is in the footnote.
    """

    title: str
    about: str
    answered: str
    standing: str
    keep: Side | None
    change: Side | None
    footnote: str
    group: tuple[str, ...]


def lead_of(report: Report) -> Lead:
    """The lead of a report; a report that waits says so in its footnote and has no sides."""
    wording = Wording(report.language, report.unit)
    keep = _side(report.keep, report.headings.keep, (), report, wording)
    change = _side(report.change, report.headings.change, report.critical, report, wording)
    if report.opinion is not None and not any(map(_speaks, (report.keep, report.change))):
        keep, change = _voted("consensus", report, wording), _voted("divided", report, wording)
    return Lead(
        title=report.headings.page,
        about=" · ".join(part for part in (report.title, report.mark) if part),
        answered=report.answered_line,
        standing=" ".join(report.standing),
        keep=keep,
        change=change,
        footnote=_footnote(report, wording),
        group=report.group_lines if keep or change or report.waits else (),
    )


def _speaks(voices: Voices | None) -> bool:
    """Whether a side has something to say: beside votes, one that waits or found nothing does not lead."""
    return voices is not None and bool(voices.themes or voices.few)


def _footnote(report: Report, wording: Wording) -> str:
    if report.waits:
        return report.lacking
    if report.opinion is not None and report.base.known is None:
        return f"{wording.say('voting-open-link')} {report.dated}"
    sides = [side for side in (report.keep, report.change) if side is not None]
    if not sides and report.opinion is None:
        few = wording.say("lead-footnote-bare", k=report.k)
        return " ".join((*report.group_lines, few, report.dated))
    quoted = any(theme.approved for side in sides for theme in side.themes)
    said = [wording.say("lead-footnote", k=report.k)]
    said += [wording.say("lead-footnote-quotes")] if quoted else []
    return " ".join((*said, report.dated))


def _side(
    voices: Voices | None, heading: str, critical: Sequence[str], report: Report, wording: Wording
) -> Side | None:
    if voices is None:
        return None
    if voices.waits:
        return Side(heading, (), (voices.lacking,))
    said = tuple(said_of(theme, report, wording) for theme in voices.themes[:SENTENCES])
    first = {f"{one.sentence}." for one in said}
    notes = [line for line in critical if line not in first]
    if voices.unordered and len(said) > 1:
        notes.insert(0, f"{wording.say('no-order')}.")
    if not said and not notes:
        notes.append(wording.say("no-themes" if voices.coded else "no-themes-found"))
    return Side(heading, said, tuple(notes))


def _voted(kind: Literal["consensus", "divided"], report: Report, wording: Wording) -> Side:
    """The statements of one class as sentences: what unites, or what divides."""
    telling = telling_of(report, wording)
    found = telling.opinion.of(kind)
    said = []
    for one in found[:SENTENCES]:
        told = telling.told(one)
        counted = wording.say(
            "voting-counted", origin=wording.say(f"voting-origin-{one.origin}"), **told
        )
        said.append(Said(telling.sentence(one), (), "", counted))
    none = () if found else (wording.say(f"voting-lead-{kind}-none"),)
    return Side(wording.say(f"voting-about-{kind}"), tuple(said), none)


def said_of(theme: FoundTheme, report: Report, wording: Wording) -> Said:
    """One theme as a sentence with its evidence."""
    lacking = len(theme.approved) < 2 and theme.waiting
    counted = wording.say(
        "counted", label=theme.label, people=theme.people, answers=theme.answers, n=theme.total
    )
    return Said(
        sentence=theme.sentence,
        quotes=tuple(line for quote in theme.approved for line in _quoted(quote, wording)),
        waiting=wording.say("quotes-waiting", count=theme.waiting) if lacking else "",
        counted=" ".join(part for part in (counted, theme.confirmed) if part),
    )


def told_of(meeting: Meeting, report: Report, wording: Wording) -> Side:
    """What the organiser wrote of one meeting in a series."""
    said = tuple(said_of(theme, report, wording) for theme in meeting.told)
    return Side(wording.say("heading-meeting-words"), said, ())


def _quoted(quote: Quote, wording: Wording) -> list[Quoted]:
    """The answer's own words in their marks; a translation after them has none, and says that it is one."""
    lines = [Quoted(wording.quoted(quote.text), quote.language)]
    beside = beside_of(quote, wording)
    return [*lines, Quoted(beside, wording.language)] if beside else lines


def beside_of(quote: Quote, wording: Wording) -> str:
    """What stands beside a quote: a person's translation, marked as one; '' where there is none."""
    if quote.translation is None:
        return ""
    return wording.say("quote-translated", text=quote.translation.text)
