"""Where what `check` says belongs: beside which field of which page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from surveys.questionnaire.lines import LineIndex

if TYPE_CHECKING:
    from surveys.questionnaire.lines import Place
    from surveys.questionnaire.problems import Problem
    from surveys.store.drafting import Draft

WHOLE = frozenset(
    {
        *("id", "purpose", "unit", "anonymity", "channels", "series", "max_seconds", "title"),
        *("intro", "influence"),
    }
)
"""What the page about the whole questionnaire has fields for."""


@dataclass(frozen=True, slots=True)
class Told:
    """One problem in its place. `question` counts from 0, None where it is about the whole; `field` may be ''."""

    problem: Problem
    question: int | None
    field: str
    page: str
    """The page it is mended on, after the draft's own address."""

    @property
    def link(self) -> str:
        """The page and the field on it."""
        anchor = f"f-{self.field}" if self.field else "fragan" if self.question is not None else ""
        return f"{self.page}#{anchor}" if anchor else self.page


def told(draft: Draft, problems: Iterable[Problem], *, forms: bool) -> list[Told]:
    """Every problem in its place. `forms`: whether forms can show the draft; else all stand with its text."""
    lines = LineIndex(draft.body)
    return [_placed(each, lines, forms=forms) for each in problems]


def _placed(problem: Problem, lines: LineIndex, *, forms: bool) -> Told:
    place = lines.place(problem.line) if problem.line is not None else ()
    match place:
        case ("question", int(number), *rest) if forms:
            return Told(problem, number, _field(tuple(rest)), f"/fraga/{number + 1}")
        case ("dimension", int(number), *rest) if forms:
            return Told(problem, None, _field(tuple(rest)), f"/lista/{number + 1}")
        case ("influence", *rest) if forms:
            return Told(problem, None, _influence_field(tuple(rest)), "/om")
        case (str(name), *_) if forms and name in WHOLE:
            return Told(problem, None, _field(place), "/om")
    if problem.line is None and forms:
        return Told(problem, None, "", "")
    return Told(problem, None, "", "/text")


def _field(place: Place) -> str:
    """`options.2` and not deeper; a text with its language."""
    return ".".join(str(part) for part in place[:2])


def _influence_field(place: Place) -> str:
    """Its fields stand on the page by their own names, those of the answer back beside the others."""
    return _field(tuple(part for part in place if part != "feedback")) or "influence"


def by_field(placed: Iterable[Told]) -> dict[str, list[Problem]]:
    """What to show beside each field of one page; errors first."""
    found: dict[str, list[Problem]] = {}
    for each in sorted(placed, key=lambda one: one.problem.severity != "error"):
        found.setdefault(each.field, []).append(each.problem)
    return found


def homeless(messages: dict[str, list[Problem]], fields: Iterable[str]) -> Iterator[Problem]:
    """What has no field of its own on the page and stands at its top."""
    shown = set(fields)
    for name, problems in messages.items():
        if name not in shown:
            yield from problems
