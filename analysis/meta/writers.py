"""The meta-analysis as JSON, a page, slides and a workbook. The same data give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from analysis.meta.tables import (
    reading,
    statement_heads,
    statement_rows,
    survey_heads,
    survey_rows,
    theme_rows,
)
from analysis.report.fixed import NO_DAY, fixed_zip
from analysis.report.writers import Coat
from analysis.wording import Wording
from surveys.questionnaire.languages import direction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template

    from analysis.meta.gathering import Meta

FORMAT = "dalalab.meta/1"


def to_json(meta: Meta) -> bytes:
    """One object, `format` first."""
    body = {
        "format": FORMAT,
        "title": meta.title,
        "language": meta.language,
        "k": meta.k,
        "surveys": [{**asdict(source), "counted": source.counted} for source in meta.sources],
        "themes": [asdict(theme) for theme in meta.themes],
        "statements": [
            {**asdict(statement), "agreed": statement.agreed} for statement in meta.statements
        ],
        "findings": list(meta.findings),
        "differences": list(meta.differences),
        "notes": list(meta.method),
    }
    return json.dumps(body, ensure_ascii=False, indent=1).encode() + b"\n"


@cache
def _template() -> tuple[Template, str]:
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files("analysis.report") / "templates"
    source = (folder / "meta.html.j2").read_text(encoding="utf-8")
    environment = Environment(
        loader=DictLoader({"meta": source}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return environment.get_template("meta"), (folder / "report.css").read_text(encoding="utf-8")


def to_html(meta: Meta) -> bytes:
    """One file: offline, no JavaScript, print-ready."""
    from markupsafe import Markup

    template, css = _template()
    page = template.render(
        meta=meta,
        direction=direction(meta.language),
        css=Markup(css),  # noqa: S704  our own file
        say=Wording(meta.language).say,
        table=theme_rows(meta),
    )
    return page.encode()


def to_xlsx(meta: Meta) -> bytes:
    """Four sheets: what to read first, themes by survey, statements, surveys. Nothing can become a formula."""
    import xlsxwriter

    target, day = io.BytesIO(), meta.day or NO_DAY
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(target, {"in_memory": True, **plain})
    created = dt.datetime.combine(day, dt.time(), dt.UTC)
    book.set_properties({"title": meta.title, "author": "Dalalab", "created": created})
    say = Wording(meta.language).say
    _sheet(book, say("sheet-read"), [[say("meta-title")], [meta.title]], reading(meta, say), meta)
    heads = [say("meta-head-theme"), *(one.title for one in meta.sources if one.counted)]
    _sheet(
        book,
        say("sheet-themes"),
        [heads],
        [[label, *cells] for label, cells in theme_rows(meta)],
        meta,
    )
    _sheet(
        book,
        say("meta-sheet-statements"),
        [statement_heads(say)],
        statement_rows(meta, say),
        meta,
    )
    _sheet(book, say("meta-sheet-surveys"), [survey_heads(say)], survey_rows(meta, say), meta)
    book.close()
    return fixed_zip(target.getvalue(), day)


def _sheet(
    book: Any, name: str, heads: list[list[str]], rows: list[list[str | int]], meta: Meta
) -> None:
    sheet = book.add_worksheet(name)
    bold, wrapped = (
        book.add_format({"bold": True}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    sheet.set_column(0, 0, 60, wrapped)
    sheet.set_column(1, 40, 18, wrapped)
    if meta.mark:
        sheet.set_header(f"&C&B{meta.mark}")
    for place, head in enumerate(heads):
        sheet.write_row(place, 0, head, bold)
    for place, row in enumerate(rows, start=len(heads)):
        sheet.write_row(place, 0, row)


def _pptx(meta: Meta) -> bytes:
    from analysis.meta.deck import to_pptx

    return to_pptx(meta)


COATS: Mapping[str, Coat[Meta]] = {
    "html": Coat("html", "text/html; charset=utf-8", to_html),
    "json": Coat("json", "application/json", to_json),
    "pptx": Coat(
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _pptx,
    ),
    "xlsx": Coat(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        to_xlsx,
    ),
}
