"""What an invented person does at a screen. Chance is given from outside, so that a seed repeats a walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conversation.state import (
    Act,
    Attach,
    Choose,
    Distribute,
    FillIn,
    Pin,
    Show,
    Skip,
    Write,
)
from surveys.questionnaire.models import (
    Allocate,
    Consent,
    Date,
    File,
    FreeText,
    Indicator,
    Location,
    Multi,
    Number,
    Photo,
    Rank,
    Single,
    Steps,
    Time,
    YesNo,
)

if TYPE_CHECKING:
    from random import Random

    from surveys.conversation.screens import QuestionScreen

SKIPS = 0.15
"""How often a question is passed over."""
_WORDS = ("ja", "mer tid", "bänkar vid ån", "-", "12.3")
_NUMBERS = ("0", "1", "7", "12", "45", "3,5", "2024", "45 2024")


def likely_act(shown: QuestionScreen, random: Random) -> Act:
    """One thing a person could do at a question: an answer of its kind, now and then a skip."""
    if random.random() < SKIPS:
        return Skip(shown.key)
    if shown.rows:
        return _table(shown, random)
    if shown.options or shown.places or isinstance(shown.question, Consent):
        return _chosen(shown, random)
    return _given(shown, random)


def _table(shown: QuestionScreen, random: Random) -> Act:
    """The whole table, or one row of it."""
    known = [button.id for button in (*shown.options, *shown.outside)]
    if random.random() < 0.5:
        row = random.choice(shown.rows)
        return Choose((random.choice(known),), row.key)
    answered = [row for row in shown.rows if random.random() > SKIPS]
    return FillIn({row.key.turn: random.choice(known) for row in answered}, shown.key)


def _chosen(shown: QuestionScreen, random: Random) -> Act:
    options = [button.id for button in shown.options]
    match shown.question:
        case Single() | Steps() | YesNo() | Consent() | Indicator():
            outside = [button.id for button in shown.outside]
            return Choose((random.choice([*options, *outside]),), shown.key)
        case Multi():
            return Choose(_some(shown.question, shown, random), shown.key)
        case Rank(max_choices=most):
            order = random.sample(options, len(options))
            return Choose(tuple(order[:most]), shown.key)
        case Allocate(total=total):
            return Distribute(_shares(options, total, random), shown.key)
    places = [button.id for button in shown.places]
    return Choose((random.choice(places),), shown.key)


def _some(question: Multi, shown: QuestionScreen, random: Random) -> tuple[str, ...]:
    together = [button.id for button in shown.options if not button.exclusive]
    alone = [button.id for button in shown.options if button.exclusive]
    if alone and (not together or random.random() < 0.2):
        return (random.choice(alone),)
    least = min(question.min_choices or 1, len(together))
    most = min(question.max_choices or len(together), len(together))
    return tuple(random.sample(together, random.randint(least, max(least, most))))


def _shares(options: list[str], total: int, random: Random) -> dict[str, str]:
    cuts = sorted(random.randint(0, total) for _ in options[1:])
    edges = [0, *cuts, total]
    return {
        option: str(high - low)
        for option, low, high in zip(options, edges[:-1], edges[1:], strict=True)
    }


def _given(shown: QuestionScreen, random: Random) -> Act:
    key = shown.key
    match shown.question:
        case FreeText() | Indicator():
            return Write(random.choice(_WORDS), key)
        case Number(min=low, max=high, with_year=with_year):
            number = random.choice(_NUMBERS) if low is None and high is None else _within(low, high)
            return Write(f"{number} 2024" if with_year else number, key)
        case Date():
            return Write(random.choice(["2027-02-05", "6 mars 2027"]), key)
        case Time():
            return Write(random.choice(["14:30", "kl 9"]), key)
        case Location():
            return Pin(60.6, 15.6, key) if random.random() < 0.5 else Write("vid ån", key)
        case Photo():
            return Show("f", 4, 3, key)
        case File():
            return Attach("f", "plan.pdf", 1234, key)
        case _:
            return Skip(key)


def _within(low: float | None, high: float | None) -> str:
    return f"{low if low is not None else high:g}"
