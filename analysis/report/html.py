"""The report as one HTML file: offline, no JavaScript, print-ready, the same bytes for the same data."""

from __future__ import annotations

import base64
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from analysis.disclosure import MIN_CLOUD_ANSWERS
from analysis.drawing import draw
from analysis.lenses import heard
from analysis.report.blocks import PLAIN, Block, blocks
from analysis.report.by_groups import group_block
from analysis.report.lines import numbered
from analysis.report.meetings import told_by_meeting
from analysis.report.model import Report
from analysis.report.opinions import every_statement, opinion_blocks
from analysis.report.overviews import beside, overviews
from analysis.report.places import place_blocks
from analysis.report.trends import trend_blocks
from analysis.wordcloud import LEAST, cloud_svg
from analysis.wording import MARKS, Wording, percent
from surveys.questionnaire.languages import direction

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@cache
def _templates() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files("analysis.report") / "templates"
    sources = {
        name: (folder / name).read_text(encoding="utf-8")
        for name in ("report.html.j2", "parts.html.j2", "report.css")
    }
    return Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def to_html(report: Report) -> str:
    """The whole file as text. Draws charts, so it belongs in a worker and not in an event loop."""
    from markupsafe import Markup

    pages = _Pages(report)
    css = _templates().get_template("report.css").render()
    return (
        _templates()
        .get_template("report.html.j2")
        .render(
            report=report,
            direction=direction(report.language),
            css=Markup(css),  # noqa: S704  our own file
            say=pages.wording.say,
            side=pages.side,
            meetings=pages.meetings(),
            told=pages.told(),
            trends=[pages.block(one) for one in trend_blocks(report, pages.wording)],
            places=[pages.block(one) for one in place_blocks(report, pages.wording)],
            board=pages.board(),
            photos=pages.photos(),
            named=pages.named(),
            questions=pages.questions(),
            votes=pages.votes(),
            beside=[pages.block(one) for one in beside(report, pages.wording)],
            texts=[one for one in report.questions if one.kind in PLAIN],
            cloud=pages.cloud(),
        )
    )


class _Pages:
    """The parts of one report's page."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.wording = Wording(report.language, report.unit)
        self.marks = MARKS.get(report.language, MARKS["sv"])
        self._regions: Counter[str] = Counter()

    def _part(self, name: str, *arguments: Any) -> Markup:
        module = (
            _templates()
            .get_template("parts.html.j2")
            .make_module({"k": self.report.k, "few": self._few()})
        )
        part: Markup = getattr(module, name)(*arguments)
        return part

    def _few(self) -> str:
        keep = self.report.keep
        if keep is None or not keep.few:
            return ""
        return self.wording.say("few-voices", labels=self.wording.listed(keep.few))

    def side(self, voices: object, heading: str, name: str) -> Markup:
        """What is valued, or what should change."""
        return self._part("side", voices, heading, name, self.wording.say, self.marks)

    def block(self, block: Block) -> Markup:
        """One question, or all the rows of a table."""
        from markupsafe import Markup

        region = self._region(block.asked)
        if block.figure is None:
            return self._part("block", block, "", region)
        drawn = draw(block.figure, " ".join(block.findings), block.about)
        return self._part("block", block, Markup(drawn), region)  # noqa: S704  drawing escapes

    def questions(self) -> list[Markup]:
        """The closed questions: in short, one by one, then by groups."""
        report, wording = self.report, self.wording
        found = (
            *overviews(report.questions, wording),
            *blocks(report.questions, report.k, wording),
            *(group_block(one, wording) for one in report.breakdowns),
        )
        return [self.block(one) for one in found]

    def votes(self) -> list[Markup]:
        """What people voted on: what the groups say, then every statement."""
        report, wording = self.report, self.wording
        found = (*opinion_blocks(report, wording), *every_statement(report, wording))
        return [self.block(one) for one in found]

    def _region(self, asked: str) -> str:
        """What a table's region is called: two with one name could not be told apart by ear."""
        self._regions[asked] += 1
        number = self._regions[asked]
        return asked if number == 1 else f"{asked} ({number})"

    def _with_percent(self, count: int, n: int) -> str:
        return self.wording.say("count-percent", count=count, percent=percent(count, n))

    def meetings(self) -> Markup | str:
        """The series' table of who came and who answered."""
        rows = [
            (number, meeting, self._answered(meeting.base.answered, meeting.base.known))
            for number, meeting in enumerate(self.report.meetings, start=1)
        ]
        return self._part("meetings", rows, self.wording.say, numbered) if rows else ""

    def told(self) -> Markup | str:
        """What the organiser wrote of single meetings."""
        found = told_by_meeting(self.report)
        return self._part("told", found, self.wording.say, self.marks) if found else ""

    def _answered(self, answered: int, known: int | None) -> str:
        return self._with_percent(answered, known) if known else str(answered)

    def board(self) -> Markup | str:
        """The place through each lens."""
        if not heard(self.report.board):
            return ""
        return self._part("board", self.report.board, self.wording.say, self.marks)

    def named(self) -> Markup | str:
        """Questions and names across each other."""
        board = self.report.named
        if board is None:
            return ""
        gaps = [
            (name, missing, len(board.rows))
            for place, name in enumerate(board.names)
            if (missing := board.gaps(place))
        ]
        return self._part("named", board, gaps, self.report.unit, self.wording.say)

    def photos(self) -> Markup | str:
        """The approved photos, inside the file."""
        shown = [(one, data_address(one.data)) for one in self.report.photos]
        return self._part("photos", shown, self.wording.say) if shown else ""

    def cloud(self) -> Markup:
        """The cloud with its ranked table, or what it waits for."""
        from markupsafe import Markup

        words = self.report.words
        if not words:
            waiting = self.wording.say("cloud-waiting", least=MIN_CLOUD_ANSWERS)
            return Markup('<p class="waiting">{}</p>').format(waiting)
        top = [row.word for row in words if row.people == words[0].people][:3]
        top += [row.word for row in words if row.word not in top][: 3 - len(top)]
        sentence = self.wording.say("cloud-sentence", words=self.wording.listed(top))
        about = self.wording.say("chart-description", title=self.wording.say("heading-cloud"))
        drawn = cloud_svg(words, sentence, about) if len(words) >= LEAST else ""
        svg = Markup(drawn)  # noqa: S704  made by wordcloud.py
        return self._part("cloud", words, svg, sentence, self.report.headings, self.wording.say)


def data_address(picture: bytes) -> str:
    """A JPEG as an address that holds it whole: nothing is fetched."""
    return f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}"
