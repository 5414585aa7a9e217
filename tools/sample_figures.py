"""One figure of each kind in Swedish and in Arabic, with invented numbers: what the charts are looked at with.

The Arabic words are a machine's and stand in no report; they are here to see letters, direction and room.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

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
from analysis.opinion.counting import wilson
from analysis.places.hexagons import cell_of, corners, middle
from analysis.places.sweref import to_degrees


@dataclass(frozen=True)
class Sample:
    """A figure and its finding."""

    finding: str
    figure: Figure


WORDS = {
    "sv": {
        "degrees": ("Inte alls", "I liten grad", "I viss grad", "I hög grad", "I mycket hög grad"),
        "meetings": ("Träff 1: Grums – 17 svar", "Träff 2: Örebro – 15 svar", "Träff 3: Tierp – 10 svar"),
        "choices": ("Exempel från andra", "Samtalen med kollegor", "Övningarna", "Tid att tänka"),
        "proposals": ("Förslag A", "Förslag B", "Vi gör ingenting"),
        "views": ("Ekonomi", "Personal", "Resultat och nytta", "Jämställdhet", "Hälsa och miljö", "Social hållbarhet"),
        "effects": ("Mycket negativt", "Negativt", "Ingen påverkan", "Positivt", "Mycket positivt"),
        "marks": ("Svaren går isär", "Visas inte"),
        "gap": ("Tycker att det är viktigast", "Har kommit långt"),
        "factors": ("Ledningen tar ansvar", "Målen går att mäta", "Vi jämför oss med andra"),
        "themes": ("Gå och cykla", "Buss och tåg", "Natur och grönska", "Trygghet"),
        "quality": ("Mycket dåligt", "Dåligt", "Varken eller", "Bra", "Mycket bra"),
        "rings": ("Det människor saknar", "Gränser som passeras"),
        "needs": ("Mat", "Hälsa", "Bostad", "Inkomst", "Vatten", "Energi"),
        "limits": ("Klimat", "Havsförsurning", "Övergödning", "Sötvatten"),
        "way": ("Nu", "Att jämföra med", "Mål 2030"),
        "mixed": ("Inget svar är vanligast vid mer än en träff.",),
        "indicator": ("Serveringssvinn, g per ätande",),
        "findings": (
            "12 av 17 svarade i hög grad eller i mycket hög grad.",
            "Vid 2 av 3 träffar svarade mer än hälften i hög grad eller i mycket hög grad.",
            "Vanligast: Exempel från andra (11 av 18).", "Svaren går isär i 3 av 17 rutor.",
            "Störst skillnad: Ledningen tar ansvar.", "Högst mittsvar: Natur och grönska.",
            "Vanligast: Klimat (8 av 12).", "58 nu mot 48 att jämföra med (+21 %).",
        ),
    },
    "ar": {
        "degrees": ("إطلاقاً", "بدرجة قليلة", "إلى حد ما", "بدرجة كبيرة", "بدرجة كبيرة جداً"),
        "meetings": ("اللقاء الأول – 17 إجابة", "اللقاء الثاني – 15 إجابة", "اللقاء الثالث – 10 إجابات"),
        "choices": ("أمثلة من الآخرين", "الحديث مع الزملاء", "التمارين", "وقت للتفكير"),
        "proposals": ("الاقتراح أ", "الاقتراح ب", "لا نفعل شيئاً"),
        "views": ("الاقتصاد", "الموظفون", "النتائج والفائدة", "المساواة", "الصحة والبيئة", "الاستدامة"),
        "effects": ("سلبي جداً", "سلبي", "بلا تأثير", "إيجابي", "إيجابي جداً"),
        "marks": ("الآراء متباينة", "لا يُعرض"),
        "gap": ("الأهم في رأيهم", "قطعوا شوطاً طويلاً"),
        "factors": ("الإدارة تتحمل المسؤولية", "الأهداف قابلة للقياس", "نقارن أنفسنا بغيرنا"),
        "themes": ("المشي والدراجة", "الحافلة والقطار", "الطبيعة والخضرة", "الأمان"),
        "quality": ("سيئ جداً", "سيئ", "بين بين", "جيد", "جيد جداً"),
        "rings": ("ما ينقص الناس", "الحدود المتجاوزة"),
        "needs": ("الغذاء", "الصحة", "السكن", "الدخل", "الماء", "الطاقة"),
        "limits": ("المناخ", "حموضة البحار", "المغذيات", "المياه العذبة"),
        "way": ("الآن", "للمقارنة", "هدف 2030"),
        "mixed": ("لا توجد إجابة هي الأكثر شيوعاً في أكثر من لقاء.",),
        "indicator": ("هدر الطعام، غرام للفرد",),
        "findings": (
            "أجاب 12 من 17 بدرجة كبيرة أو كبيرة جداً.",
            "في 2 من 3 لقاءات أجاب أكثر من النصف بدرجة كبيرة أو كبيرة جداً.",
            "الأكثر شيوعاً: أمثلة من الآخرين (11 من 18).", "الآراء متباينة في 3 من 17 خانة.",
            "أكبر فرق: الإدارة تتحمل المسؤولية.", "الأعلى: الطبيعة والخضرة.",
            "الأكثر شيوعاً: المناخ (8 من 12).", "58 الآن مقابل 48 للمقارنة (+21 %).",
        ),
    },
}  # fmt: skip
_COUNTS = ((0, 2, 3, 9, 3), (2, 2, 1, 6, 4), (0, 1, 4, 3, 2))
_MEDIANS = ((0, -1, 1, 2, 0, 1), (-1, -2, 0, 0.5, None, 1), (0, 0, -1, -1.5, 0, -1))


def samples(language: str) -> list[Sample]:
    """A figure of each kind, in the language's words."""
    words = WORDS[language]
    figures = (
        Stacked(words["degrees"], (Bar("", _COUNTS[0]),)),
        Stacked(words["degrees"], tuple(map(Bar, words["meetings"], _COUNTS))),
        Ranked(tuple((label, float(n), str(n)) for label, n in zip(words["choices"], (11, 9, 7, 4), strict=True)), 18),
        _heat(words),
        Gap(words["gap"], tuple(zip(words["factors"], (9, 7, 4), (3, 7, 6), strict=True))),
        Profile(tuple(zip(words["themes"], (3, 2.5, 5, 2), (22, 23, 20, 21), strict=True)), _steps(words["quality"], 1)),
        _doughnut(words),
        Way(words["way"], ((words["indicator"][0], 58, 48, 30, ("58", "48", "30")),)),
    )  # fmt: skip
    return [
        Sample(finding, figure) for finding, figure in zip(words["findings"], figures, strict=True)
    ]


def multiples(language: str) -> Sample:
    """A choice over three meetings."""
    words = WORDS[language]
    rows = tuple(zip(words["choices"], ((9, 2, 3), (5, 7, 3), (4, 9, 4), (7, 8, 4)), strict=True))
    return Sample(
        words["mixed"][0],
        Columns(
            rows,
            (
                ("1: n\u00a0=\u00a018", 18),
                ("2: n\u00a0=\u00a016", 16),
                ("3: n\u00a0=\u00a011", 11),
            ),
        ),
    )


def opinions(language: str) -> Sample:
    """Votes on statements: sentences above the bars, too long for a line."""
    votes, said, whiskers, finding = _OPINIONS[language]
    counts = ((2, 3, 40), (31, 6, 24), (12, 9, 11))
    bars = tuple(
        Bar(one, votes_cast, whisker=_whisker(votes_cast))
        for one, votes_cast in zip(said, counts, strict=True)
    )
    return Sample(finding, Stacked(votes, bars, whiskers))


def _whisker(counts: tuple[int, int, int]) -> Whisker:
    disagree, _, agree = counts
    ends = wilson(np.array([agree]), np.array([agree + disagree]))
    low, high = (float(end[0]) for end in ends)
    told = f"{100 * low:.0f}–{100 * high:.0f} %"
    return Whisker(1 - high, disagree / (agree + disagree), 1 - low, told)


_OPINIONS = {
    "sv": (
        ("Håller inte med", "Hoppade över", "Håller med"),
        (
            "Torget behöver fler bänkar, också i skugga, så att äldre kan vila på vägen till affären.",
            "Bilarna ska bort från torget. – från en deltagare",
            "Grupp A: Ungdomar behöver en plats inomhus på vintern, nära busshållplatsen.",
        ),
        "Håller med, bland dem som tog ställning: 95 % intervall",
        "Samsyn om 1 av 3 påståenden.",
    ),
    "ar": (
        ("لا أوافق", "تخطى", "أوافق"),
        (
            "تحتاج الساحة إلى مزيد من المقاعد في الظل أيضاً كي يستريح كبار السن في طريقهم إلى المتجر.",
            "يجب إبعاد السيارات عن الساحة. – من أحد المشاركين",
            "المجموعة أ: يحتاج الشباب إلى مكان داخلي في الشتاء قرب موقف الحافلات.",
        ),
        "أوافق، من بين من اتخذوا موقفاً: مجال 95 %",
        "توافق على عبارة واحدة من ثلاث.",
    ),
}


def places(language: str) -> Sample:
    """Marks around a square: hexagons in three shades, one past chance, one where wishes are opposite."""
    called, names, legend, finding = _PLACES[language]
    across, up = cell_of(*_SQUARE, 200)
    hexagons = [(across + right, up + north) for right, north in _STEPS]
    cells = tuple(
        MapCell(to_degrees(*middle(one, 200)), n, f"{called} {number}", corners(one, 200), number == 1, number == 3)
        for number, (one, n) in enumerate(zip(hexagons, (14, 9, 7, 5, 5), strict=True), 1)
    )  # fmt: skip
    at = ((59.1208, 18.0905), (59.1217, 18.0922), (59.1196, 18.0933))
    return Sample(finding, PlaceChart(cells, tuple(zip(names, at, strict=True)), *legend, "N"))


_SQUARE = (59.1206, 18.0918)
_STEPS = ((0, 0), (1, 0), (0, 1), (-1, 1), (0, -1))
_PLACES = {
    "sv": (
        "nr",
        ("Parkeringen", "Fontänen", "Busshållplatsen"),
        ("Antal märken i rutan", "tydligt fler än slumpen", "motsatta önskemål"),
        "Flest märken: Ruta 1, vid Parkeringen (14 av 40). Motsatta önskemål i ruta 3.",
    ),
    "ar": (
        "رقم",
        ("موقف السيارات", "النافورة", "موقف الحافلات"),
        ("عدد العلامات في الخانة", "أكثر بوضوح من الصدفة", "رغبات متعارضة"),
        "أكثر العلامات: الخانة 1 عند موقف السيارات (14 من 40).",
    ),
}


def _heat(words: dict[str, tuple[str, ...]]) -> Heat:
    cells = tuple(
        tuple(
            None if median is None else HeatCell(median, 7 + place, split=(row + place) % 6 == 1)
            for place, median in enumerate(line)
        )
        for row, line in enumerate(_MEDIANS)
    )
    return Heat(
        words["proposals"], words["views"], cells, _steps(words["effects"], -2), *words["marks"]
    )


def _doughnut(words: dict[str, tuple[str, ...]]) -> Doughnut:
    inner = tuple(zip(words["needs"], (4, 7, 5, 2, 0, 3), strict=True))
    outer = tuple(zip(words["limits"], (8, 1, 5, 3), strict=True))
    return Doughnut(((words["rings"][0], inner), (words["rings"][1], outer)))


def _steps(labels: tuple[str, ...], lowest: int) -> tuple[tuple[int, str], ...]:
    return tuple(enumerate(labels, start=lowest))
