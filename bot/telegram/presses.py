"""What a button means now: an act, something the channel does itself, or nothing any more."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from bot.telegram.codec import Does, OldButton, Press
from surveys.conversation.reading import options_of
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import (
    Back,
    Begin,
    Change,
    Choose,
    Key,
    SendDraft,
    Skip,
    Speak,
    Tick,
)
from surveys.conversation.values import (
    Agreement,
    Choice,
    Choices,
    NamedPlace,
    Outside,
    Seen,
    Skipped,
)
from surveys.questionnaire.models import Multi, Scale

if TYPE_CHECKING:
    from bot.service import Outcome
    from surveys.conversation.state import Act
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


class Nothing(Enum):
    """Why a press leads to no act."""

    DONE_ALREADY = auto()
    """A second press of the same button, or one that arrived twice: what it asks for is so already."""
    OLD = auto()
    """The button sits on a question the person no longer stands at."""


_TOGGLES = frozenset({Does.TICK, Does.UNTICK})


def act_of(press: Press, outcome: Outcome) -> Act | Nothing:
    """The act of a press, given where the person is. Raises OldButton when the survey has no such thing."""
    match press.does:
        case Does.BEGIN:
            return Nothing.DONE_ALREADY if outcome.state.begun else Begin()
        case Does.LANGUAGE:
            return Speak(press.word)
    question = _question(press, outcome.survey)
    key = Key(question.id, press.turn)
    if press.does is Does.CHANGE:
        return Change(key)
    act = _on_question(press, question, key, outcome.survey)
    screen = outcome.screen
    if not isinstance(screen, QuestionScreen) or screen.key != key:
        already = press.does is not Does.BACK and _says(act, outcome.state.answers.get(key))
        return Nothing.DONE_ALREADY if already else Nothing.OLD
    if isinstance(act, Tick) and (act.option in screen.draft) == (press.does is Does.TICK):
        return Nothing.DONE_ALREADY
    return act


def _question(press: Press, survey: Survey) -> AnyQuestion:
    questions = survey.questionnaire.question
    if press.question is None or not 0 <= press.question < len(questions):
        raise OldButton
    return questions[press.question]


def _on_question(press: Press, question: AnyQuestion, key: Key, survey: Survey) -> Act:
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
    option = _option(press, question, survey)
    return Tick(option, key) if press.does in _TOGGLES else Choose((option,), key)


def _option(press: Press, question: AnyQuestion, survey: Survey) -> str:
    """The id of the option, outside answer or place that the press numbers."""
    known: tuple[str, ...] = ()
    match press.does:
        case Does.CHOOSE:
            known = tuple(option.id for option in options_of(question, survey))
        case Does.TICK | Does.UNTICK if isinstance(question, Multi):
            known = tuple(option.id for option in options_of(question, survey))
        case Does.OUTSIDE if isinstance(question, Scale):
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
            return isinstance(value, Choices)
        case Choose(options=(option,)):
            return _chosen(value) == option
        case _:
            return False


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
