"""What a person sent with a form, and which act of the conversation it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.datastructures import FormData, UploadFile

from surveys.conversation.state import (
    Act,
    Back,
    Begin,
    Change,
    Choose,
    Key,
    Skip,
    Speak,
    Unreadable,
    Write,
)

if TYPE_CHECKING:
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey

_OTHER = "other-"


@dataclass(frozen=True, slots=True)
class Sent:
    """One posted form. `answers` are the `answer` fields in the order of the page, empty ones left out."""

    action: str
    key: Key | None
    nonce: str
    answers: tuple[str, ...] = ()
    other: dict[str, str] = field(default_factory=dict)
    year: str = ""
    language: str | None = None
    photo: bytes | None = None

    def content(self) -> Iterator[str]:
        """Everything that makes this form the same as another one, except its nonce."""
        yield self.action
        yield from self.key or ()
        yield from self.answers
        yield from (f"{option}\n{text}" for option, text in sorted(self.other.items()))
        yield self.year
        yield self.language or ""
        if self.photo is not None:
            yield hashlib.sha256(self.photo).hexdigest()


async def read(form: FormData) -> Sent:
    """The form as it came; a field that is missing counts as empty."""
    texts = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    last = dict(texts)
    question = last.get("question", "")
    action = last.get("action", "")
    return Sent(
        action=action or ("language" if "language" in last else ""),
        key=Key(question, last.get("turn", "")) if question else None,
        nonce=last.get("nonce", ""),
        answers=tuple(text for name, text in texts if name == "answer" and text.strip()),
        other={
            name.removeprefix(_OTHER): text
            for name, text in texts
            if name.startswith(_OTHER) and text.strip()
        },
        year=last.get("year", "").strip(),
        language=last.get("language"),
        photo=await _photo(form),
    )


async def _photo(form: FormData) -> bytes | None:
    """The file that was chosen; a browser sends an empty nameless one when none was."""
    for value in form.getlist("answer"):
        if isinstance(value, UploadFile) and value.size:
            return await value.read()
    return None


def act_of(sent: Sent, survey: Survey) -> Act:
    """The act a form stands for. A photo is taken in by the caller first; here it is not an answer yet."""
    match sent.action:
        case "language" if sent.language:
            return Speak(sent.language)
        case "skip" if sent.key:
            return Skip(sent.key)
        case "back":
            return Back(sent.key)
        case "change" if sent.key:
            return Change(sent.key)
        case "next" if sent.key:
            return _answer(sent, sent.key, survey)
        case "next":
            return Begin()
        case _:
            return Unreadable()


def _answer(sent: Sent, key: Key, survey: Survey) -> Act:
    question = find_question(survey, key)
    match question.kind if question is not None else None:
        case "text" | "date" | "time":
            return Write(_written(sent), key)
        case "number":
            return Write(f"{_written(sent)} {sent.year}".strip(), key)
        case "location":
            return _place(sent, key, survey)
        case _:
            chosen = dict.fromkeys(sent.answers)
            other = {option: text for option, text in sent.other.items() if option in chosen}
            return Choose(tuple(chosen), key, other)


def _place(sent: Sent, key: Key, survey: Survey) -> Act:
    """Words win over a ticked place: a radio button cannot be unticked."""
    named = {place.id for place in survey.fill.place}
    written = [answer for answer in sent.answers if answer not in named]
    if written:
        return Write(written[-1], key)
    if sent.answers:
        return Choose(sent.answers[-1:], key)
    return Write("", key)


def _written(sent: Sent) -> str:
    return "\n".join(sent.answers)


def find_question(survey: Survey, key: Key) -> AnyQuestion | None:
    """The question a key is about, on the path or not."""
    return next((q for q in survey.questionnaire.question if q.id == key.question), None)
