"""The words that describe a theme, each of them written in one of its answers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from analysis.disclosure import MIN_WORD_PEOPLE
from analysis.themes.answers import Answer
from analysis.themes.personal import findings, without_personal
from analysis.themes.tokens import Token, fold, phrases, tokens
from analysis.themes.words import describing_words, quantity_words

MOST = 3
_ADJECTIVE = re.compile(r"(?:igt?|iga|iskt?|iska|ligt?|liga|fullt?|fulla|samt|löst?|lösa|rikt?|rika)$")
_ADVERBS = frozenset(
    "riktigt tillräckligt samtidigt slutligt ordentligt direkt möjligt tidigt plötsligt".split()
)


@dataclass(slots=True)
class Spoken:
    """One word family or phrase: who said it, and the forms they used."""

    people: set[tuple[str, int]] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    listed: bool = False
    """A known describing word, which identifies nobody even when one person said it."""

    def form(self) -> str:
        """The most common form; the shortest, then the first by letter, when several are."""
        return min(self.forms, key=lambda form: (-self.forms[form], len(form), form))


def describing(answers: Sequence[Answer], label: str, *, wishes: bool) -> tuple[str, ...]:
    """Up to three describing words or phrases, those of most people first.

    Wishes lead with phrases that keep their measure ("mer tid"); praise leads with describing words. A word
    that is no known describing word needs two people. Nothing repeats the label.
    """
    phrased, described, other = _spoken(answers)
    taken = {fold(word.family) for word in tokens(label, "sv")} | {fold(label)}
    order: Sequence[dict[str, Spoken]] = (described, other, phrased)
    if wishes:
        order = (phrased, described, other)
    chosen: list[str] = []
    for group in order:
        for name, spoken in _ranked(group):
            enough = spoken.listed or len(spoken.people) >= MIN_WORD_PEOPLE
            if enough and len(chosen) < MOST and not _repeats(name, taken):
                chosen.append(spoken.form())
                taken.add(fold(name))
    return tuple(chosen)


def _repeats(name: str, taken: set[str]) -> bool:
    folded = fold(name)
    return any(
        folded == other or (min(len(folded), len(other)) >= 5 and folded[:5] == other[:5])
        for other in taken
    )


def _ranked(group: dict[str, Spoken]) -> list[tuple[str, Spoken]]:
    return sorted(group.items(), key=lambda item: (-len(item[1].people), item[1].form()))


def _spoken(
    answers: Sequence[Answer],
) -> tuple[dict[str, Spoken], dict[str, Spoken], dict[str, Spoken]]:
    """Phrases by the word they turn, describing words, and other content words, by family."""
    phrased: dict[str, Spoken] = defaultdict(Spoken)
    described: dict[str, Spoken] = defaultdict(Spoken)
    other: dict[str, Spoken] = defaultdict(Spoken)
    for answer in answers:
        text = without_personal(answer.text)
        inside: set[int] = set()
        for phrase in phrases(text, answer.language):
            inside.update(word.start for word in phrase)
            words = text[phrase[0].start : phrase[-1].start + len(phrase[-1].surface)].lower()
            _add(phrased[phrase[-1].family], answer, words)
        for word in shown_words(text, answer.language):
            if word.start in inside:
                continue
            known = _is_describing(word, answer.language)
            group = described if known or _ADJECTIVE.search(word.lower) else other
            _add(group[word.family], answer, word.lower, listed=known)
    return phrased, described, other


def _add(spoken: Spoken, answer: Answer, form: str, *, listed: bool = False) -> None:
    spoken.people.add(answer.person)
    spoken.forms[form] += 1
    spoken.listed = spoken.listed or listed


def shown_words(text: str, language: str) -> Iterable[Token]:
    """Content words that may be shown: no name, place or other finding, no bare measure."""
    hidden = [(finding.start, finding.end) for finding in findings(text)]
    measures = quantity_words(language)
    for word in tokens(text, language):
        named = any(start <= word.start < end for start, end in hidden)
        if word.content and not named and word.lower not in measures and word.lower not in _ADVERBS:
            yield word


def _is_describing(word: Token, language: str) -> bool:
    listed = describing_words(language)
    bare = {word.lower, word.family, word.lower.removesuffix("t"), word.lower.removesuffix("a")}
    return bool(bare & listed)
