"""One place in a conversation: a question in one turn of its loop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from surveys.conversation.state import Key

if TYPE_CHECKING:
    from surveys.questionnaire.expressions import Condition
    from surveys.questionnaire.models import AnyQuestion, Item


@dataclass(frozen=True, slots=True)
class Slot:
    """One question in one turn.

    `items` are the turn's items by dimension. `table` names the table it is a row of, with `row` its item; both
    None for a question on a screen of its own. `place` is the turn's place in its first dimension, from 0.
    """

    key: Key
    question: AnyQuestion
    condition: Condition | None
    items: Mapping[str, Item]
    table: Key | None = None
    row: Item | None = None
    place: int = 0
    asked: bool = True
    """Whether a person is ever asked it."""
    part: str = ""
    """Which part of a question of statements it is; '' for every other question."""
