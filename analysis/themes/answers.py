"""Free-text answers, read once: language, stance, and whether they say anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.frames import Row, SurveyData
from analysis.themes.empty import is_empty, is_praise
from analysis.themes.language import languages_of
from analysis.themes.remembering import MANY, Last, remembered
from analysis.themes.stances import Stance, stance_in
from surveys.conversation.values import Words
from surveys.deciding import Translation, answer_id
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import FreeText


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's words to one question. `person` is unique over all surveys of a report.

    `translation`: what a person made of it in a language with a codebook.
    """

    person: tuple[str, int]
    survey: str
    question: str
    turn: str
    text: str
    language: str
    stance: Stance
    empty: bool
    translation: Translation | None = None
    current: bool = True
    """Whether the person still says it: else it is counted, and never quoted."""

    def __hash__(self) -> int:
        """A person has few answers, and themes are looked up by answers all the time."""
        return hash((self.person, self.question, self.turn))

    @property
    def erased(self) -> bool:
        """Whether the words are gone and only the person is counted."""
        return not self.text

    @property
    def id(self) -> str:
        """What decisions know it by."""
        return _id(self.survey, self.question, self.turn, self.text)

    @property
    def read(self) -> tuple[str, str]:
        """The words that themes are found in, and their language: the translation's, where there is one."""
        if self.translation is None:
            return self.text, self.language
        return self.translation.text, self.translation.language

    def only(self, said: str) -> Answer:
        """The same answer as if no more had been said; "" leaves it as it is."""
        if not said:
            return self
        if self.translation is None:
            return replace(self, text=said)
        return replace(self, translation=replace(self.translation, text=said))


_id = remembered(MANY)(answer_id)


def stance_of(question: FreeText) -> Stance:
    """What a question asks for: what was good, what should change, or neither."""
    return stance_in(say(question.text, "sv"))


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
    of = data.survey.code, stances, offered, tuple(data.rows), dict(data.translations)
    answers = _READ.get(of)
    return answers if answers is not None else _READ.keep(of, _read(data, stances, offered))


_READ: Last[tuple[Answer, ...]] = Last()


def _read(
    data: SurveyData, stances: Mapping[str, Stance], offered: tuple[str, ...]
) -> tuple[Answer, ...]:
    said = [
        (row, row.value.text)
        for row in data.rows
        if isinstance(row.value, Words) and row.key.question in stances
    ]
    spoken = languages_of([text for _, text in said], offered, [row.language for row, _ in said])
    found = [
        _answer(data, row, text, stances[row.key.question], language if text else row.language)
        for (row, text), language in zip(said, spoken, strict=True)
    ]
    return tuple(sorted(found, key=lambda a: (a.question, a.turn, a.text, a.language, a.person)))


def _answer(data: SurveyData, row: Row, text: str, stance: Stance, language: str) -> Answer:
    survey, key, translation = data.survey.code, row.key, None
    if data.translations:
        translation = data.translations.get(answer_id(survey, key.question, key.turn, text))
    said, spoken = (translation.text, translation.language) if translation else (text, language)
    praise = stance == "change" and is_praise(said)
    return Answer(
        person=(survey, row.respondent),
        survey=survey,
        question=row.key.question,
        turn=row.key.turn,
        text=text,
        language=language,
        stance="other" if praise else stance,
        empty=bool(text) and (praise or is_empty(said, spoken)),
        translation=translation,
        current=row.current,
    )
