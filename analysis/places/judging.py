"""Which places stand out, and where people want opposite things."""

from __future__ import annotations

from collections import Counter
from math import exp, lgamma, log, log1p
from typing import TYPE_CHECKING

from analysis.breakdown import admitted
from analysis.disclosure import MIN_VOICES
from analysis.places.counting import OUTSIDE
from surveys.conversation.values import Choice, Choices
from surveys.questionnaire.models import Chosen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from analysis.disclosure import Gate
    from analysis.places.counting import Counted
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion, Option

TIMES = 2
"""A hot spot has more than so many times an even share: places at an edge lie half outside what was asked about."""
LEVEL = 0.05
"""Of surveys with marks spread evenly, at most this share shows any hot spot."""
KEEP, DEVELOP = "keep", "develop"


def hot_spots(counted: Counted) -> frozenset[str]:
    """Places with more marks than twice an even share explains, by the exact binomial test, corrected by Holm.

    Even means over the places that have any mark at all: no claim about where nobody was asked to look.
    """
    pins = sum(place != OUTSIDE for place in counted.members.values())
    if counted.occupied <= TIMES or not pins:
        return frozenset()
    share = TIMES / counted.occupied
    ranked = sorted(counted.shown.items(), key=lambda one: (-one[1], one[0]))
    found: set[str] = set()
    for place, (name, n) in enumerate(ranked):
        if chance_of(n, pins, share) > LEVEL / (counted.occupied - place):
            break
        found.add(name)
    return frozenset(found)


def chance_of(hits: int, tries: int, share: float) -> float:
    """How often chance gives so many hits or more, by the binomial law; 1 where they are no more than expected.

    Summed by hand: a page that shows a map need not load a library of statistics for it.
    """
    if hits <= tries * share:
        return 1.0
    ways = lgamma(tries + 1) - lgamma(hits + 1) - lgamma(tries - hits + 1)
    term = exp(ways + hits * log(share) + (tries - hits) * log1p(-share))
    total = 0.0
    for hit in range(hits, tries + 1):
        total += term
        term *= (tries - hit) / (hit + 1) * share / (1 - share)
    return min(total, 1.0)


def wish_of(option: Option) -> str | None:
    """What choosing an option wishes for the place: by its `wish`, else by its id."""
    return option.wish or (option.id if option.id in {KEEP, DEVELOP} else None)


def wish_question(questions: Sequence[AnyQuestion]) -> Chosen | None:
    """The first question that offers both to keep a place and to change it."""
    for question in questions:
        if isinstance(question, Chosen) and {KEEP, DEVELOP} <= {
            wish_of(option) for option in question.options
        }:
            return question
    return None


def wishes(question: Chosen, answers: Sequence[tuple[int, Value]]) -> dict[int, str]:
    """Respondent to `keep`, `develop`, or '' for whoever wants both or something else."""
    meant = {option.id: wish_of(option) or "" for option in question.options}
    found: dict[int, str] = {}
    for who, value in answers:
        if not isinstance(value, Choice | Choices):
            continue
        chosen = value.options if isinstance(value, Choices) else (value.option,)
        sides = {meant.get(option, "") for option in chosen}
        found[who] = sides.pop() if len(sides) == 1 else ""
    return found


def opposed(
    members: Mapping[int, str], shown: Collection[str], wanted: Mapping[int, str], where: str, gate: Gate
) -> dict[str, tuple[int, int] | None]:  # fmt: skip
    """Places where both sides are heard: how many want to keep and to change, or None where that tells on few.

    Everybody who said what they wish is in one of the places or left over; `admitted` holds that no place and no
    difference to the question's total is about fewer than k, or of one voice.
    """
    tables: dict[str, Counter[str]] = {name: Counter() for name in (*shown, "")}
    for who, wish in wanted.items():
        place = members.get(who, "")
        tables[place if place in shown else ""][wish] += 1
    names, _ = admitted(tables, where, gate)
    found: dict[str, tuple[int, int] | None] = {}
    for name in sorted(names, key=lambda name: (-min(_sides(tables[name])), name)):
        sides = _sides(tables[name])
        if min(sides) >= gate.k:
            found[name] = sides
        elif min(sides) >= MIN_VOICES:
            found[name] = None
    return found


def _sides(table: Counter[str]) -> tuple[int, int]:
    return table[KEEP], table[DEVELOP]
