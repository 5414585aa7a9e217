"""The tables of a page, read as a screen reader would: each row's heading and its cells."""

from __future__ import annotations

from html.parser import HTMLParser


class _Rows(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, list[str]]] = []
        self.inside = ""

    def handle_starttag(self, tag, attrs):
        if tag == "th" and ("scope", "row") in attrs:
            self.rows.append(("", []))
            self.inside = "th"
        elif tag == "td":
            self.rows[-1][1].append("")
            self.inside = "td"

    def handle_endtag(self, tag):
        if tag in {"th", "td"}:
            self.inside = ""

    def handle_data(self, data):
        if self.inside == "th":
            label, cells = self.rows[-1]
            self.rows[-1] = (label + data, cells)
        elif self.inside == "td":
            self.rows[-1][1][-1] += data


def tables_of(page: str) -> list[tuple[str, list[str]]]:
    """Label and cells of every row of every table of questions and trends."""
    reader = _Rows()
    start = min(
        (at for name in ("trend", "questions") if (at := page.find(f'id="{name}"')) >= 0), default=0
    )
    end = page.find('id="cloud"')
    reader.feed(page[start : end if end > 0 else page.find('id="missing"')])
    return reader.rows
