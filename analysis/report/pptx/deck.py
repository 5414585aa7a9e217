"""The slides in order: what participants say, then each question, then how it was counted."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.charts import BLUE, ORANGE, QUIET
from analysis.figures import PlaceChart, Ranked, Stacked
from analysis.lenses import heard
from analysis.report.blocks import Block
from analysis.report.fixed import NO_DAY, fixed_zip
from analysis.report.lead import Lead, Said, Side, lead_of, said_of
from analysis.report.meetings import told_by_meeting
from analysis.report.overviews import all_blocks
from analysis.report.pptx import overviews as _overviews  # noqa: F401  registers its charts
from analysis.report.pptx.charts import MOST_BARS, add_chart
from analysis.report.pptx.frame import INCH, Frame
from analysis.report.pptx.layouts import Ground, ground
from analysis.report.pptx.places import (
    MOST_BESIDE,
    beside_map,
    board_slide,
    fitting_beside,
    photo_slides,
)
from analysis.report.pptx.tables import add_table
from analysis.report.pptx.writing import Paragraph, decorate, describe, largest, note, write
from analysis.wording import Wording

if TYPE_CHECKING:
    from pptx.slide import Slide

    from analysis.report.model import Report

_GAP = INCH * 2 // 5
_FOOT = INCH * 9 // 20
_BODY = (18, 16, 15, 14, 13, 12, 11, 10, 9)


def to_pptx(report: Report, template: bytes | None = None) -> bytes:
    """The report as a presentation, in the organisation's own `template` where one is given.

    Raises ConfigError, in the report's language, for a template that cannot be used.
    """
    deck = _Deck(report, ground(template, Wording(report.language, report.unit)))
    return fixed_zip(deck.made(), report.day or NO_DAY)


class _Deck:
    def __init__(self, report: Report, on: Ground) -> None:
        self._report, self._on = report, on
        self._wording = Wording(report.language, report.unit)
        on.mark = report.mark

    def made(self) -> bytes:
        report = self._report
        self._lead(lead_of(report))
        if heard(report.board):
            board_slide(self._on, report, self._wording)
        photo_slides(self._on, report, self._wording)
        self._told()
        self._named()
        found = all_blocks(report, self._wording)
        told = [block for block in found if not block.waiting]
        for block in told:
            if _has_picture(block):
                self._question(block)
        self._listed("heading-questions", [block for block in told if not _has_picture(block)])
        self._listed("heading-waiting", [block for block in found if block.waiting])
        self._last()
        self._properties()
        target = io.BytesIO()
        self._on.deck.save(target)
        return target.getvalue()

    def _properties(self) -> None:
        properties = self._on.deck.core_properties
        properties.title = f"{self._report.headings.page} – {self._report.title}"
        properties.language = self._report.language
        properties.author = properties.last_modified_by = "Dalalab"
        properties.subject = properties.keywords = properties.comments = ""
        properties.revision = 1

    def _lead(self, lead: Lead) -> None:
        slide, area = self._on.slide(lead.title), self._on.area
        head = area.upper(INCH if lead.standing else INCH * 3 // 5)
        under = [line for line in (lead.about, lead.standing) if line]
        write(slide, head, [
            Paragraph(lead.answered, bold=True),
            *(Paragraph(line, scale=0.75, colour=QUIET[1:], space=0.05) for line in under),
        ], (20, 18, 16))  # fmt: skip
        body = area.below(head.height, INCH // 6)
        body = Frame(body.left, body.top, body.width, body.height - _FOOT)
        sides = [
            (side, colour) for side, colour in ((lead.keep, BLUE), (lead.change, ORANGE)) if side
        ]
        note(slide, self._evidence(lead))
        if not sides:
            write(slide, body, [Paragraph(lead.footnote)], _BODY)
            return
        frames = body.columns(0.56, _GAP) if len(sides) == 2 else (body,)
        texts = [
            (
                _side(side, colour),
                Frame(at.left + INCH // 8, at.top, at.width - INCH // 8, at.height),
            )
            for (side, colour), at in zip(sides, frames, strict=True)
        ]
        size = largest(texts, (22, 20, 19, *_BODY))
        for (_, colour), at, (paragraphs, inside) in zip(sides, frames, texts, strict=True):
            decorate(slide, Frame(at.left, at.top, INCH // 20, at.height), colour[1:])
            write(slide, inside, paragraphs, size)
        write(slide, area.below(area.height - _FOOT),
              [Paragraph(lead.footnote, colour=QUIET[1:])], (12, 11, 10, 9))  # fmt: skip

    def _evidence(self, lead: Lead) -> list[str]:
        """Each sentence with its approved quotes and how it was counted."""
        lines = [lead.answered, *self._report.group_lines]
        for side in (lead.keep, lead.change):
            if side is None:
                continue
            lines += ["", side.heading, *side.notes]
            for said in side.said:
                lines += ["", said.sentence, said.counted]
                lines += [said.waiting] if said.waiting else []
                lines += [self._wording.say("notes-quotes")] if said.quotes else []
                lines += [quote.text for quote in said.quotes]
        return [*lines, "", *self._report.notes]

    def _question(self, block: Block) -> None:
        finding = " ".join(block.findings)
        slide, area = self._on.slide(finding), self._on.area
        head = area.upper(INCH * 2 // 5)
        asked = f"{block.asked} ({block.caption})" if block.caption else block.asked
        write(slide, head, [Paragraph(asked, colour=QUIET[1:])], (16, 14, 12, 11))
        body, extra = area.below(head.height, INCH // 10), self._extra(block)
        foot = _foot(block, body, len(extra))
        self._shown(slide, block, body, foot, finding)
        if extra:
            write(slide, foot, [Paragraph(line) for line in extra], (14, 12, 11))
        behind = [self._wording.say("notes-table"), *self._figures(block)] if block.lines else []
        note(slide, [asked, finding, *block.notes, "", *behind])

    def _shown(self, slide: Slide, block: Block, body: Frame, foot: Frame, finding: str) -> None:
        """The chart or the table over the notes; beside a map stands the table of its places, over them."""
        say, over = self._wording.say, body.upper(body.height - foot.height)
        if block.figure is not None:
            room = body if isinstance(block.figure, PlaceChart) else over
            people = say("chart-people")
            told = " ".join(f"{line}." for line in self._figures(block))
            alt = say("alt-chart", asked=block.asked, finding=finding, figures="")
            for number, shape in enumerate(add_chart(block.figure, slide, room, people)):
                describe(shape, f"{alt}{told}" if number == 0 else alt)
            if isinstance(block.figure, PlaceChart):
                beside = beside_map(body).upper(body.height - foot.height)
                self._table(slide, fitting_beside(block, beside), beside, finding)
        elif block.lines:
            self._table(slide, block, over, finding)

    def _table(self, slide: Slide, block: Block, frame: Frame, finding: str) -> None:
        table = add_table(slide, frame, block)
        describe(table, self._wording.say("alt-table", asked=block.asked, finding=finding))

    def _extra(self, block: Block) -> list[str]:
        """Under the chart: notes, who is missing, and that there is more."""
        lines = list(block.notes)
        missing = [block.in_words(line) for line in block.lines if line.kind == "missing"]
        if missing and block.figure is not None:
            lines.append(" · ".join(missing))
        if _has_more(block):
            lines.append(self._wording.say("slide-more"))
        return lines

    def _figures(self, block: Block) -> list[str]:
        return [block.in_words(line) for line in block.lines]

    def _told(self) -> None:
        """A slide with what the organiser wrote of single meetings."""
        found = told_by_meeting(self._report)
        if not found:
            return
        slide = self._on.slide(self._wording.say("heading-meeting-words"))
        paragraphs = []
        for meeting, themes in found:
            paragraphs.append(Paragraph(meeting, colour=QUIET[1:], space=0.8))
            for theme in themes:
                paragraphs += _sentence(said_of(theme, self._report, self._wording))
        write(slide, self._on.area, paragraphs, _BODY)

    def _named(self) -> None:
        """A slide for each question that was answered by name: every name with what it said."""
        board, say = self._report.named, self._wording.say
        for row in board.rows if board is not None else ():
            slide = self._on.slide(row.asked)
            paragraphs = []
            for name, said in zip(board.names if board else (), row.said, strict=True):
                told = said.text if said.text is not None else say(f"named-{said.state}")
                paragraphs.append(Paragraph(name, bold=True, space=0.5))
                paragraphs.append(Paragraph(told, space=0.1))
            write(slide, self._on.area, paragraphs, _BODY)

    def _listed(self, heading: str, blocks: Sequence[Block]) -> None:
        """The questions that are told in a sentence only, on one slide."""
        if not blocks:
            return
        slide = self._on.slide(self._wording.say(heading))
        paragraphs = []
        for block in blocks:
            paragraphs.append(Paragraph(block.asked, bold=True, space=0.6))
            paragraphs += [Paragraph(line, space=0.1) for line in block.findings]
        write(slide, self._on.area, paragraphs, _BODY)

    def _last(self) -> None:
        report, say = self._report, self._wording.say
        slide = self._on.slide(say("heading-missing-people"))
        paragraphs = [Paragraph(line) for line in report.missing_people]
        paragraphs.append(Paragraph(say("heading-method"), scale=1.2, bold=True, space=1))
        told = (*lead_of(report).group, *report.method, *report.notice)
        paragraphs += [Paragraph(line) for line in told]
        write(slide, self._on.area, paragraphs, _BODY)


def _has_picture(block: Block) -> bool:
    """Whether a slide of its own would hold more than its title."""
    return block.figure is not None or bool(block.lines)


def _foot(block: Block, body: Frame, lines: int) -> Frame:
    """The room for that many notes: under the chart, or beside a map, which needs the height."""
    if isinstance(block.figure, PlaceChart):
        return beside_map(body).lower(INCH * 5 * lines // 8)
    single = isinstance(block.figure, Stacked) and len(block.figure.bars) == 1
    return body.lower(body.height // 2 if single else INCH * (lines + 1) // 3 if lines else 0)


def _has_more(block: Block) -> bool:
    """Whether a slide has no room for everything that the notes hold."""
    if isinstance(block.figure, PlaceChart):
        return len(block.lines) > MOST_BESIDE
    return isinstance(block.figure, Ranked) and len(block.figure.rows) > MOST_BARS


def _side(side: Side, colour: str) -> list[Paragraph]:
    paragraphs = [Paragraph(side.heading, scale=1.15, bold=True, colour=colour[1:])]
    for said in side.said:
        paragraphs += _sentence(said)
    return paragraphs + [Paragraph(line, scale=0.8, colour=QUIET[1:]) for line in side.notes]


def _sentence(said: Said) -> list[Paragraph]:
    quotes = [
        Paragraph(quote.text, scale=0.85, italic=True, language=quote.language, space=0.1)
        for quote in said.quotes
    ]
    waiting = (
        [Paragraph(said.waiting, scale=0.75, colour=QUIET[1:], space=0.1)] if said.waiting else []
    )
    return [Paragraph(said.sentence, bold=True, space=0.5), *quotes, *waiting]
