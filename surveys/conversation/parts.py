"""The parts of a question of statements, as one person goes through it.

To whoever shows and reads it, each part is a question of a kind that they know: a vote is one choice of three, a
sentence of one's own is free text. Parts that are not votes have turns that no statement can have: `=…`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from surveys.conversation.describing import words
from surveys.conversation.state import ROUNDS, Key, State
from surveys.questionnaire.models import FreeText, Option, Single, Statements
from surveys.statements import MAX_STATEMENT_CHARS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from surveys.conversation.slot import Slot
    from surveys.questionnaire.languages import Text
    from surveys.questionnaire.models import AnyQuestion

STATEMENTS = "statements"
VOTE, NEXT, OWN, MORE = "vote", "=next", "=own", "=more"
"""A vote; where the next statement will be laid; a sentence of one's own; whether to go on with another round."""
GO_ON, ENOUGH, THAT, MINE = "more", "enough", "that", "mine"


def parts_of(slot: Slot, state: State) -> Iterator[Slot]:
    """Everything that lies before this person, in order."""
    question = slot.question
    assert isinstance(question, Statements)
    for statement in handed_of(state, question.id):
        yield part_at(slot, statement)
    planned = state.facts.get(ROUNDS, {}).get(question.id)
    if planned is None or routed_of(state, question.id) < planned:
        yield part_at(slot, NEXT)
        return
    if question.allow_new:
        yield part_at(slot, OWN)
    yield part_at(slot, MORE)


def part_at(slot: Slot, turn: str) -> Slot:
    """The part with this turn."""
    part = turn if turn in (NEXT, OWN, MORE) else VOTE
    return replace(slot, key=Key(slot.key.question, turn), part=part)


def handed_of(state: State, question: str) -> list[str]:
    """The statements of a question that lie before a person."""
    return [key.turn for key in state.handed if key.question == question]


def own_of(state: State, question: str) -> list[Key]:
    """Those they wrote themselves."""
    return [key for key, each in state.handed.items() if each.own and key.question == question]


def part_question(slot: Slot) -> AnyQuestion:
    """The question that stands for one part of a question of statements."""
    question = slot.question
    assert isinstance(question, Statements)
    if slot.part == VOTE:
        return Single(
            id=question.id, kind="single", text=question.text, help=question.help,
            options=question.options,
        )  # fmt: skip
    if slot.part == MORE:
        return _choice(question.id, "statements-go-on", GO_ON, ENOUGH)
    return own_question(question.id)


def asked_at(slot: Slot, draft: Sequence[str] = ()) -> AnyQuestion:
    """The question as it is asked at a slot, with what has been drafted there."""
    if slot.part == OWN:
        return own_question(slot.question.id, draft)
    return part_question(slot) if slot.part else slot.question


def own_question(name: str, draft: Sequence[str] = ()) -> Single | FreeText:
    """Where somebody may write; with something written that others have said, whether that one will do."""
    if draft:
        return _choice(name, "statements-alike", THAT, MINE)
    return _own(name)


def _every(text_id: str) -> Text:
    return {tag: words().say(tag, text_id) for tag in words().languages}


@lru_cache(maxsize=64)
def _own(name: str) -> FreeText:
    text = _every("statements-own")
    return FreeText(id=name, kind="text", text=text, max_chars=MAX_STATEMENT_CHARS)


@lru_cache(maxsize=128)
def _choice(name: str, text: str, *answers: str) -> Single:
    options = [Option(id=answer, label=_every(f"statements-answer-{answer}")) for answer in answers]
    return Single(id=name, kind="single", text=_every(text), options=tuple(options))


def routed_of(state: State, question: str) -> int:
    """How many statements were drawn for a person."""
    return sum(
        each.chance is not None for key, each in state.handed.items() if key.question == question
    )
