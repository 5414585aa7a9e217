"""Fields of words for a screen: only from answers somebody has read and approved, and never fewer than two voices.

They are counted in the edition that reports rest on, and a field is made only where it and the word cloud of any report
differ by nobody or by k people: one answer that is not approved would stand alone between the two.

The answer itself is not shown. Its words are counted with those of the others, by people.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analysis.disclosure import MIN_CLOUD_ANSWERS, Gate
from analysis.live import part_of, words_part
from analysis.releasing import NOTHING, Frame
from analysis.themes.answers import Answer, read_answers
from analysis.themes.personal import findings
from analysis.wordcloud import cloud_words
from surveys.conversation.state import Key
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.frames import Row, SurveyData

State = Literal["waiting", "approved", "hidden"]
_STATES: dict[bool | None, State] = {None: "waiting", True: "approved", False: "hidden"}


@dataclass(frozen=True, slots=True)
class TextToRead:
    """One wording that somebody has to read. `doubtful`: it may say who somebody is."""

    id: str
    part: str
    text: str
    state: State
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What there is to read, and the fields that the approved answers make, by part."""

    texts: tuple[TextToRead, ...]
    fields: Mapping[str, Frame]


def text_id(code: str, part: str, text: str) -> str:
    """Never the id of a quote: that an answer's words may be counted does not allow quoting it."""
    return "words-" + hashlib.sha256(f"{code}\n{part}\n{text}".encode()).hexdigest()[:16]


def read_for_fields(data: SurveyData, told: Sequence[Row], before: Mapping[str, Frame]) -> Reading:
    """Every wording with what was decided of it, and each question's field.

    `told` are the answers that reports count words in: fields count no others. `before` are the fields as they stand:
    words keep their order, and new ones come after them.
    """
    own = replace(data, translations={})  # what was approved here are the answers' own words
    now, then = _with_content(own), _with_content(replace(own, rows=told))
    read = [_text(data, answer) for answer in (*now, *then) if not answer.erased]
    found = {text.id: text for text in read}
    approved: dict[str, list[Answer]] = {}
    for answer in then:
        if _text(data, answer).state == "approved":
            approved.setdefault(_part(answer), []).append(answer)
    editions = _editions(then, told)
    fields = {
        words_part(part): _field(said, before.get(words_part(part), NOTHING))
        for part, said in approved.items()
        if all(_differ(part, said, edition) for edition in editions)
    }
    return Reading(tuple(sorted(found.values(), key=lambda text: (text.part, text.text))), fields)


def _with_content(data: SurveyData) -> list[Answer]:
    return [answer for answer in read_answers(data, data.survey.languages) if not answer.empty]


def _editions(then: Sequence[Answer], told: Sequence[Row]) -> list[list[Answer]]:
    """The answers of each publication in which there were enough of them for a report's word cloud."""
    came = {(row.respondent, row.key): row.came for row in told}
    numbers = [came[answer.person[1], Key(answer.question, answer.turn)] for answer in then]
    editions = [
        [answer for answer, number in zip(then, numbers, strict=True) if number <= last]
        for last in sorted(set(numbers))
    ]
    return [edition for edition in editions if len(edition) >= MIN_CLOUD_ANSWERS]


def _differ(part: str, approved: Sequence[Answer], edition: Sequence[Answer]) -> bool:
    """Whether a field and a cloud differ by nobody or by k people, whichever is subtracted from the other."""
    field = {answer.person for answer in approved}
    cloud = {answer.person for answer in edition if _part(answer) == part}
    return all(not few or len(few) >= K_MIN for few in (field - cloud, cloud - field))


def _part(answer: Answer) -> str:
    return part_of(Key(answer.question, answer.turn))


def _text(data: SurveyData, answer: Answer) -> TextToRead:
    name = text_id(data.survey.code, _part(answer), answer.text)
    state = _STATES[data.decisions.get(name)]
    return TextToRead(name, _part(answer), answer.text, state, bool(findings(answer.text)))


def _field(answers: list[Answer], before: Frame) -> Frame:
    gate = Gate()
    now = {row.word: row.people for row in cloud_words(answers, gate, least=gate.k)}
    kept = {word: now[word] for word in before.cells if word in now}
    return Frame(len({answer.person for answer in answers}), {**kept, **now})
