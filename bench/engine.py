"""Steps per second on one core, with the state written down and read back before each, at 5, 30 and 60 screens.

Prints the median milliseconds of the steps at the beginning and at the end of each questionnaire, and the bars:
at most 1 ms at screen 60, and growth at most linear in the number of answers.
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import time
from dataclasses import replace

from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Begin, Choose, Context, Input, Key, State, Write
from surveys.conversation.step import step
from surveys.conversation.values import decode, encode
from surveys.conversation.view import screen
from surveys.questionnaire.loading import load_questionnaire
from surveys.questionnaire.models import Questionnaire
from surveys.survey import Notice, Survey

NOW = dt.datetime(2026, 3, 4, 17, tzinfo=dt.UTC)
ROUNDS = 40
BAR_MS = 1.0
HEAD = """
format = 1
id = "bench"
purpose = "evaluation"
unit = "person"
anonymity = "confidential"
channels = ["web"]
max_seconds = 600
title = {sv = "Mätning"}
intro = {sv = "Frågor efter varandra."}
"""


def questionnaire(screens: int) -> Questionnaire:
    """Scales and texts in turn, every third question with a condition on the one before."""
    parts = [HEAD]
    for number in range(screens):
        written = number % 3 == 1
        condition = f"show_if = \"q{number - 2} in ['some', 'high']\"\n" if number % 3 == 2 else ""
        kind = 'kind = "text"' if written else 'kind = "scale"\nscale = "degree5"'
        parts.append(
            f'[[question]]\nid = "q{number}"\n{kind}\n{condition}text = {{sv = "Fråga {number}?"}}\n'
        )
    return load_questionnaire("\n".join(parts), "bench.toml")


def survey_of(asked: Questionnaire) -> Survey:
    """An open survey."""
    notice = Notice(
        controller="K",
        purpose={"sv": "mäta"},
        legal_basis="public_interest",
        retain_until=dt.date(2027, 1, 1),
        decision_ref="K 1",
    )
    return Survey(1, "ABCDEF", "Mätning", asked, asked.version(), notice)


def written(state: State) -> str:
    """The state as JSON."""
    answers = [[*key, encode(value)] for key, value in state.answers.items()]
    return json.dumps({"answers": answers, "facts": dict(state.facts), "revision": state.revision})


def read_back(state: State, text: str) -> State:
    """The state from JSON."""
    body = json.loads(text)
    answers = {Key(q, turn): decode(value) for q, turn, value in body["answers"]}
    return replace(state, answers=answers, facts=body["facts"], revision=body["revision"])


def walk(survey: Survey) -> list[float]:
    """Seconds for each turn: read back, step, screen, write down."""
    context = Context(survey, NOW)
    state = step(survey.questionnaire, State(), Input(Begin(), context)).state
    text, spent = written(state), []
    while isinstance(shown := screen(state, context), QuestionScreen):
        act = Choose(("high",)) if shown.options else Write("Mer tid för samtal.")
        started = time.perf_counter()
        made = step(survey.questionnaire, read_back(state, text), Input(act, context))
        screen(made.state, context, made.along)
        text = written(made.state)
        spent.append(time.perf_counter() - started)
        state = made.state
    return spent


def main() -> None:
    """Measure and print."""
    last = {}
    for screens in (5, 30, 60):
        survey = survey_of(questionnaire(screens))
        walks = [walk(survey) for _ in range(ROUNDS)]
        by_screen = [statistics.median(times) * 1000 for times in zip(*walks, strict=True)]
        total = sum(map(sum, walks))
        last[screens] = by_screen[-1]
        print(
            f"{screens:2} screens: {ROUNDS * screens / total:7.0f} turns/s; median ms at screen 1: "
            f"{by_screen[0]:.3f}, at screen {screens}: {by_screen[-1]:.3f}"
        )
    growth = last[60] / last[30]
    print(f"bar: at screen 60 at most {BAR_MS} ms: {last[60]:.3f}")
    print(f"bar: growth from 30 to 60 answers at most 2 (linear): {growth:.2f}")


if __name__ == "__main__":
    main()
