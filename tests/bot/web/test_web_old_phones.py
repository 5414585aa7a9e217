"""A telephone of 2017 shows every page for participants: newer CSS stands inside @supports, newer HTML nowhere.

Media queries may be newer: a browser that does not know `(prefers-color-scheme: dark)` passes over what is inside.
"""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

SHEETS = ("dalalab.css", "tables.css", "map.css")
ORGANISERS = re.compile(r"(organiser|studio|library|wall|opening|live)[_.]")
"""Templates of rooms that participants never see."""

NEWER_CSS = {
    "selectors": r":(is|where|has|not\([^)]*,|focus-visible|user-valid|popover-open|dir)\b|::(file-selector-button|backdrop|marker)",
    "gap outside grid-gap": r"(?<![-\w])(row-|column-)?gap\s*:",
    "logical sizes": r"(?<![-\w])((min|max)-)?(inline|block)-size\s*:",
    "logical sides": r"(margin|padding|border|inset|scroll-\w+)-(inline|block)\b",
    "inset": r"(?<![-\w])inset\s*:",
    "functions": r"(?<![-\w])(min|max|clamp|color-mix|oklch|oklab|lab|lch|light-dark|env|round)\(",
    "colours with spaces": r"rgba?\(\s*\d+\s+\d",
    "units": r"\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqh|cqi|lh|rlh|cap)\b",
    "at-rules": r"@(layer|container|property|scope|starting-style|import\s+\S+\s+layer)",
    "nesting": r"&",
    "properties": r"(?<![-\w])(aspect-ratio|accent-color|text-wrap|text-underline-offset|text-decoration-thickness|"
    r"color-scheme|overscroll-behavior|content-visibility|place-(items|content|self)|scrollbar-\w+|translate|rotate|"
    r"scale|contain|field-sizing|hyphenate-character|interpolate-size)\s*:",
    "values": r"overflow-wrap\s*:\s*anywhere|display\s*:\s*(contents|flow-root)|overflow\s*:\s*clip|:\s*revert\b|"
    r":\s*(fit|min|max)-content",
}
NEWER_HTML = (
    r"<(dialog|search|slot)\b|\s(popover|inert|loading|enterkeyhint|fetchpriority|blocking|popovertarget|"
    r"closedby|command|commandfor|shadowrootmode)(=|\s|>)|type=\"module\""
)


def newer(css: str) -> list[str]:
    """What in a style sheet is newer than 2017 and not inside @supports."""
    plain = without_supports(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    found = (
        (what, re.search(pattern, plain, re.IGNORECASE)) for what, pattern in NEWER_CSS.items()
    )
    return [f"{what}: {hit[0]}" for what, hit in found if hit]


def without_supports(css: str) -> str:
    """The sheet without its @supports blocks, however deep their braces go."""
    while (start := css.find("@supports")) >= 0:
        at, depth = css.index("{", start) + 1, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[at], 0)
            at += 1
        css = css[:start] + css[at:]
    return css


@pytest.mark.parametrize("sheet", SHEETS)
def test_newer_css_stands_inside_supports(sheet: str) -> None:
    assert newer((files("bot.web") / "static" / sheet).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "rule",
    [
        ".a { display: flex; gap: 1rem }",
        ".a:is(.b) { color: red }",
        ".a { margin-inline: 1rem }",
        ".a { width: min(10px, 50%) }",
        ".a { min-block-size: 3rem }",
        "@layer base { a { color: red } }",
        ".a { & b { color: red } }",
        "body { min-height: 100dvh }",
        ".a { position: absolute; inset: 0 }",
    ],
)
def test_the_lint_sees_what_a_telephone_of_2017_does_not(rule: str) -> None:
    assert len(newer(rule)) == 1
    assert newer(f"@supports (color: red) {{ @media print {{ {rule} }} }} a {{ color: red }}") == []


def participants() -> list[str]:
    names = sorted(entry.name for entry in (files("bot.web") / "templates").iterdir())
    return [name for name in names if not ORGANISERS.match(name)]


@pytest.mark.parametrize("name", participants())
def test_no_page_for_participants_needs_newer_html(name: str) -> None:
    source = (files("bot.web") / "templates" / name).read_text("utf-8")
    assert re.findall(NEWER_HTML, source) == []
    assert " style=" not in source
    assert "://" not in source.replace("https://www.digg.se/tdosanmalan", "")
