"""Which items chance gives somebody where a dimension is sampled: those that the fewest others have, first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surveys.questionnaire.models import Dimension
    from surveys.survey import Survey

_ALONE = frozenset({"person", "person_or_group"})


def sampled(survey: Survey) -> tuple[Dimension, ...]:
    """The dimensions of which each person gets only some items; groups and organisations get all."""
    if survey.questionnaire.unit not in _ALONE:
        return ()
    return tuple(
        dimension
        for dimension in survey.questionnaire.dimension
        if dimension.sample and dimension.sample < len(survey.items(dimension.id))
    )


def draw(
    survey: Survey,
    given: Mapping[str, Mapping[str, int]],
    shuffled: Callable[[Sequence[str]], Sequence[str]],
) -> dict[str, tuple[str, ...]]:
    """Items for one person, by dimension, in the questionnaire's order.

    Args:
        survey: what is asked.
        given: how many have each item already, by dimension; an item nobody has may be left out.
        shuffled: the item ids in an order that chance decides.
    """
    drawn = {}
    for dimension in sampled(survey):
        ids = [item.id for item in survey.items(dimension.id)]
        counts = given.get(dimension.id, {})
        rarest = sorted(shuffled(ids), key=lambda item: counts.get(item, 0))[: dimension.sample]
        drawn[dimension.id] = tuple(item for item in ids if item in rarest)
    return drawn
