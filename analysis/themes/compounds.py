"""Swedish compounds taken apart: `samtalsklimat` is `samtal` and `klimat`; for matching and counting, never shown.

What may be a part is looked up in simplemma's dictionary, which is there anyway. A list of frequencies would
know more, but weighs 58 MB.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.themes.dictionary import basic_form, is_known
from analysis.themes.remembering import remembered
from analysis.themes.words import word_set

LEAST = 6
"""Letters of the shortest word that is looked into."""
SHORT = 4
"""Letters from which the dictionary is believed; shorter parts stand in a list of our own."""


@remembered(100_000)
def parts(word: str, language: str) -> tuple[str, ...]:
    """The two parts of a Swedish compound in lower case, the head last; () when it is none.

    Of several cuts one before a common head is taken (`stads|park`, not `stad|spark`), then the one with the
    longest shorter part, then the one with the longest head.

    >>> parts("samtalsklimat", "sv")
    ('samtal', 'klimat')
    """
    if language.split("-", maxsplit=1)[0] != "sv" or len(word) < LEAST or not word.isalpha():
        return ()
    found = [
        (_is_common(word[cut:]), min(len(first), len(word) - cut), len(word) - cut, first)
        for cut in range(2, len(word) - 1)
        if _is_part(word[cut:]) and _may_be_cut(word, cut)
        for first in _firsts(word[:cut])
    ]
    if not found:
        return ()
    _, _, length, first = max(found)
    return first, word[-length:]


def _is_common(head: str) -> bool:
    heads = word_set("heads.sv.txt")
    return head in heads or basic_form(head, "sv") in heads


def _may_be_cut(word: str, cut: int) -> bool:
    """An inflected word of the dictionary is two only where its basic form ends in that of its last part:
    `modeller` is `modell`, and so not `mod` and `eller`.
    """
    joined = word[cut - 1] == "s" and cut >= SHORT and len(word) - cut >= SHORT
    if joined or not is_known(word, "sv"):
        return True
    basic = basic_form(word, "sv")
    return basic == word or basic.endswith(basic_form(word[cut:], "sv"))


@remembered(100_000)
def _is_part(text: str) -> bool:
    if text in word_set("no_parts.sv.txt"):
        return False
    return text in word_set("parts.sv.txt") or (len(text) >= SHORT and is_known(text, "sv"))


def _firsts(begin: str) -> Iterator[str]:
    """What the first part may be by itself: as it stands, without a joint, or with its lost letter."""
    never = word_set("no_parts.sv.txt")
    if begin in never or begin.removesuffix("s") in never:
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
