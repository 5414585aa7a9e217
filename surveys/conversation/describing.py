"""An answer in words, as its giver reads it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from surveys.conversation.choosing import options_of, outside_of
from surveys.conversation.values import (
    Agreement,
    Allocation,
    Amount,
    Choice,
    Choices,
    Day,
    Document,
    NamedPlace,
    Outside,
    Picture,
    Position,
    Ranking,
    TimeOfDay,
    Words,
)
from surveys.questionnaire.languages import say
from surveys.texts import Texts, date_text, decimal_text

if TYPE_CHECKING:
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


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
        case Ranking(options=options):
            ranked = [_label(question, survey, option, language) for option in options]
            return ", ".join(f"{place}. {label}" for place, label in enumerate(ranked, 1))
        case Allocation(amounts=amounts):
            labels = [
                f"{_label(question, survey, option, language)}: {amount}"
                for option, amount in amounts.items()
            ]
            return ", ".join(labels)
        case NamedPlace(place=place_id):
            names = {place.id: say(place.label, language) for place in survey.fill.place}
            return names.get(place_id, place_id)
        case Words(text=text):
            return text
    return _describe_measure(value, language)


def _describe_measure(value: Value, language: str) -> str | None:
    say_word = words().say
    match value:
        case Day(date=day):
            return date_text(dt.date.fromisoformat(day), language)
        case TimeOfDay(time=time):
            return time
        case Amount(number=number, year=year):
            shown = decimal_text(number, language)
            if year is None:
                return shown
            return say_word(language, "answer-year", number=shown, year=str(year))
        case Position(lat=lat, lon=lon):
            return say_word(language, "answer-position", lat=f"{lat:.4f}", lon=f"{lon:.4f}")
        case Picture():
            return say_word(language, "answer-photo")
        case Document(name=name):
            return say_word(language, "answer-document", name=name)
        case Agreement(given=given):
            return say_word(language, "answer-yes" if given else "answer-no")
    return None


def _label(question: AnyQuestion, survey: Survey, option_id: str, language: str) -> str:
    known = (*options_of(question, survey), *outside_of(question))
    return next((say(o.label, language) for o in known if o.id == option_id), option_id)


def _with_other(label: str, other: str | None) -> str:
    return f"{label}: {other}" if other else label


@cache
def words() -> Texts:
    """The conversation's own words."""
    return Texts("surveys")
