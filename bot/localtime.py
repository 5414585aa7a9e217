"""Times as people in Sweden write them: the clocks of organisers, not of the server."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

LOCAL_ZONE = ZoneInfo("Europe/Stockholm")


def local_text(moment: dt.datetime) -> str:
    """A moment to the minute, such as `2027-02-05 16:00`."""
    return moment.astimezone(LOCAL_ZONE).strftime("%Y-%m-%d %H:%M")


def read_local(written: str) -> dt.datetime:
    """An ISO time as UTC; without a zone it is Swedish time. Raises ValueError when it is no time."""
    parsed = dt.datetime.fromisoformat(written)
    if parsed.tzinfo is None:
        parsed = parsed.replace(tzinfo=LOCAL_ZONE)
    try:
        return parsed.astimezone(dt.UTC)
    except OverflowError:
        raise ValueError(f"{written} is outside the calendar") from None
