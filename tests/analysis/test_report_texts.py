"""The report's texts: the same in both languages, and true to what is promised."""

from __future__ import annotations

import re
from importlib.resources import files

from meetings import meeting

from analysis.report.as_json import to_json
from analysis.report.build import build_report
from analysis.report.html import to_html
from analysis.sentences import question_sentence
from analysis.tables import Cell
from analysis.themes.codebook import shipped
from analysis.wording import Wording


def messages(language: str) -> dict[str, set[str]]:
    """Text id to the arguments it uses."""
    source = (files("analysis") / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    current = ""
    for line in source.splitlines():
        if start := re.match(r"([a-z][\w-]*) =", line):
            current = start.group(1)
            found[current] = set()
        if current:
            found[current] |= set(re.findall(r"\{ \$(\w+)", line))
    return found


def test_both_languages_have_the_same_texts_with_the_same_arguments() -> None:
    swedish, english = messages("sv"), messages("en")
    assert swedish.keys() == english.keys()
    assert {name for name in swedish if swedish[name] != english[name]} == set()


def test_no_text_promises_anonymity_or_holds_quotation_marks() -> None:
    for language in ("sv", "en"):
        source = (files("analysis") / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
        assert "anonym" not in source.lower()
        assert not set(source) & set('”“„«»"')


def test_every_theme_of_the_shipped_codebooks_speaks_both_languages() -> None:
    for name in ("evaluation", "place"):
        book = shipped(name)
        ids = [theme.id for theme in book.theme]
        assert len(ids) == len(set(ids))
        for theme in book.theme:
            assert {"sv", "en"} <= theme.label.keys()
            assert {"sv", "en", "fi"} <= theme.seeds.keys()


def test_a_scale_whose_steps_are_all_alike_names_none_of_them() -> None:
    steps = [Cell(id=f"s{n}", label=f"Steg {n}", n=2, value=n) for n in range(1, 6)]
    said = question_sentence("scale", steps, 10, Wording("sv"), None)
    assert said == "Svaren är spridda: lika många på varje steg (2 av 10 var)."
    uneven = [*steps[:4], Cell(id="s5", label="Steg 5", n=1, value=5)]
    said = question_sentence("scale", uneven, 9, Wording("sv"), None)
    assert said == "Svaren är spridda. Vanligast är steg 1, steg 2, steg 3 och steg 4 (2 av 9 var)."


def test_every_number_of_the_json_stands_in_the_page() -> None:
    report = build_report(meeting(2), language="sv")
    page = to_html(report)
    for question in to_json(report)["questions"]:
        for cell in question["cells"]:
            row = f'<th scope="row">{cell["label"]}</th><td class="n">{cell["n"]}</td>'
            assert row in page
    for theme in to_json(report)["themes"]:
        assert theme["sentence"] in page
        assert str(theme["people"]) in theme["sentence"]


def test_what_has_a_comma_in_it_is_told_apart_in_a_list() -> None:
    wording = Wording("sv")
    assert wording.listed(["tid", "tempo", "mat"]) == "tid, tempo och mat"
    assert wording.listed(["Ja, öppet", "Kanske", "Nej"]) == "Ja, öppet; Kanske och Nej"
