"""The copy that leaves: a cover that says how it was made and what is not in it, the questions, and the answers.

The same review gives the same copy: it is dated by its decision, and answers stand in the order of what can be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.masking.collecting import files_in
from analysis.masking.marks import kinds_in
from analysis.report.lines import notice_lines
from analysis.wording import Wording
from surveys.conversation.choosing import options_of, outside_of
from surveys.conversation.respondent import respondent_question
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Calculate, Hidden

if TYPE_CHECKING:
    from analysis.frames import SurveyData
    from analysis.masking.review import Read, Review
    from surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of the cover under a heading."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One answer of the copy. `person`: 0, or a number that keeps a person's answers together and means nothing else."""

    person: int
    asked: str
    beside: str
    text: str
    n: int


@dataclass(frozen=True, slots=True)
class Copy:
    """The masked copy. `questions`: each question with what could be chosen. `masked`: masks by kind."""

    language: str
    title: str
    mark: str
    cover: tuple[Section, ...]
    questions: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    masked: dict[str, int]

    @property
    def by_person(self) -> bool:
        """Whether each person's answers are kept together."""
        return any(line.person for line in self.lines)


def copy_of(
    data: SurveyData, review: Review, decision: str, language: str, *, by_person: bool
) -> Copy:
    """The copy of a survey as its review lets it out, by a decision."""
    wording = Wording(language, data.survey.questionnaire.unit)
    masked = kinds_in((read.copy for read in review.read), wording)
    cover = (
        Section(wording.say("copy-about"), _about(data.survey, decision, wording)),
        Section(wording.say("copy-how"), _how(review, wording, by_person=by_person)),
        Section(wording.say("copy-masked"), _masked(review, masked, wording)),
        Section(wording.say("copy-left-out"), _left_out(data, wording, by_person=by_person)),
        Section(wording.say("copy-appeal-heading"), (wording.say("copy-appeal"),)),
    )
    return Copy(
        language=language,
        title=wording.say("copy-title", title=data.survey.title),
        mark=wording.say("demo") if data.survey.notice.demo else "",
        cover=cover,
        questions=_questions(data.survey, language),
        lines=_by_person(review.read) if by_person else _by_question(review.read),
        masked=masked,
    )


def _by_question(read_answers: Sequence[Read]) -> tuple[Line, ...]:
    """Answers that read alike are one line, in the order of what can be read: a hidden word gives no order away."""
    found: Counter[tuple[int, str, str, str]] = Counter()
    for read in read_answers:
        one = read.given
        found[one.place, one.asked, read.copy, one.beside] += one.n
    ordered = sorted(found.items(), key=lambda line: (line[0][0], line[0][2].casefold(), line[0]))
    return tuple(Line(0, asked, beside, text, n) for (_, asked, text, beside), n in ordered)


def _by_person(read_answers: Sequence[Read]) -> tuple[Line, ...]:
    """Each person's answers together; who comes first follows from what can be read. What was voted on comes last."""
    people: dict[int, list[Read]] = {}
    for read in read_answers:
        people.setdefault(read.given.person, []).append(read)
    nobodys = people.pop(0, [])
    ordered = sorted(
        sorted((read.given.place, read.given.asked, read.copy) for read in said)
        for said in people.values()
    )
    lines = [
        Line(number, asked, "", text, 1)
        for number, said in enumerate(ordered, 1)
        for _, asked, text in said
    ]
    return (*lines, *_by_question(nobodys))


def _about(survey: Survey, decision: str, wording: Wording) -> tuple[str, ...]:
    return (
        wording.say("copy-document", title=survey.title, code=survey.code),
        wording.say("copy-decision", decision=decision),
        wording.say("copy-law"),
        *notice_lines(survey, wording),
    )


def _how(review: Review, wording: Wording, *, by_person: bool) -> tuple[str, ...]:
    readers = ", ".join(sorted({read.reader for read in review.read}))
    return (
        wording.say("copy-read", readers=readers),
        wording.say("copy-marks"),
        wording.say("copy-by-person" if by_person else "copy-by-question"),
    )


def _masked(review: Review, masked: dict[str, int], wording: Wording) -> tuple[str, ...]:
    if not masked:
        return (wording.say("copy-masked-nothing"),)
    grounds = Counter(read.ground for read in review.read if read.ground)
    return (
        *(wording.say("copy-masked-kind", kind=kind, n=n) for kind, n in masked.items()),
        *(wording.say("copy-masked-ground", ground=ground, n=n) for ground, n in sorted(grounds.items())),
    )  # fmt: skip


def _left_out(data: SurveyData, wording: Wording, *, by_person: bool) -> tuple[str, ...]:
    """What there is besides, and why it is not here: whoever wants it can ask, and gets a decision."""
    photos, documents = files_in(data)
    closed = data.survey.closed_at is not None
    told = {
        "copy-out-together": not by_person,
        "copy-out-votes": bool(data.votes),
        "copy-out-files": photos + documents > 0,
        "copy-out-technical": True,
        "copy-out-taken-back": True,
        "copy-out-fewer": True,
        "copy-out-wishes": True,
        "copy-out-own": True,
        "copy-closed": closed,
        "copy-open": not closed,
    }
    return tuple(
        wording.say(name, photos=photos, documents=documents) for name, true in told.items() if true
    )


def _questions(survey: Survey, language: str) -> tuple[tuple[str, str], ...]:
    """Each question as it was asked, and what could be chosen."""
    named = respondent_question(survey.questionnaire, survey.fill)
    found = []
    for question in (*([named] if named else []), *survey.questionnaire.question):
        if isinstance(question, Calculate | Hidden) or question.role is not None:
            continue
        labels = [say(one.label, language) for one in options_of(question, survey)]
        labels += [say(one.label, language) for one in outside_of(question)]
        found.append((say(question.text, language), " · ".join(labels)))
    return tuple(found)
