"""The part `polis` of `dalalab.opinion/1`."""

from __future__ import annotations

from typing import Any

from analysis.opinion.polis.computing import Polis, consensus, priority, representativeness
from analysis.opinion.votes import Real


def polis_shape(polis: Polis) -> dict[str, Any]:
    """Polis' numbers by statement id, participant and group."""
    votes, by_group = polis.opinion.votes, polis.opinion.by_group
    ids = votes.statements
    return {
        "mean": _by_id(ids, polis.mean),
        "components": [_by_id(ids, component) for component in polis.components.T],
        "projection": dict(zip(votes.participants, polis.projection.tolist(), strict=True)),
        "consensus": _by_id(ids, consensus(by_group, len(ids))),
        "repness": {
            name: {
                id_: {"agree": agree, "disagree": disagree}
                for id_, agree, disagree in zip(ids, for_it.tolist(), against.tolist(), strict=True)
            }
            for name, (for_it, against) in representativeness(by_group).items()
        },
        "priority": _by_id(ids, priority(polis)),
    }


def _by_id(ids: tuple[str, ...], values: Real) -> dict[str, float]:
    return dict(zip(ids, values.tolist(), strict=True))
