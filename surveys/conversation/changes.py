"""What a step gives back: the new state, what is told, and every cell that has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from surveys.conversation.state import Event, Key, State
from surveys.conversation.values import is_answer
from surveys.frozen import settled

if TYPE_CHECKING:
    from surveys.conversation.path import Path
    from surveys.conversation.values import Value


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement that somebody has written; `key` names it from now on."""

    key: Key
    text: str
    language: str


@settled(frozen=True, slots=True)
class CellChange:
    """One stored answer before and after a step: the only thing the store and the tallies are told.

    `value` None means that the answer is gone; `was` None that there was none. A cell counts in the
    tallies only while it is active.
    """

    key: Key
    was: Value | None
    was_active: bool
    value: Value | None
    active: bool
    private: bool = False
    """The answer belongs to its teller's participation and never reaches the response, tallies or events."""


@settled(frozen=True, slots=True)
class Step:
    """What one step gives back."""

    state: State
    events: tuple[Event, ...] = ()
    changes: tuple[CellChange, ...] = ()
    current: Key | None = None
    """The question the person stands at; None before the beginning and at the end."""
    complete: bool = False
    """Everything on the path has an answer or was skipped."""
    handed: tuple[Key, ...] = ()
    """Statements that this step laid before the person: the last ones of `state.handed`."""
    proposed: tuple[Proposal, ...] = ()
    """Statements written in this step."""
    rounds: tuple[str, ...] = ()
    """The turns whose round of talk this step has begun; `state.clocks` says until when."""
    talked: tuple[str, ...] = ()
    """The turns whose round of talk this step has ended: nobody needs to be told that its time is over."""
    along: Path | None = field(default=None, compare=False, repr=False)
    """The path `state` stands on, for whoever shows it next."""


def changes_between(
    old: Mapping[Key, Value], before: Path, new: Mapping[Key, Value], after: Path
) -> tuple[CellChange, ...]:
    """Every stored answer whose value or activity differs, in the order they were first given."""
    found = []
    for key in new:
        was, value = old.get(key), new[key]
        was_active, active = key in before and was is not None, key in after
        if was != value or was_active != active:
            private = after.knows(key) and after.slot(key).question.private
            found.append(CellChange(key, was, was_active, value, active, private))
    return tuple(found)


def left_by(changes: tuple[CellChange, ...]) -> tuple[Key, ...]:
    """Answers that said something and have left the path."""
    return tuple(
        change.key
        for change in changes
        if change.was_active and not change.active and change.was and is_answer(change.was)
    )
