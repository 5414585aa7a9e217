"""The organiser's workbench: every theme with its answers, what has none, and what was decided.

It is inside: whoever made the survey reads answers word for word here, once enough people have answered for anything to
be shown at all. What leaves it for a report passes the gate like everything else.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.disclosure import Gate
from analysis.frames import SurveyData
from analysis.themes.answers import Answer
from analysis.themes.codebook import Codebook, codebook_for
from analysis.themes.finding import Themes, find_themes
from analysis.themes.hand import BY_HAND, Idle, base_of, holds, seeded
from analysis.themes.stances import Stance
from analysis.wording import Wording
from surveys.deciding import (
    EVERYWHERE,
    OTHER,
    WISHES,
    Decided,
    Decision,
    Merge,
    Move,
    Rename,
    Sentence,
)
from surveys.questionnaire.languages import say


@dataclass(frozen=True, slots=True)
class BenchAnswer:
    """One wording, by however many people. `why`: what tied it to the theme, in words."""

    id: str
    question: str
    turn: str
    text: str
    language: str
    translation: str
    why: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class BenchTheme:
    """One theme on one side. `id`: with its side; `theme`: as decisions name it.

    `shown`: whether a report tells of it; `sentence` as it stands there, '' where it does not.
    """

    id: str
    theme: str
    side: Stance
    label: str
    suggested: bool
    people: int
    total: int
    shown: bool
    sentence: str
    edited: bool
    answers: tuple[BenchAnswer, ...]


@dataclass(frozen=True, slots=True)
class BenchDecision:
    """A decision, and why it changes nothing where it does not.

    `label`: what its theme is called; of a rename, what it was called before. `target`: the other theme it names, if any.
    """

    number: int
    decision: Decision
    who: str
    day: dt.date
    idle: Idle | None
    label: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything on the workbench. `choices`: themes an answer can be moved to, id and label.

    `waits`: answers still needed before anything stands here. `languages`: those a phrase can be in. `unread`: answers
    in a language without a codebook that nobody has translated.
    """

    waits: int
    languages: tuple[str, ...] = ()
    themes: tuple[BenchTheme, ...] = ()
    other: tuple[BenchAnswer, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    decisions: tuple[BenchDecision, ...] = ()
    unread: int = 0

    def theme(self, name: str) -> BenchTheme | None:
        """The theme with this id; without its side where the side with praise has none."""
        return next((one for one in self.themes if name in {one.id, one.theme}), None)

    def answer(self, name: str) -> BenchAnswer | None:
        """The answer with this id."""
        everywhere = (*self.other, *(answer for theme in self.themes for answer in theme.answers))
        return next((answer for answer in everywhere if answer.id == name), None)


def bench_of(data: SurveyData, language: str, codebook: Codebook | None = None) -> Bench:
    """The workbench of a survey, most people first; empty while fewer than k have answered."""
    gate, wording = Gate(), Wording(language, data.survey.questionnaire.unit)
    book = codebook or codebook_for(data.survey.questionnaire)
    waits = gate.waits_for(data.counts.answered)
    if waits:
        return Bench(waits, decisions=_decisions(data.hand, {}, {}, {}, wording))
    found = find_themes([data], book, gate, wording)
    labels = _labels(found.assigned.codebook, wording)
    themes = tuple(_themes(found, labels, wording))
    idle = dict(found.assigned.idle) | dict(_idle_sentences(data.hand, themes, set(labels)))
    return Bench(
        waits=0,
        languages=book.languages(),
        themes=themes,
        other=_answers(_left(found, book.languages()), {}, wording),
        choices=tuple(sorted(labels.items(), key=lambda one: (one[1].casefold(), one[0]))),
        decisions=_decisions(
            data.hand, labels, _labels(seeded(book, data.hand), wording), idle, wording
        ),
        unread=sum(found.not_themed.values()),
    )


def _labels(book: Codebook, wording: Wording) -> dict[str, str]:
    return {theme.id: say(theme.label, wording.language) for theme in book.theme}


def _themes(found: Themes, labels: Mapping[str, str], wording: Wording) -> Iterable[BenchTheme]:
    shown = {theme.id: theme for theme in (*found.keep.themes, *found.change.themes)}
    reasons = _reasons(found)
    for side in (found.keep, found.change):
        here = [name for name in found.evidence if _side(found.evidence[name]) == side.stance]
        people = {name: len({answer.person for answer in found.evidence[name]}) for name in here}
        for name in sorted(here, key=lambda name: (-people[name], name)):
            theme = shown.get(name)
            base = base_of(name, set(labels))
            if base is not None or theme is not None:
                yield BenchTheme(
                    id=name,
                    theme=base or name,
                    side=side.stance,
                    label=theme.label if theme else labels[base or name],
                    suggested=base is None,
                    people=people[name],
                    total=theme.total if theme else 0,
                    shown=theme is not None,
                    sentence=theme.sentence if theme else "",
                    edited=theme is not None and theme.edited,
                    answers=_answers(found.evidence[name], reasons.get(base, {}), wording),
                )


def _side(answers: Sequence[Answer]) -> Stance:
    return answers[0].stance


def _reasons(found: Themes) -> dict[str | None, dict[Answer, tuple[str, ...]]]:
    """By theme, what ties each of its answers to it."""
    by_theme: dict[str | None, dict[Answer, tuple[str, ...]]] = defaultdict(dict)
    for answer, ties in found.matches.items():
        for tie in ties:
            by_theme[tie.theme][answer] = tie.why
    return by_theme


def _answers(
    answers: Iterable[Answer], reasons: Mapping[Answer, tuple[str, ...]], wording: Wording
) -> tuple[BenchAnswer, ...]:
    """Each wording once: a decision is about the words, whoever wrote them."""
    said: dict[str, list[Answer]] = {}
    for answer in answers:
        said.setdefault(answer.id, []).append(answer)
    return tuple(
        BenchAnswer(
            id=name,
            question=same[0].question,
            turn=same[0].turn,
            text=same[0].text,
            language=same[0].language,
            translation=same[0].translation.text if same[0].translation else "",
            why=tuple(
                wording.say("hand-why") if why == BY_HAND else why
                for why in reasons.get(same[0], ())
            ),
            people=len({answer.person for answer in same}),
        )
        for name, same in said.items()
    )


def _left(found: Themes, known: Sequence[str]) -> list[Answer]:
    """Answers with content on either side that are in no theme, suggested or not; those to translate stand elsewhere."""
    held = {answer for answers in found.evidence.values() for answer in answers}
    return [
        answer
        for answer in found.answers
        if not answer.empty and answer.stance != "other" and answer not in held
        if answer.read[1] in known
    ]


def _idle_sentences(
    hand: Sequence[Decided], themes: Sequence[BenchTheme], known: set[str]
) -> Iterable[tuple[int, Idle]]:
    """Sentences no report shows: their theme is gone, is held by too few, or its number is another now."""
    shown = {theme.id: theme for theme in themes if theme.shown}
    for one in hand:
        if not isinstance(one.decision, Sentence):
            continue
        theme = shown.get(one.decision.theme)
        if base_of(one.decision.theme, known) is None:
            yield one.number, "theme"
        elif theme is None:
            yield one.number, "few"
        elif not holds(one.decision, theme.people, theme.total):
            yield one.number, "count"


def _decisions(
    hand: Sequence[Decided],
    labels: Mapping[str, str],
    before: Mapping[str, str],
    idle: Mapping[int, Idle],
    wording: Wording,
) -> tuple[BenchDecision, ...]:
    """The newest first: it is the one to undo."""
    found = []
    for one in reversed(hand):
        decision = one.decision
        called = before if isinstance(decision, Rename) else {**before, **labels}
        label = _called(_subject(decision), called, wording)
        target = _target(decision)
        into = "" if target is None else _called(target, {**before, **labels}, wording)
        why = idle.get(one.number)
        found.append(BenchDecision(one.number, decision, one.who, one.day, why, label, into))
    return tuple(found)


def _subject(decision: Decision) -> str:
    return decision.source if isinstance(decision, Move) else decision.theme


def _target(decision: Decision) -> str | None:
    """The other theme that a merge or a move names."""
    match decision:
        case Merge(into=into):
            return into
        case Move(target=target):
            return target
    return None


def _called(theme: str, labels: Mapping[str, str], wording: Wording) -> str:
    if theme in {OTHER, EVERYWHERE}:
        return wording.say("hand-other" if theme == OTHER else "hand-everywhere")
    return labels.get(theme) or labels.get(theme.removesuffix(WISHES)) or theme
