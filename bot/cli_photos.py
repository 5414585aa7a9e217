"""The command on photos, declared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli_shared import Config, Database, Json, do

app = typer.Typer()


@app.command()
def photos(
    code: Annotated[str, typer.Argument(help="Enkätens kod.")],
    approve: Annotated[list[str] | None, typer.Option(help="Godkänn en bild.")] = None,
    hide: Annotated[list[str] | None, typer.Option(help="Dölj en bild.")] = None,
    save: Annotated[
        Path | None,
        typer.Option(metavar="MAPP", help="Spara bilderna här, så att du kan titta på dem."),
    ] = None,
    config: Config = None,
    database: Database = None,
    as_json: Json = False,
) -> None:
    """Visa, godkänn och dölj bilder, en i taget. Ingen bild visas utan godkännande."""
    from bot.commands import common, photos

    do(
        lambda: photos.photos(
            common.settings_for(config, database),
            common.console(),
            code,
            approve or [],
            hide or [],
            save,
            as_json=as_json,
        )
    )
