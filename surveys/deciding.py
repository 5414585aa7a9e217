"""What an organiser decides about what free text says: each a row with who and when, that survives every re-run.

An answer is known by its words alone (`answer_id`), never by who wrote it or in which order: so a decision about it
outlives closing, where responses get new ids, and is about nothing once those words are gone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeAlias

OTHER = ""
"""The theme of what has none."""
EVERYWHERE = "*"
"""Every theme at once, as what answers are moved from."""
WISHES = "_change"
"""How the id of a theme ends where it is wished for or criticised."""


def answer_id(code: str, question: str, turn: str, text: str) -> str:
    """Sixteen hexadecimal digits that depend on nothing but survey, question, turn and words."""
    return hashlib.sha256(f"{code}\n{question}\n{turn}\n{text}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Rename:
    """The theme is called something else, in the organiser's language."""

    theme: str
    label: str
    language: str


@dataclass(frozen=True, slots=True)
class Merge:
    """What is in `theme` is in `into`, and `theme` is no more."""

    theme: str
    into: str


@dataclass(frozen=True, slots=True)
class Split:
    """A theme of its own, `new`, for some of the answers of `theme`: those named, and those with any of the words.

    From `OTHER` it is a theme that no codebook has, and its words count wherever they stand.
    """

    theme: str
    new: str
    label: str
    language: str
    words: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """Answers leave `source`, which may be `EVERYWHERE`, and are in `target`; either may be `OTHER`."""

    source: str
    target: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seed:
    """One more phrase that says the theme: every answer is matched again, later ones too."""

    theme: str
    phrase: str
    language: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The organiser's own sentence on a theme, without its count. `theme` ends in `WISHES` on that side.

    `people` of `total` is how many held the theme when it was written.
    """

    theme: str
    text: str
    people: int
    total: int


Decision: TypeAlias = Rename | Merge | Split | Move | Seed | Sentence
_KINDS: Mapping[str, Callable[..., Decision]] = {
    kind.__name__.lower(): kind for kind in (Rename, Merge, Split, Move, Seed, Sentence)
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was made. `number` tells their order; `who` is a person of the studio or the command line."""

    number: int
    decision: Decision
    who: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Translation:
    """What a person made of an answer in another language. `language` is that of `text`."""

    text: str
    language: str
    who: str = ""
    day: dt.date | None = None


def kind_of(decision: Decision) -> str:
    """`rename`, `merge`, `split`, `move`, `seed` or `sentence`."""
    return type(decision).__name__.lower()


def answers_of(decision: Decision) -> tuple[str, ...]:
    """The answers it names."""
    return decision.answers if isinstance(decision, Split | Move) else ()


def naming(decision: Decision, answers: tuple[str, ...]) -> Decision:
    """The same decision about other answers."""
    return replace(decision, answers=answers) if isinstance(decision, Split | Move) else decision


def to_json(decision: Decision) -> dict[str, Any]:
    """Its fields with its kind, as `decision_from` reads them."""
    return {"kind": kind_of(decision), **asdict(decision)}


def decision_from(body: Mapping[str, Any]) -> Decision:
    """The decision that `to_json` wrote. Raises KeyError on an unknown kind, TypeError on other fields."""
    fields = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in body.items()
        if name != "kind"
    }
    return _KINDS[body["kind"]](**fields)
