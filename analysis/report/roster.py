"""Who was invited, by type of organisation: how many of each type answered. Never which.

A type needs five invited to be told by itself; the others are told together, and when they are fewer than five, with
the smallest type (domain §1, L6).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.disclosure import Gate
from analysis.figures import Bar, Stacked
from analysis.frames import SurveyData, names_of
from analysis.report.blocks import Block, Line
from analysis.report.given_files import columns_of, rows_of
from analysis.wording import Wording, percent
from surveys.errors import ConfigError

MOST_ROWS, MOST_BYTES = 2_000, 500_000
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("organisation", "namn", "name"),
    "type": ("typ", "type"),
}


@dataclass(frozen=True, slots=True)
class TypeRate:
    """One type of organisation; `label` '' for those that are told together."""

    label: str
    invited: int
    answered: int


def read_roster(content: bytes, wording: Wording) -> dict[str, str]:
    """Organisation, in small letters, to its type. Raises ConfigError, in the report's language."""
    rows = rows_of(content) if len(content) <= MOST_BYTES else []
    places = columns_of(rows, COLUMNS)
    if len(places) < len(COLUMNS) or len(rows) > MOST_ROWS + 1:
        raise ConfigError(wording.say("roster-columns", most=MOST_ROWS))
    found: dict[str, str] = {}
    for number, row in enumerate(rows[1:], 2):
        told = [
            " ".join(row[places[name]].split()) if places[name] < len(row) else ""
            for name in COLUMNS
        ]
        if not all(told):
            raise ConfigError(wording.say("roster-row", row=number))
        found[told[0].casefold()] = told[1]
    return found


def rates_from(content: bytes, data: SurveyData | None, wording: Wording) -> tuple[TypeRate, ...]:
    """The rates of one survey that organisations or groups answered by name.

    Raises ConfigError, in the report's language, for any other survey (a series is None) and for a list that cannot
    be read.
    """
    if data is None or data.survey.questionnaire.unit == "person":
        raise ConfigError(wording.say("roster-unit"))
    roster, gate = read_roster(content, wording), Gate()
    return type_rates(data, roster, gate) if gate.admits("survey", data.counts.answered) else ()


def type_rates(data: SurveyData, roster: Mapping[str, str], gate: Gate) -> tuple[TypeRate, ...]:
    """How many of each type were invited and answered, most invited first; () when fewer than k were invited.

    Names that the roster does not know count for no type.
    """
    invited = Counter(roster.values())
    answered = Counter(roster[name] for name in names_of(data) & roster.keys())
    shown, rest = gate.groups("response_by_type", invited)
    rates = [TypeRate(name, count, answered[name]) for name, count in shown.items()]
    rates.sort(key=lambda one: (-one.invited, one.label))
    if rest:
        others = sum(answered[name] for name in invited if name not in shown)
        rates.append(TypeRate("", rest, others))
    return tuple(rates)


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
