"""The command line, declared. Every command imports what it needs when it runs, so that help is fast."""

from __future__ import annotations

import sys

import typer

from bot.cli import (
    afterwards,
    answers,
    disclosing,
    files,
    hand,
    keeping,
    linking,
    reports,
    reviewing,
    running,
    surveys,
    votes,
)

app = typer.Typer(
    name="dalalab",
    help="Korta utvärderingar och medborgardialoger på folks telefoner, och rapporter som visar sina belägg.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
ROOMS = (
    running,
    keeping,
    linking,
    files,
    answers,
    hand,
    reviewing,
    reports,
    votes,
    afterwards,
    disclosing,
)
for room in ROOMS:
    app.add_typer(room.app)
app.add_typer(surveys.app, name="survey")
app.add_typer(keeping.db, name="db")

SPREAD = {**reviewing.SPREAD, **hand.SPREAD}
"""Options that take every word until the next one, by command."""


def spread(words: list[str], options: frozenset[str]) -> list[str]:
    """`--approve A B` as `--approve A --approve B`: these options take every word until the next one."""
    spread_out: list[str] = []
    repeating: str | None = None
    for word in words:
        if word.startswith("-"):
            repeating = word if word in options else None
        elif repeating is not None and spread_out[-1] != repeating:
            spread_out.append(repeating)
        spread_out.append(word)
    return spread_out


def main() -> None:
    """The command `dalalab`."""
    words = sys.argv[1:]
    app(args=spread(words, SPREAD.get(words[0] if words else "", frozenset())))
