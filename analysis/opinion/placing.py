"""Those who voted on too few statements for groups to be made of: each is counted with the group most like them.

Groups are never made of them. But if they stood outside, groups and totals could be subtracted, and what was left would
be the votes of a few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.opinion.votes import UNSEEN

if TYPE_CHECKING:
    from analysis.opinion.judging import Opinion


def everybody(opinion: Opinion) -> dict[str, str]:
    """Participant to group, for all who voted; of groups that are equally like somebody, the larger. {} without groups."""
    members = dict(opinion.groups.members or {})
    if not members:
        return {}
    names = sorted(opinion.by_group)
    leaning = np.array(
        [
            (counts.agree - counts.disagree) / np.maximum(counts.seen, 1)
            for counts in (opinion.by_group[name] for name in names)
        ]
    )
    votes = opinion.votes
    outside = [at for at, who in enumerate(votes.participants) if who not in members]
    cast = np.where(votes.cells[outside] == UNSEEN, 0, votes.cells[outside])
    nearest = np.argmax(np.round(cast @ leaning.T, 9), axis=1)
    placed = {
        votes.participants[at]: names[group]
        for at, group in zip(outside, nearest.tolist(), strict=True)
    }
    return {**members, **placed}
