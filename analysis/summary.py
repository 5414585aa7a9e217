"""Per question: how many answered what, who is missing and why, and the finding in one sentence."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.disclosure import Gate
from analysis.frames import SurveyData, reportable, turns_of, values_of
from analysis.sentences import median_words, question_sentence, worst_case
from analysis.wording import Wording
from surveys.conversation.values import (
    Amount,
    NamedPlace,
    Outside,
    Skipped,
    Value,
    Words,
    cells,
)
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import AnyQuestion, Chosen, Consent, Location, Number, Scale
from surveys.survey import Survey

NAMELESS = frozenset({"map", "other"})
"""Rows of a table of places that name no place."""
OUTSIDE = ("dont_know", "no_answer", "na")


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a table. `n` None: suppressed. `value`: its step on a scale."""

    id: str
    label: str
    n: int | None
    suppressed: bool = False
    value: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """One question in one turn.

    `n` people answered it in substance; `missing` stands apart and is never a zero (S13): None where the
    base is under k. `waits`: answers still needed. `median` on the scale's own values. `bounds`: the
    worst-case sentence for a known group, else ''.
    """

    id: str
    turn: str
    kind: str
    text: str
    n: int
    missing: dict[str, int | None]
    cells: tuple[Cell, ...]
    median: float | None
    sentence: str
    waits: int = 0
    bounds: str = ""
    median_text: str = ""
    background: bool = False


def summarise(data: SurveyData, gate: Gate, wording: Wording) -> tuple[QuestionSummary, ...]:
    """Every reportable question, in the questionnaire's order; turns sorted."""
    return tuple(
        _question(data, question, turn, gate, wording)
        for question in reportable(data)
        for turn in turns_of(data.rows, question.id)
    )


def group_size(survey: Survey, answered: int) -> int | None:
    """The known group a rate is over: attended, else invited; None for an open link."""
    known = survey.attended if survey.attended is not None else survey.invited
    return known if known is not None and known >= max(answered, 1) else None


def options_of(survey: Survey, question: AnyQuestion, wording: Wording) -> tuple[Cell, ...]:
    """The question's table with no counts yet."""
    language = wording.language
    if isinstance(question, Consent):
        return tuple(Cell(name, wording.say(f"consent-{name}"), None) for name in ("yes", "no"))
    if not isinstance(question, Chosen):
        return ()
    if question.options_from is not None and not question.options:
        items = survey.items(question.options_from)
        return tuple(Cell(item.id, say(item.label, language), None) for item in items)
    return tuple(
        Cell(option.id, say(option.label, language), None, value=option.value)
        for option in question.options
    )


def _question(
    data: SurveyData, question: AnyQuestion, turn: str, gate: Gate, wording: Wording
) -> QuestionSummary:
    values = values_of(data, question.id, turn)
    where = f"question:{question.id}" + (f":{turn}" if turn else "")
    said = [value for value in values if not isinstance(value, Skipped | Outside)]
    table = _table(data.survey, question, said, gate, wording, where)
    median = _median(question, table, said) if gate.waits_for(len(said)) == 0 else None
    known = group_size(data.survey, data.counts.answered)
    summary = QuestionSummary(
        id=question.id,
        turn=turn,
        kind=question.kind,
        text=say(question.text, wording.language),
        n=len(said),
        missing=_missing(values, gate),
        cells=table,
        median=median,
        sentence=question_sentence(question.kind, table, len(said), gate, wording, median),
        waits=gate.waits_for(len(said)),
        background=question.background,
        median_text=median_words(table, median, wording) if isinstance(question, Scale) else "",
    )
    if isinstance(question, Scale) and not summary.waits and known is not None:
        return _with_bounds(summary, known, wording)
    return summary


def _with_bounds(summary: QuestionSummary, known: int, wording: Wording) -> QuestionSummary:
    from dataclasses import replace

    return replace(summary, bounds=worst_case(summary.cells, summary.n, known, wording))


def _missing(values: Sequence[Value], gate: Gate) -> dict[str, int | None]:
    """Skips are participation and always told; an outside answer is an answer and has a base."""
    outside = Counter(value.option for value in values if isinstance(value, Outside))
    skipped = sum(isinstance(value, Skipped) for value in values)
    told = gate.waits_for(len(values) - skipped) == 0
    missing: dict[str, int | None] = {"skipped": skipped}
    missing.update({name: outside[name] if told else None for name in OUTSIDE})
    return missing


def _table(
    survey: Survey,
    question: AnyQuestion,
    said: Sequence[Value],
    gate: Gate,
    wording: Wording,
    where: str,
) -> tuple[Cell, ...]:
    if isinstance(question, Location):
        return _places(survey, said, gate, wording, where)
    rows = options_of(survey, question, wording)
    tally = Counter(cell for value in said for cell in cells(value))
    counts = gate.counts(where, len(said), {row.id: tally[row.id] for row in rows})
    return tuple(
        Cell(row.id, row.label, counts[row.id], counts[row.id] is None, row.value) for row in rows
    )


def _places(
    survey: Survey, said: Sequence[Value], gate: Gate, wording: Wording, where: str
) -> tuple[Cell, ...]:
    """Places by name, each with at least k people; never a coordinate."""
    if not gate.admits(where, len(said)):
        return ()
    names = {place.id: say(place.label, wording.language) for place in survey.fill.place}
    tally = Counter(_place_name(value, names) for value in said)
    shown, rest = gate.groups(where, tally)
    ranked = sorted(shown.items(), key=lambda pair: (-pair[1], pair[0]))
    table = [
        Cell(f"place_{number}", name, count)
        if name
        else Cell("map", wording.say("place-on-map"), count)
        for number, (name, count) in enumerate(ranked, start=1)
    ]
    if len(shown) < len(tally):
        table.append(Cell("other", wording.say("place-others"), rest or None, rest == 0))
    return tuple(table)


def _place_name(value: Value, names: dict[str, str]) -> str:
    match value:
        case NamedPlace(place=place):
            return names.get(place, place)
        case Words(text=text):
            return " ".join(text.split()).strip(" .,!").capitalize()
        case _:
            return ""


def _median(question: AnyQuestion, table: Sequence[Cell], said: Sequence[Value]) -> float | None:
    if isinstance(question, Scale):
        steps = [cell.value for cell in table for _ in range(cell.n or 0) if cell.value is not None]
        return float(statistics.median(steps)) if steps else None
    if isinstance(question, Number):
        amounts = [float(value.number) for value in said if isinstance(value, Amount)]
        return float(statistics.median(amounts)) if amounts else None
    return None
