"""Days, times and small numbers to tap instead of typing: the same answers, in fewer touches.

A press writes what a person would have typed, so that one reader decides what it means.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import UnknownLocaleError

from bot.telegram.screens.codec import Does
from bot.telegram.screens.markup import Label, Rows, chunks, label, line, together
from bot.telegram.screens.options import on_question
from surveys.conversation.state import Write
from surveys.conversation.values import Amount, Day, TimeOfDay
from surveys.questionnaire.languages import direction
from surveys.questionnaire.models import Date, Number, Time

if TYPE_CHECKING:
    from surveys.conversation.screens import QuestionScreen
    from surveys.conversation.state import Key
    from surveys.questionnaire.models import AnyQuestion
    from surveys.texts import Texts

MOST_NUMBERS = 12
"""Values of a number that are offered as buttons; more are quicker to type."""
EMPTY = "·"
"""Stands where a calendar has no day: Telegram takes no button without a sign."""
_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)
"""Where a question sets no limits: further away a day is quicker to type."""
_ARROWS = {"ltr": ("←", "→"), "rtl": ("→", "←")}
"""Earlier and later, where time runs as one reads. Angle brackets would be turned again by some telephones."""
_HOURS_IN_ROW = 6
_MINUTES = (0, 15, 30, 45)
_SPELLED = {"so": ("Isn", "Tal", "Arb", "Kha", "Jim", "Sab", "Axd")}
"""Weekdays from Monday, where the locale data has none."""


def buttons(texts: Texts, screen: QuestionScreen, page: int | None, today: dt.date) -> Rows:
    """What can be tapped; nothing for other kinds. `page` is a month, or an hour that has been pressed."""
    match screen.question:
        case Date():
            return _month(texts, screen, page, today)
        case Time():
            return _clock(texts, screen, page)
        case Number() as question:
            return _numbers(screen, question)
        case _:
            return ()


def is_tapped(question: AnyQuestion) -> bool:
    """Whether a question that can be typed can be tapped as well."""
    match question:
        case Date() | Time():
            return True
        case Number():
            return bool(_range(question))
        case _:
            return False


def written(does: Does, number: int | None, question: AnyQuestion, key: Key) -> Write | None:
    """What a press writes; None when the question is not of the kind, or knows no such value."""
    if number is None:
        return None
    match does, question:
        case Does.DAY, Date() if 1 <= number <= dt.date.max.toordinal():
            return Write(dt.date.fromordinal(number).isoformat(), key)
        case Does.CLOCK, Time() if number < 24 * 60:
            return Write(_time(number), key)
        case Does.AMOUNT, Number() if number < len(_range(question)):
            return Write(str(_range(question)[number]), key)
        case _:
            return None


# A month of days


def _month(texts: Texts, screen: QuestionScreen, page: int | None, today: dt.date) -> Rows:
    """Today and yesterday, a row to turn months with, the weekdays, and a row for each week."""
    assert isinstance(screen.question, Date)
    earliest = screen.question.earliest or _EARLIEST
    latest = screen.question.latest or _LATEST
    chosen = dt.date.fromisoformat(screen.value.date) if isinstance(screen.value, Day) else None
    shown = min(max(chosen or today, earliest), latest)
    first, last = _number(earliest), _number(latest)
    number = min(max(_number(shown) if page is None else page, first), last)
    weeks = calendar.Calendar().monthdatescalendar(number // 12, number % 12 + 1)

    def one(day: dt.date) -> Label:
        if day.month != number % 12 + 1 or not earliest <= day <= latest:
            return _filler(screen)
        return _day(screen, day, f"✓{day.day}" if day == chosen else str(day.day))

    near = [
        _day(screen, today - dt.timedelta(days=back), texts.say(screen.language, text_id))
        for back, text_id in ((0, "telegram-today"), (1, "telegram-yesterday"))
        if earliest <= today - dt.timedelta(days=back) <= latest
    ]
    before, after = _ARROWS[direction(screen.language)]
    turning = (
        _turn(screen, before, number - 1) if number > first else _filler(screen),
        _filler(screen, _month_name(number, screen.language)),
        _turn(screen, after, number + 1) if number < last else _filler(screen),
    )
    names = tuple(_filler(screen, name) for name in _weekdays(screen.language))
    days = tuple(tuple(one(day) for day in week) for week in weeks)
    return (*((tuple(near),) if near else ()), turning, names, *days)


def _number(day: dt.date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _day(screen: QuestionScreen, day: dt.date, text: str) -> Label:
    return Label(text, on_question(screen, Does.DAY, day.toordinal()))


def _turn(screen: QuestionScreen, sign: str, number: int) -> Label:
    return Label(sign, on_question(screen, Does.PAGE, number))


def _filler(screen: QuestionScreen, text: str = EMPTY) -> Label:
    return Label(text, on_question(screen, Does.FILLER))


def _month_name(number: int, language: str) -> str:
    """`februari 2027`; in a language whose months we cannot name `2027-02`."""
    year, month = number // 12, number % 12 + 1
    locale = _locale(language)
    names = locale.months["stand-alone"]["wide"] if locale is not None else None
    return label(f"{names[month]} {year}" if names else f"{year}-{month:02}")


def _weekdays(language: str) -> list[str]:
    """From Monday, as short as they are written."""
    base = language.partition("-")[0]
    locale = _locale(language)
    if base in _SPELLED:
        return list(_SPELLED[base])
    width = "narrow" if base == "ar" else "short"  # seven beside each other
    names = (locale or Locale("sv")).days["stand-alone"][width]
    return [str(names[day]) for day in range(7)]


def _locale(language: str) -> Locale | None:
    try:
        return Locale(language.partition("-")[0])
    except UnknownLocaleError:
        return None


# A time of day, and small numbers


def _clock(texts: Texts, screen: QuestionScreen, page: int | None) -> Rows:
    """The hours; one that has been pressed shows its quarters."""
    if page is not None and 0 < page <= 24:
        hour = (page - 1) * 60
        quarters = tuple(_at(screen, hour + minute) for minute in _MINUTES)
        other = texts.say(screen.language, "telegram-other-hour")
        return (quarters, (Label(other, on_question(screen, Does.PAGE, 0)),))
    hours = [Label(f"{hour:02}", on_question(screen, Does.PAGE, hour + 1)) for hour in range(24)]
    return chunks(hours, _HOURS_IN_ROW)


def _at(screen: QuestionScreen, minutes: int) -> Label:
    stands = isinstance(screen.value, TimeOfDay) and screen.value.time == _time(minutes)
    shown = f"✓ {_time(minutes)}" if stands else _time(minutes)
    return Label(shown, on_question(screen, Does.CLOCK, minutes))


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _range(question: Number) -> range:
    """The whole numbers that are allowed, when they are few and no year belongs to them."""
    low, high = question.min, question.max
    if question.with_year or low is None or high is None:
        return range(0)
    if low != int(low) or high != int(high) or not 0 < high - low < MOST_NUMBERS:
        return range(0)
    return range(int(low), int(high) + 1)


def _numbers(screen: QuestionScreen, question: Number) -> Rows:
    chosen = screen.value.number if isinstance(screen.value, Amount) else None
    shown = [str(number) for number in _range(question)]
    labels = [
        Label(line(f"✓ {text}" if text == chosen else text, screen.language), data)
        for text, data in zip(
            shown,
            (on_question(screen, Does.AMOUNT, place) for place in range(len(shown))),
            strict=True,
        )
    ]
    return together(labels, shown)
