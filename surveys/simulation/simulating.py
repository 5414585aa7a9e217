"""A questionnaire tried from end to end: every way through it within a bound, and random ones beyond it.

Every way: at each question one answer of each sort that conditions tell apart, and where none does, one likely
answer. The steps and screens are the real ones, so what would go wrong for a person goes wrong here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from statistics import median_high
from typing import TYPE_CHECKING

from surveys.conversation.path import path
from surveys.conversation.respondent import RESPONDENT, must_be_named
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Begin, Choose, Context, Input, Skip, Speak, State, Write
from surveys.conversation.step import step
from surveys.conversation.view import screen
from surveys.questionnaire.coverage import complete_languages
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Calculate, Hidden, Item, Note
from surveys.questionnaire.reach import distinctions
from surveys.questionnaire.timing import reading_seconds, screen_seconds
from surveys.simulation.acting import likely_act
from surveys.survey import DimensionFill, Fill, Notice, Survey

if TYPE_CHECKING:
    from surveys.conversation.state import Act, Key
    from surveys.questionnaire.models import Questionnaire
    from surveys.questionnaire.reach import Answer

NOW = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
"""Simulated people answer on a day of their own: nothing depends on the clock."""
MOST_PATHS = 2_000
"""Ways through that are all tried, for each language."""
MOST_STEPS = 20_000
STAND_INS = 3
"""Invented items where only the organiser has the real ones."""
_EDITS = 0.1


class Stuck(Exception):
    """A person could not come further; a defect of the program, and it is let out."""


@dataclass(frozen=True, slots=True)
class Walked:
    """One way through: the questions, screens and estimated seconds."""

    questions: frozenset[str]
    screens: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Simulation:
    """What all walks showed. `exhausted`: every way through was tried, in every language."""

    languages: tuple[str, ...]
    walks: int
    paths: int
    exhausted: bool
    unreached: tuple[str, ...]
    longest_screens: int
    longest_seconds: int
    median_seconds: int
    limit: int


def simulate(
    questionnaire: Questionnaire,
    *,
    walks: int,
    seed: int = 0,
    told: Callable[[int], None] = lambda _: None,
) -> Simulation:
    """Tries every way through within the bound, then `walks` random ones; `told` hears of each walk done."""
    survey = stand_in(questionnaire)
    random = Random(seed)  # noqa: S311 - invented people, no secrets
    found: list[Walked] = []
    exhausted = True
    for language in survey.languages:
        every, whole = _every_way(survey, language, random)
        exhausted = exhausted and whole
        found += every
    tried = len(found)
    for number in range(walks):
        found.append(_random_way(survey, random))
        told(number + 1)
    reached = {question for walked in found for question in walked.questions}
    silent = (Calculate, Hidden)
    asked = [q.id for q in questionnaire.question if q.role is None and not isinstance(q, silent)]
    return Simulation(
        languages=survey.languages,
        walks=walks,
        paths=tried,
        exhausted=exhausted,
        unreached=tuple(name for name in asked if name not in reached),
        longest_screens=max(walked.screens for walked in found),
        longest_seconds=round(max(walked.seconds for walked in found)),
        median_seconds=round(median_high(walked.seconds for walked in found)),
        limit=questionnaire.max_seconds,
    )


def stand_in(questionnaire: Questionnaire) -> Survey:
    """An open survey of a questionnaire, with invented items where the organiser's are missing."""
    languages = complete_languages(questionnaire)
    invented = {
        dimension.id: DimensionFill(
            items=tuple(
                Item(id=f"item{number}", label=dict.fromkeys(languages, f"({number})"))
                for number in range(1, STAND_INS + 1)
            )
        )
        for dimension in questionnaire.dimension
        if not dimension.items
    }
    answers = {q.id: {"sv": "…"} for q in questionnaire.question if q.role == "organiser"}
    return Survey(
        id=0,
        code="AAAAAA",
        title=say(questionnaire.title, "sv"),
        questionnaire=questionnaire,
        version=questionnaire.version(),
        notice=Notice(
            controller="…",
            purpose={"sv": "…"},
            legal_basis="public_interest",
            retain_until=dt.date(2027, 1, 1),
            decision_ref="…",
            influence=questionnaire.influence,
        ),
        fill=Fill(dimension=invented, answers=answers),
        languages=languages,
    )


def _every_way(survey: Survey, language: str, random: Random) -> tuple[list[Walked], bool]:
    """Every way through in one language, and whether the bound was enough."""
    sorts = distinctions(survey.questionnaire)
    context = Context(survey, NOW, _drawn(survey, random))
    waiting = [_done(State(), Begin(language), context)]
    found: list[Walked] = []
    steps = 0
    while waiting:
        state = waiting.pop()
        shown = screen(state, context)
        if not isinstance(shown, QuestionScreen):
            found.append(_walked(survey, state))
            if len(found) >= MOST_PATHS:
                return found, not waiting
            continue
        ways = [_done(state, act, context) for act in _ways(shown, survey, sorts, random)]
        open_ways = [way for way in ways if way.answers.keys() != state.answers.keys()]
        if not open_ways:
            open_ways = [_done(state, Skip(shown.key), context)]
            if open_ways[0] == state:
                raise Stuck(shown.key)
        waiting += open_ways
        steps += len(open_ways)
        if steps >= MOST_STEPS:
            found += [_finished(survey, way, context, random) for way in waiting[:50]]
            return found, False
    return found, True


def _ways(
    shown: QuestionScreen,
    survey: Survey,
    sorts: Mapping[str, tuple[Answer | None, ...]],
    random: Random,
) -> Iterator[Act]:
    """One act for each sort of answer that conditions tell apart; where none does, one likely act."""
    key = shown.key
    if key == RESPONDENT:
        yield _name(shown)
        if not must_be_named(survey.questionnaire):
            yield Skip(key)
        return
    if shown.question.id not in sorts or shown.rows:
        yield likely_act(shown, random)
        return
    for answer in sorts[shown.question.id]:
        if answer is None:
            yield Skip(key)
        elif answer.opaque:
            yield likely_act(shown, random)
        elif answer.number is not None and not answer.ids:
            year = " 2024" if getattr(shown.question, "with_year", False) else ""
            yield Write(f"{answer.number:f}{year}", key)
        elif shown.question.kind == "text":
            yield Write(answer.ids[0], key)
        else:
            yield Choose(answer.ids, key)


def _name(shown: QuestionScreen) -> Act:
    if shown.options:
        return Choose((shown.options[0].id,), shown.key)
    return Write("Falun", shown.key)


def _random_way(survey: Survey, random: Random) -> Walked:
    """One person: a language, a wave and a seat of their own, now and then another language on the way."""
    waves = [None, *{name for q in survey.questionnaire.question for name in (q.variants or {})}]
    survey = replace(survey, fill=survey.fill.model_copy(update={"wave": random.choice(waves)}))
    context = Context(survey, NOW, _drawn(survey, random))
    seats = random.choice([1, 3]) if survey.questionnaire.unit == "triad" else 1
    state = State(seat=random.randrange(seats), seats=seats)
    state = _done(state, Begin(random.choice(survey.languages)), context)
    return _finished(survey, state, context, random)


def _finished(survey: Survey, state: State, context: Context, random: Random) -> Walked:
    """On to the end, answering by chance; rejected tries are passed over."""
    for _ in range(MOST_STEPS):
        shown = screen(state, context)
        if not isinstance(shown, QuestionScreen):
            return _walked(survey, state)
        if random.random() < _EDITS:
            state = _done(state, Speak(random.choice(survey.languages)), context)
        act: Act = _name(shown) if shown.key == RESPONDENT else likely_act(shown, random)
        after = _done(state, act, context)
        same = after.answers.keys() == state.answers.keys() and after.focus == state.focus
        state = _done(state, Skip(shown.key), context) if same else after
    raise Stuck(str(survey.questionnaire.id))


def _done(state: State, act: Act, context: Context) -> State:
    return step(context.survey.questionnaire, state, Input(act, context)).state


def _drawn(survey: Survey, random: Random) -> dict[str, tuple[str, ...]]:
    drawn = {}
    for dimension in survey.questionnaire.dimension:
        items = [item.id for item in survey.items(dimension.id)]
        if dimension.sample and dimension.sample < len(items):
            drawn[dimension.id] = tuple(random.sample(items, dimension.sample))
    return drawn


def _walked(survey: Survey, state: State) -> Walked:
    along = path(survey, state)
    form, language = survey.questionnaire, state.language
    opening = f"{say(form.title, language)} {say(form.intro, language)}"
    asked = [slots for slots in along.screens if not isinstance(slots[0].question, Note)]
    return Walked(
        questions=frozenset(key.question for key in along.keys),
        screens=len(asked),
        seconds=reading_seconds(opening)
        + sum(_seconds(survey, state, slots[0].key) for slots in along.screens),
    )


def _seconds(survey: Survey, state: State, key: Key) -> float:
    """Reading and answering one screen, as it looked when it was answered."""
    shown = screen(replace(state, focus=key), Context(survey, NOW))
    assert isinstance(shown, QuestionScreen)
    labels = [button.label for button in (*shown.options, *shown.places)]
    rows = sum(reading_seconds(row.label) for row in shown.rows)
    text = f"{shown.text} {shown.help or ''}"
    return rows + screen_seconds(shown.question.kind, text, labels, len(shown.rows))
