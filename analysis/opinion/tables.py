"""A file of votes in Polis' layout: a row for each participant, a column for each statement."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from analysis.intake.problems import refused
from analysis.intake.tables import Table, read_table
from analysis.opinion.votes import AGREE, DISAGREE, PASS, UNSEEN, Cells, Votes

MOST_STATEMENTS = 10_000
_WHO = ("participant", "participant-id", "participant_id", "voter", "voter-id", "deltagare")
_GROUP = ("group-id", "group_id", "group", "grupp")
_BESIDE = {*_WHO, *_GROUP, "xid", "n-comments", "n-votes", "n-agree", "n-disagree"}
_SPELT = {
    **dict.fromkeys(("1", "+1", "1.0"), AGREE),
    **dict.fromkeys(("-1", "\N{MINUS SIGN}1", "-1.0"), DISAGREE),
    **dict.fromkeys(("0", "-0", "0.0", "-0.0"), PASS),
    **dict.fromkeys(("", "NA", "N/A", "NaN", "nan", "null", "None"), UNSEEN),
}
_RANGE = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?")


def read_votes(path: Path) -> Votes:
    """The votes in a file, in its own order.

    Raises:
        ConfigError: there is no such file, or it may not be read.
        ContentError: it holds no votes, or something else beside them; says where and what to do.
    """
    table = read_table(path, most_columns=MOST_STATEMENTS + len(_BESIDE))
    who = _participants(table)
    places = _statements(table)
    return Votes(who, tuple(table.headers[at] for at in places), _cells(table, places))


def read_groups(path: Path) -> dict[str, str]:
    """Participant to group, from any file with those two columns; whoever has no group is left out.

    Raises ConfigError and ContentError as `read_votes` does.
    """
    table = read_table(path, most_columns=MOST_STATEMENTS + len(_BESIDE))
    at = _named(table, _GROUP)
    if at is None:
        raise refused("votes_no_groups", table.name)
    groups = zip(_participants(table), table.cells(at), strict=True)
    found = {who: group for who, group in groups if group}
    if not found:
        raise refused("votes_no_groups", table.name)
    return found


def excluded(written: str | None) -> frozenset[str]:
    """The ids of `--exclude 3,4,11-16`. Raises ValueError with the part that is none."""
    ids: set[str] = set()
    for part in re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", written or "")):
        span = _RANGE.fullmatch(part)
        if span is None or span[2] is None:
            ids |= {part} - {""}
        elif int(span[1]) <= int(span[2]) <= int(span[1]) + 10 * MOST_STATEMENTS:
            ids |= {str(number) for number in range(int(span[1]), int(span[2]) + 1)}
        else:
            raise ValueError(part)
    return frozenset(ids)


def _named(table: Table, names: tuple[str, ...]) -> int | None:
    headers = [header.casefold() for header in table.headers]
    return next((headers.index(name) for name in names if name in headers), None)


def _participants(table: Table) -> tuple[str, ...]:
    at = _named(table, _WHO)
    if at is None:
        raise refused("votes_no_participants", table.name)
    first: dict[str, int] = {}
    for number, who in enumerate(table.cells(at), start=1):
        if not who:
            raise refused("votes_nameless", table.name, row=number)
        if who in first:
            raise refused("votes_twice", table.name, who=who, row=number, first=first[who])
        first[who] = number
    return tuple(first)


def _statements(table: Table) -> list[int]:
    """Columns named by a number; in files without any, all that Polis does not name itself."""
    places = [at for at, header in enumerate(table.headers) if header.isdecimal()]
    if not places:
        others = enumerate(table.headers)
        places = [at for at, name in others if name and name.casefold() not in _BESIDE]
    if not places:
        raise refused("votes_no_statements", table.name)
    ids = [table.headers[at] for at in places]
    double = (
        next((id_ for id_ in ids if ids.count(id_) > 1), None) if len({*ids}) < len(ids) else None
    )
    if double is not None:
        raise refused("votes_statement_twice", table.name, id=double)
    return places


def _cells(table: Table, places: list[int]) -> Cells:
    """The votes as numbers; what is no vote is told with its row and column."""
    cells = np.empty((len(table.rows), len(places)), dtype=np.int8)
    for number, row in enumerate(table.rows):
        try:
            cells[number] = [_SPELT[row[at]] for at in places]
        except KeyError:
            at = next(at for at in places if row[at] not in _SPELT)
            raise refused(
                "votes_no_vote",
                table.name,
                row=number + 1,
                statement=table.headers[at],
                cell=row[at][:40],
            ) from None
    return cells
