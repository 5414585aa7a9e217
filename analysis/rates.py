"""How many of each type of organisation have answered, of those who were invited. Never which.

A type needs five invited to be told by itself; the others are told together, and when they are fewer than five, with
the smallest type (domain §1, L6). Where single persons answer, a type of which all or nobody has answered would tell
what each of them did, and is told together with others too (L8).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.disclosure import Gate

if TYPE_CHECKING:
    from surveys.survey import InvitedType


@dataclass(frozen=True, slots=True)
class TypeRate:
    """One type of organisation; `label` '' for those that are told together."""

    label: str
    invited: int
    answered: int

    @property
    def alike(self) -> bool:
        """Whether all of them did the same."""
        return self.answered in {0, self.invited}


def type_rates(
    roster: Sequence[InvitedType], answered: Mapping[str, int], gate: Gate, *, people: bool
) -> tuple[TypeRate, ...]:
    """The rates, most invited first and the others last; () when nothing may be told.

    `answered`: how many of each type. More than were invited is told as all of them.
    """
    invited = {each.type: each.invited for each in roster}
    every = [TypeRate(name, n, min(answered.get(name, 0), n)) for name, n in invited.items()]
    large, _ = gate.groups("response_by_type", invited)
    shown = [rate for rate in every if rate.label in large and not (people and rate.alike)]
    shown.sort(key=lambda rate: (-rate.invited, rate.label))
    others = _together(every, shown)
    while people and others.invited and others.alike and shown:
        shown.pop()
        others = _together(every, shown)
    if people and others.invited and others.alike:
        return ()
    told = others.invited >= gate.k
    return (*shown, others) if told else tuple(shown)


def _together(every: Sequence[TypeRate], shown: Sequence[TypeRate]) -> TypeRate:
    rest = [rate for rate in every if rate not in shown]
    return TypeRate("", sum(rate.invited for rate in rest), sum(rate.answered for rate in rest))
