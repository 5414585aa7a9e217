"""The meta-analysis as slides: what comes back, a native chart for each finding, themes by survey, what it rests on."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from analysis.charts import INK, PALE, QUIET, STRONG
from analysis.figures import Bar, Stacked, short
from analysis.meta.gathering import MOST_FINDINGS
from analysis.meta.tables import theme_rows
from analysis.report.blocks import Block, Line
from analysis.report.fixed import NO_DAY, fixed_zip
from analysis.report.pptx.chart_data import chart_data
from analysis.report.pptx.charts import add_chart, bare, coloured, labelled, legend, placed
from analysis.report.pptx.frame import INCH
from analysis.report.pptx.layouts import ground
from analysis.report.pptx.tables import MOST_ROWS, add_table
from analysis.report.pptx.writing import Paragraph, describe, note, write
from analysis.wording import Wording

if TYPE_CHECKING:
    from pptx.slide import Slide

    from analysis.meta.gathering import Held, Meta, MetaStatement, MetaTheme
    from analysis.report.pptx.frame import Frame
    from analysis.report.pptx.layouts import Ground

ACROSS = 5
"""Surveys beside each other in a table."""
_BODY = (20, 18, 16, 15, 14, 13, 12, 11, 10, 9)
_TITLE = 60
"""Characters of a survey's title at its bar."""


def to_pptx(meta: Meta, template: bytes | None = None) -> bytes:
    """The analysis as a presentation, in the organisation's own `template` where one is given.

    Raises ConfigError, in the analysis's language, for a template that cannot be used.
    """
    on = ground(template, Wording(meta.language))
    on.mark = meta.mark
    made = _Deck(meta, on)
    made.findings()
    for theme in [theme for theme in meta.themes if len(theme.held) > 1][:MOST_FINDINGS]:
        made.theme(theme)
    for statement in [one for one in meta.statements if one.agreed > 1][:MOST_FINDINGS]:
        made.statement(statement)
    made.tables()
    made.rests_on()
    return fixed_zip(made.saved(), meta.day or NO_DAY)


class _Deck:
    def __init__(self, meta: Meta, on: Ground) -> None:
        self._meta, self._on = meta, on
        self._wording = Wording(meta.language)
        self._say = self._wording.say
        self._titles = {one.code: short(one.title, _TITLE) for one in meta.sources}

    def saved(self) -> bytes:
        properties = self._on.deck.core_properties
        properties.title = f"{self._say('meta-title')} – {self._meta.title}"
        properties.language = self._meta.language
        properties.author = properties.last_modified_by = "Dalalab"
        properties.subject = properties.keywords = properties.comments = ""
        properties.revision = 1
        target = io.BytesIO()
        self._on.deck.save(target)
        return target.getvalue()

    def findings(self) -> None:
        """What comes back, in sentences; the method is told to whoever speaks."""
        meta, area = self._meta, self._on.area
        slide = self._on.slide(self._say("meta-title"))
        told = sum(one.counted for one in meta.sources)
        lead = self._say("meta-lead", told=told, total=len(meta.sources))
        head = area.upper(INCH * 2 // 3)
        about = Paragraph(meta.title, scale=0.75, colour=QUIET[1:], space=0.05)
        write(slide, head, [Paragraph(lead, bold=True), about], (20, 18))
        said = [Paragraph(line, space=0.6) for line in meta.findings]
        write(slide, area.below(head.height, INCH // 6), said, (24, 22, *_BODY))
        note(slide, [lead, "", *meta.findings, "", *meta.differences, *meta.method])

    def theme(self, theme: MetaTheme) -> None:
        """How many told of it in each survey where it is told, of those who answered there."""
        kind = "meta-slide-wish" if theme.stance == "change" else "meta-slide-theme"
        n = len(theme.held)
        title = self._say(kind, label=theme.label, surveys=n, total=theme.asked)
        absent = [self._say("meta-slide-absent", n=theme.asked - n)] if n < theme.asked else []
        slide, room = self._charted(title, self._say("meta-slide-asked"), absent)
        shape = self._told(slide, room, theme.held)
        describe(shape, theme.sentence)
        note(slide, [theme.sentence, *absent, *self._meta.method])

    def _told(self, slide: Slide, room: Frame, held: Sequence[Held]) -> Any:
        """Whole bars are the answers of a survey: surveys of different sizes are compared by their shares."""
        from pptx.enum.chart import XL_CHART_TYPE

        data = chart_data("0;;;")
        data.categories = [self._named(one.survey, one.total) for one in held]
        data.add_series(self._say("meta-slide-told"), [one.people for one in held])
        data.add_series(self._say("meta-slide-others"), [one.total - one.people for one in held])
        shape, chart = placed(slide, XL_CHART_TYPE.BAR_STACKED_100, room, data)
        legend(chart, len(held))
        chart.plots[0].gap_width, chart.plots[0].overlap = 45, 100
        for series, ground_, ink in zip(chart.plots[0].series, (STRONG, PALE), ("FFFFFF", INK[1:]), strict=True):  # fmt: skip
            coloured(series.format, ground_)
            labelled(series, ink, 18 if len(held) < 8 else 12)
        bare(chart, len(held), named=True)
        return shape

    def statement(self, one: MetaStatement) -> None:
        """The votes in each survey, of those who took a stand."""
        title = self._say("meta-slide-statement", surveys=one.agreed, total=len(one.judged))
        slide, room = self._charted(title, self._wording.quoted(one.text), [])
        bars = tuple(
            Bar(self._named(vote.survey, vote.decided), (vote.decided - vote.agree, vote.agree))
            for vote in one.judged
        )
        labels = (self._say("voting-disagree"), self._say("voting-agree"))
        for shape in add_chart(Stacked(labels, bars), slide, room, self._say("chart-people")):
            describe(shape, one.sentence)
        note(slide, [one.sentence, *self._meta.method])

    def _named(self, code: str, n: int) -> str:
        return self._say("trend-point", title=self._titles[code], n=n)

    def _charted(self, title: str, asked: str, extra: Sequence[str]) -> tuple[Slide, Frame]:
        """A slide with what was asked over the chart's room, and lines under it."""
        slide, area = self._on.slide(title), self._on.area
        head = area.upper(INCH * 2 // 5)
        write(slide, head, [Paragraph(asked, colour=QUIET[1:])], (16, 14, 12, 11))
        body = area.below(head.height, INCH // 10)
        foot = body.lower(INCH // 2 if extra else 0)
        if extra:
            write(slide, foot, [Paragraph(line) for line in extra], (14, 12, 11))
        return slide, body.upper(body.height - foot.height)

    def tables(self) -> None:
        """Every theme across every survey that counts: as many slides as it takes."""
        for block in self._pages():
            slide = self._on.slide(block.asked)
            shape = add_table(slide, self._on.area, block)
            describe(shape, f"{block.asked}. {' '.join(map(block.in_words, block.lines))}")
            note(slide, [*map(block.in_words, block.lines), "", *self._meta.method])

    def _pages(self) -> Iterator[Block]:
        counted = [one.title for one in self._meta.sources if one.counted]
        rows = theme_rows(self._meta)
        for first in range(0, len(counted), ACROSS):
            across = slice(first, first + ACROSS)
            heads = (self._say("meta-head-theme"), *counted[across])
            for begun in range(0, len(rows), MOST_ROWS):
                lines = [
                    Line(label, tuple(cells[across]))
                    for label, cells in rows[begun : begun + MOST_ROWS]
                ]
                yield self._table(heads, lines)

    def _table(self, heads: tuple[str, ...], lines: Sequence[Line]) -> Block:
        return Block(
            asked=self._say("meta-themes"),
            findings=(),
            waiting=False,
            figure=None,
            about="",
            notes=(),
            caption="",
            heads=heads,
            lines=tuple(lines),
            suppressed="",
            across=True,
        )

    def rests_on(self) -> None:
        """The surveys, what makes them different, and how it was counted."""
        meta, say = self._meta, self._say
        slide = self._on.slide(say("meta-sheet-surveys"))
        sources = [
            say("meta-source", title=one.title, code=one.code, n=one.answered)
            for one in meta.sources
        ]
        parts = (
            ("", sources),
            (say("meta-differences"), meta.differences),
            (say("heading-method"), meta.method),
        )
        said = []
        for heading, lines in parts:
            if heading and lines:
                said.append(Paragraph(heading, scale=1.15, bold=True, space=0.9))
            said += [Paragraph(line, space=0.25) for line in lines]
        write(slide, self._on.area, said, _BODY)
