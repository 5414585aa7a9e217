"""What stands on the paper: every question of the plan in order, as plain data that a template sets."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import segno

from bot.after_closing import promise_of
from bot.notice import influence_sentence, notice_texts
from bot.paper.conditions import InWords
from surveys.conversation.choosing import options_of, outside_of
from surveys.conversation.dealing import deal, written
from surveys.conversation.on_paper import on_paper, state_on_paper
from surveys.conversation.parts import OWN, part_question
from surveys.conversation.path import path
from surveys.conversation.view import question_text, review_line
from surveys.questionnaire.languages import direction, say
from surveys.questionnaire.models import (
    Allocate,
    Consent,
    File,
    FreeText,
    Indicator,
    Location,
    Multi,
    Note,
    Number,
    Photo,
    Rank,
)

if TYPE_CHECKING:
    from surveys.conversation.dealing import Deal
    from surveys.conversation.slot import Slot
    from surveys.questionnaire.models import AnyQuestion, Option
    from surveys.survey import Survey
    from surveys.texts import Texts

CHARACTERS_A_LINE = 80
"""Of handwriting on a line across an A4 page, generously."""
MOST_LINES = 5


def paper_form(
    survey: Survey, language: str, address: str | None, texts: Texts, number: int | None = None
) -> dict[str, Any]:
    """The whole form as JSON-ready data.

    Args:
        survey: the opened survey; of a file not opened one with an empty code.
        language: the one language of the paper.
        address: where the survey is answered on the web, for the code in the corner.
        texts: the channels' own sentences.
        number: of a form that holds its own part of what chance deals out; None for a form with everything.
    """
    tell = partial(texts.say, language)
    return {
        "language": language.split("-", maxsplit=1)[0],
        "dir": direction(language),
        "title": survey.title,
        "intro": say(survey.questionnaire.intro, language),
        "notice": _notice(survey, language, texts),
        "how": tell("paper-how"),
        "hand_in": tell("paper-hand-in"),
        "thanks": _thanks(survey, language, address, texts),
        "number": tell("paper-number" if number is None else "paper-number-its"),
        "its": written(survey, number) if number is not None else None,
        "page": [tell("paper-page"), tell("paper-of")],
        "join": _join(survey, address, tell),
        "questions": questions_of(
            survey, language, texts, deal(survey, number) if number else None
        ),
    }


def _thanks(survey: Survey, language: str, address: str | None, texts: Texts) -> str:
    """The last words, and where to read what came of it: on paper there is nobody to write to."""
    thanks, promise = texts.say(language, "paper-thanks"), promise_of(survey, language, texts)
    if promise is None or address is None:
        return thanks
    keep = texts.say(language, "answer-keep", date=promise.date, address=address)
    return f"{thanks} {keep}"


def _notice(survey: Survey, language: str, texts: Texts) -> list[str]:
    """The whole notice of an opened survey; of a form not opened yet what is true of every survey."""
    said = notice_texts(survey, language, texts)
    if not survey.code:
        return [s for s in (said.voluntary, said.minutes, said.no_names) if s]
    influence = said.influence and influence_sentence(said.influence, language, texts)
    sentences = (
        *(said.demo, said.who, influence, said.voluntary, said.minutes, said.no_names),
        *(said.quotes, said.confidential, said.public, said.retention, said.basis),
    )
    return [sentence for sentence in sentences if sentence]


def _join(survey: Survey, address: str | None, tell: Callable[..., str]) -> dict[str, str] | None:
    if address is None:
        return None
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", border=0, scale=4)
    return {
        "text": tell("paper-join", address=address, code=survey.code),
        "svg": out.getvalue().decode(),
    }


def questions_of(
    survey: Survey, language: str, texts: Texts, dealt: Deal | None
) -> list[dict[str, Any]]:
    """What stands on the form, one entry for each screen."""
    return _Questions(survey, language, texts, dealt).all()


class _Questions:
    """The questions, numbered as the screens are."""

    def __init__(self, survey: Survey, language: str, texts: Texts, dealt: Deal | None) -> None:
        self._survey = survey
        self._language = language
        self._say = partial(texts.say, language)
        self._dealt = dealt
        self._state = state_on_paper(language, dealt)
        self._path = path(survey, self._state)
        self._texts = texts

    def all(self) -> list[dict[str, Any]]:
        """One entry for each screen there can be."""
        screens: dict[object, list[Slot]] = {}
        for slot in self._path.plan.slots:
            for part in on_paper(self._survey, slot, self._dealt) if slot.asked else ():
                screens.setdefault((part.table, "t") if part.table else part.key, []).append(part)
        numbers: dict[str, int] = {}
        found = []
        number = 0
        for slots in screens.values():
            asked = not isinstance(slots[0].question, Note)
            number += asked
            entry = self._entry(slots, InWords(self._survey, numbers, self._language, self._texts))
            found.append({"number": number if asked else None, **entry})
            numbers[slots[0].question.id] = number
        return found

    def _entry(self, slots: list[Slot], words: InWords) -> dict[str, Any]:
        first = slots[0]
        question = part_question(first) if first.part else first.question
        told = words.tell(first.condition) if first.condition is not None else None
        conditional = first.condition is not None
        return {
            "text": self._text(first),
            "help": say(question.help, self._language) if question.help else None,
            "only": self._say("paper-only-if", condition=told)
            if told
            else (self._say("paper-only-if-known") if conditional else None),
            "private": self._say("paper-private") if question.private else None,
            **(self._table(slots) if first.table is not None else self._body(question)),
        }

    def _text(self, slot: Slot) -> str:
        """What is asked; of a vote with its statement, of a line for one's own what it is for."""
        asked = question_text(self._survey, self._state, self._path, slot)
        if slot.part == OWN:
            return say(part_question(slot).text, self._language)
        return (
            f"{asked} {review_line(self._survey, self._state, slot.key).text}"
            if slot.part
            else asked
        )

    def _table(self, slots: list[Slot]) -> dict[str, Any]:
        question = slots[0].question
        return {
            "body": "table",
            "columns": self._labels(options_of(question, self._survey)),
            "beside": self._labels(outside_of(question)),
            "rows": [say(s.row.label, self._language) for s in slots if s.row is not None],
        }

    def _labels(self, options: tuple[Option, ...]) -> list[str]:
        return [say(option.label, self._language) for option in options]

    def _body(self, question: AnyQuestion) -> dict[str, Any]:
        options = options_of(question, self._survey)
        match question:
            case Note():
                return {"body": "note"}
            case Photo() | File():
                return {"body": "message", "hint": self._say("paper-no-files")}
            case Consent():
                labels = [self._say("yes"), self._say("no")]
                return self._boxes([(label, False) for label in labels])
            case Rank(max_choices=most):
                hint = self._say("paper-rank", n=min(most or len(options), len(options)))
                return {"body": "places", "options": self._labels(options), "hint": hint}
            case Allocate(total=total, unit=unit):
                of = f"{total} {say(unit, self._language)}" if unit else str(total)
                hint = self._say("paper-shares", total=of)
                return {"body": "amounts", "options": self._labels(options), "hint": hint}
            case Location() if self._survey.fill.place:
                places = [(say(p.label, self._language), False) for p in self._survey.fill.place]
                return {**self._boxes(places), "lines": 1}
            case Indicator():
                boxes = self._boxes([(label, False) for label in self._labels(options)])
                return {**boxes, "lines": 1, "hint": self._say("paper-own-words")}
        if options:
            return self._chosen(question, options)
        return self._written(question)

    def _chosen(self, question: AnyQuestion, options: tuple[Option, ...]) -> dict[str, Any]:
        shown = [(say(option.label, self._language), option.open_text) for option in options]
        several = isinstance(question, Multi)
        hint = None
        if several:
            most = getattr(question, "max_choices", None)
            hint = self._say("paper-at-most", n=most) if most else self._say("paper-several")
        beside = self._labels(outside_of(question))
        return {**self._boxes(shown), "beside": beside, "several": several, "hint": hint}

    def _boxes(self, options: list[tuple[str, bool]]) -> dict[str, Any]:
        return {"body": "boxes", "options": [{"label": o, "line": line} for o, line in options]}

    def _written(self, question: AnyQuestion) -> dict[str, Any]:
        match question:
            case FreeText(max_chars=most):
                lines = min(MOST_LINES, max(1, -(-most // CHARACTERS_A_LINE)))
                return {"body": "lines", "lines": lines}
            case Location():
                return {"body": "lines", "lines": 2, "hint": self._say("paper-place")}
            case Number():
                unit = say(question.unit, self._language) if question.unit else ""
                year = self._say("paper-year") if question.with_year else None
                return {"body": "short", "unit": unit, "year": year}
            case _ if question.kind in {"date", "time"}:
                return {"body": "short", "unit": "", "hint": self._say(f"hint-{question.kind}")}
        return {"body": "lines", "lines": 2}
