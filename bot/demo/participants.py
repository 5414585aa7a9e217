"""Simulated participants: seeded, so that two demos are equal, and human: they skip, go back and write "-"."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import TYPE_CHECKING, TypeAlias

from bot.outcomes import Who
from bot.service import Service
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Act, Arrive, Back, Begin, Choose, Pin, Skip, Write
from surveys.questionnaire.models import Consent, FreeText, Location, Multi, Photo, Scale, Single

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from surveys.conversation.screens import Button

    Answering: TypeAlias = Callable[[Outcome, "Persona", Random], Act]

LONGEST_CONVERSATION = 300
"""Turns after which a simulated participant gives up; no questionnaire is this long."""

SCALE_WEIGHTS: Mapping[str, tuple[int, ...]] = {
    "usefulness": (0, 1, 4, 8, 5),
    "could_speak": (0, 1, 3, 7, 7),
}
MULTI_WEIGHTS: Mapping[str, tuple[int, ...]] = {
    "most_valuable": (9, 8, 4, 3, 2, 1),
    "relation": (5, 4, 6, 4, 1),
    "decides": (7, 6, 4, 3, 4, 5, 1),
}
CORNERS = (
    (60.6070, 15.6315, 9),
    (60.6073, 15.6332, 6),
    (60.6064, 15.6303, 4),
    (60.6061, 15.6319, 7),
)
"""Where on the demo's square pins fall, and how many: WGS84 degrees, at the places with a name."""
METRES_OFF = 30
"""How far from what they mean people point."""


@dataclass(frozen=True, slots=True)
class Persona:
    """One simulated person: what they will write, by question, their language, and their number in the room."""

    seed: str
    texts: Mapping[str, str]
    language: str = "sv"
    number: int = 0


async def take_part(
    service: Service, code: str, persona: Persona, answer: Answering | None = None
) -> None:
    """One whole conversation, turn by turn, as a phone would have it; `answer` says what is done at a screen."""
    random = Random(persona.seed)  # noqa: S311 - a simulation, not a secret
    who = Who(code, "web", f"demo {persona.seed}")
    await service.turn(who, Arrive(persona.language))
    outcome = await service.turn(who, Begin(persona.language))
    went_back = False
    for _ in range(LONGEST_CONVERSATION):
        if not isinstance(outcome.screen, QuestionScreen):
            return
        if not went_back and outcome.screen.index == 3 and random.random() < 0.1:
            went_back = True
            outcome = await service.turn(who, Back())
            continue
        outcome = await service.turn(who, (answer or demo_act)(outcome, persona, random))


def demo_act(outcome: Outcome, persona: Persona, random: Random) -> Act:
    """What somebody in the demo does at a question; the few kinds it has no questions of are passed over."""
    screen = outcome.screen
    assert isinstance(screen, QuestionScreen)
    match screen.question:
        case FreeText(id=question_id):
            return Write(persona.texts.get(question_id, ""))
        case Scale(id=question_id):
            if random.random() < 0.03:
                return Choose((screen.outside[0].id,))
            return Choose((_weighted(screen.options, SCALE_WEIGHTS.get(question_id), random),))
        case Single():
            return Choose((random.choice(screen.options).id,))
        case Multi():
            return _several(screen, random)
        case Location():
            return _place(screen, random)
        case Photo() | Consent():
            return Skip()
        case _:
            return Skip()


def _weighted(options: Sequence[Button], weights: Sequence[int] | None, random: Random) -> str:
    return random.choices(options, weights)[0].id


def _several(screen: QuestionScreen, random: Random) -> Act:
    weights = MULTI_WEIGHTS.get(screen.key.question)
    first = _weighted(screen.options, weights, random)
    exclusive = {option.id for option in screen.options if option.exclusive or option.open_text}
    second = _weighted(screen.options, weights, random)
    if {first, second} & exclusive or random.random() < 0.3:
        return Choose((first,))
    return Choose(tuple(sorted({first, second})))


def _place(screen: QuestionScreen, random: Random) -> Act:
    chance = random.random()
    if chance < 0.2 and screen.places:
        return Choose((random.choice(screen.places).id,))
    if chance < 0.9:
        [(lat, lon, _)] = random.choices(CORNERS, [weight for *_, weight in CORNERS])
        off = METRES_OFF / 111_000
        return Pin(lat + random.gauss(0, off), lon + random.gauss(0, 2 * off))
    return Write("Stortorget")


def meeting_personas(meeting: int, count: int) -> list[Persona]:
    """The people of one meeting: the labelled comments first, then invented filler, then silence."""
    texts = {question: _meeting_texts(meeting, question) for question in ("keep", "change")}
    random = Random(f"meeting {meeting}")  # noqa: S311 - a simulation
    personas = []
    orders = {question: _spread(texts[question], count, random) for question in texts}
    for number in range(count):
        said = {question: orders[question][number] for question in texts}
        language = "en" if any("the best" in text for text in said.values()) else "sv"
        personas.append(Persona(f"{meeting}-{number}", said, language))
    return personas


def _spread(texts: list[str], count: int, random: Random) -> list[str]:
    """The texts among `count` people; the rest write nothing."""
    spread = (texts + [""] * count)[:count]
    random.shuffle(spread)
    return spread


@cache
def _comments() -> tuple[tuple[int, str, str], ...]:
    source = (files("bot") / "demo" / "evaluation_comments.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(source.splitlines(), delimiter=";")
    return tuple((int(row["meeting"]), row["question"], row["text"]) for row in rows)


@cache
def filler() -> tuple[tuple[str, str], ...]:
    """(question, text): comments that are not the labelled ones, by the question they answer."""
    source = (files("bot") / "demo" / "planted_evaluation.csv").read_text(encoding="utf-8")
    critical = {"tid", "teori"}
    rows = csv.DictReader(source.splitlines())
    return tuple(("change" if row["theme"] in critical else "keep", row["text"]) for row in rows)


def _meeting_texts(meeting: int, question: str) -> list[str]:
    own = [text for number, asked, text in _comments() if (number, asked) == (meeting, question)]
    spare = [text for asked, text in filler() if asked == question]
    return own + spare[meeting - 1 :: 4]


@cache
def place_texts() -> dict[str, list[str]]:
    """What is said about the square, by question."""
    source = (files("bot") / "demo" / "place_answers.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def place_personas(count: int) -> list[Persona]:
    """Residents at the square: each text is said once, by somebody; the others leave the line empty."""
    texts = place_texts()
    random = Random("the square")  # noqa: S311 - a simulation
    said = {question: _spread(answers, count, random) for question, answers in texts.items()}
    return [
        Persona(f"place-{number}", {question: lines[number] for question, lines in said.items()})
        for number in range(count)
    ]
