"""Per question and turn: how many answered what, who is missing and why, and the finding in one sentence."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.asking import asked, is_tabled, sampled, texts_of
from analysis.frames import SurveyData, given
from analysis.holding import left_out
from analysis.sentences import lacking, median_words, question_sentence, worst_case
from analysis.tables import NAMELESS, Cell, Said, options_of, table_of, top_of, unit_of
from surveys.conversation.state import Key
from surveys.conversation.values import Amount, Outside, Skipped, Value
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Allocate, Number, Rank, Steps

if TYPE_CHECKING:
    from analysis.disclosure import Gate
    from analysis.frames import Given
    from analysis.wording import Wording
    from surveys.conversation.slot import Slot
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey

__all__ = ["NAMELESS", "Cell", "QuestionSummary", "group_size", "summarise"]
OUTSIDE = ("dont_know", "no_answer", "na")


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """One question in one turn.

    `n` people answered it in substance; `missing` stands apart and is never a zero (S13): None where the
    base is under k. `waits`: answers still needed. `median` on the scale's own values. `bounds`: the
    worst-case sentence for a known group, else ''. `table` names the table it is a row of, with the table's
    `heading` and the `row`'s own label; '' for a question that stands by itself. `top`: how many first places a
    ranking counts together; `unit`: what is shared out.
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
    table: str = ""
    heading: str = ""
    row: str = ""
    top: int = 0
    unit: str = ""
    path: tuple[str, ...] = ()
    """The labels of the loop's items, outermost first."""

    @property
    def stepped(self) -> bool:
        """Whether the cells are the steps of a scale, whose order means something."""
        return self.kind in {"scale", "matrix"}


def summarise(data: SurveyData, gate: Gate, wording: Wording) -> tuple[QuestionSummary, ...]:
    """Every reportable question in every turn: the questionnaire's order, inside it the plan's.

    A question that only some were asked, because of their answers to one under k, is left out whole: how many
    they were would tell what those few answered.
    """
    said = given(data)
    held = left_out(data, gate)
    return tuple(
        _Summary(data, slot, said, gate, wording).made()
        for slot in asked(data)
        if slot.key not in held
    )


def group_size(survey: Survey, answered: int) -> int | None:
    """The known group a rate is over: attended, else invited; None for an open link."""
    known = survey.attended if survey.attended is not None else survey.invited
    return known if known is not None and known >= max(answered, 1) else None


class _Summary:
    """Makes the summary of one question in one turn."""

    def __init__(
        self, data: SurveyData, slot: Slot, said: Given, gate: Gate, wording: Wording
    ) -> None:
        self._data, self._slot, self._given = data, slot, said
        self._gate, self._wording = gate, wording
        self._question: AnyQuestion = slot.question
        self._rows = said.get(slot.key, ())
        self._said = [(who, v) for who, v in self._rows if not isinstance(v, Skipped | Outside)]

    def made(self) -> QuestionSummary:
        """The summary."""
        slot, question, wording = self._slot, self._question, self._wording
        n, waits = len(self._said), self._gate.waits_for(len(self._said))
        table = table_of(self._data.survey, question, self._substance(), self._gate, wording)
        median = None if waits else _median(question, table, [value for _, value in self._said])
        texts = texts_of(self._data.survey, slot, wording.language)
        options = len(options_of(self._data.survey, question, wording))
        grouped = is_tabled(slot, options)
        top = top_of(question, options) if isinstance(question, Rank) else 0
        return QuestionSummary(
            id=question.id,
            turn=slot.key.turn,
            kind=question.kind,
            text=texts.full,
            n=n,
            missing=_missing([value for _, value in self._rows], self._gate),
            cells=table,
            median=median,
            sentence=self._sentence(table, n, median, top),
            waits=waits,
            bounds="" if waits else self._bounds(table, n),
            background=question.background,
            median_text=median_words(table, median, wording) if isinstance(question, Steps) else "",
            table=f"{question.id}:{slot.key.turn.rpartition('/')[0]}" if grouped else "",
            heading=texts.together if grouped else "",
            row=texts.row,
            path=tuple(say(item.label, wording.language) for item in slot.items.values()),
            top=top,
            unit=self._unit(),
        )

    def _sentence(self, table: Sequence[Cell], n: int, median: float | None, top: int) -> str:
        gate, wording = self._gate, self._wording
        if waits := gate.waits_for(n):
            return lacking(waits, self._data.survey, gate.k, wording)
        kind, unit = self._question.kind, self._unit()
        return question_sentence(kind, table, n, wording, median, top=top, unit=unit)

    def _substance(self) -> Said:
        key = self._slot.key
        where = f"question:{key.question}" + (f":{key.turn}" if key.turn else "")
        values = [value for _, value in self._said]
        if not isinstance(self._question, Number) or self._question.unit_from is None:
            return Said(where, values)
        chosen = self._chosen_units(self._question.unit_from)
        return Said(where, values, [chosen.get(who, "") for who, _ in self._said])

    def _chosen_units(self, question: str) -> dict[int, str]:
        """What each respondent chose in the same turn, else in the nearest turn around it."""
        turn = self._slot.key.turn
        while turn and Key(question, turn) not in self._given:
            turn = turn.rpartition("/")[0]
        return {who: unit_of(value) for who, value in self._given.get(Key(question, turn), ())}

    def _unit(self) -> str:
        question = self._question
        if isinstance(question, Allocate | Number) and question.unit:
            return say(question.unit, self._wording.language)
        return ""

    def _bounds(self, table: Sequence[Cell], n: int) -> str:
        """Only for what everybody was asked: of others it is unknown who was silent."""
        question, data = self._question, self._data
        known = group_size(data.survey, data.counts.answered)
        drawn = {dimension.id for dimension in sampled(data.survey)}
        if not isinstance(question, Steps) or known is None or question.show_if is not None:
            return ""
        if drawn & set(self._slot.items):
            return ""
        return worst_case(table, n, known, self._wording)


def _missing(values: Sequence[Value], gate: Gate) -> dict[str, int | None]:
    """Skips are participation and always told; an outside answer is an answer and has a base."""
    outside = Counter(value.option for value in values if isinstance(value, Outside))
    skipped = sum(isinstance(value, Skipped) for value in values)
    told = gate.waits_for(len(values) - skipped) == 0
    missing: dict[str, int | None] = {"skipped": skipped}
    missing.update({name: outside[name] if told else None for name in OUTSIDE})
    return missing


def _median(question: AnyQuestion, table: Sequence[Cell], said: Sequence[Value]) -> float | None:
    """Of a scale's steps or of numbers in one unit; never of places in a ranking."""
    if isinstance(question, Steps):
        steps = [cell.value for cell in table for _ in range(cell.n or 0) if cell.value is not None]
        return float(statistics.median(steps)) if steps else None
    if isinstance(question, Number) and question.unit_from is None:
        amounts = [float(value.number) for value in said if isinstance(value, Amount)]
        return float(statistics.median(amounts)) if amounts else None
    return None
