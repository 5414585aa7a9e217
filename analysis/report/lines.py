"""The report's standing lines: what its parts are called, what a reader must not miss, how it was counted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.asking import sampled, told_before
from analysis.disclosure import Gate
from analysis.frames import Edition, SurveyData, reportable
from analysis.holding import where_of
from analysis.report.model import Base, Headings
from analysis.report.turnout import rate_lines, self_selected
from analysis.report.worded import text_lines, unread_lines
from analysis.themes.codebook import Codebook
from analysis.wording import Wording
from surveys.conversation.respondent import is_shown_by_name
from surveys.conversation.values import Document, Picture
from surveys.questionnaire.languages import say
from surveys.survey import Survey
from surveys.texts import date_text

if TYPE_CHECKING:
    from analysis.themes.finding import Themes, Voices
    from analysis.trend import Trend


_WHO = {"group": "-group", "triad": "-group", "organisation": "-organisation"}


def headings_for(survey: Survey, wording: Wording, *, praised: bool) -> Headings:
    """What the parts are called: participants of a meeting, or those who answered in a dialogue.

    `praised`: whether a question asks what was good. Else what people write is neither praise nor a wish.
    """
    kind = "-dialogue" if survey.questionnaire.purpose == "dialogue" else ""
    unit = survey.questionnaire.unit
    who = kind or _WHO.get(unit, "")
    keep = "keep" if praised else "said"
    return Headings(
        page=wording.say(f"heading{who}"),
        keep=wording.say(f"heading-{keep}{who}"),
        change=wording.say(f"heading-change{who}"),
        cloud_keep=wording.say(f"cloud-keep{kind}" if praised else "cloud-said"),
        cloud_change=wording.say(f"cloud-change{kind}"),
    )


def numbered(number: int, title: str) -> str:
    """A meeting's title with its number, unless the title already says it."""
    return title if str(number) in re.findall(r"\d+", title) else f"{number}. {title}"


def critical_lines(change: Voices | None, keep: Voices | None, wording: Wording) -> tuple[str, ...]:
    """The largest critical theme, even with one voice, and the smaller ones (S9).

    A theme that is only suggested leads when the codebook found nothing; its label says what it is. That nobody is
    critical is said where somebody has written something else.
    """
    if change is None or change.waits:
        return ()
    written = [theme for theme in change.themes if theme.stability is None]
    leading = written if written or change.few else change.themes
    lines = [f"{theme.sentence}." for theme in leading[:1]]
    if change.few:
        lines.append(wording.say("few-critical", labels=wording.listed(change.few)))
    if not change.content and keep is not None and keep.content:
        lines.append(wording.say("no-critical"))
    return tuple(lines)


def notes_for(
    datas: Sequence[SurveyData],
    themes: Themes | None,
    base: Base,
    critical: Sequence[str],
    trend: Sequence[Trend],
    wording: Wording,
    *,
    waits: int,
    standing: Sequence[str],
) -> tuple[str, ...]:
    """The sentences a reader must not miss, in the order of the report."""
    survey = datas[-1].survey
    about = [] if len(datas) > 1 else told_before(survey, wording.language)
    notes = [wording.say("about", question=asked, answer=said) for asked, said in about]
    if waits:
        return (*notes, lacking_line(datas, waits, wording))
    notes += sampled_lines(survey, wording)
    notes += list(_caution(datas[-1].survey, base, wording, series=len(datas) > 1))
    notes += standing
    notes += critical
    if themes is not None:
        notes += _text_notes(themes, wording)
    if trend:
        notes.append(wording.say("different-people"))
    return tuple(notes)


def edition_lines(datas: Sequence[SurveyData], wording: Wording) -> list[str]:
    """What the report rests on while answers come in, and what stays out of it for good."""
    lines = []
    if any(data.edition is not None and data.edition.open for data in datas):
        series = "-series" if len(datas) > 1 else ""
        lines.append(wording.say(f"edition-open{series}", k=Gate().k))
    for data in datas:
        title = f"{data.survey.title}: " if len(datas) > 1 else ""
        lines += [f"{title}{line}" for line in _cut_lines(data.edition, wording)]
    return lines


def lacking_line(datas: Sequence[SurveyData], waits: int, wording: Wording) -> str:
    """Why nothing of a report is shown; '' where it waits for nobody."""
    if not waits:
        return ""
    if _over(datas):
        gone = all(data.survey.purged for data in datas)
        return wording.say("all-purged" if gone else "all-too-few", k=Gate().k)
    return wording.say("all-waiting", count=waits, k=Gate().k)


def erased_lines(datas: Sequence[SurveyData], gate: Gate, wording: Wording) -> tuple[str, ...]:
    """Why there are no themes, where somebody's words have gone since they were counted."""
    if all(entry.reason != "erased" for entry in gate.log):
        return ()
    return (wording.say("edition-erased-closed" if _over(datas) else "edition-erased", k=gate.k),)


def _over(datas: Sequence[SurveyData]) -> bool:
    return all(data.survey.closed_at is not None for data in datas)


def _cut_lines(edition: Edition | None, wording: Wording) -> list[str]:
    if edition is None or edition.open:
        return []
    if edition.late:
        return [wording.say("edition-late", n=edition.late, k=Gate().k)]
    kept = len(edition.kept)
    return [wording.say("edition-kept", n=kept, k=Gate().k)] if kept else []


def sampled_lines(survey: Survey, wording: Wording) -> list[str]:
    """That different people answered about different parts, and about which."""
    lines = []
    for dimension in sampled(survey):
        items = [say(item.label, wording.language) for item in survey.items(dimension.id)]
        lines.append(
            wording.say(
                "sampled",
                sample=dimension.sample,
                total=len(items),
                labels=wording.listed(items),
            )
        )
        if dimension.always_last is not None:
            last = say(dimension.always_last.label, wording.language)
            lines.append(wording.say("sampled-last", label=last))
    return lines


def _caution(survey: Survey, base: Base, wording: Wording, *, series: bool) -> list[str]:
    lines = []
    if survey.notice.demo:
        lines.append(wording.say("demo-text"))
    if base.known is None and not series:
        lines.append(wording.say("rate-unknown"))
    if survey.questionnaire.purpose == "dialogue":
        lines.append(wording.say("selfselected"))
    return lines


def _text_notes(themes: Themes, wording: Wording) -> list[str]:
    lines = []
    for side in (themes.keep, themes.change):
        if side.unordered and len(side.themes) > 1:
            lines.append(wording.say("no-order-themes"))
            break
    if themes.keep.few:
        lines.append(wording.say("few-voices", labels=wording.listed(themes.keep.few)))
    sides = [side for side in (themes.keep, themes.change) if not side.waits]
    if sides:
        covered, content = sum(s.covered for s in sides), sum(s.content for s in sides)
        if content and themes.assigned.codebook.theme:
            lines.append(wording.say("coverage", n=covered, total=content))
    return [*lines, *unread_lines(themes, wording)]


def method_lines(
    datas: Sequence[SurveyData], gate: Gate, book: Codebook, wording: Wording, *, trend: bool
) -> tuple[str, ...]:
    """How the figures came about."""
    questionnaire = datas[-1].survey.questionnaire
    people = questionnaire.purpose == "dialogue" or wording.unit == "person"
    chose = "selfselected" if people else "selfselected-others"
    lines = [wording.say(chose if self_selected(datas) else "method-census")]
    if questionnaire.anonymity in {"named_group", "named_organisation"}:
        named = "method-by-name" if is_shown_by_name(datas[-1].survey) else "method-named"
        lines.append(wording.say(named))
    if questionnaire.unit == "person_or_group":
        lines.append(wording.say("method-either"))
    if len(datas) == 1:
        lines += rate_lines(datas[0], wording)
        lines += sampled_lines(datas[-1].survey, wording)
    lines.append(wording.say("method-k", k=gate.k))
    lines += text_lines(datas, book, wording)
    if trend:
        lines += [wording.say("method-trend"), wording.say("different-people")]
    lines += _files(datas, wording)
    return (*lines, *_held_lines(datas, gate, wording))


def _held_lines(datas: Sequence[SurveyData], gate: Gate, wording: Wording) -> list[str]:
    """How many parts are not shown, and why. What stands as it was told before is shown."""
    kept = [
        (data.survey.code, where_of(key))
        for data in datas
        if data.edition is not None
        for key in data.edition.kept
    ]
    stands = {name for code, where in kept for name in (where, f"survey:{code}:{where}")}
    since = [one.where for one in gate.log if one.reason in {"since_last", "erased"}]
    few = len(gate.log) - len(since)
    lines = [wording.say("method-held", n=few)] if few else []
    gone = sum(where not in stands for where in since)
    return [*lines, wording.say("method-held-since", n=gone)] if gone else lines


def _files(datas: Sequence[SurveyData], wording: Wording) -> list[str]:
    """How many pictures and documents were sent in to questions a report may tell of."""
    shown = {(data.survey.code, question.id) for data in datas for question in reportable(data)}
    values = [
        row.value
        for data in datas
        for row in data.rows
        if (data.survey.code, row.key.question) in shown
    ]
    photos = sum(isinstance(value, Picture) for value in values)
    documents = sum(isinstance(value, Document) for value in values)
    lines = [wording.say("method-photos", n=photos)] if photos else []
    return [*lines, wording.say("method-documents", n=documents)] if documents else lines


def notice_lines(survey: Survey, wording: Wording) -> tuple[str, ...]:
    """What the law wants said: who is responsible, why, on what ground, how long."""
    notice = survey.notice
    until = date_text(notice.retain_until, wording.language)
    return (
        wording.say("notice-controller", controller=notice.controller),
        wording.say("notice-purpose", purpose=_sentence(say(notice.purpose, wording.language))),
        wording.say("notice-basis", basis=wording.named("basis", notice.legal_basis)),
        wording.say("notice-retention", date=until, decision=notice.decision_ref),
    )


def feedback_line(survey: Survey, wording: Wording) -> str:
    """When and where people hear what came of it, as it was promised when the dialogue opened."""
    if survey.influence is None:
        return ""
    promised = survey.influence.feedback
    return wording.say(
        "letter-feedback",
        date=date_text(dt.date.fromisoformat(promised.date), wording.language),
        where=say(promised.where, wording.language).rstrip("."),
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
