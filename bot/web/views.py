"""From a screen to what the templates need. Decides nothing about the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.wording import clock_text, on_text
from surveys.conversation.respondent import RESPONDENT, must_be_named
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.stating import passed_text
from surveys.conversation.values import (
    Agreement,
    Allocation,
    Amount,
    Choice,
    Choices,
    Day,
    Document,
    NamedPlace,
    Outside,
    Picture,
    Position,
    Ranking,
    TimeOfDay,
    Words,
)
from surveys.frozen import once_for_each
from surveys.questionnaire.models import (
    Allocate,
    File,
    FreeText,
    Indicator,
    Multi,
    Note,
    Photo,
    Rank,
)
from surveys.statements import PASS
from surveys.texts import decimal_text

if TYPE_CHECKING:
    from bot.web.forms import Sent
    from surveys.conversation.screens import Screen
    from surveys.conversation.state import Key, Rejected
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey
    from surveys.texts import Texts

PHOTO_MB = 15
"""The largest picture taken in, in megabytes of 1,000,000 bytes."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the fields of a question: the saved answer, or what was just sent and refused."""

    chosen: frozenset[str] = frozenset()
    text: str = ""
    year: str = ""
    other: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    """By a table's turn, a ranking's or a share's option: what is chosen or typed there."""
    point: tuple[float, float] | None = None
    """WGS84 degrees, where a place was pointed out."""
    kept: bool = False
    document: str = ""


def filled_from_screen(screen: QuestionScreen) -> Filled:
    """The fields as they were when the answer, or the table's answers, were saved."""
    if screen.rows:
        return Filled(cells={row.key.turn: row.chosen for row in screen.rows if row.chosen})
    return filled_from_value(screen.value, screen.language)


def filled_from_value(value: Value | None, language: str) -> Filled:
    """The fields of one answer."""
    match value:
        case Choice(option=option, other=other):
            return Filled(frozenset({option}), other={option: other} if other else {})
        case Choices(options=options, other=others):
            return Filled(frozenset(options), other=others)
        case Outside(option=chosen) | NamedPlace(place=chosen):
            return Filled(frozenset({chosen}))
        case Agreement(given=given):
            return Filled(frozenset({"yes" if given else "no"}))
        case Amount(number=number, year=year):
            return Filled(text=decimal_text(number, language), year=str(year or ""))
        case Words(text=text) | Day(date=text) | TimeOfDay(time=text):
            return Filled(text=text)
    return _filled_from_parts(value)


def _filled_from_parts(value: Value | None) -> Filled:
    """Several fields for one answer, and files."""
    match value:
        case Ranking(options=ranked):
            return Filled(cells={option: str(place) for place, option in enumerate(ranked, 1)})
        case Allocation(amounts=amounts):
            return Filled(cells={option: str(amount) for option, amount in amounts.items()})
        case Position(lat=lat, lon=lon):
            return Filled(point=(lat, lon))
        case Picture():
            return Filled(kept=True)
        case Document(name=name):
            return Filled(document=name)
    return Filled()


def filled_from_form(sent: Sent, screen: QuestionScreen) -> Filled:
    """The fields as the person just filled them in: nothing written is lost by a refusal."""
    known = {button.id for button in (*screen.options, *screen.outside, *screen.places)}
    return Filled(
        chosen=frozenset(sent.answers) & known,
        text="\n".join(answer for answer in sent.answers if answer not in known),
        year=sent.year,
        point=sent.point,
        other=sent.other,
        cells={**sent.cells, **sent.places, **sent.amounts} or _cells_of(sent, screen),
    )


def _cells_of(sent: Sent, screen: QuestionScreen) -> dict[str, str]:
    """What another program sent as plain answers, in the fields of the page."""
    if isinstance(screen.question, Rank):
        return {option: str(place) for place, option in enumerate(sent.answers, 1)}
    if screen.rows and sent.key is not None:
        return {sent.key.turn: sent.answers[-1]} if sent.answers else {}
    return {}


_OWN_WORDS = {"first-begin": "web-begin-first", "twice": "web-rank-twice"}
"""Refusals that a page can say more plainly than a chat."""


def refusal(rejected: Rejected, language: str, texts: Texts) -> str:
    """Why an answer was not taken, in the person's language."""
    own = _OWN_WORDS.get(rejected.reason)
    if own is not None:
        return texts.say(language, own)
    return texts.say(language, f"rejected-{rejected.reason}", **rejected.hint)


def stands_on(screen: Screen, key: Key | None) -> bool:
    """Whether a question, or that row of a table, is what the person sees."""
    if not isinstance(screen, QuestionScreen):
        return False
    return key == screen.key or any(row.key == key for row in screen.rows)


def question_view(
    screen: QuestionScreen,
    filled: Filled,
    texts: Texts,
    *,
    problem: str | None,
    about_year: bool = False,
) -> dict[str, Any]:
    """The template's values for one question page. `about_year`: the problem is the year's, not the number's."""
    screen = _with_pass_as_skip(screen)
    helps = _helps(screen, texts)
    described = ["statement"] if screen.statement else []
    passed = _passed(screen)
    described += ["passed"] if passed else []
    described += [f"help-{number}" for number in range(1, len(helps) + 1)]
    if problem:
        described.append("problem")
    fields = _fields(screen)
    return {
        "screen": screen,
        "fields_are": fields,
        "kind": screen.question.kind,
        "tick": "checkbox" if isinstance(screen.question, Multi) else "radio",
        "filled": filled,
        "helps": helps,
        "passed": passed,
        "described_by": " ".join(described),
        "problem": problem,
        "target": "year" if about_year else _first_field(screen),
        "ranks": getattr(screen.question, "max_choices", None) or len(screen.options),
        "may_skip": not isinstance(screen.question, Note) and not _must_be_said(screen),
        "asks_name": screen.key == RESPONDENT,
        "may_pause": is_long(screen.survey) or screen.total > LONG,
        "accept": _accept(screen.question),
        "on_text": on_text(screen) if isinstance(screen.question, Note) else "next",
        "clock": clock_text(screen, texts),
        "again": screen.clock.seconds + 1 if screen.clock and screen.clock.seconds else None,
    }


def _with_pass_as_skip(screen: QuestionScreen) -> QuestionScreen:
    """On a page the button for passing over is there already, and says the same as an option would."""
    if screen.can_skip:
        return screen
    return replace(screen, options=tuple(each for each in screen.options if each.id != PASS))


def _passed(screen: QuestionScreen) -> str | None:
    """That a statement has been passed: no field says so, where a button is what passes."""
    if screen.statement is None or screen.value != Choice(PASS):
        return None
    return passed_text(screen.language)


LONG = 12
"""More screens than this, and people will want to pause."""


def is_long(survey: Survey) -> bool:
    """Whether one may want to go on later, or on another device: many questions, turns, or a shared response."""
    questionnaire = survey.questionnaire
    turns = any(question.loop for question in questionnaire.question)
    return turns or questionnaire.unit != "person" or len(questionnaire.question) > LONG


def _fields(screen: QuestionScreen) -> str:
    """Which set of fields the page has: a name of a macro in fields.html."""
    if screen.rows:
        return "table"
    match screen.question.kind:
        case "note" | "rank" | "allocate" as kind:
            return kind
        case "text" | "number" | "date" | "time" | "photo" | "file":
            return "written"
        case _:
            return "chosen"


def _first_field(screen: QuestionScreen) -> str:
    return "answer-1" if screen.options or screen.places else "answer"


def _must_be_said(screen: QuestionScreen) -> bool:
    return screen.key == RESPONDENT and must_be_named(screen.survey.questionnaire)


def _accept(question: AnyQuestion) -> str:
    return ",".join(f".{each}" for each in question.types) if isinstance(question, File) else ""


@once_for_each
def upload_mb(survey: Survey) -> int:
    """The largest file any question of the survey takes, in megabytes; 0 where none asks for one."""
    return max(
        (
            question.max_mb if isinstance(question, File) else PHOTO_MB
            for question in survey.questionnaire.question
            if isinstance(question, File | Photo)
        ),
        default=0,
    )


def _helps(screen: QuestionScreen, texts: Texts) -> tuple[str, ...]:
    """What stands under the question: its own help, and what its kind calls for."""
    helps = [screen.help] if screen.help else []
    tell = partial(texts.say, screen.language)
    match screen.question:
        case FreeText() | Indicator() if screen.key != RESPONDENT:
            helps.append(tell("hint-text"))
        case Rank(max_choices=most):
            helps.append(tell("web-rank-about", n=most or len(screen.options)))
        case Allocate(total=total):
            helps.append(tell("web-shares-about", total=total, unit=screen.unit or ""))
        case File(max_mb=most, types=types):
            helps.append(tell("web-file-limit", max=most, types=", ".join(types)))
        case Photo(needs_consent=needs_consent):
            helps.append(tell("web-photo-limit", max=PHOTO_MB))
            if needs_consent:
                helps.append(tell("web-photo-consent"))
    if screen.question.private:
        helps.append(tell("web-private"))
    return tuple(helps)
