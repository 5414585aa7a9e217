"""Figures that ask the most of a chart: very long words, two options and eleven, three answers and ten thousand, nobody.

The Arabic words are a machine's and stand in no report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.figures import (
    Bar,
    Columns,
    Doughnut,
    Figure,
    Gap,
    Heat,
    HeatCell,
    MapCell,
    PlaceChart,
    Profile,
    Ranked,
    Stacked,
    Way,
    Whisker,
)
from analysis.places.hexagons import cell_of, corners, middle
from analysis.places.sweref import to_degrees
from tools.sample_figures import WORDS, Sample, places

_LONG = {
    "sv": (
        "Samhällsbyggnadsförvaltningens remissbehandling av detaljplaneförslaget för kvarteret Lasarettsområdet",
        "Kommunstyrelsens arbetsmarknads- och näringslivsutskotts delegationsordning",
        "Ja", "Miljö- och hälsoskyddsinspektörernas tillsynsbesök",
        "Kollektivtrafikmyndighetens upphandlingsförfarande i Dalarnas och Gävleborgs län",
        "Gång- och cykelvägar", "Vet ännu inte, vi behöver prata mer om det med varandra i kommunledningsgruppen först",
        "Annat", "Trygghetsskapande belysningsåtgärder", "Upphandling", "Barnkonsekvensanalysernas uppföljning",
    ),
    "ar": (
        "معالجة إدارة التخطيط العمراني للملاحظات الواردة بشأن مقترح الخطة التفصيلية لمنطقة المستشفى القديم",
        "تعليمات تفويض لجنة سوق العمل والأعمال التابعة لمجلس البلدية", "نعم", "زيارات التفتيش البيئي والصحي",
        "إجراءات المشتريات لهيئة النقل العام في محافظتي دالارنا ويافلبوري", "مسارات المشي والدراجات",
        "لا نعرف بعد، نحتاج إلى مزيد من النقاش", "أخرى", "إنارة لتعزيز الأمان", "المشتريات",
        "متابعة تحليل أثر القرارات على الأطفال",
    ),
}  # fmt: skip
_NUMBERS = tuple(map(str, range(11)))
_ELEVEN = (1, 2, 0, 0, 3, 4, 5, 3, 2, 7, 1)


def hard(language: str) -> list[Sample]:
    """All of them, each with its finding in the language's words."""
    told = WORDS[language]["findings"][0]
    return [Sample(told, figure) for figure in _figures(language)]


def _figures(language: str) -> Iterator[Figure]:
    long, words = _LONG[language], WORDS[language]
    yield from _scales(words["degrees"], long, words["meetings"])
    yield from _choices(long)
    steps = tuple(enumerate(words["effects"], start=-2))
    yield Heat(long[:4], long[4:10], _cells(4, 6), steps, *words["marks"])
    yield Heat(long[:6], long[1:], _cells(6, 10), steps, *words["marks"])
    yield Heat(long[2:4], long[2:4], _cells(2, 2), steps, *words["marks"])
    yield Gap(
        (long[0], words["gap"][1]),
        tuple(zip(long[:5], (400, 38, 0, 210, 399), (3, 7, 0, 210, 398), strict=True)),
    )
    yield Profile(
        tuple(zip(long[:6], (1, 5, 2.5, 3, 4.5, 4.5), (5, 12, 24, 400, 10_000, 6), strict=True)),
        tuple(enumerate(words["degrees"], start=1)),
    )
    inner = tuple(zip(long, (4, 7, 5, 2, 0, 3, 1, 9, 2, 3, 4), strict=True))
    yield Doughnut(
        (
            (long[3], inner),
            (long[4], tuple(zip(long[:9], (8, 1, 5, 3, 0, 12, 1, 2, 3), strict=True))),
        )
    )
    yield Way(words["way"], (
        (long[0], 58_000, 48_000.5, 30_000, ("58 000", "48 000,5", "30 000")),
        (long[3], 58, None, 30, ("58", "", "30")),
        (long[4], 30, 30.2, 30, ("30", "30,2", "30")),
    ))  # fmt: skip


def _scales(
    degrees: tuple[str, ...], long: tuple[str, ...], meetings: tuple[str, ...]
) -> Iterator[Figure]:
    for counts in (
        (0, 1, 0, 2, 0),
        (0, 0, 0, 24, 0),
        (3, 12, 85, 200, 100),
        (7, 120, 2_850, 5_023, 2_000),
    ):
        yield Stacked(degrees, (Bar("", counts),))
    yield Stacked(long[2:4], (Bar("", (11, 13)),))
    yield Stacked((*degrees, long[7]), (Bar("", (1, 2, 11, 13, 2, 1)),))
    yield Stacked(_NUMBERS, (Bar("", _ELEVEN),))
    yield Stacked(
        _NUMBERS, (Bar("", (100, 212, 20, 30, 1_300, 1_400, 2_500, 1_300, 922, 1_700, 516)),)
    )
    yield Stacked(long, (Bar("", _ELEVEN),))
    rows = ((0, 1, 3, 14, 6), (1, 1, 1, 20, 1), (0, 0, 0, 0, 24), (4, 5, 6, 5, 4), (24, 0, 0, 0, 0))
    yield Stacked(degrees, tuple(map(Bar, long, rows)))
    ends = ((0.0, 0.0, 0.14), (0.86, 1.0, 1.0), (0.31, 0.5, 0.69), (0.02, 0.5, 0.98))
    whiskers = [Whisker(*found, "100–100 %") for found in ends]
    votes = [Bar(long[at], (5, 2, 5), whisker=one) for at, one in enumerate(whiskers)]
    yield Stacked(degrees[:3], tuple(votes), long[0])
    yield Stacked(
        degrees,
        (Bar(meetings[0], rows[0]), Bar(long[0], rows[1], long[1]), Bar(meetings[2], rows[3])),
    )


def _choices(long: tuple[str, ...]) -> Iterator[Figure]:
    yield _ranked(long[2:4], (2, 1), 3)
    yield _ranked(long, (22, 20, 11, 9, 9, 8, 4, 3, 1, 0, 0), 24)
    yield _ranked(long[:4], (9_988, 4_100, 12, 0), 10_000)
    for counts in ((9, 0), (900, 0, 1_400), (9, 0, 14, 7), (9, 0, 14, 7, 9, 10, 11, 12)):
        most = 10 ** len(str(max(counts)))
        heads = tuple(
            (f"{number}: n\u00a0=\u00a0{most}", most) for number in range(1, len(counts) + 1)
        )
        yield Columns(tuple((label, counts) for label in long[:5]), heads)


def _ranked(labels: tuple[str, ...], counts: tuple[int, ...], n: int) -> Ranked:
    return Ranked(
        tuple((label, float(count), str(count)) for label, count in zip(labels, counts, strict=True)), n
    )  # fmt: skip


def _cells(rows: int, columns: int) -> tuple[tuple[HeatCell | None, ...], ...]:
    return tuple(
        tuple(
            None if (row + column) % 7 == 3
            else HeatCell((row * column % 9 - 4) / 2, 24 if row else 10_000, split=(row + column) % 5 == 1)
            for column in range(columns)
        )
        for row in range(rows)
    )  # fmt: skip


def many_places(language: str) -> Sample:
    """A town's worth of hexagons with many names between them: not every name finds room."""
    one = places(language)
    assert isinstance(one.figure, PlaceChart)
    across, up = cell_of(59.1206, 18.0918, 200)
    hexagons = [(across + right, up + north) for right in range(6) for north in range(-5, 1)]
    cells = tuple(
        MapCell(to_degrees(*middle(cell, 200)), 5 + 7 * number % 24, f"nr {number}", corners(cell, 200), number == 1, False)
        for number, cell in enumerate(hexagons, 1)
    )  # fmt: skip
    labels = [label for label, _ in one.figure.names] * 3
    at = [cell.ring[number % 6] for number, cell in enumerate(cells[::4])]
    outside = (one.figure.names[0][0], (59.1150, 18.0900))
    names = (*zip(labels, at, strict=False), outside)
    return Sample(one.finding, replace(one.figure, cells=cells, names=names))
