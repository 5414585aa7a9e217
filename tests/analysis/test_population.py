"""Who is missing: said where so few answers would be rare, never where chance is enough, and never about few."""

from __future__ import annotations

import dataclasses

import pytest
from meetings import data_of, survey

from analysis.report.as_json import to_json
from analysis.report.build import build_report
from analysis.report.population import checked, compared, population_lines, read_population
from analysis.report.writers import COATS
from analysis.wording import Wording
from surveys.conversation.values import Choice
from surveys.errors import ConfigError
from surveys.questionnaire.models import Questionnaire

SV = Wording("sv")
AGES = ("young", "middle", "old")
FORM = Questionnaire.model_validate(
    {
        "format": 1,
        "id": "square",
        "purpose": "dialogue",
        "unit": "person",
        "anonymity": "confidential",
        "channels": ["web"],
        "max_seconds": 90,
        "title": {"sv": "Torget"},
        "intro": {"sv": "Hej"},
        "question": [
            {
                "id": "age",
                "kind": "single",
                "background": True,
                "reason": "Vilka vi hör",
                "text": {"sv": "Hur gammal är du?"},
                "options": [
                    {"id": name, "label": {"sv": label}}
                    for name, label in zip(
                        AGES, ("Under 30", "30–64", "65 eller äldre"), strict=True
                    )
                ],
            }
        ],
    }
)
FILE = "Fråga;Alternativ;Andel\nage;Under 30;25 %\nage;30–64;50 %\nage;old;25 %\n"


WHERE = survey(FORM, attended=None, invited=None)
PARTS = checked(WHERE, read_population(FILE.encode(), SV), SV)


def answered(**counts: int):
    said = [name for name, count in counts.items() for _ in range(count)]
    people = [(who, "age", Choice(name)) for who, name in enumerate(said, start=1)]
    return build_report(data_of(people, WHERE), language="sv")


def lines(report, content: str = FILE) -> tuple[str, ...]:
    return population_lines(
        compared(report.questions, checked(WHERE, read_population(content.encode(), SV), SV)), SV
    )


def test_a_group_that_is_missing_is_named_with_what_was_to_be_expected() -> None:
    (line,) = lines(answered(young=4, middle=56, old=20))
    assert line == (
        "Hur gammal är du? Vi hör för få: Under 30 (4 av 80 svar, mot 25 % av befolkningen)."
    )


def test_few_answers_are_not_said_to_miss_anybody_when_chance_would_do() -> None:
    (line,) = lines(answered(young=1, middle=6, old=3))
    assert line.startswith("Hur gammal är du? Ingen grupp saknas säkert bland 10 svar.")


def test_counts_of_people_are_the_same_as_shares_of_them() -> None:
    counts = "question,option,count\nage,young,2500\nage,middle,5000\nage,old,2500\n"
    report = answered(young=4, middle=56, old=20)
    assert lines(report, counts) == lines(report)


def test_fewer_than_five_answers_are_compared_with_nothing() -> None:
    assert compared(answered(young=2, old=2).questions, PARTS) == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Fråga;Andel\nage;3\n", "kolumnerna fråga, alternativ"),
        ("Fråga;Alternativ;Andel\nage;young;många\n", "Rad 2"),
        ("Fråga;Alternativ;Andel\nage;young;1\nage;young;2\n", "Rad 3"),
        ("Fråga;Alternativ;Andel\nheight;young;1\n", "height"),
        ("Fråga;Alternativ;Andel\nage;Barn;1\n", "Barn"),
    ],
)
def test_a_file_that_does_not_fit_says_what_to_do(content: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        lines(answered(young=4, middle=56, old=20), content)


def test_every_coat_shows_the_answers_beside_the_population() -> None:
    report = answered(young=4, middle=56, old=20)
    found = compared(report.questions, PARTS)
    report = dataclasses.replace(report, population=found)
    assert [(group.id, group.n, group.missing) for group in found[0].groups] == [
        ("young", 4, True),
        ("middle", 56, False),
        ("old", 20, False),
    ]
    assert "Vi hör för få: Under 30" in to_json(report)["notes"][-1]
    page = COATS["html"].write(report).decode()
    assert "Om svaren var som befolkningen" in page
    for form in ("pptx", "xlsx", "pdf", "csv.zip", "png.zip"):
        assert COATS[form].write(report)
