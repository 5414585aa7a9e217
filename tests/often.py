"""How much is tried while one works, and how much by CI: properties on a tenth of their examples, samples on some of them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

SHARE = 1 if os.environ.get("CI") else 10


def often(examples: int, *but_for: HealthCheck) -> settings:
    """Settings for a property whose examples take time: `@often(200)` above `@given(...)`."""
    return settings(
        max_examples=max(examples // SHARE, 8),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, *but_for],
    )


def quickly(all_of_them: Iterable[str], *some: str) -> list[Any]:
    """Parameters for a test that says the same of each: only `some` are tried while one works."""
    return [
        name if name in some else pytest.param(name, marks=pytest.mark.slow) for name in all_of_them
    ]
