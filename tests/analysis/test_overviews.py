"""Several questions as one picture: the numbers worked out by hand, and nothing told that the gate held back."""

from __future__ import annotations

import pytest
from walking import opened, reported

from analysis.figures import Doughnut, Gap, Heat, HeatCell, Profile, Way
from analysis.frames import AnswerRow, SurveyData
from analysis.report.build import build_report
from analysis.report.overviews import all_blocks, overviews
from analysis.wording import Wording
from surveys.conversation.state import Key
from surveys.conversation.values import Amount, Choice, Choices
from surveys.questionnaire.loading import library_ids
from surveys.survey import Counts


def shown(name: str, people: list[dict[Key, object]], language: str = "sv"):
    rows = [
        AnswerRow(who, key, value)
        for who, said in enumerate(people, start=1)
        for key, value in said.items()
    ]
    data = SurveyData(opened(name), rows, Counts(begun=len(people), complete=len(people)))
    report = build_report(data, language=language)
    return overviews(report.questions, Wording(language, report.unit))


def options(name: str, question: str) -> list[str]:
    form = opened(name).questionnaire
    return [option.id for option in next(q for q in form.question if q.id == question).options]


def effect(proposal: str, perspective: str, horizon: str = "short") -> Key:
    return Key("effect", f"{proposal}/{horizon}/{perspective}")


def test_the_matrix_has_medians_disagreement_and_doing_nothing_last() -> None:
    low, lower, _, higher, high = options("consequence_matrix", "effect")
    alike = [lower, lower, lower, lower, higher]
    apart = [low, low, lower, high, high, high]
    people = [{} for _ in range(6)]
    for who, step in enumerate(alike):
        people[who][effect("A", "economy")] = Choice(step)
    for who, step in enumerate(apart):
        people[who][effect("do_nothing", "staff")] = Choice(step)
    for who in range(4):
        people[who][effect("B", "economy")] = Choice(high)
    (block,) = shown("consequence_matrix", people)
    figure = block.figure
    assert isinstance(figure, Heat)
    assert figure.rows == ("Förslag A", "Förslag B", "Förslag C", "Vi gör ingenting")
    assert figure.cells[0][0] == HeatCell(-1, 5, split=False)
    assert figure.cells[3][1] == HeatCell(0.5, 6, split=True)
    assert figure.cells[1][0] is None, "four answers are not shown, and are not zero"
    assert block.lines[1].cells == ("–",) * 6
    assert block.findings == (
        "Mittsvaret ligger under mitten i 1 av 2 rutor och över i 1. Svaren går isär i 1.",
    )
    assert "summ" not in " ".join(block.heads).lower()


def test_the_gap_is_between_what_is_wanted_and_how_far_one_has_come() -> None:
    steps = options("governance_check", "how_far")
    people = []
    for who in range(6):
        said: dict[Key, object] = {
            Key("top3"): Choices(("evidence", "leadership") if who < 5 else ("leadership",)),
            Key("how_far", "leadership"): Choice(steps[-1]),
            Key("how_far", "evidence"): Choice(steps[0] if who else steps[-1]),
        }
        if who < 4:
            said[Key("how_far", "champions")] = Choice(steps[-1])
        people.append(said)
    (block,) = shown("governance_check", people)
    assert isinstance(block.figure, Gap)
    assert block.figure.rows == (
        ("Besluten bygger på fakta", 5, 1),
        ("Ledningen tar ansvar", 6, 6),
    )
    assert block.findings == (
        "Störst skillnad: Besluten bygger på fakta. Viktigast för 5 av 6, och 1 av 6 har kommit långt.",
    )


def test_a_profile_tells_the_highest_and_the_lowest_median() -> None:
    steps = options("place_profile", "theme_score")
    given = {"nature": steps[4], "safety": steps[0], "play": steps[2]}
    said = {Key("theme_score", theme): Choice(step) for theme, step in given.items()}
    said[Key("first_priority")] = Choice("safety")
    (block,) = shown("place_profile", [said] * 5)
    assert isinstance(block.figure, Profile)
    assert block.findings == ("Högst mittsvar: Natur och grönska. Lägst: Trygghet.",)
    assert {row[0]: row[1:] for row in block.figure.rows} == {
        "Natur och grönska": (5, 5), "Lek och rörelse": (3, 5), "Trygghet": (1, 5),
    }  # fmt: skip


def test_the_doughnut_has_twelve_and_nine_segments() -> None:
    said = {Key("shortfall"): Choices(("food", "water")), Key("overshoot"): Choices(("climate",))}
    (block,) = shown("doughnut_workshop", [said] * 5)
    assert isinstance(block.figure, Doughnut)
    assert [len(ring) for _, ring in block.figure.rings] == [12, 9]
    assert block.lines[0].cells == ("5",)
    assert shown("doughnut_workshop", [said] * 4) == []


def test_the_way_to_a_goal_has_the_gap_in_per_cent() -> None:
    def said(now: int) -> dict[Key, object]:
        return {
            Key("indicator"): Choice("serving_waste"),
            Key("current_value"): Amount(str(now), 2024),
            Key("comparison_value"): Amount(str(now - 10), 2024),
            Key("target_2030"): Amount(str(now - 28)),
        }

    (block,) = shown("goal_card", [said(now) for now in (56, 57, 58, 59, 60)])
    assert isinstance(block.figure, Way)
    assert block.figure.rows[0][1:4] == (58, 48, 30)
    assert block.findings == (
        "Serveringssvinn i grundskolan (g/ätande): 58 nu mot 48 att jämföra med (+21 %). Målet är 30.",
    )


@pytest.mark.parametrize("name", library_ids())
def test_an_overview_tells_no_number_that_the_questions_do_not(name: str) -> None:
    for people in (6, 24):
        report = reported(name, people)
        known = {question.n for question in report.questions if not question.waits}
        known |= {cell.n for question in report.questions for cell in question.cells}
        for block in overviews(report.questions, Wording("sv", report.unit)):
            if isinstance(block.figure, Heat):
                cells = [cell for row in block.figure.cells for cell in row if cell]
                assert all(cell.n >= 5 and cell.n in known for cell in cells)
            if isinstance(block.figure, Gap):
                assert all(wanted in known for _, wanted, _ in block.figure.rows)


def test_the_blocks_come_in_one_order_for_all_writers() -> None:
    report = reported("governance_check", 24, "en")
    found = all_blocks(report, Wording("en", report.unit))
    assert isinstance(found[0].figure, Gap)
    assert found[0].heads[1:3] == ("Find it most important", "Have come far")
