"""Figures from other sources: each with year and source, from whatever a spreadsheet writes."""

from __future__ import annotations

import csv
import dataclasses
import io
import zipfile

import openpyxl
import pptx
import pytest
from meetings import meeting

from analysis.report.as_json import to_json
from analysis.report.build import build_report
from analysis.report.indicators import Indicator, read_indicators
from analysis.report.writers import COATS
from analysis.wording import Wording
from surveys.errors import ConfigError

SV = Wording("sv")
FILE = "Indikator;Värde;Enhet;År;Riket;Källa\nMatsvinn i skolan;58;g per ätande;2023;48;Livsmedelsverket\n"
WASTE = Indicator("Matsvinn i skolan", "58", "g per ätande", "2023", "48", "Livsmedelsverket")


@pytest.mark.parametrize(
    "content",
    [
        FILE.encode(),
        FILE.encode("utf-8-sig"),
        FILE.encode("cp1252"),
        FILE.replace(";", ",").encode(),
        FILE.replace(";", "\t").replace("\n", "\r\n").encode(),
        FILE.replace(
            "Indikator;Värde;Enhet;År;Riket;Källa", "name;value;unit;year;country;source"
        ).encode(),
    ],
)
def test_whatever_a_spreadsheet_writes_is_read(content: bytes) -> None:
    assert read_indicators(content, SV) == (WASTE,)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "saknar: indikator, värde, år och källa"),
        ("Indikator;Värde\nA;1\n".encode(), "saknar: år och källa"),
        ("Indikator;Värde;År;Källa\nA;1;2023;Kolada\nB;2\n".encode(), "Rad 3 i filen med indikatorer saknar: år och källa"),
        (("Indikator;Värde;År;Källa\n" + "A;1;2023;K\n" * 41).encode(), "högst 40 rader"),
        (b"x" * 300_000, "för stor"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_row(content: bytes, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        read_indicators(content, SV)


def test_every_value_stands_with_its_year_and_source_in_every_file() -> None:
    report = dataclasses.replace(build_report(meeting(1), language="sv"), indicators=(WASTE,))
    assert to_json(report)["indicators"] == [dataclasses.asdict(WASTE)]
    page = COATS["html"].write(report).decode()
    row = page[page.index("Matsvinn i skolan") :].partition("</tr>")[0]
    assert all(told in row for told in ("58 g per ätande", "48", "2023", "Livsmedelsverket"))
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(report)))
    cells = [
        cell.text for slide in deck.slides for shape in slide.shapes if shape.has_table
        for row in shape.table.rows for cell in row.cells
    ]  # fmt: skip
    assert cells[-5:] == ["Matsvinn i skolan", "58 g per ätande", "48", "2023", "Livsmedelsverket"]
    book = openpyxl.load_workbook(io.BytesIO(COATS["xlsx"].write(report)))
    told = [[cell.value for cell in row] for row in book["Svar"].iter_rows()]
    assert any(row[:5] == cells[-5:] for row in told)
    package = zipfile.ZipFile(io.BytesIO(COATS["csv.zip"].write(report)))
    rows = csv.DictReader(
        io.StringIO(package.read("indicators.csv").decode("utf-8-sig")), delimiter=";"
    )
    assert next(rows)["source"] == "Livsmedelsverket"
