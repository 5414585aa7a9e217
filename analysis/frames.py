"""Answers as analysis takes them in: plain records, and a data frame of one row an answer.

`Row` and `SurveyData` are what the store's reading hands over; analysis itself opens no database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.values import Value, Words
from surveys.questionnaire.models import AnyQuestion, Calculate, Hidden, Note, Statements
from surveys.statements import Statement, VoteRow
from surveys.survey import Counts, Survey

if TYPE_CHECKING:
    from surveys.conversation.state import Key
    from surveys.deciding import Decided, Translation


class Row(Protocol):
    """One active answer. `respondent` is a number within this reading and means nothing outside it."""

    @property
    def respondent(self) -> int:
        """Whose answer it is, as a number from 1."""

    @property
    def key(self) -> Key:
        """Which question, in which turn."""

    @property
    def value(self) -> Value:
        """What was answered."""

    @property
    def language(self) -> str:
        """The language of the screen."""

    @property
    def complete(self) -> bool:
        """Whether the person reached the last screen."""

    @property
    def came(self) -> int:
        """The publication with which the answer first counted; 0 where none has been made."""

    @property
    def current(self) -> bool:
        """Whether the person still says it: else it is counted, and never quoted."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A `Row` for callers that have no store: files, tests, examples."""

    respondent: int
    key: Key
    value: Value
    language: str = "sv"
    complete: bool = True
    came: int = 0
    current: bool = True


@dataclass(frozen=True, slots=True)
class Edition:
    """How what a report rests on differs from what has been answered by now.

    `held`: questions that are left out whole. `kept`: questions that stand as they were told before. `open`: more may
    be told later. `late`: how many have answered a closed survey and are in no publication.
    """

    open: bool
    held: frozenset[Key] = frozenset()
    kept: frozenset[Key] = frozenset()
    late: int = 0


@dataclass(frozen=True, slots=True)
class SurveyData:
    """Everything a report on one survey rests on.

    `decisions`: id of a quote or photo to True (approved) or False (hidden); one without waits. `files`: photos by the
    names their answers give them, where any has been approved. `aerial`: the organisation's picture of the place, JPEG.
    `hand`: what the organiser decided about themes, in order. `translations`: of answers, by
    `surveys.deciding.answer_id`. `votes` are on any of the `statements`, hidden and erased ones included; their
    respondents are those of `rows`. `edition` where the survey has been published from.
    """

    survey: Survey
    rows: Sequence[Row]
    counts: Counts
    decisions: Mapping[str, bool] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    aerial: bytes | None = None
    hand: Sequence[Decided] = ()
    translations: Mapping[str, Translation] = field(default_factory=dict)
    statements: Sequence[Statement] = ()
    votes: Sequence[VoteRow] = ()
    edition: Edition | None = None
    by_name: Sequence[Row] | None = None
    """Every answer as it stands, of a survey whose participants are told that they are shown by name; else None."""


def reportable(data: SurveyData) -> tuple[AnyQuestion, ...]:
    """The questions a report may show, in order.

    Never a note, a private question, one of the organiser's, what is worked out and never asked, nor statements,
    whose votes are told in their own way. A
    respondent's name is no question of the questionnaire and so never among them.
    """
    return tuple(
        question
        for question in data.survey.questionnaire.question
        if not isinstance(question, Note | Calculate | Hidden | Statements)
        and not question.private
        and question.role is None
    )


Given: TypeAlias = Mapping["Key", Sequence[tuple[int, Value]]]
"""Respondent and value of every active answer, by question and turn."""


def given(data: SurveyData) -> Given:
    """All answers by key, sorted by content within each: the order of arrival is forgotten here."""
    found: dict[Key, list[tuple[int, Value]]] = {}
    for row in data.rows:
        found.setdefault(row.key, []).append((row.respondent, row.value))
    return {
        key: sorted(said, key=lambda one: (repr(one[1]), one[0])) for key, said in found.items()
    }


def names_of(data: SurveyData) -> frozenset[str]:
    """The names that groups and organisations gave, casefolded: to be kept out of what is shown."""
    return frozenset(
        " ".join(row.value.text.split()).casefold()
        for row in data.rows
        if row.key == RESPONDENT and isinstance(row.value, Words)
    )
