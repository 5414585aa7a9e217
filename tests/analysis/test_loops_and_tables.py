"""Loops, tables, orders, shares, units and names: told right, and nothing about fewer than five."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

import pytest
from walking import opened, without_drawings

from analysis.frames import AnswerRow, SurveyData, reportable
from analysis.report.as_json import to_json
from analysis.report.build import build_report
from analysis.report.html import to_html
from surveys.conversation.state import Key
from surveys.conversation.values import (
    Allocation,
    Amount,
    Choice,
    Choices,
    Document,
    Outside,
    Ranking,
    Value,
    Words,
)
from surveys.survey import Counts

ORDERS = (("trees", "paths", "lamps"), ("paths", "trees", "lamps"))


def report_on(name: str, answers: Sequence[Mapping[Key, Value]], language: str = "sv"):
    """The report's page and JSON when each mapping is one respondent's answers."""
    data = data_on(name, answers)
    report = build_report(data, language=language)
    return to_html(report), to_json(report)


def data_on(name: str, answers: Sequence[Mapping[Key, Value]]) -> SurveyData:
    rows = [AnswerRow(who, *row) for who, said in enumerate(answers, 1) for row in said.items()]
    return SurveyData(opened(name), rows, Counts(begun=len(answers), complete=len(answers)))


def one(body, question: str, turn: str = ""):
    return next(q for q in body["questions"] if (q["id"], q["turn"]) == (question, turn))


def test_turns_stand_in_the_plans_order_with_their_items_in_the_text() -> None:
    everybody = [{Key("place_quality", "light"): Choice("good")}] * 6
    _, body = report_on("every_loop", everybody)
    effects = [(q["turn"], q["text"]) for q in body["questions"] if q["id"] == "effect"]
    assert effects[0] == ("A/short", "en ny park: Vad händer på Kort sikt?")
    assert [turn for turn, _ in effects] == [
        "A/short", "A/long", "B/short", "B/long", "nothing/short", "nothing/long",
    ]  # fmt: skip
    assert one(body, "now")["text"] == "Hur är läget för det ni vill mäta?"


def test_the_rows_of_a_table_are_one_block_and_those_under_k_are_marked() -> None:
    answers: list[dict[Key, Value]] = [
        {
            Key("place_quality", "light"): Choice("good"),
            Key("place_quality", "noise"): Choice("bad"),
        }
        for _ in range(7)
    ]
    for said in answers[:3]:
        said[Key("place_quality", "noise")] = Outside("dont_know")
    page, body = report_on("every_loop", answers)
    assert page.count("Hur bra är platsen?</p>") == 1
    assert "Mer än hälften svarade bra eller mycket bra: Ljuset." in page
    assert '<th scope="row">Ljudet</th><td class="held"' in page
    assert one(body, "place_quality", "light")["n"] == 7
    noise = one(body, "place_quality", "noise")
    assert all(cell["n"] is None and cell["suppressed"] for cell in noise["cells"])


def test_a_matrix_of_48_cells_is_a_few_tables() -> None:
    keys = [
        Key("effect", f"{proposal}/{horizon}/{perspective}")
        for proposal in ("A", "B", "C", "do_nothing")
        for horizon in ("short", "long")
        for perspective in ("economy", "staff", "benefit", "goal1", "goal2", "goal3")
    ]
    page, body = report_on("consequence_matrix", [dict.fromkeys(keys, Choice("positive"))] * 6)
    assert sum(q["id"] == "effect" for q in body["questions"]) == 48
    assert page.count("<svg") == 2 + 8, "a heat map for each horizon, and eight tables"
    assert "Det här gällde det" in page
    assert "Skolvägen är farlig." in page
    assert any("Skolvägen är farlig." in note for note in body["notes"])
    assert any("1 av 3" in note for note in body["notes"])


def test_a_ranking_counts_first_places_and_never_averages() -> None:
    answers = [{Key("order"): Ranking(ORDERS[who > 4])} for who in range(1, 8)]
    page, body = report_on("every_loop", answers)
    order = one(body, "order")
    assert [(c["id"], c["n"], c["top"]) for c in order["cells"]] == [
        ("trees", 4, 7), ("paths", 3, 7), ("lamps", 0, 0),
    ]  # fmt: skip
    assert order["median"] is None
    assert order["sentence"].startswith("Flest satte Träd först (4 av 7).")
    assert "inget medelvärde" in page


def test_shares_have_a_middle_that_counts_those_who_gave_nothing() -> None:
    given = [{"trees": 100}, {"trees": 60, "paths": 40}, {"paths": 100}, {"trees": 50, "lamps": 50}]
    answers = [
        {Key("money"): Allocation(shares)} for shares in [*given, {"trees": 90, "lamps": 10}]
    ]
    _, body = report_on("every_loop", answers)
    money = one(body, "money")
    assert [(c["id"], c["n"], c["median"]) for c in money["cells"]] == [
        ("trees", 4, 60.0), ("paths", 2, 0.0), ("lamps", 2, 0.0),
    ]  # fmt: skip
    assert money["sentence"] == "Störst är Träd: hälften gav 60 kronor eller mer (5 svar)."


@pytest.mark.parametrize("value", [Ranking(ORDERS[0]), Allocation({"trees": 77, "paths": 23})])
def test_orders_and_shares_of_four_people_are_not_told(value: Value) -> None:
    key = Key("order") if isinstance(value, Ranking) else Key("money")
    answers: list[dict[Key, Value]] = [{Key("indicator"): Choice("waste")} for _ in range(6)]
    for said in answers[:4]:
        said[key] = value
    page, body = report_on("every_loop", answers)
    cells = one(body, key.question)["cells"]
    assert all(c["n"] is c.get("top") is c.get("median") is None for c in cells)
    assert re.search(r"\b77\b", without_drawings(page)) is None


def test_numbers_of_different_units_are_never_pooled_and_small_units_are_not_told() -> None:
    answers = [
        {Key("indicator"): Choice("waste"), Key("now"): Amount(str(50 + who))} for who in range(6)
    ]
    answers += [{Key("indicator"): Choice("travel"), Key("now"): Amount("9000")}] * 4
    answers += [{Key("indicator"): Words("Elpriset"), Key("now"): Amount("9001")}]
    page, body = report_on("every_loop", answers)
    now = one(body, "now")
    assert now["median"] is None
    assert [(c["id"], c["n"], c["median"]) for c in now["cells"]] == [
        ("waste", 6, 52.5), ("other", 5, None),
    ]  # fmt: skip
    assert "Olika mått läggs inte ihop. Svinn (g/ätande): minst hälften svarade 52,5" in page
    assert "900" not in without_drawings(page) + json.dumps(body)
    assert "Elpriset" not in page + json.dumps(body)
    assert ("own", 1) in [(c["id"], c["n"]) for c in one(body, "indicator")["cells"]]


def test_a_unit_whose_numbers_are_all_the_same_is_not_told() -> None:
    answers = [{Key("indicator"): Choice("waste"), Key("now"): Amount("4711")}] * 6
    page, _ = report_on("every_loop", answers)
    assert "4711" not in without_drawings(page)


def test_how_many_were_asked_a_follow_up_does_not_tell_what_four_people_answered() -> None:
    answers: list[dict[Key, Value]] = [{Key("money"): Allocation({"trees": 100})} for _ in range(6)]
    for said in answers[:4]:
        said[Key("effect", "A/short")] = Choice("negative")
        said[Key("why", "A")] = Words("Det blir mörkt")
    page, body = report_on("every_loop", answers)
    assert "why" not in [q["id"] for q in body["questions"] if q["turn"] == "A"]
    assert "Varför är en ny park dåligt?" not in page
    assert {"where": "question:why:A", "reason": "complementary"} in body["suppressed"]


def test_private_answers_and_names_are_in_no_frame_and_no_report() -> None:
    answers = [
        {
            Key("respondent"): Words("Blå gruppen"),
            Key("reminder"): Words("Hemligheten"),
            Key("paper"): Document("f1", "hemlig-plan.pdf", 9),
        }
        for _ in range(6)
    ]
    data = data_on("every_loop", answers)
    assert {row.key.question for row in data.rows} & {q.id for q in reportable(data)} == {"paper"}
    page, body = report_on("every_loop", answers)
    told = page + json.dumps(body, ensure_ascii=False)
    assert not [w for w in ("Blå", "Hemligheten", "hemlig-plan", "reminder") if w in told]
    assert "6 dokument har skickats in." in page


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        ("group_discussion", Key("already_do"), "9 grupper svarade"),
        ("agenda_status", Key("compare_wanted"), "9 organisationer svarade"),
        ("triad_talk", Key("common"), "9 triader svarade"),
    ],
)
def test_the_base_is_called_what_it_is(name: str, key: Key, said: str) -> None:
    page, _ = report_on(name, [{key: Choice("yes")}] * 9)
    assert said in page
    assert "deltagarna" not in page
    assert "personer" not in page


def test_named_organisations_have_the_same_k() -> None:
    page, body = report_on("focus_areas", [{Key("social"): Choices(("health",))}] * 4)
    assert body["questions"] == []
    assert "minst 5 organisationer" in page
