"""A spreadsheet form read into our format. Whatever the file holds, the answer is a questionnaire and what to know."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from surveys.questionnaire.linting_words import promises_anonymity
from surveys.questionnaire.loading import check_questionnaire
from surveys.questionnaire.timing import question_seconds
from surveys.questionnaire.toml_text import toml_text
from surveys.questionnaire.xlsform.building import Builder
from surveys.questionnaire.xlsform.form import Form, named, read_form
from surveys.questionnaire.xlsform.naming import ascii_name
from surveys.questionnaire.xlsform.returning import Imported, returned
from surveys.questionnaire.xlsform.sheets import Unreadable, read_sheets
from surveys.questionnaire.xlsform.speech import INTRO, Speech
from surveys.questionnaire.xlsform.troubles import Trouble, trouble

if TYPE_CHECKING:
    from surveys.questionnaire.problems import Problem

Raw = dict[str, Any]
MOST_ROUNDS = 60


def import_form(content: bytes, name: str, language: str | None = None) -> Imported:
    """Reads .xlsx, .xls, .csv or a Markdown table. `language`: of columns that do not say theirs."""
    try:
        sheets = {title: named(sheet) for title, sheet in read_sheets(content, name).items()}
    except Unreadable as error:
        why = {"why_sv": error.why["sv"], "why_en": error.why["en"]}
        return Imported(troubles=[trouble("form_unreadable", None, None, None, **why)])
    own = returned(sheets)
    if isinstance(own, Imported):
        return own
    form = read_form(sheets)
    form.troubles += own
    spoken = [sheets[title] for title in ("survey", "choices") if title in sheets]
    speech = Speech(spoken, form.settings.get("default_language", ""), language)
    builder = Builder(form, speech)
    builder.build()
    form.troubles += speech.advice()
    made = Imported(read=form.read, ignored=len(form.ignored))
    _finish(made, form, builder, _heading(form, speech, name))
    made.refused = len(form.refused - form.ignored)
    if made.source is None:
        form.troubles.append(trouble("form_empty", None, None, None))
    made.troubles = sorted(
        form.troubles, key=lambda each: (each.sheet is not None, each.row or 0, each.code)
    )
    return made


def _heading(form: Form, speech: Speech, name: str) -> Raw:
    file = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    title = form.settings.get("form_title") or form.settings.get("form_id") or file or "Formulär"
    if promises_anonymity(title):
        title = "Formulär"
    title = title[:200].replace("{", "(").replace("}", ")")
    id_ = ascii_name(form.settings.get("form_id") or title, "form")
    return {
        "format": 1,
        "id": id_,
        "purpose": "evaluation",
        "unit": "person",
        "anonymity": "confidential",
        "channels": ["web", "telegram"],
        "max_seconds": 60,
        "title": speech.same({}, title),
        "intro": speech.same(INTRO, title),
    }


def _finish(made: Imported, form: Form, builder: Builder, heading: Raw) -> None:
    """Writes the file; a question that our own check does not accept is refused, until all are accepted."""
    questions = builder.questions
    if not questions:
        return
    for _ in range(MOST_ROUNDS):
        raw = {**heading, "dimension": _used(builder.dimensions, questions)}
        raw["question"] = [question for _, question in questions]
        source = toml_text(raw)
        found, problems = check_questionnaire(source, "")
        errors = [each for each in problems if each.severity == "error"]
        if found is not None and not errors:
            seconds = sum(question_seconds(found, each, "sv") for each in found.question)
            heading["max_seconds"] = max(60, math.ceil(seconds / 30) * 30)
            made.source = toml_text({**raw, **heading})
            made.questionnaire = check_questionnaire(made.source, "")[0]
            return
        kept = _without(source, questions, errors, form)
        if len(kept) == len(questions):
            form.troubles += [_not_accepted(each, None) for each in errors]
            return
        if not kept:
            return
        questions = kept


def _used(dimensions: list[Raw], questions: list[tuple[int, Raw]]) -> list[Raw]:
    wanted = {name for _, question in questions for name in question.get("loop", ())}
    return [dimension for dimension in dimensions if dimension["id"] in wanted]


def _without(
    source: str, questions: list[tuple[int, Raw]], errors: list[Problem], form: Form
) -> list[tuple[int, Raw]]:
    starts = [n for n, line in enumerate(source.splitlines(), 1) if line == "[[question]]"]
    ends = [*starts[1:], len(source) + 1]
    kept = []
    for (row, question), start, end in zip(questions, starts, ends, strict=True):
        wrong = [each for each in errors if each.line is not None and start <= each.line < end]
        if wrong:
            form.refused.add(row)
            form.troubles.append(_not_accepted(wrong[0], row))
        else:
            kept.append((row, question))
    return kept


def _not_accepted(found: Problem, row: int | None) -> Trouble:
    facts = {"why_sv": found.text["sv"], "why_en": found.text["en"]}
    remedy = {"remedy_sv": found.remedy["sv"], "remedy_en": found.remedy["en"]}
    return trouble("not_accepted", row, None, "survey", **facts, **remedy)
