"""`theme`: the organiser's hand on themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

import typer

from bot.commands.common import Console, perform, print_json, reading
from bot.desk import COMMAND_LINE
from bot.shapes import theme_shape
from surveys.deciding import kind_of, to_json

if TYPE_CHECKING:
    from analysis.themes.deciding import Wish
    from analysis.themes.workbench import Bench, BenchAnswer, BenchDecision, BenchTheme
    from bot.config import Settings
    from surveys.survey import Survey

LIST, UNDO = "list", "undo"


@dataclass(frozen=True, slots=True)
class Asked:
    """The command as it was typed: what to do, and with which words."""

    act: str
    given: tuple[str, ...]
    target: str | None
    source: str | None
    answers: tuple[str, ...]
    words: tuple[str, ...]
    language: str


async def theme(
    settings: Settings, console: Console, code: str, asked: Asked, *, as_json: bool
) -> None:
    """Does one thing to the themes, or nothing, and shows how they stand then.

    Raises ConfigError with what to do when it cannot be done; then nothing is changed.
    """
    survey, bench = await _bench_of(settings, console, code)
    if asked.act == UNDO:
        await perform(
            settings, "undo_theme", {"code": survey.code, "number": _number(console, asked)}
        )
    elif asked.act != LIST:
        decision = _decision(console, bench, asked)
        await perform(settings, "decide_theme", {"code": survey.code, "decision": decision})
    if asked.act != LIST:
        survey, bench = await _bench_of(settings, console, code)
    if as_json:
        print_json(theme_shape(survey, bench))
    else:
        _say(console, bench)


async def _bench_of(settings: Settings, console: Console, code: str) -> tuple[Survey, Bench]:
    from bot.hand import theme_bench

    async with reading(settings) as store:
        survey = await store.survey_named(code)
        return survey, await theme_bench(store, survey, console.language)


def _number(console: Console, asked: Asked) -> int:
    if len(asked.given) == 1 and asked.given[0].isdecimal():
        return int(asked.given[0])
    raise console.refused("cli-theme-undo-what")


def _decision(console: Console, bench: Bench, asked: Asked) -> dict[str, Any]:
    from analysis.themes.deciding import Refusal, decision_for

    made = decision_for(bench, _wish(console, asked))
    if isinstance(made, Refusal):
        raise console.refused(f"hand-refused-{made.reason}", about=made.about)
    return to_json(made)


def _wish(console: Console, asked: Asked) -> Wish:
    """What the words mean: for `move` they are answers, else a theme and what it gets."""
    from analysis.themes.deciding import Act, Wish

    if asked.act not in get_args(Act):
        raise console.refused("cli-theme-unknown", act=asked.act)
    if asked.act == "move":
        answers = (*asked.given, *asked.answers)
        return Wish("move", asked.source or "", asked.target or "", answers=answers)
    if len(asked.given) != 2:
        raise console.refused(f"cli-theme-usage-{asked.act}")
    theme, text = asked.given
    return Wish(
        asked.act,  # type: ignore[arg-type] # one of Act's, as was just seen
        theme,
        text,
        text,
        asked.language,
        asked.words,
        asked.answers,
    )


def _say(console: Console, bench: Bench) -> None:
    if bench.waits:
        console.tell("hand-refused-waits", about=str(bench.waits))
    for theme in bench.themes:
        _say_theme(console, theme)
    if bench.other:
        console.say("cli-theme-other", n=len(bench.other))
        _say_answers(console, bench.other)
    for decision in bench.decisions:
        _say_decision(console, decision)


def _say_theme(console: Console, theme: BenchTheme) -> None:
    state = "suggested" if theme.suggested else "shown" if theme.shown else "few"
    console.say(f"cli-theme-{state}", id=theme.id, label=theme.label, people=theme.people)
    if theme.sentence:
        typer.echo(f"  {theme.sentence}")
    _say_answers(console, theme.answers)


def _say_answers(console: Console, answers: tuple[BenchAnswer, ...]) -> None:
    for answer in answers:
        why = f" [{', '.join(answer.why)}]" if answer.why else ""
        typer.echo(f"  {answer.id}  {' '.join(answer.text.split())}{why}")
        if answer.translation:
            console.say("cli-theme-translation", text=answer.translation)


def _say_decision(console: Console, one: BenchDecision) -> None:
    by_command = one.who == COMMAND_LINE
    who = console.words("hand-by-command") if by_command else one.who
    text_id = f"hand-did-{kind_of(one.decision)}"
    what = console.words(text_id, theme=one.label, target=one.target)
    console.say(
        "cli-theme-decision", number=one.number, what=what, who=who, day=one.day.isoformat()
    )
    if one.idle is not None:
        console.say(f"hand-idle-{one.idle}")
