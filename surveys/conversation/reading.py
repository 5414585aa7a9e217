"""From what a person sent to a value, or to the reason why it is no answer. One reader per kind."""

from __future__ import annotations

import math
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from surveys.conversation.moments import read_date, read_time
from surveys.conversation.refusing import No, Reading, clean
from surveys.conversation.state import Act, Choose, Pin, Show, Skip, Write
from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    NamedPlace,
    Outside,
    Picture,
    Position,
    Seen,
    Skipped,
    Words,
)
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import (
    Chosen,
    Consent,
    Date,
    FreeText,
    Location,
    Multi,
    Note,
    Number,
    Option,
    Photo,
    Scale,
    Single,
    Time,
    YesNo,
)

if TYPE_CHECKING:
    from surveys.conversation.state import Context
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey

MAX_PLACE_CHARS = 200
MAX_OTHER_CHARS = 120
METRES_PER_DEGREE = 111_320.0
"""Of latitude; of longitude it is this times the cosine of the latitude."""

_YES = frozenset({"yes", "ja", "j", "y", "jag samtycker", "1"})
_NO = frozenset({"no", "nej", "n", "2"})
_YEAR = re.compile(r"[\s,(]+((?:19|20)\d\d)\)?\s*$")
_THOUSANDS = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)")


def options_of(question: AnyQuestion, survey: Survey) -> tuple[Option, ...]:
    """The options on the screen, in order: the question's own, or the items of its dimension."""
    if not isinstance(question, Chosen):
        return ()
    if question.options_from is None:
        return question.options
    items = survey.items(question.options_from)
    return tuple(Option(id=item.id, label=item.label) for item in items)


def read(question: AnyQuestion, act: Act, language: str, context: Context) -> Reading:
    """What `act` says as an answer to `question`. Never raises: everything a person can send is read."""
    if isinstance(act, Skip):
        return Seen() if isinstance(question, Note) else Skipped()
    match question:
        case Note():
            return Seen()
        case Single() | Scale() | YesNo():
            return _read_one(question, act, language, context.survey)
        case Multi():
            return _read_several(question, act, language, context.survey)
        case Photo():
            if isinstance(act, Show):
                return Picture(act.file, act.width, act.height)
            return No("not-a-photo")
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
        case _:
            return No("unreadable")


def _read_one(question: Single | Scale | YesNo, act: Act, language: str, survey: Survey) -> Reading:
    options = options_of(question, survey)
    outside = question.outside if isinstance(question, Scale) else ()
    chosen = _chosen_ids(act, (*options, *outside), language)
    if len(chosen) != 1:
        return No("choose-one")
    if chosen[0] in {option.id for option in outside}:
        return Outside(chosen[0])
    option = _by_id(options, chosen[0])
    if option is None:
        return No("unknown-option")
    return Choice(option.id, _other(act, option))


def _read_several(question: Multi, act: Act, language: str, survey: Survey) -> Reading:
    options = options_of(question, survey)
    chosen = set(_chosen_ids(act, options, language))
    if not chosen:
        return No("choose-some" if isinstance(act, Choose) else "choose-one")
    picked = [option for option in options if option.id in chosen]
    if len(picked) != len(chosen):
        return No("unknown-option")
    if problem := combination(question, picked, language) or _too_few(question, picked):
        return problem
    other = {option.id: text for option in picked if (text := _other(act, option))}
    return Choices(tuple(option.id for option in picked), other)


def combination(question: Multi, picked: list[Option], language: str) -> No | None:
    """Why these options cannot stand together; None when they can."""
    exclusive = next((option for option in picked if option.exclusive), None)
    if exclusive is not None and len(picked) > 1:
        return No("exclusive", {"label": say(exclusive.label, language)})
    if question.max_choices is not None and len(picked) > question.max_choices:
        return No("too-many", {"max": question.max_choices, "n": len(picked)})
    return None


def _too_few(question: Multi, picked: list[Option]) -> No | None:
    """An exclusive option stands alone, however many are asked for."""
    alone = any(option.exclusive for option in picked)
    if question.min_choices is None or alone or len(picked) >= question.min_choices:
        return None
    return No("too-few", {"min": question.min_choices, "n": len(picked)})


def _chosen_ids(act: Act, options: tuple[Option, ...], language: str) -> tuple[str, ...]:
    """Option ids in an act; typed text is matched by label, id or number on the screen."""
    if isinstance(act, Choose):
        return act.options
    if not isinstance(act, Write):
        return ()
    typed = act.text.strip()
    whole = _typed_option(typed, options, language)
    if whole is not None:
        return (whole,)
    for separator in (r"\s*[,;]\s*", r"[,;\s]+"):  # labels hold spaces, numbers do not
        parts = [_typed_option(part, options, language) for part in re.split(separator, typed)]
        if None not in parts:
            return tuple(part for part in parts if part is not None)
    return ()


def _typed_option(typed: str, options: tuple[Option, ...], language: str) -> str | None:
    folded = typed.casefold()
    for number, option in enumerate(options, start=1):
        names = {str(number), option.id.casefold(), say(option.label, language).casefold()}
        if folded in names:
            return option.id
    return None


def _by_id(options: tuple[Option, ...], option_id: str) -> Option | None:
    return next((option for option in options if option.id == option_id), None)


def _other(act: Act, option: Option) -> str | None:
    if not isinstance(act, Choose) or not option.open_text:
        return None
    return clean(act.other.get(option.id, ""))[:MAX_OTHER_CHARS] or None


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
    if question.pattern is not None and not re.fullmatch(question.pattern, text):
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


def _read_consent(act: Act, context: Context) -> Reading:
    if isinstance(act, Choose):
        said = act.options[0] if len(act.options) == 1 else ""
    else:
        said = act.text.strip().casefold() if isinstance(act, Write) else ""
    if said in _YES or said in _NO:
        return Agreement(said in _YES, context.now.date().isoformat())
    return No("choose-one")
