"""The four invented meetings as `SurveyData`, for tests and for looking at a report."""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path

from analysis.frames import AnswerRow, SurveyData
from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Choices, Outside, Skipped, Value, Words, is_answer
from surveys.questionnaire.loading import library_questionnaire
from surveys.questionnaire.models import Questionnaire
from surveys.survey import Counts, Fill, Notice, Place, Survey

DATA = Path(__file__).parents[1] / "data"
TITLES = (
    "Träff 1: Grums, triadsamtal",
    "Träff 2: SKR och Örebro, konsekvensbeskrivning",
    "Träff 3: Tierp, Mora och Falun, gruppsamtal",
    "Träff 4: Tomelilla, hemuppgifter, avslutning",
)
DAYS = ("2024-09-19", "2024-11-07", "2024-12-04", "2025-02-05")
ATTENDED = (24, 20, 12, 17)
ANSWERED = (18, 16, 11, 15)
DEGREES = ("not_at_all", "small", "some", "high", "very_high")


def comments() -> list[dict[str, str]]:
    """The labelled comments, in the order of the file."""
    with (DATA / "evaluation_comments.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def notice(*, demo: bool = True) -> Notice:
    return Notice(
        controller="Falu kommun",
        purpose={
            "sv": "Vi vill göra nästa träff bättre",
            "en": "We want to improve the next meeting",
        },
        legal_basis="allmänt intresse",
        retain_until=dt.date(2027, 3, 1),
        decision_ref="KS 2026/12",
        demo=demo,
    )


def survey(
    questionnaire: Questionnaire | None = None,
    *,
    code: str = "ABCDE",
    title: str = TITLES[0],
    attended: int | None = 24,
    invited: int | None = 24,
    closed: str | None = DAYS[0],
    places: Sequence[str] = (),
) -> Survey:
    form = questionnaire or library_questionnaire("session_evaluation")
    day = dt.datetime.fromisoformat(closed or DAYS[0]).replace(tzinfo=dt.UTC)
    return Survey(
        id=1,
        code=code,
        title=title,
        questionnaire=form,
        version=form.version(),
        notice=notice(),
        fill=Fill(place=tuple(Place(id=name, label={"sv": name.title()}) for name in places)),
        series="dalalab",
        languages=("sv", "en"),
        opens=day,
        closed_at=day if closed else None,
        attended=attended,
        invited=invited,
    )


def data_of(
    answers: Sequence[tuple[int, str, Value]],
    where: Survey | None = None,
    *,
    partial: int = 0,
    decisions: dict[str, bool] | None = None,
    language: str = "sv",
) -> SurveyData:
    """Rows and the counts that go with them; respondents who only skipped have not answered."""
    rows = [AnswerRow(who, Key(question), value, language) for who, question, value in answers]
    answered = len({row.respondent for row in rows if is_answer(row.value)})
    counts = Counts(begun=answered, partial=partial, complete=answered - partial)
    return SurveyData(where or survey(), rows, counts, decisions or {})


def meeting(number: int, decisions: dict[str, bool] | None = None) -> SurveyData:
    """Meeting 1-4 with its comments and seeded answers to the other questions."""
    draw = random.Random(number)
    people = list(range(1, ANSWERED[number - 1] + 1))
    answers: list[tuple[int, str, Value]] = []
    for who in people:
        weights = (1, 2, 5, 8, 4)
        useful, could_speak = draw.choices(DEGREES, weights, k=2)
        answers.append((who, "usefulness", Choice(useful)))
        answers.append((who, "could_speak", Choice(could_speak)))
        picked = draw.sample(("examples", "peers", "exercises", "talks", "reflection"), 2)
        answers.append((who, "most_valuable", Choices(tuple(sorted(picked)))))
    answers[0] = (1, "usefulness", Outside("dont_know"))
    answers[4] = (2, "could_speak", Skipped())
    for question in ("keep", "change"):
        said = [
            row["text"]
            for row in comments()
            if row["meeting"] == str(number) and row["question"] == question
        ]
        for who, text in zip(draw.sample(people, len(said)), said, strict=True):
            answers.append((who, question, Words(text)))
    where = survey(
        code=f"TREFF{number}",
        title=TITLES[number - 1],
        attended=ATTENDED[number - 1],
        closed=DAYS[number - 1],
    )
    return data_of(answers, where, partial=1, decisions=decisions)


def all_meetings() -> list[SurveyData]:
    return [meeting(number) for number in range(1, 5)]


def one_meeting_of_all(decisions: dict[str, bool] | None = None) -> SurveyData:
    """All 48 comments as one meeting of 30: each person one `keep`, some a `change`."""
    answers: list[tuple[int, str, Value]] = []
    counted = {"keep": 0, "change": 0}
    for row in comments():
        counted[row["question"]] += 1
        answers.append((counted[row["question"]], row["question"], Words(row["text"])))
    answers += [(who, "usefulness", Choice(DEGREES[2 + who % 3])) for who in range(1, 31)]
    return data_of(answers, survey(attended=36, invited=40), decisions=decisions)
