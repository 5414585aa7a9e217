"""What becomes of answers when a questionnaire is changed: which lose their place, and where a series breaks.

A survey that is open keeps its version; this is about the next one, and about comparing the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Matrix

if TYPE_CHECKING:
    from surveys.questionnaire.models import AnyQuestion, Questionnaire

Code = Literal[
    "question_removed",
    "question_renamed",
    "question_added",
    "kind_changed",
    "option_removed",
    "loop_changed",
    "turn_removed",
    "scale_changed",
    "condition_changed",
    "series_break",
    "text_changed",
]
ORPHANS: frozenset[str] = frozenset(
    {
        *("question_removed", "question_renamed", "kind_changed", "option_removed"),
        *("loop_changed", "turn_removed", "scale_changed"),
    }
)
"""Changes after which some answers say nothing that the new version knows."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. `detail`: what was removed, or the new id or kind."""

    code: Code
    question: str
    detail: str = ""

    @property
    def orphans(self) -> bool:
        """Whether answers lose their place."""
        return self.code in ORPHANS


def differences(old: Questionnaire, new: Questionnaire) -> tuple[Difference, ...]:
    """Every change that matters to answers, in the old one's order; what was added comes last."""
    after = {question.id: question for question in new.question}
    before = {question.id for question in old.question}
    added = [question for question in new.question if question.id not in before]
    found: list[Difference] = []
    renamed: set[str] = set()
    for question in old.question:
        if question.id in after:
            found += _changed(old, question, new, after[question.id])
            continue
        same = next((each for each in added if _wording(each) == _wording(question)), None)
        if same is None or same.id in renamed:
            found.append(Difference("question_removed", question.id))
        else:
            renamed.add(same.id)
            found.append(Difference("question_renamed", question.id, same.id))
    found += [Difference("question_added", each.id) for each in added if each.id not in renamed]
    return tuple(found)


def _changed(
    old: Questionnaire, was: AnyQuestion, new: Questionnaire, now: AnyQuestion
) -> Iterator[Difference]:
    if was.kind != now.kind:
        yield Difference("kind_changed", was.id, f"{was.kind} → {now.kind}")
        return
    steps, new_steps = _options(old, was), _options(new, now)
    for option in steps:
        if option not in new_steps:
            yield Difference("option_removed", was.id, option)
    moved = [each for each in steps if each in new_steps and steps[each] != new_steps[each]]
    if moved:
        yield Difference("scale_changed", was.id, ", ".join(moved))
    if was.loop != now.loop:
        yield Difference("loop_changed", was.id, f"{_listed(was.loop)} → {_listed(now.loop)}")
    else:
        gone = _turns(old, was) - _turns(new, now)
        yield from (Difference("turn_removed", was.id, turn) for turn in sorted(gone))
    if was.show_if != now.show_if or was.valid_if != now.valid_if:
        yield Difference("condition_changed", was.id, now.show_if or now.valid_if or "–")
    if _wording(was) != _wording(now):
        yield Difference("series_break" if was.trend or now.trend else "text_changed", was.id)


def _options(questionnaire: Questionnaire, question: AnyQuestion) -> dict[str, int | None]:
    """Everything that can be chosen, with its step."""
    listed = (*getattr(question, "options", ()), *getattr(question, "outside", ()))
    taken = getattr(question, "options_from", None)
    return {
        **{option.id: option.value for option in listed},
        **dict.fromkeys(_items(questionnaire, taken)),
    }


def _turns(questionnaire: Questionnaire, question: AnyQuestion) -> set[str]:
    """The items that a question repeats over, and a table's rows."""
    turns = {item for name in question.loop for item in _items(questionnaire, name)}
    if isinstance(question, Matrix):
        turns |= {row.id for row in question.rows}
        turns |= set(_items(questionnaire, question.rows_from))
    return turns - set(question.loop_exclude)


def _items(questionnaire: Questionnaire, dimension: str | None) -> list[str]:
    return [
        item.id
        for each in questionnaire.dimension
        if each.id == dimension
        for item in (*each.items, *((each.always_last,) if each.always_last is not None else ()))
    ]


def _wording(question: AnyQuestion) -> tuple[object, ...]:
    """What must be equal for answers to be comparable: text and labels in the base language."""
    labels = tuple(
        (option.id, say(option.label, "sv")) for option in getattr(question, "options", ())
    )
    return question.kind, say(question.text, "sv"), labels


def _listed(loop: tuple[str, ...]) -> str:
    return " × ".join(loop) or "–"
