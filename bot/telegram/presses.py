"""What a button means now: an act, something the channel does itself, or nothing any more."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from bot.telegram.screens.codec import Does, OldButton, Press
from bot.telegram.screens.picking import written
from bot.telegram.screens.spots import slot_of
from surveys.conversation.choosing import options_of
from surveys.conversation.parts import asked_at
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import (
    Back,
    Begin,
    Change,
    Choose,
    SendDraft,
    Skip,
    Speak,
    Tick,
    Write,
)
from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    Day,
    NamedPlace,
    Outside,
    Ranking,
    Seen,
    Skipped,
    TimeOfDay,
)
from surveys.questionnaire.models import Multi, Rank, Single, Steps

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from surveys.conversation.screens import Screen
    from surveys.conversation.slot import Slot
    from surveys.conversation.state import Act, Key
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


class Nothing(Enum):
    """Why a press leads to no act."""

    DONE_ALREADY = auto()
    """A second press of the same button, or one that arrived twice: what it asks for is so already."""
    OLD = auto()
    """The button sits on a question the person no longer stands at."""
    ANSWERED = auto()
    """The same, and the question has another answer: it is not changed without being asked for."""
    REDRAW = auto()
    """The button sits on a copy that shows other ticks than those that stand."""


_TOGGLES = frozenset({Does.TICK, Does.UNTICK})


def act_of(press: Press, outcome: Outcome) -> Act | Nothing:
    """The act of a press, given where the person is: not of one that only looks (a row, a page).

    Raises OldButton when the survey has no such thing.
    """
    match press.does:
        case Does.BEGIN:
            return Nothing.DONE_ALREADY if outcome.state.begun else Begin()
        case Does.LANGUAGE:
            return Speak(press.word)
    slot = slot_of(outcome.survey, press, outcome.state.handed)
    if press.does is Does.CHANGE:
        return Change(slot.key)
    act = _on_question(press, slot, outcome)
    screen = outcome.screen
    if not stands_at(screen, slot.key):
        value = outcome.state.answers.get(slot.key)
        left = slot.table is not None and value is not None and isinstance(act, Skip)
        already = left or (press.does is not Does.BACK and _says(act, value))
        if already:
            return Nothing.DONE_ALREADY
        return Nothing.OLD if value is None or press.does is Does.BACK else Nothing.ANSWERED
    match act, screen:
        case Tick(option=option), QuestionScreen(draft=draft):
            stands = (option in draft) == (press.does is Does.TICK)
            return Nothing.REDRAW if stands else act
    return act


def stands_at(screen: Screen, key: Key) -> bool:
    """Whether the person has the question before them, by itself or as a row of a table."""
    if not isinstance(screen, QuestionScreen):
        return False
    return screen.key == key or any(row.key == key for row in screen.rows)


def _on_question(press: Press, slot: Slot, outcome: Outcome) -> Act:
    key = slot.key
    match press.does:
        case Does.SKIP:
            return Skip(key)
        case Does.BACK:
            return Back(key)
        case Does.SEND:
            return SendDraft(key)
        case Does.AGREE:
            return Choose(("yes",), key)
        case Does.REFUSE:
            return Choose(("no",), key)
        case Does.DAY | Does.CLOCK | Does.AMOUNT:
            return _picked(press, slot)
    asked = asked_at(slot, outcome.state.draft)
    option = _option(press, asked, outcome.survey)
    return Tick(option, key) if press.does in _TOGGLES else Choose((option,), key)


def _picked(press: Press, slot: Slot) -> Act:
    """A day, a time or a number that was tapped. Raises OldButton."""
    act = written(press.does, press.number, slot.question, slot.key)
    if act is None:
        raise OldButton
    return act


def _option(press: Press, question: AnyQuestion, survey: Survey) -> str:
    """The id of the option, outside answer or place that the press numbers, among all there are."""
    known: tuple[str, ...] = ()
    match press.does:
        case Does.CHOOSE:
            known = tuple(option.id for option in options_of(question, survey))
        case Does.TICK | Does.UNTICK if isinstance(question, Single | Multi | Rank):
            known = tuple(option.id for option in options_of(question, survey))
        case Does.OUTSIDE if isinstance(question, Steps):
            known = tuple(option.id for option in question.outside)
        case Does.PLACE:
            known = tuple(place.id for place in survey.fill.place)
    if press.number is None or not 0 <= press.number < len(known):
        raise OldButton
    return known[press.number]


def _says(act: Act, value: Value | None) -> bool:
    """Whether the stored value is what the act would say. A tick or a send is contained in any choices."""
    if value is None:
        return False
    match act:
        case Skip():
            return isinstance(value, Skipped | Seen)
        case SendDraft() | Tick():
            return isinstance(value, Choices | Ranking) or _chosen(value) is not None
        case Choose(options=(option,)):
            return _chosen(value) == option
        case Write(text=text):
            return _tapped(value) == text
        case _:
            return False


def _tapped(value: Value) -> str | None:
    """What a button for a day, a time or a number would have written."""
    match value:
        case Day(date=text) | TimeOfDay(time=text) | Amount(number=text):
            return text
        case _:
            return None


def _chosen(value: Value) -> str | None:
    match value:
        case Choice(option=option) | Outside(option=option):
            return option
        case NamedPlace(place=place):
            return place
        case Agreement(given=given):
            return "yes" if given else "no"
        case _:
            return None
