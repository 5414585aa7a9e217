"""How numbers and days are written in each language, and which plural a language uses."""

from __future__ import annotations

import datetime as dt

import pytest

from surveys.texts import Texts, date_text, decimal_text


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("sv", "5 mars 2027"),
        ("sv-x-latt", "5 mars 2027"),
        ("en", "5 March 2027"),
        ("fi", "5. maaliskuuta 2027"),
        ("ar", "5 آذار/مارس 2027"),
        ("so", "5 Maarso 2027"),
        ("de", "2027-03-05"),
    ],
)
def test_a_day_is_written_as_people_write_it(language: str, written: str) -> None:
    assert date_text(dt.date(2027, 3, 5), language) == written


def test_every_month_has_a_name() -> None:
    for language in ("sv", "sv-x-latt", "en", "fi", "ar", "so"):
        months = {date_text(dt.date(2027, month, 1), language) for month in range(1, 13)}
        assert len(months) == 12


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("sv", "3,5"),
        ("sv-x-latt", "3,5"),
        ("fi", "3,5"),
        ("en", "3.5"),
        ("ar", "3.5"),
        ("so", "3.5"),
    ],
)
def test_decimals_have_the_sign_of_the_language(language: str, written: str) -> None:
    assert decimal_text("3.5", language) == written


def minutes(language: str, number: int) -> str:
    """How long it takes, without the marks that keep digits apart in right-to-left text."""
    said = Texts("bot").say(language, "notice-minutes", minutes=number)
    return said.replace("\u2068", "").replace("\u2069", "")


def test_plurals_follow_the_language() -> None:
    assert "en minut." in minutes("sv-x-latt", 1)
    assert "4 minuter." in minutes("sv-x-latt", 4)
    assert "hal daqiiqo" in minutes("so", 1)
    assert "minuutin" in minutes("fi", 1)
    arabic = [
        minutes("ar", number).removesuffix(".").split("حوالي ")[1] for number in (1, 2, 3, 15)
    ]
    assert arabic == ["دقيقة واحدة", "دقيقتين", "3 دقائق", "15 دقيقة"]
