"""Answers given again: the act that leads to a value that stands somewhere already."""

from __future__ import annotations

from surveys.conversation.state import Act, Attach, Choose, Distribute, Key, Pin, Show, Skip, Write
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
    Value,
    Words,
)


def act_giving(value: Value | None, key: Key) -> Act:
    """The act that gives this very value; a skip for what says nothing."""
    match value:
        case Choice(option=option, other=other):
            return Choose((option,), key, {option: other} if other else {})
        case Choices(options=options, other=others):
            return Choose(options, key, others)
        case Outside(option=option) | NamedPlace(place=option):
            return Choose((option,), key)
        case Ranking(options=options):
            return Choose(options, key)
        case Agreement(given=given):
            return Choose(("yes" if given else "no",), key)
        case Allocation(amounts=amounts):
            return Distribute({option: str(amount) for option, amount in amounts.items()}, key)
    return _sent(value, key)


def _sent(value: Value | None, key: Key) -> Act:
    """The same for what is written, pointed at or sent."""
    match value:
        case Words(text=text) | Day(date=text) | TimeOfDay(time=text):
            return Write(text, key)
        case Amount(number=number, year=year):
            return Write(f"{number} {year}" if year else number, key)
        case Position(lat=lat, lon=lon):
            return Pin(lat, lon, key)
        case Picture(file=file, width=width, height=height):
            return Show(file, width, height, key)
        case Document(file=file, name=name, size=size):
            return Attach(file, name, size, key)
    return Skip(key)
