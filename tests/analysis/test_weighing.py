"""Words of themes weighed against what is learnt from a codebook's phrases (decision 0039)."""

from __future__ import annotations

import pytest

from analysis.themes.codebook import Codebook, Theme, shipped
from analysis.themes.learning import ENOUGH, learnt
from analysis.themes.logistic import Fit
from analysis.themes.matches import Match
from analysis.themes.matching import match


def ties(text: str, codebook: Codebook | None = None) -> tuple[Match, ...]:
    return match(codebook or shipped("evaluation"), [(text, "sv")])[0]


def themes_of(text: str, codebook: Codebook | None = None) -> list[str]:
    return [tie.theme for tie in ties(text, codebook)]


def own_words(theme: str, *words: str) -> Codebook:
    """The evaluation's codebook with words an organiser has added."""
    book = shipped("evaluation")
    changed = (
        one.model_copy(update={"own": {"sv": words}}) if one.id == theme else one
        for one in book.theme
    )
    return book.model_copy(update={"theme": tuple(changed)})


@pytest.mark.parametrize(
    ("passing", "alone"),
    [
        ("Rollspelet i rummet", "Rummet"),
        ("Bjud in politiker nästa träff", "Nästa träff"),
        ("Övningen om budgeten", "Budgeten"),
    ],
)
def test_what_is_mentioned_in_passing_tells_a_theme_only_alone(passing: str, alone: str) -> None:
    (theme,) = themes_of(alone)
    assert theme not in themes_of(passing)
    assert len(themes_of(passing)) == 1


@pytest.mark.parametrize(
    ("whereabouts", "about"),
    [
        ("Fler lampor i parken", "safety"),
        ("Öppen droghandel utanför affären", "safety"),
        ("Toalett vid biblioteket", "access"),
        ("Glassplitter utanför skolan", "care"),
    ],
)
def test_where_something_is_is_not_what_an_answer_about_a_place_is_about(
    whereabouts: str, about: str
) -> None:
    assert themes_of(whereabouts, shipped("place")) == [about]


@pytest.mark.parametrize(
    ("written_without_dots", "theme"), [("stadsfesten", "culture"), ("Bankomat", "trade")]
)
def test_a_word_without_dots_is_not_the_beginning_of_another_word_with_them(
    written_without_dots: str, theme: str
) -> None:
    assert themes_of(written_without_dots, shipped("place")) == [theme]


def test_each_part_of_an_answer_is_about_something_of_its_own() -> None:
    assert set(themes_of("Rollspelet, och att lokalen var bra")) == {"exercises", "practical"}


def test_an_answer_without_any_words_of_a_theme_is_recognised_and_says_what_it_is_like() -> None:
    (tie,) = ties("Fallbeskrivningen från Växjö")
    assert tie.theme == "examples"
    phrase, likely = tie.why[0].rsplit(" (", 1)
    book = next(one for one in shipped("evaluation").theme if one.id == "examples")
    assert phrase in {*book.seeds["sv"], *book.answers["sv"], *book.words["sv"]}
    assert 0 < float(likely.rstrip(")")) <= 1


def test_an_organisers_word_counts_beside_any_other_theme() -> None:
    text = "Rollspelet och zebrorna i gruppövningen med triader"
    assert "time" not in themes_of(text)
    found = {tie.theme: tie for tie in ties(text, own_words("time", "zebr*"))}
    assert found["time"].why == ("zebrorna",)


def test_a_word_that_only_looks_like_a_themes_is_no_likeness_either() -> None:
    assert themes_of("Klimatfrågan fick plats på riktigt") == ["content"]


def test_answers_about_something_else_stay_without_a_theme() -> None:
    elsewhere = ("Snöröjningen på vår gata", "Hunden heter Bosse", "Biblioteket har fina böcker")
    assert [themes_of(text) for text in elsewhere] == [[], [], []]


def test_nothing_is_learnt_from_a_few_phrases_and_their_seeds_are_compared() -> None:
    few = tuple(
        Theme(id=name, label={"sv": name}, seeds={"sv": (seed,)})
        for name, seed in (("bus", "bussen till skolan"), ("food", "maten i matsalen"))
    )
    assert learnt(few, "sv", ()) is None
    assert themes_of("Bussen är sen till skolan", Codebook(theme=few)) == ["bus"]


def test_a_language_with_enough_phrases_is_learnt_and_every_run_is_the_same() -> None:
    book = shipped("evaluation")
    assert sum(len(one.seeds["sv"]) for one in book.theme) < ENOUGH * len(book.theme)
    first, again = (ties("Att vi fick kavla upp ärmarna") for _ in range(2))
    assert first == again
    assert learnt(book.theme, "fi", ()) is None


def test_a_theme_is_described_by_the_parts_about_it_and_by_those_about_nothing_else() -> None:
    said = {
        tie.theme: tie.said for tie in ties("De praktiska exemplen, ärliga samtal, mycket lärorikt")
    }
    assert said == {
        "examples": "De praktiska exemplen. mycket lärorikt",
        "climate": "ärliga samtal. mycket lärorikt",
    }
    assert [tie.said for tie in ties("De praktiska exemplen")] == [""]


def test_what_is_learnt_is_what_a_library_learns() -> None:
    import numpy as np
    from scipy.sparse import random as any_rows
    from sklearn.linear_model import LogisticRegression

    rows = any_rows(300, 80, density=0.1, random_state=1, format="csr")
    sums = np.asarray(rows.sum(axis=1)).ravel()
    signs = np.where(sums > np.median(sums), 1.0, -1.0)
    ours = Fit.of(rows, 10.0).weights(signs)
    theirs = LogisticRegression(C=10.0, solver="liblinear", tol=1e-8).fit(rows, signs)
    likely = 1 / (1 + np.exp(-(rows @ ours[:-1] + ours[-1])))
    assert np.abs(likely - theirs.predict_proba(rows)[:, 1]).max() < 0.005
