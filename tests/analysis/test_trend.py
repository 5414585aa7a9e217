"""A difference is told only when it is safe; wording that changed breaks the series."""

from __future__ import annotations

import itertools

import pytest
from meetings import DEGREES, all_meetings, data_of, survey

from analysis.disclosure import Gate
from analysis.trend import find_trends, holm, permutation_p
from analysis.wording import Wording
from surveys.conversation.values import Choice
from surveys.questionnaire.loading import library_questionnaire
from surveys.questionnaire.models import Questionnaire

SV = Wording("sv")


def trends(*datas):
    return find_trends(datas, Gate(), SV)


def scale(code: str, steps: list[int], form: Questionnaire | None = None):
    answers = [(who, "usefulness", Choice(DEGREES[step - 1])) for who, step in enumerate(steps, 1)]
    return data_of(answers, survey(form, code=code, title=code))


def reworded() -> Questionnaire:
    form = library_questionnaire("session_evaluation")
    first = form.question[0].model_copy(update={"text": {"sv": "Hur stor nytta hade du?"}})
    return form.model_copy(update={"question": (first, *form.question[1:])})


def test_the_exact_test_equals_counting_by_hand() -> None:
    first, second = [1, 2, 2], [3, 4, 5]
    pooled = first + second
    gap = abs(sum(first) - sum(pooled) / 2)
    sums = [abs(sum(chosen) - sum(pooled) / 2) for chosen in itertools.combinations(pooled, 3)]
    assert permutation_p(first, second) == sum(one >= gap for one in sums) / len(sums)


def test_the_drawn_test_is_the_same_every_time_and_near_the_truth() -> None:
    first, second = [3] * 9 + [4] * 9, [3] * 8 + [4] * 10
    assert permutation_p(first, second) == permutation_p(first, second)
    assert permutation_p(first, second) > 0.5
    assert permutation_p([1] * 12, [5] * 12) < 0.001


def test_holm_corrects_step_by_step() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])


def test_small_differences_are_no_change_and_the_report_says_what_could_not_be_seen() -> None:
    trend = trends(scale("A", [3, 4, 4, 5, 3, 4]), scale("B", [4, 4, 4, 5, 3, 4]))[0]
    assert trend.changes == ()
    assert trend.sentence == (
        "Ingen säker skillnad mellan träffarna. Med så få svar hade en liten förändring inte synts."
    )


def test_a_safe_difference_is_told_with_its_direction() -> None:
    trend = trends(scale("A", [1, 2] * 6), scale("B", [4, 5] * 6))[0]
    assert [(change.earlier, change.later, change.direction) for change in trend.changes] == [
        ("A", "B", "up")
    ]
    assert trend.sentence == "Svaren är högre vid B än vid A."


def test_changed_wording_breaks_the_series_and_nothing_is_compared_across_it() -> None:
    trend = trends(scale("A", [1, 2] * 6), scale("B", [4, 5] * 6, reworded()))[0]
    assert [point.breaks for point in trend.points] == [False, True]
    assert trend.changes == ()
    assert trend.sentence == "Frågan har ändrats. Svaren före och efter går inte att jämföra."


def test_a_new_translation_does_not_break_the_series() -> None:
    form = library_questionnaire("session_evaluation")
    text = {**form.question[0].text, "fi": "Kuinka hyödyllinen?"}
    first = form.question[0].model_copy(update={"text": text})
    translated = form.model_copy(update={"question": (first, *form.question[1:])})
    trend = trends(scale("A", [1, 2] * 6), scale("B", [4, 5] * 6, translated))[0]
    assert [point.breaks for point in trend.points] == [False, False]
    assert trend.changes


def test_a_meeting_under_k_is_waited_for_and_not_compared() -> None:
    trend = trends(scale("A", [1, 1, 1, 1]), scale("B", [5] * 12))[0]
    assert [point.waits for point in trend.points] == [1, 0]
    assert all(cell.n is None for cell in trend.points[0].cells)
    assert trend.changes == ()


def test_the_four_invented_meetings_show_no_safe_change() -> None:
    found = trends(*all_meetings())
    assert [trend.question for trend in found] == ["usefulness", "could_speak", "most_valuable"]
    assert all(not trend.changes for trend in found)
