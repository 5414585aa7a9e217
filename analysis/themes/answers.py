"""Free-text answers, read once: language, stance, and whether they say anything."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from analysis.frames import Row, SurveyData
from analysis.themes.empty import is_empty, is_praise
from analysis.themes.language import language_of
from surveys.conversation.values import Words
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import FreeText

Stance = Literal["keep", "change", "other"]

_CHANGE = re.compile(
    r"annorlunda|sämre|oense|saknas|saknades|svårast|missat|hind(?:er|rar)|bli bättre|förbättra|"
    r"ändra(?!s)|oroa|problem|gillar du inte|different|worse|missing|improve",
    re.IGNORECASE,
)
_KEEP = re.compile(
    r"behålla|bäst|bra med|kunna bli|prova|användbar|hoppas|gillar|värdefull|uppskatta|keep|best",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's words to one question. `person` is unique over all surveys of a report."""

    person: tuple[str, int]
    survey: str
    question: str
    turn: str
    text: str
    language: str
    stance: Stance
    empty: bool
    current: bool = True
    """Whether the person still says it: else it is counted, and never quoted."""
    themes: tuple[str, ...] | None = ()
    """Of erased words (`text` is ''): the themes they were counted in; None where nobody knows any more."""

    @property
    def erased(self) -> bool:
        """Whether the words are gone and only the person is counted."""
        return not self.text


def stance_of(question: FreeText) -> Stance:
    """What a question asks for: what was good, what should change, or neither.

    The question says it, not the answer: no automatic sentiment (themes.md, decision 5).
    """
    text = say(question.text, "sv")
    if _CHANGE.search(text):
        return "change"
    return "keep" if _KEEP.search(text) else "other"


def text_questions(data: SurveyData) -> tuple[FreeText, ...]:
    """The free-text questions a report may use: never private ones, never the organiser's own."""
    return tuple(
        question
        for question in data.survey.questionnaire.question
        if isinstance(question, FreeText) and not question.private and question.role is None
    )


def stances_of(data: SurveyData) -> dict[str, Stance]:
    """What each free-text question asks for; where none asks what was good, the open ones do."""
    stances = {question.id: stance_of(question) for question in text_questions(data)}
    if "keep" not in stances.values():
        stances = {name: "keep" if it == "other" else it for name, it in stances.items()}
    return stances


def read_answers(data: SurveyData, codebook_languages: Sequence[str]) -> tuple[Answer, ...]:
    """All free-text answers, sorted by question and text, so that the order of rows cannot matter."""
    stances = stances_of(data)
    offered = tuple(dict.fromkeys((*data.survey.languages, *codebook_languages)))
    found = [
        _answer(data.survey.code, row, row.value.text, stances[row.key.question], offered)
        for row in data.rows
        if isinstance(row.value, Words) and row.key.question in stances
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda a: (a.question, a.turn, a.text, a.language, a.person)))


def remains_of(text: str, stance: Stance, languages: Sequence[str], screen: str) -> dict[str, Any]:
    """How the words of one answer are counted, without the words: `themes` are whoever matches' to add."""
    language = language_of(text, languages, screen)
    praise = stance == "change" and is_praise(text)
    return {"language": language, "praise": praise, "empty": praise or is_empty(text, language)}


def _answer(survey: str, row: Row, text: str, stance: Stance, languages: Sequence[str]) -> Answer:
    counted = remains_of(text, stance, languages, row.language) if text else row.remains or {}
    return Answer(
        person=(survey, row.respondent),
        survey=survey,
        question=row.key.question,
        turn=row.key.turn,
        text=text,
        language=counted.get("language", row.language),
        stance="other" if counted.get("praise") else stance,
        empty=counted.get("empty", False),
        current=row.current,
        themes=_known_themes(counted) if not text else (),
    )


def _known_themes(remains: Mapping[str, Any]) -> tuple[str, ...] | None:
    return tuple(remains["themes"]) if "themes" in remains else None
