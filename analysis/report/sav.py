"""The report's tables for SPSS and its kin: labels, missing values, and a weight.

A case is one answer to one variable, weighted by how many gave it; all other variables are empty in it. FREQUENCIES
with `people` as weight gives the report's counts, and cross tables are empty: see decision 0017.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.report.blocks import PLAIN
from analysis.report.dataset import as_questions
from analysis.report.fixed import NO_DAY
from analysis.wording import Wording
from surveys.errors import ConfigError

if TYPE_CHECKING:
    import datetime as dt

    from analysis.report.model import Report
    from analysis.summary import QuestionSummary

WEIGHT = "people"
MISSING = {"skipped": -91, "dont_know": -92, "no_answer": -93, "na": -94}
"""Codes of answers that are none, as user missing values: no scale reaches them."""
_WEIGHT_AT, _DATE_AT, _TIME = 76, 92, b"00:00:00"
_LONGEST_NAME = 60
_EACH = frozenset({"multi", "rank", "allocate"})
"""Kinds where several answers can be given: a variable for each."""


@dataclass(slots=True)
class Variable:
    """One variable: what it is called, what its codes mean, and how many have each."""

    name: str
    label: str
    measure: str
    labels: dict[int | float, str] = field(default_factory=dict)
    people: dict[int, int] = field(default_factory=dict)


def to_sav(report: Report) -> bytes:
    """The file as bytes. Raises ConfigError, in the report's language, when `dalalab[spss]` is not installed."""
    wording = Wording(report.language, report.unit)
    try:
        import pyreadstat
    except ImportError as error:
        raise ConfigError(wording.say("spss-missing")) from error
    import pandas as pd

    found = variables(report)
    cases = [
        (one.name, code, count) for one in found for code, count in one.people.items() if count
    ]
    columns = {
        one.name: [code if name == one.name else None for name, code, _ in cases] for one in found
    }
    frame = pd.DataFrame({**columns, WEIGHT: [count for _, _, count in cases]}, dtype="float64")
    labels = {one.name: one.label for one in found}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.sav"
        pyreadstat.write_sav(
            frame,
            str(path),
            file_label=f"{report.mark} {report.title}".strip()[:60],
            column_labels={**labels, WEIGHT: wording.say("sav-weight")},
            variable_value_labels={one.name: one.labels for one in found},
            missing_ranges={one.name: [{"lo": -94, "hi": -91}] for one in found},
            variable_measure={**{one.name: one.measure for one in found}, WEIGHT: "scale"},
        )
        return _headed(path.read_bytes(), report.day or NO_DAY, len(found) + 1)


def _headed(made: bytes, day: dt.date, weight: int) -> bytes:
    """The header with the data's day instead of the clock, and the place of the weight.

    Positions: GNU PSPP's description of the system file format.
    """
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    told = f"{day.day:02d} {months[day.month - 1]} {day.year % 100:02d}".encode() + _TIME
    head = bytearray(made)
    head[_WEIGHT_AT : _WEIGHT_AT + 4] = weight.to_bytes(4, "little")
    head[_DATE_AT : _DATE_AT + len(told)] = told
    return bytes(head)


def variables(report: Report) -> list[Variable]:
    """All variables with at least one count that may be told, in the report's order."""
    wording = Wording(report.language, report.unit)
    questions = (*report.questions, *as_questions(report.opinion, wording))
    found = [one for question in questions for one in _variables(question, wording)]
    taken = {WEIGHT}
    for one in found:
        one.name = _free(one.name, taken)
        taken.add(one.name)
    return [one for one in found if any(one.people.values())]


def _variables(question: QuestionSummary, wording: Wording) -> Iterator[Variable]:
    name = "_".join(part for part in (question.id, *question.turn.split("/")) if part)
    if question.kind in PLAIN or question.kind == "number":
        yield _counted(name, question, wording)
    elif question.kind in _EACH:
        yield from _each(name, question, wording)
    else:
        yield _chosen(name, question, wording)


def _counted(name: str, question: QuestionSummary, wording: Wording) -> Variable:
    answered = wording.say("table-answered")
    return _missing(
        Variable(name, question.text, "nominal", {1: answered}, {1: question.n}), question, wording
    )


def _each(name: str, question: QuestionSummary, wording: Wording) -> Iterator[Variable]:
    yes = wording.say(f"sav-{question.kind}")
    for cell in question.cells:
        if cell.n is not None:
            label = f"{question.text} – {cell.label}"
            counts = {1: cell.n, 0: question.n - cell.n}
            one = Variable(
                f"{name}_{cell.id}", label, "nominal", {1: yes, 0: wording.say("sav-not")}, counts
            )
            yield _missing(one, question, wording)


def _chosen(name: str, question: QuestionSummary, wording: Wording) -> Variable:
    measure = "ordinal" if question.stepped else "nominal"
    one = Variable(name, question.text, measure)
    for place, cell in enumerate(question.cells, start=1):
        code = place if cell.value is None else cell.value
        one.labels[code] = cell.label
        if cell.n is not None:
            one.people[code] = cell.n
    return _missing(one, question, wording)


def _missing(one: Variable, question: QuestionSummary, wording: Wording) -> Variable:
    for reason, code in MISSING.items():
        one.labels[code] = wording.say(f"missing-{reason}")
        one.people[code] = question.missing.get(reason) or 0
    return one


def _free(wanted: str, taken: set[str]) -> str:
    """A name SPSS can have: letters, digits and low lines, not too long, and nobody else's."""
    name = re.sub(r"\W+", "_", wanted, flags=re.ASCII).strip("_") or "v"
    name = (name if name[0].isalpha() else f"v_{name}")[:_LONGEST_NAME]
    number, free = 2, name
    while free.lower() in {other.lower() for other in taken}:
        number, free = number + 1, f"{name}_{number}"
    return free
