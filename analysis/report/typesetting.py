"""Pages and cards, set by Typst with fonts that travel with the program; nothing is fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from analysis.charts import CARD_SHAPE, PHONE, Sheet
from analysis.doughnut_chart import rings
from analysis.drawing import draw
from analysis.figures import Doughnut, Figure
from analysis.lettering import drawable
from analysis.report.lead import Lead, Side, lead_of
from surveys.questionnaire.languages import direction

if TYPE_CHECKING:
    from analysis.report.blocks import Block
    from analysis.report.model import Report


CARD = (PHONE, Sheet(5.2, 2.0), Sheet(6.6, 2.6), Sheet(8.6, 3.6))
"""The sheets of a card, from the one with the largest letters."""
MOST_TOLD = 8
"""Lines of a table in words under its chart."""


def page(report: Report) -> dict[str, Any]:
    """What every template is given: language, direction, mark and the lead."""
    lead = lead_of(report)
    return {
        "language": report.language,
        "dir": direction(report.language),
        "mark": report.mark,
        "title": lead.title,
        "lead": _lead(lead),
        "day": None if report.day is None else [*report.day.timetuple()[:3]],
    }


def _lead(lead: Lead) -> dict[str, Any]:
    sides = [
        (name, side) for name, side in (("keep", lead.keep), ("change", lead.change)) if side
    ]  # fmt: skip
    return {
        "about": lead.about,
        "answered": lead.answered,
        "standing": lead.standing,
        "sides": [side_as(name, side) for name, side in sides],
        "footnote": lead.footnote,
    }


def side_as(name: str, side: Side) -> dict[str, Any]:
    """A side as the templates take it. `name`: `keep` or `change`, which gives its colour."""
    return {
        "name": name,
        "heading": side.heading,
        "said": [
            {
                "sentence": said.sentence,
                "quotes": [{"text": q.text, "language": q.language} for q in said.quotes],
                "waiting": said.waiting,
            }
            for said in side.said
        ],
        "notes": list(side.notes),
    }


def figure(block: Block, sheets: Sequence[Sheet] = (PHONE,)) -> dict[str, Any]:
    """A block with its drawing, and the same in words for whoever does not see it."""
    finding = " ".join(block.findings)
    assert block.figure is not None
    told = " · ".join(block.in_words(line) for line in block.lines)
    return {
        "asked": block.asked,
        "finding": finding,
        "caption": block.caption,
        **picture(block.figure, finding, block.about, sheets),
        "alt": " ".join((block.asked, finding, told, *block.notes)),
        "told": "" if block.spoken else _beginning(block),
        "notes": list(block.notes),
    }


def _beginning(block: Block) -> str:
    """The first lines in words; whoever does not see the picture has them all in its alternative text."""
    first = [block.in_words(line) for line in block.lines[:MOST_TOLD]]
    return " · ".join([*first, "…"] if len(block.lines) > MOST_TOLD else first)


def picture(
    drawn: Figure, finding: str, about: str, sheets: Sequence[Sheet] = (PHONE,)
) -> dict[str, Any]:
    """The drawing, and the lists that stand beside it where a picture is wide enough.

    It is made on the first of `sheets` on which it is not too tall for a card, else on that with the largest letters.
    """
    if not isinstance(drawn, Doughnut):
        found: list[tuple[float, str]] = []
        for sheet in sheets:
            svg = draw(drawn, finding, about, sheet)
            wide, high = _size(svg)
            found.append((min(1 / wide, CARD_SHAPE / high), svg))
            if high <= CARD_SHAPE * wide:
                break
        svg = max(found, key=lambda one: one[0])[1]
        return {"svg": svg, "lists": []}
    number, lists = 1, []
    for heading, ring in drawn.rings:
        lines = [f"{place}. {label}: {count}" for place, (label, count) in enumerate(ring, number)]
        lists.append({"heading": heading, "lines": lines})
        number += len(ring)
    return {"svg": rings(drawn), "lists": lists}


def _size(svg: str) -> tuple[float, float]:
    """Width and height of a drawing, in points."""
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert box is not None
    return float(box[1]), float(box[2])


@cache
def _fonts() -> str:
    import matplotlib as mpl

    return str(Path(mpl.get_data_path()) / "fonts" / "ttf")


def typeset(
    template: str, content: dict[str, Any], form: Literal["pdf", "png"], **options: Any
) -> bytes:
    """The template filled with the content. `form` is `pdf` or `png`; a PNG has one page."""
    import typst

    with as_file(files("analysis.report") / "templates" / template) as source:
        made: bytes = typst.compile(
            str(source),
            format=form,
            font_paths=[_fonts()],
            ignore_system_fonts=True,
            sys_inputs={"content": json.dumps(_drawable(content), ensure_ascii=False)},
            **options,
        )
    return made


def _drawable(value: Any) -> Any:
    """The content without signs that the fonts lack: they would stand as boxes in the middle of a sentence."""
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, dict):
        return {name: _drawable(one) for name, one in value.items()}
    return [_drawable(one) for one in value] if isinstance(value, list | tuple) else value


def raster(svg: str, pixels_an_inch: int) -> bytes:
    """A drawing as PNG."""
    return typeset("drawing.typ", {"svg": svg}, "png", ppi=pixels_an_inch)
