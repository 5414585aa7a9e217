"""Personal data in free text: rules, since no offline recogniser of Swedish names exists.

A help and no promise: a person approves every quote. What is `certain` is never offered as a quote, never
shown in a cloud; what is `possible` (a capitalised word nobody knows, a municipality) is told to the reviewer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from analysis.themes.remembering import MANY, remembered
from analysis.themes.words import given_names, municipalities, organisations

Kind = Literal["email", "link", "account", "phone", "personal_number", "name", "address", "place"]

_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("link", re.compile(r"\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:se|com|nu|org|net|fi|io)\b(?:/\S*)?")),
    ("account", re.compile(r"(?<![\w.])@\w{3,}")),
    ("address", re.compile(
        r"\b[A-ZÅÄÖ][\wåäöÅÄÖ]*(?:gatan|vägen|gränd|stigen|allén)\s+\d{1,3}\s?[A-Za-z]?\b")),
)  # fmt: skip
_NUMBER = re.compile(r"(?<![\w+])(?:\+46|0046|0)[\s()-]*(?:\d[\s()/-]*){6,10}(?!\w)")
_PERSONAL_NUMBER = re.compile(r"(?<!\d)(\d{2})?(\d{6})\s?[-+]?\s?(\d{4})(?!\d)")
_PRESENTS = re.compile(
    r"(?i:\b(?:jag heter|heter|mitt namn är|mvh|/|hälsningar|hälsar|vänligen|regards|my name is|"
    r"nimeni on|terveisin))[\s,:]*([A-ZÅÄÖ][\wåäöé-]+)"
)
_IS_SOMEBODY = re.compile(r"(?i:\bjag är|\bi am|\bolen)\s+([A-ZÅÄÖ][a-zåäöé]+)")
_AT_WORK = re.compile(
    r"\b(?:med|av|till|hos|som|om|from|with|by)\s+([A-ZÅÄÖ][a-zåäöé]+(?:\s[A-ZÅÄÖ][a-zåäöé]+)?)"
    r"\s+(?:på|från|vid|i|hos|at|from)\s+[A-ZÅÄÖ]"
)
_CAPITALISED = re.compile(r"\b[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?\b")

_SURNAME = re.compile(r"\w{2}(?:sson|qvist|quist|kvist|ström|stedt|gren|lund|berg|holm|dahl)$")
"""How Swedish surnames end. A sentence may begin with such a word without meaning anybody, so it is only possible."""
ALSO_WORDS = frozenset(
    {"inga", "per", "bo", "dag", "max", "frank", "tim", "kim", "may", "vera", "sune"}
)
"""Names that begin ordinary sentences too ("Per kommun ..."): there they are only possible."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found at `text[start:end]`. `certain` False: the reviewer should look."""

    kind: Kind
    start: int
    end: int
    certain: bool


@remembered(MANY)
def findings(text: str) -> tuple[Finding, ...]:
    """All findings in the order of the text."""
    found = [*_patterned(text), *_numbered(text), *_named(text)]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.kind)))


def is_personal(text: str) -> bool:
    """Whether the text holds something that must never be published."""
    return any(finding.certain for finding in findings(text))


def without_personal(text: str) -> str:
    """The text with every finding that is certain replaced by spaces, so that positions hold."""
    for finding in findings(text):
        if finding.certain:
            gap = " " * (finding.end - finding.start)
            text = text[: finding.start] + gap + text[finding.end :]
    return text


def _patterned(text: str) -> Iterator[Finding]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Finding(kind, match.start(), match.end(), certain=True)


def _numbered(text: str) -> Iterator[Finding]:
    for match in _NUMBER.finditer(text):
        yield Finding("phone", match.start(), match.end(), certain=True)
    for match in _PERSONAL_NUMBER.finditer(text):
        if is_personal_number(match.group(2) + match.group(3)):
            yield Finding("personal_number", match.start(), match.end(), certain=True)


def is_personal_number(digits: str) -> bool:
    """Whether ten digits (YYMMDDNNNN) are a valid personnummer or coordination number (day + 60)."""
    day = int(digits[4:6])
    try:
        dt.date(2000 + int(digits[:2]) % 100, int(digits[2:4]), day - 60 if day > 60 else day)
    except ValueError:
        return False
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _named(text: str) -> Iterator[Finding]:
    for pattern in (_PRESENTS, _IS_SOMEBODY, _AT_WORK):
        for match in pattern.finditer(text):
            if not _is_place(match.group(1)) and not _is_organisation(match.group(1)):
                yield Finding("name", match.start(1), match.end(1), certain=True)
    previous_end: int | None = None
    for match in _CAPITALISED.finditer(text):
        finding = _capitalised(text, match, follows_name=previous_end == match.start() - 1)
        if finding is not None:
            previous_end = finding.end if finding.kind == "name" and finding.certain else None
            yield finding


def _capitalised(text: str, match: re.Match[str], *, follows_name: bool) -> Finding | None:
    word = match.group().lower()
    bare = word.removesuffix("s")
    opens = _opens_sentence(text, match.start())
    if follows_name:
        return Finding("name", match.start(), match.end(), certain=True)
    if _is_place(match.group()):
        return Finding("place", match.start(), match.end(), certain=False)
    if _is_organisation(match.group()):
        return None
    if {word, bare, *bare.split("-")} & given_names():
        ordinary = opens and word in ALSO_WORDS
        return Finding("name", match.start(), match.end(), certain=not ordinary)
    if opens and _SURNAME.search(bare) is None:
        return None
    return Finding("name", match.start(), match.end(), certain=False)


def _is_place(word: str) -> bool:
    lower = word.lower().split()[0]
    places = municipalities()
    return lower in places or lower.removesuffix("s") in places


def _is_organisation(word: str) -> bool:
    lower = word.lower().split()[0]
    return lower in organisations() or lower.removesuffix("s") in organisations()


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\n\"'”»(–-")
    return not before or before[-1] in ".!?:;\n…"
