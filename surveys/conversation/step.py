"""One step of a conversation: state and input in, new state and events out. No await, clock, SQL or random."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from surveys.conversation.path import current, first_open, path, question_of
from surveys.conversation.reading import combination, options_of, read
from surveys.conversation.refusing import No
from surveys.conversation.state import (
    Accepted,
    Arrive,
    Back,
    Begin,
    CellChange,
    Change,
    Choose,
    Event,
    Finished,
    Input,
    Key,
    NoLongerApplies,
    Refused,
    Rejected,
    SendDraft,
    Speak,
    State,
    Step,
    Tick,
    Unreadable,
)
from surveys.conversation.values import Choices, is_answer
from surveys.questionnaire.models import Multi

if TYPE_CHECKING:
    from surveys.conversation.state import Context
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import Option, Questionnaire


def step(questionnaire: Questionnaire, state: State, given: Input) -> Step:
    """What becomes of `state` when `given` happens.

    Args:
        questionnaire: the published version the person began on.
        state: everything remembered so far.
        given: the act and its context (survey and time).
    """
    shut = given.context.survey.state(given.context.now)
    if shut != "open":
        return _stand(questionnaire, state, Refused(shut))
    match given.act:
        case Arrive(language=language):
            return _stand(questionnaire, _speaking(state, language, given.context))
        case Speak(language=language):
            return _stand(questionnaire, _speaking(state, language, given.context))
        case Begin(language=language):
            spoken = _speaking(state, language, given.context)
            return _stand(questionnaire, replace(spoken, begun=True))
    if not state.begun:
        return _stand(questionnaire, state, Rejected(None, "first-begin"))
    return _step_within(questionnaire, state, given)


def _step_within(questionnaire: Questionnaire, state: State, given: Input) -> Step:
    keys = path(questionnaire, state.answers)
    act = given.act
    if isinstance(act, Back):
        return _back(questionnaire, state, keys, act.key)
    key = getattr(act, "key", None) or current(state, keys)
    if key is None:
        return _stand(questionnaire, state, Rejected(None, "finished"))
    if key not in keys:
        return _stand(questionnaire, state, Refused("unknown_question"))
    if isinstance(act, Change):
        return _stand(questionnaire, _focused(questionnaire, state, key, changing=True))
    if isinstance(act, Unreadable):
        return _stand(questionnaire, state, Rejected(key, "unreadable"))
    if isinstance(act, Tick):
        return _tick(questionnaire, state, key, act.option, given.context)
    if isinstance(act, SendDraft):
        act = Choose(state.draft, key, _kept_other(state, key))
    return _answer(questionnaire, state, key, replace(given, act=act))


def _answer(questionnaire: Questionnaire, state: State, key: Key, given: Input) -> Step:
    question = question_of(questionnaire, key)
    reading = read(question, given.act, state.language, given.context)
    if isinstance(reading, No):
        return _stand(questionnaire, state, Rejected(key, reading.reason, reading.hint))
    return _accept(questionnaire, state, key, reading)


def _accept(questionnaire: Questionnaire, state: State, key: Key, value: Value) -> Step:
    before = path(questionnaire, state.answers)
    answers = {**state.answers, key: value}
    after = path(questionnaire, answers)
    changes = _changes(state.answers, before, answers, after)
    moved = replace(
        state,
        answers=answers,
        revision=state.revision + bool(changes),
        draft=(),
        focus=_next_focus(state, key, answers, after),
        changing=state.changing and state.focus != key,
    )
    gone = tuple(
        change.key
        for change in changes
        if change.was_active and not change.active and change.was and is_answer(change.was)
    )
    events: list[Event] = [Accepted(key, value)]
    if gone:
        events.append(NoLongerApplies(gone))
    if first_open(answers, after) is None and first_open(state.answers, before) is not None:
        events.append(Finished())
    return _stand(questionnaire, _with_draft(questionnaire, moved, after), *events, changes=changes)


def _changes(
    old: Mapping[Key, Value],
    before: tuple[Key, ...],
    new: Mapping[Key, Value],
    after: tuple[Key, ...],
) -> tuple[CellChange, ...]:
    """Every stored answer whose value or activity differs, in the order they were first given."""
    found = []
    for key in new:
        was, value = old.get(key), new[key]
        was_active, active = key in before and was is not None, key in after
        if was != value or was_active != active:
            found.append(CellChange(key, was, was_active, value, active))
    return tuple(found)


def _next_focus(
    state: State, key: Key, answers: Mapping[Key, Value], keys: tuple[Key, ...]
) -> Key | None:
    """After an answer: walking back leads forward one question at a time, changing leads to the end."""
    if state.focus is None:
        return None
    if state.focus != key:
        return state.focus
    if state.changing:
        return None
    following = keys[keys.index(key) + 1 :]
    return following[0] if following and following[0] in answers else None


def _back(
    questionnaire: Questionnaire, state: State, keys: tuple[Key, ...], key: Key | None
) -> Step:
    here = key if key in keys else current(state, keys)
    place = keys.index(here) if here is not None else len(keys)
    if place == 0:
        return _stand(questionnaire, state)
    return _stand(questionnaire, _focused(questionnaire, state, keys[place - 1], changing=False))


def _focused(questionnaire: Questionnaire, state: State, key: Key, *, changing: bool) -> State:
    moved = replace(state, focus=key, changing=changing, draft=())
    return _with_draft(questionnaire, moved, path(questionnaire, state.answers))


def _with_draft(questionnaire: Questionnaire, state: State, keys: tuple[Key, ...]) -> State:
    """A multi question that is opened again starts from what was chosen before."""
    here = current(state, keys)
    value = state.answers.get(here) if here is not None else None
    return replace(state, draft=value.options) if isinstance(value, Choices) else state


def _tick(
    questionnaire: Questionnaire, state: State, key: Key, option_id: str, context: Context
) -> Step:
    question = question_of(questionnaire, key)
    if not isinstance(question, Multi):
        return _stand(questionnaire, state, Rejected(key, "unreadable"))
    if key != current(state, path(questionnaire, state.answers)):
        state = _focused(questionnaire, state, key, changing=True)
    options = options_of(question, context.survey)
    option = next((candidate for candidate in options if candidate.id == option_id), None)
    if option is None:
        return _stand(questionnaire, state, Rejected(key, "unknown-option"))
    picked = _toggled(state.draft, option, options)
    problem = combination(question, picked, state.language)
    if problem is not None:
        return _stand(questionnaire, state, Rejected(key, problem.reason, problem.hint))
    return _stand(questionnaire, replace(state, draft=tuple(option.id for option in picked)))


def _toggled(draft: tuple[str, ...], option: Option, options: tuple[Option, ...]) -> list[Option]:
    """Ticking an exclusive option unticks the others, and the other way round."""
    if option.id in draft:
        return [other for other in options if other.id in draft and other.id != option.id]
    if option.exclusive:
        return [option]
    kept = {other.id for other in options if other.id in draft and not other.exclusive}
    return [other for other in options if other.id in kept or other.id == option.id]


def _kept_other(state: State, key: Key) -> Mapping[str, str]:
    value = state.answers.get(key)
    return value.other if isinstance(value, Choices) else {}


def _speaking(state: State, language: str | None, context: Context) -> State:
    return replace(state, language=language) if language in context.survey.languages else state


def _stand(
    questionnaire: Questionnaire,
    state: State,
    *events: Event,
    changes: tuple[CellChange, ...] = (),
) -> Step:
    """The step that ends in `state`, with the place computed anew."""
    keys = path(questionnaire, state.answers)
    here = current(state, keys) if state.begun else None
    complete = state.begun and first_open(state.answers, keys) is None
    return Step(state, events, changes, here, complete)
