"""Masks in a text: proposed by the rules that find personal data, and checked when a person has decided.

A mask reads `[maskat: namn]`. Its length tells nothing of what it hides, and it can be searched for and read aloud. A
copy is a masking of an answer when every word in it stands in the answer, in the same order: an authority may leave
out what is secret, and may not rewrite what somebody said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from analysis.themes.personal import ALSO_WORDS, Finding, Kind, findings
from analysis.wording import Wording

_MARK = re.compile(r"\[(?:maskat|masked)(?:\s*:\s*([^\]\n]{1,60}?))?\s*\]", re.IGNORECASE)
_SHORTEST_NAME = 3
WEIGHT: tuple[Kind, ...] = (
    "personal_number",
    "email",
    "link",
    "address",
    "phone",
    "account",
    "name",
)
"""Which kind a mask tells where several were found in the same place."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rules would mask in one answer. `kinds`: of each mask; `doubtful`: words that a person should look at."""

    text: str
    kinds: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


def mark(kind: str, wording: Wording) -> str:
    """The mask for one kind, `[maskat: namn]`."""
    return wording.say("mask", kind=wording.say(f"mask-{kind.replace('_', '-')}"))


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Names that are certain somewhere: they are masked wherever they stand, also where no rule would see them."""
    found = {
        word
        for text in texts
        for span in _spans(text, findings(text))
        if span.kind == "name"
        for word in text[span.start : span.end].split()
    }
    return frozenset(
        name for name in found if len(name) >= _SHORTEST_NAME and name.lower() not in ALSO_WORDS
    )


def proposed(text: str, names: frozenset[str], wording: Wording) -> Proposal:
    """What is certain is masked; what is only possible is told."""
    found = [*findings(text), *_named(text, names)]
    spans = _spans(text, found)
    masked, end = [], 0
    for span in spans:
        masked += [text[end : span.start], mark(span.kind, wording)]
        end = span.end
    doubtful = dict.fromkeys(
        text[one.start : one.end]
        for one in found
        if not one.certain and not any(span.start <= one.start < span.end for span in spans)
    )
    kinds = tuple(span.kind for span in spans)
    return Proposal("".join((*masked, text[end:])), kinds, tuple(doubtful))


def _named(text: str, names: frozenset[str]) -> Iterator[Finding]:
    for name in sorted(names):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", text):
            yield Finding("name", match.start(), match.end(), certain=True)


def _spans(text: str, found: Iterable[Finding]) -> list[Finding]:
    """Where the masks go: what overlaps is one, and so is a name with the capitalised words after it."""
    spans: list[Finding] = []
    for one in sorted(found, key=lambda each: (each.start, not each.certain, each.end)):
        last = spans[-1] if spans else None
        beside = last is not None and text[last.end : one.start].isspace()
        if last is not None and one.start < last.end and one.certain:
            kind = min(last.kind, one.kind, key=WEIGHT.index)
            spans[-1] = replace(last, end=max(last.end, one.end), kind=kind)
        elif last is not None and beside and last.kind == one.kind == "name":
            spans[-1] = replace(last, end=one.end)
        elif one.certain:
            spans.append(one)
    return spans


def same(copy: str, text: str) -> bool:
    """Whether the copy says all of the answer; a spreadsheet program may have touched the white space."""
    return copy.split() == text.split()


def is_masking(copy: str, text: str) -> bool:
    """Whether the copy is the answer with nothing but masks in the place of words."""
    if same(copy, text):
        return True
    pieces = [" ".join(piece.split()) for piece in _MARK.split(copy)[::2]]
    whole = " ".join(text.split())
    first, *between, last = pieces if len(pieces) > 1 else (*pieces, "")
    if len(pieces) == 1 or not whole.startswith(first):
        return False
    at = len(first)
    for piece in between:
        place = whole.find(piece, at)
        if place < 0:
            return False
        at = place + len(piece)
    return whole.endswith(last) and len(whole) - len(last) >= at


def kinds_in(copies: Iterable[str], wording: Wording) -> dict[str, int]:
    """How many masks of each kind, as they read; the most first."""
    plain = wording.say("mask-unnamed")
    found = Counter(
        (match[1] or plain).strip().lower() for text in copies for match in _MARK.finditer(text)
    )
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))
