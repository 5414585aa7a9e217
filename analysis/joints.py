"""What is counted over several parts of a survey together, and must move as one base does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from analysis import live
from analysis.frames import SurveyData
from analysis.tables import unit_of
from analysis.themes.answers import stances_of
from surveys.conversation.state import Key
from surveys.conversation.values import Amount, Words, decode
from surveys.questionnaire.models import FreeText, Number
from surveys.survey import Counts

if TYPE_CHECKING:
    from surveys.editions import Standing
    from surveys.survey import Survey

Said: TypeAlias = Mapping[Key, Mapping[str, str]]
"""Question in its turn -> who -> value as JSON."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Parts that are counted together. `bases`: people by group, as they are told of rows."""

    keys: tuple[Key, ...]
    bases: Callable[[Said], Mapping[str, int]]

    @property
    def parts(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(map(live.part_of, self.keys))

    def holds(self, standing: Standing, moving: Collection[str], k: int) -> bool:
        """Whether what is told of the parts together differs by nothing or by k, when some of them move."""
        after = {
            key: (standing.now if live.part_of(key) in moving else standing.before).get(key, {})
            for key in self.keys
        }
        told, new = (_told(self.bases(said), k) for said in (standing.before, after))
        differences = [new[name] - told[name] for name in told.keys() | new.keys()]
        return all(each == 0 or each >= k for each in differences)


def _told(bases: Mapping[str, int], k: int) -> Counter[str]:
    """A base under k is told of nobody."""
    return Counter({name: n for name, n in bases.items() if n >= k})


def watched(survey: Survey, wanted: Collection[str] | None = None) -> tuple[Key, ...]:
    """The questions of which the rule must know who answered, beside how many."""
    looked_at = [
        joint for joint in joints(survey) if wanted is None or not joint.parts.isdisjoint(wanted)
    ]
    return tuple(dict.fromkeys(key for joint in looked_at for key in joint.keys))


def joints(survey: Survey) -> tuple[Joint, ...]:
    """Texts that are asked for the same thing, since a theme counts people; numbers by the unit of their own."""
    return (*_sides(survey), *_units(survey))


def _sides(survey: Survey) -> Iterator[Joint]:
    stances = stances_of(SurveyData(survey, (), Counts()))
    sides: dict[str, list[Key]] = {}
    for slot in live.counted(survey):
        if isinstance(slot.question, FreeText):
            sides.setdefault(stances[slot.question.id], []).append(slot.key)
    for keys in sides.values():
        if len(keys) > 1:
            yield Joint(tuple(keys), partial(_writers, tuple(keys)))


def _writers(keys: Collection[Key], said: Said) -> Mapping[str, int]:
    """How many people have written something, to one of the questions or to several."""
    writers = {
        who
        for key in keys
        for who, value in said.get(key, {}).items()
        if isinstance(decode(json.loads(value)), Words)
    }
    return {"": len(writers)}


def _units(survey: Survey) -> Iterator[Joint]:
    slots = {slot.key: slot for slot in live.counted(survey)}
    for key, slot in slots.items():
        question = slot.question
        if isinstance(question, Number) and question.unit_from is not None:
            unit = _around(Key(question.unit_from, key.turn), slots)
            yield Joint((key, unit), partial(_by_unit, key, unit))


def _around(key: Key, known: Collection[Key]) -> Key:
    """The question in the same turn, or in the nearest one around it."""
    turn = key.turn
    while turn and Key(key.question, turn) not in known:
        turn = turn.rpartition("/")[0]
    return Key(key.question, turn)


def _by_unit(number: Key, unit: Key, said: Said) -> Mapping[str, int]:
    units = {who: unit_of(decode(json.loads(text))) for who, text in said.get(unit, {}).items()}
    return Counter(
        units.get(who, "")
        for who, text in said.get(number, {}).items()
        if isinstance(decode(json.loads(text)), Amount)
    )
