"""What a column of somebody's table holds: guessed from its header and its cells, and always told."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from analysis.intake.scales import in_bands, steps_of
from analysis.themes.personal import findings
from analysis.themes.stances import stance_in

Kind = Literal[
    "empty", "personal", "time", "id", "number", "scale", "choice", "multi", "rank", "text"
]
MOST_CHOICES = 40
MOST_OPTIONS = 8
_LONGEST_RUN = 4
"""Parts that one option may be cut into by a separator inside it."""
_PERSONAL = re.compile(
    r"\b(?:e-?post\w*|e-?mail\w*|mejl\w*|namn|förnamn|efternamn|name|first name|last name|telefon\w*|mobil\w*|"
    r"phone\w*|personnummer|personnr|pnr|kontaktperson\w*|adress|address|ip-?adress\w*|ip address|användar\w*|user\w*|username)\b",
    re.IGNORECASE,
)
_NOT_PERSONAL = re.compile(r"\?|kommun|organisation|förening|tema|projekt", re.IGNORECASE)
_NAME_ASKED = re.compile(
    r"\b(?:vad heter du|(?:vad|vilket) är ditt namn|ditt (?:för|efter)?namn|your (?:full |first |last )?name)\b",
    re.IGNORECASE,
)
_OF_SOMEBODY = {"name", "email", "phone", "personal_number"}
_LONGEST_NAME = 4
"""Words of a cell that is somebody's name and nothing more."""
_LOOKED_AT = 500
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w.+-]+@anonymous|anonymous", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d\s()/-]{7,18}")
_MONTH = r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
_CLOCK = r"(?:[ T,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?)?"
_TIME = re.compile(
    rf"(?:\d{{1,4}}[-/. ]\d{{1,2}}\s?[-/. ]\d{{1,4}}|(?:den )?\d{{1,2}}[ .-]{{1,2}}{_MONTH}[ -]\d{{2,4}}|{_MONTH} \d{{1,2}},? \d{{4}}){_CLOCK}"
    r"(?:\s*[AaPpEeFf]\.?[Mm]\.?)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4}(?:[+-]\d{1,2})?))?",
    re.IGNORECASE,
)
_DAY_AND_MONTH = re.compile(
    rf"(?:den )?(?:\d{{1,2}}/\d{{1,2}}|\d{{1,2}}[ .]{{1,2}}{_MONTH}){_CLOCK}", re.IGNORECASE
)
"""A day without its year: a date only where the header says so."""
TIME_HEADER = re.compile(
    r"\b(?:tidstämpel|timestamp|starttid|start time|sluttid|slutförandetid|completion time|tidpunkt|"
    r"datum|date|inskickad\w*|submitted\w*|submitdate|startdate|datestamp|last modified time|senast ändrad\w*)\b",
    re.IGNORECASE,
)
_ID_HEADER = re.compile(
    r"^(?:id|nr|nummer|no|#|rad|row|svars-?id|response ?id|respondent ?id|respondent|deltagare|participant|"
    r"voter|session|token|löpnummer)$",
    re.IGNORECASE,
)
_FROM_TOOL = re.compile(
    r"total points|totalt antal poäng|quiz feedback|(?:points|poäng|feedback|återkoppling) ?[-–] .+|"
    r"sista sidan|last ?page|startspråk|start ?language|frö(?: \(seed\))?|seed|collector ?id",
    re.IGNORECASE,
)
"""Columns that Forms, LimeSurvey and SurveyMonkey fill in themselves: nobody has answered them."""
_WORDS_ASKED = re.compile(
    r"berätta|beskriv|motivera|förklara|kommentar|synpunkt|egna ord|fritext|comment|describe|tell us|explain",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"[-+]?\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?|[-+]?\d+(?:[.,]\d+)?\s?%?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it is taken for. `labels`: the answers that can be chosen, a scale's lowest first.
    `asked`: the question that it is one box of, its only label; '' for a column by itself. `own`: such
    a box holds what people wrote beside the options.

    `n`: cells that hold something. `counts`: how often each label was chosen, or put first in a ranking. `separator`: between the
    answers of a cell that holds several.
    """

    place: int
    name: str
    kind: Kind
    guessed: bool
    n: int
    labels: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    separator: str | None = None
    asked: str = ""
    own: bool = False

    def chosen(self, cell: str) -> tuple[str, ...]:
        """The labels in a cell, however it writes its capitals: in the order of `labels`, or of a ranking."""
        said = self._said(cell.casefold())
        found = [label for label in self.labels if label.casefold() in said]
        if self.kind == "rank":
            found.sort(key=lambda label: said[label.casefold()])
        return tuple(found)

    def _said(self, cell: str) -> dict[str, int]:
        """What a cell may hold, and where in it."""
        if self.separator is None:
            return {cell: 0}
        parts = [part.strip() for part in cell.split(self.separator)]
        runs = itertools.product(range(len(parts)), range(1, _LONGEST_RUN + 1))
        return {self.separator.join(parts[at : at + length]): at for at, length in runs}


def guess_columns(
    headers: Sequence[str], rows: Sequence[Sequence[str]], texts: Sequence[int] = ()
) -> tuple[Column, ...]:
    """Every column with its kind; those in `texts` are said to be free text."""
    found = []
    for place, header in enumerate(headers):
        cells = [row[place] for row in rows if row[place]]
        name = header or f"#{place + 1}"
        if place in texts:
            found.append(Column(place, name, "text", False, len(cells)))
        else:
            found.append(_guess(place, name, cells))
    return tuple(found)


def _guess(place: int, name: str, cells: list[str]) -> Column:
    n, cells = len(cells), _one_spelling(cells)
    if not n:
        return Column(place, name, "empty", True, 0)
    if _FROM_TOOL.fullmatch(name.strip()):
        return Column(place, name, "id", True, n)
    for kind, is_kind in _PLAIN.items():
        if is_kind(name, cells):
            return Column(place, name, kind, True, n)
    stepped = steps_of(name, cells)
    if stepped:
        return _chosen(place, name, "scale", cells, stepped)
    if _share(AMOUNT, cells) >= 0.95:
        return Column(place, name, "number", True, n)
    separator = _separator(cells)
    if separator:
        answers = _whole(cells, separator)
        labels = _by_count(part for parts in answers for part in parts)
        kind = "rank" if _is_ranked(answers, labels) else "multi"
        return _chosen(place, name, kind, cells, labels, separator)
    if _few(cells) and not _is_open(name, cells):
        labels = _by_count(cells)
        return _chosen(place, name, "choice", cells, in_bands(labels) or labels)
    return Column(place, name, "text", True, n)


def _chosen(
    place: int,
    name: str,
    kind: Kind,
    cells: list[str],
    labels: tuple[str, ...],
    separator: str | None = None,
) -> Column:
    bare = Column(place, name, kind, True, len(cells), labels, {}, separator)
    most = 1 if kind == "rank" else None
    counts = Counter(label for cell in cells for label in bare.chosen(cell)[:most])
    ordered = {label: counts[label] for label in labels}
    return Column(place, name, kind, True, len(cells), labels, ordered, separator)


def _share(pattern: re.Pattern[str], cells: list[str]) -> float:
    return sum(pattern.fullmatch(cell) is not None for cell in cells) / len(cells)


def _is_personal(name: str, cells: list[str]) -> bool:
    """By its header, unless that is a question about something else; or by addresses, numbers and names in it."""
    if _NAME_ASKED.search(name) or _holds_people(cells):
        return True
    named = _PERSONAL.search(name) is not None and not _NOT_PERSONAL.search(name)
    numbers = _share(_PHONE, cells) > 0.6 and sum(c.isdigit() for c in cells[0]) >= 8
    return (named and len(name.split()) <= 4) or _share(_EMAIL, cells) > 0.5 or numbers


def _holds_people(cells: list[str]) -> bool:
    """Whether it is names, or numbers of people, that stand in the cells and little else."""
    some = sorted(set(cells))[:_LOOKED_AT]
    found = (
        len(cell.split()) <= _LONGEST_NAME
        and any(one.certain and one.kind in _OF_SOMEBODY for one in findings(cell))
        for cell in some
    )
    return 5 * sum(found) >= 2 * len(some)


def _is_time(name: str, cells: list[str]) -> bool:
    if TIME_HEADER.search(name) is None:
        return _share(_TIME, cells) >= 0.95
    return _share(_TIME, cells) + _share(_DAY_AND_MONTH, cells) >= 0.5


def _is_id(name: str, cells: list[str]) -> bool:
    if _ID_HEADER.match(name.strip()):
        return len(set(cells)) > 0.9 * len(cells) or all(cell.isdecimal() for cell in cells)
    counted = all(cell.isdecimal() and len(cell) < 10 for cell in cells) and len(cells) > 5
    return counted and [int(cell) for cell in cells] == list(
        range(int(cells[0]), int(cells[0]) + len(cells))
    )


_PLAIN: dict[Kind, Callable[[str, list[str]], bool]] = {
    "time": _is_time,
    "personal": _is_personal,
    "id": _is_id,
}


def _separator(cells: list[str]) -> str | None:
    """What stands between several chosen answers: the parts come back, though the cells do not."""
    for mark in (";", ", ", " | "):
        split = [[part.strip() for part in cell.split(mark) if part.strip()] for cell in cells]
        several = sum(len(parts) > 1 for parts in split)
        parts = Counter(part for found in split for part in found)
        if several < max(2, 0.15 * len(cells)) or not 2 <= len(parts) <= MOST_CHOICES:
            continue
        once = sum(count == 1 for count in parts.values())
        if parts.total() >= 3 * len(parts) and once <= 0.25 * len(parts):
            return mark
    return None


def _whole(cells: list[str], separator: str) -> list[list[str]]:
    """The answers in each cell. What never comes apart, such as `Samtal` and `i grupp`, is one that holds the separator."""
    found = [[part.strip() for part in cell.split(separator) if part.strip()] for cell in cells]
    for _ in range(_LONGEST_RUN - 1):
        each = Counter(part for parts in found for part in parts)
        pairs = Counter(pair for parts in found for pair in itertools.pairwise(parts))
        torn = {
            pair
            for pair, n in pairs.items()
            if 1 < n == each[pair[0]] == each[pair[1]]
            and pair[0][:1].isupper()
            and pair[1][:1].islower()
        }
        found = [_mended(parts, torn, separator) for parts in found]
    return found


def _mended(parts: list[str], torn: set[tuple[str, str]], separator: str) -> list[str]:
    whole: list[str] = []
    for before, part in itertools.pairwise([None, *parts]):
        if before is not None and (before, part) in torn:
            whole[-1] += separator + str(part)
        else:
            whole.append(str(part))
    return whole


def _is_ranked(answers: list[list[str]], labels: tuple[str, ...]) -> bool:
    """Whether everybody named all of them, in different orders."""
    whole = all(sorted(parts) == sorted(labels) for parts in answers)
    return whole and len(labels) > 2 and len({tuple(parts) for parts in answers}) > 1


def _one_spelling(cells: list[str]) -> list[str]:
    """The cells, each as most have written it: `BRA` and `Bra` are one answer."""
    spelt: dict[str, Counter[str]] = {}
    for cell in cells:
        spelt.setdefault(cell.casefold(), Counter())[cell] += 1
    usual = {key: max(sorted(ways), key=ways.__getitem__) for key, ways in spelt.items()}
    return [usual[cell.casefold()] for cell in cells]


def _few(cells: list[str]) -> bool:
    """Whether the cells are choices: short, few different ones, and most of them come back."""
    different = Counter(cells)
    longest = max(len(cell.split()) for cell in different)
    if len(different) > MOST_CHOICES or longest > 20:
        return False
    if len(cells) < 10:
        return longest <= 4 and len(different) <= max(2, 0.5 * len(cells))
    once = sum(count == 1 for count in different.values())
    wordy = sum(len(cell.split()) > 4 for cell in different)
    return len(different) <= (0.25 if wordy > 2 else 0.5) * len(cells) and once <= 0.5 * len(
        different
    )


def _is_open(name: str, cells: list[str]) -> bool:
    """Whether a header asks for words, or asks what was good or should change and gets more than a form has options.

    Short answers come back word for word in a large file without having been options.
    """
    different = set(cells)
    words = sum(len(cell.split()) for cell in different) / len(different)
    if words < 2:
        return False
    many = len(different) > MOST_OPTIONS and stance_in(name) != "other"
    return many or _WORDS_ASKED.search(name) is not None


def _by_count(answers: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(answers)
    return tuple(sorted(counts, key=lambda label: (-counts[label], label)))
