"""What a question asks for is told by its words, in forms of other tools too; what is neither gets a heading that is neither."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from analysis.intake.columns import guess_columns
from analysis.intake.reporting import bring, report_on
from analysis.intake.tables import Table
from analysis.report.model import Report
from analysis.themes.stances import stance_in

PRAISE = [
    *("Vad var bra?", "Vad fungerar bra?", "Vad ska vi fortsätta med?", "Vad var mest givande?", "Ros"),
    *("What went well?", "What did you like most?", "Mikä oli hyvää?"),
]  # fmt: skip
WISH = [
    *("Vad var mindre bra?", "Vad är inte bra med biblioteket?", "Vad fungerar inte?", "Ris"),
    *("Vad kan vi göra bättre?", "Vad skulle göra vardagen bättre?", "Vad kunde ha varit bättre?"),
    *("Vad borde förändras?", "Vad saknar du?", "Vad uppskattade du minst?", "Vad var minst givande?"),
    *("What could be better?", "What should we change?", "What did you like least?"),
    *("What did not go well?", "Mitä pitäisi parantaa?"),
]  # fmt: skip
NEITHER = [
    *(
        "Övriga synpunkter",
        "Vad tycker du om biblioteket?",
        "Vem får det bättre om platsen ändras?",
    ),
    *("Vad var bra och vad var mindre bra?", "Vad blev bättre?", "Any other comments?"),
]


@pytest.mark.parametrize("question", PRAISE)
def test_a_question_asks_what_was_good(question: str) -> None:
    assert stance_in(question) == "keep"


@pytest.mark.parametrize("question", WISH)
def test_a_question_asks_what_should_change(question: str) -> None:
    assert stance_in(question) == "change"


@pytest.mark.parametrize("question", NEITHER)
def test_a_question_asks_for_neither_or_both(question: str) -> None:
    assert stance_in(question) == "other"


def report(columns: dict[str, Sequence[str]]) -> Report:
    table = Table("export.xlsx", "xlsx", None, tuple(columns), tuple(zip(*columns.values(), strict=True)))  # fmt: skip
    texts = range(len(columns))
    guessed = guess_columns(table.headers, table.rows, texts)
    return report_on(bring(table, "export", guessed, None, ("sv",)), "sv")


def test_complaints_are_never_what_participants_value() -> None:
    """The two questions of half of all forms: each side has its own, and no word of one stands on the other."""
    found = report({
        "Vad var bra?": ["Bra exempel från andra kommuner", "Goda exempel att ta med hem"] * 4,
        "Vad var mindre bra?": ["Alldeles för lite tid", "För stressigt, för lite tid"] * 4,
    })  # fmt: skip
    assert found.keep is not None
    assert [theme.label for theme in found.keep.themes] == ["Praktiska exempel"]
    assert found.change is not None
    assert "Tiden" in [theme.label for theme in found.change.themes]
    assert found.headings.keep == "Det här uppskattar deltagarna"


def test_answers_to_an_open_question_are_brought_up_and_not_valued() -> None:
    found = report({"Övriga synpunkter": ["Alldeles för lite tid", "För stressigt, för lite tid"] * 4})  # fmt: skip
    assert found.keep is not None
    assert [theme.label for theme in found.keep.themes] == ["Tiden"]
    assert found.headings.keep == "Det här tar deltagarna upp"
