"""Statements, votes and hand-outs as plain records: what the conversation, the studio and the analysis share."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from surveys.frozen import once_for_each
from surveys.questionnaire.models import Statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from surveys.questionnaire.languages import Text
    from surveys.questionnaire.models import Questionnaire
    from surveys.survey import Fill

AGREE, DISAGREE, PASS = "agree", "disagree", "pass"
VOTES = (AGREE, DISAGREE, PASS)
"""What one can say to a statement, as the options of scale `vote3` are called."""

Origin = Literal["organiser", "participant"]
StatementState = Literal["shown", "waiting", "hidden", "erased"]
"""`shown` to everybody; `waiting` for a moderator; `hidden` by one, for a reason; `erased` by who wrote it."""

REASONS = ("personal", "hateful", "unlawful", "off_topic", "several", "duplicate", "unclear")
"""Why a statement may be hidden; the published policy says what each means (`statements-reason-…`)."""

MAX_STATEMENT_CHARS = 140
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+"  # an address
    r"|https?://|www\.\w"
    r"|(?<![\w+])(?:\+46|0046|0)[\s()-]*(?:\d[\s()/-]*){6,10}(?!\w)"  # a telephone
    r"|(?<!\d)(?:\d{2})?\d{6}\s?[-+]?\s?\d{4}(?!\d)"  # a personal number
)


def contact_details(text: str) -> bool:
    """Whether a text holds what points somebody out or leads away: no statement needs it."""
    return _CONTACT.search(text) is not None


@dataclass(frozen=True, slots=True)
class Votes:
    """How many agree, disagree and pass; a pass has been seen too."""

    agree: int = 0
    disagree: int = 0
    passed: int = 0

    @property
    def seen(self) -> int:
        """Everybody who has answered it."""
        return self.agree + self.disagree + self.passed


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of one question. `text` is empty once it is erased.

    `edition` rises when it is changed; `waiting_for` counts those who have it before them and have not answered.
    """

    question: str
    id: str
    text: Text
    origin: Origin
    state: StatementState
    reason: str | None
    edition: int
    said_on: dt.date
    votes: Votes = Votes()
    waiting_for: int = 0

    @classmethod
    def seed(cls, question: str, number: str, text: Text) -> Statement:
        """One of the organiser's, before anybody has voted."""
        return cls(question, number, text, "organiser", "shown", None, 0, dt.date.min)


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One vote. `respondent` is the same number as in the answers of the same reading.

    `chance` is the probability with which this person was handed this statement at that moment; None where nothing
    was drawn: it was their own, or they chose it themselves instead of sending a similar one.
    """

    respondent: int
    question: str
    statement: str
    vote: str
    chance: float | None


@dataclass(frozen=True, slots=True)
class ModerationDeed:
    """One line of the log: `approve`, `hide`, `edit`, `moderated` or `unmoderated`. Never content."""

    question: str
    statement: str | None
    what: str
    reason: str | None
    by: str
    at: dt.datetime


Seed: TypeAlias = tuple[str, "Text"]
"""Id and text of a sentence the organiser begins with."""


@once_for_each
def statement_questions(questionnaire: Questionnaire) -> tuple[Statements, ...]:
    """The questions that are voted on, in order."""
    return tuple(each for each in questionnaire.question if isinstance(each, Statements))


def seeds(questionnaire: Questionnaire, fill: Fill, question: Statements) -> Iterator[Seed]:
    """What a question begins with: the fill's items of its dimension, else its `[[statement]]`, else those that ship."""
    name = question.statements_from
    filled = fill.dimension.get(name) if name is not None else None
    shipped = (each.items for each in questionnaire.dimension if each.id == name)
    begun = (filled.items if filled is not None else ()) or fill.statement or next(shipped, ())
    yield from ((each.id, each.label) for each in begun)
