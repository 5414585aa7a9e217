"""Answers that have an order: numbered steps, known lists of steps, and one word by degrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.themes.tokens import plain
from analysis.themes.words import by_language

OUTSIDE = {
    "dont_know": ("vet inte", "vet ej", "ingen åsikt", "dont know", "don t know", "no opinion"),
    "no_answer": ("vill inte svara", "vill ej svara", "prefer not to say"),
    "na": ("gäller inte mig", "ej relevant", "ej aktuellt", "not applicable", "n a"),
}
"""Answers that stand beside a scale and are never a step of it (S13)."""
MOST_STEPS = 11
NUMBERED_STEP = re.compile(r"(\d{1,2})(?:\s*[-–.:=)]?\s*[^\d\s%].*)?")
"""`4`, or `5 Instämmer helt` as the ends of a scale are often called."""
_COUNTS = re.compile(
    r"antal|ålder|född|hur många|hur länge|\bår\b|kronor|age\b|how many|number of", re.IGNORECASE
)
_BAND = re.compile(
    r"(?:under|över|yngre än|äldre än|mindre än|mer än|högst|minst|over|more than|less than|younger than|older than|[<>≤≥])?"
    r"\s*(\d{1,3})\s*(?:(?:[-–—]|till|to)\s*\d{1,3}|\+)?\s*(?:år|years?)?\s*(?:eller|och|or|and)?\s*"
    r"(?:äldre|yngre|mer|mindre|över|under|older|younger|more|less|over|above|below)?\s*(?:år|years?)?",
    re.IGNORECASE,
)
_BELOW = re.compile(r"under|yngre|mindre|högst|younger|less|below|[<≤]", re.IGNORECASE)
_NEITHER = re.compile(r"(?:varken|neither)\b.*")
_ALONE = "="


def outside(answer: str) -> str | None:
    """`dont_know`, `no_answer` or `na` for an answer that stands beside every scale."""
    said = plain(answer)
    return next((name for name, words in OUTSIDE.items() if said in map(plain, words)), None)


def steps_of(name: str, cells: Sequence[str]) -> tuple[str, ...]:
    """The labels of a scale, lowest first; () when the cells of the column called `name` are none."""
    inside = sorted({cell for cell in cells if outside(cell) is None})
    whole = {int(step[1]): step[0] for cell in inside if (step := NUMBERED_STEP.fullmatch(cell))}
    if len(whole) == len(inside) and any(step.isdecimal() for step in whole.values()):
        if 1 < len(whole) < len(cells) and max(whole) < MOST_STEPS and not _COUNTS.search(name):
            return tuple(whole.get(step, str(step)) for step in range(min(whole), max(whole) + 1))
        return ()
    return _known(inside) or _by_degree(inside)


def in_bands(labels: Sequence[str]) -> tuple[str, ...]:
    """Labels such as `19-30` and `65 eller äldre`, youngest first; () when one is no such band."""
    inside = [label for label in labels if outside(label) is None]
    bands = {label: match for label in inside if (match := _BAND.fullmatch(label.strip()))}
    if len(bands) < max(2, len(inside)) or all(label.isdecimal() for label in bands):
        return ()
    first = {
        label: (int(match[1]), not _BELOW.search(label), label) for label, match in bands.items()
    }
    return (*sorted(inside, key=first.__getitem__), *(one for one in labels if one not in bands))


def _known(labels: Sequence[str]) -> tuple[str, ...]:
    """In the order of the known list of steps that holds every label, when there are two or more."""
    said = {plain(label) for label in labels}
    if len(said) < 2:
        return ()
    known = ([plain(step) for step in steps] for steps in by_language("steps.txt", "|").values())
    order = next((steps for steps in known if said <= set(steps)), None)
    if order is None:
        return ()
    return tuple(sorted(labels, key=lambda label: order.index(plain(label))))


def _by_degree(labels: Sequence[str]) -> tuple[str, ...]:
    """`Inte alls nyttig` before `Ganska nyttig`, and everything `otrygg` before everything `trygg`."""
    for language, degrees in by_language("degrees.txt", "|").items():
        parts = {label: tuple(_degrees(plain(label), degrees)) for label in labels}
        for word in sorted({word for found in parts.values() for word, _ in found}):
            places = {label: _place(found, word, language) for label, found in parts.items()}
            known = [place for place in places.values() if place is not None]
            if len(known) == len(labels) > 1 and len({*known}) == len(known) and _told(known):
                return tuple(sorted(labels, key=lambda label: places[label] or 0))
    return ()


def _degrees(said: str, degrees: Sequence[str]) -> Iterator[tuple[str, int]]:
    """What a label says, and how much: `("nyttig", 9)`. `varken …` is the middle of any word."""
    if _NEITHER.fullmatch(said):
        yield "", 0
        return
    for much, degree in enumerate(map(plain, degrees), start=1):
        if degree and said.startswith(f"{degree} "):
            yield said.removeprefix(f"{degree} "), much
    yield said, degrees.index(_ALONE) + 1


def _place(found: Sequence[tuple[str, int]], word: str, language: str) -> int | None:
    """Where on the scale of `word`: below zero for its opposite."""
    against = {f"{sign}{word}" for sign in by_language("opposites.txt")[language]}
    for said, much in found:
        if said in {"", word}:
            return much
        if said in against:
            return -much
    return None


def _told(places: Sequence[int]) -> bool:
    """Whether they are told apart by degrees, and not only by one word and its opposite."""
    return len({abs(place) for place in places} - {0}) > 1
