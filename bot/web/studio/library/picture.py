"""Every screen of a questionnaire side by side, as phones show them: the real screens, and nobody answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.paper.conditions import InWords
from bot.web.views import Filled, question_view
from surveys.conversation.handing import pool_of
from surveys.conversation.parts import NEXT
from surveys.conversation.path import path
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Context, Handed, Key, State
from surveys.conversation.view import screen
from surveys.questionnaire.coverage import coverage
from surveys.questionnaire.expressions import parse
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Chosen, Note, Statements
from surveys.simulation.simulating import NOW, stand_in

if TYPE_CHECKING:
    from bot.web.pages import Pages
    from surveys.conversation.slot import Slot
    from surveys.questionnaire.models import AnyQuestion, Questionnaire
    from surveys.survey import Survey
    from surveys.texts import Texts

_NAMED = re.compile(r'\b(id|for|aria-describedby|aria-labelledby)="([^"]+)"')
_LINK = re.compile(r'\bhref="#')
_HEADING = re.compile(r"<(/?)h1\b")


@dataclass(frozen=True, slots=True)
class Phone:
    """One screen. `number` is None for one that only is read. `condition` says in words when it is shown, empty where it always is; `turns` how often."""

    number: int | None
    question: str
    html: Markup
    condition: str
    turns: int


def begun_languages(questionnaire: Questionnaire) -> dict[str, int]:
    """The languages that somebody has begun to write, and how many texts each still lacks."""
    return {tag: len(covered.missing) for tag, covered in coverage(questionnaire).items()}


class Pictures:
    """Draws the phones of one questionnaire in one language; what stands beside them in the reader's."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        language: str,
        *,
        pages: Pages,
        texts: Texts,
        reader: str,
    ) -> None:
        self._questionnaire = questionnaire
        self._language = language
        self._pages = pages
        self._texts = texts
        self._reader = reader
        self._survey: Survey = stand_in(
            questionnaire.model_copy(
                update={"question": tuple(map(_always, questionnaire.question))}
            )
        )

    def beginning(self) -> Markup:
        """What comes before the first question."""
        title = say(self._questionnaire.title, self._language)
        intro = say(self._questionnaire.intro, self._language)
        return self._pages.part(
            "library_phone_begin.html", self._language, title=title, intro=intro
        )

    def phones(self) -> list[Phone]:
        """The first screen of every question, in order."""
        state = State(language=self._language, begun=True)
        along = path(self._survey, state)
        seen: dict[str, list[Slot]] = {}
        for slots in along.screens:
            seen.setdefault(slots[0].key.question, []).append(slots[0])
        numbers: dict[str, int] = {}
        told = InWords(stand_in(self._questionnaire), numbers, self._reader, self._texts)
        phones = []
        for question, turns in seen.items():
            asked = not isinstance(turns[0].question, Note)
            number = len(numbers) + 1 if asked else None
            phones.append(self._phone(number, turns, told))
            if number is not None:
                numbers[question] = number
        return phones

    def _phone(self, number: int | None, turns: list[Slot], told: InWords) -> Phone:
        slot = turns[0]
        state = self._before(slot)
        shown = screen(state, Context(self._survey, NOW))
        assert isinstance(shown, QuestionScreen)
        view = question_view(shown, Filled(), self._texts, problem=None)
        page = self._pages.part("library_phone.html", self._language, **view, survey=self._survey)
        html = still(page, f"{slot.key.question}-")
        condition = self._condition(slot.key.question, told)
        return Phone(number, slot.key.question, html, condition, len(turns))

    def _before(self, slot: Slot) -> State:
        """Somebody who has come to the screen; of statements one lies before them, where the questionnaire has any."""
        state = State(language=self._language, begun=True, focus=slot.key)
        if slot.part != NEXT or not isinstance(slot.question, Statements):
            return state
        drawn = pool_of(self._survey, {}, slot.question).draw("", ())
        if drawn is None:
            return state
        key = Key(slot.key.question, drawn.statement)
        return replace(state, focus=key, handed={key: Handed(drawn.chance)})

    def _condition(self, question_id: str, told: InWords) -> str:
        question = next((q for q in self._questionnaire.question if q.id == question_id), None)
        if question is None or question.show_if is None:
            return ""
        words = told.tell(parse(question.show_if))
        tell = partial(self._texts.say, self._reader)
        if words is None:
            return tell("library-only-if-code", condition=question.show_if)
        return tell("library-only-if", condition=words)


def _always(question: AnyQuestion) -> AnyQuestion:
    """The question without conditions: every screen is to be seen."""
    changes: dict[str, object] = {"show_if": None}
    if isinstance(question, Chosen):
        changes["options"] = tuple(
            option.model_copy(update={"show_if": None}) for option in question.options
        )
    return question.model_copy(update=changes)


def still(page: Markup, prefix: str) -> Markup:
    """A screen that stands among others on one page: ids of its own, and no heading of the first rank."""

    def named(found: re.Match[str]) -> str:
        names = " ".join(prefix + name for name in found[2].split())
        return f'{found[1]}="{names}"'

    html = _HEADING.sub(r"<\1h4", _LINK.sub(f'href="#{prefix}', _NAMED.sub(named, str(page))))
    return Markup(html)  # noqa: S704 - our own template, which has escaped what it was given
