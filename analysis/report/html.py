"""The report as one HTML file: offline, no JavaScript, print-ready, the same bytes for the same data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from analysis import charts
from analysis.disclosure import MIN_CLOUD_ANSWERS
from analysis.report.blocks import PLAIN, Block, blocks
from analysis.report.lines import numbered
from analysis.report.model import Report
from analysis.trend import Point, Trend
from analysis.wordcloud import LEAST, cloud_svg
from analysis.wording import Wording, percent
from surveys.questionnaire.languages import direction

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_MARKS = {"sv": ("”", "”"), "fi": ("”", "”"), "en": ("“", "”")}


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
            trends=[pages.trend(item) for item in report.trend],
            questions=[
                pages.block(one) for one in blocks(report.questions, report.k, pages.wording)
            ],
            texts=[one for one in report.questions if one.kind in PLAIN],
            cloud=pages.cloud(),
        )
    )


class _Pages:
    """The parts of one report's page."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.wording = Wording(report.language, report.unit)
        self.marks = _MARKS.get(report.language, _MARKS["sv"])

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

        drawn = Markup(block.svg)  # noqa: S704  made by charts.py, which escapes
        return self._part("block", block, drawn)

    def _with_percent(self, count: int, n: int) -> str:
        return self.wording.say("count-percent", count=count, percent=percent(count, n))

    def meetings(self) -> Markup | str:
        """The series' table of who came and who answered."""
        rows = [
            (number, meeting, self._answered(meeting.base.answered, meeting.base.known))
            for number, meeting in enumerate(self.report.meetings, start=1)
        ]
        return self._part("meetings", rows, self.wording.say, numbered) if rows else ""

    def _answered(self, answered: int, known: int | None) -> str:
        return self._with_percent(answered, known) if known else str(answered)

    def trend(self, item: Trend) -> Markup:
        """One question over the meetings: finding, small multiples, table."""
        from markupsafe import Markup

        heads = [
            f"{number}: n\u00a0=\u00a0{point.n}"
            for number, point in enumerate(item.points, start=1)
        ]
        labels = _labels(item)
        rows = [
            (label, [self._point_count(point, name) for point in item.points])
            for name, label in labels.items()
        ]
        svg = Markup(self._trend_chart(item, labels))  # noqa: S704  made by charts.py
        return self._part("trend", item, svg, heads, rows, self.wording.say)

    def _point_count(self, point: Point, name: str) -> str:
        count = next((cell.n for cell in point.cells if cell.id == name), None)
        return self.wording.say("not-known") if count is None else str(count)

    def _trend_chart(self, item: Trend, labels: dict[str, str]) -> str:
        shown = [(number, p) for number, p in enumerate(item.points, start=1) if not p.waits]
        if not shown:
            return ""
        about = self.wording.say("chart-description", title=item.text)
        if item.kind == "scale":
            bars = [self._bar(number, point, labels) for number, point in shown]
            return charts.stacked(list(labels.values()), bars, item.sentence, about)
        rows = [(label, [_n(p, name) for _, p in shown]) for name, label in labels.items()]
        meetings = [(f"{number}  n = {point.n}", point.n) for number, point in shown]
        return charts.columns(rows, meetings, item.sentence, about)

    def _bar(self, number: int, point: Point, labels: dict[str, str]) -> charts.Bar:
        title = self.wording.say(
            "trend-point", title=charts.short(numbered(number, point.title), 36), n=point.n
        )
        mark = self.wording.say("trend-break-mark") if point.breaks else ""
        return charts.Bar(title, tuple(_n(point, name) for name in labels), mark)

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


def _labels(item: Trend) -> dict[str, str]:
    """Option id to label, those of the latest meeting last so that they win."""
    return {cell.id: cell.label for point in item.points for cell in point.cells}


def _n(point: Point, name: str) -> int:
    return next((cell.n or 0 for cell in point.cells if cell.id == name), 0)
