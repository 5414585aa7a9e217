"""Times as the database keeps them: whole milliseconds since 1970 in UTC."""

from __future__ import annotations

import datetime as dt

DAY_MS = 86_400_000
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def to_ms(moment: dt.datetime) -> int:
    """Milliseconds of an aware moment. Raises ValueError when it is naive."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be stored")
    return (moment - _EPOCH) // dt.timedelta(milliseconds=1)


def from_ms(milliseconds: int) -> dt.datetime:
    """The aware UTC moment."""
    return _EPOCH + dt.timedelta(milliseconds=milliseconds)


def optional_ms(moment: dt.datetime | None) -> int | None:
    """As `to_ms`; None stays None."""
    return None if moment is None else to_ms(moment)


def optional_moment(milliseconds: int | None) -> dt.datetime | None:
    """As `from_ms`; None stays None."""
    return None if milliseconds is None else from_ms(milliseconds)


def day_of(moment: dt.datetime) -> int:
    """Milliseconds of the start of the UTC day: as fine as a closed survey may be."""
    milliseconds = to_ms(moment)
    return milliseconds - milliseconds % DAY_MS


def optional_day(moment: dt.datetime | None) -> int | None:
    """As `day_of`; None stays None."""
    return None if moment is None else day_of(moment)
