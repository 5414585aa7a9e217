"""What an answer can be: one frozen value per kind, and one tagged JSON shape for each.

`encode` and `decode` are each other's inverse; the tag is `kind`. Nothing else in the product knows the shapes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a single or scale question; `other` is what was written on its open line."""

    option: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """The chosen options of a multi question, in the questionnaire's order; `other` by option id."""

    options: tuple[str, ...]
    other: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outside:
    """An answer beside the scale: dont_know, no_answer or na. Never a midpoint (S13)."""

    option: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the person meant it, in plain decimal notation, and its year where one was asked for."""

    number: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Free text, verbatim apart from outer white space and control characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day, ISO: 2027-02-05."""

    date: str


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time, HH:MM."""

    time: str


@dataclass(frozen=True, slots=True)
class Position:
    """WGS84 degrees, already rounded as the question says."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place from the survey's list, by id."""

    place: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored photo: the id of its file in the store, and its size in pixels."""

    file: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """Option ids, best first."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Allocation:
    """Whole units by option id, in the questionnaire's order; options given nothing are left out."""

    amounts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Document:
    """A stored document: the id of its file in the store, its name as the person sees it, bytes."""

    file: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """A consent given or refused on a day (ISO date)."""

    given: bool
    day: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A note that was read."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """The person chose not to answer."""


Value: TypeAlias = (
    Choice
    | Choices
    | Outside
    | Amount
    | Words
    | Day
    | TimeOfDay
    | Position
    | NamedPlace
    | Picture
    | Ranking
    | Allocation
    | Document
    | Agreement
    | Seen
    | Skipped
)

_TAGS: dict[str, type[Any]] = {
    "choice": Choice,
    "choices": Choices,
    "outside": Outside,
    "number": Amount,
    "text": Words,
    "date": Day,
    "time": TimeOfDay,
    "position": Position,
    "place": NamedPlace,
    "photo": Picture,
    "ranking": Ranking,
    "allocation": Allocation,
    "document": Document,
    "consent": Agreement,
    "seen": Seen,
    "skipped": Skipped,
}
_NAMES = {value_class: tag for tag, value_class in _TAGS.items()}


def encode(value: Value) -> dict[str, Any]:
    """The tagged JSON object of a value; keys that say nothing are left out."""
    body: dict[str, Any] = {"kind": _NAMES[type(value)]}
    for name in value.__slots__:
        content = getattr(value, name)
        if content is not None and content != {}:
            body[name] = list(content) if isinstance(content, tuple) else content
    return body


def decode(body: Mapping[str, Any]) -> Value:
    """The value of a tagged JSON object. Raises KeyError on an unknown tag."""
    fields = {name: content for name, content in body.items() if name != "kind"}
    if isinstance(fields.get("options"), list):
        fields["options"] = tuple(fields["options"])
    value: Value = _TAGS[body["kind"]](**fields)
    return value


def is_answer(value: Value) -> bool:
    """Whether the person said something: skipping and reading a note are no answers."""
    return not isinstance(value, Skipped | Seen)


def cells(value: Value) -> tuple[str, ...]:
    """The tally cells one active value counts in.

    `=answered` or `=skipped` always (a note: `=seen`), and one cell for each chosen option or outside answer;
    of a ranking `option:place`, places from 1.
    """
    match value:
        case Skipped():
            return ("=skipped",)
        case Seen():
            return ("=seen",)
        case Choice(option=option) | Outside(option=option):
            return ("=answered", option)
        case Choices(options=options):
            return ("=answered", *options)
        case Ranking(options=options):
            return ("=answered", *(f"{option}:{place}" for place, option in enumerate(options, 1)))
        case Agreement(given=given):
            return ("=answered", "yes" if given else "no")
        case _:
            return ("=answered",)
