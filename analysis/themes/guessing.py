"""Which languages a pile of answers is in, when nobody has said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.themes.language import languages_of
from analysis.themes.tokens import plain

OFFERED = ("sv", "en", "fi", "ar", "so")
"""The languages of the texts participants see."""
LOOKED_AT = 400
LEAST_SHARE, LEAST = 0.03, 2


def languages_in(texts: Sequence[str], offered: Sequence[str] = OFFERED) -> tuple[str, ...]:
    """The languages of `offered` that at least three answers in a hundred are in, most answers first.

    Only answers of three words or more are asked; none of them leaves the first of `offered`.
    """
    long = sorted({text for text in texts if len(plain(text).split()) >= 3})
    some = long[:: max(1, len(long) // LOOKED_AT)]
    counts = Counter(languages_of(some, offered, [""] * len(some)))
    counts.pop("", None)
    known = [tag for tag in counts if counts[tag] >= max(LEAST, LEAST_SHARE * len(some))]
    if not known:
        return (offered[0],)
    return tuple(sorted(known, key=lambda tag: (-counts[tag], tag)))
