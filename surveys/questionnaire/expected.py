"""What a value should have been, in Swedish and English: the end of the sentence that begins with *Det ska vara*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_WHOLE = ("ett helt tal, till exempel 3", "a whole number, such as 3")
_NUMBER = ("ett tal, till exempel 1.5", "a number, such as 1.5")
_DAY = ("en dag, skriven ÅÅÅÅ-MM-DD", "a day, written YYYY-MM-DD")
_TRUTH = ("true eller false", "true or false")
_LIST = ('en lista, till exempel ["a", "b"]', 'a list, such as ["a", "b"]')
_TABLE = ('en tabell, till exempel {sv = "…"}', 'a table, such as {sv = "…"}')
_TEXT = ("text inom citattecken", "text in quotation marks")
_EXPECTED = {
    "literal_error": ("något av {limit}", "one of {limit}"),
    "string_pattern_mismatch": (
        "bokstäver A–Z, siffror och _, med en bokstav först",
        "letters A–Z, digits and _, beginning with a letter",
    ),
    "greater_than": ("mer än {limit}", "more than {limit}"),
    "greater_than_equal": ("minst {limit}", "at least {limit}"),
    "less_than_equal": ("högst {limit}", "at most {limit}"),
    "date_from_datetime_parsing": _DAY,
    "date_type": _DAY,
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _TABLE,
    "model_type": _TABLE,
    "string_type": _TEXT,
    "string_too_short": ("text, och inte tomt", "text, and not empty"),
    "string_too_long": ("högst {limit} tecken", "at most {limit} characters"),
    "too_long": ("högst {limit} stycken", "at most {limit} of them"),
}
_OTHER = (
    "skrivet som i docs/questionnaire-format.md",
    "written as in docs/questionnaire-format.md",
)
DAY = {"expected_sv": _DAY[0], "expected_en": _DAY[1]}


def expected(kind: str, limits: Mapping[str, Any]) -> dict[str, str]:
    """`expected_sv` and `expected_en` for one of pydantic's kinds of error and its limits, of which each has one."""
    limit = str(next(iter(limits.values()), "")).replace(" or ", ", ")
    swedish, english = (text.replace("{limit}", limit) for text in _EXPECTED.get(kind, _OTHER))
    return {"expected_sv": swedish, "expected_en": english}


_SYNTAX = (
    ("expected '='", "ett likhetstecken saknas efter nyckeln"),
    ("expected newline", "det står något mer efter värdet"),
    ("invalid value", "värdet går inte att läsa; text ska stå inom citattecken"),
    ("invalid statement", "raden går inte att läsa"),
    ("invalid initial character", "nyckeln börjar med ett tecken som inte går"),
    ("unterminated string", "ett citattecken saknas i slutet"),
    ("unclosed array", "en hakparentes saknas i slutet av listan"),
    ("unclosed inline table", "en klammer saknas i slutet"),
    ("expected ']", "en hakparentes saknas efter rubriken"),
    ("cannot overwrite", "nyckeln står två gånger"),
    ("duplicate", "nyckeln står två gånger"),
    ("cannot declare", "rubriken står två gånger"),
    ("unescaped", "skriv två bakstreck i stället för ett"),
    ("too deeply nested", "den har delar i delar i delar utan slut"),
    ("illegal character", "texten slutar inte på raden, eller har ett tecken som inte går"),
)


def syntax(why: str) -> dict[str, str]:
    """`why_sv` and `why_en` for what the TOML reader complains of, in small letters."""
    found = (swedish for start, swedish in _SYNTAX if why.startswith(start))
    return {"why_sv": next(found, "raden går inte att läsa"), "why_en": why}
