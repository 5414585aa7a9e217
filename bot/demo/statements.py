"""The demo's dialogue of statements: two camps that agree on benches, trees and lights, and a moderator."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from bot.demo.participants import Persona, demo_act
from surveys.conversation.parts import OWN
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Act, Choose, Skip, Write
from surveys.statements import AGREE, DISAGREE, PASS

if TYPE_CHECKING:
    import datetime as dt

    from bot.outcomes import Outcome
    from surveys.store.store import Store
    from surveys.survey import Survey

UNITING = ("bänkar", "träd", "belysning", "toalett")
FOR_CARS = ("bilar", "parkering", "tyst", "asfalt")
"""Words by which a camp knows what it likes; the other camp likes what is left."""
WRITTEN = {
    3: "En offentlig toalett behövs vid torget.",
    8: "Lekplatsen ska ligga mitt på torget.",
    14: "Lägg asfalt i stället för gatsten.",
    21: "Odlingslådor kan stå längs muren.",
    29: "Grannen på nummer 4 ska hålla sin hund kopplad.",
}
"""Who writes what, by their number in the dialogue. The last two wait for the moderator; one of them should."""


def statement_personas(count: int) -> list[Persona]:
    """People without words of their own, but for those who write a statement."""
    return [Persona(f"statements-{number}", {}, number=number) for number in range(count)]


def statement_act(outcome: Outcome, persona: Persona, random: Random) -> Act:
    """A vote as the camp would cast it, most often; a statement where somebody has one."""
    screen = outcome.screen
    assert isinstance(screen, QuestionScreen)
    if screen.key.turn == OWN:
        text = WRITTEN.get(persona.number)
        return Write(text) if text is not None and _has_written_none(outcome) else Skip()
    if screen.statement is None:
        return demo_act(outcome, persona, random)
    chance = Random(f"{persona.seed} {screen.statement}").random()  # noqa: S311 - whatever the order
    if chance < 0.08:
        return Choose((PASS,))
    agrees = _likes(screen.statement.casefold(), for_cars=persona.number % 2 == 0)
    return Choose((AGREE if agrees == (chance < 0.9) else DISAGREE,))


def _has_written_none(outcome: Outcome) -> bool:
    return not any(handed.own for handed in outcome.state.handed.values())


def _likes(statement: str, *, for_cars: bool) -> bool:
    if any(word in statement for word in UNITING):
        return True
    return any(word in statement for word in FOR_CARS) == for_cars


async def moderate(store: Store, survey: Survey, at: dt.datetime) -> None:
    """Shows what waits, all but the last two."""
    waiting = [one for one in await store.statements(survey.id) if one.state == "waiting"]
    late = list(WRITTEN.values())[-2:]
    for one in waiting:
        if one.text.get("sv") not in late:
            await store.judge_statement(
                survey.id, one.question, one.id, "approve", seen="waiting", by="Kim", at=at
            )
