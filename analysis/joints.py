"""What is counted over several parts of a survey together, and must move as one base does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from analysis.frames import SurveyData, reportable
from analysis.live import part_of, publishable
from analysis.tables import unit_of
from analysis.themes.answers import stances_of
from surveys.conversation.state import Key
from surveys.conversation.values import Amount, Choice, Words, decode
from surveys.questionnaire.models import Number
from surveys.statements import statement_questions
from surveys.survey import Counts

if TYPE_CHECKING:
    from surveys.conversation.values import Value
    from surveys.editions import Standing
    from surveys.survey import Survey

Said: TypeAlias = Mapping[Key, Mapping[str, str]]
"""Question in its turn -> who -> value as JSON."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Questions whose parts are counted together. `bases`: people by group, as they are told of what was said."""

    questions: frozenset[str]
    bases: Callable[[Said], Mapping[str, int]]

    def concerns(self, part: str) -> bool:
        """Whether a part is one of its questions in some turn."""
        return part.partition("/")[0] in self.questions

    def holds(self, standing: Standing, moving: Collection[str], k: int) -> bool:
        """Whether what is told of the parts together differs by nothing or by k, when some of them move."""
        before = self._mine(standing.before)
        after = {
            key: said.get(key, {})
            for key in before.keys() | self._mine(standing.now).keys()
            for said in [standing.now if part_of(key) in moving else before]
        }
        told, new = (_told(self.bases(said), k) for said in (before, after))
        differences = [new[name] - told[name] for name in told.keys() | new.keys()]
        return all(each == 0 or each >= k for each in differences)

    def _mine(self, said: Said) -> Said:
        return {key: people for key, people in said.items() if key.question in self.questions}


def _told(bases: Mapping[str, int], k: int) -> Counter[str]:
    """A base under k is told of nobody."""
    return Counter({name: n for name, n in bases.items() if n >= k})


def watched(survey: Survey, wanted: Collection[str] | None = None) -> tuple[str, ...]:
    """The questions of which the rule must know who answered, beside how many."""
    looked_at = [
        joint for joint in joints(survey) if wanted is None or any(map(joint.concerns, wanted))
    ]
    return tuple(sorted({question for joint in looked_at for question in joint.questions}))


def joints(survey: Survey) -> tuple[Joint, ...]:
    """Texts that are asked for the same thing, since a theme counts people; votes; numbers by the unit of their own."""
    return (*_sides(survey), *_votes(survey), *_units(survey))


def _sides(survey: Survey) -> Iterator[Joint]:
    sides: dict[str, set[str]] = {}
    for question, stance in stances_of(SurveyData(survey, (), Counts())).items():
        sides.setdefault(stance, set()).add(question)
    looped = {slot.key.question for slot in publishable(survey) if slot.key.turn}
    for questions in sides.values():
        if len(questions) > 1 or questions & looped:
            yield Joint(frozenset(questions), partial(_people, Words))


def _votes(survey: Survey) -> Iterator[Joint]:
    for question in statement_questions(survey.questionnaire):
        yield Joint(frozenset({question.id}), partial(_people, Choice))


def _people(kind: type[Value], said: Said) -> Mapping[str, int]:
    """How many people have said something of a kind, once or several times."""
    people = {
        who
        for values in said.values()
        for who, text in values.items()
        if isinstance(decode(json.loads(text)), kind)
    }
    return {"": len(people)}


def _units(survey: Survey) -> Iterator[Joint]:
    for question in reportable(SurveyData(survey, (), Counts())):
        if isinstance(question, Number) and question.unit_from is not None:
            both = question.id, question.unit_from
            yield Joint(frozenset(both), partial(_by_unit, *both))


def _by_unit(number: str, unit: str, said: Said) -> Mapping[str, int]:
    """Who gave a number, by turn and by the unit they chose in the same turn or in the nearest one around it."""
    found: Counter[str] = Counter()
    for key, values in said.items():
        if key.question != number:
            continue
        units = said.get(_around(Key(unit, key.turn), said), {})
        for who, text in values.items():
            if isinstance(decode(json.loads(text)), Amount):
                chosen = unit_of(decode(json.loads(units[who]))) if who in units else ""
                found[f"{key.turn}:{chosen}"] += 1
    return found


def _around(key: Key, known: Collection[Key]) -> Key:
    turn = key.turn
    while turn and Key(key.question, turn) not in known:
        turn = turn.rpartition("/")[0]
    return Key(key.question, turn)
