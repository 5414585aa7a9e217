"""G2: whatever goes wrong, somebody who acts on what they see gives the same answers and is asked nothing twice.

`PLANS=1000 pytest tests/faults/test_plans.py` plays more; a failure tells its seed, and
`python bench/faults.py --seed N --plans 1` plays that one alone.
"""

from __future__ import annotations

import os

import pytest

from tests.faults.plans import judge, planned, play

PLANS = int(os.environ.get("PLANS", "300"))
ALWAYS = 60
"""So many are played at every change, the others in CI."""
AT_ONCE = 10
SEEDS = [
    pytest.param(first, marks=[] if first < ALWAYS else [pytest.mark.slow], id=f"from {first}")
    for first in range(0, PLANS, AT_ONCE)
]


@pytest.mark.parametrize("first", SEEDS)
async def test_any_plan_of_faults_ends_in_the_answers_of_the_run_without(stage, first) -> None:
    for seed in range(first, first + AT_ONCE):
        told, plan = stage.told[seed % len(stage.told)], planned(seed)
        run = await play(told, plan, stage.fresh())
        judge(run, stage.calm[told.name], plan, told)


async def test_the_run_without_faults_gives_the_answers_of_the_scenario(stage) -> None:
    for told in stage.told:
        run = stage.calm[told.name]
        assert run.answers.keys() == told.answers.keys()
        assert len(run.asked) == len(set(run.asked))
        assert run.starts == 1
