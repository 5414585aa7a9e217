"""A whole paper form at once: tried against the questionnaire first, then kept turn by turn as in every channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.outcomes import Who
from bot.service import Service
from surveys.conversation.handing import pool_of
from surveys.conversation.parts import MINE, OWN
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import (
    Act,
    Begin,
    Choose,
    Context,
    FillIn,
    Input,
    Key,
    Rejected,
    Skip,
    State,
)
from surveys.conversation.step import step
from surveys.conversation.view import screen
from surveys.statements import statement_questions

if TYPE_CHECKING:
    import datetime as dt

    from surveys.conversation.dealing import Deal
    from surveys.conversation.screens import Screen
    from surveys.survey import Survey

CHANNEL = SOURCE = "paper"
MOST_TURNS = 2_000
"""No form is this long; a walk that is stands still."""


@dataclass(frozen=True, slots=True)
class Form:
    """What stands on one paper: an act for each question that is filled in, by the key of its screen."""

    language: str
    acts: Mapping[Key, Act]
    dealt: Deal | None = None
    """What stands on it, where chance deals questions out; None where everybody gets the same."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What would become of a form. `refused` by the question's key; `beside`: filled in, but not to be asked."""

    refused: Mapping[Key, Rejected]
    beside: tuple[Key, ...]


def tried(survey: Survey, form: Form, now: dt.datetime) -> Trial:
    """The form walked through without keeping anything."""
    context = _context(survey, form, now)
    state = _done(State(), Begin(form.language), context)[0]
    walk = _Walk(form)
    refused: dict[Key, Rejected] = {}
    for _ in range(MOST_TURNS):
        key, act = walk.next(screen(state, context))
        if act is None:
            break
        state, rejected = _done(state, act, context)
        if rejected is not None and key is not None:
            refused.setdefault(key, rejected)
    return Trial(refused, walk.beside)


async def keep(service: Service, who: Who, form: Form) -> None:
    """The form kept; sent twice by the same `who` it is kept once. Raises UnknownCode, StaleTurn, StoreError."""
    outcome = await service.turn(who, Begin(form.language), source=SOURCE, dealt=form.dealt)
    walk = _Walk(form)
    for _ in range(MOST_TURNS):
        _, act = walk.next(outcome.screen)
        if act is None:
            return
        outcome = await service.turn(who, act, source=SOURCE, dealt=form.dealt)


def _context(survey: Survey, form: Form, now: dt.datetime) -> Context:
    """What stands on the form, as if chance had dealt just that."""
    if form.dealt is None:
        return Context(survey, now)
    voted = statement_questions(survey.questionnaire)
    pools = {question.id: pool_of(survey, {}, question) for question in voted}
    return Context(survey, now, form.dealt.drawn, form.dealt.pools(pools))


class _Walk:
    """Goes through the screens as they come: each act once, and what is left of a screen is passed over."""

    def __init__(self, form: Form) -> None:
        self._left = dict(form.acts)
        self._passed: set[Key] = set()

    def next(self, shown: Screen) -> tuple[Key | None, Act | None]:
        """The question and what to do at it; None at the end, or where even passing over does not help."""
        if not isinstance(shown, QuestionScreen):
            return None, None
        here = [shown.key, *(row.key for row in shown.rows)]
        filled = next((key for key in here if key in self._left), None)
        if filled is not None:
            return filled, _onto(self._left.pop(filled), shown)
        if shown.key.turn == OWN and shown.options:
            return shown.key, Choose(
                (MINE,), shown.key
            )  # on paper nobody could be asked whether a similar one will do
        if shown.key in self._passed:
            return shown.key, None
        self._passed.add(shown.key)
        return shown.key, Skip(shown.key)

    @property
    def beside(self) -> tuple[Key, ...]:
        """What was filled in and never asked for."""
        return tuple(self._left)


def _onto(act: Act, shown: QuestionScreen) -> Act:
    """The act at the screen as it came: of a table only the rows that stand there."""
    if not isinstance(act, FillIn):
        return act
    rows = {row.key.turn for row in shown.rows}
    cells = {turn: option for turn, option in act.chosen.items() if turn in rows}
    return replace(act, chosen=cells, key=shown.key)


def _done(state: State, act: Act, context: Context) -> tuple[State, Rejected | None]:
    made = step(context.survey.questionnaire, state, Input(act, context))
    rejected = next((event for event in made.events if isinstance(event, Rejected)), None)
    return made.state, rejected
