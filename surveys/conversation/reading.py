"""From what a person sent to a value, or to the reason why it is no answer. One reader per kind."""

from __future__ import annotations

import math
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from surveys.conversation.choosing import (
    options_of,
    read_one,
    read_order,
    read_several,
    read_shares,
    typed_options,
)
from surveys.conversation.moments import read_date, read_time
from surveys.conversation.refusing import No, Reading, clean
from surveys.conversation.state import Act, Attach, Choose, Key, Pin, Show, Skip, Write
from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Document,
    NamedPlace,
    Picture,
    Position,
    Seen,
    Skipped,
    Words,
)
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import (
    Allocate,
    Consent,
    Date,
    File,
    FreeText,
    Indicator,
    Location,
    Multi,
    Note,
    Number,
    Photo,
    Rank,
    Single,
    Steps,
    Time,
    YesNo,
)
from surveys.questionnaire.patterns import fits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from surveys.conversation.slot import Slot
    from surveys.conversation.state import Context
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey

MAX_PLACE_CHARS = 200
MAX_NAME_CHARS = 120
METRES_PER_DEGREE = 111_320.0
"""Of latitude; of longitude it is this times the cosine of the latitude."""

_YES = frozenset({"yes", "ja", "j", "y", "jag samtycker", "1"})
_NO = frozenset({"no", "nej", "n", "2"})
_YEAR = re.compile(r"[\s,(]+((?:19|20)\d\d)\)?\s*$")
_THOUSANDS = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)")


def read(question: AnyQuestion, act: Act, language: str, context: Context) -> Reading:
    """What `act` says as an answer to `question`. Never raises: everything a person can send is read."""
    if isinstance(act, Skip):
        return Seen() if isinstance(question, Note) else Skipped()
    match question:
        case Note():
            return Seen()
        case Single() | Steps() | YesNo():
            return read_one(question, act, language, context.survey)
        case Multi():
            return read_several(question, act, language, context.survey)
        case Rank():
            return read_order(question, act, language, context.survey)
        case Allocate():
            return read_shares(question, act, context.survey)
        case Photo() | File():
            return _read_file(question, act)
        case Consent():
            return _read_consent(act, context)
        case _:
            return _read_written(question, act, language, context.survey)


def _read_written(question: AnyQuestion, act: Act, language: str, survey: Survey) -> Reading:
    """Questions that are answered in words, digits or a position."""
    match question:
        case Number():
            return _read_number(question, act, language)
        case FreeText():
            return _read_text(question, act)
        case Date():
            return read_date(question, act)
        case Time():
            return read_time(act)
        case Location():
            return _read_place(question, act, survey)
        case Indicator():
            return _read_indicator(question, act, language, survey)
        case _:
            return No("unreadable")


def _read_number(question: Number, act: Act, language: str) -> Reading:
    if not isinstance(act, Write):
        return No("not-a-number")
    text, year = _split_year(clean(act.text)) if question.with_year else (clean(act.text), None)
    if question.unit is not None:
        text = text.removesuffix(say(question.unit, language)).strip()
    number = _decimal(text)
    if number is None:
        return No("not-a-number")
    if question.with_year and year is None:
        return No("year")
    plain = f"{number.normalize():f}" if number else "0"  # minus nought is nought
    return _within_limits(question, number) or Amount(plain, year)


def _split_year(text: str) -> tuple[str, int | None]:
    match = _YEAR.search(text)
    return (text[: match.start()], int(match[1])) if match else (text, None)


def _decimal(text: str) -> Decimal | None:
    plain = _THOUSANDS.sub("", text).replace("−", "-").replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,9})?", plain, re.ASCII):
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:  # pragma: no cover - the pattern above admits only decimals
        return None


def _within_limits(question: Number, number: Decimal) -> No | None:
    if question.min is not None and number < Decimal(str(question.min)):
        return No("too-small", {"min": f"{question.min:g}"})
    if question.max is not None and number > Decimal(str(question.max)):
        return No("too-big", {"max": f"{question.max:g}"})
    exponent = number.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > question.decimals:
        return No("decimals", {"max": question.decimals})
    return None


def _read_text(question: FreeText, act: Act) -> Reading:
    if not isinstance(act, Write):
        return No("empty")
    text = clean(act.text)
    if not text:
        return Skipped()
    if len(text) > question.max_chars:
        return No("too-long", {"n": len(text), "max": question.max_chars})
    if question.pattern is not None and not fits(question.pattern, text):
        return No("pattern")
    return Words(text)


def _read_place(question: Location, act: Act, survey: Survey) -> Reading:
    if isinstance(act, Pin):
        return rounded(act.lat, act.lon, question.precision_m) or No("outside-map")
    if isinstance(act, Choose):
        known = {place.id for place in survey.fill.place}
        chosen = act.options[0] if act.options else ""
        return NamedPlace(chosen) if chosen in known else No("not-a-place")
    if not isinstance(act, Write) or not question.allow_text:
        return No("not-a-place")
    text = clean(act.text)
    if not text:
        return Skipped()
    named = _place_named(text, survey)
    if named is not None:
        return NamedPlace(named)
    if len(text) > MAX_PLACE_CHARS:
        return No("too-long", {"n": len(text), "max": MAX_PLACE_CHARS})
    return Words(text)


def _place_named(text: str, survey: Survey) -> str | None:
    folded = text.casefold()
    for place in survey.fill.place:
        if folded in {place.id.casefold(), *(label.casefold() for label in place.label.values())}:
            return place.id
    return None


def rounded(lat: float, lon: float, precision_m: int) -> Position | None:
    """The position on a grid of `precision_m` metres (rule L13); None outside the globe.

    Longitude steps use the rounded latitude, so that rounding twice changes nothing.
    """
    if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 85 and abs(lon) <= 180):
        return None
    step = precision_m / METRES_PER_DEGREE
    grid_lat = round(lat / step) * step
    step_lon = step / math.cos(math.radians(grid_lat))
    return Position(round(grid_lat, 6), round(round(lon / step_lon) * step_lon, 6))


def _read_indicator(question: Indicator, act: Act, language: str, survey: Survey) -> Reading:
    """One of the list, or one's own in words."""
    options = options_of(question, survey)
    if isinstance(act, Choose):
        chosen = act.options[0] if len(act.options) == 1 else ""
        return Choice(chosen) if chosen in {o.id for o in options} else No("unknown-option")
    if not isinstance(act, Write):
        return No("empty")
    typed = typed_options(act.text, options, language)
    if len(typed) == 1:
        return Choice(typed[0])
    text = clean(act.text)
    if len(text) > question.max_chars:
        return No("too-long", {"n": len(text), "max": question.max_chars})
    return Words(text) if text else Skipped()


def _read_file(question: Photo | File, act: Act) -> Reading:
    """What the store has already taken in."""
    if isinstance(question, Photo):
        if isinstance(act, Show):
            return Picture(act.file, act.width, act.height)
        return No("not-a-photo")
    if not isinstance(act, Attach):
        return No("not-a-file", {"types": ", ".join(question.types)})
    return Document(act.file, clean(act.name)[-MAX_NAME_CHARS:], act.size)


def read_rows(rows: Sequence[Slot], here: Slot, act: Act) -> Mapping[Key, Act]:
    """Typed answers to a table: one for each row, in order, or one for the row the person stands at."""
    typed = re.split(r"[\s,;]+", act.text.strip()) if isinstance(act, Write) else []
    if len(typed) == len(rows) > 1:
        return {row.key: Write(text, row.key) for row, text in zip(rows, typed, strict=True)}
    return {here.key: act}


def _read_consent(act: Act, context: Context) -> Reading:
    if isinstance(act, Choose):
        said = act.options[0] if len(act.options) == 1 else ""
    else:
        said = act.text.strip().casefold() if isinstance(act, Write) else ""
    if said in _YES or said in _NO:
        return Agreement(said in _YES, context.now.date().isoformat())
    return No("choose-one")
