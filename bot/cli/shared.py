"""What the declared commands share: their common options, and what becomes of an error."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

if TYPE_CHECKING:
    from bot.commands.common import Console
    from bot.config import Settings

Work: TypeAlias = Coroutine[Any, Any, None] | None
"""What a command comes to: nothing more to do, or what is still to run."""
Code = Annotated[str, typer.Argument(metavar="KOD", help="Enkätens kod.")]
Decision = Annotated[
    str | None,
    typer.Option(
        "--decision-ref",
        "--decision",
        metavar="DIARIENUMMER",
        help="Beslutet det stöder sig på, till exempel KS 2026/12.",
    ),
]
Approve = Annotated[list[str] | None, typer.Option(metavar="ID", help="Godkänn det.")]
Hide = Annotated[list[str] | None, typer.Option(metavar="ID", help="Dölj det.")]
Series = Annotated[str | None, typer.Option(help="Alla enkäter i en serie i stället.")]
Language = Annotated[str | None, typer.Option(help="Språk, till exempel en.")]
Target = Annotated[Path, typer.Option("-o", "--output", help="Fil att skriva.")]
Questionnaire = Annotated[str, typer.Argument(help="Formulärets id, eller en TOML-fil.")]
Roster = Annotated[
    Path | None, typer.Option(help="Inbjudna organisationer och deras typ, som CSV.")
]
Output = Annotated[str | None, typer.Option("-o", "--output", help="Fil, eller - för stdout.")]
ReportLanguage = Annotated[str, typer.Option(help="sv eller en.")]
Config = Annotated[Path | None, typer.Option("--config", help="Inställningsfil (config.toml).")]
Database = Annotated[str | None, typer.Option("--database", help="Databasens adress.")]
Json = Annotated[bool, typer.Option("--json", help="Ett JSON-objekt på stdout.")]


def do(work: Callable[[], Work], *, as_json: bool = False) -> None:
    """Runs a command; what is raised on purpose becomes a sentence and an exit code."""
    from bot.commands.common import fail
    from surveys.errors import DalalabError

    try:
        made = work()
        if made is not None:
            _loop().run(made)
    except DalalabError as error:
        fail(error, as_json=as_json)


def do_with(
    config: Path | None,
    database: str | None,
    work: Callable[[Settings, Console], Work],
    *,
    as_json: bool = False,
) -> None:
    """Runs a command that needs the settings and a console."""
    from bot.commands.common import console, settings_for

    do(lambda: work(settings_for(config, database), console()), as_json=as_json)


def _loop() -> ModuleType:
    """What runs it: uvloop, where there is one, costs half of asyncio's own loop."""
    try:
        import uvloop
    except ImportError:  # Windows has none
        return asyncio
    loop: ModuleType = uvloop
    return loop
