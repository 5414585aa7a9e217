"""Numbered paper forms: what stands on each follows from its number, evenly, and a misread number is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from surveys.conversation.dealing import deal, number_in, undealt, written
from surveys.conversation.on_paper import screens_on_paper
from surveys.questionnaire.loading import load_questionnaire
from surveys.simulation.simulating import stand_in
from surveys.survey import Survey

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def survey() -> Survey:
    source = (DATA / "every_loop.toml").read_text(encoding="utf-8")
    return stand_in(load_questionnaire(source, "every_loop.toml"))


def test_forms_in_a_row_hold_each_item_equally_often(survey: Survey) -> None:
    held = Counter(
        item for number in range(1, 21) for item in deal(survey, number).drawn["proposal"]
    )
    assert held == {"A": 10, "B": 10}
    assert deal(survey, 7) == deal(survey, 7)


def test_a_form_shows_its_own_items_and_one_without_a_number_all(survey: Survey) -> None:
    def proposals(shown: object) -> set[str]:
        dealt = deal(survey, 1) if shown == 1 else undealt(survey)
        turns = (screen.key.turn for screen in screens_on_paper(survey, "sv", dealt))
        return {turn.partition("/")[0] for turn in turns} & {"A", "B"}

    assert proposals(1) == set(deal(survey, 1).drawn["proposal"])
    assert proposals("all") == {"A", "B"}


def test_statements_are_shared_out_where_there_are_more_than_everybody_gets() -> None:
    more = "".join(f'{{id = "s{n}", sv = "Mening {n}.", en = "Sentence {n}."}},' for n in range(40))
    source = (DATA / "square_statements.toml").read_text(encoding="utf-8")
    source = source.replace("items = [", f"items = [{more}", 1)
    many = stand_in(load_questionnaire(source, "many.toml"))
    held = Counter(name for number in range(1, 9) for name in deal(many, number).statements["say"])
    assert {len(deal(many, number).statements["say"]) for number in range(1, 9)} == {15}
    assert max(held.values()) - min(held.values()) <= 1


def test_a_number_is_read_with_its_letter_however_it_is_typed(survey: Survey) -> None:
    seventeen = written(survey, 17)
    letter = seventeen[-1]
    for typed in (seventeen, f" 17{letter.lower()} ", f"0017 – {letter}"):
        assert number_in(survey, typed) == 17
    other = next(each for each in "ABCDEF" if each != letter)
    assert number_in(survey, f"17-{other}") is None
    for typed in ("17", "K", "", "0-K"):
        with pytest.raises(ValueError, match="no number"):
            number_in(survey, typed)
