"""Lists as an organiser writes them: one entry on each line, other languages after bars: `Torget | The square`.

`languages` is always the order in which they stand on a line, Swedish first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from surveys.questionnaire.languages import Text, say
from surveys.questionnaire.models import Item
from surveys.roster import by_number, by_organisation
from surveys.survey import InvitedType, Place, Statement

Languages: TypeAlias = tuple[str, ...]
_LONGEST_ID = 30
_POSITION = re.compile(
    r"\(\s*(?P<lat>-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(?P<lon>-?\d{1,3}(?:\.\d+)?)\s*\)"
)

_NUMBERED = re.compile(r"(?P<type>.*[^\W\d].*?)\s*[:;|]?\s+(?P<number>[1-9]\d{0,5})")
_GROUPED = re.compile(r"\d{1,3}(?:[\s.]\d{3})+")
MOST_PEOPLE = 1_000_000
_APART = re.compile(r"[;|\t]")


def people_of(written: str, least: int = 0) -> int:
    """How many people somebody wrote: `1200`, or grouped as in a spreadsheet, `1 200`.

    Raises ValueError with the name of the text that says what is wrong.
    """
    digits = re.sub(r"[\s.]", "", written) if _GROUPED.fullmatch(written) else written
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError("opening-bad-number")
    number = int(digits[: len(str(MOST_PEOPLE)) + 1])
    if not least <= number <= MOST_PEOPLE:
        raise ValueError("opening-number-outside")
    return number


def items_of(written: str, languages: Languages, known: Iterable[Item] = ()) -> tuple[Item, ...]:
    """The items of a dimension. One that the questionnaire knows keeps its id, its help and all its languages."""
    by_label = {say(item.label, "sv"): item for item in known}
    taken = {item.id for item in by_label.values()}
    found = []
    for label in _labels(written, languages):
        item = by_label.get(label["sv"]) if len(label) == 1 else None
        found.append(item or Item(id=_new_id(label["sv"], taken), label=label))
    return tuple(found)


def lines_of(items: Iterable[Item]) -> str:
    """Items as lines to change."""
    return "\n".join(say(item.label, "sv") for item in items)


def places_of(written: str, languages: Languages) -> tuple[Place, ...]:
    """Places; a position stands in brackets, latitude first: `Torget (60.485, 15.437)`.

    Raises:
        ValueError: a position is none on earth.
    """
    taken: set[str] = set()
    found = []
    for line in _lines(written):
        position = _POSITION.search(line)
        named = _POSITION.sub("", line)
        label = _label(named if named.strip(" |") else line, languages)
        lat, lon = (float(position["lat"]), float(position["lon"])) if position else (None, None)
        found.append(Place(id=_new_id(label["sv"], taken), label=label, lat=lat, lon=lon))
    return tuple(found)


def statements_of(written: str, languages: Languages) -> tuple[Statement, ...]:
    """Sentences to vote on."""
    taken: set[str] = set()
    return tuple(
        Statement(id=_new_id(label["sv"], taken), label=label)
        for label in _labels(written, languages)
    )


def roster_of(written: str) -> tuple[InvitedType, ...]:
    """Who was invited: `kommun 15` on each line, or `Falu kommun; kommun`.

    Raises:
        ValueError: a line is neither, or some are the one and some the other.
    """
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    numbered = [_NUMBERED.fullmatch(line) for line in lines]
    if lines and all(numbered):
        return by_number((each["type"], int(each["number"])) for each in numbered if each)
    named = [tuple(" ".join(part.split()) for part in _APART.split(line)) for line in lines]
    if not all(len(each) == 2 and all(each) for each in named):
        raise ValueError("each line needs a type")
    return by_organisation((name, kind) for name, kind in named)


def roster_lines(roster: Iterable[InvitedType]) -> str:
    """A list of invited as lines to change."""
    return "\n".join(
        line
        for each in roster
        for line in (
            [f"{name}; {each.type}" for name in each.organisations]
            or [f"{each.type}: {each.invited}"]
        )
    )


def _labels(written: str, languages: Languages) -> Iterator[Text]:
    return (_label(line, languages) for line in _lines(written))


def _lines(written: str) -> Iterator[str]:
    """Every line once: two that say the same would share its answers between them."""
    lines = [line.strip() for line in written.splitlines() if line.strip(" |\t")]
    first: dict[str, str] = {}
    for line in lines:
        first.setdefault(" ".join(line.split()).casefold(), line)
    yield from first.values()


def _label(line: str, languages: Languages) -> Text:
    parts = [part.strip() for part in line.split("|")][: len(languages)]
    label = {tag: part for tag, part in zip(languages, parts, strict=False) if part}
    return label if "sv" in label else {"sv": next(iter(label.values()), line)}


def _new_id(label: str, taken: set[str]) -> str:
    """An id that says what it is, and is used once. The same words give the same id in the next survey."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().casefold()
    word = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST_ID] or "item"
    word = word if word[0].isalpha() else f"n_{word}"
    number, name = 1, word
    while name in taken:
        number += 1
        name = f"{word}_{number}"
    taken.add(name)
    return name
