"""Who is missing: those who answered beside the population they are to speak for, by a file of the organiser's (L23).

A group is said to be missing when so few answers from it would be rare had everybody been as likely to answer: the lower tail
of the binomial distribution, corrected (Benjamini and Hochberg) for looking at every group of the file. With few answers
that says little, and the sentence says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.figures import Gap
from analysis.report.blocks import Block, Line
from analysis.report.given_files import columns_of, rows_of
from analysis.tables import options_of
from analysis.wording import percent
from surveys.errors import ConfigError
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Scale, Single, YesNo

if TYPE_CHECKING:
    from analysis.summary import QuestionSummary
    from analysis.wording import Wording
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey

MOST_ROWS, MOST_BYTES = 200, 200_000
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "question": ("fråga", "fraga", "question"),
    "option": ("alternativ", "svar", "grupp", "option", "answer", "group"),
    "number": ("antal", "andel", "count", "number", "share"),
}
"""What a column may be called, in any case. Shares and counts are both taken as parts of their sum."""
FALSE_RATE = 0.05
"""Of the groups said to be missing, how large a share may be so by chance."""
Numbers = dict[str, dict[str, float]]
"""By question and option, as they are written in the file."""


@dataclass(frozen=True, slots=True)
class Group:
    """One answer to a background question: `n` gave it, `share` of the population would."""

    id: str
    label: str
    n: int
    share: float
    missing: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """One background question beside the population. `n` answered with one of its groups."""

    question: str
    text: str
    n: int
    groups: tuple[Group, ...]


def read_population(content: bytes, wording: Wording) -> Numbers:
    """The file. Raises ConfigError, in the report's language: what is wrong, in which row, and what to do."""
    rows = rows_of(content) if len(content) <= MOST_BYTES else []
    places = columns_of(rows, COLUMNS)
    if len(places) < len(COLUMNS) or not 1 < len(rows) <= MOST_ROWS + 1:
        raise ConfigError(wording.say("population-columns", most=MOST_ROWS))
    found: Numbers = {}
    for number, row in enumerate(rows[1:], 2):
        question, option, said = (_cell(row, places[name]) for name in COLUMNS)
        value = _number(said)
        options = found.setdefault(question, {})
        if not question or not option or value is None or option in options:
            raise ConfigError(wording.say("population-row", row=number))
        options[option] = value
    return found


def _cell(row: Sequence[str], place: int) -> str:
    return " ".join(row[place].split()) if place < len(row) else ""


def _number(said: str) -> float | None:
    plain = said.replace("%", "").replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    try:
        value = float(plain.replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value < 1e12 else None


def background_questions(
    survey: Survey, wording: Wording
) -> list[tuple[AnyQuestion, tuple[str, ...]]]:
    """The questions a population can be compared with, and the answers to each: everybody was asked, and gave one."""
    return [
        (question, tuple(cell.label for cell in options_of(survey, question, wording)))
        for question in survey.questionnaire.question
        if isinstance(question, Single | Scale | YesNo)
        and question.background
        and question.show_if is None
        and not question.loop
    ]


def checked(survey: Survey, numbers: Numbers, wording: Wording) -> dict[str, dict[str, float]]:
    """The parts of the whole by question and option id.

    Raises ConfigError, in the report's language, where the file speaks of a question or an answer that is none.
    """
    known = [question for question, _ in background_questions(survey, wording)]
    found: dict[str, dict[str, float]] = {}
    for name, options in numbers.items():
        question = next((one for one in known if _is_named(one, name)), None)
        if question is None:
            raise ConfigError(wording.say("population-question", question=name[:80]))
        found[question.id] = _shares(survey, question, options, wording)
    return found


def _is_named(question: AnyQuestion, name: str) -> bool:
    texts = {question.id, *question.text.values()}
    return name.casefold() in {text.casefold() for text in texts}


def _shares(
    survey: Survey, question: AnyQuestion, options: Mapping[str, float], wording: Wording
) -> dict[str, float]:
    """By option id; options go by their id or their label in any language of the survey."""
    known = {
        name.casefold(): cell.id
        for language in survey.languages
        for cell in options_of(survey, question, replace(wording, language=language))
        for name in (cell.label, cell.id)
    }
    total = sum(options.values())
    strange = next((name for name in options if name.casefold() not in known), None)
    if strange is not None or total <= 0:
        told = {"question": say(question.text, wording.language), "option": (strange or "")[:80]}
        raise ConfigError(wording.say("population-option", **told))
    return {known[name.casefold()]: value / total for name, value in options.items()}


def compared(
    questions: Iterable[QuestionSummary], parts: Mapping[str, Mapping[str, float]]
) -> tuple[Comparison, ...]:
    """Every question of the file beside the answers a report may tell; those that still wait are left out.

    `parts`: as `checked` gives them.
    """
    pairs = [
        (question, parts[question.id])
        for question in questions
        if question.id in parts and not question.turn and not question.waits
    ]
    counted = [
        (question, share, _base(question, shares), cell)
        for question, shares in pairs
        for cell in question.cells
        if (share := shares.get(cell.id)) is not None
    ]
    fewer = _fewer([(cell.n or 0, n, share) for _, share, n, cell in counted])
    return tuple(
        Comparison(
            question.id,
            question.text,
            _base(question, shares),
            tuple(
                Group(cell.id, cell.label, cell.n or 0, share, few)
                for (asked, share, _, cell), few in zip(counted, fewer, strict=True)
                if asked is question
            ),
        )
        for question, shares in pairs
    )


def _base(question: QuestionSummary, shares: Mapping[str, float]) -> int:
    """Whoever gave an answer the population is not divided by counts for nothing."""
    return sum(cell.n or 0 for cell in question.cells if cell.id in shares)


def _fewer(cells: Sequence[tuple[int, int, float]]) -> list[bool]:
    """For each (answers, of how many, expected share), whether there are fewer than chance would leave."""
    if not cells:
        return []
    import numpy as np
    from scipy.special import bdtr

    from analysis.opinion.counting import adjusted

    hits, base, share = (np.array(column, dtype=float) for column in zip(*cells, strict=True))
    tail = np.where(share >= 1, 1.0, bdtr(hits, base.astype(np.int64), np.minimum(share, 1.0)))
    return [bool(few) for few in adjusted(tail) <= FALSE_RATE]


def population_lines(found: Sequence[Comparison], wording: Wording) -> tuple[str, ...]:
    """Who is missing, in sentences: one for each question."""
    return tuple(_sentence(one, wording) for one in found)


def _sentence(one: Comparison, wording: Wording) -> str:
    missing = [group for group in one.groups if group.missing]
    if not missing:
        return wording.say("population-none", question=one.text, n=one.n)
    listed = [
        wording.say(
            "population-group",
            label=group.label,
            count=group.n,
            n=one.n,
            share=percent(round(1000 * group.share), 1000),
        )
        for group in missing
    ]
    return wording.say("population-missing", question=one.text, groups=wording.listed(listed))


def population_blocks(found: Sequence[Comparison], wording: Wording) -> Iterator[Block]:
    """The answers beside what they would be, had they been as the population."""
    told = wording.say
    labels = (told("population-expected"), told("table-answers"))
    for one in found:
        rows = [(group, round(group.share * one.n)) for group in one.groups]
        asked = told("population-asked", question=one.text)
        yield Block(
            asked=asked,
            findings=(_sentence(one, wording),),
            waiting=False,
            figure=Gap(labels, tuple((group.label, want, group.n) for group, want in rows)),
            about=told("chart-description", title=asked),
            notes=(told("population-note"),),
            caption="",
            heads=(told("table-answer"), *labels, told("population-share")),
            lines=tuple(
                Line(
                    group.label,
                    (str(want), str(group.n), f"{percent(round(1000 * group.share), 1000)} %"),
                    numbers=(want, group.n, None),
                )
                for group, want in rows
            ),
            suppressed="",
            across=True,
        )
