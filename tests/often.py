"""How often a property is tried: CI tries as many examples as the test says, a run by hand a tenth of them."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

SHARE = 1 if os.environ.get("CI") else 10


def often(examples: int, *but_for: HealthCheck) -> settings:
    """Settings for a property whose examples take time: `@often(200)` above `@given(...)`."""
    return settings(
        max_examples=max(examples // SHARE, 8),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, *but_for],
    )
