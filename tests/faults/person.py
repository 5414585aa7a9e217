"""Somebody with a telephone who does what is visible, does it again when nothing happens, and knows their answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.botapi.chats import Message
from bot.botapi.phone import Phone
from bot.telegram.screens.codec import Does, Press, decode
from bot.telegram.screens.spots import slot_of
from surveys.conversation.choosing import options_of
from surveys.conversation.plan import plan_of
from surveys.conversation.state import Key
from surveys.conversation.values import (
    Agreement,
    Allocation,
    Amount,
    Choice,
    Choices,
    Day,
    NamedPlace,
    Outside,
    Position,
    Ranking,
    TimeOfDay,
    Value,
    Words,
)
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Single
from surveys.survey import Survey

ANSWERING = frozenset(
    {
        *(Does.CHOOSE, Does.OUTSIDE, Does.PLACE, Does.TICK, Does.UNTICK, Does.SEND),
        *(Does.AGREE, Does.REFUSE, Does.SKIP, Does.ROW),
    }
)
PATIENCE = 3
"""How often the same is done in vain before the link is opened again."""

Act = Callable[[], int]


@dataclass
class Person:
    """`answers` are what they will say; a question that is not among them is passed over."""

    phone: Phone
    survey: Survey
    answers: Mapping[Key, Value]
    in_vain: int = 0
    starts: int = 0
    last_view: object = None
    asked: list[Key] = field(default_factory=list)

    @property
    def view(self) -> object:
        return [(message.text, message.labels) for message in self.phone.messages if message.mine]

    @property
    def done(self) -> bool:
        """Whether the newest message that is more than a told answer thanks them."""
        newest = next(
            (each for each in self.phone.replies[::-1] if asks(each) or thanks(each)), None
        )
        return newest is not None and thanks(newest)

    def act(self) -> Act:
        """What to do now, seeing what is there."""
        self.in_vain = self.in_vain + 1 if self.view == self.last_view else 0
        self.last_view = self.view
        if not self.phone.replies or self.in_vain >= PATIENCE:
            self.in_vain = 0
            self.starts += 1
            return lambda: self.phone.start(self.survey.code)
        return self._on_screen()

    def asking(self) -> Message | None:
        """The newest message that asks something."""
        for message in self.phone.replies[::-1]:
            if asks(message):
                return message
        return None

    def _on_screen(self) -> Act:
        message = self.asking()
        bare = self._without_buttons()
        if bare is not None and (message is None or message.id < self.phone.last.id):
            said = written(self.answers[bare], self, bare)
            assert said is not None
            return lambda: self.phone.send(said)
        if message is None:
            return lambda: self.phone.start(self.survey.code)
        presses = buttons(message)
        for press, data in presses:
            if press.does is Does.BEGIN:
                return self._press(data, message)
        key = key_of(self.survey, message)
        assert key is not None, message.text
        if any(press.does is Does.ROW for press, _ in presses):
            return self._in_table(message)
        return self._answer(message, key)

    def _without_buttons(self) -> Key | None:
        """The question that the newest message asks without a button: one that must be answered in words."""
        text = self.phone.last.text
        for slot in plan_of(self.survey).slots:
            if slot.key in self.answers and say(slot.question.text, "sv") in text:
                return slot.key if not self.phone.last.rows else None
        return None

    def _press(self, data: str, message: Message) -> Act:
        return lambda: self.phone.press(data, message)

    def _find(self, message: Message, does: Does, number: int | None, key: Key) -> Act:
        for press, data in buttons(message):
            fits = press.does is does and press.number == number
            if fits and slot_of(self.survey, press).key == key:
                return self._press(data, message)
        return self._skip(message)

    def _skip(self, message: Message) -> Act:
        for press, data in buttons(message):
            if press.does is Does.SKIP:
                return self._press(data, message)
        return lambda: self.phone.start(self.survey.code)

    def _answer(self, message: Message, key: Key) -> Act:
        value = self.answers.get(key)
        match value:
            case None:
                return self._skip(message)
            case Choice(option=option, other=other) if other and isinstance(
                self._question(key), Single
            ):
                return self._ticked(message, key, (option,), other)
            case Choice(option=option):
                return self._find(message, Does.CHOOSE, self._number(key, option), key)
            case Outside(option=option):
                numbers = [o.id for o in self._question(key).outside]  # type: ignore[union-attr]
                return self._find(message, Does.OUTSIDE, numbers.index(option), key)
            case Choices(options=options, other=others):
                return self._ticked(message, key, options, next(iter(others.values()), ""))
            case Ranking(options=options):
                return self._ticked(message, key, options, "")
            case NamedPlace(place=place):
                places = [known.id for known in self.survey.fill.place]
                return self._find(message, Does.PLACE, places.index(place), key)
            case Position(lat=lat, lon=lon):
                return lambda: self.phone.location(lat, lon)
            case Agreement(given=agreed):
                return self._find(message, Does.AGREE if agreed else Does.REFUSE, None, key)
            case _:
                said = written(value, self, key)
                return (lambda: self.phone.send(said)) if said else self._skip(message)

    def _ticked(self, message: Message, key: Key, options: tuple[str, ...], words: str) -> Act:
        """The first box that is not as it should be; then the words or Send."""
        wanted = [self._number(key, option) for option in options]
        ticked = [p.number for p, _ in buttons(message) if p.does is Does.UNTICK]
        for press, data in buttons(message):
            if press.does is Does.UNTICK and press.number not in wanted:
                return self._press(data, message)
        for number in wanted:
            if number not in ticked and not self._waits_for_words(message, key, number):
                return self._find(message, Does.TICK, number, key)
        if words:
            return lambda: self.phone.send(words)
        return self._find(message, Does.SEND, None, key)

    def _waits_for_words(self, message: Message, key: Key, number: int | None) -> bool:
        """A single choice with an open line shows a tick on the option that waits for its words."""
        if not isinstance(self._question(key), Single):
            return False
        return any(
            button["text"].startswith("✓")
            for row in message.rows
            for button in row
            if decode(button["callback_data"]).number == number
            and decode(button["callback_data"]).does is Does.TICK
        )

    def _in_table(self, message: Message) -> Act:
        """The first row that has no answer yet; when none has, on with it."""
        for row in message.rows:
            press = decode(row[0]["callback_data"])
            if press.does is not Does.ROW:
                continue
            key = slot_of(self.survey, press).key
            value = self.answers.get(key)
            label = row[0]["text"].lstrip("\u200f")
            if value is not None and not label.startswith("✓"):
                return self._row(message, key, value)
        return self._skip(message)

    def _row(self, message: Message, key: Key, value: Value) -> Act:
        if isinstance(value, Outside):
            numbers = [o.id for o in self._question(key).outside]  # type: ignore[union-attr]
            return self._find(message, Does.OUTSIDE, numbers.index(value.option), key)
        assert isinstance(value, Choice)
        return self._find(message, Does.CHOOSE, self._number(key, value.option), key)

    def label_of(self, update: Mapping[str, Any]) -> str | None:
        """What stands on the button that was pressed, when it is an answer by itself."""
        data = update.get("callback_query", {}).get("data")
        for message in self.phone.replies[::-1]:
            for row in message.rows:
                for button in row:
                    if data == button.get("callback_data"):
                        does = decode(data).does
                        table = any(p.does is Does.ROW for p, _ in buttons(message))
                        return button["text"] if does is Does.CHOOSE and not table else None
        return None

    def _question(self, key: Key):  # type: ignore[no-untyped-def]
        return next(slot.question for slot in plan_of(self.survey).slots if slot.key == key)

    def _number(self, key: Key, option: str) -> int:
        ids = [each.id for each in options_of(self._question(key), self.survey)]
        return ids.index(option)


def buttons(message: Message) -> list[tuple[Press, str]]:
    return [
        (decode(button["callback_data"]), button["callback_data"])
        for row in message.rows
        for button in row
        if "callback_data" in button
    ]


def asks(message: Message) -> bool:
    return any(p.does in ANSWERING or p.does is Does.BEGIN for p, _ in buttons(message))


def thanks(message: Message) -> bool:
    return "Tack!" in message.text and any(p.does is Does.ASK_ERASE for p, _ in buttons(message))


def key_of(survey: Survey, message: Message) -> Key | None:
    """The question a message asks; None when it asks none."""
    for press, _ in buttons(message):
        if press.does in ANSWERING and press.place is not None:
            return slot_of(survey, press).key
    return None


def written(value: Value, person: Person, key: Key) -> str | None:
    """What is typed for a value; None when it cannot be."""
    match value:
        case Allocation(amounts=amounts):
            ids = [each.id for each in options_of(person._question(key), person.survey)]
            return " ".join(str(amounts.get(option, 0)) for option in ids)
        case Amount(number=number, year=year):
            return f"{number} {year}" if year else number
        case Words(text=text) | Day(date=text) | TimeOfDay(time=text):
            return text
        case _:
            return None
