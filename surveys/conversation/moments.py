"""Days and times as people write them."""

from __future__ import annotations

import datetime as dt
import re

from surveys.conversation.refusing import No, Reading, clean
from surveys.conversation.state import Act, Write
from surveys.conversation.values import Day, Skipped, TimeOfDay
from surveys.questionnaire.models import Date

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[ /.-]+(?P<year>\d{4})", re.ASCII)
_NAMED = re.compile(r"(?P<day>\d{1,2})\.? +(?P<name>[a-zåäö]{3,})\.? +(?P<year>\d{4})")
_TIME = re.compile(r"(?:kl\.? *)?(?P<hour>\d{1,2})(?:[:. ](?P<minute>\d{2}))?", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ALSO = {"may": "maj", "oct": "okt"}


def read_date(question: Date, act: Act) -> Reading:
    """A day: 2027-02-05, 5/2 2027, 5.2.2027, 5 februari 2027, 5 Feb 2027; nothing written is a skip."""
    if not isinstance(act, Write):
        return No("not-a-date")
    text = clean(act.text).casefold()
    if not text:
        return Skipped()
    day = _day(text)
    if day is None:
        return No("not-a-date")
    if question.earliest is not None and day < question.earliest:
        return No("too-early", {"min": question.earliest.isoformat()})
    if question.latest is not None and day > question.latest:
        return No("too-late", {"max": question.latest.isoformat()})
    return Day(day.isoformat())


def _day(text: str) -> dt.date | None:
    match = _ISO.fullmatch(text) or _NUMBERS.fullmatch(text) or _NAMED.fullmatch(text)
    if match is None:
        return None
    parts = match.groupdict()
    month = _month(parts["name"]) if "name" in parts else int(parts["month"])
    try:
        return dt.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:  # no such day: 31 February, month 13
        return None


def _month(name: str) -> int:
    """The month's number; 0, which no date has, for a word that is no month."""
    short = _ALSO.get(name[:3], name[:3])
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def read_time(act: Act) -> Reading:
    """A time: 14:30, 14.30, kl 14, 9; nothing written is a skip."""
    if not isinstance(act, Write):
        return No("not-a-time")
    text = clean(act.text).casefold()
    if not text:
        return Skipped()
    match = _TIME.fullmatch(text)
    hour, minute = (int(match["hour"]), int(match["minute"] or 0)) if match else (24, 0)
    if hour > 23 or minute > 59:
        return No("not-a-time")
    return TimeOfDay(f"{hour:02}:{minute:02}")
