"""Invented people who walk the real engine, as `SurveyData`."""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from meetings import survey

from analysis.frames import AnswerRow, SurveyData
from analysis.report.build import build_report
from analysis.report.model import Report
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Begin, Context, Input, Key, Skip, State, Write
from surveys.conversation.step import step
from surveys.conversation.values import Value, is_answer
from surveys.conversation.view import screen
from surveys.questionnaire.loading import library_questionnaire, load_questionnaire
from surveys.questionnaire.models import Item, Questionnaire
from surveys.simulation.acting import likely_act
from surveys.survey import Counts, DimensionFill, Fill, Place, Survey

NOW = dt.datetime(2026, 3, 4, 17, tzinfo=dt.UTC)
EVERY_LOOP = Path(__file__).parents[1] / "data" / "every_loop.toml"
THEMES = tuple(
    Item(id=name, label={"sv": name.title(), "en": name.title()}) for name in ("mat", "resor")
)


def questionnaire_named(name: str) -> Questionnaire:
    """One that ships, or the tests' own with every loop."""
    if name == EVERY_LOOP.stem:
        return load_questionnaire(EVERY_LOOP.read_text(encoding="utf-8"), EVERY_LOOP.name)
    return library_questionnaire(name)


def opened(name: str) -> Survey:
    """An open survey with the lists that only an organiser can fill in, and the organiser's answers."""
    form = questionnaire_named(name)
    empty = {d.id: DimensionFill(items=THEMES) for d in form.dimension if not d.items}
    told = {q.id: {"sv": "Skolvägen är farlig."} for q in form.question if q.role == "organiser"}
    fill = Fill(
        dimension=empty, answers=told, place=(Place(id="torget", label={"sv": "Torget"}),),
        names_shown=True,
    )  # fmt: skip
    where = survey(form, attended=None, invited=None, closed=None)
    return replace(where, fill=fill, opens=None)


def walk(where: Survey, number: int, draw: random.Random) -> dict[Key, Value]:
    """What one invented respondent answered; a name is `Grupp` and its number."""
    drawn = {
        d.id: tuple(item.id for item in draw.sample(where.items(d.id), d.sample))
        for d in where.questionnaire.dimension
        if d.sample and where.items(d.id)
    }
    context, state = Context(where, NOW, drawn), State(language="sv")
    state = step(where.questionnaire, state, Input(Begin(), context)).state
    for _ in range(400):
        shown = screen(state, context)
        if not isinstance(shown, QuestionScreen):
            break
        act = likely_act(shown, draw)
        if shown.key.question == "respondent":
            act = Write(f"Grupp {number}", shown.key)
        after = step(where.questionnaire, state, Input(act, context)).state
        if after == state:
            after = step(where.questionnaire, state, Input(Skip(shown.key), context)).state
        state = after
    return dict(state.answers)


@cache
def walked(name: str, people: int) -> SurveyData:
    """The answers of so many invented respondents; the same every time, and nobody's to change."""
    draw = random.Random(f"{name} {people}")
    where = opened(name)
    rows = [
        AnswerRow(number, key, value)
        for number in range(1, people + 1)
        for key, value in walk(where, number, draw).items()
    ]
    answered = len({row.respondent for row in rows if is_answer(row.value)})
    return SurveyData(where, rows, Counts(begun=people, complete=answered))


@cache
def reported(name: str, people: int, language: str = "sv") -> Report:
    """The report on them, made once however many tests read it."""
    return build_report(walked(name, people), language=language)


def without_drawings(page: str) -> str:
    """The page's words and numbers, those that describe drawings too: coordinates are neither."""
    return re.sub(r"</desc>.*?</svg>", "</desc></svg>", page, flags=re.DOTALL)
