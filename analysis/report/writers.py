"""The coats a Report comes in: each is named, says what kind of file it is, and is loaded when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from analysis.collecting import uncollected

if TYPE_CHECKING:
    from analysis.report.model import Report


Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Coat(Generic[Shown]):
    """One format: the end of its file name, its media type, and what writes it."""

    suffix: str
    media: str
    write: Callable[[Shown], bytes]


@uncollected()
def _html(report: Report) -> bytes:
    from analysis.report.html import to_html

    return to_html(report).encode()


def _json(report: Report) -> bytes:
    from analysis.report.as_json import to_json

    return json.dumps(to_json(report), ensure_ascii=False, indent=1).encode() + b"\n"


@uncollected()
def _pptx(report: Report) -> bytes:
    from analysis.report.pptx import to_pptx

    return to_pptx(report)


def _xlsx(report: Report) -> bytes:
    from analysis.report.xlsx import to_xlsx

    return to_xlsx(report)


def _csv(report: Report) -> bytes:
    from analysis.report.csv import to_csv

    return to_csv(report)


def _package(report: Report) -> bytes:
    from analysis.report.csv import to_package

    return to_package(report)


def _sav(report: Report) -> bytes:
    from analysis.report.sav import to_sav

    return to_sav(report)


def _pdf(report: Report) -> bytes:
    from analysis.report.onepage import to_pdf

    return to_pdf(report)


def _png(report: Report) -> bytes:
    from analysis.report.cards import to_png

    return to_png(report)


def _cards(report: Report) -> bytes:
    from analysis.report.cards import to_cards

    return to_cards(report)


def _letter(report: Report) -> bytes:
    from analysis.report.letter import to_letter

    return to_letter(report)


def _polis(report: Report) -> bytes:
    from analysis.report.polis import to_polis

    return to_polis(report)


def _geojson(report: Report) -> bytes:
    from analysis.report.geojson import to_geojson

    return to_geojson(report)


_OFFICE = "application/vnd.openxmlformats-officedocument"
COATS: Mapping[str, Coat[Report]] = {
    "html": Coat("html", "text/html; charset=utf-8", _html),
    "json": Coat("json", "application/json", _json),
    "pptx": Coat("pptx", f"{_OFFICE}.presentationml.presentation", _pptx),
    "xlsx": Coat("xlsx", f"{_OFFICE}.spreadsheetml.sheet", _xlsx),
    "pdf": Coat("pdf", "application/pdf", _pdf),
    "csv": Coat("csv", "text/csv; charset=utf-8", _csv),
    "csv.zip": Coat("zip", "application/zip", _package),
    "sav": Coat("sav", "application/x-spss-sav", _sav),
    "png": Coat("png", "image/png", _png),
    "png.zip": Coat("zip", "application/zip", _cards),
    "polis": Coat("zip", "application/zip", _polis),
    "geojson": Coat("geojson", "application/geo+json", _geojson),
    "letter": Coat("txt", "text/plain; charset=utf-8", _letter),
}
