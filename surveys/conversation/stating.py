"""What a person sees of a question of statements: one sentence at a time, and what lies between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from surveys.conversation.describing import describe, words
from surveys.conversation.handing import left_over, pool_of
from surveys.conversation.parts import (
    MORE,
    NEXT,
    OWN,
    VOTE,
    handed_of,
    own_of,
    own_question,
    part_question,
    routed_of,
)
from surveys.conversation.screens import Button, QuestionScreen, ReviewLine
from surveys.conversation.state import ROUNDS, Key, State
from surveys.conversation.values import Choice
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Single, Statements
from surveys.statements import MAX_STATEMENT_CHARS, PASS

if TYPE_CHECKING:
    from surveys.conversation.routing import Pool
    from surveys.conversation.slot import Slot
    from surveys.conversation.values import Value
    from surveys.statements import Statement
    from surveys.survey import Survey

Pools: TypeAlias = "Mapping[str, Pool]"
NO_POOLS: Pools = MappingProxyType({})
UNCOUNTED = frozenset({NEXT, MORE})
"""Parts that are no step on the way: where the next statement will lie, and whether to go on."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A person's state beside the statements as they stand now."""

    survey: Survey
    state: State
    pools: Pools

    def pool(self, question: Statements) -> Pool:
        """The statements of a question."""
        return pool_of(self.survey, self.pools, question)

    def statement(self, key: Key, question: Statements) -> Statement | None:
        """One of them; None when it is nowhere to be found."""
        return self.pool(question).by_id.get(key.turn)

    def waits(self, question: Statements) -> bool:
        """Whether something the person wrote is still to be read by a moderator."""
        own = (self.statement(key, question) for key in own_of(self.state, question.id))
        return any(each is not None and each.state == "waiting" for each in own)

    def reviews(self, slot: Slot) -> bool:
        """Whether a part is told on the last screen: one can vote on more only where there is more."""
        if slot.part != MORE:
            return slot.part != NEXT
        assert isinstance(slot.question, Statements)
        return left_over(self.survey, self.pools, self.state, slot.question) > 0

    def others(self, question: Statements) -> int:
        """How many statements there are that the person has not had before them."""
        return self.pool(question).available(handed_of(self.state, question.id))

    def to_come(self, question: Statements) -> int:
        """How many statements of this round have not been laid before the person yet."""
        planned = self.state.facts.get(ROUNDS, {}).get(question.id)
        return max(0, (planned or 0) - routed_of(self.state, question.id))


def part_screen(stated: Stated, slot: Slot, shown: QuestionScreen) -> QuestionScreen:
    """The screen of one part, made of the screen of the question that stands for it."""
    question = slot.question
    assert isinstance(question, Statements)
    coming = stated.to_come(question) + (question.allow_new and stated.to_come(question) > 0)
    shown = replace(shown, total=max(shown.total + coming, shown.index))
    if slot.part == VOTE:
        return _vote(stated, slot, shown)
    if slot.part == OWN:
        return _own(stated, question, shown)
    return replace(shown, text=_say(stated, "statements-more", n=stated.others(question)))


def _vote(stated: Stated, slot: Slot, shown: QuestionScreen) -> QuestionScreen:
    question = slot.question
    assert isinstance(question, Statements)
    statement = stated.statement(slot.key, question)
    participants = statement is not None and statement.origin == "participant"
    own = slot.key in own_of(stated.state, question.id)
    chosen = stated.pool(question).everybody_gets_all
    how = _say(stated, "statements-all" if chosen else "statements-order")
    return replace(
        shown,
        statement=told(stated, statement),
        source=_say(stated, "statements-own-label" if own else "statements-other")
        if participants
        else None,
        help=f"{shown.help} {how}" if shown.help else how,
        can_skip=False,
    )


def told(stated: Stated, statement: Statement | None) -> str:
    """The words of a statement; that it is gone, where it may not be shown any more."""
    gone = statement is None or statement.state == "erased" or not statement.text
    if gone or (statement is not None and statement.state == "hidden"):
        return _say(stated, "statements-gone")
    assert statement is not None
    return say(statement.text, stated.state.language)


def _own(stated: Stated, question: Statements, shown: QuestionScreen) -> QuestionScreen:
    """Where one writes; what was written already is thanked for, and a similar one is shown."""
    draft, written = stated.state.draft, len(own_of(stated.state, question.id))
    if draft:
        asked = own_question(question.id, draft)
        assert isinstance(asked, Single)
        similar = stated.statement(Key(question.id, draft[1]), question)
        return replace(
            shown,
            question=asked,
            text=say(asked.text, stated.state.language),
            statement=told(stated, similar),
            source=_say(stated, "statements-yours", text=draft[0]),
            options=tuple(
                Button(each.id, say(each.label, stated.state.language), number=number)
                for number, each in enumerate(asked.options)
            ),
            draft=(),
        )
    text = _say(stated, "statements-own")
    if written:
        thanks = "statements-thanks-waits" if stated.waits(question) else "statements-thanks"
        text = f"{_say(stated, thanks)} {_say(stated, 'statements-another')}"
    hint = _say(stated, "statements-own-help", max=MAX_STATEMENT_CHARS)
    return replace(shown, text=text, help=hint, policy=True, value=None)


def part_line(stated: Stated, slot: Slot) -> ReviewLine:
    """One part on the last screen."""
    question = slot.question
    assert isinstance(question, Statements)
    value = stated.state.answers.get(slot.key)
    if slot.part == VOTE:
        text = told(stated, stated.statement(slot.key, question))
        return ReviewLine(slot.key, text, _voted(stated, slot, value))
    if slot.part == OWN:
        written = len(own_of(stated.state, question.id))
        said = _say(stated, "statements-written", n=written) if written else None
        return ReviewLine(slot.key, _say(stated, "statements-own"), said)
    return ReviewLine(slot.key, _say(stated, "statements-more", n=stated.others(question)), None)


def _voted(stated: Stated, slot: Slot, value: Value | None) -> str | None:
    """What a vote was, as something done: a pass says so."""
    if value is None:
        return None
    if value == Choice(PASS):
        return passed_text(stated.state.language)
    return describe(part_question(slot), value, stated.survey, stated.state.language)


def passed_text(language: str) -> str:
    """That one has passed a statement, to somebody who comes back to it."""
    return words().say(language, "statements-passed")


def _say(stated: Stated, text_id: str, **facts: str | int) -> str:
    return words().say(stated.state.language, text_id, **facts)
