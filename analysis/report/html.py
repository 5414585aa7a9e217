"""The report as one HTML file: offline, no JavaScript, print-ready, the same bytes for the same data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from analysis import charts
from analysis.disclosure import MIN_CLOUD_ANSWERS, PERCENT_FROM
from analysis.report.lines import numbered
from analysis.report.model import Report
from analysis.summary import NAMELESS, Cell, QuestionSummary
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
            questions=[pages.question(one) for one in report.questions if one.kind != "text"],
            texts=[one for one in report.questions if one.kind == "text"],
            cloud=pages.cloud(),
        )
    )


class _Pages:
    """The parts of one report's page."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.wording = Wording(report.language)
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

    def question(self, summary: QuestionSummary) -> Markup:
        """One question: its finding, chart and table, or how many answers it waits for."""
        from markupsafe import Markup

        svg = "" if summary.waits else self._chart(summary)
        drawn = Markup(svg)  # noqa: S704  made by charts.py, which escapes
        return self._part("question", summary, drawn, self._rows(summary), self.wording.say)

    def _chart(self, summary: QuestionSummary) -> str:
        shown = [cell for cell in summary.cells if cell.n is not None]
        if not any(cell.n for cell in shown):
            return ""
        title = summary.sentence
        about = self.wording.say("chart-description", title=summary.text)
        counts = [cell.n or 0 for cell in shown]
        labels = [cell.label for cell in shown]
        if summary.kind == "scale":
            return charts.stacked(labels, [charts.Bar("", tuple(counts))], title, about)
        rows = [(cell.label, cell.n or 0) for cell in _by_count(summary)]
        return charts.ranked(rows, summary.n, title, about)

    def _rows(self, summary: QuestionSummary) -> list[tuple[str, str, str]]:
        rows = []
        for cell in summary.cells if summary.kind == "scale" else _by_count(summary):
            if cell.n is None:
                rows.append((cell.label, self.wording.say("waiting-cell", k=self.report.k), ""))
            else:
                rows.append((cell.label, self._count(cell.n, summary.n), ""))
        rows += [
            (self.wording.say(f"missing-{name}"), str(count), "missing")
            for name, count in summary.missing.items()
            if count
        ]
        return rows

    def _count(self, count: int, n: int) -> str:
        return str(count) if n < PERCENT_FROM else self._with_percent(count, n)

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
            "trend-point", title=_short(numbered(number, point.title)), n=point.n
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


def _by_count(summary: QuestionSummary) -> list[Cell]:
    """Choices by number of people, equals in the questionnaire's order; what has no name or count last.

    Background questions, such as age, keep their own order: it means something.
    """
    if summary.background:
        return list(summary.cells)
    return sorted(summary.cells, key=lambda cell: (cell.id in NAMELESS, -(cell.n or 0)))


def _short(title: str, most: int = 36) -> str:
    return title if len(title) <= most else title[: most - 1].rstrip(" ,:") + "…"


def _labels(item: Trend) -> dict[str, str]:
    """Option id to label, those of the latest meeting last so that they win."""
    return {cell.id: cell.label for point in item.points for cell in point.cells}


def _n(point: Point, name: str) -> int:
    return next((cell.n or 0 for cell in point.cells if cell.id == name), 0)
