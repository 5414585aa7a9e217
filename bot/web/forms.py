"""What a person sent with a form, and which act of the conversation it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from starlette.datastructures import FormData, UploadFile

from surveys.conversation.choosing import options_of
from surveys.conversation.parts import OWN
from surveys.conversation.respondent import RESPONDENT, respondent_question
from surveys.conversation.state import (
    Act,
    Back,
    Begin,
    Change,
    Choose,
    Distribute,
    FillIn,
    Key,
    Pin,
    Skip,
    Speak,
    Unreadable,
    Write,
)
from surveys.frozen import once_for_each, settled
from surveys.questionnaire.models import Matrix, Single, Steps, YesNo

if TYPE_CHECKING:
    from surveys.questionnaire.models import AnyQuestion, Questionnaire
    from surveys.survey import Survey

_FIELDS = {"other": "other-", "cells": "cell-", "places": "rank-", "amounts": "amount-"}
"""Fields with the name of an option or of a row behind them, by what `Sent` calls them."""
_ADDRESSED = re.compile(r"(?P<turn>[A-Za-z0-9_/]+):(?P<option>[A-Za-z0-9_]+)")
_TAP = re.compile(r"tap-(?P<width>[1-9][0-9]{2})\.y")
_SMALL = re.compile(r"[0-9]{1,4}")
_NO_PLACE = "?"
"""No option has this id: what a place that is no number becomes, so that the conversation refuses it."""


@settled(frozen=True, slots=True)
class Sent:
    """One posted form. `answers` are the `answer` fields in the order of the page, empty ones left out.

    `point` is a position that was pointed out earlier, in WGS84 degrees; `tap` a tap on the picture of the place just
    now: how wide it was shown, and how far across and down, in CSS pixels. `token` is the browser's where its cookies do not come back.
    `cells` are a table's answers by turn, `places` a ranking's and `amounts` a share's fields by option.
    """

    action: str
    key: Key | None
    nonce: str
    token: str = ""
    answers: tuple[str, ...] = ()
    other: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    amounts: dict[str, str] = field(default_factory=dict)
    year: str = ""
    point: tuple[float, float] | None = None
    tap: tuple[int, int, int] | None = None
    language: str | None = None
    file: bytes | None = None
    file_name: str = ""

    def content(self) -> Iterator[str]:
        """Everything that makes this form the same as another one, except its nonce."""
        yield self.action
        yield from self.key or ()
        yield from self.answers
        yield from (f"{option}\n{text}" for option, text in sorted(self.other.items()))
        for name, parts in (
            ("cells", self.cells),
            ("places", self.places),
            ("amounts", self.amounts),
        ):
            for part, text in sorted(parts.items()) if parts else ():
                yield f"{name}\n{part}\n{text}"
        yield self.year
        yield repr(self.point or "")
        yield self.language or ""
        if self.file is not None:
            yield hashlib.sha256(self.file).hexdigest()
            yield self.file_name

    @property
    def holds_something(self) -> bool:
        """Whether anything was filled in that a new page must show again."""
        return any(
            (self.answers, self.other, self.cells, self.places, self.amounts, self.year, self.point)
        )


async def read(form: FormData) -> Sent:
    """The form as it came, with its file; a field that is missing counts as empty."""
    texts = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    return sent_of(texts, *await _file(form))


def sent_of(
    texts: Sequence[tuple[str, str]], data: bytes | None = None, file_name: str = ""
) -> Sent:
    """The fields as they came, in the order of the page."""
    last = dict(texts)
    question = last.get("question", "")
    action = last.get("action", "")
    answers = tuple([text for name, text in texts if name == "answer" and text.strip()])
    named = [field for field in texts if "-" in field[0]]
    by_name = {name: _named(named, start) for name, start in _FIELDS.items()} if named else {}
    if addressed := _addressed(answers):
        by_name["cells"] = by_name.get("cells", {}) | addressed
    tap = _tap(last) if named else None
    return Sent(
        action=action or _pressed(last, tap),
        key=Key(question, last.get("turn", "")) if question else None,
        nonce=last.get("nonce", ""),
        token=last.get("token", ""),
        answers=answers,
        year=last.get("year", "").strip(),
        point=_point(last),
        tap=tap,
        language=last.get("language"),
        file=data,
        file_name=file_name,
        **by_name,
    )


def _pressed(fields: dict[str, str], tap: tuple[int, int, int] | None) -> str:
    """What was pressed where no button of ours says so."""
    if "language" in fields:
        return "language"
    return "" if tap is None else "tap" if tap[1:] != (0, 0) else "next"


def _tap(fields: dict[str, str]) -> tuple[int, int, int] | None:
    """Where a picture was tapped. The very corner is what a browser sends when Enter was pressed in a line of text."""
    for name, down in fields.items():
        found = _TAP.fullmatch(name)
        across = fields.get(name.removesuffix("y") + "x", "")
        if found and _SMALL.fullmatch(across) and _SMALL.fullmatch(down):
            return int(found["width"]), int(across), int(down)
    return None


def _point(fields: dict[str, str]) -> tuple[float, float] | None:
    """A position that the page carries along."""
    try:
        return float(fields["lat"]), float(fields["lon"])
    except (KeyError, ValueError):
        return None


def _named(texts: Sequence[tuple[str, str]], start: str) -> dict[str, str]:
    return {
        name.removeprefix(start): text.strip()
        for name, text in texts
        if name.startswith(start) and text.strip()
    }


def _addressed(answers: tuple[str, ...]) -> dict[str, str]:
    """`<row's turn>:<option>`, as other programs may answer a table. Only a table looks here."""
    pairs = (_ADDRESSED.fullmatch(answer) for answer in answers if ":" in answer)
    return {pair["turn"]: pair["option"] for pair in pairs if pair is not None}


async def _file(form: FormData) -> tuple[bytes | None, str]:
    """The file that was chosen; a browser sends an empty nameless one when none was."""
    for value in form.getlist("answer"):
        if isinstance(value, UploadFile) and value.size:
            return await value.read(), value.filename or ""
    return None, ""


def act_of(sent: Sent, survey: Survey) -> Act:
    """The act a form stands for. A file is taken in by the caller first; here it is not an answer yet."""
    match sent.action:
        case "language" if sent.language:
            return Speak(sent.language)
        case "skip" if sent.key and sent.cells and is_table(find_question(survey, sent.key)):
            return FillIn(sent.cells, sent.key)  # what is filled in stands; the rest is passed over
        case "skip" if sent.key:
            return Skip(sent.key)
        case "back":
            return Back(sent.key)
        case "change" if sent.key:
            return Change(sent.key)
        case "next" if sent.key and sent.key.turn == OWN:
            return Write(_written(sent), sent.key)
        case "next" if sent.key:
            return _answer(sent, sent.key, survey)
        case "next":
            return Begin()
        case _:
            return Unreadable()


def _answer(sent: Sent, key: Key, survey: Survey) -> Act:
    question = find_question(survey, key)
    if is_table(question):
        return _table(sent, key)
    match question.kind if question is not None else None:
        case "text" | "date" | "time":
            return Write(_written(sent), key)
        case "number":
            return Write(f"{_written(sent)} {sent.year}".strip(), key)
        case "location":
            return _placed(sent, key, survey)
        case "indicator":
            listed = options_of(question, survey) if question is not None else ()
            return _listed_or_written(sent, key, {option.id for option in listed})
        case "rank" if not sent.answers:
            return Choose(_order(sent.places), key)
        case "rank":
            return Choose(sent.answers, key)
        case "allocate" if sent.answers:
            return Write(_written(sent), key)
        case "allocate":
            return Distribute(sent.amounts, key)
        case _:
            chosen = dict.fromkeys(sent.answers)
            other = {option: text for option, text in sent.other.items() if option in chosen}
            return Choose(tuple(chosen), key, other)


def _placed(sent: Sent, key: Key, survey: Survey) -> Act:
    """Words win over the list, and the list over a point: neither of those can be taken back on the page."""
    if sent.point is not None and not sent.answers:
        return Pin(*sent.point, key)
    return _listed_or_written(sent, key, {place.id for place in survey.fill.place})


def _table(sent: Sent, key: Key) -> Act:
    """The whole table; or one row, which the form's `turn` names and one bare `answer` fills."""
    if sent.cells:
        return FillIn(sent.cells, key)
    return Choose(sent.answers, key)


def _order(places: dict[str, str]) -> tuple[str, ...]:
    """Options by the place each was given. Two on one place: one of them twice, which no ranking takes."""
    numbers = {o: int(text) for o, text in places.items() if text.isascii() and text.isdigit()}
    if len(numbers) < len(places):
        return (_NO_PLACE,)
    order = tuple(sorted(numbers, key=lambda option: numbers[option]))
    shared = len(set(numbers.values())) < len(numbers)
    return (*order, order[0]) if shared else order


def _listed_or_written(sent: Sent, key: Key, listed: set[str]) -> Act:
    """Words win over a ticked option: a radio button cannot be unticked."""
    written = [answer for answer in sent.answers if answer not in listed]
    if written:
        return Write(written[-1], key)
    if sent.answers:
        return Choose(sent.answers[-1:], key)
    return Write("", key)


def _written(sent: Sent) -> str:
    return "\n".join(sent.answers)


def find_question(survey: Survey, key: Key) -> AnyQuestion | None:
    """The question a key is about, on the path or not."""
    if key.question == RESPONDENT.question:
        return respondent_question(survey.questionnaire, survey.fill)
    return _questions(survey.questionnaire).get(key.question)


@once_for_each
def _questions(questionnaire: Questionnaire) -> dict[str, AnyQuestion]:
    return {question.id: question for question in questionnaire.question}


def is_table(question: AnyQuestion | None) -> bool:
    """Whether several turns of the question stand on one screen."""
    return isinstance(question, Matrix) or (
        isinstance(question, Steps | Single | YesNo) and question.compact and bool(question.loop)
    )
