"""A join code written with one mistake: which one was meant, when only one can have been.

Only open rooms are found so: their short codes hang on a wall. The long codes of closed rosters never are.
"""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 5
"""Fewer letters than this are not a code with a mistake."""


def meant(written: str, codes: Iterable[str]) -> str | None:
    """The only code that is one letter wrong, missing, too many, or two neighbours swapped away; else None."""
    if len(written) < SHORTEST:
        return None
    near = [code for code in codes if code != written and _one_mistake(written, code)]
    return near[0] if len(near) == 1 else None


def _one_mistake(written: str, code: str) -> bool:
    if len(written) == len(code):
        wrong = [place for place, sign in enumerate(code) if written[place] != sign]
        return len(wrong) == 1 or _swapped(written, code, wrong)
    shorter, longer = sorted((written, code), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def _swapped(written: str, code: str, wrong: list[int]) -> bool:
    return (
        len(wrong) == 2
        and wrong[1] - wrong[0] == 1
        and written[wrong[0]] == code[wrong[1]]
        and written[wrong[1]] == code[wrong[0]]
    )
