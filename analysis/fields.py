"""Fields of words for a screen: only from answers somebody has read and approved, and never fewer than two voices.

The answer itself is not shown. Its words are counted with those of the others, by people.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analysis.disclosure import Gate
from analysis.live import part_of, words_part
from analysis.releasing import NOTHING, Frame
from analysis.themes.answers import Answer, read_answers
from analysis.themes.personal import findings
from analysis.wordcloud import cloud_words
from surveys.conversation.state import Key

if TYPE_CHECKING:
    from analysis.frames import SurveyData

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


def read_for_fields(data: SurveyData, before: Mapping[str, Frame]) -> Reading:
    """Every wording with what was decided of it, and each question's field.

    `before` are the fields as they stand: words keep their order, and new ones come after them.
    """
    own = replace(data, translations={})  # what was approved here are the answers' own words
    answers = [answer for answer in read_answers(own, data.survey.languages) if not answer.empty]
    found = {_text(data, answer).id: _text(data, answer) for answer in answers}
    approved: dict[str, list[Answer]] = {}
    for answer in answers:
        if _text(data, answer).state == "approved":
            approved.setdefault(_part(answer), []).append(answer)
    fields = {
        words_part(part): _field(said, before.get(words_part(part), NOTHING))
        for part, said in approved.items()
    }
    return Reading(tuple(sorted(found.values(), key=lambda text: (text.part, text.text))), fields)


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
