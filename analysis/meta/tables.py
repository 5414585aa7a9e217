"""The tables of a meta-analysis in words and numbers, for every coat that has tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.meta.gathering import Meta


def theme_rows(meta: Meta) -> list[tuple[str, list[str]]]:
    """A row for each theme and a cell for each survey that counts; empty where it is not told."""
    wording, counted = Wording(meta.language), [one for one in meta.sources if one.counted]
    rows = []
    for theme in meta.themes:
        told = {held.survey: held for held in theme.held}
        cells = [
            wording.say("share", count=told[one.code].people, n=told[one.code].total)
            if one.code in told
            else wording.say("meta-cell-not-told")
            if one.codebook == theme.codebook
            else wording.say("meta-cell-not-asked")
            for one in counted
        ]
        wish = theme.stance == "change"
        label = wording.say("meta-wish", label=theme.label) if wish else theme.label
        rows.append((label, cells))
    return rows


def reading(meta: Meta, say: Callable[..., str]) -> list[list[str | int]]:
    """The sentences to read first, under their headings."""
    parts = (
        (say("meta-findings"), meta.findings),
        (say("meta-differences"), meta.differences),
        (say("heading-method"), meta.method),
    )
    return [[line] for heading, lines in parts if lines for line in ("", heading, *lines)]


def statement_heads(say: Callable[..., str]) -> list[str]:
    """The heads of the table of statements."""
    return [
        say(f"meta-head-{name}") for name in ("statement", "survey", "class", "agree", "decided")
    ]


def statement_rows(meta: Meta, say: Callable[..., str]) -> list[list[str | int]]:
    """A row for each statement in each survey that voted on it."""
    return [
        [
            statement.text,
            one.survey,
            say(f"meta-class-{one.kind.replace('_', '-')}"),
            one.agree,
            one.decided,
        ]
        for statement in meta.statements
        for one in statement.judged
    ]


def survey_heads(say: Callable[..., str]) -> list[str]:
    """The heads of the table of surveys."""
    return [
        say(f"meta-head-{name}")
        for name in ("survey", "code", "answered", "codebook", "organisations")
    ]


def survey_rows(meta: Meta, say: Callable[..., str]) -> list[list[str | int]]:
    """A row for each survey."""
    return [
        [one.title, one.code, one.answered, one.codebook, ", ".join(one.organisations)]
        for one in meta.sources
    ]
