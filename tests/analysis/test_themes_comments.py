"""What must hold for the labelled comments: the traps an organiser would notice at once."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import Literal

import pytest
from meetings import DATA, comments, one_meeting_of_all

from analysis.report.build import build_report, quote_candidates
from analysis.report.lines import critical_lines
from analysis.themes.answers import read_answers
from analysis.themes.codebook import shipped
from analysis.themes.empty import is_empty
from analysis.themes.language import language_of
from analysis.themes.matching import match
from analysis.themes.personal import is_personal
from analysis.themes.theming import Plan, theme_texts
from analysis.wording import Wording

PLANTED = {
    "klimat": "climate",
    "natverk": "network",
    "exempel": "examples",
    "tid": "time",
    "teori": "theory",
}


def themes_of(text: str, language: str = "sv", book: str = "evaluation") -> set[str]:
    return {found.theme for found in match(shipped(book), [(text, language)])[0]}


def planted() -> list[dict[str, str]]:
    with (DATA / "planted_evaluation.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_planted_themes_are_found_in_three_answers_of_four() -> None:
    rows = [row for row in planted() if row["theme"] in PLANTED]
    book = shipped("evaluation").only(tuple(PLANTED.values()))
    found = match(book, [(row["text"], "sv") for row in rows], every_answer=True)
    right = sum(
        best[0].theme == PLANTED[row["theme"]] for row, best in zip(rows, found, strict=True)
    )
    print(f"planted_evaluation: {right} of {len(rows)} right with its five themes")
    assert right / len(rows) >= 0.75


def test_planted_answers_without_content_and_no_others_are_empty() -> None:
    assert [row["theme"] for row in planted() if is_empty(row["text"], "sv")] == ["brus"] * 5


@pytest.mark.parametrize(
    ("text", "theme", "belongs"),
    [
        ("Klimatet i gruppen har varit varmt", "climate", True),
        ("Klimatfrågan fick plats på riktigt", "climate", False),
        ("Klimatmålen diskuterades bra", "climate", False),
        ("ovningarna", "exercises", True),
        ("natverkandet", "network", True),
        ("Diskussionerna med dom andra ekonomicheferna", "network", True),
        ("Fikat!", "practical", True),
        ("Mer tid för triadsamtalen!", "exercises", False),
        ("Mer tid för triadsamtalen!", "time", True),
    ],
)
def test_a_theme_is_more_than_a_likeness_of_letters(text: str, theme: str, belongs: bool) -> None:
    assert (theme in themes_of(text)) is belongs


@pytest.mark.parametrize(
    ("text", "language", "theme"),
    [
        ("Hyvää keskustelua ja hyvä ilmapiiri.", "fi", "climate"),
        ("The practical examples were the best part.", "en", "examples"),
        ("More time for discussion please", "en", "time"),
    ],
)
def test_answers_in_other_languages_count(text: str, language: str, theme: str) -> None:
    assert language_of(text, ("sv", "en", "fi"), "sv") == language
    assert theme in themes_of(text, language)


def test_the_language_of_every_comment_is_recognised() -> None:
    for row in comments():
        assert language_of(row["text"], ("sv", "en", "fi"), "sv") == row["lang"], row["text"]


@pytest.mark.parametrize("text", ["-", "Inget", "vet ej", "Vet inte", "Allt var bra!", "!!", "…"])
def test_answers_without_content_are_empty(text: str) -> None:
    assert is_empty(text, "sv")


@pytest.mark.parametrize("text", ["Nätverkandet!", "Bra case! Fler sådana.", "Längre pauser"])
def test_one_word_may_be_an_answer(text: str) -> None:
    assert not is_empty(text, "sv")


def test_praise_under_change_is_no_criticism_and_a_wish_after_praise_is() -> None:
    answers = read_answers(one_meeting_of_all(), ("sv", "en", "fi"))
    stances = {answer.text: answer.stance for answer in answers}
    assert stances["Bra som det var!"] == "other"
    assert stances["Fortsätt! Det behövs en plan för vad som händer efteråt"] == "change"
    assert stances["Inga praktiska exempel från små kommuner, bara stora"] == "change"


def test_an_answer_with_two_themes_counts_once_in_each() -> None:
    both = themes_of("de praktiska exemplen och övningarna, dem har jag redan använt på jobbet")
    assert both == {"examples", "exercises"}


def test_names_with_a_workplace_and_phone_numbers_are_found_and_nothing_else_is() -> None:
    found = [row["pii"] for row in comments() if is_personal(row["text"])]
    assert found == ["name", "phone"]


def test_personal_answers_are_never_offered_as_quotes() -> None:
    offered = [candidate.text for candidate in quote_candidates(one_meeting_of_all(), "sv")]
    assert offered
    assert not any("Karin" in text or "070" in text for text in offered)


def test_the_three_themes_of_the_slide_stand_first_with_their_words() -> None:
    report = build_report(one_meeting_of_all(), language="sv")
    assert report.keep is not None
    assert {theme.theme for theme in report.keep.themes[:3]} == {"examples", "climate", "network"}
    assert report.keep.unordered
    sentences = {theme.theme: theme.sentence for theme in report.keep.themes}
    assert sentences["climate"] == "Samtalsklimatet: ärligt, öppet och inspirerande (8 av 30 svar)"


def test_the_largest_critical_theme_is_told_and_single_voices_are_named() -> None:
    report = build_report(one_meeting_of_all(), language="sv")
    assert report.critical[0].startswith("Tiden: mer tid")
    assert "Enstaka kritiska röster" in report.critical[1]
    assert "Praktiska exempel" in report.critical[1]


def test_a_suggestion_is_the_first_critical_line_only_where_the_codebook_found_nothing() -> None:
    wording = Wording("sv")
    report = build_report(one_meeting_of_all(), language="sv")
    assert report.keep is not None
    assert report.change is not None
    written = report.change.themes[0]
    suggested = replace(written, sentence="Förslag: bord (3 av 30 svar, osäkert)", stability=0.4)
    single = replace(report.change, themes=(suggested,), few=("Tiden",))
    assert critical_lines(single, report.keep, wording) == ("Enstaka kritiska röster: Tiden.",)
    alone = replace(single, few=())
    assert critical_lines(alone, report.keep, wording) == (f"{suggested.sentence}.",)


def test_that_nobody_is_critical_is_said_only_where_somebody_wrote_something_else() -> None:
    report = build_report(one_meeting_of_all(), language="sv")
    assert report.change is not None
    silent = replace(report.change, themes=(), few=(), content=0)
    assert critical_lines(silent, report.keep, Wording("sv")) == (
        "Ingen har skrivit något kritiskt.",
    )
    assert critical_lines(silent, None, Wording("sv")) == ()


def words_of(texts: list[str], book: Literal["evaluation", "place"]) -> dict[str, tuple[str, ...]]:
    """The describing words of each theme that `texts` name."""
    themed = theme_texts(texts, Plan(shipped(book), None, languages=("sv",)), language="sv")
    return {theme.id: theme.words for theme in themed.themes}


def test_no_word_of_one_theme_describes_another() -> None:
    """A green place to meet is green; that it is one to meet at is no more green for it."""
    said = words_of(
        ["Ett grönt vardagsrum för alla", "Ett grönt och lugnt vardagsrum"] * 3, "place"
    )
    assert said["meeting"] == ("vardagsrum",)
    assert said["green"] == ("grönt",)


def test_that_there_is_plenty_of_something_is_no_praise_of_it() -> None:
    said = words_of(["Gott om konkreta exempel", "Det var gott om exempel"] * 3, "evaluation")
    assert said["examples"] == ("konkreta",)


def test_words_that_only_frame_an_answer_are_never_what_it_is_about() -> None:
    framed = ["Jag anser att det behövs fler papperskorgar", "Skräpigt här enligt mig, absolut"]
    said = words_of([*framed, "Enligt min åsikt skräpigt runt torget"] * 4, "place")
    assert said["care"] == ("skräpigt",)
