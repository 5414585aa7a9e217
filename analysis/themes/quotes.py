"""Verbatim evidence: which part of which answer may stand as a quote."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.themes.answers import Answer
from analysis.themes.personal import findings, is_personal
from analysis.themes.remembering import A_SURVEYS_THEMES, remembered
from analysis.themes.tokens import fold, tokens
from surveys.deciding import Translation

QuoteState = Literal["waiting", "approved", "hidden"]

SHORT, LONG = 4, 25
"""Words a quote has at best."""
LOOKED_AT = 40
_BETWEEN = "\n\x00\n"
"""Stands between answers, and in none of them."""
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim, unbroken part of exactly one answer. `id` survives every re-run.

    `translation`: what a person made of the whole answer, and its language; shown beside it, and approved with it.
    """

    id: str
    survey: str
    question: str
    text: str
    language: str
    doubtful: tuple[str, ...] = ()
    """Words a reviewer should look at: capitalised ones nobody knows, and places."""
    translation: Translation | None = None


@dataclass(frozen=True, slots=True)
class QuoteCandidate:
    """A quote the organiser decides about.

    `theme` is the theme's label; `warning` is '' or a sentence on what to look at; `translation` is '' or what stands
    beside it.
    """

    id: str
    question: str
    text: str
    theme: str
    state: QuoteState
    warning: str
    translation: str = ""


def quote_id(code: str, question: str, text: str) -> str:
    """Ten hexadecimal digits that depend on nothing but survey, question and words."""
    return hashlib.sha256(f"{code}\n{question}\n{text}".encode()).hexdigest()[:10]


def together(texts: Iterable[str]) -> str:
    """All texts as one, in which each can be looked for."""
    return _BETWEEN.join(texts)


def quotes_from(
    ranked: Sequence[tuple[Answer, float]],
    every: str,
    decided: Collection[str] = (),
) -> tuple[Quote, ...]:
    """Quotes of a theme, best first: near the theme, of readable length, unlike each other.

    `ranked` holds the theme's answers with their scores; `every` all free-text answers of the report `together`,
    since a quote must be part of exactly one of them. Answers with personal data give none. Of many
    answers the best `LOOKED_AT` are looked at, and those whose quote id is in `decided`.
    """
    return _quotes_from(tuple(ranked), every, frozenset(decided))


@remembered(A_SURVEYS_THEMES)
def _quotes_from(
    ranked: tuple[tuple[Answer, float], ...], every: str, decided: frozenset[str]
) -> tuple[Quote, ...]:
    parts = [
        (score + _length_penalty(text), answer, text)
        for answer, score in ranked
        for text in _parts(answer)[:1]
    ]
    parts.sort(key=lambda one: (-one[0], one[2], one[1].question))
    near = parts[:LOOKED_AT] + [
        part for part in parts[LOOKED_AT:] if _id(part[1], part[2]) in decided
    ]
    scored = [part for part in near if _is_quotable(part[1], part[2], every)]
    chosen: list[tuple[Answer, str]] = []
    later: list[tuple[Answer, str]] = []
    for _, answer, text in scored:
        similar = any(_alike(text, other, answer.language) for _, other in chosen)
        (later if similar else chosen).append((answer, text))
    return tuple(_quote(answer, text) for answer, text in chosen + later)


def _is_quotable(answer: Answer, text: str, every: str) -> bool:
    """Whether it stands once in all the answers put together, and names nobody."""
    first = every.find(text)
    if first < 0 or every.find(text, first + 1) >= 0:
        return False
    return not is_personal(answer.text) and not is_personal(answer.read[0])


def _quote(answer: Answer, text: str) -> Quote:
    shown = (text, answer.translation.text) if answer.translation else (text,)
    doubtful = tuple(one[found.start : found.end] for one in shown for found in findings(one))
    return Quote(
        _id(answer, text), answer.survey, answer.question, text, answer.language, doubtful,
        answer.translation,
    )  # fmt: skip


def _id(answer: Answer, text: str) -> str:
    """With a translation it is another quote: what stands beside it was not approved before."""
    beside = f"\n{answer.translation.text}" if answer.translation else ""
    return quote_id(answer.survey, answer.question, text + beside)


def _parts(answer: Answer) -> list[str]:
    """The whole answer, unless it is long: then its sentences of readable length first.

    A translated one is whole: nobody said which sentence is which.
    """
    text = answer.text
    if answer.translation or len(text.split()) <= LONG:
        return [text]
    sentences = [part.strip() for part in _SENTENCE.findall(text)]
    return [part for part in sentences if SHORT <= len(part.split()) <= LONG] + [text]


def _length_penalty(text: str) -> float:
    words = len(text.split())
    return -0.25 if words < SHORT else -0.1 if words > LONG else 0.0


def _alike(first: str, second: str, language: str) -> bool:
    """Whether nine tenths of the words are the same."""
    left = {fold(word.family) for word in tokens(first, language) if word.content}
    right = {fold(word.family) for word in tokens(second, language) if word.content}
    return len(left & right) >= 0.9 * max(len(left | right), 1)
