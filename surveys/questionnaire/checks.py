"""What is wrong with a questionnaire that has the right shape: one look from each side, all told at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from surveys.questionnaire.checking_conditions import check_conditions
from surveys.questionnaire.checking_loops import check_dimensions, check_loop
from surveys.questionnaire.checking_options import check_limits, check_options
from surveys.questionnaire.checking_statements import check_statements
from surveys.questionnaire.checking_texts import check_holes, check_texts
from surveys.questionnaire.problems import Problem, problem

if TYPE_CHECKING:
    from surveys.questionnaire.lines import LineIndex
    from surveys.questionnaire.models import Questionnaire

RESERVED = frozenset({"respondent", "round_begins", "round_talk"})
"""The id of the question for a group's or an organisation's name."""
FITTING = {
    "person": {"confidential", "named_nobody"},
    "triad": {"confidential", "named_nobody"},
    "group": {"named_group"},
    "organisation": {"named_organisation"},
    "person_or_group": {"confidential", "named_nobody", "named_group"},
}
"""What may be promised to each unit."""


def check(questionnaire: Questionnaire, file: str, lines: LineIndex) -> list[Problem]:
    """Every static problem of a questionnaire that could be built."""
    found = [
        *_check_ids(questionnaire, file, lines),
        *_check_labels(questionnaire, file, lines),
        *_check_promise(questionnaire, file, lines),
        *check_texts(questionnaire, file, lines),
        *check_dimensions(questionnaire, file, lines),
    ]
    for index, question in enumerate(questionnaire.question):
        line = lines.line(("question", index))
        found += check_conditions(questionnaire, index, file, lines)
        found += check_holes(questionnaire, index, file, lines)
        found += check_loop(questionnaire, question, file, line)
        found += check_options(questionnaire, question, file, line)
        found += check_limits(questionnaire, index, file, lines)
        found += check_statements(question, file, line)
    if not any(question.role is None for question in questionnaire.question):
        found.append(problem("no_questions", file))
    return found


def _check_ids(questionnaire: Questionnaire, file: str, lines: LineIndex) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, question in enumerate(questionnaire.question):
        line = lines.line(("question", index, "id"))
        if question.id in seen:
            yield problem("duplicate_id", file, line, id=question.id)
        if question.id in RESERVED:
            yield problem("reserved_id", file, line, id=question.id)
        seen.add(question.id)
        options: set[str] = set()
        for part in ("options", "outside", "rows"):
            listed = options if part != "rows" else set()
            for number, option in enumerate(getattr(question, part, ())):
                if option.id in listed:
                    line = lines.line(("question", index, part, number))
                    yield problem("duplicate_id", file, line, id=option.id)
                listed.add(option.id)
    known: set[str] = set()
    for index, dimension in enumerate(questionnaire.dimension):
        line = lines.line(("dimension", index, "id"))
        if dimension.id in known:
            yield problem("duplicate_id", file, line, id=dimension.id)
        if dimension.id in RESERVED:
            yield problem("reserved_id", file, line, id=dimension.id)
        known.add(dimension.id)


def _check_labels(questionnaire: Questionnaire, file: str, lines: LineIndex) -> Iterator[Problem]:
    """Two options that read the same: whoever answers cannot tell them apart, and neither can a chart."""
    for index, question in enumerate(questionnaire.question):
        seen: dict[str, set[str]] = {"answers": set(), "rows": set()}
        for part in ("options", "outside", "rows"):
            among = seen["rows" if part == "rows" else "answers"]
            for number, option in enumerate(getattr(question, part, ())):
                label = option.label.get("sv", "").strip()
                if label and label.casefold() in among:
                    line = lines.line(("question", index, part, number))
                    yield problem("same_label", file, line, label=label)
                among.add(label.casefold())


def _check_promise(questionnaire: Questionnaire, file: str, lines: LineIndex) -> Iterator[Problem]:
    fitting = FITTING[questionnaire.unit]
    if questionnaire.anonymity not in fitting:
        facts = {"unit": questionnaire.unit, "anonymity": questionnaire.anonymity}
        line = lines.line(("anonymity",))
        yield problem("anonymity_unit", file, line, **facts, fitting=", ".join(sorted(fitting)))
