"""What a found group is called: the words its people use and others do not."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from analysis.disclosure import MIN_VOICES, MIN_WORD_PEOPLE
from analysis.themes.labels import shown_words
from analysis.themes.personal import without_personal
from analysis.themes.tokens import phrases

MOST = 3
"""Words of a label."""
PHRASE = 1.15
"""What a phrase weighs beside a word."""
LOOKED_AT = 400
"""Answers of a group that are read for its label."""


@dataclass(slots=True)
class _Candidate:
    answers: set[int] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    weight: float = 1.0

    def form(self) -> str:
        return min(self.forms, key=lambda form: (-self.forms[form], len(form), form))


def label_words(groups: Sequence[Sequence[tuple[str, str]]]) -> list[tuple[str, ...]]:
    """Up to three words for each group of (text, language), its firmest answers first.

    Words as people wrote them, by how many in the group said them and how few outside;
    no word stands in two labels, and in a group of three or more no word of a single answer.
    """
    looked = [group[:LOOKED_AT] for group in groups]
    said = [_candidates(group) for group in looked]
    total: Counter[str] = Counter()
    for candidates in said:
        total.update({name: len(one.answers) for name, one in candidates.items()})
    everybody = sum(len(group) for group in looked)
    taken: set[str] = set()
    labels: list[tuple[str, ...]] = [()] * len(groups)
    for place in sorted(range(len(groups)), key=lambda place: (-len(groups[place]), place)):
        ranked = _ranked(said[place], total, len(looked[place]), everybody)
        labels[place] = tuple(_chosen(ranked, taken))
    return labels


def _candidates(group: Sequence[tuple[str, str]]) -> dict[str, _Candidate]:
    found: dict[str, _Candidate] = defaultdict(_Candidate)
    for number, (answer, language) in enumerate(group):
        text = without_personal(answer)
        inside: set[int] = set()
        for phrase in phrases(text, language):
            inside.update(word.start for word in phrase)
            end = phrase[-1].start + len(phrase[-1].surface)
            one = found[" ".join(word.family for word in phrase)]
            one.answers.add(number)
            one.forms[text[phrase[0].start : end].lower()] += 1
            one.weight = PHRASE
        for word in shown_words(text, language):
            if word.start not in inside:
                found[word.family].answers.add(number)
                found[word.family].forms[word.lower] += 1
    return found


def _ranked(
    candidates: dict[str, _Candidate], total: Counter[str], size: int, everybody: int
) -> list[tuple[str, _Candidate]]:
    least = MIN_WORD_PEOPLE if size >= MIN_VOICES else 1
    scored = [
        (_score(len(one.answers), total[name], size, everybody) * one.weight, one.form(), name)
        for name, one in candidates.items()
        if len(one.answers) >= least
    ]
    scored.sort(key=lambda row: (-row[0], row[1]))
    return [(name, candidates[name]) for score, _, name in scored if score > 0]


def _score(inside: int, total: int, size: int, everybody: int) -> float:
    """The log-odds of a word in the group against the others, times the root of how many said it."""
    outside = total - inside
    here = math.log((inside + 0.5) / (size - inside + 0.5))
    there = math.log((outside + 0.5) / (everybody - size - outside + 0.5))
    return math.sqrt(inside) * (here - there)


def _chosen(ranked: Sequence[tuple[str, _Candidate]], taken: set[str]) -> Iterator[str]:
    """The best that share no word with what was chosen before; words of far fewer people are left out."""
    most = 0
    kept = 0
    for name, one in ranked:
        words = set(name.split())
        if words & taken or 3 * len(one.answers) < most:
            continue
        taken |= words
        most = max(most, len(one.answers))
        kept += 1
        yield one.form()
        if kept == MOST:
            return
