"""Swedish compounds taken apart: `samtalsklimat` is `samtal` and `klimat`; for matching and counting, never shown.

What may be a part is looked up in simplemma's dictionary, which is there anyway. A list of frequencies would
know more, but weighs 58 MB (themes.md, section 11).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from analysis.themes.tokens import family
from analysis.themes.words import word_set

LEAST = 6
"""Letters of the shortest word that is looked into."""
SHORT = 4
"""Letters from which the dictionary is believed; shorter parts stand in a list of our own."""


@lru_cache(maxsize=100_000)
def parts(word: str, language: str) -> tuple[str, ...]:
    """The two parts of a Swedish compound in lower case, the head last; () when it is none.

    Of several cuts the one with the longest shorter part is taken, then the one with the longest head.

    >>> parts("samtalsklimat", "sv")
    ('samtal', 'klimat')
    """
    if language.split("-", maxsplit=1)[0] != "sv" or len(word) < LEAST or not word.isalpha():
        return ()
    found = [
        (min(len(first), len(word) - cut), len(word) - cut, first)
        for cut in range(2, len(word) - 1)
        if _is_part(word[cut:]) and _may_be_cut(word, cut)
        for first in _firsts(word[:cut])
    ]
    if not found:
        return ()
    _, length, first = max(found)
    return first, word[-length:]


def _may_be_cut(word: str, cut: int) -> bool:
    """An ordinary word (`modeller`) is rather one than two, unless a joint or a common head says otherwise."""
    from simplemma import is_known

    joined = word[cut - 1] == "s" and cut > SHORT and len(word) - cut >= SHORT
    return joined or _is_head(word[cut:]) or not is_known(word, lang="sv")


def _is_head(end: str) -> bool:
    heads = word_set("heads.sv.txt")
    return end in heads or family(end, "sv") in heads


@lru_cache(maxsize=100_000)
def _is_part(text: str) -> bool:
    from simplemma import is_known

    if text in word_set("no_parts.sv.txt"):
        return False
    return text in word_set("parts.sv.txt") or (len(text) >= SHORT and is_known(text, lang="sv"))


def _firsts(begin: str) -> Iterator[str]:
    """What the first part may be by itself: as it stands, without a joint, or with its lost letter."""
    if begin in word_set("no_parts.sv.txt"):
        return
    if _is_part(begin):
        yield begin
        return
    joined = begin[:-1]
    changed = [joined] if begin[-1] == "s" else []
    if len(begin) >= SHORT:
        changed += [f"{joined}a"] if begin[-1] in "uo" else []
        changed += [f"{begin}a", f"{begin}e", begin + begin[-1]]
    yield from (form for form in changed if _is_part(form))
