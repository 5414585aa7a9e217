"""Themes nobody wrote down: suggested from answers that no codebook covers, or refused when noise looks the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analysis.disclosure import MIN_VOICES
from analysis.themes.matches import Match
from analysis.themes.naming import label_words
from analysis.themes.tokens import fold, tokens

if TYPE_CHECKING:
    from analysis.themes.backend import Backend, Text

LEAST = 30
"""Answers below which nothing is suggested."""
FIRM = 0.5
"""An answer counts in a group when it fell there in at least half of the runs."""
STABLE, UNSURE = 0.6, 0.4
"""Stability from which groups are called stable, and unsure; below they are only a suggestion."""
Reason = Literal["too_few", "noise"]
StabilityWord = Literal["stable", "unsure", "only"]


@dataclass(frozen=True, slots=True)
class Suggested:
    """A group of answers that may be a theme. `members`: place among the texts, and the tie; firmest first."""

    id: str
    words: tuple[str, ...]
    members: tuple[tuple[int, Match], ...]
    stability: float


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What was found. `refused`: why nothing was, else None."""

    themes: tuple[Suggested, ...] = ()
    refused: Reason | None = None


def stability_word(stability: float) -> StabilityWord:
    """What a report says of a stability: the id of a text."""
    return "stable" if stability >= STABLE else "unsure" if stability >= UNSURE else "only"


def groups_for(n: int) -> int:
    """How many groups to look for among `n` answers: a page's worth, merged and split by a person."""
    return int(min(8, max(3, round((n / 2) ** 0.5))))


def suggest(texts: Sequence[Text], backend: Backend, k: int | None = None) -> Suggestions:
    """Up to `k` themes of at least three answers each; most answers first.

    Refused: fewer than 30 answers, or answers that share no more than chance would make them.
    """
    if len(texts) < LEAST:
        return Suggestions(refused="too_few")
    if backend.chance_of(texts) > backend.noise_level:
        return Suggestions(refused="noise")
    found: list[Suggested] = []
    for here, wanted in _shares(texts, backend, k):
        found += _groups(texts, here, backend, wanted, firm=FIRM, least=MIN_VOICES)
    return Suggestions(_numbered(found)) if found else Suggestions(refused="noise")


def divide_all(texts: Sequence[Text], backend: Backend, k: int) -> Suggestions:
    """Exactly `k` groups, and every text in one of them, whatever that is worth: for measuring.

    Raises ValueError when there are fewer than `k` different texts.
    """
    everything = list(range(len(texts)))
    return Suggestions(_numbered(_groups(texts, everything, backend, k, firm=0.0, least=1)))


def _shares(texts: Sequence[Text], backend: Backend, k: int | None) -> list[tuple[list[int], int]]:
    """Which texts are divided together, and in how many groups: each language by itself, unless
    the backend sees across languages. A language of fewer than 30 answers is left out.
    """
    if backend.crosses_languages:
        return [(list(range(len(texts))), k or groups_for(len(texts)))]
    by_language: dict[str, list[int]] = defaultdict(list)
    for place, (_, language) in enumerate(texts):
        by_language[language].append(place)
    large = {tag: here for tag, here in sorted(by_language.items()) if len(here) >= LEAST}
    if not large:
        tag, here = max(sorted(by_language.items()), key=lambda one: len(one[1]))
        large = {tag: here}
    shares = _dealt(k, {tag: len(here) for tag, here in large.items()})
    return [(here, shares[tag]) for tag, here in large.items() if shares[tag] > 0]


def _dealt(k: int | None, sizes: Mapping[str, int]) -> dict[str, int]:
    """`k` groups over the languages by size, the largest remainders rounded up."""
    if k is None:
        return {tag: groups_for(size) for tag, size in sizes.items()}
    total = sum(sizes.values())
    shares = {tag: k * size // total for tag, size in sizes.items()}
    rest = sorted(sizes, key=lambda tag: (-(k * sizes[tag] % total), tag))
    for tag in rest[: k - sum(shares.values())]:
        shares[tag] += 1
    return shares


def _groups(
    texts: Sequence[Text],
    here: Sequence[int],
    backend: Backend,
    k: int,
    *,
    firm: float,
    least: int,
) -> list[Suggested]:
    """Equal texts are one, so that what is said often does not make a group by being repeated."""
    places: dict[Text, list[int]] = defaultdict(list)
    for place in here:
        text, language = texts[place]
        places[" ".join(text.casefold().split()), language].append(place)
    different = sorted(places)
    written = [min(texts[place] for place in places[one]) for one in different]
    made = backend.divide(written, min(k, len(different)) if firm else k)
    members: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for one, group, belonging in zip(different, made.groups, made.belonging, strict=True):
        if belonging >= firm:
            members[group] += [(belonging, place) for place in places[one]]
    ranked = [
        sorted(held, key=lambda one: (-one[0], texts[one[1]], one[1]))
        for held in members.values()
        if len(held) >= least
    ]
    labels = label_words([[texts[place] for _, place in held] for held in ranked])
    return [
        Suggested("", words, _tied(held, words, texts), made.stability)
        for held, words in zip(ranked, labels, strict=True)
    ]


def _tied(
    held: Sequence[tuple[float, int]], words: tuple[str, ...], texts: Sequence[Text]
) -> tuple[tuple[int, Match], ...]:
    """Each member with the words it shares with most of its group, as they stand in it."""
    common = _common([texts[place] for _, place in held])
    return tuple(
        (place, Match("", belonging, _shared(texts[place], common))) for belonging, place in held
    )


def _common(group: Sequence[Text]) -> dict[str, int]:
    """Families that at least two members hold, and how many do."""
    counts: Counter[str] = Counter()
    for text, language in group:
        counts.update({fold(word.family) for word in tokens(text, language) if word.content})
    return {family: count for family, count in counts.items() if count > 1}


def _shared(text: Text, common: Mapping[str, int]) -> tuple[str, ...]:
    found = {
        fold(word.family): word.lower
        for word in tokens(*text)
        if word.content and fold(word.family) in common
    }
    ranked = sorted(found, key=lambda family: (-common[family], family))
    return tuple(found[family] for family in ranked[:3])


def _numbered(found: Sequence[Suggested]) -> tuple[Suggested, ...]:
    ranked = sorted(found, key=lambda one: (-len(one.members), one.words, one.members[0][0]))
    return tuple(_named(one, f"suggested_{number}") for number, one in enumerate(ranked, 1))


def _named(found: Suggested, name: str) -> Suggested:
    members = tuple((place, replace(tie, theme=name)) for place, tie in found.members)
    return replace(found, id=name, members=members)
