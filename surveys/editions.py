"""What a publication is decided from and what is decided: plain records between the store and the rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    import datetime as dt

    from surveys.conversation.state import Key
    from surveys.survey import Counts

State: TypeAlias = Literal["told", "few", "held", "kept"]
"""`told`: shown as it was counted. `few`: under k, so that only how many answered is told. `held`: left out whole.
`kept`: stands as it was told before, though something has been answered since."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What has been told of a survey and what could be told now, at one moment.

    `number` is the last publication's, 0 before any. `told` is content by part. `states` is what became of each
    question when it was last told or left out; the `kept` ones had been answered again by a later publication.
    `before` and `now` hold, for the questions asked for in all their turns, who gave which value (as JSON) when it was
    told and now.
    """

    number: int
    told: Mapping[str, Any]
    states: Mapping[Key, State]
    kept: frozenset[Key]
    tallies: Mapping[tuple[str, str, str], int]
    counts: Counts
    before: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)
    now: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a publication lets out: content of the parts that move, and what becomes of each question in its turn."""

    moved: Mapping[str, Any]
    states: Mapping[Key, State] = field(default_factory=dict)


Rule: TypeAlias = Callable[[Standing], Decision]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What became of one question when publication `number` was made."""

    number: int
    key: Key
    state: State
    day: dt.date
