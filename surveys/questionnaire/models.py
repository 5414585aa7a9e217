"""The questionnaire as it is written: one frozen model per kind of question.

The keys are those of the TOML format (`docs/questionnaire-format.md`). A published version is the canonical
JSON of this model; its id is the SHA-256 of that JSON, so the same content always has the same id.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from surveys.questionnaire.languages import Text

DOCUMENT_TYPES = (
    *("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp"),
    *("txt", "csv", "png", "jpg", "jpeg"),
)

Purpose = Literal[
    "evaluation",
    "member_check",
    "group",
    "task",
    "matrix",
    "priority",
    "self_assessment",
    "card",
    "status",
    "workshop",
    "dialogue",
]
Unit = Literal["person", "group", "triad", "organisation", "person_or_group"]
Anonymity = Literal["confidential", "named_group", "named_organisation", "named_nobody"]
Channel = Literal["telegram", "web", "terminal", "paper"]
InfluenceLevel = Literal["information", "consultation", "dialogue", "involvement", "co_decision"]
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,39}$")]


class Model(BaseModel):
    """Frozen, and nothing may be written that is not read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Option(Model):
    """One answer that can be chosen. `label` holds the texts written beside `id` in the file."""

    id: Identifier
    label: Text
    value: int | None = None
    exclusive: bool = False
    open_text: bool = False
    show_if: str | None = None
    """A condition: the option is offered only while it holds."""
    wish: Literal["keep", "develop"] | None = None
    """What whoever chooses it wants for the place; the report compares the two sides place by place."""


class Item(Model):
    """One member of a dimension. `inline` replaces `{dimension}` in a question's text."""

    id: Identifier
    label: Text
    inline: Text | None = None
    help: Text | None = None
    group: str | None = None
    source: str | None = None
    measure: str | None = None


class Dimension(Model):
    """A list that questions loop over or take their options from; the organiser may fill it."""

    id: Identifier
    items: tuple[Item, ...] = ()
    filled_by: Literal["organiser", "analysis"] | None = None
    always_last: Item | None = None
    sample: int | None = Field(default=None, ge=0)
    minutes: int | None = Field(default=None, gt=0)
    optional: bool = False
    """Where it is left empty, the questions that take their options from it are not asked."""


class Feedback(Model):
    """Where and when the answer back is given (ISO date)."""

    date: str
    where: Text


class Influence(Model):
    """What a dialogue can and cannot change (rule L22)."""

    level: InfluenceLevel
    can_affect: Text
    cannot_affect: Text
    feedback: Feedback


class Question(Model):
    """What every kind of question may say."""

    id: Identifier
    text: Text
    help: Text | None = None
    variants: dict[str, Text] | None = None
    audio: Text | None = None
    """Names of recordings of the text, by language; the organiser supplies the files."""
    show_if: str | None = None
    valid_if: str | None = None
    """A condition on the answer itself, under the question's own id; told with `valid_text` when it fails."""
    valid_text: Text | None = None
    loop: tuple[Identifier, ...] = ()
    loop_exclude: tuple[Identifier, ...] = ()
    compact: bool = False
    trend: bool = False
    lens: Literal["lens", "method", "material", "power"] | None = None
    role: Literal["organiser"] | None = None
    private: bool = False
    background: bool = False
    reason: str | None = None
    art9_reason: str | None = None


class Note(Question):
    """Something to read; the person goes on."""

    kind: Literal["note"]


class Chosen(Question):
    """Questions answered by choosing among options."""

    options: tuple[Option, ...] = ()
    options_from: Identifier | None = None


class Single(Chosen):
    """One option."""

    kind: Literal["single"]


class Multi(Chosen):
    """Several options."""

    kind: Literal["multi"]
    min_choices: int | None = Field(default=None, ge=1)
    max_choices: int | None = Field(default=None, ge=1)


class Rank(Chosen):
    """Options in the person's own order, best first; `max_choices`: only the first so many are asked for."""

    kind: Literal["rank"]
    max_choices: int | None = Field(default=None, ge=1)


class Allocate(Chosen):
    """`total` whole units shared out over the options; `unit` is what they are (kronor, points)."""

    kind: Literal["allocate"]
    total: int = Field(default=100, ge=1, le=1_000_000_000)
    unit: Text | None = None


class Steps(Chosen):
    """One labelled step of a scale; `outside` are the answers that stand beside it."""

    scale: Identifier | None = None
    outside: tuple[Option, ...] = ()


class Scale(Steps):
    """One labelled step."""

    kind: Literal["scale"]


class Matrix(Steps):
    """One labelled step for each of several rows: a loop over the rows, always shown as one table."""

    kind: Literal["matrix"]
    rows: tuple[Item, ...] = ()
    rows_from: Identifier | None = None


class YesNo(Chosen):
    """Yes or no; the loader writes the options, in every language the product knows."""

    kind: Literal["yes_no"]


class Date(Question):
    """A day; the limits are ISO dates and belong to what is allowed."""

    kind: Literal["date"]
    earliest: dt.date | None = None
    latest: dt.date | None = None


class Time(Question):
    """A time of day."""

    kind: Literal["time"]


class Number(Question):
    """A number, with its unit and limits."""

    kind: Literal["number"]
    unit: Text | None = None
    unit_from: Identifier | None = None
    min: float | None = None
    max: float | None = None
    decimals: int = Field(default=2, ge=0, le=6)
    with_year: bool = False


class FreeText(Question):
    """Words of the person's own; `max_chars` counts characters."""

    kind: Literal["text"]
    max_chars: int = Field(default=500, ge=1, le=4000)
    pattern: str | None = None


class Location(Question):
    """A place: a position, rounded to `precision_m` metres before storing, or words."""

    kind: Literal["location"]
    precision_m: int = Field(default=50, ge=10, le=10_000)
    allow_text: bool = True


class Photo(Question):
    """A picture, re-encoded without its metadata before storing."""

    kind: Literal["photo"]
    max_files: Literal[1] = 1
    needs_consent: bool = False


class Consent(Question):
    """A yes or no that is recorded with its day and can be taken back."""

    kind: Literal["consent"]


class Statements(Question):
    """Sentences to agree or disagree with, or to pass; `max_shown` in one round. Participants' own when `allow_new`."""

    kind: Literal["statements"]
    scale: Identifier | None = None
    options: tuple[Option, ...] = ()
    statements_from: Identifier | None = None
    max_shown: int | None = Field(default=None, ge=1)
    allow_new: bool = False
    new_moderated: bool = True


class File(Question):
    """A document; `types` are file name endings without the dot, `max_mb` megabytes of 1,000,000 bytes."""

    kind: Literal["file"]
    max_files: Literal[1] = 1
    types: tuple[str, ...] = DOCUMENT_TYPES
    max_mb: int = Field(default=10, ge=1, le=20)


class Contact(Question):
    """An address to hear the outcome at; refused until a sender can be configured."""

    kind: Literal["contact"]


class Indicator(Question):
    """One of the indicators in a list, or one's own in words."""

    kind: Literal["indicator"]
    options_from: Identifier | None = None
    max_chars: int = Field(default=200, ge=1, le=4000)


class Calculate(Question):
    """A value worked out from earlier answers: never shown, for conditions and texts."""

    kind: Literal["calculate"]
    text: Text = {}
    value: str


class Hidden(Question):
    """A value that comes with the survey (the fill's `answers`), else `value`: never shown or asked."""

    kind: Literal["hidden"]
    text: Text = {}
    value: str = ""


AnyQuestion = Annotated[
    Note
    | Single
    | YesNo
    | Multi
    | Scale
    | Number
    | FreeText
    | Date
    | Time
    | Location
    | Photo
    | Consent
    | Contact
    | Statements
    | Rank
    | Matrix
    | Allocate
    | File
    | Indicator
    | Calculate
    | Hidden,
    Field(discriminator="kind"),
]


class Questionnaire(Model):
    """The whole form. Order of questions and options is the order on the screen."""

    format: Literal[1]
    id: Identifier
    purpose: Purpose
    unit: Unit
    anonymity: Anonymity
    channels: tuple[Channel, ...]
    series: str | None = None
    max_seconds: int = Field(gt=0)
    title: Text
    intro: Text
    influence: Influence | None = None
    dimension: tuple[Dimension, ...] = ()
    question: tuple[AnyQuestion, ...]

    def body(self) -> dict[str, Any]:
        """The canonical JSON object: defaults left out, so that adding a key later changes no hash."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def version(self) -> str:
        """The content hash: 64 hexadecimal digits."""
        return content_hash(self.body())


def content_hash(body: object) -> str:
    """SHA-256 of the canonical JSON (sorted keys, no spaces, UTF-8) as hexadecimal digits."""
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
