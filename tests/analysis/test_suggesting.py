"""Themes nobody wrote down: suggestions, never findings, and none from noise (promise G8)."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence

import pytest
from meetings import DATA

from analysis.intake.answers import survey_of
from analysis.intake.columns import guess_columns
from analysis.intake.tables import Table
from analysis.report.as_json import to_json
from analysis.report.build import build_report
from analysis.themes.backends import Lex
from analysis.themes.codebook import shipped
from analysis.themes.compounds import parts
from analysis.themes.suggesting import divide_all, suggest
from analysis.themes.theming import Plan, theme_texts

PLACES = ("torget", "parken", "skolan", "biblioteket", "badplatsen", "stationen")
TOPICS = {
    "light": ("mörkt", "belysning", "lampor", "trasiga", "otryggt", "kväll"),
    "bus": ("bussen", "turer", "tidtabell", "helger", "sällan", "hållplats"),
    "green": ("träd", "blommor", "planteringar", "gräs", "vattnas", "skugga"),
}


def planted() -> list[str]:
    with (DATA / "planted_evaluation.csv").open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


def about_a_place(n: int, seed: int = 0) -> list[tuple[str, str]]:
    """Answers of three topics, four of its words in each, and where it is."""
    chance = random.Random(seed)
    found = []
    for number in range(n):
        topic = sorted(TOPICS)[number % len(TOPICS)]
        words = [*chance.sample(TOPICS[topic], 4), chance.choice(PLACES)]
        found.append((topic, " ".join(words)))
    return found


def dealt(texts: Sequence[str], seed: int) -> list[str]:
    """The same words in answers of the same lengths, by chance."""
    chance = random.Random(seed)
    words = [word for text in texts for word in text.split()]
    chance.shuffle(words)
    left = iter(words)
    return [" ".join(next(left) for _ in text.split()) for text in texts]


def swedish(texts: Sequence[str]) -> list[tuple[str, str]]:
    return [(text, "sv") for text in texts]


def test_themes_that_are_there_are_suggested_with_their_words() -> None:
    answers = about_a_place(60)
    found = suggest(swedish([text for _, text in answers]), Lex(), 3)
    assert found.refused is None
    for theme in found.themes:
        topics = {answers[place][0] for place, _ in theme.members}
        assert len(topics) == 1
        assert set(theme.words) <= {*TOPICS[topics.pop()], *PLACES}
    assert sum(len(theme.members) for theme in found.themes) > 50


def test_the_same_words_dealt_by_chance_are_refused() -> None:
    texts = [text for _, text in about_a_place(40)]
    refused = [suggest(swedish(dealt(texts, seed)), Lex()).refused for seed in range(20)]
    assert refused.count("noise") >= 19


def test_shuffled_evaluations_are_never_called_findings() -> None:
    texts = planted()[:40]
    for seed in range(20):
        themed = theme_texts(dealt(texts, seed), Plan(discover="auto", languages=("sv",)))
        assert themed.refused or all(theme.suggested for theme in themed.themes)


def test_a_report_shows_suggestions_after_the_codebooks_themes_and_marks_them() -> None:
    texts = [text for _, text in about_a_place(60)]
    table = Table("svar.csv", "utf-8", None, ("Vad är bäst här?",), tuple((t,) for t in texts))
    columns = guess_columns(table.headers, table.rows, [0])
    data = survey_of(table, columns, "Torget", "evaluation", ("sv",))
    report = build_report(data, language="sv", codebook=shipped("evaluation").only(("climate",)))
    themes = to_json(report)["themes"]
    assert themes
    assert {theme["origin"] for theme in themes} == {"suggested"}
    assert all(theme["sentence"].startswith("Förslag: ") for theme in themes)
    assert all(theme["people"] >= 3 for theme in themes)


def test_few_answers_give_no_suggestions() -> None:
    assert suggest(swedish(planted()[:29]), Lex()).refused == "too_few"


@pytest.mark.parametrize("k", [1, 5, 20])
def test_a_forced_choice_has_exactly_so_many_themes_and_each_answer_in_one(k: int) -> None:
    themed = theme_texts(planted(), Plan(discover=k, every_answer=True, languages=("sv",)))
    assert [answer.row for answer in themed.answers] == list(range(1, len(planted()) + 1))
    assert all(len(answer.ties) == 1 for answer in themed.answers)
    assert len(themed.themes) == k
    assert all(theme.answers for theme in themed.themes)


def test_more_themes_than_answers_cannot_be() -> None:
    with pytest.raises(ValueError, match="fewer texts"):
        divide_all(swedish(["ett", "två"]), Lex(), 3)


def test_the_order_of_the_answers_does_not_matter() -> None:
    texts = sorted(set(planted()))
    mixed = random.Random(3).sample(texts, len(texts))

    def groups(order: Sequence[str]) -> set[frozenset[str]]:
        found = divide_all(swedish(order), Lex(), 5).themes
        return {frozenset(order[place] for place, _ in theme.members) for theme in found}

    assert groups(texts) == groups(mixed)


def test_a_quote_is_part_of_exactly_one_answer_and_names_nobody() -> None:
    texts = [*planted(), "Ring mig på 070-174 06 05, praktiska exempel var bäst"]
    themed = theme_texts(texts, Plan(discover=5, every_answer=True, languages=("sv",)))
    quotes = [quote for theme in themed.themes for quote in theme.quotes]
    assert quotes
    for row, text in quotes:
        assert [place for place, answer in enumerate(texts, 1) if text in answer] == [row]
        assert "070" not in text


@pytest.mark.parametrize(
    ("word", "apart"),
    [
        ("samtalsklimat", ("samtals", "klimat")),
        ("grannkommunen", ("grann", "kommunen")),
        ("gatubelysning", ("gatu", "belysning")),
        ("modeller", ()),
        ("tydlighet", ()),
    ],
)
def test_compounds_are_taken_apart_and_other_words_are_not(
    word: str, apart: tuple[str, ...]
) -> None:
    assert parts(word, "sv") == apart
