"""What groups or organisations have answered by name, question by question: the board they look at together.

Only where the survey was opened for that (`is_shown_by_name`), which participants are told before they begin. What somebody wrote
is shown once the organiser has approved it, and never when it names somebody, as any quote (L9); what was chosen is shown.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analysis.asking import asked, texts_of
from analysis.themes.personal import is_personal
from surveys.conversation.describing import describe
from surveys.conversation.respondent import RESPONDENT, is_shown_by_name, respondent_question
from surveys.conversation.values import Choice, Choices, Words, is_answer
from surveys.questionnaire.models import Consent, File, Photo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.frames import SurveyData
    from surveys.conversation.slot import Slot
    from surveys.conversation.state import Key
    from surveys.conversation.values import Value

_NEVER = Photo | File | Consent
"""A document's name may hold a person's, and a photo is approved by itself."""
FEWEST = 2
"""Names: one alone is no board."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer on the board. `text` None: not to be read here. `id`: how a decision names it; '' needs none.

    `personal`: it seems to name somebody, and is not shown whatever is decided.
    """

    text: str | None
    state: Literal["shown", "waiting", "hidden", "gap"] = "shown"
    id: str = ""
    personal: bool = False


GAP = Said(None, "gap")


@dataclass(frozen=True, slots=True)
class Row:
    """One question in one turn, with an answer for each name in the board's order."""

    question: str
    turn: str
    asked: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Names in their order, and the questions."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]

    def gaps(self, place: int) -> int:
        """How many of the questions the name at a place has not answered."""
        return sum(row.said[place].state == "gap" for row in self.rows)

    def published(self) -> Board:
        """The board as everybody may see it: without what waits for somebody to read it, or was hidden."""
        return replace(
            self,
            rows=tuple(
                replace(row, said=tuple(_without(each) for each in row.said)) for row in self.rows
            ),
        )


def _without(said: Said) -> Said:
    return replace(said, text=None) if said.state in {"waiting", "hidden"} else said


def board_of(data: SurveyData, language: str) -> Board | None:
    """The board with everything on it, for the organiser; None where there is none."""
    if not is_shown_by_name(data.survey):
        return None
    by_name = _by_name(data, language)
    if len(by_name) < FEWEST:
        return None
    names = tuple(sorted(by_name, key=_in_order))
    rows = tuple(
        Row(
            slot.key.question,
            slot.key.turn,
            texts_of(data.survey, slot, language).full,
            tuple(_said(data, slot, by_name[name].get(slot.key), language) for name in names),
        )
        for slot in asked(data)
        if not isinstance(slot.question, _NEVER)
    )
    return Board(names, rows)


def published_board(data: SurveyData, language: str) -> Board | None:
    """What everybody may see of it: it rests on names and on approval, not on how many there are."""
    found = board_of(data, language)
    return None if found is None else found.published()


def _by_name(data: SurveyData, language: str) -> dict[str, Mapping[Key, Value]]:
    """The answers of each name."""
    who = respondent_question(data.survey.questionnaire, data.survey.fill)
    people: dict[int, dict[Key, Value]] = {}
    for row in data.rows if data.by_name is None else data.by_name:
        people.setdefault(row.respondent, {})[row.key] = row.value
    found: dict[str, Mapping[Key, Value]] = {}
    for answers in people.values():
        name = answers.get(RESPONDENT)
        told = describe(who, name, data.survey, language) if who and name is not None else None
        if told is not None:
            found[" ".join(told.split())] = answers
    return found


def _in_order(name: str) -> tuple[list[tuple[int, str]], str]:
    """Group 2 before group 10, as one would call them out.

    >>> sorted(["Grupp 10", "grupp 2", "Grupp 1"], key=_in_order)
    ['Grupp 1', 'grupp 2', 'Grupp 10']
    """
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts], name


def _said(data: SurveyData, slot: Slot, value: Value | None, language: str) -> Said:
    if value is None or not is_answer(value):
        return GAP
    text = describe(slot.question, value, data.survey, language)
    if text is None:
        return GAP
    if not in_own_words(value):
        return Said(text)
    name = words_id(data.survey.code, slot.key.question, text)
    if is_personal(text):
        return Said(text, "hidden", name, personal=True)
    decision = data.decisions.get(name)
    return Said(text, "waiting" if decision is None else "shown" if decision else "hidden", name)


def words_id(code: str, question: str, text: str) -> str:
    """Never the id of a quote: words approved without a name are not approved under one."""
    return hashlib.sha256(f"named\n{code}\n{question}\n{text}".encode()).hexdigest()[:10]


def in_own_words(value: Value) -> bool:
    """Whether somebody's own words are in it."""
    match value:
        case Words():
            return True
        case Choice(other=other):
            return bool(other)
        case Choices(other=others):
            return bool(others)
    return False
