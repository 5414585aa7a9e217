"""A question of statements as a conversation goes through it: what is handed out, written, and asked in between.

What its parts are, `parts.py` says; what lies before a person is drawn here, once.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from surveys.conversation.changes import CellChange
from surveys.conversation.choosing import typed_options
from surveys.conversation.likeness import alike
from surveys.conversation.parts import (
    MINE,
    MORE,
    NEXT,
    OWN,
    THAT,
    handed_of,
    own_of,
    own_question,
    routed_of,
)
from surveys.conversation.path import current
from surveys.conversation.refusing import No, clean
from surveys.conversation.routing import Pool
from surveys.conversation.state import ROUNDS, Choose, Handed, Key, Skip, State, Write
from surveys.conversation.values import Seen
from surveys.questionnaire.models import Single, Statements
from surveys.statements import MAX_STATEMENT_CHARS, Statement, contact_details, seeds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from surveys.conversation.path import Path
    from surveys.conversation.state import Act, Context
    from surveys.survey import Survey

SEED = "seed"
"""The fact that a person's order of statements follows from."""
MOST_HANDED = 200
"""Statements that one person is handed at most: what they are asked about is remembered as one piece."""
MOST_OWN = 3
"""Statements that one person may write."""


def pool_of(survey: Survey, pools: Mapping[str, Pool], question: Statements) -> Pool:
    """The statements as they stand; where nobody says how, the organiser's own without a vote."""
    found = pools.get(question.id)
    return found if found is not None else _untouched(_Asked(survey, question))


class _Asked:
    """A survey's question, equal only to itself: hashing it all would be slow."""

    __slots__ = ("question", "survey")

    def __init__(self, survey: Survey, question: Statements) -> None:
        self.survey = survey
        self.question = question

    def __hash__(self) -> int:
        return hash((id(self.survey.fill), id(self.question)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Asked)
            and self.survey.fill is other.survey.fill
            and self.question is other.question
        )


@lru_cache(maxsize=64)
def _untouched(asked: _Asked) -> Pool:
    survey, question = asked.survey, asked.question
    return Pool(
        (
            Statement.seed(question.id, number, text)
            for number, text in seeds(survey.questionnaire, survey.fill, question)
        ),
        most=question.max_shown,
    )


# Handing out


@dataclass(frozen=True, slots=True)
class Laid:
    """Where somebody stands once what comes next has been laid before them."""

    state: State
    along: Path
    handed: tuple[Key, ...] = ()
    changes: tuple[CellChange, ...] = ()


def lay_before(context: Context, state: State, along: Path) -> Laid:
    """Draws what the person is to be handed, and passes over what has nothing to ask."""
    handed: list[Key] = []
    changes: list[CellChange] = []
    while (here := current(state, along)) is not None and (slot := along.slot(here)).part:
        question = slot.question
        assert isinstance(question, Statements)
        if slot.part == NEXT:
            after = _drawn(context, state, question)
            handed += [key for key in after.handed if key not in state.handed]
        elif _is_over(slot.part, context, state, question):
            after = replace(state, answers={**state.answers, here: Seen()}, focus=None)
            if here not in state.answers:
                changes.append(CellChange(here, None, False, Seen(), True))
        else:
            break
        state, along = after, along.changed(after, [here])
    return Laid(state, along, tuple(handed), tuple(changes))


def _drawn(context: Context, state: State, question: Statements) -> State:
    """One statement more, or the end of the round where there is none."""
    pool = pool_of(context.survey, context.pools, question)
    before = handed_of(state, question.id)
    facts = {SEED: context.chance, **state.facts}
    rounds = {question.id: pool.round, **facts.get(ROUNDS, {})}
    drawn = None
    if len(before) < MOST_HANDED:
        drawn = pool.draw(f"{facts[SEED]}/{question.id}", before)
    routed = routed_of(state, question.id)
    if drawn is None or routed >= rounds[question.id]:
        rounds[question.id] = routed
        return replace(state, facts={**facts, ROUNDS: rounds})
    key = Key(question.id, drawn.statement)
    handed = {**state.handed, key: Handed(drawn.chance)}
    return replace(state, facts={**facts, ROUNDS: rounds}, handed=handed)


def _is_over(part: str, context: Context, state: State, question: Statements) -> bool:
    if part == MORE:
        return left_over(context.survey, context.pools, state, question) == 0
    return part == OWN and len(own_of(state, question.id)) >= MOST_OWN


def left_over(survey: Survey, pools: Mapping[str, Pool], state: State, question: Statements) -> int:
    """How many statements somebody could still be handed."""
    handed = handed_of(state, question.id)
    available = pool_of(survey, pools, question).available(handed)
    return max(0, min(available, MOST_HANDED - len(handed)))


def another_round(context: Context, state: State, question: Statements) -> State:
    """They want to go on."""
    pool = pool_of(context.survey, context.pools, question)
    rounds = dict(state.facts.get(ROUNDS, {}))
    rounds[question.id] = rounds.get(question.id, 0) + max(1, pool.round)
    return replace(state, facts={**state.facts, ROUNDS: rounds}, focus=None, changing=False)


# A statement of one's own


@dataclass(frozen=True, slots=True)
class Instead:
    """They would rather vote on this one."""

    statement: str


@dataclass(frozen=True, slots=True)
class Similar:
    """There is one that says much the same: is it this one?"""

    text: str
    statement: str


@dataclass(frozen=True, slots=True)
class New:
    """A statement to send."""

    text: str


def read_own(
    context: Context, state: State, question: Statements, act: Act
) -> Instead | Similar | New | Seen | No:
    """What somebody says where they may write a statement of their own."""
    if isinstance(act, Skip):
        return Seen()
    if state.draft and isinstance(act, Choose):
        text, statement = state.draft
        chosen = act.options[0] if len(act.options) == 1 else ""
        if chosen == THAT:
            return Instead(statement)
        return New(text) if chosen == MINE else No("choose-one")
    if not isinstance(act, Write):
        return No("empty")
    if state.draft and (typed := _typed(state, question, act.text)) is not None:
        return read_own(context, state, question, Choose((typed,)))
    text = " ".join(clean(act.text).split())
    if not text:
        return Seen()
    if len(text) > MAX_STATEMENT_CHARS:
        return No("too-long", {"n": len(text), "max": MAX_STATEMENT_CHARS})
    if contact_details(text):
        return No("statement-personal")
    found = _same_as(context, state, question, text)
    return Similar(text, found) if found is not None else New(text)


def _typed(state: State, question: Statements, text: str) -> str | None:
    """An answer to whether a similar statement will do, where it was typed."""
    asked = own_question(question.id, state.draft)
    typed = typed_options(text, asked.options, state.language) if isinstance(asked, Single) else ()
    return typed[0] if len(typed) == 1 else None


def _same_as(context: Context, state: State, question: Statements, text: str) -> str | None:
    """A statement that others are asked about, or they wrote themselves, and that says much the same."""
    pool = pool_of(context.survey, context.pools, question)
    own = {key.turn for key in own_of(state, question.id)}
    known = (
        (each.id, said)
        for each in pool.by_id.values()
        if each.state == "shown" or each.id in own
        for said in each.text.values()
    )
    return alike(text, known)


def new_statement(context: Context, question: Statements, written: int) -> Key:
    """What a new statement is called: nothing that leads to who wrote it."""
    digest = hashlib.sha256(f"{context.chance}/statement/{written}".encode()).hexdigest()
    return Key(question.id, f"p{digest[:12]}")
