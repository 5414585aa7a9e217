"""Every sentence the product itself says, as Fluent files.

They lie in `<package>/texts/`, named `<language>.ftl` or `<room>.<language>.ftl`; in this package in `wording/`.

Numbers are shown as they are given; dates are formatted by the caller with `date_text`. Fluent's isolation
marks (U+2068, U+2069) are kept only for right-to-left languages, where they are needed.
"""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from surveys.questionnaire.languages import NAMES, RIGHT_TO_LEFT

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

_MONTHS = {
    "sv": "januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, "
    "december",
    "en": "January, February, March, April, May, June, July, August, September, October, November, "
    "December",
    "fi": "tammikuuta, helmikuuta, maaliskuuta, huhtikuuta, toukokuuta, kesäkuuta, heinäkuuta, "
    "elokuuta, syyskuuta, lokakuuta, marraskuuta, joulukuuta",
    # Both names, as Swedish authorities write to readers from the Levant and from North Africa.
    "ar": "كانون الثاني/يناير, شباط/فبراير, آذار/مارس, نيسان/أبريل, أيار/مايو, حزيران/يونيو, تموز/يوليو, "
    "آب/أغسطس, أيلول/سبتمبر, تشرين الأول/أكتوبر, تشرين الثاني/نوفمبر, كانون الأول/ديسمبر",
    "so": "Janaayo, Febraayo, Maarso, Abriil, Maajo, Juun, Luuliyo, Ogost, Sebtembar, Oktoobar, "
    "Nofembar, Desembar",
}
_DECIMAL_COMMA = frozenset({"sv", "fi"})


LONGEST_ARGUMENT = 900
"""Fluent refuses arguments of more than a thousand characters; longer ones are put in afterwards."""
REMEMBERED = 4096
"""Texts without anything of a person's in them that are kept as they were said."""
_FIRST_MARK = 0xF0000  # private use: stands for a long argument while the text is formatted


class MissingText(KeyError):
    """A text id is unknown, or an argument it needs was not given."""


class Texts:
    """The texts of one package. Swedish is complete; another language falls back to it as a whole text."""

    def __init__(self, package: str) -> None:
        self._package = package
        order = [*NAMES]
        self.languages = tuple(sorted(_sources(package), key=order.index))
        """Languages there is any file for, in the order in which they are offered: Swedish first."""

    def say(self, language: str, text_id: str, **arguments: Any) -> str:
        """The text in `language`; in its base language or Swedish when it is not written there.

        Raises:
            MissingText: no such text, or an argument is missing.
        """
        if all(type(value) is int for value in arguments.values()):
            return _counted(self._package, language, text_id, tuple(arguments.items()))
        return _said(self._package, language, text_id, arguments)

    def knows(self, text_id: str) -> bool:
        """Whether Swedish, and so every language by fallback, has the text."""
        bundle = _bundle(self._package, "sv")
        return bundle is not None and bool(bundle.has_message(text_id))


@lru_cache(maxsize=REMEMBERED)
def _counted(
    package: str, language: str, text_id: str, numbers: tuple[tuple[str, int], ...]
) -> str:
    """A text that holds nothing but itself and counts: the same ones are said again and again."""
    return _said(package, language, text_id, dict(numbers))


def _said(package: str, language: str, text_id: str, arguments: dict[str, Any]) -> str:
    for tag in (language, language.split("-", maxsplit=1)[0], "sv"):
        bundle = _bundle(package, tag)
        if bundle is not None and bundle.has_message(text_id):
            return _format(bundle, text_id, arguments)
    raise MissingText(f"{package}: no text {text_id!r}")


def _format(bundle: FluentBundle, text_id: str, arguments: dict[str, Any]) -> str:
    pattern = bundle.get_message(text_id).value
    assert pattern is not None, text_id
    long = {name: said for name, said in arguments.items() if len(str(said)) > LONGEST_ARGUMENT}
    marks = {name: chr(_FIRST_MARK + place) for place, name in enumerate(long)}
    formatted, errors = bundle.format_pattern(pattern, {**arguments, **marks})
    if errors:
        raise MissingText(f"text {text_id!r}: {errors[0]}")
    text = str(formatted)
    for name, mark in marks.items():
        text = text.replace(mark, str(long[name]))
    return str(text)


@cache
def _sources(package: str) -> dict[str, list[str]]:
    """Fluent sources by language, in the order of their file names."""
    found: dict[str, list[str]] = {}
    folder = files(package) / ("wording" if package == "surveys" else "texts")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".ftl"):
            language = entry.name.removesuffix(".ftl").rpartition(".")[2]
            found.setdefault(language, []).append(entry.read_text(encoding="utf-8"))
    return found


@cache
def _bundle(package: str, language: str) -> FluentBundle | None:
    from fluent.runtime import FluentBundle, FluentResource

    sources = _sources(package).get(language)
    if sources is None:
        return None
    bundle = FluentBundle([_plural_rules(language)], use_isolating=language in RIGHT_TO_LEFT)
    for source in sources:
        bundle.add_resource(FluentResource(source))
    return bundle


def _plural_rules(language: str) -> str:
    """The locale that counts and groups digits as `language` does; lätt svenska counts as Swedish."""
    from babel.localedata import exists

    base = language.split("-", maxsplit=1)[0]
    return base if exists(base) else "sv"


def decimal_text(number: str, language: str) -> str:
    """A number written with a full stop, as it is written in `language`: `3,5` in Swedish, `3.5` in English."""
    base = language.split("-", maxsplit=1)[0]
    return number.replace(".", ",") if base in _DECIMAL_COMMA else number


def date_text(day: dt.date, language: str) -> str:
    """A date as people write it: `1 mars 2027`, `1. maaliskuuta 2027`; ISO in languages we cannot name months in."""
    base = language.split("-", maxsplit=1)[0]
    if base not in _MONTHS:
        return day.isoformat()
    stop = "." if base == "fi" else ""
    return f"{day.day}{stop} {_MONTHS[base].split(', ')[day.month - 1]} {day.year}"
