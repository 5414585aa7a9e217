"""Times as people in Sweden write them."""

from __future__ import annotations

import pytest

from bot.localtime import read_local


@pytest.mark.parametrize("written", ["", "i morgon", "2026-13-45", "0001-01-01"])
def test_what_is_no_time_is_told_in_one_way(written: str) -> None:
    with pytest.raises(ValueError, match=r"Invalid|month|calendar"):
        read_local(written)


def test_a_time_without_a_zone_is_swedish() -> None:
    assert read_local("2027-02-05T16:00").isoformat() == "2027-02-05T15:00:00+00:00"
