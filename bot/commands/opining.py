"""`opinion`: what the votes in somebody's file say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.commands.common import Console, print_json
from bot.config import Settings

if TYPE_CHECKING:
    from analysis.opinion.groups import Plan, Progress
    from analysis.opinion.judging import Opinion
    from analysis.opinion.votes import Votes

MODES = ("honest", "polis")


def opinion(
    settings: Settings,
    console: Console,
    file: Path,
    *,
    mode: str,
    exclude: str | None,
    groups: Path | None,
    permutations: int | None,
    seed: int,
    as_json: bool,
) -> None:
    """Reads the votes, judges them, and tells. Raises ContentError and ConfigError."""
    from analysis.intake.problems import refused
    from analysis.opinion.as_json import opinion_shape
    from analysis.opinion.groups import Plan
    from analysis.opinion.rules import PERMUTATIONS
    from analysis.opinion.tables import read_votes

    if mode not in MODES:
        raise console.refused("opinion-mode", wanted=mode[:20])
    gone, votes = _excluded(console, exclude), read_votes(file)
    _tell_unknown(console, votes, gone)
    known = None if groups is None else _known(votes, groups)
    plan = Plan(
        PERMUTATIONS if permutations is None else permutations,
        seed,
        settings.opinion.least_voters,
    )
    if not set(votes.statements) - gone:
        raise refused("votes_nothing_left", file.name)
    found, more = (
        _like_polis(votes, gone, known)
        if mode == "polis"
        else (_judged(console, votes.without(gone), plan, known), None)
    )
    if as_json:
        print_json(opinion_shape(found, mode, more))
    else:
        _tell(console, found, plan)


def _like_polis(
    votes: Votes, gone: frozenset[str], known: dict[str, str] | None
) -> tuple[Opinion, dict[str, Any]]:
    from analysis.opinion.polis.as_json import polis_shape
    from analysis.opinion.polis.computing import as_polis

    polis = as_polis(votes, gone, known)
    return polis.opinion, polis_shape(polis)


def _judged(console: Console, votes: Votes, plan: Plan, known: dict[str, str] | None) -> Opinion:
    from analysis.opinion.judging import judge

    with _progress(console, plan) as told:
        return judge(votes, plan, known=known, progress=told)


def _excluded(console: Console, written: str | None) -> frozenset[str]:
    from analysis.opinion.tables import excluded

    try:
        return excluded(written)
    except ValueError as error:
        raise console.refused("opinion-exclude", wanted=str(error)[:20]) from None


def _tell_unknown(console: Console, votes: Votes, gone: frozenset[str]) -> None:
    if missing := sorted(gone - set(votes.statements)):
        console.tell("opinion-exclude-unknown", ids=", ".join(missing[:20]))


def _known(votes: Votes, groups: Path) -> dict[str, str]:
    from analysis.intake.problems import refused
    from analysis.opinion.tables import read_groups

    known = read_groups(groups)
    if known.keys().isdisjoint(votes.participants):
        raise refused("votes_other_people", groups.name)
    return known


def _tell(console: Console, found: Opinion, plan: Plan) -> None:
    import typer

    from analysis.opinion.sentences import sentences

    for sentence in sentences(found, plan, console.language):
        typer.echo(sentence)


@contextmanager
def _progress(console: Console, plan: Plan) -> Iterator[Progress]:
    """A bar on stderr, when that is a terminal; it ends early when chance does as well."""
    import sys

    from analysis.opinion.groups import PARTS

    if not plan.permutations or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console as RichConsole
    from rich.progress import Progress as Bar

    with Bar(console=RichConsole(stderr=True), transient=True) as bar:
        said = console.words("opinion-counting")
        task = bar.add_task(said, total=plan.permutations + PARTS)
        yield lambda count: bar.advance(task, count)
