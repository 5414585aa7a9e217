"""The page a data protection officer asks for: what a survey collects, why, for how long, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from surveys.answer_back import waits_until
from surveys.conversation.respondent import is_shown_by_name, respondent_question
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import FreeText, Location, Note, Photo
from surveys.questionnaire.piping import filled
from surveys.survey import K_MIN
from surveys.texts import date_text

if TYPE_CHECKING:
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey
    from surveys.texts import Texts

CATEGORIES = {
    "text": "words",
    "location": "place",
    "photo": "picture",
    "file": "document",
    "indicator": "words",
    "consent": "consent",
    "contact": "contact",
    "number": "figure",
    "date": "figure",
    "time": "figure",
    "hidden": "given",
    "calculate": "given",
}
"""What sort of data a kind of question collects; everything else is a choice among options."""


def record_page(survey: Survey, texts: Texts, language: str) -> str:
    """The page as Markdown. Nothing of what anybody answered is in it."""
    tell = partial(texts.say, language)
    notice, form = survey.notice, survey.questionnaire
    basis = f"basis-{notice.legal_basis}"
    parts = [
        f"# {tell('record-title', title=_cell(survey.title))}",
        tell("record-about", code=survey.code, form=form.id, version=survey.version[:12]),
        f"## {tell('record-purpose')}",
        tell("record-controller", name=_cell(notice.controller)),
        _cell(say(notice.purpose, language)),
        f"## {tell('record-basis')}",
        tell(basis) if texts.knows(basis) else _cell(notice.legal_basis),
        f"## {tell('record-data')}",
        _table(survey, texts, language),
        tell("record-confidential" if form.anonymity == "confidential" else "record-named"),
        f"## {tell('record-special')}",
        *(_special(survey, texts, language) or [tell("record-special-none")]),
        f"## {tell('record-recipients')}",
        *_list(_recipients(survey, texts, language)),
        f"## {tell('record-retention')}",
        tell(
            "record-until",
            date=date_text(notice.retain_until, language),
            decision=_cell(notice.decision_ref),
        ),
        *_wishes(survey, texts, language),
        f"## {tell('record-risks')}",
        *_list(_risks(survey, texts, language)),
        f"## {tell('record-missing')}",
        *(_list(_missing(survey, texts, language)) or [tell("record-missing-none")]),
        f"## {tell('record-register')}",
        f"`{_register_line(survey, texts, language)}`",
    ]
    return "\n\n".join(parts).replace("\n\n- ", "\n- ") + "\n"


def _table(survey: Survey, texts: Texts, language: str) -> str:
    heads = [texts.say(language, f"record-{name}") for name in ("question", "category", "why")]
    lines = [f"| {' | '.join(heads)} |", "|---|---|---|"]
    named = respondent_question(survey.questionnaire, survey.fill)
    for question in (*([named] if named else []), *survey.questionnaire.question):
        if isinstance(question, Note):
            continue
        asked = filled(say(question.text, language), lambda _name: "…")
        text = _cell(asked) or f"`{question.id}`"
        category = texts.say(language, f"record-is-{_category(question)}")
        if question.background:
            category += f", {texts.say(language, 'record-background')}"
        if question.private:
            category += f", {texts.say(language, 'record-private')}"
        lines.append(f"| {text} | {category} | {_cell(question.reason or '')} |")
    return "\n".join(lines)


def _category(question: AnyQuestion) -> str:
    return "given" if question.role is not None else CATEGORIES.get(question.kind, "choice")


def _special(survey: Survey, texts: Texts, language: str) -> list[str]:
    reasons = [
        texts.say(language, "record-art9", question=each.id, reason=_cell(each.art9_reason))
        for each in survey.questionnaire.question
        if each.art9_reason
    ]
    if survey.questionnaire.purpose == "dialogue":
        reasons.append(texts.say(language, "record-political"))
    return _list(reasons)


def _recipients(survey: Survey, texts: Texts, language: str) -> Iterator[str]:
    yield texts.say(language, "record-to-controller", name=_cell(survey.notice.controller))
    yield texts.say(language, "record-to-public", k=K_MIN)
    if is_shown_by_name(survey):
        yield texts.say(language, "record-to-public-named")
    if "telegram" in survey.channels:
        yield texts.say(language, "record-to-telegram")


def _risks(survey: Survey, texts: Texts, language: str) -> Iterator[str]:
    questions = survey.questionnaire.question
    if any(isinstance(each, FreeText) for each in questions):
        yield texts.say(language, "record-risk-words")
    for place in (each for each in questions if isinstance(each, Location)):
        yield texts.say(language, "record-risk-place", question=place.id, metres=place.precision_m)
    if any(isinstance(each, Photo) for each in questions):
        yield texts.say(language, "record-risk-picture")
    if any(each.kind == "file" for each in questions):
        yield texts.say(language, "record-risk-document")
    if any(each.background for each in questions):
        yield texts.say(language, "record-risk-background", k=K_MIN)
    if "telegram" in survey.channels:
        yield texts.say(language, "record-risk-telegram")
    yield texts.say(language, "record-risk-few", k=K_MIN)


def _missing(survey: Survey, texts: Texts, language: str) -> Iterator[str]:
    notice = survey.notice
    if not notice.decision_ref.strip() or notice.demo:
        yield texts.say(language, "record-no-decision")
    if not notice.dpia_ref:
        yield texts.say(language, "record-no-dpia")
    if "telegram" in survey.channels and not notice.processor_agreement:
        yield texts.say(language, "record-no-agreement")
    for question in survey.questionnaire.question:
        if question.background and not question.reason:
            yield texts.say(language, "record-no-reason", question=question.id)


def _register_line(survey: Survey, texts: Texts, language: str) -> str:
    """One line for the register of processing, its fields parted by semicolons."""
    notice = survey.notice
    basis = f"basis-{notice.legal_basis}"
    fields = [
        survey.code,
        survey.title,
        notice.controller,
        say(notice.purpose, language),
        texts.say(language, basis) if texts.knows(basis) else notice.legal_basis,
        notice.retain_until.isoformat(),
        notice.decision_ref,
        notice.dpia_ref or "–",
        notice.processor_agreement or "–",
        ", ".join(survey.channels),
    ]
    return "; ".join(_cell(field).replace(";", ",").replace("`", "'") for field in fields)


def _list(lines: Iterator[str] | list[str]) -> list[str]:
    return [f"- {line.removeprefix('- ')}" for line in lines]


def _cell(written: str | None) -> str:
    """What an organiser wrote on one line, where no sign of Markdown's or HTML's means anything."""
    plain = " ".join((written or "").split())
    for sign, instead in (("\\", "\\\\"), ("|", "\\|"), ("<", "&lt;"), ("*", "\\*"), ("_", "\\_")):
        plain = plain.replace(sign, instead)
    return plain


def _wishes(survey: Survey, texts: Texts, language: str) -> list[str]:
    """Who wants to hear the outcome is kept apart from the answers, and longer than the link to them."""
    if survey.influence is None or "telegram" not in survey.channels:
        return []
    day = date_text(waits_until(survey), language)
    return [texts.say(language, "record-wishes", date=day)]
