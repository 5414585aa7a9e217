"""What a survey's answers are as a document: each answer in words, without anything that tells who or when.

Question by question, answers that read alike are one line with a number, and nothing tells which answers came from the
same person. `by_person` keeps them together: that is asked for and decided on its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.asking import texts_of
from analysis.masking.marks import Proposal, mark, names_in, proposed
from analysis.named import in_own_words
from analysis.wording import Wording
from surveys.conversation.describing import describe
from surveys.conversation.plan import plan_of
from surveys.conversation.respondent import RESPONDENT, is_shown_by_name
from surveys.conversation.values import Document, Picture, Position
from surveys.deciding import answer_id
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Calculate, Hidden, Note, Statements

if TYPE_CHECKING:
    from analysis.frames import SurveyData
    from surveys.conversation.slot import Slot
    from surveys.conversation.values import Value
    from surveys.statements import Statement

_NO_ANSWERS = Note | Calculate | Hidden | Statements
"""Votes are told as numbers beside each statement: who voted what is handed out by `export-votes`."""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as it reads, and what the rules propose instead. `person` is 0 where nothing tells whose it is.

    `key` depends on survey, question, words and `person` alone. `place` is where its question stands. `beside` is
    told of it but said by nobody: how people voted on a statement. `n` people said exactly this.
    """

    key: str
    place: int
    person: int
    asked: str
    beside: str
    text: str
    n: int
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class _Said:
    """An answer before the rules have read it. `kind` masks it whole; `own`: somebody's own words."""

    place: int
    person: int
    question: str
    turn: str
    asked: str
    beside: str
    text: str
    kind: str = ""
    own: bool = False


def given_in(data: SurveyData, language: str, *, by_person: bool) -> tuple[Given, ...]:
    """Everything that was answered and counts, in the order of the questionnaire."""
    wording = Wording(language, data.survey.questionnaire.unit)
    said = Counter([*_answers(data, language, by_person=by_person), *_statements(data, wording)])
    names = names_in(one.text for one in said if one.own)
    names |= {one.text for one in said if one.kind == "respondent"}
    found = [
        Given(
            key=answer_id(data.survey.code, f"{one.person}:{one.question}", one.turn, one.text),
            place=one.place,
            person=one.person,
            asked=one.asked,
            beside=one.beside,
            text=one.text,
            n=n,
            proposal=_proposal(one, names, wording),
        )
        for one, n in said.items()
    ]
    return tuple(
        sorted(found, key=lambda one: (one.person, one.place, one.text.casefold(), one.key))
    )


def _proposal(one: _Said, names: frozenset[str], wording: Wording) -> Proposal:
    if one.kind:
        return Proposal(mark(one.kind, wording), (one.kind,))
    return proposed(one.text, names, wording) if one.own else Proposal(one.text)


def _answers(data: SurveyData, language: str, *, by_person: bool) -> Iterator[_Said]:
    survey, plan = data.survey, plan_of(data.survey)
    places = {slot.key: place for place, slot in enumerate(plan.slots)}
    for row in data.rows:
        slot = plan.by_key.get(row.key)
        if slot is None or not _belongs(slot):
            continue
        text = describe(slot.question, row.value, survey, language)
        if text is not None:
            yield _Said(
                place=places[row.key],
                person=row.respondent if by_person else 0,
                question=row.key.question,
                turn=row.key.turn,
                asked=texts_of(survey, slot, language).full,
                beside="",
                text=text,
                kind=_hidden_whole(data, slot, row.value),
                own=in_own_words(row.value),
            )


def _belongs(slot: Slot) -> bool:
    question = slot.question
    return not isinstance(question, _NO_ANSWERS) and not question.private and question.role is None


def _hidden_whole(data: SurveyData, slot: Slot, value: Value) -> str:
    """What is masked as a whole until a person decides otherwise: where somebody is, what they call themselves."""
    if slot.key == RESPONDENT:
        return "" if is_shown_by_name(data.survey) else "respondent"
    match value:
        case Position():
            return "position"
        case Document():
            return "document"
    return ""


def _statements(data: SurveyData, wording: Wording) -> Iterator[_Said]:
    """What could be voted on, with how many voted what; those that nobody has shown too, they came in all the same."""
    places = {slot.key.question: place for place, slot in enumerate(plan_of(data.survey).slots)}
    questions = {question.id: question for question in data.survey.questionnaire.question}
    for one in data.statements:
        if one.text:
            yield _Said(
                place=places[one.question],
                person=0,
                question=one.question,
                turn=f"={one.id}",
                asked=say(questions[one.question].text, wording.language),
                beside=_votes(one, wording),
                text=say(one.text, wording.language),
                own=one.origin == "participant",
            )


def _votes(one: Statement, wording: Wording) -> str:
    votes = {"agree": one.votes.agree, "disagree": one.votes.disagree, "passed": one.votes.passed}
    told = wording.say("copy-votes", **votes)
    return f"{told}. {wording.say(f'copy-statement-{one.state}')}" if one.state != "shown" else told


def files_in(data: SurveyData) -> tuple[int, int]:
    """How many photos and documents were sent in."""
    values = [row.value for row in data.rows]
    return (
        sum(isinstance(value, Picture) for value in values),
        sum(isinstance(value, Document) for value in values),
    )
