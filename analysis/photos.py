"""Photos that people sent: shown only when somebody has looked at each one, and whoever sent it has agreed.

A photo is known by its content, so that what was decided of it holds after closing, when files get new names.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.frames import reportable
from surveys.conversation.values import Agreement, Picture
from surveys.questionnaire.models import Consent, Photo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.disclosure import Gate
    from analysis.frames import SurveyData
    from surveys.conversation.state import Key
    from surveys.questionnaire.models import AnyQuestion

State = Literal["waiting", "approved", "hidden"]
_STATES: dict[bool | None, State] = {None: "waiting", True: "approved", False: "hidden"}
PREFIX = "photo-"
SIDE = 1_000
"""Pixels of the longest side in a report."""
MOST = 24
"""Photos in one report."""


@dataclass(frozen=True, slots=True)
class SentPhoto:
    """One photo, in the file its answer names. `agreed`: whoever sent it lets it be shown."""

    id: str
    question: str
    file: str
    state: State
    agreed: bool


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """An approved photo as reports hold it: a JPEG without metadata, `SIDE` pixels at most."""

    id: str
    data: bytes
    width: int
    height: int


def photo_id(code: str, data: bytes) -> str:
    """Depends on nothing but the survey and the picture."""
    return PREFIX + hashlib.sha256(code.encode() + b"\n" + data).hexdigest()[:16]


def files_of(data: SurveyData) -> tuple[str, ...]:
    """The names of all photos that answers hold, in an order of their own."""
    return tuple(sorted({value.file for *_, value in _sent(data)}))


def sent_photos(data: SurveyData, ids: Mapping[str, str]) -> tuple[SentPhoto, ...]:
    """Every photo whose file is in `ids`, by its id: never in the order they came."""
    agreed = _agreements(data)
    found: dict[str, SentPhoto] = {}
    for key, who, value in _sent(data):
        name = ids.get(value.file)
        if name is None:
            continue
        may = key.question not in agreed or (who, key.turn) in agreed[key.question]
        if name not in found or not may:  # of one picture sent twice, one no is enough
            state = _STATES[data.decisions.get(name)]
            found[name] = SentPhoto(name, key.question, value.file, state, may)
    return tuple(found[name] for name in sorted(found))


def shown_photos(data: SurveyData, gate: Gate) -> tuple[ShownPhoto, ...]:
    """The approved ones that may be shown, where k people have sent a photo."""
    ids = {file: photo_id(data.survey.code, content) for file, content in data.files.items()}
    sent = sent_photos(data, ids)
    people = len({who for _, who, _ in _sent(data)})
    allowed = gate.quotes(
        "photos", people, sent, [one.agreed and one.state == "approved" for one in sent]
    )
    return tuple(smaller(one.id, data.files[one.file]) for one in allowed[:MOST])


def smaller(name: str, content: bytes, side: int = SIDE) -> ShownPhoto:
    """Drawn anew, `side` pixels at most: whatever stood beside the pixels is gone."""
    from PIL import Image

    with Image.open(io.BytesIO(content)) as opened:
        drawn = opened.convert("RGB")
    drawn.thumbnail((side, side))
    clean = Image.new("RGB", drawn.size)
    clean.paste(drawn)
    target = io.BytesIO()
    clean.save(target, "JPEG", quality=82)
    return ShownPhoto(name, target.getvalue(), clean.width, clean.height)


def _sent(data: SurveyData) -> list[tuple[Key, int, Picture]]:
    """Question in its turn, respondent and picture of every photo a report may use and its sender still sends."""
    asked = {q.id for q in reportable(data) if isinstance(q, Photo)}
    return [
        (row.key, row.respondent, row.value)
        for row in data.rows
        if isinstance(row.value, Picture) and row.key.question in asked and row.current
    ]


def _agreements(data: SurveyData) -> dict[str, frozenset[tuple[int, str]]]:
    """For each photo question that needs consent, who gives it in which turn; nobody where no question asks for it.

    Taken back is taken back at once, whatever has been published: `current` is what the person says now.
    """
    given = [
        (row.key.question, (row.respondent, row.key.turn))
        for row in data.rows
        if isinstance(row.value, Agreement) and row.value.given and row.current
    ]
    found = {}
    for question in reportable(data):
        if isinstance(question, Photo) and question.needs_consent:
            consent = _consent_after(question, data.survey.questionnaire.question)
            found[question.id] = frozenset(who for name, who in given if name == consent)
    return found


def _consent_after(photo: AnyQuestion, questions: Sequence[AnyQuestion]) -> str | None:
    """The next consent after the photo belongs to it (L2)."""
    after = questions[[one.id for one in questions].index(photo.id) + 1 :]
    return next((one.id for one in after if isinstance(one, Consent)), None)
