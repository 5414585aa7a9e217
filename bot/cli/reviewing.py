"""The commands on what an organiser looks at before others may, declared: quotes and photos."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import Approve, Code, Config, Database, Hide, Json, do_with

app = typer.Typer()
_DECIDED = frozenset({"--approve", "--hide"})
SPREAD = {"quotes": _DECIDED, "photos": _DECIDED}
"""Options that take every word until the next one, by command."""


@app.command()
def quotes(
    code: Code,
    approve: Approve = None,
    hide: Hide = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Visa, godkänn och dölj citat. Inget citat visas utan godkännande."""
    from bot.commands import surveys

    do_with(
        config,
        database,
        lambda settings, console: surveys.quotes(
            settings, console, code, approve or [], hide or [], as_json=as_json
        ),
    )


@app.command()
def photos(
    code: Code,
    approve: Approve = None,
    hide: Hide = None,
    save: Annotated[
        Path | None,
        typer.Option(metavar="MAPP", help="Spara bilderna här, så att du kan titta på dem."),
    ] = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Visa, godkänn och dölj bilder, en i taget. Ingen bild visas utan godkännande."""
    from bot.commands import photos

    do_with(
        config,
        database,
        lambda settings, console: photos.photos(
            settings, console, code, approve or [], hide or [], save, as_json=as_json
        ),
    )
