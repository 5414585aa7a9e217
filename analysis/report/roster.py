"""The list of who was invited: read from an organiser's spreadsheet, and shown as rates by type of organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from analysis.disclosure import Gate
from analysis.figures import Bar, Stacked
from analysis.frames import SurveyData, given
from analysis.rates import TypeRate, type_rates
from analysis.report.blocks import Block, Line
from analysis.report.given_files import columns_of, rows_of
from analysis.wording import Wording, percent
from surveys.errors import ConfigError
from surveys.roster import by_number, by_organisation, telling
from surveys.survey import InvitedType

MOST_ROWS, MOST_BYTES = 2_000, 500_000
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("organisation", "namn", "name"),
    "type": ("typ", "type"),
    "invited": ("inbjudna", "antal", "invited", "number"),
}
Roster: TypeAlias = tuple[InvitedType, ...]


def read_roster(content: bytes, wording: Wording) -> Roster:
    """Either a row for each organisation with its type, or a row for each type with how many were invited.

    Raises ConfigError, in the report's language.
    """
    rows = rows_of(content) if len(content) <= MOST_BYTES else []
    places = columns_of(rows, COLUMNS)
    wanted = ("name", "type") if "name" in places else ("type", "invited")
    if not places.keys() >= set(wanted) or not 1 < len(rows) <= MOST_ROWS + 1:
        raise ConfigError(wording.say("roster-columns", most=MOST_ROWS))
    found = list(_cells(rows, [places[name] for name in wanted], wording))
    if "name" in places:
        return by_organisation((name, kind) for _, name, kind in found)
    return by_number((kind, _number(said, row, wording)) for row, kind, said in found)


def _cells(
    rows: Sequence[Sequence[str]], places: Sequence[int], wording: Wording
) -> Iterator[tuple[int, str, str]]:
    """The number of each row, from 2, and its two cells."""
    for number, row in enumerate(rows[1:], 2):
        first, second = (" ".join(row[at].split()) if at < len(row) else "" for at in places)
        if not (first and second):
            raise ConfigError(wording.say("roster-row", row=number))
        yield number, first, second


def _number(said: str, row: int, wording: Wording) -> int:
    if not (said.isascii() and said.isdigit() and 0 < int(said[:9]) <= 1_000_000):
        raise ConfigError(wording.say("roster-number", row=row))
    return int(said)


def rates_from(content: bytes, data: SurveyData | None, wording: Wording) -> tuple[TypeRate, ...]:
    """The rates of one survey by a list that comes with the report instead of the one from its opening.

    Raises ConfigError, in the report's language, for a series (None), for a survey whose answers do not tell the types of the
    list, and for a list that cannot be read.
    """
    roster = read_roster(content, wording)
    if data is None:
        raise ConfigError(wording.say("roster-unit"))
    fill = data.survey.fill.model_copy(update={"roster": roster})
    data = replace(data, survey=replace(data.survey, fill=fill))
    if telling(data.survey) is None:
        raise ConfigError(wording.say("roster-unit"))
    return rates_of(data, Gate())


def rates_of(data: SurveyData, gate: Gate) -> tuple[TypeRate, ...]:
    """The rates of one survey by who was said to be invited at its opening; () without, or under k answers."""
    told_by = telling(data.survey)
    if told_by is None or not gate.admits("survey", data.counts.answered):
        return ()
    said = [value for _, value in given(data).get(told_by.key, ())]
    if told_by.people and not gate.admits("response_by_type", len(said)):
        return ()
    return type_rates(data.survey.fill.roster, told_by.count(said), gate, people=told_by.people)


def rate_block(rates: Sequence[TypeRate], wording: Wording) -> list[Block]:
    """The rates as a block; nothing when there are none."""
    if not rates:
        return []
    say = wording.say
    invited, answered = sum(r.invited for r in rates), sum(r.answered for r in rates)
    labels = [one.label or say("roster-others") for one in rates]
    bars = tuple(
        Bar(
            say("roster-bar", label=label, n=one.invited),
            (one.invited - one.answered, one.answered),
        )
        for label, one in zip(labels, rates, strict=True)
    )
    lines = tuple(
        Line(
            label,
            _told(one, wording),
            numbers=(one.invited - one.answered, one.answered, one.invited),
        )
        for label, one in zip(labels, rates, strict=True)
    )
    asked = say("roster-asked")
    block = Block(
        asked=asked,
        findings=(say("roster-finding", answered=answered, n=invited, percent=percent(answered, invited)),),
        waiting=False,
        figure=Stacked((say("roster-no"), say("table-answered")), bars),
        about=say("chart-description", title=asked),
        notes=(say("roster-note"),),
        caption="",
        heads=(say("roster-type"), say("roster-no"), say("table-answered"), say("table-invited")),
        lines=lines,
        suppressed="",
        across=True,
    )  # fmt: skip
    return [block]


def _told(one: TypeRate, wording: Wording) -> tuple[str, ...]:
    """The rate is a percentage always (S1)."""
    share = percent(one.answered, one.invited)
    return (
        str(one.invited - one.answered),
        wording.say("count-percent", count=one.answered, percent=share),
        str(one.invited),
    )
