"""Two hundred simulated meetings with planted themes: does the slide say what was planted?

Who says what is drawn by chance from shares of a population, so that a small room need not show its order: the share
of rooms in which the true counts do is the ceiling that rule S8 speaks of, printed beside.
"""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.intake.answers import survey_of
from analysis.intake.columns import guess_columns
from analysis.intake.tables import Table
from analysis.report.build import build_report
from analysis.report.model import Report
from analysis.themes.codebook import shipped

MEETINGS = 200
KEEP_SHARES = (0.45, 0.35, 0.25, 0.10)
CHANGE_SHARES = (0.35, 0.15, 0.08, 0.04)
VOICES = 3
UNORDERED = 2
BAR = 0.80
QUESTIONS = ("Vad ska vi behålla?", "Vad ska vi ändra?")
_BARE = str.maketrans("åäöÅÄÖé", "aaoAAOe")


@dataclass(frozen=True, slots=True)
class Meeting:
    """What was planted: themes by falling share in the population, and how many people said each."""

    keep: tuple[str, ...]
    change: tuple[str, ...]
    kept: Counter[str]
    wished: Counter[str]
    rows: tuple[tuple[str, str], ...]


def hold(seed: int, phrases: dict[str, dict[str, list[str]]]) -> Meeting:
    """One meeting of 12 to 24 people."""
    chance = random.Random(seed)
    keep = tuple(chance.sample(sorted(phrases["keep"]), 4))
    change = tuple(chance.sample(sorted(phrases["change"]), 4))
    kept: Counter[str] = Counter()
    wished: Counter[str] = Counter()
    rows = []
    for _ in range(chance.randint(12, 24)):
        said = []
        for themes, shares, side, counted in (
            (keep, KEEP_SHARES, "keep", kept),
            (change, CHANGE_SHARES, "change", wished),
        ):
            held = [t for t, share in zip(themes, shares, strict=True) if chance.random() < share]
            counted.update(held)
            chance.shuffle(held)
            said.append(_text([chance.choice(phrases[side][t]) for t in held], phrases, chance))
        rows.append((said[0], said[1]))
    return Meeting(keep, change, kept, wished, tuple(rows))


def _text(
    said: Sequence[str], phrases: dict[str, dict[str, list[str]]], chance: random.Random
) -> str:
    if not said:
        return chance.choice(["", chance.choice(phrases["empty"]["said"])])
    text = chance.choice([", ", ". ", " och "]).join(said)
    if chance.random() < 0.3:
        text = text.lower()
    return text.translate(_BARE) if chance.random() < 0.1 else text


def report_of(meeting: Meeting) -> Report:
    """The report as it would stand on the slide."""
    table = Table("meeting.csv", "utf-8", ",", QUESTIONS, meeting.rows)
    columns = guess_columns(table.headers, table.rows, [0, 1])
    data = survey_of(table, columns, "Träff", "evaluation", ("sv",))
    return build_report(data, language="sv", codebook=shipped("evaluation"))


def largest(counts: Counter[str], shown: Sequence[str], n: int) -> bool:
    """Whether the first `n` shown are the `n` most said that three people hold; of equals, any."""
    held = sorted((count for count in counts.values() if count >= VOICES), reverse=True)[:n]
    return sorted((counts[theme] for theme in shown[: len(held)]), reverse=True) == held


def near(counts: Counter[str], shown: Sequence[str], n: int) -> bool:
    """The same, but counts that the slide calls unordered (within two, S8) may change places."""
    first = [theme for theme in shown[:n] if theme in counts]
    left = [count for theme, count in counts.items() if theme not in first and count >= VOICES]
    full = len(first) == min(n, sum(count >= VOICES for count in counts.values()))
    return full and max(left, default=0) <= min((counts[t] for t in first), default=0) + UNORDERED


SETS = (
    ("on_the_phone", "never looked at before they were measured: typed on a phone in the north"),
    ("in_a_mixed_room", "never looked at before they were measured: a mixed room in the west"),
    ("at_the_desk", "looked at while matching was changed: written at a desk in the south"),
    ("official", "looked at while matching was changed: officials of the capital's region"),
    ("elsewhere", "written by whoever wrote the codebook: another region's way of writing"),
    ("seen", "written before the codebook, so kind"),
)
"""Phrases of simulated participants, and how little the codebook and the matching know of them. The first four were
written by people who had not seen either, nor one another's."""


def print_meetings() -> None:
    """The figures of all meetings, each with its bar."""
    for name, whose in SETS:
        source = (Path(__file__).parent / f"phrases_{name}.toml").read_text(encoding="utf-8")
        print(f"{MEETINGS} meetings of 12-24 simulated participants, phrases {whose}")
        _tell(_measured(tomllib.loads(source)))


def _measured(phrases: dict[str, dict[str, list[str]]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for seed in range(MEETINGS):
        meeting = hold(seed, phrases)
        report = report_of(meeting)
        keep = [theme.theme for theme in (report.keep.themes if report.keep else ())]
        change = [theme.theme for theme in (report.change.themes if report.change else ())]
        named = {*change} | _named(report)
        as_said = largest(meeting.kept, keep, 3), largest(meeting.wished, change, 1)
        in_order = [name for name, _ in meeting.kept.most_common()]
        wished = [name for name, _ in meeting.wished.most_common(1)]
        found["top"] += as_said[0]
        found["critical"] += as_said[1]
        found["both"] += all(as_said)
        found["near"] += near(meeting.kept, keep, 3) and near(meeting.wished, change, 1)
        found["population"] += set(keep[:3]) == set(meeting.keep[:3]) and change[:1] == [
            meeting.change[0]
        ]
        found["ceiling"] += set(in_order[:3]) == set(meeting.keep[:3]) and wished == [
            meeting.change[0]
        ]
        for theme, count in meeting.wished.items():
            if count >= VOICES:
                found["held"] += 1
                found["shown"] += theme in change
                found["missing"] += theme not in named
    return found


def _named(report: Report) -> set[str]:
    """Critical themes that are at least named as single voices."""
    labels = set(report.change.few) if report.change else set()
    return {theme.id for theme in shipped("evaluation").theme if theme.label["sv"] in labels}


def _tell(found: Counter[str]) -> None:
    for name, what in (
        ("top", "the slide's top three are the three that most people were given"),
        ("critical", "the largest critical theme is the one most people were given"),
        ("both", "both"),
        ("near", "both, where counts within two have no order, as the slide says"),
    ):
        share = found[name] / MEETINGS
        verdict = "pass" if share >= BAR else "FAIL"
        print(f"  {what}: {share:.1%}  >= {BAR:.0%}  {verdict}")
    print(
        f"  both as in the population: {found['population'] / MEETINGS:.1%}; the ceiling, from the true counts: "
        f"{found['ceiling'] / MEETINGS:.1%}  report"
    )
    verdict = "pass" if not found["missing"] else "FAIL"
    print(
        f"  critical themes held by three or more: {found['held']}; shown with their count: {found['shown']}; "
        f"neither shown nor named: {found['missing']}  <= 0  {verdict}"
    )
