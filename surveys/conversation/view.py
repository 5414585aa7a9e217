"""From state to screen: what a person sees now, in their language."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from surveys.conversation.path import current, path, question_of
from surveys.conversation.reading import options_of
from surveys.conversation.screens import (
    Button,
    EndScreen,
    NoticeScreen,
    QuestionScreen,
    ReviewLine,
    Screen,
    ShutScreen,
)
from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    Day,
    NamedPlace,
    Outside,
    Picture,
    Position,
    TimeOfDay,
    Words,
)
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Chosen, Consent, Location, Note, Number, Option, Scale
from surveys.texts import Texts, date_text

if TYPE_CHECKING:
    from surveys.conversation.state import Context, Key, State
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


def screen(state: State, context: Context) -> Screen:
    """The screen for `state` at `context.now`. Pure: the same state always gives the same screen."""
    survey = context.survey
    shut = survey.state(context.now)
    if shut != "open":
        return ShutScreen(survey, state.language, shut)
    if not state.begun:
        return _notice(survey, state.language)
    keys = path(survey.questionnaire, state.answers)
    here = current(state, keys)
    if here is None:
        return _end(survey, state, keys)
    return _question(survey, state, keys, here)


def _notice(survey: Survey, language: str) -> NoticeScreen:
    questionnaire = survey.questionnaire
    return NoticeScreen(
        survey=survey,
        language=language,
        title=survey.title,
        intro=say(questionnaire.intro, language),
    )


def _question(survey: Survey, state: State, keys: tuple[Key, ...], here: Key) -> QuestionScreen:
    language = state.language
    question = question_of(survey.questionnaire, here)
    asked = [key for key in keys if not isinstance(question_of(survey.questionnaire, key), Note)]
    outside = question.outside if isinstance(question, Scale) else ()
    places = survey.fill.place if isinstance(question, Location) else ()
    return QuestionScreen(
        survey=survey,
        language=language,
        key=here,
        question=question,
        text=say(question.text, language),
        help=say(question.help, language) if question.help else None,
        index=sum(key in asked for key in keys[: keys.index(here)]) + (here in asked),
        total=len(asked),
        options=_buttons(_shown_options(question, survey), language),
        outside=_buttons(outside, language),
        places=tuple(Button(place.id, say(place.label, language)) for place in places),
        value=state.answers.get(here),
        draft=state.draft,
        unit=say(question.unit, language)
        if isinstance(question, Number) and question.unit
        else None,
        can_go_back=keys.index(here) > 0,
        changing=state.changing,
        revision=state.revision,
    )


def _shown_options(question: AnyQuestion, survey: Survey) -> tuple[Option, ...]:
    if isinstance(question, Consent):
        return tuple(
            Option(
                id=answer,
                label={tag: _words().say(tag, f"answer-{answer}") for tag in ("sv", "en")},
            )
            for answer in ("yes", "no")
        )
    return options_of(question, survey)


def _buttons(options: tuple[Option, ...], language: str) -> tuple[Button, ...]:
    return tuple(
        Button(option.id, say(option.label, language), option.exclusive, option.open_text)
        for option in options
    )


def _end(survey: Survey, state: State, keys: tuple[Key, ...]) -> EndScreen:
    lines = []
    for key in keys:
        question = question_of(survey.questionnaire, key)
        if not isinstance(question, Note):
            answer = describe(question, state.answers[key], survey, state.language)
            lines.append(ReviewLine(key, say(question.text, state.language), answer))
    return EndScreen(survey, state.language, tuple(lines), state.revision)


def describe(question: AnyQuestion, value: Value, survey: Survey, language: str) -> str | None:
    """An answer in words, as its giver reads it; None for a skip."""
    match value:
        case Choice(option=option, other=other):
            return _with_other(_label(question, survey, option, language), other)
        case Choices(options=options, other=others):
            labels = [
                _with_other(_label(question, survey, option, language), others.get(option))
                for option in options
            ]
            return ", ".join(labels)
        case Outside(option=option):
            return _label(question, survey, option, language)
        case NamedPlace(place=place_id):
            return next(
                (say(place.label, language) for place in survey.fill.place if place.id == place_id),
                place_id,
            )
        case Words(text=text):
            return text
    return _describe_measure(value, language)


def _describe_measure(value: Value, language: str) -> str | None:
    match value:
        case Day(date=day):
            return date_text(dt.date.fromisoformat(day), language)
        case TimeOfDay(time=time):
            return time
        case Amount(number=number, year=year):
            shown = number.replace(".", ",") if language.startswith("sv") else number
            return (
                shown
                if year is None
                else _words().say(language, "answer-year", number=shown, year=str(year))
            )
        case Position(lat=lat, lon=lon):
            return _words().say(language, "answer-position", lat=f"{lat:.4f}", lon=f"{lon:.4f}")
        case Picture():
            return _words().say(language, "answer-photo")
        case Agreement(given=given):
            return _words().say(language, "answer-yes" if given else "answer-no")
    return None


def _label(question: AnyQuestion, survey: Survey, option_id: str, language: str) -> str:
    outside = question.outside if isinstance(question, Scale) else ()
    known = (*options_of(question, survey), *outside) if isinstance(question, Chosen) else ()
    return next(
        (say(option.label, language) for option in known if option.id == option_id), option_id
    )


def _with_other(label: str, other: str | None) -> str:
    return f"{label}: {other}" if other else label


@cache
def _words() -> Texts:
    return Texts("surveys")
